using System.Diagnostics;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>Seconds of several repeats.</summary>
internal readonly record struct Seconds(double Median, double Min, double Max)
{
    public static Seconds Of(IEnumerable<double> repeats)
    {
        var sorted = repeats.Order().ToArray();
        return new Seconds(Summary.At(sorted, 0.5), sorted[0], sorted[^1]);
    }

    public static Seconds operator /(Seconds seconds, double by) => new(seconds.Median / by, seconds.Min / by, seconds.Max / by);

    public static Seconds Divide(Seconds seconds, double by) => seconds / by;
}

/// <summary>What the whole runs of one case cost.</summary>
internal sealed record Measured
{
    public required Case Case { get; init; }

    /// <summary>A single run on one thread, with the preparation of the network.</summary>
    public required Seconds OneRun { get; init; }

    /// <summary>The ensemble on one thread.</summary>
    public required Seconds OneThread { get; init; }

    /// <summary>The ensemble on all cores.</summary>
    public required Seconds AllCores { get; init; }

    /// <summary>Groups handled in the ensemble.</summary>
    public required long GroupSteps { get; init; }

    /// <summary>Displaced people, summed over days and runs.</summary>
    public required double PersonDays { get; init; }

    /// <summary>Managed memory with the finished ensemble still alive, bytes.</summary>
    public required long ManagedBytes { get; init; }

    /// <summary>Largest resident set of the process so far, bytes.</summary>
    public required long ProcessPeakBytes { get; init; }

    public double GroupStepsPerSecond => GroupSteps / OneThread.Median;

    public double PersonDaysPerSecond => PersonDays / OneThread.Median;

    /// <summary>Measures a case. The first ensemble is not timed: it warms the code up and counts the work, which is the same every time.</summary>
    public static Measured Of(Case measured, int repeats)
    {
        var personDays = 0.0;
        var values = new double[measured.Runs];
        var warm = Make(measured, measured.Runs, Environment.ProcessorCount);
        warm.Run(day =>
        {
            day.OfAll(Measure.Displaced, values);
            personDays += values.Sum();
        });
        var managed = GC.GetTotalMemory(forceFullCollection: false);
        var one = Time(measured, 1, 1, repeats);
        var single = measured.Runs == 1 ? one : Time(measured, measured.Runs, 1, repeats);
        var all = measured.Runs == 1 ? one : Time(measured, measured.Runs, Environment.ProcessorCount, repeats);
        return new Measured
        {
            Case = measured,
            OneRun = one,
            OneThread = single,
            AllCores = all,
            GroupSteps = warm.GroupSteps,
            PersonDays = personDays,
            ManagedBytes = managed,
            ProcessPeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
        };
    }

    public static Ensemble Make(Case one, int runs, int threads) =>
        new(one.Scenario, [Alternative.Base], new EnsembleOptions { Runs = runs, Threads = threads, ByPerson = one.ByPerson });

    /// <summary>Wall seconds from a loaded scenario to the end of the last day.</summary>
    public static Seconds Time(Case one, int runs, int threads, int repeats) => Seconds.Of(Enumerable.Range(0, repeats).Select(_ =>
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        Make(one, runs, threads).Run(static _ => { });
        return watch.Elapsed.TotalSeconds;
    }));
}
