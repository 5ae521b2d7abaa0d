using System.Globalization;
using Corridor.Formats.Files;
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

    /// <summary>First day; null: that of sim_period.csv.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Number of days; null: that of sim_period.csv.</summary>
    public int? Days { get; init; }

    /// <summary>
    /// Whether the figures are taken as they were published, for forecasts: without registration corrections, which rescale earlier figures by
    /// later ones, without the values between two points that sums of series and capacities would need, and with the capacities as stated.
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

    /// <summary>The capacity of each output place as its file states it, scaled; null where there is none.</summary>
    public required IReadOnlyList<long?> StatedCapacities { get; init; }

    /// <summary>For each output place, the days and figures of its series, scaled, in the order of days.</summary>
    public required IReadOnlyList<IReadOnlyList<(int Day, double People)>> Reports { get; init; }

    /// <summary>The reference program's "raw UNHCR refugee count" of each day.</summary>
    public required IReadOnlyList<long> Raw { get; init; }

    /// <summary>The reference program's "refugee_debt" after each day.</summary>
    public required IReadOnlyList<long> Debt { get; init; }

    /// <summary>The records for a score: the values that the reference program compares with, on every day.</summary>
    public RecordedStocks Records()
    {
        var position = Scenario.Places.Select((place, number) => (place.Id, number)).ToDictionary(p => p.Id, p => p.number, StringComparer.Ordinal);
        return new RecordedStocks(
            [.. OutputPlaces.Select(id => position[id])],
            [.. Recorded.Select(r => r is null ? Filled(double.NaN) : [.. r.Select(v => (double)v)])],
            [.. StatedCapacities.Select(c => (double?)c)],
            [.. Reports.Select(points => RecordedStocks.LastBefore(points, Scenario.Days))]);

        double[] Filled(double value) => [.. Enumerable.Repeat(value, Scenario.Days)];
    }

    /// <summary>Whether the settings ask for a last column with all IDPs in camps.</summary>
    public bool IdpTotals { get; init; }

    /// <summary>What the settings ask to be logged of single persons and links.</summary>
    public FleeLogs Logs { get; init; } = new();
}

/// <summary>Opens the folders of the reference program Flee (model.md, section 4), with no conversion step.</summary>
public static class FleeFolder
{
    /// <summary>A hundred years, as for a scenario folder.</summary>
    private const int MostDays = 36_500;

    private static readonly string[] PeriodFiles = ["sim_period.csv", "conflict_period.csv", "flood_period.csv"];
    private static readonly string[] Marks = ["locations.csv", "locations-0.csv", "input_csv", "source_data", "simsetting.yml", .. PeriodFiles];

    /// <summary>The order in which problems are listed: what others lean on first.</summary>
    private static readonly string[] ReadingOrder =
    [
        "simsetting.yml", "sim_period.csv", "locations.csv", "routes.csv", "major_routes.csv", "location_changes.csv", "conflicts.csv",
        "flood_level.csv", "closures.csv", "registration_corrections.csv", "data_layout.csv",
    ];

    /// <summary>
    /// Whether a folder looks like one of Flee's: something of the names that only its files
    /// have, so that a folder without its locations.csv is told what it lacks.
    /// </summary>
    public static bool Is(string folder) => Marks.Any(name => Path.Exists(Path.Combine(folder, name)));

    /// <summary>Reads the folder with everything that is wrong with it.</summary>
    public static (ScenarioInput Input, FleeCase? Case) Read(string folder, FleeOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        var files = new FleeFiles(folder);
        var settings = FleeSettings.Read(files, options.Settings);
        var (start, days, lengthIsKnown) = ReadPeriod(files, options);
        if (files.InInput("locations.csv") is var macro && macro.EndsWith("-0.csv", StringComparison.Ordinal))
            files.Warn(new Origin(macro), "this is a multiscale instance: only its large-scale model, the files numbered 0, is read");
        var network = new FleeNetwork(files, settings, Math.Max(1, options.Hasten));
        network.Read();
        var records = new FleeRecords(files, settings, start);
        records.Read(Math.Max(1, options.Hasten), options.AsPublished);
        if (network.IsKnown) records.CheckNames(network, settings.FloodMode);
        long DayZeroOf(FleeLocation location) => options.AsPublished ? 0 : DayZero(location, settings, records);
        var events = new FleeEvents(files, settings, network, DayZeroOf, start, days, lengthIsKnown);
        events.Read();
        var people = new FleePeople(files, network);
        people.ReadDemographics();
        if (settings.ReadAgents) people.ReadAgents();

        FleeCase? made = null;
        var locations = files.InInput("locations.csv");
        if (!network.IsKnown && !files.Problems.Exists(p => p.IsError && p.Origin.File == locations))
            files.Error(new Origin(locations), "there are no locations in the file; expected one row per location");
        if (!files.Problems.Exists(p => p.IsError))
        {
            made = Build(files, settings, network, records, events, people, start, days, options.AsPublished);
            files.Problems.AddRange(ScenarioCheck.Run(made.Scenario).Select(p =>
                p.Origin != Origin.None ? p : p with { Origin = new Origin(WhereRulesOrRecordsAre(p, files, options)) }));
        }
        var failed = files.Problems.Exists(p => p.IsError);
        var problems = ProblemOrder.Sort(files.Problems, ReadingOrder);
        return (new ScenarioInput(failed ? null : made!.Scenario, problems, files.Read), failed ? null : made);
    }

    /// <summary>What concerns no row: rules that do not go together are errors, records that are missing are warnings.</summary>
    private static string WhereRulesOrRecordsAre(Problem problem, FleeFiles files, FleeOptions options) =>
        problem.IsError ? options.Settings ?? Path.Combine(files.Folder, "simsetting.yml") : Path.Combine(files.Data, "data_layout.csv");

    private static FleeCase Build(
        FleeFiles files, FleeSettings settings, FleeNetwork network, FleeRecords records,
        FleeEvents events, FleePeople people, DateOnly start, int days, bool asPublished)
    {
        var initial = new Dictionary<string, long>();
        foreach (var known in people.Known) initial[known.Place] = initial.GetValueOrDefault(known.Place) + known.People;
        var output = network.Locations.Where(l => settings.FloodMode || l.Place.IsCamp).ToList();
        foreach (var location in network.Locations)
        {
            if (settings.EmptyCampsOnDay0) continue;
            var there = settings.InsertDay0 && output.Contains(location) && records.Of(location.Name) is { } series ? Math.Max(0, records.Field(series, 0)) : 0;
            // At every place, as the manual promises; the reference program looks at camps only (model.md, Q16).
            if (location.Place.Extra.TryGetValue("initial_idps", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var idps))
                there += Math.Max(0, (long)idps);
            if (there > 0) initial[location.Place.Id] = initial.GetValueOrDefault(location.Place.Id) + there;
        }
        if (records.Layout.Count > 0) WarnOfMissingSeries(files, [.. output.Where(l => records.Of(l.Name) is null)]);

        var newPeople = settings.FromData ? records.NewPeople(days, out var debt, out var raw) : Nobody(days, out debt, out raw);
        var scenario = new Scenario
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Folder))),
            Start = start,
            Days = days,
            HomeCountry = network.Locations[0].Place.Country,
            Places = [.. network.Locations.Select(l => WithStateOfFirstDay(l, settings, records, events, people, asPublished))],
            Routes = network.Routes,
            MajorRoutes = network.MajorRoutes,
            Timeline = [.. InitialIntensities(network, events, start), .. events.Timeline],
            Counts = [.. Counts(network, records, start)],
            Departures = [
                .. Enumerable.Range(0, days).Where(d => newPeople[d] > 0)
                    .Select(d => new Departure(start.AddDays(d), Count.Everywhere, newPeople[d]))],
            InitialStock = initial,
            InitialPeople = people.Known,
            Demographics = people.Demographics,
            Rules = settings.Rules,
        };
        return new FleeCase
        {
            Scenario = scenario,
            OutputPlaces = [.. output.Select(l => l.Place.Id)],
            Recorded =
            [
                .. output.Select(l => records.Of(l.Name) is { } series
                    ? (IReadOnlyList<long>)[.. Enumerable.Range(0, days).Select(d => records.Field(series, d))]
                    : null),
            ],
            StatedCapacities = [.. output.Select(l => l.StatedCapacity > 0 ? l.StatedCapacity : (long?)null)],
            Reports = [.. output.Select(l => (IReadOnlyList<(int, double)>)[.. (records.Of(l.Name)?.Points ?? []).OrderBy(p => p.Day)])],
            Raw = raw,
            Debt = debt,
            IdpTotals = settings.IdpTotals,
            Logs = settings.Logs,
        };
    }

    /// <summary>Each camp by its name; with floods, the towns in one sentence, as it is the rule that nobody counts there.</summary>
    private static void WarnOfMissingSeries(FleeFiles files, IReadOnlyList<FleeLocation> without)
    {
        foreach (var camp in without.Where(l => l.Place.IsCamp))
            files.Warn(camp.Place.Origin, $"'{camp.Name}' has no recorded series in data_layout.csv; it is reported with no data");
        var others = without.Where(l => !l.Place.IsCamp).ToList();
        if (others.Count == 0) return;
        var further = others.Count == 1 ? "" : $" and {others.Count - 1} further places that are no camps";
        files.Warn(others[0].Place.Origin, $"no recorded series in data_layout.csv: '{others[0].Name}'{further}; reported with no data");
    }

    private static long[] Nobody(int days, out long[] debt, out long[] raw)
    {
        debt = new long[days];
        raw = new long[days];
        return new long[days];
    }

    private static Place WithStateOfFirstDay(
        FleeLocation location, FleeSettings settings, FleeRecords records, FleeEvents events, FleePeople people, bool asPublished)
    {
        var place = location.Place;
        if (location.IntensityFromStart > 0 && !events.BeginsOnFirstDay.Contains(place.Id) && place.Kind == PlaceKind.Town)
            place = place with { Kind = PlaceKind.ConflictZone };
        // Those of agents.csv come from the people of their place (model.md, 4.9).
        if (settings.Rules.TakeFromPopulation)
        {
            var known = people.Known.Where(k => k.Place == place.Id).Sum(k => k.People);
            place = place with { Population = Math.Max(0, place.Population - known) };
        }
        var left = location.StatedCapacity - (asPublished ? 0 : DayZero(location, settings, records));
        // Below 1 there is no limit (model.md, Q18).
        return left * settings.Rules.CapacityScaling >= 1 ? place with { Capacity = left } : place with { Capacity = null };
    }

    /// <summary>
    /// The recorded people of the first day, who take their room twice: the capacity is reduced by them as well
    /// (model.md, Q7). Also where the camps begin empty: the reference figures of mali2017_adm1 show it.
    /// </summary>
    private static long DayZero(FleeLocation location, FleeSettings settings, FleeRecords records) =>
        settings.FromData && settings.InsertDay0 && location.StatedCapacity > 0 && records.Of(location.Name) is { } series ? series.Value(0) : 0;

    /// <summary>Zones from the start whose intensity is not 1.</summary>
    private static IEnumerable<TimelineEntry> InitialIntensities(FleeNetwork network, FleeEvents events, DateOnly start) =>
        network.Locations.Where(l => l.IntensityFromStart > 0 && l.IntensityFromStart != 1 && !events.BeginsOnFirstDay.Contains(l.Place.Id))
            .Select(l => new TimelineEntry
            {
                Date = start, Subject = Subject.Place(l.Place.Id), Change = Change.Conflict, Value = l.IntensityFromStart, Origin = l.Place.Origin,
            });

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
                if (day < DateOnly.MinValue.DayNumber - start.DayNumber || day > DateOnly.MaxValue.DayNumber - start.DayNumber) continue;
                var date = start.AddDays(day);
                yield return new Count
                {
                    Date = date, Published = date, Place = place, Measure = Measure.Stock, People = (long)people, Source = name, Origin = origin,
                };
            }
        }
    }

    private static (DateOnly Start, int Days, bool LengthIsKnown) ReadPeriod(FleeFiles files, FleeOptions options)
    {
        var start = DateOnly.MinValue;
        var days = options.Days ?? 0;
        // Older folders call it otherwise, or have none (model.md, appendix A).
        var path = PeriodFiles.Select(files.InInput).FirstOrDefault(Path.Exists) ?? files.InInput("sim_period.csv");
        if (!Path.Exists(path))
        {
            start = options.Start ?? start;
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
            var stated = (Start: false, Length: false);
            foreach (var row in table.Rows)
            {
                var key = row[0].Text.Trim();
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
                    if (length is < 1 or > MostDays) files.Error(row[1].Origin, $"Length is {length}; expected 1..{MostDays} days");
                    else days = (int)length;
                }
                else
                {
                    files.Warn(row[0].Origin,
                        $"'{FleeFiles.Shortened(key)}' is not known; expected StartDate or Length{NearestName.Hint(key, ["StartDate", "Length"])}");
                }
            }
            start = options.Start ?? start;
            if (!stated.Start && options.Start is null) files.Error(new Origin(path), "there is no StartDate; expected a row StartDate,year-month-day");
            if (!stated.Length && options.Days is null) files.Error(new Origin(path), "there is no Length; expected a row Length,days");
        }
        if (days > MostDays)
        {
            files.Error(new Origin(path), $"the period has {days} days; expected 1..{MostDays}");
            days = 0;
        }
        else if (start.DayNumber + (long)days > DateOnly.MaxValue.DayNumber)
        {
            files.Error(new Origin(path), "the period would end after the year 9999");
            days = 0;
        }
        // Any day will do for finding further mistakes.
        return (start == DateOnly.MinValue ? new DateOnly(2000, 1, 1) : start, Math.Max(1, days), days >= 1);
    }
}
