namespace Corridor.Simulation;

/// <summary>
/// Deals those who leave in the morning into turns in the order in which they came to be, as far as the cohorts of their
/// place tell; within a cohort the order is random. All who look at the same room, directly or by others who look at
/// more, are put in order together, equally many of them on each turn; people elsewhere do not matter.
/// </summary>
internal sealed class Turns(int places)
{
    /// <summary>Into so many turns they are dealt, at most.</summary>
    public const int Most = 16;

    /// <summary>
    /// Of each place that is concerned, another one whose people are put in order
    /// together with its own; the last of such a chain is the place itself.
    /// </summary>
    private readonly int[] next = new int[places];

    /// <summary>For the last place of a chain, where <see cref="leaving"/> begins.</summary>
    private readonly int[] begin = new int[places];

    /// <summary>Those who leave, by cohort, for each set of places in order.</summary>
    private double[] leaving = [];

    /// <summary>For each place whose people leave, the share of them who are on no later turn, for each turn.</summary>
    private double[] shares = [];

    /// <summary>Begins with a place by itself.</summary>
    public void Begin(int place) => next[place] = place;

    /// <summary>People of one place look at the room of another.</summary>
    public void Join(int place, int limited) => next[Last(limited)] = Last(place);

    /// <summary>Puts them in order. Those of one place follow one another in the list.</summary>
    public void Deal(Span<Leaver> leavers, Cohorts cohorts)
    {
        var (count, of, last) = (0, 0, -1);
        foreach (ref readonly var leaver in leavers)
        {
            if (leaver.Place != last) of++;
            begin[Last(last = leaver.Place)] = -1;
        }
        if (leaving.Length < of * Cohorts.Count) leaving = new double[2 * of * Cohorts.Count];
        if (shares.Length < of * Most) shares = new double[2 * of * Most];
        foreach (ref readonly var leaver in leavers)
        {
            ref var at = ref begin[Last(leaver.Place)];
            if (at < 0)
            {
                at = count;
                count += Cohorts.Count;
                leaving.AsSpan(at, Cohorts.Count).Clear();
            }
            var here = cohorts.At(leaver.Place);
            var together = leaving.AsSpan(at, Cohorts.Count);
            for (var cohort = 0; cohort < here.Length; cohort++) together[cohort] += here[cohort] * leaver.Group.People;
        }
        (of, last) = (-Most, -1);
        foreach (ref var leaver in leavers)
        {
            if (leaver.Place != last)
                SetShares(shares.AsSpan(of += Most, Most), cohorts.At(last = leaver.Place), leaving.AsSpan(begin[Last(last)], Cohorts.Count));
            leaver = leaver with { Shares = of };
        }
    }

    /// <summary>How many of the people are on the turns from one to another.</summary>
    public long Of(in Leaver leaver, int first, int last)
    {
        var each = Most / leaver.Turns;
        return Until(leaver, (last + 1) * each) - Until(leaver, first * each);
    }

    /// <summary>
    /// How many of the people are on one of so many turns of all; the count begins at a random
    /// point, so that each person's chance is the share, however few they are.
    /// </summary>
    private long Until(in Leaver leaver, int turns) =>
        turns == 0 ? 0 : turns == Most ? leaver.Group.People : (long)(leaver.Group.People * shares[leaver.Shares + turns - 1] + leaver.First);

    private int Last(int place)
    {
        while (next[place] != place) place = next[place] = next[next[place]];
        return place;
    }

    /// <summary>The share of a place's people until the end of each turn, if equally many of all people together are on each.</summary>
    private static void SetShares(Span<double> until, ReadOnlySpan<float> here, ReadOnlySpan<double> together)
    {
        var (all, before, share, cohort) = (0.0, 0.0, 0.0, 0);
        foreach (var people in together) all += people;
        for (var turn = 1; turn < Most; turn++)
        {
            var end = all * turn / Most;
            for (; cohort < here.Length && before + together[cohort] <= end; cohort++)
            {
                before += together[cohort];
                share += here[cohort];
            }
            until[turn - 1] = cohort == here.Length ? 1 : Math.Min(1, share + here[cohort] * (end - before) / together[cohort]);
        }
    }
}
