using System.Globalization;

namespace Corridor.Bench;

/// <summary>The whole-run benchmark: what a person waits for.</summary>
internal static class WholeRuns
{
    public static int Run(Options options)
    {
        var (runs, repeats, only) = (options.Number("--runs", 1000), options.Number("--repeats", 3), options.Text("--only"));
        var report = new Report(runs, repeats);
        Console.WriteLine(report.Heading);
        foreach (var one in Cases(runs, options.Text("--cases")))
        {
            if (only is not null && !one.Name.Contains(only, StringComparison.OrdinalIgnoreCase)) continue;
            report.Add(Measured.Of(one, repeats));
            Console.WriteLine(report.LastLine);
        }
        foreach (var line in report.Verdicts()) Console.WriteLine(line);
        if (options.Text("--markdown") is { } file) report.WriteInto(file);
        return 0;
    }

    private static IEnumerable<Case> Cases(int runs, string? cases)
    {
        var mosul = Case.Mosul(runs);
        yield return mosul;
        var some = Math.Max(1, runs / 5);
        yield return Case.Scaled(mosul, Report.Thousand, 0.001, some);
        yield return Case.Scaled(mosul, Report.Million, 1, some);
        yield return Case.Scaled(mosul, Report.HundredMillion, 100, some);
        yield return Case.Network();
        if (Repository.FleeCases(cases) is not { } folder)
        {
            Console.WriteLine("The published Flee cases are not on this machine: skipped (--cases DIR names their folder).");
            yield break;
        }
        foreach (var one in Case.Flee(folder, Math.Max(1, runs / 50)))
        {
            yield return one;
            yield return one.OneByOne(1);
        }
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
