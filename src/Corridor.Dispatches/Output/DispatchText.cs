using Corridor.Dispatches.Text;

namespace Corridor.Dispatches;

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
        return isHtml ? new ShownWords(Markup.Strip(Text, TextFormat.Html)) : new ShownWords(Text);
    }
}

/// <summary>Words as they are shown, with the way back to where they stand in the original.</summary>
internal sealed class ShownWords
{
    private readonly CleanText? clean;

    public ShownWords(string text) => Text = text;

    public ShownWords(CleanText clean) => (this.clean, Text) = (clean, clean.Chars.ToString());

    public string Text { get; }

    /// <summary>The words of a span of the original, looked for from a position on.</summary>
    public (int Start, int End) Within(Span span, int from)
    {
        var start = from;
        while (start < Text.Length && OriginOf(start) < span.Start) start++;
        var end = start;
        while (end < Text.Length && OriginOf(end) < span.End) end++;
        return (start, end);
    }

    private int OriginOf(int at) => clean?.Original(at, at).Start ?? at;
}
