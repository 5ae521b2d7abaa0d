using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// The threads that share out runs among themselves. Each takes whole runs and has a memory of its own, so nothing is shared but what is read,
/// and which of them does a run changes nothing.
/// </summary>
/// <param name="threads">How many; at least one works.</param>
/// <param name="places">Number of places.</param>
internal sealed class Workers(int threads, int places)
{
    private readonly Scratch[] memory = [.. Enumerable.Range(0, Math.Max(1, threads)).Select(_ => new Scratch(places))];

    /// <summary>Does the work of every run, 0 to <paramref name="runs"/> - 1.</summary>
    public void Each(int runs, Action<int, Scratch> work)
    {
        if (memory.Length == 1)
        {
            for (var run = 0; run < runs; run++) work(run, memory[0]);
            return;
        }
        var next = -1;
        Parallel.For(0, memory.Length, new ParallelOptions { MaxDegreeOfParallelism = memory.Length }, thread =>
        {
            for (var run = Interlocked.Increment(ref next); run < runs; run = Interlocked.Increment(ref next)) work(run, memory[thread]);
        });
    }
}
