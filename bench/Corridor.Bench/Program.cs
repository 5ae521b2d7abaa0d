using BenchmarkDotNet.Running;
using Corridor.Bench;

const string usage = """
    Benchmarks of Corridor. Timings are printed, never asserted.

      dotnet run --project bench/Corridor.Bench -- whole [--runs 1000] [--repeats 3] [--seconds 5] [--only TEXT] [--cases DIR] [--markdown FILE]
          whole runs: the Mosul example, its population scaled, a generated road network,
          and the published Flee cases in both resolutions, each in a process of its own; of a published case only as many runs are timed at once as
          take about so many seconds; FILE is made, or has the benchmark's two marker lines
      dotnet run --project bench/Corridor.Bench -- scales
          the example with 1.5 thousand, 1.5 million and 150 million people, in turns: processor seconds a run
      dotnet run --project bench/Corridor.Bench -- flee [--cases DIR] [--markdown docs/flee.md]
          the whole process `corridor run` on each published Flee case: one run, a further run, person by person, expected values
      dotnet run --project bench/Corridor.Bench -- micro [--job short] [--filter '*Binomial*']
          the innermost functions, by BenchmarkDotNet, whose options apply
      dotnet run --project bench/Corridor.Bench -- digest
          SHA-256 of all that the whole runs show: a change that is only to be faster must not change it
      dotnet run --project bench/Corridor.Bench -- spin CASE [--runs 1000] [--threads 1] [--resolution person] [--repeats 1]
          one whole run of one case, for a profiler
      dotnet run --project bench/Corridor.Bench -- memories [CASE] [--runs 100] [--cases DIR]
          what sharing memories does to means and standard deviations of the Flee cases that avoid short stints
      dotnet run --project bench/Corridor.Bench -- forecast [--members 1000] [--days 28] [--threads 2] [--cases DIR]
          a forecast of Mali 2012 at day 150, its time and memory
    """;

var options = new Options(args);
switch (args.FirstOrDefault())
{
    case "whole":
        return WholeRuns.Run(options);
    case "one":
        return WholeRuns.One(options);
    case "scales":
        return Scales.Run();
    case "flee":
        return FleeTable.Run(options);
    case "micro":
        // In process: the generated project of BenchmarkDotNet 0.14 does not know .NET 10.
        string[] all = args is [_, "--filter", ..] || args.Contains("--filter") ? [] : ["--filter", "*"];
        BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run([.. args[1..], "--inProcess", .. all]);
        return 0;
    case "digest":
        return Digest.Run(options);
    case "spin":
        return Spin.Run(options);
    case "memories":
        return Memories.Run(options);
    case "forecast":
        return ForecastSpeed.Run(options);
    default:
        Console.WriteLine(usage);
        return args.Length == 0 || args[0] is "--help" or "-h" ? 0 : 2;
}
