namespace Corridor.Cli.Screen;

/// <summary>One cell of a table.</summary>
internal readonly record struct Cell(string Text, Ink Ink = Ink.Plain)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>Columns of text. Where they are too wide the first one gives way, then headers wider than what stands under them, if that is enough.</summary>
internal sealed class TextTable
{
    private const int Gap = 2;
    private const int NarrowestName = 16;
    private const int NarrowestHeader = 12;

    private readonly string[] headers;
    private readonly bool[] right;
    private readonly List<Cell[]> rows = [];

    /// <param name="headers">Headers; one that begins with a blank belongs to a column that is aligned to the right.</param>
    public TextTable(params string[] headers)
    {
        right = [.. headers.Select(h => h.StartsWith(' '))];
        this.headers = [.. headers.Select(h => h.TrimStart())];
    }

    public int RowCount => rows.Count;

    /// <summary>How many columns are of names, which give way; they come first.</summary>
    public int Names { get; init; } = 1;

    public void Add(params Cell[] cells) => rows.Add(cells);

    /// <summary>Whether every column fits, the first one at its narrowest.</summary>
    public bool Fits(int width) => Math.Min(WidthOf(0), NarrowestName) + Enumerable.Range(1, headers.Length - 1).Sum(c => WidthOf(c) + Gap) <= width;

    /// <summary>The lines, header first, as cells with their padding.</summary>
    public IEnumerable<IReadOnlyList<Cell>> Lines(int width)
    {
        var widths = WidthsIn(width);
        if (headers.Any(h => h.Length > 0)) yield return Line([.. headers.Select(h => new Cell(h, Ink.Faint))], widths);
        foreach (var row in rows) yield return Line(row, widths);
    }

    private int[] WidthsIn(int width)
    {
        var widths = Enumerable.Range(0, headers.Length).Select(WidthOf).ToArray();
        int[] least = [.. widths.Select((w, c) => Math.Min(w, c < Names ? NarrowestName : Math.Max(NarrowestHeader, WidthOfCells(c))))];
        // A header is cut only where the table fits then.
        var giving = least.Sum() + (widths.Length - 1) * Gap <= width ? widths.Length : Names;
        for (var column = 0; column < giving; column++)
        {
            var excess = widths.Sum() + (widths.Length - 1) * Gap - width;
            if (excess > 0) widths[column] = Math.Max(least[column], widths[column] - excess);
        }
        return widths;
    }

    private Cell[] Line(Cell[] row, int[] widths)
    {
        var last = row.Length - 1;
        while (last > 0 && row[last].Text.Length == 0) last--;
        var line = new Cell[last + 1];
        for (var column = 0; column <= last; column++)
        {
            var text = Shortened(row[column].Text, widths[column]);
            var padding = new string(' ', widths[column] - TextWidth.Of(text));
            var padded = right[column] ? padding + text : column < last ? text + padding : text;
            line[column] = row[column] with { Text = column < last ? padded + new string(' ', Gap) : padded };
        }
        return line;
    }

    private static string Shortened(string text, int width) => TextWidth.Of(text) <= width ? text : TextWidth.Start(text, width - 1) + "…";

    private int WidthOf(int column) => Math.Max(WidthOfCells(column), TextWidth.Of(headers[column]));

    private int WidthOfCells(int column) => rows.Select(r => r.Length > column ? TextWidth.Of(r[column].Text) : 0).DefaultIfEmpty().Max();
}
