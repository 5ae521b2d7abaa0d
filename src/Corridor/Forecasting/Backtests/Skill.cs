using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Backtests;

/// <summary>Mean scores and relative skill of a set of scored forecasts. All methods answer the same questions, so plain means compare.</summary>
public sealed class Skill
{
    private readonly ILookup<(string Case, string Method), ScoredForecast> scored;

    /// <param name="all">Scored forecasts of all methods.</param>
    public Skill(IEnumerable<ScoredForecast> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        scored = all.ToLookup(s => (s.Case, s.Method));
        Cases = [.. scored.Select(g => g.Key.Case).Distinct().Order(StringComparer.Ordinal)];
        Methods =
        [
            .. SimpleMethods.All.Select(m => m.Name),
            .. scored.Any(g => g.Key.Method == Backtest.WithoutSimulation) ? [Backtest.WithoutSimulation] : Array.Empty<string>(),
            Backtest.Own,
        ];
    }

    /// <summary>The cases, by name.</summary>
    public IReadOnlyList<string> Cases { get; }

    /// <summary>The methods, Corridor's own last.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>The forecasts of a method in all cases.</summary>
    public IReadOnlyList<ScoredForecast> Of(string method) => [.. Cases.SelectMany(c => scored[(c, method)])];

    /// <summary>The forecasts of a method in one case.</summary>
    public IReadOnlyList<ScoredForecast> Of(string name, string method) => [.. scored[(name, method)]];

    /// <summary>Mean weighted interval score over all targets, origins and horizons of a case, people.</summary>
    public double MeanWis(string name, string method) => scored[(name, method)].Average(s => s.Wis);

    /// <summary>The simple method with the smallest mean score in a case, known only afterwards.</summary>
    public string BestSimple(string name) => SimpleMethods.All.Select(m => m.Name).MinBy(m => MeanWis(name, m))!;

    /// <summary>
    /// Mean score in units of that of another method; below 1 is better. A thousandth
    /// of a person on both sides keeps it a number where nothing ever moves.
    /// </summary>
    public double RelativeWis(string name, string method, string other) => (MeanWis(name, method) + 0.001) / (MeanWis(name, other) + 0.001);

    /// <summary>Geometric mean over the cases of the relative score against one method used throughout.</summary>
    public double RelativeWis(string method, string other) => Math.Exp(Cases.Average(c => Math.Log(RelativeWis(c, method, other))));

    /// <summary>Geometric mean over the cases of the relative score against the simple method that is best in each.</summary>
    public double RelativeToBest(string method) => Math.Exp(Cases.Average(c => Math.Log(RelativeWis(c, method, BestSimple(c)))));

    /// <summary>Share of the reports that the central intervals of that probability held.</summary>
    public static double Coverage(IReadOnlyCollection<ScoredForecast> forecasts, double probability) =>
        forecasts.Average(s => s.Covered(probability) ? 1.0 : 0);

    /// <summary>Shares of the probability-integral transform in ten equal bins; flat when calibrated.</summary>
    public static double[] Pit(IReadOnlyCollection<ScoredForecast> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        var bins = new double[10];
        foreach (var forecast in forecasts) bins[Math.Min(9, (int)(forecast.Pit * 10))] += 1.0 / forecasts.Count;
        return bins;
    }

    /// <summary>
    /// Mean energy score of the vector of all targets at one origin and horizon: the joint forecast takes each target's
    /// quantiles at levels that are correlated as it says (<see cref="ScoredForecast.Correlation"/>), or independent.
    /// </summary>
    public static double Energy(IEnumerable<ScoredForecast> forecasts, bool independent = false)
    {
        return forecasts.GroupBy(s => (s.Case, s.Origin, s.Horizon)).Average(group =>
        {
            var vector = group.ToArray();
            var strides = Strides(vector.Length + 1);
            // A lattice: each coordinate runs through the levels evenly, each at its own irrational stride; the first is the common factor.
            double Level(int i, int at) => ((i + 0.5) * strides[at] + at * 0.37) % 1;
            double Normal(int i, int at) => NormalDistribution.Quantile(Math.Clamp(Level(i, at), 1e-6, 1 - 1e-6));
            double Joined(int i, int at, double correlation) => NormalDistribution.Probability(Dependence.Join(correlation, Normal(i, 0), Normal(i, at)));
            double At(ScoredForecast s, int i, int t) =>
                s.Forecast.Quantile(independent || s.Correlation == 0 ? Level(i, t + 1) : Joined(i, t + 1, s.Correlation));
            var sample = Enumerable.Range(0, 100).Select(i => vector.Select((s, t) => At(s, i, t)).ToArray()).ToList();
            return Score.Energy(sample, vector.Select(s => s.Reported).ToArray());
        });
    }

    /// <summary>Square roots of as many primes: no two are in a rational ratio.</summary>
    internal static double[] Strides(int count)
    {
        static bool IsPrime(int number) => !Enumerable.Range(2, (int)Math.Sqrt(number) - 1).Any(divisor => number % divisor == 0);
        return [.. Enumerable.Range(2, int.MaxValue - 2).Where(IsPrime).Take(count).Select(prime => Math.Sqrt(prime))];
    }
}
