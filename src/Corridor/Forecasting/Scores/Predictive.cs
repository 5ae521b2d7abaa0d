namespace Corridor.Forecasting.Scores;

/// <summary>
/// A predictive distribution as its quantiles at the 23 levels of the forecast hubs, linear between them and without tails beyond the outermost.
/// </summary>
public sealed class Predictive
{
    private readonly double[] values;

    /// <param name="values">One quantile for each of <see cref="Levels"/>; sorted if they are not.</param>
    public Predictive(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Levels.Length);
        this.values = values.ToArray();
        Array.Sort(this.values);
    }

    /// <summary>The probability levels: 1 %, 2.5 %, 5 %, 10 % ... 95 %, 97.5 %, 99 % (hubverse, "quantile" output type).</summary>
    public static double[] Levels { get; } = [0.01, 0.025, .. Enumerable.Range(1, 19).Select(i => 0.05 * i), 0.975, 0.99];

    /// <summary>The probability that each level stands for: from half-way to the level below to half-way to the one above.</summary>
    public static double[] Masses { get; } = [.. Levels.Select((_, i) => Boundary(i + 1) - Boundary(i))];

    private static double Boundary(int i) => i == 0 ? 0 : i == Levels.Length ? 1 : (Levels[i - 1] + Levels[i]) / 2;

    /// <summary>The quantiles at <see cref="Levels"/>.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The 50 % quantile.</summary>
    public double Median => values[values.Length / 2];

    /// <summary>The quantile of a probability; linear between the levels.</summary>
    public double Quantile(double probability)
    {
        if (probability <= Levels[0]) return values[0];
        if (probability >= Levels[^1]) return values[^1];
        var above = 1;
        while (Levels[above] < probability) above++;
        var share = (probability - Levels[above - 1]) / (Levels[above] - Levels[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }

    /// <summary>
    /// The probability of at most this value; where several quantiles are equal, the middle of their levels (the mid-distribution function, so that
    /// a report that hits a point mass counts as neither low nor high).
    /// </summary>
    public double Cdf(double value)
    {
        if (value < values[0]) return 0;
        if (value > values[^1]) return 1;
        var (first, last) = (0, values.Length - 1);
        while (values[first] < value) first++;
        while (values[last] > value) last--;
        if (first <= last) return (LevelBelow(first) + LevelAbove(last)) / 2;
        var (below, above) = (last, first);
        return Levels[below] + (value - values[below]) / (values[above] - values[below]) * (Levels[above] - Levels[below]);
        double LevelBelow(int at) => at == 0 ? 0 : Levels[at];
        double LevelAbove(int at) => at == values.Length - 1 ? 1 : Levels[at];
    }

    /// <summary>The distribution of a function of the value that does not decrease.</summary>
    public Predictive Map(Func<double, double> increasing)
    {
        ArgumentNullException.ThrowIfNull(increasing);
        return new Predictive([.. values.Select(increasing)]);
    }

    /// <summary>The distribution of weighted values.</summary>
    public static Predictive OfSample(IEnumerable<(double Value, double Weight)> sample)
    {
        var sorted = sample.Where(s => s.Weight > 0).OrderBy(s => s.Value).ToArray();
        if (sorted.Length == 0) throw new ArgumentException("a sample has at least one value", nameof(sample));
        var total = sorted.Sum(s => s.Weight);
        var quantiles = new double[Levels.Length];
        // Each value sits at the middle of its weight (definition 5 of Hyndman and Fan, 1996, for equal weights).
        var (at, before) = (0, 0.0);
        for (var level = 0; level < quantiles.Length; level++)
        {
            var wanted = Levels[level] * total;
            while (at < sorted.Length && before + sorted[at].Weight / 2 < wanted)
            {
                before += sorted[at].Weight;
                at++;
            }
            if (at == 0) quantiles[level] = sorted[0].Value;
            else if (at == sorted.Length) quantiles[level] = sorted[^1].Value;
            else
            {
                var left = before - sorted[at - 1].Weight / 2;
                var right = before + sorted[at].Weight / 2;
                quantiles[level] = sorted[at - 1].Value + (wanted - left) / (right - left) * (sorted[at].Value - sorted[at - 1].Value);
            }
        }
        return new Predictive(quantiles);
    }
}
