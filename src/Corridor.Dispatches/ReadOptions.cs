using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches;

/// <summary>How a text is to be read.</summary>
public sealed record ReadOptions
{
    /// <summary>Publication day; without it the dateline is looked at, and failing that no relative date is resolved.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>Who printed it.</summary>
    public string? Publisher { get; init; }
    /// <summary>Places that the text may name; the built-in list when not given.</summary>
    public Gazetteer? Gazetteer { get; init; }
    /// <summary>How the text is dressed.</summary>
    public TextFormat Format { get; init; } = TextFormat.Auto;
    /// <summary>A title for people, such as the name of the file.</summary>
    public string? Title { get; init; }
    /// <summary>An id of the caller's; a hash of the text when not given.</summary>
    public string? Id { get; init; }
    /// <summary>ISO 3166-1 alpha-3 of the country the text is about, for household size and borders; when not given, the country most named in the
    /// text.</summary>
    public string? Country { get; init; }

    /// <summary>Whether a text may be published on a day: 1900 to 2200, so that what it tells of years ago is a day of the calendar too.</summary>
    public static bool CanBePublished(DateOnly day) => day.Year is >= 1900 and <= 2200;
}
