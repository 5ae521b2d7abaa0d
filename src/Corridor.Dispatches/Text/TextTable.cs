namespace Corridor.Dispatches.Text;

/// <summary>A cell of a table: its words with the way back to the original, without footnote marks in superscript.</summary>
/// <param name="Clean">The words.</param>
/// <param name="Start">Where it stands in the original.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsHeader">Whether the markup calls it a header.</param>
internal sealed record TableCell(CleanText Clean, int Start, int End, bool IsHeader)
{
    public string Words => Clean.Chars.Trim().ToString().Replace('\n', ' ');
}

/// <summary>A table as it stands in a text: HTML, or rows of Markdown with pipes. Merged cells stand in each place that they cover.</summary>
/// <param name="Start">Where it begins in the original.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Caption">Its caption, or the line before it; empty without one.</param>
/// <param name="Note">The line after it, where that begins with "source".</param>
/// <param name="Rows">Its rows; they may differ in length.</param>
internal sealed record TextTable(int Start, int End, string Caption, string Note, IReadOnlyList<IReadOnlyList<TableCell?>> Rows)
{
    internal const int MaxColumns = 60;
    internal const int MaxRows = 2000;

    /// <summary>The tables of a text, one pass.</summary>
    public static List<TextTable> Find(string text, TextFormat format) =>
        format == TextFormat.Html || format == TextFormat.Auto && Markup.IsHtml(text) ? Html(text) : Pipes(text);

    private static List<TextTable> Html(string text)
    {
        var found = new List<TextTable>();
        var at = 0;
        while (at < text.Length && Open(text, at) is var open && open >= 0)
        {
            var close = text.IndexOf("</table", open, StringComparison.OrdinalIgnoreCase);
            if (close < 0) break;
            // A table in a table is laid out with it: only the inner one is read.
            if (text.AsSpan(open + 6, close - open - 6).LastIndexOf("<table", StringComparison.OrdinalIgnoreCase) is var inner && inner >= 0) open += 6 + inner;
            var rows = new HtmlRows(text, close);
            rows.Read(open);
            var caption = rows.Caption.Length > 0 ? rows.Caption : LineBefore(text, open, html: true);
            found.Add(new TextTable(open, close, caption, LineAfter(text, close, html: true), rows.Rows));
            at = close + 7;
        }

        return found;
    }

    private static int Open(string text, int from) => text.IndexOf("<table", from, StringComparison.OrdinalIgnoreCase);

    private static List<TextTable> Pipes(string text)
    {
        var found = new List<TextTable>();
        var (start, end) = (0, 0);
        for (var line = 0; line < text.Length; line = end + 1)
        {
            end = text.IndexOf('\n', line);
            if (end < 0) end = text.Length;
            if (!IsRule(text.AsSpan(line, end - line)) || line == 0) continue;
            // The rule stands under the header.
            start = text.LastIndexOf('\n', Math.Max(0, line - 2)) + 1;
            if (line < 2 || !text.AsSpan(start, line - start).Contains('|')) continue;
            var rows = new List<IReadOnlyList<TableCell?>> { PipeRow(text, start, line - 1, header: true) };
            var stop = end;
            while (stop + 1 < text.Length && rows.Count < MaxRows)
            {
                var next = text.IndexOf('\n', stop + 1);
                if (next < 0) next = text.Length;
                if (!text.AsSpan(stop + 1, next - stop - 1).Contains('|')) break;
                rows.Add(PipeRow(text, stop + 1, next, header: false));
                stop = next;
            }

            found.Add(new TextTable(start, stop, LineBefore(text, start, html: false), LineAfter(text, stop, html: false), rows));
            end = stop;
        }

        return found;
    }

    // "|---|:--:|"
    private static bool IsRule(ReadOnlySpan<char> line)
    {
        var (pipes, dashes) = (0, 0);
        foreach (var c in line)
        {
            if (c == '|') pipes++;
            else if (c == '-') dashes++;
            else if (c is not (':' or ' ' or '\t' or '\r' or '+')) return false;
        }

        return pipes > 0 && dashes > 1;
    }

    private static List<TableCell?> PipeRow(string text, int start, int end, bool header)
    {
        var row = new List<TableCell?>();
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        if (start < end && text[start] == '|') start++;
        if (end > start && text[end - 1] == '|' && (end < 2 || text[end - 2] != '\\')) end--;
        var from = start;
        for (var i = start; i <= end && row.Count < MaxColumns; i++)
        {
            if (i < end && (text[i] != '|' || i > 0 && text[i - 1] == '\\')) continue;
            var clean = new CleanText(i - from);
            var normaliser = new Normaliser(clean);
            for (var k = from; k < i; k++)
                if (text[k] is not ('*' or '_' or '`' or '\\')) normaliser.Push(text[k], k);
            row.Add(new TableCell(clean, from, i, header));
            from = i + 1;
        }

        return row;
    }

    // The last line of text before the table, unless it is long: a sentence is no title.
    private static string LineBefore(string text, int at, bool html)
    {
        var from = Math.Max(0, at - 300);
        var clean = new CleanText(at - from);
        var normaliser = new Normaliser(clean);
        if (html)
        {
            // Not from within a tag.
            var open = text.IndexOf('>', from, at - from);
            Markup.Html(text, from == 0 || open < 0 ? from : open + 1, at, normaliser, withoutNotes: true);
        }
        else
            for (var i = from; i < at; i++)
                if (text[i] is not ('#' or '*' or '\r')) normaliser.Push(text[i], i);
        var words = clean.Chars.TrimEnd();
        var line = words.LastIndexOf('\n');
        if (line < 0 && from > 0) return "";
        var title = words[(line + 1)..].Trim();
        return title.Length <= 160 && !title.EndsWith('.') ? title.ToString() : "";
    }

    private static string LineAfter(string text, int at, bool html)
    {
        var to = Math.Min(text.Length, at + 300);
        var clean = new CleanText(to - at);
        var normaliser = new Normaliser(clean);
        if (html) Markup.Html(text, at, to, normaliser, withoutNotes: true);
        else
            for (var i = at; i < to; i++)
                if (text[i] is not ('#' or '*' or '_' or '\r')) normaliser.Push(text[i], i);
        var words = clean.Chars.TrimStart();
        var line = words.IndexOf('\n');
        if (line >= 0) words = words[..line];
        return words.StartsWith("source", StringComparison.OrdinalIgnoreCase) ? words.ToString() : "";
    }
}
