using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// Simulated members whose unknowns - the rate at which people leave, how it follows the conflict and its trend, the error of every source, rules,
/// the draw of every destination - are conditioned on the counts. Run ahead under an alternative and under the situation that the last reports
/// already reflect, member by member with the same random numbers, they tell what a closure, an opening, a full camp or a new conflict will change.
/// </summary>
public sealed partial class ConditionedEnsemble
{
    private static readonly string[] UsuallyUncertain = ["max_move_speed", "default_movechance"];
    private const double DrawSpread = 0.7;

    /// <summary>What the simulation cannot say of a share even if every unknown were known, beside the errors of the reports.</summary>
    private const double ShareError = 0.05;

    private readonly Scenario scenario;
    private readonly Scenario original;
    private readonly Knowledge known;
    private readonly ConditionedOptions options;
    private readonly Network network;
    private readonly Plans plans = new();
    private readonly BelievedCapacities capacities;
    private readonly Workers workers;
    private readonly DateOnly reflected;
    private readonly int asOfDay;

    /// <summary>The day of the last report of the whole situation: what came later goes by the lasting rate. It may lie before day 0.</summary>
    private readonly int lastOfAll;
    private readonly int daysAhead;
    private readonly int[] placeOf;

    /// <summary>The day of the last report of each target; 0 where that came before the window.</summary>
    private readonly int[] reportDay;
    private readonly string[] sources;
    private readonly int[] sourceOf;
    private readonly DepartureRate departures;
    private readonly double[][] course;
    private readonly double[] lastingRate;
    private readonly double[][] parameters;
    private readonly double[][] referenceDrive;
    private readonly int firstRule;
    private readonly int firstDraw;

    /// <param name="scenario">The scenario, with figures as they were published.</param>
    /// <param name="known">What was reported by the as-of day.</param>
    /// <param name="daysAhead">Days to run ahead.</param>
    /// <param name="total">The statistical forecast of the whole situation on the last day; null when it has none, and the last rate lasts.</param>
    /// <param name="options">How.</param>
    public ConditionedEnsemble(Scenario scenario, Knowledge known, int daysAhead, Predictive? total, ConditionedOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        (original, this.known, this.options, this.daysAhead) = (scenario, known, options, daysAhead);
        var start = known.Day.AddDays(-options.WindowDays);
        if (start < scenario.Start) start = scenario.Start;
        asOfDay = known.Day.DayNumber - start.DayNumber;
        var asOf = AsOfScenario.Of(scenario, known, start, options.KnownClosures);
        reflected = known.Series.Where(s => s.Reports.Count > 0).Select(s => s.Reports[^1].Date).DefaultIfEmpty(known.Day).Max();
        capacities = new BelievedCapacities(asOf, known, reflected);
        this.scenario = asOf with
        {
            Days = asOfDay + daysAhead + 1,
            Rules = asOf.Rules with { Departures = DepartureMode.Given },
            Priors = asOf.Priors.Count > 0 ? asOf.Priors : [.. UsuallyUncertain.Select(name => Scenarios.Prior.Usual(name, asOf.Rules))],
            Places = capacities.Places,
        };
        network = new Network(this.scenario);
        placeOf = [.. known.Series.Select(s => s.Target.IsTotal ? -1 : network.Number(s.Target.Place))];
        reportDay = [.. known.Series.Select(s => s.Reports.Count > 0 ? Math.Max(0, s.Reports[^1].Date.DayNumber - start.DayNumber) : asOfDay)];
        workers = new Workers(Math.Min(options.Threads, options.Members), network.PlaceCount);
        referenceDrive = Drive.Of(this.scenario, network, capacities.ReflectedTimeline(), this.scenario.Days);
        var reporters = known.Series.Select(s => SourceOf(s.Target)).ToList();
        sources = [.. reporters.Distinct()];
        sourceOf = [.. reporters.Select(name => Array.IndexOf(sources, name))];
        (firstRule, firstDraw) = (DepartureRate.Names.Length + sources.Length, DepartureRate.Names.Length + sources.Length + this.scenario.Priors.Count);
        Names =
        [
            .. DepartureRate.Names, .. sources.Select(s => "error of " + s), .. this.scenario.Priors.Select(p => p.Parameter.Name),
            .. Destinations.Select(t => "draw of " + known.Series[t].Target.Place),
        ];
        parameters = Prior();
        var whole = ReportsOfAll();
        lastOfAll = whole.Count > 0 ? whole[^1].Day : reflected.DayNumber - start.DayNumber;
        departures = new DepartureRate(UsualDepartures(), whole, lastOfAll, Drive.OfAll(network, referenceDrive));
        var noise = ReportingNoise.Of(this.scenario.Counts, sources, options.Members, options.Seed);
        for (var m = 0; m < options.Members; m++)
        {
            for (var s = 0; s < sources.Length; s++) parameters[m][DepartureRate.Names.Length + s] = noise.Score(m, s);
            // One point from each stretch of equal probability: few members are spread evenly.
            if (!departures.IsTold) continue;
            var within = new Philox(options.Seed, m, 0, 0, Purpose.Conditioning, part: 1).NextUniform();
            departures.Draw(NoiseOfAll(parameters[m]), (m + within) / options.Members).CopyTo(parameters[m], 0);
        }
        course = [.. parameters.Select((p, m) => departures.Course(p, NoiseOfAll(p), asOfDay + 1, i => Normal(m, i, -1)))];
        (Order, lastingRate) = Lasting(total);
        Condition();
    }

    /// <summary>Names of the parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether there was movement in the window that tells where people go.</summary>
    public bool IsConditioned { get; private set; }

    /// <summary>Whether there were reports in the window that tell how many leave.</summary>
    public bool KnowsDepartures => departures.IsTold;

    /// <summary>
    /// The place of every member among all by how many it expects to leave in the days ahead: the member that expects
    /// most takes the highest quantile of the statistical forecast of the whole situation, and so on down.
    /// </summary>
    internal int[] Order { get; }

    /// <summary>A parameter of every member in its own unit.</summary>
    public double[] PosteriorOf(int parameter) => [.. parameters.Select(p => ValueOf(parameter, p[parameter]))];

    /// <summary>The same before any count was seen.</summary>
    public double[] PriorOf(int parameter) => [.. PriorScoresOf(parameter).Select(score => ValueOf(parameter, score))];

    /// <summary>States of groups worked on, the measure of work.</summary>
    public long GroupSteps { get; private set; }

    private List<int> Destinations => [.. Enumerable.Range(0, placeOf.Length).Where(t => placeOf[t] >= 0)];

    /// <summary>The stated capacities that are taken for none (<see cref="BelievedCapacities"/>).</summary>
    public IReadOnlyList<RefutedCapacity> Refuted => capacities.Refuted;

    /// <summary>Conditions on how the growth of the window was shared among the destinations.</summary>
    private void Condition()
    {
        var places = Destinations;
        var grown = places.Select(t => Growth(known.Series[t])).ToArray();
        if (places.Count < 2 || grown.Sum() < 100) return;
        var step = 0;
        EnsembleSmoother.Condition(
            parameters,
            members => SharesOf(members, places, $"conditioning {++step}/{options.Assimilations}"),
            SharesReported(),
            [.. parameters.Select(ShareErrors)],
            options.Assimilations,
            (assimilation, m, datum) => Normal(m, datum, assimilation + 1),
            firstRule);
        IsConditioned = true;
    }

    /// <summary>How the reported growth of the window was shared among the destinations.</summary>
    private double[] SharesReported()
    {
        var grown = Destinations.Select(t => Growth(known.Series[t])).ToArray();
        return [.. grown.Select(g => g / grown.Sum())];
    }

    /// <summary>
    /// The standard deviation of each share as a member believes it: what the simulation
    /// leaves open, and the errors of the two reports between which the place grew.
    /// </summary>
    private double[] ShareErrors(double[] member)
    {
        var grown = Math.Max(1, Destinations.Sum(t => Growth(known.Series[t])));
        return
        [
            .. Destinations.Select(t =>
            {
                var (noise, reports) = (NoiseOf(member, t), known.Series[t].Reports);
                if (reports.Count == 0) return ShareError;
                var error = noise * Math.Sqrt(Square(reports[^1].People) + Square(Before(reports))) / grown;
                return Math.Sqrt(Square(ShareError) + Square(error));
            }),
        ];

        static double Square(double number) => number * number;
    }

    private double Growth(ReportSeries series) => series.Reports.Count == 0 ? 0 : Math.Max(0, series.Joined[^1].People - Before(series.Joined));

    /// <summary>The figure with which the window begins: of a place not counted before, its first, as nobody knows since when they were there.</summary>
    private double Before(IReadOnlyList<Report> reports) => AsOfScenario.ReportOn(reports, scenario.Start).People;

    private double[][] SharesOf(double[][] members, List<int> places, string what)
    {
        var shares = new double[members.Length][];
        SimulateWindow(what, members, (day, run, m) =>
        {
            if (day == 0) shares[m] = [.. places.Select(t => -(double)run.Stock[placeOf[t]])];
            if (day != asOfDay) return;
            for (var i = 0; i < places.Count; i++) shares[m][i] = Math.Max(0, shares[m][i] + run.Stock[placeOf[places[i]]]);
            var sum = Math.Max(1, shares[m].Sum());
            for (var i = 0; i < places.Count; i++) shares[m][i] /= sum;
        });
        return shares;
    }

    /// <summary>Runs all members through the window.</summary>
    private void SimulateWindow(string what, double[][] members, Action<int, Run, int> observe)
    {
        // The smoother asks only how the growth is shared: the memory of short stints matters for hours, and finer parts for the last places of a camp.
        var coarse = scenario with { Rules = scenario.Rules with { AvoidShortStints = false, CapacitySlices = Math.Min(4, scenario.Rules.CapacitySlices) } };
        var timeline = capacities.Simulated(scenario.Timeline);
        var model = new Model(coarse, network, plans, timeline);
        var (runs, days) = (RunsOf(members, model, Drive.Of(scenario, network, timeline, scenario.Days)), asOfDay + 1);
        for (var day = 0; day < days; day++)
        {
            options.Stop.ThrowIfCancellationRequested();
            options.Progress?.Invoke(what, day, days);
            model.Advance();
            var today = day;
            StepAll(runs, (run, m) => observe(today, run, m));
        }
        GroupSteps += runs.Sum(r => r.GroupSteps);
    }

    private Run[] RunsOf(double[][] members, Model model, double[][] drive)
    {
        return [.. members.Select(RunOf)];

        Run RunOf(double[] p, int m)
        {
            var leaving = new MemberDepartures(
                DeparturesOf(p, m, scenario.Days), departures.ValueOf(1, p[1]), referenceDrive, drive, network,
                !model.Scenario.Rules.TakeFromPopulation, original.Rules.DepartByRate, options.Seed, m);
            var conditions = new RunConditions { Draw = DrawOf(p), Departures = leaving.On };
            return new GroupRun(model, RulesOf(model.Scenario.Rules, p), options.Seed, m, conditions: conditions);
        }
    }

    /// <summary>Steps every run through the day and looks at it.</summary>
    private void StepAll(Run[] runs, Action<Run, int> observe) => workers.Each(runs.Length, (m, scratch) =>
    {
        runs[m].Step(scratch);
        observe(runs[m], m);
    });

    private Rules RulesOf(Rules rules, double[] member)
    {
        for (var i = 0; i < scenario.Priors.Count; i++) rules = scenario.Priors[i].Set(rules, ProbabilityOf(member[firstRule + i]));
        return rules;
    }

    private double[] DrawOf(double[] member)
    {
        var draw = new double[network.PlaceCount];
        Array.Fill(draw, 1);
        foreach (var (target, i) in Destinations.Select((t, i) => (t, i))) draw[placeOf[target]] = ValueOf(firstDraw + i, member[firstDraw + i]);
        return draw;
    }

    private double ValueOf(int parameter, double score) =>
        parameter < DepartureRate.Names.Length ? departures.ValueOf(parameter, score)
        : parameter < firstRule ? ReportingNoise.Of(score)
        : parameter < firstDraw ? scenario.Priors[parameter - firstRule].Quantile(ProbabilityOf(score))
        : Math.Exp(DrawSpread * score);

    private static double ProbabilityOf(double score) => Math.Clamp(NormalDistribution.Probability(score), 1e-9, 1 - 1e-9);

    private double Normal(int member, int index, int step) =>
        NormalDistribution.Quantile(new Philox(options.Seed, member, step, index, Purpose.Conditioning).NextUniform());
}
