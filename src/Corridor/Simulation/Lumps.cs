namespace Corridor.Simulation;

/// <summary>
/// Makes one group of several that differ only in what they have spent of the day and remember of the days before: it takes over the memory of one of its people, drawn with equal chances
/// (docs/model.md, "What people remember"). How many people have a memory stays the same on average, so means stay as they are; what grows is the variance, as some people are asked the same thing
/// together. Where nobody shares, it merges equal states.
/// </summary>
internal sealed class Lumps
{
    /// <summary>Bits of a key for what is spent and remembered together, and for what is spent; a day is 2²⁰. What is beyond four days, or two, sorts as if it were that.</summary>
    private const int BitsOfBoth = 22, BitsOfSpent = 21, BitsOfADay = 20;

    private ulong[] keys = [];
    private int[] order = [];
    private Group[] before = [];

    /// <summary>Merges the groups of a list.</summary>
    /// <param name="list">The groups; those in the same state need not be one group.</param>
    /// <param name="size">Groups of fewer people are put together, neighbours in memory first, until they are so many.</param>
    /// <param name="day">What a full day spends, a km, and the rest of a link for those at its begin (0 at a place).</param>
    /// <param name="random">Draws whose memory a group takes over.</param>
    public void Merge(ref GroupList list, double size, (double Full, double PerKm, double Ahead) day, Philox random)
    {
        var groups = list.Items;
        if (groups.Length < 2) return;
        Sort(groups, day);
        var (count, word) = (0, 0UL);
        for (var i = 0; i < groups.Length; i++)
        {
            ref readonly var next = ref before[order[i]];
            if (count > 0 && groups[count - 1].SameButMemory(next))
            {
                ref var last = ref groups[count - 1];
                var isEqual = last.Spent == next.Spent && last.Recent == next.Recent;
                if (isEqual || last.People < size && next.People < size && Goes(last, day) == Goes(next, day))
                {
                    last.People += next.People;
                    if (isEqual) continue;
                    if (word == 0) word = random.NextWord();
                    // By what is remembered, not by the order: if one more is here under another alternative, nearly all others take over the same memories.
                    if (Philox.Uniform(Mix.Of(word, keys[i])) * last.People < next.People) (last.Recent, last.Spent) = (next.Recent, next.Spent);
                    continue;
                }
            }
            groups[count++] = next;
        }
        list.Shorten(count);
    }

    /// <summary>Whether people go on at the next town, or the one where they are, because their day is short so far: those who answer differently share nothing, as all of them are asked at once.</summary>
    private static bool Goes(in Group group, (double Full, double PerKm, double Ahead) day) => group.Recent + group.Spent + day.Ahead - group.Km * day.PerKm < day.Full * (1 - 1e-9);

    /// <summary>
    /// Sorts by all that is not memory, in any order; then by what decides next. Of those whose day is short so far, that is what they have spent and remember together: up to a full day they go on. The others
    /// are not asked that again today, only whether enough of the day is left: there it is what they have spent.
    /// </summary>
    private void Sort(ReadOnlySpan<Group> groups, (double Full, double PerKm, double Ahead) day)
    {
        var count = groups.Length;
        if (keys.Length < count) (keys, order, before) = (new ulong[2 * count], new int[2 * count], new Group[2 * count]);
        groups.CopyTo(before);
        var scale = (1 << BitsOfADay) / day.Full;
        for (var i = 0; i < count; i++)
        {
            ref readonly var group = ref groups[i];
            var both = Math.Min((long)((group.Spent + group.Recent) * scale), (1L << BitsOfBoth) - 1);
            var spent = Math.Min((long)(group.Spent * scale), (1L << BitsOfSpent) - 1);
            var memory = Goes(group, day) ? both << BitsOfSpent | spent : 1L << (BitsOfBoth + BitsOfSpent) | spent << BitsOfBoth | both;
            keys[i] = HashOfRest(group) << (BitsOfBoth + BitsOfSpent + 1) | (ulong)memory;
            order[i] = i;
        }
        keys.AsSpan(0, count).Sort(order.AsSpan(0, count));
    }

    /// <summary>A hash of all but memory. Two that should not have the same key can lie mixed: then they share less, and nothing else.</summary>
    private static ulong HashOfRest(in Group group)
    {
        if (group is { Plan: 0, Condition: Condition.None, Profile: 0, Home: 0, Km: 0 }) return 0;
        return Mix.Of((ulong)group.Plan << 8 | (ulong)group.Condition, BitConverter.DoubleToUInt64Bits(group.Km) + (ulong)(group.Profile * 31 + group.Home)) >> (BitsOfBoth + BitsOfSpent + 1);
    }
}
