using System.CommandLine;
using System.CommandLine.Invocation;

namespace Corridor.Cli.Commands;

/// <summary>Prints the version.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"corridor {CliVersion.Text}");
        return ExitCode.Done;
    }
}
