using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The top of a page: what the question is, as of when, and what was not known.</summary>
internal static class OpeningLines
{
    public static void Print(Page page, Answer answer)
    {
        var (question, scenario, request) = (answer.Question, answer.Question.Scenario, answer.Question.Request);
        var names = new PlaceNames(scenario);
        page.Paragraph(scenario.Name, Ink.Heading);
        if (scenario.Description.Length > 0) page.Paragraph(scenario.Description);
        page.Line();
        foreach (var alternative in question.Alternatives)
            page.Paragraph($"{alternative.Name}: {Meaning(alternative)}", indent: 2);
        page.Line();
        var asked = scenario.AsOf is { } asOf ? $"As of {Figures.Date(asOf)}" : "Everything in the timeline is known";
        var how = answer.Expected is null ? $"{Figures.Counted(request.Runs, "run")} of" : "Expected values, without sampling, of";
        var seed = answer.Expected is null ? $", seed {request.Seed}" : "";
        page.Paragraph($"{asked}. {how} {Figures.Date(scenario.Start)} to {Figures.Date(scenario.Date(answer.DaysDone - 1))}{seed}.");
        PrintScale(page, question, scale => $": figures of people are {scale} times too small");
        if (question is { ComparesWithBase: true, Conditioned: null } && answer.Expected is null && scenario.AsOf is { } known
            && ReportSeries.AllOf(scenario, known).Sum(s => s.KnownOn(known).Reports.Count) is > 0 and var unused)
        {
            page.Paragraph($"{Figures.Counted(unused, "count")} published by then {(unused == 1 ? "is" : "are")} not used; "
                + $"--as-of {Figures.Date(known)} conditions the runs on {(unused == 1 ? "it" : "them")}.");
        }
        PrintNotKnown(page, question, "that day");
        foreach (var (number, alternative) in question.Alternatives.Index())
        {
            if (answer.Comparison.NotSetOut[number] is { Q50: >= 0.5 } missing)
            {
                var people = request.Figures.People(missing.Q50);
                page.Paragraph($"Under {alternative.Name}, {people} {Figures.Named(people, "person")} whose departure is given never set out: no place "
                    + $"was {question.InDanger} then, nobody was left to leave, or they were held. They are in no figure below.", Ink.Strong);
            }
            foreach (var few in answer.Comparison.NotFound.Where(f => f.Alternative == number && !(number > 0 && IsOfTheBase(f))))
            {
                var found = request.Figures.People(few.Forced.Q50);
                page.Paragraph($"Under {alternative.Name}, of the {Figures.Counted(few.Asked, "person")} to be forced from {names[few.Place]}, "
                    + $"{found} (median) {(found == "1" ? "was" : "were")} there in the simulation: no more were moved.", Ink.Strong);
            }
        }
        PrintAge(page, question);
        if (!answer.IsComplete)
        {
            page.Paragraph($"STOPPED after {answer.DaysDone} of {Figures.Counted(scenario.Days, "day")}: "
                + $"what follows ends on {Figures.Date(scenario.Date(answer.DaysDone - 1))}.", Ink.Strong);
        }

        // The rows of the base are those of the alternatives, too.
        bool IsOfTheBase(ComparisonForced few) => question.ComparesWithBase && answer.Comparison.NotFound.Any(f =>
            (f.Alternative, f.Place, f.Asked, f.Forced.Q50) == (0, few.Place, few.Asked, few.Forced.Q50));
    }

    /// <summary>Where not everybody is simulated, that it is so, and what that means for the figures of the page.</summary>
    public static void PrintScale(Page page, Question question, Func<int, string> meaning)
    {
        if (question.Request.FleeOptions.Hasten is > 1 and var scale)
            page.Paragraph($"One of {scale} people is simulated (--hasten {scale}){meaning(scale)}.", Ink.Strong);
    }

    /// <summary>How many timeline rows were left out because they were announced later, if any were.</summary>
    /// <param name="page">The page.</param>
    /// <param name="question">The question.</param>
    /// <param name="asOf">How the page calls the as-of day.</param>
    public static void PrintNotKnown(Page page, Question question, string asOf)
    {
        if (question.RowsNotKnown == 0) return;
        var letIn = question.Conditioned is null ? $"--known-future lets {(question.RowsNotKnown == 1 ? "it" : "them")} in"
            : question.Request.KnownFuture ? "only closures, openings, kinds and capacities are let in"
            : "--known-future lets in closures, openings, kinds and capacities";
        page.Paragraph($"Not known on {asOf} and left out: {Figures.Counted(question.RowsNotKnown, "timeline row")} announced later ({letIn}).");
    }

    /// <summary>The same on a page that has not named the day.</summary>
    public static void PrintNotKnown(Page page, Question question)
    {
        if (question.Scenario.AsOf is { } asOf) PrintNotKnown(page, question, Figures.Date(asOf));
    }

    /// <summary>Days without any report after which it is said.</summary>
    private const int OldReports = 28;

    /// <summary>How old the last report is from which conditioned members go on, where that matters.</summary>
    public static void PrintAge(Page page, Question question)
    {
        if (question is not { Conditioned.LastReport: var last, Scenario.AsOf: { } asOf }) return;
        var age = asOf.DayNumber - last.DayNumber;
        if (age <= OldReports) return;
        page.Paragraph($"The last report of any series is of {Figures.Date(last)}, {age} days before that day: "
            + "the forecast goes on from there, which is why its ranges are wide.", Ink.Strong);
    }

    private static string Meaning(Alternative alternative)
    {
        if (alternative.Description.Length > 0) return alternative.Description;
        var added = alternative.Rows.Where(r => !r.Drop).Select(r => r.Entry).ToList();
        var dropped = alternative.Rows.Count - added.Count;
        var parts = new List<string>();
        if (added.Count > 0)
        {
            var first = added[0];
            var more = added.Count > 1 ? $" and {Figures.Counted(added.Count - 1, "more change")}" : "";
            parts.Add($"{Names.Of(first.Change)} {first.Subject} on {Figures.Date(first.Date)}{more}");
        }
        if (dropped > 0) parts.Add($"takes {Figures.Counted(dropped, "row")} out of the timeline");
        return parts.Count > 0 ? string.Join("; ", parts) : "no change";
    }
}
