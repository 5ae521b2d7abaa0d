using BenchmarkDotNet.Attributes;
using Corridor.Simulation;

namespace Corridor.Bench.Micro;

/// <summary>Groups that come to one place, each state twice, on a new day.</summary>
public class GroupListBenchmarks
{
    private GroupList groups;

    [Params(4, 16, 100, 1000)]
    public int States { get; set; }

    [Benchmark]
    public int ClearAndAdd()
    {
        groups.Clear();
        for (var i = 0; i < 2 * States; i++) groups.Add(new Group { People = 7, Km = i % States });
        return groups.Count;
    }
}
