using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Simple;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;

var all = new List<ScoredForecast>();
var watch = System.Diagnostics.Stopwatch.StartNew();
Parallel.ForEach(args.Where(a => !a.StartsWith('-')), new ParallelOptions { MaxDegreeOfParallelism = 2 }, folder =>
{
    var scenario = FleeFolder.Is(folder) ? FleeFolder.Read(folder, new FleeOptions { AsPublished = true }).Input.Scenario! : ScenarioFolder.Read(folder).Scenario!;
    var plan = new BacktestPlan(scenario, 14, [14, 28]);
    var mine = new List<ScoredForecast>();
    IForecastMethod[] methods = args.Contains("-q") ? [new LearnedCombination()] : [.. SimpleMethods.All, new LearnedCombination()];
    var root = plan.KnownOn(plan.End);
    foreach (var origin in plan.Origins)
    {
        var known = root.On(origin);
        if (args.Contains("-s"))
        {
            var sim = new Corridor.Forecasting.CorridorForecast(scenario, known, 36, new Corridor.Forecasting.Conditioning.ConditionedOptions { Members = 40, Threads = 1 });
            mine.AddRange(plan.ScoresOf(new Sim(sim), known));
        }
        foreach (var method in methods) mine.AddRange(plan.ScoresOf(method, known));
    }
    lock (all) all.AddRange(mine);
});
var cases = all.Select(s => s.Case).Distinct().Order().ToList();
var names = all.Select(s => s.Method).Distinct().ToList();
Console.WriteLine($"{"",-26}" + string.Concat(cases.Select(c => $"{c[..Math.Min(10, c.Length)],11}")) + "    geo  cov50 cov80 cov95   n");
var simple = SimpleMethods.All.Select(m => m.Name).ToList();
var store = "/tmp/simple-wis.txt";
var kept = new Dictionary<string, double>();
if (args.Contains("-q")) foreach (var line in File.ReadAllLines(store)) kept[line.Split('=')[0]] = double.Parse(line.Split('=')[1]);
double Mean(string c, string m) => kept.TryGetValue(c + "/" + m, out var k) ? k : all.Where(s => s.Case == c && s.Method == m).Average(s => s.Wis);
if (!args.Contains("-q")) File.WriteAllLines(store, cases.SelectMany(c => simple.Select(m => $"{c}/{m}={Mean(c, m)}")));
var best = cases.ToDictionary(c => c, c => simple.Min(m => Mean(c, m)));
foreach (var m in names)
{
    var own = all.Where(s => s.Method == m).ToList();
    var rel = cases.Select(c => Mean(c, m) / best[c]).ToList();
    Console.WriteLine($"{m,-26}" + string.Concat(rel.Select(r => $"{r,11:0.000}")) + $"  {Math.Exp(rel.Average(Math.Log)),6:0.000} {own.Average(s => s.Covered(0.5) ? 1.0 : 0),5:0.00} {own.Average(s => s.Covered(0.8) ? 1.0 : 0),5:0.00} {own.Average(s => s.Covered(0.95) ? 1.0 : 0),5:0.00} {own.Count,5}");
}
foreach (var m in names.Except(simple))
{
    Console.WriteLine(m + " against each: " + string.Join("  ", simple.Select(s => $"{s} {Math.Exp(cases.Average(c => Math.Log(Mean(c, m) / Mean(c, s)))):0.000}")));
    Console.WriteLine("cov80 by case: " + string.Join("  ", cases.Select(c => $"{c} {all.Where(s => s.Case == c && s.Method == m).Average(s => s.Covered(0.8) ? 1.0 : 0):0.00}")) + "  PIT " + string.Join(" ", Enumerable.Range(0, 10).Select(i => $"{all.Where(s => s.Method == m).Average(s => (int)Math.Min(9, s.Pit * 10) == i ? 1.0 : 0):0.00}")));
}
if (args.Contains("-d"))
    foreach (var c in cases)
        foreach (var h in new[] { 14, 28 })
            Console.WriteLine($"{c} h{h}: " + string.Join("  ", all.Where(s => s.Case == c && s.Horizon == h).GroupBy(s => s.Target).Select(g => $"{g.Key}({g.Count() / names.Count}) {g.Where(s => s.Method == names[^1]).Average(s => s.Wis):0}|" + string.Join("/", simple.Select(m => $"{g.Where(s => s.Method == m).Average(s => s.Wis):0}")))));
if (args.Contains("-t"))
    foreach (var s in all.Where(s => s.Method == names[0] && s.Target == "*" && s.Horizon == 28).OrderBy(s => s.Case).ThenBy(s => s.Origin))
        Console.WriteLine($"{s.Case[..3]} {s.Origin:yyyy-MM-dd} {s.Date:MM-dd} last {s.Last,8:0} true {s.Reported - s.Last,8:0}  q10 {s.Forecast.Quantile(.1) - s.Last,8:0} q50 {s.Forecast.Median - s.Last,8:0} q90 {s.Forecast.Quantile(.9) - s.Last,8:0} wis {s.Wis,7:0}");
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");

sealed class Sim(Corridor.Forecasting.CorridorForecast f) : IForecastMethod
{
    public string Name => "with simulation";
    public Corridor.Forecasting.Scores.Predictive Forecast(Corridor.Forecasting.Reports.Knowledge known, int target, DateOnly date) => f.Of(Corridor.Scenarios.Alternative.Base, target, date);
}
