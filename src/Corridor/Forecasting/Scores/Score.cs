namespace Corridor.Forecasting.Scores;

/// <summary>Proper scores of a predictive distribution against what came true. Smaller is better; all in people.</summary>
public static class Score
{
    /// <summary>
    /// Weighted interval score over the 11 central intervals and the median: the mean over the quantile levels of twice the pinball loss
    /// (J. Bracher, E. L. Ray, T. Gneiting, N. G. Reich, "Evaluating epidemic forecasts in an interval format", PLOS Comput. Biol. 17, 2021).
    /// </summary>
    public static double Wis(Predictive forecast, double truth)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var sum = 0.0;
        for (var i = 0; i < Predictive.Levels.Length; i++) sum += 2 * Pinball(forecast.Values[i], Predictive.Levels[i], truth);
        return sum / Predictive.Levels.Length;
    }

    /// <summary>(1{y ≤ q} − τ)(q − y).</summary>
    public static double Pinball(double quantile, double level, double truth) => ((truth <= quantile ? 1 : 0) - level) * (quantile - truth);

    /// <summary>(u − l) + 2/α (l − y)⁺ + 2/α (y − u)⁺ for the central interval that leaves out α.</summary>
    public static double Interval(double lower, double upper, double alpha, double truth) =>
        upper - lower + 2 / alpha * Math.Max(0, lower - truth) + 2 / alpha * Math.Max(0, truth - upper);

    /// <summary>
    /// Continuous ranked probability score ∫ (F(x) − 1{x ≥ y})² dx, in closed form for the piecewise linear quantile function of
    /// <see cref="Predictive"/>: 2 ∫ pinball(Q(τ), τ, y) dτ, with the outermost quantiles holding for the tails.
    /// </summary>
    public static double Crps(Predictive forecast, double truth)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var levels = Predictive.Levels;
        var values = forecast.Values;
        var sum = Piece(0, levels[0], values[0], values[0], truth) + Piece(levels[^1], 1, values[^1], values[^1], truth);
        for (var i = 1; i < levels.Length; i++) sum += Piece(levels[i - 1], levels[i], values[i - 1], values[i], truth);
        return sum;
    }

    /// <summary>2 ∫ from level a to b of the pinball loss of a quantile that runs in a line from qa to qb.</summary>
    private static double Piece(double a, double b, double qa, double qb, double truth)
    {
        if (truth > qa && truth < qb)
        {
            var middle = a + (truth - qa) / (qb - qa) * (b - a);
            return Piece(a, middle, qa, truth, truth) + Piece(middle, b, truth, qb, truth);
        }
        // The loss is a product of two functions linear in the level: Simpson's rule is exact.
        double Loss(double level, double quantile) => truth <= Math.Min(qa, qb) ? (1 - level) * (quantile - truth) : level * (truth - quantile);
        return 2 * (b - a) / 6 * (Loss(a, qa) + 4 * Loss((a + b) / 2, (qa + qb) / 2) + Loss(b, qb));
    }

    /// <summary>
    /// Energy score of a joint forecast: mean |X − y| − ½ mean |X − X'| over sampled vectors (T. Gneiting and A. E. Raftery, "Strictly proper scoring rules,
    /// prediction, and estimation", JASA 102, 2007).
    /// </summary>
    public static double Energy(IReadOnlyList<double[]> sample, ReadOnlySpan<double> truth)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (toTruth, among) = (0.0, 0.0);
        for (var i = 0; i < sample.Count; i++)
        {
            toTruth += Distance(sample[i], truth);
            for (var j = 0; j < i; j++) among += Distance(sample[i], sample[j]);
        }
        return toTruth / sample.Count - among / ((double)sample.Count * sample.Count);
    }

    private static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
        return Math.Sqrt(sum);
    }

    /// <summary>Whether the truth lies in the central interval of that probability.</summary>
    public static bool Covers(Predictive forecast, double probability, double truth)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Quantile((1 - probability) / 2) <= truth && truth <= forecast.Quantile((1 + probability) / 2);
    }
}
