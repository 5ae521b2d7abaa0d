using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The experts that are combined: ways to go on from the last report, all with the same errors in units of how active the series has been. General settings: each is
/// on a plateau over all cases that it was tried on (docs/forecasting.md).
/// </summary>
internal static class Experts
{
    /// <summary>Rates by the half-life of their memory and by how they fade, both in days; fade 0: no change.</summary>
    public static readonly (double HalfLife, double Fade)[] Rates =
        [(1, 0), (7, 14), (7, 56), (28, 14), (28, 56), (112, 14), (112, 56), (448, 224)];

    /// <summary>A rate from reports further apart than this is known as a mean over longer, and fades more slowly by as much.</summary>
    private const double UsualInterval = 28;

    /// <summary>Half-lives of the two memories of activity that are averaged, days.</summary>
    private const double ShortActivity = 20, LongActivity = 90;

    /// <summary>Activity of a series that has never moved: this share of its level a day.</summary>
    private const double LevelShare = 0.001;

    /// <summary>Width of the errors in units of activity × days ahead.</summary>
    private const double Width = 0.25;

    /// <summary>Logarithm of how much wider the errors are upwards than downwards: people come in surges and leave by and by.</summary>
    private const double Skew = 0.4;

    /// <summary>
    /// The errors in units of activity × days ahead: Student's t with 2 degrees of freedom, whose quantile is 2(u − ½) √(2 / (4u(1 − u))), skewed. Registrations and new series make
    /// jumps that a normal law would call impossible.
    /// </summary>
    private static readonly double[] Errors =
        [.. Predictive.Levels.Select(u => Width * 2 * (u - 0.5) * Math.Sqrt(2 / (4 * u * (1 - u))) * Math.Exp(Math.Sign(u - 0.5) * Skew / 2))];

    /// <summary>The forecast of every expert.</summary>
    public static Predictive[] Of(Motion motion, DateOnly date)
    {
        var days = date.DayNumber - motion.Last.Date.DayNumber;
        var last = motion.Last.People;
        var slow = Math.Max(1, motion.Interval / UsualInterval);
        var scale = ((motion.Activity(ShortActivity) + motion.Activity(LongActivity)) / 2 + LevelShare * last) * days + 1;
        return [.. Rates.Select(rate =>
        {
            var median = Math.Max(0, last + motion.Rate(rate.HalfLife) * Trend.EffectiveDays(days, rate.Fade * slow));
            return new Predictive([.. Errors.Select(error => Math.Max(0, median + scale * error))]);
        })];
    }
}
