using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

public sealed class ScoreTests
{
    [Fact]
    public void Every_target_of_an_energy_score_has_a_stride_of_its_own()
    {
        var strides = Skill.Strides(60);
        Assert.Equal(60, strides.Distinct().Count());
        Assert.Equal(Math.Sqrt(71), strides[19]);
        Assert.Equal(Math.Sqrt(73), strides[20]);
    }

    private static Predictive Of(Func<double, double> quantile) => new([.. Predictive.Levels.Select(quantile)]);

    [Fact]
    public void A_point_forecast_scores_its_absolute_error()
    {
        var point = Of(_ => 100);
        Assert.Equal(30, Score.Crps(point, 130), 9);
        // Twice the mean of the levels, which are symmetric around one half.
        Assert.Equal(30, Score.Wis(point, 130), 9);
        Assert.Equal(30, Score.Wis(point, 70), 9);
    }

    [Fact]
    public void The_CRPS_of_a_uniform_distribution_is_its_closed_form_but_for_the_cut_tails()
    {
        // Uniform on 0..1, y = 0.3: y³/3 + (1 - y)³/3.
        var uniform = Of(u => u);
        Assert.Equal(0.027 / 3 + 0.343 / 3, Score.Crps(uniform, 0.3), 4);
    }

    [Fact]
    public void The_CRPS_of_a_normal_distribution_is_its_closed_form_within_one_per_cent()
    {
        var normal = Of(NormalDistribution.Quantile);
        foreach (var y in new[] { -1.5, 0, 0.4, 2 })
        {
            var density = Math.Exp(-y * y / 2) / Math.Sqrt(2 * Math.PI);
            var exact = y * (2 * NormalDistribution.Probability(y) - 1) + 2 * density - 1 / Math.Sqrt(Math.PI);
            Assert.InRange(Score.Crps(normal, y), exact * 0.985, exact * 1.015);
        }
    }

    [Fact]
    public void The_WIS_is_the_weighted_sum_of_its_interval_scores()
    {
        // Bracher et al. 2021, equation 1: (½ |y − m| + Σ α/2 · IS) / (K + ½).
        var forecast = Of(u => 50 + 40 * (u - 0.5));
        const double y = 72;
        var sum = 0.5 * Math.Abs(y - forecast.Median);
        for (var i = 0; i < 11; i++)
        {
            var alpha = 2 * Predictive.Levels[i];
            sum += alpha / 2 * Score.Interval(forecast.Values[i], forecast.Values[22 - i], alpha, y);
        }
        Assert.Equal(sum / 11.5, Score.Wis(forecast, y), 9);
    }

    [Fact]
    public void The_energy_score_of_one_dimension_is_the_CRPS_of_the_sample()
    {
        // Two points 0 and 2, y = 1: mean distance 1, half the mean distance among pairs 1/2.
        Assert.Equal(0.5, Score.Energy([[0], [2]], [1]), 12);
        Assert.Equal(5, Score.Energy([[3, 4]], [0, 0]), 12);
    }

    [Fact]
    public void A_central_interval_covers_its_ends_and_nothing_beyond()
    {
        var uniform = Of(u => u);
        Assert.True(Score.Covers(uniform, 0.8, 0.9));
        Assert.False(Score.Covers(uniform, 0.8, 0.9001));
        Assert.Equal(0.42, uniform.Cdf(0.42), 9);
        Assert.Equal(0.5, Of(_ => 7).Cdf(7), 9);
    }

    [Fact]
    public void A_weighted_sample_has_the_quantiles_of_its_values()
    {
        var sample = Predictive.OfSample(Enumerable.Range(0, 1000).Select(i => (i + 0.5, 1.0)));
        for (var i = 0; i < Predictive.Levels.Length; i++) Assert.Equal(1000 * Predictive.Levels[i], sample.Values[i], 6);
    }
}
