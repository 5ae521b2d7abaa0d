namespace Corridor.Dispatches.Places;

/// <summary>A place that texts may name.</summary>
/// <param name="Id">Stable id: of the scenario, or of the built-in list.</param>
/// <param name="Name">The name for people.</param>
/// <param name="OtherNames">Other spellings.</param>
/// <param name="Kind">town, camp, country, admin1, ...</param>
/// <param name="Lat">Degrees north, -90..90, or null.</param>
/// <param name="Lon">Degrees east, -180..180, or null.</param>
/// <param name="Country">ISO 3166-1 alpha-3, or null.</param>
/// <param name="Admin1">First-level area, or null.</param>
public sealed record PlaceEntry(
    string Id, string Name, IReadOnlyList<string> OtherNames, string Kind, double? Lat, double? Lon, string? Country = null, string? Admin1 = null);
