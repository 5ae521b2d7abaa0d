using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>Reads demographics_*.csv and agents.csv (model.md, 4.8 and 4.9).</summary>
internal sealed class FleePeople(FleeFiles files, FleeNetwork network)
{
    public List<Demographic> Demographics { get; } = [];

    /// <summary>People of agents.csv, by place id.</summary>
    public Dictionary<string, long> Agents { get; } = [];

    public void ReadDemographics()
    {
        if (!Directory.Exists(files.Input)) return;
        foreach (var path in Directory.EnumerateFiles(files.Input, "demographics_*.csv").Order(StringComparer.Ordinal))
        {
            if (files.HeadedTable(path, required: true) is not { } table || table.Columns.Count < 2) continue;
            var attribute = Path.GetFileNameWithoutExtension(path).Split('_')[1];
            var header = table.Columns[0].Text.Trim().TrimStart('#');
            if (header != attribute) files.Warn(table.Columns[0].Origin, $"the first column is '{header}'; expected '{attribute}', the attribute in the file's name");
            var weights = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
            for (var column = 1; column < table.Columns.Count; column++)
            {
                var name = table.Columns[column].Text.Trim();
                var place = name == "Default" ? Count.Everywhere : network.Last(name)?.Place.Id;
                if (place is null) files.Warn(table.Columns[column].Origin, $"'{name}' is no location{network.Hint(name)}");
                else weights[place] = [.. table.Rows.Select(r => r[column].IsEmpty ? 0 : Math.Max(0, files.Number(r[column], "share") ?? 0))];
            }
            Demographics.Add(new Demographic(attribute, [.. table.Rows.Select(r => Plain(r[0].Text.Trim()))], weights));
        }
    }

    public void ReadAgents()
    {
        if (files.HeadedTable(Path.Combine(files.Input, "agents.csv"), required: true) is not { } table) return;
        foreach (var row in table.Rows)
        {
            var name = row[0].Text.Trim();
            if (network.Last(name) is { } place) Agents[place.Place.Id] = Agents.GetValueOrDefault(place.Place.Id) + 1;
            else files.Warn(row.Origin, $"a person at the unknown location '{name}' is left out{network.Hint(name)}");
        }
    }

    /// <summary>Numbers are numbers however they are written: 18.0 is 18.</summary>
    private static string Plain(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : text;
}
