using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Corridor.Simulation;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>What members are conditioned on, and what they are not: the village with one thing changed each time.</summary>
public sealed class ConditioningTests
{
    private const int Days = 28;
    private static readonly DateOnly AsOf = Village.Day(100);
    private static readonly ConditionedOptions Options = new() { Members = 40, Threads = 1 };

    private static CorridorForecast Forecast(Scenario scenario) => new(scenario, Knowledge.Of(scenario, AsOf), Days, Options);

    private static Alternative Of(string name, params TimelineEntry[] rows) =>
        new() { Name = name, Rows = [.. rows.Select(r => new AlternativeRow(r, Drop: false))] };

    private static TimelineEntry Closing(string camp) => new() { Date = AsOf.AddDays(1), Subject = Subject.Route("town", camp), Change = Change.Close };

    private static TimelineEntry Row(DateOnly date, string place, Change change, double value) =>
        new() { Date = date, Subject = Subject.Place(place), Change = change, Value = value };

    /// <summary>What an alternative makes of the growth of a place, or of the whole situation, in the mean of the members.</summary>
    private static double Factor(Scenario scenario, Alternative alternative, string place)
    {
        var known = Knowledge.Of(scenario, AsOf).Series;
        var target = Enumerable.Range(0, known.Count).Single(t => known[t].Target.Place == place);
        return Forecast(scenario).FactorOf(alternative, target, AsOf.AddDays(Days)).Average();
    }

    private static Scenario WithCounts(Func<Count, bool> kept, params IEnumerable<Count> more) =>
        Village.Scenario with { Counts = [.. Village.Scenario.Counts.Where(kept), .. more] };

    /// <summary>A week's number varies with its mean, and a fall is easily part of a number that varies much: it may not speak for one.</summary>
    [Fact]
    public void A_fall_of_the_figure_speaks_for_few_who_leave()
    {
        var rate = new DepartureRate(3, [.. Enumerable.Range(0, 7).Select(week => (7 * week, 12_000.0 - 1_300 * week))], 42, [.. Enumerable.Repeat(1.0, 71)]);
        for (var uniform = 0.1; uniform < 1; uniform += 0.1)
        {
            var scores = rate.Draw(0.02, uniform);
            // The prior is e^(±1.5) around three a day, with 20 above 0.9 of it; some 200 a day were taken for the fall.
            Assert.InRange(rate.ValueOf(0, scores[0]), 0, 40);
            // Errors of two in a hundred are some 200 people; nobody else left.
            Assert.InRange(rate.Course(scores, 0.02, 43, _ => 0).Sum(), 0, 300);
        }
    }

    [Fact]
    public void A_rise_still_speaks_for_as_many_as_it_is()
    {
        var rate = new DepartureRate(3, [.. Enumerable.Range(0, 7).Select(week => (7 * week, 5_000.0 + 1_400 * week))], 42, [.. Enumerable.Repeat(1.0, 71)]);
        Assert.InRange(rate.ValueOf(0, rate.Draw(0.02, 0.5)[0]), 30, 400);
        Assert.InRange(rate.Course(rate.Draw(0.02, 0.5), 0.02, 43, _ => 0).Sum(), 7_500, 9_300);
    }

    /// <summary>20,000 people who have been there all along: nobody went there in the window, so sealing its road sends nobody elsewhere.</summary>
    [Fact]
    public void A_camp_that_was_first_counted_in_the_window_has_not_grown_from_nobody()
    {
        var scenario = WithCounts(c => c.Place != Count.Everywhere, Enumerable.Range(12, 3).Select(week => Village.Of("east", 7 * week, 20_000))) with
        {
            Places = [.. Village.Scenario.Places, new Place { Id = "east", Name = "East", Kind = PlaceKind.Camp, Country = "A" }],
            Routes = [.. Village.Scenario.Routes, new Route { From = "town", To = "east", Km = 85 }],
        };
        Assert.InRange(Factor(scenario, Of("sealed", Closing("east")), "north"), 0.9, 1.15);
    }

    /// <summary>
    /// 400 a day leave. The figure of the whole situation is two months old: what it will have grown by since then is no growth of the days ahead.
    /// </summary>
    [Fact]
    public void A_total_that_is_older_than_the_places_sends_out_no_more_a_day()
    {
        var (first, last, residents) = (0.0, 0.0, new double[Options.Members]);
        Forecast(WithCounts(c => c.Place != Count.Everywhere || c.Date <= Village.Day(42))).Ensemble.RunAhead([Alternative.Base], _ => null, day =>
        {
            day.OfPlace(Measure.Residents, 0, residents);
            if (day.Day == 0) first = residents.Average();
            last = residents.Average();
        }, TestContext.Current.CancellationToken);
        Assert.InRange(first - last, 0.3 * 400 * (Days - 1), 1.2 * 400 * (Days - 1));
    }

    [Fact]
    public void A_capacity_of_the_timeline_that_a_report_has_gone_beyond_limits_nobody_and_one_that_is_assumed_does()
    {
        var stated = Village.Scenario with { Timeline = [Row(Village.Start, "north", Change.Capacity, 8_000)] };
        Assert.InRange(Factor(stated, Alternative.Base, "north"), 0.99, 1.01);
        Assert.InRange(Factor(stated, Of("assumed", Row(AsOf.AddDays(1), "north", Change.Capacity, 8_000)), "north"), 0, 0.5);
        // What was stated after the highest report has been refuted by none: the camp is full.
        var later = Village.Scenario with { Timeline = [Row(AsOf, "north", Change.Capacity, 8_000)] };
        Assert.InRange(Factor(later, Alternative.Base, "north"), 0, 0.5);
    }

    [Fact]
    public void A_conflict_is_as_old_in_a_window_as_it_is()
    {
        var decays = Village.Scenario with { Rules = Village.Scenario.Rules with { ConflictDecay = [1, 0.5], ConflictDecayInterval = 50 } };
        var known = Knowledge.Of(decays, AsOf);
        double Decay(Scenario scenario)
        {
            var window = AsOfScenario.Of(scenario, known, Village.Day(58));
            var situation = new Situation(window, new Network(window), window.Timeline);
            situation.Advance();
            return situation.Decay(0, 0);
        }
        Assert.Equal(0.5, Decay(decays));
        Assert.Equal(1, Decay(decays with { Timeline = [Row(Village.Day(10), "town", Change.Conflict, 2)] }));
        Assert.Equal(0.5, Decay(decays with { Timeline = [Row(Village.Day(5), "town", Change.Conflict, 2)] }));
    }

    [Fact]
    public void Who_had_left_before_the_window_is_no_resident_any_more()
    {
        var small = Village.Scenario with { Places = [.. Village.Scenario.Places.Select(p => p with { Population = p.Population / 20 })] };
        var known = Knowledge.Of(small, AsOf);
        var total = known.Series[known.Total!.Value].Reports;
        var left = total.Last(r => r.Date <= Village.Day(58)).People - total[0].People;
        Assert.Equal(50_000 - left, AsOfScenario.Of(small, known, Village.Day(58)).Places[0].Population);
        Assert.Equal(50_000, AsOfScenario.Of(small, known, Village.Start).Places[0].Population);
    }

    [Fact]
    public void Who_left_is_shared_among_the_places_under_conflict_and_none_gives_more_than_it_has()
    {
        var three = Village.Scenario with
        {
            Places =
            [
                .. Village.Scenario.Places.Select(p => p with { Population = p.Population / 100 }),
                new Place { Id = "hamlet", Name = "Hamlet", Kind = PlaceKind.ConflictZone, Country = "A", Population = 30_000 },
            ],
            Routes = [.. Village.Scenario.Routes, new Route { From = "hamlet", To = "north", Km = 20 }],
            Timeline = [Row(Village.Start, "town", Change.Conflict, 9)],
        };
        Assert.Equal([7_000, 0, 0, 29_000], Drive.ResidentsAfter(three, three.Timeline, 10, 4_000));
        Assert.Equal([0, 0, 0, 20_000], Drive.ResidentsAfter(three, three.Timeline, 10, 20_000));
        Assert.Equal([0, 0, 0, 0], Drive.ResidentsAfter(three, three.Timeline, 10, 90_000));
    }

    [Fact]
    public void Arrivals_of_the_whole_situation_end_where_nobody_can_leave()
    {
        var arrivals = Enumerable.Range(0, 27).Select(week => new Count
        {
            Date = Village.Day(7 * week + 7), Published = Village.Day(7 * week + 7), Since = Village.Day(7 * week),
            Place = Count.Everywhere, Measure = Measure.Inflow, People = 2_800,
        });
        var counted = WithCounts(c => c.Place != Count.Everywhere, arrivals);
        Assert.InRange(Factor(counted, Of("shut", Closing("north"), Closing("south")), Count.Everywhere), 0, 0.15);
        Assert.InRange(Factor(counted, Alternative.Base, Count.Everywhere), 0.99, 1.01);
    }

    /// <summary>Two villages that no road joins.</summary>
    private static Scenario Apart => WithCounts(
        c => c.Place != Count.Everywhere,
        Enumerable.Range(0, 27).Select(week => Village.Of("harbour", 7 * week, 800 + 1_400 * week))) with
    {
        Places =
        [
            .. Village.Scenario.Places,
            new Place { Id = "island", Name = "Island", Kind = PlaceKind.ConflictZone, Country = "B", Population = 500_000 },
            new Place { Id = "harbour", Name = "Harbour", Kind = PlaceKind.Camp, Country = "B" },
        ],
        Routes = [.. Village.Scenario.Routes, new Route { From = "island", To = "harbour", Km = 60 }],
    };

    [Theory]
    [InlineData(Change.Close, 0.0)]
    [InlineData(Change.Hold, 1.0)]
    [InlineData(Change.Conflict, 0.0)]
    [InlineData(Change.Conflict, 0.5)]
    [InlineData(Change.Conflict, 4.0)]
    [InlineData(Change.Conflict, 40.0)]
    public void What_ends_or_worsens_in_one_place_sends_nobody_out_of_another(Change change, double value)
    {
        TimelineEntry[] rows = change == Change.Close ? [Closing("north"), Closing("south")] : [Row(AsOf.AddDays(1), "town", change, value)];
        var (alternative, known, forecast) = (Of("changed", rows), Knowledge.Of(Apart, AsOf).Series, Forecast(Apart));
        for (var target = 0; target < known.Count; target++)
        {
            var factors = forecast.FactorOf(alternative, target, AsOf.AddDays(Days));
            if (known[target].Target.Place == "harbour") Assert.All(factors, factor => Assert.Equal(1, factor));
            else if (value > 1) Assert.True(factors.Average() > 1.2);
            // Those who are on the road already arrive; half the intensity sends half as many at the least.
            else Assert.InRange(factors.Average(), 0, value == 0.5 ? 0.95 : 0.3);
        }
    }

    /// <summary>Nobody has moved, and a growth of nothing cannot be multiplied: those who flee by the rule of rates are added.</summary>
    [Fact]
    public void A_new_conflict_where_counts_stand_still_changes_the_forecast()
    {
        var quiet = Village.Scenario with
        {
            Places = [.. Village.Scenario.Places.Select(p => p.Id == "town" ? p with { Kind = PlaceKind.Town, Population = 100_000 } : p)],
            Counts = [.. Village.Scenario.Counts.Select(c => c with { People = c.Place == Count.Everywhere ? 5_000 : 2_500 })],
        };
        var (known, forecast) = (Knowledge.Of(quiet, AsOf), Forecast(quiet));
        var offensive = Of("offensive", Row(AsOf.AddDays(2), "town", Change.Conflict, 3));
        var (total, day) = (known.Total!.Value, AsOf.AddDays(14));
        Assert.InRange(forecast.Of(Alternative.Base, total, day).Median, 4_900, 5_100);
        // At 0.02 × 3 a day half of them are gone in twelve days; waves of flight make that more or less.
        Assert.InRange(forecast.Of(offensive, total, day).Median, 30_000, 75_000);
        Assert.InRange(forecast.Difference(offensive, Alternative.Base, total, day).Average(), 25_000, 70_000);

        // Where the scenario gives numbers, it knows no rate at which people would leave: only what was reported is multiplied, five times at most.
        var given = Forecast(quiet with { Rules = quiet.Rules with { Departures = DepartureMode.Given } });
        Assert.InRange(given.Of(offensive, total, day).Median, 4_900, 6_000);
    }

    /// <summary>A closure and an assault are announced, and each masks the other: a row that an alternative drops had better not been there.</summary>
    [Theory]
    [InlineData("closure")]
    [InlineData("assault")]
    [InlineData("closure", "assault")]
    public void To_drop_a_row_forecasts_what_the_scenario_without_it_does(params string[] dropped)
    {
        var announced = new Dictionary<string, TimelineEntry[]>
        {
            ["closure"] = [Closing("north") with { Announced = AsOf }],
            ["assault"] = [Row(AsOf.AddDays(1), "town", Change.Conflict, 40) with { Announced = AsOf }],
        };
        var both = Forecast(Village.Scenario with { Timeline = [.. announced.Values.SelectMany(rows => rows)] });
        var without = Forecast(Village.Scenario with { Timeline = [.. announced.Where(a => !dropped.Contains(a.Key)).SelectMany(a => a.Value)] });
        var drops = new Alternative
        {
            Name = "dropped",
            Rows = [.. dropped.SelectMany(name => announced[name]).Select(e => new AlternativeRow(e, Drop: true))],
        };
        // A row that changes nothing changes nothing of that either.
        var idle = drops with
        {
            Name = "idle",
            Rows = [.. drops.Rows, new AlternativeRow(Row(AsOf.AddDays(1), "south", Change.Capacity, 100_000_000), Drop: false)],
        };
        for (var target = 0; target < 3; target++)
        {
            var expected = without.Members(Alternative.Base, target, AsOf.AddDays(Days));
            Assert.Equal(expected, both.Members(drops, target, AsOf.AddDays(Days)));
            Assert.Equal(expected, both.Members(idle, target, AsOf.AddDays(Days)));
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void The_more_an_alternative_lets_through_the_more_come(double present)
    {
        TimelineEntry Passable(double share) =>
            new() { Date = AsOf.AddDays(1), Subject = Subject.Route("town", "north"), Change = Change.Pass, Value = share, Announced = AsOf };
        var scenario = Village.Scenario with { Timeline = [Passable(present)] };
        var (forecast, north) = (Forecast(scenario), Knowledge.Of(scenario, AsOf).Series.ToList().FindIndex(s => s.Target.Place == "north"));
        var (day, last) = (AsOf.AddDays(Days), new (double Trusted, double Simulated)[Options.Members]);
        var usual = forecast.WithoutSimulation(north, day).Median;
        foreach (var share in new[] { 0, 0.15, 0.3, 0.5, 0.7, 0.85, 1 })
        {
            var alternative = Of($"pass {share}", Passable(share));
            var factors = forecast.Members(alternative, north, day).Zip(forecast.FactorOf(alternative, north, day)).ToArray();
            Assert.All(factors.Zip(last), f => Assert.True((f.First.Second - f.Second.Simulated) * (f.First.First - f.Second.Trusted) >= 0));
            if (share > 0) Assert.True(factors.Average(f => f.First) > last.Average(f => f.Trusted) + 50);
            if (share == present) Assert.Equal(forecast.Members(Alternative.Base, north, day), factors.Select(f => f.First));
            last = factors;
        }
        // What is as open as ever brings as many as ever, and no more.
        Assert.Equal(Forecast(Village.Scenario).Members(Alternative.Base, north, day), last.Select(f => f.Trusted));
        Assert.InRange(last.Select(f => f.Trusted).Order().ElementAt(Options.Members / 2), 0.98 * usual, 1.02 * usual);
    }

    [Fact]
    public void A_place_whose_siege_is_lifted_is_left_again()
    {
        var besieged = Village.Scenario with { Timeline = [Closing("north") with { Date = Village.Start }, Closing("south") with { Date = Village.Start }] };
        var opening = Closing("north") with { Change = Change.Open };
        var forecast = Forecast(besieged);
        Assert.True(forecast.Difference(Of("opened", opening), Alternative.Base, 0, AsOf.AddDays(14)).Average() > 5_000);
    }
}
