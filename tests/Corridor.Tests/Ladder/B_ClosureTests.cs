using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>Sealed means nobody passes.</summary>
public class B_ClosureTests
{
    /// <summary>500 km, so 400 of them are done when the third morning comes.</summary>
    private static readonly Given OnTheWay = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 100);

    [Fact]
    public void B01_People_on_a_route_that_closes_turn_round_at_once_and_walk_back_what_they_had_covered()
    {
        var seen = OnTheWay.On(2, "a--b", Change.Close).Run(days: 6);

        Assert.Equal(100, seen.InTransit(2)); // 200 of 400 km back
        Assert.Equal(100, seen.Stock("a", 3));
        Assert.Equal(100, seen.Inflow("a", 3));
        Assert.Equal(100, seen.Stock("a", 5));
        Assert.All(Enumerable.Range(0, 6), day => Assert.Equal(0, seen.Inflow("b", day)));
    }

    [Fact]
    public void B02_In_flee_3_they_go_on_to_the_end_and_are_put_back_at_the_start()
    {
        var seen = OnTheWay.Flee3().On(2, "a--b", Change.Close).Run(days: 6);

        Assert.Equal(100, seen.InTransit(1));
        Assert.Equal(100, seen.Stock("a", 2)); // day 2: 600 km > 500 km
        Assert.All(Enumerable.Range(0, 6), day => Assert.Equal(0, seen.Inflow("b", day)));
    }

    /// <summary>
    /// 200 of 300 km to the marker are done when the road to it closes; people are put back that evening, and the road from the marker to the camp is open
    /// all the time. The other road to the camp opens on a morning on which nobody left there would set out by himself.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void B24_In_flee_3_who_is_put_back_keeps_the_rest_of_the_plan_and_goes_on_by_another_road(bool byPerson)
    {
        var seen = PutBack.Route("a", "camp", 500, oneWay: true).On(0, "a->camp", Change.Close).On(2, "a->camp", Change.Open)
            .On(1, "a", Change.Conflict, 0).Rule(r => r with { DefaultMovechance = 0 }).Run(days: 4, byPerson: byPerson);

        Assert.Equal([0, 100, 0, 0], Enumerable.Range(0, 4).Select(day => seen.Stock("a", day)));
        Assert.Equal(100, seen.Entered("a", "camp", 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void B25_In_flee_3_who_is_put_back_and_finds_no_other_road_decides_anew_a_day_later(bool byPerson)
    {
        var seen = PutBack.Camp("other").Route("a", "other", 500, oneWay: true).On(0, "a->other", Change.Close).On(1, "a->other", Change.Open)
            .Run(days: 4, byPerson: byPerson);

        Assert.Equal([0, 100, 100, 0], Enumerable.Range(0, 4).Select(day => seen.Stock("a", day)));
        Assert.Equal(100, seen.Entered("a", "other", 3));
        Assert.Equal(0, seen.Stock("camp", 3));
    }

    /// <summary>Some set out by one marker and some by another, for the same camp; back at the start they are in the same state.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void B26_In_flee_3_those_who_are_put_back_from_two_roads_pass_a_third_independently(bool byPerson)
    {
        var seen = PutBack.Marker("second").Route("a", "second", 300, oneWay: true).Route("second", "camp", 50, oneWay: true).On(1, "a--second", Change.Close)
            .Route("a", "camp", 500, oneWay: true).On(0, "a->camp", Change.Close).On(2, "a->camp", Change.Open).On(2, "a->camp", Change.Pass, 0.5)
            .On(1, "a", Change.Conflict, 0).Rule(r => r with { DefaultMovechance = 0 }).Stock("a", 900).Run(days: 3, runs: 2000, byPerson: byPerson);

        var all = seen.Stock("a", 1);
        Statistical.MeanIs(all / 2.0, all / 4.0, seen.DrawsEntered("a", "camp", 2));
        Statistical.VarianceIs(all / 4.0, 0, seen.DrawsEntered("a", "camp", 2));
    }

    private static Given PutBack => Given.Nothing.Flee3().City("a").Marker("marker").Camp("camp")
        .Route("a", "marker", 300, oneWay: true).Route("marker", "camp", 50, oneWay: true).Stock("a", 100).On(1, "a--marker", Change.Close);

    [Fact]
    public void B03_A_two_way_closure_closes_both_directions_where_Flees_link_closure_leaves_the_outward_one_open()
    {
        // model.md, Q8: Flee's link closure, written to close both directions, closes only the one from the second place to the first.
        var seen = Given.Nothing.Hub("a").Hub("b").Route("a", "b", 100).Stock("a", 10).Stock("b", 20).On(0, "a--b", Change.Close).Run(days: 3);

        for (var day = 0; day < 3; day++)
        {
            Assert.Equal(0, seen.Entered("a", "b", day));
            Assert.Equal(0, seen.Entered("b", "a", day));
        }
        Assert.Equal(10, seen.Stock("a", 2));
        Assert.Equal(20, seen.Stock("b", 2));
    }

    [Fact]
    public void B04_A_one_way_closure_leaves_the_other_direction_open()
    {
        var seen = Given.Nothing.Hub("a").Hub("b").Route("a", "b", 200).Stock("a", 10).Stock("b", 20).On(0, "a->b", Change.Close).Run();

        Assert.Equal(0, seen.Entered("a", "b", 0));
        Assert.Equal(20, seen.Entered("b", "a", 0));
    }

    [Theory]
    [InlineData("border:X->Y", 0, 20)]
    [InlineData("border:Y->X", 10, 0)]
    [InlineData("border:X--Y", 0, 0)]
    [InlineData("border:Y--X", 0, 0)]
    public void B05_A_border_closes_one_way_or_both_ways_on_every_route_across_it(string border, int outward, int inward)
    {
        var seen = Given.Nothing
            .Hub("x", "X").Camp("to-y", country: "Y").Hub("y", "Y").Camp("to-x", country: "X").Hub("inner", "X").Camp("inner-camp", country: "X")
            .Route("x", "to-y", 100).Route("y", "to-x", 100).Route("inner", "inner-camp", 100)
            .Stock("x", 10).Stock("y", 20).Stock("inner", 30)
            .On(0, border, Change.Close).Run();

        Assert.Equal(outward, seen.Stock("to-y", 0));
        Assert.Equal(inward, seen.Stock("to-x", 0));
        Assert.Equal(30, seen.Stock("inner-camp", 0));
    }

    [Fact]
    public void B06_Nobody_enters_or_leaves_a_place_that_is_closed()
    {
        var seen = Given.Nothing.Hub("a").Hub("closed").Camp("b")
            .Route("a", "closed", 100, oneWay: true).Route("closed", "b", 100, oneWay: true).Stock("a", 10).Stock("closed", 20)
            .On(0, "closed", Change.Close).On(2, "closed", Change.Open).Run(days: 4);

        Assert.Equal(10, seen.Stock("a", 1));
        Assert.Equal(20, seen.Stock("closed", 1));
        Assert.Equal(30, seen.Stock("b", 2));
    }

    [Fact]
    public void B07_People_on_their_way_to_a_place_that_closes_turn_back()
    {
        var seen = OnTheWay.On(1, "b", Change.Close).Run(days: 3);

        Assert.Equal(100, seen.Stock("a", 1));
    }

    [Fact]
    public void B08_Closures_nest_each_is_lifted_by_its_own_opening()
    {
        var seen = Given.Nothing.Hub("a", "X").Camp("b", country: "Y").Route("a", "b", 100).Stock("a", 10)
            .On(0, "a--b", Change.Close).On(0, "b", Change.Close).On(0, "border:X--Y", Change.Close)
            .On(1, "b", Change.Open).On(2, "border:X--Y", Change.Open).On(3, "a--b", Change.Open).Run(days: 5);

        Assert.Equal(0, seen.Stock("b", 2));
        Assert.Equal(10, seen.Stock("b", 3));
    }

    [Fact]
    public void B09_Opening_one_way_of_a_closed_border_leaves_the_other_closed()
    {
        var seen = Given.Nothing.Hub("a", "X").Hub("b", "Y").Route("a", "b", 200).Stock("a", 10).Stock("b", 20)
            .On(0, "border:X--Y", Change.Close).On(1, "border:X->Y", Change.Open).Run(days: 2);

        Assert.Equal(10, seen.Entered("a", "b", 1));
        Assert.Equal(0, seen.Entered("b", "a", 1));
    }

    [Fact]
    public void B10_Who_has_turned_back_walks_on_back_although_the_route_opens_again()
    {
        // Back on day 3 after 400 km; then 500 km anew: days 4, 5 and 6.
        var seen = OnTheWay.On(2, "a--b", Change.Close).On(3, "a--b", Change.Open).Run(days: 8);

        Assert.Equal(100, seen.Inflow("a", 3));
        Assert.Equal(0, seen.Stock("b", 5));
        Assert.Equal(100, seen.Stock("b", 6));
    }

    [Fact]
    public void B11_Who_is_back_with_some_of_the_day_left_takes_another_route_the_same_day()
    {
        // Day 0: 100 km to a and 100 of the 300 to b. Day 1: 100 km back, half a day, and 50 km to c.
        var seen = Given.Nothing.Hub("z").Hub("a").Camp("b").Camp("c")
            .Route("z", "a", 100, oneWay: true).Route("a", "b", 300).Route("a", "c", 50).Stock("z", 100)
            .On(0, "a--c", Change.Close).On(1, "a--b", Change.Close).On(1, "a--c", Change.Open).Run(days: 2);

        Assert.Equal(100, seen.Stock("c", 1));
    }

    [Fact]
    public void B12_A_route_that_nobody_passes_is_closed()
    {
        var seen = OnTheWay.On(1, "a--b", Change.Pass, 0).On(3, "a--b", Change.Pass, 1).Run(days: 8);

        Assert.Equal(100, seen.Stock("a", 1));
        Assert.Equal(0, seen.Entered("a", "b", 2));
        Assert.Equal(100, seen.Stock("b", 5));
    }

    [Fact]
    public void B13_Only_a_fraction_gets_through_a_partly_passable_route_each_day()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 100).Stock("a", 1000).On(0, "a--b", Change.Pass, 0.25).Run(days: 2, runs: 2000);

        Statistical.MeanIs(250, 1000 * 0.25 * 0.75, seen.Draws(Measure.Stock, "b", 0));
        Statistical.VarianceIs(1000 * 0.25 * 0.75, 0, seen.Draws(Measure.Stock, "b", 0));
        var twice = 1 - 0.75 * 0.75;
        Statistical.MeanIs(1000 * twice, 1000 * twice * (1 - twice), seen.Draws(Measure.Stock, "b", 1));
    }

    [Fact]
    public void B14_Those_who_want_to_pass_for_different_ends_pass_independently()
    {
        // All 1000 have to enter a->h, half of them with h as their goal and half with what lies behind it.
        var seen = Given.Nothing.Hub("a").Camp("h").Camp("c").Route("a", "h", 100, oneWay: true).Route("h", "c", 100, oneWay: true)
            .Stock("a", 1000).On(0, "a--h", Change.Pass, 0.5).Run(days: 1, runs: 4000);

        Statistical.MeanIs(500, 250, seen.DrawsEntered("a", "h", 0));
        Statistical.VarianceIs(250, 0, seen.DrawsEntered("a", "h", 0));
    }

    [Fact]
    public void B15_Nobody_reaches_or_leaves_an_island()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Hub("island").Route("a", "b", 100).Stock("a", 10).Stock("island", 20).Run(days: 5);

        Assert.Equal(20, seen.Stock("island", 4));
        Assert.Equal(10, seen.Stock("b", 4));
    }

    [Fact]
    public void B16_A_scenario_with_nobody_in_it_stays_empty()
    {
        var seen = Given.Nothing.City("a").Camp("b").Route("a", "b", 100)
            .Rule(_ => Rules.Corridor).On(1, "a", Change.ForceMove, 10, to: "b").Run(days: 5);

        Assert.Equal(0, seen.Displaced(4));
        Assert.All(seen.Everything(), figure => Assert.Equal(0, figure));
    }

    [Fact]
    public void B17_Residents_under_conflict_are_trapped_while_no_open_route_leads_to_safety()
    {
        var seen = Given.Nothing.City("a", 1000).City("b", 500).Town("safe", 300).Route("a", "b", 50).Route("b", "safe", 50)
            .On(1, "b--safe", Change.Close).On(2, "b", Change.Conflict, 0).On(3, "a--b", Change.Close).On(4, "a", Change.Conflict, 0).Run(days: 5);

        Assert.Equal([0, 1000, 0, 1000, 0], Enumerable.Range(0, 5).Select(day => seen.Trapped("a", day)));
        Assert.Equal([0, 500, 0, 0, 0], Enumerable.Range(0, 5).Select(day => seen.Trapped("b", day)));
        Assert.All(Enumerable.Range(0, 5), day => Assert.Equal(0, seen.Trapped("safe", day)));
    }

    [Theory]
    [InlineData(DepartureDriver.Flood, 1000)]
    [InlineData(DepartureDriver.Conflict, 0)]
    public void B23_Where_the_flood_drives_people_out_it_traps_them_too(DepartureDriver driver, long trapped)
    {
        var seen = Given.Nothing.Town("low", 1000).Town("lower", 300).Town("dry", 10).Route("low", "lower", 50).Route("lower", "dry", 50)
            .Rule(r => r with { DepartureDriver = driver }).On(0, "low", Change.Flood, 1).On(0, "lower", Change.Flood, 1)
            .On(1, "lower--dry", Change.Close).On(2, "lower", Change.Flood, 0).Run(days: 3);

        Assert.Equal([0, trapped, 0], Enumerable.Range(0, 3).Select(day => seen.Trapped("low", day)));
    }

    [Fact]
    public void B18_A_one_way_route_into_the_city_does_not_free_those_trapped_in_it()
    {
        var seen = Given.Nothing.City("a", 1000).Town("safe").Route("safe", "a", 50, oneWay: true).Run();

        Assert.Equal(1000, seen.Trapped("a", 0));
    }

    [Fact]
    public void B19_Nobody_sets_out_from_a_place_without_an_open_route()
    {
        var seen = Given.Nothing.City("a", 1000).Camp("b").Route("a", "b", 50).On(0, "a--b", Change.Close).On(2, "a--b", Change.Open)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 10 }).Run(days: 3);

        Assert.Equal(1000, seen.Residents("a", 1));
        Assert.Equal(0, seen.Displaced(1));
        Assert.True(seen.Displaced(2) > 990);
    }

    [Fact]
    public void B20_In_flee_3_half_of_a_total_sets_out_from_a_sealed_place_and_waits_there()
    {
        var given = Given.Nothing.City("a", 100_000).City("b", 100_000).Camp("c").Route("a", "c", 50).Route("b", "c", 50).On(0, "a--c", Change.Close)
            .Flee3().SetOut(0, "*", 10_000).Rule(r => r with { Departures = DepartureMode.Given, TakeFromPopulation = true });

        var seen = given.Run(days: 1);
        var onlyOpen = given.Rule(r => r with { DepartByOpenRouteOnly = true }).Run(days: 1);

        Assert.InRange(seen.Stock("a", 0), 4800, 5200);
        Assert.Equal(0, onlyOpen.Stock("a", 0));
        Assert.Equal(10_000, onlyOpen.Displaced(0));
    }
}
