using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>timeline.csv</c>: one row per dated change.</summary>
internal static class TimelineFile
{
    public const string Name = "timeline.csv";

    private static readonly Columns Columns = new(TimelineRow.Required, TimelineRow.Optional);

    public static IReadOnlyList<TimelineEntry> Read(CsvTable table, ValueReader values, Func<string, bool> isPlace) =>
        Columns.Check(table, values)
            ? [.. table.Rows.Select(row => TimelineRow.Read(name => row[name], values, isPlace)).OfType<TimelineEntry>()]
            : [];

    public static string Write(Scenario scenario) =>
        CsvText.Of(scenario.Timeline, TimelineRow.Fields.Select(f => new CsvColumn<TimelineEntry>(f.Name, f.Text, Optional: f.Name is "to" or "announced")));
}
