using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor check</c>: everything that is wrong with a scenario folder.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "the scenario folder" };
        var command = new Command("check", "List every problem of a scenario folder, with file, line and column") { folder };
        Help.AddTo(command, "corridor check examples/mosul-2016");
        command.SetAction(parsed => Check(context.Terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Check(Terminal terminal, string folder)
    {
        var input = InputFolder.Read(folder);
        if (input.Scenario is { } scenario)
        {
            terminal.Out.WriteLine(string.Join(", ",
                $"{scenario.Name}: {ProblemList.Counted(scenario.Places.Count, "place")}", ProblemList.Counted(scenario.Routes.Count, "route"),
                ProblemList.Counted(scenario.Timeline.Count, "timeline row"), ProblemList.Counted(scenario.Counts.Count, "count"),
                ProblemList.Counted(scenario.Alternatives.Count, "alternative")));
        }
        ProblemList.Print(input.Problems, terminal.Out);
        return input.Scenario is null ? ExitCode.BadInput : ExitCode.Done;
    }
}
