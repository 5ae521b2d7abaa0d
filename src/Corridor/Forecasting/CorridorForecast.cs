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
    private readonly Knowledge known;
    private readonly ConditionedOptions options;
    private readonly int days;
    private readonly Scenario scenario;
    private readonly int[]?[] ranks;
    private double? trust;

    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="known">What was reported by the as-of day.</param>
    /// <param name="days">Days ahead; 1 or more.</param>
    /// <param name="options">How the ensemble is conditioned.</param>
    public CorridorForecast(Scenario scenario, Knowledge known, int days, ConditionedOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        (this.scenario, this.known, this.days, this.options, ranks) = (scenario, known, days, options, new int[known.Series.Count][]);
        var total = known.Total is { } t && CanForecast(t) ? LearnedCombination.Shared.Forecast(known, t, known.Day.AddDays(days)) : null;
        Ensemble = new ConditionedEnsemble(scenario, known, days, total, options);
    }

    /// <summary>The conditioned members.</summary>
    public ConditionedEnsemble Ensemble { get; }

    /// <summary>Whether enough reports of a target are known.</summary>
    public bool CanForecast(int target) => known.Series[target].Reports.Count >= SimpleMethods.MinReports;

    /// <summary>The forecast without the simulation.</summary>
    public Predictive WithoutSimulation(int target, DateOnly date) => LearnedCombination.Shared.Forecast(known, target, date);

    /// <summary>The forecast of a target on a day ahead under an alternative.</summary>
    public Predictive Of(Alternative alternative, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        var (statistical, rank, read) = (WithoutSimulation(target, date), RankOf(target), ReadingOf(alternative, target, date));
        // Each member stands for a stretch of the levels, not for one of them: few members do not cut the tails.
        var each = Math.Max(1, LeastSample / options.Members);
        var last = known.Series[target].Reports[^1].People;
        var figures = Ensemble.FiguresOf(alternative);
        var sample = Enumerable.Range(0, options.Members * each).Select(i =>
        {
            var (m, part) = (i / each, i % each);
            var people = statistical.Quantile((rank[m] + (part + 0.5) / each) / options.Members);
            return (People: read(m, people), Usual: Possible(people, target, figures));
        }).ToList();
        var isChanged = sample.Any(s => Math.Abs(s.People - s.Usual) > Math.Max(1, 0.01 * Math.Abs(s.Usual - last)));
        return isChanged ? Predictive.OfSample(sample.Select(s => (s.People, 1.0))) : statistical.Map(people => Possible(people, target, figures));
    }

    private const int LeastSample = 200;

    /// <summary>
    /// How far the simulation is believed on what the present timeline changes, 0..1: learnt from whether it would have made the last forecasts of this
    /// situation better, 28 days ahead from up to six earlier origins; before there are any, <see cref="TrustAtFirst"/>.
    /// </summary>
    public double Trust => trust ??= LearnTrust();

    /// <summary>The trust before anything was learnt.</summary>
    private const double TrustAtFirst = 0.3;

    private const int TrustDays = 28;
    private const int TrustOrigins = 6;
    private const double TrustRate = 5;

    /// <summary>Members of the simulations at earlier origins.</summary>
    internal const int TrustMembers = 12;

    private double LearnTrust()
    {
        var loss = 0.0;
        // Of a younger origin no report so far ahead can be known yet.
        for (var age = TrustDays; age < TrustDays + 14 * TrustOrigins; age += 14)
        {
            var day = known.Day.AddDays(-age);
            if (day <= scenario.Start) break;
            var (with, without) = (0.0, 0.0);
            var then = known.On(day);
            if (!then.Series.Any(s => s.Reports.Count >= SimpleMethods.MinReports)) break;
            Action<string, int, int>? progress = options.Progress is { } told ? (what, done, all) => told($"as of {day:yyyy-MM-dd}: {what}", done, all) : null;
            var past = then.Remember(
                ("simulated", options.Seed, options.KnownClosures),
                () => FullTrust(scenario, then, options with { Progress = progress }));
            for (var target = 0; target < known.Series.Count; target++)
            {
                if (!past.CanForecast(target) || Truth.Of(known.Series[target], day, TrustDays) is not { } report) continue;
                with += Score.Wis(past.Of(Alternative.Base, target, report.Date), report.People);
                without += Score.Wis(past.WithoutSimulation(target, report.Date), report.People);
            }
            if (with + without > 0) loss += 2 * (with - without) / (with + without);
        }
        var odds = TrustAtFirst / (1 - TrustAtFirst) * Math.Exp(-TrustRate * loss);
        return odds / (1 + odds);
    }

    private CorridorForecast(CorridorForecast other)
    {
        (scenario, known, days, options, Ensemble, ranks) = (other.scenario, other.known, other.days, other.options, other.Ensemble, other.ranks);
    }

    /// <summary>
    /// The forecast of an origin of a backtest, up to 35 days ahead, with the members
    /// that later origins learn their trust from: each origin is simulated once.
    /// </summary>
    internal static CorridorForecast OfOrigin(Scenario scenario, Knowledge known, ConditionedOptions options) =>
        new(known.Remember(("simulated", options.Seed, options.KnownClosures), () => FullTrust(scenario, known, options)));

    private static CorridorForecast FullTrust(Scenario scenario, Knowledge then, ConditionedOptions options)
    {
        var past = new CorridorForecast(scenario, then, TrustDays + 7, options with { Members = TrustMembers });
        past.trust = 1;
        return past;
    }

    /// <summary>
    /// What an alternative makes of the growth of a target since its last report in every member, as it is simulated
    /// and not yet trusted: 1 nothing against what the reports reflect, 0 nobody comes any more.
    /// </summary>
    internal double[] FactorOf(Alternative alternative, int target, DateOnly date)
    {
        var (then, ahead) = (Ensemble.FiguresOf(alternative), date.DayNumber - known.Day.DayNumber);
        double Growth(MemberFigures figures, int m) => Math.Max(0, figures.Growth(target, ahead, m)) + Ensemble.Few(target, ahead, m);
        return [.. Enumerable.Range(0, options.Members).Select(m => Growth(then, m) / Growth(Ensemble.Reference!, m))];
    }

    /// <summary>The same factor as the forecast takes it, median over the members in which the statistical forecast grows; null: in none.</summary>
    public double? GrowthFactorOf(Alternative alternative, int target, DateOnly date)
    {
        var (last, statistical) = (known.Series[target].Reports[^1].People, WithoutSimulation(target, date));
        double[] factors =
        [
            .. Members(alternative, target, date).Zip(RankOf(target), (people, rank) => (people, Usual: statistical.Quantile((rank + 0.5) / options.Members)))
                .Where(f => f.Usual >= last + 1).Select(f => (f.people - last) / (f.Usual - last)).Order(),
        ];
        return factors.Length == 0 ? null : Summary.At(factors, 0.5);
    }

    /// <summary>
    /// One value for each member: a quantile of the statistical forecast, in an order that does not depend on the alternative,
    /// moved by what the simulation says that changes. Members of the same number under two alternatives make pairs.
    /// </summary>
    public double[] Members(Alternative alternative, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        var (statistical, read) = (WithoutSimulation(target, date), ReadingOf(alternative, target, date));
        return [.. RankOf(target).Select((rank, m) => read(m, statistical.Quantile((rank + 0.5) / options.Members)))];
    }

    /// <summary>
    /// What a member makes of a quantile of the statistical forecast, as which its figure under the reference is read (<see cref="Reading"/>).
    /// As far as the present timeline goes from there, with the rows that the alternative drops or without them, the change counts by
    /// the trust that it has earned; what the alternative changes beyond that, or to the other side, counts in full.
    /// </summary>
    private Func<int, double, double> ReadingOf(Alternative alternative, int target, DateOnly date)
    {
        var (series, ahead) = (known.Series[target], date.DayNumber - known.Day.DayNumber);
        var (then, now) = (Ensemble.FiguresOf(alternative), Ensemble.FiguresOf(Alternative.Base));
        var left = Ensemble.FiguresOf(Ensemble.PresentFor(alternative));
        var usual = Ensemble.Reference!;
        return (m, people) =>
        {
            var reading = new Reading(series.Reports[^1].People, Ensemble.Few(target, ahead, m), series.Target.IsTotal);
            double Growth(MemberFigures figures) => figures.Growth(target, ahead, m);
            var (growth, reported) = (Growth(then), Growth(usual));
            var (one, other) = (Growth(now), Growth(left));
            var near = Math.Clamp(growth, Math.Min(reported, Math.Min(one, other)), Math.Max(reported, Math.Max(one, other)));
            people = Possible(people, target, left);
            var trusted = people + Trust * (Possible(reading.Of(near, usual.AtReport[target][m], reported, people), target, left) - people);
            return Possible(reading.Of(growth, then.AtReport[target][m], near, trusted), target, then);
        };
    }

    /// <summary>No more people than can be there under an alternative; where a report has gone beyond that, it is not known.</summary>
    private double Possible(double people, int target, MemberFigures figures) =>
        known.Series[target].Reports[^1].People > figures.Most ? people : Math.Min(people, figures.Most);

    /// <summary>What one alternative changes against another in every member: the same unknowns and random numbers in both.</summary>
    public double[] Difference(Alternative alternative, Alternative other, int target, DateOnly date)
    {
        var (with, without) = (Members(alternative, target, date), Members(other, target, date));
        return [.. with.Select((people, m) => people - without[m])];
    }

    /// <summary>
    /// The rank of every member among the statistical quantiles, the same for every alternative. The whole
    /// situation has the order of the members by how many each expects to leave; the others are correlated
    /// with it and among each other as their errors have been (<see cref="Dependence"/>).
    /// </summary>
    private int[] RankOf(int target) => ranks[target] ??= target == known.Total ? Ensemble.Order : Ranked(target);

    private int[] Ranked(int target)
    {
        var order = Ensemble.Order;
        var members = Enumerable.Range(0, options.Members).ToArray();
        var correlation = Dependence.Correlation(known, days);
        var scores = members.Select(m =>
        {
            // The common factor, given the score of the whole situation.
            var total = NormalDistribution.Quantile((order[m] + 0.5) / options.Members);
            var common = Dependence.Join(correlation, total, Normal(m, known.Series.Count));
            return Dependence.Join(correlation, common, Normal(m, target));
        }).ToArray();
        Array.Sort(scores, members);
        var rank = new int[members.Length];
        for (var i = 0; i < members.Length; i++) rank[members[i]] = i;
        return rank;
    }

    private double Normal(int member, int index) => NormalDistribution.Quantile(new Philox(options.Seed, member, 0, index, Purpose.Pairing).NextUniform());
}
