using System.Text.RegularExpressions;
using Corridor.Cli.Questions;
using Corridor.Forecasting;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// The folder of a run (docs/run-folder.md): tables that grow as days complete, and what closes it. It takes its name when all is written;
/// disposed of before that, nothing stays.
/// </summary>
internal sealed partial class RunFolder : IDisposable
{
    private readonly OutputFolder folder;
    private readonly Question question;
    private readonly PlacesTable places;
    private readonly RoutesTable routes;
    private readonly DrawsTable? draws;
    private readonly FleeTable? flee;
    private readonly FleePersonLogs? fleePersons;
    private readonly PersonsTable? persons;

    private RunFolder(OutputFolder folder, Question question)
    {
        (this.folder, this.question) = (folder, question);
        places = new PlacesTable(folder.PathOf(PlacesTable.Name + ".csv"), question);
        routes = new RoutesTable(folder.PathOf(RoutesTable.Name + ".csv"), question);
        if (question.Request.KeepsDraws) draws = new DrawsTable(folder.PathOf(DrawsTable.Name + ".csv"), question);
        if (question is { Request.IsFlee: true, Flee: { } case_ }) flee = new FleeTable(case_, question.Alternatives, question.Request);
        if (question.HasFleePersonLogs) fleePersons = new FleePersonLogs(folder, question);
        if (question.HasPersonsTable) persons = new PersonsTable(folder, question);
    }

    /// <summary>Only a run folder may be replaced: never a folder of somebody's own files.</summary>
    public static void RequireReplaceable(string path, List<Problem> problems)
    {
        if (File.Exists(path))
        {
            problems.Add(Problem.Error(Origin.None, $"--out: '{path}' is a file; expected a folder"));
        }
        else if (!OutputFolder.IsFree(path) && !File.Exists(Path.Combine(path, RunRecord.Name)))
        {
            problems.Add(Problem.Error(Origin.None, $"--out: '{path}' has other files in it and is no run folder; "
                + "expected a new or empty folder, or a run folder to replace"));
        }
        else if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Where(IsForeign).Min(StringComparer.Ordinal) is { } other)
        {
            problems.Add(Problem.Error(Origin.None, $"'{other}' is no file of a run, and would be lost with the run folder that is replaced; "
                + "expected it elsewhere, or another folder with --out DIR"));
        }
    }

    /// <summary>A forecast has a folder for each alternative among the files of the run folder: no name of a file will do.</summary>
    public static void RequireFolderNames(IEnumerable<Alternative> alternatives, List<Problem> problems)
    {
        problems.AddRange(alternatives.Where(a => Own().IsMatch(a.Name.ToLowerInvariant())).Select(a => Problem.Error(a.Origin,
            $"'{a.Name}' is a file of the run folder, and a forecast makes a folder of the alternative's name beside it; expected another name")));
    }

    // A folder of a forecast's alternative has files, and none but these.
    private static bool IsForeign(string path) => Directory.Exists(path)
        ? !Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Order(StringComparer.Ordinal).SequenceEqual(["quantiles.csv", "samples.csv"])
        : !Own().IsMatch(Path.GetFileName(path));

    // docs/run-folder.md; what is hidden is of no person.
    [GeneratedRegex(@"^(\..*|(places|routes|draws)\.(csv|parquet)|(persons|out)(-.+)?\.csv|(agents|links)(-.+)?\.out"
        + @"|places\.geojson|(summary|run)\.json|warnings\.csv|model-card\.md)$")]
    private static partial Regex Own();

    public static RunFolder Create(string path, Question question) => Create(OutputFolder.Create(path), question);

    /// <summary>In a folder that was begun before: that nothing can be written there is found before long work.</summary>
    public static RunFolder Create(OutputFolder folder, Question question)
    {
        try
        {
            return new RunFolder(folder, question);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes the rows of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isLast">Whether no day follows.</param>
    public void Add(EnsembleDay day, bool isLast)
    {
        places.Add(day);
        routes.Add(day);
        draws?.Add(day);
        flee?.Add(day);
        fleePersons?.Add(day);
        persons?.Add(day, isLast);
    }

    /// <summary>Writes the rows of a day of expected values.</summary>
    public void Add(ExpectedDay day)
    {
        places.Add(day);
        routes.Add(day);
        flee?.Add(day);
    }

    /// <summary>Writes what closes the folder, and gives it its name.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="more">Further files by name.</param>
    public void Finish(Answer answer, IEnumerable<(string Name, string Text)>? more = null)
    {
        places.Close();
        routes.Close();
        draws?.Close();
        if (question.Request.IsParquet)
            ParquetTables.Convert(folder, [PlacesTable.Name, RoutesTable.Name, .. draws is null ? Array.Empty<string>() : [DrawsTable.Name]]);
        flee?.WriteTo(folder);
        fleePersons?.Close();
        folder.WriteText(SummaryJson.Name, SummaryJson.Text(answer) + "\n");
        folder.WriteText(PlacesMap.Name, PlacesMap.Text(answer) + "\n");
        foreach (var (name, text) in more ?? []) folder.WriteText(name, text);
        folder.WriteText(RunRecord.Name, RunRecord.Text(answer) + "\n");
        folder.Commit(replaceExisting: true);
    }

    public void Dispose()
    {
        // The folder must go even when a table cannot write its last rows, and what the tables say then has been said by the write that failed.
        using (folder)
        using (places)
        using (routes)
        using (draws)
        using (fleePersons)
        {
        }
    }
}
