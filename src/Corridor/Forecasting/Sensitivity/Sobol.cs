namespace Corridor.Forecasting.Sensitivity;

/// <summary>How much of the variance of an output one input explains.</summary>
/// <param name="First">First-order index: the share of the variance that would go if this input alone were known.</param>
/// <param name="FirstLow">Lower end of its 95 % bootstrap interval.</param>
/// <param name="FirstHigh">Upper end.</param>
/// <param name="Total">Total index: the share that would stay if all other inputs were known, its interactions with them included.</param>
/// <param name="TotalLow">Lower end of its 95 % bootstrap interval.</param>
/// <param name="TotalHigh">Upper end.</param>
public sealed record SobolIndex(double First, double FirstLow, double FirstHigh, double Total, double TotalLow, double TotalHigh);

/// <summary>
/// Sobol' indices from Saltelli's design: for every row two independent points A and B and, for every input i, the point
/// AB(i), which is A with the i-th coordinate of B (A. Saltelli et al., "Variance based sensitivity analysis of model
/// output. Design and estimator for the total sensitivity index", Computer Physics Communications 181, 2010).
/// </summary>
/// <remarks>
/// First order: the estimator of A. Janon et al. ("Asymptotic normality and efficiency of two Sobol index estimators", ESAIM: Probability
/// and Statistics 18, 2014), the correlation of f(B) and f(AB(i)), which share the i-th input alone, with means and variances pooled over
/// both. Total: M. J. W. Jansen ("Analysis of variance designs for model output", Computer Physics Communications 117, 1999), half the mean
/// square of f(A) − f(AB(i)), which differ in the i-th input alone. Rows are independent, so resampling them gives intervals.
/// </remarks>
public static class Sobol
{
    private const int Resamples = 1000;

    /// <summary>The points of a row: A, B, AB(1), AB(2) ...</summary>
    /// <param name="a">The point A, each coordinate uniform on (0, 1).</param>
    /// <param name="b">The point B.</param>
    public static double[][] Row(double[] a, double[] b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        return [a, b, .. Enumerable.Range(0, a.Length).Select(i => a.Select((u, at) => at == i ? b[at] : u).ToArray())];
    }

    /// <summary>The indices of every input.</summary>
    /// <param name="rows">For every row the outputs at A, B, AB(1), AB(2) ...; two rows or more.</param>
    /// <param name="uniform">Uniform numbers on (0, 1) by resample and position, for the intervals.</param>
    /// <returns>One for each input; null when the output does not vary.</returns>
    public static IReadOnlyList<SobolIndex>? Of(IReadOnlyList<double[]> rows, Func<int, int, double> uniform)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(uniform);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Count, 2);
        var centre = rows.Average(r => (r[0] + r[1]) / 2);
        if (rows.All(r => r.All(v => v == rows[0][0]))) return null;
        var inputs = rows[0].Length - 2;
        // Sums of squares lose digits far from zero; indices do not hang on the centre.
        var centred = rows.Select(r => r.Select(v => v - centre).ToArray()).ToArray();
        var all = Enumerable.Range(0, rows.Count).ToArray();
        var (firsts, totals) = (Rows(), Rows());
        // One resample at a time, for every input: all of them at once would be a thousand times the rows.
        var chosen = new int[rows.Count];
        for (var r = 0; r < Resamples; r++)
        {
            for (var i = 0; i < chosen.Length; i++) chosen[i] = Math.Min(rows.Count - 1, (int)(uniform(r, i) * rows.Count));
            for (var input = 0; input < inputs; input++) (firsts[input][r], totals[input][r]) = Estimate(centred, chosen, input);
        }
        return
        [
            .. Enumerable.Range(0, inputs).Select(input =>
            {
                var (first, total) = Estimate(centred, all, input);
                // What changes no row explains nothing: the correlation of f(B) and f(AB(i)) is that of two independent points then.
                if (total == 0) return new SobolIndex(0, 0, 0, 0, 0, 0);
                Array.Sort(firsts[input]);
                Array.Sort(totals[input]);
                return new SobolIndex(
                    first, Summary.At(firsts[input], 0.025), Summary.At(firsts[input], 0.975),
                    total, Summary.At(totals[input], 0.025), Summary.At(totals[input], 0.975));
            }),
        ];

        double[][] Rows() => [.. Enumerable.Range(0, inputs).Select(_ => new double[Resamples])];
    }

    private static (double First, double Total) Estimate(double[][] rows, int[] chosen, int input)
    {
        var (product, sum, squares, pooled, pooledSquares, differences) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var row in chosen)
        {
            var (a, b, ab) = (rows[row][0], rows[row][1], rows[row][2 + input]);
            product += b * ab;
            sum += (b + ab) / 2;
            squares += (b * b + ab * ab) / 2;
            pooled += (a + b) / 2;
            pooledSquares += (a * a + b * b) / 2;
            differences += (a - ab) * (a - ab) / 2;
        }
        var n = (double)chosen.Length;
        var mean = sum / n;
        var (own, variance) = (squares / n - mean * mean, pooledSquares / n - pooled / n * (pooled / n));
        return (own > 0 ? (product / n - mean * mean) / own : 0, variance > 0 ? differences / n / variance : 0);
    }
}
