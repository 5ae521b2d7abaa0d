using System.CommandLine;
using Corridor.Cli.Pages;
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
            "corridor score my-scenario --runs 50",
            "corridor score my-scenario --cold-start --runs 20");
        command.SetAction(parsed => Score(context, options, parsed.GetValue(coldStart), parsed));
        return command;
    }

    private static int Score(CommandContext context, EnsembleOptionSet options, bool coldStart, ParseResult parsed)
    {
        var terminal = context.Terminal;
        var problems = new List<Problem>();
        var request = options.Read(parsed, problems);
        var question = Question.Read(request, comparesWithBase: false, problems);
        var records = question is null ? null : question.Flee?.Records() ?? RecordedStocks.OfCounts(question.Scenario);
        if (records is not null && !records.People.Any(p => p.Any(v => !double.IsNaN(v))))
            problems.Add(Problem.Error(Origin.None, $"nothing is recorded of '{request.Folder}': a score needs counts of the stock of at least one place"));
        if (question is null || records is null || problems.Exists(p => p.IsError)) return context.Refuse(problems);
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
        ScorePage.Print(new Page(terminal), question, records, rows, coldStart);
        terminal.Out.WriteLine(ProblemList.Count(problems));
        return ExitCode.Done;
    }

    private static IEnumerable<(string Name, Scenario Scenario)> Scenarios(Scenario scenario, RecordedStocks records, bool coldStart)
    {
        yield return ("simulation", scenario);
        if (coldStart) yield return ("cold start", ColdStart.Of(scenario, records));
    }

    /// <summary>The differences of all runs; null when it was stopped.</summary>
    private static RelativeDifference? Simulate(CommandContext context, Question question, Scenario scenario, RecordedStocks records)
    {
        var difference = new RelativeDifference(records, question.Request.Runs);
        using var progress = new ProgressLine(context.Terminal, question.Request.Quiet);
        var ensemble = new Ensemble(scenario, [Alternative.Base], question.Options);
        var complete = ensemble.Run(
            day =>
            {
                difference.Observe(day);
                progress.Report(day.Day + 1, ensemble.Days, day.Date);
            },
            context.Stop);
        return complete ? difference : null;
    }
}
