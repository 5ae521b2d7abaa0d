using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>places.csv</c>: one row per place.</summary>
internal static class PlacesFile
{
    public const string Name = "places.csv";

    private static readonly Columns Columns = new(
        ["id", "kind", "population"],
        ["name", "lat", "lon", "country", "admin1", "pcode", "capacity", "counted_twice", "initial_stock", .. PlaceNumbers.All.Select(n => n.Name)]);

    /// <summary>The places and, by place id, the displaced people who are there at the start; null when a required column is missing.</summary>
    public static (IReadOnlyList<Place> Places, IReadOnlyDictionary<string, long> InitialStock)? Read(CsvTable table, ValueReader values)
    {
        if (!Columns.Check(table, values)) return null;
        var places = new List<Place>();
        var stock = new OrderedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var id = row["id"].Text.Trim();
            if (!values.Has(row["id"], "id") || !IsId(row["id"], values)) continue;
            places.Add(PlaceNumbers.Read(new Place
            {
                Id = id,
                Name = row["name"] is { IsEmpty: false } name ? name.Text : id,
                Kind = values.Name<PlaceKind>(row["kind"], "kind") ?? PlaceKind.Town,
                Latitude = values.Number(row["lat"], "lat"),
                Longitude = values.Number(row["lon"], "lon"),
                Country = row["country"].Text,
                Admin1 = row["admin1"].Text,
                Pcode = row["pcode"].Text,
                Population = values.People(row["population"], "population") ?? 0,
                Capacity = values.People(row["capacity"], "capacity"),
                CountedTwice = values.People(row["counted_twice"], "counted_twice") ?? 0,
                Extra = Columns.Extra(table, row),
                Origin = row["id"].Origin,
            }, name => values.Number(row[name], name)));
            if (values.People(row["initial_stock"], "initial_stock") is not { } people) continue;
            if (people < 0) values.Error(row["initial_stock"], $"initial_stock: {people} people; expected 0 or more");
            else stock.TryAdd(id, people);
        }
        return (places, stock);
    }

    public static string Write(Scenario scenario) => CsvText.Of(scenario.Places,
    [
        new("id", p => p.Id),
        new("name", p => p.Name),
        new("kind", p => Names.Of(p.Kind)),
        new("lat", p => CsvText.Number(p.Latitude)),
        new("lon", p => CsvText.Number(p.Longitude)),
        new("country", p => p.Country),
        new("admin1", p => p.Admin1),
        new("pcode", p => p.Pcode),
        new("population", p => CsvText.Number(p.Population)),
        new("capacity", p => CsvText.Number(p.Capacity)),
        new("counted_twice", p => p.CountedTwice > 0 ? CsvText.Number(p.CountedTwice) : "", Optional: true),
        new("initial_stock", p => scenario.InitialStock.TryGetValue(p.Id, out var people) ? CsvText.Number(people) : "", Optional: true),
        .. PlaceNumbers.All.Select(n => new CsvColumn<Place>(n.Name, p => CsvText.Number(n.Of(p)), Optional: true)),
        .. ExtraColumns.Of(scenario.Places, p => p.Extra, Columns),
    ]);

    /// <summary>An id must not read as something else where the timeline names a subject.</summary>
    private static bool IsId(Field field, ValueReader values)
    {
        if (WrongId(field.Text.Trim()) is not { } wrong) return true;
        values.Error(field, wrong);
        return false;
    }

    /// <summary>Why an id cannot be one; null when it can.</summary>
    public static string? WrongId(string id)
    {
        var wrong = id == Count.Everywhere || id.StartsWith("border:", StringComparison.Ordinal) ? "means something else in a timeline or in counts"
            : id.Contains("--", StringComparison.Ordinal) || id.Contains("->", StringComparison.Ordinal) ? "holds -- or ->, which join the ends of a route"
            : id.Any(char.IsControl) ? "holds a line break or another control character"
            : null;
        return wrong is null ? null : $"the place id '{Field.Short(id)}' {wrong}; expected a short name as in tal-afar";
    }
}
