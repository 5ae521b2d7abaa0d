namespace Corridor.Cli;

/// <summary>The version of Corridor, as <c>corridor --version</c> and the record of a run state it.</summary>
internal static class CliVersion
{
    public static string Text { get; } = typeof(CliVersion).Assembly.GetName().Version!.ToString(3);
}
