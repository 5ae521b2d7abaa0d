using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>The conditioned members run ahead day by day, as an <see cref="Ensemble"/> runs: what each alternative looks like at every place.</summary>
public sealed partial class ConditionedEnsemble
{
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
        var problems = new List<Problem>();
        var full = alternative.ApplyTo(original, problems);
        if (problems.FirstOrDefault(p => p.IsError) is { } error) throw new ArgumentException(error.ToString(), nameof(alternative));
        var assumed = alternative.Rows.Select(r => r.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        var visible = scenario.Timeline.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. full.Where(e => visible.Contains(e) || assumed.Contains(e))];
    }

    /// <summary>
    /// Places from which more would leave under the alternative than can be told: the drive grows to more than five times
    /// what the reports reflect, or there was none, and the scenario gives numbers of departures instead of a rate.
    /// </summary>
    public IReadOnlyList<Place> UntoldBy(Alternative alternative)
    {
        if (original.Rules.DepartByRate) return [];
        var drive = Drive.Of(scenario, network, Simulated(TimelineOf(alternative)), scenario.Days);
        bool IsUntold(int place, int day) => drive[day][place] > DepartureRate.MostDrive * referenceDrive[day][place];
        return [.. network.Places.Where((_, place) => Enumerable.Range(asOfDay + 1, daysAhead).Any(day => IsUntold(place, day)))];
    }

    /// <summary>
    /// Runs the members under every alternative side by side and shows each day from the day after the as-of day on. A member has the same
    /// unknowns and the same random numbers under every alternative, so differences member by member are the effect of the alternative. What
    /// the reports reflect runs beside them, so that the factors of a day (<see cref="FactorsOf"/>) are known when it is shown.
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

    /// <summary>
    /// How the alternative changes the growth of each target against the situation that the last reports reflect: for
    /// each target and day ahead (1 is the first), the factor on the growth since the as-of day in every member; 1:
    /// nothing changes, 0: nobody comes any more; five at most. Simulated when it has not been (<see cref="RunAhead"/>).
    /// </summary>
    public double[][][] FactorsOf(Alternative alternative) => ChangesOf(alternative).Factors;

    /// <summary>Of each target, day ahead and member, the people who come beyond five times the growth that the reports reflect.</summary>
    public double[][][] AddedBy(Alternative alternative) => ChangesOf(alternative).Added;

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

    private (double[][][] Factors, double[][][] Added) ChangesOf(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        // Later origins of a backtest learn their trust from this one, several at a time.
        lock (changes)
        {
            if (!changes.ContainsKey(alternative.Name)) Run([alternative], [FutureOf(alternative)], shown: null, CancellationToken.None);
            return changes[alternative.Name];
        }
    }

    private readonly Dictionary<string, (double[][][] Factors, double[][][] Added)> changes = [];

    /// <summary>What the members reported so far continues to; kept for alternatives that are asked for later.</summary>
    private double[][][]? reference;

    /// <summary>The members under one timeline, and what they show of every target on the as-of day (0) and the days ahead.</summary>
    private sealed record Future(Model Model, Run[] Runs, double[][][] Figures, double[][] Arrived);

    private Future FutureOf(Alternative alternative)
    {
        var timeline = Simulated(TimelineOf(alternative));
        return FutureOf(timeline, Drive.Of(scenario, network, timeline, scenario.Days));
    }

    private Future FutureOf(IReadOnlyList<TimelineEntry> timeline, double[][] drive)
    {
        var model = new Model(scenario, network, plans, timeline);
        return new Future(model, RunsOf(parameters, model, drive), Figures(), [.. known.Series.Select(_ => new double[options.Members])]);
    }

    /// <summary>Room for a figure of every target, day from the as-of day on and member.</summary>
    private double[][][] Figures() => [.. known.Series.Select(_ => Enumerable.Range(0, daysAhead + 1).Select(_ => new double[options.Members]).ToArray())];

    /// <summary>Runs futures side by side, and beside them what the reports reflect where that is not known yet.</summary>
    private int Run(Alternative[] alternatives, Future[] futures, Action<int>? shown, CancellationToken afterThisDay)
    {
        var asReported = reference is null ? FutureOf(ReflectedTimeline(), referenceDrive) : null;
        var usual = reference ?? asReported!.Figures;
        foreach (var alternative in alternatives) changes[alternative.Name] = (Figures(), Figures());
        Future[] all = asReported is null ? futures : [asReported, .. futures];
        var stocks = Destinations.Where(t => known.Series[t].Target.Kind == TargetKind.Stock).ToList();
        for (var day = 0; day < scenario.Days; day++)
        {
            var ahead = day - asOfDay;
            if (shown is null || ahead <= 1) options.Stop.ThrowIfCancellationRequested();
            else if (afterThisDay.IsCancellationRequested) return ahead - 1;
            if (shown is null || ahead <= 0) options.Progress?.Invoke("ahead", day, shown is null ? scenario.Days : asOfDay + 1);
            foreach (var future in all)
            {
                future.Model.Advance();
                StepAll(future.Runs, (run, m) => Look(future, ahead, run, m, stocks));
            }
            if (ahead < 0) continue;
            for (var a = 0; a < futures.Length; a++) SetChanges(changes[alternatives[a].Name], futures[a].Figures, usual, ahead);
            if (ahead > 0) shown?.Invoke(ahead);
        }
        GroupSteps += all.Sum(future => future.Runs.Sum(run => run.GroupSteps));
        reference = usual;
        return daysAhead;
    }

    private void Look(Future future, int ahead, Run run, int m, List<int> stocks)
    {
        for (var t = 0; t < placeOf.Length; t++)
        {
            if (placeOf[t] >= 0 && known.Series[t].Target.Kind == TargetKind.Arrivals) future.Arrived[t][m] += run.Inflow[placeOf[t]];
            if (ahead < 0) continue;
            var isArrivals = known.Series[t].Target.Kind == TargetKind.Arrivals;
            future.Figures[t][ahead][m] = isArrivals ? placeOf[t] >= 0 ? future.Arrived[t][m] : run.Shown.SetOut
                : placeOf[t] >= 0 ? run.Stock[placeOf[t]]
                : stocks.Count >= 3 ? stocks.Sum(s => run.Stock[placeOf[s]])
                : run.Stock.Sum() + run.InTransit.Sum() + run.RemovedAt.Sum();
        }
    }

    private void SetChanges((double[][][] Factors, double[][][] Added) change, double[][][] with, double[][][] without, int ahead)
    {
        for (var t = 0; t < with.Length; t++)
        {
            for (var m = 0; m < options.Members; m++)
            {
                // A fiftieth of all who set out is added to both, so that a trickle does not make a factor of thousands.
                var few = 0.02 * lastingRate[m] * ahead + 1;
                var now = Math.Max(0, with[t][ahead][m] - with[t][0][m]) + few;
                var reported = Math.Max(0, without[t][ahead][m] - without[t][0][m]) + few;
                change.Factors[t][ahead][m] = Math.Min(now / reported, MostFactor);
                change.Added[t][ahead][m] = Math.Max(0, now - MostFactor * reported);
            }
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
