using Corridor.Cli.Questions;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>Residents trapped, week by week.</summary>
internal static class TrappedTable
{
    public static void Print(Page page, Answer answer, IReadOnlyList<int> shown)
    {
        var days = answer.Comparison.Days;
        page.Heading($"Trapped at home: residents {answer.Question.InDanger} with no open route to safety");
        if (shown.All(i => days[i].All(d => d.Trapped.Mean == 0)))
        {
            page.Line(answer.Expected is null ? "nobody, on any day, in any run" : "nobody, on any day");
            return;
        }
        var figures = answer.Question.Request.Figures;
        page.TableInParts(shown, TableOf);

        TextTable TableOf(IReadOnlyList<int> block)
        {
            var range = HorizonTables.RangeOf(answer, figures);
            var table = new TextTable(["day", .. block.SelectMany(i => new[] { " " + answer.Question.Alternatives[i].Name, range })]);
            // Weeks counted back from the last day, so that it has a row.
            for (var day = (answer.DaysDone - 1) % 7; day < answer.DaysDone; day += 7)
            {
                var cells = block.Select(i => days[i][day].Trapped).SelectMany(t => new Cell[] { new(figures.People(t.Q50), Ink.Strong), figures.Interval(t) });
                table.Add([Figures.Date(days[0][day].Date), .. cells]);
            }
            return table;
        }
    }
}
