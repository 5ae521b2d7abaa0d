namespace Corridor.Bench;

/// <summary>The table of the whole-run benchmark, on the screen and in docs/performance.md.</summary>
internal sealed class Report(int runs, int repeats)
{
    public const string Thousand = "Mosul 2016 with 1.5 thousand people";
    public const string Million = "Mosul 2016 with 1.5 million people";
    public const string HundredMillion = "Mosul 2016 with 150 million people";

    public const string Begin = "<!-- whole-run figures: written by the benchmark, not by hand -->";
    public const string End = "<!-- end of whole-run figures -->";
    private const double MiB = 1 << 20;

    private static readonly string[] Columns =
    [
        "case", "places", "days", "runs", "one run, s", "per run on one thread, s", "all runs, all cores, s", "expected values, s",
        "group-steps/s", "person-days/s", "peak MiB",
    ];

    private readonly List<Measured> rows = [];
    private readonly double? loadBefore = Machine.Load();
    private readonly List<(string Command, Seconds Wall, Seconds Processor)> processes = [];
    private Scales? scales;

    public string Heading => $"{Machine.Describe()}\n{Conditions()}\n{string.Join(" | ", Columns)}";

    public string LastLine => string.Join(" | ", Cells(rows[^1]));

    /// <summary>What stands between the markers of a Markdown file.</summary>
    public IEnumerable<string> Markdown =>
    [
        $"Measured on {DateTime.UtcNow:yyyy-MM-dd} on: {Machine.Describe()}. {Conditions()}", "",
        MarkedLines.Row(Columns), "| --- |" + string.Concat(Enumerable.Repeat(" ---: |", Columns.Length - 1)),
        .. rows.Select(r => MarkedLines.Row(Cells(r))), "",
        .. Verdicts().Select(v => "- " + v),
    ];

    public void Add(Measured measured) => rows.Add(measured);

    public void AddScales(Scales? measured) => scales = measured;

    /// <summary>A whole process, timed as often as the ensembles.</summary>
    public void AddProcess(string command, Func<(double Wall, double Processor)?> time)
    {
        var timed = Enumerable.Range(0, repeats).Select(_ => time()).OfType<(double Wall, double Processor)>().ToList();
        if (timed.Count > 0) processes.Add((command, Seconds.Of(timed.Select(t => t.Wall)), Seconds.Of(timed.Select(t => t.Processor))));
    }

    /// <summary>Each target beside what was measured.</summary>
    public IEnumerable<string> Verdicts()
    {
        if (Find(Case.NameOfMosul) is { } mosul)
        {
            yield return WholeRuns.Text(
                $"{mosul.Runs:N0} runs of the {mosul.Days}-day Mosul example, all {Environment.ProcessorCount} cores: {mosul.AllRuns.Median:0.00} s",
                $"(target for 1,000 runs on two cores: 10 s)");
            yield return WholeRuns.Text($"group-steps on one core, Mosul example: {mosul.GroupStepsPerSecond / 1e6:0.00} million/s (target: 2 million/s)");
        }
        if (scales is not null)
        {
            var (down, up) = (scales.Million / scales.Thousand, scales.HundredMillion / scales.Million);
            yield return WholeRuns.Text($"processor time with 150 million people over that with 1.5 million, in turns: {up:0.00} (target: at most 1.5)");
            yield return WholeRuns.Text($"processor time with 1.5 million people over that with 1.5 thousand, in turns: {down:0.00} (no target)");
        }
        if (Find(Case.NameOfNetwork) is { } network)
            yield return WholeRuns.Text($"road network of {network.Places:N0} places, {network.Days} days: {network.OneRun.Median:0.00} s (target: 10 s)");
        foreach (var flee in rows.Where(r => r.Name.StartsWith(Case.FleePrefix, StringComparison.Ordinal)))
        {
            yield return flee.Name.EndsWith(Case.PersonSuffix, StringComparison.Ordinal)
                ? WholeRuns.Text(
                    $"{flee.Name}: {flee.PersonDaysPerSecond / 1e6:0} million person-days/s on one core",
                    $"(target, on a case with plain rules: 50 million)")
                : WholeRuns.Text($"{flee.Name} at full population: {flee.PerRun:0.000} s a run after start-up (target: 0.2 s)");
        }
        foreach (var (command, wall, processor) in processes)
            yield return WholeRuns.Text($"the whole process for {command}: {Text(wall)} s wall, {Text(processor)} s user CPU (target: under one second)");
    }

    private string Conditions()
    {
        var load = loadBefore is { } before && Machine.Load() is { } after
            ? WholeRuns.Text(
                $" Load average {before:0.0} at the start, {after:0.0} at the end;",
                $"above the number of cores, other programs slowed this down.")
            : "";
        return WholeRuns.Text($"--runs {runs}; seconds are the median (smallest to largest) of {repeats} repeats after one that is not timed.") + load;
    }

    private Measured? Find(string name) => rows.Find(r => r.Name == name);

    private static string[] Cells(Measured m) =>
    [
        m.Name,
        WholeRuns.Text($"{m.Places:N0}"),
        WholeRuns.Text($"{m.Days}"),
        WholeRuns.Text($"{m.Runs:N0}"),
        Text(m.OneRun),
        WholeRuns.Text($"{m.PerRun:0.000}"),
        Text(m.AllRuns),
        m.Expected is { } expected ? WholeRuns.Text($"{expected:0.000}") : "-",
        WholeRuns.Text($"{m.GroupStepsPerSecond / 1e6:0.00} M"),
        WholeRuns.Text($"{m.PersonDaysPerSecond / 1e6:N0} M"),
        WholeRuns.Text($"{m.PeakBytes / MiB:0}"),
    ];

    private static string Text(Seconds s) => WholeRuns.Text($"{s.Median:0.000} ({s.Min:0.000}–{s.Max:0.000})");
}
