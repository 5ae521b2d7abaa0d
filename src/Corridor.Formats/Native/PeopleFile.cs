using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>
/// <c>people.csv</c>: those of the initial stock whose attributes are known. Columns <c>place</c> and <c>people</c>; every other column is an attribute.
/// </summary>
internal static class PeopleFile
{
    public const string Name = "people.csv";

    private static readonly Columns Columns = new(["place", "people"], []);

    public static IReadOnlyList<InitialPeople> Read(CsvTable table, ValueReader values, Func<string, bool> isPlace)
    {
        var known = new List<InitialPeople>();
        if (!Columns.Check(table, values)) return known;
        foreach (var row in table.Rows)
        {
            if (!(values.Has(row["place"], "place") & values.Has(row["people"], "people"))) continue;
            var place = row["place"].Text.Trim();
            if (!isPlace(place)) values.Error(row["place"], $"place: unknown place '{Field.Short(place)}'; expected an id of the places");
            if (values.People(row["people"], "people") is not { } people) continue;
            if (people < 0) values.Error(row["people"], $"people: {people}; expected 0 or more");
            known.Add(new InitialPeople(place, people, Columns.Extra(table, row)) { Origin = row["place"].Origin });
        }
        return known;
    }

    public static string Write(Scenario scenario) => CsvText.Of(scenario.InitialPeople,
    [
        new("place", p => p.Place),
        new("people", p => CsvText.Number(p.People)),
        .. ExtraColumns.Of(scenario.InitialPeople, p => p.Attributes, Columns),
    ]);
}
