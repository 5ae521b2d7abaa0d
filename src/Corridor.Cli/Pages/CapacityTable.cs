using Corridor.Cli.Questions;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>The first day on which each camp holds more people than it can shelter, and how likely it is that there is such a day.</summary>
internal static class CapacityTable
{
    public static void Print(Page page, Answer answer, PlaceNames names)
    {
        page.Heading("Camps over capacity");
        var camps = answer.Comparison.OverCapacity;
        if (camps.Count == 0)
        {
            page.Line("no camp of a stated capacity, on any day, in any run");
            return;
        }
        var figures = answer.Question.Request.Figures;
        var table = figures.AreFew
            ? new TextTable("camp", "under", " chance", "if so, half by")
            : new TextTable("camp", "under", " chance", "if so, half by", "8 of 10 between");
        foreach (var camp in camps)
        {
            var alternative = answer.Question.Alternatives[camp.Alternative].Name;
            if (camp.Alternative > 0 && answer.Question.ComparesWithBase && answer.Comparison.IsSameAsFirst(camp.Alternative)) continue;
            var between = camp.Early == camp.Late ? "" : $"{Figures.Date(camp.Early)} and {Figures.Date(camp.Late)}";
            Cell[] cells = [names[camp.Place], alternative, new Cell(figures.OfRuns(camp.Probability), Ink.Strong), Figures.Date(camp.Median)];
            table.Add(figures.AreFew ? cells : [.. cells, between]);
        }
        page.Table(table);
    }
}
