using Corridor.Scenarios;

namespace Corridor.Cli.Screen;

/// <summary>Prints problems, one per line, each with its place in the files.</summary>
internal static class ProblemList
{
    /// <summary>Lists every problem, the errors last, where they are seen, and counts them on the last line.</summary>
    public static void Print(IReadOnlyList<Problem> problems, TextWriter output)
    {
        foreach (var problem in problems.OrderBy(p => p.IsError)) output.WriteLine(problem);
        output.WriteLine(Count(problems));
    }

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(p => p.IsError);
        var warnings = problems.Count - errors;
        return $"{Figures.Counted(errors, "error")}, {Figures.Counted(warnings, "warning")}";
    }
}
