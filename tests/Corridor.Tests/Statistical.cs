namespace Corridor.Tests;

/// <summary>
/// Comparisons of many runs with what theory says. Seeds are fixed, so a test passes always
/// or never; five standard errors are met by chance once in 1.7 million tries.
/// </summary>
internal static class Statistical
{
    private const double StandardErrors = 5;

    /// <summary>The mean of the draws is the expected one, within five standard errors that follow from the stated variance of one draw.</summary>
    public static void MeanIs(double expected, double variance, double[] draws) =>
        Assert.InRange(draws.Average(), expected - Bound(variance, draws.Length), expected + Bound(variance, draws.Length));

    /// <summary>The means of two independent samples agree within five standard errors, estimated from the samples.</summary>
    public static void MeansAgree(double[] one, double[] other)
    {
        var error = Math.Sqrt(Variance(one) / one.Length + Variance(other) / other.Length);
        Assert.InRange(one.Average() - other.Average(), -StandardErrors * error - 1e-9, StandardErrors * error + 1e-9);
    }

    /// <summary>
    /// The variance of the draws is the expected one, within five standard errors of a sample variance, var × √((2 + excess) / n).
    /// </summary>
    /// <param name="expected">The variance of one draw.</param>
    /// <param name="excess">Excess kurtosis of one draw; about 0 where many people are drawn.</param>
    /// <param name="draws">The draws.</param>
    public static void VarianceIs(double expected, double excess, double[] draws)
    {
        var bound = StandardErrors * expected * Math.Sqrt((2 + excess) / draws.Length);
        Assert.InRange(Variance(draws), expected - bound, expected + bound);
    }

    /// <summary>The variances of two independent samples agree within five standard errors, estimated from the samples' fourth moments.</summary>
    public static void VariancesAgree(double[] one, double[] other)
    {
        var error = Math.Sqrt(ErrorOfVariance(one) + ErrorOfVariance(other));
        // Where nearly all draws are equal, the fourth moment of a sample says little.
        Assert.InRange(Variance(one) - Variance(other), -StandardErrors * error - 0.1, StandardErrors * error + 0.1);
    }

    private static double ErrorOfVariance(double[] draws)
    {
        var (mean, variance) = (draws.Average(), Variance(draws));
        return Math.Max(0, draws.Average(d => Math.Pow(d - mean, 4)) - variance * variance) / draws.Length;
    }

    public static double Variance(double[] draws)
    {
        var mean = draws.Average();
        return draws.Sum(d => (d - mean) * (d - mean)) / (draws.Length - 1);
    }

    private static double Bound(double variance, int draws) => StandardErrors * Math.Sqrt(variance / draws) + 1e-9;
}
