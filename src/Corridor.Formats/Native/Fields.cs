using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The keys of a YAML mapping that have single values, as fields.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);
    private readonly Field absent;

    private Fields(YamlMap map) => absent = new Field("", map.Origin);

    /// <summary>The field of a key; an empty one, located at the mapping, when there is none.</summary>
    public Field this[string key] => fields.GetValueOrDefault(key, absent);

    /// <summary>
    /// Takes the <paramref name="single"/> keys out of a mapping. Keys that are neither among them nor among the <paramref name="nested"/> ones
    /// are warned of, with the nearest valid name; single keys that have no single value are errors.
    /// </summary>
    public static Fields Of(YamlMap map, IReadOnlyList<string> single, IReadOnlyList<string> nested, ValueReader values)
    {
        var fields = new Fields(map);
        foreach (var (key, value) in map.Entries)
        {
            if (nested.Contains(key.Text)) continue;
            if (!single.Contains(key.Text))
            {
                var known = single.Concat(nested).ToList();
                values.Warn(key,
                    $"the key '{Field.Short(key.Text)}' is not read; expected one of {string.Join(", ", known)}{NearestName.Hint(key.Text, known)}");
            }
            else if (value is YamlScalar scalar)
            {
                if (!scalar.IsNull) fields.fields[key.Text] = scalar.Field;
            }
            else
            {
                values.Error(new Field("", value.Origin), $"{key.Text}: {value.What}; expected a single value");
            }
        }
        return fields;
    }

    /// <summary>The mapping under a key; null when the key is absent or, with a problem, when something else stands there.</summary>
    public static YamlMap? Map(YamlMap map, string key, string expected, ValueReader values)
    {
        var node = map[key];
        if (node is not null and not YamlMap) values.Error(new Field("", node.Origin), $"{key}: {node.What}; expected {expected}");
        return node as YamlMap;
    }
}
