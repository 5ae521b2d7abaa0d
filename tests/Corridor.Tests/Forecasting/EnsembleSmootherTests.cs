using Corridor.Forecasting.Conditioning;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

public sealed class EnsembleSmootherTests
{
    /// <summary>
    /// Simulation-based calibration (S. Talts et al., 2018): truths from the prior, data from truths, ranks of the truth among the
    /// posterior members. Flat by a chi-squared test: 9 degrees of freedom, 27.9 is passed once in a thousand; the seed is fixed.
    /// </summary>
    [Fact]
    public void Ranks_of_known_parameters_among_the_conditioned_members_are_flat()
    {
        const int repeats = 400, members = 199, bins = 10;
        var random = new Random(7);
        double Normal() => NormalDistribution.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
        var ranks = new int[bins];
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            double[] Observe(double[] p) => [p[0] + 0.5 * p[1], p[1] - 0.3 * p[0]];
            var truth = new[] { Normal(), Normal() };
            double[] deviation = [0.5, 0.8];
            var data = Observe(truth).Select((d, i) => d + deviation[i] * Normal()).ToArray();
            var ensemble = Enumerable.Range(0, members).Select(_ => new[] { Normal(), Normal() }).ToArray();
            EnsembleSmoother.Condition(ensemble, all => [.. all.Select(Observe)], data, [.. Enumerable.Repeat(deviation, members)], 4, (_, _, _) => Normal());
            var below = ensemble.Count(m => m[0] < truth[0]);
            ranks[below * bins / (members + 1)]++;
        }
        var expected = (double)repeats / bins;
        var chiSquared = ranks.Sum(r => (r - expected) * (r - expected) / expected);
        Assert.InRange(chiSquared, 0, 27.9);
    }

    [Fact]
    public void A_linear_model_is_conditioned_as_the_closed_form_says()
    {
        // Prior N(0, 1), datum 2 with error variance 1: posterior N(1, 1/2).
        var random = new Random(11);
        double Normal() => NormalDistribution.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
        var ensemble = Enumerable.Range(0, 20_000).Select(_ => new[] { Normal() }).ToArray();
        double[][] deviations = [.. Enumerable.Repeat<double[]>([1], 20_000)];
        EnsembleSmoother.Condition(ensemble, all => [.. all.Select(p => new[] { p[0] })], [2], deviations, 4, (_, _, _) => Normal());
        var mean = ensemble.Average(p => p[0]);
        var variance = ensemble.Average(p => (p[0] - mean) * (p[0] - mean));
        // Five standard errors of the mean of 20,000 draws; five of their variance.
        Assert.InRange(mean, 1 - 0.025, 1 + 0.025);
        Assert.InRange(variance, 0.5 - 0.025, 0.5 + 0.025);
    }
}
