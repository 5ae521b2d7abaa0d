using Corridor.Dispatches;

namespace Corridor.Cli.Dispatches;

/// <summary>One self-contained page of one or several dispatches.</summary>
internal static class HtmlPage
{
    private const string Begin = "<body>";
    private const string End = "</body>";

    public static string Of(IReadOnlyList<ReadText> texts)
    {
        if (texts.Count == 0) return DispatchHtml.Page(DispatchReader.Read(""), "", "No dispatch");
        var first = Page(texts[0]);
        // Nothing of a text is unescaped on its page, so these marks stand there once.
        var bodies = texts.Skip(1).Select(Page).Select(page => page[(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..page.LastIndexOf(End, StringComparison.Ordinal)]);
        var end = first.LastIndexOf(End, StringComparison.Ordinal);
        return string.Concat([first[..end], .. bodies, first[end..]]);
    }

    private static string Page(ReadText text) => DispatchHtml.Page(text.Dispatch, text.Source.Text, Path.GetFileName(text.Source.Title));
}
