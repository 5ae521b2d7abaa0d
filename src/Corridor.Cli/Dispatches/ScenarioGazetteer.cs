using Corridor.Dispatches.Places;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The places of a scenario as texts may name them.</summary>
internal static class ScenarioGazetteer
{
    /// <summary>The user's own column of <c>places.csv</c> with other spellings, parted by semicolons.</summary>
    private const string OtherNames = "alt_names";

    public static Gazetteer Of(Scenario scenario) => new(scenario.Places.Select(Entry));

    /// <summary>ISO 3166-1 alpha-3 of the country that the situation is in; null when it is not known by that name.</summary>
    public static string? CountryOf(Scenario scenario)
    {
        var home = scenario.Home;
        return Iso3(home.Length > 0 ? home : scenario.Places.Select(p => p.Country).FirstOrDefault(c => c.Length > 0, ""));
    }

    private static PlaceEntry Entry(Place place)
    {
        // "Mosul West (right bank)" is called by what stands before the bracket, and the id is a spelling too.
        var cut = place.Name.AsSpan().IndexOfAny('(', ',');
        var names = new List<string> { place.Id.Replace('-', ' ') };
        if (cut > 0) names.Add(place.Name[..cut].Trim());
        var others = place.Extra.FirstOrDefault(e => e.Key.Equals(OtherNames, StringComparison.OrdinalIgnoreCase)).Value ?? "";
        names.AddRange(others.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var province = place.Admin1.Length > 0 ? place.Admin1 : null;
        return new PlaceEntry(place.Id, place.Name, names, Names.Of(place.Kind), place.Latitude, place.Longitude, Iso3(place.Country), province);
    }

    private static string? Iso3(string country)
    {
        if (country.Length == 0) return null;
        var isCode = country.Length == 3 && country.All(char.IsAsciiLetterUpper);
        return Gazetteer.Default.Resolve(country).Country ?? (isCode ? country : null);
    }
}
