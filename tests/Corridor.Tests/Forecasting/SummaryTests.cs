using Corridor.Forecasting;

namespace Corridor.Tests.Forecasting;

public class SummaryTests
{
    [Fact]
    public void Quantiles_lie_between_order_statistics()
    {
        var summary = Summary.Of(Enumerable.Range(0, 101).Select(i => (double)(100 - i)).ToArray());

        Assert.Equal(new Summary(50, 5, 10, 25, 50, 75, 90, 95, 0, 100), summary);
        Assert.Equal(1.25, Summary.At([1, 2], 0.25));
    }

    [Fact]
    public void One_value_is_every_quantile() => Assert.Equal(new Summary(7, 7, 7, 7, 7, 7, 7, 7, 7, 7), Summary.Of(new double[] { 7 }));

    [Fact]
    public void Nothing_has_no_summary() => Assert.Throws<ArgumentOutOfRangeException>(() => Summary.Of([]));

    [Fact]
    public void Whole_and_other_numbers_are_sorted_alike()
    {
        var random = new Random(5);
        double[][] sets =
        [
            // Numbers of people, up to one, two, three and four bytes apart; with negative ones; all the same.
            .. new[] { 2L, 200, 60_000, 9_000_000, 4_000_000_000 }.Select(range =>
                Enumerable.Range(0, 300).Select(_ => (double)random.NextInt64(-range / 3, range - range / 3)).ToArray()),
            [.. Enumerable.Repeat(7.0, 100)],
            // Not whole, too far apart, too large for every whole number, and not numbers.
            [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())],
            [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 5.0 - i : 6e9 + i)],
            [.. Enumerable.Range(0, 100).Select(i => 1e17 - 16 * i)],
            [.. Enumerable.Range(0, 100).Select(i => i == 40 ? double.NaN : i)],
            [.. Enumerable.Range(0, 100).Select(i => i == 40 ? double.PositiveInfinity : -i)],
        ];
        foreach (var set in sets)
        {
            double[] expected = [.. set.Order()], sorted = [.. set];
            if (!WholeNumbers.Sort(sorted))
            {
                Assert.Equal(set, sorted);
                sorted.AsSpan().Sort();
            }
            Assert.Equal(expected, sorted);
        }
        Assert.All(sets[..6], set => Assert.True(WholeNumbers.Sort([.. set])));
        Assert.All(sets[6..], set => Assert.False(WholeNumbers.Sort([.. set])));
    }
}
