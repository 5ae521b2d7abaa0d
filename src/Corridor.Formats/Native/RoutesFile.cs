using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>routes.csv</c>: one row per route.</summary>
internal static class RoutesFile
{
    public const string Name = "routes.csv";

    private const string Both = "both";
    private const string OneWay = "one-way";

    private static readonly Columns Columns = new(["from", "to", "km"], ["mode", "direction", "speed", "walk_probability"]);

    private static readonly string[] Modes = ["road", "track", "river-crossing", "border-crossing", "frontline", "walk"];

    /// <summary>The routes; null when a required column is missing.</summary>
    public static IReadOnlyList<Route>? Read(CsvTable table, ValueReader values)
    {
        if (!Columns.Check(table, values)) return null;
        var routes = new List<Route>();
        foreach (var row in table.Rows)
        {
            var ends = values.Has(row["from"], "from") & values.Has(row["to"], "to") & values.Has(row["km"], "km");
            routes.Add(new Route
            {
                From = row["from"].Text.Trim(),
                To = row["to"].Text.Trim(),
                // A route whose length cannot be read stays a route, so that the timeline that names it is not blamed as well.
                Km = (ends ? values.Number(row["km"], "km") : null) ?? 1,
                Mode = Mode(row["mode"], values),
                OneWay = IsOneWay(row["direction"], values),
                SpeedKmPerDay = values.Number(row["speed"], "speed"),
                WalkProbability = values.Number(row["walk_probability"], "walk_probability") ?? 0,
                Extra = Columns.Extra(table, row),
                Origin = row["from"].Origin,
            });
        }
        return routes;
    }

    public static string Write(Scenario scenario) => CsvText.Of(scenario.Routes,
    [
        new("from", r => r.From),
        new("to", r => r.To),
        new("km", r => CsvText.Number(r.Km)),
        new("mode", r => r.Mode),
        new("direction", r => r.OneWay ? OneWay : Both),
        new("speed", r => CsvText.Number(r.SpeedKmPerDay), Optional: true),
        new("walk_probability", r => r.WalkProbability == 0 ? "" : CsvText.Number(r.WalkProbability), Optional: true),
        .. ExtraColumns.Of(scenario.Routes, r => r.Extra, Columns),
    ]);

    /// <summary>Any word is a mode, but those that the rules know are worth spelling right.</summary>
    private static string Mode(Field field, ValueReader values)
    {
        if (field.IsEmpty) return Modes[0];
        if (Modes.FirstOrDefault(m => string.Equals(m, field.Text, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        if (NearestName.Hint(field.Text, Modes) is { Length: > 0 } hint)
            values.Warn(field, $"mode: '{Field.Short(field.Text)}' is not one of {string.Join(", ", Modes)}{hint}");
        return field.Text;
    }

    private static bool IsOneWay(Field field, ValueReader values)
    {
        var text = field.Text.Trim();
        if (string.Equals(text, OneWay, StringComparison.OrdinalIgnoreCase)) return true;
        if (text.Length > 0 && !string.Equals(text, Both, StringComparison.OrdinalIgnoreCase))
            values.Error(field, $"direction: '{Field.Short(text)}' is not known; expected {Both} or {OneWay}{NearestName.Hint(text, [Both, OneWay])}");
        return false;
    }
}
