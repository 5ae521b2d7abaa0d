namespace Corridor.Simulation;

/// <summary>
/// The random numbers of one person on one day, in the order in which they are needed. The first four are made for all people at once (<see cref="Philox.FirstBlocks"/>); few need more.
/// </summary>
/// <param name="words">The four words of everybody who is awake.</param>
/// <param name="position">The person's position among those.</param>
internal struct PersonChance(ulong[] words, int position)
{
    private int used;

    /// <summary>The next number, uniform on the open interval (0, 1).</summary>
    /// <param name="day">The generator of the day.</param>
    /// <param name="person">The person's number.</param>
    public double NextUniform(in Philox day, int person)
    {
        var next = used++ & 3;
        if (next == 0 && used > 1) day.BlockOf(person, used >> 2, words.AsSpan(4 * position, 4));
        return Philox.Uniform(words[4 * position + next]);
    }
}
