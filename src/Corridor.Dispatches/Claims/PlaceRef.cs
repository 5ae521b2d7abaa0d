using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Claims;

/// <summary>How a place of the text was found in the gazetteer.</summary>
public enum PlaceMethod
{
    /// <summary>The same spelling.</summary>
    Exact,
    /// <summary>A spelling or transliteration variant.</summary>
    Variant,
    /// <summary>A distance and bearing from a known place.</summary>
    Relative,
    /// <summary>Not found: a name without coordinates, never a guess.</summary>
    None,
}

/// <summary>A place as the text names it, with what the gazetteer knows (schema 4.1).</summary>
public sealed record PlaceRef
{
    /// <summary>The name as written, without its article.</summary>
    public required string Name { get; init; }
    /// <summary>Where it stands.</summary>
    public Span Span { get; init; }
    /// <summary>Gazetteer id, or null.</summary>
    public string? PlaceId { get; init; }
    /// <summary>The gazetteer's name, or null.</summary>
    public string? Canonical { get; init; }
    /// <summary>ISO 3166-1 alpha-3, or null.</summary>
    public string? Country { get; init; }
    /// <summary>First-level area, or null.</summary>
    public string? Admin1 { get; init; }
    /// <summary>Degrees north, or null when not known.</summary>
    public double? Lat { get; init; }
    /// <summary>Degrees east, or null when not known.</summary>
    public double? Lon { get; init; }
    /// <summary>Radius in km within which the place lies, or null without coordinates.</summary>
    public double? UncertaintyKm { get; init; }
    /// <summary>Degrees clockwise from north for a relative position, or null.</summary>
    public double? BearingFrom { get; init; }
    /// <summary>How it was found.</summary>
    public PlaceMethod Method { get; init; } = PlaceMethod.None;
    /// <summary>Ids of other entries with the same spelling.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];
}
