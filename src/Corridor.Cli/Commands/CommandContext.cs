using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>What a command is given besides its arguments.</summary>
internal sealed record CommandContext(Terminal Terminal, CancellationToken Stop)
{
    /// <summary>Lists the problems for which a command is not carried out; returns the exit code.</summary>
    public int Refuse(IReadOnlyList<Problem> problems)
    {
        ProblemList.Print(problems, Terminal.Error);
        return ExitCode.BadInput;
    }
}
