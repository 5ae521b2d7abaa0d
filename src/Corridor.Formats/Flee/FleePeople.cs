using System.Globalization;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>Reads demographics_*.csv and agents.csv (model.md, 4.8 and 4.9).</summary>
internal sealed class FleePeople(FleeFiles files, FleeNetwork network)
{
    public List<Demographic> Demographics { get; } = [];

    /// <summary>People of agents.csv.</summary>
    public List<InitialPeople> Known { get; } = [];

    public void ReadDemographics()
    {
        if (!Directory.Exists(files.Input)) return;
        foreach (var path in Directory.EnumerateFiles(files.Input, "demographics_*.csv").Order(StringComparer.Ordinal))
        {
            if (files.HeadedTable(path, required: true) is not { } table) continue;
            var attribute = Path.GetFileNameWithoutExtension(path).Split('_')[1];
            if (attribute.Length == 0 || table.Columns.Count < 2)
            {
                files.Warn(new Origin(path),
                    "the file says nothing of an attribute; expected a name demographics_ATTRIBUTE.csv, and columns ATTRIBUTE, Default and locations");
                continue;
            }
            var header = table.Columns[0].Text.Trim().TrimStart('#');
            if (header != attribute)
                files.Warn(table.Columns[0].Origin, $"the first column is '{header}'; expected '{attribute}', the attribute in the file's name");
            var weights = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
            for (var column = 1; column < table.Columns.Count; column++)
            {
                var name = table.Columns[column].Text.Trim();
                if (name != "Default" && network.IsUnknown(name)) files.Warn(table.Columns[column].Origin, $"'{name}' is no location{Hint(name)}");
                string[] places = name == "Default" ? [Count.Everywhere] : [.. network.All(name).Select(l => l.Place.Id)];
                if (places.Length == 0) continue;
                double[] shares = [.. table.Rows.Select(r => Weight(r[column]))];
                foreach (var place in places) weights[place] = shares;
            }
            if (!weights.ContainsKey(Count.Everywhere) && network.Locations.Exists(l => !weights.ContainsKey(l.Place.Id)))
                files.Warn(new Origin(path), $"there is no column Default: people of the locations that are not named have no {attribute}");
            foreach (var (place, shares) in weights.Where(w => w.Value.Count > 0 && w.Value.All(share => share == 0)))
                files.Warn(new Origin(path), $"all shares of '{(place == Count.Everywhere ? "Default" : place)}' are 0: nobody there has an {attribute}");
            Demographics.Add(new Demographic(attribute, [.. table.Rows.Select(r => Plain(r[0].Text.Trim()))], weights)
            {
                Origins = [.. table.Rows.Select(r => r[0].Origin)],
            });
        }
    }

    /// <summary>One person in each row; persons of the same place and attributes are kept as a number.</summary>
    public void ReadAgents()
    {
        if (files.HeadedTable(files.InInput("agents.csv"), required: true) is not { } table) return;
        var known = new OrderedDictionary<string, InitialPeople>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = row[0].Text.Trim();
            if (network.Last(name)?.Place.Id is not { } place)
            {
                if (network.IsUnknown(name)) files.Warn(row.Origin, $"a person at the unknown location '{name}' is left out{network.Hint(name)}");
                continue;
            }
            var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
            for (var column = 1; column < Math.Min(table.Columns.Count, row.Cells.Count); column++)
                if (!row[column].IsEmpty && table.Columns[column].Text.Length > 0) attributes[table.Columns[column].Text] = Plain(row[column].Text.Trim());
            var key = string.Join('\n', attributes.Select(a => $"{a.Key}\t{a.Value}").Prepend(place));
            known[key] = known.TryGetValue(key, out var others)
                ? others with { People = others.People + 1 }
                : new InitialPeople(place, 1, attributes) { Origin = row.Origin };
        }
        Known.AddRange(known.Values);
    }

    private string Hint(string name) => NearestName.Hint(name, ["Default"]) is { Length: > 0 } hint ? hint : network.Hint(name);

    private double Weight(Field cell)
    {
        if (cell.IsEmpty || files.Number(cell, "share") is not { } weight) return 0;
        if (weight < 0) files.Error(cell.Origin, $"the share is {cell.Text}; expected 0 or more");
        return Math.Max(0, weight);
    }

    /// <summary>Numbers are numbers however they are written: 18.0 is 18.</summary>
    private static string Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;
}
