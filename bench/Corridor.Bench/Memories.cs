using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>
/// What sharing memories does to the figures of a Flee case that avoids short stints: the stock of every place on every tenth day, against
/// runs in which everybody keeps his own memory. Means are to agree within chance, standard deviations to stay as they are.
/// </summary>
internal static class Memories
{
    private const int EveryDays = 10;

    public static int Run(Options options)
    {
        var runs = options.Number("--runs", 100);
        var folder = Repository.FleeCases(options.Text("--cases"));
        foreach (var one in folder is null ? [] : Case.Flee(folder, runs).Where(c => c.Name.EndsWith(options.Word ?? "", StringComparison.Ordinal)))
        {
            if (!one.Scenario.Rules.AvoidShortStints) continue;
            // Seeds of their own, so that the two are independent.
            var shared = Stocks(one, seed: 1);
            var apart = Stocks(one with { Scenario = one.Scenario with { Rules = one.Scenario.Rules with { MemorySharing = 0 } } }, seed: 2);
            var (squares, camps, others) = (new List<double>(), new List<double>(), new List<double>());
            foreach (var (cell, (mean, variance, isCamp)) in shared)
            {
                var (ownMean, ownVariance, _) = apart[cell];
                if (variance < 1 || ownVariance < 1) continue;
                squares.Add((mean - ownMean) * (mean - ownMean) / ((variance + ownVariance) / runs));
                (isCamp ? camps : others).Add(Math.Log(variance / ownVariance) / 2);
            }
            Console.WriteLine(WholeRuns.Text(
                $"{one.Name}: {runs} runs, {squares.Count} cells,",
                $"root mean square of (difference of means / its standard error) {Math.Sqrt(squares.Average()):0.00},",
                $"standard deviations: camps {Growth(camps)}, other places {Growth(others)}"));
        }
        return 0;
    }

    private static string Growth(List<double> logarithms) =>
        logarithms.Count == 0 ? "-" : FormattableString.Invariant($"{100 * (Math.Exp(logarithms.Average()) - 1):+0.0;-0.0} %");

    private static Dictionary<(int Place, int Day), (double Mean, double Variance, bool IsCamp)> Stocks(Case one, ulong seed)
    {
        var found = new Dictionary<(int, int), (double, double, bool)>();
        var values = new double[one.Runs];
        new Ensemble(one.Scenario, [Alternative.Base], new EnsembleOptions { Runs = one.Runs, Seed = seed }).Run(day =>
        {
            if (day.Day % EveryDays != EveryDays - 1) return;
            for (var place = 0; place < one.Scenario.Places.Count; place++)
            {
                day.OfPlace(Measure.Stock, place, values);
                var mean = values.Average();
                found[(place, day.Day)] = (mean, values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1), day.IsCamp(place));
            }
        });
        return found;
    }
}
