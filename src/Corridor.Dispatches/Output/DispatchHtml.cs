using System.Globalization;
using System.Net;
using System.Text;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Output;

/// <summary>
/// A page that needs nothing but itself: the text with its claims marked, and the tables. Colours keep a contrast of at least 4.5:1
/// and are never the only sign: each mark has its kind in words. Private stretches are masked in the text as well (schema 4.4).
/// </summary>
public static class DispatchHtml
{
    private const string Style = """
        body{font:16px/1.6 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:84rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
        .text{max-width:60rem;box-sizing:border-box;white-space:pre-wrap;border:1px solid #999;border-radius:4px;padding:1rem}
        mark{color:#1a1a1a;padding:0 .15em;border-radius:3px}
        mark.counted{background:#cfe8cf;border-bottom:3px solid #1b6e1b}
        mark.stored{background:#d9e5f7;border-bottom:3px dashed #1f4e9c}
        mark.access{background:#fdeac2;border-bottom:3px double #7a4b00}
        mark.number{background:#eee;border-bottom:2px dotted #555}
        mark sup{font-size:.7em;margin-left:.2em}
        mark a{color:inherit;text-decoration:none}
        :target{outline:3px solid #1f4e9c;outline-offset:2px}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;font-size:.85rem;margin:.5rem 0}
        th,td{border:1px solid #999;padding:.3rem .4rem;text-align:left;vertical-align:top;white-space:nowrap}
        td:first-child,td.long{white-space:normal;min-width:9rem}
        td.count{text-align:right}
        th{background:#f0f0f0}
        a{color:#1f4e9c}
        .key{line-height:2;max-width:60rem}
        @page{size:landscape;margin:12mm}
        @media print{
        body{margin:0;max-width:none;font-size:11px}.text,.key{max-width:none}.text{border:0;padding:0}.wide{overflow:visible}
        table{width:100%;font-size:9px}th,td{white-space:normal;overflow-wrap:break-word;padding:2px 3px}td:first-child,td.long{min-width:0}
        details::details-content{content-visibility:visible}
        mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}tr{break-inside:avoid}
        }
        """;

    /// <summary>The page of one dispatch.</summary>
    /// <param name="dispatch">What was read.</param>
    /// <param name="text">The original text that it was read from.</param>
    /// <param name="title">A title for people, such as the file name.</param>
    /// <param name="format">How the text is dressed, as it was read: of HTML the words are shown, not the tags.</param>
    public static string Page(Dispatch dispatch, string text, string title, TextFormat format = TextFormat.Auto) =>
        Page([new DispatchText(dispatch, text, title, format)]);

    /// <summary>One page of several dispatches, in their order.</summary>
    public static string Page(IReadOnlyList<DispatchText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var page = new StringBuilder(texts.Sum(t => t.Text.Length) * 2);
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Escape(texts.Count > 0 ? texts[0].Title : "No dispatch")}</title><style>{Style}</style></head><body>
            """);
        if (texts.Count == 0) page.Append("\n<h1>No dispatch</h1>\n");
        // What is linked has a name of its own on the whole page.
        for (var n = 0; n < texts.Count; n++) Section(page, texts[n], n == 0 ? "" : $"{n + 1}-");
        return page.Append("</body></html>\n").ToString();
    }

    private static void Section(StringBuilder page, DispatchText source, string prefix)
    {
        var dispatch = source.Dispatch;
        var day = dispatch.Published is null ? "on an unknown day" : DispatchTable.Day(dispatch.Published);
        page.Append(CultureInfo.InvariantCulture, $"""

            <h1>{Escape(source.Title)}</h1>
            <p>Published {Escape(day)}, {Escape(dispatch.Publisher ?? "publisher not given")}.</p>
            <p class="key"><mark class="counted">counted</mark> <mark class="stored">told, not counted</mark> <mark class="access">access</mark>
            <mark class="number">other number</mark> [withheld]: names, ages and telephone numbers of private persons.
            A mark leads to its row, a row to its mark.</p>
            <div class="text">
            """);
        var marked = Marked(page, source, prefix);
        page.Append("</div>\n");
        Table(page, "Figures", prefix + "f", DispatchTable.Figures(dispatch), marked);
        Table(page, "Access", prefix + "a", DispatchTable.Access(dispatch), marked);
        page.Append("<details><summary>Numbers that are no figures, and why</summary>\n");
        Table(page, "", prefix + "n", DispatchTable.NotCounted(dispatch), marked);
        page.Append("</details>\n");
    }

    // Writes the text and returns the claims that have a mark in it.
    private static HashSet<string> Marked(StringBuilder page, DispatchText source, string prefix)
    {
        var (dispatch, text) = (source.Dispatch, source.Text);
        var marks = new List<(Span Span, string Class, string Label, string Claim)>();
        marks.AddRange(dispatch.Figures.Select((f, n) => (f.Span, f.Counted ? "counted" : "stored", Spelling.Of(f.Category), $"{prefix}f{n}")));
        marks.AddRange(dispatch.Access.Select((a, n) => (a.Span, "access", $"{Spelling.Of(a.Feature)} {Spelling.Of(a.State)}", $"{prefix}a{n}")));
        marks.AddRange(dispatch.Numbers.Where(n => n.FigureId is null).Select((n, at) => (n.Span, "number", Spelling.Of(n.Role), $"{prefix}n{at}")));
        marks.AddRange(dispatch.Private.Select(p => (p, "private", "", "")));
        // Private stretches first, then claims: a mark that overlaps one already placed is left to the tables.
        var placed = new SortedDictionary<int, (Span Span, string Class, string Label, string Claim)>();
        var covered = new bool[text.Length + 1];
        foreach (var mark in marks.OrderBy(m => m.Class switch { "private" => 0, "counted" => 1, "stored" => 2, "access" => 3, _ => 4 }))
        {
            if (mark.Span.Length == 0 || covered.AsSpan(mark.Span.Start, mark.Span.Length).Contains(true)) continue;
            covered.AsSpan(mark.Span.Start, mark.Span.Length).Fill(true);
            placed[mark.Span.Start] = mark;
        }

        var words = source.Words();
        var shown = new HashSet<string>();
        var at = 0;
        foreach (var (span, kind, label, claim) in placed.Values)
        {
            var (start, end) = words.Within(span, at);
            page.Append(Escape(words.Text[at..start]));
            at = end;
            if (start == end) continue;
            if (kind == "private") page.Append("[withheld]");
            else
                page.Append(CultureInfo.InvariantCulture, $"<mark id=\"m-{claim}\" class=\"{kind}\"><a href=\"#r-{claim}\">{Escape(words.Text[start..end])}")
                    .Append(CultureInfo.InvariantCulture, $"<sup>{Escape(label.Replace('_', ' '))}</sup></a></mark>");
            shown.Add(claim);
        }

        page.Append(Escape(words.Text[at..]));
        return shown;
    }

    private static void Table(StringBuilder page, string title, string claims, ClaimTable table, HashSet<string> marked)
    {
        if (table.Rows.Count == 0) return;
        if (title.Length > 0) page.Append("<h2>").Append(title).Append("</h2>\n");
        page.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var header in table.Headers) page.Append("<th scope=\"col\">").Append(Escape(header)).Append("</th>");
        page.Append("</tr></thead><tbody>\n");
        for (var n = 0; n < table.Rows.Count; n++)
        {
            page.Append("<tr id=\"r-").Append(claims).Append(n).Append("\">");
            for (var c = 0; c < table.Rows[n].Count; c++)
            {
                var cell = table.Rows[n][c];
                var count = table.Headers[c] == "value";
                page.Append(count ? "<td class=\"count\">" : cell.Length > 22 ? "<td class=\"long\">" : "<td>");
                var words = Escape(count ? Grouped(cell) : c == 0 ? cell : cell.Replace('_', ' '));
                if (c == 0 && marked.Contains($"{claims}{n}")) page.Append("<a href=\"#m-").Append(claims).Append(n).Append("\">").Append(words).Append("</a>");
                else page.Append(words);
                page.Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    // "12450" as people read it.
    private static string Grouped(string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value.ToString("#,0", CultureInfo.InvariantCulture) : cell;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
