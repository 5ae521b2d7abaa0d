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
        var warnings = answer.Question.Warnings.Count;
        page.Paragraph(warnings == 0 ? "No warnings" : $"{ProblemList.Counted(warnings, "warning")}: 'corridor check {answer.Question.Request.Folder}' lists {(warnings == 1 ? "it" : "them")}, and run.json has {(warnings == 1 ? "it" : "them")}");
    }
}
