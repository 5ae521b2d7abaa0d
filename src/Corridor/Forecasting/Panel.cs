using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// The figures of some days that follow each other, of all runs of one alternative. What a run shows of a day lies side by side, as
/// the run writes it at once; figures that are read one after the other, each over all runs, find most of it in the fast memory. The sums over
/// all places or links are made when it is written, as what is summed up lies together then.
/// </summary>
internal sealed class Panel
{
    private static readonly Counted[] All = Enum.GetValues<Counted>();

    private readonly int places, links, runs, figuresOfDay;
    private readonly long[] values;

    /// <param name="places">Number of places.</param>
    /// <param name="links">Number of links.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="days">Number of days.</param>
    public Panel(int places, int links, int runs, int days)
    {
        (this.places, this.links, this.runs, figuresOfDay) = (places, links, runs, FiguresOfDay(places, links));
        values = new long[(long)days * runs * figuresOfDay];
    }

    /// <summary>Number of figures of a day of a run.</summary>
    public static int FiguresOfDay(int places, int links) => (int)Counted.Entered * places + 2 * links + All.Length + 1;

    /// <summary>Takes what a run shows of a day.</summary>
    public void Set(int run, int day, Figures figures)
    {
        var mine = values.AsSpan((day * runs + run) * figuresOfDay, figuresOfDay);
        foreach (var what in All)
        {
            var people = figures.Of(what);
            people.CopyTo(mine[PositionOf(what)..]);
            mine[PositionOfSum(what)] = people.Sum();
        }
        mine[^1] = figures.NotSetOut;
    }

    /// <summary>Adds a place's or link's number of people in every run.</summary>
    public void Add(int day, Counted what, int placeOrLink, Span<double> people) => Add(day, PositionOf(what) + placeOrLink, people);

    /// <summary>Adds the number of people of all places or links together, in every run.</summary>
    public void AddSum(int day, Counted what, Span<double> people) => Add(day, PositionOfSum(what), people);

    /// <summary>Adds the people whose departure was given and who have not set out, in every run.</summary>
    public void AddNotSetOut(int day, Span<double> people) => Add(day, figuresOfDay - 1, people);

    private void Add(int day, int figure, Span<double> people)
    {
        var at = day * runs * figuresOfDay + figure;
        foreach (ref var sum in people)
        {
            sum += values[at];
            at += figuresOfDay;
        }
    }

    private int PositionOfSum(Counted what) => figuresOfDay - 1 - All.Length + (int)what;

    private int PositionOf(Counted what) => what < Counted.InTransit ? (int)what * places : (int)Counted.Entered * places + links;
}
