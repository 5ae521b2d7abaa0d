using Corridor.Forecasting;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>Each kind of future is put into a scenario; the forecast may not move by a bit.</summary>
public sealed class LeakTests
{
    private static readonly DateOnly AsOf = Village.Day(100);

    private static double[] Quantiles(Scenario scenario, int threads = 1, bool knownClosures = false, Alternative? alternative = null)
    {
        var known = Knowledge.Of(scenario, AsOf);
        var forecast = new CorridorForecast(scenario, known, 28, new ConditionedOptions { Members = 20, Threads = threads, KnownClosures = knownClosures });
        return
        [
            .. Enumerable.Range(0, known.Series.Count).SelectMany(t => forecast.Of(alternative ?? Alternative.Base, t, AsOf.AddDays(28)).Values.ToArray()),
            .. SimpleMethods.All.SelectMany(m => Enumerable.Range(0, known.Series.Count)
                .SelectMany(t => m.Forecast(known, t, AsOf.AddDays(14)).Values.ToArray())),
        ];
    }

    [Fact]
    public void Later_reports_do_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(WithCounts(c => c.Published > AsOf ? c with { People = 7 * c.People } : c)));

    [Fact]
    public void Reports_of_earlier_days_that_were_published_later_do_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(Village.Scenario with
        {
            Counts = [.. Village.Scenario.Counts, Village.Of("north", 99, 500_000) with { Published = AsOf.AddDays(1) }],
        }));

    [Fact]
    public void Figures_that_are_revised_later_stand_until_then() => Assert.Equal(Quantiles(Village.Scenario), Quantiles(Village.Scenario with
    {
        Counts = [.. Village.Scenario.Counts, .. Village.Scenario.Counts.Where(c => c.Date <= AsOf).Select(c => Revised(c, AsOf.AddDays(1)))],
    }));

    [Fact]
    public void A_figure_that_was_revised_by_then_counts_as_revised() =>
        Assert.NotEqual(Quantiles(Village.Scenario), Quantiles(Village.Scenario with
        {
            Counts = [.. Village.Scenario.Counts, Revised(Village.Scenario.Counts.Last(c => c.Date <= AsOf), AsOf)],
        }));

    [Fact]
    public void Arrivals_that_are_revised_later_stand_until_then() =>
        Assert.Equal(Quantiles(WithArrivals()), Quantiles(WithArrivals(c => Revised(c, AsOf.AddDays(1)))));

    [Fact]
    public void Another_series_that_becomes_the_longer_one_later_does_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(WithLaterSeries()));

    [Fact]
    public void An_origin_of_a_backtest_is_the_forecast_that_would_have_been_made_on_that_day_whatever_was_revised_or_begun_later()
    {
        var revised = WithLaterSeries() with
        {
            Counts = [.. WithLaterSeries().Counts, .. Village.Scenario.Counts.Select(c => Revised(c, c.Published.AddDays(100)))],
        };
        var day = Village.Day(98);
        var plan = new BacktestPlan(revised, 14, [14]);
        var then = Knowledge.Of(Village.Scenario with { Counts = [.. Village.Scenario.Counts.Where(c => c.Published <= day)] }, day);
        Assert.Equal(then.Series.Select(s => (s.Target, s.Reports[^1])), plan.KnownOn(day).Series.Select(s => (s.Target, s.Reports[^1])));
        foreach (var method in new[] { Backtest.Own }.Concat(SimpleMethods.All.Select(m => m.Name)))
        {
            double[] Of(Scenario scenario) =>
            [
                .. new Backtest(new BacktestPlan(scenario, 14, [14]), 12, 1).At(day)
                    .Where(s => s.Method == method).SelectMany(s => s.Forecast.Values.ToArray()),
            ];
            Assert.Equal(Of(Village.Scenario), Of(revised));
        }
    }

    private static Count Revised(Count count, DateOnly published) => count with { People = 2 * count.People + 10, Published = published };

    /// <summary>The village with a series that begins after the as-of day and is soon the longest of all.</summary>
    private static Scenario WithLaterSeries() => Village.Scenario with
    {
        Counts =
        [
            .. Village.Scenario.Counts, .. Enumerable.Range(101, 90).SelectMany(day => new[] { "north", Count.Everywhere }.Select(place =>
                Village.Of(place, day, 9_000 + day) with { Series = "later" })),
        ],
    };

    /// <summary>The village with a third camp of which weekly arrivals are reported; what revises them comes first in the file.</summary>
    private static Scenario WithArrivals(Func<Count, Count>? revise = null)
    {
        var arrivals = Enumerable.Range(1, 12).Select(week => Village.Of("west", 7 * week, 100 + 10 * week) with
        {
            Measure = Measure.Inflow, Since = Village.Day(7 * week - 7),
        }).ToList();
        return Village.Scenario with
        {
            Places = [.. Village.Scenario.Places, new Place { Id = "west", Name = "West", Kind = PlaceKind.Camp, Country = "A" }],
            Routes = [.. Village.Scenario.Routes, new Route { From = "town", To = "west", Km = 70 }],
            Counts = [.. revise is null ? [] : arrivals.Select(revise), .. Village.Scenario.Counts, .. arrivals],
        };
    }

    [Fact]
    public void A_break_of_which_nobody_had_published_does_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(WithCounts(c => c.Published > AsOf ? c with { Break = true } : c)));

    [Fact]
    public void A_break_that_was_published_changes_it() =>
        Assert.NotEqual(Quantiles(Village.Scenario), Quantiles(WithCounts(c => c.Date == Village.Day(84) ? c with { Break = true } : c)));

    [Fact]
    public void Timeline_entries_that_nobody_knew_of_do_not_change_it()
    {
        var conflict = new TimelineEntry { Date = AsOf.AddDays(5), Subject = Subject.Place("north"), Change = Change.Conflict, Value = 1 };
        var changed = Village.Scenario with { Timeline = [Closure(AsOf.AddDays(1)), conflict] };
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(changed));
    }

    [Fact]
    public void Given_departures_do_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(Village.Scenario with
        {
            Departures =
            [
                new Departure(AsOf.AddDays(3), Count.Everywhere, 500_000),
                new Departure(AsOf.AddDays(-3), Count.Everywhere, 500_000),
            ],
        }));

    [Fact]
    public void People_at_the_start_that_were_derived_from_records_do_not_change_it() =>
        Assert.Equal(Quantiles(Village.Scenario), Quantiles(Village.Scenario with { InitialStock = new Dictionary<string, long> { ["north"] = 99_999 } }));

    [Fact]
    public void A_closure_that_was_announced_changes_it() =>
        Assert.NotEqual(Quantiles(Village.Scenario), Quantiles(Village.Scenario with { Timeline = [Closure(AsOf.AddDays(1)) with { Announced = AsOf }] }));

    /// <summary>
    /// Only what is known differs: the same counts, and a road that is announced to close tomorrow.
    /// It counts by the trust that the simulation has earned, so by less than in full.
    /// </summary>
    [Fact]
    public void A_closure_that_was_announced_lowers_the_forecast_behind_it_and_raises_the_other()
    {
        var announced = Village.Scenario with { Timeline = [Closure(AsOf.AddDays(1)) with { Announced = AsOf }] };
        Assert.True(Median(announced, "north") < Median(Village.Scenario, "north") - 200);
        Assert.True(Median(announced, "south") > Median(Village.Scenario, "south") + 200);

        static double Median(Scenario scenario, string place)
        {
            var known = Knowledge.Of(scenario, AsOf);
            var target = Enumerable.Range(0, known.Series.Count).Single(t => known.Series[t].Target.Place == place);
            var forecast = new CorridorForecast(scenario, known, 28, new ConditionedOptions { Members = 20, Threads = 1 });
            return forecast.Of(Alternative.Base, target, AsOf.AddDays(28)).Median;
        }
    }

    [Fact]
    public void A_closure_of_the_alternative_that_is_asked_for_sends_people_elsewhere()
    {
        var alternative = new Alternative { Name = "sealed", Rows = [new AlternativeRow(Closure(AsOf.AddDays(1)), Drop: false)] };
        var known = Knowledge.Of(Village.Scenario, AsOf);
        var forecast = new CorridorForecast(Village.Scenario, known, 28, new ConditionedOptions { Members = 20, Threads = 1 });
        var north = Enumerable.Range(0, known.Series.Count).Single(t => known.Series[t].Target.Place == "north");
        var south = Enumerable.Range(0, known.Series.Count).Single(t => known.Series[t].Target.Place == "south");
        Assert.True(Summary.Of(forecast.Difference(alternative, Alternative.Base, north, AsOf.AddDays(28))).Q50 < -1000);
        Assert.True(Summary.Of(forecast.Difference(alternative, Alternative.Base, south, AsOf.AddDays(28))).Q50 > 1000);
    }

    [Fact]
    public void Later_closures_count_only_where_they_are_granted()
    {
        var later = Village.Scenario with { Timeline = [Closure(AsOf.AddDays(1))] };
        Assert.NotEqual(Quantiles(later), Quantiles(later, knownClosures: true));
    }

    [Fact]
    public void It_is_the_same_bytes_on_any_number_of_threads()
    {
        var alternative = new Alternative { Name = "sealed", Rows = [new AlternativeRow(Closure(AsOf.AddDays(1)), Drop: false)] };
        Assert.Equal(Quantiles(Village.Scenario, 1, alternative: alternative), Quantiles(Village.Scenario, 3, alternative: alternative));
    }

    [Fact]
    public void What_past_forecasts_were_worth_is_judged_by_what_was_published_by_then()
    {
        var skill = Backtest.Until(Village.Scenario, AsOf)!;
        var changed = Backtest.Until(WithCounts(c => c.Published > AsOf ? c with { People = 7 * c.People } : c), AsOf)!;
        Assert.All(skill.Of(Backtest.Own), f => Assert.True(f.Date <= AsOf && f.Origin < f.Date));
        Assert.Equal(skill.Methods.Select(m => skill.MeanWis(skill.Cases[0], m)), changed.Methods.Select(m => changed.MeanWis(changed.Cases[0], m)));
        Assert.Null(Backtest.Until(Village.Scenario, Village.Day(10)));
    }

    [Fact]
    public void An_origin_of_a_backtest_is_the_same_whatever_was_reported_after_its_scored_days()
    {
        var plan = new BacktestPlan(Village.Scenario, 14, [14]);
        var changed = new BacktestPlan(WithCounts(c => c.Date > AsOf.AddDays(30) ? c with { People = 3 * c.People } : c), 14, [14]);
        var origin = plan.Origins.Last(o => o <= AsOf);
        Assert.Equal(Rows(new Backtest(plan, 0, 1).At(origin)), Rows(new Backtest(changed, 0, 1).At(origin)));

        static IEnumerable<string> Rows(IEnumerable<ScoredForecast> scored) => scored.Select(s => $"{s.Method} {s.Target} {s.Wis:R} {s.Crps:R}");
    }

    private static Scenario WithCounts(Func<Count, Count> change) =>
        Village.Scenario with { Counts = [.. Village.Scenario.Counts.Select(change)] };

    private static TimelineEntry Closure(DateOnly day) => new() { Date = day, Subject = Subject.Route("town", "north"), Change = Change.Close };
}
