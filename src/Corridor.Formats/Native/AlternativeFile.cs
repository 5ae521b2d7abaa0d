using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>What a file with one alternative gave.</summary>
/// <param name="Alternative">The alternative; null when any problem is an error.</param>
/// <param name="Problems">All problems, in the order of lines.</param>
/// <param name="File">The file, as a run records it; null when it could not be read.</param>
public sealed record AlternativeInput(Alternative? Alternative, IReadOnlyList<Problem> Problems, InputFile? File);

/// <summary>A YAML file with one alternative: <c>name</c> (by default that of the file), <c>description</c> and <c>rows</c>.</summary>
public static class AlternativeFile
{
    /// <summary>Reads the file and checks it against the scenario that it is for. Does not throw for anything that is in the file.</summary>
    public static AlternativeInput Read(string path, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(scenario);
        var problems = new List<Problem>();
        var source = SourceFile.Read(path, problems);
        var alternative = source is null ? null : Parse(source, scenario, problems);
        var sorted = ProblemOrder.Sort(problems);
        var file = source is null ? null : new InputFile(path, source.Sha256, source.Bytes);
        return new AlternativeInput(sorted.Any(p => p.IsError) ? null : alternative, sorted, file);
    }

    private static Alternative? Parse(SourceFile source, Scenario scenario, List<Problem> problems)
    {
        var root = YamlDocument.Parse(source, problems);
        if (root is null) return null;
        if (root is not YamlMap map)
        {
            problems.Add(Problem.Error(root.Origin, $"the file holds {root.What}; expected name, description and rows"));
            return null;
        }
        if (map["rows"] is null or { IsNull: true })
        {
            problems.Add(Problem.Error(map.Origin,
                "the file has no rows, so nothing would change; expected 'rows:' and a list under it, beside name and description"));
        }
        var ids = scenario.Places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var alternative = AlternativesSection.ReadFile(map, Path.GetFileNameWithoutExtension(source.Path), new ValueReader(problems), ids.Contains);
        alternative.CheckName(scenario.Alternatives.Select(a => a.Name), problems);
        alternative.ApplyTo(scenario, problems);
        return alternative;
    }
}
