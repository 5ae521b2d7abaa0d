using System.Globalization;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>One reading of a Flee folder.</summary>
internal sealed class FleeFolderReader
{
    /// <summary>The order in which problems are listed: what others lean on first.</summary>
    internal static readonly string[] ReadingOrder =
    [
        "simsetting.yml", .. FleePeriod.Files, "locations.csv", "routes.csv", "major_routes.csv", "location_changes.csv", "region_attributes_IPC.csv",
        "conflicts.csv", "flood_level.csv", "closures.csv", "demographics_", "agents.csv", "registration_corrections.csv", "data_layout.csv",
    ];

    /// <summary>Columns of locations.csv with people that a scale does not divide.</summary>
    private static readonly string[] UnscaledColumns = ["initial_idps", "capacity_per_day"];

    private readonly FleeOptions options;
    private readonly FleeFiles files;
    private readonly FleeSettings settings;
    private readonly FleePeriod period;
    private readonly FleeNetwork network;
    private readonly FleeRecords records;
    private readonly FleeEvents events;
    private readonly FleePeople people;

    /// <summary>Reads the files, each in the light of those before it.</summary>
    public FleeFolderReader(string folder, FleeOptions options)
    {
        this.options = options;
        files = new FleeFiles(folder);
        settings = FleeSettings.Read(files, options.Settings);
        period = FleePeriod.Read(files, options);
        if (files.InInput("locations.csv") is var macro && macro.EndsWith("-0.csv", StringComparison.Ordinal))
            files.Warn(new Origin(macro), "this is a multiscale instance: only its large-scale model, the files numbered 0, is read");
        network = new FleeNetwork(files, settings, Math.Max(1, options.Hasten));
        network.Read();
        records = new FleeRecords(files, settings, period.Start, options);
        records.Read();
        if (network.IsKnown) records.CheckNames(network);
        events = new FleeEvents(files, settings, network, period);
        events.Read();
        people = new FleePeople(files, network);
        people.ReadDemographics();
        if (settings.ReadAgents) people.ReadAgents();
        FleeUnread.Check(files);
    }

    /// <summary>The scenario, with everything that is wrong with the folder.</summary>
    public (ScenarioInput Input, FleeCase? Case) Read()
    {
        FleeCase? made = null;
        var locations = files.InInput("locations.csv");
        if (!network.IsKnown && !files.Problems.Exists(p => p.IsError && p.Origin.File == locations))
            files.Error(new Origin(locations), "there are no locations in the file; expected one row per location");
        if (!files.Problems.Exists(p => p.IsError))
        {
            made = Build();
            // What concerns no row: rules by themselves, or records that are missing.
            var layout = Path.Combine(files.Data, "data_layout.csv");
            var ofRules = RulesWithoutData.Find(made.Scenario).ToHashSet();
            files.Problems.AddRange(ScenarioCheck.Run(made.Scenario).Select(p =>
                p.Origin != Origin.None ? p : p with { Origin = new Origin(p.IsError || ofRules.Contains(p) ? settings.File : layout) }));
        }
        if (files.Problems.Exists(p => p.IsError)) made = null;
        return (new ScenarioInput(made?.Scenario, ProblemOrder.Sort(files.Problems, Rank), files.Read), made);
    }

    /// <summary>The place of a file in the reading order, whatever its settings file is called and also where files are numbered; series come last.</summary>
    private int Rank(string file)
    {
        if (file == settings.File) return 0;
        var name = Path.GetFileName(file).Replace("-0.csv", ".csv", StringComparison.Ordinal);
        var at = Array.FindIndex(ReadingOrder, known => known == name || known.EndsWith('_') && name.StartsWith(known, StringComparison.Ordinal));
        return at >= 0 ? at : Path.GetExtension(name).Length > 0 ? ReadingOrder.Length : -1;
    }

    private FleeCase Build()
    {
        var (start, days) = (period.Start, period.Days);
        var output = network.Locations.Where(network.IsOutput).ToList();
        WarnOfWhatIsNotScaled();
        if (records.Layout.Count > 0) WarnOfMissingSeries([.. output.Where(l => SeriesOf(l) is null)]);

        var (newPeople, debt, raw) = settings.FromData ? records.NewPeople(days) : (new long[days], new long[days], new long[days]);
        var scenario = new Scenario
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(files.Folder))),
            Start = start,
            Days = days,
            HomeCountry = network.Locations[0].Place.Country,
            Places = [.. network.Locations.Select(WithStateOfFirstDay)],
            Routes = network.Routes,
            MajorRoutes = network.MajorRoutes,
            Timeline = [.. InitialIntensities(), .. events.Timeline],
            Counts = [.. Counts()],
            Departures = [
                .. Enumerable.Range(0, days).Where(d => newPeople[d] > 0)
                    .Select(d => new Departure(start.AddDays(d), Count.Everywhere, newPeople[d]))],
            InitialStock = InitialStock(output),
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
                .. output.Select(l => SeriesOf(l) is { } series
                    ? (IReadOnlyList<long>)[.. Enumerable.Range(0, days).Select(d => records.Field(series, d))]
                    : null),
            ],
            Reports = [.. output.Select(l => (IReadOnlyList<(int, double)>)[.. (SeriesOf(l)?.Points ?? []).OrderBy(p => p.Day)])],
            Raw = raw,
            Debt = debt,
            RecordsFromZero = settings.FromData && settings.EmptyCampsOnDay0,
            IdpTotals = settings.IdpTotals,
            Logs = settings.Logs,
        };
    }

    /// <summary>The series of a location; of several with a name only one has it: a count is of its people, and not again of the others'.</summary>
    private FleeSeries? SeriesOf(FleeLocation location) =>
        records.Of(location.Name) is { } series && ReferenceEquals(location, network.Counted(location.Name)) ? series : null;

    /// <summary>Each camp by its name; with floods, the towns in one sentence, as it is the rule that nobody counts there.</summary>
    private void WarnOfMissingSeries(IReadOnlyList<FleeLocation> without)
    {
        foreach (var camp in without.Where(l => l.Place.IsCamp))
            files.Warn(camp.Place.Origin, $"'{camp.Name}' has no recorded series in data_layout.csv; it is reported with no data");
        var others = without.Where(l => !l.Place.IsCamp).ToList();
        if (others.Count == 0) return;
        var further = others.Count == 1 ? "" : $" and {others.Count - 1} further places that are no camps";
        files.Warn(others[0].Place.Origin, $"no recorded series in data_layout.csv: '{others[0].Name}'{further}; reported with no data");
    }

    /// <summary>People whom a scale leaves as many as they are, as in Flee (model.md, 3.5): beside all others they are too many.</summary>
    private void WarnOfWhatIsNotScaled()
    {
        if (options.Hasten <= 1) return;
        List<string> whole = [.. UnscaledColumns.Where(IsStated)];
        if (settings.Rules.Departures is DepartureMode.Constant or DepartureMode.Poisson) whole.Add("a stated number of departures a day");
        if (people.Known.Count > 0) whole.Add("people of agents.csv");
        if (whole.Count > 0) files.Warn(Origin.None, $"--hasten: not divided, as in Flee, though all else is: {string.Join(", ", whole)}");

        bool IsStated(string column) => network.Locations.Exists(
            l => double.TryParse(l.Place.Extra.GetValueOrDefault(column), CultureInfo.InvariantCulture, out var number) && number >= 1);
    }

    /// <summary>Displaced people at each place on the first morning: those of agents.csv, of the records and of the column initial_idps.</summary>
    private Dictionary<string, long> InitialStock(List<FleeLocation> output)
    {
        var initial = new Dictionary<string, long>();
        foreach (var known in people.Known) initial[known.Place] = initial.GetValueOrDefault(known.Place) + known.People;
        foreach (var location in network.Locations)
        {
            if (settings.EmptyCampsOnDay0) continue;
            var there = settings.InsertDay0 && output.Contains(location) && SeriesOf(location) is { } series ? Math.Max(0, records.Field(series, 0)) : 0;
            // At every place, as the manual promises; the reference program looks at camps only (docs/flee.md, Q16).
            if (location.Place.Extra.TryGetValue("initial_idps", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var idps))
                there += Math.Max(0, (long)idps);
            if (there > 0) initial[location.Place.Id] = initial.GetValueOrDefault(location.Place.Id) + there;
        }
        return initial;
    }

    private Place WithStateOfFirstDay(FleeLocation location)
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
        return place with { CountedTwice = place.CountedTwice + (SeriesOf(location) is { } series ? records.DayZero(location, series) : 0) };
    }

    /// <summary>
    /// Zones from the start whose intensity is not 1, or that have become camps (docs/flee.md, Q30): the kind does not say it all. Like a zone by
    /// its kind they began on the day before.
    /// </summary>
    private IEnumerable<TimelineEntry> InitialIntensities() =>
        network.Locations.Where(l => l.IntensityFromStart > 0 && (l.IntensityFromStart != 1 || l.Place.IsCamp) && !events.BeginsOnFirstDay.Contains(l.Place.Id))
            .Select(l => new TimelineEntry
            {
                Date = period.Start > DateOnly.MinValue ? period.Start.AddDays(-1) : period.Start,
                Subject = Subject.Place(l.Place.Id), Change = Change.Conflict, Value = l.IntensityFromStart, Origin = l.Place.Origin,
            });

    /// <summary>Each point of a series is a count, published on its own day.</summary>
    private IEnumerable<Count> Counts()
    {
        var start = period.Start;
        for (var i = 0; i < records.Layout.Count; i++)
        {
            var (name, series, origin) = records.Layout[i];
            var place = i == 0 ? Count.Everywhere : network.Counted(name)?.Place.Id;
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
}
