using System.Diagnostics;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Tests.Simulation;

public class BinomialTests
{
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.5)]
    [InlineData(7, 0.01)]
    [InlineData(7, 0.99)]
    [InlineData(20, 0.4)]
    [InlineData(60, 0.7)]
    [InlineData(103, 0.5)] // variance just below 26: the last n that is summed
    [InlineData(100_000, 0.0002)]
    public void Few_people_are_drawn_exactly_by_inversion(int n, double p)
    {
        var distribution = Distribution(n, p, from: 0, to: n);
        for (var i = 1; i < 2000; i++)
        {
            var u = i / 2000.0;
            var k = Binomial.Quantile(n, p, u);
            // Where u meets a step of the distribution function to the last digits, either side is right.
            Assert.InRange(u, (k == 0 ? 0 : distribution[k - 1]) - 1e-12, distribution[k] + 1e-12);
        }
    }

    [Theory]
    [InlineData(104, 0.5)] // variance 26: the first n that is not summed
    [InlineData(105, 0.5)]
    [InlineData(124, 0.3)]
    [InlineData(289, 0.1)]
    [InlineData(289, 0.9)]
    [InlineData(2627, 0.01)]
    [InlineData(1_000_000, 2.6001e-5)]
    [InlineData(1000, 0.5)]
    [InlineData(100_000, 0.03)]
    [InlineData(1_000_000, 0.4)]
    public void Many_people_are_drawn_within_2e_5_of_the_exact_law(long n, double p)
    {
        var deviation = Math.Sqrt(n * p * (1 - p));
        var from = (long)Math.Max(0, n * p - 9 * deviation);
        var to = (long)Math.Min(n, n * p + 9 * deviation);

        Assert.InRange(TotalVariation(Distribution(n, p, from, to), from, u => Binomial.Quantile(n, p, u)), 0, 2e-5);
    }

    [Theory]
    [InlineData(26.001)]
    [InlineData(40)]
    [InlineData(1000)]
    public void Large_poisson_numbers_are_drawn_within_2e_5_of_the_exact_law(double mean)
    {
        var from = (long)Math.Max(0, mean - 9 * Math.Sqrt(mean));
        var to = (long)(mean + 10 * Math.Sqrt(mean));

        Assert.InRange(TotalVariation(PoissonDistribution(mean, from, to), from, u => Poisson.Quantile(mean, u)), 0, 2e-5);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(26)]
    public void Small_poisson_numbers_are_drawn_exactly_by_inversion(double mean)
    {
        var distribution = PoissonDistribution(mean, 0, 200);
        for (var i = 1; i < 2000; i++)
        {
            var u = i / 2000.0;
            var k = Poisson.Quantile(mean, u);
            Assert.InRange(u, (k == 0 ? 0 : distribution[k - 1]) - 1e-12, distribution[k] + 1e-12);
        }
    }

    [Theory]
    [InlineData(10, 0.2)]
    [InlineData(90, 0.5)]
    [InlineData(200, 0.5)]
    [InlineData(5000, 0.99)]
    [InlineData(1_000_000_000, 0.3)]
    public void A_larger_uniform_number_never_gives_fewer_people(long n, double p)
    {
        var before = 0L;
        for (var i = 0; i <= 100_000; i++)
        {
            var k = Binomial.Quantile(n, p, (i + 0.5) / 100_001);
            Assert.InRange(k, before, n);
            before = k;
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(1_000_000)]
    public void A_larger_probability_never_gives_fewer_people_but_by_one_where_the_method_changes(long n)
    {
        foreach (var u in new[] { 1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999 })
        {
            var before = 0L;
            for (var p = 0.0; p <= 1; p += 0.0005)
            {
                var k = Binomial.Quantile(n, p, u);
                Assert.True(k >= before - 1, $"n {n}, p {p}, u {u}: {k} after {before}");
                before = k;
            }
        }
    }

    [Fact]
    public void A_binomial_of_10_to_the_12_people_is_finite_and_as_fast_as_one_of_a_hundred()
    {
        Assert.Equal(1e12 * 0.3, Binomial.Quantile(1_000_000_000_000, 0.3, 0.5), 1.0);
        foreach (var u in new[] { Math.Pow(2, -53), 1e-300, 0.5, 1 - Math.Pow(2, -53) })
            foreach (var p in new[] { 1e-300, 1e-12, 1e-6, 0.5, 1 - 1e-12 })
                Assert.InRange(Binomial.Quantile(1_000_000_000_000, p, u), 0, 1_000_000_000_000);

        var watch = Stopwatch.StartNew();
        var sum = 0L;
        for (var i = 1; i <= 1_000_000; i++) sum += Binomial.Quantile(1_000_000_000_000, 1e-11 * i, i / 1_000_001.0);
        Assert.True(sum > 0);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"a million draws took {watch.Elapsed}");
    }

    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(-3, 0.5, 0)]
    [InlineData(10, 0, 0)]
    [InlineData(10, -1, 0)]
    [InlineData(10, double.NaN, 0)]
    [InlineData(10, 1, 10)]
    [InlineData(10, 7, 10)]
    public void Probabilities_outside_0_and_1_count_as_0_and_1(long n, double p, long people) => Assert.Equal(people, Binomial.Quantile(n, p, 0.7));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.8413447460685429, 1)]
    [InlineData(0.9772498680518208, 2)]
    [InlineData(0.022750131948179195, -2)]
    [InlineData(0.9986501019683699, 3)]
    [InlineData(2.866515718791939e-07, -5)]
    [InlineData(6.220960574271785e-16, -8)]
    public void The_normal_quantile_has_nine_digits(double u, double quantile)
    {
        var error = 1.2e-9 * Math.Max(1, Math.Abs(quantile));
        Assert.InRange(NormalDistribution.Quantile(u), quantile - error, quantile + error);
    }

    [Fact]
    public void The_normal_quantile_is_odd_and_grows()
    {
        var before = double.NegativeInfinity;
        for (var i = 1; i < 20_000; i++)
        {
            var quantile = NormalDistribution.Quantile(i / 20_000.0);
            Assert.True(quantile > before);
            Assert.Equal(-quantile, NormalDistribution.Quantile(1 - i / 20_000.0), 1e-11 * (1 + Math.Abs(quantile)) * 20_000);
            before = quantile;
        }
    }

    /// <summary>P(X ≤ k) for k from..to, by the ratio of neighbouring probabilities, started from the mode in logarithms and scaled to 1.</summary>
    private static double[] Distribution(long n, double p, long from, long to) =>
        Cumulated(from, to, (long)((n + 1) * p), k => (double)(n - k) / (k + 1) * p / (1 - p));

    private static double[] PoissonDistribution(double mean, long from, long to) => Cumulated(from, to, (long)mean, k => mean / (k + 1));

    private static double[] Cumulated(long from, long to, long mode, Func<long, double> nextOver)
    {
        var probability = new double[to - from + 1];
        mode = Math.Clamp(mode, from, to);
        probability[mode - from] = 1;
        for (var k = mode; k < to; k++) probability[k + 1 - from] = probability[k - from] * nextOver(k);
        for (var k = mode; k > from; k--) probability[k - 1 - from] = probability[k - from] / nextOver(k - 1);
        var total = probability.Order().Sum();
        var sum = 0.0;
        return [.. probability.Select(value => (sum += value) / total)];
    }

    /// <summary>Half the sum of |exact − drawn| probability; a drawn one is the length of the u that give k, found by bisection.</summary>
    private static double TotalVariation(double[] exact, long from, Func<double, long> quantile)
    {
        var (distance, before) = (0.0, 0.0);
        for (var i = 0; i < exact.Length; i++)
        {
            var (low, high) = (before, 1.0);
            for (var step = 0; step < 50; step++)
            {
                var middle = (low + high) / 2;
                if (middle is <= 0 or >= 1) break;
                if (quantile(middle) <= from + i) low = middle;
                else high = middle;
            }
            distance += Math.Abs(exact[i] - (i == 0 ? 0 : exact[i - 1]) - (low - before));
            before = low;
        }
        return distance / 2;
    }
}
