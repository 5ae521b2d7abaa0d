namespace Corridor.Cli;

/// <summary>What the process tells its caller (README.md, "Exit codes").</summary>
internal static class ExitCode
{
    /// <summary>All done.</summary>
    public const int Done = 0;

    /// <summary>The machine failed: a folder that cannot be written, a full disk.</summary>
    public const int MachineFailed = 1;

    /// <summary>The input or the command is wrong: every problem was listed, nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>A fault of Corridor's own: it was told, with what a report of it needs.</summary>
    public const int Fault = 3;

    /// <summary>Stopped by Ctrl-C: what was finished is kept.</summary>
    public const int Stopped = 130;
}
