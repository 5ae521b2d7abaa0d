using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// What all runs of one alternative share on a day: the situation, the candidate ways and how strongly they draw. Advanced once a day, between the
/// runs' steps; the runs only read it.
/// </summary>
internal sealed class Model
{
    private readonly long[] givenEverywhere;
    private readonly List<(int Place, long People)>?[] givenAt;

    /// <param name="scenario">The scenario.</param>
    /// <param name="network">Its network.</param>
    /// <param name="plans">The plans, shared by all alternatives.</param>
    /// <param name="timeline">The timeline under the alternative.</param>
    public Model(Scenario scenario, Network network, Plans plans, IReadOnlyList<TimelineEntry> timeline)
    {
        (Scenario, Network, Plans) = (scenario, network, plans);
        Situation = new Situation(scenario, network, timeline);
        Ways = new Ways(network, Situation, plans, scenario.Rules);
        Attraction = new Attraction(network, Situation, Ways, scenario.Rules);
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
    public Situation Situation { get; }
    public Ways Ways { get; }

    /// <summary>The weights under the scenario's own rules.</summary>
    public Attraction Attraction { get; }

    /// <summary>Index of the last day with given departures; -1: none.</summary>
    public int LastGivenDay { get; } = -1;

    /// <summary>People who set out today somewhere, to be shared among the places.</summary>
    public long GivenEverywhere => givenEverywhere[Situation.Day];

    /// <summary>People who set out today from stated places.</summary>
    public IReadOnlyList<(int Place, long People)> GivenAt => givenAt[Situation.Day] ?? [];

    /// <summary>Goes on to the next day.</summary>
    public void Advance()
    {
        Situation.Advance();
        Ways.Update();
        Attraction.Update();
    }
}
