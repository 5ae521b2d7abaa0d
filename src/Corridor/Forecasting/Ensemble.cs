using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>How an ensemble is run.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Number of runs; 1 or more.</summary>
    public int Runs { get; init; } = 200;

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of days; null: those of the scenario.</summary>
    public int? Days { get; init; }

    /// <summary>Threads that work; by default one per core. It changes nothing but the time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether people are kept one by one, each deciding in turn, instead of in groups. The law is the same; only at camps that
    /// are held at their limit does the order of deciding show (docs/model.md). The cost follows the number of people.
    /// </summary>
    public bool ByPerson { get; init; }

    /// <summary>
    /// Of how many runs, counted from run 0, the ways of people who are kept one by one are kept as well: some 40 bytes a person and 8 an arrival.
    /// </summary>
    public int TrackedRuns { get; init; } = 1;

    /// <summary>Whether timeline entries that were announced after the scenario's as-of day are known all the same.</summary>
    public bool KnownFuture { get; init; }

    /// <summary>Through how many days without a change a run goes before the next one does, at most. It changes nothing but the time.</summary>
    internal int DaysAtOnce { get; init; } = 16;
}

/// <summary>
/// Many simulated futures of the same situation under one or more alternatives. All runs go through a few days together,
/// so what a day shows can be summarised exactly and forgotten: the memory does not grow with the number of days.
/// </summary>
/// <remarks>
/// Runs of the same number share their random numbers and their draw from the priors under every alternative: the difference between two alternatives is the
/// effect of the change, not noise.
/// </remarks>
public sealed class Ensemble
{
    private readonly Scenario scenario;
    private readonly EnsembleOptions options;
    private readonly Model[] models;
    private readonly Run[][] runs;
    private readonly Panel?[] panels;
    private readonly EnsembleDay[] days;
    private readonly Workers workers;

    /// <summary>So many figures of days that are yet to be shown are held at most: 32 MB.</summary>
    private const long MostFigures = 1 << 22;
    private readonly int mostDays;

    /// <summary>The first of the days that were stepped through last, and their number.</summary>
    private int firstDay, steps;

    /// <param name="scenario">A scenario without errors (<see cref="ScenarioCheck"/>).</param>
    /// <param name="alternatives">The alternatives to run; <see cref="Alternative.Base"/> is the timeline as it stands.</param>
    /// <param name="options">How to run them.</param>
    /// <exception cref="ArgumentException">An alternative does not fit the scenario, or an option is out of its range.</exception>
    public Ensemble(Scenario scenario, IReadOnlyList<Alternative> alternatives, EnsembleOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(alternatives);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Runs, 1);
        Days = options.Days ?? scenario.Days;
        ArgumentOutOfRangeException.ThrowIfLessThan(Days, 1);
        (this.scenario, this.options, Alternatives) = (scenario with { Days = Days }, options, alternatives);
        var network = new Network(scenario);
        var plans = new Plans();
        var rules = Enumerable.Range(0, options.Runs).Select(RulesOf).ToArray();
        models = [.. alternatives.Select(a => new Model(this.scenario, network, plans, TimelineOf(this.scenario, a, options.KnownFuture)))];
        // Those of the scenario count whether or not they are run, so that no future hangs on which others are.
        foreach (var other in alternatives.Concat(scenario.Alternatives).Distinct())
            foreach (var model in models) model.Situation.Unsettle(TimelineOf(this.scenario, other, options.KnownFuture), this.scenario);
        runs =
        [
            .. models.Select(m => rules.Select<Rules, Run>((r, number) => options.ByPerson
                ? new PersonRun(m, r, options.Seed, number, isTracked: number < options.TrackedRuns)
                : new GroupRun(m, r, options.Seed, number)).ToArray()),
        ];
        mostDays = MostDays(network);
        panels = [.. models.Select(_ => mostDays == 0 ? null : new Panel(network.PlaceCount, network.LinkCount, options.Runs, mostDays))];
        days = [.. alternatives.Select((a, number) => new EnsembleDay(a, number, models[number], runs[number], options.Seed, panels[number]))];
        workers = new Workers(Math.Min(options.Threads, options.Runs), network.PlaceCount);
    }

    /// <summary>The alternatives, in the order in which each day is observed.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Number of days that are done.</summary>
    public int DaysDone { get; private set; }

    /// <summary>States of groups that were worked on so far, over all runs: the measure of work in benchmarks.</summary>
    public long GroupSteps => runs.Sum(alternative => alternative.Sum(run => run.GroupSteps));

    /// <summary>Runs the remaining days. Stops between two days when cancelled: the days that are done stand.</summary>
    /// <param name="observe">Is shown every day of every alternative.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether all days are done.</returns>
    public bool Run(Action<EnsembleDay> observe, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(observe);
        while (DaysDone < Days)
        {
            if (cancellation.IsCancellationRequested) return false;
            if (DaysDone == firstDay + steps) StepAhead();
            foreach (var day in days)
            {
                (day.Day, day.Ahead) = (DaysDone, DaysDone - firstDay);
                observe(day);
            }
            DaysDone++;
        }
        return true;
    }

    /// <summary>
    /// Steps every run through the next day and, at once, those after it on which nothing changes under
    /// any alternative: the people of a run are then still in the processor's fast memory.
    /// </summary>
    private void StepAhead()
    {
        firstDay = DaysDone;
        foreach (var model in models) model.Advance();
        steps = Math.Min(1 + models.Min(model => model.Situation.QuietDays(mostDays - 1)), Days - firstDay);
        for (var alternative = 0; alternative < runs.Length; alternative++)
        {
            var (all, panel) = (runs[alternative], panels[alternative]);
            workers.Each(all.Length, (run, scratch) => Step(all, run, panel, scratch));
        }
        // What is shown of these days is as it was on the first.
        for (var day = 1; day < steps; day++)
            foreach (var model in models) model.Advance();
    }

    private void Step(Run[] all, int run, Panel? panel, Scratch scratch)
    {
        for (var ahead = 0; ahead < steps; ahead++)
        {
            all[run].Step(scratch, ahead);
            panel?.Set(run, ahead, all[run].Shown);
        }
    }

    /// <summary>
    /// Through how many days a run goes at once, at most; 0: through one, of which too much is shown to
    /// be laid out for summing up. People who are kept one by one are shown as they are now.
    /// </summary>
    private int MostDays(Network network)
    {
        var figuresOfADay = (long)runs.Length * options.Runs * Panel.FiguresOfDay(network.PlaceCount, network.LinkCount);
        return (int)Math.Min(MostFigures / figuresOfADay, options.ByPerson ? 1 : Math.Min(options.DaysAtOnce, Days));
    }

    /// <summary>The rules of a run: the scenario's own, with every uncertain parameter drawn from its prior.</summary>
    private Rules RulesOf(int run)
    {
        var rules = scenario.Rules;
        for (var i = 0; i < scenario.Priors.Count; i++)
        {
            var random = new Philox(options.Seed, run, 0, i, Purpose.Parameter);
            rules = scenario.Priors[i].Set(rules, random.NextUniform());
        }
        return rules;
    }

    /// <summary>The timeline of an alternative, without what could not be known on the as-of day.</summary>
    internal static IReadOnlyList<TimelineEntry> TimelineOf(Scenario scenario, Alternative alternative, bool knownFuture) =>
        alternative.TimelineIn(scenario, e => knownFuture || scenario.AsOf is not { } asOf || e.KnownFrom <= asOf);
}
