using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>A row of data_layout.csv.</summary>
internal sealed record FleeRecord(string Name, FleeSeries Series, Origin Origin);

/// <summary>Reads data_layout.csv, its series and registration_corrections.csv (model.md, 4.10), and derives the daily number of new arrivals.</summary>
internal sealed class FleeRecords
{
    private readonly FleeFiles files;
    private readonly FleeSettings settings;
    private readonly DateOnly start;
    private readonly FleeOptions options;
    private readonly List<FleeRecord> layout = [];

    public FleeRecords(FleeFiles files, FleeSettings settings, DateOnly start, FleeOptions options) =>
        (this.files, this.settings, this.start, this.options) = (files, settings, start, options);

    /// <summary>The rows of the layout: names and series; the first is the total.</summary>
    public IReadOnlyList<FleeRecord> Layout => layout;

    public void Read()
    {
        var path = Path.Combine(files.Data, "data_layout.csv");
        if (files.Data != files.Folder && Path.GetFileName(files.Data) != "source_data")
            files.Warn(new Origin(files.Data), "the recorded series are taken from this folder, as conflict_input and conflict_validation belong together");
        if (settings.FromData && !Directory.Exists(Path.Combine(files.Folder, "source_data")) && !Path.Exists(path))
        {
            // Published graphs come without any record (model.md, appendix A).
            files.Warn(new Origin(path),
                "there is no data_layout.csv, so no recorded series say how many set out: "
                + "nobody does, unless the rules let the conflict decide (--set rules.departures=share)");
        }
        else if (files.Table(path, required: settings.FromData, FleeHeader.Layout) is { } table)
        {
            foreach (var row in table.Rows)
            {
                if (row.Cells.Count < 2 || row[1].IsEmpty)
                {
                    files.Warn(row.Origin, $"'{row[0].Text.Trim()}' has no file and is left out; expected rows name,file");
                    continue;
                }
                FleeSeries? series = null;
                foreach (var cell in row.Cells.Skip(1).Where(c => !c.IsEmpty))
                {
                    if (ReadSeries(cell) is { } next) series = series is null ? next : options.AsPublished ? series.PlusAsPublished(next) : series.Plus(next);
                }
                // A row without data keeps its place: the first row is the total, whatever it is called.
                layout.Add(new FleeRecord(row[0].Text.Trim(), series ?? FleeSeries.Empty, row.Origin));
            }
            if (settings.FromData && layout.TrueForAll(l => l.Series.IsEmpty))
                files.Error(new Origin(path), "the layout names no series with data; expected rows name,file");
        }
        if (!options.AsPublished) Correct();
        for (var i = 0; i < layout.Count; i++) layout[i] = layout[i] with { Series = layout[i].Series.Scaled(Math.Max(1, options.Hasten)) };
    }

    /// <summary>Says which rows of the layout are compared with nothing, or are not what their name says.</summary>
    public void CheckNames(FleeNetwork network)
    {
        for (var i = 0; i < layout.Count; i++)
        {
            var (name, _, origin) = layout[i];
            var location = network.Counted(name);
            if (i == 0)
            {
                if (location is not null)
                {
                    files.Warn(origin, $"the first row is taken for the total, as in Flee: the series of '{name}' is not added to the others; "
                        + "expected total,FILE before it");
                }
            }
            else if (layout.FindIndex(1, row => row.Name == name) < i)
            {
                files.Warn(origin, $"'{name}' is there already; each series adds to those who set out, the last one is compared");
            }
            else if (network.IsUnknown(name))
            {
                files.Warn(origin,
                    $"'{name}' is no location of locations.csv: its series adds to those who set out, and nothing is compared with it{network.Hint(name)}");
            }
            else if (location is not null && !network.IsOutput(location))
            {
                files.Warn(origin, $"'{name}' is no camp: its series adds to those who set out, and nothing is compared with it");
            }
        }
    }

    /// <summary>The series of a location; null when it has none.</summary>
    public FleeSeries? Of(string name)
    {
        var at = layout.FindLastIndex(row => row.Name == name);
        return at < 0 || layout[at].Series.IsEmpty ? null : layout[at].Series;
    }

    /// <summary>
    /// The recorded people of the first day, who take their room twice: the capacity is reduced by them as well
    /// (docs/flee.md, Q7). Also where the camps begin empty: the reference figures of mali2017_adm1 show it.
    /// </summary>
    public long DayZero(FleeLocation location, FleeSeries series) =>
        !options.AsPublished && settings.FromData && settings.InsertDay0 && location.StatedCapacity > 0 ? Math.Max(0, series.Value(0)) : 0;

    /// <summary>What the model takes for the record of a day (model.md, 4.10.4: field).</summary>
    public long Field(FleeSeries series, int day) => series.Value(day) - (settings.EmptyCampsOnDay0 ? series.Value(0) : 0);

    /// <summary>
    /// People who newly set out on each day, with the debt that a falling record leaves after it, and the cumulative change of the record (model.md, 2.4.1).
    /// </summary>
    public (long[] People, long[] Debt, long[] Raw) NewPeople(int days)
    {
        var (people, debt, raw) = (new long[days], new long[days], new long[days]);
        if (layout.Count == 0) return (people, debt, raw);
        var owed = 0L;
        var sum = 0L;
        for (var day = 0; day < days; day++)
        {
            var change = Change(day);
            sum += change;
            var due = settings.InsertDay0 && day == 0 ? 0 : change - owed;
            owed = Math.Max(0, -due);
            (people[day], debt[day], raw[day]) = (Math.Max(0, due), owed, sum);
        }
        return (people, debt, raw);
    }

    private long Change(int day)
    {
        var total = layout[0].Series;
        if (day == 0)
        {
            if (settings.EmptyCampsOnDay0) return 0;
            return settings.SumFromCamps ? layout.Sum(row => Field(row.Series, 0)) : Field(total, 0);
        }
        if (!settings.SumFromCamps) return Field(total, day) - Field(total, day - 1);
        return layout.Skip(1).Sum(row => Field(row.Series, day) - Field(row.Series, day - 1));
    }

    private FleeSeries? ReadSeries(Field cell)
    {
        var path = Path.Combine(files.Data, cell.Text.Trim());
        if (!Path.Exists(path))
        {
            // A published folder lacks seven of its series (model.md, appendix A).
            var hint = NearestName.Hint(cell.Text.Trim(), Files());
            files.Warn(cell.Origin, $"there is no file '{cell.Text.Trim()}' in {Path.GetFileName(files.Data)}: the series counts as no data{hint}");
            return null;
        }
        if (files.Table(path, required: true) is not { } table) return null;
        var points = new List<(int Day, double People)>();
        var lastOfDay = new Dictionary<int, double>();
        var first = true;
        var goesBack = false;
        var width = Math.Max(2, table.Columns.Count);
        foreach (var row in table.Rows)
        {
            var header = first && (row[0].Text.Trim() is "" or "Date" or "DateTime" || IsHeader(row));
            first = false;
            if (header && !FleeHeader.IsDate(row[0]) && FleeHeader.IsDate(row[1]))
            {
                files.Error(row[1].Origin, $"'{row[1].Text}' is column 2 of the header; expected it as column 1: "
                    + "columns are read by position, in the order date, count");
            }
            if (header) width = Math.Max(width, row.Cells.Count);
            else if (row.Cells.Skip(width).FirstOrDefault(FleeFiles.IsNumber) is { } more) files.TooFar(more, row, width);
            if (header || row.Cells.Count < 2 || row[1].IsEmpty) continue;
            if (files.Date(row[0], "date") is not { } date || files.People(row[1], "count") is not { } people) continue;
            if (!goesBack && points.Count > 0 && date.DayNumber - start.DayNumber < points[^1].Day)
            {
                goesBack = true;
                files.Warn(row[0].Origin,
                    $"{date:yyyy-MM-dd} comes after {start.AddDays(points[^1].Day):yyyy-MM-dd}: a date is wrong or rows are out of order; "
                    + "a score looks days up in the order of the file, as Flee does, a forecast takes each date as it stands");
            }
            if (people < 0) files.Warn(row[1].Origin, $"the count is {row[1].Text}; expected 0 or more");
            var day = date.DayNumber - start.DayNumber;
            if (lastOfDay.TryGetValue(day, out var before) && before != people)
            {
                var jump = points[^1].Day == day ? "the record jumps that day, as in Flee; " : "";
                files.Warn(row[1].Origin, $"{date:yyyy-MM-dd} is there already with another figure; {jump}a forecast takes the larger");
            }
            lastOfDay[day] = people;
            points.Add((day, people));
        }
        if (points.Count > 0) return new FleeSeries(points);
        files.Warn(new Origin(path), "the series is empty and is left out");
        return null;
    }

    /// <summary>Neither a date nor a number: the names of the columns, in other words than Flee's.</summary>
    private static bool IsHeader(CsvRow row) => !row[0].Text.Any(char.IsDigit) && !row[1].Text.Any(char.IsDigit);

    private IEnumerable<string> Files() => Directory.Exists(files.Data) ? Directory.EnumerateFiles(files.Data, "*.csv").Select(f => Path.GetFileName(f)) : [];

    private void Correct()
    {
        var path = files.InInput("registration_corrections.csv");
        if (files.Table(path, required: false, FleeHeader.Corrections) is not { } table) return;
        foreach (var row in table.Rows)
        {
            var name = row[0].Text.Trim();
            if (files.Date(row[1], "date of the correction") is not { } date || date < start) continue;
            if (Of(name) is not { } series)
            {
                // A row of the layout whose series could not be read is spoken of there.
                if (layout.Count > 0 && !layout.Exists(l => l.Name == name))
                    files.Warn(row.Origin, $"a correction of '{name}', which has no series{NearestName.Hint(name, layout.Select(l => l.Name))}");
            }
            else if (!series.Correct(date.DayNumber - start.DayNumber))
            {
                files.Warn(row[1].Origin, $"the series of '{name}' has no value on {date:yyyy-MM-dd} that could be corrected against the one before");
            }
        }
    }
}
