using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;

namespace Corridor.Cli.Pages;

/// <summary>What is expected on one horizon under each alternative, and what each changes against the first.</summary>
internal static class HorizonTables
{
    public static void Print(Page page, Answer answer, ComparisonHorizon horizon, IReadOnlyList<int> shown, IReadOnlyList<int> main, PlaceNames names)
    {
        var figures = answer.Question.Request.Figures;
        var alternatives = answer.Question.Alternatives;
        var rows = HorizonRows.Of(horizon, answer.Question, main, names).ToList();
        page.Heading(HorizonRows.Title(horizon));
        page.TableInParts(shown, Expected);
        if (shown.Count < 2) return;
        page.Line();
        var same = shown.Skip(1).Where(i => rows.TrueForAll(row => row.Figure.IsSameAsFirst(i))).ToList();
        page.TableInParts([.. shown.Skip(1).Except(same)], Changes);
        var unchanged = answer.Expected is null ? "no change in any run" : "no change";
        if (same.Count > 0) page.Paragraph($"{unchanged} under {string.Join(", ", same.Select(i => alternatives[i].Name))}");

        TextTable Expected(IReadOnlyList<int> block)
        {
            var table = new TextTable(["people", .. block.SelectMany(i => new[] { " " + alternatives[i].Name, RangeOf(answer, figures) })]);
            foreach (var (name, figure, isTotal) in rows)
            {
                var cells = block.SelectMany(i => new Cell[] { new(figures.People(figure.Under[i].Q50), Ink.Strong), figures.Interval(figure.Under[i]) });
                table.Add([new Cell(name, isTotal ? Ink.Strong : Ink.Plain), .. cells]);
            }
            return table;
        }

        TextTable Changes(IReadOnlyList<int> block)
        {
            var table = answer.Expected is null
                ? new TextTable(["change", .. block.SelectMany(i => new[] { " " + alternatives[i].Name, figures.RangeOf(), " more in" })])
                : new TextTable(["change of the mean", .. block.Select(i => " " + alternatives[i].Name)]);
            foreach (var (name, figure, isTotal) in rows)
            {
                if (block.All(figure.IsSameAsFirst)) continue;
                table.Add([new Cell(name, isTotal ? Ink.Strong : Ink.Plain), .. block.SelectMany(i => ChangeCells(figure, i))]);
            }
            return table;
        }

        Cell[] ChangeCells(ComparisonFigure figure, int alternative)
        {
            var (isSame, difference) = (figure.IsSameAsFirst(alternative), figure.Differences[alternative]!.Value);
            if (answer.Expected is not null) return [isSame ? new Cell("=") : new Cell(figures.Change(difference.Summary.Mean), Ink.Strong)];
            if (isSame) return [new Cell("="), "", ""];
            return
            [
                new Cell(figures.Change(difference.Summary.Q50), Ink.Strong),
                figures.ChangeInterval(difference.Summary),
                figures.OfRuns(difference.ProbabilityMore),
            ];
        }
    }

    /// <summary>The header of a column of ranges.</summary>
    public static string RangeOf(Answer answer, Figures figures) => answer.Expected is null ? figures.RangeOf() : "8 of 10";
}
