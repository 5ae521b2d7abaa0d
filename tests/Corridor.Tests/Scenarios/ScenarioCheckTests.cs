using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Scenarios;

public class ScenarioCheckTests
{
    private static readonly Given Sound = Given.Nothing.City("mosul", 1000, "Iraq").Camp("hasansham", 500, "Iraq").Camp("al-hol", country: "Syria")
        .Route("mosul", "hasansham", 30).Route("mosul", "al-hol", 200);

    [Fact]
    public void A_sound_scenario_has_no_problems()
    {
        var given = Sound.On(1, "mosul--hasansham", Change.Close).On(2, "border:Iraq->Syria", Change.Open).On(3, "mosul", Change.ForceMove, 5, to: "al-hol");
        Assert.Empty(ScenarioCheck.Run(given.Scenario));
    }

    [Theory]
    [InlineData(DepartureMode.Given)]
    [InlineData(DepartureMode.GivenThenRate)]
    public void Given_departures_that_the_rules_read_are_no_problem(DepartureMode mode) =>
        Assert.Empty(ScenarioCheck.Run(Sound.SetOut(1, "*", 5).Rule(r => r with { Departures = mode }).Scenario));

    [Fact]
    public void Attributes_as_the_rules_read_them_are_no_problem() =>
        Assert.Empty(ScenarioCheck.Run(Sound.People("gender", ("Female", 1), ("male", 1)).People("age", ("7", 1), ("61.5", 1))
            .People("religion", ("any word", 1))
            .Rule(r => r with { WomenAvoidHazards = true, BoysTakeRisk = true, MatchCampReligion = true }).Scenario));

    /// <summary>Places without a country are not foreign to the simulation, so that they lack nothing there.</summary>
    [Fact]
    public void Places_that_state_no_country_lack_no_trade() =>
        Assert.Empty(ScenarioCheck.Run(Given.Nothing.City("city", 10, "Iraq").Camp("camp").Route("city", "camp", 9)
            .Rule(r => r with { UseEconomicPull = true }).Scenario));

    [Theory]
    [InlineData("", "Iraq", "Syria")]
    [InlineData("Syria", "Syria", "Iraq")]
    public void Home_is_the_stated_country_or_else_that_of_the_first_place(string stated, string home, string foreign)
    {
        var scenario = Given.Nothing.Town("first", country: "Iraq").Town("second", country: "Syria").Town("third").Home(stated).Scenario;

        Assert.Equal(home, scenario.Home);
        Assert.Equal([foreign], scenario.Places.Where(scenario.IsForeign).Select(p => p.Country));
    }

    public static TheoryData<string> Faults => [.. Cases.Keys];

    private static readonly Dictionary<string, (Func<Given, Given> Make, Severity Severity, string Message)> Cases = new()
    {
        ["a duplicate id"] = (g => g.Camp("mosul"), Severity.Error, "the place id 'mosul' is there already"),
        ["a negative population"] = (g => g.Town("x", -1).Route("x", "mosul", 3), Severity.Error, "the population of 'x' is -1"),
        ["a negative capacity"] = (g => g.Camp("x", -1).Route("x", "mosul", 3), Severity.Error, "the capacity of 'x' is -1"),
        ["a latitude beyond the pole"] =
            (g => g.With(s => s with { Places = [s.Places[0] with { Latitude = 91 }, .. s.Places.Skip(1)] }),
                Severity.Error, "latitude of 'mosul' is 91"),
        ["a longitude beyond the date line"] =
            (g => g.With(s => s with { Places = [s.Places[0] with { Longitude = -181 }, .. s.Places.Skip(1)] }),
                Severity.Error, "longitude of 'mosul' is -181"),
        ["a route to nowhere"] = (g => g.Route("mosul", "hasanshem", 30),
            Severity.Error, "unknown place 'hasanshem'; expected an id of the places; did you mean 'hasansham'?"),
        ["a route of no length"] = (g => g.Route("hasansham", "al-hol", 0), Severity.Error, "0 km long; expected more than 0"),
        ["a route of infinite length"] = (g => g.Route("hasansham", "al-hol", double.PositiveInfinity), Severity.Error, "expected more than 0"),
        ["a route without speed"] = (g => g.Route("hasansham", "al-hol", 9, speed: 0), Severity.Error, "the speed on hasansham--al-hol is 0"),
        ["a walk probability over 1"] = (g => g.Route("hasansham", "al-hol", 9, walk: 1.5), Severity.Error, "walk probability on hasansham--al-hol is 1.5"),
        ["a route to itself"] = (g => g.Route("mosul", "mosul", 9), Severity.Error, "a route from 'mosul' to itself"),
        ["a route that is there twice"] = (g => g.Route("hasansham", "mosul", 30), Severity.Warning, "people see two roads"),
        ["a route shorter than the great circle"] = (g => Apart(g, 0.3), Severity.Warning, "shorter than the great circle of 33.4 km"),
        ["a route over twice the great circle"] = (g => Apart(g, 0.1), Severity.Warning, "over twice the great circle of 11.1 km"),
        ["an unknown subject"] = (g => g.On(1, "mosul-west", Change.Close), Severity.Error, "unknown place 'mosul-west'"),
        ["a subject without a route"] = (g => g.On(1, "hasansham--al-hol", Change.Close), Severity.Error, "no route joins the ends of 'hasansham--al-hol'"),
        ["an unknown country"] = (g => g.On(1, "border:Iraq--Siria", Change.Close),
            Severity.Error, "unknown country 'Siria' in 'border:Iraq--Siria'; expected a country of the places; did you mean 'Syria'?"),
        ["a border inside a country"] = (g => g.On(1, "border:Iraq--Iraq", Change.Close),
            Severity.Error, "'border:Iraq--Iraq' has Iraq on both sides: no border; expected two countries"),
        ["a border that no route crosses"] = (g => g.Town("tehran", country: "Iran").Route("mosul", "tehran", 9).On(1, "border:Iran->Syria", Change.Close),
            Severity.Error, "no route leads across 'border:Iran->Syria'; expected a border that a route crosses"),
        ["a border that is crossed the other way only"] =
            (g => g.Town("tehran", country: "Iran").Route("mosul", "tehran", 9, oneWay: true).On(1, "border:Iran->Iraq", Change.Close),
                Severity.Error, "no route leads across 'border:Iran->Iraq'"),
        ["a flood of half a level"] = (g => g.On(1, "mosul", Change.Flood, 0.5), Severity.Error, "the value of flood is 0.5; expected a whole level 0..100"),
        ["half a person forced"] = (g => g.On(1, "mosul", Change.ForceMove, 10.5, to: "al-hol"),
            Severity.Error, "the value of force-move is 10.5; expected whole people, 0 or more"),
        ["a change that does not fit its subject"] = (g => g.On(1, "mosul--hasansham", Change.Conflict, 1),
            Severity.Error, "the change conflict does not fit the subject 'mosul--hasansham'; expected a place"),
        ["a passage through a place"] = (g => g.On(1, "mosul", Change.Pass, 0.5), Severity.Error, "expected a route (a--b) or a border"),
        ["a missing value"] = (g => g.On(1, "mosul", Change.Hold), Severity.Error, "the change hold needs a value; expected a share 0..1"),
        ["a value out of range"] = (g => g.On(1, "mosul", Change.Hold, 1.5), Severity.Error, "the value of hold is 1.5; expected a share 0..1"),
        ["a value that is no number"] = (g => g.On(1, "mosul", Change.Conflict, double.NaN), Severity.Error, "the value of conflict is NaN"),
        ["a kind without a kind"] = (g => g.On(1, "mosul", Change.Kind), Severity.Error, "the change kind needs a value; expected one of town, conflict-zone"),
        ["a forced movement to nowhere"] = (g => g.On(1, "mosul", Change.ForceMove, 5), Severity.Error, "needs a place in the column 'to'"),
        ["a forced movement to an unknown place"] = (g => g.On(1, "mosul", Change.ForceMove, 5, to: "al-hool"),
            Severity.Error, "unknown place 'al-hool'; did you mean 'al-hol'?"),
        ["a forced movement to the same place"] = (g => g.On(1, "mosul", Change.ForceMove, 5, to: "mosul"),
            Severity.Error, "force-move from 'mosul' to itself"),
        ["an entry after the end"] = (g => g.On(10, "mosul", Change.Close), Severity.Warning, "1 timeline entry is of a day after the last day 2020-01-10"),
        ["an announcement after the event"] = (g => g.On(1, "mosul", Change.Close, announced: 2),
            Severity.Warning, "announced on 2020-01-03, after the change itself"),
        ["a count of an unknown place"] = (g => Counted(g, "mossul", 5, 1, 1),
            Severity.Error, "a count of the unknown place 'mossul'; expected an id of the places or *; did you mean 'mosul'?"),
        ["a negative count"] = (g => Counted(g, "mosul", -5, 1, 1), Severity.Error, "a count of -5 people"),
        ["a count published before its day"] = (g => Counted(g, "*", 5, 2, 1), Severity.Warning, "before the day that it speaks of"),
        ["two counts of one day and publication"] = (g => Counted(g, "mosul", 5, 1, 1)
            .With(s => s with { Counts = [.. s.Counts, s.Counts[0] with { People = 6 }] }),
            Severity.Warning, "two counts of 'mosul' on 2"),
        ["a count before the start"] = (g => Counted(g, "*", 5, -2, 1), Severity.Warning, "1 count is of a day before the start"),
        ["a count after the end"] = (g => Counted(g, "*", 5, 20, 20), Severity.Warning, "1 count is of a day after the last day"),
        ["stock at an unknown place"] = (g => g.Stock("mosl", 5), Severity.Error, "initial stock at the unknown place 'mosl'; did you mean 'mosul'?"),
        ["negative stock"] = (g => g.Stock("mosul", -5), Severity.Error, "the initial stock of 'mosul' is -5"),
        ["departures from an unknown place"] = (g => g.SetOut(1, "mosl", 5), Severity.Error, "departures from the unknown place 'mosl'"),
        ["negative departures"] = (g => g.SetOut(1, "*", -5), Severity.Error, "departures of -5 people"),
        ["given departures that are not given"] = (g => g.Rule(r => r with { Departures = DepartureMode.Given }), Severity.Warning, "nobody sets out"),
        ["departures that the rules do not read"] = (g => g.SetOut(1, "*", 5).Rule(r => r with { Departures = DepartureMode.Share }),
            Severity.Warning, "departures are given, but the rules do not read them (departures: share); expected departures: given or " +
                "given_then_rate in the rules"),
        ["departures before the start"] = (g => g.SetOut(-2, "*", 5).SetOut(-1, "mosul", 6),
            Severity.Warning, "2 rows of departures are of days before the start 2020-01-01: these 11 people do not set out"),
        ["departures after the end"] = (g => g.SetOut(10, "*", 5), Severity.Warning, "1 row of departures is of a day after the last day 2020-01-10"),
        ["a rule of an attribute that nobody has"] = (g => g.Rule(r => r with { MatchCampReligion = true }),
            Severity.Warning, "the rule match_camp_religion asks for the attribute religion, and nobody's is known"),
        ["a gender that no rule knows"] = (g => g.People("gender", ("F", 1), ("M", 1)).Rule(r => r with { WomenAvoidHazards = true }),
            Severity.Warning, "asks for the attribute gender, and cannot read 'F' (and 1 more): it tells nobody apart by that; expected female or male"),
        ["ages in spans"] = (g => g.People("age", ("0-17", 1), ("18", 1)).Rule(r => r with { ChildrenAvoidHazards = true }),
            Severity.Warning, "the rule children_avoid_hazards asks for the attribute age, and cannot read '0-17': it tells nobody apart by that"),
        ["a level of awareness in words"] =
            (g => g.On(1, "mosul", Change.Flood, 1).People("floodawareness", ("high", 1))
                .Rule(r => r with { FloodForecastDays = 5, FloodAwarenessWeights = [1, 2] }), Severity.Warning, "cannot read 'high'"),
        ["known people of an age with a comma"] =
            (g => g.Stock("al-hol", 3).Rule(r => r with { ElderlyAvoidHazards = true })
                .With(s => s with { InitialPeople = [new InitialPeople("al-hol", 3, new Dictionary<string, string> { ["age"] = "1,5" })] }),
                Severity.Warning, "asks for the attribute age, and cannot read '1,5'"),
        ["major routes that the rules do not read"] =
            (g => g.With(s => s with { MajorRoutes = [["mosul", "al-hol"]] }).Rule(r => r with { Ways = WaysConsidered.EverySimplePath }),
                Severity.Warning, "major routes are stated, and the rules do not read them (ways: every_simple_path)"),
        ["departures by hunger without hunger"] = (g => g.Rule(r => r with { StarvationDrivenDepartures = true }),
            Severity.Warning, "asks for the change food of the timeline, and there is none: nobody is hungry"),
        ["floods that drive people out without floods"] = (g => g.Rule(r => r with { DepartureDriver = DepartureDriver.Flood }),
            Severity.Warning, "asks for the change flood of the timeline, and there is none: nothing is flooded"),
        ["a harvest without farmers"] = (g => g.Rule(r => r with { HarvestMonths = [2] }), Severity.Warning, "asks for farmers, and there are none"),
        ["an economic pull without trade"] = (g => g.Town("x", country: "Iran").Route("x", "mosul", 3).Rule(r => r with { UseEconomicPull = true }),
            Severity.Warning, "and 'al-hol' lacks one of them (and 1 more)"),
        ["known people beyond the initial stock"] =
            (g => g.Stock("al-hol", 3).With(s => s with
            {
                InitialPeople = [new InitialPeople("al-hol", 3, new Dictionary<string, string>()),
                    new InitialPeople("al-hol", 4, new Dictionary<string, string>())],
            }),
                Severity.Warning, "of 7 people at 'al-hol' the attributes are stated, but its initial stock is 3: 4 are left out"),
        ["a forced movement before the start"] = (g => g.On(-1, "mosul", Change.ForceMove, 5, to: "al-hol"),
            Severity.Warning, "1 force-move is of a day before the start 2020-01-01, and without effect"),
        ["an island"] = (g => g.Camp("far"), Severity.Warning, "'far' is an island: no route reaches it"),
        ["an island of several places"] = (g => g.Camp("far").Camp("farther").Route("far", "farther", 3),
            Severity.Warning, "2 places ('far', 'farther' ...) are an island"),
        ["two alternatives of one name"] =
            (g => g.With(s => s with { Alternatives = [new Alternative { Name = "x" }, new Alternative { Name = "x" }] }),
                Severity.Error, "the alternative 'x' is there already"),
        ["an alternative named base"] = (g => g.With(s => s with { Alternatives = [new Alternative { Name = "base" }] }),
            Severity.Error, "the alternative 'base' is there already"),
        ["an alternative that does not fit"] =
            (g => g.With(s => s with { Alternatives = [new Alternative { Name = "x", Rows = [Given.Also(1, "mosl", Change.Close)] }] }),
                Severity.Error, "unknown place 'mosl'"),
        ["no days"] = (g => g.With(s => s with { Days = 0 }), Severity.Error, "a scenario lasts 1 day or more, not 0"),
        ["no places"] = (_ => Given.Nothing, Severity.Error, "the scenario has no places"),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_and_named(string fault)
    {
        var (make, severity, message) = Cases[fault];

        var problems = ScenarioCheck.Run(make(Sound).Scenario);

        Assert.Contains(problems, p => p.Severity == severity && p.Message.Contains(message, StringComparison.Ordinal));
        if (severity == Severity.Warning) Assert.DoesNotContain(problems, p => p.Severity == Severity.Error);
    }

    [Fact]
    public void All_problems_are_found_at_once() =>
        Assert.Equal(3, ScenarioCheck.Run(Sound.Camp("mosul").Route("mosul", "nowhere-at-all", 3).On(1, "mosul", Change.Hold, 9).Scenario).Count);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void A_flood_forecast_of_a_single_day_asks_for_no_attribute(int days, int warnings)
    {
        var given = Given.Nothing.City("a").Rule(r => r with { FloodForecastDays = days, FloodAwarenessWeights = [1, 2] });
        Assert.Equal(warnings, ScenarioCheck.Run(given.Scenario).Count(p => p.Message.Contains("flood_awareness_weights", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_problem_says_where_it_stands()
    {
        Assert.Equal("places.csv:3:5: wrong", Problem.Error(new Origin("places.csv", 3, 5), "wrong").ToString());
        Assert.Equal("places.csv:3: warning: odd", Problem.Warning(new Origin("places.csv", 3), "odd").ToString());
        Assert.Equal("places.csv: wrong", Problem.Error(new Origin("places.csv"), "wrong").ToString());
        Assert.Equal("wrong", Problem.Error(Origin.None, "wrong").ToString());
    }

    private static Given Apart(Given given, double degrees) => given.With(s => s with
    {
        Places = [s.Places[0] with { Latitude = 0, Longitude = 0 }, s.Places[1] with { Latitude = degrees, Longitude = 0 }, s.Places[2]],
    });

    private static Given Counted(Given given, string place, long people, int day, int published) => given.With(s => s with
    {
        Counts =
        [
            new Count
            {
                Place = place, People = people, Measure = Measure.Stock, Date = Given.Start.AddDays(day), Published = Given.Start.AddDays(published),
            },
        ],
    });
}
