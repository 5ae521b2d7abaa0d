using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The last lines: where the files are, and how many warnings there were.</summary>
internal static class ClosingLines
{
    public static void Print(Page page, Answer answer)
    {
        page.Line();
        page.Line($"Written to {answer.Folder}");
        foreach (var sentence in FleePersonLogs.WhyNot(answer.Question)) page.Paragraph(sentence);
        // 'check' reads the folder alone: what is odd in the options, or in the file of an alternative, is said here.
        var ofCommandLine = answer.Question.Warnings
            .Where(w => w.Origin == Origin.None || answer.Question.Request.Alternatives.Contains(w.Origin.File)).ToList();
        foreach (var warning in ofCommandLine) page.Paragraph(warning.ToString(), Ink.Strong);
        var warnings = answer.Question.Warnings.Count - ofCommandLine.Count;
        if (warnings > 0 || ofCommandLine.Count == 0) page.Paragraph(Warnings(warnings, answer.Question.Request.Folder, ", and run.json has "));
    }

    /// <summary>Says, whatever is printed besides, where a run is that does not stand where it was to.</summary>
    public static void PrintKept(Terminal terminal, Answer answer, string folder)
    {
        if (answer.Folder == folder) return;
        terminal.Error.WriteLine(answer.IsComplete
            ? $"'{folder}' came to hold other files meanwhile and stays as it is; this run is in '{answer.Folder}'"
            : $"stopped: what '{folder}' holds stays as it is; the days that are done are in '{answer.Folder}'");
    }

    /// <summary>The last line where no run folder is written: how many warnings there are of the scenario folder.</summary>
    public static void PrintWarnings(Page page, IEnumerable<Problem> problems, string folder)
    {
        page.Line();
        page.Paragraph(Warnings(problems.Count(p => !p.IsError), folder, ""));
    }

    private static string Warnings(int number, string folder, string alsoIn)
    {
        if (number == 0) return "No warnings";
        var it = number == 1 ? "it" : "them";
        return $"{Figures.Counted(number, "warning")}: 'corridor check {ShellWord.Of(folder)}' lists {it}{(alsoIn.Length > 0 ? alsoIn + it : "")}";
    }
}
