using BenchmarkDotNet.Attributes;
using Corridor.Simulation;

namespace Corridor.Bench.Micro;

/// <summary>Drawing a binomial number must cost the same for any n.</summary>
public class BinomialBenchmarks
{
    private int call;

    [Params(10L, 1_000L, 100_000L, 1_000_000L, 1_000_000_000L, 1_000_000_000_000L)]
    public long People { get; set; }

    /// <summary>The uniform numbers walk through (0, 1) by the golden ratio, so no branch is learnt by heart.</summary>
    [Benchmark]
    public long Quantile() => Binomial.Quantile(People, 0.3, (++call * 0.6180339887498949 % 1 + 1e-9) / (1 + 2e-9));
}
