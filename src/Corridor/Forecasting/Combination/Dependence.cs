using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// How the forecasts of the targets of one situation go wrong together: equal correlation between any two
/// (a Gaussian copula with one common factor), learnt from how they went wrong together before.
/// </summary>
internal static class Dependence
{
    /// <summary>Correlation before anything was learnt, and how many targets' worth of evidence that is.</summary>
    private const double Usual = 0.3, UsualWeight = 10;

    private const double Most = 0.95;

    /// <summary>
    /// The correlation of the normal scores of any two targets so many days ahead, 0..0.95: the mean product over all
    /// pairs at past origins. The n targets of one origin count as n / 2 pairs, as many as are independent.
    /// </summary>
    public static double Correlation(Knowledge known, int days)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Remember(("dependence", days), () =>
        {
            var (product, weight) = (Usual * UsualWeight, UsualWeight);
            foreach (var origin in PastReports.Of(known, days).GroupBy(past => past.Origin))
            {
                double[] scores =
                [
                    .. origin.Select(past => NormalScore(LearnedCombination.Shared.Forecast(past.Then, past.Target, past.Report.Date).Cdf(past.Report.People))),
                ];
                if (scores.Length < 2) continue;
                // Σ over pairs i < j of zi zj, from the square of the sum.
                var pairs = (scores.Sum() * scores.Sum() - scores.Sum(z => z * z)) / 2;
                product += pairs / (scores.Length - 1);
                weight += scores.Length / 2.0;
            }
            return Math.Clamp(product / weight, 0, Most);
        });
    }

    /// <summary>
    /// A normal number for each target that has such a correlation with the others,
    /// from independent ones: one for the common factor, one of its own.
    /// </summary>
    public static double Join(double correlation, double common, double own) => Math.Sqrt(correlation) * common + Math.Sqrt(1 - correlation) * own;

    /// <summary>A report beyond the outermost quantiles says no more than that it is beyond them.</summary>
    private static double NormalScore(double pit) => NormalDistribution.Quantile(Math.Clamp(pit, 0.02, 0.98));
}
