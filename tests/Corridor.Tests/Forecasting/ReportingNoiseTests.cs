using Corridor.Forecasting.Conditioning;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>What counts show of the error of those who count.</summary>
public sealed class ReportingNoiseTests(ITestOutputHelper output)
{
    private const int Members = 99;
    private static readonly DateOnly Start = new(2020, 1, 1);

    /// <summary>
    /// Calibration by the roughness of a series alone: an error from the prior, a course that drifts and wanders as is believed, thirty
    /// reports of it. Chi-squared of 300 ranks over ten bins, 9 degrees of freedom: beyond 53 three times in a hundred million.
    /// </summary>
    [Fact]
    public void The_rank_of_the_true_error_of_a_rough_series_is_uniform()
    {
        const int replicates = 300, bins = 10;
        var prior = ReportingNoise.Prior(1, replicates, seed: 5);
        var random = new Random(17);
        double Normal() => NormalDistribution.Quantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
        var ranks = new int[bins];
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            var (noise, wander, drift) = (ReportingNoise.Of(prior[replicate][0]), 1e-4 * Math.Pow(3000, random.Next(12) / 11.0), 0.01 * Normal());
            var (log, counts) = (Math.Log(1e9), new List<Count>());
            for (var i = 0; i < 30; i++, log += 7 * drift + wander * Math.Sqrt(7) * Normal()) counts.Add(Of("a", 7 * i, Math.Exp(log + noise * Normal())));
            var after = ReportingNoise.Of(counts, ["agency"], Members, (ulong)replicate);
            ranks[Enumerable.Range(0, Members).Count(m => after.Score(m, 0) < prior[replicate][0]) * bins / (Members + 1)]++;
        }
        var chiSquared = ranks.Sum(n => Math.Pow(n - replicates / (double)bins, 2) / (replicates / (double)bins));
        output.WriteLine($"chi-squared {chiSquared:0.0}: {string.Join(' ', ranks)}");
        Assert.InRange(chiSquared, 0, 53);
    }

    [Fact]
    public void Agencies_that_are_far_apart_on_one_day_have_larger_errors_than_those_that_agree()
    {
        Count Other(int day, double apart) => Of("a", 9 * day, 10_000 * (1 + (day % 2 == 0 ? apart : -apart)), "other");
        double Median(double apart) =>
            Middle([.. Enumerable.Range(0, 7).SelectMany(day => new[] { Of("a", 9 * day, 10_000), Other(day, apart) })], "agency");
        Assert.InRange(Median(0.001), 0.0005, 0.005);
        Assert.InRange(Median(0.3), 0.08, 0.4);
    }

    [Fact]
    public void A_figure_that_was_revised_shows_the_error_of_its_source_and_others_are_believed_to_be_alike()
    {
        Count Revision(int day) => Of("a", 9 * day, 14_000) with { Published = Start.AddDays(9 * day + 3) };
        Count[] revised = [.. Enumerable.Range(0, 6).SelectMany(day => new[] { Of("a", 9 * day, 10_000), Revision(day) })];
        Assert.InRange(Middle(revised, "agency"), 0.1, 0.5);
        // One that has shown nothing is pulled along, less far.
        Assert.InRange(Middle(revised, "unseen"), 0.04, Middle(revised, "agency"));
    }

    [Fact]
    public void Without_evidence_the_draws_are_those_of_the_prior() => Assert.InRange(Middle([], "agency"), 0.02 / 1.5, 0.02 * 1.5);

    /// <summary>
    /// Steady figures with small errors that count twice as many people from the eleventh on,
    /// which is also given as counted before: no errors, once the break is known.
    /// </summary>
    [Fact]
    public void What_a_series_counts_otherwise_from_a_break_on_is_no_error_of_its_source()
    {
        double Median(bool told)
        {
            double People(int i) => (i < 10 ? 10_000 : 20_000) * (1 + (i % 2 == 0 ? 0.002 : -0.002));
            var counts = Enumerable.Range(0, 20).Select(i => Of("a", 7 * i, People(i)) with { Break = told && i == 10 }).ToList();
            counts.Add(Of("a", 70, 10_000) with { Published = Start.AddDays(69) });
            return Middle([.. counts], "agency");
        }
        Assert.InRange(Median(told: true), 0.0005, 0.006);
        Assert.InRange(Median(told: false), 0.05, 1);
    }

    [Fact]
    public void Figures_of_two_series_count_different_people_and_are_not_held_against_each_other()
    {
        Count[] counts =
        [
            .. Enumerable.Range(0, 7).SelectMany(day => new[]
            {
                Of("a", 9 * day, 10_000) with { Series = "all" },
                Of("a", 9 * day, 1000) with { Series = "registered" },
            }),
        ];
        Assert.InRange(Middle(counts, "all"), 0.02 / 1.5, 0.02 * 1.5);
    }

    [Theory]
    [InlineData("UNHCR_FU_20170201", "UNHCR_FU")]
    [InlineData("IOM DTM 2017-02", "IOM DTM")]
    [InlineData("Fassala-Mbera", "Fassala-Mbera")]
    [InlineData("", "counts")]
    public void A_source_is_who_publishes_not_the_single_publication(string source, string expected) =>
        Assert.Equal(expected, NoiseEvidence.SourceOf(Of("a", 0, 1) with { Source = source }));

    private static double Middle(Count[] counts, string source)
    {
        var noise = ReportingNoise.Of(counts, [source], 999, seed: 3);
        return ReportingNoise.Of(Enumerable.Range(0, 999).Select(m => noise.Score(m, 0)).Order().ElementAt(499));
    }

    private static Count Of(string place, int day, double people, string source = "agency") =>
        new() { Date = Start.AddDays(day), Published = Start.AddDays(day), Place = place, Measure = Measure.Stock, People = (long)people, Source = source };
}
