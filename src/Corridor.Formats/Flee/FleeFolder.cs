using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>How a Flee folder is opened.</summary>
public sealed record FleeOptions
{
    /// <summary>Settings file; null: simsetting.yml of the folder.</summary>
    public string? Settings { get; init; }

    /// <summary>Population scale-down: every population, capacity and record is divided by it. 1: the full population.</summary>
    public int Hasten { get; init; } = 1;

    /// <summary>Number of days; null: that of sim_period.csv.</summary>
    public int? Days { get; init; }

    /// <summary>
    /// Whether the figures are taken as they were published, for forecasts: without registration corrections, which rescale earlier figures by later ones, without the
    /// values between two points that sums of series and capacities would need, and with the capacities as stated.
    /// </summary>
    public bool AsPublished { get; init; }
}

/// <summary>A Flee folder as a scenario, with what only its own output format needs.</summary>
public sealed record FleeCase
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Ids of the places that are reported and compared with records: camps in the order of the file, or with floods all places.</summary>
    public required IReadOnlyList<string> OutputPlaces { get; init; }

    /// <summary>The recorded number of each output place on each day, scaled; null where a place has no series.</summary>
    public required IReadOnlyList<IReadOnlyList<long>?> Recorded { get; init; }

    /// <summary>The reference program's "raw UNHCR refugee count" of each day.</summary>
    public required IReadOnlyList<long> Raw { get; init; }

    /// <summary>The reference program's "refugee_debt" after each day.</summary>
    public required IReadOnlyList<long> Debt { get; init; }

    /// <summary>Whether the settings ask for a last column with all IDPs in camps.</summary>
    public bool IdpTotals { get; init; }

    /// <summary>The scale-down that the settings file names; honoured only when asked for.</summary>
    public int SettingsHasten { get; init; } = 1;
}

/// <summary>Opens the folders of the reference program Flee (model.md, section 4), with no conversion step.</summary>
public static class FleeFolder
{
    /// <summary>Whether a folder looks like one of Flee's: locations.csv in it or in its input_csv.</summary>
    public static bool Is(string folder) =>
        File.Exists(Path.Combine(folder, "input_csv", "locations.csv")) || File.Exists(Path.Combine(folder, "locations.csv"));

    /// <summary>Reads the folder with everything that is wrong with it.</summary>
    public static (ScenarioInput Input, FleeCase? Case) Read(string folder, FleeOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        var files = new FleeFiles(folder);
        var settings = FleeSettings.Read(files, options.Settings);
        var (start, days) = ReadPeriod(files, options);
        var network = new FleeNetwork(files, settings, options.Hasten);
        network.Read();
        var records = new FleeRecords(files, settings, start);
        records.Read(options.Hasten, options.AsPublished);
        var events = new FleeEvents(files, settings, network, start, days);
        events.Read();
        var people = new FleePeople(files, network);
        people.ReadDemographics();
        if (settings.ReadAgents) people.ReadAgents();

        FleeCase? made = null;
        if (!files.Problems.Exists(p => p.Severity == Severity.Error))
        {
            made = Build(files, settings, network, records, events, people, start, days, options.AsPublished);
            files.Problems.AddRange(ScenarioCheck.Run(made.Scenario).Where(p => p.Severity == Severity.Error));
        }
        var failed = files.Problems.Exists(p => p.Severity == Severity.Error);
        return (new ScenarioInput(failed ? null : made!.Scenario, files.Problems, files.Read), failed ? null : made);
    }

    private static FleeCase Build(FleeFiles files, FleeSettings settings, FleeNetwork network, FleeRecords records, FleeEvents events, FleePeople people, DateOnly start, int days, bool asPublished)
    {
        var initial = new Dictionary<string, long>(people.Agents);
        var output = network.Locations.Where(l => settings.FloodMode || l.Place.IsCamp).ToList();
        foreach (var location in output)
        {
            if (settings.EmptyCampsOnDay0) continue;
            var there = settings.InsertDay0 && records.Of(location.Name) is { } series ? Math.Max(0, records.Field(series, 0)) : 0;
            if (location.Place.Extra.TryGetValue("initial_idps", out var text) && int.TryParse(text, out var idps)) there += idps;
            if (there > 0) initial[location.Place.Id] = initial.GetValueOrDefault(location.Place.Id) + there;
        }
        foreach (var location in output.Where(l => records.Of(l.Name) is null))
            files.Warn(location.Place.Origin, $"'{location.Name}' has no recorded series in data_layout.csv");

        var newPeople = settings.FromData ? records.NewPeople(days, out var debt, out var raw) : Nobody(days, out debt, out raw);
        var scenario = new Scenario
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Folder))),
            Start = start,
            Days = days,
            HomeCountry = network.Locations[0].Place.Country,
            Places = [.. network.Locations.Select(l => WithKindOfFirstDay(l, settings, records, events, asPublished))],
            Routes = network.Routes,
            MajorRoutes = network.MajorRoutes,
            Timeline = [.. InitialIntensities(network, events, start), .. events.Timeline],
            Counts = [.. Counts(network, records, start)],
            Departures = [.. Enumerable.Range(0, days).Where(d => newPeople[d] > 0).Select(d => new Departure(start.AddDays(d), Count.Everywhere, newPeople[d]))],
            InitialStock = initial,
            Demographics = people.Demographics,
            Rules = settings.Rules,
        };
        return new FleeCase
        {
            Scenario = scenario,
            OutputPlaces = [.. output.Select(l => l.Place.Id)],
            Recorded = [.. output.Select(l => records.Of(l.Name) is { } series ? (IReadOnlyList<long>)[.. Enumerable.Range(0, days).Select(d => records.Field(series, d))] : null)],
            Raw = raw,
            Debt = debt,
            IdpTotals = settings.IdpTotals,
            SettingsHasten = settings.Hasten,
        };
    }

    private static long[] Nobody(int days, out long[] debt, out long[] raw)
    {
        debt = new long[days];
        raw = new long[days];
        return new long[days];
    }

    private static Place WithKindOfFirstDay(FleeLocation location, FleeSettings settings, FleeRecords records, FleeEvents events, bool asPublished)
    {
        var place = location.Place;
        if (location.IntensityFromStart == 1 && !events.BeginsOnFirstDay.Contains(place.Id) && place.Kind == PlaceKind.Town) place = place with { Kind = PlaceKind.ConflictZone };
        if (asPublished || !settings.FromData || !settings.InsertDay0 || place.Capacity is not { } capacity || records.Of(location.Name) is not { } series) return place;
        // Those who are there on the first day take their room twice (model.md, Q7); a camp without any left has no limit.
        var left = capacity - series.Value(0);
        return place with { Capacity = left * settings.Rules.CapacityScaling >= 1 ? left : null };
    }

    /// <summary>Zones from the start whose intensity is not 1.</summary>
    private static IEnumerable<TimelineEntry> InitialIntensities(FleeNetwork network, FleeEvents events, DateOnly start) =>
        network.Locations.Where(l => l.IntensityFromStart > 0 && l.IntensityFromStart != 1 && !events.BeginsOnFirstDay.Contains(l.Place.Id))
            .Select(l => new TimelineEntry { Date = start, Subject = Subject.Place(l.Place.Id), Change = Change.Conflict, Value = l.IntensityFromStart, Origin = l.Place.Origin });

    /// <summary>Each point of a series is a count, published on its own day.</summary>
    private static IEnumerable<Count> Counts(FleeNetwork network, FleeRecords records, DateOnly start)
    {
        for (var i = 0; i < records.Layout.Count; i++)
        {
            var (name, series, origin) = records.Layout[i];
            var place = i == 0 ? Count.Everywhere : network.Last(name)?.Place.Id;
            if (place is null) continue;
            foreach (var (day, people) in series.Points.Where(p => p.People >= 0))
            {
                var date = start.AddDays(day);
                yield return new Count { Date = date, Published = date, Place = place, Measure = Measure.Stock, People = (long)people, Source = name, Origin = origin };
            }
        }
    }

    private static (DateOnly Start, int Days) ReadPeriod(FleeFiles files, FleeOptions options)
    {
        var start = DateOnly.MinValue;
        var days = options.Days ?? 0;
        var path = Path.Combine(files.Input, "sim_period.csv");
        if (files.Table(path, required: true) is { } table)
        {
            foreach (var row in table.Rows)
            {
                var key = row[0].Text.Trim();
                if (key.Equals("StartDate", StringComparison.OrdinalIgnoreCase)) start = files.Date(row[1], "StartDate") ?? start;
                else if (key.Equals("Length", StringComparison.OrdinalIgnoreCase)) days = options.Days ?? (int)Math.Clamp(files.Whole(row[1], "Length") ?? 0, 0, 100_000);
                else files.Warn(row[0].Origin, $"'{key}' is not known; expected StartDate or Length{NearestName.Hint(key, ["StartDate", "Length"])}");
            }
            if (start == DateOnly.MinValue) files.Error(new Origin(path), "there is no StartDate; expected a row StartDate,year-month-day");
            if (days < 1) files.Error(new Origin(path), "there is no Length of 1 day or more; expected a row Length,days");
        }
        return start == DateOnly.MinValue ? (new DateOnly(2000, 1, 1), Math.Max(1, days)) : (start, Math.Max(1, days));
    }
}
