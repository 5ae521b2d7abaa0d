using System.Diagnostics;
using System.Text.Json;

namespace Corridor.Bench;

/// <summary>
/// How the cost of the example grows with its people. What two processes take one after the other differs by the machine's hour as much as by
/// the people; so here the sizes take turns in one process, what counts is the processor time of one thread, and of each size the least.
/// </summary>
/// <param name="Thousand">Processor seconds a run with 1.5 thousand people.</param>
/// <param name="Million">With 1.5 million.</param>
/// <param name="HundredMillion">With 150 million.</param>
internal sealed record Scales(double Thousand, double Million, double HundredMillion)
{
    private const int Turns = 7;
    private const int Runs = 20;

    /// <summary>The measurement in a process of its own; null when it fails.</summary>
    public static Scales? Measured() => Child.Self("scales") is { } line ? JsonSerializer.Deserialize<Scales>(line) : null;

    /// <summary>Measures in this process, and prints one line of JSON.</summary>
    public static int Run()
    {
        var mosul = Case.Mosul(Runs);
        Case[] sizes =
        [
            Case.Scaled(mosul, Report.Thousand, 0.001, Runs),
            Case.Scaled(mosul, Report.Million, 1, Runs),
            Case.Scaled(mosul, Report.HundredMillion, 100, Runs),
        ];
        var least = sizes.Select(_ => double.PositiveInfinity).ToArray();
        // The first turn warms the code up.
        for (var turn = 0; turn <= Turns; turn++)
            for (var size = 0; size < sizes.Length; size++)
            {
                var seconds = Processor(sizes[size]);
                if (turn > 0) least[size] = Math.Min(least[size], seconds / Runs);
            }
        Console.WriteLine(JsonSerializer.Serialize(new Scales(least[0], least[1], least[2])));
        return 0;
    }

    private static double Processor(Case one)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        Bench.Measured.Make(one, one.Runs, threads: 1).Run(static _ => { });
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
