using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>
/// People differ, and places feed, drown or employ them: one rule each (model.md, 2.6 to 2.11). Shares of 10,000 people
/// follow from the weights by hand and are met within 5 standard errors, 5 × √(10,000 p (1 − p)) ≤ 250.
/// </summary>
public class I_PeopleTests
{
    private const int N = 10_000;

    /// <summary>Two ways of 40 km from a hub: to a camp of weight 3 and to a town of weight 1.</summary>
    private static Given Fork => Given.Nothing.Hub("hub").Camp("camp").Town("town")
        .Route("hub", "camp", 40, oneWay: true).Route("hub", "town", 40, oneWay: true)
        .Stock("hub", N).Rule(r => r with { CampWeight = 3, DefaultMovechance = 0, AwarenessLevel = 1 });

    [Fact]
    public void I01_Women_weigh_scores_twice_where_they_avoid_hazards() =>
        ShareIs(0.5 * 9 / 10 + 0.5 * 3 / 4, Fork.People("gender", ("female", 1), ("male", 1)).Rule(r => r with { WomenAvoidHazards = true }));

    [Fact]
    public void I26_Capitals_do_not_matter_to_what_an_attribute_says() =>
        ShareIs(0.9, Fork.People("gender", ("Female", 1)).Rule(r => r with { WomenAvoidHazards = true }));

    [Theory]
    [InlineData("18", true)]
    [InlineData("19", false)]
    public void I02_Under_19_is_a_child(string age, bool child) =>
        ShareIs(child ? 0.9 : 0.75, Fork.People("age", (age, 1)).Rule(r => r with { ChildrenAvoidHazards = true }));

    [Theory]
    [InlineData("59", false)]
    [InlineData("60", true)]
    public void I03_Over_59_is_elderly(string age, bool elderly) =>
        ShareIs(elderly ? 0.9 : 0.75, Fork.People("age", (age, 1)).Rule(r => r with { ElderlyAvoidHazards = true }));

    [Fact]
    public void I04_A_woman_who_is_elderly_too_squares_once() =>
        ShareIs(0.9, Fork.People("age", ("70", 1)).People("gender", ("female", 1)).Rule(r => r with { ElderlyAvoidHazards = true, WomenAvoidHazards = true }));

    [Fact]
    public void I05_Males_over_14_who_take_risks_look_at_no_score() =>
        ShareIs(0.5, Fork.People("age", ("15", 1)).People("gender", ("male", 1)).Rule(r => r with { BoysTakeRisk = true, ChildrenAvoidHazards = true }));

    [Fact]
    public void I06_Attributes_that_no_rule_asks_for_make_no_classes()
    {
        var given = Fork.People("age", ("15", 1), ("50", 1)).People("gender", ("male", 1), ("female", 1));

        Assert.Equal(Fork.Run(days: 1, runs: 3).Everything(), given.Run(days: 1, runs: 3).Everything());
    }

    /// <summary>
    /// Three camps alike; of those in the first 80 % are of one's own, in the second 20
    /// %, the third is empty: factors 0.8/0.25, 0.2/0.25 and 1, each over 50 km.
    /// </summary>
    [Fact]
    public void I07_A_camp_draws_by_the_share_of_ones_own_religion()
    {
        var seen = Matched("religion", r => r with { MatchCampReligion = true });

        ShareIs(3.2 / (3.2 + 0.8 + 1), seen.Inflow("one", 0));
        ShareIs(0.8 / (3.2 + 0.8 + 1), seen.Inflow("two", 0));
    }

    [Fact]
    public void I08_A_camp_draws_by_ten_times_the_share_of_ones_own_ethnicity()
    {
        var seen = Matched("ethnicity", r => r with { MatchCampEthnicity = true });

        ShareIs(8 / 11.0, seen.Inflow("one", 0));
        ShareIs(2 / 11.0, seen.Inflow("two", 0));
    }

    /// <summary>Trade volume 3 and index 0.5: a score of 1 + 3 + 0.25 against 1 (model.md, 2.7).</summary>
    [Fact]
    public void I09_Trade_and_development_pull_to_a_foreign_place() =>
        ShareIs(4.25 / 5.25, Given.Nothing.Home("X").Hub("hub", country: "X").Town("camp", country: "Y").Town("town", country: "X")
            .Knowing("camp", p => p with { TradeVolume = 3, HumanDevelopment = 0.5 })
            .Route("hub", "camp", 40, oneWay: true).Route("hub", "town", 40, oneWay: true).Stock("hub", N)
            .Rule(r => r with { UseEconomicPull = true, DefaultMovechance = 0, AwarenessLevel = 1 }));

    /// <summary>Half of those who wait in a town are farmers; nobody else may leave either, so all that changes is where they count.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I10_Farmers_stay_and_count_at_home_in_the_months_of_harvest(bool byPerson)
    {
        var seen = Given.Nothing.Farm("home", 0.5).Town("town").Camp("camp")
            .Route("home", "town", 100, oneWay: true).Route("town", "camp", 100, oneWay: true).Stock("home", 1000)
            .On(29, "town->camp", Change.Close).On(29 + 31, "town->camp", Change.Open)
            .With(s => s with { Start = new DateOnly(2020, 1, 30) }).Rule(r => r with { HarvestMonths = [2], DefaultMovechance = 1 })
            .Run(days: 33, byPerson: byPerson);

        Assert.Equal(1000, seen.Stock("town", 1));
        Assert.InRange(seen.Stock("home", 2), 420, 580);
        Assert.Equal(seen.Stock("home", 2), seen.Stock("home", 30));
        Assert.Equal(1000, seen.Stock("home", 20) + seen.Stock("town", 20));
        Assert.Equal(0, seen.Inflow("home", 2));
        // On the first day after the harvest they decide again.
        Assert.Equal(1000, seen.Stock("camp", 31));
    }

    /// <summary>The way leads over two days and the last of January; the other road to leave by opens when the harvest is over.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I25_Farmers_who_have_a_plan_follow_it_after_the_harvest(bool byPerson)
    {
        var seen = Given.Nothing.Flee3().Farm("home", 1).Marker("by").Camp("camp").Camp("other")
            .Route("home", "by", 300, oneWay: true).Route("by", "camp", 300, oneWay: true).Route("by", "other", 300, oneWay: true).Stock("home", 1000)
            .On(30, "by->other", Change.Close).On(30 + 30, "by->other", Change.Open)
            .With(s => s with { Start = new DateOnly(2020, 1, 31) }).Rule(r => r with { HarvestMonths = [2], DefaultMovechance = 1 })
            .Run(days: 31, byPerson: byPerson);

        Assert.Equal(1000, seen.InTransit(0));
        Assert.Equal([1000, 1000, 0], [seen.Stock("home", 1), seen.Stock("home", 29), seen.Stock("home", 30)]);
        Assert.Equal(1000, seen.Entered("by", "camp", 30));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I11_Farmers_who_are_forced_or_removed_during_the_harvest_leave_nobody_counted_twice(bool byPerson)
    {
        var seen = Given.Nothing.Farm("home", 1).Town("town").Camp("camp").Route("home", "town", 100, oneWay: true).Stock("home", 100)
            .With(s => s with { Start = new DateOnly(2020, 1, 30) }).On(4 + 29, "town", Change.ForceMove, 40, to: "camp")
            .Rule(r => r with { HarvestMonths = [2, 3], DefaultMovechance = 1, CampsAreSinks = true, DeactivationProbability = 0.5 })
            .Run(days: 40, byPerson: byPerson);

        for (var day = 0; day < 40; day++)
        {
            Assert.All(new[] { "home", "town", "camp" }, place => Assert.True(seen.Stock(place, day) >= 0));
            Assert.Equal(100, seen.Displaced(day));
        }
    }

    /// <summary>A tenth stops taking part each evening: after t + 1 evenings 0.9^(t + 1) are left, within 5 × √(10,000 / 4).</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I12_Who_stops_taking_part_in_a_camp_is_displaced_still(bool byPerson)
    {
        // Who takes part is held, who stops is not.
        var seen = Given.Nothing.Camp("camp").Stock("camp", N).Knowing("camp", p => p with { DeactivationProbability = 0.1 }).On(0, "camp", Change.Hold, 1)
            .Rule(r => r with { CampsAreSinks = true }).Run(days: 5, byPerson: byPerson);

        for (var day = 0; day < 5; day++)
        {
            ShareIs(Math.Pow(0.9, day + 1), seen.Held("camp", day));
            Assert.Equal((N, N), (seen.Stock("camp", day), seen.Displaced(day)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I13_Who_stops_taking_part_still_takes_the_room(bool byPerson)
    {
        var seen = Given.Nothing.City("city", 100).Camp("camp", 200).Town("town")
            .Route("city", "camp", 40, oneWay: true).Route("city", "town", 40, oneWay: true)
            .Stock("camp", 200).Knowing("camp", p => p with { DeactivationProbability = 1 })
            .Rule(r => r with { CampsAreSinks = true, DefaultMovechance = 0 })
            .SetOut(1, "city", 100).Run(days: 3, byPerson: byPerson);

        Assert.Equal(200, seen.Stock("camp", 2));
        Assert.Equal(100, seen.Stock("town", 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I14_Who_is_held_and_stops_taking_part_is_held_no_longer(bool byPerson)
    {
        var seen = Given.Nothing.Camp("camp").Stock("camp", 100).On(0, "camp", Change.Hold, 1)
            .Rule(r => r with { CampsAreSinks = true, DeactivationProbability = 0.5 }).Run(days: 4, byPerson: byPerson);

        for (var day = 0; day < 4; day++) Assert.Equal(100, seen.Stock("camp", day));
        // One in sixteen on the last day: more than 30 have a chance of less than one in a million million.
        Assert.InRange(seen.Held("camp", 3), 0, 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I15_A_flood_sets_the_chance_to_leave(bool byPerson)
    {
        var seen = Given.Nothing.Town("town").Camp("camp").Route("town", "camp", 40, oneWay: true).Stock("town", N).On(1, "town", Change.Flood, 2)
            .Rule(r => r with { DefaultMovechance = 0, FloodMovechances = [0, 0.3, 0.6] }).Run(days: 2, byPerson: byPerson);

        Assert.Equal(N, seen.Stock("town", 0));
        ShareIs(0.4, seen.Stock("town", 1));
    }

    /// <summary>Flood of level 1 (weight 0.5) today and on both days ahead: forecast (0.5 + 0.5) / 2 = 0.5, times awareness 0.4 and the chance 0.8.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I16_A_forecast_flood_weighs_by_how_much_people_believe_it(bool byPerson)
    {
        var seen = Given.Nothing.Town("town").Camp("camp").Route("town", "camp", 40, oneWay: true).Stock("town", N)
            .On(0, "town", Change.Flood, 1).People("floodawareness", ("1", 1))
            .Rule(r => r with
            {
                FloodMovechances = [0, 0.8], FloodLocWeights = [1, 0.5], FloodForecastDays = 2, FloodForecastEnd = 9,
                FloodForecastWeights = [1], FloodAwarenessWeights = [0, 0.4, 1],
            })
            .Run(days: 3, byPerson: byPerson);

        ShareIs(0.84, seen.Stock("town", 0));
    }

    /// <summary>Half of the people of a town at home are hungry: 1 − 0.5² = 0.75 against 1.</summary>
    [Fact]
    public void I17_Places_short_of_food_draw_less_from_the_second_day_on() =>
        ShareIs(0.75 / 1.75, Given.Nothing.Hub("hub").Town("camp").Town("town")
            .Route("hub", "camp", 40, oneWay: true).Route("hub", "town", 40, oneWay: true)
            .SetOut(1, "hub", N).On(0, "camp", Change.Food, 50)
            .Rule(r => r with { AvoidFoodDeprivedLocations = true, DefaultMovechance = 0, AwarenessLevel = 1, TakeFromPopulation = false }), day: 1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I18_The_hungry_leave(bool byPerson)
    {
        var seen = Given.Nothing.Town("town").Camp("camp").Route("town", "camp", 40, oneWay: true).Stock("town", N).On(0, "town", Change.Food, 40)
            .Rule(r => r with { DefaultMovechance = 0.5, FleeWhenStarving = true }).Run(days: 1, byPerson: byPerson);

        ShareIs(0.5 * 0.6, seen.Stock("town", 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void I19_Hunger_drives_people_from_home_where_it_may_without_conflict(bool underConflictOnly)
    {
        var seen = Given.Nothing.Town("town", N).Camp("camp").Route("town", "camp", 40).On(0, "town", Change.Food, 50)
            .Rule(r => r with
            {
                Departures = DepartureMode.Rate, DepartureRate = 0.4, StarvationDrivenDepartures = true, DepartUnderConflictOnly = underConflictOnly,
            })
            .Run(days: 2);

        Assert.Equal(N, seen.Residents("town", 0));
        ShareIs(underConflictOnly ? 1 : Math.Exp(-0.2), seen.Residents("town", 1));
    }

    /// <summary>Residents 400 with power 0.5: a score of 20 against 1 for a place without.</summary>
    [Fact]
    public void I20_Residents_draw_by_a_power_of_their_number() =>
        ShareIs(20 / 21.0, Given.Nothing.Hub("hub").Town("camp", 400).Town("town")
            .Route("hub", "camp", 40, oneWay: true).Route("hub", "town", 40, oneWay: true).Stock("hub", N)
            .Rule(r => r with { PopPowerForLocWeight = 0.5, DefaultMovechance = 0, AwarenessLevel = 1 }));

    /// <summary>
    /// The camp lies three links away, two beyond what people know, on a major route of 10 + 300
    /// km that weighs as 77.5; the town next door weighs 1/(10 + 67.5). Camp 1 : town 1.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void I21_A_major_route_weighs_a_quarter_of_its_length_and_is_gone_to_its_end(bool flee)
    {
        var quiet = flee ? Given.Nothing.Flee3().Rule(r => r with { Ways = WaysConsidered.ShortestPerDestination }) : Given.Nothing;
        // Camps that draw nobody lie on the way.
        var given = quiet.Hub("hub").Town("town").Camp("a").Camp("b").Town("camp")
            .Route("hub", "town", 67.5, oneWay: true)
            .Route("hub", "a", 100, oneWay: true).Route("a", "b", 100, oneWay: true).Route("b", "camp", 100, oneWay: true)
            .Stock("hub", N).With(s => s with { MajorRoutes = [["hub", "a", "b", "camp"]] })
            .Rule(r => r with { AwarenessLevel = 1, DefaultMovechance = 0, CampWeight = 0 });

        ShareIs(0.5, given, day: 4);
    }

    /// <summary>Towns of 100,000 residents, 80 % or 20 % of one's own, and an empty one: factors 8, 2 and 1, each over 50 km.</summary>
    [Fact]
    public void I22_A_town_draws_by_ten_times_the_share_of_ones_own_ethnicity()
    {
        var seen = MatchedByResidents(g => g.Town("one", 100_000).Town("two", 100_000).Town("three"), r => r with { MatchTownEthnicity = true });

        ShareIs(8 / 11.0, seen.Inflow("one", 0));
        ShareIs(2 / 11.0, seen.Inflow("two", 0));
    }

    /// <summary>The same of places under conflict, which do not repel here; a town beside them is not matched and draws by 1.</summary>
    [Fact]
    public void I23_A_place_under_conflict_draws_by_ten_times_the_share_of_ones_own_ethnicity_and_a_town_does_not()
    {
        var seen = MatchedByResidents(
            g => g.City("one", 100_000).City("two", 100_000).Town("three", 100_000),
            r => r with { MatchConflictEthnicity = true, ConflictWeight = 1 });

        ShareIs(8 / 11.0, seen.Inflow("one", 0));
        ShareIs(2 / 11.0, seen.Inflow("two", 0));
    }

    [Fact]
    public void I24_Where_no_matching_is_asked_for_the_residents_make_no_difference()
    {
        var seen = MatchedByResidents(g => g.Town("one", 100_000).Town("two", 100_000).Town("three"), r => r with { MatchConflictEthnicity = true });

        ShareIs(1 / 3.0, seen.Inflow("one", 0));
    }

    private static Observed MatchedByResidents(Func<Given, Given> places, Func<Rules, Rules> rule)
    {
        var ours = new Dictionary<string, IReadOnlyList<double>> { ["hub"] = [1, 0], ["one"] = [0.8, 0.2], ["two"] = [0.2, 0.8], ["three"] = [1, 0] };
        return places(Given.Nothing.Hub("hub"))
            .Route("hub", "one", 40, oneWay: true).Route("hub", "two", 40, oneWay: true).Route("hub", "three", 40, oneWay: true)
            .Stock("hub", N).Rule(r => rule(r) with { AwarenessLevel = 1, DefaultMovechance = 0 })
            .With(s => s with { Demographics = [new Demographic("ethnicity", ["ours", "theirs"], ours)] }).Run(days: 1);
    }

    private static Observed Matched(string attribute, Func<Rules, Rules> rule)
    {
        var ours = new Dictionary<string, IReadOnlyList<double>> { ["hub"] = [1, 0], ["one"] = [0.8, 0.2], ["two"] = [0.2, 0.8], ["three"] = [1, 0] };
        return Given.Nothing.Hub("hub").Camp("one").Camp("two").Camp("three")
            .Route("hub", "one", 40, oneWay: true).Route("hub", "two", 40, oneWay: true).Route("hub", "three", 40, oneWay: true)
            .Stock("hub", N).Stock("one", 100_000).Stock("two", 100_000).Rule(r => rule(r) with { AwarenessLevel = 1 })
            .With(s => s with { Demographics = [new Demographic(attribute, ["ours", "theirs"], ours)] }).Run(days: 1);
    }

    private static void ShareIs(double share, Given given, int day = 0) => ShareIs(share, given.Run(days: day + 1).Stock("camp", day));

    /// <summary>Five standard errors, and 50 more where the classes or shares at a place are themselves drawn.</summary>
    private static void ShareIs(double share, double people) =>
        Assert.InRange(people, N * share - 5 * Math.Sqrt(N * share * (1 - share)) - 50, N * share + 5 * Math.Sqrt(N * share * (1 - share)) + 50);
}
