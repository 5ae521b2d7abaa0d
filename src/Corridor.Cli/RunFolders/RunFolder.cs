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
        if (question is { Request.WritesFlee: true, Flee: { } case_ }) flee = new FleeTable(case_, question.Alternatives, question.Request);
        if (question.HasFleePersonLogs) fleePersons = new FleePersonLogs(folder, question);
        if (question.HasPersonsTable) persons = new PersonsTable(folder, question);
    }

    /// <summary>Only a run folder may be replaced, never a folder of somebody's own files: to be asked before long work.</summary>
    public static void RequireReplaceable(string path, List<Problem> problems)
    {
        if (!OutputFolder.IsFree(path) && WhyKept(path) is { } why) problems.Add(Problem.Error(Origin.None, why));
    }

    /// <summary>A forecast has a folder for each alternative among the files of the run folder: no name of a file will do.</summary>
    public static void RequireFolderNames(IEnumerable<Alternative> alternatives, List<Problem> problems)
    {
        problems.AddRange(alternatives.Where(a => Own().IsMatch(a.Name.ToLowerInvariant())).Select(a => Problem.Error(a.Origin,
            $"'{a.Name}' is a file of the run folder, and a forecast makes a folder of the alternative's name beside it; expected another name")));
    }

    /// <summary>Why what stands at a path may not be replaced; null where it may be.</summary>
    private static string? WhyKept(string path)
    {
        if (File.Exists(path)) return $"'{path}' is a file; expected a folder";
        if (FormerRun.Find(path) is not { } former)
            return $"'{path}' has other files in it and is no run folder; expected a new or empty folder, or a run folder to replace";
        var other = Directory.EnumerateFileSystemEntries(path).Where(file => !IsOfRun(file, former.Alternatives)).Min(StringComparer.Ordinal);
        return other is null ? null : $"'{other}' is no file of this run, and would be lost with the run folder that is replaced; "
            + "expected it elsewhere, or another folder with --out DIR";
    }

    private static bool IsOfRun(string path, IReadOnlySet<string> alternatives)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path)) return alternatives.Contains(name) && Directory.EnumerateFileSystemEntries(path).All(IsOfForecast);
        var own = Own().Match(name);
        return own.Success && (!own.Groups["alternative"].Success || alternatives.Contains(own.Groups["alternative"].Value)) || OfSystem().IsMatch(name);
    }

    private static bool IsOfForecast(string path) =>
        !Directory.Exists(path) && Path.GetFileName(path) is var name && (name is "quantiles.csv" or "samples.csv" || OfSystem().IsMatch(name));

    // docs/run-folder.md
    [GeneratedRegex(@"^((places|routes|draws)\.(csv|parquet)|(persons|out)(-(?<alternative>.+))?\.csv|(agents|links)(-(?<alternative>.+))?\.out"
        + @"|places\.geojson|(summary|run)\.json|warnings\.csv|model-card\.md)$")]
    private static partial Regex Own();

    // What a folder gets by being looked at, or on another machine: no person wrote it.
    [GeneratedRegex(@"^(\.DS_Store|\._.+|\.directory|\.nfs[0-9a-f]+|\.~lock\..+#|Thumbs\.db|desktop\.ini)$")]
    private static partial Regex OfSystem();

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

    /// <summary>
    /// Writes what closes the folder, and gives it its name. What was stopped does not replace what is complete, and nothing
    /// replaces what somebody put there meanwhile: it gets a name of its own beside it.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="more">Further files by name.</param>
    /// <returns>The answer, with the folder that holds it.</returns>
    public Answer Finish(Answer answer, IEnumerable<(string Name, string Text)>? more = null)
    {
        places.Close();
        routes.Close();
        draws?.Close();
        if (question.Request.Format == RunFormat.Parquet)
            ParquetTables.Convert(folder, [PlacesTable.Name, RoutesTable.Name, .. draws is null ? Array.Empty<string>() : [DrawsTable.Name]]);
        flee?.WriteTo(folder);
        fleePersons?.Close();
        folder.WriteText(SummaryJson.Name, SummaryJson.Text(answer) + "\n");
        folder.WriteText(PlacesMap.Name, PlacesMap.Text(answer) + "\n");
        foreach (var (name, text) in more ?? []) folder.WriteText(name, text);
        folder.WriteText(RunRecord.Name, RunRecord.Text(answer) + "\n");
        return answer with { Folder = folder.Commit(WhyKept, SuffixFor(answer)) };
    }

    private string SuffixFor(Answer answer)
    {
        if (MayStand(answer, folder.Target)) return "";
        var beside = answer.IsComplete ? "-new" : "-stopped";
        var suffix = beside;
        for (var number = 2; !MayStand(answer, folder.Target + suffix); number++) suffix = $"{beside}-{number}";
        return suffix;
    }

    private static bool MayStand(Answer answer, string path) =>
        OutputFolder.IsFree(path) || WhyKept(path) is null && (answer.IsComplete || FormerRun.Find(path) is not { IsComplete: true });

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
