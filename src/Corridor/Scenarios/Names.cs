namespace Corridor.Scenarios;

/// <summary>The written names of the enumerations, as files, options and pages use them (docs/formats.md).</summary>
public static class Names
{
    private static readonly string[] Changes = Lowered<Change>('-');
    private static readonly string[] Kinds = Lowered<PlaceKind>('-');
    private static readonly string[] Measures = Lowered<Measure>('_');
    private static readonly string[] Qualifiers = Lowered<Qualifier>(' ');

    /// <summary>All written names of an enumeration, in its order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Of(v))];

    /// <summary>The written name: <c>force-move</c>, <c>idp-camp</c>, <c>in_transit</c>, <c>at least</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => value switch
    {
        Change change => Changes[(int)change],
        PlaceKind kind => Kinds[(int)kind],
        Measure measure => Measures[(int)measure],
        Qualifier qualifier => Qualifiers[(int)qualifier],
        _ => Lower(value.ToString(), '-'),
    };

    /// <summary>Reads a written name; blanks, hyphens and underscores count as the same, and case does not count.</summary>
    public static bool TryParse<T>(string text, out T value) where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = Plain(text);
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(plain, Plain(Of(candidate)), StringComparison.OrdinalIgnoreCase)) continue;
            value = candidate;
            return true;
        }
        value = default;
        return false;
    }

    private static string Plain(string text) => text.Trim().Replace('_', '-').Replace(' ', '-');

    /// <summary>
    /// By value, as none of them is given a number of its own. (Dictionaries that are
    /// frozen, or have a key of one of these types, cost a command's start 20 ms.)
    /// </summary>
    private static string[] Lowered<T>(char separator) where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => Lower(name, separator))];

    private static string Lower(string name, char separator) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? $"{separator}" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
