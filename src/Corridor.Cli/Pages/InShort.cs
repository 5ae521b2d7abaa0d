using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The few lines that a person needs first: the largest changes that are clear in the runs, by alternative.</summary>
internal static class InShort
{
    private const int MostChanges = 5;
    private const double LeastShare = 1 / 200.0;

    public static void Print(Page page, Answer answer, IReadOnlyList<int> shown, PlaceNames names)
    {
        page.Heading("In short");
        var alternatives = answer.Question.Alternatives;
        // A month ahead where there is one: late enough to show a change, early enough to act on.
        var horizon = answer.Comparison.Horizons.LastOrDefault(h => h.DaysAhead is not null) ?? answer.Comparison.Horizons[^1];
        var figures = answer.Question.Request.Figures;
        page.Paragraph($"{alternatives[0].Name}, on {Figures.Date(horizon.Date)}: {Sizes(horizon.Totals, answer.Question)}", indent: 2);
        for (var i = 1; i < alternatives.Count; i++)
        {
            if (!shown.Contains(i))
            {
                var where = answer.Expected is null ? " in every run" : "";
                var why = WhySame(answer, alternatives[i]);
                page.Paragraph($"{alternatives[i].Name} is the same as {alternatives[0].Name}{where}{why}. It has no column below.", indent: 2);
                continue;
            }
            page.Paragraph($"{alternatives[i].Name} against {alternatives[0].Name}, on {Figures.Date(horizon.Date)}:", indent: 2);
            var changes = Changes(horizon, i, names, answer.Question).ToList();
            foreach (var (name, difference) in changes) page.Paragraph(Sentence(name, difference, figures), indent: 4);
            if (changes.Count > 0) continue;
            page.Line(answer.Expected is null
                ? $"    no change that is clear in {figures.RangeOf()}"
                : "    no mean changes by as much as 1 in 200 of those displaced");
        }
    }

    /// <summary>Why an alternative changes nothing, as far as its rows tell.</summary>
    private static string WhySame(Answer answer, Alternative alternative)
    {
        var question = answer.Question;
        if (alternative.Rows.Count == 0) return ": it has no rows";
        bool IsOfTheTimeline(AlternativeRow row) => question.Scenario.Timeline.Any(e => question.IsKnown(e) && row.Drops(e));
        var changes = alternative.Rows.Where(r => !r.Drop || IsOfTheTimeline(r)).Select(r => r.Entry.Date).ToList();
        if (changes.Count == 0) return ": it only takes out rows that were not known yet";
        return changes.Min() > question.Scenario.Date(answer.DaysDone - 1)
            ? $": its changes begin on {Figures.Date(changes.Min())}, after the last simulated day"
            : "";
    }

    /// <summary>How large the matter is, without any alternative.</summary>
    private static string Sizes(ComparisonTotals totals, Question question)
    {
        var figures = question.Request.Figures;
        var (displaced, underConflict) = (Size(totals.Displaced.Under[0], figures), Size(totals.UnderConflict.Under[0], figures));
        var trapped = totals.Trapped.Under[0];
        // A forecast counts whom the reports count: those who are simulated are no part of it.
        return (question.IsForecast(Count.Everywhere, Measure.Displaced)
                ? $"{displaced} people displaced, as the reports count them; simulated: {underConflict} displaced people {question.InDanger}, "
                : $"{displaced} people displaced, {underConflict} of them still {question.InDanger}; ")
            + (trapped.Mean > 0 ? $"{Size(trapped, figures)} residents trapped" : "nobody without any open route")
            + (totals.Held.Under[0].Mean > 0 ? $", but {figures.People(totals.Held.Under[0].Q50)} kept from leaving" : "");
    }

    private static string Size(Summary summary, Figures figures)
    {
        var interval = figures.Interval(summary);
        return interval.Length == 0 ? figures.People(summary.Q50) : $"{figures.People(summary.Q50)} ({interval})";
    }

    /// <summary>Changes whose range lies on one side of 0, the largest first; those who cannot leave, or not stay, before all others.</summary>
    private static IEnumerable<(string Name, Difference Difference)> Changes(ComparisonHorizon horizon, int alternative, PlaceNames names, Question question)
    {
        (string Name, Difference Difference) Change(string name, ComparisonFigure figure) => (name, figure.Differences[alternative]!.Value);
        var totals = horizon.Totals;
        var others = horizon.Destinations.Select(d => Change($"people at {names[d.Place]}", d.Stock))
            .Append(Change("people displaced in all", totals.Displaced))
            .Append(Change($"displaced people still {question.InDanger}", totals.UnderConflict))
            .OrderByDescending(c => Math.Abs(c.Difference.Summary.Q50));
        var first = new[]
        {
            Change("residents trapped", totals.Trapped),
            Change("people kept from leaving", totals.Held),
            Change("people forced back", totals.ForcedBack),
        };
        return first.Concat(others).Where(c => IsClear(c.Difference, totals.Displaced.Under[0].Mean, question.Request.Figures)).Take(MostChanges);
    }

    /// <summary>In the runs: by its range. Without runs a change is exact: it has to matter beside all who are displaced.</summary>
    private static bool IsClear(Difference difference, double displaced, Figures figures)
    {
        var (low, high) = figures.Range(difference.Summary);
        return double.IsNaN(low) ? Math.Abs(difference.Summary.Mean) >= Math.Max(1, LeastShare * displaced) : low > 0 || high < 0;
    }

    private static string Sentence(string what, Difference difference, Figures figures)
    {
        var (middle, (low, high)) = (difference.Summary.Q50, figures.Range(difference.Summary));
        var word = "more";
        if (middle < 0) (low, middle, high, word) = (-high, -middle, -low, "fewer");
        if (double.IsNaN(low)) return $"{figures.People(middle)} {word} {what} in the mean";
        var (from, to) = (figures.People(low), figures.People(high));
        var range = from == to ? "" : $" ({figures.RangeOf()}: {from} to {to})";
        return $"{figures.People(middle)} {word} {what}{range}";
    }
}
