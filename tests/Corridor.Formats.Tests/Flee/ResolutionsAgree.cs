using System.Globalization;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// Groups and persons on published cases, with rules switched on that make people differ: the means and the variances
/// of every place on some days, each within six and a half standard errors that are estimated from the runs (by chance
/// once in 12 thousand million comparisons; there are some thousands). Both sides have seeds of their own.
/// </summary>
/// <remarks>
/// In mali2012 camps have six times the room and draw less from a tenth of it on: the room matters on all
/// days, but no camp stands at its limit, where the order in which people act shows by design.
/// </remarks>
public class ResolutionsAgree
{
    private const int Runs = 160;
    private const double StandardErrors = 6.5;

    private static readonly Dictionary<string, Func<Rules, Rules>> Switched = new()
    {
        ["mali2012"] = r => r with
        {
            WomenAvoidHazards = true, ChildrenAvoidHazards = true, BoysTakeRisk = true,
            AwarenessLevel = 2, StartOnFoot = true, CapacityScaling = 6, CapacityBuffer = 0.1,
        },
        ["ethiopia"] = r => r with { AwarenessLevel = 2, CampWeight = 2, ConflictWeight = 0.5 },
        ["dflee_test_coastal_flooding"] = r => r,
        ["ssudan"] = r => r with { CampMovechance = 0.01, StartOnFoot = true },
    };

    public static TheoryData<string> Names => [.. Switched.Keys];

    [Theory, MemberData(nameof(Names))]
    public void On_published_cases_means_and_variances_of_groups_and_persons_agree(string name)
    {
        var (_, flee) = FleeFolder.Read(ReferenceFiles.Case(name), new FleeOptions { Hasten = ReferenceFiles.Index(name).Hasten });
        // Cut to single persons, so that where a camp fills both see the same.
        var scenario = flee!.Scenario with { Rules = Switched[name](flee.Scenario.Rules) with { CapacitySlices = 1024 } };
        scenario = scenario with { Days = Math.Min(scenario.Days, 150) };
        var groups = Stocks(scenario, seed: 21, byPerson: false);
        var persons = Stocks(scenario, seed: 22, byPerson: true);

        var outside = new List<string>();
        foreach (var (key, one) in groups)
        {
            var other = persons[key];
            var (mean, variance) = (one.Average() - other.Average(), Variance(one) - Variance(other));
            var errorOfMean = Math.Sqrt((Variance(one) + Variance(other)) / Runs);
            // Where nearly all runs are equal, the fourth moment of a sample says little: the
            // least error is that of a number of which one run in a hundred is another.
            var errorOfVariance = Math.Sqrt(ErrorOfVariance(one) + ErrorOfVariance(other));
            var where = string.Create(CultureInfo.InvariantCulture, $"day {key.Day} {scenario.Places[key.Place].Id}");
            if (Math.Abs(mean) > StandardErrors * errorOfMean + 0.02)
            {
                outside.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{where}: means {one.Average():F2} and {other.Average():F2}, error {errorOfMean:F2}"));
            }
            if (Math.Abs(variance) > StandardErrors * errorOfVariance + 0.1)
            {
                outside.Add(string.Create(CultureInfo.InvariantCulture,
                    $"{where}: variances {Variance(one):F2} and {Variance(other):F2}, error {errorOfVariance:F2}"));
            }
        }
        Assert.True(outside.Count == 0, $"{outside.Count} of {2 * groups.Count} outside:\n{string.Join('\n', outside)}");
        // The comparison says something: there are people who move.
        Assert.True(groups.Count(g => Variance(g.Value) > 1) > groups.Count / 10);
    }

    private static Dictionary<(int Day, int Place), double[]> Stocks(Scenario scenario, ulong seed, bool byPerson)
    {
        var stocks = new Dictionary<(int, int), double[]>();
        var every = Math.Max(1, scenario.Days / 10);
        new Ensemble(scenario, [Alternative.Base], new EnsembleOptions { Runs = Runs, Seed = seed, ByPerson = byPerson, TrackedRuns = 0 }).Run(day =>
        {
            if (day.Day % every != every - 1) return;
            for (var place = 0; place < scenario.Places.Count; place++) day.OfPlace(Measure.Stock, place, stocks[(day.Day, place)] = new double[Runs]);
        });
        return stocks;
    }

    private static double Variance(double[] draws)
    {
        var mean = draws.Average();
        return draws.Sum(d => (d - mean) * (d - mean)) / (draws.Length - 1);
    }

    private static double ErrorOfVariance(double[] draws)
    {
        var (mean, variance) = (draws.Average(), Variance(draws));
        return Math.Max(0, draws.Average(d => Math.Pow(d - mean, 4)) - variance * variance) / draws.Length;
    }
}
