using System.Numerics;

namespace Corridor.Simulation;

/// <summary>Groups that are to decide, stage by stage of the day; stages are taken out in rising order, while people are still added to larger ones.</summary>
internal struct Round()
{
    private GroupList[] groups = [];

    /// <summary>A bit for each stage at which people may be.</summary>
    private ulong[] stages = [];
    private int first = int.MaxValue;
    private int last = -1;

    public readonly bool IsEmpty => last < 0;

    /// <summary>The groups of a stage, to be added to.</summary>
    public ref GroupList At(int stage)
    {
        if (stage >= groups.Length) Grow(stage);
        ref var at = ref groups[stage];
        if (at.Count > 0) return ref at;
        var word = stage >> 6;
        stages[word] |= 1UL << stage;
        first = Math.Min(first, word);
        last = Math.Max(last, word);
        return ref at;
    }

    /// <summary>The groups of a stage that was taken out.</summary>
    public readonly ReadOnlySpan<Group> Items(int stage) => groups[stage].Items;

    /// <summary>Forgets the groups of a stage that was taken out.</summary>
    public readonly void Clear(int stage) => groups[stage].Clear();

    /// <summary>Takes the first stage out; its groups stay where they are until they are cleared. −1: none is left.</summary>
    public int TakeFirst()
    {
        for (; first <= last; first++)
        {
            ref var word = ref stages[first];
            if (word == 0) continue;
            var stage = first << 6 | BitOperations.TrailingZeroCount(word);
            word &= word - 1;
            return stage;
        }
        (first, last) = (int.MaxValue, -1);
        return -1;
    }

    private void Grow(int stage)
    {
        Array.Resize(ref groups, (2 * stage + 64) & ~63);
        Array.Resize(ref stages, groups.Length >> 6);
    }
}
