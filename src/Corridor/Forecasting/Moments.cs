using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>Mean and variance of a figure, worked out without sampling.</summary>
/// <param name="Mean">Mean, people.</param>
/// <param name="Variance">Variance, people²; not a number where it is not worked out: how many come
/// and go on a day, and residents of whom several places give a stated total together.</param>
public readonly record struct Moments(double Mean, double Variance)
{
    /// <summary>A mean below this is written as 0.00 and not worth a row, people.</summary>
    public const double Nothing = 0.005;

    /// <summary>Standard deviation, people; not a number where it is not worked out.</summary>
    public double Deviation => Math.Sqrt(Variance);

    /// <summary>
    /// The summary of a normal distribution with this mean and variance, cut off at 0. That is close where many people are counted;
    /// where few are, the true distribution is skewed to the right. Without a variance quantiles are not a number, as least and most never are.
    /// </summary>
    public Summary Normal => new(Mean, At(0.05), At(0.10), At(0.25), Mean, At(0.75), At(0.90), At(0.95), double.NaN, double.NaN);

    private double At(double probability) => Variance == 0 ? Mean : Math.Max(0, Mean + Deviation * NormalDistribution.Quantile(probability));
}
