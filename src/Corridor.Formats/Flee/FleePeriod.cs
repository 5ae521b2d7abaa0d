using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>The days of a Flee folder (model.md, 4.11), as far as they could be read.</summary>
/// <param name="Start">The first day; any day where none is known, so that further mistakes are found.</param>
/// <param name="Days">Number of days; 1 or more.</param>
/// <param name="LengthIsKnown">Whether that number was read.</param>
internal sealed record FleePeriod(DateOnly Start, int Days, bool LengthIsKnown)
{
    /// <summary>What the file is called: sim_period.csv, and otherwise in older folders (model.md, appendix A).</summary>
    public static IReadOnlyList<string> Files { get; } = ["sim_period.csv", "conflict_period.csv", "flood_period.csv"];

    public static FleePeriod Read(FleeFiles files, FleeOptions options)
    {
        var path = Files.Select(files.InInput).FirstOrDefault(Path.Exists) ?? files.InInput(Files[0]);
        var (start, days) = (options.Start, options.Days ?? 0);
        if (!Path.Exists(path))
        {
            if (options.Start is null || options.Days is null)
            {
                files.Error(new Origin(path), "there is no such file; "
                    + "expected rows StartDate,year-month-day and Length,days, or the options --start DATE and --days N");
            }
            else
            {
                files.Warn(new Origin(path), "there is no such file; the first day and the length of the command line are taken");
            }
        }
        else if (files.Table(path, required: true) is { } table)
        {
            (start, days) = ReadRows(table, path, files, options);
        }
        if (days > Scenario.MostDays)
        {
            files.Error(new Origin(path), $"the period has {days} days; expected 1..{Scenario.MostDays}");
            days = 0;
        }
        else if ((start?.DayNumber ?? 0) + (long)days > DateOnly.MaxValue.DayNumber)
        {
            files.Error(new Origin(path), "the period would end after the year 9999");
            days = 0;
        }
        return new FleePeriod(start ?? new DateOnly(2000, 1, 1), Math.Max(1, days), days >= 1);
    }

    /// <summary>What the rows say, as far as the options do not say otherwise; 0 days where that is nothing.</summary>
    private static (DateOnly? Start, int Days) ReadRows(CsvTable table, string path, FleeFiles files, FleeOptions options)
    {
        var (start, days) = (options.Start, options.Days ?? 0);
        var stated = (Start: false, Length: false);
        foreach (var row in table.Rows)
        {
            var key = row[0].Text.Trim();
            if (row.Cells.Skip(2).FirstOrDefault(FleeFiles.IsNumber) is { } more) files.TooFar(more, row, 2);
            if (key.Equals("StartDate", StringComparison.OrdinalIgnoreCase))
            {
                if (stated.Start) files.Warn(row[0].Origin, "StartDate is there already; this one holds");
                stated.Start = true;
                start = options.Start ?? files.Date(row[1], "StartDate") ?? start;
            }
            else if (key.Equals("Length", StringComparison.OrdinalIgnoreCase))
            {
                if (stated.Length) files.Warn(row[0].Origin, "Length is there already; this one holds");
                stated.Length = true;
                if (options.Days is not null || files.Whole(row[1], "Length") is not { } length) continue;
                if (double.TryParse(row[1].Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) && whole != length)
                    files.Warn(row[1].Origin, $"Length {row[1].Text.Trim()} is no whole number; {length} is taken; expected whole days");
                if (length is < 1 or > Scenario.MostDays) files.Error(row[1].Origin, $"Length is {length}; expected 1..{Scenario.MostDays} days");
                else days = (int)length;
            }
            else
            {
                files.Warn(row[0].Origin,
                    $"'{Field.Short(key)}' is not known; expected StartDate or Length{NearestName.Hint(key, ["StartDate", "Length"])}");
            }
        }
        if (!stated.Start && options.Start is null) files.Error(new Origin(path), "there is no StartDate; expected a row StartDate,year-month-day");
        if (!stated.Length && options.Days is null) files.Error(new Origin(path), "there is no Length; expected a row Length,days");
        return (start, days);
    }
}
