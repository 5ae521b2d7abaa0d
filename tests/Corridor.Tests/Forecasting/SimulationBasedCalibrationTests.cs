using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>
/// Simulation-based calibration of the conditioned simulation itself (S. Talts et al., "Validating Bayesian inference algorithms with
/// simulation-based calibration", 2018): unknowns are drawn from the prior, the simulation makes counts of them, an ensemble with other random
/// numbers is conditioned on these, and the rank of the truth among its members is uniform if, and only if on average, the posterior is right. One
/// town, three camps, two weeks of counts, a conflict that doubles in the middle of them, and two agencies that both count on twenty occasions.
/// </summary>
public sealed class SimulationBasedCalibrationTests(ITestOutputHelper output)
{
    private const int Replicates = 400;
    private const int Members = 59;
    private const int Bins = 10;
    private const int Window = 14;
    private const double ShareError = 0.05;
    private const int Step = 2;
    private const double Before = 20_000, DaysBefore = 20;
    private static readonly string[] Camps = ["north", "east", "south"];
    private static readonly DateOnly Start = new(2020, 1, 1);

    private static readonly Scenario Scenario = new()
    {
        Name = "three camps",
        Start = Start,
        Days = 60,
        Places =
        [
            new Place { Id = "town", Name = "Town", Kind = PlaceKind.ConflictZone, Population = 1_000_000 },
            .. Camps.Select(c => new Place { Id = c, Name = c, Kind = PlaceKind.Camp }),
        ],
        Timeline = [new TimelineEntry { Date = Start.AddDays(7), Subject = Subject.Place("town"), Change = Change.Conflict, Value = 2 }],
        Routes =
        [
            new Route { From = "town", To = "north", Km = 60 },
            new Route { From = "town", To = "east", Km = 90 },
            new Route { From = "town", To = "south", Km = 120 },
        ],
    };

    /// <summary>
    /// Of every unknown, and of how one camp draws against another, which is what the counts tell best: chi-squared
    /// over ten bins (9 degrees of freedom, passes 53 three times in a hundred million), the mean of the ranks and
    /// their mean square distance from the middle, both normal around their expectation (5.6 standard deviations:
    /// two in a hundred million). Of eleven quantities together about one false alarm in a million.
    /// </summary>
    [Fact]
    public void The_rank_of_the_truth_is_uniform_for_every_unknown()
    {
        var all = Calibrate(1);
        Assert.Equal(11, all.Count);
        Assert.All(all, found =>
        {
            Assert.InRange(found.ChiSquared, 0, 53);
            Assert.InRange(found.Mean, -5.6, 5.6);
            Assert.InRange(found.Spread, -5.6, 5.6);
        });
    }

    /// <summary>
    /// Shares and waves with twice the spread that is reckoned with: the posterior is too sure of the draws and of the rate, and the same test must show it.
    /// </summary>
    [Fact]
    public void A_posterior_that_is_too_sure_would_be_seen()
    {
        var all = Calibrate(2);
        Assert.Contains(all, found => found.Name.EndsWith("against south", StringComparison.Ordinal) && found.Spread > 5.6);
        Assert.Contains(all, found => found.Name == "departures a day" && found.Spread > 5.6);
    }

    private List<(string Name, double ChiSquared, double Mean, double Spread)> Calibrate(double tooMuch)
    {
        // No place grew, so nothing is conditioned on; people leave all the same, and how they share themselves out is the truth.
        var prior = Ensemble(Scenario, Known([0, 0, 0], [.. Enumerable.Range(1, Window / Step).Select(i => Before + 2000 * i)]), Replicates, seed: 1_000_000);
        var scoresBefore = prior.Names.Select((_, p) => prior.PriorScoresOf(p)).ToArray();
        var truths = Enumerable.Range(0, Replicates).Select(m => scoresBefore.Select(s => s[m]).ToArray()).ToArray();
        // The second agency, whose error is nobody's question, is alike.
        var agencies = ReportingNoise.Prior(2, Replicates, seed: 2_000_000);
        for (var m = 0; m < Replicates; m++) truths[m][Error] = agencies[m][0];
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
            var truth = truths[replicate];
            var noise = ReportingNoise.Of(truth[Error]);
            double Normal() => NormalDistribution.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
            double Reported(double people) => people * (1 + noise * Normal());
            // People leave as docs/forecasting.md says, and all of them are counted every other day.
            var (people, total) = (Before * (1 + noise * Normal()), new List<double>());
            for (var day = Step; day <= Window; day += Step)
            {
                var expected = Enumerable.Range(day - Step + 1, Step).Sum(d => Leaving(truth, d));
                people += expected * (1 + tooMuch * 0.7 * Math.Sqrt(7.0 / Step) * Normal());
                total.Add(Reported(people));
            }
            var counted = shares[replicate].Select(s =>
            {
                var error = noise * Math.Sqrt(1000.0 * 1000 + Math.Pow(1000 + s * Grown, 2)) / Grown;
                return s + tooMuch * Math.Sqrt(ShareError * ShareError + error * error) * Normal();
            }).ToArray();
            var scenario = Scenario with { Counts = [.. CountedByTwo(noise, ReportingNoise.Of(agencies[replicate][1]), Normal)] };
            var ensemble = Ensemble(scenario, Known(counted, total), Members, (ulong)replicate + 1);
            var scores = prior.Names.Select((_, p) => ensemble.ScoresOf(p)).ToArray();
            for (var q = 0; q < ranks.Length; q++)
            {
                var actual = quantities[q].Of(p => truth[p]);
                ranks[q][replicate] = (Enumerable.Range(0, Members).Count(m => quantities[q].Of(p => scores[p][m]) < actual) + 0.5) / (Members + 1);
            }
        }
        var found = quantities.Select((quantity, p) => (
            quantity.Name,
            ChiSquared(ranks[p]),
            Scaled(ranks[p].Average() - 0.5, 1.0 / 12),
            Scaled(ranks[p].Average(u => (u - 0.5) * (u - 0.5)) - 1.0 / 12, 1.0 / 180))).ToList();
        foreach (var (name, chi, mean, spread) in found) output.WriteLine($"{name}: chi-squared {chi:0.0}, mean {mean:0.0}, spread {spread:0.0}");
        return found;

        static double Scaled(double difference, double variance) => difference / Math.Sqrt(variance / Replicates);

        static double ChiSquared(double[] ranks)
        {
            const double expected = Replicates / (double)Bins;
            return Enumerable.Range(0, Bins).Select(bin => ranks.Count(u => (int)(u * Bins) == bin)).Sum(n => (n - expected) * (n - expected) / expected);
        }
    }

    /// <summary>Position of the error of the agency among the unknowns.</summary>
    private const int Error = 3;

    private const double Grown = 10_000;

    /// <summary>P (drive / drive at the last report)^e T^((day - last) / 28); the middle of the prior of P is what came in the weeks before.</summary>
    private static double Leaving(double[] scores, int day) =>
        Before / DaysBefore * Math.Exp(1.5 * scores[0] + 0.5 * scores[2] * (day - Window) / 28.0)
        * Math.Pow(day < 7 ? 0.5 : 1, NormalDistribution.Probability(scores[1]));

    private static IEnumerable<Count> CountedByTwo(double noise, double other, Func<double> normal)
    {
        foreach (var place in Camps.Prepend(Count.Everywhere))
        {
            for (var day = 1; day <= 5; day++)
            {
                Count Of(string source, double error) => new()
                {
                    Date = Start.AddDays(-10 * day), Published = Start.AddDays(-10 * day), Place = place, Measure = Measure.Stock,
                    Source = source, People = (long)(1e9 * Math.Exp(error * normal())),
                };
                yield return Of("agency", noise);
                yield return Of("hub", other);
            }
        }
    }

    private static ConditionedEnsemble Ensemble(Scenario scenario, Knowledge known, int members, ulong seed) =>
        new(scenario, known, 1, total: null, new ConditionedOptions { Members = members, Seed = seed, WindowDays = Window, Threads = 1 });

    /// <summary>This is how the camps share ten thousand who came in the window, and these are the figures of the whole situation.</summary>
    private static Knowledge Known(double[] shares, List<double> total)
    {
        var end = Start.AddDays(Window);
        ReportSeries Series(string place, double then) =>
            ReportSeries.Of(new Target(place, TargetKind.Stock, ""), [new Report(Start, Start, 1000), new Report(end, end, then)]);
        var all = ReportSeries.Of(new Target(Count.Everywhere, TargetKind.Stock, ""),
        [
            new Report(Start.AddDays(-(int)DaysBefore), Start, 0), new Report(Start, Start, Before),
            .. total.Select((people, i) => new Report(Start.AddDays(Step * (i + 1)), Start.AddDays(Step * (i + 1)), people)),
        ]);
        return new Knowledge([all, .. Camps.Zip(shares, (camp, share) => Series(camp, 1000 + Math.Max(0, share) * Grown))], [null, null, null, null], end);
    }
}
