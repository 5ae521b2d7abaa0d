using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
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
        Series = [.. ReportSeries.AllOf(scenario).Select(s => ReportSeries.Of(s.Target, s.Reports.Where(r => r.Date <= end)))];
        Origins = [.. Days(scenario.Start, end, everyDays).Where(day => Horizons.Any(h => Series.Any(s => IsScored(s, day, h))))];
        End = end;
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The last day whose reports are scored.</summary>
    public DateOnly End { get; }

    /// <summary>Days ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>The targets with all their reports up to <see cref="End"/>.</summary>
    public IReadOnlyList<ReportSeries> Series { get; }

    /// <summary>The as-of days, from <see cref="Scenarios.Scenario.Start"/> on, on which at least one target can be forecast and scored.</summary>
    public IReadOnlyList<DateOnly> Origins { get; }

    /// <summary>What could be known on an origin.</summary>
    public Knowledge KnownOn(DateOnly origin) => Knowledge.Of(Scenario, Series, origin);

    /// <summary>Whether the target can be forecast on that day and is scored at a report.</summary>
    private static bool IsScored(ReportSeries series, DateOnly origin, int horizon) =>
        series.Reports.Count(r => r.Published <= origin && r.Date <= origin) >= SimpleMethods.MinReports && Truth.Of(series, origin, horizon) is not null;

    private static IEnumerable<DateOnly> Days(DateOnly start, DateOnly end, int every)
    {
        for (var day = start.AddDays(every); day < end; day = day.AddDays(every)) yield return day;
    }

    /// <summary>Every forecast of a method at one origin that can be scored.</summary>
    /// <param name="method">The method.</param>
    /// <param name="known">What was known at the origin.</param>
    /// <param name="correlation">Correlation of the targets by horizon; null: the method forecasts each for itself.</param>
    public IEnumerable<ScoredForecast> ScoresOf(IForecastMethod method, Knowledge known, Func<int, double>? correlation = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(known);
        foreach (var horizon in Horizons)
        {
            for (var target = 0; target < Series.Count; target++)
            {
                if (!IsScored(Series[target], known.Day, horizon)) continue;
                var report = Truth.Of(Series[target], known.Day, horizon)!.Value;
                yield return new ScoredForecast(Scenario.Name, method.Name, known.Day, horizon, Series[target].Target.ToString(), report.Date,
                    known.Series[target].Reports[^1].People, report.People, method.Forecast(known, target, report.Date), correlation?.Invoke(horizon) ?? 0);
            }
        }
    }
}
