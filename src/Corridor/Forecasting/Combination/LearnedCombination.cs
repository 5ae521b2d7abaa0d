using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The statistical forecast: a mixture of experts (<see cref="Experts"/>) whose weights are learnt from how each would have done on the past origins of the same
/// situation, w ∝ exp(−η · Σ loss): the exponentially weighted average forecaster (N. Cesa-Bianchi and G. Lugosi, "Prediction, learning, and games", 2006; for
/// probability forecasts J. Berrisch and F. Ziel, "CRPS learning", J. Econometrics 237, 2023).
/// </summary>
/// <remarks>
/// A loss is the weighted interval score in units of the mean over the experts, so that a report of a hundred people teaches as much as one of a hundred thousand. All targets of
/// a situation learn together: whether reports go on moving or stand still is a trait of the situation and of those who count in it.
/// </remarks>
public sealed class LearnedCombination : IForecastMethod
{
    /// <summary>Days between the past origins that are learnt from: the step of a backtest, so that it derives each once.</summary>
    private const int Step = 14;

    /// <summary>η: how fast weight moves to what did better.</summary>
    private const double LearningRate = 0.4;

    /// <summary>Probability that each quantile level stands for in a mixture.</summary>
    private static readonly double[] Masses = [.. Predictive.Levels.Select((_, i) => Boundary(i + 1) - Boundary(i))];

    /// <inheritdoc/>
    public string Name => "statistical";

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Remember(("statistical", target, date), () =>
        {
            var weights = Weights(known, date.DayNumber - known.Day.DayNumber);
            return Predictive.OfSample(ExpertsOf(known, target, date).SelectMany((expert, e) => expert.Values.ToArray().Select((value, level) => (value, weights[e] * Masses[level]))));
        });
    }

    /// <summary>The weight of each way to go on from the last report so many days ahead: by the half-life of its rate and how it fades, in days.</summary>
    public static IReadOnlyList<(double HalfLife, double Fade, double Weight)> WeightsOfRates(Knowledge known, int days)
    {
        ArgumentNullException.ThrowIfNull(known);
        var weights = Weights(known, days);
        return [.. Experts.Rates.Select((rate, i) => (rate.HalfLife, rate.Fade, weights[i]))];
    }

    private static double[] Weights(Knowledge known, int days) => known.Remember(("weights", days), () =>
    {
        var log = new double[Experts.Rates.Length];
        foreach (var (_, report, then, target) in PastReports.Of(known, days, Step))
        {
            var losses = then.Remember(("losses", target, report), () => Losses(then, target, report));
            for (var expert = 0; expert < log.Length; expert++) log[expert] -= LearningRate * losses[expert];
        }
        var best = log.Max();
        var weights = log.Select(l => Math.Exp(l - best)).ToArray();
        var sum = weights.Sum();
        return weights.Select(w => w / sum).ToArray();
    });

    private static double[] Losses(Knowledge then, int target, Report report)
    {
        var losses = ExpertsOf(then, target, report.Date).Select(expert => Score.Wis(expert, report.People)).ToArray();
        var mean = losses.Average() + 1e-9;
        return [.. losses.Select(l => l / mean)];
    }

    private static Predictive[] ExpertsOf(Knowledge known, int target, DateOnly date) =>
        known.Remember(("experts", target, date), () => Experts.Of(known.Remember(("motion", target), () => new Motion(known.Series[target].Reports)), date));

    private static double Boundary(int i) => i == 0 ? 0 : i == Predictive.Levels.Length ? 1 : (Predictive.Levels[i - 1] + Predictive.Levels[i]) / 2;
}
