using System.Globalization;
using Corridor.Cli.RunFolders;
using Corridor.Formats.Csv;
using Corridor.Forecasting.Warnings;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>warnings.csv: one row for each warning and day ahead, with its reason (docs/run-folder.md).</summary>
internal static class WarningsTable
{
    public const string Name = "warnings.csv";

    private sealed record Row(Warning Warning, DateOnly Date, double Probability);

    public static string Text(ForecastAnswer answer)
    {
        var small = new SmallFigures(answer.Question.Request.RoundBelow);
        string People(double? people) => people is { } p ? small.Round(Math.Round(p)).ToString("0", CultureInfo.InvariantCulture) : "";
        DateOnly DateOf(Warning warning, int day) => answer.Question.Known.Day.AddDays(warning.Trigger?.Quantity.Days ?? day + 1);
        var rows = answer.Warnings.SelectMany(w => w.ByDay.Select((p, day) => new Row(w, DateOf(w, day), p))).ToList();
        return CsvText.Of(rows,
        [
            new("alternative", r => r.Warning.Alternative.Name),
            new("warning", r => KindOf(r.Warning.Kind)),
            new("place", r => r.Warning.Place),
            new("trigger", r => r.Warning.Trigger?.Name ?? ""),
            new("date", r => CsvText.Date(r.Date)),
            new("probability", r => r.Probability.ToString("0.###", CultureInfo.InvariantCulture)),
            new("fires", r => r.Warning.Fires ? "yes" : "no"),
            new("mark", r => r.Warning.Mark > 0 ? CsvText.Number(r.Warning.Mark) : ""),
            new("people_q10", r => People(r.Warning.People?.Q10)),
            new("people_q50", r => People(r.Warning.People?.Q50)),
            new("people_q90", r => People(r.Warning.People?.Q90)),
            new("count_people", r => People(r.Warning.Reason.Count?.Report.People)),
            new("count_date", r => r.Warning.Reason.Count is { } c ? CsvText.Date(c.Report.Date) : ""),
            new("count_published", r => r.Warning.Reason.Count is { } c ? CsvText.Date(c.Report.Published) : ""),
            new("count_source", r => r.Warning.Reason.Count?.Source ?? ""),
            new("changes", r => string.Join("; ", r.Warning.Reason.Changes.Select(WarningText.Change))),
        ]);
    }

    /// <summary>The name of a kind: <c>capacity-90</c>, <c>last-route</c>.</summary>
    public static string KindOf(WarningKind kind) => kind switch
    {
        WarningKind.Capacity90 => "capacity-90",
        WarningKind.Capacity100 => "capacity-100",
        _ => Names.Of(kind),
    };
}
