namespace Corridor.Dispatches.Places;

internal enum PlaceRole { Origin, Destination, Route, In, Of, Near }

/// <summary>A place named after a preposition or a verb of motion, before the clause gives it its role (pipeline step 8).</summary>
internal sealed record PlacePhrase(
    int At, int First, int End, PlaceRole Role, string Name, bool Named, string? Country, double? Km = null, double? Bearing = null, string? Anchor = null)
{
    /// <summary>ISO 3166-1 alpha-3 of the country that it lies in, where the words or the gazetteer tell.</summary>
    public string? Land { get; init; }
    /// <summary>It is a country.</summary>
    public bool Whole { get; init; }
    /// <summary>It only says where the place before it lies: "al-Hol in | Syria".</summary>
    public bool Around { get; init; }
    /// <summary>It lies on a border: a frontier post, or a crossing that the gazetteer knows.</summary>
    public bool AtBorder { get; init; }
    /// <summary>It is a camp of refugees from other countries.</summary>
    public bool OfRefugees { get; init; }
}
