using System.CommandLine;
using Corridor.Cli.Pages;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor compare</c>: what each alternative changes against the timeline as it stands.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new EnsembleOptionSet();
        var command = new Command("compare", "Compare what-ifs: what each alternative changes, how much, and how sure that is");
        options.AddTo(command);
        Help.AddTo(command,
            "corridor compare examples/mosul-2016",
            "corridor compare examples/mosul-2016 --alternative west-sealed --known-future",
            "corridor compare my-scenario --alternative bridge-closed.yml --set rules.camp_weight=3");
        command.SetAction(parsed => EnsembleCommand.Invoke(context, options, parsed, comparesWithBase: true, ComparePage.Print));
        return command;
    }
}
