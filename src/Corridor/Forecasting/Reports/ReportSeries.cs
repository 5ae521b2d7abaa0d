using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Reports;

/// <summary>All that was published of a target, and its reports by date: of several for one day, the one published last (of those, the largest).</summary>
public sealed record ReportSeries
{
    private readonly IReadOnlyList<Report> published;

    private ReportSeries(Target target, IReadOnlyList<Report> published)
    {
        (Target, this.published) = (target, published);
        var latest = published.GroupBy(r => (r.Date, r.Since)).Select(g => g.OrderBy(r => r.Published).ThenBy(r => r.People).Last())
            .OrderBy(r => r.Date).ThenBy(r => r.Since);
        Reports = target.Kind == TargetKind.Arrivals ? [.. AddedUp(latest)] : [.. latest];
        Joined = Join(Reports);
    }

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

    /// <summary>A series of which so much was published, in any order; a figure that was revised stands in it as often as it was published.</summary>
    public static ReportSeries Of(Target target, IEnumerable<Report> published) => new(target, [.. published]);

    /// <summary>What could be known of it on a day: no figure that was published later, and of a figure that was revised what stood by then.</summary>
    public ReportSeries KnownOn(DateOnly day) => Of(Target, published.Where(r => r.Published <= day && r.Date <= day));

    /// <summary>Its reports of the days until one, as they stood at last.</summary>
    public ReportSeries Until(DateOnly day) => Of(Target, published.Where(r => r.Date <= day));

    /// <summary>
    /// The series of a scenario that could be forecast on a day, with all that was published of them at any time: for each place that was
    /// reported by then, and for the whole situation, the series with most reports known. Stocks that are only bounds are left out. Inflows
    /// count where at least four of a series follow on each other, each beginning where the one before ended; they are added up, over gaps as well.
    /// </summary>
    public static IReadOnlyList<ReportSeries> AllOf(Scenario scenario, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var order = scenario.PlaceNumbers();
        return
        [
            .. scenario.Counts
                .GroupBy(Target.Of)
                .Where(g => g.Key is not null)
                .Select(g => Of(g.Key!, g.Where(c => !IsBound(c)).Select(c => ReportOf(c, g.Key!.Kind))))
                .Select(s => (Series: s, Known: s.KnownOn(day).LongestStretch))
                .Where(s => s.Known >= (s.Series.Target.Kind == TargetKind.Stock ? SimpleMethods.MinReports : MinInflows))
                .GroupBy(s => s.Series.Target.Place)
                .Select(g => g
                    .OrderByDescending(s => s.Known)
                    .ThenBy(s => s.Series.Target.Kind)
                    .ThenBy(s => s.Series.Target.Series, StringComparer.Ordinal)
                    .First().Series)
                .OrderBy(s => s.Target.IsTotal ? -1 : order.GetValueOrDefault(s.Target.Place, int.MaxValue)),
        ];
    }

    private static bool IsBound(Count count) => count.Measure != Measure.Inflow && count.Qualifier is Qualifier.AtLeast or Qualifier.AtMost;

    private static Report ReportOf(Count count, TargetKind kind) =>
        new(count.Date, count.Published, count.People, count.Break, kind == TargetKind.Arrivals ? count.Since : null);

    /// <summary>Inflows that must follow on each other to be added up.</summary>
    private const int MinInflows = 4;

    /// <summary>Reports that follow on each other without a gap; at most so many.</summary>
    private int LongestStretch
    {
        get
        {
            var (longest, length) = (0, 0);
            foreach (var report in Reports) longest = Math.Max(longest, length = report.IsGap ? 0 : length + 1);
            return longest;
        }
    }

    /// <summary>
    /// Sums of inflows in the order of their periods; a sum is known when the last of its parts is. Periods that overlap those before are left out.
    /// After a gap, who came meanwhile is not known: the sum goes on from where the next period begins, as a series does at a break.
    /// </summary>
    private static IEnumerable<Report> AddedUp(IEnumerable<Report> flows)
    {
        var (sum, known, end) = (0.0, DateOnly.MinValue, (DateOnly?)null);
        foreach (var flow in flows)
        {
            if (flow.Since < end) continue;
            if (flow.Published > known) known = flow.Published;
            if (flow.Since > end) yield return new Report(flow.Since.Value, known, sum, Break: true, IsGap: true);
            (sum, end) = (sum + flow.People, flow.Date);
            yield return flow with { Published = known, People = sum };
        }
    }
}
