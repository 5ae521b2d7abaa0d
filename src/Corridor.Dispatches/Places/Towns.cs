using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Places;

/// <summary>Which country a town, camp or border crossing lies in (towns.txt). They have no coordinates here, and serve to tell who crossed a border.</summary>
internal static class Towns
{
    private const string Border = "border";
    private static readonly Dictionary<string, string> Spelled = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Sounded = new(StringComparer.Ordinal);
    private static readonly HashSet<string> OfRefugees = new(StringComparer.Ordinal);

    static Towns()
    {
        foreach (var line in Lexicon.Lines("towns.txt"))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            foreach (var name in cells[1].Split(',', StringSplitOptions.TrimEntries))
            {
                Spelled.TryAdd(PlaceKey.Exact(name), cells[0]);
                if (PlaceKey.Variant(name) is { Length: >= 6 } key) Sounded.TryAdd(key, cells[0]);
                if (cells.Length > 2) OfRefugees.Add(PlaceKey.Exact(name));
            }
        }
    }

    /// <summary>The country of a town that is spelled so.</summary>
    public static string? Exact(string name) => Spelled.GetValueOrDefault(PlaceKey.Exact(name)) is { } land && land != Border ? land : null;

    /// <summary>A town, camp or crossing that is spelled so.</summary>
    public static bool IsKnown(string name) => Spelled.ContainsKey(PlaceKey.Exact(name));

    /// <summary>The country of a town that another transliteration spells so.</summary>
    public static string? Variant(string name) => Sounded.GetValueOrDefault(PlaceKey.Variant(name)) is { } land && land != Border ? land : null;

    /// <summary>A camp where refugees from other countries live.</summary>
    public static bool IsOfRefugees(string name) => OfRefugees.Contains(PlaceKey.Exact(name))
        || name.EndsWith(" camp", StringComparison.OrdinalIgnoreCase) && OfRefugees.Contains(PlaceKey.Exact(name[..^5]));

    /// <summary>Who passes it goes from one country to another.</summary>
    public static bool IsCrossing(string name) => Spelled.GetValueOrDefault(PlaceKey.Exact(name)) == Border;
}
