namespace Corridor.Bench;

/// <summary>The table of the whole-run benchmark, on the screen and in docs/performance.md.</summary>
internal sealed class Report(int runs, int repeats)
{
    public const string Thousand = "Mosul 2016 with 1.5 thousand people";
    public const string Million = "Mosul 2016 with 1.5 million people";
    public const string HundredMillion = "Mosul 2016 with 150 million people";

    private const string Begin = "<!-- whole-run figures: written by the benchmark, not by hand -->";
    private const string End = "<!-- end of whole-run figures -->";
    private const double MiB = 1 << 20;

    private static readonly string[] Columns =
        ["case", "places", "days", "runs", "one run, s", "all runs, one thread, s", "all runs, all cores, s", "group-steps/s", "person-days/s", "managed MiB", "process peak MiB"];

    private readonly List<Measured> rows = [];
    private readonly double? loadBefore = Machine.Load();

    public string Heading => $"{Machine.Describe()}\n{Conditions()}\n{string.Join(" | ", Columns)}";

    public string LastLine => string.Join(" | ", Cells(rows[^1]));

    public void Add(Measured measured) => rows.Add(measured);

    /// <summary>Each target beside what was measured.</summary>
    public IEnumerable<string> Verdicts()
    {
        if (Find(Case.NameOfMosul) is { } mosul)
        {
            yield return WholeRuns.Text($"{mosul.Case.Runs:N0} runs of the {mosul.Case.Scenario.Days}-day Mosul example, all {Environment.ProcessorCount} cores: {mosul.AllCores.Median:0.00} s (target for 1,000 runs on two cores: 10 s)");
            yield return WholeRuns.Text($"group-steps on one core, Mosul example: {mosul.GroupStepsPerSecond / 1e6:0.00} million/s (target: 2 million/s)");
        }
        if (Find(Million) is { } million && Find(HundredMillion) is { } hundred && Find(Thousand) is { } thousand)
        {
            yield return WholeRuns.Text($"time with 150 million people over that with 1.5 million: {hundred.OneThread.Median / million.OneThread.Median:0.00} (target: at most 1.5)");
            yield return WholeRuns.Text($"time with 1.5 million people over that with 1.5 thousand: {million.OneThread.Median / thousand.OneThread.Median:0.00} (no target)");
        }
        if (Find(Case.NameOfNetwork) is { } network)
            yield return WholeRuns.Text($"road network of {network.Case.Scenario.Places.Count:N0} places, {network.Case.Scenario.Days} days: {network.OneRun.Median:0.00} s (target: 10 s)");
        foreach (var person in rows.Where(r => r.Case.ByPerson))
            yield return WholeRuns.Text($"{person.Case.Name}: {person.PersonDaysPerSecond / 1e6:0} million person-days/s on one core (target on a case with plain rules: 50 million)");
        foreach (var flee in rows.Where(r => !r.Case.ByPerson && r.Case.Name.StartsWith("Flee", StringComparison.Ordinal)))
            yield return WholeRuns.Text($"{flee.Case.Name} at full population: {(flee.OneThread / flee.Case.Runs).Median:0.000} s a run after start-up (target: 0.2 s)");
    }

    /// <summary>Replaces what stands between the markers of a Markdown file.</summary>
    public void WriteInto(string file)
    {
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidDataException($"{file} has no lines '{Begin}' and '{End}'");
        var lines = new List<string> { Begin, "", $"Measured on {DateTime.UtcNow:yyyy-MM-dd} on: {Machine.Describe()}. {Conditions()}", "" };
        lines.AddRange(Row(Columns));
        lines.Add("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", Columns.Length - 1)));
        lines.AddRange(rows.SelectMany(r => Row(Cells(r))));
        lines.Add("");
        lines.AddRange(Verdicts().Select(v => "- " + v));
        lines.Add("");
        File.WriteAllText(file, text[..from] + string.Join('\n', lines) + text[to..]);

        static IEnumerable<string> Row(IEnumerable<string> cells) => ["| " + string.Join(" | ", cells) + " |"];
    }

    private string Conditions()
    {
        var load = loadBefore is { } before && Machine.Load() is { } after ? WholeRuns.Text($" Load average {before:0.0} at the start, {after:0.0} at the end; above the number of cores, other programs slowed this down.") : "";
        return WholeRuns.Text($"--runs {runs}; seconds are the median (smallest to largest) of {repeats} repeats after one that is not timed.") + load;
    }

    private Measured? Find(string name) => rows.Find(r => r.Case.Name == name);

    private static string[] Cells(Measured m) =>
    [
        m.Case.Name,
        WholeRuns.Text($"{m.Case.Scenario.Places.Count:N0}"),
        WholeRuns.Text($"{m.Case.Scenario.Days}"),
        WholeRuns.Text($"{m.Case.Runs:N0}"),
        Text(m.OneRun),
        Text(m.OneThread),
        Text(m.AllCores),
        WholeRuns.Text($"{m.GroupStepsPerSecond / 1e6:0.00} M"),
        WholeRuns.Text($"{m.PersonDaysPerSecond / 1e6:N0} M"),
        WholeRuns.Text($"{m.ManagedBytes / MiB:0}"),
        WholeRuns.Text($"{m.ProcessPeakBytes / MiB:0}"),
    ];

    private static string Text(Seconds s) => WholeRuns.Text($"{s.Median:0.000} ({s.Min:0.000}–{s.Max:0.000})");
}
