using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// Simulation-based calibration of the conditioned simulation itself (S. Talts et al., "Validating Bayesian inference algorithms with simulation-based calibration", 2018): unknowns are drawn from
/// the prior, the simulation makes counts of them, an ensemble with other random numbers is conditioned on these, and the rank of the truth among its members is uniform if, and only
/// if on average, the posterior is right. One town, three camps, two weeks of counts.
/// </summary>
public sealed class SimulationBasedCalibrationTests(ITestOutputHelper output)
{
    private const int Replicates = 400;
    private const int Members = 59;
    private const int Bins = 10;
    private const int Window = 14;
    private const double ShareError = 0.05;
    private static readonly string[] Camps = ["north", "east", "south"];
    private static readonly DateOnly Start = new(2020, 1, 1);

    private static readonly Scenario Scenario = new()
    {
        Name = "three camps",
        Start = Start,
        Days = 60,
        Places = [new Place { Id = "town", Name = "Town", Kind = PlaceKind.ConflictZone, Population = 1_000_000 }, .. Camps.Select(c => new Place { Id = c, Name = c, Kind = PlaceKind.Camp })],
        Routes = [new Route { From = "town", To = "north", Km = 60 }, new Route { From = "town", To = "east", Km = 90 }, new Route { From = "town", To = "south", Km = 120 }],
    };

    /// <summary>
    /// Of every unknown, and of how one camp draws against another, which is what the counts tell best: chi-squared over ten bins (9 degrees of freedom, passes 53 three times in a hundred
    /// million), the mean of the ranks and their mean square distance from the middle, both normal around their expectation (5.6 standard deviations: two in a hundred million). Of eight
    /// quantities together less than one false alarm in a million.
    /// </summary>
    [Fact]
    public void The_rank_of_the_truth_is_uniform_for_every_unknown() => Assert.All(Calibrate(ShareError), found =>
    {
        Assert.InRange(found.ChiSquared, 0, 53);
        Assert.InRange(found.Mean, -5.6, 5.6);
        Assert.InRange(found.Spread, -5.6, 5.6);
    });

    /// <summary>Counts with twice the error that is reckoned with: the posterior is too sure of the draws, and the same test must show it.</summary>
    [Fact]
    public void A_posterior_that_is_too_sure_would_be_seen() => Assert.Contains(Calibrate(2 * ShareError), found => found.Name.EndsWith("against south", StringComparison.Ordinal) && found.Spread > 5.6);

    private List<(string Name, double ChiSquared, double Mean, double Spread)> Calibrate(double error)
    {
        var prior = Ensemble(Known([0, 0, 0]), Replicates, seed: 1_000_000);
        var truths = Enumerable.Range(0, Replicates).Select(m => Enumerable.Range(0, prior.Names.Count).Select(p => prior.PriorScoresOf(p)[m]).ToArray()).ToArray();
        var shares = prior.SimulatedShares(truths);
        var random = new Random(4711);
        var draws = Camps.Select(camp => prior.Names.ToList().IndexOf("draw of " + camp)).ToArray();
        (string Name, Func<Func<int, double>, double> Of)[] quantities =
        [
            .. prior.Names.Select((name, p) => (name, (Func<Func<int, double>, double>)(score => score(p)))),
            ("north against south", score => score(draws[0]) - score(draws[2])), ("east against south", score => score(draws[1]) - score(draws[2])),
        ];
        var ranks = quantities.Select(_ => new double[Replicates]).ToArray();
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var counted = shares[replicate].Select(s => s + error * NormalDistribution.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12))).ToArray();
            var ensemble = Ensemble(Known(counted), Members, (ulong)replicate + 1);
            var scores = prior.Names.Select((_, p) => ensemble.ScoresOf(p)).ToArray();
            for (var q = 0; q < ranks.Length; q++)
            {
                var truth = quantities[q].Of(p => truths[replicate][p]);
                ranks[q][replicate] = (Enumerable.Range(0, Members).Count(m => quantities[q].Of(p => scores[p][m]) < truth) + 0.5) / (Members + 1);
            }
        }
        var found = quantities.Select((quantity, p) => (quantity.Name, ChiSquared(ranks[p]), Scaled(ranks[p].Average() - 0.5, 1.0 / 12), Scaled(ranks[p].Average(u => (u - 0.5) * (u - 0.5)) - 1.0 / 12, 1.0 / 180))).ToList();
        foreach (var (name, chi, mean, spread) in found) output.WriteLine($"{name}: chi-squared {chi:0.0}, mean {mean:0.0}, spread {spread:0.0}");
        return found;

        static double Scaled(double difference, double variance) => difference / Math.Sqrt(variance / Replicates);

        static double ChiSquared(double[] ranks)
        {
            const double expected = Replicates / (double)Bins;
            return Enumerable.Range(0, Bins).Select(bin => ranks.Count(u => (int)(u * Bins) == bin)).Sum(n => (n - expected) * (n - expected) / expected);
        }
    }

    private static ConditionedEnsemble Ensemble(Knowledge known, int members, ulong seed) =>
        new(Scenario, known, 1, total: null, new ConditionedOptions { Members = members, Seed = seed, WindowDays = Window, Threads = 1 });

    /// <summary>Ten thousand people came in the window, and this is how the camps share them.</summary>
    private static Knowledge Known(double[] shares)
    {
        const double grown = 10_000;
        var end = Start.AddDays(Window);
        ReportSeries Series(string place, double then) => ReportSeries.Of(new Target(place, TargetKind.Stock, ""), [new Report(Start, Start, 1000), new Report(end, end, then)]);
        return new Knowledge([Series(Count.Everywhere, 1000 + grown), .. Camps.Zip(shares, (camp, share) => Series(camp, 1000 + Math.Max(0, share) * grown))], [null, null, null, null], end);
    }
}
