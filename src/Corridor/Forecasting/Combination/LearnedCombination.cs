using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>
/// The statistical forecast: a mixture of experts (<see cref="Experts"/>) whose weights are learnt from how each would have done on the past
/// origins of the same situation, w ∝ exp(−η · Σ loss): the exponentially weighted average forecaster (N. Cesa-Bianchi and G. Lugosi, "Prediction,
/// learning, and games", 2006; for probability forecasts J. Berrisch and F. Ziel, "CRPS learning", J. Econometrics 237, 2023).
/// </summary>
/// <remarks>
/// A loss is the weighted interval score in units of the mean over the experts, so that a report of a hundred people teaches as
/// much as one of a hundred thousand. All targets of a situation learn together: whether reports go on moving or stand still is
/// a trait of the situation and of those who count in it. How sure each expert may be is a trait of the target.
/// </remarks>
internal sealed class LearnedCombination : IForecastMethod
{
    /// <summary>Its name in tables and files.</summary>
    public const string MethodName = "statistical";

    private LearnedCombination()
    {
    }

    /// <summary>The one there is: it holds nothing.</summary>
    public static LearnedCombination Shared { get; } = new();

    /// <summary>η: how fast weight moves to what did better.</summary>
    private const double LearningRate = 0.3;

    /// <summary>
    /// Forecasts of up to five weeks share their weights, learnt from all of these days ahead: what was forecast for a week is known soonest. They
    /// go wrong together, so each counts for half. Farther ahead other rates last, and weights are learnt from forecasts as far ahead alone.
    /// </summary>
    private static readonly int[] Near = [7, 14, 28];
    private const int NearDays = 35;
    private const double NearShare = 0.5;

    /// <summary>How many errors the usual width is worth.</summary>
    private const double UsualWidthWeight = 4;

    /// <inheritdoc/>
    public string Name => MethodName;

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        return known.Remember((MethodName, target, date), () =>
        {
            var weights = Weights(known, date.DayNumber - known.Day.DayNumber);
            return Predictive.OfSample(ExpertsOf(known, target, date).SelectMany((expert, e) =>
                expert.Values.ToArray().Select((value, level) => (value, weights[e] * Predictive.Masses[level]))));
        });
    }

    /// <summary>
    /// The weight of each way to go on from the last report so many days ahead: by the
    /// half-life of its rate and how it fades, in days, and whether jumps are left out.
    /// </summary>
    internal static IReadOnlyList<(double HalfLife, double Fade, bool WithoutJumps, double Weight)> WeightsOfRates(Knowledge known, int days)
    {
        var weights = Weights(known, days);
        return [.. Experts.Rates.Select((rate, i) => (rate.HalfLife, rate.Fade, rate.WithoutJumps, weights[i]))];
    }

    private static double[] Weights(Knowledge known, int days)
    {
        var near = days <= NearDays;
        return known.Remember(("weights", near ? 0 : days), () => near ? Weights(known, Near, LearningRate * NearShare) : Weights(known, [days], LearningRate));
    }

    private static double[] Weights(Knowledge known, int[] horizons, double rate)
    {
        var log = new double[Experts.Rates.Length];
        foreach (var (_, report, then, target) in horizons.SelectMany(days => PastReports.Of(known, days)))
        {
            var losses = then.Remember(("losses", target, report), () => Losses(then, target, report));
            for (var expert = 0; expert < log.Length; expert++) log[expert] -= rate * losses[expert];
        }
        var best = log.Max();
        var weights = log.Select(l => Math.Exp(l - best)).ToArray();
        var sum = weights.Sum();
        return weights.Select(w => w / sum).ToArray();
    }

    private static double[] Losses(Knowledge then, int target, Report report)
    {
        var losses = ExpertsOf(then, target, report.Date).Select(expert => Score.Wis(expert, report.People)).ToArray();
        var mean = losses.Average() + 1e-9;
        return [.. losses.Select(l => l / mean)];
    }

    private static Predictive[] ExpertsOf(Knowledge known, int target, DateOnly date) =>
        known.Remember(("experts", target, date), () => GuessOf(known, target, date).WithErrors(Widths(known, date.DayNumber - known.Day.DayNumber)[target]));

    private static Experts.Guess GuessOf(Knowledge known, int target, DateOnly date)
    {
        Motion MotionOf() => new(known.Series[target].Joined);
        return known.Remember(("guess", target, date), () => Experts.Of(known.Remember(("motion", target), MotionOf), known.Day, date));
    }

    /// <summary>
    /// The width of every expert for every target: the mean size of its past errors as far ahead, at most the usual. A series of a steady rate is
    /// known better than its activity tells; one that has jumped is not known worse than that, since its activity has the jump in it.
    /// </summary>
    private static double[][] Widths(Knowledge known, int days) => known.Remember(("widths", days), () =>
    {
        var sum = known.Series.Select(_ => new double[Experts.Rates.Length]).ToArray();
        var count = new int[sum.Length];
        foreach (var (_, report, then, target) in PastReports.Of(known, days))
        {
            var guess = GuessOf(then, target, report.Date);
            for (var expert = 0; expert < sum[target].Length; expert++) sum[target][expert] += guess.SizeOfError(expert, report.People);
            count[target]++;
        }
        double Width(double error, int target) => Math.Min(1, (UsualWidthWeight + error) / (UsualWidthWeight + count[target]));
        return sum.Select((errors, target) => errors.Select(error => Width(error, target)).ToArray()).ToArray();
    });
}
