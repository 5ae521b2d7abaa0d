using BenchmarkDotNet.Attributes;
using Corridor.Simulation;

namespace Corridor.Bench.Micro;

/// <summary>Random numbers are a function of their key: every use computes a block.</summary>
public class PhiloxBenchmarks
{
    private int part;

    /// <summary>The first number of a new key.</summary>
    [Benchmark]
    public double FirstUniform() => new Philox(1, 2, 3, 4, Purpose.Decision, ++part, 5).NextUniform();

    /// <summary>Four numbers, as the block gives them.</summary>
    [Benchmark]
    public double FourUniforms()
    {
        var random = new Philox(1, 2, 3, 4, Purpose.Decision, ++part, 5);
        return random.NextUniform() + random.NextUniform() + random.NextUniform() + random.NextUniform();
    }
}
