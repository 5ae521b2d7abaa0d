using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// Corridor's forecast: the statistical one (<see cref="LearnedCombination"/>), which knows the present figures and rates best, moved by what the conditioned
/// simulation says that changes (<see cref="ConditionedEnsemble"/>): closures, openings, full camps, conflicts that the reports do not reflect yet.
/// </summary>
public sealed class CorridorForecast
{
    private static readonly LearnedCombination Statistical = new();

    private readonly Knowledge known;
    private readonly ConditionedOptions options;
    private readonly int days;
    private readonly Dictionary<string, double[][][]> effects = [];

    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="known">What was reported by the as-of day.</param>
    /// <param name="days">Days ahead; 1 or more.</param>
    /// <param name="options">How the ensemble is conditioned.</param>
    public CorridorForecast(Scenario scenario, Knowledge known, int days, ConditionedOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        (this.known, this.days, this.options) = (known, days, options);
        var total = known.Total is { } t && CanForecast(t) ? Statistical.Forecast(known, t, known.Day.AddDays(days)) : null;
        Ensemble = new ConditionedEnsemble(scenario, known, days, total, options);
    }

    /// <summary>The conditioned members.</summary>
    public ConditionedEnsemble Ensemble { get; }

    /// <summary>Whether enough reports of a target are known.</summary>
    public bool CanForecast(int target) => known.Series[target].Reports.Count >= SimpleMethods.MinReports;

    /// <summary>The forecast without the simulation.</summary>
    public Predictive WithoutSimulation(int target, DateOnly date) => Statistical.Forecast(known, target, date);

    /// <summary>The forecast of a target on a day ahead under an alternative.</summary>
    public Predictive Of(Alternative alternative, int target, DateOnly date)
    {
        var sample = Sample(alternative, target, date);
        return sample is null ? WithoutSimulation(target, date) : Predictive.OfSample(sample.Select(v => (v, 1.0)));
    }

    /// <summary>The effect of an alternative on a target in every member, people; against what the last reports reflect.</summary>
    public double[] EffectOf(Alternative alternative, int target, DateOnly date) => EffectsOf(alternative)[target][date.DayNumber - known.Day.DayNumber];

    /// <summary>
    /// One value for each member: a quantile of the statistical forecast, in an order that does not depend on the alternative, plus the member's effect; null when the
    /// simulation changes nothing. Members of the same number under two alternatives make pairs.
    /// </summary>
    public double[]? Sample(Alternative alternative, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        var effect = EffectOf(alternative, target, date);
        if (effect.All(e => Math.Abs(e) < 1)) return null;
        var statistical = WithoutSimulation(target, date);
        return [.. RankOf(target).Select((rank, m) => Math.Max(0, statistical.Quantile((rank + 0.5) / options.Members) + effect[m]))];
    }

    private double[][][] EffectsOf(Alternative alternative)
    {
        if (!effects.TryGetValue(alternative.Name, out var found)) effects[alternative.Name] = found = Ensemble.EffectsOf(alternative);
        return found;
    }

    /// <summary>
    /// The rank of every member among the statistical quantiles: a shuffle, the same for every alternative; the whole situation keeps the order of the members,
    /// which drew their departures by it.
    /// </summary>
    private int[] RankOf(int target)
    {
        var members = Enumerable.Range(0, options.Members).ToArray();
        if (target == known.Total) return members;
        var keys = members.Select(m => new Philox(options.Seed, m, 0, target, Purpose.Pairing).NextWord()).ToArray();
        Array.Sort(keys, members);
        return members;
    }
}
