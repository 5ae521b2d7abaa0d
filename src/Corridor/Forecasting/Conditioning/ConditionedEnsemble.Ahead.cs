using Corridor.Forecasting.Combination;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>The conditioned members run ahead day by day, as an <see cref="Ensemble"/> runs: what each alternative looks like at every place.</summary>
public sealed partial class ConditionedEnsemble
{
    private readonly Dictionary<string, MemberFigures> figures = [];
    private bool hasReference;

    /// <summary>The scenario as it is simulated, from the day after the as-of day on.</summary>
    public Scenario ScenarioAhead => scenario with { Start = known.Day.AddDays(1), Days = daysAhead };

    /// <summary>The first simulated day: what moved before it is not in the simulated figures, except as the reports of that day.</summary>
    public DateOnly SimulatedFrom => scenario.Start;

    /// <summary>The day of the last report of any series: timeline entries until then are reflected in the reports.</summary>
    public DateOnly Reflected => reflected;

    /// <summary>The timeline under an alternative, without what could not be known on the as-of day.</summary>
    public IReadOnlyList<TimelineEntry> TimelineOf(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        return alternative.TimelineIn(original, scenario.Timeline.ToHashSet(ReferenceEqualityComparer.Instance).Contains);
    }

    /// <summary>
    /// Places from which more would leave under the alternative than can be told: the drive grows to more than five times
    /// what the reports reflect, or there was none, and the scenario gives numbers of departures instead of a rate.
    /// </summary>
    public IReadOnlyList<Place> UntoldBy(Alternative alternative)
    {
        if (original.Rules.DepartByRate) return [];
        var drive = Drive.Of(scenario, network, capacities.Simulated(TimelineOf(alternative)), scenario.Days);
        bool IsUntold(int place, int day) => drive[day][place] > DepartureRate.MostDrive * referenceDrive[day][place];
        return [.. network.Places.Where((_, place) => Enumerable.Range(asOfDay + 1, daysAhead).Any(day => IsUntold(place, day)))];
    }

    /// <summary>
    /// Runs the members under every alternative side by side and shows each day from the day after the as-of day on. A member has the same
    /// unknowns and the same random numbers under every alternative, so differences member by member are the effect of the alternative. What
    /// the reports reflect runs beside them, so that the forecast of a day is known when it is shown.
    /// </summary>
    /// <param name="alternatives">The alternatives.</param>
    /// <param name="reported">For an alternative, what is known better than by simulation
    /// (<see cref="EnsembleDay"/>): measure, place or -1, day from 0.</param>
    /// <param name="observe">Is shown every day of every alternative; the day is valid only meanwhile.</param>
    /// <param name="afterThisDay">Ends it after the day that is being observed.</param>
    /// <returns>The number of days ahead that were shown.</returns>
    /// <exception cref="OperationCanceledException">It was stopped before the first day ahead.</exception>
    public int RunAhead(
        IReadOnlyList<Alternative> alternatives, Func<Alternative, Func<Measure, int, int, double[]?>?> reported,
        Action<EnsembleDay> observe, CancellationToken afterThisDay = default)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(reported);
        ArgumentNullException.ThrowIfNull(observe);
        // What an alternative leaves of the present timeline runs beside it, and is not shown.
        Alternative[] all = [.. alternatives.Concat(alternatives.Select(PresentFor)).DistinctBy(a => a.Name)];
        var futures = all.Select(FutureOf).ToArray();
        var shown = ScenarioAhead;
        EnsembleDay DayOf(Alternative a, int number) =>
            new(a, number, futures[number].Model, futures[number].Runs, options.Seed, shown: shown, reported: reported(a));
        var days = alternatives.Select(DayOf).ToArray();
        return Run(all, futures, ahead =>
        {
            foreach (var each in days)
            {
                each.Day = ahead - 1;
                observe(each);
            }
        }, afterThisDay);
    }

    /// <summary>What the members show of the reported figures under an alternative. Simulated when it has not been (<see cref="RunAhead"/>).</summary>
    internal MemberFigures FiguresOf(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        // Later origins of a backtest learn their trust from this one, several at a time.
        lock (figures)
        {
            if (!figures.ContainsKey(alternative.Name)) Run([alternative], [FutureOf(alternative)], shown: null, CancellationToken.None);
            return figures[alternative.Name];
        }
    }

    /// <summary>What the members reported so far continues to; known once any alternative was run.</summary>
    internal MemberFigures? Reference { get; private set; }

    /// <summary>
    /// People of whom a member tells next to nothing by a day ahead: a fiftieth of all who set out since the last
    /// report of the target. Growth is compared beyond them, so that a trickle does not make a factor of thousands.
    /// </summary>
    internal double Few(int target, int ahead, int member) => 0.02 * lastingRate[member] * (ahead + asOfDay - reportDay[target]) + 1;

    /// <summary>
    /// What an alternative leaves of the present timeline: all but the rows that it drops and no report reflects yet. What these had changed
    /// it takes back; what it drops of the past, with which the reports have grown, it changes.
    /// </summary>
    internal Alternative PresentFor(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        AlternativeRow[] changes = [.. alternative.Rows.Where(r => !r.Drop || scenario.Timeline.Any(r.Drops))];
        AlternativeRow[] dropped = [.. changes.Where(r => r.Drop && r.Entry.Date > reflected)];
        return dropped.Length == 0 ? Alternative.Base
            : dropped.Length == changes.Length ? alternative
            : new Alternative { Name = alternative.Name + "/present", Rows = dropped };
    }

    /// <summary>The members under one timeline, and what they show of every target.</summary>
    private sealed record Future(Model Model, Run[] Runs, MemberFigures Figures, double[][] Arrived);

    private Future FutureOf(Alternative alternative)
    {
        var timeline = capacities.Simulated(TimelineOf(alternative));
        return FutureOf(timeline, Drive.Of(scenario, network, timeline, scenario.Days));
    }

    private Future FutureOf(IReadOnlyList<TimelineEntry> timeline, double[][] drive)
    {
        var model = new Model(scenario, network, plans, timeline);
        var shown = new MemberFigures(known.Series.Count, daysAhead, options.Members) { Most = MostPeople(timeline) };
        return new Future(model, RunsOf(parameters, model, drive), shown, [.. known.Series.Select(_ => new double[options.Members])]);
    }

    /// <summary>
    /// As many as can be displaced under a timeline: those of the first report, whose homes nobody knows, and all people of the places
    /// that could be left by the last day. Infinite where that is not known: departures are not taken from the population, arrivals
    /// are counted, or the reports count others too.
    /// </summary>
    private double MostPeople(IReadOnlyList<TimelineEntry> timeline)
    {
        var all = WholeSituation();
        if (all.Count == 0 || !original.Rules.TakeFromPopulation || known.Series.Any(s => s.Target.Kind == TargetKind.Arrivals)) return double.PositiveInfinity;
        var driven = Drive.Sum(original, network, timeline, original.Day(known.Day) + daysAhead + 1);
        var most = new Motion(all).First.People + driven.Select((drive, place) => drive > 0 ? original.Places[place].Population : 0.0).Sum();
        return all.Any(r => r.People > most) ? double.PositiveInfinity : most;
    }

    /// <summary>Runs futures side by side, and beside them what the reports reflect where that is not known yet.</summary>
    private int Run(Alternative[] alternatives, Future[] futures, Action<int>? shown, CancellationToken afterThisDay)
    {
        var asReported = hasReference ? null : FutureOf(capacities.ReflectedTimeline(), referenceDrive);
        if (asReported is not null) Reference = asReported.Figures;
        for (var a = 0; a < futures.Length; a++) figures[alternatives[a].Name] = futures[a].Figures;
        Future[] all = asReported is null ? futures : [asReported, .. futures];
        for (var day = 0; day < scenario.Days; day++)
        {
            var ahead = day - asOfDay;
            if (shown is null || ahead <= 1) options.Stop.ThrowIfCancellationRequested();
            else if (afterThisDay.IsCancellationRequested) return ahead - 1;
            if (shown is null || ahead <= 0) options.Progress?.Invoke("ahead", day, shown is null ? scenario.Days : asOfDay + 1);
            foreach (var future in all)
            {
                future.Model.Advance();
                StepAll(future.Runs, (run, m) => Look(future, ahead, run, m));
            }
            if (ahead > 0) shown?.Invoke(ahead);
        }
        GroupSteps += all.Sum(future => future.Runs.Sum(run => run.GroupSteps));
        hasReference = true;
        return daysAhead;
    }

    private void Look(Future future, int ahead, Run run, int m)
    {
        for (var t = 0; t < placeOf.Length; t++)
        {
            var (place, isArrivals) = (placeOf[t], known.Series[t].Target.Kind == TargetKind.Arrivals);
            if (isArrivals && place >= 0) future.Arrived[t][m] += run.Inflow[place];
            var isReported = ahead + asOfDay == reportDay[t];
            if (ahead < 0 && !isReported) continue;
            var people = isArrivals ? place >= 0 ? future.Arrived[t][m] : run.Shown.SetOut
                : place >= 0 ? run.Stock[place]
                : run.Stock.Sum() + run.InTransit.Sum() + run.RemovedAt.Sum();
            if (isReported) future.Figures.AtReport[t][m] = people;
            if (ahead >= 0) future.Figures.Ahead[t][ahead][m] = people;
        }
    }

    /// <summary>A parameter of every member on the scale on which its prior is standard normal.</summary>
    internal double[] ScoresOf(int parameter) => [.. parameters.Select(p => p[parameter])];

    /// <summary>The same before any count was seen.</summary>
    internal double[] PriorScoresOf(int parameter) => [.. Prior().Select(p => p[parameter])];

    /// <summary>
    /// How many members of the prior would be left if they were weighted by how the counts
    /// were shared among the places; all of them where nothing was conditioned on.
    /// </summary>
    internal double EffectiveByWeighting()
    {
        if (!IsConditioned) return options.Members;
        var (prior, data) = (Prior(), SharesReported());
        // The error that the members believe in, in the mean.
        var errors = parameters.Select(ShareErrors).ToList();
        var error = data.Select((_, i) => Math.Sqrt(errors.Average(e => e[i] * e[i]))).ToArray();
        var shares = SharesOf(prior, Destinations, "weighing the prior");
        return Posterior.EffectiveSize([.. shares.Select(own => own.Select((s, i) => (s - data[i]) / error[i]).Sum(z => z * z))]);
    }

    /// <summary>Of the points of the prior among which members choose how many leave, those that carry the weight of the counts.</summary>
    internal double EffectivePoints() => departures.EffectivePoints(parameters.Average(NoiseOfAll));

    /// <summary>
    /// How the growth of the window is shared among the destinations, simulated for parameters
    /// on their normal scale: for calibration, which draws its own truths.
    /// </summary>
    internal double[][] SimulatedShares(double[][] scores) => SharesOf(scores, Destinations, "simulating");
}
