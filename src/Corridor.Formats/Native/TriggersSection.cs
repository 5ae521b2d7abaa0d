using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The key <c>triggers</c> of <c>scenario.yml</c>: warnings that a user asks for, name by name.</summary>
internal static class TriggersSection
{
    public const string Key = "triggers";

    public static IReadOnlyList<Trigger> Read(YamlMap root, IReadOnlyList<Place> places, ValueReader values)
    {
        const string Expected = "names with their triggers, as in 'khazer-fills: when P(arrivals at khazer in 7 d > 10,000) > 0.5'";
        if (Fields.Map(root, Key, Expected, values) is not { } map) return [];
        var triggers = new List<Trigger>();
        foreach (var (key, value) in map.Entries)
        {
            if (value is not YamlScalar { IsNull: false } scalar)
                values.Error(new Field("", value.Origin), $"{key.Text}: {value.What}; expected {Trigger.Expected}");
            else if (Trigger.Parse(key.Text, scalar.Field.Text, value.Origin, out var wrong) is { } trigger)
                triggers.Add(trigger with { Quantity = trigger.Quantity.At(places) });
            else
                values.Error(scalar.Field, $"{key.Text}: {wrong.ReplaceLineEndings(" ")}");
        }
        return triggers;
    }

    public static void Write(Scenario scenario, YamlText yaml)
    {
        if (scenario.Triggers.Count == 0) return;
        yaml.Key(Key);
        using var names = yaml.Indent();
        foreach (var trigger in scenario.Triggers) yaml.Pair(trigger.Name, trigger.ToString());
    }
}
