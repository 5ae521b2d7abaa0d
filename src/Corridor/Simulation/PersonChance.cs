using System.Runtime.CompilerServices;

namespace Corridor.Simulation;

/// <summary>
/// The random numbers of one person on one day, in the order in which they are needed. Four are made at once; few need more.
/// </summary>
internal struct PersonChance
{
    private FourWords words;
    private int used;

    /// <summary>A number that was drawn and is still good for something (<see cref="GiveBack"/>); 0: none.</summary>
    private double left;

    /// <summary>Makes the first numbers of several people.</summary>
    /// <param name="day">The generator of the day.</param>
    /// <param name="people">The people.</param>
    public static void Begin(in Philox day, Span<Traveller> people)
    {
        foreach (ref var person in people) person.Chance.Begin(day, person.Person);
    }

    /// <summary>Makes the first numbers.</summary>
    /// <param name="day">The generator of the day.</param>
    /// <param name="person">The person's number.</param>
    public void Begin(in Philox day, int person)
    {
        (used, left) = (0, 0);
        day.BlockOf(person, 0, words);
    }

    /// <summary>
    /// Whether something of this probability, if above 1 for certain, happens. A uniform number says more than that: given the
    /// answer it lies anywhere in a part of (0, 1), and is the next uniform number when that is stretched to the whole.
    /// </summary>
    public static bool Happens(double probability, ref double uniform)
    {
        var happens = uniform < probability;
        uniform = happens ? uniform / Math.Min(1, probability) : (1 - uniform) / (1 - probability);
        return happens;
    }

    /// <summary>A number that was drawn and is not needed: it is the next.</summary>
    public void GiveBack(double uniform) => left = uniform;

    /// <summary>The next number, uniform on (0, 1).</summary>
    public double NextUniform(in Philox day, int person)
    {
        if (left == 0) return Draw(day, person);
        var uniform = left;
        left = 0;
        return uniform;
    }

    private double Draw(in Philox day, int person)
    {
        var next = used++ & 3;
        if (next == 0 && used > 1) day.BlockOf(person, used >> 2, words);
        return Philox.Uniform(words[next]);
    }

    [InlineArray(4)]
    private struct FourWords
    {
        private ulong first;
    }
}
