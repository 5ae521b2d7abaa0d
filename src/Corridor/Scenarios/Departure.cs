namespace Corridor.Scenarios;

/// <summary>A given number of people who set out on a day: for studies that grant the totals (<see cref="DepartureMode.Given"/>).</summary>
/// <param name="Date">The day.</param>
/// <param name="Place">Place id; <see cref="Count.Everywhere"/> shares them among the places by their departure weights.</param>
/// <param name="People">People; 0 or more.</param>
public sealed record Departure(DateOnly Date, string Place, long People)
{
    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;
}
