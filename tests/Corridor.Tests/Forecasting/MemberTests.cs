using Corridor.Forecasting;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>Members: one joint future each.</summary>
public sealed class MemberTests
{
    private const int Count = 400;

    private static readonly DateOnly AsOf = Village.Day(100);

    [Fact]
    public void Members_are_the_statistical_forecast_in_another_order_and_correlated_as_errors_have_been()
    {
        var known = Knowledge.Of(Village.Scenario, AsOf);
        var forecast = new CorridorForecast(Village.Scenario, known, 14, new ConditionedOptions { Members = Count, Threads = 1 });
        var day = AsOf.AddDays(14);
        for (var target = 0; target < known.Series.Count; target++)
        {
            var wanted = Enumerable.Range(0, Count).Select(m => forecast.WithoutSimulation(target, day).Quantile((m + 0.5) / Count));
            Assert.Equal(wanted, forecast.Members(Alternative.Base, target, day).Order());
        }
        var correlation = Dependence.Correlation(known, 14);
        var scores = Enumerable.Range(0, known.Series.Count).Select(t => NormalScores(forecast.Members(Alternative.Base, t, day))).ToArray();
        // The standard error of a correlation of 400 pairs is below 0.05; five of them.
        for (var a = 0; a < scores.Length; a++)
            for (var b = 0; b < a; b++) Assert.InRange(scores[a].Zip(scores[b], (x, y) => x * y).Average(), correlation - 0.25, correlation + 0.25);

        static double[] NormalScores(double[] members)
        {
            var order = Enumerable.Range(0, Count).ToArray();
            Array.Sort((double[])members.Clone(), order);
            var scores = new double[Count];
            for (var i = 0; i < Count; i++) scores[order[i]] = NormalDistribution.Quantile((i + 0.5) / Count);
            return scores;
        }
    }

    /// <summary>
    /// What was learnt of the rate at which people leave goes on: the more a member expects to leave, the higher its figure of the whole situation.
    /// </summary>
    [Fact]
    public void A_member_that_expects_more_to_leave_has_a_higher_quantile()
    {
        var known = Knowledge.Of(Village.Scenario, AsOf);
        var forecast = new CorridorForecast(Village.Scenario, known, 14, new ConditionedOptions { Members = Count, Threads = 1 });
        var rates = forecast.Ensemble.PosteriorOf(forecast.Ensemble.Names.ToList().IndexOf("departures a day"));
        var figures = forecast.Members(Alternative.Base, known.Total!.Value, AsOf.AddDays(14));
        var highest = Enumerable.Range(0, Count).OrderBy(m => figures[m]).ToArray();
        Assert.True(highest[^100..].Average(m => rates[m]) > 1.5 * highest[..100].Average(m => rates[m]));
    }

    [Fact]
    public void The_energy_score_rewards_the_correlation_that_the_reports_have()
    {
        var normal = new Predictive([.. Predictive.Levels.Select(NormalDistribution.Quantile)]);
        var random = new Random(3);
        ScoredForecast[] Reported(double correlation) =>
        [
            .. Enumerable.Range(0, 300).SelectMany(origin =>
            {
                var together = NormalDistribution.Quantile(random.NextDouble());
                var (made, date) = (Village.Day(origin), Village.Day(origin + 14));
                return new[] { "a", "b", "c" }.Select(place =>
                    new ScoredForecast("case", Backtest.Own, made, 14, place, date, 0, together, normal, correlation));
            }),
        ];
        var right = Reported(0.95);
        Assert.True(Skill.Energy(right) < Skill.Energy(right, independent: true));
        Assert.Equal(Skill.Energy(right, independent: true), Skill.Energy([.. right.Select(s => s with { Correlation = 0 })]));
    }
}
