using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>Expected values at the end of a day. Valid only while it is being observed.</summary>
public sealed class ExpectedDay
{
    private readonly Expectation expectation;
    private readonly Model model;

    internal ExpectedDay(Alternative alternative, Model model, Expectation expectation)
    {
        (Alternative, this.model, this.expectation) = (alternative, model, expectation);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => model.Scenario;

    /// <summary>The alternative.</summary>
    public Alternative Alternative { get; }

    /// <summary>The day's index, from 0.</summary>
    public int Day => model.Situation.Day;

    /// <summary>The day.</summary>
    public DateOnly Date => Scenario.Date(Day);

    /// <summary>What the place is on the day; that it is under conflict is no kind of it then (<see cref="IsUnderConflict"/>).</summary>
    public PlaceKind KindOf(int place) => model.Situation.Kind[place];

    /// <summary>Whether the place is a camp on the day.</summary>
    public bool IsCamp(int place) => model.Situation.IsCamp(place);

    /// <summary>Whether people flee from the place on the day: it is under conflict or, where departures follow the flood, flooded.</summary>
    public bool IsUnderConflict(int place) => model.Situation.IsInDanger(place);

    /// <summary>The stock of all places under conflict.</summary>
    public Moments UnderConflict => Of(expectation.UnderConflict);

    /// <summary>The measure of a place.</summary>
    /// <param name="measure">A measure of places: not in transit, not displaced.</param>
    /// <param name="place">Position of the place in the scenario.</param>
    public Moments OfPlace(Measure measure, int place) => measure switch
    {
        Measure.Residents => Of(expectation.Residents(place)),
        Measure.Stock => Of(expectation.Stock(place)),
        Measure.Inflow => new Moments(expectation.Inflow(place), double.NaN),
        Measure.Outflow => new Moments(expectation.Outflow(place), double.NaN),
        Measure.ForcedBack => new Moments(expectation.ForcedBack(place), 0),
        Measure.Trapped => expectation.IsTrapped(place) ? Of(expectation.Residents(place)) : default,
        Measure.Held => Of(expectation.Held(place)),
        _ => throw new ArgumentException($"{Names.Of(measure)} is not a measure of a place", nameof(measure)),
    };

    /// <summary>People whose departure was given for a day so far and who have not set out, on average.</summary>
    public double NotSetOut => expectation.NotSetOut;

    /// <summary>The measure of the whole situation.</summary>
    public Moments OfAll(Measure measure) => measure switch
    {
        Measure.Displaced => Of(expectation.Displaced),
        Measure.InTransit => Of(expectation.AllInTransit),
        Measure.Stock => Of(expectation.AllStock),
        Measure.Residents => Of(expectation.AllResidents),
        Measure.Trapped => Of(expectation.AllTrapped),
        Measure.Held => Of(expectation.AllHeld),
        Measure.ForcedBack => new Moments(Sum(Measure.ForcedBack), 0),
        _ => new Moments(Sum(measure), double.NaN),
    };

    /// <summary>People on a route at the end of the day, both directions together.</summary>
    public Moments InTransit(int route) => Of(expectation.InTransit(route));

    /// <summary>People who entered a route on the day, on average.</summary>
    /// <param name="route">Position of the route in the scenario.</param>
    /// <param name="backward">From its second place to its first.</param>
    public double EnteredRoute(int route, bool backward) => model.Network.LinkOf(route, backward) is >= 0 and var link ? expectation.Entered(link) : 0;

    private static Moments Of((double Mean, double Variance) moments) => new(moments.Mean, moments.Variance);

    private double Sum(Measure measure) => Enumerable.Range(0, Scenario.Places.Count).Sum(place => OfPlace(measure, place).Mean);
}
