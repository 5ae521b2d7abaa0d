using System.CommandLine;
using Corridor.Cli.Pages;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor run</c>: the future under one alternative, or several, each for itself.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new EnsembleOptionSet();
        var command = new Command("run", "Simulate a scenario: people expected at each destination after 7, 14 and 30 days and at the end");
        options.AddTo(command);
        options.AddExpectedTo(command);
        Help.AddTo(command,
            "corridor run examples/mosul-2016 --alternative west-sealed --runs 1000",
            "corridor run my-scenario --set rules.camp_weight=3 --draws");
        command.SetAction(parsed => EnsembleCommand.Invoke(context, options, parsed, comparesWithBase: false, RunPage.Print));
        return command;
    }
}
