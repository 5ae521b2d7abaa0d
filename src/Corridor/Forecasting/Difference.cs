namespace Corridor.Forecasting;

/// <summary>What an alternative changes, run by run: the figure under the alternative less the figure of the base in the run of the same number.</summary>
/// <param name="Summary">The differences over the runs.</param>
/// <param name="ProbabilityMore">Share of the runs in which the alternative has more; a tie is not more.</param>
/// <param name="ProbabilityEqual">Share of the runs in which both have the same.</param>
public readonly record struct Difference(Summary Summary, double ProbabilityMore, double ProbabilityEqual)
{
    /// <summary>
    /// The difference of two means. Without runs there are no pairs: no range, and no share of the runs, but both figures are the same or not.
    /// </summary>
    internal static Difference OfMeans(Moments alternative, Moments reference)
    {
        var mean = alternative.Mean - reference.Mean;
        const double none = double.NaN;
        return new Difference(new Summary(mean, none, none, none, mean, none, none, none, none, none), none, alternative.Equals(reference) ? 1 : 0);
    }

    /// <summary>The paired difference of two figures; <paramref name="differences"/> is overwritten.</summary>
    internal static Difference Between(ReadOnlySpan<double> alternative, ReadOnlySpan<double> reference, Span<double> differences)
    {
        var (more, equal) = (0, 0);
        for (var run = 0; run < differences.Length; run++)
        {
            differences[run] = alternative[run] - reference[run];
            if (differences[run] > 0) more++;
            else if (differences[run] == 0) equal++;
        }
        var runs = (double)differences.Length;
        return new Difference(Summary.Of(differences), more / runs, equal / runs);
    }
}
