using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Conditioning;

/// <summary>Which of the stated capacities limit anybody, as far as the reports tell, and a timeline as it is simulated by them.</summary>
internal sealed class BelievedCapacities
{
    private const double Overfill = 1.1;
    private const int DaysFull = 28;
    private const double FullShare = 0.9;

    private readonly Scenario asOf;
    private readonly Knowledge known;
    private readonly DateOnly reflected;

    /// <param name="asOf">The scenario as it was known, with its stated capacities.</param>
    /// <param name="known">What was reported by then.</param>
    /// <param name="reflected">The day of the last report of any series.</param>
    public BelievedCapacities(Scenario asOf, Knowledge known, DateOnly reflected)
    {
        (this.asOf, this.known, this.reflected) = (asOf, known, reflected);
        Refuted = [.. RefutedCapacities()];
        Places = [.. asOf.Places.Select(p => IsRefuted(p.Id, since: null) ? p with { Capacity = null } : p)];
    }

    /// <summary>
    /// The stated capacities that are taken for none: a report of the days on which one held has gone further beyond it than a full camp does,
    /// which takes in those who are on the way already (docs/model.md).
    /// </summary>
    public IReadOnlyList<RefutedCapacity> Refuted { get; }

    /// <summary>The places with the capacities that are believed.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>A timeline as it is simulated: of its stated capacities those that are believed, and all that are assumed.</summary>
    public IReadOnlyList<TimelineEntry> Simulated(IEnumerable<TimelineEntry> timeline)
    {
        var stated = asOf.Timeline.ToHashSet(ReferenceEqualityComparer.Instance);
        return
        [
            .. timeline.Select(e => e.Change == Change.Capacity && stated.Contains(e) && IsRefuted(e.Subject.From, e.Date)
                ? e with { Value = null } : e),
        ];
    }

    /// <summary>
    /// What a trend of reports continues: the timeline up to the last report, without limits of capacity from then on,
    /// but for camps that have been full for so long that the trend is that of a full camp.
    /// </summary>
    public IReadOnlyList<TimelineEntry> ReflectedTimeline() => Simulated(
    [
        .. asOf.Timeline.Where(e => e.Date <= reflected),
        .. Places
            .Where(p => (p.Capacity is not null || asOf.Timeline.Any(e => IsCapacityOf(p.Id, e))) && !HasBeenFull(p))
            .Select(p => new TimelineEntry { Date = reflected.AddDays(1), Subject = Subject.Place(p.Id), Change = Change.Capacity }),
    ]);

    private IEnumerable<RefutedCapacity> RefutedCapacities()
    {
        var stated = asOf.Places.Select(p => (Place: p.Id, Capacity: (double?)p.Capacity, Since: (DateOnly?)null))
            .Concat(asOf.Timeline.Where(e => e.Change == Change.Capacity).Select(e => (Place: e.Subject.From, Capacity: e.Value, Since: (DateOnly?)e.Date)));
        foreach (var (place, capacity, since) in stated)
        {
            if (capacity * asOf.Rules.CapacityScaling is not { } most) continue;
            var until = asOf.Timeline.Where(e => IsCapacityOf(place, e) && !(e.Date <= since)).Select(e => (DateOnly?)e.Date).Min();
            var reports = StocksAt(place).Where(r => !(r.Date < since) && !(r.Date >= until) && r.People > Overfill * most).OrderBy(r => r.People).ToList();
            if (reports.Count > 0) yield return new RefutedCapacity(place, most, since, reports[^1]);
        }
    }

    /// <summary>Whether all reports of the last four weeks, three at least, are of a camp that is filled to nine tenths or more.</summary>
    private bool HasBeenFull(Place place)
    {
        var row = asOf.Timeline.Where(e => IsCapacityOf(place.Id, e) && e.Date <= reflected).MaxBy(e => e.Date);
        var full = (row is null ? place.Capacity : row.Value) * asOf.Rules.CapacityScaling * FullShare;
        var reports = StocksAt(place.Id).Where(r => r.Date > reflected.AddDays(-DaysFull)).ToList();
        return reports.Count >= SimpleMethods.MinReports && reports.TrueForAll(r => r.People >= full);
    }

    private IEnumerable<Report> StocksAt(string place) =>
        known.Series.Where(s => s.Target.Place == place && s.Target.Kind == TargetKind.Stock).SelectMany(s => s.Reports);

    private bool IsRefuted(string place, DateOnly? since) => Refuted.Any(r => r.Place == place && r.Since == since);

    private static bool IsCapacityOf(string place, TimelineEntry entry) => entry.Change == Change.Capacity && entry.Subject == Subject.Place(place);
}
