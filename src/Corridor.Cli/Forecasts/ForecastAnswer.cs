using Corridor.Cli.Answers;
using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Warnings;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>A forecast, what its members show day by day under each alternative, and what is to be warned of.</summary>
/// <param name="Question">The question.</param>
/// <param name="Forecast">The forecast of the reported figures.</param>
/// <param name="Answer">The members, as <c>run</c> and <c>compare</c> show them.</param>
/// <param name="Warnings">The warnings under each alternative.</param>
internal sealed record ForecastAnswer(ForecastQuestion Question, CorridorForecast Forecast, Answer Answer, IReadOnlyList<Warning> Warnings)
{
    private readonly Lazy<Skill?> past = new(() => Backtest.Until(Question.Scenario, Question.Known.Day));

    /// <summary>What such forecasts have been worth in this situation so far, without the simulation; null where too few can be scored.</summary>
    public Skill? Past => past.Value;

    /// <summary>The question of the run folder, before any count is learnt from.</summary>
    public static Question Asked(ForecastQuestion question) => new(question)
    {
        Scenario = question.Scenario with { AsOf = question.Known.Day, Days = question.Days },
        Conditioned = new ConditionedRecord(0, 0, [], false, question.Known.Day, question.Known.Day, 0),
    };

    /// <summary>
    /// Conditions the members, runs them ahead under every alternative side by side, and writes the run
    /// folder. Stopped while the days ahead go by, it is the answer for those that are done.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped before the first day ahead was done, and nothing was written.</exception>
    public static ForecastAnswer Make(ForecastQuestion question, string path, Terminal terminal, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var alternatives = question.Alternatives;
        var asked = Asked(question);
        using var folder = OutputFolder.Create(path);
        var forecast = Conditioned(question, terminal, stop);
        var ensemble = forecast.Ensemble;
        var end = question.Known.Day.AddDays(question.Days);
        int RowsUntilEnd(Scenario scenario) => scenario.Timeline.Count(e => e.Date <= end);
        asked = asked with
        {
            Scenario = ensemble.ScenarioAhead,
            Conditioned = new ConditionedRecord(
                Counts: question.Known.Series.Sum(s => s.Reports.Count),
                Targets: Enumerable.Range(0, question.Known.Series.Count).Count(forecast.CanForecast),
                Forecast: [.. ForecastFigures(question, forecast).Select(f => (question.Known.Series[f.Target].Target.Place, f.Measure))],
                ensemble.IsConditioned,
                ensemble.SimulatedFrom,
                ensemble.Reflected,
                RowsNotKnown: RowsUntilEnd(question.Scenario) - RowsUntilEnd(ensemble.ScenarioAhead)),
        };
        var outlooks = alternatives.Select(a => new Outlook(forecast, question.Known, question.Scenario, a, question.Days)).ToList();
        using var output = RunFolder.Create(folder, asked);
        using var progress = new ProgressLine(terminal, question.Request.Quiet);
        using var observer = new DayObserver(asked, question.Days, output, progress, stop);
        var done = ensemble.RunAhead(alternatives, a => Reported(question, forecast, a), day =>
        {
            outlooks[day.AlternativeNumber].Observe(day);
            observer.Observe(day);
        }, observer.AfterThisDay);
        foreach (var outlook in outlooks) outlook.EndAt(done);
        question = question with { Request = question.Request with { Days = done } };
        var answer = new ForecastAnswer(question, forecast, new Answer(asked, observer.Comparison, done), [.. outlooks.SelectMany(Lookout.Of)]);
        return answer with { Answer = output.Finish(answer.Answer, answer.Files()) };
    }

    /// <summary>The forecast, its members conditioned and its trust learnt.</summary>
    private static CorridorForecast Conditioned(ForecastQuestion question, Terminal terminal, CancellationToken stop)
    {
        using var progress = new ProgressLine(terminal, question.Request.Quiet, "Ctrl-C stops it");
        var forecast = question.Answer(progress, stop);
        // Learnt now, while the line says what takes the time.
        _ = forecast.Trust;
        return forecast;
    }

    /// <summary>The forecast takes the place of the simulated figure wherever a place, or the whole situation, is reported.</summary>
    private static Func<Measure, int, int, double[]?> Reported(ForecastQuestion question, CorridorForecast forecast, Alternative alternative)
    {
        var numbers = question.Scenario.PlaceNumbers();
        int NumberOf(Target target) => target.IsTotal ? -1 : numbers[target.Place];
        var targets = ForecastFigures(question, forecast).ToDictionary(f => (f.Measure, NumberOf(question.Known.Series[f.Target].Target)), f => f.Target);
        return (measure, place, day) => targets.TryGetValue((measure, place), out var target)
            ? forecast.Members(alternative, target, question.Known.Day.AddDays(day + 1))
            : null;
    }

    private static IEnumerable<(int Target, Measure Measure)> ForecastFigures(ForecastQuestion question, CorridorForecast forecast) =>
        from target in Enumerable.Range(0, question.Known.Series.Count)
        let at = question.Known.Series[target].Target
        where forecast.CanForecast(target) && at.Kind == TargetKind.Stock
        select (target, at.IsTotal ? Measure.Displaced : Measure.Stock);

    private IEnumerable<(string Name, string Text)> Files()
    {
        foreach (var alternative in Question.Alternatives)
        {
            yield return ($"{alternative.Name}/quantiles.csv", HubFiles.Quantiles(this, alternative));
            yield return ($"{alternative.Name}/samples.csv", HubFiles.Samples(this, alternative));
        }
        yield return (WarningsTable.Name, WarningsTable.Text(this));
        yield return ("model-card.md", ModelCard.Text(this));
    }
}
