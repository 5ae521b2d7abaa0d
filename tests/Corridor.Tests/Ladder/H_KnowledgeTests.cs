using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>What is known when, and what alternatives share.</summary>
public class H_KnowledgeTests
{
    [Fact]
    public void H01_A_forecast_does_not_see_what_was_announced_after_its_as_of_day()
    {
        var given = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 10).AsOf(1)
            .On(2, "a--b", Change.Close).On(2, "a", Change.Conflict, 1);

        Assert.Equal(10, given.Run(days: 3).Stock("b", 2));
        Assert.Equal(0, given.Run(days: 3, knownFuture: true).Stock("b", 2));
        Assert.Equal(0, given.AsOf(2).Run(days: 3).Stock("b", 2));
    }

    [Fact]
    public void H02_A_change_that_was_announced_in_time_is_seen()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 10).AsOf(1).On(2, "a--b", Change.Close, announced: 1).Run(days: 3);

        Assert.Equal(0, seen.Stock("b", 2));
    }

    [Fact]
    public void H03_An_alternatives_own_rows_are_always_seen()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 10).AsOf(1)
            .Alternative("sealed", Given.Also(2, "a--b", Change.Close)).Run(days: 3);

        Assert.Equal(10, seen.Stock("b", 2));
        Assert.Equal(0, seen.Stock("b", 2, alternative: 1));
    }

    [Fact]
    public void H04_An_alternative_can_drop_an_entry_of_the_timeline()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 500).Stock("a", 10).On(2, "a--b", Change.Close)
            .Alternative("open", Given.Without(2, "a--b", Change.Close)).Run(days: 3);

        Assert.Equal(0, seen.Stock("b", 2));
        Assert.Equal(10, seen.Stock("b", 2, alternative: 1));
    }

    [Fact]
    public void H05_What_was_so_before_the_start_is_so_on_the_first_day()
    {
        var seen = Given.Nothing.Hub("a").Camp("b").Camp("c").Route("a", "b", 50).Route("a", "c", 50).Stock("a", 10)
            .On(-9, "a--c", Change.Close).On(-7, "a--b", Change.Close).On(-8, "a--b", Change.Open).On(-1, "a--c", Change.Open).Run();

        Assert.Equal(10, seen.Stock("c", 0));
    }

    [Fact]
    public void H06_Changes_of_one_day_apply_in_their_order()
    {
        var given = Given.Nothing.Hub("a").Camp("b").Route("a", "b", 50).Stock("a", 10);

        Assert.Equal(10, given.On(0, "a--b", Change.Close).On(0, "a--b", Change.Open).Run().Stock("b", 0));
        Assert.Equal(0, given.On(0, "a--b", Change.Open).On(0, "a--b", Change.Close).Run().Stock("b", 0));
    }

    [Fact]
    public void H07_People_who_are_displaced_at_the_start_are_stock_of_their_place()
    {
        var seen = Given.Nothing.Camp("a").Town("b", 50).Stock("a", 10).Run();

        Assert.Equal(10, seen.Stock("a", 0));
        Assert.Equal(10, seen.Displaced(0));
        Assert.Equal(50, seen.Residents("b", 0));
        Assert.Equal(0, seen.Inflow("a", 0));
    }

    [Fact]
    public void H08_Every_run_draws_its_own_value_from_a_prior()
    {
        // The hazard is uniform on 0..0.2 and the same on all days of a run: mean of 1 − exp(−h) is 1 − (1 − exp(−0.2)) / 0.2.
        var seen = Waves.Prior("departure_rate", PriorFamily.Uniform, 0, 0.2).Run(days: 1, runs: 2000);

        var leaves = seen.Draws(Measure.Displaced, 0);
        var (m1, m2) = ((1 - Math.Exp(-0.2)) / 0.2, (1 - Math.Exp(-0.4)) / 0.4);
        Statistical.MeanIs(1e6 * (1 - m1), 1e12 * (m2 - m1 * m1) + 1e6, leaves);
        Assert.InRange(leaves.Max(), 0.19 * 0.9e6, 0.2e6);
        Assert.InRange(leaves.Min(), 0, 1000);
    }

    [Fact]
    public void H09_A_prior_on_a_weight_of_the_choice_counts_in_every_run()
    {
        var seen = Given.Nothing.Hub("a").Stock("a", 10_000).Camp("camp").Town("town").Route("a", "camp", 50, oneWay: true).Route("a", "town", 50, oneWay: true)
            .Rule(r => r with { DefaultMovechance = 0 }).Prior("camp_weight", PriorFamily.Uniform, 1, 9).Run(days: 1, runs: 500);

        // w / (1 + w) is between a half and nine tenths.
        var shares = seen.Draws(Measure.Stock, "camp", 0);
        Assert.InRange(shares.Min(), 4800, 5300);
        Assert.InRange(shares.Max(), 8800, 9200);
    }

    [Fact]
    public void H10_Alternatives_share_the_draws_from_the_priors()
    {
        var seen = Waves.Prior("departure_rate", PriorFamily.Lognormal, 0.1, 1).Alternative("same").Run(days: 3, runs: 20);

        Assert.Equal(seen.Everything(0), seen.Everything(1));
    }

    [Fact]
    public void H11_Alternatives_are_identical_until_the_first_difference()
    {
        var seen = Two.Alternative("sealed", Given.Also(5, "left--left-camp", Change.Close)).Run(days: 8, runs: 10);

        Assert.Equal(seen.Everything(0, untilDay: 5), seen.Everything(1, untilDay: 5));
        Assert.NotEqual(seen.Everything(0), seen.Everything(1));
    }

    [Fact]
    public void H12_Alternatives_are_identical_wherever_the_change_cannot_reach()
    {
        var seen = Two.Alternative("sealed", Given.Also(2, "left--left-camp", Change.Close)).Run(days: 10, runs: 10);

        foreach (var place in new[] { "right", "right-town", "right-camp" })
            foreach (var measure in new[] { Measure.Residents, Measure.Stock, Measure.Inflow, Measure.Outflow })
                for (var day = 0; day < 10; day++)
                    Assert.Equal(seen.Draws(measure, place, day, 0), seen.Draws(measure, place, day, 1));
        Assert.NotEqual(seen.Draws(Measure.Stock, "left-camp", 9, 0), seen.Draws(Measure.Stock, "left-camp", 9, 1));
    }

    [Fact]
    public void H13_Shared_random_numbers_make_the_difference_of_two_alternatives_far_less_noisy_than_the_alternatives()
    {
        var seen = Given.Nothing.City("city", 100_000).Camp("near").Camp("far").Route("city", "near", 50, oneWay: true).Route("city", "far", 150, oneWay: true)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureVariation = 0.5 })
            .Alternative("slow", Given.Also(0, "city--far", Change.Speed, 100)).Run(days: 10, runs: 400);

        var (one, other) = (seen.Draws(Measure.Stock, "near", 9, 0), seen.Draws(Measure.Stock, "near", 9, 1));
        var difference = one.Zip(other, (a, b) => a - b).ToArray();
        Assert.True(Statistical.Variance(difference) < 0.01 * Statistical.Variance(one));
    }

    [Fact]
    public void H14_The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        Assert.Equal(Two.Run(days: 5, runs: 5, seed: 7).Everything(), Two.Run(days: 5, runs: 5, seed: 7).Everything());
        Assert.NotEqual(Two.Run(days: 5, runs: 5, seed: 7).Everything(), Two.Run(days: 5, runs: 5, seed: 8).Everything());
    }

    [Fact]
    public void H15_A_run_does_not_depend_on_how_many_others_there_are()
    {
        var few = Two.Run(days: 5, runs: 3);
        var many = Two.Run(days: 5, runs: 20);

        Assert.Equal(few.Draws(Measure.Stock, "left-camp", 4), many.Draws(Measure.Stock, "left-camp", 4)[..3]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void H16_The_number_of_threads_changes_nothing(int threads)
    {
        var given = Two.Prior("camp_weight", PriorFamily.Lognormal, 2, 0.5).Alternative("sealed", Given.Also(2, "left--left-camp", Change.Close));
        var one = given.Run(days: 10, runs: 40, threads: 1);
        var several = given.Run(days: 10, runs: 40, threads: threads);

        Assert.Equal(one.Everything(0), several.Everything(0));
        Assert.Equal(one.Everything(1), several.Everything(1));
    }

    [Fact]
    public void H17_An_ensemble_stops_between_two_days_and_goes_on_where_it_stopped()
    {
        using var stop = new CancellationTokenSource();
        var ensemble = new Ensemble(Two.Scenario, [Alternative.Base], new EnsembleOptions { Runs = 2, Days = 6 });
        var days = new List<int>();

        Assert.False(ensemble.Run(day =>
        {
            days.Add(day.Day);
            if (day.Day == 2) stop.Cancel();
        }, stop.Token));
        Assert.Equal(3, ensemble.DaysDone);
        Assert.True(ensemble.Run(day => days.Add(day.Day), TestContext.Current.CancellationToken));
        Assert.Equal([0, 1, 2, 3, 4, 5], days);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void H19_Of_two_rows_of_one_day_the_one_announced_last_holds_wherever_it_stands(bool closesFirst)
    {
        var given = Given.Nothing.City("city", 1000).Camp("camp").Route("city", "camp", 50, oneWay: true).SetOut(2, "city", 100);
        given = closesFirst
            ? given.On(1, "city--camp", Change.Close, announced: 1).On(1, "city--camp", Change.Open, announced: 0)
            : given.On(1, "city--camp", Change.Open, announced: 0).On(1, "city--camp", Change.Close, announced: 1);

        Assert.Equal(0, given.Run(days: 4, knownFuture: true).Stock("camp", 3));
        // What an alternative assumes comes last.
        var assumed = given.Alternative("open", Given.Also(1, "city--camp", Change.Open)).Run(days: 4, knownFuture: true);
        Assert.Equal(100, assumed.Stock("camp", 3, 1));
    }

    [Fact]
    public void H18_An_alternative_that_does_not_fit_the_scenario_is_refused()
    {
        var alternative = new Alternative { Name = "x", Rows = [Given.Also(0, "nowhere", Change.Close)] };

        Assert.Throws<ArgumentException>(() => new Ensemble(Two.Scenario, [alternative], new EnsembleOptions()));
    }

    private static readonly Given Waves = Given.Nothing.City("city", 1_000_000).Camp("camp").Route("city", "camp", 50)
        .Rule(r => r with { Departures = DepartureMode.Rate });

    /// <summary>Two separate networks with everything random switched on.</summary>
    private static readonly Given Two = Given.Nothing
        .City("left", 10_000).Town("left-town").Camp("left-camp", 3000)
        .Route("left", "left-town", 120).Route("left-town", "left-camp", 90, walk: 0.3).Route("left", "left-camp", 150)
        .City("right", 10_000).Town("right-town").Camp("right-camp", 3000)
        .Route("right", "right-town", 120).Route("right-town", "right-camp", 90, walk: 0.3).Route("right", "right-camp", 150)
        .On(1, "right--right-town", Change.Pass, 0.5).On(1, "left--left-town", Change.Pass, 0.5)
        .On(3, "right", Change.Hold, 0.2).On(3, "left", Change.Hold, 0.2)
        .Rule(_ => Rules.Corridor with { DepartureRate = 0.1 });
}
