using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Sensitivity;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor sensitivity</c>: for each output, what each unknown explains of its variance.</summary>
internal static class SensitivityPage
{
    private const int Camps = 3;

    /// <summary>Of many outputs those worth a table: the totals that vary, and the camps with most people.</summary>
    public static IReadOnlyList<SensitivityResult> MainOf(IReadOnlyList<SensitivityResult> results) =>
    [
        .. results.Where(r => r.Output.Place == Count.Everywhere && r.Indices is not null),
        .. results.Where(r => r.Output.Place != Count.Everywhere && r.Indices is not null).OrderByDescending(r => r.People.Mean).Take(Camps),
    ];

    public static void Print(Page page, Question question, SensitivityStudy study, IReadOnlyList<SensitivityResult> results)
    {
        var figures = new Figures(0, 2 * study.RowsDone);
        page.Paragraph($"{question.Scenario.Name}: which unknowns matter", Ink.Heading);
        if (study.RowsDone < question.Request.Runs)
            page.Paragraph($"STOPPED after {study.RowsDone} of {question.Request.Runs} rows: the intervals are wider than asked for.", Ink.Strong);
        var (first, last) = (question.Scenario.Start, question.Scenario.Date(question.Scenario.Days - 1));
        page.Paragraph($"{Figures.Counted(study.RowsDone, "row")} of {Figures.Counted(study.RunsPerRow, "run")}, "
            + $"{Figures.Date(first)} to {Figures.Date(last)}, seed {question.Request.Seed}.");
        OpeningLines.PrintNotKnown(page, question);
        if (!study.HasOwnPriors)
        {
            var priors = string.Join(", ", study.Priors.Select(p => $"{p.Parameter.Name} {p}"));
            page.Paragraph($"The scenario states no priors; taken for it: {priors}.");
        }
        if (results.Count == 0) page.Paragraph("Nothing varies: every figure is the same in every run.");
        foreach (var result in results)
        {
            var interval = figures.Interval(result.People) is { Length: > 0 } range ? $" ({range})" : "";
            page.Heading($"{result.Output}: {figures.People(result.People.Q50)}{interval}");
            if (result.Indices is null)
            {
                page.Line("  the same in every run: nothing explains what does not vary");
                continue;
            }
            var table = new TextTable("", " alone", "95 % interval", " with others", "95 % interval");
            foreach (var (input, index) in study.Inputs.Zip(result.Indices).OrderByDescending(i => i.Second.Total))
            {
                table.Add(input, new Cell(Two(index.First), Ink.Strong), $"{Two(index.FirstLow)} to {Two(index.FirstHigh)}",
                    new Cell(Two(index.Total), Ink.Strong), $"{Two(index.TotalLow)} to {Two(index.TotalHigh)}");
            }
            page.Table(table);
        }
        page.Heading("How to read this");
        page.Paragraph("'alone': the share of the variance that would go if this unknown were known (first-order Sobol' index). "
            + "'with others': the share that would stay if all others were known (total index). "
            + "A 'chance' that is large means that no knowledge of people would make the figure sure. "
            + "An interval that reaches beyond 0 or 1 is the sampling error; more --samples narrow it.");
    }

    public static string Json(Question question, SensitivityStudy study, IReadOnlyList<SensitivityResult> results) => JsonText.Of(json =>
    {
        json.WriteString("scenario", question.Scenario.Name);
        json.WriteNumber("rows", study.RowsDone);
        json.WriteNumber("runs_per_row", study.RunsPerRow);
        json.WriteNumber("seed", question.Request.Seed);
        json.WriteObject("priors", () =>
        {
            foreach (var prior in study.Priors) json.WriteString(prior.Parameter.Name, prior.ToString());
        });
        json.WriteObjects("outputs", results, result =>
        {
            json.WriteString("output", result.Output.ToString());
            json.WriteNumber("mean", Math.Round(result.People.Mean, 2));
            json.WriteNumber("q10", result.People.Q10);
            json.WriteNumber("q50", result.People.Q50);
            json.WriteNumber("q90", result.People.Q90);
            json.WriteObject("indices", () =>
            {
                foreach (var (input, index) in study.Inputs.Zip(result.Indices ?? []))
                {
                    (string Name, double Value)[] values =
                    [
                        ("first", index.First), ("first_q025", index.FirstLow), ("first_q975", index.FirstHigh),
                        ("total", index.Total), ("total_q025", index.TotalLow), ("total_q975", index.TotalHigh),
                    ];
                    json.WriteObject(input, () =>
                    {
                        foreach (var (name, value) in values) json.WriteNumber(name, Math.Round(value, 6));
                    });
                }
            });
        });
    });

    /// <summary>Two decimals; adding 0 takes the sign off a negative zero.</summary>
    private static string Two(double number) => Figures.Decimal(Math.Round(number, 2) + 0.0);
}
