using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// Simulated members whose unknowns - rules, the draw of every destination, how flight follows the conflict - are conditioned on the counts of the last weeks. Run
/// ahead under an alternative and under the situation that the last reports already reflect, member by member with the same random numbers, they tell
/// what a closure, an opening, a full camp or a new conflict will change.
/// </summary>
public sealed partial class ConditionedEnsemble
{
    private static readonly string[] UsuallyUncertain = ["max_move_speed", "default_movechance"];
    private const double DrawSpread = 0.7;
    private const double ShareError = 0.05;
    private const double MostDrive = 5;

    private readonly Scenario scenario;
    private readonly Scenario original;
    private readonly Knowledge known;
    private readonly ConditionedOptions options;
    private readonly Network network;
    private readonly Plans plans = new();
    private readonly Scratch[] scratch;
    private readonly DateOnly reflected;
    private readonly int asOfDay;
    private readonly int daysAhead;
    private readonly int[] placeOf;
    private readonly double[] windowDepartures;
    private readonly double[] lastingRate;
    private readonly double[][] parameters;
    private readonly double[] referenceDrive;

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
        this.scenario = asOf with
        {
            Days = asOfDay + daysAhead + 1,
            // The memory of short stints multiplies the groups and matters for hours, not for weeks.
            Rules = asOf.Rules with { Departures = DepartureMode.Given, AvoidShortStints = false, CapacitySlices = Math.Min(4, asOf.Rules.CapacitySlices) },
            Priors = asOf.Priors.Count > 0 ? asOf.Priors : UsualPriors(asOf.Rules),
            Places = [.. asOf.Places.Select(AtLeastAsReported)],
        };
        network = new Network(this.scenario);
        placeOf = [.. known.Series.Select(s => s.Target.IsTotal ? -1 : network.Number(s.Target.Place))];
        scratch = [.. Enumerable.Range(0, Math.Clamp(options.Threads, 1, options.Members)).Select(_ => new Scratch(network.PlaceCount))];
        reflected = known.Series.Where(s => s.Reports.Count > 0).Select(s => s.Reports[^1].Date).DefaultIfEmpty(known.Day).Max();
        (windowDepartures, lastingRate) = DeparturesOf(total, start);
        referenceDrive = Drive.Of(this.scenario, network, ReflectedTimeline(), this.scenario.Days);
        Names = ["conflict elasticity", .. this.scenario.Priors.Select(p => p.Parameter.Name), .. Destinations.Select(t => "draw of " + known.Series[t].Target.Place)];
        parameters = [.. Enumerable.Range(0, options.Members).Select(m => Enumerable.Range(0, Names.Count).Select(p => Normal(m, p, 0)).ToArray())];
        Condition();
    }

    /// <summary>Names of the parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether there was movement in the window to condition on.</summary>
    public bool IsConditioned { get; private set; }

    /// <summary>A parameter of every member in its own unit.</summary>
    public double[] PosteriorOf(int parameter) => [.. parameters.Select(p => ValueOf(parameter, p[parameter]))];

    /// <summary>The same before any count was seen.</summary>
    public double[] PriorOf(int parameter) => [.. Enumerable.Range(0, options.Members).Select(m => ValueOf(parameter, Normal(m, parameter, 0)))];

    /// <summary>States of groups worked on, the measure of work.</summary>
    public long GroupSteps { get; private set; }

    /// <summary>
    /// How the alternative changes the growth of each target against the situation that the last reports reflect: for each target and day ahead (1 is the first), the
    /// factor on the growth since the as-of day in every member; 1: nothing changes, 0: nobody comes any more.
    /// </summary>
    public double[][][] FactorsOf(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        var (with, without) = (Ahead(TimelineOf(alternative), follow: true), reference ??= Ahead(ReflectedTimeline(), follow: false));
        return [.. with.Select((target, t) => target.Select((day, d) => day.Select((people, m) => Factor(people - target[0][m], without[t][d][m] - without[t][0][m], lastingRate[m] * d)).ToArray()).ToArray())];

        // A fiftieth of all who set out is added to both, so that a trickle does not make a factor of thousands.
        static double Factor(double with, double without, double all) =>
            Math.Clamp((Math.Max(0, with) + 0.02 * all + 1) / (Math.Max(0, without) + 0.02 * all + 1), 0, MostDrive);
    }

    private double[][][]? reference;

    private List<int> Destinations => [.. Enumerable.Range(0, placeOf.Length).Where(t => placeOf[t] >= 0)];

    private static List<Prior> UsualPriors(Rules rules) =>
        [.. UsuallyUncertain.Select(name => RuleParameter.Find(name)!).Select(p => new Prior(p, PriorFamily.Lognormal, p.GetNumber(rules), 0.3, Origin.None))];

    /// <summary>A stated capacity that a report has gone beyond limits nobody, and is taken for none.</summary>
    private Place AtLeastAsReported(Place place)
    {
        if (place.Capacity is not { } capacity || known.Series.FirstOrDefault(s => s.Target.Place == place.Id && s.Target.Kind == TargetKind.Stock) is not { Reports.Count: > 0 } series) return place;
        return series.Reports.Max(r => r.People) <= capacity * original.Rules.CapacityScaling ? place : place with { Capacity = null };
    }

    /// <summary>The timeline up to the last report, without limits of capacity from then on: what a trend of reports continues.</summary>
    private List<TimelineEntry> ReflectedTimeline() =>
    [
        .. scenario.Timeline.Where(e => e.Date <= reflected),
        .. scenario.Places.Where(p => p.Capacity is not null).Select(p => new TimelineEntry { Date = reflected.AddDays(1), Subject = Subject.Place(p.Id), Change = Change.Capacity }),
    ];

    /// <summary>People who set out each day of the window, by the reports; and for every member, how many will each day from the last report on.</summary>
    private (double[] Window, double[] Lasting) DeparturesOf(Predictive? total, DateOnly start)
    {
        var window = new double[scenario.Days];
        var series = known.Total is { } at ? [known.Series[at]] : known.Series.ToArray();
        foreach (var reports in series.Select(s => s.Reports))
        {
            for (var i = 1; i < reports.Count; i++)
            {
                var rate = Math.Max(0, reports[i].People - reports[i - 1].People) / (reports[i].Date.DayNumber - reports[i - 1].Date.DayNumber);
                for (var day = Math.Max(0, reports[i - 1].Date.DayNumber - start.DayNumber + 1); day <= reports[i].Date.DayNumber - start.DayNumber; day++) window[day] += rate;
            }
        }
        var last = reflected.DayNumber - start.DayNumber;
        var recent = window[Math.Max(0, last - 13)..(Math.Max(0, last) + 1)].DefaultIfEmpty(0).Average();
        var days = Math.Max(1, asOfDay + daysAhead - last);
        var now = known.Total is { } t && known.Series[t].Reports.Count > 0 ? known.Series[t].Reports[^1].People : 0;
        var lasting = Enumerable.Range(0, options.Members).Select(m => total is null ? recent : Math.Max(0, total.Quantile((m + 0.5) / options.Members) - now) / days);
        return (window, [.. lasting]);
    }

    /// <summary>Conditions on how the growth of the window was shared among the destinations.</summary>
    private void Condition()
    {
        var places = Destinations;
        var grown = places.Select(t => Growth(known.Series[t])).ToArray();
        if (places.Count < 2 || grown.Sum() < 100) return;
        var data = SharesReported();
        EnsembleSmoother.Condition(parameters, members => SharesOf(members, places), data, [.. data.Select(_ => ShareError)], options.Assimilations, (step, m, datum) => Normal(m, datum, step + 1));
        IsConditioned = true;
    }

    /// <summary>How the reported growth of the window was shared among the destinations.</summary>
    private double[] SharesReported()
    {
        var grown = Destinations.Select(t => Growth(known.Series[t])).ToArray();
        return [.. grown.Select(g => g / grown.Sum())];
    }

    private double Growth(ReportSeries series)
    {
        if (series.Reports.Count == 0) return 0;
        var before = series.Reports.LastOrDefault(r => r.Date <= scenario.Start);
        return Math.Max(0, series.Reports[^1].People - (before.Date == default ? 0 : before.People));
    }

    private double[][] SharesOf(double[][] members, List<int> places)
    {
        var shares = new double[members.Length][];
        Simulate(members, scenario.Timeline, asOfDay + 1, follow: false, (day, run, m) =>
        {
            if (day == 0) shares[m] = [.. places.Select(t => -(double)run.Stock[placeOf[t]])];
            if (day != asOfDay) return;
            for (var i = 0; i < places.Count; i++) shares[m][i] = Math.Max(0, shares[m][i] + run.Stock[placeOf[places[i]]]);
            var sum = Math.Max(1, shares[m].Sum());
            for (var i = 0; i < places.Count; i++) shares[m][i] /= sum;
        });
        return shares;
    }

    private double[][][] Ahead(IReadOnlyList<TimelineEntry> timeline, bool follow)
    {
        var count = known.Series.Count;
        var result = Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, daysAhead + 1).Select(_ => new double[options.Members]).ToArray()).ToArray();
        var arrived = Enumerable.Range(0, count).Select(_ => new double[options.Members]).ToArray();
        var stocks = Destinations.Where(t => known.Series[t].Target.Kind == TargetKind.Stock).ToList();
        Simulate(parameters, timeline, scenario.Days, follow, (day, run, m) =>
        {
            for (var t = 0; t < count; t++)
            {
                if (placeOf[t] >= 0 && known.Series[t].Target.Kind == TargetKind.Arrivals) arrived[t][m] += run.Inflow[placeOf[t]];
                if (day < asOfDay) continue;
                result[t][day - asOfDay][m] = known.Series[t].Target.Kind == TargetKind.Arrivals ? arrived[t][m]
                    : placeOf[t] >= 0 ? run.Stock[placeOf[t]]
                    : stocks.Count >= 3 ? stocks.Sum(s => run.Stock[placeOf[s]])
                    : run.Stock.Sum() + run.InTransit.Sum() + run.Removed;
            }
        });
        return result;
    }

    /// <summary>Runs all members through the days; each thread takes whole members.</summary>
    private void Simulate(double[][] members, IReadOnlyList<TimelineEntry> timeline, int days, bool follow, Action<int, Run, int> observe)
    {
        var model = new Model(scenario, network, plans, timeline);
        var drive = follow ? Drive.Of(scenario, network, timeline, days) : referenceDrive;
        var runs = members.Select((p, m) => new Run(model, RulesOf(p), options.Seed, m, conditions: new RunConditions { Draw = DrawOf(p), Departures = DeparturesOf(p, m, days, drive) })).ToArray();
        for (var day = 0; day < days; day++)
        {
            options.Stop.ThrowIfCancellationRequested();
            model.Advance();
            var next = -1;
            var today = day;
            Parallel.For(0, scratch.Length, new ParallelOptions { MaxDegreeOfParallelism = scratch.Length }, thread =>
            {
                for (var m = Interlocked.Increment(ref next); m < runs.Length; m = Interlocked.Increment(ref next))
                {
                    runs[m].Step(scratch[thread]);
                    observe(today, runs[m], m);
                }
            });
        }
        GroupSteps += runs.Sum(r => r.GroupSteps);
    }

    private Rules RulesOf(double[] member)
    {
        var rules = scenario.Rules;
        for (var i = 0; i < scenario.Priors.Count; i++) rules = scenario.Priors[i].Parameter.WithNumber(rules, ValueOf(1 + i, member[1 + i]));
        return rules;
    }

    private double[] DrawOf(double[] member)
    {
        var draw = new double[network.PlaceCount];
        Array.Fill(draw, 1);
        var first = 1 + scenario.Priors.Count;
        foreach (var (target, i) in Destinations.Select((t, i) => (t, i))) draw[placeOf[target]] = ValueOf(first + i, member[first + i]);
        return draw;
    }

    private long[] DeparturesOf(double[] member, int m, int days, double[] drive)
    {
        var last = reflected.DayNumber - scenario.Start.DayNumber;
        var elasticity = ValueOf(0, member[0]);
        var people = new long[days];
        var rest = 0.0;
        for (var day = 0; day < days; day++)
        {
            var wanted = rest;
            if (day <= last) wanted += windowDepartures[day];
            else
            {
                var (now, usual) = (drive[day], referenceDrive[day]);
                var ratio = usual > 0 ? Math.Clamp(now / usual, 1 / MostDrive, MostDrive) : now > 0 ? MostDrive : 1;
                wanted += lastingRate[m] * Math.Pow(ratio, elasticity);
            }
            people[day] = (long)wanted;
            rest = wanted - people[day];
        }
        return people;
    }

    private double ValueOf(int parameter, double normal) =>
        parameter == 0 ? NormalDistribution.Probability(normal)
        : parameter <= scenario.Priors.Count ? scenario.Priors[parameter - 1].Quantile(Math.Clamp(NormalDistribution.Probability(normal), 1e-9, 1 - 1e-9))
        : Math.Exp(DrawSpread * normal);

    private double Normal(int member, int index, int step) =>
        NormalDistribution.Quantile(new Philox(options.Seed, member, step, index, Purpose.Conditioning).NextUniform());
}
