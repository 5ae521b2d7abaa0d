using Corridor.Cli.Questions;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor compare</c>: first what changes most, then the figures day by day of those that were asked for.</summary>
internal static class ComparePage
{
    public static void Print(Page page, Answer answer)
    {
        var names = new PlaceNames(answer.Question.Scenario);
        var main = MainDestinations.Of(answer);
        // An alternative that is the base itself needs no column: one line says more.
        var shown = Enumerable.Range(0, answer.Question.Alternatives.Count).Where(i => i == 0 || !answer.Comparison.IsSameAsFirst(i)).ToList();

        OpeningLines.Print(page, answer);
        InShort.Print(page, answer, shown, names);
        foreach (var horizon in answer.Comparison.Horizons) HorizonTables.Print(page, answer, horizon, shown, main, names);
        ReadingLines.PrintForecastSign(page, answer);
        ReadingLines.PrintOthers(page, answer, main);
        TrappedTable.Print(page, answer, shown);
        if (answer.Expected is not null)
        {
            ExactnessLines.Print(page, answer);
            return;
        }
        CapacityTable.Print(page, answer, names);
        ReadingLines.Print(page, answer);
    }
}
