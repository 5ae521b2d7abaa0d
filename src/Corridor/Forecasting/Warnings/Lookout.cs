using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Warnings;

/// <summary>Finds what is to be warned of under an alternative (docs/forecasting.md, "Warnings").</summary>
public static class Lookout
{
    /// <summary>Capacities are warned of from this probability on, on some day.</summary>
    private const double Likely = 0.2;

    /// <summary>A single way out is warned of from this probability of a closure on, within the days ahead.</summary>
    private const double WorthKnowing = 0.02;

    /// <summary>All warnings of an outlook whose days were observed: capacities, people trapped, ways out, triggers.</summary>
    public static IReadOnlyList<Warning> Of(Outlook outlook)
    {
        ArgumentNullException.ThrowIfNull(outlook);
        return [.. Capacities(outlook), .. WaysOut(outlook), .. Triggers(outlook)];
    }

    private static IEnumerable<Warning> Capacities(Outlook outlook)
    {
        var scaling = outlook.Scenario.Rules.CapacityScaling;
        foreach (var place in outlook.Scenario.Places)
        {
            var changes = outlook.Forecast.Ensemble.TimelineOf(outlook.Alternative)
                .Where(e => e.Change == Change.Capacity && e.Subject == Subject.Place(place.Id))
                .OrderBy(e => e.Date)
                .ToList();
            if (place.Capacity is null && changes.Count == 0) continue;
            (double? People, TimelineEntry? By) On(DateOnly day) =>
                changes.LastOrDefault(e => e.Date <= day) is { } by ? (by.Value * scaling, by) : (place.Capacity * scaling, null);
            var target = outlook.TargetOf(Measure.Stock, place.Id);
            var days = Enumerable.Range(1, outlook.Days)
                .Select(d => (Ahead: d, Room: On(outlook.Known.Day.AddDays(d)), People: outlook.Of(Measure.Stock, place.Id, d)))
                .ToList();
            if (days.All(d => d.Room.People is not > 0)) continue;
            var count = Evidence.Of(outlook.Scenario, outlook.Known, place.Id);
            foreach (var (kind, share) in new[] { (WarningKind.Capacity90, 0.9), (WarningKind.Capacity100, 1.0) })
            {
                // What a report has passed already is known to all and no warning.
                if (target is not null && count is not null && On(outlook.Known.Day).People is { } now && count.Report.People >= share * now) continue;
                double[] byDay = [.. days.Select(d => d.Room.People is > 0 and { } room ? d.People.Count(p => p > share * room) / (double)d.People.Length : 0)];
                if (byDay.Max() < Likely) continue;
                var room = On(outlook.Known.Day.AddDays(1 + Array.IndexOf(byDay, byDay.Max())));
                yield return new Warning
                {
                    Kind = kind,
                    Alternative = outlook.Alternative,
                    Place = place.Id,
                    Mark = room.People!.Value,
                    ByDay = byDay,
                    First = First(outlook, byDay),
                    People = Summary.Of([.. days[^1].People]),
                    Reason = Since(outlook, Measure.Stock, place.Id, count) with { CapacityBy = room.By },
                };
            }
        }
    }

    private static IEnumerable<Warning> WaysOut(Outlook outlook)
    {
        var asOf = outlook.Known.Day;
        // What an alternative supposes of the past is no experience.
        var past = PastClosures(outlook.Scenario, outlook.Forecast.Ensemble.TimelineOf(Alternative.Base), asOf);
        foreach (var way in outlook.Ways)
        {
            var reason = new Reason
            {
                Count = Evidence.Of(outlook.Scenario, outlook.Known, way.Place),
                Changes = way.LostBy,
                Assumed = Assumed(outlook, way.LostBy),
            };
            if (way.Lost is { } lost)
            {
                // Stopped before that day, nobody is trapped on any day that was simulated.
                var last = Array.FindLastIndex(way.IsTrapped, outlook.Days - 1, isTrapped => isTrapped) + 1;
                if (last == 0) continue;
                if (lost > asOf) yield return Warn(WarningKind.LastRoute, [.. way.IsTrapped.Take(outlook.Days).Select(t => t ? 1.0 : 0.0)], lost);
                double ShareTrapped(int ahead) => Share(outlook.Of(Measure.Trapped, way.Place, ahead), p => p > 0);
                double[] trapped = [.. Enumerable.Range(1, outlook.Days).Select(ShareTrapped)];
                yield return Warn(WarningKind.Trapped, trapped, lost > asOf ? lost : asOf.AddDays(1)) with
                {
                    IsAlready = lost <= asOf,
                    People = Summary.Of([.. outlook.Of(Measure.Trapped, way.Place, last)]),
                    PeopleOn = asOf.AddDays(last),
                };
            }
            else if (way.LastRoute.Length > 0)
            {
                // Closures come at the rate of the known past, with Jeffreys' prior for a rate: (closures + 1/2) per route-day.
                var rate = (past.Closures + 0.5) / past.RouteDays;
                double[] byDay = [.. Enumerable.Range(1, outlook.Days).Select(d => 1 - Math.Exp(-rate * d))];
                var known = reason with { Route = way.LastRoute, PastClosures = past };
                if (byDay[^1] >= WorthKnowing) yield return Warn(WarningKind.OneRouteLeft, byDay, First(outlook, byDay)) with { Reason = known };
            }

            Warning Warn(WarningKind kind, double[] byDay, DateOnly? first) =>
                new() { Kind = kind, Alternative = outlook.Alternative, Place = way.Place, ByDay = byDay, First = first, Reason = reason };
        }
    }

    private static IEnumerable<Warning> Triggers(Outlook outlook)
    {
        foreach (var trigger in outlook.Scenario.Triggers.Where(t => t.Quantity.Days <= outlook.Days))
        {
            var (measure, place, days) = (trigger.Quantity.Measure, trigger.Quantity.Place, trigger.Quantity.Days!.Value);
            var people = outlook.Of(measure, place, days);
            var probability = Share(people, trigger.Holds);
            yield return new Warning
            {
                Kind = WarningKind.Trigger,
                Alternative = outlook.Alternative,
                Place = place,
                Trigger = trigger,
                Mark = trigger.People,
                ByDay = [probability],
                First = probability > trigger.Probability ? outlook.Known.Day.AddDays(days) : null,
                People = Summary.Of([.. people]),
                Reason = Since(outlook, measure, place, Evidence.Of(outlook.Scenario, outlook.Known, place)),
            };
        }
    }

    /// <summary>The changes that the last report does not reflect, and what they do to the growth of a reported place.</summary>
    private static Reason Since(Outlook outlook, Measure measure, string place, Evidence? count)
    {
        var end = outlook.Known.Day.AddDays(outlook.Days);
        bool IsNew(TimelineEntry entry) => entry.Date > outlook.Forecast.Ensemble.Reflected && entry.Date <= end;
        var changes = outlook.Forecast.Ensemble.TimelineOf(outlook.Alternative)
            .Where(e => IsNew(e) || Assumed(outlook, [e]).Count > 0)
            .OrderBy(e => e.Date)
            .ToList();
        var target = outlook.TargetOf(measure, place);
        double? factor = target is { } t ? outlook.Forecast.GrowthFactorOf(outlook.Alternative, t, end) : null;
        return new Reason { Count = count, IsForecast = target is not null, Changes = changes, Assumed = Assumed(outlook, changes), Factor = factor };
    }

    private static List<TimelineEntry> Assumed(Outlook outlook, IEnumerable<TimelineEntry> entries)
    {
        var assumed = outlook.Alternative.Rows.Where(r => !r.Drop).Select(r => r.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. entries.Where(assumed.Contains)];
    }

    /// <summary>
    /// Closures that were known, and the days on which they could have come; a route is all roads between two places, which one closure closes.
    /// </summary>
    private static (int Closures, double RouteDays) PastClosures(Scenario scenario, IReadOnlyList<TimelineEntry> timeline, DateOnly asOf)
    {
        static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        bool IsClosure(TimelineEntry e) => e.Subject.Kind == SubjectKind.Route && e.Date > scenario.Start && e.Date <= asOf
            && (e.Change == Change.Close || e is { Change: Change.Pass, Value: 0 });
        var closures = timeline.Where(IsClosure).Select(e => (e.Date, Pair(e.Subject.From, e.Subject.To))).Distinct().Count();
        var pairs = scenario.Routes.Select(r => Pair(r.From, r.To)).Distinct().Count();
        return (closures, Math.Max(1, pairs * (double)(asOf.DayNumber - scenario.Start.DayNumber)));
    }

    private static double Share(double[] members, Func<double, bool> holds) => members.Count(holds) / (double)members.Length;

    private static DateOnly? First(Outlook outlook, double[] byDay) =>
        Array.FindIndex(byDay, p => p > 0.5) is >= 0 and var day ? outlook.Known.Day.AddDays(day + 1) : null;
}
