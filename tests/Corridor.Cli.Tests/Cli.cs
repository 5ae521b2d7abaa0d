using Corridor.Cli.Commands;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Tests;

/// <summary>What a command left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);

/// <summary>Runs commands inside the test's own process.</summary>
internal static class Cli
{
    public static CliResult Run(params string[] args) => Run(CancellationToken.None, args);

    public static CliResult Run(CancellationToken stop, params string[] args) => Run(terminal => terminal, stop, args);

    public static CliResult Run(Func<Terminal, Terminal> change, CancellationToken stop, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandTable.Invoke(args, change(new Terminal(output, error)), () => stop);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
