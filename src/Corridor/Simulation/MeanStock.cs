namespace Corridor.Simulation;

/// <summary>What the rules need to know of all people while one of them is worked out by himself.</summary>
/// <param name="places">Number of places.</param>
internal sealed class MeanStock(int places)
{
    /// <summary>Expected displaced people at each place this morning, those who no longer take part included.</summary>
    public double[] At { get; } = new double[places];

    /// <summary>Whether the place may be full enough for people to be turned away; until then its room is whole.</summary>
    public bool[] Binds { get; } = new bool[places];
}
