using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>What all runs of one alternative show at the end of a day. Valid only while it is being observed.</summary>
public sealed class EnsembleDay
{
    private readonly Run[] runs;
    private readonly Network network;
    private readonly Situation situation;
    private readonly Model model;
    private readonly ulong seed;
    private readonly SimulatedPersons?[] persons;

    internal EnsembleDay(Alternative alternative, int alternativeNumber, Model model, Run[] runs, ulong seed)
    {
        (this.model, this.seed, persons) = (model, seed, new SimulatedPersons?[runs.Length]);
        (Scenario, Alternative, AlternativeNumber) = (model.Scenario, alternative, alternativeNumber);
        (network, situation, this.runs) = (model.Network, model.Situation, runs);
        LinksOfRoute = new (int, int)[network.Routes.Length];
        Array.Fill(LinksOfRoute, (-1, -1));
        for (var link = 0; link < network.LinkCount; link++)
        {
            ref var links = ref LinksOfRoute[network.LinkRoute[link]];
            links = links.Forward < 0 ? (link, -1) : (links.Forward, link);
        }
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The alternative.</summary>
    public Alternative Alternative { get; }

    /// <summary>Its position among the alternatives of the ensemble.</summary>
    public int AlternativeNumber { get; }

    /// <summary>The day's index, from 0.</summary>
    public int Day { get; internal set; }

    /// <summary>The day.</summary>
    public DateOnly Date => Scenario.Date(Day);

    /// <summary>Number of runs.</summary>
    public int Runs => runs.Length;

    private (int Forward, int Backward)[] LinksOfRoute { get; }

    /// <summary>Whether the place is a camp on the day.</summary>
    public bool IsCamp(int place) => situation.IsCamp(place);

    /// <summary>Whether the place is under conflict on the day.</summary>
    public bool IsUnderConflict(int place) => situation.Conflict[place] > 0;

    /// <summary>People that the place can shelter on the day, by the timeline and the scenario's own rules; infinity: no limit.</summary>
    public double Capacity(int place) => situation.Capacity[place];

    /// <summary>The measure of a place in every run, people.</summary>
    /// <param name="measure">A measure of places: not in transit, not displaced.</param>
    /// <param name="place">Position of the place in the scenario.</param>
    /// <param name="values">Receives a value for every run.</param>
    public void OfPlace(Measure measure, int place, Span<double> values)
    {
        for (var run = 0; run < runs.Length; run++) values[run] = OfPlace(runs[run], measure, place);
    }

    /// <summary>The measure of the whole situation in every run: the sum over its places and routes.</summary>
    public void OfAll(Measure measure, Span<double> values)
    {
        for (var number = 0; number < runs.Length; number++)
        {
            var run = runs[number];
            if (measure == Measure.InTransit)
            {
                values[number] = run.InTransit.Sum();
            }
            else if (measure == Measure.Displaced)
            {
                values[number] = run.Stock.Sum() + run.InTransit.Sum() + run.Removed;
            }
            else
            {
                var sum = 0L;
                for (var place = 0; place < network.PlaceCount; place++) sum += OfPlace(run, measure, place);
                values[number] = sum;
            }
        }
    }

    /// <summary>People who entered a route on the day, in every run.</summary>
    /// <param name="route">Position of the route in the scenario.</param>
    /// <param name="backward">From its second place to its first.</param>
    /// <param name="values">Receives a value for every run.</param>
    public void EnteredRoute(int route, bool backward, Span<double> values)
    {
        var link = backward ? LinksOfRoute[route].Backward : LinksOfRoute[route].Forward;
        for (var run = 0; run < runs.Length; run++) values[run] = link < 0 ? 0 : runs[run].Entered[link];
    }

    /// <summary>Whether people can enter the route on the day.</summary>
    /// <param name="route">Position of the route in the scenario.</param>
    /// <param name="backward">From its second place to its first.</param>
    public bool IsOpen(int route, bool backward) => (backward ? LinksOfRoute[route].Backward : LinksOfRoute[route].Forward) is >= 0 and var link && situation.LinkOpen[link];

    /// <summary>The people of a run one by one; null in group resolution, and for runs beyond <see cref="EnsembleOptions.TrackedRuns"/>.</summary>
    public SimulatedPersons? Persons(int run)
    {
        if (runs[run].People is not { Tracks: { } tracks } people) return null;
        return persons[run] ??= new SimulatedPersons(seed, run, people, tracks, model, () => Day);
    }

    /// <summary>People on a route at the end of the day, both directions together, in every run.</summary>
    public void InTransit(int route, Span<double> values)
    {
        var (forward, backward) = LinksOfRoute[route];
        for (var run = 0; run < runs.Length; run++)
            values[run] = runs[run].InTransit[forward] + (backward < 0 ? 0 : runs[run].InTransit[backward]);
    }

    private static long OfPlace(Run run, Measure measure, int place) => measure switch
    {
        Measure.Residents => run.Residents[place],
        Measure.Stock => run.Stock[place],
        Measure.Inflow => run.Inflow[place],
        Measure.Outflow => run.Outflow[place],
        Measure.ForcedBack => run.ForcedBack[place],
        Measure.Trapped => run.Trapped(place),
        Measure.Held => run.HeldResidents[place] + run.HeldDisplaced[place],
        _ => throw new ArgumentException($"{Names.Of(measure)} is not a measure of a place", nameof(measure)),
    };
}
