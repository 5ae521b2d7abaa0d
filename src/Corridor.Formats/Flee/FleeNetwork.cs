using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>A row of locations.csv.</summary>
/// <param name="Place">The place; its id is the name, or name#2 and so on where a name occurs again.</param>
/// <param name="Name">The name as it stands in the file.</param>
/// <param name="IntensityFromStart">Conflict intensity of a zone that is one from the start; 0: none.</param>
/// <param name="ConflictDay">Day on which the file says that its conflict begins; 0: none, or from the start.</param>
/// <param name="StatedCapacity">Capacity as the file states it, scaled; 0 or less is no limit.</param>
internal sealed record FleeLocation(Place Place, string Name, double IntensityFromStart, int ConflictDay, long StatedCapacity);

/// <summary>Reads locations.csv, routes.csv and major_routes.csv (model.md, 4.1 to 4.3).</summary>
internal sealed class FleeNetwork
{
    private static readonly string[] NumberAttributes =
    [
        "conflict_intensity", "initial_idps", "capacity_per_day", "counted_twice", .. PlaceNumbers.All.Select(n => n.Name),
    ];
    private static readonly string[] RouteAttributes = ["forced_redirection", "max_move_speed", "walk_probability"];

    private readonly FleeFiles files;
    private readonly FleeSettings settings;
    private readonly int hasten;
    private Origin? redirected;
    private string partlyRead = "";
    private readonly List<CsvRow> withoutLatitude = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly KnownNames names;
    private readonly Dictionary<string, FleeLocation> lastByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FleeLocation> firstByName = new(StringComparer.Ordinal);

    public FleeNetwork(FleeFiles files, FleeSettings settings, int hasten)
    {
        (this.files, this.settings, this.hasten) = (files, settings, hasten);
        names = new KnownNames(lastByName.Keys);
    }

    public List<FleeLocation> Locations { get; } = [];

    public List<Route> Routes { get; } = [];

    public List<IReadOnlyList<string>> MajorRoutes { get; } = [];

    /// <summary>The location to which routes of that name lead: the last of the name.</summary>
    public FleeLocation? Last(string name) => lastByName.GetValueOrDefault(name);

    /// <summary>The location that the recorded series of a name belongs to: the last of the name that is compared with records, or else the last.</summary>
    public FleeLocation? Counted(string name) =>
        All(name).LastOrDefault(IsOutput) ?? Last(name);

    /// <summary>Whether a location is compared with records: a camp, and with floods every location.</summary>
    public bool IsOutput(FleeLocation location) => settings.FloodMode || location.Place.IsCamp;

    /// <summary>The location at which a conflict of that name begins: the first of the name.</summary>
    public FleeLocation? First(string name) => firstByName.GetValueOrDefault(name);

    /// <summary>All locations of the name, which a flood and the end of a conflict hit.</summary>
    public IEnumerable<FleeLocation> All(string name) => Locations.Where(l => l.Name == name);

    public void Read()
    {
        if (files.Source(files.InInput("locations.csv"), required: true) is { } source && files.Table(source, FleeHeader.Locations) is { } locations)
        {
            FleeHeader.Locations.CheckAttributes(locations, files, NumberAttributes);
            foreach (var row in locations.Rows) ReadLocation(locations, row);
            WarnOfLatitudes();
            if (!locations.IsComplete || Locations.Count < locations.Rows.Count) partlyRead = source.Text;
        }
        if (files.Table(files.InInput("routes.csv"), required: true, FleeHeader.Routes) is { } routes)
        {
            FleeHeader.Routes.CheckAttributes(routes, files, RouteAttributes);
            foreach (var row in routes.Rows) ReadRoute(routes, row);
            if (redirected is { } flag)
            {
                files.Warn(flag,
                    "forced_redirection has no effect on movement, here as in Flee (docs/flee.md, Q2); "
                    + "a flag of 1, which doubles the road there, leaves it single here (Q11)");
            }
        }
        if (files.Table(files.InInput("major_routes.csv"), required: false) is { } major)
            foreach (var row in major.Rows) ReadMajorRoute(row);
    }

    /// <summary>Whether names can be looked up: locations.csv was read.</summary>
    public bool IsKnown => Locations.Count > 0;

    /// <summary>
    /// Whether a name is none of locations.csv. Of a name in what could not be read of
    /// that file, the mistake there is spoken of, and not each row with the name.
    /// </summary>
    public bool IsUnknown(string name) => IsKnown && Last(name) is null && !partlyRead.Contains(name, StringComparison.Ordinal);

    /// <summary>A hint at the nearest location, for messages.</summary>
    public string Hint(string name) => names.Hint(name);

    private void ReadLocation(CsvTable table, CsvRow row)
    {
        if (row.Cells.Count < 8 || row[0].IsEmpty)
        {
            files.Error(row.Origin, $"the location has too few cells ({row.Cells.Count}); expected {FleeHeader.Locations.Order}");
            return;
        }
        var name = row[0].Text.Trim();
        var kind = ReadKind(row);
        var people = ReadPeople(row) / hasten;
        var isCamp = kind?.IsCamp() == true;
        if (isCamp && row[7].IsEmpty && double.TryParse(row[6].Text, CultureInfo.InvariantCulture, out var date) && date > 0)
            files.Warn(row[6].Origin, $"'{name}' has a conflict_date and no capacity, so no limit; expected the capacity in column 8");
        var extra = Attributes(table, row);
        // Corridor's own column: what FleeWriter has taken off the capacity.
        var twice = extra.Remove("counted_twice", out var counted) && isCamp && long.TryParse(counted, CultureInfo.InvariantCulture, out var off)
            ? Math.Max(0, off) / hasten
            : 0;
        var capacity = people + twice;
        var (intensity, conflictDay) = kind == PlaceKind.ConflictZone ? Conflict(row, extra) : (0, 0);
        if (kind == PlaceKind.ConflictZone) kind = PlaceKind.Town;
        if (kind == PlaceKind.Town && BecomesCamp(row, name, intensity)) kind = PlaceKind.Camp;

        var place = PlaceNumbers.Read(new Place
        {
            Id = UniqueId(name, row),
            Name = name,
            Kind = kind ?? PlaceKind.Hub,
            // All published files hold the latitude first, whatever the reference program calls it (docs/flee.md, Q1).
            Latitude = Latitude(row),
            Longitude = Longitude(row),
            Country = row[2].IsEmpty ? "unknown" : row[2].Text.Trim(),
            Admin1 = row[1].IsEmpty ? "unknown" : row[1].Text.Trim(),
            Population = isCamp ? 0 : Math.Max(0, people),
            Capacity = isCamp ? settings.Limit(capacity) : null,
            CountedTwice = twice,
            Extra = extra,
            Origin = row.Origin,
        }, Number);
        foreach (var column in PlaceNumbers.All) extra.Remove(column.Name);
        var location = new FleeLocation(place, name, intensity, conflictDay, isCamp ? capacity : -1);
        Locations.Add(location);
        firstByName.TryAdd(name, location);
        lastByName[name] = location;

        // What is no number was an error above.
        double? Number(string column) => double.TryParse(extra.GetValueOrDefault(column), CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The kind by the location type; null, with a warning, where none is known by that.</summary>
    private PlaceKind? ReadKind(CsvRow row)
    {
        var typeName = row[5].Text;
        if (KindOf(typeName) is { } kind) return kind;
        var hint = NearestName.Hint(typeName, ["town", "camp", "idpcamp", "conflict_zone", "forwarding_hub", "marker", "flood_zone"]);
        files.Warn(row[5].Origin, $"the location type '{typeName}' is not known; people always move on from such a place, as from a hub{hint}");
        return null;
    }

    /// <summary>The column population: residents, or the capacity of a camp.</summary>
    private long ReadPeople(CsvRow row)
    {
        var people = row[7].IsEmpty ? 0 : (long)(files.People(row[7], "population") ?? 0);
        if (people < 0) files.Error(row[7].Origin, $"the population is {people}; expected 0 or more");
        return people;
    }

    private bool BecomesCamp(CsvRow row, string name, double intensity)
    {
        if ((intensity > 0 ? settings.Rules.ConflictMovechance : settings.Rules.DefaultMovechance) >= 0.005) return false;
        files.Warn(row.Origin, $"'{name}' becomes a camp, as in Flee, because its chance to be left is below 0.005 a day");
        return true;
    }

    /// <summary>The columns behind those of the header, by name; those that Flee takes for numbers are checked.</summary>
    private Dictionary<string, string> Attributes(CsvTable table, CsvRow row)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 8; column < Math.Min(row.Cells.Count, table.Columns.Count); column++)
            if (!row[column].IsEmpty && table.Columns[column].Text.Length > 0) attributes[table.Columns[column].Text] = row[column].Text.Trim();
        foreach (var name in NumberAttributes)
            if (table.Find(name) is >= 8 and var column && !row[column].IsEmpty) files.Number(row[column], name);
        return attributes;
    }

    /// <summary>The intensity from the start and the day of the onset; with one after the first day, it is a town until conflicts.csv says otherwise.</summary>
    private (double Intensity, int Day) Conflict(CsvRow row, Dictionary<string, string> attributes)
    {
        var day = row[6].IsEmpty ? 0 : (int)Math.Clamp(files.Whole(row[6], "conflict_date") ?? 0, 0, int.MaxValue);
        if (day > 0) return (0, day);
        var stated = attributes.GetValueOrDefault("conflict_intensity");
        return (double.TryParse(stated, CultureInfo.InvariantCulture, out var intensity) ? intensity : 1, 0);
    }

    private string UniqueId(string name, CsvRow row)
    {
        var id = name;
        for (var i = 2; !ids.Add(id); i++) id = $"{name}#{i}";
        if (id != name)
        {
            files.Warn(row.Origin, $"the name '{name}' is there already; this one is called '{id}': "
                + "routes lead to the last of the name, its series counts the last "
                + (settings.FloodMode ? "one" : "camp") + ", conflicts begin at the first, floods and the ends of conflicts hit all");
        }
        return id;
    }

    private double? Latitude(CsvRow row)
    {
        if (row[3].IsEmpty || files.Number(row[3], "coordinate") is not { } degrees) return null;
        if (Math.Abs(degrees) <= 90) return degrees;
        withoutLatitude.Add(row);
        return null;
    }

    private double? Longitude(CsvRow row)
    {
        if (row[4].IsEmpty || files.Number(row[4], "coordinate") is not { } degrees) return null;
        if (Math.Abs(degrees) <= 180) return degrees;
        files.Warn(row[4].Origin, $"the coordinate {row[4].Text.Trim()} is no longitude in degrees and is left out");
        return null;
    }

    /// <summary>One sentence for all: mostly it is the order of the two columns that is wrong.</summary>
    private void WarnOfLatitudes()
    {
        if (withoutLatitude is not [var first, ..]) return;
        var others = withoutLatitude.Count > 1 ? $", and so are {withoutLatitude.Count - 1} more" : "";
        static bool IsLatitude(Field cell) => double.TryParse(cell.Text, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= 90;
        var swapped = withoutLatitude.Count == Locations.Count && withoutLatitude.TrueForAll(r => IsLatitude(r[4]))
            ? "; columns 4 and 5 seem to be swapped: expected the latitude before the longitude" : "";
        files.Warn(first[3].Origin, $"the coordinate {first[3].Text.Trim()} is no latitude in degrees and is left out{others}{swapped}");
    }

    /// <summary>The kind that a location type means: by part of its text, the first that fits (model.md, 1.2).</summary>
    internal static PlaceKind? KindOf(string type)
    {
        bool Contains(string part) => type.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Contains("camp")) return Contains("idp") ? PlaceKind.IdpCamp : PlaceKind.Camp;
        if (Contains("conflict")) return PlaceKind.ConflictZone;
        if (Contains("forward")) return PlaceKind.Hub;
        if (Contains("marker")) return PlaceKind.Marker;
        if (Contains("flood_zone")) return PlaceKind.FloodZone;
        return Contains("default") || Contains("town") ? PlaceKind.Town : null;
    }

    private void ReadRoute(CsvTable table, CsvRow row)
    {
        if (table.Columns.Count < 4 || table.Columns[3].Text.Trim() == "forced_redirection")
            if (redirected is null && !row[3].IsEmpty && row[3].Text.Trim() is not ("0" or "0.0")) redirected = row[3].Origin;
        if (row.Cells.Count < 3)
        {
            files.Error(row.Origin, $"the route has too few cells ({row.Cells.Count}); expected name1, name2, distance");
            return;
        }
        var (from, to) = (End(row, 0), End(row, 1));
        if (files.Number(row[2], "distance") is not { } km || from is null || to is null) return;
        if (from == to)
        {
            files.Warn(row.Origin, $"a route from '{row[0].Text}' to itself leads nowhere and is left out");
            return;
        }
        if (!(km > 0))
        {
            files.Error(row[2].Origin, $"the distance is {row[2].Text}; expected more than 0 km");
            return;
        }
        var speed = Attribute(table, row, "max_move_speed");
        var walk = Attribute(table, row, "walk_probability");
        Routes.Add(new Route
        {
            From = from.Place.Id,
            To = to.Place.Id,
            Km = km,
            SpeedKmPerDay = speed,
            WalkProbability = walk ?? 0,
            Origin = row.Origin,
        });
    }

    private FleeLocation? End(CsvRow row, int column)
    {
        var name = row[column].Text.Trim();
        if (Last(name) is { } location) return location;
        // A published folder has such a route (model.md, appendix A).
        if (IsUnknown(name))
            files.Warn(row[column].Origin, $"a route to the unknown location '{name}' is left out; expected a name of locations.csv{Hint(name)}");
        return null;
    }

    private double? Attribute(CsvTable table, CsvRow row, string name)
    {
        var column = table.Find(name);
        return column < 3 || row[column].IsEmpty ? null : files.Number(row[column], name);
    }

    private void ReadMajorRoute(CsvRow row)
    {
        var stops = row.Cells.Where(c => !c.IsEmpty).ToList();
        var unknown = stops.Where(c => Last(c.Text.Trim()) is null).ToList();
        foreach (var stop in unknown.Where(c => IsUnknown(c.Text.Trim())))
            files.Error(stop.Origin, $"a major route through the unknown location '{stop.Text}'; expected a name of locations.csv{Hint(stop.Text.Trim())}");
        if (unknown.Count == 0 && stops.Count > 1)
            MajorRoutes.Add([.. stops.Select(c => Last(c.Text.Trim())!.Place.Id)]);
    }
}
