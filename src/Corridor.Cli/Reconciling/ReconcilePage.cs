using Corridor.Cli.Dispatches;
using Corridor.Cli.Pages;
using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Reconciling;

/// <summary>Claims, counts and the simulation side by side, place by place.</summary>
internal static class ReconcilePage
{
    private static readonly (RelationKind Kind, string Title)[] Titles =
    [
        (RelationKind.Contradict, "contradict each other"),
        (RelationKind.DifferentPeople, "count different people"),
        (RelationKind.DifferentDays, "are of different days"),
        (RelationKind.Agree, "agree"),
    ];

    public static void Print(Page page, Scenario scenario, DateOnly day, IReadOnlyList<Statement> statements, SimulatedFigures simulated, int runs)
    {
        page.Paragraph($"{scenario.Name}: claims, counts and simulation on {Figures.Date(day)}", Ink.Heading);
        page.Paragraph("Figures of the week until that day; of each source the last. "
            + $"The simulation: {Figures.Counted(runs, "run")} with what was announced by then, "
            + "each figure of the same place, measure and period.");
        if (statements.Count == 0)
        {
            page.Line();
            var dates = scenario.Counts.Select(c => c.Date).ToList();
            var nearest = dates.Count == 0 ? "" : $"; the nearest count is of {Figures.Date(dates.MinBy(d => Math.Abs(d.DayNumber - day.DayNumber)))}";
            page.Paragraph($"no claim and no count of these days{nearest}");
            return;
        }
        var figures = new Figures(0, runs);
        if (figures.AreFew)
        {
            page.Paragraph($"Fewer than {Figures.FewestForQuantiles} runs give no interval: their range is shown, "
                + "and what is said of the fit goes by it.", Ink.Faint);
        }
        var names = new PlaceNames(scenario);
        var numbers = scenario.PlaceNumbers();
        var relations = Relation.Of(statements);
        foreach (var place in statements.GroupBy(s => s.Count.Place))
        {
            page.Heading(place.Key == Count.Everywhere
                ? "The whole situation"
                : numbers.TryGetValue(place.Key, out var number) ? names[number]
                : $"'{place.Key}', which is no place of the scenario");
            var rows = place.ToList();
            var table = new TextTable("source", "measure", "day", " people", " simulated", figures.RangeOf());
            foreach (var row in rows)
            {
                var (measure, date) = (Names.Of(row.Count.Measure), Figures.Date(row.Count.Date));
                table.Add([new Cell(row.Who, Ink.Strong), measure, date, Figures.Whole(row.Count.People), .. Cells(simulated[row], figures)]);
            }
            page.Table(table, [.. rows.Select(row => Below(row, simulated[row], figures))]);
            foreach (var (kind, title) in Titles)
            {
                foreach (var relation in relations.Where(r => r.Kind == kind && r.One.Count.Place == place.Key))
                {
                    var why = relation.Why.Length > 0 ? $": {relation.Why}" : "";
                    page.Paragraph($"{Named(relation.One)} and {Named(relation.Other)} {title}{why}",
                        kind == RelationKind.Contradict ? Ink.Strong : Ink.Plain);
                }
            }
        }
        page.Line();
        var pairs = Titles.Select(t => $"{t.Title}: {Figures.Whole(relations.Count(r => r.Kind == t.Kind))}");
        page.Paragraph(relations.Count > 0 ? $"Pairs of figures that {string.Join("; ", pairs)}."
            : statements.Any(s => s.IsClaim) ? "No claim has another figure of its place to be set against."
            : "Claims that are accepted are counts: two counts are not set against each other.");
    }

    private static Cell[] Cells(Forecasting.Summary? summary, Figures figures)
    {
        if (summary is not { } s) return ["not simulated"];
        return [new Cell(figures.People(s.Q50), Ink.Strong), figures.Interval(s)];
    }

    private static string Below(Statement s, Forecasting.Summary? simulated, Figures figures) => string.Join("; ", new[]
    {
        s.IsClaim ? "claim" : "count",
        s.Count.Qualifier == Qualifier.Exact ? "" : Names.Of(s.Count.Qualifier),
        s.Count.Since is { } since ? $"since {Figures.Date(since.AddDays(1))}" : "",
        s.Count is { Measure: Measure.ForcedBack, Place: not Count.Everywhere } ? "taken from there" : "",
        s.Count.Series.Length > 0 ? $"series {s.Count.Series}" : "",
        s.Households is { } households ? $"{Figures.Counted(households, "family")} x {Relation.PerHousehold(s, households)}" : "",
        s.LeftOut.Length > 0 ? $"leaves out {s.LeftOut}" : "",
        simulated is { } summary ? Fit(s.Count, figures.Range(summary)) : "",
    }.Where(t => t.Length > 0));

    /// <summary>How a figure lies to the simulated range, with all that its qualifier leaves open.</summary>
    private static string Fit(Count count, (double Low, double High) simulated)
    {
        var open = count.Qualifier == Qualifier.About ? Agreement.About * count.People : 0;
        return count.People - open > simulated.High && count.Qualifier != Qualifier.AtMost ? "above the simulation"
            : count.People + open < simulated.Low && count.Qualifier != Qualifier.AtLeast ? "below the simulation"
            : "within the simulation";
    }

    private static string Named(Statement s) => $"{s.Who} ({Figures.Whole(s.Count.People)})";
}
