using System.Globalization;
using System.Text;

namespace Corridor.Formats.Csv;

/// <summary>Writes CSV: RFC 4180, but with LF line ends, and numbers the same on every machine.</summary>
public static class CsvText
{
    private const string NeedsQuotes = ",\"\r\n";

    /// <summary>The text of a table.</summary>
    public static string Of<T>(IReadOnlyCollection<T> rows, IEnumerable<CsvColumn<T>> columns)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var written = columns.Where(c => !c.Optional || rows.Any(row => c.Text(row).Length > 0)).ToList();
        var text = new StringBuilder();
        AppendRow(text, written.Select(c => c.Name));
        foreach (var row in rows) AppendRow(text, written.Select(c => c.Text(row)));
        return text.ToString();
    }

    /// <summary>The text of rows of cells.</summary>
    public static string OfRows(IEnumerable<IEnumerable<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        foreach (var row in rows) AppendRow(text, row);
        return text.ToString();
    }

    /// <summary>Writes rows of cells one by one, in UTF-8: of a table that need not fit into memory as a text.</summary>
    public static void WriteRows(Stream stream, IEnumerable<IEnumerable<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var row in rows) writer.WriteLine(string.Join(',', row.Select(Cell)));
    }

    /// <summary>A number, with the fewest digits that read back as the same number; nothing for null.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; nothing for null.</summary>
    public static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A day, ISO 8601; nothing for null.</summary>
    public static string Date(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text as a cell: in quotes where it must be, and where blanks at its ends would be lost.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isPlain = !text.AsSpan().ContainsAny(NeedsQuotes) && text.AsSpan().Trim().Length == text.Length;
        return isPlain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');
}
