using System.Diagnostics;

namespace Corridor.Bench;

/// <summary>One whole run and nothing else, for a profiler.</summary>
internal static class Spin
{
    public static int Run(Options options)
    {
        var runs = options.Number("--runs", 1000);
        var cases = options.Word switch
        {
            "mosul" => [Case.Mosul(runs)],
            "network" => [Case.Network()],
            { } name when Repository.FleeCases(options.Text("--cases")) is { } folder =>
                Case.Flee(folder, runs).Where(c => c.Name.EndsWith(name, StringComparison.Ordinal)),
            _ => Enumerable.Empty<Case>(),
        };
        // The first of several repeats warms the code up.
        foreach (var each in cases.SelectMany(c => Enumerable.Repeat(c, options.Number("--repeats", 1))))
        {
            var one = options.Text("--resolution") == "person" ? each.OneByOne(runs) : each;
            var ensemble = Measured.Make(one, one.Runs, options.Number("--threads", 1));
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            var (personDays, values) = (0.0, new double[one.Runs]);
            ensemble.Run(day =>
            {
                day.OfAll(Scenarios.Measure.Displaced, values);
                personDays += values.Sum();
            });
            var used = Process.GetCurrentProcess().TotalProcessorTime - before;
            var (groups, persons) = (ensemble.GroupSteps / 1e6, personDays / 1e6);
            Console.WriteLine(WholeRuns.Text(
                $"{one.Name}: {one.Runs} runs, {watch.Elapsed.TotalSeconds:0.00} s wall, {used.TotalSeconds:0.00} s of processor,",
                $"{groups:0.0} M group-steps, {groups / used.TotalSeconds:0.00} M/s,",
                $"{persons:0.0} M person-days, {persons / used.TotalSeconds:0.0} M/s,",
                $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20)} MiB"));
        }
        return 0;
    }
}
