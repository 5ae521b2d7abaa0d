using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>
/// <c>demographics.csv</c>: how attributes of people are distributed, one row per
/// attribute, value and place (<c>*</c>: the places that are not named).
/// </summary>
internal static class DemographicsFile
{
    public const string Name = "demographics.csv";

    private static readonly Columns Columns = new(["attribute", "value", "place", "weight"], []);

    public static IReadOnlyList<Demographic> Read(CsvTable table, ValueReader values, Func<string, bool> isPlace)
    {
        if (!Columns.Check(table, values)) return [];
        var attributes = new OrderedDictionary<string, OrderedDictionary<string, Weights>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (!(values.Has(row["attribute"], "attribute") & values.Has(row["place"], "place") & values.Has(row["weight"], "weight"))) continue;
            var (attribute, place) = (row["attribute"].Text.Trim(), row["place"].Text.Trim());
            if (place != Count.Everywhere && !isPlace(place))
                values.Error(row["place"], $"place: unknown place '{Field.Short(place)}'; expected an id of the places or *");
            if (values.Number(row["weight"], "weight") is not { } weight) continue;
            if (weight < 0) values.Error(row["weight"], $"weight: {row["weight"].Text}; expected 0 or more");
            if (!attributes.TryGetValue(attribute, out var byValue)) attributes[attribute] = byValue = new(StringComparer.Ordinal);
            if (!byValue.TryGetValue(row["value"].Text, out var weights)) byValue[row["value"].Text] = weights = new(row["value"].Origin);
            if (!weights.ByPlace.TryAdd(place, weight))
            {
                var what = Field.Short($"{attribute} {row["value"].Text}");
                values.Error(row["place"], $"the weight of {what} at '{Field.Short(place)}' is there already");
            }
        }
        return [.. attributes.Select(a => Of(a.Key, a.Value))];
    }

    public static string Write(Scenario scenario) => CsvText.Of(
        [
            .. scenario.Demographics.SelectMany(d => d.Values.SelectMany((value, number) =>
                d.Weights.Select(w => (d.Attribute, Value: value, Place: w.Key, Weight: w.Value[number])))),
        ],
        new CsvColumn<(string Attribute, string Value, string Place, double Weight)>[]
        {
            new("attribute", r => r.Attribute),
            new("value", r => r.Value),
            new("place", r => r.Place),
            new("weight", r => CsvText.Number(r.Weight)),
        });

    private static Demographic Of(string attribute, OrderedDictionary<string, Weights> byValue)
    {
        var places = byValue.Values.SelectMany(v => v.ByPlace.Keys).Distinct(StringComparer.Ordinal).ToList();
        IReadOnlyList<double> At(string place) => [.. byValue.Values.Select(v => v.ByPlace.GetValueOrDefault(place))];
        return new Demographic(attribute, [.. byValue.Keys], places.ToDictionary(p => p, At, StringComparer.Ordinal))
        {
            Origins = [.. byValue.Values.Select(v => v.Origin)],
        };
    }

    /// <summary>The weights of one value, by place, and where the value stands first.</summary>
    private sealed record Weights(Origin Origin)
    {
        public Dictionary<string, double> ByPlace { get; } = new(StringComparer.Ordinal);
    }
}
