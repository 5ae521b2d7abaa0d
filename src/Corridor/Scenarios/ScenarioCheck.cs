using System.Globalization;

namespace Corridor.Scenarios;

/// <summary>Finds what is wrong with a scenario, all at once: names that do not resolve, values out of range, distances that cannot be, islands.</summary>
public static class ScenarioCheck
{
    /// <summary>How many steps ahead every simple path can be listed: their number grows exponentially with their length.</summary>
    private const int MostStepsOfEveryPath = 10;

    /// <summary>All problems of the scenario and its alternatives.</summary>
    public static IReadOnlyList<Problem> Run(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var problems = new List<Problem>();
        if (scenario.Days < 1) problems.Add(Problem.Error(Origin.None, $"a scenario lasts 1 day or more, not {scenario.Days}"));
        Places(scenario, problems);
        Routes(scenario, problems);
        TimelineCheck.Run(scenario, scenario.Timeline, problems);
        CountsCheck.Run(scenario, problems);
        Departures(scenario, problems);
        KnownPeople(scenario, problems);
        RulesTogether(scenario.Rules, problems);
        problems.AddRange(RulesWithoutData.Find(scenario));
        Alternatives(scenario, problems);
        Triggers(scenario, problems);
        if (problems.All(p => !p.IsError)) Islands(scenario, problems);
        return problems;
    }

    /// <summary>Rules that are well each for itself, but do not go together.</summary>
    public static void RulesTogether(Rules rules, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(problems);
        if (rules.Ways == WaysConsidered.EverySimplePath && rules.AwarenessLevel > MostStepsOfEveryPath)
        {
            problems.Add(Problem.Error(Origin.None, $"awareness_level {rules.AwarenessLevel} with ways every_simple_path: so many paths "
                + $"cannot be listed; expected 1..{MostStepsOfEveryPath} steps, or ways shortest_per_destination"));
        }
    }

    private static void Places(Scenario scenario, List<Problem> problems)
    {
        if (scenario.Places.Count == 0) problems.Add(Problem.Error(Origin.None, "the scenario has no places"));
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var place in scenario.Places)
        {
            if (!seen.TryAdd(place.Id, place))
                problems.Add(Problem.Error(place.Origin, $"the place id '{place.Id}' is there already at {seen[place.Id].Origin}; ids are unique"));
            if (place.Population < 0)
                problems.Add(Problem.Error(place.Origin, $"the population of '{place.Id}' is {place.Population}; expected 0 or more"));
            if (place.Capacity < 0)
                problems.Add(Problem.Error(place.Origin, $"the capacity of '{place.Id}' is {place.Capacity}; expected 0 or more, or nothing for no limit"));
            if (place.CountedTwice < 0)
                problems.Add(Problem.Error(place.Origin, $"counted_twice of '{place.Id}' is {place.CountedTwice}; expected 0 or more"));
            if (place.DeactivationProbability is not (null or (>= 0 and <= 1)))
                problems.Add(Problem.Error(place.Origin, $"deactivation_probability of '{place.Id}' is {Text(place.DeactivationProbability)}; expected 0..1"));
            if (place.FarmerFraction is not (null or (>= 0 and <= 1)))
                problems.Add(Problem.Error(place.Origin, $"farmer_fraction of '{place.Id}' is {Text(place.FarmerFraction)}; expected 0..1"));
            if (place.TradeVolume is not (null or >= 0))
                problems.Add(Problem.Error(place.Origin, $"trade_volume of '{place.Id}' is {Text(place.TradeVolume)}; expected 0 or more"));
            if (place.HumanDevelopment is not (null or (>= 0 and <= 1)))
                problems.Add(Problem.Error(place.Origin, $"hdi of '{place.Id}' is {Text(place.HumanDevelopment)}; expected 0..1"));
            if (place.Latitude is < -90 or > 90)
                problems.Add(Problem.Error(place.Origin, $"the latitude of '{place.Id}' is {Text(place.Latitude)}; expected -90..90 degrees"));
            if (place.Longitude is < -180 or > 180)
                problems.Add(Problem.Error(place.Origin, $"the longitude of '{place.Id}' is {Text(place.Longitude)}; expected -180..180 degrees"));
        }
        foreach (var (id, people) in scenario.InitialStock)
        {
            if (!seen.ContainsKey(id)) problems.Add(Problem.Error(Origin.None, $"initial stock at the unknown place '{id}'{NearestName.Hint(id, seen.Keys)}"));
            if (people < 0) problems.Add(Problem.Error(Origin.None, $"the initial stock of '{id}' is {people}; expected 0 or more"));
        }
    }

    private static void Routes(Scenario scenario, List<Problem> problems)
    {
        var places = ById(scenario);
        var names = new KnownNames(places.Keys);
        var seen = new Dictionary<(string, string, string), Origin>();
        var again = new List<(Route Route, Origin Before)>();
        foreach (var route in scenario.Routes)
        {
            foreach (var end in new[] { route.From, route.To })
            {
                if (!places.ContainsKey(end))
                    problems.Add(Problem.Error(route.Origin, $"a route to the unknown place '{end}'; expected an id of the places{names.Hint(end)}"));
            }
            if (!(route.Km > 0) || !double.IsFinite(route.Km))
                problems.Add(Problem.Error(route.Origin, $"the route {route.From}--{route.To} is {Text(route.Km)} km long; expected more than 0"));
            if (route.SpeedKmPerDay is { } speed && !(speed > 0))
                problems.Add(Problem.Error(route.Origin, $"the speed on {route.From}--{route.To} is {Text(speed)} km/day; expected more than 0"));
            if (route.WalkProbability is not (>= 0 and <= 1))
                problems.Add(Problem.Error(route.Origin, $"the walk probability on {route.From}--{route.To} is {Text(route.WalkProbability)}; expected 0..1"));
            if (route.From == route.To) problems.Add(Problem.Error(route.Origin, $"a route from '{route.From}' to itself"));
            var inOrder = route.OneWay || string.CompareOrdinal(route.From, route.To) < 0;
            var ends = inOrder ? (route.From, route.To, route.Mode) : (route.To, route.From, route.Mode);
            if (!seen.TryAdd(ends, route.Origin)) again.Add((route, seen[ends]));
            if (places.TryGetValue(route.From, out var from) && places.TryGetValue(route.To, out var to)) Distance(route, from, to, problems);
        }
        if (again is not [var (second, before), ..]) return;
        // In one sentence: a published network has 75 such pairs.
        var further = again.Count == 1 ? "" : $", as {again.Count - 1} further routes are";
        problems.Add(Problem.Warning(second.Origin,
            $"the route {second.From}--{second.To} ({second.Mode}) is there already at {before}{further}: people see two roads"));
    }

    private static void Distance(Route route, Place from, Place to, List<Problem> problems)
    {
        if (from.GreatCircleKm(to) is not { } direct || direct < 1 || !(route.Km > 0)) return;
        var how = route.Km < 0.98 * direct ? "shorter than"
            : route.Km > 2 * direct && route.Km > direct + 10 ? "over twice"
            : null;
        if (how is null) return;
        problems.Add(Problem.Warning(route.Origin,
            $"the route {route.From}--{route.To} is {Text(route.Km)} km long, {how} the great circle of {Text(Math.Round(direct, 1))} km"));
    }

    /// <summary>A number with the form of its noun.</summary>
    internal static string Counted(int number, string one, string several) => number == 1 ? $"1 {one}" : $"{number} {several}";

    private static void Departures(Scenario scenario, List<Problem> problems)
    {
        var places = ById(scenario);
        var names = new KnownNames(places.Keys);
        foreach (var departure in scenario.Departures)
        {
            if (departure.Place != Count.Everywhere && !places.ContainsKey(departure.Place))
                problems.Add(Problem.Error(departure.Origin, $"departures from the unknown place '{departure.Place}'{names.Hint(departure.Place)}"));
            if (departure.People < 0)
            {
                problems.Add(Problem.Error(departure.Origin,
                    $"departures of {departure.People} people on {departure.Date:yyyy-MM-dd}; expected 0 or more"));
            }
        }
        if (scenario.Rules.Departures == DepartureMode.Given && scenario.Departures.Count == 0)
            problems.Add(Problem.Warning(Origin.None, "the rules take given departures, but none are given: nobody sets out"));
        if (scenario.Departures.Count == 0) return;
        if (scenario.Rules.Departures is not (DepartureMode.Given or DepartureMode.GivenThenRate))
        {
            problems.Add(Problem.Warning(scenario.Departures[0].Origin,
                $"departures are given, but the rules do not read them (departures: {Names.Of(scenario.Rules.Departures)}); "
                + "expected departures: given or given_then_rate in the rules, or no such file"));
            return;
        }
        void Outside(Func<Departure, bool> isOutside, string when)
        {
            var some = scenario.Departures.Where(isOutside).ToList();
            if (some.Count == 0) return;
            problems.Add(Problem.Warning(some[0].Origin, $"{Counted(some.Count, "row of departures is of a day", "rows of departures are of days")} {when}: "
                + $"these {some.Sum(d => d.People)} people do not set out"));
        }
        Outside(d => d.Date < scenario.Start, $"before the start {scenario.Start:yyyy-MM-dd}");
        Outside(d => scenario.Day(d.Date) >= scenario.Days, $"after the last day {scenario.Date(scenario.Days - 1):yyyy-MM-dd}");
    }

    /// <summary>Those whose attributes are known are part of the initial stock: further ones are nowhere.</summary>
    private static void KnownPeople(Scenario scenario, List<Problem> problems)
    {
        foreach (var known in scenario.InitialPeople.GroupBy(p => p.Place))
        {
            var (people, stock) = (known.Sum(k => k.People), scenario.InitialStock.GetValueOrDefault(known.Key));
            if (people <= stock) continue;
            problems.Add(Problem.Warning(known.First().Origin,
                $"of {people} people at '{known.Key}' the attributes are stated, but its initial stock is {stock}: "
                + $"{people - stock} are left out; expected an initial_stock of at least {people}"));
        }
    }

    private static void Alternatives(Scenario scenario, List<Problem> problems)
    {
        foreach (var (number, alternative) in scenario.Alternatives.Index())
        {
            alternative.CheckName(scenario.Alternatives.Take(number).Select(a => a.Name), problems);
            alternative.ApplyTo(scenario, problems);
        }
    }

    private static void Triggers(Scenario scenario, List<Problem> problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var trigger in scenario.Triggers)
        {
            if (!names.Add(trigger.Name)) problems.Add(Problem.Error(trigger.Origin, $"the trigger '{trigger.Name}' is there already; names are unique"));
            if (trigger.Quantity.WrongPlace(scenario.Places) is { } wrong) problems.Add(Problem.Error(trigger.Origin, $"{trigger.Name}: {wrong}"));
        }
    }

    /// <summary>Warns about places that no route reaches from the rest of the network.</summary>
    private static void Islands(Scenario scenario, List<Problem> problems)
    {
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in scenario.Places) number.TryAdd(place.Id, number.Count);
        var leader = Enumerable.Range(0, number.Count).ToArray();
        int Find(int i)
        {
            while (leader[i] != i) i = leader[i] = leader[leader[i]];
            return i;
        }
        foreach (var route in scenario.Routes) leader[Find(number[route.From])] = Find(number[route.To]);
        var groups = scenario.Places.GroupBy(p => Find(number[p.Id])).OrderByDescending(g => g.Count()).Skip(1).ToList();
        foreach (var group in groups)
        {
            var members = group.ToList();
            var text = members.Count == 1
                ? $"'{members[0].Id}' is an island: no route reaches it"
                : $"{members.Count} places ('{members[0].Id}', '{members[1].Id}' ...) are an island: no route joins them with the rest";
            problems.Add(Problem.Warning(members[0].Origin, text));
        }
    }

    internal static Dictionary<string, Place> ById(Scenario scenario)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var place in scenario.Places) places.TryAdd(place.Id, place);
        return places;
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
