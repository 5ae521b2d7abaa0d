using System.Text;
using Corridor.Formats.Files;

namespace Corridor.Cli.Screen;

/// <summary>The output or the error output of the process, which may be closed, or a file on a full disk.</summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter inner;
    private readonly Func<Exception, Exception?> toldOf;

    private GuardedWriter(TextWriter inner, Func<Exception, Exception?> toldOf) => (this.inner, this.toldOf) = (inner, toldOf);

    public override Encoding Encoding => inner.Encoding;

    /// <summary>The standard output; when it cannot be written the message says that it was this and not a file.</summary>
    public static GuardedWriter OfOutput(TextWriter inner) =>
        new(inner, e => new OutputException($"cannot write to the standard output: {OutputException.Said(e)}; files that were written stay", e));

    /// <summary>The error output. Where it cannot be written nobody can be told anything, and the exit code alone says how it went.</summary>
    public static GuardedWriter OfErrors(TextWriter inner) => new(inner, _ => null);

    public override void Write(char value) => Guarded(value, static (inner, value) => inner.Write(value));
    public override void Write(char[] buffer, int index, int count) =>
        Guarded((buffer, index, count), static (inner, part) => inner.Write(part.buffer, part.index, part.count));
    public override void Write(string? value) => Guarded(value, static (inner, value) => inner.Write(value));
    public override void WriteLine(string? value) => Guarded(value, static (inner, value) => inner.WriteLine(value));
    public override void Flush() => Guarded(0, static (inner, _) => inner.Flush());

    private void Guarded<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            write(inner, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (toldOf(e) is { } told) throw told;
        }
    }
}
