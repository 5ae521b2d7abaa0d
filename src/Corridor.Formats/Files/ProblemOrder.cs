using Corridor.Scenarios;

namespace Corridor.Formats.Files;

/// <summary>Puts problems into the order in which a person goes through the files.</summary>
internal static class ProblemOrder
{
    /// <summary>By file, in the order of the names given; what concerns none of them comes first.</summary>
    public static IReadOnlyList<Problem> Sort(IEnumerable<Problem> problems, params string[] files) =>
        Sort(problems, file => Array.IndexOf(files, Path.GetFileName(file)));

    /// <summary>
    /// By the rank of the file, then line and column; what is said of one position stays in the order in which it was found. Each message is made
    /// one line, for names out of files may hold line breaks.
    /// </summary>
    public static IReadOnlyList<Problem> Sort(IEnumerable<Problem> problems, Func<string, int> rank) =>
        [.. problems.Select(p => p with { Message = p.Message.ReplaceLineEndings(" ") })
            .OrderBy(p => rank(p.Origin.File)).ThenBy(p => p.Origin.Line).ThenBy(p => p.Origin.Column)];
}
