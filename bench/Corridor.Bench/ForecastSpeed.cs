using System.Diagnostics;
using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>
/// A whole forecast as a person asks for it: conditioning Mali 2012 at day 150 on
/// all counts published by then, and every place on each of the next days.
/// </summary>
internal static class ForecastSpeed
{
    private const double WantedSeconds = 20, WantedMegabytes = 1000;

    public static int Run(Options options)
    {
        if (Repository.FleeCases(options.Text("--cases")) is not { } folder)
        {
            Console.WriteLine("The published Flee cases are not on this machine (--cases DIR names their folder).");
            return 0;
        }
        var scenario = FleeFolder.Read(Path.Combine(folder, "mali2012"), new FleeOptions { AsPublished = true }).Input.Scenario!;
        var (members, days, threads) = (options.Number("--members", 1000), options.Number("--days", 28), options.Number("--threads", 2));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var known = Knowledge.Of(scenario, scenario.Date(150));
        var forecast = new CorridorForecast(scenario, known, days, new ConditionedOptions { Members = members, Threads = threads });
        var figures = 0;
        for (var target = 0; target < known.Series.Count; target++)
            for (var day = 1; day <= days && forecast.CanForecast(target); day++, figures++) _ = forecast.Of(Alternative.Base, target, known.Day.AddDays(day));
        var used = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine(WholeRuns.Text(
            $"Mali 2012 at day 150, {known.Series.Sum(s => s.Reports.Count)} counts, {members} members, {days} days, {figures} forecasts,",
            $"{threads} threads, the earlier origins that trust is learnt from included"));
        Console.WriteLine(WholeRuns.Text(
            $"  {watch.Elapsed.TotalSeconds:0.0} s wall, {used.TotalSeconds:0.0} s of processor (wanted: {WantedSeconds} s on two cores);",
            $"largest resident set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB (wanted: below {WantedMegabytes})"));
        Console.WriteLine(FormattableString.Invariant($"  load {Machine.Load():0.0}; {Machine.Describe()}"));
        return 0;
    }
}
