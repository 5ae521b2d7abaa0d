namespace Corridor.Bench;

/// <summary>
/// The table of docs/flee.md: what the whole process costs on each published case, next to what the reference
/// program does on the same case by baseline.md, of which the figures are quoted in the page.
/// </summary>
internal static class FleeTable
{
    private const string Begin = "<!-- figures of the published cases: written by the benchmark, not by hand -->";
    private const string End = "<!-- end of figures of the published cases -->";

    /// <summary>Further runs, over which their cost is divided.</summary>
    private const int More = 20;

    /// <summary>The reference program, one run at full size (baseline.md; quoted with its note in the page).</summary>
    private static readonly (string Case, string Reference)[] Cases =
    [
        ("mali2012", "171 s"), ("burundi", "322 s"), ("car", "29 min"), ("ethiopia", "17 s"), ("ssudan", "10 min"), ("mali2017_adm1", "256 s"),
        ("dflee_test_coastal_flooding", "56 s (measured)"), ("dflee_example", "2 s (measured)"), ("moo_f1_c1_t3", "2 s (measured)"),
    ];

    public static int Run(Options options)
    {
        var file = options.Text("--markdown");
        if (file is not null && MarkedLines.WhyNot(file, Begin, End) is { } wrong) return Complain($"--markdown: {wrong}");
        if (Repository.FleeCases(options.Text("--cases")) is not { } cases)
            return Complain("the published Flee cases are not on this machine (--cases DIR names their folder)");
        List<string> lines =
        [
            WholeRuns.Text($"Measured on {DateTime.UtcNow:yyyy-MM-dd} on: {Machine.Describe()}; load average {Machine.Load() ?? 0:0.0} at the start."), "",
            MarkedLines.Row(
            [
                "case", "Flee, one run", "Corridor, one run: wall", "user CPU", "each further run: user CPU",
                "person by person, one run: user CPU", "expected values: user CPU",
            ]),
            "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
        ];
        foreach (var (name, reference) in Cases)
        {
            var folder = Path.Combine(cases, name);
            if (!Directory.Exists(folder) || TimeOneThread(folder, "--runs", "1") is not { } one) continue;
            var further = TimeOneThread(folder, "--runs", WholeRuns.Text($"{1 + More}")) is { } many
                ? WholeRuns.Text($"{Math.Max(0, many.Processor - one.Processor) / More:0.000} s")
                : "-";
            string[] cells =
            [
                name, reference, Seconds(one.Wall), Seconds(one.Processor), further,
                Seconds(TimeOneThread(folder, "--runs", "1", "--resolution", "person")?.Processor), Seconds(TimeOneThread(folder, "--expected")?.Processor),
            ];
            lines.Add(MarkedLines.Row(cells));
            Console.WriteLine(lines[^1]);
        }
        if (file is not null) MarkedLines.Replace(file, Begin, End, lines);
        return 0;
    }

    /// <summary>
    /// Seconds of the whole process <c>./corridor run</c>, run folder written; null when it fails or cannot be built.
    /// </summary>
    public static (double Wall, double Processor)? Time(string folder, params IEnumerable<string> options)
    {
        var output = Path.Combine(Path.GetTempPath(), $"corridor-bench-{Environment.ProcessId}");
        try
        {
            return Child.Corridor(["run", folder, "--out", output, .. options]);
        }
        finally
        {
            if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        }
    }

    private static (double Wall, double Processor)? TimeOneThread(string folder, params IEnumerable<string> options) =>
        Time(folder, [.. options, "--threads", "1"]);

    private static string Seconds(double? seconds) => seconds is { } known ? WholeRuns.Text($"{known:0.0} s") : "-";

    private static int Complain(string text)
    {
        Console.Error.WriteLine(text);
        return 2;
    }
}
