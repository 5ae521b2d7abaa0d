namespace Corridor.Forecasting;

/// <summary>Mean and quantiles of one figure over the runs of an ensemble.</summary>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Q05">5 % quantile.</param>
/// <param name="Q10">10 % quantile: with <paramref name="Q90"/> the 80 % interval.</param>
/// <param name="Q25">25 % quantile.</param>
/// <param name="Q50">Median.</param>
/// <param name="Q75">75 % quantile.</param>
/// <param name="Q90">90 % quantile.</param>
/// <param name="Q95">95 % quantile.</param>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest value.</param>
public readonly record struct Summary(
    double Mean, double Q05, double Q10, double Q25, double Q50, double Q75, double Q90, double Q95, double Least, double Most)
{
    /// <summary>The summary of the values, which are sorted in place; at least one.</summary>
    public static Summary Of(Span<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length);
        var sum = 0.0;
        foreach (var value in values) sum += value;
        if (!WholeNumbers.Sort(values)) values.Sort();
        return new Summary(
            sum / values.Length,
            At(values, 0.05), At(values, 0.10), At(values, 0.25), At(values, 0.50), At(values, 0.75), At(values, 0.90), At(values, 0.95),
            values[0], values[^1]);
    }

    /// <summary>
    /// The quantile of sorted values by linear interpolation between order statistics (definition 7 of R. J. Hyndman and Y. Fan,
    /// "Sample quantiles in statistical packages", 1996).
    /// </summary>
    public static double At(ReadOnlySpan<double> sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
