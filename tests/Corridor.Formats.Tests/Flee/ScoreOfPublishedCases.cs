using Corridor.Formats.Flee;
using Corridor.Forecasting;

namespace Corridor.Formats.Tests.Flee;

public class ScoreOfPublishedCases
{
    /// <summary>Four of the six figures that baseline.md states. For car and mali2017_adm1, whose series are sums or counted from zero, it does not say how they were taken.</summary>
    [Theory]
    [InlineData("mali2012", 0.164)]
    [InlineData("burundi", 0.334)]
    [InlineData("ethiopia", 1.441)]
    [InlineData("ssudan", 0.423)]
    public void The_split_by_capacity_has_the_error_that_the_baseline_states(string name, double expected)
    {
        var flee = FleeFolder.Read(ReferenceFiles.Case(name), new FleeOptions()).Case!;
        Assert.Equal(expected, NaiveSplit.All(flee.Records()).Single(s => s.Name == "by capacity").Difference, 0.01);
    }
}
