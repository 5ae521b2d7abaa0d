using System.Globalization;

namespace Corridor.Formats.Tests.Flee;

/// <summary>The bounds are those of the issue; they are never widened: where one fails, a rule differs.</summary>
public class AgreementWithTheReference
{
    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void Means_of_200_runs_in_groups_agree_for_99_of_100_camps_and_tenth_days(string name)
    {
        ReferenceFiles.Case(name);
        AssertAgreement(name, ReferenceEnsemble.Of(name), 0.99);
    }

    /// <summary>Where camps stand at their limit for hundreds of days, people one by one agree as well as groups do.</summary>
    [Fact]
    public void One_by_one_99_of_100_agree_for_car()
    {
        ReferenceFiles.Case("car");
        AssertAgreement("car", ReferenceEnsemble.OneByOne("car"), 0.99);
    }

    private static void AssertAgreement(string name, ReferenceEnsemble ensemble, double share)
    {
        var reference = ReferenceFiles.Figures(name);
        var outside = new List<string>();
        foreach (var (day, camp, mean, deviation, seeds, _) in reference)
        {
            var (ours, variance) = ensemble.Figure(day, camp);
            // Ten seeds that all give the same whole number do not say that the number cannot differ: then the spread is that of our own runs.
            var spread = deviation > 0 ? deviation * deviation : variance;
            var error = Math.Sqrt(spread / seeds + variance / ReferenceEnsemble.Runs);
            var difference = Math.Abs(ours - mean);
            if (difference > 4 * error && difference > 0.015 * mean)
                outside.Add(string.Create(CultureInfo.InvariantCulture, $"day {day} {camp}: {ours:F1}, reference {mean:F1} ± {deviation:F1}"));
        }
        Assert.True(outside.Count <= (1 - share) * reference.Count, $"{outside.Count} of {reference.Count} outside:\n{string.Join('\n', outside)}");
    }

    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void As_many_people_are_under_way_as_in_the_reference(string name)
    {
        ReferenceFiles.Case(name);
        var ensemble = ReferenceEnsemble.Of(name);
        // The only chance in this number is a place that runs empty.
        foreach (var (day, _, _, _, _, agents) in ReferenceFiles.Figures(name)) Assert.Equal(agents, ensemble.Displaced(day), 0.5 + 1e-6 * agents);
    }

    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void Averaged_relative_differences_agree_to_two_hundredths(string name)
    {
        ReferenceFiles.Case(name);
        // For cases without recorded totals the reference divides by 1; for the floods its counts alone are compared.
        Assert.SkipWhen(name.StartsWith("dflee", StringComparison.Ordinal), "in flood cases only the counts are compared (reference/README.md)");
        var (_, plain, rescaled) = ReferenceFiles.Index(name);
        var ensemble = ReferenceEnsemble.Of(name);
        Assert.Equal(plain, ensemble.Plain, 0.02);
        Assert.Equal(rescaled, ensemble.Rescaled, 0.02);
    }
}
