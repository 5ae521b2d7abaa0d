using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>The words of a section's header in a table of this folder, read as values of enums.</summary>
internal static class TableHeader
{
    /// <summary>The value that a word of a header names, in snake case.</summary>
    /// <exception cref="FormatException">It names none; the message names table and header, and the words that may stand there.</exception>
    public static T Word<T>(string table, string[] header, int word) where T : struct, Enum
    {
        var written = word < header.Length ? header[word] : "";
        // By name and not by Spelling.Parse, whose tables would be built at each start.
        foreach (var name in Enum.GetNames<T>())
            if (Spelling.Snake(name) == written) return Enum.Parse<T>(name);
        throw new FormatException(
            $"{table}, [{string.Join(' ', header)}]: '{written}' is none of {string.Join(", ", Enum.GetNames<T>().Select(Spelling.Snake))}");
    }
}
