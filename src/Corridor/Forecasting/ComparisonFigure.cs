namespace Corridor.Forecasting;

/// <summary>One figure under the base and every alternative, in the order of the ensemble.</summary>
/// <param name="Under">The figure under each.</param>
/// <param name="Differences">What each changes against the first; null for the first itself.</param>
public sealed record ComparisonFigure(IReadOnlyList<Summary> Under, IReadOnlyList<Difference?> Differences)
{
    /// <summary>Whether an alternative gives exactly what the first gives, in every run.</summary>
    public bool IsSameAsFirst(int alternative) => Differences[alternative] is not { } difference || difference.ProbabilityEqual == 1;

    /// <summary>Summarises draws; they are sorted in place.</summary>
    /// <param name="draws">A value for every run, by alternative.</param>
    /// <param name="scratch">As long as a row of draws.</param>
    internal static ComparisonFigure Of(double[][] draws, Span<double> scratch)
    {
        var differences = new Difference?[draws.Length];
        for (var alternative = 1; alternative < draws.Length; alternative++)
            differences[alternative] = Difference.Between(draws[alternative], draws[0], scratch);
        var under = new Summary[draws.Length];
        for (var alternative = 0; alternative < draws.Length; alternative++) under[alternative] = Summary.Of(draws[alternative]);
        return new ComparisonFigure(under, differences);
    }
}
