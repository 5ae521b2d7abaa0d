using Corridor.Cli.Forecasts;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Warnings;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>A forecast, what its members show day by day under each alternative, and what is to be warned of.</summary>
/// <param name="Question">The question.</param>
/// <param name="Forecast">The forecast of the reported figures.</param>
/// <param name="Answer">The members, as <c>run</c> and <c>compare</c> show them.</param>
/// <param name="Warnings">The warnings under each alternative.</param>
internal sealed record ForecastAnswer(ForecastQuestion Question, CorridorForecast Forecast, Answer Answer, IReadOnlyList<Warning> Warnings)
{
    /// <summary>Conditions the members, runs them ahead under every alternative side by side, and writes the run folder.</summary>
    /// <exception cref="OperationCanceledException">It was stopped, and nothing was written.</exception>
    public static ForecastAnswer Make(ForecastQuestion question, Func<Question, string> folderOf, ProgressLine progress, CancellationToken stop)
    {
        var forecast = question.Answer(stop);
        var ensemble = forecast.Ensemble;
        var asked = new Question
        {
            Request = question.Request,
            Scenario = ensemble.ScenarioAhead,
            Alternatives = question.Alternatives,
            Inputs = question.Files,
            Warnings = question.Warnings,
            ComparesWithBase = question.Alternatives.Count > 1,
            Conditioned = new ConditionedRecord(
                question.Known.Series.Sum(s => s.Reports.Count), Enumerable.Range(0, question.Known.Series.Count).Count(forecast.CanForecast), ensemble.IsConditioned, ensemble.SimulatedFrom,
                question.Scenario.Timeline.Count(e => e.Date <= question.Known.Day.AddDays(question.Days)) - ensemble.ScenarioAhead.Timeline.Count(e => e.Date <= question.Known.Day.AddDays(question.Days))),
        };
        var comparison = new Comparison(asked.Scenario, asked.Alternatives.Count, asked.Request.Runs);
        var outlooks = question.Alternatives.Select(a => new Outlook(forecast, question.Known, question.Scenario, a, question.Days)).ToList();
        using var output = RunFolder.Create(folderOf(asked), asked);
        try
        {
            ensemble.RunAhead(question.Alternatives, a => Reported(question, forecast, a), day =>
            {
                comparison.Observe(day, last: day.Day == question.Days - 1);
                output.Add(day);
                outlooks[day.AlternativeNumber].Observe(day);
                if (day.AlternativeNumber == 0) progress.Report(day.Day + 1, question.Days, day.Date);
            });
        }
        finally
        {
            progress.Clear();
        }
        var answer = new ForecastAnswer(question, forecast, new Answer(asked, comparison, question.Days), [.. outlooks.SelectMany(Lookout.Of)]);
        output.Finish(answer.Answer, answer.Files());
        return answer;
    }

    /// <summary>The forecast takes the place of the simulated figure wherever a place, or the whole situation, is reported.</summary>
    private static Func<Measure, int, int, double[]?> Reported(ForecastQuestion question, CorridorForecast forecast, Alternative alternative)
    {
        var targets = new Dictionary<(Measure, int), int>();
        var numbers = question.Scenario.Places.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        for (var target = 0; target < question.Known.Series.Count; target++)
        {
            var at = question.Known.Series[target].Target;
            if (!forecast.CanForecast(target) || at.Kind != Corridor.Forecasting.Reports.TargetKind.Stock) continue;
            targets.Add(at.IsTotal ? (Measure.Displaced, -1) : (Measure.Stock, numbers[at.Place]), target);
        }
        return (measure, place, day) => targets.TryGetValue((measure, place), out var target) ? forecast.Members(alternative, target, question.Known.Day.AddDays(day + 1)) : null;
    }

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
