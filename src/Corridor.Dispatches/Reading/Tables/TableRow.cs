using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>A row under the headers: where its numbers are of, and whether it sums up the rows above it.</summary>
internal readonly struct TableRow(IReadOnlyList<TableCell?> cells, List<TableColumn> columns)
{
    /// <summary>The most precise place of the row: the last of its first columns that holds words; and its column, or -1.</summary>
    public (string Words, int At) Label()
    {
        var (label, at) = ("", -1);
        for (var c = 0; c < cells.Count && c < columns.Count; c++)
        {
            if (columns[c].IsFigure || columns[c].Kind is "not" or "part" && at >= 0) break;
            if (columns[c].Kind is "date" or "origin" or "destination" || columns[c].IsPrivate) continue;
            if (HasWords(c) && (columns[c].Kind is "place" || c == 0 || at >= 0 && columns[c].Kind.Length == 0)) (label, at) = (Name(cells[c]!.Words), c);
        }

        return (label, at);
    }

    /// <summary>The name in the column of a kind ("origin", "destination"), or null.</summary>
    public string? NameIn(string kind)
    {
        var at = columns.FindIndex(c => c.Kind == kind);
        return at >= 0 && HasWords(at) && !IsTotal(cells) ? Name(cells[at]!.Words) : null;
    }

    /// <summary>The words in the column of dates, or null.</summary>
    public string? Date()
    {
        var at = columns.FindIndex(c => c.Kind == "date");
        return at >= 0 && at < cells.Count ? cells[at]?.Words : null;
    }

    /// <summary>Whether the first words of a row call it a total.</summary>
    public static bool IsTotal(IReadOnlyList<TableCell?> cells)
    {
        foreach (var cell in cells)
        {
            if (cell is null || cell.Words.Length == 0) continue;
            if (CellNumber.Of(cell) is not null) return false;
            if (TableColumn.KindOf(cell.Words) == "total") return true;
        }

        return false;
    }

    private bool HasWords(int c) => c < cells.Count && cells[c] is { } cell && cell.Words.Length > 0 && CellNumber.Of(cell) is null;

    // "Anbar*", "Anbar (1)", "2. Anbar": the name without its notes.
    private static string Name(string words)
    {
        words = words.Trim().TrimEnd('*', '†', '‡', '¹', '²', '³', ':').Trim();
        if (words.EndsWith(']') && words.LastIndexOf('[') is var open and > 0
            || words.EndsWith(')') && (open = words.LastIndexOf('(')) > 0 && words.Length - open < 5) words = words[..open].Trim();
        return words;
    }
}
