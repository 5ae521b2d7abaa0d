using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor run</c>: for each alternative, people by place and day.</summary>
internal static class RunPage
{
    public static void Print(Page page, Answer answer)
    {
        OpeningLines.Print(page, answer);
        var names = new PlaceNames(answer.Question.Scenario);
        var main = MainDestinations.Of(answer);
        var rows = RowsOf(answer, main, names);
        for (var i = 0; i < answer.Question.Alternatives.Count; i++)
        {
            page.Heading($"People expected under {answer.Question.Alternatives[i].Name}");
            if (rows.Count > 0) page.Table(TableOf(answer, i, main, names, rows));
            else page.Line($"nobody is displaced on {string.Join(" or ", answer.Comparison.Horizons.Select(h => Figures.Date(h.Date)))}");
        }
        ReadingLines.PrintOthers(page, answer, main);
        if (answer.Expected is not null)
        {
            ExactnessLines.Print(page, answer);
            return;
        }
        CapacityTable.Print(page, answer, names);
        ReadingLines.Print(page, answer);
    }

    /// <summary>The rows of any of the days, totals first; none where nobody is displaced under any alternative.</summary>
    private static List<(string Name, bool IsTotal)> RowsOf(Answer answer, IReadOnlyList<int> main, PlaceNames names) =>
    [
        .. answer.Comparison.Horizons.SelectMany(h => HorizonRows.Of(h, answer.Question, main, names)).Select(r => (r.Name, r.IsTotal)).Distinct()
            .OrderBy(r => r.IsTotal ? 0 : 1),
    ];

    /// <summary>A line with the medians, and under it a line with the intervals.</summary>
    private static TextTable TableOf(
        Answer answer, int alternative, IReadOnlyList<int> main, PlaceNames names, IReadOnlyList<(string Name, bool IsTotal)> rows)
    {
        var figures = answer.Question.Request.Figures;
        var horizons = answer.Comparison.Horizons;
        var table = new TextTable(["", .. horizons.Select(h => " " + (h.DaysAhead is { } ahead ? $"{ahead} days" : "end"))]);
        table.Add(["", .. horizons.Select(h => new Cell(Figures.Date(h.Date), Ink.Faint))]);
        foreach (var (name, isTotal) in rows)
        {
            var under = horizons.Select(h => Find(h, name)).ToList();
            table.Add([new Cell(name, isTotal ? Ink.Strong : Ink.Plain), .. under.Select(s => new Cell(figures.People(s.Q50), Ink.Strong))]);
            var intervals = under.Select(s => new Cell(figures.Interval(s), Ink.Faint)).ToList();
            if (intervals.Exists(c => c.Text.Length > 0)) table.Add(["", .. intervals]);
        }
        return table;

        Summary Find(ComparisonHorizon horizon, string name)
        {
            foreach (var row in HorizonRows.Of(horizon, answer.Question, main, names))
                if (row.Name == name) return row.Figure.Under[alternative];
            // Where fighting has come to a place, those there are no longer at a destination, but still there.
            var place = main.Where(p => names[p] == name).Select(p => (int?)p).FirstOrDefault();
            return place is { } at && horizon.UnderConflict.TryGetValue(at, out var figure) ? figure.Under[alternative] : default;
        }
    }
}
