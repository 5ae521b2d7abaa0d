namespace Corridor.Scenarios;

/// <summary>What a timeline entry speaks of.</summary>
public enum SubjectKind
{
    /// <summary>One place.</summary>
    Place,

    /// <summary>All routes between two places.</summary>
    Route,

    /// <summary>All routes between two countries.</summary>
    Border,
}

/// <summary>
/// A place (<c>mosul-west</c>), a route both ways (<c>a--b</c>) or one way (<c>a-&gt;b</c>), or a border
/// (<c>border:Iraq--Syria</c>, <c>border:Iraq-&gt;Syria</c>); docs/formats.md.
/// </summary>
/// <param name="Kind">Place, route or border.</param>
/// <param name="From">Place id, or country for a border.</param>
/// <param name="To">The other end; empty for a place.</param>
/// <param name="OneWay">Whether only the direction from <paramref name="From"/> to <paramref name="To"/> is meant.</param>
public sealed record Subject(SubjectKind Kind, string From, string To = "", bool OneWay = false)
{
    /// <summary>The subject that is one place.</summary>
    public static Subject Place(string id) => new(SubjectKind.Place, id);

    /// <summary>The routes between two places.</summary>
    public static Subject Route(string from, string to, bool oneWay = false) => new(SubjectKind.Route, from, to, oneWay);

    /// <summary>The border between two countries.</summary>
    public static Subject Border(string from, string to, bool oneWay = false) => new(SubjectKind.Border, from, to, oneWay);

    /// <summary>Whether the other one means the same: itself, or the same ends both ways, named from the other side.</summary>
    public bool Means(Subject other) =>
        this == other || (other is not null && !OneWay && Kind != SubjectKind.Place && this == other with { From = other.To, To = other.From });

    /// <summary>The directions that a route or border means: one, or both.</summary>
    public IEnumerable<(string From, string To)> Ways() => OneWay ? [(From, To)] : [(From, To), (To, From)];

    /// <summary>Reads the text form. Returns null when an end is missing.</summary>
    public static Subject? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        const string border = "border:";
        var isBorder = text.StartsWith(border, StringComparison.Ordinal);
        var ends = isBorder ? text[border.Length..] : text;
        var kind = isBorder ? SubjectKind.Border : SubjectKind.Route;
        foreach (var (mark, oneWay) in new[] { ("->", true), ("--", false) })
        {
            var at = ends.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0) continue;
            var (from, to) = (ends[..at].Trim(), ends[(at + 2)..].Trim());
            return from.Length == 0 || to.Length == 0 ? null : new Subject(kind, from, to, oneWay);
        }
        return isBorder || ends.Length == 0 ? null : Place(ends);
    }

    /// <summary>The text form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => Kind switch
    {
        SubjectKind.Place => From,
        SubjectKind.Route => From + (OneWay ? "->" : "--") + To,
        _ => "border:" + From + (OneWay ? "->" : "--") + To,
    };
}
