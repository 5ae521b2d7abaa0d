using System.Globalization;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor score</c>: the error of the simulation, and of splits that need no model.</summary>
internal static class ScorePage
{
    public static void Print(
        Page page, Question question, RecordedStocks records, IReadOnlyList<(string Name, RelativeDifference Difference)> simulated, bool coldStart)
    {
        var (days, empty, alone) = (simulated[0].Difference.Days, simulated[0].Difference.DaysOfNobody, simulated[0].Difference.DaysOfOnePlace);
        // The rescaled figure and the splits take the recorded total: where it is 0 throughout they are 0 whatever is simulated.
        string Shared(string figure) => empty == days ? "-" : figure;
        page.Heading($"{question.Scenario.Name}: averaged relative difference over {Figures.Counted(days, "day")}, "
            + $"{Compared(records)}, {Figures.Counted(question.Request.Runs, "run")}");
        OpeningLines.PrintScale(page, question, _ => ", and recorded figures are divided likewise");
        OpeningLines.PrintNotKnown(page, question);
        page.Line();
        var table = new TextTable("", " plain", " sd", " rescaled", " sd", " days");
        foreach (var (name, difference) in simulated)
        {
            var (plain, rescaled) = (difference.Plain, difference.Rescaled);
            table.Add(name, Text(plain.Average()), Deviation(plain), Shared(Text(rescaled.Average())), Shared(Deviation(rescaled)), Figures.Whole(days));
        }
        foreach (var split in NaiveSplit.All(records))
        {
            var figure = double.IsNaN(split.Difference) || empty + alone == days ? "-" : Text(split.Difference);
            table.Add($"split {split.Name}", figure, "", figure, "", Figures.Whole(split.Days));
        }
        page.Table(table);
        page.Line();
        page.Paragraph("Mean over days of the sum over places of |simulated - recorded|, divided by the recorded total. "
            + "Rescaled: simulated numbers times recorded total / simulated total. "
            + "The splits are granted the recorded total of each day; so, where departures come from records, is the simulation.", Ink.Faint);
        if (empty > 0)
        {
            page.Line();
            page.Paragraph($"On {(empty == days ? "all" : Figures.Whole(empty))} of the {Figures.Counted(days, "day")} nobody is recorded, "
                + "and there is no share: such a day adds to the plain figure the number of people simulated, and 0 to the others, "
                + "as it does in the field's own scores.");
        }
        if (alone > 0)
        {
            page.Line();
            page.Paragraph($"On {(alone == days ? "all" : Figures.Whole(alone))} of the {Figures.Counted(days, "day")} a single place is recorded, "
                + "and there is nothing to share: such a day adds 0 to the error of every split.");
        }
        if (!coldStart) return;
        page.Line();
        page.Paragraph("Cold start: the preset cold-start ('corridor rules') in place of the folder's own rules. "
            + "It sees the totals, the first day, capacities, roads and the timeline, and no later report of any camp. "
            + "It is judged, as the reference program is, by its plain figure; "
            + "rescaled, its simulated shares of the recorded total stand against the shares that the splits make of it.", Ink.Faint);
    }

    private static string Compared(RecordedStocks records)
    {
        var places = Figures.Counted(records.Places.Count, "place");
        var compared = Enumerable.Range(0, records.Places.Count).Count(records.IsRecorded);
        return compared == records.Places.Count ? places : $"{compared} of {places} (the others have no record)";
    }

    private static string Deviation(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? "" : Text(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)));
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
