using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>closures.csv: what closes and opens, checked and then enacted day by day (model.md, 2.5 and 4.4).</summary>
internal sealed partial class FleeEvents
{
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
}
