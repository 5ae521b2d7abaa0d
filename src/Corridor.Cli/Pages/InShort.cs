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
        // A month ahead, or the last day if that is sooner: late enough to show a change, early enough to act on.
        var month = answer.Comparison.Reference.AddDays(30);
        var horizon = answer.Comparison.Horizons.LastOrDefault(h => h.Date <= month) ?? answer.Comparison.Horizons[^1];
        var figures = answer.Question.Request.Figures;
        page.Paragraph($"{alternatives[0].Name}, on {Figures.Date(horizon.Date)}: {Sizes(horizon, answer.Question, names)}", indent: 2);
        for (var i = 1; i < alternatives.Count; i++)
        {
            if (!shown.Contains(i))
            {
                var where = answer.Expected is null ? " in every run" : "";
                page.Paragraph((answer.Comparison.IsSameOverCapacity(i)
                    ? $"{alternatives[i].Name} is the same as {alternatives[0].Name}{where}{WhySame(answer, i, names)}."
                    : $"{alternatives[i].Name} has the same people everywhere as {alternatives[0].Name}{where}, but not the same camps over capacity.")
                    + " It has no column below.", indent: 2);
                continue;
            }
            // What has not begun a month ahead is judged on the first day that is asked for from then on.
            var begins = FirstChange(answer.Question, alternatives[i]) is { } first && first > horizon.Date ? first : (DateOnly?)null;
            var judged = begins is null ? horizon : answer.Comparison.Horizons.FirstOrDefault(h => h.Date >= begins) ?? answer.Comparison.Horizons[^1];
            var why = begins is { } late ? $", as its changes begin on {Figures.Date(late)}" : "";
            page.Paragraph($"{alternatives[i].Name} against {alternatives[0].Name}, on {Figures.Date(judged.Date)}{why}:", indent: 2);
            var changes = Changes(judged, i, names, answer.Question).ToList();
            foreach (var (who, difference) in changes) page.Paragraph(Sentence(who, difference, figures), indent: 4);
            if (changes.Count > 0) continue;
            page.Line(answer.Expected is null
                ? $"    no change that is clear in {figures.RangeOf()}"
                : "    no mean changes by as much as 1 in 200 of those displaced");
        }
    }

    /// <summary>Why an alternative changes nothing, as far as its rows tell.</summary>
    private static string WhySame(Answer answer, int number, PlaceNames names)
    {
        var (question, alternative) = (answer.Question, answer.Question.Alternatives[number]);
        if (alternative.Rows.Count == 0) return ": it has no rows";
        if (FirstChange(question, alternative) is not { } begins) return ": it only takes out rows that were not known yet";
        if (begins > question.Scenario.Date(answer.DaysDone - 1))
            return $": its changes begin on {Figures.Date(begins)}, after the last simulated day";
        bool IsOwn(ComparisonForced few) => alternative.Rows.Any(r =>
            r is { Drop: false, Entry.Change: Change.ForceMove } && r.Entry.Subject.From == question.Scenario.Places[few.Place].Id);
        var few = answer.Comparison.NotFound.Where(f => f.Alternative == number && IsOwn(f)).Select(f => names[f.Place]).ToList();
        return few.Count > 0 ? $": those to be forced from {string.Join(", ", few)} are not there in the simulation" : "";
    }

    /// <summary>The day of the first change that an alternative makes to what is known; null when it makes none.</summary>
    private static DateOnly? FirstChange(Question question, Alternative alternative)
    {
        bool IsOfTheTimeline(AlternativeRow row) => question.Scenario.Timeline.Any(e => question.IsKnown(e) && row.Drops(e));
        return alternative.Rows.Where(r => !r.Drop || IsOfTheTimeline(r)).Min(r => (DateOnly?)r.Entry.Date);
    }

    /// <summary>How large the matter is, without any alternative.</summary>
    private static string Sizes(ComparisonHorizon horizon, Question question, PlaceNames names)
    {
        var (figures, totals) = (question.Request.Figures, horizon.Totals);
        var (displaced, underConflict) = (totals.Displaced.Under[0], totals.UnderConflict.Under[0]);
        var trapped = totals.Trapped.Under[0];
        // A forecast counts whom the reports count: those who are simulated are no part of it.
        return (question.IsForecast(Count.Everywhere, Measure.Displaced)
                ? $"{Size(displaced, "person", figures)} displaced, as the reports count them; "
                    + $"simulated: {Size(underConflict, "displaced person", figures)} {question.InDanger}, "
                : (question.Conditioned is null ? "" : "simulated: ")
                    + $"{Size(displaced, "person", figures)} displaced, {Size(underConflict, figures)} of them still {question.InDanger}; ")
            + (trapped.Mean > 0 ? $"{Size(trapped, "resident", figures)} trapped" : "nobody without any open route")
            + (totals.Held.Under[0].Mean > 0 ? $", but {figures.People(totals.Held.Under[0].Q50)} kept from leaving" : "")
            + HigherReports(horizon, question, names);
    }

    /// <summary>
    /// The place whose forecast is of more people than are simulated as displaced in all, the largest; else nothing. Those who came before the
    /// first simulated day are in the reports and not in the simulation.
    /// </summary>
    private static string HigherReports(ComparisonHorizon horizon, Question question, PlaceNames names)
    {
        if (question.IsForecast(Count.Everywhere, Measure.Displaced)) return "";
        var largest = horizon.Destinations.Where(d => question.IsForecast(question.Scenario.Places[d.Place].Id, Measure.Stock))
            .MaxBy(d => d.Stock.Under[0].Q50);
        return largest is not null && largest.Stock.Under[0].Q50 > horizon.Totals.Displaced.Under[0].Q50
            ? $"; the reports of {names[largest.Place]} alone are higher, as people who came before are in no simulated figure"
            : "";
    }

    private static string Size(Summary summary, string thing, Figures figures) =>
        $"{Size(summary, figures)} {Figures.Named(figures.People(summary.Q50), thing)}";

    private static string Size(Summary summary, Figures figures)
    {
        var interval = figures.Interval(summary);
        return interval.Length == 0 ? figures.People(summary.Q50) : $"{figures.People(summary.Q50)} ({interval})";
    }

    /// <summary>Changes whose range lies on one side of 0, the largest first; those who cannot leave, or not stay, before all others.</summary>
    private static IEnumerable<(Words Who, Difference Difference)> Changes(ComparisonHorizon horizon, int alternative, PlaceNames names, Question question)
    {
        (Words Who, Difference Difference) Change(ComparisonFigure figure, string thing, string rest, string before = "") =>
            (new Words(before, thing, rest), figure.Differences[alternative]!.Value);
        var totals = horizon.Totals;
        var others = horizon.Destinations.Select(d => Change(d.Stock, "person", $"at {names[d.Place]}"))
            .Append(Change(totals.Displaced, "person", "displaced in all"))
            .Append(Change(totals.UnderConflict, "person", $"still {question.InDanger}", before: "displaced "))
            .Append(Change(totals.InTransit, "person", "on the road"))
            .OrderByDescending(c => Math.Abs(c.Difference.Summary.Q50));
        var first = new[]
        {
            Change(totals.Trapped, "resident", "trapped"),
            Change(totals.Held, "person", "kept from leaving"),
            Change(totals.ForcedBack, "person", "forced back"),
        };
        return first.Concat(others).Where(c => IsClear(c.Difference, totals.Displaced.Under[0].Mean, question.Request.Figures)).Take(MostChanges);
    }

    /// <summary>In the runs: by its range. Without runs a change is exact: it has to matter beside all who are displaced.</summary>
    private static bool IsClear(Difference difference, double displaced, Figures figures)
    {
        var (low, high) = figures.Range(difference.Summary);
        return double.IsNaN(low) ? Math.Abs(difference.Summary.Mean) >= Math.Max(1, LeastShare * displaced) : low > 0 || high < 0;
    }

    private static string Sentence(Words who, Difference difference, Figures figures)
    {
        var (middle, (low, high)) = (difference.Summary.Q50, figures.Range(difference.Summary));
        var word = "more";
        if (middle < 0) (low, middle, high, word) = (-high, -middle, -low, "fewer");
        var number = figures.People(middle);
        var change = $"{number} {word} {who.Of(number)}";
        if (double.IsNaN(low)) return $"{change} in the mean";
        var (from, to) = (figures.People(low), figures.People(high));
        var range = from == to ? "" : $" ({figures.RangeOf()}: {from} to {to})";
        return change + range;
    }

    /// <summary>Who it is that there are more of or fewer: <c>displaced people still under conflict</c>.</summary>
    private readonly record struct Words(string Before, string Thing, string Rest)
    {
        public string Of(string number) => $"{Before}{Figures.Named(number, Thing)} {Rest}";
    }
}
