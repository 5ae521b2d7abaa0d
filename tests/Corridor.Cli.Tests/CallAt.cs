namespace Corridor.Cli.Tests;

/// <summary>Calls back when a text is written.</summary>
internal sealed class CallAt(string text, Action action) : StringWriter
{
    public override void Write(string? value)
    {
        if (value?.Contains(text, StringComparison.Ordinal) == true) action();
        base.Write(value);
    }
}
