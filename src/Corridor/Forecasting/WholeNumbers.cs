namespace Corridor.Forecasting;

/// <summary>
/// Sorts figures that are numbers of people: whole, and close enough together that
/// counting their digits is several times faster than comparing them.
/// </summary>
internal static class WholeNumbers
{
    /// <summary>Below this many, comparing is as fast.</summary>
    private const int Few = 32;

    /// <summary>Largest magnitude at which differences of doubles are exact for certain.</summary>
    private const double Exact = 1L << 52;

    [ThreadStatic]
    private static uint[]? memory;

    /// <summary>Sorts the values in place; false, and nothing is changed, when some are not whole, lie too far apart, or are few.</summary>
    public static bool Sort(Span<double> values)
    {
        if (values.Length < Few) return false;
        var (least, most) = (values[0], values[0]);
        foreach (var value in values)
        {
            if (value < least) least = value;
            if (value > most) most = value;
        }
        if (!(least >= -Exact && most <= Exact && most - least < uint.MaxValue)) return false;
        if (memory is null || memory.Length < 2 * values.Length) memory = new uint[2 * values.Length];
        var keys = memory.AsSpan(0, values.Length);
        var sorted = memory.AsSpan(values.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            keys[i] = (uint)(values[i] - least);
            if (least + keys[i] != values[i]) return false;
        }
        for (var (shift, range) = (0, (uint)(most - least)); range > 0; shift += 8, range >>= 8)
        {
            SortByDigit(keys, sorted, shift);
            var other = keys;
            keys = sorted;
            sorted = other;
        }
        for (var i = 0; i < values.Length; i++) values[i] = least + keys[i];
        return true;
    }

    /// <summary>By eight bits of the keys; those with the same ones keep their order.</summary>
    private static void SortByDigit(ReadOnlySpan<uint> keys, Span<uint> sorted, int shift)
    {
        Span<int> next = stackalloc int[256];
        next.Clear();
        foreach (var key in keys) next[(int)(key >> shift & 255)]++;
        var before = 0;
        foreach (ref var place in next) (place, before) = (before, before + place);
        foreach (var key in keys) sorted[next[(int)(key >> shift & 255)]++] = key;
    }
}
