using System.Text;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Output;

/// <summary>A dispatch with the text that it was read from.</summary>
/// <param name="Dispatch">What was read.</param>
/// <param name="Text">The original text.</param>
/// <param name="Title">A title for people, such as the file name.</param>
/// <param name="Format">How the text is dressed, as it was read.</param>
public sealed record DispatchText(Dispatch Dispatch, string Text, string Title, TextFormat Format = TextFormat.Auto)
{
    /// <summary>What of the text people read: all of it, but of HTML without tags, scripts and styles.</summary>
    internal ShownWords Words()
    {
        var isHtml = Format == TextFormat.Html || Format == TextFormat.Auto && Markup.IsHtml(Text);
        return isHtml ? ShownWords.OfHtml(Text) : new ShownWords(Text);
    }
}

/// <summary>Words as they are shown, with the way back to where they stand in the original.</summary>
internal sealed class ShownWords
{
    private readonly List<int>? origins;

    /// <summary>A text that is shown as it is.</summary>
    public ShownWords(string text) => Text = text;

    private ShownWords(string text, List<int> origins) => (Text, this.origins) = (text, origins);

    public string Text { get; }

    /// <summary>The words of HTML: each block on a line, each row of a table on one, with bars between its cells.</summary>
    public static ShownWords OfHtml(string html)
    {
        var clean = Markup.Strip(html, TextFormat.Html);
        var text = new StringBuilder(clean.Length);
        var origins = new List<int>(clean.Length);
        var cellEnd = 0;
        for (var at = 0; at < clean.Length; at++)
        {
            var origin = clean.Original(at, at).Start;
            var next = at + 1 < clean.Length ? clean.Original(at + 1, at + 1).Start : html.Length;
            if (clean.Chars[at] == '\n')
            {
                var (shown, opensCell) = Break(html.AsSpan(origin..next));
                text.Append(!opensCell && next < cellEnd ? " " : shown);
                if (opensCell) cellEnd = EndOfCell(html, next);
            }
            else text.Append(clean.Chars[at]);
            while (origins.Count < text.Length) origins.Add(origin);
        }
        return new ShownWords(text.ToString(), origins);
    }

    /// <summary>The words of a span of the original, looked for from a position on.</summary>
    public (int Start, int End) Within(Span span, int from)
    {
        var start = from;
        while (start < Text.Length && OriginOf(start) < span.Start) start++;
        var end = start;
        while (end < Text.Length && OriginOf(end) < span.End) end++;
        return (start, end);
    }

    private int OriginOf(int at) => origins?[at] ?? at;

    // What stands for the tags between two words, and whether a cell begins. Every cell has a bar before it but the first of its row.
    private static (string Shown, bool OpensCell) Break(ReadOnlySpan<char> tags)
    {
        var (cells, endsRow) = (0, false);
        while (tags.IndexOf('<') is >= 0 and var open)
        {
            tags = tags[(open + 1)..];
            if (IsTag(tags, "td") || IsTag(tags, "th")) cells++;
            else if (IsTag(tags.TrimStart('/'), "tr") || IsTag(tags.TrimStart('/'), "table")) (cells, endsRow) = (0, true);
        }
        var bars = string.Concat(Enumerable.Repeat(" | ", endsRow ? Math.Max(0, cells - 1) : cells));
        return (endsRow || cells == 0 ? "\n" + bars.TrimStart() : bars, cells > 0);
    }

    // Where a cell ends, the lines of which stand side by side: 0 for a long one, which may hold a whole page.
    private static int EndOfCell(string html, int from) =>
        Math.Max(0, html.IndexOf("</t", from, Math.Min(LongestCell, html.Length - from), StringComparison.OrdinalIgnoreCase));

    private const int LongestCell = 200;

    private static bool IsTag(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length]));
}
