using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// Series as they are published: noughts, gaps, corrections, one place long before
/// the others. Every method gives numbers, in order, none below zero.
/// </summary>
public sealed class OddSeriesTests
{
    private static readonly DateOnly AsOf = Village.Day(120);
    private static readonly LearnedCombination Own = LearnedCombination.Shared;

    private static ReportSeries Series(string place, IEnumerable<(int Day, double People)> reports) =>
        ReportSeries.Of(new Target(place, TargetKind.Stock, ""), reports.Select(r => new Report(Village.Day(r.Day), Village.Day(r.Day), r.People)));

    private static Knowledge Known(params ReportSeries[] series) => new(series, new double?[series.Length], AsOf);

    private static IEnumerable<(int, double)> Every(int days, Func<int, double> people) =>
        Enumerable.Range(0, 120 / days + 1).Select(i => (i * days, people(i * days)));

    public static TheoryData<string> Odd =>
    [
        "noughts", "three reports", "three on following days", "daily", "only a jump", "a correction down", "late", "opens with noughts",
        "ends in nought", "one long gap", "very large",
    ];

    private static ReportSeries OddSeries(string name) => Series(name, name switch
    {
        "noughts" => Every(7, _ => 0),
        "three reports" => [(0, 10), (50, 400), (100, 300)],
        "three on following days" => [(118, 10), (119, 4_000), (120, 4_000)],
        "daily" => Every(1, day => 1000 + 37 * day),
        "only a jump" => Every(10, day => day < 60 ? 500 : 90_000),
        "a correction down" => Every(10, day => day < 110 ? 80_000 + day : 12),
        "late" => [(117, 0), (118, 9), (120, 20_000)],
        "opens with noughts" => [(0, 0), (1, 0), (2, 5), (3, 60_000), (33, 61_000), (63, 62_000)],
        "ends in nought" => Every(10, day => Math.Max(0, 9_000 - 100 * day)),
        "one long gap" => [(0, 5), (1, 6), (2, 7), (119, 8)],
        "very large" => Every(5, day => 1e7 + 1e5 * day),
        _ => throw new ArgumentException(name),
    });

    [Theory, MemberData(nameof(Odd))]
    public void Every_method_gives_sensible_quantiles(string name)
    {
        var known = Known(Series("*", Every(14, day => 5_000 + 300 * day)), OddSeries(name), Series("steady", Every(7, day => 900 + day)));
        foreach (var method in SimpleMethods.All.Append(Own))
        {
            foreach (var ahead in new[] { 1, 7, 14, 28, 90, 365 })
            {
                for (var target = 0; target < 3; target++)
                {
                    var quantiles = method.Forecast(known, target, AsOf.AddDays(ahead)).Values.ToArray();
                    Assert.All(quantiles, q => Assert.True(double.IsFinite(q) && q >= 0, $"{method.Name}, {ahead} days, target {target}: {q}"));
                    Assert.Equal(quantiles.Order(), quantiles);
                    if (method == Own) Assert.True(quantiles[^1] > quantiles[0], $"{ahead} days, target {target}: the interval has no width");
                }
            }
        }
    }

    [Theory, MemberData(nameof(Odd))]
    public void The_last_report_is_never_far_out_of_the_interval_of_the_next_days(string name)
    {
        var known = Known(OddSeries(name));
        var last = known.Series[0].Reports[^1];
        var forecast = Own.Forecast(known, 0, last.Date.AddDays(1) > AsOf ? last.Date.AddDays(1) : AsOf.AddDays(1));
        // A series that has grown by as much every day will be beyond its last report by then.
        var day = 1 + Math.Abs(Trend.RateOf(known.Series[0].Reports));
        Assert.InRange(last.People, forecast.Quantile(0.01) - day, forecast.Quantile(0.99) + day);
    }

    [Fact]
    public void A_record_that_opens_with_a_nought_is_forecast_as_if_it_began_with_its_second_figure()
    {
        (int, double)[] reports = [(1, 60_000), (31, 61_000), (61, 62_000), (91, 62_500)];
        var (with, without) = (Known(Series("a", reports.Prepend((0, 0)))), Known(Series("a", reports)));
        // Nothing is learnt 200 days ahead from 120 days of reports: all weights are as at first.
        Assert.Equal(Own.Forecast(without, 0, AsOf.AddDays(200)).Values.ToArray(), Own.Forecast(with, 0, AsOf.AddDays(200)).Values.ToArray());
    }

    /// <summary>Each figure is more than ten times the one before: no opening entries but a flight that grows.</summary>
    [Fact]
    public void A_series_that_explodes_is_not_read_as_one_that_has_only_just_opened()
    {
        Knowledge Known(double last) => OddSeriesTests.Known(Series("a", [(99, 50), (106, 700), (113, 9_000), (120, last)]));
        double Ahead(double last) => Own.Forecast(Known(last), 0, AsOf.AddDays(7)).Median;
        Assert.True(Ahead(85_000) > 110_000);
        Assert.True(Ahead(95_000) > Ahead(85_000));
        // Next to nothing, twice, and then the people who were there all along.
        Assert.Equal(0, new Motion(Series("a", [(0, 0), (90, 7), (93, 7_000)]).Reports).Rate(28, withoutJumps: false));
    }

    /// <summary>700 people came from one day to the next, and no more is known: a hundred a day, not 700.</summary>
    [Fact]
    public void Registrations_on_days_that_follow_on_each_other_are_no_speed_until_a_week_is_known()
    {
        double Rate(int days) => new Motion(Series("a", [(0, 1_000), (days, 1_700)]).Reports).Rate(28, withoutJumps: false);
        Assert.Equal(100, Rate(1), 1e-9);
        Assert.Equal(100, Rate(7), 1e-9);
        Assert.Equal(50, Rate(14), 1e-9);
    }

    /// <summary>
    /// What was forecast for a week is known long before what was forecast for a month: five
    /// weeks of reports, too few to score any forecast of 28 days, move its weights.
    /// </summary>
    [Fact]
    public void What_a_week_has_shown_counts_for_the_month_ahead()
    {
        Knowledge After(Func<int, double> people) => Known(Series("a", Enumerable.Range(0, 6).Select(i => (85 + 7 * i, people(i)))));
        double Still(Knowledge known) => LearnedCombination.WeightsOfRates(known, 28).Single(r => r.Fade == 0).Weight;
        Assert.True(Still(After(i => 5_000 + 1_000 * i)) < Still(After(i => 5_000 + 1_000 * (i % 2))));
    }

    [Fact]
    public void A_place_that_opens_after_the_others_learns_from_them_that_this_situation_stands_still()
    {
        var opened = Series("new", [(92, 1_000), (106, 2_000), (120, 3_000)]);
        var moving = Known(Series("a", Every(14, day => 1_000 + 100 * day)), opened);
        var still = Known(Series("a", Every(14, day => day / 14 % 2 == 0 ? 1_000 : 3_000)), opened);
        Assert.True(Own.Forecast(moving, 1, AsOf.AddDays(28)).Median > Own.Forecast(still, 1, AsOf.AddDays(28)).Median + 200);
    }

    [Fact]
    public void A_rate_known_from_rare_reports_lasts_longer_than_one_known_from_frequent_ones()
    {
        // Nothing is learnt 200 days ahead from 120 days of reports: all rates weigh the same in both.
        double MedianOf(Knowledge known) => Own.Forecast(known, 0, AsOf.AddDays(200)).Median;
        Assert.True(MedianOf(Known(Series("a", Every(60, day => 1_000 + 100 * day)))) > MedianOf(Known(Series("a", Every(6, day => 1_000 + 100 * day)))) + 500);
    }

    [Fact]
    public void Weights_are_a_distribution_and_follow_what_has_been_true()
    {
        var growing = LearnedCombination.WeightsOfRates(Known(Series("a", Every(7, day => 1_000 + 100 * day))), 28);
        var swinging = LearnedCombination.WeightsOfRates(Known(Series("a", Every(7, day => 5_000 + (day % 2 == 0 ? 900 : -900)))), 28);
        Assert.Equal(1, growing.Sum(w => w.Weight), 9);
        Assert.True(growing[0].Weight < 0.02, $"no change keeps {growing[0].Weight}");
        Assert.True(swinging[0].Weight > growing[0].Weight);
    }

    [Fact]
    public void A_steady_series_is_forecast_with_shorter_intervals_than_its_speed_alone_would_give()
    {
        // 100 a day in both; in the second by fits and starts.
        double Length(Knowledge known) => Own.Forecast(known, 0, AsOf.AddDays(28)) is var f ? f.Quantile(0.9) - f.Quantile(0.1) : 0;
        var steady = Length(Known(Series("a", Every(7, day => 1_000 + 100 * day))));
        var halting = Length(Known(Series("a", Every(7, day => 1_000 + 100 * day + (day / 7 % 3 == 0 ? 350 : 0)))));
        Assert.True(steady < 0.9 * halting, $"{steady} against {halting}");
    }

    [Fact]
    public void One_jump_does_not_make_a_rate()
    {
        // One new registration of 20,000 a month ago, ten a day otherwise. A rate that believes all changes would go on with thousands.
        var jumped = Known(Series("a", Every(5, day => 10_000 + 10 * day + (day >= 90 ? 20_000 : 0))));
        Assert.InRange(Own.Forecast(jumped, 0, AsOf.AddDays(28)).Median - jumped.Series[0].Reports[^1].People, 0, 2_000);
    }

    [Fact]
    public void A_series_that_has_fallen_silent_is_one_of_rare_reports()
    {
        // Daily for sixty days, then nothing: what is known of its rate lasts longer than that of a series still reported.
        var motion = new Motion([.. Every(1, day => 1_000 + 50 * day).Take(61).Select(r => new Report(Village.Day(r.Item1), Village.Day(r.Item1), r.Item2))]);
        Assert.Equal(1, motion.Interval(Village.Day(60)), 9);
        Assert.Equal((60 + 60.0 * 60) / 120, motion.Interval(Village.Day(120)), 9);
    }

    [Fact]
    public void Targets_that_went_wrong_together_are_forecast_together()
    {
        var random = new Random(5);
        double[] shocks = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble() - 0.5)];
        double[][] own = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 40).Select(_ => random.NextDouble() - 0.5).ToArray())];
        Knowledge Of(double together)
        {
            var series = Enumerable.Range(0, 6).Select(place =>
            {
                var people = 50_000.0;
                double Shock(int i) => together * shocks[i] + (1 - together) * own[place][i];
                return Series("p" + place, Enumerable.Range(0, 40).Select(i => (i * 3, people += 2_000 * Shock(i))));
            });
            return Known([.. series]);
        }
        // Forty common shocks against forty of each place's own: far from each other for this fixed seed, and the bounds lie in between.
        Assert.True(Dependence.Correlation(Of(1), 14) > 0.5);
        Assert.True(Dependence.Correlation(Of(0), 14) < 0.4);
    }
}
