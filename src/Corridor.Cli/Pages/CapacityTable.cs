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
        string[] headers = ["camp", "under", " chance", "if so, half by"];
        var table = new TextTable(figures.AreFew ? headers : [.. headers, "8 of 10 between"]) { Names = 2 };
        // An alternative of which nothing differs is told once. Where only the capacity does, a camp that is never over has a row beside that which is.
        bool IsToldOnce(int i) =>
            i > 0 && answer.Question.ComparesWithBase && answer.Comparison.IsSameAsFirst(i) && answer.Comparison.IsSameOverCapacity(i);
        var shown = Enumerable.Range(0, answer.Question.Alternatives.Count).Where(i => !IsToldOnce(i)).ToList();
        var beside = shown.Where(i => i == 0 || answer.Comparison.IsSameAsFirst(i)).ToList();
        foreach (var place in camps.GroupBy(c => c.Place))
        {
            var rows = place.Select(c => c.Alternative).ToList();
            if (rows.Exists(beside.Contains)) rows.AddRange(beside);
            foreach (var alternative in shown.Where(rows.Contains)) table.Add(Row(place.Key, alternative));
        }
        page.Table(table);

        Cell[] Row(int place, int alternative)
        {
            Cell[] cells = [names[place], answer.Question.Alternatives[alternative].Name];
            if (camps.FirstOrDefault(c => (c.Place, c.Alternative) == (place, alternative)) is not { } camp) return [.. cells, figures.OfRuns(0), ""];
            var between = camp.Early == camp.Late ? "" : $"{Figures.Date(camp.Early)} and {Figures.Date(camp.Late)}";
            cells = [.. cells, new Cell(figures.OfRuns(camp.Probability), Ink.Strong), Figures.Date(camp.Median)];
            return figures.AreFew ? cells : [.. cells, between];
        }
    }
}
