using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>counts.csv</c>: one row per recorded figure.</summary>
internal static class CountsFile
{
    public const string Name = "counts.csv";

    private static readonly Columns Columns = new(["date", "published", "place", "measure", "people"], ["qualifier", "source", "series", "from", "break"]);

    public static IReadOnlyList<Count> Read(CsvTable table, ValueReader values) =>
        Columns.Check(table, values) ? [.. table.Rows.Select(row => ReadRow(row, values)).OfType<Count>()] : [];

    /// <summary>
    /// The count of a row that has the columns of this file, here or among those of
    /// <c>proposals.csv</c>; null with problems where a cell is missing or wrong.
    /// </summary>
    public static Count? ReadRow(CsvRow row, ValueReader values)
    {
        var complete = true;
        foreach (var name in Columns.Required) complete &= values.Has(row[name], name);
        var date = values.Date(row["date"], "date");
        var published = values.Date(row["published"], "published");
        var measure = values.Name<Measure>(row["measure"], "measure");
        var people = values.People(row["people"], "people");
        var qualifier = values.Name<Qualifier>(row["qualifier"], "qualifier");
        var since = values.Date(row["from"], "from");
        var counted = row["break"].Text.Trim();
        var breaks = counted.Equals("yes", StringComparison.OrdinalIgnoreCase);
        if (!breaks && counted.Length > 0 && !counted.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            values.Error(row["break"],
                $"break: '{Field.Short(counted)}' is not known; expected yes where the series counts otherwise from this figure on, or nothing");
        }
        if (!complete || date is null || published is null || measure is null || people is null) return null;
        return new Count
        {
            Date = date.Value,
            Published = published.Value,
            Place = row["place"].Text.Trim(),
            Measure = measure.Value,
            People = people.Value,
            Qualifier = qualifier ?? Qualifier.Exact,
            Source = row["source"].Text,
            Series = row["series"].Text,
            Since = since,
            Break = breaks,
            Origin = row["place"].Origin,
        };
    }

    public static string Write(Scenario scenario) => CsvText.Of(scenario.Counts,
    [
        new("date", c => CsvText.Date(c.Date)),
        new("published", c => CsvText.Date(c.Published)),
        new("place", c => c.Place),
        new("measure", c => Names.Of(c.Measure)),
        new("people", c => CsvText.Number(c.People)),
        new("qualifier", c => Names.Of(c.Qualifier)),
        new("source", c => c.Source),
        new("series", c => c.Series, Optional: true),
        new("from", c => CsvText.Date(c.Since), Optional: true),
        new("break", c => c.Break ? "yes" : "", Optional: true),
    ]);
}
