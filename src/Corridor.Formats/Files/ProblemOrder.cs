using Corridor.Scenarios;

namespace Corridor.Formats.Files;

/// <summary>Puts problems into the order in which a person goes through the files.</summary>
internal static class ProblemOrder
{
    /// <summary>
    /// By file - in the order of the names given, what concerns none of them first - then line and column; what is said of one position stays in
    /// the order in which it was found. Each message is made one line, for names out of files may hold line breaks.
    /// </summary>
    public static IReadOnlyList<Problem> Sort(IEnumerable<Problem> problems, params string[] files) =>
        [.. problems.Select(p => p with { Message = p.Message.ReplaceLineEndings(" ") })
            .OrderBy(p => Array.IndexOf(files, Path.GetFileName(p.Origin.File))).ThenBy(p => p.Origin.Line).ThenBy(p => p.Origin.Column)];
}
