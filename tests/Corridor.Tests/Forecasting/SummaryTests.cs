using Corridor.Forecasting;

namespace Corridor.Tests.Forecasting;

public class SummaryTests
{
    [Fact]
    public void Quantiles_lie_between_order_statistics()
    {
        var summary = Summary.Of(Enumerable.Range(0, 101).Select(i => (double)(100 - i)).ToArray());

        Assert.Equal(new Summary(50, 5, 10, 25, 50, 75, 90, 95), summary);
        Assert.Equal(1.25, Summary.At([1, 2], 0.25));
    }

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal(new Summary(7, 7, 7, 7, 7, 7, 7, 7), Summary.Of(new double[] { 7 }));

    [Fact]
    public void Nothing_has_no_summary() => Assert.Throws<ArgumentOutOfRangeException>(() => Summary.Of([]));
}
