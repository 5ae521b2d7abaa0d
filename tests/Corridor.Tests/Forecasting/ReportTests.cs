using Corridor.Forecasting.Combination;
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
        Count Flow(int since, int day, int published, long people) => new()
        {
            Date = Village.Day(day), Published = Village.Day(published), Since = Village.Day(since),
            Place = "north", Measure = Measure.Inflow, People = people,
        };
        var scenario = Village.Scenario with { Counts = [Flow(0, 5, 6, 10), Flow(5, 9, 30, 20), Flow(9, 12, 13, 30), Flow(12, 15, 40, 40)] };
        var series = Assert.Single(ReportSeries.AllOf(scenario, Village.Day(40)));
        Assert.Equal(TargetKind.Arrivals, series.Target.Kind);
        Assert.Equal([10, 30, 60, 100], series.Reports.Select(r => r.People));
        Assert.Equal([6, 30, 30, 40], series.Reports.Select(r => r.Published.DayNumber - Village.Start.DayNumber));
    }

    /// <summary>A week that nobody reported ends nothing: the sum goes on, at a break, and the rate is that of the weeks that were.</summary>
    [Fact]
    public void Inflows_after_a_gap_are_added_up_as_after_a_break()
    {
        var scenario = Village.Scenario with { Counts = [.. new[] { 0, 1, 2, 3, 5, 6 }.Select(week => new Count
        {
            Date = Village.Day(7 * week + 7), Published = Village.Day(7 * week + 7), Since = Village.Day(7 * week),
            Place = "north", Measure = Measure.Inflow, People = 700,
        })] };
        var series = Assert.Single(ReportSeries.AllOf(scenario, Village.Day(60)));
        Assert.Equal([700, 1_400, 2_100, 2_800, 2_800, 3_500, 4_200], series.Reports.Select(r => r.People));
        Assert.Equal(Village.Day(35), Assert.Single(series.Reports, r => r.IsGap).Date);
        Assert.Equal(100, new Motion(series.Joined).Rate(28, withoutJumps: false), 1e-9);
        Assert.Null(Truth.Of(series, Village.Day(28), 14));
        var warning = Assert.Single(ScenarioCheck.Run(scenario), p => p.Message.Contains("no inflow of north", StringComparison.Ordinal));
        Assert.Contains("2020-01-29 to 2020-02-05", warning.Message, StringComparison.Ordinal);
        // Four that follow on each other are wanted.
        Assert.Empty(ReportSeries.AllOf(scenario with { Counts = [.. scenario.Counts.Skip(1)] }, Village.Day(60)));
    }

    [Fact]
    public void Of_the_whole_situation_displaced_is_the_same_as_stock_and_bounds_are_neither()
    {
        var scenario = Village.Scenario with
        {
            Counts =
            [
                .. Village.Scenario.Counts.Where(c => c.Place == Count.Everywhere).Select(c => c with { Measure = Measure.Displaced }),
                Village.Of(Count.Everywhere, 36, 9_000_000) with { Measure = Measure.Displaced, Qualifier = Qualifier.AtLeast },
                .. Village.Scenario.Counts.Where(c => c.Place == "north").Select(c => c with { Measure = Measure.Displaced }),
            ],
        };
        var series = Assert.Single(ReportSeries.AllOf(scenario, Village.Day(100)));
        Assert.Equal(ReportSeries.AllOf(Village.Scenario, Village.Day(100))[0].Reports, series.Reports);
        // Of a place, displaced is no measure: check says so, of each count.
        var told = ScenarioCheck.Run(scenario).Count(p => p.Message.Contains("displaced at a place", StringComparison.Ordinal));
        Assert.Equal(Village.Scenario.Counts.Count(c => c.Place == "north"), told);
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

    /// <summary>Before a guess has errors of its own: a tenth of the figure in two weeks, as one standard deviation of normal errors.</summary>
    [Fact]
    public void Errors_that_are_not_known_yet_are_normal()
    {
        var known = new Knowledge([Series((0, 1000), (7, 1000))], [null], Village.Day(7));
        var forecast = new OwnErrors(Trend.NoChange).Forecast(known, 0, Village.Day(21));
        foreach (var level in (double[])[0.1, 0.25, 0.5, 0.75, 0.9]) Assert.Equal(1000 + 100 * NormalDistribution.Quantile(level), forecast.Quantile(level), 6);
    }

    [Fact]
    public void Of_two_figures_of_one_day_and_publication_the_larger_counts_whichever_row_is_first()
    {
        Report[] reports = [new(Village.Day(3), Village.Day(3), 50, false), new(Village.Day(3), Village.Day(3), 40, false)];
        foreach (var order in new[] { reports, [.. reports.Reverse()] })
            Assert.Equal(50, Assert.Single(ReportSeries.Of(new Target("north", TargetKind.Stock, ""), order).Reports).People);
    }

    [Fact]
    public void Knowledge_of_an_earlier_day_holds_nothing_later()
    {
        var known = Knowledge.Of(Village.Scenario, Village.Day(100)).On(Village.Day(50));
        Assert.All(known.Series, s => Assert.All(s.Reports, r => Assert.True(r.Published <= Village.Day(50))));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.On(Village.Day(51)));
    }

    private static ReportSeries Recounted(int published = 21, bool marked = true) => ReportSeries.Of(new Target("north", TargetKind.Stock, ""),
        new[] { (0, 1_000.0), (7, 1_070), (14, 1_140), (21, 5_000), (28, 5_070), (35, 5_140) }
            .Select(r => new Report(Village.Day(r.Item1), Village.Day(r.Item1 == 21 ? published : r.Item1), r.Item2, marked && r.Item1 == 21)));

    [Fact]
    public void Before_a_break_the_series_is_read_as_if_it_had_been_counted_as_after_it() =>
        Assert.Equal([4_860, 4_930, 5_000, 5_000, 5_070, 5_140], Recounted().Joined.Select(r => r.People));

    [Fact]
    public void A_break_is_no_movement_for_any_method()
    {
        Knowledge Known(bool marked) => new([Recounted(marked: marked)], [null], Village.Day(35));
        foreach (var method in SimpleMethods.All.Append(LearnedCombination.Shared))
        {
            double Error(bool marked) => Math.Abs(method.Forecast(Known(marked), 0, Village.Day(63)).Quantile(0.9) - 5_420);
            // Ten a day before and after. Read as a rise, the 3,860 that were added are a surge in every past change, or an error of every past guess.
            Assert.True(Error(marked: true) < 1_500, $"{method.Name}: {Error(marked: true)}");
            Assert.True(Error(marked: true) < Error(marked: false), method.Name);
        }
    }

    [Fact]
    public void No_forecast_is_scored_across_a_break()
    {
        Assert.Null(Truth.Of(Recounted(), Village.Day(14), 14));
        Assert.Equal(5_140, Truth.Of(Recounted(), Village.Day(21), 14)!.Value.People);
        Assert.Equal(5_070, Truth.Of(Recounted(marked: false), Village.Day(14), 14)!.Value.People);
        // On day 21 nobody knew the new figure yet: forecasts of that day are of the old one.
        Assert.Null(Truth.Of(Recounted(published: 25), Village.Day(21), 14));
    }

    [Fact]
    public void A_break_is_known_from_the_day_on_which_its_figure_is_published()
    {
        var series = Recounted(published: 30);
        Assert.Equal([1_000, 1_070, 1_140, 5_070], series.KnownOn(Village.Day(29)).Joined.Select(r => r.People));
        Assert.Equal(4_930 - 70, series.KnownOn(Village.Day(30)).Joined[0].People);
        var known = new Knowledge([series], [null], Village.Day(35));
        Assert.Equal(1_000, known.On(Village.Day(14)).Series[0].Joined[0].People);
    }
}
