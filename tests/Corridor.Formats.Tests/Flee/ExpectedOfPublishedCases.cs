using System.Globalization;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// Expected values of published cases at their real populations hold against 2,000 sampled runs, place by place and day by day.
/// Bounds per cell as in the small networks (there <c>ExpectedAgainstSampled</c>): Bernstein's inequality at 10⁻¹² for means, 7.5
/// standard errors for variances above 5 people²; all 20,000 cells together fail by chance once in ten million seeds.
/// </summary>
public class ExpectedOfPublishedCases
{
    private const int Runs = 2000;
    private const double Doubt = 28.3;
    private const double StandardErrors = 7.5;

    /// <summary>As published, until a capacity binds (ethiopia: never, in these days); and without capacities, so that more days are exact.</summary>
    [Theory]
    [InlineData("ethiopia", 60, true)]
    [InlineData("mali2012", 30, true)]
    [InlineData("burundi", 15, false)]
    [InlineData("ssudan", 15, false)]
    [InlineData("moo_f1_c1_t3", 60, false)]
    [InlineData("dflee_test_coastal_flooding", 6, false)]
    public void Means_and_variances_are_those_of_2_000_sampled_runs(string name, int days, bool asPublished)
    {
        var read = FleeFolder.Read(ReferenceFiles.Case(name), new FleeOptions()).Input.Scenario! with { Days = days };
        var scenario = asPublished ? read : read with
        {
            Places = [.. read.Places.Select(p => p with { Capacity = null })],
            Timeline = [.. read.Timeline.Where(e => e.Change != Change.Capacity)],
        };
        var expected = new ExpectedValues(scenario, Alternative.Base);
        Assert.True(expected.Run(cancellation: TestContext.Current.CancellationToken));
        var exact = new[] { expected.FirstBinding?.Date, expected.FirstShortage?.Date.AddDays(1) }.Min() is { } first ? scenario.Day(first) : days;
        Assert.True(exact >= 5, $"exact for {exact} days only");
        var (cells, outside, people) = (0, new List<string>(), new double[Runs]);
        new Ensemble(scenario with { Days = exact }, [Alternative.Base], new EnsembleOptions { Runs = Runs, Seed = 11 }).Run(day =>
        {
            for (var place = 0; place < scenario.Places.Count; place++)
            {
                day.OfPlace(Measure.Stock, place, people);
                Look(expected.Stock(place, day.Day), $"{day.Date:yyyy-MM-dd} {scenario.Places[place].Id}");
            }
        }, TestContext.Current.CancellationToken);
        Assert.Empty(outside);
        Assert.True(cells >= 5 * scenario.Places.Count);

        void Look(Moments moments, string where)
        {
            cells++;
            var mean = people.Average();
            var variance = people.Sum(p => (p - mean) * (p - mean)) / (Runs - 1);
            var bound = (Doubt / 3 + Math.Sqrt(Doubt * Doubt / 9 + 2 * Doubt * moments.Variance * Runs)) / Runs;
            if (Math.Abs(mean - moments.Mean) > bound)
            {
                outside.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{where}: mean {mean:0.###}, expected {moments.Mean:0.###} ± {bound:0.###}"));
            }
            if (moments.Variance < 5) return;
            bound = StandardErrors * moments.Variance * Math.Sqrt((2 + 1 / moments.Variance) / Runs);
            if (Math.Abs(variance - moments.Variance) > bound)
            {
                outside.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{where}: variance {variance:0.###}, expected {moments.Variance:0.###} ± {bound:0.###}"));
            }
        }
    }
}
