using System.Numerics;
using System.Runtime.InteropServices;

namespace Corridor.Simulation;

/// <summary>
/// When the people at each place and on each link came to be: the share of them in each of some cohorts, which follow one
/// another. It is what groups know of the order in which people, one by one, act on every day (docs/model.md, "Capacity").
/// </summary>
/// <remarks>
/// Shares are expected ones: those who leave a place or come to the end of a link are of its people taken at random. On average that
/// is so of places, as no rule but the order itself looks at when somebody came to be. Of those who set out later,
/// each cohort is of equally many days, of twice as many whenever there are too many cohorts.
/// </remarks>
internal sealed class Cohorts
{
    /// <summary>Number of cohorts at most: whole vectors on every processor.</summary>
    public const int Count = 32;

    /// <summary>Of them, those of the first morning.</summary>
    private const int OfFirstMorning = 16;

    /// <summary>Less than this is forgotten: shares that fade for ever would become numbers that processors are slow at.</summary>
    private const float Least = 1e-9f;

    private readonly float[] shares;

    /// <summary>The people whom the shares are of; for the time of the day's mixing.</summary>
    private readonly double[] people;
    private readonly int places;
    private readonly int firstLater;

    /// <summary>Days of a cohort.</summary>
    private int days = 1;

    /// <param name="initial">The people at each place on the first morning.</param>
    /// <param name="links">Number of links: nobody is on one yet.</param>
    /// <param name="byPlace">Whether they follow one another place by place; else they are one cohort.</param>
    public Cohorts(long[] initial, int links, bool byPlace)
    {
        places = initial.Length;
        shares = new float[(places + links) * Count];
        people = new double[places + links];
        // A cohort for each place that has people; where there are too many such places, neighbours share one.
        var (begun, last, before) = (0, -1, 0L);
        var peopled = initial.Count(n => n > 0);
        var total = initial.Sum();
        for (var place = 0; place < initial.Length; place++)
        {
            if (initial[place] == 0) continue;
            last = !byPlace ? 0 : peopled <= OfFirstMorning ? begun++ : (int)(before * OfFirstMorning / total);
            before += initial[place];
            shares[place * Count + last] = 1;
        }
        firstLater = last + 1;
    }

    /// <summary>The share of each cohort among the people at a place or on a link (<see cref="Whereabouts.At"/>).</summary>
    public ReadOnlySpan<float> At(int at) => Shares(at);

    /// <summary>People who came to be on a day are at a place, where so many were before.</summary>
    public void SetOut(int place, long before, long setOut, int day)
    {
        if (setOut == 0) return;
        var cohort = CohortOf(day);
        var part = (float)(setOut / (double)(before + setOut));
        var here = Shares(place);
        for (var i = 0; i < here.Length; i++) here[i] *= 1 - part;
        here[cohort] += part;
    }

    /// <summary>So many people are at a place or on a link before others come.</summary>
    public void Begin(int at, long here) => people[Row(at)] = here;

    /// <summary>People come from a place or link to another, and are among those whom it has.</summary>
    public void Move(int from, int to, long moving)
    {
        if (moving == 0) return;
        var all = people[Row(to)] += moving;
        var part = new Vector<float>((float)(moving / all));
        var (rest, least) = (Vector<float>.One - part, new Vector<float>(Least));
        var left = MemoryMarshal.Cast<float, Vector<float>>(Shares(from));
        var joined = MemoryMarshal.Cast<float, Vector<float>>(Shares(to));
        for (var i = 0; i < joined.Length; i++)
        {
            var mixed = rest * joined[i] + part * left[i];
            joined[i] = Vector.ConditionalSelect(Vector.GreaterThan(mixed, least), mixed, Vector<float>.Zero);
        }
    }

    private int Row(int at) => at >= 0 ? at : places + ~at;

    private Span<float> Shares(int at) => shares.AsSpan(Row(at) * Count, Count);

    private int CohortOf(int day)
    {
        for (; firstLater + day / days >= Count; days *= 2)
        {
            // Two become one, in every place.
            for (var at = firstLater; at < shares.Length; at += Count)
            {
                var later = shares.AsSpan(at, Count - firstLater);
                for (var i = 0; i < later.Length; i++) later[i] = (2 * i < later.Length ? later[2 * i] : 0) + (2 * i + 1 < later.Length ? later[2 * i + 1] : 0);
            }
        }
        return firstLater + day / days;
    }
}
