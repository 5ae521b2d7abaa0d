using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Backtests;

/// <summary>The origins and horizons of a backtest of one scenario: the protocol (docs/forecasting.md, "Backtests").</summary>
public sealed class BacktestPlan
{
    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="everyDays">Days from one origin to the next.</param>
    /// <param name="horizons">Days ahead.</param>
    public BacktestPlan(Scenario scenario, int everyDays, IReadOnlyList<int> horizons)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        (Scenario, Horizons) = (scenario, horizons);
        // As long as the situation is described: the scenario's days, or its timeline where that goes on.
        var end = scenario.Date(scenario.Days);
        foreach (var entry in scenario.Timeline)
            if (entry.Date > end) end = entry.Date;
        End = end;
        var asked = new Dictionary<string, Asked>();
        foreach (var day in Days(scenario.Start, end, everyDays))
        {
            // The targets that somebody would have chosen on that day; days of the same targets share what is derived from earlier ones.
            var series = ReportSeries.AllOf(scenario, day);
            var key = string.Join('\n', series.Select(s => $"{s.Target.Place} {s.Target.Kind} {s.Target.Series}"));
            if (!asked.TryGetValue(key, out var on))
            {
                series = [.. series.Select(s => s.Until(end))];
                asked[key] = on = new Asked(series, Knowledge.Of(scenario, series, end));
            }
            if (Horizons.Any(h => on.Series.Any(s => Truth.Of(s, day, h) is not null))) askedOn[day] = on;
        }
    }

    /// <summary>The targets of some origins with all their reports up to <see cref="End"/>, which forecasts are scored at, and the same as knowledge.</summary>
    private sealed record Asked(IReadOnlyList<ReportSeries> Series, Knowledge AtEnd);

    private readonly SortedDictionary<DateOnly, Asked> askedOn = [];

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The last day whose reports are scored.</summary>
    public DateOnly End { get; }

    /// <summary>Days ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>The as-of days, the first a step after <see cref="Scenarios.Scenario.Start"/>, on which a target can be forecast and scored.</summary>
    public IReadOnlyCollection<DateOnly> Origins => askedOn.Keys;

    /// <summary>What could be known on an origin.</summary>
    public Knowledge KnownOn(DateOnly origin) => askedOn[origin].AtEnd.On(origin);

    private static IEnumerable<DateOnly> Days(DateOnly start, DateOnly end, int every)
    {
        for (var day = start.AddDays(every); day < end; day = day.AddDays(every)) yield return day;
    }

    /// <summary>Every forecast of a method at one origin that can be scored.</summary>
    /// <param name="method">Name of the method.</param>
    /// <param name="known">What was known at the origin.</param>
    /// <param name="forecast">Its forecast of a target on a day.</param>
    /// <param name="correlation">Correlation of the targets by horizon; null: the method forecasts each for itself.</param>
    public IEnumerable<ScoredForecast> ScoresOf(
        string method, Knowledge known, Func<int, DateOnly, Predictive> forecast, Func<int, double>? correlation = null)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(forecast);
        var series = askedOn[known.Day].Series;
        foreach (var horizon in Horizons)
        {
            for (var target = 0; target < series.Count; target++)
            {
                if (Truth.Of(series[target], known.Day, horizon) is not { } report) continue;
                yield return new ScoredForecast(Scenario.Name, method, known.Day, horizon, series[target].Target.ToString(), report.Date,
                    known.Series[target].Reports[^1].People, report.People, forecast(target, report.Date), correlation?.Invoke(horizon) ?? 0);
            }
        }
    }
}
