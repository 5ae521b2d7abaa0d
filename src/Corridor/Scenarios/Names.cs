using System.Collections.Frozen;

namespace Corridor.Scenarios;

/// <summary>The written names of the enumerations, as files, options and pages use them (design.md, section 2).</summary>
public static class Names
{
    private static readonly FrozenDictionary<Change, string> Changes = Lowered<Change>('-');
    private static readonly FrozenDictionary<PlaceKind, string> Kinds = Lowered<PlaceKind>('-');
    private static readonly FrozenDictionary<Measure, string> Measures = Lowered<Measure>('_');
    private static readonly FrozenDictionary<Qualifier, string> Qualifiers = Lowered<Qualifier>(' ');

    /// <summary>All written names of an enumeration, in its order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Of(v))];

    /// <summary>The written name: <c>force-move</c>, <c>idp-camp</c>, <c>in_transit</c>, <c>at least</c>.</summary>
    public static string Of<T>(T value) where T : struct, Enum => value switch
    {
        Change change => Changes[change],
        PlaceKind kind => Kinds[kind],
        Measure measure => Measures[measure],
        Qualifier qualifier => Qualifiers[qualifier],
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

    private static FrozenDictionary<T, string> Lowered<T>(char separator) where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Lower(v.ToString(), separator));

    private static string Lower(string name, char separator) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? $"{separator}" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
