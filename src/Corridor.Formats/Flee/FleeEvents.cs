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
internal sealed partial class FleeEvents(FleeFiles files, FleeSettings settings, FleeNetwork network, FleePeriod period)
{
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

    /// <summary>A day since the start; what is before it is -1.</summary>
    private int? Whole(Field cell, string what) => files.Whole(cell, what) is { } day ? (int)Math.Clamp(day, -1, int.MaxValue) : null;

    private sealed record Event(int Day, int Order, TimelineEntry Entry);
}
