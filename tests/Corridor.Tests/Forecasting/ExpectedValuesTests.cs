using Corridor.Forecasting;
using Corridor.Scenarios;
using Corridor.Simulation;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// What is worked out without sampling holds against 2,000 sampled runs, for every place and day (<see cref="ExpectedAgainstSampled"/>
/// has the bounds): all cells of all situations together would fail by chance less than once in ten million seeds.
/// </summary>
public class ExpectedValuesTests
{
    private const int Days = 7;
    private const int Runs = 2000;

    private static readonly Dictionary<string, Given> Situations = new()
    {
        ["people who are there already"] = Chain.Stock("a", 300),
        ["given departures at a place"] = Chain.SetOut(0, "a", 100).SetOut(3, "a", 150),
        ["given totals, any home"] = TwoHomes.SetOut(0, Count.Everywhere, 100).SetOut(2, Count.Everywhere, 60).Rule(r => r with { TakeFromPopulation = false }),
        ["given totals, one home"] = Chain.SetOut(0, Count.Everywhere, 100).SetOut(2, Count.Everywhere, 60),
        ["a rate"] = TwoHomes.Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1 }),
        ["a rate that leaves the residents as they are"] =
            TwoHomes.Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1, TakeFromPopulation = false }),
        ["a constant number"] = TwoHomes.Rule(r => r with { Departures = DepartureMode.Constant, DeparturesPerDay = 30 }),
        ["a share"] = TwoHomes.Rule(r => r with { Departures = DepartureMode.Share, DepartureRate = 0.05 }),
        ["a Poisson number"] = TwoHomes.Rule(r => r with { Departures = DepartureMode.Poisson, DeparturesPerDay = 20 }),
        ["a road that closes under way"] = Chain.Stock("a", 300).On(2, "b--camp", Change.Close).On(4, "b--camp", Change.Open),
        ["a road that closes under way to people who keep their plan"] = Given.Nothing.Flee3()
            .City("a").Town("b").Camp("camp").Route("a", "b", 300).Route("b", "camp", 90).Route("a", "camp", 900).Stock("a", 300)
            .On(1, "a--b", Change.Close).Rule(r => r with { AwarenessLevel = 2 }),
        ["a road that some pass"] = Chain.Stock("a", 300).On(1, "b--camp", Change.Pass, 0.4),
        ["people who are held"] = Chain.Stock("a", 300).On(1, "a", Change.Hold, 0.5),
        ["short stints avoided, some on foot"] = Given.Nothing.Town("a").Town("b").Camp("camp")
            .Route("a", "b", 60).Route("b", "camp", 150, walk: 0.3).Stock("a", 300)
            .Rule(r => r with { AvoidShortStints = true, StartOnFoot = true }),
        ["short stints avoided, the rules of Flee"] = ShortStintsOfFlee,
        ["the rules of Flee"] = Given.Nothing.Flee3()
            .City("a", 500).Town("b").Town("c").Camp("camp")
            .Route("a", "b", 50).Route("b", "c", 120).Route("c", "camp", 300)
            .SetOut(0, Count.Everywhere, 100).SetOut(1, Count.Everywhere, 50),
        ["people differ and camps let go"] = Chain.Camp("second").Route("b", "second", 100).Stock("a", 300).People("gender", ("female", 1), ("male", 2))
            .Rule(r => r with { WomenAvoidHazards = true, CampsAreSinks = true, DeactivationProbability = 0.2 }),
        ["people look two places ahead"] = Given.Nothing
            .City("a", 1000).Town("b").Town("c").Camp("camp").Camp("far")
            .Route("a", "b", 60).Route("b", "c", 90).Route("c", "camp", 150).Route("b", "far", 240)
            .Marker("m").Route("a", "m", 40).Route("m", "far", 300)
            .Stock("a", 300).Rule(r => r with { AwarenessLevel = 2, DefaultMovechance = 0.6 }),
        ["conflicts come, grow, fade and go"] = TwoHomes
            .On(1, "b", Change.Conflict, 1).On(4, "b", Change.Conflict, 0).On(3, "a2", Change.Conflict, 1.5).Stock("b", 200)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1, ConflictDecay = [1, 0.5, 0.1], ConflictDecayInterval = 2 }),
        ["places and borders close and open"] = Given.Nothing
            .City("a", 1000, "X").Town("b", country: "X").Camp("camp", country: "Y").Camp("home", country: "X")
            .Route("a", "b", 120).Route("b", "camp", 150).Route("b", "home", 190)
            .On(1, "home", Change.Close).On(3, "home", Change.Open).On(2, "border:X--Y", Change.Close).On(5, "border:X--Y", Change.Open).Stock("a", 300),
        ["camps become towns and towns camps"] = Chain.Stock("a", 300)
            .On(2, "camp", Change.Kind, kind: PlaceKind.Town).On(3, "b", Change.Kind, kind: PlaceKind.IdpCamp)
            .Rule(r => r with { IdpcampMovechance = 0.2 }),
        ["residents who are forced to move"] = TwoHomes
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.05 })
            .On(2, "a2", Change.ForceMove, 150, to: "b").On(3, "b", Change.Hold, 0.4),
        ["residents who are forced to move, given departures"] = Chain.SetOut(0, "a", 100).On(1, "a", Change.ForceMove, 200, to: "b").SetOut(2, "a", 100),
        ["residents who are held"] = TwoHomes
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.2 })
            .On(1, "a2", Change.Hold, 0.6).On(3, "a2", Change.Hold, 0.2).On(5, "a2", Change.Hold, 0),
        ["residents who are held, given departures"] = Chain.SetOut(0, "a", 100).On(1, "a", Change.Hold, 0.95).SetOut(2, "a", 100),
        ["given departures, then a rate"] = Chain.SetOut(0, "a", 100).SetOut(2, "a", 150)
            .Rule(r => r with { Departures = DepartureMode.GivenThenRate, DepartureRate = 0.1 }),
        ["places that draw by their residents"] = TwoHomes.Stock("a", 300)
            .Town("large", 100000).Route("a", "large", 150)
            .Rule(r => r with { PopPowerForLocWeight = 0.3, MovechancePopScaleFactor = 0.2 }),
        ["farmers in the months of harvest"] = Given.Nothing.Farm("a", 0.4, 1000).Town("b").Camp("camp")
            .Route("a", "b", 120).Route("b", "camp", 250)
            .On(0, "a", Change.Conflict, 1)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.2, HarvestMonths = [1] }),
        ["a camp with room enough"] = Given.Nothing.Town("a").Town("b").Camp("camp", 2000).Camp("none", 0)
            .Route("a", "b", 120).Route("b", "camp", 150).Route("b", "none", 20).Stock("a", 300),
    };

    private static Given Chain => Given.Nothing.City("a", 1000).Town("b").Camp("camp").Route("a", "b", 120).Route("b", "camp", 250);

    private static Given ShortStintsOfFlee => Given.Nothing.Flee3().Town("a").Town("b").Town("c").Town("d").Camp("camp")
        .Route("a", "b", 51).Route("b", "c", 117).Route("c", "a", 83).Route("c", "d", 67).Route("d", "camp", 131)
        .Stock("a", 300).Rule(r => r with { AvoidShortStints = true });

    private static Given TwoHomes => Given.Nothing.City("a", 400).City("a2", 800).Town("b").Camp("camp")
        .Route("a", "b", 120).Route("a2", "b", 190).Route("b", "camp", 250)
        .On(2, "a2", Change.Conflict, 0.5);

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Means_and_variances_are_those_of_sampled_runs(string situation)
    {
        var given = Situations[situation];
        var expected = Of(given);
        var seen = given.Run(Days, Runs, seed: 5);

        Assert.True(expected.IsExact);
        if (!given.Scenario.Rules.AvoidShortStints) Assert.Null(expected.FirstCoarse);
        for (var place = 0; place < given.Scenario.Places.Count; place++)
        {
            var id = given.Scenario.Places[place].Id;
            for (var day = 0; day < Days; day++)
                ExpectedAgainstSampled.Agree(expected.Stock(place, day), seen.Draws(Measure.Stock, id, day), $"day {day}, {id}");
        }
    }

    [Fact]
    public void It_says_from_when_on_small_parts_of_a_person_are_remembered_less_exactly() => Assert.NotNull(Of(ShortStintsOfFlee).FirstCoarse);

    /// <summary>Residents, held, trapped, in transit and displaced have the same two moments; those who come, leave and enter a road the same mean.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void All_other_measures_hold_as_well(string situation)
    {
        var given = Situations[situation];
        var seen = given.Run(Days, Runs, seed: 6);
        Measure[] ofPlaces = [Measure.Residents, Measure.Held, Measure.Trapped, Measure.ForcedBack, Measure.Inflow, Measure.Outflow];
        Assert.True(new ExpectedValues(given.Scenario with { Days = Days }, Alternative.Base).Run(today =>
        {
            foreach (var measure in new[] { Measure.Displaced, Measure.InTransit, Measure.Stock, Measure.Residents, Measure.Held, Measure.Trapped })
                ExpectedAgainstSampled.Agree(today.OfAll(measure), seen.Draws(measure, today.Day), $"day {today.Day}, {measure} of all");
            for (var place = 0; place < given.Scenario.Places.Count; place++)
            {
                var id = given.Scenario.Places[place].Id;
                foreach (var measure in ofPlaces)
                {
                    var draws = seen.Draws(measure, id, today.Day);
                    ExpectedAgainstSampled.Agree(today.OfPlace(measure, place), draws, $"day {today.Day}, {measure} of {id}");
                }
            }
            for (var route = 0; route < given.Scenario.Routes.Count; route++)
            {
                var (from, to) = (given.Scenario.Routes[route].From, given.Scenario.Routes[route].To);
                var entered = new Moments(today.EnteredRoute(route, backward: false), double.NaN);
                ExpectedAgainstSampled.Agree(entered, seen.DrawsEntered(from, to, today.Day), $"day {today.Day}, entered {from}--{to}");
            }
        }, TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Roads of many lengths between five towns, and a camp that fills: nearly every
    /// history is a state of its own, and each is worked out anew every morning.
    /// </summary>
    [Fact]
    public void Where_there_would_be_no_end_it_says_so_after_some_days()
    {
        var given = Given.Nothing.Flee3().Camp("camp", 3000).Rule(r => r with { AvoidShortStints = true }).Route("t0", "camp", 97);
        for (var town = 0; town < 5; town++) given = given.Town($"t{town}").Stock($"t{town}", 1000);
        for (var town = 0; town < 5; town++)
        {
            for (var other = town + 1; other < 5; other++)
                given = given.Route($"t{town}", $"t{other}", 31.017 + 7.3 * town + 13.11 * other + 1.7 * town * other);
        }

        var expected = new ExpectedValues(given.Scenario with { Days = 2000 }, Alternative.Base);
        var message = Assert.Throws<NoExpectationException>(() => expected.Run(cancellation: TestContext.Current.CancellationToken)).Message;

        Assert.Contains(
            "because avoid_short_stints remembers how far everybody went; "
                + "--set rules.avoid_short_stints=false, ask for fewer --days, or run an ensemble",
            message, StringComparison.Ordinal);
        Assert.InRange(expected.DaysDone, 1, 100);
        // The first days of the same are worked out.
        Assert.True(new ExpectedValues(given.Scenario with { Days = 2 }, Alternative.Base).Run(cancellation: TestContext.Current.CancellationToken));
    }

    /// <summary>Each of 100 people has left a town on the evening of day t with probability 1 − 0.7^(t + 1).</summary>
    [Fact]
    public void Waiting_in_a_town_is_geometric_to_the_last_digit()
    {
        var expected = Of(Given.Nothing.Town("town").Camp("camp").Route("town", "camp", 200, oneWay: true).Stock("town", 100));

        for (var day = 0; day < Days; day++)
        {
            var stays = Math.Pow(0.7, day + 1);
            Assert.Equal(100 * stays, expected.Stock(0, day).Mean, 1e-9);
            Assert.Equal(100 * stays * (1 - stays), expected.Stock(0, day).Variance, 1e-9);
        }
    }

    [Fact]
    public void It_says_on_which_day_and_where_a_capacity_binds_first()
    {
        var given = Given.Nothing.City("a", 1000).Camp("camp", 350).Town("town")
            .Route("a", "camp", 100).Route("a", "town", 100)
            .SetOut(0, "a", 100).SetOut(3, "a", 500);
        var expected = Of(given);

        Assert.False(expected.IsExact);
        Assert.Equal((Given.Start.AddDays(3), "camp"), (expected.FirstBinding!.Value.Date, expected.FirstBinding.Value.Place.Id));
        Assert.Equal(100, Enumerable.Range(0, 3).Sum(place => expected.Stock(place, 0).Mean), 1e-6);
    }

    /// <summary>
    /// Six hundred people, half of whom would go to a camp for 350 at an equal distance: once
    /// it may bind, the mean is within 5 % of the people of that of sampled runs.
    /// </summary>
    [Fact]
    public void After_a_capacity_binds_the_mean_is_near()
    {
        var given = Given.Nothing.City("a", 1000).Camp("camp", 250).Town("town").Route("a", "camp", 100, oneWay: true).Route("a", "town", 100, oneWay: true)
            .SetOut(0, "a", 200).SetOut(2, "a", 200).SetOut(4, "a", 200).Rule(r => r with { DefaultMovechance = 0 });
        var (expected, seen) = (Of(given), given.Run(Days, runs: 200));

        Assert.False(expected.IsExact);
        Assert.InRange(expected.Stock(1, Days - 1).Mean, seen.Stock("camp", Days - 1) - 30, seen.Stock("camp", Days - 1) + 30);
    }

    [Fact]
    public void It_says_that_chance_leaves_residents_when_totals_are_taken_from_several_homes()
    {
        var expected = Of(TwoHomes.SetOut(1, Count.Everywhere, 100));

        Assert.Equal(Given.Start.AddDays(1), expected.FirstShortage!.Value.Date);
    }

    [Theory]
    [InlineData("prior")]
    [InlineData("waves")]
    [InlineData("who is there")]
    [InlineData("residents stay as many")]
    public void What_it_cannot_work_out_it_refuses_and_says_why(string reason)
    {
        var given = reason switch
        {
            "prior" => Chain.Prior("camp_weight", PriorFamily.Uniform, 1, 2),
            "waves" => Chain.Rule(r => r with { Departures = DepartureMode.Rate, DepartureVariation = 0.5 }),
            "who is there" => Chain.Rule(r => r with { MatchTownEthnicity = true }),
            _ => Chain.SetOut(0, "a", 10).Rule(r => r with { PopPowerForLocWeight = 0.5 }),
        };

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Of(given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Displaced_people_who_are_forced_to_move_are_refused_by_day_and_place()
    {
        var message = Assert.Throws<NoExpectationException>(() => Of(Chain.Stock("b", 50).On(1, "b", Change.ForceMove, 10, to: "a"))).Message;
        Assert.Contains("on 2020-01-02 'b' may have fewer than 10 who are free to leave", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fixed_share_of_the_residents_is_held_without_any_chance()
    {
        var given = Given.Nothing.City("a", 1000).Camp("camp").Route("a", "camp", 100)
            .On(0, "a", Change.Hold, 0.25)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1 });
        new ExpectedValues(given.Scenario with { Days = 1 }, Alternative.Base).Run(day =>
        {
            var held = day.OfPlace(Measure.Held, 0);
            Assert.Equal(250, held.Mean, 1e-9);
            Assert.Equal(0, held.Variance, 1e-6);
        }, TestContext.Current.CancellationToken);
    }

    private static ExpectedValues Of(Given given)
    {
        var expected = new ExpectedValues(given.Scenario with { Days = Days }, Alternative.Base);
        Assert.True(expected.Run());
        return expected;
    }
}
