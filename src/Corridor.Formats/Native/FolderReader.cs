using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>One reading of a scenario folder.</summary>
internal sealed class FolderReader
{
    private static readonly string[] Required = [ScenarioYml.Name, PlacesFile.Name, RoutesFile.Name];
    private static readonly string[] Known = [.. Required, TimelineFile.Name, CountsFile.Name, DeparturesFile.Name, DemographicsFile.Name, PeopleFile.Name];

    private readonly string folder;
    private readonly List<Problem> problems = [];
    private readonly List<InputFile> files = [];
    private readonly ValueReader values;
    private HashSet<string> present = [];

    public FolderReader(string folder)
    {
        this.folder = folder;
        values = new ValueReader(problems);
    }

    public ScenarioInput Read()
    {
        var scenario = List() ? ReadFiles() : null;
        var sorted = ProblemOrder.Sort(problems, Known);
        return new ScenarioInput(sorted.Any(p => p.IsError) ? null : scenario, sorted, files);
    }

    /// <summary>Lists the folder; false when there is nothing to read.</summary>
    private bool List()
    {
        try
        {
            if (File.Exists(folder)) return Fail(new Origin(folder), "this is a file; expected a scenario folder");
            if (!Directory.Exists(folder)) return Fail(new Origin(folder), "there is no such folder");
            present = Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(new Origin(folder), $"the folder cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
        if (!Required.Any(present.Contains))
            return Fail(new Origin(folder), $"this is not a scenario folder; expected {string.Join(", ", Required)} in it");
        CheckNames();
        return true;
    }

    /// <summary>Required files that are missing, and files whose name is nearly that of an optional one.</summary>
    private void CheckNames()
    {
        var others = present
            .Where(name => !Known.Contains(name))
            .Where(name => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".yml" or ".yaml" || Known.Any(k => HasStemOf(k, name)))
            .Order(StringComparer.Ordinal).ToList();
        foreach (var name in Known.Where(name => !present.Contains(name)))
        {
            var similar = others.Find(other => HasStemOf(name, other) || NearestName.Hint(other, [name]).Length > 0);
            if (Required.Contains(name))
                problems.Add(Problem.Error(At(name), "the file is missing" + (similar is null ? "" : $"; is it '{similar}'?")));
            else if (similar is not null)
                problems.Add(Problem.Warning(At(similar), $"the file is not read; did you mean '{name}'?"));
        }
    }

    /// <summary>Whether the other name differs in its ending only: <c>timeline.xlsx</c>, <c>counts.csv.bak</c>.</summary>
    private static bool HasStemOf(string known, string other) =>
        other.StartsWith(Path.GetFileNameWithoutExtension(known) + ".", StringComparison.OrdinalIgnoreCase);

    private Scenario? ReadFiles()
    {
        var yaml = ReadYaml();
        var placesTable = ReadTable(PlacesFile.Name);
        var routesTable = ReadTable(RoutesFile.Name);
        var timelineTable = ReadTable(TimelineFile.Name);
        var countsTable = ReadTable(CountsFile.Name);
        var departuresTable = ReadTable(DeparturesFile.Name);
        var demographicsTable = ReadTable(DemographicsFile.Name);
        var peopleTable = ReadTable(PeopleFile.Name);

        var places = placesTable is null ? null : PlacesFile.Read(placesTable, values);
        var routes = routesTable is null ? null : RoutesFile.Read(routesTable, values);
        if (placesTable is { IsComplete: true, Rows.Count: 0 })
            problems.Add(Problem.Error(At(PlacesFile.Name), "there are no places in the file; expected one row per place"));
        var ids = places?.Places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        // Without the places, no name can be called unknown.
        bool IsPlace(string id) => ids is null || ids.Contains(id);

        var scenario = yaml is null ? null : ScenarioYml.Read(yaml, places?.Places ?? [], values);
        scenario ??= new Scenario { Name = "", Start = default, Days = 1, Places = [], Routes = [] };
        scenario = scenario with
        {
            Places = places?.Places ?? [],
            Routes = routes ?? [],
            InitialStock = places?.InitialStock ?? scenario.InitialStock,
            Timeline = timelineTable is null ? [] : TimelineFile.Read(timelineTable, values, IsPlace),
            Counts = countsTable is null ? [] : CountsFile.Read(countsTable, values),
            Departures = departuresTable is null ? [] : DeparturesFile.Read(departuresTable, values),
            Demographics = demographicsTable is null ? [] : DemographicsFile.Read(demographicsTable, values, IsPlace),
            InitialPeople = peopleTable is null ? [] : PeopleFile.Read(peopleTable, values, IsPlace),
            MajorRoutes = yaml is null ? [] : MajorRoutesSection.Read(yaml, values, IsPlace),
            Alternatives = yaml is null ? [] : AlternativesSection.Read(yaml, values, IsPlace),
        };
        var wholeNetwork = placesTable is { IsComplete: true } && routesTable is { IsComplete: true } && routes is not null
            && places is { Places.Count: > 0 } read && read.Places.Count == placesTable.Rows.Count;
        if (wholeNetwork) Check(scenario);
        return scenario;
    }

    /// <summary>
    /// Adds what is wrong with the sense of the scenario. A line that could not be read is not judged a second time, and while there are such
    /// lines nothing is warned of: what they would have said is not known.
    /// </summary>
    private void Check(Scenario scenario)
    {
        var unread = problems.Where(p => p.IsError).Select(p => (p.Origin.File, p.Origin.Line)).ToHashSet();
        foreach (var problem in ScenarioCheck.Run(scenario).Concat(ScenarioDoubts.Find(scenario)))
        {
            if (unread.Contains((problem.Origin.File, problem.Origin.Line)) || unread.Count > 0 && !problem.IsError) continue;
            problems.Add(problem.Origin == Origin.None ? problem with { Origin = At(ScenarioYml.Name) } : problem);
        }
    }

    private YamlMap? ReadYaml()
    {
        if (Source(ScenarioYml.Name) is not { } source || YamlDocument.Parse(source, problems) is not { } root) return null;
        if (root is not YamlMap) problems.Add(Problem.Error(root.Origin, $"the file holds {root.What}; expected keys with values: name, start, days ..."));
        return root as YamlMap;
    }

    private CsvTable? ReadTable(string name) => Source(name) is { } source ? CsvTable.Parse(source, CsvLayout.Native, problems) : null;

    private SourceFile? Source(string name)
    {
        if (!present.Contains(name)) return null;
        var source = SourceFile.Read(Path.Combine(folder, name), problems);
        if (source is not null) files.Add(new InputFile(name, source.Sha256, source.Bytes));
        return source;
    }

    private Origin At(string name) => new(Path.Combine(folder, name));

    private bool Fail(Origin origin, string message)
    {
        problems.Add(Problem.Error(origin, message));
        return false;
    }
}
