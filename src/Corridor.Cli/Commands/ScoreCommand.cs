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
        var command = new Command("score", "Compare simulated camps with the recorded ones: averaged relative difference, next to naive splits");
        options.AddFewTo(command);
        Help.AddTo(command, "corridor score my-flee-folder --runs 50", "corridor score my-flee-folder --settings other.yml --hasten 100");
        command.SetAction(parsed => Score(context, options, parsed));
        return command;
    }

    private static int Score(CommandContext context, EnsembleOptionSet options, ParseResult parsed)
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
        var difference = new RelativeDifference(records, request.Runs);
        var progress = new ProgressLine(terminal, request.Quiet);
        var ensemble = new Ensemble(question.Scenario, [Alternative.Base], question.Options);
        var complete = ensemble.Run(
            day =>
            {
                difference.Observe(day);
                progress.Report(day.Day + 1, ensemble.Days, day.Date);
            },
            context.Stop);
        progress.Clear();
        if (!complete)
        {
            terminal.Error.WriteLine("stopped before the last day: there is no score");
            return ExitCode.Stopped;
        }
        Print(new Page(terminal), question, records, difference);
        terminal.Out.WriteLine(ProblemList.Count(problems));
        return ExitCode.Done;
    }

    private static void Print(Page page, Question question, RecordedStocks records, RelativeDifference difference)
    {
        page.Heading($"{question.Scenario.Name}: averaged relative difference over {ProblemList.Counted(difference.Days, "day")}, {ProblemList.Counted(records.Places.Count, "place")}, {ProblemList.Counted(question.Request.Runs, "run")}");
        page.Line();
        var table = new TextTable("", " plain", " sd", " rescaled", " sd", " days");
        table.Add("simulation", Mean(difference.Plain), Deviation(difference.Plain), Mean(difference.Rescaled), Deviation(difference.Rescaled), Figures.Whole(difference.Days));
        foreach (var split in NaiveSplit.All(records))
        {
            var figure = double.IsNaN(split.Difference) ? "-" : Text(split.Difference);
            table.Add($"split {split.Name}", figure, "", figure, "", Figures.Whole(split.Days));
        }
        page.Table(table);
        page.Line();
        page.Paragraph("Mean over days of the sum over places of |simulated - recorded|, divided by the recorded total. Rescaled: simulated numbers times recorded total / simulated total. The splits are granted the recorded total of each day; so, where departures come from records, is the simulation.", Ink.Faint);
    }

    private static string Mean(IReadOnlyList<double> values) => Text(values.Average());

    private static string Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? "" : Text(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)));
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
