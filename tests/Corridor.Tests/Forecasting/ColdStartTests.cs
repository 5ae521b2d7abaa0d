using Corridor.Forecasting;
using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Forecasting;

/// <summary>A cold start is granted the totals and nothing else that camps reported.</summary>
public class ColdStartTests
{
    private const int Days = 12;

    /// <summary>A city from which people flee to two camps; what the camps report on days 5 and 11 is stated.</summary>
    private static Scenario City(long b, long c) => Given.Nothing.City("a", 50_000).Camp("b", 3000).Camp("c", 1000).Route("a", "b", 30).Route("a", "c", 30)
        .With(s => s with { Days = Days, Counts = [.. Report(0, 0, 0), .. Report(5, b, c), .. Report(11, 2 * b, 2 * c)] }).Scenario;

    private static IEnumerable<Count> Report(int day, long b, long c) => new[] { ("b", b), ("c", c) }.Select(camp => new Count
    {
        Date = Given.Start.AddDays(day), Published = Given.Start.AddDays(day), Place = camp.Item1, Measure = Measure.Stock, People = camp.Item2,
    });

    private static double[][] Stocks(Scenario scenario)
    {
        var start = ColdStart.Of(scenario, RecordedStocks.OfCounts(scenario));
        var seen = new Observed(new Ensemble(start, [Alternative.Base], new EnsembleOptions { Runs = 5, Threads = 1 }));
        return [.. Enumerable.Range(0, Days).SelectMany(day => new[] { "b", "c" }.Select(place => seen.Draws(Measure.Stock, place, day)))];
    }

    [Fact]
    public void Counts_that_all_have_the_name_of_a_series_are_those_of_the_longest()
    {
        var named = City(100, 500);
        named = named with
        {
            Counts = [.. named.Counts.Select(c => c with { Series = "camps" }), .. Report(5, 9, 9).Select(c => c with { Series = "another" })],
        };
        Assert.Equal(100, RecordedStocks.OfCounts(named).People[0][5]);
        Assert.Equal(9, RecordedStocks.OfCounts(named with { Counts = [.. named.Counts, .. Report(5, 9, 9)] }).People[0][5]);
    }

    [Fact]
    public void Which_camp_reported_the_people_changes_nothing()
    {
        Assert.Equal(Stocks(City(100, 500)), Stocks(City(450, 150)));
        Assert.NotEqual(Stocks(City(100, 500)), Stocks(City(100, 501)));
    }

    [Fact]
    public void Whatever_the_total_rises_sets_out_and_is_there_the_same_day()
    {
        var stocks = Stocks(City(100, 500));
        // 600 people in 5 days, in equal parts: 120 a day.
        Assert.All(Enumerable.Range(0, 6), day => Assert.All(stocks[2 * day].Zip(stocks[2 * day + 1]), run => Assert.Equal(120 * day, run.First + run.Second)));
    }

    [Fact]
    public void People_share_themselves_among_equally_near_camps_by_capacity()
    {
        var stocks = Stocks(City(400, 200));
        Assert.InRange(stocks[2 * 11].Average() / (stocks[2 * 11].Average() + stocks[2 * 11 + 1].Average()), 0.70, 0.80);
    }

    /// <summary>The splits are granted the first day as well.</summary>
    [Fact]
    public void Who_is_recorded_on_the_first_day_is_there_from_the_first_day()
    {
        var scenario = City(100, 500) with { Counts = [.. Report(0, 300, 40), .. Report(11, 300, 40)] };
        var stocks = Stocks(scenario with { Rules = scenario.Rules with { CampMovechance = 0 } });
        Assert.All(Enumerable.Range(0, Days), day => Assert.All(stocks[2 * day].Zip(stocks[2 * day + 1]), run => Assert.Equal(340, run.First + run.Second)));
        Assert.True(stocks[0].Average() > 290);
    }

    [Fact]
    public void Totals_that_are_given_are_taken_and_capacities_are_those_stated()
    {
        var scenario = Given.Nothing.City("a").Camp("b", 2000).SetOut(2, Count.Everywhere, 70).With(s => s with { Days = Days }).Scenario;
        scenario = scenario with { Places = [.. scenario.Places.Select(p => p with { CountedTwice = 10 })] };
        var recorded = new RecordedStocks([1], [[.. Enumerable.Repeat(5.0, Days)]], [2000], [new double[Days]]);
        var start = ColdStart.Of(scenario, recorded);

        Assert.Equal(scenario.Departures, start.Departures);
        Assert.Equal((2000, 0), (start.Places[1].Capacity, start.Places[1].CountedTwice));
        Assert.Equal("cold-start", start.Rules.Preset);
        // Of two kinds of scenario the driver stays: floods drive where they did.
        var floods = scenario with { Rules = scenario.Rules with { DepartureDriver = DepartureDriver.Flood } };
        Assert.Equal(DepartureDriver.Flood, ColdStart.Of(floods, recorded).Rules.DepartureDriver);
    }

    [Fact]
    public void So_many_steps_ahead_only_the_shortest_ways_can_be_listed()
    {
        var problems = new List<Problem>();
        ScenarioCheck.RulesTogether(Rules.ColdStart, problems);
        ScenarioCheck.RulesTogether(Rules.Flee3 with { AwarenessLevel = 10 }, problems);
        Assert.Empty(problems);
        ScenarioCheck.RulesTogether(Rules.Flee3 with { AwarenessLevel = 11 }, problems);
        Assert.Equal(
            "awareness_level 11 with ways every_simple_path: so many paths cannot be listed; expected 1..10 steps, or ways shortest_per_destination",
            Assert.Single(problems).Message);
    }
}
