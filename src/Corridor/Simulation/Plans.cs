namespace Corridor.Simulation;

/// <summary>
/// The plans that people carry: the places still to come on their way, next first. Equal plans share one number, so groups with the same way
/// ahead merge; plan 0 is no plan. Only grows, and only between the days.
/// </summary>
internal sealed class Plans
{
    private readonly Dictionary<(int Place, int FollowedBy, int Link), int> numbers = [];
    private Plan[] plans = [new() { Next = -1, Last = -1, Link = -1 }];
    private int count = 1;

    /// <summary>
    /// The plan that goes to a place first, by the only link there is from where it begins (−1: there are several, or none), and then follows another plan.
    /// </summary>
    public int Add(int place, int followedBy, int byLink)
    {
        if (numbers.TryGetValue((place, followedBy, byLink), out var number)) return number;
        number = count++;
        numbers.Add((place, followedBy, byLink), number);
        if (number == plans.Length) Array.Resize(ref plans, 2 * number);
        ref readonly var rest = ref plans[followedBy];
        // The hash is of what the plan says, not of its number: two alternatives may number their plans differently.
        plans[number] = new Plan
        {
            Next = place,
            Rest = followedBy,
            Last = followedBy == 0 ? place : rest.Last,
            Link = byLink,
            Hash = Mix.Of(rest.Hash, (ulong)place + 1),
        };
        return number;
    }

    /// <summary>The number of a plan that has been added, at any time of the day.</summary>
    public int Of(int place, int followedBy, int byLink) => numbers[(place, followedBy, byLink)];

    /// <summary>The place to go to next.</summary>
    public int Next(int plan) => plans[plan].Next;

    /// <summary>The only link from where the plan begins to the next place; −1: there are several, or none.</summary>
    public int Link(int plan) => plans[plan].Link;

    /// <summary>What remains after the next place.</summary>
    public int Rest(int plan) => plans[plan].Rest;

    /// <summary>The place where the plan ends.</summary>
    public int Last(int plan) => plans[plan].Last;

    /// <summary>A hash of the places.</summary>
    public ulong Hash(int plan) => plans[plan].Hash;

    private struct Plan
    {
        public int Next;
        public int Rest;
        public int Last;
        public int Link;
        public ulong Hash;
    }
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
