using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>Camps fill.</summary>
public class C_CapacityTests
{
    /// <summary>A hub half a day before two camps, of which one is small: whoever reaches the hub decides there and arrives the same day.</summary>
    internal static Given TwoCamps(long? capacity, long stock = 0) => Given.Nothing.Hub("start").Hub("fork").Camp("small", capacity).Camp("large")
        .Route("start", "fork", 100, oneWay: true).Route("fork", "small", 50, oneWay: true).Route("fork", "large", 50, oneWay: true)
        .Stock("start", 500).Stock("small", stock).Rule(r => r with { AwarenessLevel = 1 });

    [Theory]
    [InlineData(100, 0)]
    [InlineData(200, 0)]
    [InlineData(200, 150)]
    [InlineData(1000, 900)]
    public void C01_A_camp_that_fills_takes_as_many_as_when_people_arrive_one_by_one(int capacity, int stock)
    {
        var seen = TwoCamps(capacity, stock).Run(days: 1, runs: 3000);

        var yardstick = OneByOne(capacity, stock, people: 500, runs: 3000);
        var engine = seen.Draws(Measure.Stock, "small", 0);
        // The slices of the day are an approximation: 16 of them agree within 1 % of the
        // capacity in the mean (model.md, 9.1), beyond the noise of 3000 runs each.
        var noise = 5 * Math.Sqrt((Statistical.Variance(engine) + Statistical.Variance(yardstick)) / 3000);
        Assert.InRange(engine.Average(), yardstick.Average() - 0.01 * capacity - noise, yardstick.Average() + 0.01 * capacity + noise);
    }

    [Fact]
    public void C02_As_many_slices_as_people_agree_with_one_by_one_arrival()
    {
        var seen = TwoCamps(100).Rule(r => r with { CapacitySlices = 1000 }).Run(days: 1, runs: 2000);

        Statistical.MeansAgree(seen.Draws(Measure.Stock, "small", 0), OneByOne(100, 0, 500, 2000));
    }

    [Fact]
    public void C03_A_camp_far_from_its_limit_takes_its_share_as_if_it_had_none()
    {
        var limited = TwoCamps(10_000).Run(days: 1, runs: 100);
        var unlimited = TwoCamps(null).Run(days: 1, runs: 100);

        Assert.Equal(unlimited.Everything(), limited.Everything());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(170)]
    public void C04_Nobody_chooses_a_camp_that_is_full_already(long stock)
    {
        var seen = TwoCamps(100, stock).Run(days: 1, runs: 20);

        Assert.All(seen.Draws(Measure.Inflow, "small", 0), people => Assert.Equal(0, people));
        Assert.All(seen.Draws(Measure.Inflow, "large", 0), people => Assert.Equal(500, people));
    }

    [Fact]
    public void C05_Nobody_chooses_a_camp_of_capacity_0()
    {
        var seen = TwoCamps(0).Run(days: 1, runs: 20);

        Assert.All(seen.Draws(Measure.Inflow, "small", 0), people => Assert.Equal(0, people));
    }

    [Theory]
    [InlineData("corridor")]
    [InlineData("flee-3")]
    public void C06_All_who_decide_on_one_morning_see_the_same_free_camp_so_499_reach_the_one_for_100(string preset)
    {
        // model.md, Q29: 1000 people, two equal camps, one with capacity 100: about 499 arrive, since people under way are always admitted.
        var given = Given.Nothing.Hub("a").Camp("small", 100).Camp("large")
            .Route("a", "small", 100, oneWay: true).Route("a", "large", 100, oneWay: true)
            .Stock("a", 1000);
        if (preset == "flee-3") given = given.Flee3();

        var seen = given.Rule(r => r with { CampMovechance = 0.001 }).Run(days: 1, runs: 1000);

        // Once there, one in a thousand would leave again, but no route leads out.
        Statistical.MeanIs(500, 250, seen.Draws(Measure.Stock, "small", 0));
    }

    [Fact]
    public void C07_When_no_destination_has_room_people_choose_as_if_there_were()
    {
        var seen = Given.Nothing.Hub("a").Camp("near", 0).Camp("far", 0).Route("a", "near", 30, oneWay: true).Route("a", "far", 90, oneWay: true)
            .Stock("a", 1000).Run(days: 1, runs: 1000);

        var p = 1 / 40.0 / (1 / 40.0 + 1 / 100.0);
        Statistical.MeanIs(1000 * p, 1000 * p * (1 - p), seen.Draws(Measure.Stock, "near", 0));
        Assert.All(seen.Draws(Measure.Stock, "a", 0), people => Assert.Equal(0, people));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void C18_Nobody_walks_back_into_a_conflict_because_camps_are_full(bool byPerson)
    {
        // With room, the city would draw a fifth of them: 0.25 / 30 against 1 / 30.
        var seen = Given.Nothing.City("city", 0).Hub("a").Camp("full", 0).Route("a", "city", 30, oneWay: true).Route("a", "full", 30, oneWay: true)
            .Rule(r => r with { ConflictWeight = 0.25, CampWeight = 1 }).Stock("a", 1000).Run(days: 1, runs: 500, byPerson: byPerson);

        Statistical.MeanIs(800, 1000 * 0.8 * 0.2, seen.Draws(Measure.Stock, "full", 0));
    }

    [Fact]
    public void C08_In_flee_3_people_choose_any_full_camp_then_and_are_refused()
    {
        var seen = Given.Nothing.Flee3().Hub("a").Camp("near", 0).Camp("far", 0).Route("a", "near", 30).Route("a", "far", 90).Stock("a", 1000).Run(days: 5);

        Assert.Equal(1000, seen.Stock("a", 4));
    }

    [Fact]
    public void C09_People_on_their_way_to_a_camp_that_has_filled_give_their_plan_up_at_the_next_place()
    {
        // The camp behind the hub draws a thousand times as much as the hub. It fills, on paper, on the night when people sleep at the hub.
        var given = Given.Nothing.Hub("a").Hub("hub").Camp("full", 10_000).Camp("other")
            .Route("a", "hub", 200, oneWay: true).Route("hub", "full", 100, oneWay: true).Route("hub", "other", 5000, oneWay: true)
            .Rule(r => r with { CampWeight = 1000 }).Stock("a", 100);

        Assert.True(given.Run(days: 2).Stock("full", 1) > 90);
        var seen = given.On(1, "full", Change.Capacity, 0).Run(days: 2);
        Assert.Equal(0, seen.Stock("full", 1));
        Assert.True(seen.Stock("hub", 1) > 90); // refused: the attempt of the day is used up
    }

    /// <summary>
    /// model.md, 2.8: of a buffer of 0.9, room is 1 − (950 − 900) / 100 = 0.5 with 950 of 1,000
    /// there, which is not below 0.5; with 951 it is, and the whole route is dropped.
    /// </summary>
    [Theory]
    [InlineData(950, 1050)]
    [InlineData(951, 951)]
    public void C15_In_flee_3_a_route_is_dropped_when_its_camp_holds_more_than_95_of_100(long there, double after)
    {
        var seen = Given.Nothing.Flee3().City("a", 1000).Camp("camp", 1000)
            .Route("a", "camp", 100, oneWay: true).Stock("camp", there).SetOut(0, "a", 100).Run();

        Assert.Equal(after, seen.Stock("camp", 0));
        Assert.Equal(there + 100 - after, seen.Stock("a", 0));
    }

    [Fact]
    public void C10_A_capacity_changes_on_its_day_and_without_a_value_there_is_no_limit()
    {
        var seen = Given.Nothing.City("a", 1000).Camp("b").Camp("c").Route("a", "b", 100, oneWay: true).Route("a", "c", 100, oneWay: true)
            .SetOut(0, "a", 100).SetOut(1, "a", 100).SetOut(2, "a", 100)
            .On(1, "b", Change.Capacity, 0).On(2, "b", Change.Capacity).Run(days: 3);

        Assert.True(seen.Inflow("b", 0) > 0);
        Assert.Equal(0, seen.Inflow("b", 1));
        Assert.True(seen.Inflow("b", 2) > 0);
    }

    [Fact]
    public void C11_An_alternative_that_the_scenario_does_not_list_can_limit_a_place_that_had_no_limit()
    {
        var seen = TwoCamps(null).Alternative("full", Given.Also(0, "small", Change.Capacity, 0)).Run(days: 1);

        Assert.Equal(0, seen.Stock("small", 0, alternative: 1));
        Assert.True(seen.Stock("small", 0) > 200);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(2)]
    public void C12_Capacities_are_scaled(double scaling)
    {
        var scaled = TwoCamps(100).Rule(r => r with { CapacityScaling = scaling }).Run(days: 1, runs: 50);
        var stated = TwoCamps((long)(100 * scaling)).Run(days: 1, runs: 50);

        Assert.Equal(stated.Everything(), scaled.Everything());
    }

    [Fact]
    public void C13_A_prior_on_the_scale_of_capacities_counts_in_every_run()
    {
        // The scale lies between 0.01 and 0.02: room for one or two people, never for two hundred.
        var seen = TwoCamps(100).Prior("capacity_scaling", PriorFamily.Uniform, 0.01, 0.02).Run(days: 1, runs: 50);

        Assert.All(seen.Draws(Measure.Stock, "small", 0), people => Assert.InRange(people, 0, 20));
    }

    /// <summary>
    /// A camp at its limit, which seldom somebody leaves, and people who walk to and fro before it. Where all in the camp came to be before them,
    /// everybody sees a room that has become free on the same morning; where they came to be between two halves of them, every second; where they
    /// came to be later, nobody. In random order the camp would hold 56.6 people each time; one by one it holds 58.2, 55.2 and 56.5.
    /// </summary>
    [Theory]
    [InlineData("camp", "crossing", "beyond")]
    [InlineData("crossing", "camp", "beyond")]
    [InlineData("crossing", "beyond", "camp")]
    public void C16_Who_came_to_be_first_decides_first_in_groups_as_one_by_one(string first, string second, string third)
    {
        var given = Given.Nothing.Flee3();
        foreach (var place in (string[])[first, second, third])
            given = place == "camp" ? given.Camp(place, 54).Stock(place, 54) : given.Town(place).Stock(place, 40);
        given = given.Route("crossing", "camp", 15).Route("crossing", "beyond", 100).Rule(r => r with { CampMovechance = 0.002, DefaultMovechance = 0.3 });

        var (groups, persons) = (Mean(seed: 1, byPerson: false), Mean(seed: 2, byPerson: true));

        // Groups know the order of cohorts and not that of single people: within 1 % of the capacity, beyond the noise of 400 runs each.
        var noise = 5 * Math.Sqrt((Statistical.Variance(groups) + Statistical.Variance(persons)) / Runs);
        Assert.InRange(groups.Average(), persons.Average() - 0.01 * 54 - noise, persons.Average() + 0.01 * 54 + noise);

        double[] Mean(ulong seed, bool byPerson)
        {
            var seen = given.Run(days: 150, runs: Runs, seed: seed, byPerson: byPerson);
            var days = Enumerable.Range(50, 100).Select(day => seen.Draws(Measure.Stock, "camp", day)).ToArray();
            return [.. Enumerable.Range(0, Runs).Select(run => days.Average(day => day[run]))];
        }
    }

    private const int Runs = 400;

    /// <summary>
    /// More people than a camp has room for, who on one day come to a fork before it while others are on the road behind the fork. Those, who set
    /// out earlier, have all arrived before the fork's people look at the camp: one by one it then holds 2,990. In random order it would be 3,140.
    /// </summary>
    [Theory]
    [InlineData("camp", 2)]
    [InlineData("fork", 4)]
    public void C19_Who_came_to_be_first_arrives_first_in_groups_as_one_by_one(string place, int daysLater)
    {
        var given = Given.Nothing.Flee3().City("city", 100_000).Town("fork").Camp("camp", 3000).Camp("far")
            .Route("city", "fork", 150).Route("fork", "camp", 120).Route("fork", "far", 180).Rule(r => r with { MaxMoveSpeed = 200, DefaultMovechance = 0.3 });
        for (var day = 0; day <= FillsOn + daysLater; day++) given = given.SetOut(day, "city", 2000);

        var groups = given.Run(days: FillsOn + daysLater + 1, runs: 100).Draws(Measure.Stock, place, FillsOn + daysLater);
        var persons = given.Run(days: FillsOn + daysLater + 1, runs: 100, seed: 2, byPerson: true).Draws(Measure.Stock, place, FillsOn + daysLater);

        var noise = 5 * Math.Sqrt((Statistical.Variance(groups) + Statistical.Variance(persons)) / 100);
        Assert.InRange(groups.Average(), persons.Average() - 0.01 * 3000 - noise, persons.Average() + 0.01 * 3000 + noise);
    }

    private const int FillsOn = 4;

    [Fact]
    public void C14_A_town_can_have_a_limit_too()
    {
        var seen = Given.Nothing.Hub("a").Town("b", capacity: 0).Camp("c")
            .Route("a", "b", 100, oneWay: true).Route("a", "c", 100, oneWay: true).Stock("a", 100).Run();

        Assert.Equal(0, seen.Stock("b", 0));
        Assert.Equal(100, seen.Stock("c", 0));
    }

    /// <summary>At 45 km a day nobody comes from the fork to a camp within a day; at 200, everybody does on the day of setting out.</summary>
    [Fact]
    public void C17_A_run_that_draws_a_speed_of_its_own_fills_a_camp_as_if_the_rules_said_so()
    {
        var stated = TwoCamps(100).Rule(r => r with { MaxMoveSpeed = 200 }).Run(days: 1, runs: 400);
        var drawn = TwoCamps(100).Rule(r => r with { MaxMoveSpeed = 45 }).Prior("max_move_speed", PriorFamily.Uniform, 200, 200.001).Run(days: 1, runs: 400);

        Statistical.MeansAgree(stated.Draws(Measure.Stock, "small", 0), drawn.Draws(Measure.Stock, "small", 0));
    }

    /// <summary>
    /// The yardstick: persons one after the other reach the fork of <see cref="TwoCamps"/>, see how full the small camp is,
    /// decide (model.md, 2.6 and 2.8) and arrive at once. Returns how many are in the small camp in the evening.
    /// </summary>
    internal static double[] OneByOne(double capacity, long stock, int people, int runs)
    {
        var random = new Random(1);
        var results = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var inCamp = stock;
            for (var person = 0; person < people; person++)
            {
                var room = inCamp >= capacity ? 0 : inCamp <= 0.9 * capacity ? 1 : 1 - (inCamp - 0.9 * capacity) / (0.1 * capacity);
                var wantsTheSmallOne = random.NextDouble() < room / (room + 1);
                if (wantsTheSmallOne && room >= 0.05) inCamp++;
            }
            results[run] = inCamp;
        }
        return results;
    }
}
