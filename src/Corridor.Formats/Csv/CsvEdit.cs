using System.Text;
using Corridor.Formats.Files;

namespace Corridor.Formats.Csv;

/// <summary>
/// Changes a CSV file of the user's without rewriting it: single cells are replaced and rows appended under the columns of
/// its header, while every other byte, the HXL row, the byte-order mark and the kind of line break stay as they are.
/// </summary>
public sealed class CsvEdit
{
    private readonly SourceFile source;
    private readonly CsvTable table;
    private readonly List<int> lineStarts = [0];
    private readonly SortedDictionary<int, (int End, string Text)> cells = [];
    private readonly List<IReadOnlyDictionary<string, string>> rows = [];

    /// <param name="source">The file.</param>
    /// <param name="table">The table that was read from it.</param>
    public CsvEdit(SourceFile source, CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(table);
        (this.source, this.table) = (source, table);
        var text = source.Text;
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) lineStarts.Add(i + 1);
    }

    /// <summary>The file.</summary>
    public string Path => source.Path;

    /// <summary>Whether anything is changed.</summary>
    public bool IsChanged => cells.Count > 0 || rows.Count > 0;

    /// <summary>Replaces a cell of the table.</summary>
    public void Set(Field cell, string text)
    {
        var start = lineStarts[cell.Origin.Line - 1] + cell.Origin.Column - 1;
        cells[start] = (EndOf(start), CsvText.Cell(text));
    }

    /// <summary>Appends a row; cells of columns that the file does not have are left out.</summary>
    public void Append(IReadOnlyDictionary<string, string> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        rows.Add(row);
    }

    /// <summary>The file as it is to be.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(source.Text.Length + 200);
        var at = 0;
        foreach (var (start, (end, cell)) in cells)
        {
            text.Append(source.Text, at, start - at).Append(cell);
            at = end;
        }
        text.Append(source.Text, at, source.Text.Length - at);
        var lineBreak = LineBreak(source.Text);
        if (rows.Count > 0 && text.Length > 0 && text[^1] is not ('\n' or '\r')) text.Append(lineBreak);
        foreach (var row in rows)
        {
            var cells = table.Columns.Select(c =>
                CsvText.Cell(row.FirstOrDefault(r => r.Key.Equals(c.Text, StringComparison.OrdinalIgnoreCase)).Value ?? ""));
            text.AppendJoin(',', cells).Append(lineBreak);
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var hasMark = source.Bytes == Encoding.UTF8.GetByteCount(source.Text) + Encoding.UTF8.Preamble.Length;
        return hasMark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }

    private static string LineBreak(string text)
    {
        var first = text.AsSpan().IndexOfAny('\r', '\n');
        return first < 0 || text[first] == '\n' ? "\n" : first + 1 < text.Length && text[first + 1] == '\n' ? "\r\n" : "\r";
    }

    private int EndOf(int start)
    {
        var text = source.Text;
        var at = start;
        if (at < text.Length && text[at] == '"')
        {
            at++;
            while (at < text.Length && (text[at] != '"' || at + 1 < text.Length && text[at + 1] == '"')) at += text[at] == '"' ? 2 : 1;
            return Math.Min(text.Length, at + 1);
        }
        var end = text.AsSpan(at).IndexOfAny(",\r\n");
        return end < 0 ? text.Length : at + end;
    }
}
