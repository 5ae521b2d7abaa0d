using System.Globalization;

namespace Corridor.Scenarios;

/// <summary>Checks timeline entries, of a scenario or of an alternative, against the places, routes and countries of the scenario.</summary>
internal sealed class TimelineCheck
{
    private readonly Scenario scenario;
    private readonly ICollection<Problem> problems;
    private readonly HashSet<string> places;
    private readonly KnownNames names;
    private readonly HashSet<string> countries;
    private readonly HashSet<(string, string)> ways;
    private readonly HashSet<(string, string)> crossings;
    private readonly bool waysAreKnown;

    private TimelineCheck(Scenario scenario, ICollection<Problem> problems)
    {
        (this.scenario, this.problems) = (scenario, problems);
        places = scenario.Places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        names = new KnownNames(scenario.Places.Select(p => p.Id));
        countries = scenario.Places.Select(p => p.Country).Where(c => c.Length > 0).ToHashSet(StringComparer.Ordinal);
        ways = scenario.Routes.SelectMany(r => r.Ways()).ToHashSet();
        // A route between places that are not there may be meant to join any two.
        waysAreKnown = scenario.Routes.All(r => places.Contains(r.From) && places.Contains(r.To));
        var byId = ScenarioCheck.ById(scenario);
        crossings = waysAreKnown ? ways.Select(w => (byId[w.Item1].Country, byId[w.Item2].Country)).ToHashSet() : [];
    }

    /// <summary>Adds what is wrong with the entries to the problems.</summary>
    public static void Run(Scenario scenario, IReadOnlyList<TimelineEntry> entries, ICollection<Problem> problems)
    {
        var check = new TimelineCheck(scenario, problems);
        foreach (var entry in entries) check.CheckEntry(entry);
        // Other changes of earlier days hold from the first day on; people were forced on their day.
        if (entries.Where(e => e.Change == Change.ForceMove && e.Date < scenario.Start).ToList() is [var first, ..] early)
        {
            var are = early.Count == 1 ? "1 force-move is of a day" : $"{early.Count} force-moves are of days";
            problems.Add(Problem.Warning(first.Origin, $"{are} before the start {scenario.Start:yyyy-MM-dd}, and without effect; "
                + "expected where people are on that morning as initial_stock"));
        }
        var after = entries.Where(e => scenario.Day(e.Date) >= scenario.Days).ToList();
        if (after.Count == 0) return;
        var entriesAre = after.Count == 1 ? "1 timeline entry is of a day" : $"{after.Count} timeline entries are of days";
        problems.Add(Problem.Warning(after[0].Origin,
            $"{entriesAre} after the last day {scenario.Date(scenario.Days - 1):yyyy-MM-dd}, and without effect"));
    }

    private void CheckEntry(TimelineEntry entry)
    {
        CheckSubject(entry);
        CheckValue(entry);
        if (entry.Change == Change.ForceMove)
        {
            if (entry.To.Length == 0) Wrong(entry, "force-move needs a place in the column 'to'");
            else if (entry.Subject == Subject.Place(entry.To))
                Wrong(entry, $"force-move from '{entry.To}' to itself; expected another place in the column 'to'");
            else CheckPlace(entry.To, entry, "force-move to");
        }
        if (entry.Announced > entry.Date && scenario.AsOf is null)
            problems.Add(Problem.Warning(entry.Origin, $"announced on {entry.Announced:yyyy-MM-dd}, after the change itself on {entry.Date:yyyy-MM-dd}"));
    }

    private void CheckSubject(TimelineEntry entry)
    {
        var subject = entry.Subject;
        var allowed = entry.Change switch
        {
            Change.Close or Change.Open => true,
            Change.Pass or Change.Speed => subject.Kind is SubjectKind.Route or SubjectKind.Border,
            _ => subject.Kind == SubjectKind.Place,
        };
        if (!allowed)
        {
            var expected = entry.Change is Change.Pass or Change.Speed ? "a route (a--b) or a border" : "a place";
            Wrong(entry, $"the change {Names.Of(entry.Change)} does not fit the subject '{subject}'; expected {expected}");
            return;
        }
        switch (subject.Kind)
        {
            case SubjectKind.Place:
                CheckPlace(subject.From, entry, "subject");
                break;
            case SubjectKind.Border:
                CheckBorder(entry);
                break;
            default:
                var known = waysAreKnown && places.Contains(subject.From) && places.Contains(subject.To);
                CheckPlace(subject.From, entry, "subject");
                CheckPlace(subject.To, entry, "subject");
                if (known && !IsJoined(subject, ways))
                {
                    var hint = NearestName.Hint(subject.ToString(), scenario.Routes.Select(r => $"{r.From}--{r.To}"));
                    Wrong(entry, $"no route joins the ends of '{subject}'{hint}");
                }
                break;
        }
    }

    private void CheckBorder(TimelineEntry entry)
    {
        var border = entry.Subject;
        var unknown = new[] { border.From, border.To }.Where(c => !countries.Contains(c)).ToList();
        foreach (var country in unknown)
            Wrong(entry, $"unknown country '{country}' in '{border}'; expected a country of the places{NearestName.Hint(country, countries)}");
        if (unknown.Count > 0) return;
        if (border.From == border.To) Wrong(entry, $"'{border}' has {border.From} on both sides: no border; expected two countries");
        else if (waysAreKnown && !IsJoined(border, crossings)) Wrong(entry, $"no route leads across '{border}'; expected a border that a route crosses");
    }

    private static bool IsJoined(Subject subject, HashSet<(string, string)> ways) =>
        ways.Contains((subject.From, subject.To)) || !subject.OneWay && ways.Contains((subject.To, subject.From));

    private void CheckPlace(string id, TimelineEntry entry, string what)
    {
        if (!places.Contains(id)) Wrong(entry, $"{what}: unknown place '{id}'{names.Hint(id)}");
    }

    private void CheckValue(TimelineEntry entry)
    {
        var name = Names.Of(entry.Change);
        var (low, high, unit) = entry.Change switch
        {
            Change.Pass or Change.Hold => (0.0, 1.0, "a share 0..1"),
            Change.Speed => (0, 5000, "0..5000 km/day"),
            Change.Conflict => (0, 1000, "an intensity 0..1000"),
            Change.Flood => (0, 100, "a whole level 0..100"),
            Change.Food => (0, 100, "0..100 per cent"),
            Change.Capacity or Change.ForceMove => (0, Count.MostPeople, "whole people, 0 or more"),
            _ => (double.NaN, double.NaN, ""),
        };
        if (entry.Change == Change.Kind && entry.NewKind is null)
            Wrong(entry, $"the change kind needs a value; expected one of {string.Join(", ", Names.All<PlaceKind>())}");
        if (double.IsNaN(low)) return;
        if (entry.Value is not { } value)
        {
            if (entry.Change != Change.Capacity) Wrong(entry, $"the change {name} needs a value; expected {unit}");
        }
        else if (!(value >= low && value <= high) || entry.Change is Change.Flood or Change.Capacity or Change.ForceMove && value != Math.Floor(value))
        {
            Wrong(entry, $"the value of {name} is {value.ToString("R", CultureInfo.InvariantCulture)}; expected {unit}");
        }
    }

    private void Wrong(TimelineEntry entry, string message) => problems.Add(Problem.Error(entry.Origin, message));
}
