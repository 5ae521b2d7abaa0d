using System.Collections.Frozen;

namespace Corridor.Scenarios;

/// <summary>What a place is, and with it how people there behave (docs/formats.md).</summary>
public enum PlaceKind
{
    /// <summary>An ordinary town: people stop, rest and decide anew.</summary>
    Town,

    /// <summary>A town that is under conflict from the start of the scenario, with intensity 1 until the timeline says otherwise.</summary>
    ConflictZone,

    /// <summary>A camp: most people stay; the only kind, with <see cref="IdpCamp"/>, that attracts by the camp weight.</summary>
    Camp,

    /// <summary>A camp for internally displaced people, which some leave again.</summary>
    IdpCamp,

    /// <summary>A transit hub: everybody moves on.</summary>
    Hub,

    /// <summary>A waypoint where nobody decides: ways run through it.</summary>
    Marker,

    /// <summary>A town that can be flooded.</summary>
    FloodZone,
}

/// <summary>What holds of a kind.</summary>
public static class PlaceKinds
{
    /// <summary>Whether it is one of the two camps.</summary>
    public static bool IsCamp(this PlaceKind kind) => kind is PlaceKind.Camp or PlaceKind.IdpCamp;

    /// <summary>Whether people only pass it: a transit hub or a marker.</summary>
    public static bool IsPassed(this PlaceKind kind) => kind is PlaceKind.Hub or PlaceKind.Marker;
}

/// <summary>A node of the network: town, conflict zone, camp, IDP camp, transit hub or marker.</summary>
public sealed record Place
{
    /// <summary>Stable slug, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people; the id when none is given.</summary>
    public required string Name { get; init; }

    /// <summary>Kind on the first day; the timeline may change it.</summary>
    public PlaceKind Kind { get; init; }

    /// <summary>Latitude in degrees, WGS 84; null when not known.</summary>
    public double? Latitude { get; init; }

    /// <summary>Longitude in degrees, WGS 84; null when not known.</summary>
    public double? Longitude { get; init; }

    /// <summary>Country name or code, as the border subjects of the timeline name it.</summary>
    public string Country { get; init; } = "";

    /// <summary>First-level area (admin1).</summary>
    public string Admin1 { get; init; } = "";

    /// <summary>P-code of OCHA's common operational datasets, when known.</summary>
    public string Pcode { get; init; } = "";

    /// <summary>Residents on the first day, people; 0 or more.</summary>
    public long Population { get; init; }

    /// <summary>People that the place can shelter; null when there is no limit or none is known.</summary>
    public long? Capacity { get; init; }

    /// <summary>
    /// People of the first day who take their room twice: they are there, and the room for others is less by
    /// as many again (Flee: docs/flee.md, Q7). Where they leave none, there is no limit. Elsewhere 0.
    /// </summary>
    public long CountedTwice { get; init; }

    /// <summary>Chance per day of a person in this camp to stop taking part, 0..1; null: that of the rules.</summary>
    public double? DeactivationProbability { get; init; }

    /// <summary>Share of farmers among the people of the place, 0..1; null when nothing is said of them.</summary>
    public double? FarmerFraction { get; init; }

    /// <summary>Trade volume with the home country, 0 or more, as it adds to the score of a foreign place; null when not known.</summary>
    public double? TradeVolume { get; init; }

    /// <summary>Human development index, 0..1; null when not known.</summary>
    public double? HumanDevelopment { get; init; }

    /// <summary>Columns beyond those that Corridor reads, kept as they are.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>Whether the kind is one of the two camps.</summary>
    public bool IsCamp => Kind.IsCamp();

    /// <summary>Great-circle distance in km on a sphere of radius 6371 km; null when a point is not known.</summary>
    public double? GreatCircleKm(Place other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Latitude is not { } lat1 || Longitude is not { } lon1 || other.Latitude is not { } lat2 || other.Longitude is not { } lon2) return null;
        const double radian = Math.PI / 180;
        var sinLat = Math.Sin((lat2 - lat1) * radian / 2);
        var sinLon = Math.Sin((lon2 - lon1) * radian / 2);
        var haversine = sinLat * sinLat + Math.Cos(lat1 * radian) * Math.Cos(lat2 * radian) * sinLon * sinLon;
        return 2 * 6371.0 * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }
}
