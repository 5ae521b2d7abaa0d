using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Backtests;

/// <summary>
/// Forecasts of every method at every origin of a plan. An origin is a pure function of the plan
/// and its day, so that they can be done in any order, on any thread, now or later.
/// </summary>
/// <param name="plan">The protocol.</param>
/// <param name="members">Members of the conditioned ensemble; 0: the statistical forecast alone.</param>
/// <param name="seed">Seed of the ensemble.</param>
/// <param name="stop">Stops a simulation, with an <see cref="OperationCanceledException"/>.</param>
public sealed class Backtest(BacktestPlan plan, int members, ulong seed, CancellationToken stop = default)
{
    /// <summary>Name of the forecast that is Corridor's own.</summary>
    public const string Own = "corridor";

    /// <summary>Name of the same forecast without the simulation, scored beside it where there is one.</summary>
    public const string WithoutSimulation = LearnedCombination.MethodName;

    /// <summary>Members where none are asked for: those that forecasts learn their trust from, so that each origin is simulated once.</summary>
    public const int UsualMembers = CorridorForecast.TrustMembers;

    /// <summary>The protocol.</summary>
    public BacktestPlan Plan => plan;

    /// <summary>
    /// How the statistical forecast and the simple methods have done in one situation until a day, 14 and 28 days ahead from
    /// every 14th day, at what was reported and published by then; null with fewer than <see cref="FewestForecasts"/>.
    /// </summary>
    public static Skill? Until(Scenario scenario, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        // The scenario as it stood: reports published later are cut off before the backtest is planned.
        var then = scenario with
        {
            Counts = [.. scenario.Counts.Where(c => c.Published <= day)],
            Timeline = [.. scenario.Timeline.Where(e => e.Date <= day)],
            Days = Math.Max(1, scenario.Day(day)),
        };
        var test = new Backtest(new BacktestPlan(then, 14, [14, 28]), members: 0, seed: 0);
        var scored = test.Plan.Origins.SelectMany(test.At).ToList();
        return scored.Count < FewestForecasts * (SimpleMethods.All.Count + 1) ? null : new Skill(scored);
    }

    /// <summary>Forecasts of each method below which their scores say nothing.</summary>
    public const int FewestForecasts = 10;

    /// <summary>All forecasts made on a day, with what was reported later.</summary>
    public IReadOnlyList<ScoredForecast> At(DateOnly origin)
    {
        // What was known then cannot be traced back to what is known at the end (Knowledge); what it shares with earlier days is derived once.
        var known = plan.KnownOn(origin);
        var scored = new List<ScoredForecast>();
        foreach (var method in SimpleMethods.All) Score(method.Name, (target, date) => method.Forecast(known, target, date), correlation: null);
        double Correlation(int days) => Dependence.Correlation(known, days);
        Score(members == 0 ? Own : WithoutSimulation, (target, date) => LearnedCombination.Shared.Forecast(known, target, date), Correlation);
        if (members == 0) return scored;
        var simulated = Simulated(known);
        Score(Own, (target, date) => simulated.Of(Alternative.Base, target, date), Correlation);
        return scored;

        void Score(string method, Func<int, DateOnly, Predictive> forecast, Func<int, double>? correlation) =>
            scored.AddRange(plan.ScoresOf(method, known, forecast, correlation));
    }

    private CorridorForecast Simulated(Knowledge known) => members == CorridorForecast.TrustMembers && plan.Horizons.Max() <= 28
        ? CorridorForecast.OfOrigin(plan.Scenario, known, Options)
        : new(plan.Scenario, known, plan.Horizons.Max() + 7, Options);

    private ConditionedOptions Options => new() { Members = members, Seed = seed, Threads = 1, Stop = stop };
}
