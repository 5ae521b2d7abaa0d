using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The key <c>alternatives</c> of <c>scenario.yml</c>, and the file that holds one alternative.</summary>
internal static class AlternativesSection
{
    private const string Drop = "drop";

    private static readonly string[] RowKeys = [.. TimelineRow.Required, .. TimelineRow.Optional, Drop];

    /// <summary>The alternatives of a scenario: name to rows, or name to description and rows.</summary>
    public static IReadOnlyList<Alternative> Read(YamlMap root, ValueReader values, Func<string, bool> isPlace)
    {
        const string expected = "names with their rows, as in 'west-sealed: [{date: ..., subject: ..., change: ...}]'";
        if (Fields.Map(root, "alternatives", expected, values) is not { } map) return [];
        return [.. map.Entries.Select(e => Read(e.Key, e.Value, values, isPlace))];
    }

    /// <summary>A file with name, description and rows.</summary>
    public static Alternative ReadFile(YamlMap root, string defaultName, ValueReader values, Func<string, bool> isPlace)
    {
        var fields = Fields.Of(root, ["name", "description"], ["rows"], values);
        var name = fields["name"] is { IsEmpty: false } given ? given : new Field(defaultName, root.Origin);
        return Of(name, fields["description"].Text, ReadRows(root["rows"], values, isPlace));
    }

    public static void Write(Scenario scenario, YamlText yaml)
    {
        if (scenario.Alternatives.Count == 0) return;
        yaml.Key("alternatives");
        using var names = yaml.Indent();
        foreach (var alternative in scenario.Alternatives)
        {
            yaml.Key(alternative.Name);
            using var keys = yaml.Indent();
            if (alternative.Description.Length > 0) yaml.Pair("description", alternative.Description);
            yaml.Key("rows");
            using var rows = yaml.Indent();
            foreach (var (entry, drop) in alternative.Rows)
            {
                var fields = TimelineRow.Fields.Select(f => (f.Name, Value: f.Text(entry))).Where(f => f.Value.Length > 0);
                yaml.Item(drop ? fields.Append((Drop, "true")) : fields);
            }
        }
    }

    private static Alternative Read(Field name, YamlNode node, ValueReader values, Func<string, bool> isPlace)
    {
        if (node is not YamlMap map) return Of(name, "", ReadRows(node, values, isPlace));
        var fields = Fields.Of(map, ["description"], ["rows"], values);
        return Of(name, fields["description"].Text, ReadRows(map["rows"], values, isPlace));
    }

    private static Alternative Of(Field name, string description, List<AlternativeRow> rows) =>
        new() { Name = name.Text, Description = description, Rows = rows, Origin = name.Origin };

    private static List<AlternativeRow> ReadRows(YamlNode? node, ValueReader values, Func<string, bool> isPlace)
    {
        var rows = new List<AlternativeRow>();
        if (node is null or { IsNull: true }) return rows;
        if (node is not YamlList list)
        {
            values.Error(new Field("", node.Origin), $"{node.What}; expected a list of rows, as in '- {{date: 2016-10-29, subject: a--b, change: close}}'");
            return rows;
        }
        foreach (var item in list.Items)
        {
            if (item is not YamlMap map)
            {
                values.Error(new Field("", item.Origin), $"{item.What}; expected a row with {string.Join(", ", RowKeys)}");
                continue;
            }
            var fields = Fields.Of(map, RowKeys, [], values);
            var drop = IsTrue(fields[Drop], values);
            if (TimelineRow.Read(name => fields[name], values, isPlace) is { } entry) rows.Add(new AlternativeRow(entry, drop));
        }
        return rows;
    }

    private static bool IsTrue(Field field, ValueReader values)
    {
        if (bool.TryParse(field.Text, out var value)) return value;
        if (!field.IsEmpty) values.Error(field, $"{Drop}: '{Field.Short(field.Text)}'; expected true or false");
        return false;
    }
}
