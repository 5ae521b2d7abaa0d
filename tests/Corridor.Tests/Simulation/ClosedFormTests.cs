using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>
/// Small networks worked out by hand. Where nobody is turned away, people are independent of each other, so the number at a place is
/// binomial: mean np, variance np(1 − p) (model.md, 9.5). Means within five standard errors, variances within five of theirs.
/// </summary>
public class ClosedFormTests
{
    private const int N = 1000;
    private const int Runs = 2000;

    /// <summary>
    /// A town is left with chance m each morning: on the evening of day t the share (1 −
    /// m)^(t + 1) is still there. Whoever leaves arrives the same day, 200 km on.
    /// </summary>
    [Fact]
    public void Waiting_in_a_town_is_geometric()
    {
        var seen = Given.Nothing.Town("town").Camp("camp").Route("town", "camp", 200, oneWay: true).Stock("town", N).Run(days: 8, runs: Runs);

        for (var day = 0; day < 8; day++) AssertBinomial(Math.Pow(0.7, day + 1), seen.Draws(Measure.Stock, "town", day));
    }

    /// <summary>
    /// Three towns in a row, a day apart, each left with chance m: after t + 1 mornings a person has moved
    /// on k times with the probability of k successes, but no further than to the camp at the end. The place
    /// after k moves is negative-binomially distributed; the recursion below is its definition.
    /// </summary>
    [Fact]
    public void Moving_down_a_chain_of_towns_is_a_sum_of_geometric_waits()
    {
        string[] places = ["a", "b", "c", "camp"];
        var seen = Given.Nothing.Town("a").Town("b").Town("c").Camp("camp")
            .Route("a", "b", 200, oneWay: true).Route("b", "c", 200, oneWay: true).Route("c", "camp", 200, oneWay: true)
            .Rule(r => r with { AwarenessLevel = 1, DefaultMovechance = 0.4 }).Stock("a", N).Run(days: 7, runs: Runs);

        double[] p = [1, 0, 0, 0];
        for (var day = 0; day < 7; day++)
        {
            p = [0.6 * p[0], 0.6 * p[1] + 0.4 * p[0], 0.6 * p[2] + 0.4 * p[1], p[3] + 0.4 * p[2]];
            for (var i = 0; i < 4; i++) AssertBinomial(p[i], seen.Draws(Measure.Stock, places[i], day));
        }
    }

    /// <summary>
    /// From a city (left at once) to a hub in the same day, where the way forks: w = 2/(10 + 40) to the near camp, 2/(10 + 90) to
    /// the far one, 1/(10 + 20) to a town that is left with chance 0.3. Softened and normalised: 0.04 : 0.02 : 0.0333.
    /// </summary>
    [Fact]
    public void A_fork_of_three_is_multinomial()
    {
        var seen = Given.Nothing.City("city").Hub("hub").Camp("near").Camp("far").Town("town")
            .Route("city", "hub", 20, oneWay: true)
            .Route("hub", "near", 40, oneWay: true).Route("hub", "far", 90, oneWay: true).Route("hub", "town", 20, oneWay: true)
            .Rule(r => r with { AwarenessLevel = 1 }).Stock("city", N).Run(days: 1, runs: Runs);

        double[] w = [2 / 50.0, 2 / 100.0, 1 / 30.0];
        string[] places = ["near", "far", "town"];
        for (var i = 0; i < 3; i++) AssertBinomial(w[i] / w.Sum(), seen.Draws(Measure.Stock, places[i], 0));
        // Multinomial: the covariance of two cells is −n p q.
        var (near, far) = (seen.Draws(Measure.Stock, "near", 0), seen.Draws(Measure.Stock, "far", 0));
        Statistical.VarianceIs(N * (w[0] + w[1]) * w[2] / (w.Sum() * w.Sum()), 0, [.. near.Zip(far, (a, b) => a + b)]);
    }

    /// <summary>
    /// A fork that is left with chance m = 0.3: on the evening of day t, (1 − 0.7^(t + 1)) have
    /// left, in the proportion 0.8 : 0.2 (1/(10 + 15) against 1/(10 + 90), camps alike).
    /// </summary>
    [Fact]
    public void A_fork_with_a_leaving_chance_below_1_fills_both_ends_in_proportion()
    {
        var seen = Given.Nothing.Town("town").Camp("near").Camp("far").Route("town", "near", 15, oneWay: true).Route("town", "far", 90, oneWay: true)
            .Stock("town", N).Run(days: 5, runs: Runs);

        for (var day = 0; day < 5; day++)
        {
            var left = 1 - Math.Pow(0.7, day + 1);
            AssertBinomial(0.8 * left, seen.Draws(Measure.Stock, "near", day));
            AssertBinomial(0.2 * left, seen.Draws(Measure.Stock, "far", day));
        }
    }

    /// <summary>
    /// Residents leave with the hazard h = 0.05 a day and take exactly two days (400 km): they set out on day s with probability e^(−hs)
    /// (1 − e^(−h)), so by the evening of day t those of the days up to t − 1 have arrived, and those of day t are on the road.
    /// </summary>
    [Fact]
    public void Departures_by_rate_arrive_after_the_days_of_the_road()
    {
        var seen = Given.Nothing.City("city", N).Camp("camp").Route("city", "camp", 400, oneWay: true)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.05 }).Run(days: 6, runs: Runs);

        for (var day = 0; day < 6; day++)
        {
            AssertBinomial(Math.Exp(-0.05 * (day + 1)), seen.Draws(Measure.Residents, "city", day));
            AssertBinomial(1 - Math.Exp(-0.05 * day), seen.Draws(Measure.Stock, "camp", day));
            AssertBinomial(Math.Exp(-0.05 * day) * (1 - Math.Exp(-0.05)), seen.Draws(Measure.InTransit, day));
        }
    }

    /// <summary>
    /// Two towns 100 km apart, each left with chance m = 0.3 in the morning, and again on arrival while some of
    /// the day is left. Half a day each way, so whoever leaves in the morning moves on at noon with chance 0.3
    /// and is then back, at the day's end. From a to b in a day: 0.3 × 0.7; back to a: 0.3 × 0.3.
    /// </summary>
    [Fact]
    public void A_day_with_two_decisions_is_a_markov_chain_of_two_steps()
    {
        var seen = Given.Nothing.Town("a").Town("b").Route("a", "b", 100).Stock("a", N)
            .Rule(r => r with { DecideOnTheWay = true }).Run(days: 4, runs: Runs);

        var p = 1.0;
        for (var day = 0; day < 4; day++)
        {
            p = p * (1 - 0.21) + (1 - p) * 0.21;
            AssertBinomial(p, seen.Draws(Measure.Stock, "a", day));
        }
    }

    /// <summary>
    /// In flee-3 the same day is left after each route of less than 200 km in all: 100 + 100
    /// is not less, so it ends there too, and with 99 km a third route is begun.
    /// </summary>
    [Fact]
    public void In_flee_3_a_third_decision_is_taken_when_two_routes_are_shorter_than_a_day()
    {
        var seen = Given.Nothing.Flee3().Town("a").Town("b").Route("a", "b", 99).Stock("a", N).Run(days: 1, runs: Runs);

        // Moves: 0 with 0.7, 1 with 0.3 × 0.7, 2 with 0.3² × 0.7, 3 with 0.3³.
        AssertBinomial(0.7 + 0.09 * 0.7, seen.Draws(Measure.Stock, "a", 0));
    }

    [Fact]
    public void A_million_people_follow_the_same_law_as_a_thousand()
    {
        var seen = Given.Nothing.Town("town").Camp("near").Camp("far").Route("town", "near", 15, oneWay: true).Route("town", "far", 90, oneWay: true)
            .Stock("town", 1_000_000).Run(days: 3, runs: Runs);

        var p = 0.8 * (1 - Math.Pow(0.7, 3));
        Statistical.MeanIs(1e6 * p, 1e6 * p * (1 - p), seen.Draws(Measure.Stock, "near", 2));
        Statistical.VarianceIs(1e6 * p * (1 - p), 0, seen.Draws(Measure.Stock, "near", 2));
    }

    private static void AssertBinomial(double p, double[] draws)
    {
        var variance = N * p * (1 - p);
        Statistical.MeanIs(N * p, variance, draws);
        if (variance > 0) Statistical.VarianceIs(variance, Math.Max(0, (1 - 6 * p * (1 - p)) / variance), draws);
    }
}
