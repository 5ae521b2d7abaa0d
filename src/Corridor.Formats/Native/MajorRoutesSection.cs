using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The key <c>major_routes</c> of <c>scenario.yml</c>: chains of places along which long journeys are known.</summary>
internal static class MajorRoutesSection
{
    public const string Key = "major_routes";

    public static IReadOnlyList<IReadOnlyList<string>> Read(YamlMap root, ValueReader values, Func<string, bool> isPlace)
    {
        if (root[Key] is not { } node) return [];
        if (node is YamlList list && list.Items.All(i => i is YamlList stops && stops.Items.All(s => s is YamlScalar)))
        {
            foreach (var stop in list.Items.Cast<YamlList>().SelectMany(l => l.Items).Cast<YamlScalar>().Where(s => !isPlace(s.Field.Text)))
                values.Error(stop.Field, $"{Key}: unknown place '{Field.Short(stop.Field.Text)}'; expected an id of the places");
            return [.. list.Items.Cast<YamlList>().Select(l => (IReadOnlyList<string>)[.. l.Items.Cast<YamlScalar>().Select(s => s.Field.Text)])];
        }
        values.Error(new Field("", node.Origin), $"{Key}: {node.What}; expected a list of chains, as in '- [a, b, c]'");
        return [];
    }

    public static void Write(Scenario scenario, YamlText yaml)
    {
        if (scenario.MajorRoutes.Count == 0) return;
        yaml.Key(Key);
        using var items = yaml.Indent();
        foreach (var chain in scenario.MajorRoutes) yaml.Item(chain);
    }
}
