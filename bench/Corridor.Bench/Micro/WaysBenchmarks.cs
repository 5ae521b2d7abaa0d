using BenchmarkDotNet.Attributes;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Bench.Micro;

/// <summary>The candidate ways of all 20,000 places of the road network, from nothing.</summary>
public class WaysBenchmarks
{
    private readonly Scenario scenario = RoadNetwork.Make();

    [Params(1, 2, 3)]
    public int Awareness { get; set; }

    [Params(WaysConsidered.ShortestPerDestination, WaysConsidered.EverySimplePath)]
    public WaysConsidered Considered { get; set; }

    [Benchmark]
    public int Prepare()
    {
        var asked = scenario with { Rules = scenario.Rules with { AwarenessLevel = Awareness, Ways = Considered } };
        var network = new Network(asked);
        var situation = new Situation(asked, network, asked.Timeline);
        var ways = new Ways(network, situation, new Plans(), asked.Rules, asked.MajorRoutes);
        situation.Advance();
        ways.Update();
        return ways.Of.Length;
    }
}
