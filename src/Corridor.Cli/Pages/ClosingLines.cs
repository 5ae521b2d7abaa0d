using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>The last lines: where the files are, and how many warnings there were.</summary>
internal static class ClosingLines
{
    public static void Print(Page page, Answer answer, string folder)
    {
        page.Line();
        page.Line($"Written to {folder}");
        foreach (var sentence in FleePersonLogs.WhyNot(answer.Question)) page.Paragraph(sentence);
        // 'check' reads the folder alone: what is odd in the file of an alternative is said here.
        var ofAlternatives = answer.Question.Warnings.Where(w => answer.Question.Request.Alternatives.Contains(w.Origin.File)).ToList();
        foreach (var warning in ofAlternatives) page.Paragraph(warning.ToString(), Ink.Strong);
        var warnings = answer.Question.Warnings.Count - ofAlternatives.Count;
        if (warnings == 0)
        {
            if (ofAlternatives.Count == 0) page.Paragraph("No warnings");
            return;
        }
        var it = warnings == 1 ? "it" : "them";
        page.Paragraph($"{Figures.Counted(warnings, "warning")}: "
            + $"'corridor check {ShellWord.Of(answer.Question.Request.Folder)}' lists {it}, and run.json has {it}");
    }
}
