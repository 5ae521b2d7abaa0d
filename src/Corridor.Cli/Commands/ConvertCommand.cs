using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor convert</c>: a Flee folder as a scenario folder, or the other way.</summary>
internal static class ConvertCommand
{
    private static readonly string[] Formats = ["native", "flee"];

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "the folder to convert" };
        var target = new Argument<string>("DIR") { Description = "the folder to make; it must not be there yet, or be empty" };
        var to = One("--to", "native|flee",
            "The format to write (default: native for a Flee folder, flee for a scenario folder)");
        var options = new FleeOptionSet();
        var command = new Command("convert", "Convert a Flee folder into a scenario folder, or back; a Flee folder also runs as it is") { folder, target, to };
        options.AddWithDaysTo(command);
        Help.AddTo(command, "corridor convert my-scenario my-flee-folder", "corridor convert my-flee-folder my-copy");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var read = options.ReadWithDays(parsed, problems);
            return Convert(context, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(target), parsed.GetValue(to), read, problems);
        });
        return command;
    }

    private static int Convert(CommandContext context, string folder, string target, string? to, FleeOptions options, List<Problem> problems)
    {
        var terminal = context.Terminal;
        if (to is not null && !Formats.Contains(to))
            problems.Add(Problem.Error(Origin.None, $"--to: '{to}'; expected native or flee{NearestName.Hint(to, Formats)}"));
        if (!OutputFolder.IsFree(target))
            problems.Add(Problem.Error(Origin.None, $"'{target}' is there already; expected a new or empty folder"));
        var input = InputFolder.Open(folder, options, daysAreOfFlee: true);
        problems.AddRange(input.Input.Problems);
        var native = (to ?? (input.IsFlee ? "native" : "flee")) == "native";
        if (native && input.Input.Scenario is { } read) problems.AddRange(ScenarioFolder.WrongIds(read));
        var counts = native ? input.PublishedCounts(options) : [];
        if (native && input.Flee is { } flee) problems.AddRange(OtherRecords(folder, flee, counts));
        if (input.Input.Scenario is not { } scenario || problems.Exists(p => p.IsError))
            return context.Refuse(problems);
        foreach (var problem in problems) terminal.Error.WriteLine(problem);
        if (native)
        {
            ScenarioFolder.Write(scenario with { Counts = counts }, target);
            terminal.Out.WriteLine($"Wrote the scenario folder {target}. Next: corridor run {ShellWord.Of(target)}");
        }
        else
        {
            var losses = FleeWriter.Write(scenario, target);
            terminal.Out.WriteLine($"Wrote the Flee folder {target}.");
            if (losses.Count > 0) terminal.Out.WriteLine("A Flee folder cannot say:");
            var page = new Page(terminal);
            foreach (var loss in losses) page.Paragraph(loss, indent: 2);
        }
        terminal.Out.WriteLine(ProblemList.Count(problems));
        return ExitCode.Done;
    }

    /// <summary>Runs are the same; what they are compared with is not where Flee changes its records.</summary>
    private static IEnumerable<Problem> OtherRecords(string folder, FleeCase flee, IReadOnlyList<Count> published)
    {
        if (flee.RecordsFromZero)
        {
            yield return Problem.Warning(new Origin(folder),
                "empty_camps_on_day0: this folder is scored against its records less those of the first day, "
                + "a scenario folder against its counts: scores differ");
        }
        if (!flee.Scenario.Counts.Select(c => (c.Place, c.Date, c.People)).SequenceEqual(published.Select(c => (c.Place, c.Date, c.People))))
        {
            yield return Problem.Warning(new Origin(folder),
                "counts.csv gets the figures as they were published; this folder is scored against figures that registration corrections "
                + "rescale or that sums of several files add between their days: scores differ");
        }
        var without = flee.OutputPlaces.Zip(flee.Recorded).Where(p => p.Second is null).Select(p => p.First).ToList();
        if (without.Count > 0 && without.Count < flee.OutputPlaces.Count)
        {
            var others = without.Count > 1 ? $", nor of {Figures.Counted(without.Count - 1, "more place")}" : "";
            yield return Problem.Warning(new Origin(folder),
                $"there is no recorded series of '{without[0]}'{others}: in this folder their people are part of the simulated total that is compared, "
                + "in a scenario folder those of places with counts alone: scores differ");
        }
        var last = flee.Scenario.Days - 1;
        var held = flee.OutputPlaces.Zip(flee.Reports).Where(p => p.Second.Count > 0 && (p.Second[0].Day > 0 || p.Second[^1].Day < last)).ToList();
        if (held is [var (place, _), ..])
        {
            var others = held.Count > 1 ? $", nor those of {Figures.Counted(held.Count - 1, "more place")}" : "";
            yield return Problem.Warning(new Origin(folder),
                $"the series of '{place}' does not reach over all days{others}: this folder is scored against its first figure before it and its last "
                + "one after it, a scenario folder on the days between them alone: scores differ");
        }
    }
}
