using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>Who sets out from home.</summary>
public class E_DepartureTests
{
    [Fact]
    public void E01_By_rate_each_resident_leaves_with_probability_one_minus_exp_of_the_hazard()
    {
        var seen = City(DepartureMode.Rate).On(0, "city", Change.Conflict, 0.5).Rule(r => r with { DepartureRate = 0.2 }).Run(days: 3, runs: 2000);

        var stays = Math.Exp(-0.1);
        for (var day = 0; day < 3; day++)
        {
            var p = Math.Pow(stays, day + 1);
            Statistical.MeanIs(1000 * p, 1000 * p * (1 - p), seen.Draws(Measure.Residents, "city", day));
            Statistical.VarianceIs(1000 * p * (1 - p), 0, seen.Draws(Measure.Residents, "city", day));
        }
    }

    [Fact]
    public void E02_Nobody_leaves_before_the_conflict_starts_or_after_it_ends_and_more_do_when_it_grows()
    {
        var seen = Given.Nothing.Town("city", 100_000).Camp("camp").Route("city", "camp", 50)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.01 })
            .On(1, "city", Change.Conflict, 1).On(2, "city", Change.Conflict, 5).On(3, "city", Change.Conflict, 0).Run(days: 5);

        Assert.Equal(0, seen.Displaced(0));
        Assert.InRange(seen.Displaced(1), 800, 1200);
        Assert.InRange(seen.Displaced(2) - seen.Displaced(1), 4400, 5200);
        Assert.Equal(seen.Displaced(2), seen.Displaced(4));
    }

    [Fact]
    public void E03_A_conflict_drives_less_with_its_age_and_anew_when_it_grows()
    {
        // Factor 1 for two days, then 0; the clock starts anew on day 4.
        var seen = Given.Nothing.Town("city", 1000).Camp("camp").Route("city", "camp", 50).On(0, "city", Change.Conflict, 1).On(4, "city", Change.Conflict, 2)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1, ConflictDecay = [1, 0], ConflictDecayInterval = 2 }).Run(days: 7);

        var left = Enumerable.Range(1, 6).Select(day => seen.Residents("city", day - 1) - seen.Residents("city", day)).ToList();
        Assert.Equal([true, false, false, true, true, false], left.Select(people => people > 0));
    }

    [Fact]
    public void E04_Departures_come_in_waves_around_the_same_mean()
    {
        // Each place's rate is 0.001 × exp(s v − s²/2) with v standard normal and s = 0.5: mean 1, variance exp(s²) − 1. The probability is so small
        // that the curvature of 1 − exp(−hazard) lowers the mean by less than 0.1 %.
        var given = Given.Nothing.City("city", 1_000_000).Camp("camp").Route("city", "camp", 50)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.001, DepartureVariation = 0.5, DepartureMemory = 0.7 });

        var seen = given.Run(days: 2, runs: 4000);

        var first = seen.Draws(Measure.Displaced, 0);
        var second = seen.Draws(Measure.Displaced, 1).Zip(first, (later, earlier) => later - earlier).ToArray();
        var spread = Math.Exp(0.25) - 1;
        Statistical.MeanIs(999.4, 1e6 * spread + 1000, first);
        Statistical.MeanIs(998.4, 1e6 * spread + 1000, second);
        // Lognormals of v and v' with correlation 0.7 have the covariance exp(0.7 s²) − 1.
        var covariance = first.Zip(second, (a, b) => (a - first.Average()) * (b - second.Average())).Sum() / 3999;
        Assert.InRange(covariance / 1e6, 0.8 * (Math.Exp(0.175) - 1), 1.2 * (Math.Exp(0.175) - 1));
    }

    [Fact]
    public void E05_Given_totals_are_shared_by_residents_times_intensity()
    {
        var seen = Two(3000, 1000).On(0, "b", Change.Conflict, 2).SetOut(0, "*", 100).Run(days: 1, runs: 2000);

        // 3000 × 1 against 1000 × 2.
        Statistical.MeanIs(60, 24, Left(seen, "a", 3000));
        Statistical.VarianceIs(24, 0.1, Left(seen, "a", 3000));
        Assert.All(seen.Draws(Measure.Displaced, 0), people => Assert.Equal(100, people));
    }

    [Fact]
    public void E06_A_place_that_runs_empty_leaves_the_rest_to_the_others()
    {
        var seen = Two(10, 1000).SetOut(0, "*", 900).Run(days: 1, runs: 20);

        Assert.All(seen.Draws(Measure.Displaced, 0), people => Assert.Equal(900, people));
        Assert.All(seen.Draws(Measure.Residents, "a", 0), people => Assert.InRange(people, 0, 10));
    }

    [Fact]
    public void E07_What_could_not_set_out_is_owed_and_made_up_for_later()
    {
        // 100 are due on each of the first two days, but the conflict begins on day 1.
        var seen = Given.Nothing.Town("city", 1000).Camp("camp").Route("city", "camp", 50)
            .SetOut(0, "*", 100).SetOut(1, "*", 100).On(1, "city", Change.Conflict, 1).Run(days: 3);

        Assert.Equal([0, 200, 200], Enumerable.Range(0, 3).Select(day => seen.Displaced(day)));
        Assert.Equal([100, 0, 0], Enumerable.Range(0, 3).Select(day => seen.NotSetOut(day)));
    }

    [Fact]
    public void E08_Given_departures_of_a_place_take_no_more_than_live_there()
    {
        var seen = Two(50, 1000).SetOut(0, "a", 80).Run();

        Assert.Equal(0, seen.Residents("a", 0));
        Assert.Equal(50, seen.Displaced(0));
        Assert.Equal(30, seen.NotSetOut(0));
    }

    [Fact]
    public void E09_After_the_last_given_day_the_rate_takes_over()
    {
        var seen = Given.Nothing.City("city", 10_000).Camp("camp").Route("city", "camp", 50).SetOut(0, "*", 100).SetOut(1, "*", 100)
            .Rule(r => r with { Departures = DepartureMode.GivenThenRate, DepartureRate = 0.1 }).Run(days: 3);

        Assert.Equal(200, seen.Displaced(1));
        Assert.InRange(seen.Displaced(2), 200 + 800, 200 + 1060);
    }

    /// <summary>Where the rate takes over, its wave has the law that it would have had from the first day on.</summary>
    [Fact]
    public void E19_The_first_wave_after_given_days_has_the_mean_and_spread_of_any_other()
    {
        var seen = Given.Nothing.City("city", 1_000_000).Camp("camp").Route("city", "camp", 50).SetOut(0, "*", 0).SetOut(1, "*", 0)
            .Rule(r => r with { Departures = DepartureMode.GivenThenRate, DepartureRate = 0.001, DepartureVariation = 0.5, DepartureMemory = 0.95 })
            .Run(days: 3, runs: 4000);

        Assert.All(seen.Draws(Measure.Displaced, 1), people => Assert.Equal(0, people));
        Statistical.MeanIs(999.4, 1e6 * (Math.Exp(0.25) - 1) + 1000, seen.Draws(Measure.Displaced, 2));
        Statistical.VarianceIs(1e6 * (Math.Exp(0.25) - 1) + 1000, 0.2, seen.Draws(Measure.Displaced, 2));
    }

    [Fact]
    public void E10_By_share_a_whole_number_leaves_each_day()
    {
        // The integer part of 0.105 × 1000 × 1, then of 0.105 × 895.
        var seen = City(DepartureMode.Share).Rule(r => r with { DepartureRate = 0.105 }).Run(days: 2);

        Assert.Equal([105, 198], [seen.Displaced(0), seen.Displaced(1)]);
    }

    [Fact]
    public void E11_In_flee_3_the_share_is_always_that_of_the_first_day_since_nobody_is_taken_from_the_population()
    {
        var seen = City(DepartureMode.Share).Flee3().Rule(r => r with { Departures = DepartureMode.Share, DepartureRate = 0.105 }).Run(days: 12);

        Assert.Equal(12 * 105, seen.Displaced(11));
        Assert.Equal(1000, seen.Residents("city", 11));
    }

    [Fact]
    public void E12_By_a_constant_the_same_number_leaves_each_day_until_nobody_is_left()
    {
        var seen = City(DepartureMode.Constant).On(0, "city", Change.Conflict, 0.75).Rule(r => r with { DeparturesPerDay = 501 }).Run(days: 4);

        Assert.Equal([375, 750, 1000, 1000], Enumerable.Range(0, 4).Select(day => seen.Displaced(day)));
    }

    [Fact]
    public void E13_By_poisson_the_number_has_the_stated_mean_and_variance()
    {
        var seen = City(DepartureMode.Poisson).On(0, "city", Change.Conflict, 0.5).Rule(r => r with { DeparturesPerDay = 20 }).Run(days: 1, runs: 4000);

        Statistical.MeanIs(10, 10, seen.Draws(Measure.Displaced, 0));
        Statistical.VarianceIs(10, 0.1, seen.Draws(Measure.Displaced, 0));
    }

    [Theory]
    [InlineData(DepartureMode.Share)]
    [InlineData(DepartureMode.Constant)]
    [InlineData(DepartureMode.Poisson)]
    [InlineData(DepartureMode.Rate)]
    [InlineData(DepartureMode.Given)]
    public void E14_Nobody_leaves_a_town_without_conflict(DepartureMode mode)
    {
        var seen = Given.Nothing.Town("town", 1000).Camp("camp").Route("town", "camp", 50)
            .SetOut(0, "*", 10).Rule(r => r with { Departures = mode }).Run(days: 3);

        Assert.Equal(1000, seen.Residents("town", 2));
    }

    [Fact]
    public void E15_In_flee_3_a_conflicts_decay_reaches_the_departures_a_day_late()
    {
        // Zones from the start began on day −1, so their age of 3 days is reached on day 2.
        var given = Two(1000, 1000).Flee3().SetOut(2, "*", 1000).SetOut(3, "*", 1000)
            .Rule(r => r with { Departures = DepartureMode.Given, ConflictDecay = [1, 0], ConflictDecayInterval = 3 });

        var late = given.Run(days: 4);
        var today = given.Rule(r => r with { DeparturesLagOneDay = false }).Run(days: 4);

        Assert.Equal([1000, 1000], [late.Displaced(2), late.Displaced(3)]);
        Assert.Equal([0, 0], [today.Displaced(2), today.Displaced(3)]);
    }

    [Fact]
    public void E16_Floods_drive_people_out_by_their_level()
    {
        var seen = Given.Nothing.Place("low", PlaceKind.FloodZone, 1000, "", null).Camp("camp").Route("low", "camp", 50)
            .Rule(r => r with { Departures = DepartureMode.Share, DepartureDriver = DepartureDriver.Flood, FloodDepartures = [0, 0.1, 0.5] })
            .On(1, "low", Change.Flood, 1).On(2, "low", Change.Flood, 7).On(3, "low", Change.Flood, 0).Run(days: 5);

        // 10 % of 1000, then the last entry for all higher levels: half of 900.
        Assert.Equal([0, 100, 550, 550, 550], Enumerable.Range(0, 5).Select(day => seen.Displaced(day)));
    }

    [Fact]
    public void E17_Without_a_list_of_departures_by_level_floods_drive_nobody_out()
    {
        var seen = Given.Nothing.Place("low", PlaceKind.FloodZone, 1000, "", null).Camp("camp").Route("low", "camp", 50)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureDriver = DepartureDriver.Flood, FloodDepartures = [] })
            .On(0, "low", Change.Flood, 1).Run();

        Assert.Equal(0, seen.Displaced(0));
    }

    private static double[] Left(Observed seen, string place, double before) => [.. seen.Draws(Measure.Residents, place, 0).Select(people => before - people)];

    private static Given City(DepartureMode mode) =>
        Given.Nothing.City("city", 1000).Camp("camp").Route("city", "camp", 50).Rule(r => r with { Departures = mode });

    private static Given Two(long a, long b) => Given.Nothing.City("a", a).City("b", b).Camp("camp").Route("a", "camp", 50).Route("b", "camp", 50);

    [Theory]
    [InlineData(3900)]
    [InlineData(5000)]
    public void E18_Where_most_of_2_000_places_run_empty_on_one_day_the_total_sets_out_all_the_same(int due)
    {
        // Two people each: with 3,900 due, nearly every place is asked for more than it has,
        // and the rest is shared again and again; with 5,000, everybody sets out.
        var given = Given.Nothing.Camp("camp");
        for (var city = 0; city < 2000; city++) given = given.City($"c{city}", 2).Route($"c{city}", "camp", 300);
        var seen = given.SetOut(0, "*", due).Run(days: 2, runs: 3);

        Assert.All(seen.Draws(Measure.Displaced, 0), people => Assert.Equal(Math.Min(due, 4000), people));
        var left = Enumerable.Range(0, 2000).Select(city => seen.Draws(Measure.Residents, $"c{city}", 0)).ToList();
        Assert.All(left, runs => Assert.All(runs, people => Assert.InRange(people, 0, 2)));
        Assert.Equal(Math.Max(0, 4000 - due), left.Sum(runs => runs[0]));
        // Those who are left are no more at the places that are asked last: half of them in either half, with a standard deviation of 5.
        if (due < 4000) Assert.InRange(left.Take(1000).Sum(runs => runs[0]), 50 - 35, 50 + 35);
    }
}
