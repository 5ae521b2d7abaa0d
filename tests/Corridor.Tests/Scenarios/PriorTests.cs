using Corridor.Scenarios;

namespace Corridor.Tests.Scenarios;

public class PriorTests
{
    private static readonly RuleParameter Weight = RuleParameter.Find("camp_weight")!;

    [Theory]
    [InlineData("uniform(1, 3)", 0.25, 1.5)]
    [InlineData("normal(2, 0.5)", 0.8413447460685429, 2.5)]
    [InlineData("lognormal(2, 0.5)", 0.5, 2)]
    [InlineData("lognormal(2, 0.5)", 0.8413447460685429, 3.29744)]
    [InlineData(" Normal ( 2 , 0 ) ", 0.1, 2)]
    public void A_prior_is_read_and_gives_its_quantiles(string text, double u, double quantile) =>
        Assert.Equal(quantile, Read(Weight, text)!.Quantile(u), 1e-5);

    [Theory]
    [InlineData("uniform(1, 3)")]
    [InlineData("normal(2, 0.5)")]
    [InlineData("lognormal(0.1, 1)")]
    public void The_text_form_is_read_again(string text) => Assert.Equal(text, Read(Weight, text)!.ToString());

    [Theory]
    [InlineData("uniform(3, 1)", "upper bound")]
    [InlineData("normal(2, -1)", "standard deviation")]
    [InlineData("lognormal(0, 1)", "more than 0")]
    [InlineData("beta(1, 2)", "not a prior")]
    [InlineData("uniform(1)", "not a prior")]
    [InlineData("uniform(1, 2, 3)", "not a prior")]
    [InlineData("uniform(1, NaN)", "not a prior")]
    [InlineData("uniform 1 2", "not a prior")]
    [InlineData("uniform(-1, 2)", "beyond the range; expected a number")]
    [InlineData("uniform(1, 1e9)", "beyond the range; expected a number")]
    public void What_is_no_prior_is_refused_with_the_reason(string text, string reason)
    {
        Assert.Null(Prior.Parse(Weight, text, Origin.None, out var wrong));
        Assert.Contains(reason, wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("awareness_level")]
    [InlineData("departures")]
    [InlineData("conflict_decay")]
    [InlineData("start_on_foot")]
    public void Only_a_parameter_that_is_one_real_number_has_a_prior(string name)
    {
        Assert.Null(Prior.Parse(RuleParameter.Find(name)!, "uniform(1, 2)", Origin.None, out var wrong));
        Assert.Contains(name, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draw_stays_in_the_range_of_the_parameter()
    {
        var prior = Read(RuleParameter.Find("default_movechance")!, "normal(0.9, 1)")!;

        Assert.Equal(1, prior.Quantile(0.999));
        Assert.Equal(0, prior.Quantile(0.001));
    }

    private static Prior? Read(RuleParameter parameter, string text) => Prior.Parse(parameter, text, Origin.None, out _);
}
