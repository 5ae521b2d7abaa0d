namespace Corridor.Simulation;

/// <summary>What one run of a conditioned ensemble believes beyond its rules.</summary>
internal sealed class RunConditions
{
    /// <summary>Factor on the draw of each place, by its position; null: 1 everywhere.</summary>
    public double[]? Draw { get; init; }

    /// <summary>People who set out on each day somewhere, shared among the places as given departures are; null: those of the scenario.</summary>
    public long[]? Departures { get; init; }
}
