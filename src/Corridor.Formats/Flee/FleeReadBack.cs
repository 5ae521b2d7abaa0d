using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// What has become of a scenario that was written as a Flee folder and read back: places, routes, rules, and how things stand on each day. Of
/// each kind of difference the first is told, and how many more there are.
/// </summary>
internal sealed class FleeReadBack
{
    private readonly Scenario ours;
    private readonly Scenario theirs;
    private readonly FleeLosses losses;

    private FleeReadBack(Scenario ours, Scenario theirs, FleeLosses losses) => (this.ours, this.theirs, this.losses) = (ours, theirs, losses);

    /// <summary>Adds every difference to the losses.</summary>
    public static void Compare(Scenario ours, Scenario theirs, FleeLosses losses)
    {
        losses.OfRules(theirs.Rules);
        var readBack = new FleeReadBack(ours, theirs, losses);
        readBack.Places();
        readBack.Routes();
        readBack.Days();
    }

    private void Places()
    {
        var known = theirs.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        Say([.. ours.Places.Where(p => !known.ContainsKey(p.Id)).Select(p => $"the place {p.Id}: its name is not read back")]);
        var different = new List<string>();
        foreach (var place in ours.Places.Where(p => known.ContainsKey(p.Id)))
        {
            var again = known[place.Id];
            if (!place.IsCamp && place.Population != again.Population) different.Add($"the population of {place.Id}: in Flee it is {again.Population}");
            var (stock, stockAgain) = (ours.InitialStock.GetValueOrDefault(place.Id), theirs.InitialStock.GetValueOrDefault(place.Id));
            if (stock != stockAgain) different.Add($"the initial stock of {place.Id}, {stock}: in Flee it is {stockAgain}");
        }
        Say(different);
    }

    private void Routes()
    {
        var read = theirs.Routes.Select(Of).ToList();
        Say([.. ours.Routes.Where(r => !read.Remove(Of(r))).Select(r => $"the route {r.From}--{r.To} as it is stated: another is read back")]);

        (string, string, double, double, double) Of(Route route)
        {
            var onFoot = route.OnFoot && route.SpeedKmPerDay is null;
            return (route.From, route.To, route.Km, route.SpeedKmPerDay ?? ours.Rules.MaxMoveSpeed, onFoot ? 1 : route.WalkProbability);
        }
    }

    private void Days()
    {
        var places = ours.Places.Select(p => p.Id).Intersect(theirs.Places.Select(p => p.Id)).ToList();
        var routes = theirs.Routes.SelectMany(r => r.Ways()).ToHashSet();
        var ways = ours.Routes.SelectMany(r => r.Ways()).Where(routes.Contains).Distinct().ToList();
        var (here, there) = (new Course(ours), new Course(theirs));
        var said = new HashSet<(string, string)>();
        var found = Course.Aspects.ToDictionary(a => a.Name, _ => new List<string>());
        var closed = new List<string>();
        for (var day = 0; day < ours.Days; day++)
        {
            // Both have to be advanced.
            if (!(here.Advance(day) | there.Advance(day))) continue;
            var date = ours.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var place in places)
            {
                foreach (var (name, text) in Course.Aspects)
                {
                    var (a, b) = (text(here.Of(place)), text(there.Of(place)));
                    if (a != b && said.Add((name, place))) found[name].Add($"{name} at {place} from {date} on, {a}: in Flee it is {b}");
                }
            }
            foreach (var way in ways.Where(w => here.Ways.IsClosed(w) != there.Ways.IsClosed(w)))
            {
                var (state, other) = here.Ways.IsClosed(way) ? ("closed", "open") : ("open", "closed");
                if (said.Add(way)) closed.Add($"{way.From}->{way.To}, {state} from {date} on: in Flee it is {other}");
            }
        }
        foreach (var sentences in found.Values) Say(sentences);
        Say(closed);
    }

    private void Say(List<string> sentences)
    {
        if (sentences.Count > 0) losses.Add(sentences.Count == 1 ? sentences[0] : $"{sentences[0]} (and {sentences.Count - 1} more of this kind)");
    }

    /// <summary>How a place stands on a day. A conflict zone is a town under conflict.</summary>
    private readonly record struct State(PlaceKind Kind, double Conflict, int Flood, double Food, double? Capacity);

    /// <summary>How things stand by a timeline, day after day.</summary>
    private sealed class Course
    {
        /// <summary>What is compared of a place.</summary>
        public static readonly (string Name, Func<State, string> Text)[] Aspects =
        [
            ("the kind", s => Names.Of(s.Kind)),
            ("the intensity of the conflict", s => Text(s.Conflict)),
            ("the flood level", s => Text(s.Flood)),
            ("the shortage of food", s => Text(s.Food)),
            ("the capacity", s => s.Capacity is { } people ? Text(people) : "no limit"),
        ];

        private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);
        private readonly ILookup<int, TimelineEntry> entries;

        public Course(Scenario scenario)
        {
            Ways = new FleeClosures.ClosedWays(scenario);
            entries = scenario.Timeline.OrderBy(e => e.Date).ToLookup(e => Math.Max(0, scenario.Day(e.Date)));
            // Capacities that stand still are compared where they are written: a stated one of 0, or of a place that is no camp, is listed there.
            var daily = scenario.Places.Where(p => p.Extra.ContainsKey("capacity_per_day")).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var place in scenario.Places)
            {
                var zone = place.Kind == PlaceKind.ConflictZone;
                var capacity = daily.Contains(place.Id) ? place.Capacity : null;
                states[place.Id] = new State(zone ? PlaceKind.Town : place.Kind, zone ? 1 : 0, 0, 0, capacity);
            }
            IsCompared = daily.Contains;
        }

        public FleeClosures.ClosedWays Ways { get; }

        private Func<string, bool> IsCompared { get; }

        public State Of(string place) => states[place];

        /// <summary>Applies the entries of a day; whether there is anything to compare.</summary>
        public bool Advance(int day)
        {
            Ways.Advance(day);
            foreach (var entry in entries[day].Where(e => e.Subject.Kind == SubjectKind.Place))
            {
                var (id, value) = (entry.Subject.From, entry.Value);
                var state = states[id];
                states[id] = entry.Change switch
                {
                    Change.Kind when entry.NewKind == PlaceKind.ConflictZone => state with { Kind = PlaceKind.Town, Conflict = 1 },
                    Change.Kind => state with { Kind = entry.NewKind!.Value },
                    Change.Conflict => state with { Conflict = value!.Value },
                    Change.Flood => state with { Flood = (int)value!.Value },
                    Change.Food => state with { Food = value!.Value },
                    Change.Capacity when IsCompared(id) => state with { Capacity = (long?)value },
                    _ => state,
                };
            }
            return day == 0 || entries[day].Any();
        }

        private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
    }
}
