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
    /// The members that are shown are those that make the factors: known on the day when it is shown,
    /// and the same as without anybody looking, also for an alternative that is asked for later.
    /// </summary>
    [Fact]
    public void The_factors_of_a_day_are_known_when_it_is_shown_and_are_the_same_without_anybody_looking()
    {
        var known = Knowledge.Of(Village.Scenario, AsOf);
        CorridorForecast Forecast() => new(Village.Scenario, known, Days, new ConditionedOptions { Members = Members, Threads = 1, Seed = 1 });
        var (shown, unseen, stopped) = (Forecast().Ensemble, Forecast().Ensemble, Forecast().Ensemble);
        var seen = new List<double[]>();
        var days = shown.RunAhead(
            [Slowed], _ => null, day => seen.Add([.. shown.FactorsOf(Slowed)[1][day.Day + 1]]), TestContext.Current.CancellationToken);
        Assert.Equal(Days, days);
        Assert.Contains(seen[^1], factor => factor < 0.9);
        Assert.Equal(unseen.FactorsOf(Slowed)[1].Skip(1), seen);
        Assert.Equal(unseen.FactorsOf(Alternative.Base), shown.FactorsOf(Alternative.Base));

        using var afterThisDay = new CancellationTokenSource();
        Assert.Equal(3, stopped.RunAhead([Slowed], _ => null, day => { if (day.Day == 2) afterThisDay.Cancel(); }, afterThisDay.Token));
        Assert.Equal(seen.Take(3), stopped.FactorsOf(Slowed)[1].Skip(1).Take(3));
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
