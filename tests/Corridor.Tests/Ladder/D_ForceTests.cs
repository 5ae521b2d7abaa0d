using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>People forced to move, and people kept from leaving.</summary>
public class D_ForceTests
{
    [Fact]
    public void D01_People_are_forced_from_one_place_to_another_residents_first()
    {
        var seen = Given.Nothing.Town("village", 100).City("city", 1000).Stock("village", 50).Rule(r => r with { DefaultMovechance = 0 })
            .On(1, "village", Change.ForceMove, 120, to: "city").Run(days: 2);

        Assert.Equal(0, seen.Residents("village", 1));
        Assert.Equal(30, seen.Stock("village", 1));
        Assert.Equal(120, seen.Stock("city", 1));
        Assert.Equal(120, seen.ForcedBack("city", 1));
        Assert.Equal(120, seen.Inflow("city", 1));
        Assert.Equal(1000, seen.Residents("city", 1));
        Assert.Equal(150, seen.Displaced(1)); // 50 at the start, and the 100 residents
    }

    [Fact]
    public void D02_No_more_people_are_forced_than_are_there()
    {
        var seen = Given.Nothing.Town("village", 100).City("city").On(0, "village", Change.ForceMove, 1e9, to: "city").Run();

        Assert.Equal(100, seen.ForcedBack("city", 0));
    }

    [Fact]
    public void D03_Forced_people_add_up_over_the_days()
    {
        var seen = Given.Nothing.Town("village", 100).City("city")
            .On(0, "village", Change.ForceMove, 10, to: "city").On(1, "village", Change.ForceMove, 20, to: "city").Run(days: 3);

        Assert.Equal([10, 30, 30], Enumerable.Range(0, 3).Select(day => seen.ForcedBack("city", day)));
    }

    [Fact]
    public void D04_Forced_people_may_flee_again_the_same_day()
    {
        var seen = Given.Nothing.Town("village", 100).City("city").Camp("camp").Route("city", "camp", 50)
            .On(0, "village", Change.ForceMove, 100, to: "city").Run();

        Assert.Equal(100, seen.Stock("camp", 0));
    }

    [Fact]
    public void D05_A_forced_movement_before_the_start_has_happened_already()
    {
        var seen = Given.Nothing.Town("village", 100).City("city").On(-3, "village", Change.ForceMove, 10, to: "city").Run();

        Assert.Equal(100, seen.Residents("village", 0));
        Assert.Equal(0, seen.ForcedBack("city", 0));
    }

    [Fact]
    public void D06_Held_residents_do_not_leave()
    {
        var seen = Fleeing().On(0, "city", Change.Hold, 0.4).Run(days: 5);

        Assert.Equal(400, seen.Residents("city", 4));
        Assert.Equal(400, seen.Held("city", 4));
        Assert.Equal(600, seen.Stock("camp", 4));
    }

    [Fact]
    public void D07_All_leave_when_nobody_is_held_any_more()
    {
        var seen = Fleeing().On(0, "city", Change.Hold, 1).On(2, "city", Change.Hold, 0).Run(days: 4);

        Assert.Equal(1000, seen.Residents("city", 1));
        Assert.Equal(1000, seen.Held("city", 1));
        Assert.Equal(0, seen.Held("city", 2));
        Assert.Equal(1000, seen.Stock("camp", 2));
    }

    [Fact]
    public void D08_A_held_share_that_changes_is_a_share_of_those_who_are_still_there()
    {
        // 500 stay, then half of them may go, then half of the rest.
        var seen = Fleeing().On(0, "city", Change.Hold, 0.5).On(1, "city", Change.Hold, 0.5).On(2, "city", Change.Hold, 0.5).Run(days: 4);

        Assert.Equal([500, 250, 125, 125], Enumerable.Range(0, 4).Select(day => seen.Held("city", day)));
    }

    [Fact]
    public void D09_Given_departures_leave_the_held_behind()
    {
        var seen = Fleeing().SetOut(0, "city", 1000).On(0, "city", Change.Hold, 0.25).Run();

        Assert.Equal(250, seen.Residents("city", 0));
        Assert.Equal(750, seen.Stock("camp", 0));
    }

    [Fact]
    public void D10_The_share_holds_for_displaced_people_there_and_for_those_who_are_forced_to_it()
    {
        var seen = Given.Nothing.Town("village", 1000).City("city").Camp("camp").Route("city", "camp", 50).Stock("city", 1000)
            .On(0, "city", Change.Hold, 0.3).On(1, "village", Change.ForceMove, 1000, to: "city").Run(days: 3, runs: 2000);

        var variance = 1000 * 0.3 * 0.7;
        Statistical.MeanIs(300, variance, seen.Draws(Measure.Held, "city", 0));
        Statistical.MeanIs(600, 2 * variance, seen.Draws(Measure.Held, "city", 1));
        Statistical.VarianceIs(2 * variance, 0, seen.Draws(Measure.Held, "city", 1));
        Assert.Equal(seen.Draws(Measure.Held, "city", 1), seen.Draws(Measure.Stock, "city", 2));
    }

    [Fact]
    public void D11_Held_displaced_people_leave_once_the_hold_ends()
    {
        var seen = Given.Nothing.City("city").Camp("camp").Route("city", "camp", 50).Stock("city", 1000)
            .On(0, "city", Change.Hold, 1).On(2, "city", Change.Hold, 0).Run(days: 3);

        Assert.Equal(1000, seen.Stock("city", 1));
        Assert.Equal(0, seen.Held("city", 2));
        Assert.Equal(1000, seen.Stock("camp", 2));
    }

    [Fact]
    public void D12_Two_forced_movements_of_one_day_are_held_independently()
    {
        var seen = Given.Nothing.Town("a", 1000).Town("b", 1000).City("city").On(0, "city", Change.Hold, 0.5)
            .On(0, "a", Change.ForceMove, 1000, to: "city").On(0, "b", Change.ForceMove, 1000, to: "city").Run(days: 1, runs: 2000);

        Statistical.MeanIs(1000, 500, seen.Draws(Measure.Held, "city", 0));
        Statistical.VarianceIs(500, 0, seen.Draws(Measure.Held, "city", 0));
    }

    [Fact]
    public void D13_Even_the_held_can_be_forced_to_move()
    {
        var seen = Given.Nothing.City("city", 100).Town("other").Stock("city", 100)
            .On(0, "city", Change.Hold, 1).On(1, "city", Change.ForceMove, 150, to: "other").Run(days: 2);

        Assert.Equal(50, seen.Held("city", 1));
        Assert.Equal(50, seen.Stock("city", 1));
        Assert.Equal(150, seen.Stock("other", 1));
    }

    [Fact]
    public void D14_Who_is_forced_away_is_known_where_they_were_and_how_many_were_to_be()
    {
        var given = Given.Nothing.Town("village", 100).City("city").On(0, "village", Change.ForceMove, 60, to: "city")
            .On(1, "village", Change.ForceMove, 60, to: "city");
        var away = new double[1];
        var seen = new List<(double, long)>();
        new Ensemble(given.Scenario with { Days = 3 }, [Alternative.Base], new EnsembleOptions { Runs = 1, Threads = 1 }).Run(day =>
        {
            day.ForcedAway(0, away);
            seen.Add((away[0], day.ToForceAway(0)));
            day.ForcedAway(1, away);
            Assert.Equal((0, 0), (away[0], day.ToForceAway(1)));
        }, TestContext.Current.CancellationToken);

        Assert.Equal([(60, 60), (100, 120), (100, 120)], seen);
    }

    /// <summary>A city of a thousand whose residents leave, if they are free to, for a camp within the day.</summary>
    private static Given Fleeing() => Given.Nothing.City("city", 1000).Camp("camp").Route("city", "camp", 50)
        .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 10 }).On(0, "city", Change.Conflict, 1000);
}
