namespace Corridor.Simulation;

/// <summary>
/// Deals people into turns, of the morning or of the day, in the order in which they came to be, as far as the cohorts that
/// they are of tell; within a cohort the order is random. All who look at the same room, directly or by others who look at
/// more, are put in order together, equally many of them on each turn; people elsewhere do not matter.
/// </summary>
/// <param name="places">Number of places.</param>
internal sealed class Turns(int places)
{
    /// <summary>
    /// Of each place that is concerned, another one whose people are put in order
    /// together with its own; the last of such a chain is the place itself.
    /// </summary>
    private readonly int[] next = new int[places];

    /// <summary>For each place, 1 + its number among those concerned; 0: it is not.</summary>
    private readonly int[] numbers = new int[places];

    /// <summary>The places concerned.</summary>
    private readonly List<int> concerned = [];

    /// <summary>The people of each of them, by cohort.</summary>
    private double[] people = [];

    /// <summary>The people of all who are put in order together, by cohort, at the last place of the chain.</summary>
    private double[] together = [];

    /// <summary>The share of each place's people who are on no later turn, for each turn.</summary>
    private double[] until = [];

    /// <summary>The number of turns.</summary>
    private int turns;

    /// <summary>A place is concerned, by itself as yet.</summary>
    public void Begin(int place)
    {
        if (numbers[place] > 0) return;
        concerned.Add(place);
        numbers[place] = concerned.Count;
        next[place] = place;
        var end = concerned.Count * Cohorts.Count;
        if (people.Length < end) Array.Resize(ref people, 2 * end);
        people.AsSpan(end - Cohorts.Count, Cohorts.Count).Clear();
    }

    /// <summary>People of a place are to be dealt into turns.</summary>
    /// <param name="place">The place.</param>
    /// <param name="count">Their number.</param>
    /// <param name="cohorts">The share of each cohort among them.</param>
    public void Add(int place, long count, ReadOnlySpan<float> cohorts)
    {
        Begin(place);
        var here = Of(people, place);
        for (var cohort = 0; cohort < here.Length; cohort++) here[cohort] += cohorts[cohort] * count;
    }

    /// <summary>People of one place look at the room of another; both are concerned.</summary>
    public void Join(int place, int limited) => next[Last(limited)] = Last(place);

    /// <summary>Puts them in order.</summary>
    public void Deal(int turns)
    {
        this.turns = turns;
        if (together.Length < concerned.Count * Cohorts.Count) together = new double[people.Length];
        if (until.Length < concerned.Count * turns) until = new double[2 * concerned.Count * turns];
        together.AsSpan(0, concerned.Count * Cohorts.Count).Clear();
        foreach (var place in concerned)
        {
            var all = Of(together, Last(place));
            var here = Of(people, place);
            for (var cohort = 0; cohort < all.Length; cohort++) all[cohort] += here[cohort];
        }
        foreach (var place in concerned) SetShares(until.AsSpan((numbers[place] - 1) * turns, turns), Of(people, place), Of(together, Last(place)));
    }

    /// <summary>How many of some people of a place are on the turns from one to another.</summary>
    /// <param name="place">The place.</param>
    /// <param name="people">Their number.</param>
    /// <param name="start">Where the count begins, 0 .. 1: at random, so that each person's chance is the share, however few they are.</param>
    /// <param name="of">Into how many turns these people are dealt; a power of two, as is the number of all turns.</param>
    /// <param name="first">The first of those turns, from 0 on.</param>
    /// <param name="last">The last.</param>
    public long Between(int place, long people, double start, int of, int first, int last) =>
        Until(place, people, start, (last + 1) * (turns / of)) - Until(place, people, start, first * (turns / of));

    /// <summary>All turns are over.</summary>
    public void Clear()
    {
        foreach (var place in concerned) numbers[place] = 0;
        concerned.Clear();
    }

    private long Until(int place, long people, double start, int turn) =>
        turn == 0 ? 0 : turn == turns ? people : (long)(people * until[(numbers[place] - 1) * turns + turn - 1] + start);

    private Span<double> Of(double[] byCohort, int place) => byCohort.AsSpan((numbers[place] - 1) * Cohorts.Count, Cohorts.Count);

    private int Last(int place)
    {
        while (next[place] != place) place = next[place] = next[next[place]];
        return place;
    }

    /// <summary>The share of a place's people until the end of each turn, if equally many of all people together are on each.</summary>
    private static void SetShares(Span<double> until, ReadOnlySpan<double> here, ReadOnlySpan<double> together)
    {
        var (all, total) = (Sum(together), Sum(here));
        var (before, ahead, cohort) = (0.0, 0.0, 0);
        for (var turn = 1; turn < until.Length; turn++)
        {
            var end = all * turn / until.Length;
            for (; cohort < here.Length && before + together[cohort] <= end; cohort++)
            {
                before += together[cohort];
                ahead += here[cohort];
            }
            until[turn - 1] = cohort == here.Length ? 1 : Math.Min(1, (ahead + here[cohort] * (end - before) / together[cohort]) / total);
        }
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers) sum += number;
        return sum;
    }
}
