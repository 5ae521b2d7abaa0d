using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// What all runs of one alternative share on a day: the situation, the candidate ways and how strongly they draw. Advanced once a day, between the
/// runs' steps; the runs only read it.
/// </summary>
internal sealed class Model
{
    private readonly List<int> watched = [];
    private readonly long[] givenEverywhere;
    private readonly List<(int Place, long People)>?[] givenAt;

    /// <param name="scenario">The scenario.</param>
    /// <param name="network">Its network.</param>
    /// <param name="plans">The plans, shared by all alternatives.</param>
    /// <param name="timeline">The timeline under the alternative.</param>
    public Model(Scenario scenario, Network network, Plans plans, IReadOnlyList<TimelineEntry> timeline)
    {
        (Scenario, Network, Plans, Timeline) = (scenario, network, plans, timeline);
        Situation = new Situation(scenario, network, timeline);
        Ways = new Ways(network, Situation, plans, scenario.Rules, scenario.MajorRoutes);
        Stages = new Stages(network, Situation, scenario.Rules);
        Courses = Courses.AreKnown(scenario.Rules) ? new Courses(network, Situation, plans, scenario.Rules) : null;
        Legs = Leg.Of(network, Situation, scenario.Rules);
        Profiles = new Profiles(scenario, network);
        Attractions = [.. Profiles.All.Select(profile => new Attraction(network, Situation, Ways, scenario.Rules, profile))];
        var changing = timeline.Where(e => e.Change == Change.Capacity).Select(e => network.Number(e.Subject.From)).ToHashSet();
        IsLimited = new bool[network.PlaceCount];
        LimitedSeen = new int[network.PlaceCount][];
        Watched = new int[network.PlaceCount][];
        SeenFrom = new int[network.PlaceCount][];
        Limited = [.. Enumerable.Range(0, network.PlaceCount).Where(p => !double.IsPositiveInfinity(Situation.Limit[p]) || changing.Contains(p))];
        foreach (var place in Limited) IsLimited[place] = true;
        LimitedNear = new LimitedNear(network, Situation, scenario.Rules, Limited);
        givenEverywhere = new long[scenario.Days];
        givenAt = new List<(int, long)>?[scenario.Days];
        foreach (var departure in scenario.Departures)
        {
            var day = scenario.Day(departure.Date);
            if (day < 0 || day >= scenario.Days) continue;
            LastGivenDay = Math.Max(LastGivenDay, day);
            if (departure.Place == Count.Everywhere) givenEverywhere[day] += departure.People;
            else (givenAt[day] ??= []).Add((network.Number(departure.Place), departure.People));
        }
    }

    public Scenario Scenario { get; }
    public Network Network { get; }
    public Plans Plans { get; }

    /// <summary>The timeline under the alternative.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; }

    public Situation Situation { get; }
    public Ways Ways { get; }

    /// <summary>The classes of people.</summary>
    public Profiles Profiles { get; }

    /// <summary>The weights under the scenario's own rules, for each class of people.</summary>
    public Attraction[] Attractions { get; }

    /// <summary>The links at the speeds of the day under the scenario's own rules.</summary>
    public Leg[] Legs { get; private set; }

    /// <summary>The stages of the day under the scenario's own rules.</summary>
    public Stages Stages { get; private set; }

    /// <summary>What the hour matters to those who follow a plan, under the scenario's own rules; null where it matters more than that.</summary>
    public Courses? Courses { get; }

    /// <summary>Places that have a capacity on some day.</summary>
    public int[] Limited { get; }

    public bool[] IsLimited { get; }

    /// <summary>The limited places within reach of the day under the scenario's own rules.</summary>
    public LimitedNear LimitedNear { get; }

    /// <summary>For every place, the limited places among the destinations that people there weigh.</summary>
    public int[][] LimitedSeen { get; }

    /// <summary>
    /// For every place, the ways to limited places or to where people decide again
    /// on the same day, if at least two others lead elsewhere; else none.
    /// </summary>
    public int[][] Watched { get; }

    /// <summary>For every limited place, the places where people weigh going there.</summary>
    public int[][] SeenFrom { get; }

    /// <summary>Index of the last day with given departures; -1: none.</summary>
    public int LastGivenDay { get; } = -1;

    /// <summary>People who set out somewhere on a day, to be shared among the places.</summary>
    public long GivenEverywhere(int day) => givenEverywhere[day];

    /// <summary>People who set out from stated places on a day.</summary>
    public IReadOnlyList<(int Place, long People)> GivenAt(int day) => givenAt[day] ?? [];

    /// <summary>Goes on to the next day.</summary>
    public void Advance()
    {
        Situation.Advance();
        if (Situation.SpeedsChanged) (Stages, Legs) = (new Stages(Network, Situation, Scenario.Rules), Leg.Of(Network, Situation, Scenario.Rules));
        if (Situation.ChangedToday) Courses?.Update();
        Ways.Update();
        foreach (var attraction in Attractions) attraction.Update();
        if (Situation.ChangedToday) UpdateWatched();
        if (!Situation.WaysChanged) return;
        LimitedNear.Update();
        UpdateLimitedSeen();
    }

    /// <summary>By today's capacities, not by those of other days: alternatives are the same until the day on which they differ.</summary>
    private void UpdateWatched()
    {
        for (var place = 0; place < Watched.Length; place++)
        {
            var ways = Ways.Of[place];
            var limited = 0;
            watched.Clear();
            for (var way = 0; way < ways.Length; way++)
            {
                var isLimited = !double.IsPositiveInfinity(Situation.Limit[ways[way].Destination]);
                if (isLimited) limited++;
                if (isLimited || Situation.Kind[ways[way].Destination].IsPassed()) watched.Add(way);
            }
            Watched[place] = limited > 0 && watched.Count + 2 <= ways.Length ? [.. watched] : [];
        }
    }

    private void UpdateLimitedSeen()
    {
        var seenFrom = new List<int>[Network.PlaceCount];
        foreach (var goal in Limited) seenFrom[goal] = [];
        for (var place = 0; place < LimitedSeen.Length; place++)
        {
            LimitedSeen[place] = [.. Ways.Of[place].Select(way => way.Destination).Where(goal => IsLimited[goal]).Distinct()];
            foreach (var goal in LimitedSeen[place]) seenFrom[goal].Add(place);
        }
        foreach (var goal in Limited) SeenFrom[goal] = [.. seenFrom[goal]];
    }
}
