using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// The header of a file whose columns Flee takes by position (model.md, 4.1 to 4.4, 4.10). Its words change
/// nothing there, so a column under another name's word is data read as something else, without a sign: that
/// is an error here. Words that published headers use are all accepted; any other is pointed out.
/// </summary>
internal sealed class FleeHeader
{
    /// <summary>locations.csv; further columns are attributes.</summary>
    public static readonly FleeHeader Locations = new(
        ["name"], ["region"], ["country"], ["latitude", "lat", "gps_x", "x"], ["longitude", "lon", "long", "lng", "gps_y", "y"], ["location_type"],
        ["conflict_date", "conflict_period", "flood_time", "flood_date"], ["population", "pop", "capacity", "population/capacity", "pop/cap"]);

    /// <summary>routes.csv. In the fourth place published files have a flag without effect or an attribute.</summary>
    public static readonly FleeHeader Routes = new(["name1"], ["name2"], ["distance", "distance[km]", "distance_km", "length"]);

    /// <summary>closures.csv.</summary>
    public static readonly FleeHeader Closures = new(["closure_type", "type"], ["name1"], ["name2"], ["closure_start", "start"], ["closure_end", "end"]);

    /// <summary>location_changes.csv.</summary>
    public static readonly FleeHeader Changes = new(["name", "location", "location_name"], ["type", "location_type", "new_location_type"], ["day", "date"]);

    /// <summary>data_layout.csv, which Flee has without a header: it would take it for the total.</summary>
    public static readonly FleeHeader Layout = new(["name", "location", "location_name", "camp"], ["file", "filename", "file_name", "data", "series"]);

    /// <summary>registration_corrections.csv, which Flee has without a header.</summary>
    public static readonly FleeHeader Corrections = new(["camp", "name", "location", "location_name"], ["date", "day"]);

    private static readonly string[] Dates = ["date", "datetime", "day"];

    private readonly string[][] columns;

    private FleeHeader(params string[][] columns) => this.columns = columns;

    /// <summary>The columns in their order, as messages name them.</summary>
    public string Order => string.Join(", ", columns.Select(c => c[0]));

    /// <summary>How many cells a row can have; null where what stands behind the last column is no part of a number.</summary>
    public int? Width(CsvTable table)
    {
        // Rows name any number of files, and a correction its method.
        if (this == Layout || this == Corrections) return null;
        // Without a header, a route has its flag in the fourth place.
        var unnamed = this == Routes && !Recognizes(table.Columns) ? 1 : 0;
        return Math.Max(columns.Length + unnamed, table.Columns.Count);
    }

    /// <summary>Whether a row names columns, with its <c>#</c> or without: two of its cells are known words.</summary>
    public bool Recognizes(IReadOnlyList<Field> row) => columns.Count(column => At(row, column) >= 0) > 1;

    /// <summary>Says what is wrong with a header, if the file has one.</summary>
    public void Check(CsvTable table, FleeFiles files)
    {
        var header = table.Columns;
        // A remark in the first line is no header, also where it has commas.
        if (header.Count < columns.Length && !Recognizes(header)) return;
        for (var i = 0; i < columns.Length; i++)
        {
            if (i < header.Count && columns[i].Contains(Word(header[i]))) continue;
            if (At(header, columns[i]) is >= 0 and var other)
            {
                files.Error(header[other].Origin, $"'{header[other].Text}' is column {other + 1} of the header; expected it as column {i + 1}: "
                    + $"columns are read by position, in the order {Order}");
            }
            else if (i >= header.Count)
            {
                files.Warn(header[^1].Origin, $"the header ends before {columns[i][0]}; columns are read by position, in the order {Order}");
            }
            else if (columns.Any(c => c.Contains(Word(header[i]))))
            {
                files.Warn(header[i].Origin, $"column {i + 1} of the header is called '{header[i].Text}' as well; "
                    + $"it is read as {columns[i][0]}, for columns are read by position");
            }
            else
            {
                files.Warn(header[i].Origin, $"column {i + 1} of the header is called '{Field.Short(header[i].Text)}'; "
                    + $"it is read as {columns[i][0]}, for columns are read by position{NearestName.Hint(Word(header[i]), columns.SelectMany(c => c))}");
            }
            if (i >= header.Count) return;
        }
    }

    /// <summary>Points out attributes whose names are near to one that a rule reads, and so have no effect.</summary>
    public void CheckAttributes(CsvTable table, FleeFiles files, IReadOnlyCollection<string> known)
    {
        foreach (var (name, origin) in table.Columns.Skip(columns.Length).Where(c => c.Text.Length > 5 && !known.Contains(c.Text)))
            if (NearestName.Hint(name, known) is { Length: > 0 } hint) files.Warn(origin, $"no rule reads the attribute '{name}'{hint}");
    }

    /// <summary>Whether a cell calls its column the date: of a series, the first; the other has any name.</summary>
    public static bool IsDate(Field cell) => Dates.Contains(Word(cell));

    private static int At(IReadOnlyList<Field> row, string[] words)
    {
        for (var i = 0; i < row.Count; i++)
            if (words.Contains(Word(row[i]))) return i;
        return -1;
    }

    /// <summary>Published headers write <c>#"name"</c>, <c>"#name"</c>, <c> Name</c>, <c>location name</c>.</summary>
    private static string Word(Field cell) => cell.Text.Trim().TrimStart('#').Trim('"', ' ').Replace(' ', '_').ToLowerInvariant();
}
