using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Simple;

/// <summary>The last report, moved on by the last known rate; the rate fades with a time constant (0: no change; infinite: it lasts).</summary>
/// <param name="name">Name for tables.</param>
/// <param name="fadeDays">Time constant of the rate, days.</param>
internal sealed class Trend(string name, double fadeDays) : IPointMethod
{
    /// <summary>The last report holds.</summary>
    public static Trend NoChange { get; } = new("no change", 0);

    /// <summary>The last known rate lasts.</summary>
    public static Trend LastRate { get; } = new("last rate", double.PositiveInfinity);

    /// <summary>The last known rate fades with a time constant of 28 days.</summary>
    public static Trend Damped { get; } = new("damped trend", 28);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public double Guess(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        var reports = known.Series[target].Joined;
        var last = reports[^1];
        return Math.Max(0, last.People + RateOf(reports) * EffectiveDays(date.DayNumber - last.Date.DayNumber, fadeDays));
    }

    /// <summary>
    /// People per day between the last report and the latest one at least a week before it; between the first and the last when all are closer.
    /// </summary>
    public static double RateOf(IReadOnlyList<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var last = reports[^1];
        for (var i = reports.Count - 2; i >= 0; i--)
        {
            var days = last.Date.DayNumber - reports[i].Date.DayNumber;
            if (days >= 7 || i == 0) return (last.People - reports[i].People) / days;
        }
        return 0;
    }

    /// <summary>Days at the full rate that a fading rate amounts to.</summary>
    internal static double EffectiveDays(double days, double fade) =>
        fade == 0 ? 0 : double.IsPositiveInfinity(fade) ? days : fade * (1 - Math.Exp(-days / fade));
}
