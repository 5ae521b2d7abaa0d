using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Csv;

/// <summary>A CSV file as named columns and rows, each cell with its position.</summary>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<CsvRow> rows = [];

    private CsvTable(string file) => File = file;

    /// <summary>Path as messages show it.</summary>
    public string File { get; }

    /// <summary>The names in the header, in the order of the file; empty when there is no header.</summary>
    public IReadOnlyList<Field> Columns { get; private set; } = [];

    /// <summary>The data.</summary>
    public IReadOnlyList<CsvRow> Rows => rows;

    /// <summary>The position of a column, by its name without regard to case; -1 when there is none.</summary>
    public int Find(string column) => positions.GetValueOrDefault(column, -1);

    /// <summary>Whether nothing was left out because it could not be read.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>
    /// Reads the table, collecting everything that is wrong with it; rows that are wrong are left out. Null when there are no columns to speak of.
    /// </summary>
    public static CsvTable? Parse(SourceFile source, CsvLayout layout, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(problems);
        var before = problems.Count;
        var table = new CsvTable(source.Path);
        if (layout.Header != CsvHeader.None && OtherSeparator(source.Text) is var (separator, line))
        {
            problems.Add(Problem.Error(new Origin(source.Path, line, 1),
                $"the columns are separated by {separator}; expected commas (in Excel: save as 'CSV UTF-8 (comma delimited)')"));
            return null;
        }
        var scanned = CsvScanner.Scan(source.Path, source.Text, problems);
        IEnumerable<List<Field>> data = scanned;
        if (layout.Header == CsvHeader.FirstRow)
        {
            if (scanned.Count == 0)
            {
                problems.Add(Problem.Error(new Origin(source.Path), "the file is empty; expected a header with the names of the columns"));
                return null;
            }
            if (!layout.Ragged && IsTitle(scanned))
            {
                problems.Add(Problem.Error(scanned[0][0].Origin,
                    $"'{scanned[0][0].Text.ReplaceLineEndings(" ")}' stands alone in the first row; expected the names of the columns there"));
                return null;
            }
            table.ReadHeader(scanned[0], layout, problems);
            data = scanned.Skip(scanned.Count > 1 && IsHxl(scanned[1]) ? 2 : 1);
        }
        else if (layout.Header == CsvHeader.Hash)
        {
            var header = HashHeader(scanned, layout);
            if (header is not null) table.ReadHeader([.. header.Select(WithoutHash)], layout, problems);
            data = scanned.Where(row => row != header && !IsComment(row));
        }
        foreach (var row in data) table.AddRow(row, layout, problems);
        table.IsComplete = problems.Count == before;
        return table;
    }

    /// <summary>The first row, or one after comments, that names the columns.</summary>
    private static List<Field>? HashHeader(List<List<Field>> rows, CsvLayout layout)
    {
        var comments = rows.TakeWhile(IsComment).Count();
        return (layout.IsHeader is { } names ? rows.Take(comments + 1).FirstOrDefault(row => names(row)) : null) ?? (comments > 0 ? rows[0] : null);
    }

    /// <summary>
    /// What separates the columns when it is clearly no comma, and the first line that is not blank: it has semicolons
    /// or tabs and no comma, and the line after it has them as well (beside decimal commas, perhaps).
    /// </summary>
    private static (string Separator, int Line)? OtherSeparator(string text)
    {
        var (line, first, separator) = (0, 0, '\0');
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (content.IsWhiteSpace()) continue;
            if (first > 0) return content.Contains(separator) ? (Named(separator), first) : null;
            separator = content.Contains(';') ? ';' : '\t';
            if (content.Contains(',') || !content.Trim().Contains(separator)) return null;
            first = line;
        }
        return first > 0 ? (Named(separator), first) : null;

        static string Named(char separator) => separator == ';' ? "semicolons" : "tabs";
    }

    /// <summary>Whether the first row is a title or a remark above the table: one cell alone, where other rows have several.</summary>
    private static bool IsTitle(List<List<Field>> rows) =>
        !rows[0][0].IsEmpty && rows[0].Skip(1).All(cell => cell.IsEmpty) && rows.Skip(1).Any(row => row.Skip(1).Any(cell => !cell.IsEmpty));

    private void ReadHeader(List<Field> header, CsvLayout layout, ICollection<Problem> problems)
    {
        // Spreadsheets leave empty columns behind at the right edge.
        var count = header.FindLastIndex(cell => cell.Text.Trim().Length > 0) + 1;
        Columns = [.. header.Take(count).Select(cell => cell with { Text = cell.Text.Trim() })];
        for (var i = 0; i < count; i++)
        {
            var (name, origin) = Columns[i];
            if (name.Length == 0 && !layout.Ragged)
                problems.Add(Problem.Error(origin, $"column {i + 1} has no name"));
            else if (name.Length > 0 && !positions.TryAdd(name, i) && !layout.Ragged)
                problems.Add(Problem.Error(origin, $"the column '{name}' is there already as column {positions[name] + 1}; names of columns are unique"));
        }
    }

    private void AddRow(List<Field> row, CsvLayout layout, ICollection<Problem> problems)
    {
        var expected = layout.Ragged || Columns.Count == 0 ? row.Count : Columns.Count;
        if (row.Count < expected)
        {
            problems.Add(Problem.Error(row[0].Origin, $"the row has {Cells(row)}; expected {expected}, one for each column of the header"));
        }
        else if (row.FindIndex(expected, cell => !cell.IsEmpty) is >= 0 and var extra)
        {
            problems.Add(Problem.Error(row[extra].Origin,
                $"the row has {Cells(row)}; expected {expected}, one for each column of the header "
                + "(a text with a comma in it stands in quotes)"));
        }
        else
        {
            rows.Add(new CsvRow(this, row[..expected]));
        }
    }

    private static string Cells(List<Field> row) => row.Count == 1 ? "1 cell" : $"{row.Count} cells";

    private static bool IsHxl(List<Field> row) => row.TrueForAll(cell => cell.IsEmpty || cell.Text.StartsWith('#'));

    private static bool IsComment(List<Field> row) => row[0].Text.StartsWith('#');

    /// <summary>Published Flee files write <c>#"name"</c> as well as <c>"#name"</c>.</summary>
    private static Field WithoutHash(Field cell) => cell with { Text = cell.Text.TrimStart('#').Trim('"') };
}
