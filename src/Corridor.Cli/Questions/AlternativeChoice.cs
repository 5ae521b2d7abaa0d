using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>Which alternatives are run: those that the command line names, or all.</summary>
internal static class AlternativeChoice
{
    /// <summary>
    /// Without names, a comparison takes the base and every alternative of the scenario, a run the base alone. A comparison always begins with the base.
    /// </summary>
    public static IReadOnlyList<Alternative> Read(
        IReadOnlyList<string> names, Scenario scenario, bool comparesWithBase, List<InputFile> files, List<Problem> problems)
    {
        var chosen = new List<Alternative>();
        if (comparesWithBase || names.Count == 0) chosen.Add(Alternative.Base);
        if (comparesWithBase && names.Count == 0) chosen.AddRange(scenario.Alternatives);
        foreach (var name in names.Distinct())
        {
            if (IsFile(name)) AddFile(name, scenario, chosen, files, problems);
            else AddNamed(name, scenario, chosen, problems);
        }
        if (comparesWithBase && chosen.Count == 1 && !problems.Exists(p => p.IsError))
        {
            problems.Add(Problem.Error(Origin.None, names.Count > 0
                ? $"only '{Alternative.BaseName}' is left to compare; name another alternative"
                : "the scenario has no alternatives to compare; expected some in scenario.yml or as --alternative FILE.yml, "
                    + "both as in docs/formats.md ('corridor run' runs it as it stands)"));
        }
        return chosen;
    }

    private static bool IsFile(string name) => Path.GetExtension(name) is ".yml" or ".yaml";

    private static void AddNamed(string name, Scenario scenario, List<Alternative> chosen, List<Problem> problems)
    {
        var all = scenario.Alternatives.Prepend(Alternative.Base).ToList();
        if (all.Find(a => a.Name == name) is not { } found)
        {
            var known = all.Select(a => a.Name).ToList();
            problems.Add(Problem.Error(Origin.None,
                $"--alternative: there is no '{name}'; expected {string.Join(", ", known)} or a file.yml{NearestName.Hint(name, known)}"));
        }
        else if (!chosen.Contains(found))
        {
            chosen.Add(found);
        }
    }

    private static void AddFile(string path, Scenario scenario, List<Alternative> chosen, List<InputFile> files, List<Problem> problems)
    {
        var input = AlternativeFile.Read(path, scenario);
        problems.AddRange(input.Problems);
        // By its name alone: where it lies on this machine would make the record differ.
        if (input.File is not null) files.Add(input.File with { Path = Path.GetFileName(path) });
        if (input.Alternative is not { } alternative) return;
        if (chosen.Exists(a => a.Name == alternative.Name))
            problems.Add(Problem.Error(alternative.Origin, $"the alternative '{alternative.Name}' is given twice"));
        chosen.Add(alternative);
    }
}
