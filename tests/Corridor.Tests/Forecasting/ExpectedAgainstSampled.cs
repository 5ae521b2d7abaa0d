using System.Globalization;
using Corridor.Forecasting;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// Whether the mean and the variance of sampled runs are those expected. The bounds are for counts that are sums of
/// independent people, each there or not there (or several times, in flows), and for so many cells that each may fail
/// by chance with a probability of 10⁻¹² only: ten thousand cells fail once in a hundred million seeds.
/// </summary>
internal static class ExpectedAgainstSampled
{
    /// <summary>log(2 / 10⁻¹²).</summary>
    private const double Doubt = 28.3;

    /// <summary>Normal quantile of about 10⁻¹³.</summary>
    private const double StandardErrors = 7.5;

    public static void Agree(Moments expected, double[] draws, string where)
    {
        var (mean, runs) = (draws.Average(), draws.Length);
        // Bernstein's inequality for a sum of independent terms in 0..1 with this variance: it holds for
        // few people as for many. Of flows, where no variance is worked out, the sampled one.
        var variance = double.IsNaN(expected.Variance) ? Statistical.Variance(draws) : expected.Variance;
        var bound = (Doubt / 3 + Math.Sqrt(Doubt * Doubt / 9 + 2 * Doubt * variance * runs)) / runs;
        Assert.True(Math.Abs(mean - expected.Mean) <= bound, Text(where, "mean", mean, expected.Mean, bound));
        // A fixed number has no variance at all; to the rounding of probabilities and of held persons (a variance of 1/12).
        var sampled = Statistical.Variance(draws);
        if (expected.Variance < 1e-6) Assert.True(sampled <= 1e-3, Text(where, "variance", sampled, expected.Variance, 1e-3));
        // Below 5 people² a sample variance is too far from normal for a bound that is worth anything; the mean then says nearly the same.
        if (!(expected.Variance >= 5)) return;
        // The excess kurtosis of a sum of independent people is at most 1 / variance.
        var spread = StandardErrors * expected.Variance * Math.Sqrt((2 + 1 / expected.Variance) / runs);
        Assert.True(Math.Abs(sampled - expected.Variance) <= spread, Text(where, "variance", sampled, expected.Variance, spread));
    }

    private static string Text(string where, string what, double sampled, double expected, double bound) =>
        string.Create(CultureInfo.InvariantCulture, $"{where}: sampled {what} {sampled:0.####}, expected {expected:0.####} ± {bound:0.####}");
}
