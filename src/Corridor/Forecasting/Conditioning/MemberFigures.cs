namespace Corridor.Forecasting.Conditioning;

/// <summary>What members show of the reported figures under one timeline, filled as days go by.</summary>
internal sealed class MemberFigures(int targets, int daysAhead, int members)
{
    /// <summary>Of each target and member, the figure on the day of its last report, or of the first day of the window where that came before.</summary>
    public double[][] AtReport { get; } = [.. Enumerable.Range(0, targets).Select(_ => new double[members])];

    /// <summary>Of each target, day ahead (0 is the as-of day) and member, the figure.</summary>
    public double[][][] Ahead { get; } =
        [.. Enumerable.Range(0, targets).Select(_ => Enumerable.Range(0, daysAhead + 1).Select(_ => new double[members]).ToArray())];

    /// <summary>No more people can be displaced by the last day ahead; infinite where that cannot be known.</summary>
    public required double Most { get; init; }

    /// <summary>By how much a figure has grown since the last report.</summary>
    public double Growth(int target, int ahead, int member) => Ahead[target][ahead][member] - AtReport[target][member];
}
