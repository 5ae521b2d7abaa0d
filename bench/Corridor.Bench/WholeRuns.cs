using System.Text.Json;

namespace Corridor.Bench;

/// <summary>The whole-run benchmark: what a person waits for. Each case in a process of its own, so that its peak memory is its own.</summary>
internal static class WholeRuns
{
    public static int Run(Options options)
    {
        var (runs, repeats, only, file) = (options.Number("--runs", 1000), options.Number("--repeats", 3), options.Text("--only"), options.Text("--markdown"));
        // Before minutes of work, not after.
        if (file is not null && MarkedLines.WhyNot(file, Report.Begin, Report.End) is { } wrong)
        {
            Console.Error.WriteLine($"--markdown: {wrong}");
            return 2;
        }
        var flee = Repository.FleeCases(options.Text("--cases"));
        if (flee is null) Console.WriteLine("The published Flee cases are not on this machine: skipped (--cases DIR names their folder).");
        var report = new Report(runs, repeats);
        Console.WriteLine(report.Heading);
        foreach (var name in Case.Names(flee))
        {
            if (only is not null && !name.Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            if (Child.Self(["one", name, .. options.Rest]) is not { } line || JsonSerializer.Deserialize<Measured>(line) is not { } measured)
            {
                Console.Error.WriteLine($"{name}: failed");
                continue;
            }
            report.Add(measured);
            Console.WriteLine(report.LastLine);
        }
        if (flee is not null && (only is null || "process".Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var mali = Path.Combine(flee, "mali2012");
            report.AddProcess("corridor run mali2012, one run", () => FleeTable.Time(mali, "--runs", "1"));
            report.AddProcess("corridor run mali2012, its default of 200 runs", () => FleeTable.Time(mali));
        }
        if (only is null || "scales".Contains(only, StringComparison.OrdinalIgnoreCase)) report.AddScales(Scales.Measured());
        foreach (var line in report.Verdicts()) Console.WriteLine(line);
        if (file is not null) MarkedLines.Replace(file, Report.Begin, Report.End, report.Markdown);
        return 0;
    }

    /// <summary>One case, in this process; prints what was measured as one line of JSON.</summary>
    public static int One(Options options)
    {
        var one = Case.Named(options.Word ?? "", options.Number("--runs", 1000), Repository.FleeCases(options.Text("--cases")));
        Console.WriteLine(JsonSerializer.Serialize(Measured.Of(one, options.Number("--repeats", 3), options.Number("--seconds", 5))));
        return 0;
    }

    public static string Text(params FormattableString[] parts) => string.Join(' ', parts.Select(FormattableString.Invariant));
}
