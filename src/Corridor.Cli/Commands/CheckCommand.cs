using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor check</c>: everything that is wrong with a scenario folder.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var command = new Command("check", "List every problem of a scenario folder, with file, line and column") { folder };
        var options = new FleeOptionSet();
        options.AddWithDaysTo(command);
        Help.AddTo(command, "corridor check examples/mosul-2016");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var read = options.ReadWithDays(parsed, problems);
            return Check(context.Terminal, parsed.GetRequiredValue(folder), read, problems);
        });
        return command;
    }

    private static int Check(Terminal terminal, string folder, FleeOptions options, List<Problem> problems)
    {
        var input = InputFolder.Open(folder, options, daysAreOfFlee: true).Input;
        problems.AddRange(input.Problems);
        if (input.Scenario is { } scenario)
        {
            terminal.Out.WriteLine(string.Join(", ",
                $"{scenario.Name}: {Figures.Counted(scenario.Places.Count, "place")}", Figures.Counted(scenario.Routes.Count, "route"),
                Figures.Counted(scenario.Timeline.Count, "timeline row"), Figures.Counted(scenario.Counts.Count, "count"),
                Figures.Counted(scenario.Alternatives.Count, "alternative")));
        }
        ProblemList.Print(problems, terminal.Out);
        return problems.Exists(p => p.IsError) ? ExitCode.BadInput : ExitCode.Done;
    }
}
