using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>Tables with a row for each day and a column for each location: conflicts and floods (model.md, 4.5 and 4.6).</summary>
internal sealed partial class FleeEvents
{
    private const double Threshold = 1e-6;

    /// <summary>Reads a table with a row for each day and a column for each location; the last row holds for the days beyond it.</summary>
    private void ReadColumns(string path, string what, Action<FleeLocation, double[], Origin> add)
    {
        if (files.HeadedTable(path, required: true) is not { } table) return;
        var rows = table.Rows.Where(r => !r[0].Text.StartsWith('#')).ToList();
        if (!CheckDays(table, rows)) return;
        if (rows.Count < days && period.LengthIsKnown)
            files.Warn(new Origin(path), $"the file has {rows.Count} of the {days} days; the last row holds for the rest");
        if (rows.Count == 0) return;
        for (var column = 1; column < table.Columns.Count; column++)
        {
            var name = table.Columns[column].Text.Trim().TrimStart('#');
            if (name.Length == 0) continue;
            if (network.First(name) is not { } place)
            {
                if (network.IsUnknown(name))
                    files.Warn(table.Columns[column].Origin, $"{what} of the unknown location '{name}' has no effect{network.Hint(name)}");
                continue;
            }
            var values = new double[days];
            if (rows.Find(r => r[column].IsEmpty) is { } gap)
            {
                var others = rows.Count(r => r[column].IsEmpty) is > 1 and var gaps ? $", as in {gaps} rows in all" : "";
                files.Warn(gap.Origin, $"there is no {what} of '{name}' in this row; it counts as 0{others}");
            }
            for (var day = 0; day < days; day++)
            {
                var row = rows[Math.Min(day, rows.Count - 1)];
                // A wrong cell is reported once, not for every day that it holds.
                values[day] = day >= rows.Count ? values[day - 1] : row[column].IsEmpty ? 0 : files.Number(row[column], what) ?? 0;
            }
            if (Array.FindIndex(values, v => v < 0) is >= 0 and var below)
                files.Warn(rows[below][column].Origin, $"the {what} is {rows[below][column].Text}; expected 0 or more, and it counts as none");
            add(place, values, table.Columns[column].Origin);
        }
    }

    /// <summary>The first column is the day, and rows count as day after day whatever it says (model.md, 4.5).</summary>
    private bool CheckDays(CsvTable table, List<CsvRow> rows)
    {
        var names = table.Columns.Where(c => c.Text.Length > 0).ToList();
        if (names.Count > 0 && names.TrueForAll(c => double.TryParse(c.Text, CultureInfo.InvariantCulture, out _) && network.First(c.Text) is null))
        {
            files.Error(names[0].Origin, "the first row holds numbers; expected a header, #Day and names of locations");
            return false;
        }
        if (table.Columns.Count > 0 && network.First(table.Columns[0].Text.TrimStart('#')) is { } place)
        {
            files.Error(table.Columns[0].Origin, $"the first column is called '{place.Name}'; "
                + "expected #Day: it is the day of the row, and not read as values of a location");
        }
        var wrong = 0;
        while (wrong < rows.Count && double.TryParse(rows[wrong][0].Text, CultureInfo.InvariantCulture, out var day) && day == wrong) wrong++;
        if (wrong < rows.Count)
        {
            files.Warn(rows[wrong].Origin, $"the row says day '{Field.Short(rows[wrong][0].Text)}' and counts as day {wrong}: "
                + "rows are day after day, whatever their first column says");
        }
        return true;
    }

    private void AddFlood(FleeLocation place, double[] levels, Origin origin)
    {
        var flooded = network.All(place.Name).ToList();
        for (var day = 0; day < days; day++)
        {
            if (day == 0 ? (int)levels[0] == 0 : (int)levels[day] == (int)levels[day - 1]) continue;
            foreach (var other in flooded)
                Add(day, 2, Subject.Place(other.Place.Id), Change.Flood, origin, Math.Max(0, (int)levels[day]));
        }
    }

    /// <summary>An intensity holds as it is at its onset until it falls to 0: changes between are ignored (docs/flee.md, Q5).</summary>
    private void AddConflict(FleeLocation place, double[] intensity, Origin origin)
    {
        for (var day = 0; day < days; day++)
        {
            var before = day == 0 ? 0 : intensity[day - 1];
            if (intensity[day] > Threshold && before < Threshold)
            {
                if (day == 0) BeginsOnFirstDay.Add(place.Place.Id);
                // A zone that was one before begins anew, also where the intensity is lower than before.
                else if (place.IntensityFromStart > 0 && !BeginsOnFirstDay.Contains(place.Place.Id))
                    Add(day, 2, Subject.Place(place.Place.Id), Change.Conflict, origin, 0);
                ever.Add(place.Place.Id);
                Add(day, 2, Subject.Place(place.Place.Id), Change.Conflict, origin, intensity[day]);
            }
            else if (day > 0 && intensity[day] < Threshold && before >= Threshold)
            {
                // The end hits every location of the name.
                foreach (var other in network.All(place.Name))
                    Add(day, 2, Subject.Place(other.Place.Id), Change.Conflict, origin, 0);
            }
        }
    }

    /// <summary>Without conflicts.csv, the dates in locations.csv say when a conflict begins.</summary>
    private void ConflictsFromDates(string path)
    {
        if (settings.FromData) files.Warn(new Origin(path), "there is no conflicts.csv; conflicts begin on the conflict_date of locations.csv and do not end");
        foreach (var location in network.Locations.Where(l => l.ConflictDay > 0))
        {
            ever.Add(location.Place.Id);
            Add(location.ConflictDay, 2, Subject.Place(location.Place.Id), Change.Conflict, location.Place.Origin, 1);
        }
    }
}
