using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>How far a day goes.</summary>
public class A_TravelTests
{
    [Fact]
    public void A01_People_go_down_a_chain_day_by_day()
    {
        var seen = Given.Nothing.Hub("a").Hub("b").Camp("c")
            .Route("a", "b", 150, oneWay: true).Route("b", "c", 150, oneWay: true)
            .Stock("a", 100).Run(days: 3);

        Assert.Equal(100, seen.InTransit(0));
        Assert.Equal(100, seen.Inflow("b", 0));
        Assert.Equal(0, seen.Stock("b", 0));
        Assert.Equal(100, seen.Entered("b", "c", 0));
        Assert.Equal(100, seen.Stock("c", 1));
        Assert.Equal(100, seen.Stock("c", 2));
        Assert.Equal(100, seen.Displaced(0));
    }

    [Theory]
    [InlineData(80, 0)] // 50 + 70 + 80 = one day of 200 km
    [InlineData(81, 1)]
    [InlineData(280, 1)]
    [InlineData(281, 2)]
    public void A02_A_days_km_are_spent_once_over_all_routes_of_the_day(double lastKm, int arrives)
    {
        var seen = Chain(Given.Nothing, 50, 70, lastKm).Run(days: 4);

        AssertArrives(seen, "d", arrives);
    }

    [Theory]
    [InlineData(199, 0)] // 50 + 120 + 200 = 370 km, and a route has to be passed, not only reached
    [InlineData(200, 1)]
    [InlineData(300, 1)]
    [InlineData(400, 2)]
    public void A03_In_flee_3_each_route_of_the_day_gets_a_full_days_km_so_50_120_300_makes_370_km_on_day_one(double lastKm, int arrives)
    {
        var seen = Chain(Given.Nothing.Flee3(), 50, 120, lastKm).Run(days: 4);

        AssertArrives(seen, "d", arrives);
    }

    [Fact]
    public void A04_In_flee_3_no_further_route_is_begun_once_a_days_km_are_completed()
    {
        // 110 + 100 = 210 km lie behind them when they reach c.
        var seen = Chain(Given.Nothing.Flee3(), 110, 100, 10).Run(days: 2);

        Assert.Equal(100, seen.Stock("c", 0));
        AssertArrives(seen, "d", 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(199, 1)]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    [InlineData(400, 2)]
    [InlineData(1000, 5)]
    public void A05_A_route_of_L_km_takes_L_over_v_days_rounded_up(double km, int days)
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", km).Stock("a", 7).Run(days: 6);

        AssertArrives(seen, "b", days - 1);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(199, 1)]
    [InlineData(200, 2)]
    [InlineData(399, 2)]
    [InlineData(400, 3)]
    public void A06_In_flee_3_a_route_of_exactly_v_km_takes_two_days(double km, int days)
    {
        var seen = Given.Nothing.Flee3().Hub("a").Camp("b").Route("a", "b", km).Stock("a", 7).Run(days: 6);

        AssertArrives(seen, "b", days - 1);
    }

    [Theory]
    [InlineData("walk")]
    [InlineData("frontline")]
    public void A07_A_walk_and_a_front_line_are_covered_on_foot(string mode)
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 100, mode).Stock("a", 7).Run(days: 6); // 35 km/day

        AssertArrives(seen, "b", 2);
    }

    [Fact]
    public void A08_A_route_may_state_its_own_speed()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 100, speed: 25).Stock("a", 7).Run(days: 6);

        AssertArrives(seen, "b", 3);
    }

    [Fact]
    public void A09_A_speed_limit_holds_from_its_day_on_until_0_ends_it()
    {
        // 200 km, then 50 km on days 1 and 2, then 200 again: 500 km are done on day 3.
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 7)
            .On(1, "a--b", Change.Speed, 50).On(3, "a--b", Change.Speed, 0).Run(days: 6);

        AssertArrives(seen, "b", 3);
    }

    [Fact]
    public void A10_A_speed_limit_does_not_make_people_faster()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 100, "walk").Stock("a", 7).On(0, "a--b", Change.Speed, 5000).Run(days: 6);

        AssertArrives(seen, "b", 2);
    }

    [Fact]
    public void A11_Who_starts_on_foot_walks_the_whole_first_route_and_no_other()
    {
        var given = Given.Nothing.City("a", 100).Hub("b").Camp("c").Route("a", "b", 70, oneWay: true).Route("b", "c", 200, oneWay: true)
            .SetOut(0, "a", 100).Rule(r => r with { StartOnFoot = true });

        var seen = given.Run(days: 4);

        Assert.Equal(100, seen.Stock("b", 1)); // 2 × 35 km
        AssertArrives(seen, "c", 2);
        AssertArrives(given.Rule(r => r with { StartOnFoot = false }).Run(days: 4), "c", 1);
    }

    [Fact]
    public void A12_With_a_walk_probability_each_person_goes_on_foot_by_a_coin_thrown_every_day()
    {
        // 70 km: by vehicle on day 0; on foot 35 km, and whoever walked on day 0 arrives on day 1 either way.
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 70, walk: 0.25).Stock("a", 1000).Run(days: 2, runs: 2000);

        Statistical.MeanIs(750, 1000 * 0.25 * 0.75, seen.Draws(Measure.Stock, "b", 0));
        Statistical.VarianceIs(1000 * 0.25 * 0.75, 0, seen.Draws(Measure.Stock, "b", 0));
        Assert.All(seen.Draws(Measure.Stock, "b", 1), people => Assert.Equal(1000, people));
    }

    [Fact]
    public void A13_The_coins_of_people_who_reach_a_route_by_different_plans_are_independent()
    {
        // At h some follow a plan to c, others have just decided to go there: 500 of each, all on the same route with the same walk probability.
        var seen = Given.Nothing.Hub("a").Hub("h").Camp("c").Camp("d")
            .Route("a", "h", 50, oneWay: true).Route("h", "c", 60, oneWay: true, walk: 0.5).Route("a", "d", 1e6, oneWay: true)
            .Stock("a", 2000).Rule(r => r with { CampWeight = 1 }).Run(days: 1, runs: 4000);

        // From a: h with 1/60, c with 1/120, d with next to nothing; then everybody enters h->c, and walks by a fair coin.
        // By vehicle 60 km fit into the 150 km that are left, on foot 35 × 0.75 km do not reach.
        var left = 2000 * (1 / 1000010.0) / (1 / 60.0 + 1 / 120.0 + 1 / 1000010.0);
        var n = 2000 - left;
        Statistical.MeanIs(n / 2, n / 4 + 1, seen.Draws(Measure.Stock, "c", 0));
        Statistical.VarianceIs(n / 4, 0, seen.Draws(Measure.Stock, "c", 0));
    }

    [Fact]
    public void A14_Who_reaches_a_town_early_in_the_day_goes_on_where_short_stints_are_avoided()
    {
        var given = Chain(Given.Nothing, PlaceKind.Town, 60, 60, 60).Rule(r => r with { DefaultMovechance = 0 });

        Assert.Equal(100, given.Run().Stock("b", 0));
        AssertArrives(given.Rule(r => r with { AvoidShortStints = true }).Run(), "d", 0);
    }

    [Theory]
    [InlineData(80, "d")] // (0.5 + 0.4) / 2 < 0.5: they go on
    [InlineData(120, "c")] // (0.5 + 0.6) / 2 > 0.5: they rest in the town
    public void A15_Whoever_has_come_far_the_day_before_rests_earlier(double km, string where)
    {
        // Day 0: 200 km to the hub b, a full day, so the memory of distances is 1/2 on the next morning (model.md, 2.10).
        var seen = Given.Nothing.Hub("a").Hub("b").Town("c").Camp("d")
            .Route("a", "b", 200, oneWay: true).Route("b", "c", km, oneWay: true).Route("c", "d", 10, oneWay: true)
            .Stock("a", 100).Rule(r => r with { DefaultMovechance = 0, AvoidShortStints = true, AwarenessLevel = 1 }).Run(days: 2);

        Assert.Equal(100, seen.Stock(where, 1));
    }

    [Fact]
    public void A17_People_make_one_plan_a_day_and_stay_overnight_at_its_end_unless_they_decide_on_the_way()
    {
        var given = Chain(Given.Nothing, PlaceKind.Town, 20, 20, 20).Rule(r => r with { DefaultMovechance = 1, AwarenessLevel = 1 });

        Assert.Equal(100, given.Run().Stock("b", 0));
        Assert.True(given.Rule(r => r with { DecideOnTheWay = true }).Run().Stock("b", 0) < 100);
    }

    [Fact]
    public void A16_People_who_go_to_and_fro_between_two_hubs_a_step_apart_stop_at_the_end_of_the_day()
    {
        var near = Given.Nothing.Hub("a").Hub("b").Route("a", "b", 0.0001).Stock("a", 10);

        Assert.Equal(10, near.Run(days: 2).Displaced(1));
        Assert.Equal(10, near.Flee3().Run(days: 2).Displaced(1));
    }

    private static Given Chain(Given given, params double[] km) => Chain(given, PlaceKind.Hub, km);

    /// <summary>a, b, c ... in a row, one way only; the first is a hub, the last a camp.</summary>
    private static Given Chain(Given given, PlaceKind between, params double[] km)
    {
        given = given.Hub("a").Stock("a", 100).Rule(r => r with { AwarenessLevel = 1 });
        for (var i = 1; i <= km.Length; i++)
        {
            var (before, id) = ($"{(char)('a' + i - 1)}", $"{(char)('a' + i)}");
            given = given.Place(id, i == km.Length ? PlaceKind.Camp : between, 0, "", null).Route(before, id, km[i - 1], oneWay: true);
        }
        return given;
    }

    private static void AssertArrives(Observed seen, string place, int day)
    {
        if (day > 0) Assert.Equal(0, seen.Stock(place, day - 1));
        Assert.Equal(seen.Displaced(day), seen.Stock(place, day));
        Assert.True(seen.Stock(place, day) > 0);
    }
}
