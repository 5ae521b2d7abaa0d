namespace Corridor.Simulation;

/// <summary>
/// The groups of a place in an order in which those that differ only in what they have spent of the day and remember of
/// the days before stand together, neighbours in memory side by side (docs/model.md, "What people remember").
/// </summary>
internal sealed class Crowd
{
    /// <summary>
    /// Bits of a key for what is spent and remembered together, and for what is spent;
    /// a day is 2²⁰. What is beyond four days, or two, sorts as if it were that.
    /// </summary>
    private const int BitsOfBoth = 22, BitsOfSpent = 21, BitsOfADay = 20;

    /// <summary>Up to so many groups, to put each where it belongs is faster than to divide them.</summary>
    private const int Few = 32;

    private ulong[] keys = [];
    private int[] order = [];
    private Group[] sorted = [];

    /// <summary>People of the class at hand up to each of its groups.</summary>
    private long[] until = [];
    private Share[] dealt = new Share[16];
    private int count, first, end;
    private double full;
    private bool asked;

    /// <summary>Some people of the class at hand share a memory.</summary>
    /// <param name="Group">Position of the group whose memory it is in <see cref="Class"/>.</param>
    /// <param name="People">How many they are.</param>
    internal readonly record struct Share(int Group, long People);

    /// <summary>The groups of the class at hand, in order.</summary>
    public ReadOnlySpan<Group> Class => sorted.AsSpan(first, end - first);

    /// <summary>One of them.</summary>
    public ref readonly Group One => ref sorted[first];

    /// <summary>How many people they are.</summary>
    public long People { get; private set; }

    /// <summary>Whether all of them go on, because they are asked and their day is short so far.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>
    /// Sorts groups by all that is not memory, in any order; then by what decides next. Of those whose day is short
    /// so far, that is what they have spent and remember together: up to a full day they go on. The others are not
    /// asked that again today, only whether enough of the day is left: there it is what they have spent.
    /// </summary>
    /// <param name="groups">The groups.</param>
    /// <param name="day">What a full day spends.</param>
    /// <param name="isAsked">Whether they are asked now if their day is short so far: those who answer differently are of different classes.</param>
    public void Begin(ReadOnlySpan<Group> groups, double day, bool isAsked)
    {
        (count, first, end, full, asked) = (groups.Length, 0, 0, day, isAsked);
        if (keys.Length < count) (keys, order, sorted, until) = (new ulong[2 * count], new int[2 * count], new Group[2 * count], new long[2 * count]);
        if (count == 1)
        {
            sorted[0] = groups[0];
            return;
        }
        var scale = (1 << BitsOfADay) / day;
        for (var i = 0; i < count; i++)
        {
            var key = KeyOf(groups[i], day, scale);
            var at = i;
            if (count <= Few)
                for (; at > 0 && keys[at - 1] > key; at--) (keys[at], order[at]) = (keys[at - 1], order[at - 1]);
            (keys[at], order[at]) = (key, i);
        }
        if (count > Few) keys.AsSpan(0, count).Sort(order.AsSpan(0, count));
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            ref readonly var next = ref groups[order[i]];
            if (length > 0 && next.SameState(sorted[length - 1])) sorted[length - 1].People += next.People;
            else sorted[length++] = next;
        }
        count = length;
    }

    /// <summary>Goes to the next class, of groups that differ in memory only; false when there is none.</summary>
    public bool NextClass()
    {
        if (end == count) return false;
        first = end;
        ref readonly var one = ref sorted[first];
        GoesOn = asked && Goes(one, full);
        var people = 0L;
        do until[end] = people += sorted[end].People; while (++end < count && sorted[end].SameButMemory(one) && (!asked || Goes(sorted[end], full) == GoesOn));
        People = people;
        return true;
    }

    /// <summary>
    /// Deals out memories of the class at hand to some people: at even steps through the order, and as many people
    /// for each. The expected number of people with each memory is its share; and whatever line is drawn through the
    /// order, the number below it is off by fewer than one memory has, as only one step lies across it.
    /// </summary>
    /// <param name="people">How many; 1 or more.</param>
    /// <param name="memories">How many memories, at most; 1 or more.</param>
    /// <param name="start">Where the first step is, 0 .. 1.</param>
    /// <param name="round">Where the count of people begins, 0 .. 1.</param>
    /// <returns>Who has which. Valid until the next call.</returns>
    public ReadOnlySpan<Share> Deal(long people, int memories, double start, double round)
    {
        var (at, last) = (first, end - 1);
        if (at == last || memories == 1)
        {
            for (var point = start * People; at < last && until[at] <= point; at++) { }
            dealt[0] = new Share(at - first, people);
            return dealt.AsSpan(0, 1);
        }
        if (dealt.Length < memories) dealt = new Share[2 * memories];
        var (step, share) = ((double)People / memories, (double)people / memories);
        var (next, given, whole, length) = (start * step, round, 0L, 0);
        for (var i = 0; i < memories; at++)
        {
            if (at < last && until[at] <= next) continue;
            // Rounding must not lead beyond the last.
            for (; i < memories && (at == last || next < until[at]); i++) (next, given) = (next + step, given + share);
            var now = i == memories ? people : (long)given;
            if (now > whole) dealt[length++] = new Share(at - first, now - whole);
            whole = now;
        }
        return dealt.AsSpan(0, length);
    }

    /// <summary>Whether people go on at the town where they are, because their day is short so far.</summary>
    public static bool Goes(in Group group, double day) => group.Recent + group.Spent < day * (1 - 1e-9);

    private static ulong KeyOf(in Group group, double day, double scale)
    {
        var both = Math.Min((long)((group.Spent + group.Recent) * scale), (1L << BitsOfBoth) - 1);
        var spent = Math.Min((long)(group.Spent * scale), (1L << BitsOfSpent) - 1);
        var memory = Goes(group, day) ? both << BitsOfSpent | spent : 1L << (BitsOfBoth + BitsOfSpent) | spent << BitsOfBoth | both;
        return HashOfRest(group) << (BitsOfBoth + BitsOfSpent + 1) | (ulong)memory;
    }

    /// <summary>A hash of all but memory. Two that should not have the same key can lie mixed: then they share less, and nothing else.</summary>
    private static ulong HashOfRest(in Group group)
    {
        if (group is { Plan: 0, Condition: Condition.None, Profile: 0, Home: 0 }) return 0;
        return Mix.Of((ulong)group.Plan << 8 | (ulong)group.Condition, (ulong)(group.Profile * 31 + group.Home)) >> (BitsOfBoth + BitsOfSpent + 1);
    }
}
