using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>What the header of a column says of its numbers (tables.txt): whom it counts, in what unit, of what days.</summary>
/// <param name="Kind">Section of tables.txt, or empty.</param>
/// <param name="Unit">Persons or households; null where the header does not say.</param>
/// <param name="Header">The words of all rows of headers.</param>
/// <param name="Window">The days of the column.</param>
/// <param name="Group">The header above the header, which columns share.</param>
internal sealed record TableColumn(string Kind, CountUnit? Unit, string Header, Window? Window, string? Group)
{
    private static readonly List<(string Kind, string[] Phrases)> Kinds =
        [.. Lexicon.Lines("tables.txt").Select(line =>
            (line[1..line.IndexOf(']', StringComparison.Ordinal)],
                line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Whether the numbers of the column are figures.</summary>
    public bool IsFigure => CountsPeople(Kind);

    /// <summary>Whether it is of persons: their names, ages, telephones.</summary>
    public bool IsPrivate => Kind == "private";

    /// <summary>Whether a section of tables.txt is of displaced people or of their houses.</summary>
    public static bool CountsPeople(string kind) =>
        kind is "idps" or "returnees" or "return" or "cross_border" or "displaced_flow" or "arrivals" or "refugees" or "housing_destroyed" or "housing_damaged";

    /// <summary>The role of a number in a column that is no figure.</summary>
    public NumberRole Role
    {
        get
        {
            var words = Plain(Header);
            if (Any(words, "dead", "deaths", "killed", "fatalities", "casualties")) return NumberRole.Deaths;
            if (Any(words, "injured", "wounded")) return NumberRole.Injured;
            if (Any(words, "population", "residents", "inhabitants", "host")) return NumberRole.Population;
            if (Any(words, "need", "pin", "needs")) return NumberRole.InNeed;
            if (Any(words, "capacity", "occupancy")) return NumberRole.Capacity;
            if (Any(words, "sites", "site", "camps", "schools", "locations", "villages")) return NumberRole.CountOfSites;
            if (Any(words, "affected")) return NumberRole.Affected;
            return Any(words, "%", "percent", "percentage") ? NumberRole.Percent : NumberRole.Other;
        }
    }

    /// <summary>The first section of tables.txt that a header holds a phrase of, or empty.</summary>
    public static string KindOf(string header)
    {
        if (header.Length is 0 or > 300) return "";
        var words = Plain(header);
        // "Evacuated from", "displaced to": a place, whatever happened on the way.
        if (words.EndsWith(" from ", StringComparison.Ordinal) || words.EndsWith(" to ", StringComparison.Ordinal))
            return words.EndsWith(" to ", StringComparison.Ordinal) ? "destination" : "origin";
        foreach (var (kind, phrases) in Kinds)
            foreach (var phrase in phrases)
                if (words.Contains($" {phrase} ", StringComparison.Ordinal)) return kind;
        return "";
    }

    /// <summary>Whether a header has a phrase of a section, or the word itself where there is no such section.</summary>
    public static bool Holds(string kind, string header)
    {
        var words = Plain(header);
        var phrases = Kinds.Find(k => k.Kind == kind).Phrases;
        return phrases is null ? words.Contains($" {kind} ", StringComparison.Ordinal)
            : Array.Exists(phrases, p => words.Contains($" {p} ", StringComparison.Ordinal));
    }

    private static bool Any(string words, params ReadOnlySpan<string> list)
    {
        foreach (var word in list)
            if (words.Contains($" {word} ", StringComparison.Ordinal)) return true;
        return false;
    }

    // Lower case, one space around each word.
    private static string Plain(string text)
    {
        Span<char> buffer = stackalloc char[Math.Min(text.Length + 2, 400)];
        var length = 0;
        buffer[length++] = ' ';
        foreach (var c in text)
        {
            if (length + 1 >= buffer.Length) break;
            var lower = char.ToLowerInvariant(c);
            if (char.IsLetterOrDigit(lower) || lower is '%' or '-' or '+' or '$') buffer[length++] = lower;
            else if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        }

        if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        return new string(buffer[..length]);
    }
}
