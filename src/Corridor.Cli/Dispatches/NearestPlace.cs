using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The place of a scenario that a name out of a text probably means, for the person who mends a proposal.</summary>
internal static class NearestPlace
{
    /// <summary><c>; did you mean 'x'?</c>: another spelling, a mistyped id, or a place whose name is part of the words; else empty.</summary>
    public static string Hint(string name, Scenario scenario)
    {
        if (ScenarioGazetteer.Of(scenario).Resolve(name).PlaceId is { } known && scenario.Places.Any(p => p.Id == known)) return Said(known);
        if (NearestName.Hint(name, scenario.Places.Select(p => p.Id)) is { Length: > 0 } hint) return hint;
        var part = scenario.Places.Where(p => Holds(name, p.Name) || Holds(name, p.Id)).MaxBy(p => p.Name.Length);
        return part is null ? "" : Said(part.Id);
    }

    private static bool Holds(string words, string name) => name.Length >= 3 && $" {words} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase);

    private static string Said(string id) => $"; did you mean '{id}'?";
}
