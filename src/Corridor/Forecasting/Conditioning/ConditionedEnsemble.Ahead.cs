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
        if (problems.FirstOrDefault(p => p.Severity == Severity.Error) is { } error) throw new ArgumentException(error.ToString(), nameof(alternative));
        var assumed = alternative.Rows.Select(r => r.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        var visible = scenario.Timeline.ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. full.Where(e => visible.Contains(e) || assumed.Contains(e))];
    }

    /// <summary>
    /// Runs the members under every alternative side by side and shows each day from the day after the as-of day on. A member has the same unknowns and the same random numbers under
    /// every alternative, so differences member by member are the effect of the alternative.
    /// </summary>
    /// <param name="alternatives">The alternatives.</param>
    /// <param name="reported">For an alternative, what is known better than by simulation (<see cref="EnsembleDay"/>): measure, place or -1, day from 0.</param>
    /// <param name="observe">Is shown every day of every alternative; the day is valid only meanwhile.</param>
    /// <param name="afterThisDay">Ends it after the day that is being observed.</param>
    /// <returns>The number of days ahead that were shown.</returns>
    /// <exception cref="OperationCanceledException">It was stopped before the first day ahead.</exception>
    public int RunAhead(
        IReadOnlyList<Alternative> alternatives, Func<Alternative, Func<Measure, int, int, double[]?>?> reported, Action<EnsembleDay> observe, CancellationToken afterThisDay = default)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(reported);
        ArgumentNullException.ThrowIfNull(observe);
        var timelines = alternatives.Select(TimelineOf).ToArray();
        var models = timelines.Select(t => new Model(scenario, network, plans, t)).ToArray();
        var runs = models.Select((model, a) => RunsOf(parameters, model, Drive.Of(scenario, network, timelines[a], scenario.Days), scenario.Days)).ToArray();
        var shown = ScenarioAhead;
        var days = alternatives.Select((a, number) => new EnsembleDay(a, number, models[number], runs[number], options.Seed, shown, reported(a))).ToArray();
        for (var day = 0; day < scenario.Days; day++)
        {
            if (day <= asOfDay + 1) options.Stop.ThrowIfCancellationRequested();
            else if (afterThisDay.IsCancellationRequested) return day - asOfDay - 1;
            if (day <= asOfDay) options.Progress?.Invoke("up to the as-of day", day, asOfDay + 1);
            for (var a = 0; a < models.Length; a++)
            {
                models[a].Advance();
                StepAll(runs[a]);
            }
            if (day <= asOfDay) continue;
            foreach (var each in days)
            {
                each.Day = day - asOfDay - 1;
                observe(each);
            }
        }
        return daysAhead;
    }

    /// <summary>A parameter of every member on the scale on which its prior is standard normal.</summary>
    internal double[] ScoresOf(int parameter) => [.. parameters.Select(p => p[parameter])];

    /// <summary>The same before any count was seen.</summary>
    internal double[] PriorScoresOf(int parameter) => [.. Prior().Select(p => p[parameter])];

    /// <summary>How many members of the prior would be left if they were weighted by how the counts were shared among the places; all of them where nothing was conditioned on.</summary>
    internal double EffectiveByWeighting()
    {
        if (!IsConditioned) return options.Members;
        var (prior, data) = (Prior(), SharesReported());
        // The error that the members believe in, in the mean.
        var errors = parameters.Select(ShareErrors).ToList();
        var error = data.Select((_, i) => Math.Sqrt(errors.Average(e => e[i] * e[i]))).ToArray();
        return Posterior.EffectiveSize([.. SharesOf(prior, Destinations, "weighing the prior").Select(shares => shares.Select((s, i) => (s - data[i]) / error[i]).Sum(z => z * z))]);
    }

    /// <summary>Of the points of the prior among which members choose how many leave, those that carry the weight of the counts.</summary>
    internal double EffectivePoints() => departures.EffectivePoints(parameters.Average(NoiseOfAll));

    /// <summary>How the growth of the window is shared among the destinations, simulated for parameters on their normal scale: for calibration, which draws its own truths.</summary>
    internal double[][] SimulatedShares(double[][] scores) => SharesOf(scores, Destinations, "simulating");

    private Run[] RunsOf(double[][] members, Model model, double[] drive, int days) =>
        [.. members.Select((p, m) => new Run(model, RulesOf(p), options.Seed, m, conditions: new RunConditions { Draw = DrawOf(p), Departures = DeparturesOf(p, m, days, drive) }))];

    private void StepAll(Run[] runs)
    {
        var next = -1;
        Parallel.For(0, scratch.Length, new ParallelOptions { MaxDegreeOfParallelism = scratch.Length }, thread =>
        {
            for (var m = Interlocked.Increment(ref next); m < runs.Length; m = Interlocked.Increment(ref next)) runs[m].Step(scratch[thread]);
        });
    }
}
