using System.CommandLine;
using System.Globalization;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor score</c>: the field's error figure against what was recorded, next to splits that need no model.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new EnsembleOptionSet();
        var coldStart = new Option<bool>("--cold-start")
        {
            Description = "Also simulate as if no camp had reported: the preset cold-start, the same for every folder, with the totals granted",
        };
        var command = new Command("score", "Compare simulated camps with the recorded ones: averaged relative difference, next to naive splits");
        options.AddFewTo(command);
        command.Options.Add(coldStart);
        Help.AddTo(command,
            "corridor score my-flee-folder --runs 50",
            "corridor score my-flee-folder --cold-start --runs 20",
            "corridor score my-flee-folder --settings other.yml --hasten 100");
        command.SetAction(parsed => Score(context, options, parsed.GetValue(coldStart), parsed));
        return command;
    }

    private static int Score(CommandContext context, EnsembleOptionSet options, bool coldStart, ParseResult parsed)
    {
        var terminal = context.Terminal;
        var problems = new List<Problem>();
        var request = options.Read(parsed, problems);
        var question = QuestionReader.Read(request, comparesWithBase: false, problems);
        var records = question is null ? null : question.Flee?.Records() ?? RecordedStocks.OfCounts(question.Scenario);
        if (records is not null && !records.People.Any(p => p.Any(v => !double.IsNaN(v))))
            problems.Add(Problem.Error(Origin.None, $"nothing is recorded of '{request.Folder}': a score needs counts of the stock of at least one place"));
        if (question is null || records is null || ProblemList.HasErrors(problems))
        {
            ProblemList.Print(problems, terminal.Error);
            return ExitCode.BadInput;
        }
        var rows = new List<(string Name, RelativeDifference Difference)>();
        foreach (var (name, scenario) in Scenarios(question.Scenario, records, coldStart))
        {
            if (Simulate(context, question, scenario, records) is not { } difference)
            {
                terminal.Error.WriteLine("stopped before the last day: there is no score");
                return ExitCode.Stopped;
            }
            rows.Add((name, difference));
        }
        Print(new Page(terminal), question, records, rows, coldStart);
        terminal.Out.WriteLine(ProblemList.Count(problems));
        return ExitCode.Done;
    }

    private const string ColdStartName = "cold start";

    private static IEnumerable<(string Name, Scenario Scenario)> Scenarios(Scenario scenario, RecordedStocks records, bool coldStart)
    {
        yield return ("simulation", scenario);
        if (coldStart) yield return (ColdStartName, ColdStart.Of(scenario, records));
    }

    /// <summary>The differences of all runs; null when it was stopped.</summary>
    private static RelativeDifference? Simulate(CommandContext context, Question question, Scenario scenario, RecordedStocks records)
    {
        var difference = new RelativeDifference(records, question.Request.Runs);
        var progress = new ProgressLine(context.Terminal, question.Request.Quiet);
        var ensemble = new Ensemble(scenario, [Alternative.Base], question.Options);
        var complete = ensemble.Run(
            day =>
            {
                difference.Observe(day);
                progress.Report(day.Day + 1, ensemble.Days, day.Date);
            },
            context.Stop);
        progress.Clear();
        return complete ? difference : null;
    }

    private static void Print(Page page, Question question, RecordedStocks records, List<(string Name, RelativeDifference Difference)> rows, bool coldStart)
    {
        var days = rows[0].Difference.Days;
        page.Heading($"{question.Scenario.Name}: averaged relative difference over {ProblemList.Counted(days, "day")}, "
            + $"{ProblemList.Counted(records.Places.Count, "place")}, {ProblemList.Counted(question.Request.Runs, "run")}");
        page.Line();
        var table = new TextTable("", " plain", " sd", " rescaled", " sd", " days");
        foreach (var (name, difference) in rows)
        {
            var (plain, rescaled) = (difference.Plain, difference.Rescaled);
            table.Add(name, Mean(plain), Deviation(plain), Mean(rescaled), Deviation(rescaled), Figures.Whole(days));
        }
        foreach (var split in NaiveSplit.All(records))
        {
            var figure = double.IsNaN(split.Difference) ? "-" : Text(split.Difference);
            table.Add($"split {split.Name}", figure, "", figure, "", Figures.Whole(split.Days));
        }
        page.Table(table);
        page.Line();
        page.Paragraph("Mean over days of the sum over places of |simulated - recorded|, divided by the recorded total. "
            + "Rescaled: simulated numbers times recorded total / simulated total. "
            + "The splits are granted the recorded total of each day; so, where departures come from records, is the simulation.", Ink.Faint);
        if (!coldStart) return;
        page.Line();
        page.Paragraph("Cold start: the preset cold-start ('corridor rules') in place of the folder's own rules. "
            + "It sees the totals, the first day, capacities, roads and the timeline, and no later report of any camp. "
            + "It is judged, as the reference program is, by its plain figure; "
            + "rescaled, its simulated shares of the recorded total stand against the shares that the splits make of it.", Ink.Faint);
    }

    private static string Mean(IReadOnlyList<double> values) => Text(values.Average());

    private static string Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? "" : Text(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)));
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
