namespace Corridor.Simulation;

/// <summary>
/// The plans that people carry: the places still to come on their way, next first. Equal plans share one number, so groups with the same way
/// ahead merge; plan 0 is no plan. Only grows, and only between the days.
/// </summary>
internal sealed class Plans
{
    private readonly Dictionary<(int Place, int FollowedBy), int> numbers = [];
    private readonly List<int> next = [-1];
    private readonly List<int> rest = [0];
    private readonly List<int> last = [-1];
    private readonly List<ulong> hash = [0];

    /// <summary>The plan that goes to a place first and then follows another plan.</summary>
    public int Add(int place, int followedBy)
    {
        if (numbers.TryGetValue((place, followedBy), out var number)) return number;
        number = next.Count;
        numbers.Add((place, followedBy), number);
        next.Add(place);
        rest.Add(followedBy);
        last.Add(followedBy == 0 ? place : last[followedBy]);
        // From what the plan says, not from its number: two alternatives may number their plans differently.
        hash.Add(Mix.Of(hash[followedBy], (ulong)place + 1));
        return number;
    }

    /// <summary>The place to go to next.</summary>
    public int Next(int plan) => next[plan];

    /// <summary>What remains after the next place.</summary>
    public int Rest(int plan) => rest[plan];

    /// <summary>The place where the plan ends.</summary>
    public int Last(int plan) => last[plan];

    /// <summary>A hash of the places.</summary>
    public ulong Hash(int plan) => hash[plan];
}

/// <summary>Mixes numbers into a 64-bit hash.</summary>
internal static class Mix
{
    /// <summary>The finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, 2014) over the two numbers.</summary>
    public static ulong Of(ulong a, ulong b)
    {
        var x = a * 0x9E3779B97F4A7C15UL + b + 0x632BE59BD9B4E019UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
