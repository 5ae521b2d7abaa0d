using System.Text;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Reading;

namespace Corridor.Dispatches;

/// <summary>
/// Reads a text into attributed claims (issue 5; schema.md). Linear in the text, no model files: once its head has told the day and the country,
/// one pass over the sentences (tokens, numbers with roles, predicates, realis, time, places), then what only the whole text tells (links, names).
/// </summary>
public static class DispatchReader
{
    /// <summary>Reads UTF-8 bytes; an invalid byte becomes U+FFFD. Offsets count characters of the decoded text.</summary>
    /// <param name="utf8">The bytes, with or without a byte order mark.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A publication day that <see cref="ReadOptions.CanBePublished"/> excludes.</exception>
    public static Dispatch Read(ReadOnlySpan<byte> utf8, ReadOptions? options = null) => Read(Encoding.UTF8.GetString(utf8), options);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as published; offsets in the result refer to it.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A publication day that <see cref="ReadOptions.CanBePublished"/> excludes.</exception>
    public static Dispatch Read(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new ReadOptions();
        if (options.Published is { } day && !ReadOptions.CanBePublished(day))
            throw new ArgumentOutOfRangeException(nameof(options), day, "a text is published between 1900 and 2200");
        return new TextReading(text, options).Read();
    }
}
