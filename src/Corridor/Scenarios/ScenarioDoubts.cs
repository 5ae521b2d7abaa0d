using System.Globalization;

namespace Corridor.Scenarios;

/// <summary>
/// What runs, but is probably not meant, in a scenario that somebody wrote as one: rows that contradict each other or change nothing, figures that
/// cannot be. Folders of other programs have habits of their own, and are judged by those who read them.
/// </summary>
public static class ScenarioDoubts
{
    /// <summary>All doubts, as warnings.</summary>
    public static IReadOnlyList<Problem> Find(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var doubts = new List<Problem>();
        Places(scenario, doubts);
        Floods(scenario, doubts);
        MoreThanEverybody(scenario, doubts);
        OfOneDay(scenario.Timeline, doubts);
        StillFighting(scenario, doubts);
        Openings(scenario, [], doubts);
        foreach (var alternative in scenario.Alternatives)
        {
            OfOneDay([.. alternative.Rows.Where(r => !r.Drop).Select(r => r.Entry)], doubts);
            Openings(scenario, alternative.Rows, doubts);
        }
        return doubts;
    }

    private static void Warn(List<Problem> doubts, Origin origin, string message) => doubts.Add(Problem.Warning(origin, message));

    private static void Places(Scenario scenario, List<Problem> doubts)
    {
        var countries = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var place in scenario.Places)
        {
            if (place.Latitude is null != place.Longitude is null)
            {
                var (stated, missing) = place.Latitude is null ? ("longitude", "latitude") : ("latitude", "longitude");
                Warn(doubts, place.Origin, $"'{place.Id}' has a {stated} and no {missing}: where it lies is not known; expected both or neither");
            }
            var name = place.Country;
            if (name.Length == 0 || countries.TryAdd(Plain(name), place) || countries[Plain(name)] is var first && first.Country == name) continue;
            if (!countries.TryAdd(name, place)) continue;
            Warn(doubts, place.Origin, $"the country '{name}' of '{place.Id}' differs from '{first.Country}' at {first.Origin} only in how it is written: "
                + $"they are two countries with a border between them; did you mean '{first.Country}'?");
        }
    }

    /// <summary>A name without capitals and blanks.</summary>
    private static string Plain(string name) => " " + string.Concat(name.Where(c => !char.IsWhiteSpace(c)).Select(char.ToLowerInvariant));

    private static void Floods(Scenario scenario, List<Problem> doubts)
    {
        var rules = scenario.Rules;
        if (rules.DepartureDriver == DepartureDriver.Flood || rules.FloodMovechances.Count > 0 || rules.FloodLocWeights.Count > 0) return;
        var floods = scenario.Timeline.Concat(scenario.Alternatives.SelectMany(a => a.Rows, (_, row) => row.Entry)).Where(e => e.Change == Change.Flood);
        if (floods.FirstOrDefault() is not { } first) return;
        Warn(doubts, first.Origin, "no rule reads floods: such rows change nothing; "
            + "expected departure_driver: flood, flood_movechances or flood_loc_weights in the rules");
    }

    /// <summary>Counts of more people than the scenario has. Where people come from elsewhere than the residents, how many there are is not known.</summary>
    private static void MoreThanEverybody(Scenario scenario, List<Problem> doubts)
    {
        if (scenario.Departures.Count > 0 || !scenario.Rules.TakeFromPopulation || scenario.Places.Any(p => p.CountedTwice > 0)) return;
        var everybody = scenario.InitialStock.Values.Sum(p => (double)p) + scenario.Places.Sum(p => (double)p.Population);
        var more = scenario.Counts.Where(c => c.Measure is Measure.Stock or Measure.Displaced && c.Qualifier != Qualifier.AtMost && c.People > everybody);
        if (everybody <= 0 || more.ToList() is not [var first, ..] all) return;
        var further = all.Count == 1 ? "" : $", as are {all.Count - 1} further counts";
        Warn(doubts, first.Origin, string.Create(CultureInfo.InvariantCulture,
            $"a count of {first.People} people, more than all {everybody} of the scenario, residents and initial_stock together{further}; ")
            + "expected fewer, or a larger population or initial_stock");
    }

    /// <summary>Rows of one day that say the same of one subject twice, or of which only the last can hold.</summary>
    private static void OfOneDay(IReadOnlyList<TimelineEntry> entries, List<Problem> doubts)
    {
        // What was announced later may correct what was announced before.
        var sameDay = entries.GroupBy(e => (e.Date, e.KnownFrom, Same(e.Subject), Kind(e), e.To, e.Change == Change.ForceMove ? e.Value : null));
        foreach (var rows in sameDay)
        {
            var before = rows.First();
            foreach (var row in rows.Skip(1))
            {
                var isSame = (row.Change, row.Value, row.NewKind) == (before.Change, before.Value, before.NewKind);
                var day = $"'{row.Subject}' on {row.Date:yyyy-MM-dd}";
                if (isSame && row.Change == Change.ForceMove)
                    Warn(doubts, row.Origin, $"the force-move of {day} is there already at {before.Origin}: people are forced away twice; expected it once");
                else if (isSame)
                    Warn(doubts, row.Origin, $"the change {Names.Of(row.Change)} of {day} is there already at {before.Origin}; expected it once");
                else
                    Warn(doubts, row.Origin, $"{Said(row)} of {day}, and {Said(before)} at {before.Origin}: the later row holds; expected one of them");
                before = row;
            }
        }
    }

    /// <summary>A zone of conflict that becomes a town, and no row tells more of its conflict: it goes on, as only a row of conflict ends it.</summary>
    private static void StillFighting(Scenario scenario, List<Problem> doubts)
    {
        var fighting = scenario.Places.Where(p => p.Kind == PlaceKind.ConflictZone).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in Alternative.InOrder(scenario.Timeline).Where(e => e.Subject.Kind == SubjectKind.Place))
        {
            var place = entry.Subject.From;
            if (entry.Change == Change.Conflict && entry.Value == 0) fighting.Remove(place);
            else if (entry.Change == Change.Conflict || entry.NewKind == PlaceKind.ConflictZone) fighting.Add(place);
            else if (entry.Change == Change.Kind && fighting.Contains(place) && !IsToldLater(scenario, entry))
                Warn(doubts, entry.Origin, $"'{place}' is still under conflict on {entry.Date:yyyy-MM-dd}, whatever its kind: a row 'conflict' with 0 ends it");
        }
    }

    private static bool IsToldLater(Scenario scenario, TimelineEntry kind) => scenario.Timeline.Any(e =>
        e.Change == Change.Conflict && e.Date >= kind.Date && e.Subject == kind.Subject);

    private static string Said(TimelineEntry entry) => Names.Of(entry.Change) + (entry.Change == Change.Kind
        ? entry.NewKind is { } kind ? $" {Names.Of(kind)}" : ""
        : entry.Value is { } value ? $" {value.ToString("R", CultureInfo.InvariantCulture)}" : entry.Change == Change.Capacity ? " without a limit" : "");

    private static Change Kind(TimelineEntry entry) => entry.Change == Change.Open ? Change.Close : entry.Change;

    /// <summary>The same subject for the same ends, named from either side.</summary>
    private static Subject Same(Subject subject) =>
        subject.Kind != SubjectKind.Place && !subject.OneWay && string.CompareOrdinal(subject.From, subject.To) > 0
            ? subject with { From = subject.To, To = subject.From }
            : subject;

    /// <summary>Openings that lift no closure, as there is none or that of another subject still holds; only those of the rows, where there are any.</summary>
    private static void Openings(Scenario scenario, IReadOnlyList<AlternativeRow> rows, List<Problem> doubts)
    {
        var added = rows.Where(r => !r.Drop).Select(r => r.Entry).ToList();
        var country = ScenarioCheck.ById(scenario);
        string CountryOf(string place) => country.TryGetValue(place, out var known) ? known.Country : "";
        var closed = new Dictionary<Subject, TimelineEntry>();
        foreach (var entry in Alternative.InOrder(scenario.Timeline.Where(e => !rows.Any(r => r.Drop && r.Drops(e)))).Concat(added).OrderBy(e => e.Date))
        {
            if (entry.Change is not (Change.Close or Change.Open)) continue;
            var subject = entry.Subject;
            var ways = subject.Kind == SubjectKind.Place
                ? [subject]
                : subject.Ways().Select(w => new Subject(subject.Kind, w.From, w.To, OneWay: true)).ToList();
            if (entry.Change == Change.Close)
            {
                foreach (var way in ways) closed[way] = entry;
                continue;
            }
            var lifts = false;
            foreach (var way in ways) lifts |= closed.Remove(way);
            if (lifts || rows.Count > 0 && !added.Contains(entry)) continue;
            var others = ways.SelectMany(w => new[]
            {
                Subject.Place(w.From), Subject.Place(w.To), Subject.Border(CountryOf(w.From), CountryOf(w.To), oneWay: true),
            });
            if (subject.Kind == SubjectKind.Route && others.Select(o => closed.GetValueOrDefault(o)).FirstOrDefault(c => c is not null) is { } still)
                Warn(doubts, entry.Origin, $"'{subject}' is still closed by {still.Subject} of {still.Date:yyyy-MM-dd} at {still.Origin}, and this opens "
                    + $"nothing; expected open of {still.Subject}, as only the same subject lifts a closure");
            else
                Warn(doubts, entry.Origin, $"'{subject}' is open on {entry.Date:yyyy-MM-dd}, as no row closes it before: this opens nothing; "
                    + "expected its closure before, or no such row");
        }
    }
}
