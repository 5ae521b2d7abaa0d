using BenchmarkDotNet.Attributes;
using Corridor.Forecasting;

namespace Corridor.Bench.Micro;

/// <summary>The sixtieth day of one run of the Mosul example, when camps are filling.</summary>
public class DayBenchmarks
{
    private const int Days = 60;
    private const int Runs = 50;
    private readonly Case mosul = Case.Mosul(Runs);
    private Ensemble ensemble = null!;

    /// <summary>A day changes the state, so every measurement gets an ensemble of its own that stands on the morning of the day.</summary>
    [IterationSetup]
    public void Prepare()
    {
        using var stop = new CancellationTokenSource();
        ensemble = new Ensemble(mosul.Scenario, [Scenarios.Alternative.Base], new EnsembleOptions { Runs = Runs, Days = Days, Threads = 1 });
        ensemble.Run(day =>
        {
            if (day.Day == Days - 2) stop.Cancel();
        }, stop.Token);
    }

    [Benchmark(OperationsPerInvoke = Runs)]
    public bool OneDayOfOneRun() => ensemble.Run(static _ => { });
}
