using System.Globalization;
using System.Text.RegularExpressions;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>Opens the files of a Flee folder, keeps what was read for the run's record, and collects what is wrong.</summary>
internal sealed partial class FleeFiles(string folder)
{
    private static readonly CsvLayout Hashed = new() { Header = CsvHeader.Hash, Ragged = true };
    private static readonly CsvLayout Headed = new() { Header = CsvHeader.FirstRow, Ragged = true };

    private readonly List<InputFile> read = [];

    public string Folder { get; } = folder;

    /// <summary>Where the network and the events are: <c>input_csv</c>, or the folder itself.</summary>
    public string Input { get; } = Directory.Exists(Path.Combine(folder, "input_csv")) ? Path.Combine(folder, "input_csv") : folder;

    /// <summary>Where the recorded series are: <c>source_data</c>, the other of an old pair of folders, or the folder itself.</summary>
    public string Data { get; } = Directory.Exists(Path.Combine(folder, "source_data")) ? Path.Combine(folder, "source_data") : OfOldPair(folder) ?? folder;

    /// <summary>
    /// The series that belong to a folder <c>conflict_input/NAME</c> (model.md, appendix A): those of the one
    /// folder <c>conflict_validation/NAME2012</c>, where more than a name goes on. Null where it is none such, has series itself, or several fit.
    /// </summary>
    private static string? OfOldPair(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var all = Path.Combine(folder, "..", "..", "conflict_validation");
        if (Path.GetFileName(Path.GetDirectoryName(full)) != "conflict_input" || Path.Exists(Path.Combine(folder, "data_layout.csv")) || !Directory.Exists(all))
            return null;
        var name = Path.GetFileName(full);
        string[] fit = [.. Directory.EnumerateDirectories(all, name + "*").Where(d => Path.GetFileName(d)[name.Length..] is "" or [< 'A', ..] or ['_', ..])];
        return fit.Length == 1 ? fit[0] : null;
    }

    public List<Problem> Problems { get; } = [];

    /// <summary>
    /// The path of a file of the input folder. A multiscale instance numbers its files (model.md, 4.13): of those, the large-scale model, index 0, is read.
    /// </summary>
    public string InInput(string name)
    {
        var path = Path.Combine(Input, name);
        var macro = Path.Combine(Input, $"{Path.GetFileNameWithoutExtension(name)}-0{Path.GetExtension(name)}");
        return !Path.Exists(path) && Path.Exists(macro) ? macro : path;
    }

    public IReadOnlyList<InputFile> Read => read;

    /// <summary>A table whose header, if any, begins with #; null when there is no such file or it cannot be read.</summary>
    public CsvTable? Table(string path, bool required) => Parse(path, Hashed, required);

    /// <summary>The same of a file whose header is known: what is wrong with it is said.</summary>
    public CsvTable? Table(string path, bool required, FleeHeader header) => Source(path, required) is { } source ? Table(source, header) : null;

    /// <summary>The same of a file that was read.</summary>
    public CsvTable? Table(SourceFile source, FleeHeader header)
    {
        if (CsvTable.Parse(source, Hashed with { IsHeader = header.Recognizes }, Problems) is not { } table) return null;
        header.Check(table, this);
        if (header.Width(table) is { } width) CheckWidth(table, width);
        return table;
    }

    /// <summary>A table whose first row is its header, whatever it begins with; a name is one column's.</summary>
    public CsvTable? HeadedTable(string path, bool required)
    {
        if (Parse(path, Headed, required) is not { } table) return null;
        CheckWidth(table, table.Columns.Count);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, column) in table.Columns.Index())
        {
            var name = column.Text.Trim().TrimStart('#');
            if (name.Length > 0 && !seen.TryAdd(name, i + 1))
                Error(column.Origin, $"the column '{name}' is there already as column {seen[name]}; expected each name once");
        }
        return table;
    }

    public SourceFile? Source(string path, bool required)
    {
        if (!required && !Path.Exists(path)) return null;
        var source = SourceFile.Read(path, Problems);
        if (source is not null && !read.Exists(f => f.Sha256 == source.Sha256 && f.Path == Shown(path)))
            read.Add(new InputFile(Shown(path), source.Sha256, source.Bytes));
        return source;
    }

    /// <summary>A cell that no column is for: a comma inside a number has parted it, and what stands before the comma would be read for the whole.</summary>
    public void TooFar(Field cell, CsvRow row, int width) =>
        Error(cell.Origin, $"the row has {row.Cells.Count} cells, with '{Field.Short(cell.Text)}' behind the last of {width} columns; "
            + "commas part cells: a number or text that holds one stands in quotes");

    public void Error(Origin origin, string message) => Problems.Add(Problem.Error(origin, message));

    public void Warn(Origin origin, string message) => Problems.Add(Problem.Warning(origin, message));

    /// <summary>A whole number, cut from a decimal one if need be; thousands separators are read, since published files have them.</summary>
    public long? Whole(Field field, string what) => Number(field, what) is { } number ? (long)number : null;

    /// <summary>A number of people. Points that stand like thousands separators would make thousands into ones, so they are no decimal points here.</summary>
    public double? People(Field field, string what)
    {
        if (!PointsAsSeparators().IsMatch(field.Text)) return Number(field, what);
        var withoutPoints = field.Text.Replace(".", "", StringComparison.Ordinal);
        Error(field.Origin, $"{what}: '{Field.Short(field.Text)}' is read as a fraction of a person; expected digits without points, as in {withoutPoints}");
        return null;
    }

    /// <summary>A real number; null with a problem when it is none.</summary>
    public double? Number(Field field, string what)
    {
        var text = field.Text.Trim();
        // A comma in any other place is a decimal one, which would be read over.
        var style = Separators().IsMatch(text) ? NumberStyles.Float | NumberStyles.AllowThousands : NumberStyles.Float;
        if (double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15) return number;
        Error(field.Origin, $"{what}: '{Field.Short(text)}' is not a number; expected digits, as in 17520 or 12.5");
        return null;
    }

    /// <summary>Whether a cell holds a number, without a problem when it does not.</summary>
    public static bool IsNumber(Field field) => double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>A day, ISO 8601.</summary>
    public DateOnly? Date(Field field, string what)
    {
        var text = field.Text.Trim();
        // Published series write the time as well, now and then.
        var day = text.Length > 10 && text[10] is ' ' or 'T' ? text[..10] : text;
        if (DateOnly.TryParseExact(day, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Error(field.Origin, $"{what}: '{Field.Short(text)}' {IsoDate.Wrong(text)}");
        return null;
    }

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+$")]
    private static partial Regex PointsAsSeparators();

    /// <summary>Its path in the folder; of a file outside it the name alone: where it lies on this machine would make the record differ.</summary>
    private string Shown(string path)
    {
        var relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? Path.GetFileName(path) : relative;
    }

    private void CheckWidth(CsvTable table, int width)
    {
        foreach (var row in table.Rows.Where(r => !r[0].Text.StartsWith('#')))
            if (row.Cells.Skip(width).FirstOrDefault(c => !c.IsEmpty) is { } cell) TooFar(cell, row, width);
    }

    private CsvTable? Parse(string path, CsvLayout layout, bool required) =>
        Source(path, required) is { } source ? CsvTable.Parse(source, layout, Problems) : null;
}
