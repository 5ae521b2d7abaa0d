namespace Corridor.Dispatches.Text;

/// <summary>Lays out the rows of an HTML table: a cell that reaches over columns or down rows stands in each place that it covers.</summary>
internal sealed class HtmlRows(string text, int to)
{
    private readonly List<IReadOnlyList<TableCell?>> rows = [];
    // Cells that reach down: for each column how many more rows.
    private readonly (TableCell? Cell, int Rows)[] below = new (TableCell?, int)[TextTable.MaxColumns];
    private List<TableCell?> row = [];
    private bool started;

    public IReadOnlyList<IReadOnlyList<TableCell?>> Rows => rows;

    public string Caption { get; private set; } = "";

    /// <summary>Reads from the table's own tag on.</summary>
    public void Read(int from)
    {
        for (var i = from; i < to;)
        {
            i = text.IndexOf('<', i, to - i);
            var end = i < 0 ? -1 : text.IndexOf('>', i, to - i);
            if (end < 0) break;
            i = ReadTag(text.AsSpan(i + 1, end - i - 1), end);
        }

        if (started) FinishRow();
    }

    // Reads a tag that ends at a mark, and what stands in it; gives where to go on.
    private int ReadTag(ReadOnlySpan<char> tag, int end)
    {
        if (Is(tag, "td") || Is(tag, "th")) return ReadCell(tag, end);
        if (Is(tag, "caption") && text.IndexOf("</caption", end, Math.Min(2000, to - end), StringComparison.OrdinalIgnoreCase) is var stop and > 0)
        {
            Caption = Cell(text, end + 1, stop, header: false).Words;
            return stop + 1;
        }

        if (Is(tag, "tr") || Is(tag, "/tr"))
        {
            if (started) FinishRow();
            started = Is(tag, "tr");
        }

        return end + 1;
    }

    private int ReadCell(ReadOnlySpan<char> tag, int end)
    {
        var stop = CellEnd(end + 1);
        var cell = Cell(text, end + 1, stop, Is(tag, "th"));
        started = true;
        FillDown();
        var (columns, lines) = (Number(tag, "colspan", TextTable.MaxColumns), Number(tag, "rowspan", TextTable.MaxRows));
        for (var k = 0; k < columns && row.Count < TextTable.MaxColumns; k++)
        {
            if (lines > 1) below[row.Count] = (cell, lines - 1);
            row.Add(cell);
        }

        return stop;
    }

    private void FillDown()
    {
        while (row.Count < TextTable.MaxColumns && below[row.Count].Rows > 0)
        {
            below[row.Count].Rows--;
            row.Add(below[row.Count].Cell);
        }
    }

    private void FinishRow()
    {
        FillDown();
        if (row.Count > 0 && rows.Count < TextTable.MaxRows) rows.Add(row);
        row = [];
        started = false;
    }

    private static bool Is(ReadOnlySpan<char> tag, string name) =>
        tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (tag.Length == name.Length || !char.IsLetterOrDigit(tag[name.Length]));

    private int CellEnd(int from)
    {
        for (var i = from; i < to; i++)
        {
            i = text.IndexOf('<', i, to - i);
            if (i < 0) return to;
            var tag = text.AsSpan(i + 1, Math.Min(6, to - i - 1));
            if (Is(tag, "td") || Is(tag, "th") || Is(tag, "tr") || Is(tag, "/td") || Is(tag, "/th") || Is(tag, "/tr") || Is(tag, "/tbody")
                || Is(tag, "tbody") || Is(tag, "tfoot") || Is(tag, "/thead")) return i;
        }

        return to;
    }

    private static int Number(ReadOnlySpan<char> tag, string attribute, int most)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1;
        var rest = tag[(at + attribute.Length)..].TrimStart(" =\"'");
        var length = 0;
        while (length < rest.Length && length < 4 && char.IsAsciiDigit(rest[length])) length++;
        return int.TryParse(rest[..length], out var number) ? Math.Clamp(number, 1, most) : 1;
    }

    private static TableCell Cell(string text, int start, int end, bool header)
    {
        var clean = new CleanText(end - start);
        Markup.Html(text, start, end, new Normaliser(clean), withoutNotes: true);
        return new TableCell(clean, start, end, header);
    }
}
