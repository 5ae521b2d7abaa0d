using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>What a command is given besides its arguments.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="HeedStop">Gives the wish to stop.</param>
internal sealed record CommandContext(Terminal Terminal, Func<CancellationToken> HeedStop)
{
    /// <summary>The wish to stop. Who asks for it says that he heeds it: before that, Ctrl-C ends the process at once.</summary>
    public CancellationToken Stop => HeedStop();

    /// <summary>Lists the problems for which a command is not carried out; returns the exit code.</summary>
    public int Refuse(IReadOnlyList<Problem> problems)
    {
        ProblemList.Print(problems, Terminal.Error);
        return ExitCode.BadInput;
    }
}
