namespace Corridor.Simulation;

/// <summary>What one run of a conditioned ensemble believes beyond its rules.</summary>
internal sealed class RunConditions
{
    /// <summary>Factor on the draw of each place, by its position; null: 1 everywhere.</summary>
    public double[]? Draw { get; init; }

    /// <summary>
    /// People who set out from each place on a day, asked for one day after the other; ~n: as many as by rate, but n at least.
    /// Null: those of the scenario.
    /// </summary>
    public Func<int, long[]>? Departures { get; init; }
}
