using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Sensitivity;

/// <summary>How a sensitivity study is run.</summary>
public sealed record SensitivityOptions
{
    /// <summary>Rows of Saltelli's design; each takes as many runs as there are inputs, and three more. 16 or more.</summary>
    public int Samples { get; init; } = 256;

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; they change the time only.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether timeline entries that were announced after the scenario's as-of day are known all the same.</summary>
    public bool KnownFuture { get; init; }
}

/// <summary>An output with the indices of the inputs.</summary>
/// <param name="Output">The output.</param>
/// <param name="People">Its summary over all runs at independent points.</param>
/// <param name="Indices">One for each input; null when it is the same in every run.</param>
public sealed record SensitivityResult(Quantity Output, Summary People, IReadOnlyList<SobolIndex>? Indices);

/// <summary>
/// Which of the things that are not known well matter for chosen outputs: Sobol' indices over the priors of a scenario.
/// </summary>
/// <remarks>
/// The chance of the model itself is one more input: the number of a run, which keys all its random numbers. So it has indices of its own, what is
/// left to the parameters is free of it, and no output has to be averaged over runs (A. Marrel et al., "Global sensitivity analysis of stochastic
/// computer models with joint metamodels", Statistics and Computing 22, 2012). Points that differ in one parameter share their random numbers.
/// </remarks>
public sealed class SensitivityStudy
{
    private const int RunsAtOnce = 256;
    private static readonly string[] UsuallyUncertain = ["departure_rate", "max_move_speed", "default_movechance", "camp_weight"];

    private readonly Scenario scenario;
    private readonly SensitivityOptions options;
    private readonly Network network;
    private readonly Plans plans = new();
    private readonly IReadOnlyList<TimelineEntry> timeline;
    private readonly Workers workers;
    private readonly (int Place, int First, int Last)[] when;
    private readonly List<double[][]> rows = [];

    /// <param name="scenario">A scenario without errors.</param>
    /// <param name="outputs">What is looked at; days count from the as-of day, else from the start.</param>
    /// <param name="options">How.</param>
    public SensitivityStudy(Scenario scenario, IReadOnlyList<Quantity> outputs, SensitivityOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, 16);
        HasOwnPriors = scenario.Priors.Count > 0;
        this.scenario = HasOwnPriors ? scenario : scenario with { Priors = UsualPriors(scenario.Rules) };
        (this.options, Outputs) = (options, outputs);
        network = new Network(this.scenario);
        timeline = Ensemble.TimelineOf(this.scenario, Alternative.Base, options.KnownFuture);
        workers = new Workers(options.Threads, network.PlaceCount);
        // Flows are of the days after the as-of day; without one, from the first day on, which is a day of theirs.
        var reference = scenario.AsOf is { } asOf ? scenario.Day(asOf) : 0;
        var before = scenario.AsOf is null ? -1 : reference;
        when =
        [
            .. outputs.Select(o => (
                o.Place == Count.Everywhere ? -1 : network.Number(o.Place),
                o.Days is null ? 0 : Math.Max(0, before + 1),
                Math.Clamp(o.Days is { } days ? (o.Measure.IsFlow() ? before : reference) + days : scenario.Days - 1, 0, scenario.Days - 1))),
        ];
        Inputs = [.. this.scenario.Priors.Select(p => p.Parameter.Name), Chance];
    }

    /// <summary>The input that is the model's own chance.</summary>
    public const string Chance = "chance";

    /// <summary>Names of the inputs: the parameters with a prior, and <see cref="Chance"/>.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The outputs.</summary>
    public IReadOnlyList<Quantity> Outputs { get; }

    /// <summary>Whether the scenario states priors; else usual ones are taken: lognormal around the present value, σ 0.3.</summary>
    public bool HasOwnPriors { get; }

    /// <summary>The priors in use.</summary>
    public IReadOnlyList<Prior> Priors => scenario.Priors;

    /// <summary>Rows that are done.</summary>
    public int RowsDone => rows.Count;

    /// <summary>Runs per row.</summary>
    public int RunsPerRow => Inputs.Count + 2;

    /// <summary>
    /// Works on the remaining rows. When cancelled it stops within a block of rows; the
    /// rows that are done stand, and are the same whatever comes after them.
    /// </summary>
    /// <param name="progress">Is told the rows done after each block.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether all rows are done.</returns>
    public bool Run(Action<int> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var block = Math.Max(1, RunsAtOnce / RunsPerRow);
        while (rows.Count < options.Samples)
        {
            if (Block(rows.Count, Math.Min(options.Samples, rows.Count + block), cancellation) is not { } done) return false;
            rows.AddRange(done);
            progress(rows.Count);
        }
        return true;
    }

    /// <summary>The indices from the rows that are done; two or more.</summary>
    public IReadOnlyList<SensitivityResult> Results() =>
    [
        .. Outputs.Select((output, at) =>
        {
            var values = rows.Select(row => row.Select(outputs => outputs[at]).ToArray()).ToList();
            var all = Summary.Of([.. values.SelectMany(v => v.Take(2))]);
            return new SensitivityResult(output, all, Sobol.Of(values, (r, i) => new Philox(options.Seed, r, i, 0, Purpose.Resample).NextUniform()));
        }),
    ];

    private List<double[][]>? Block(int first, int end, CancellationToken cancellation)
    {
        var model = new Model(scenario, network, plans, timeline);
        var runs = Enumerable.Range(first, end - first).SelectMany(row => RunsOf(model, row)).ToArray();
        var outputs = runs.Select(_ => new double[Outputs.Count]).ToArray();
        for (var day = 0; day < scenario.Days; day++)
        {
            if (cancellation.IsCancellationRequested) return null;
            model.Advance();
            var today = day;
            workers.Each(runs.Length, (r, scratch) =>
            {
                runs[r].Step(scratch);
                Observe(runs[r].Shown, model.Situation, today, outputs[r]);
            });
        }
        return [.. outputs.Chunk(RunsPerRow)];
    }

    /// <summary>The runs at A, B and AB(i); the last coordinate is the run's number.</summary>
    private IEnumerable<Run> RunsOf(Model model, int row)
    {
        double Coordinate(int which, int i) =>
            i < scenario.Priors.Count ? new Philox(options.Seed, row, which, i, Purpose.Sensitivity).NextUniform() : which;
        double[] Point(int which) => [.. Enumerable.Range(0, Inputs.Count).Select(i => Coordinate(which, i))];
        foreach (var point in Sobol.Row(Point(0), Point(1)))
        {
            var rules = scenario.Rules;
            for (var i = 0; i < scenario.Priors.Count; i++) rules = scenario.Priors[i].Set(rules, point[i]);
            yield return new GroupRun(model, rules, options.Seed, 2 * row + (int)point[^1]);
        }
    }

    private void Observe(Figures figures, Situation situation, int day, double[] outputs)
    {
        for (var at = 0; at < outputs.Length; at++)
        {
            var (place, first, last) = when[at];
            var measure = Outputs[at].Measure;
            if (measure.IsFlow() ? day >= first && day <= last : day == last) outputs[at] += EnsembleDay.Of(figures, situation, measure, place);
        }
    }

    private static List<Prior> UsualPriors(Rules rules) =>
    [
        .. UsuallyUncertain
            .Where(name => name != "departure_rate" || rules.DepartByRate)
            .Select(name => Prior.Usual(name, rules))
            .Where(prior => prior.A > 0),
    ];
}
