namespace Corridor.Simulation;

/// <summary>Where somebody spends a night, and in which state.</summary>
/// <param name="At">Number of a place, or −1 − number of a link.</param>
/// <param name="Group">The state; its number of people means nothing.</param>
internal readonly record struct Whereabouts(int At, Group Group)
{
    public bool IsOnLink => At < 0;

    public int Link => -1 - At;

    /// <summary>The place at which people count: who harvests counts at home.</summary>
    public int CountsAt => Group.Is(Condition.Harvesting) ? Group.Home : At;

    public bool Equals(Whereabouts other) => At == other.At && Group.SameState(other.Group);

    public override int GetHashCode() => HashCode.Combine(At, Group.Plan, Group.Condition, Group.Profile, Group.Home, Group.Km, Group.Recent);
}
