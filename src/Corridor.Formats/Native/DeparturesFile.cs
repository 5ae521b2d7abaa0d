using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>departures.csv</c>: how many people set out, for studies that grant it.</summary>
internal static class DeparturesFile
{
    public const string Name = "departures.csv";

    private static readonly Columns Columns = new(["date", "place", "people"], []);

    public static IReadOnlyList<Departure> Read(CsvTable table, ValueReader values)
    {
        var departures = new List<Departure>();
        if (!Columns.Check(table, values)) return departures;
        foreach (var row in table.Rows)
        {
            var complete = values.Has(row["date"], "date") & values.Has(row["place"], "place") & values.Has(row["people"], "people");
            var date = values.Date(row["date"], "date");
            var people = values.People(row["people"], "people");
            if (complete && date is not null && people is not null)
                departures.Add(new Departure(date.Value, row["place"].Text.Trim(), people.Value) { Origin = row["place"].Origin });
        }
        return departures;
    }

    public static string Write(Scenario scenario) => CsvText.Of(scenario.Departures,
    [
        new("date", d => CsvText.Date(d.Date)),
        new("place", d => d.Place),
        new("people", d => CsvText.Number(d.People)),
    ]);
}
