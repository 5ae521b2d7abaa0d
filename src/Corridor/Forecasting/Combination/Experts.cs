using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The experts that are combined: ways to go on from the last report, all with errors in units of how active the series has been. General settings: each is
/// on a plateau over all cases that it was tried on (docs/forecasting.md).
/// </summary>
internal static class Experts
{
    /// <summary>
    /// A way to go on: a rate by the half-life of its memory and by how it fades, both
    /// in days, of all changes or of those without jumps. Fade 0: no change.
    /// </summary>
    public readonly record struct Rate(double HalfLife, double Fade, bool WithoutJumps);

    /// <summary>No change, and every memory with every fading, with jumps and without.</summary>
    public static readonly Rate[] Rates =
    [
        new(1, 0, false),
        .. from halfLife in new double[] { 7, 28, 112 }
           from fade in new double[] { 14, 112 }
           from without in new[] { false, true }
           select new Rate(halfLife, fade, without),
    ];

    /// <summary>A rate from reports further apart than this is known as a mean over longer, and fades more slowly by as much.</summary>
    private const double UsualInterval = 42;

    /// <summary>Half-lives of the two memories of activity that are averaged, days.</summary>
    private const double ShortActivity = 20, LongActivity = 90;

    /// <summary>Activity of a series that has never moved: this share of its level a day.</summary>
    private const double LevelShare = 0.001;

    /// <summary>Width of the errors in units of activity × days ahead.</summary>
    private const double Width = 0.25;

    /// <summary>Logarithm of how much wider the errors are upwards than downwards: people come in surges and leave by and by.</summary>
    private const double Skew = 0.4;

    /// <summary>
    /// The errors: Student's t with 2 degrees of freedom, whose quantile is 2(u − ½) √(2 / (4u(1 − u))), skewed. Registrations and new series make
    /// jumps that a normal law would call impossible.
    /// </summary>
    private static readonly double[] Errors =
        [.. Predictive.Levels.Select(u => 2 * (u - 0.5) * Math.Sqrt(2 / (4 * u * (1 - u))) * Math.Exp(Math.Sign(u - 0.5) * Skew / 2))];

    /// <summary>
    /// What the errors of one expert are taken for in units of its scale: larger ones
    /// count as this, so that one jump does not widen all that follows.
    /// </summary>
    private const double LargestError = 2;

    /// <summary>Mean size of an error that is no larger than <see cref="LargestError"/>, by the law of the errors.</summary>
    private static readonly double UsualError = Predictive.Levels.Select((_, i) => Predictive.Masses[i] * Math.Min(LargestError, Math.Abs(Errors[i]))).Sum();

    /// <summary>The medians of every expert, and the scale of their errors.</summary>
    public static Guess Of(Motion motion, DateOnly day, DateOnly date)
    {
        var days = date.DayNumber - motion.Last.Date.DayNumber;
        var last = motion.Last.People;
        var slow = Math.Max(1, motion.Interval(day) / UsualInterval);
        var scale = Width * (((motion.Activity(ShortActivity) + motion.Activity(LongActivity)) / 2 + LevelShare * last) * days + 1);
        double Median(Rate rate) =>
            Math.Max(0, last + motion.Rate(rate.HalfLife, rate.WithoutJumps) * Trend.EffectiveDays(days, rate.Fade * slow));
        return new([.. Rates.Select(Median)], scale);
    }

    /// <param name="Medians">The median of every expert.</param>
    /// <param name="Scale">The scale of their errors, people.</param>
    public readonly record struct Guess(double[] Medians, double Scale)
    {
        /// <summary>The forecast of every expert.</summary>
        /// <param name="widths">The width of each in units of the scale.</param>
        public Predictive[] WithErrors(double[] widths)
        {
            var scale = Scale;
            return [.. Medians.Select((median, expert) => new Predictive([.. Errors.Select(error => Math.Max(0, median + scale * widths[expert] * error))]))];
        }

        /// <summary>How large the error of an expert was, 1 as large as the law of the errors has it.</summary>
        public double SizeOfError(int expert, double people) => Math.Min(LargestError, Math.Abs(people - Medians[expert]) / Scale) / UsualError;
    }
}
