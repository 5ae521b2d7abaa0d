using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The experts that are combined: every pairing of a way to go on from the last report, a memory of how active the series has been, and a width in units of
/// that activity. General settings, chosen once over all example cases; none belongs to one case.
/// </summary>
internal static class Experts
{
    /// <summary>Rates by their half-life and by how they fade, both in days; fade 0: no change.</summary>
    public static readonly (double HalfLife, double Fade)[] Points =
        [(1, 0), (7, 14), (7, 42), (14, 30), (30, 14), (30, 60), (90, 42), (90, 200), (365, 400)];

    /// <summary>Half-lives of the activity, days; the last one is all time.</summary>
    public static readonly double[] Activities = [20, 90, 1e4];

    /// <summary>Widths in units of activity × days ahead.</summary>
    public static readonly double[] Widths = [0.08, 0.15, 0.27, 0.45, 0.8, 1.4];

    /// <summary>Number of experts.</summary>
    public static readonly int Count = Points.Length * Activities.Length * Widths.Length;

    /// <summary>
    /// The errors of every expert in units of its width: Student's t with 2 degrees of freedom, whose quantile is 2(u − ½) √(2 / (4u(1 − u))). Registrations
    /// and new series make jumps that a normal law would call impossible.
    /// </summary>
    public static readonly double[] Shape = [.. Predictive.Levels.Select(u => 2 * (u - 0.5) * Math.Sqrt(2 / (4 * u * (1 - u))))];

    /// <summary>
    /// Logarithm of the weight before anything is known: narrow on the usual width, and the less the longer a rate is believed to last.
    /// </summary>
    public static readonly double[] LogPrior = [.. Enumerable.Range(0, Count).Select(LogPriorOf)];

    private const double UsualWidth = 0.35;
    private const double WidthSpread = 0.3;
    private const double DoubtOfRates = 1.5;

    /// <summary>Share of the level that is the width of a series that never moves.</summary>
    private const double LevelShare = 0.001;

    /// <summary>The medians of all points, and the activities times the days ahead.</summary>
    public static (double[] Medians, double[] Scales) Of(Motion motion, DateOnly date)
    {
        var days = date.DayNumber - motion.Last.Date.DayNumber;
        var last = motion.Last.People;
        return
        (
            [.. Points.Select(p => p.Fade == 0 ? last : Math.Max(0, last + motion.Rate(p.HalfLife) * Trend.EffectiveDays(days, p.Fade)))],
            [.. Activities.Select(halfLife => motion.Activity(halfLife) * days + LevelShare * last + 1)]
        );
    }

    /// <summary>Positions of an expert's point, activity and width.</summary>
    public static (int Point, int Activity, int Width) Parts(int expert) =>
        (expert / Widths.Length / Activities.Length, expert / Widths.Length % Activities.Length, expert % Widths.Length);

    private static double LogPriorOf(int expert)
    {
        var (point, _, width) = Parts(expert);
        var z = Math.Log(Widths[width] / UsualWidth) / WidthSpread;
        return -z * z / 2 - DoubtOfRates * Trend.EffectiveDays(28, Points[point].Fade) / 28;
    }
}
