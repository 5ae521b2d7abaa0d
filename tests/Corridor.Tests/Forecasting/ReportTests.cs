using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

public sealed class ReportTests
{
    private static ReportSeries Series(params (int Day, double People)[] reports) =>
        ReportSeries.Of(new Target("north", TargetKind.Stock, ""), reports.Select(r => new Report(Village.Day(r.Day), Village.Day(r.Day), r.People)));

    [Fact]
    public void A_forecast_is_scored_at_the_report_nearest_to_its_day_within_a_week()
    {
        var series = Series((0, 1), (20, 2), (27, 3), (36, 4));
        Assert.Equal(3, Truth.Of(series, Village.Day(0), 28)!.Value.People);
        Assert.Equal(2, Truth.Of(series, Village.Day(0), 14)!.Value.People);
        Assert.Null(Truth.Of(series, Village.Day(0), 7));
        Assert.Null(Truth.Of(series, Village.Day(0), 90));
    }

    [Fact]
    public void Inflows_that_follow_on_each_other_are_added_up_and_known_when_their_last_part_is()
    {
        Count Flow(int since, int day, int published, long people) =>
            new() { Date = Village.Day(day), Published = Village.Day(published), Since = Village.Day(since), Place = "north", Measure = Measure.Inflow, People = people };
        var scenario = Village.Scenario with { Counts = [Flow(0, 5, 6, 10), Flow(5, 9, 30, 20), Flow(9, 12, 13, 30), Flow(12, 15, 40, 40)] };
        var series = Assert.Single(ReportSeries.AllOf(scenario));
        Assert.Equal(TargetKind.Arrivals, series.Target.Kind);
        Assert.Equal([10, 30, 60, 100], series.Reports.Select(r => r.People));
        Assert.Equal([6, 30, 30, 40], series.Reports.Select(r => r.Published.DayNumber - Village.Start.DayNumber));
    }

    [Fact]
    public void The_last_rate_is_taken_over_at_least_a_week_and_a_damped_trend_ends()
    {
        var known = new Knowledge([Series((0, 100), (10, 200), (16, 500), (18, 600))], [null], Village.Day(18));
        // From day 10 to day 18: 50 a day.
        Assert.Equal(600 + 50 * 14, Trend.LastRate.Guess(known, 0, Village.Day(32)), 9);
        Assert.Equal(600, Trend.NoChange.Guess(known, 0, Village.Day(32)), 9);
        Assert.Equal(600 + 50 * 28, Trend.Damped.Guess(known, 0, Village.Day(2000)), 6);
    }

    [Fact]
    public void Knowledge_of_an_earlier_day_holds_nothing_later()
    {
        var known = Knowledge.Of(Village.Scenario, Village.Day(100)).On(Village.Day(50));
        Assert.All(known.Series, s => Assert.All(s.Reports, r => Assert.True(r.Published <= Village.Day(50))));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.On(Village.Day(51)));
    }
}
