using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Reports;

/// <summary>All reports of a target, by date; of several for one day, the one published last.</summary>
public sealed record ReportSeries
{
    private ReportSeries(Target target, IReadOnlyList<Report> reports) => (Target, Reports, Joined) = (target, reports, Join(reports));

    /// <summary>What is reported.</summary>
    public Target Target { get; }

    /// <summary>The reports in the order of their dates.</summary>
    public IReadOnlyList<Report> Reports { get; }

    /// <summary>
    /// The reports as if all had been counted as the last one was: at a break, everything before is moved by what the figures on its two sides
    /// differ by. So what people did is read from all of them, and the break is no movement. Without breaks, the reports themselves.
    /// </summary>
    public IReadOnlyList<Report> Joined { get; }

    private static IReadOnlyList<Report> Join(IReadOnlyList<Report> reports)
    {
        if (!reports.Skip(1).Any(r => r.Break)) return reports;
        var joined = new Report[reports.Count];
        var moved = 0.0;
        for (var i = joined.Length - 1; i >= 0; i--)
        {
            joined[i] = reports[i] with { People = reports[i].People + moved };
            if (reports[i].Break && i > 0) moved += reports[i].People - reports[i - 1].People;
        }
        return joined;
    }

    /// <summary>A series of such reports, in any order.</summary>
    public static ReportSeries Of(Target target, IEnumerable<Report> reports) =>
        new(target, [.. reports.GroupBy(r => r.Date).Select(day => day.OrderBy(r => r.Published).Last()).OrderBy(r => r.Date)]);

    /// <summary>What could be known of it on a day.</summary>
    public ReportSeries KnownOn(DateOnly day) => Of(Target, Reports.Where(r => r.Published <= day && r.Date <= day));

    /// <summary>
    /// The series of a scenario that can be forecast: for each place that is reported, and for the whole situation,
    /// the series with most reports. Stocks that are only bounds are left out. Inflows count where at least four of
    /// a series follow on each other, each beginning where the one before ended; they are added up.
    /// </summary>
    public static IReadOnlyList<ReportSeries> AllOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var stocks = scenario.Counts
            .Where(c => c.Measure == Measure.Stock && c.Qualifier is Qualifier.Exact or Qualifier.About)
            .GroupBy(c => (c.Place, c.Series))
            .Select(g => Of(new Target(g.Key.Place, TargetKind.Stock, g.Key.Series), g.Select(c => new Report(c.Date, c.Published, c.People, c.Break))));
        var arrivals = scenario.Counts
            .Where(c => c.Measure == Measure.Inflow && c.Since is not null)
            .GroupBy(c => (c.Place, c.Series))
            .Select(g => Of(new Target(g.Key.Place, TargetKind.Arrivals, g.Key.Series), AddedUp(g)));
        var order = scenario.Places.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return
        [
            .. stocks.Concat(arrivals)
                .Where(s => s.Reports.Count >= (s.Target.Kind == TargetKind.Stock ? SimpleMethods.MinReports : MinInflows))
                .GroupBy(s => s.Target.Place)
                .Select(g => g.OrderByDescending(s => s.Reports.Count).ThenBy(s => s.Target.Kind).ThenBy(s => s.Target.Series, StringComparer.Ordinal).First())
                .OrderBy(s => s.Target.IsTotal ? -1 : order.GetValueOrDefault(s.Target.Place, int.MaxValue)),
        ];
    }

    /// <summary>Inflows that must follow on each other to be added up.</summary>
    private const int MinInflows = 4;

    /// <summary>Sums of inflows whose periods follow on each other; a sum is known when the last of its parts is.</summary>
    private static IEnumerable<Report> AddedUp(IEnumerable<Count> flows)
    {
        var (sum, known, end) = (0.0, DateOnly.MinValue, (DateOnly?)null);
        foreach (var flow in flows.OrderBy(f => f.Date).ThenBy(f => f.Since))
        {
            if (end is { } previous && flow.Since != previous) continue;
            (sum, end) = (sum + flow.People, flow.Date);
            if (flow.Published > known) known = flow.Published;
            yield return new Report(flow.Date, known, sum, flow.Break);
        }
    }
}
