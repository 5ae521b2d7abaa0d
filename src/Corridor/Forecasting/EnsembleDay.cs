using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>What all runs of one alternative show at the end of a day. Valid only while it is being observed.</summary>
public sealed class EnsembleDay
{
    private readonly Run[] runs;
    private readonly Panel? panel;
    private readonly Network network;
    private readonly Situation situation;
    private readonly Model model;
    private readonly ulong seed;
    private readonly SimulatedPersons?[] persons;
    private readonly Func<Measure, int, int, double[]?>? reported;

    /// <param name="alternative">The alternative.</param>
    /// <param name="alternativeNumber">Its position.</param>
    /// <param name="model">The model that the runs share.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="seed">The seed of the runs.</param>
    /// <param name="panel">The figures of the days that the runs stepped through last; null: only those of the last one, as the runs have them.</param>
    /// <param name="shown">The scenario whose first day is day 0; null: that of the model.</param>
    /// <param name="reported">What is known better than by simulation: the figure in every run of a
    /// measure, a place (-1: the whole situation) and a day; null where there is none.</param>
    internal EnsembleDay(
        Alternative alternative, int alternativeNumber, Model model, Run[] runs, ulong seed,
        Panel? panel = null, Scenario? shown = null, Func<Measure, int, int, double[]?>? reported = null)
    {
        (this.model, this.seed, this.reported, persons) = (model, seed, reported, new SimulatedPersons?[runs.Length]);
        (Scenario, Alternative, AlternativeNumber) = (shown ?? model.Scenario, alternative, alternativeNumber);
        (network, situation, this.runs, this.panel) = (model.Network, model.Situation, runs, panel);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The alternative.</summary>
    public Alternative Alternative { get; }

    /// <summary>Its position among the alternatives of the ensemble.</summary>
    public int AlternativeNumber { get; }

    /// <summary>The day's index, from 0.</summary>
    public int Day { get; internal set; }

    /// <summary>How many days it lies after the first of those that the runs stepped through last.</summary>
    internal int Ahead { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Date => Scenario.Date(Day);

    /// <summary>Number of runs.</summary>
    public int Runs => runs.Length;

    /// <summary>What the place is on the day; that it is under conflict is no kind of it then (<see cref="IsUnderConflict"/>).</summary>
    public PlaceKind KindOf(int place) => situation.Kind[place];

    /// <summary>Whether the place is a camp on the day.</summary>
    public bool IsCamp(int place) => situation.IsCamp(place);

    /// <summary>Whether people flee from the place on the day: it is under conflict or, where departures follow the flood, flooded.</summary>
    public bool IsUnderConflict(int place) => situation.IsInDanger(place);

    /// <summary>
    /// People that the place can shelter on the day, as stated, by the timeline
    /// and the <c>capacity_scaling</c> of the scenario's own rules; infinity: no limit.
    /// </summary>
    public double Capacity(int place) => situation.Capacity[place] * model.Scenario.Rules.CapacityScaling;

    /// <summary>The measure of a place in every run, people.</summary>
    /// <param name="measure">A measure of places: not in transit, not displaced.</param>
    /// <param name="place">Position of the place in the scenario.</param>
    /// <param name="values">Receives a value for every run.</param>
    public void OfPlace(Measure measure, int place, Span<double> values)
    {
        if (reported?.Invoke(measure, place, Day) is { } better)
        {
            better.CopyTo(values);
            return;
        }
        RequireOfPlace(measure);
        values.Clear();
        if (!Counts(situation, measure, place)) return;
        foreach (var part in PartsOf(measure)) Add(part, place, values);
    }

    /// <summary>The measure of the whole situation in every run: the sum over its places and routes.</summary>
    public void OfAll(Measure measure, Span<double> values)
    {
        if (reported?.Invoke(measure, -1, Day) is { } better)
        {
            better.CopyTo(values);
            return;
        }
        if (panel is null)
        {
            for (var run = 0; run < runs.Length; run++) values[run] = Of(runs[run].Shown, situation, measure, -1);
            return;
        }
        values.Clear();
        foreach (var part in PartsOf(measure))
        {
            if (measure != Measure.Trapped) panel.AddSum(Ahead, part, values);
            else
                for (var place = 0; place < network.PlaceCount; place++)
                    if (Counts(situation, measure, place)) Add(part, place, values);
        }
    }

    /// <summary>People whose departure was given for a day so far and who have not set out, in every run: nowhere was conflict, or nobody was left.</summary>
    public void NotSetOut(Span<double> values)
    {
        values.Clear();
        if (panel is not null) panel.AddNotSetOut(Ahead, values);
        else
            for (var run = 0; run < runs.Length; run++) values[run] = runs[run].Shown.NotSetOut;
    }

    /// <summary>People forced away from the place since the start, in every run.</summary>
    public void ForcedAway(int place, Span<double> values)
    {
        values.Clear();
        Add(Counted.ForcedAway, place, values);
    }

    /// <summary>People who were to be forced away from the place since the start, whether or not so many were there.</summary>
    public long ToForceAway(int place) => situation.ToForceAway[place];

    /// <summary>The measure of a place, or with -1 of the whole situation, in one run.</summary>
    internal static long Of(Figures figures, Situation situation, Measure measure, int place)
    {
        if (place >= 0) RequireOfPlace(measure);
        var sum = 0L;
        foreach (var part in PartsOf(measure))
        {
            var people = figures.Of(part);
            if (place >= 0) sum += Counts(situation, measure, place) ? people[place] : 0;
            else if (measure != Measure.Trapped) sum += people.Sum();
            else
                for (var at = 0; at < people.Length; at++) sum += Counts(situation, measure, at) ? people[at] : 0;
        }
        return sum;
    }

    /// <summary>What a run shows of the last day that it stepped through: of this one, where days are stepped through one by one.</summary>
    internal Figures FiguresOf(int run) => runs[run].Shown;

    /// <summary>People who entered a route on the day, in every run.</summary>
    /// <param name="route">Position of the route in the scenario.</param>
    /// <param name="backward">From its second place to its first.</param>
    /// <param name="values">Receives a value for every run.</param>
    public void EnteredRoute(int route, bool backward, Span<double> values)
    {
        var link = network.LinkOf(route, backward);
        values.Clear();
        if (link >= 0) Add(Counted.Entered, link, values);
    }

    /// <summary>Whether people can enter the route on the day.</summary>
    /// <param name="route">Position of the route in the scenario.</param>
    /// <param name="backward">From its second place to its first.</param>
    public bool IsOpen(int route, bool backward) =>
        network.LinkOf(route, backward) is >= 0 and var link && situation.LinkOpen[link];

    /// <summary>The people of a run one by one; null in group resolution, and for runs beyond <see cref="EnsembleOptions.TrackedRuns"/>.</summary>
    public SimulatedPersons? Persons(int run)
    {
        if (runs[run] is not PersonRun { People: { Tracks: { } tracks } people }) return null;
        return persons[run] ??= new SimulatedPersons(seed, run, people, tracks, model, () => Day);
    }

    /// <summary>People on a route at the end of the day, both directions together, in every run.</summary>
    public void InTransit(int route, Span<double> values)
    {
        var (forward, backward) = network.LinksOf(route);
        values.Clear();
        Add(Counted.InTransit, forward, values);
        if (backward >= 0) Add(Counted.InTransit, backward, values);
    }

    /// <summary>Adds the people of one place or link in every run.</summary>
    private void Add(Counted what, int placeOrLink, Span<double> values)
    {
        if (panel is not null) panel.Add(Ahead, what, placeOrLink, values);
        else
            for (var run = 0; run < runs.Length; run++) values[run] += runs[run].Shown.Of(what)[placeOrLink];
    }

    private static void RequireOfPlace(Measure measure)
    {
        if (!measure.IsOfPlace()) throw new ArgumentException($"{Names.Of(measure)} is not a measure of a place", nameof(measure));
    }

    /// <summary>Whether the people at a place or on a link enter the measure: the residents of a place do where they are trapped.</summary>
    private static bool Counts(Situation situation, Measure measure, int placeOrLink) => measure != Measure.Trapped || situation.IsTrapped(placeOrLink);

    /// <summary>Whose sum a measure is, where they enter it (<see cref="Counts"/>).</summary>
    private static ReadOnlySpan<Counted> PartsOf(Measure measure) => measure switch
    {
        Measure.Residents or Measure.Trapped => [Counted.Residents],
        Measure.Stock => [Counted.Stock, Counted.Removed],
        Measure.Inflow => [Counted.Inflow],
        Measure.Outflow => [Counted.Outflow],
        Measure.ForcedBack => [Counted.ForcedBack],
        Measure.Held => [Counted.HeldResidents, Counted.HeldDisplaced],
        Measure.InTransit => [Counted.InTransit],
        Measure.Displaced => [Counted.Stock, Counted.Removed, Counted.InTransit],
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, message: null),
    };
}
