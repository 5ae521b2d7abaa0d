using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// Binomial numbers by inversion: the quantile of a uniform number. Inversion is monotone in the uniform number and in the probability, so
/// alternatives that share their uniform numbers stay coupled; and its cost does not grow with n.
/// </summary>
internal static class Binomial
{
    /// <summary>Variance from which on the Cornish-Fisher expansion is used instead of summing the probabilities.</summary>
    internal const double LargeVariance = 26;

    /// <summary>The smallest k with P(X ≤ k) ≥ <paramref name="u"/> for X binomial(<paramref name="n"/>, <paramref name="p"/>).</summary>
    /// <param name="n">Number of people; 0 or more.</param>
    /// <param name="p">Probability of each; values outside 0..1 count as 0 and 1.</param>
    /// <param name="u">Uniform number, 0..1 exclusive.</param>
    public static long Quantile(long n, double p, double u)
    {
        if (n <= 0 || !(p > 0)) return 0;
        if (p >= 1) return n;
        if (p > 0.5) return n - QuantileLow(n, 1 - p, 1 - u);
        return QuantileLow(n, p, u);
    }

    private static long QuantileLow(long n, double p, double u)
    {
        if (n == 1) return u > 1 - p ? 1 : 0;
        return n * p * (1 - p) < LargeVariance ? Sum(n, p, u) : CornishFisher(n, p, u);
    }

    /// <summary>Adds the probabilities up from 0. Some 50 steps at the mean, at most: p ≤ 1/2 and the variance is small.</summary>
    private static long Sum(long n, double p, double u)
    {
        // Bernoulli's inequality: the probability of 0 is at least 1 − np.
        if (u <= 1 - n * p) return 0;
        var odds = p / (1 - p);
        var probability = n < 1024 ? Power(1 - p, (uint)n) : Math.Exp(n * Log1Minus(p));
        var k = 0L;
        while (u > probability)
        {
            u -= probability;
            if (k == n) return n;
            probability *= odds * (n - k) / (k + 1);
            k++;
            // The tail beyond is lost to rounding.
            if (probability < 1e-300) return k;
        }
        return k;
    }

    /// <summary>By squaring: for few people faster than an exponential, and as exact.</summary>
    private static double Power(double x, uint n)
    {
        var power = 1.0;
        for (; n > 0; n >>= 1, x *= x)
            if ((n & 1) != 0) power *= x;
        return power;
    }

    /// <summary>
    /// Cornish-Fisher expansion of the quantile to the order 1/variance, for the continuous variable that has the binomial's distribution
    /// function at the integers: mean np + 1/2, variance npq − 1/12 (Sheppard's correction).
    /// </summary>
    /// <remarks>
    /// E. A. Cornish and R. A. Fisher, "Moments and cumulants in the specification of distributions", 1938; for the Poisson limit it is
    /// the expansion of M. B. Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", 2016. The
    /// total variation distance to the exact law is below 2e-5 from the variance <see cref="LargeVariance"/> on (BinomialTests).
    /// </remarks>
    private static long CornishFisher(long n, double p, double u)
    {
        var w = NormalDistribution.Quantile(u);
        var w2 = w * w;
        var variance = n * p * (1 - p);
        var deviation = Math.Sqrt(variance);
        // Standardised cumulants of the binomial: skewness, excess, and the fifth.
        var (perDeviation, perVariance) = (1 / deviation, 1 / variance);
        var c3 = (1 - 2 * p) * perDeviation;
        var c4 = (1 - 6 * p * (1 - p)) * perVariance;
        var c5 = (1 - 2 * p) * (1 - 12 * p * (1 - p)) * perVariance * perDeviation;
        var x = w
            + c3 * (w2 - 1) / 6
            + c4 * w * (w2 - 3) / 24 - c3 * c3 * w * (2 * w2 - 5) / 36 - w * perVariance / 24
            + c5 * (w2 * w2 - 6 * w2 + 3) / 120 - c3 * c4 * (w2 * w2 - 5 * w2 + 2) / 24
            + c3 * c3 * c3 * (12 * w2 * w2 - 53 * w2 + 17) / 324 + c3 * (w2 - 1) * perVariance / 72;
        return (long)Math.Clamp(Math.Floor(n * p + 0.5 + deviation * x), 0, n);
    }

    /// <summary>ln(1 − p) without loss of digits for small p.</summary>
    internal static double Log1Minus(double p)
    {
        if (p > 1e-4) return Math.Log(1 - p);
        return -p * (1 + p * (0.5 + p * (1.0 / 3 + p / 4)));
    }
}

/// <summary>Poisson numbers by inversion, as <see cref="Binomial"/>.</summary>
internal static class Poisson
{
    /// <summary>The smallest k with P(X ≤ k) ≥ <paramref name="u"/> for X Poisson with the given mean.</summary>
    public static long Quantile(double mean, double u)
    {
        if (!(mean > 0)) return 0;
        if (mean > Binomial.LargeVariance)
        {
            var w = NormalDistribution.Quantile(u);
            var w2 = w * w;
            var root = Math.Sqrt(mean);
            var x = mean + root * w + (1.0 / 3 + w2 / 6) + (-w / 36 - w * w2 / 72) / root + (-8.0 / 405 + 7 * w2 / 810 + w2 * w2 / 270) / mean;
            return Math.Max(0, (long)Math.Floor(x));
        }
        var probability = Math.Exp(-mean);
        var k = 0L;
        while (u > probability && probability > 1e-300)
        {
            u -= probability;
            k++;
            probability *= mean / k;
        }
        return k;
    }
}
