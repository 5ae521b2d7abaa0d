using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Conditioning;

/// <summary>A scenario as it could be known on a day: what a forecast may simulate.</summary>
public static class AsOfScenario
{
    /// <summary>
    /// The scenario without counts published later, without given departures (which published cases derive from all records), and without
    /// timeline entries that were not announced by then; its people at the start are those last reported by its first day.
    /// </summary>
    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="known">What was reported by the as-of day.</param>
    /// <param name="start">First day of the simulation, at or before the as-of day.</param>
    /// <param name="knownClosures">Whether closures, openings, kinds and capacities that come later are granted; conflicts never are.</param>
    public static Scenario Of(Scenario scenario, Knowledge known, DateOnly start, bool knownClosures = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(known);
        return scenario with
        {
            Start = start,
            AsOf = known.Day,
            Places = [.. scenario.Places.Select(p => p with { CountedTwice = 0 })],
            Counts = [.. scenario.Counts.Where(c => c.Published <= known.Day && c.Date <= known.Day)],
            Departures = [],
            InitialStock = StockOn(known, start),
            Timeline = [.. scenario.Timeline.Where(e => e.KnownFrom <= known.Day || knownClosures && IsClosure(e.Change))],
        };
    }

    private static bool IsClosure(Change change) => change is Change.Close or Change.Open or Change.Pass or Change.Kind or Change.Capacity;

    private static Dictionary<string, long> StockOn(Knowledge known, DateOnly day)
    {
        var stock = new Dictionary<string, long>();
        foreach (var series in known.Series.Where(s => !s.Target.IsTotal && s.Target.Kind == TargetKind.Stock))
        {
            var last = series.Reports.LastOrDefault(r => r.Date <= day);
            if (last.People >= 1) stock[series.Target.Place] = (long)last.People;
        }
        return stock;
    }
}
