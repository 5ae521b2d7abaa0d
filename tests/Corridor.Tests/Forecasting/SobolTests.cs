using Corridor.Forecasting.Sensitivity;
using Corridor.Simulation;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>Sobol' indices of functions whose indices are known in closed form.</summary>
public sealed class SobolTests
{
    /// <summary>
    /// T. Ishigami and T. Homma, 1990: sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 on (−π, π)³.
    /// V1 = ½(1 + bπ⁴/5)², V2 = a²/8, V13 = b²π⁸(1/18 − 1/50), all other parts 0.
    /// </summary>
    [Fact]
    public void Indices_of_the_Ishigami_function_are_the_closed_form()
    {
        const double a = 7, b = 0.1;
        var (v1, v2, v13) = (0.5 * Math.Pow(1 + b * Math.Pow(Math.PI, 4) / 5, 2), a * a / 8, b * b * Math.Pow(Math.PI, 8) * (1.0 / 18 - 1.0 / 50));
        var v = v1 + v2 + v13;
        Check(4000, 3, u =>
        {
            var x = u.Select(p => Math.PI * (2 * p - 1)).ToArray();
            return Math.Sin(x[0]) + a * Math.Pow(Math.Sin(x[1]), 2) + b * Math.Pow(x[2], 4) * Math.Sin(x[0]);
        }, [v1 / v, v2 / v, 0], [(v1 + v13) / v, v2 / v, v13 / v]);
    }

    /// <summary>
    /// I. M. Sobol's g-function, Π (|4u − 2| + a) / (1 + a): Vi = 1 / (3 (1 + ai)²), V = Π (1 + Vi) − 1, total: Vi Π over the others (1 + Vj).
    /// </summary>
    [Fact]
    public void Indices_of_the_g_function_are_the_closed_form()
    {
        double[] a = [0, 1, 4.5, 9];
        var parts = a.Select(ai => 1 / (3 * (1 + ai) * (1 + ai))).ToArray();
        var all = parts.Aggregate(1.0, (product, part) => product * (1 + part));
        Check(4000, 4, u => u.Select((p, i) => (Math.Abs(4 * p - 2) + a[i]) / (1 + a[i])).Aggregate((x, y) => x * y),
            [.. parts.Select(p => p / (all - 1))], [.. parts.Select(p => p * all / (1 + p) / (all - 1))]);
    }

    [Fact]
    public void An_input_that_does_nothing_has_indices_of_exactly_0_and_a_constant_has_none()
    {
        var indices = Sobol.Of(Rows(100, 2, u => u[0] * u[0]), Uniform)!;
        Assert.Equal(new SobolIndex(0, 0, 0, 0, 0, 0), indices[1]);
        Assert.Equal(1, indices[0].First, 9);
        Assert.Null(Sobol.Of(Rows(20, 2, _ => 3), Uniform));
    }

    [Fact]
    public void A_large_constant_does_not_change_them()
    {
        static double Model(double[] u) => u[0] + u[1] * u[1];
        var (near, far) = (Sobol.Of(Rows(50, 2, Model), Uniform)!, Sobol.Of(Rows(50, 2, u => 1e9 + Model(u)), Uniform)!);
        for (var i = 0; i < 2; i++) Assert.Equal(near[i].Total, far[i].Total, 6);
    }

    /// <summary>
    /// Of 200 studies of x + 2y, whose index of x is 1/5: binomial around 95 %, five standard
    /// deviations are 7.7 %; a percentile interval of 100 rows may lack 3 % more.
    /// </summary>
    [Fact]
    public void Intervals_hold_the_true_index_as_often_as_they_say()
    {
        const int studies = 200;
        var (first, total) = (0, 0);
        for (var study = 0; study < studies; study++)
        {
            var index = Sobol.Of(Rows(100, 2, u => u[0] + 2 * u[1], seed: study), Uniform)![0];
            if (index.FirstLow <= 0.2 && 0.2 <= index.FirstHigh) first++;
            if (index.TotalLow <= 0.2 && 0.2 <= index.TotalHigh) total++;
        }
        Assert.InRange(first / (double)studies, 0.84, 1);
        Assert.InRange(total / (double)studies, 0.84, 1);
    }

    /// <summary>A thousand resamples of 4,000 rows are 16 MB; one at a time, they are 16 kB.</summary>
    [Fact]
    public void Resamples_are_not_all_kept()
    {
        var rows = Rows(4000, 1, u => u[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotNull(Sobol.Of(rows, Uniform));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    /// <summary>Estimates within five bootstrap standard errors of the closed form, and these no larger than 0.03.</summary>
    private static void Check(int rows, int inputs, Func<double[], double> model, double[] first, double[] total)
    {
        var indices = Sobol.Of(Rows(rows, inputs, model), Uniform)!;
        for (var i = 0; i < inputs; i++)
        {
            var (own, all) = ((indices[i].FirstHigh - indices[i].FirstLow) / 3.92, (indices[i].TotalHigh - indices[i].TotalLow) / 3.92);
            Assert.InRange(own, 0, 0.03);
            Assert.InRange(all, 0, 0.03);
            Assert.InRange(indices[i].First, first[i] - 5 * own, first[i] + 5 * own);
            Assert.InRange(indices[i].Total, total[i] - 5 * all, total[i] + 5 * all);
        }
    }

    private static List<double[]> Rows(int rows, int inputs, Func<double[], double> model, int seed = 5) =>
    [
        .. Enumerable.Range(0, rows).Select(row =>
        {
            double Coordinate(int which, int i) => new Philox((ulong)seed, row, which, i, Purpose.Sensitivity).NextUniform();
            double[] Point(int which) => [.. Enumerable.Range(0, inputs).Select(i => Coordinate(which, i))];
            return Sobol.Row(Point(0), Point(1)).Select(model).ToArray();
        }),
    ];

    private static double Uniform(int resample, int position) => new Philox(9, resample, position, 0, Purpose.Resample).NextUniform();
}
