using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Conditioning;

/// <summary>A scenario as it could be known on a day: what a forecast may simulate.</summary>
internal static class AsOfScenario
{
    /// <summary>
    /// The scenario without counts published later, without given departures (which published cases derive from all records), and without
    /// timeline entries that were not announced by then; its people at the start are those last reported by its first day, or first reported after it.
    /// </summary>
    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="known">What was reported by the as-of day.</param>
    /// <param name="start">First day of the simulation, at or before the as-of day.</param>
    /// <param name="knownClosures">Whether closures, openings, kinds and capacities that come later are granted; conflicts never are.</param>
    public static Scenario Of(Scenario scenario, Knowledge known, DateOnly start, bool knownClosures = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(known);
        List<TimelineEntry> timeline = [.. scenario.Timeline.Where(e => e.KnownFrom <= known.Day || knownClosures && IsClosure(e.Change))];
        var residents = Residents(scenario, known, timeline, start);
        return scenario with
        {
            Start = start,
            KindsSince = scenario.KindsSince ?? scenario.Start,
            AsOf = known.Day,
            Places = [.. scenario.Places.Select((p, i) => p with { CountedTwice = 0, Population = residents[i] })],
            Counts = [.. scenario.Counts.Where(c => c.Published <= known.Day && c.Date <= known.Day)],
            Departures = [],
            InitialStock = StockOn(known, start),
            Timeline = timeline,
        };
    }

    /// <summary>The residents of every place when the window begins: without those who, by the reports, have left since the scenario's first day.</summary>
    private static long[] Residents(Scenario scenario, Knowledge known, IReadOnlyList<TimelineEntry> timeline, DateOnly start)
    {
        if (start <= scenario.Start || !scenario.Rules.TakeFromPopulation) return [.. scenario.Places.Select(p => p.Population)];
        double Grown(ReportSeries series) =>
            series.Reports.Count > 0 ? ReportOn(series.Joined, start).People - ReportOn(series.Joined, scenario.Start).People : 0;
        var left = known.Total is { } total ? Grown(known.Series[total]) : known.Series.Sum(Grown);
        return Drive.ResidentsAfter(scenario, timeline, scenario.Day(start), left);
    }

    private static bool IsClosure(Change change) => change is Change.Close or Change.Open or Change.Pass or Change.Kind or Change.Capacity;

    private static Dictionary<string, long> StockOn(Knowledge known, DateOnly day)
    {
        var stock = new Dictionary<string, long>();
        foreach (var series in known.Series.Where(s => !s.Target.IsTotal && s.Target.Kind == TargetKind.Stock))
        {
            if (series.Reports.Count > 0 && ReportOn(series.Reports, day).People is >= 1 and var people) stock[series.Target.Place] = (long)people;
        }
        return stock;
    }

    /// <summary>The last report by a day, or, where that is later, the first one.</summary>
    internal static Report ReportOn(IReadOnlyList<Report> reports, DateOnly day) => reports[Math.Max(0, reports.Count(r => r.Date <= day) - 1)];
}
