using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The statistical forecast: the quantile functions of many experts (<see cref="Experts"/>), averaged with weights that are learnt from how each would have done
/// on the past origins of the same situation: w ∝ prior · exp(−η · Σ loss), the exponentially weighted average forecaster
/// (N. Cesa-Bianchi and G. Lugosi, "Prediction, learning, and games", 2006; for quantile forecasts J. Berrisch and F. Ziel, "CRPS learning", J. Econometrics 237, 2023).
/// </summary>
/// <remarks>
/// The loss of an expert at a past report is its weighted interval score in units of the geometric mean of the experts' average score and the series' long-run
/// activity. Old losses fade, those of other targets count for less. Choosing among widths by their scores calibrates the intervals as it goes.
/// </remarks>
public sealed class LearnedCombination : IForecastMethod
{
    /// <summary>Days between the past origins that are learnt from: the step of a backtest, so that it derives each once.</summary>
    private const int Step = 14;

    /// <summary>η: how fast weight moves to what did better.</summary>
    private const double LearningRate = 0.3;

    /// <summary>Days after which a loss counts half.</summary>
    private const double LossHalfLife = 150;

    /// <summary>Weight of a loss at another target.</summary>
    private const double OtherTargets = 0.3;

    /// <inheritdoc/>
    public string Name => "statistical";

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        var (medians, scales) = ExpertsOf(known, target, date);
        var weights = Weights(known, target, date.DayNumber - known.Day.DayNumber);
        var quantiles = new double[Predictive.Levels.Length];
        for (var expert = 0; expert < Experts.Count; expert++)
        {
            var (point, activity, width) = Experts.Parts(expert);
            for (var level = 0; level < quantiles.Length; level++)
                quantiles[level] += weights[expert] * Math.Max(0, medians[point] + Experts.Widths[width] * scales[activity] * Experts.Shape[level]);
        }
        return new Predictive(quantiles);
    }

    /// <summary>The weight of each way to go on from the last report: by half-life and fading time of its rate, in days.</summary>
    public static IReadOnlyList<(double HalfLife, double Fade, double Weight)> WeightsOfRates(Knowledge known, int target, int days)
    {
        var weights = Weights(known, target, days);
        return [.. Experts.Points.Select((p, i) => (p.HalfLife, p.Fade, Enumerable.Range(0, Experts.Count).Where(e => Experts.Parts(e).Point == i).Sum(e => weights[e])))];
    }

    private static double[] Weights(Knowledge known, int target, int days)
    {
        var log = (double[])Experts.LogPrior.Clone();
        foreach (var (at, age, losses) in Past(known, days))
        {
            var weight = LearningRate * Math.Pow(2, -age / LossHalfLife) * (at == target ? 1 : OtherTargets);
            for (var expert = 0; expert < log.Length; expert++) log[expert] -= weight * losses[expert];
        }
        var best = log.Max();
        var sum = 0.0;
        for (var expert = 0; expert < log.Length; expert++) sum += log[expert] = Math.Exp(log[expert] - best);
        for (var expert = 0; expert < log.Length; expert++) log[expert] /= sum;
        return log;
    }

    /// <summary>What every expert lost at each report that is known, had it been forecast so many days ahead at earlier origins.</summary>
    private static List<(int Target, int Age, float[] Losses)> Past(Knowledge known, int days) => known.Remember(("past", days), () =>
    {
        var past = new List<(int, int, float[])>();
        for (var age = Step; ; age += Step)
        {
            var then = known.On(known.Day.AddDays(-age));
            var any = false;
            for (var target = 0; target < known.Series.Count; target++)
            {
                if (then.Series[target].Reports.Count < SimpleMethods.MinReports) continue;
                any = true;
                if (Truth.Of(known.Series[target], then.Day, days) is not { } report) continue;
                var at = target;
                past.Add((target, age, then.Remember(("losses", target, report), () => Losses(then, at, report))));
            }
            if (!any) return past;
        }
    });

    private static float[] Losses(Knowledge then, int target, Report report)
    {
        var (medians, scales) = ExpertsOf(then, target, report.Date);
        var losses = new double[Experts.Count];
        for (var expert = 0; expert < losses.Length; expert++)
        {
            var (point, activity, width) = Experts.Parts(expert);
            for (var level = 0; level < Experts.Shape.Length; level++)
            {
                var quantile = Math.Max(0, medians[point] + Experts.Widths[width] * scales[activity] * Experts.Shape[level]);
                losses[expert] += Score.Pinball(quantile, Predictive.Levels[level], report.People);
            }
        }
        var unit = Math.Sqrt((losses.Average() + 1e-9) * 3 * scales[^1]);
        return [.. losses.Select(l => (float)(l / unit))];
    }

    private static (double[] Medians, double[] Scales) ExpertsOf(Knowledge known, int target, DateOnly date) =>
        known.Remember(("experts", target, date), () => Experts.Of(known.Remember(("motion", target), () => new Motion(known.Series[target].Reports)), date));
}
