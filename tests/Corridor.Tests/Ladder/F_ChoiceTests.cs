using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>Which way people take: weight = ((weight_softening + score) / (softening + km)^distance_power)^weight_power.</summary>
public class F_ChoiceTests
{
    private const int People = 1000;

    /// <summary>A fork with goals 30 km and 90 km away.</summary>
    private static Given Fork(Func<Given, Given> goals) => goals(Given.Nothing.Hub("a").Stock("a", People))
        .Route("a", "b", 30, oneWay: true).Route("a", "c", 90, oneWay: true).Rule(r => r with { AwarenessLevel = 1, DefaultMovechance = 0 });

    [Fact]
    public void F01_A_fork_is_shared_by_the_softened_distance()
    {
        AssertShares(Fork(g => g.Camp("b").Camp("c")), 1 / 40.0, 1 / 100.0);
    }

    [Fact]
    public void F02_A_camp_draws_by_the_camp_weight_and_a_town_by_1()
    {
        AssertShares(Fork(g => g.Town("b").Camp("c")).Rule(r => r with { CampWeight = 5 }), 1 / 40.0, 5 / 100.0);
    }

    [Fact]
    public void F03_A_conflict_repels_by_the_power_of_its_intensity()
    {
        AssertShares(Fork(g => g.Town("b").Town("c")).On(0, "b", Change.Conflict, 1.5), Math.Pow(0.25, 1.5) / 40, 1 / 100.0, onwards: true);
    }

    [Fact]
    public void F04_A_conflict_repels_less_with_its_age()
    {
        // Intensity 2, but half of it in its second day.
        var given = Fork(g => g.Town("b").Town("c")).Rule(r => r with { ConflictDecay = [1, 0.5], ConflictDecayInterval = 1 })
            .On(0, "b", Change.Conflict, 2).On(0, "a", Change.Close).On(1, "a", Change.Open);

        AssertShares(given, 0.25 / 40, 1 / 100.0, day: 1, onwards: true);
    }

    [Fact]
    public void F05_A_foreign_place_draws_by_the_foreign_weight()
    {
        var given = Given.Nothing.Hub("a", "X").Stock("a", People).Camp("b", country: "X").Camp("c", country: "Y")
            .Route("a", "b", 30, oneWay: true).Route("a", "c", 90, oneWay: true).Rule(r => r with { ForeignWeight = 3 });

        AssertShares(given, 1 / 40.0, 3 / 100.0);
        AssertShares(given.Home("Y"), 3 / 40.0, 1 / 100.0);
    }

    [Fact]
    public void F06_Softening_and_powers_enter_as_the_equation_says()
    {
        var given = Fork(g => g.Camp("b").Town("c"))
            .Rule(r => r with { Softening = 5, DistancePower = 1.5, WeightSoftening = 0.5, WeightPower = 0.8, CampWeight = 3 });

        AssertShares(given, Math.Pow(3.5 / Math.Pow(35, 1.5), 0.8), Math.Pow(1.5 / Math.Pow(95, 1.5), 0.8));
    }

    [Fact]
    public void F07_Ways_too_weak_for_the_threshold_are_not_considered()
    {
        // 1/40 against 1/100: a ratio of 2.5.
        AssertShares(Fork(g => g.Camp("b").Camp("c")).Rule(r => r with { PruningThreshold = 2.6 }), 1 / 40.0, 1 / 100.0);
        AssertShares(Fork(g => g.Camp("b").Camp("c")).Rule(r => r with { PruningThreshold = 2.4 }), 1, 0);
    }

    [Fact]
    public void F08_Residents_add_to_the_draw_of_a_town_but_not_of_a_camp()
    {
        var given = Given.Nothing.Hub("a").Stock("a", People).Town("b", 100).Town("c", 10_000)
            .Route("a", "b", 30, oneWay: true).Route("a", "c", 90, oneWay: true).Rule(r => r with { PopPowerForLocWeight = 0.5, DefaultMovechance = 0 });

        AssertShares(given, 10 / 40.0, 100 / 100.0);
    }

    [Fact]
    public void F09_Every_run_weighs_the_residents_of_its_own_future()
    {
        // b empties by chance on the first day: in about half of the runs one resident leaves it, in the others none; the draw of b is 1 or 2^10.
        var given = Given.Nothing.City("b", 2).Hub("a").Stock("a", People).Town("c")
            .Route("a", "b", 30, oneWay: true).Route("a", "c", 30, oneWay: true).Route("b", "c", 30, oneWay: true)
            .On(0, "a", Change.Close).On(1, "a", Change.Open)
            .Rule(r => r with
            {
                PopPowerForLocWeight = 5, ConflictWeight = 1, AwarenessLevel = 1, DefaultMovechance = 0,
                Departures = DepartureMode.Rate, DepartureRate = 0.7,
            });

        foreach (var threads in new[] { 1, 2 })
        {
            var seen = given.Run(days: 2, runs: 200, threads: threads);
            for (var run = 0; run < 200; run++)
            {
                var residents = seen.Draws(Measure.Residents, "b", 0)[run];
                var share = seen.DrawsEntered("a", "b", 1)[run] / People;
                var expected = residents == 2 ? 32.0 / 33 : 0.5;
                Assert.InRange(share, expected - 0.1, expected + 0.1);
            }
        }
    }

    [Theory]
    [InlineData(1, new[] { "b" })]
    [InlineData(2, new[] { "b", "d" })]
    [InlineData(3, new[] { "b", "d", "e" })]
    public void F10_People_know_the_network_so_many_steps_ahead_and_markers_cost_no_step(int awareness, string[] goals)
    {
        // a - b - (marker c) - d - e; every place on the way lets people who follow a plan through.
        var seen = Given.Nothing.Hub("a").Stock("a", People).Camp("b").Marker("c").Camp("d").Camp("e")
            .Route("a", "b", 10, oneWay: true).Route("b", "c", 10, oneWay: true).Route("c", "d", 10, oneWay: true).Route("d", "e", 10, oneWay: true)
            .Rule(r => r with { AwarenessLevel = awareness }).Run(days: 1, runs: 100);

        var km = new Dictionary<string, double> { ["b"] = 10, ["d"] = 30, ["e"] = 40 };
        var total = goals.Sum(goal => 1 / (10 + km[goal]));
        foreach (var place in km.Keys)
        {
            var p = goals.Contains(place) ? 1 / (10 + km[place]) / total : 0;
            Statistical.MeanIs(People * p, People * p * (1 - p), seen.Draws(Measure.Stock, place, 0));
        }
    }

    [Fact]
    public void F11_A_marker_is_never_a_goal_but_the_way_through_it_is()
    {
        var seen = Given.Nothing.Hub("a").Stock("a", People).Marker("m").Camp("b").Route("a", "m", 150).Route("m", "b", 150)
            .Rule(r => r with { AwarenessLevel = 1 }).Run(days: 2);

        Assert.Equal(People, seen.Inflow("m", 0));
        Assert.Equal(People, seen.Stock("b", 1));
    }

    [Fact]
    public void F12_Two_roads_to_a_camp_do_not_double_its_draw_the_shorter_one_is_taken()
    {
        var given = TwoRoads(Given.Nothing);

        AssertShares(given, 1 / 40.0, 1 / 40.0);
        Assert.Equal(0, given.Run().Inflow("by", 0));
    }

    [Fact]
    public void F13_In_flee_3_every_simple_path_counts()
    {
        // model.md, 2.6: b by the straight road (30 km) and over the marker (60 km) are two candidates.
        AssertShares(TwoRoads(Given.Nothing.Flee3()), 1 / 40.0 + 1 / 70.0, 1 / 40.0);
    }

    /// <summary>
    /// model.md, 4.2: two roads between the same places are two candidates, 310 and 40 km with softening, against
    /// one of 40 km; but travel takes the first of the file, of 300 km, so nobody arrives on the first day.
    /// </summary>
    [Fact]
    public void F19_In_flee_3_a_second_road_adds_to_the_draw_and_all_take_the_first_of_the_file()
    {
        const double people = 100_000;
        var seen = Given.Nothing.Flee3().Hub("a").Camp("b").Camp("c")
            .Route("a", "b", 300, oneWay: true).Route("a", "b", 30, oneWay: true).Route("a", "c", 30, oneWay: true).Stock("a", (long)people).Run();
        var share = (1 / 310.0 + 1 / 40.0) / (1 / 310.0 + 2 / 40.0);

        Assert.Equal(0, seen.Inflow("b", 0));
        var bound = 5 * Math.Sqrt(people * share * (1 - share));
        Assert.InRange(seen.InTransit(0), people * share - bound, people * share + bound);
    }

    [Fact]
    public void F14_Food_shortage_at_home_lowers_the_draw_after_the_first_day()
    {
        // The shortage is 60 %: 1 − 0.6².
        var given = Fork(g => g.Camp("b").Camp("c")).Rule(r => r with { AvoidFoodDeprivedLocations = true })
            .On(0, "b", Change.Food, 60).On(0, "a", Change.Close).On(1, "a", Change.Open);

        AssertShares(given, 0.64 / 40, 1 / 100.0, day: 1);
    }

    [Fact]
    public void F15_A_flooded_place_draws_by_the_weight_of_its_level()
    {
        AssertShares(Fork(g => g.Camp("b").Camp("c")).Rule(r => r with { FloodLocWeights = [1, 0.5, 0.2] }).On(0, "b", Change.Flood, 2), 0.2 / 40, 1 / 100.0);
    }

    [Theory]
    [InlineData(WaysConsidered.EverySimplePath)]
    [InlineData(WaysConsidered.ShortestPerDestination)]
    public void F18_In_flee_3_the_level_of_a_flood_zone_weighs_twice_whichever_ways_people_weigh(WaysConsidered ways)
    {
        Given Flooded(Given given) => given.On(0, "b", Change.Flood, 2).Rule(r => r with { Ways = ways, FloodLocWeights = [1, 0.5, 0.2] });
        var fork = Fork(g => g.Place("b", PlaceKind.FloodZone, 0, "", null).Camp("c"));

        AssertShares(Flooded(fork.Flee3()), 0.2 * 0.2 / 40, 1 / 100.0);
        AssertShares(Flooded(fork), 0.2 / 40, 2 / 100.0);
    }

    [Fact]
    public void F16_The_distance_from_where_people_decide_lowers_a_score_by_the_home_distance_power()
    {
        // A degree of longitude at the equator is 111.195 km; the road is longer.
        var given = Given.Nothing.Hub("a").Stock("a", People).Camp("b").Camp("c").Route("a", "b", 150, oneWay: true).Route("a", "c", 250, oneWay: true)
            .With(s => s with { Places = [.. s.Places.Select((p, i) => p with { Latitude = 0, Longitude = i })] })
            .Rule(r => r with { HomeDistancePower = 0.5, MaxMoveSpeed = 1000 });

        AssertShares(given, 1 / Math.Sqrt(111.195) / 160, 1 / Math.Sqrt(222.390) / 260);
    }

    private static Given TwoRoads(Given given) => given.Hub("a").Stock("a", People).Camp("b").Camp("c").Marker("by")
        .Route("a", "b", 30, oneWay: true).Route("a", "by", 30, oneWay: true).Route("by", "b", 30, oneWay: true).Route("a", "c", 30, oneWay: true);

    /// <summary>People split between b and c in proportion to the weights: mean and variance of a binomial draw over many runs.</summary>
    [Fact]
    public void F17_A_camp_draws_by_the_capacity_power_of_its_share_in_the_mean_capacity()
    {
        // The mean of 30,000 and 10,000 is 20,000; people are few beside either, so there is room everywhere.
        Given Sizes(long? b) => Fork(g => g.Camp("b", b).Camp("c", 10_000)).Rule(r => r with { CapacityPower = 0.5 });

        AssertShares(Sizes(30_000), Math.Sqrt(1.5) / 40, Math.Sqrt(0.5) / 100);
        AssertShares(Sizes(null), 1 / 40.0, 1 / 100.0);
        var reopened = Sizes(30_000).On(0, "a", Change.Close).On(1, "a", Change.Open).On(1, "b", Change.Capacity, 5_000);
        AssertShares(reopened, Math.Sqrt(0.25) / 40, Math.Sqrt(0.5) / 100, day: 1);
    }

    private static void AssertShares(Given given, double b, double c, int day = 0, bool onwards = false)
    {
        var seen = given.Run(days: day + 1, runs: 1000);
        var p = b / (b + c);
        // By what was reached: who reaches a place under conflict may leave it again.
        var draws = onwards ? seen.DrawsEntered("a", "b", day) : seen.Draws(Measure.Stock, "b", day);
        Statistical.MeanIs(People * p, People * p * (1 - p), draws);
        Statistical.VarianceIs(People * p * (1 - p), 0, draws);
    }
}
