using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Native;

/// <summary>All that a scenario says, as one text, but not where it was read: two scenarios are equal when their texts are.</summary>
internal static class ScenarioText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutOrigins } },
    };

    public static string Of(Scenario scenario) => JsonSerializer.Serialize(scenario with
    {
        InitialStock = scenario.InitialStock.OrderBy(s => s.Key, StringComparer.Ordinal).ToDictionary(),
        Places = [.. scenario.Places.Select(p => p with { Extra = Sorted(p.Extra) })],
        Routes = [.. scenario.Routes.Select(r => r with { Extra = Sorted(r.Extra) })],
    }, Options);

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> extra) => new(extra.ToDictionary(), StringComparer.Ordinal);

    private static void WithoutOrigins(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.PropertyType == typeof(Origin) || p.PropertyType == typeof(IReadOnlyList<Origin>)))
            property.ShouldSerialize = (_, _) => false;
    }
}
