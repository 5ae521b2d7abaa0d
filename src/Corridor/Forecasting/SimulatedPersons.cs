using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>A step of somebody's path.</summary>
/// <param name="Place">Position of the place that was come to.</param>
/// <param name="Route">Position of the route; -1: by force.</param>
/// <param name="Backward">Whether the route was gone from its second place to its first.</param>
/// <param name="PutBack">Whether the route was closed meanwhile, so that the place is the one where the way along it began.</param>
/// <param name="DayLeft">Whether some of the day was left on arrival.</param>
public readonly record struct PersonStep(int Place, int Route, bool Backward, bool PutBack, bool DayLeft);

/// <summary>
/// The simulated people of one run, one by one, at the end of a day: none of them is anybody in the world. A person's number is the order in
/// which the people of the run were displaced, from 0; those of the first morning come first. Valid only while the day is observed.
/// </summary>
public sealed class SimulatedPersons
{
    private readonly ulong seed;
    private readonly int run;
    private readonly Persons persons;
    private readonly Tracks tracks;
    private readonly Network network;
    private readonly PersonAttributes attributes;
    private readonly Func<int> day;
    private readonly List<PathStep> backwards = [];

    internal SimulatedPersons(ulong seed, int run, Persons persons, Tracks tracks, Model model, Func<int> day)
    {
        (this.seed, this.run, this.persons, this.tracks, this.day, network) = (seed, run, persons, tracks, day, model.Network);
        attributes = new PersonAttributes(model);
    }

    /// <summary>How many have been displaced so far.</summary>
    public int Count => persons.Count;

    /// <summary>Names of the attributes: all that the scenario's demographics and known people speak of.</summary>
    public IReadOnlyList<string> Attributes => attributes.Names;

    /// <summary>Who entered which route today, in the order of entering.</summary>
    public IEnumerable<(int Person, int Route, bool Backward)> EnteredToday =>
        tracks.Entered.Select(e => (e.Person, network.LinkRoute[e.Link], network.IsBackward(e.Link)));

    /// <summary>Whether the person still takes part; those who do not stay counted in the camp where they ceased to.</summary>
    public bool TakesPart(int person) => persons.Wake[person] != Persons.Gone;

    /// <summary>Position of the place where the person is; -1: on a route.</summary>
    public int Place(int person) => Math.Max(-1, persons.Now[person].Where);

    /// <summary>Position of the route on which the person is, and whether it is gone from its second place to its first; -1: at a place.</summary>
    public (int Route, bool Backward) Route(int person) =>
        persons.Now[person].Where is < 0 and var where ? (network.LinkRoute[~where], network.IsBackward(~where)) : (-1, false);

    /// <summary>The place where the person is or, with the direction, the route.</summary>
    public Subject Where(int person)
    {
        if (persons.Now[person].Where is >= 0 and var place) return Subject.Place(network.Places[place].Id);
        var link = ~persons.Now[person].Where;
        return Subject.Route(network.Places[network.LinkFrom[link]].Id, network.Places[network.LinkTo[link]].Id, oneWay: true);
    }

    /// <summary>Position of the place from which the person set out; for people of the first morning, of where they were.</summary>
    public int Home(int person) => persons.Home[person];

    /// <summary>Index of the day of setting out; -1: before the first day.</summary>
    public int SetOut(int person) => persons.Since[person];

    /// <summary>Days that the person has been displaced in the simulation, today and the day of setting out included.</summary>
    public int DaysUnderWay(int person) => day() - Math.Max(0, persons.Since[person]) + 1;

    /// <summary>Km covered today.</summary>
    public double KmToday(int person) => tracks.TravelledBefore(person) is { } before ? KmInAll(person) - before : 0;

    /// <summary>Km covered in all.</summary>
    public double KmInAll(int person) => tracks.Travelled(person) + (persons.Now[person].Where < 0 ? persons.Km[person] : 0);

    /// <summary>Km of the routes completed; the way back from a closed route counts when it is done.</summary>
    public double KmOfRoutes(int person) => Math.Max(0, tracks.Travelled(person));

    /// <summary>How many places the person has come to, the home included, each time counted.</summary>
    public int Visited(int person) => tracks.Visited(person);

    /// <summary>The person's path: every step after the home, in order.</summary>
    public void Path(int person, List<PersonStep> path) => InOrder(tracks.Backwards(person), path);

    /// <summary>The steps of today, in order.</summary>
    public void PathToday(int person, List<PersonStep> path) => InOrder(tracks.BackwardsToday(person), path);

    /// <summary>The values of <see cref="Attributes"/>; empty where nothing is known. They are the same on every day.</summary>
    public void AttributesOf(int person, Span<string> values) => attributes.Of(seed, run, persons, person, values);

    private void InOrder(IEnumerable<PathStep> steps, List<PersonStep> path)
    {
        path.Clear();
        backwards.Clear();
        backwards.AddRange(steps);
        for (var i = backwards.Count - 1; i >= 0; i--)
        {
            var (kind, number, dayLeft) = backwards[i];
            if (kind == StepKind.Forced)
            {
                path.Add(new PersonStep(number, -1, false, false, dayLeft));
                continue;
            }
            var place = kind == StepKind.Back ? network.LinkFrom[number] : network.LinkTo[number];
            path.Add(new PersonStep(place, network.LinkRoute[number], network.IsBackward(number), kind == StepKind.Back, dayLeft));
        }
    }
}
