using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// The figures of some days that follow each other, of all runs of one alternative. Each figure's values lie side by
/// side, run after run, as they are summarised; each run writes its own as soon as it has stepped through a day.
/// </summary>
internal sealed class Panel
{
    private static readonly Counted[] All = Enum.GetValues<Counted>();

    private readonly int places, links, runs;
    private readonly long[] values;

    /// <param name="places">Number of places.</param>
    /// <param name="links">Number of links.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="days">Number of days.</param>
    public Panel(int places, int links, int runs, int days)
    {
        (this.places, this.links, this.runs) = (places, links, runs);
        values = new long[(long)days * RowsOfDay(places, links) * runs];
    }

    /// <summary>Number of figures of a day.</summary>
    public static int RowsOfDay(int places, int links) => (int)Counted.Entered * places + 2 * links + 2;

    /// <summary>Takes what a run shows of a day.</summary>
    public void Set(int run, int day, Figures figures)
    {
        foreach (var what in All)
        {
            var at = Row(day, what, 0) * runs + run;
            foreach (var people in figures.Of(what))
            {
                values[at] = people;
                at += runs;
            }
        }
        var last = Row(day + 1, 0, 0) * runs + run;
        (values[last - 2 * runs], values[last - runs]) = (figures.SetOut, figures.Removed);
    }

    /// <summary>A place's or link's number of people in every run.</summary>
    public ReadOnlySpan<long> Of(int day, Counted what, int placeOrLink) => values.AsSpan(Row(day, what, placeOrLink) * runs, runs);

    /// <summary>The people who no longer take part, in every run.</summary>
    public ReadOnlySpan<long> Removed(int day) => values.AsSpan((Row(day + 1, 0, 0) - 1) * runs, runs);

    /// <summary>What one run showed of a day.</summary>
    public Figures Of(int day, int run)
    {
        var figures = new Figures(places, links);
        foreach (var what in All)
        {
            var people = figures.Of(what);
            for (var at = 0; at < people.Length; at++) people[at] = Of(day, what, at)[run];
        }
        (figures.SetOut, figures.Removed) = (values[(Row(day + 1, 0, 0) - 2) * runs + run], Removed(day)[run]);
        return figures;
    }

    private int Row(int day, Counted what, int placeOrLink) =>
        day * RowsOfDay(places, links) + (what < Counted.InTransit ? (int)what * places : (int)Counted.Entered * places + links) + placeOrLink;
}
