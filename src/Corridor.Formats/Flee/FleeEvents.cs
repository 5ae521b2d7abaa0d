using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// Reads closures, conflicts, flood levels, food shortage, changes of type and daily capacity (model.md,
/// 2.2, 2.5, 4.4 to 4.7, 4.12), and writes them as a timeline. What the reference program decides from the
/// order of events (closures that do not nest, intensities fixed at their onset) is decided here.
/// </summary>
internal sealed class FleeEvents(FleeFiles files, FleeSettings settings, FleeNetwork network, FleePeriod period)
{
    private const double Threshold = 1e-6;

    private readonly int days = period.Days;

    /// <summary>Places that are under conflict at any time.</summary>
    private readonly HashSet<string> ever = [];

    private readonly List<Event> entries = [];

    /// <summary>The timeline, in the order in which the reference program applies it on a day.</summary>
    public IReadOnlyList<TimelineEntry> Timeline => [.. entries.OrderBy(e => e.Day).ThenBy(e => e.Order).Select(e => e.Entry)];

    /// <summary>Locations under conflict on the first day by conflicts.csv: theirs begins that day and not before.</summary>
    public HashSet<string> BeginsOnFirstDay { get; } = [];

    public void Read()
    {
        ReadTypeChanges();
        ReadFood();
        var floods = files.InInput("flood_level.csv");
        var weigh = settings.Rules.FloodMovechances.Count > 0 || settings.Rules.FloodLocWeights.Count > 0;
        if (settings.FloodMode || weigh && Path.Exists(floods))
            ReadColumns(floods, "flood level", AddFlood);
        else if (Path.Exists(floods))
            files.Warn(new Origin(floods), "the file is not read: the settings neither let floods drive people out nor have flood_rules that weigh");
        if (!settings.FloodMode)
        {
            var conflicts = files.InInput("conflicts.csv");
            if (Path.Exists(conflicts)) ReadColumns(conflicts, "conflict intensity", AddConflict);
            else ConflictsFromDates(conflicts);
        }
        ReadClosures();
        AddDailyCapacity();
    }

    private void Add(int day, int order, Subject subject, Change change, Origin origin, double? value = null, PlaceKind? kind = null)
    {
        if (day < 0 || day >= days) return;
        var entry = new TimelineEntry { Date = period.Start.AddDays(day), Subject = subject, Change = change, Value = value, NewKind = kind, Origin = origin };
        entries.Add(new Event(day, order, entry));
    }

    private void ReadTypeChanges()
    {
        // The reference program looks in its working directory only; published folders keep the file beside the others.
        var path = new[] { files.Folder, files.Input }.Select(f => Path.Combine(f, "location_changes.csv")).FirstOrDefault(Path.Exists);
        if (path is null || files.Table(path, required: true, FleeHeader.Changes) is not { } table) return;
        foreach (var row in table.Rows)
        {
            if (Location(row, 0) is not { } place || Whole(row[2], "day") is not { } day) continue;
            if (FleeNetwork.KindOf(row[1].Text) is not { } kind)
            {
                files.Error(row[1].Origin,
                    $"the location type '{row[1].Text}' is not known; expected town, camp, idpcamp, conflict_zone, forwarding_hub, marker or flood_zone");
                continue;
            }
            if (period.LengthIsKnown && (day < 0 || day >= days))
                files.Warn(row[2].Origin, $"the change of type is on day {row[2].Text.Trim()}, and the days are 0..{days - 1}: it has no effect");
            var subject = Subject.Place(place.Place.Id);
            var conflict = kind == PlaceKind.ConflictZone;
            // It is a new conflict, also where there was one before.
            if (conflict) Add(day, 0, subject, Change.Conflict, row.Origin, 0);
            Add(day, 0, subject, Change.Kind, row.Origin, kind: kind);
            Add(day, 0, subject, Change.Conflict, row.Origin, conflict ? settings.DefaultConflictIntensity : 0);
            if (conflict) ever.Add(place.Place.Id);
        }
    }

    /// <summary>Food shortage by region, interpolated between the days of the file.</summary>
    private void ReadFood()
    {
        var path = files.InInput("region_attributes_IPC.csv");
        if (files.HeadedTable(path, required: false) is not { } table) return;
        var byDay = table.Rows.Where(r => !r[0].IsEmpty).Select(r => (Day: files.Number(r[0], "day") ?? 0, Row: r)).OrderBy(r => r.Day).ToList();
        if (byDay.Count == 0) return;
        for (var column = 1; column < table.Columns.Count; column++)
        {
            var region = table.Columns[column].Text.Trim();
            var places = network.Locations.Where(l => l.Place.Admin1 == region).ToList();
            if (places.Count == 0)
            {
                if (!network.IsKnown) continue;
                var hint = NearestName.Hint(region, network.Locations.Select(l => l.Place.Admin1).Distinct());
                files.Warn(table.Columns[column].Origin, $"no location lies in the region '{region}'{hint}");
                continue;
            }
            var told = byDay.Where(d => !d.Row[column].IsEmpty).ToList();
            if (told.Count < byDay.Count)
            {
                var gap = byDay.First(d => d.Row[column].IsEmpty).Row;
                files.Warn(gap.Origin, $"there is no share of hungry people of '{region}' in this row; "
                    + "the rows before and after it tell, and without any it is 0");
            }
            var values = told.Select(d => (d.Day, Value: files.Number(d.Row[column], "share of hungry people") ?? 0)).ToList();
            if (values.FindIndex(v => v.Value is < 0 or > 100) is >= 0 and var outside)
                files.Warn(told[outside].Row[column].Origin, $"the share of hungry people is {told[outside].Row[column].Text}; expected 0..100 per cent");
            if (values.Count == 0) continue;
            double? last = null;
            for (var day = 0; day < days; day++)
            {
                var value = Math.Clamp(Interpolated(values, day), 0, 100);
                if (value == last) continue;
                last = value;
                foreach (var place in places) Add(day, 1, Subject.Place(place.Place.Id), Change.Food, byDay[0].Row.Origin, value);
            }
        }
    }

    private static double Interpolated(List<(double Day, double Value)> values, int day)
    {
        var after = values.FindIndex(v => v.Day >= day);
        if (after < 0) return values[^1].Value;
        if (after == 0 || values[after].Day == day) return values[after].Value;
        var ((d0, v0), (d1, v1)) = (values[after - 1], values[after]);
        return v0 + (day - d0) / (d1 - d0) * (v1 - v0);
    }

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

    private void ReadClosures()
    {
        var path = files.InInput("closures.csv");
        if (files.Table(path, required: false, FleeHeader.Closures) is not { } table)
        {
            if (!Path.Exists(path)) files.Warn(new Origin(path), "there is no closures.csv: nothing closes");
            return;
        }
        var rows = table.Rows.Where(r => r.Cells.Count >= 5)
            .Select(r => (Row: r, Type: r[0].Text.Trim(), Start: Day(r, 3), End: Day(r, 4)))
            .ToList();
        // A name that is left out would make the first day an end that never comes.
        foreach (var row in table.Rows.Where(r => r.Cells.Count < 5))
            files.Error(row.Origin, $"the closure has too few cells ({row.Cells.Count}); expected {FleeHeader.Closures.Order}");
        var open = network.Routes.SelectMany(r => r.Ways()).Distinct().ToDictionary(w => w, _ => true);
        foreach (var (row, type, from, to) in rows)
        {
            CheckClosure(row, type, open);
            if (!period.LengthIsKnown) continue;
            if (from >= days) files.Warn(row[3].Origin, $"the closure starts on day {from}, after the last day {days - 1}, and has no effect");
            // A start that could not be read, or an opening alone, is on no day.
            else if (to == from && from >= 0 && type is "country" or "location" or "link")
            {
                files.Warn(row[4].Origin,
                    $"the closure starts and ends on day {from} and stops nobody (in Flee, who is under way is put back at the end of the link)");
            }
            else if (to >= 0 && to < from)
                files.Warn(row[4].Origin, $"the closure ends on day {to}, before it starts on day {from}: it stays closed from then on");
        }
        for (var day = 0; day < days; day++)
        {
            foreach (var (row, type, from, to) in rows)
            {
                if (from == day) Enact(row, type, closing: true, day, open);
                if (to == day) Enact(row, type, closing: false, day, open);
            }
        }
    }

    private int Day(CsvRow row, int column)
    {
        if (!row[column].IsEmpty) return Whole(row[column], "day of the closure, in days since the start") ?? -1;
        files.Error(row[column].Origin, "the day of the closure is missing; expected days since the start, or -1 for an end that never comes");
        return -1;
    }

    /// <summary>A day since the start; what is before it is -1.</summary>
    private int? Whole(Field cell, string what) => files.Whole(cell, what) is { } day ? (int)Math.Clamp(day, -1, int.MaxValue) : null;

    /// <summary>Whether a closure has a type, and the names that it needs; what is left out is an error.</summary>
    private bool HasNames(CsvRow row, string type)
    {
        var (names, expected) = type switch
        {
            "country" => (2, "two countries"),
            "link" => (2, "two locations"),
            "location" or "camp" or "idpcamp" => (1, "a location"),
            _ => (0, ""),
        };
        if (type.Length == 0) files.Error(row[0].Origin, "the closure has no type; expected country, location, link, camp or idpcamp");
        var missing = Enumerable.Range(1, names).Where(column => row[column].IsEmpty).ToList();
        foreach (var column in missing) files.Error(row[column].Origin, $"the closure of a {type} lacks name{column}; expected {expected}");
        return type.Length > 0 && missing.Count == 0;
    }

    private void CheckClosure(CsvRow row, string type, Dictionary<(string From, string To), bool> ways)
    {
        if (!HasNames(row, type) || !network.IsKnown) return;
        switch (type)
        {
            case "country":
                var countries = network.Locations.Select(l => l.Place.Country).ToHashSet(StringComparer.Ordinal);
                foreach (var column in new[] { 1, 2 })
                {
                    if (countries.Contains(row[column].Text.Trim())) continue;
                    var hint = NearestName.Hint(row[column].Text.Trim(), countries);
                    files.Warn(row[column].Origin, $"no location lies in '{row[column].Text}': the closure has no effect{hint}");
                }
                break;
            case "location" or "camp" or "idpcamp":
                if (network.IsUnknown(row[1].Text.Trim()))
                {
                    files.Warn(row[1].Origin,
                        $"'{row[1].Text}' is no location: the closure has no effect"
                        + $"{(type == "location" ? "" : " (in Flee it would hit the first location of the file)")}{network.Hint(row[1].Text.Trim())}");
                }
                break;
            case "link":
                if (Location(row, 1) is { } from && Location(row, 2) is { } to && !ways.ContainsKey((from.Place.Id, to.Place.Id)))
                    files.Warn(row[1].Origin, $"no route joins '{from.Name}' and '{to.Name}': the closure has no effect");
                break;
            case "remove_forced_redirection":
                files.Warn(row[0].Origin, "forced redirection has no effect on movement, here as in Flee (docs/flee.md, Q2)");
                break;
            default:
                var nearest = NearestName.Hint(type, ["country", "location", "link", "camp", "idpcamp", "remove_forced_redirection"]);
                files.Warn(row[0].Origin, $"the closure type '{type}' is not known and has no effect{nearest}");
                break;
        }
    }

    /// <summary>One closing or opening. What stands closed is one state of each direction: closures do not nest (docs/flee.md, Q10).</summary>
    private void Enact(CsvRow row, string type, bool closing, int day, Dictionary<(string From, string To), bool> open)
    {
        var (a, b) = (row[1].Text.Trim(), row[2].Text.Trim());
        switch (type)
        {
            case "country":
                var country = network.Locations.ToDictionary(l => l.Place.Id, l => l.Place.Country);
                Set(way => country[way.From] == a && country[way.To] == b || country[way.From] == b && country[way.To] == a);
                break;
            case "location" when network.Last(a) is { } place:
                Set(way => way.From == place.Place.Id || way.To == place.Place.Id);
                break;
            case "link" when network.Last(a) is { } from && network.Last(b) is { } to:
                // As the manual promises; in the code of the reference program it does nothing (docs/flee.md, Q8).
                Set(way => way == (from.Place.Id, to.Place.Id) || way == (to.Place.Id, from.Place.Id));
                break;
            case "camp" or "idpcamp" when network.Last(a) is { } camp:
                var kind = closing ? PlaceKind.Town : type == "camp" ? PlaceKind.Camp : PlaceKind.IdpCamp;
                Add(day, 3, Subject.Place(camp.Place.Id), Change.Kind, row.Origin, kind: kind);
                // Closing and opening a camp ends its conflict (model.md, 1.3).
                if (camp.IntensityFromStart > 0 || ever.Contains(camp.Place.Id)) Add(day, 3, Subject.Place(camp.Place.Id), Change.Conflict, row.Origin, 0);
                break;
        }

        void Set(Func<(string From, string To), bool> which)
        {
            foreach (var way in open.Where(w => w.Value == closing && which(w.Key)).Select(w => w.Key).ToList())
            {
                open[way] = !closing;
                Add(day, 3, Subject.Route(way.From, way.To, oneWay: true), closing ? Change.Close : Change.Open, row.Origin);
            }
        }
    }

    /// <summary>A capacity that grows every day.</summary>
    private void AddDailyCapacity()
    {
        foreach (var location in network.Locations)
        {
            var place = location.Place;
            if (!place.Extra.TryGetValue("capacity_per_day", out var text)) continue;
            if (!double.TryParse(text, CultureInfo.InvariantCulture, out var more) || (int)more <= 0) continue;
            for (var day = 0; day < days; day++)
            {
                var capacity = location.StatedCapacity + (day + 1L) * (int)more;
                Add(day, 4, Subject.Place(place.Id), Change.Capacity, place.Origin, settings.Limit(capacity));
            }
        }
    }

    private FleeLocation? Location(CsvRow row, int column)
    {
        var name = row[column].Text.Trim();
        if (network.Last(name) is { } place) return place;
        if (network.IsUnknown(name))
            files.Warn(row[column].Origin, $"unknown location '{name}': the row has no effect; expected a name of locations.csv{network.Hint(name)}");
        return null;
    }

    private sealed record Event(int Day, int Order, TimelineEntry Entry);
}
