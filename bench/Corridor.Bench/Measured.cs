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
}

/// <summary>What the whole runs of one case cost, measured in a process of its own.</summary>
internal sealed record Measured
{
    /// <summary>Runs of the ensemble on one thread, from which the rates are taken.</summary>
    private const int Few = 20;

    public required string Name { get; init; }
    public required int Places { get; init; }
    public required int Days { get; init; }
    public required int Runs { get; init; }

    /// <summary>A single run on one thread, with the preparation of the network.</summary>
    public required Seconds OneRun { get; init; }

    /// <summary>What each run adds in an ensemble on one thread.</summary>
    public required double PerRun { get; init; }

    /// <summary>All runs on all cores.</summary>
    public required Seconds AllRuns { get; init; }

    /// <summary>Expected values in one pass without sampling; null where they cannot be worked out, or not within a minute.</summary>
    public required double? Expected { get; init; }

    public required double GroupStepsPerSecond { get; init; }

    /// <summary>Displaced people on a day of a run, by second of one core.</summary>
    public required double PersonDaysPerSecond { get; init; }

    /// <summary>Largest resident set of the process, bytes; of this case alone.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Measures a case. The first ensemble is not timed: it warms the code up and counts the work, which is the same every time.</summary>
    /// <param name="one">The case.</param>
    /// <param name="repeats">How often each ensemble is timed.</param>
    /// <param name="seconds">Of a published case, only so many runs are timed at once as
    /// take about this long, rounded down to 1, 2 or 5 times a power of ten.</param>
    public static Measured Of(Case one, int repeats, double seconds)
    {
        var few = Math.Min(one.Runs, Few);
        if (one.IsPublished)
        {
            Time(one, 1, 1, 1);
            var perRun = Time(one, 1, 1, 1).Median;
            few = Math.Min(few, Round(seconds / perRun));
            one = one with { Runs = Math.Min(one.Runs, Round(seconds * Environment.ProcessorCount / perRun)) };
        }
        var (personDays, values) = (0.0, new double[few]);
        var warm = Make(one, few, Environment.ProcessorCount);
        warm.Run(day =>
        {
            day.OfAll(Measure.Displaced, values);
            personDays += values.Sum();
        });
        var single = Time(one, 1, 1, repeats);
        var fewRuns = few == 1 ? single : Time(one, few, 1, repeats);
        return new Measured
        {
            Name = one.Name,
            Places = one.Scenario.Places.Count,
            Days = one.Scenario.Days,
            Runs = one.Runs,
            OneRun = single,
            PerRun = fewRuns.Median / few,
            AllRuns = one.Runs == 1 ? single : Time(one, one.Runs, Environment.ProcessorCount, repeats),
            GroupStepsPerSecond = warm.GroupSteps / fewRuns.Median,
            PersonDaysPerSecond = personDays / fewRuns.Median,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            // Last, because the peak is that of sampled runs.
            Expected = one.ByPerson || one.Scenario.Priors.Count > 0 ? null : TimeExpected(one.Scenario),
        };
    }

    private static int Round(double runs)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, runs))));
        return (int)(power * (runs >= 5 * power ? 5 : runs >= 2 * power ? 2 : 1));
    }

    public static Ensemble Make(Case one, int runs, int threads) =>
        new(one.Scenario, [Alternative.Base], new EnsembleOptions { Runs = runs, Threads = threads, ByPerson = one.ByPerson });

    /// <summary>Wall seconds from a loaded scenario to the end of the last day.</summary>
    private static Seconds Time(Case one, int runs, int threads, int repeats) => Seconds.Of(Enumerable.Range(0, repeats).Select(_ =>
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        Make(one, runs, threads).Run(static _ => { });
        return watch.Elapsed.TotalSeconds;
    }));

    private static double? TimeExpected(Scenario scenario)
    {
        if (ExpectedValues.WhyNot(scenario, Alternative.Base).Count > 0) return null;
        try
        {
            var watch = Stopwatch.StartNew();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            return new ExpectedValues(scenario, Alternative.Base).Run(cancellation: patience.Token) ? watch.Elapsed.TotalSeconds : null;
        }
        catch (Simulation.NoExpectationException)
        {
            return null;
        }
    }
}
