using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// The same members with the same random numbers run under each alternative: their
/// difference is the effect, and its interval is narrower than that of strangers.
/// </summary>
public sealed class PairedMembersTests
{
    private const int Members = 40;
    private const int Days = 14;
    private static readonly DateOnly AsOf = Village.Day(100);
    private static readonly Alternative Same = new() { Name = "same" };

    private static readonly Alternative Slowed = new()
    {
        Name = "slowed",
        Rows =
        [
            new AlternativeRow(
                new TimelineEntry { Date = AsOf.AddDays(2), Subject = Subject.Route("town", "north"), Change = Change.Pass, Value = 0.5 }, Drop: false),
        ],
    };

    [Fact]
    public void Two_alternatives_that_are_the_same_differ_by_exactly_nothing_in_every_member_everywhere()
    {
        var (forecast, draws) = Run(seed: 1);
        foreach (var ((measure, place, day, alternative), values) in draws.Where(d => d.Key.Alternative == 1))
            Assert.Equal(draws[(measure, place, day, 0)], values);
        for (var target = 0; target < 3; target++) Assert.All(forecast.Difference(Same, Alternative.Base, target, AsOf.AddDays(Days)), d => Assert.Equal(0, d));
    }

    /// <summary>
    /// The variance of the difference of pairs is less than that of strangers, which is the sum of both variances; by a factor of four at
    /// least, far beyond the sampling error of the variance of 40 members (its relative standard deviation is √(2/39) = 0.23).
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void Sharing_members_and_random_numbers_makes_the_interval_of_an_effect_narrower(int place)
    {
        var (_, draws) = Run(seed: 1);
        var (reference, slowed) = (draws[(Measure.Stock, place, Days - 1, 0)], draws[(Measure.Stock, place, Days - 1, 2)]);
        if (place == 0) (reference, slowed) = (draws[(Measure.Residents, place, Days - 1, 0)], draws[(Measure.Residents, place, Days - 1, 2)]);
        var paired = Statistical.Variance([.. slowed.Zip(reference, (s, r) => s - r)]);
        var strangers = Statistical.Variance(slowed) + Statistical.Variance(reference);
        Assert.InRange(paired, 0, strangers / 4);
    }

    [Fact]
    public void Members_are_the_same_whatever_other_alternatives_run_beside_them_and_on_any_number_of_threads()
    {
        var (_, three) = Run(seed: 1);
        var (_, alone) = Run(seed: 1, threads: 3, Slowed);
        foreach (var ((measure, place, day, _), values) in alone) Assert.Equal(three[(measure, place, day, 2)], values);
    }

    /// <summary>
    /// The members that are shown are those that move the forecast: known on the day when it is shown,
    /// and the same as without anybody looking, also for an alternative that is asked for later.
    /// </summary>
    [Fact]
    public void The_forecast_of_a_day_is_known_when_it_is_shown_and_is_the_same_without_anybody_looking()
    {
        var known = Knowledge.Of(Village.Scenario, AsOf);
        CorridorForecast Forecast() => new(Village.Scenario, known, Days, new ConditionedOptions { Members = Members, Threads = 1, Seed = 1 });
        double[] On(CorridorForecast forecast, Alternative alternative, int ahead) => forecast.Members(alternative, 1, AsOf.AddDays(ahead));
        var (shown, unseen, stopped) = (Forecast(), Forecast(), Forecast());
        var seen = new List<double[]>();
        var days = shown.Ensemble.RunAhead(
            [Slowed, Alternative.Base], _ => null, day => { if (day.AlternativeNumber == 0) seen.Add(On(shown, Slowed, day.Day + 1)); },
            TestContext.Current.CancellationToken);
        Assert.Equal(Days, days);
        Assert.True(seen[^1].Average() < On(shown, Alternative.Base, Days).Average() - 100);
        Assert.Equal(Enumerable.Range(1, Days).Select(day => On(unseen, Slowed, day)), seen);
        Assert.Equal(On(unseen, Alternative.Base, Days), On(shown, Alternative.Base, Days));

        using var afterThisDay = new CancellationTokenSource();
        var some = new List<double[]>();
        Assert.Equal(3, stopped.Ensemble.RunAhead([Slowed, Alternative.Base], _ => null, day =>
        {
            if (day.AlternativeNumber == 0) some.Add(On(stopped, Slowed, day.Day + 1));
            if (day.Day == 2) afterThisDay.Cancel();
        }, afterThisDay.Token));
        Assert.Equal(seen.Take(3), some);
    }

    private static (CorridorForecast Forecast, Dictionary<(Measure Measure, int Place, int Day, int Alternative), double[]> Draws) Run(
        ulong seed, int threads = 1, params Alternative[] only)
    {
        var known = Knowledge.Of(Village.Scenario, AsOf);
        var forecast = new CorridorForecast(Village.Scenario, known, Days, new ConditionedOptions { Members = Members, Threads = threads, Seed = seed });
        var draws = new Dictionary<(Measure, int, int, int), double[]>();
        forecast.Ensemble.RunAhead(only.Length > 0 ? only : [Alternative.Base, Same, Slowed], _ => null, day =>
        {
            foreach (var measure in new[] { Measure.Stock, Measure.Residents, Measure.Inflow })
            {
                for (var place = 0; place < 3; place++)
                {
                    var values = new double[Members];
                    day.OfPlace(measure, place, values);
                    draws.Add((measure, place, day.Day, day.AlternativeNumber), values);
                }
            }
        });
        return (forecast, draws);
    }
}
