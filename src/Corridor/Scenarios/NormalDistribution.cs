namespace Corridor.Scenarios;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>
    /// The value with the probability <paramref name="u"/> (0..1, exclusive) below it. P. J. Acklam's rational approximation
    /// (2003), relative error below 1.15e-9: the error that it causes in a drawn
    /// number of people is far below one person.
    /// </summary>
    public static double Quantile(double u)
    {
        const double low = 0.02425;
        if (u < low)
        {
            var q = Math.Sqrt(-2 * Math.Log(u));
            return Tail(q);
        }
        if (u > 1 - low)
        {
            var q = Math.Sqrt(-2 * Math.Log(1 - u));
            return -Tail(q);
        }
        var x = u - 0.5;
        var r = x * x;
        return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
                + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00) * x
            / (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
                + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1);
    }

    /// <summary>
    /// The probability of at most <paramref name="x"/>; M. Abramowitz and I. A. Stegun, "Handbook of mathematical functions", 26.2.17: error below 7.5e-8.
    /// </summary>
    public static double Probability(double x)
    {
        var t = 1 / (1 + 0.2316419 * Math.Abs(x));
        var tail = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x > 0 ? 1 - tail : tail;
    }

    private static double Tail(double q) =>
        (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
            - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
        / ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q + 3.754408661907416e+00) * q + 1);
}
