using System.Globalization;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor fit</c>: prior and posterior side by side, and what the counts cannot tell apart.</summary>
internal static class FitPage
{
    public static void Print(Page page, ForecastQuestion question, Posterior posterior)
    {
        page.Paragraph($"{question.Scenario.Name}: what the counts published by {Figures.Date(question.Known.Day)} say", Ink.Heading);
        page.Line();
        var figures = new Figures(RoundBelow: 0, posterior.Members);
        var range = figures.AreFew ? figures.RangeOf("member") : "8 of 10";
        var table = new TextTable("unknown", " before", range, " after", range, " told");
        foreach (var p in posterior.Parameters)
        {
            var told = p.IsSurer ? Figures.Share(p.Contraction) : p.IsLearnt ? "moved" : "nothing";
            table.Add(p.Name, Text(p.Prior.Q50), Range(p.Prior, figures), new Cell(Text(p.After.Q50), Ink.Strong), Range(p.After, figures), told);
        }
        page.Table(table);

        page.Heading("What the counts could and could not tell");
        if (!posterior.IsConditioned)
        {
            page.Paragraph("Where people go: nothing. It takes growth at two or more reported places within the window; "
                + "what stands above of rules and draws is what was believed before.", indent: 2);
        }
        if (!posterior.KnowsDepartures)
            page.Paragraph("How many leave: nothing. It takes two reports within the window.", indent: 2);
        var unlearnt = posterior.Parameters.Where(p => !p.IsLearnt).Select(p => p.Name).ToList();
        if ((posterior.IsConditioned || posterior.KnowsDepartures) && unlearnt.Count > 0)
        {
            page.Paragraph($"Not learnt: {string.Join(", ", unlearnt)}. "
                + $"The forecast keeps the whole range of what was believed about {(unlearnt.Count == 1 ? "it" : "them")}.", indent: 2);
        }
        foreach (var (one, other, correlation) in posterior.Related)
        {
            var (level, fix) = correlation > 0 ? ("high", "their ratio") : ("low", "both together");
            page.Paragraph($"Not told apart: where {posterior.Parameters[one].Name} is high, {posterior.Parameters[other].Name} is {level} "
                + $"(rank correlation {Figures.Decimal(correlation)}); "
                + $"the counts fix {fix} better than either.", indent: 2);
        }
        if (posterior.IsConditioned && posterior.Related.Count == 0)
            page.Paragraph("No two unknowns are hard to tell apart (all rank correlations within ±0.7).", indent: 2);
        if (posterior.IsConditioned)
        {
            var members = Figures.Whole(posterior.Members);
            page.Paragraph($"Effective sample size of rules and draws: {members} of {members} members. "
                + "The smoother moves members and weighs them equally; had those of the prior been weighted by the counts instead, "
                + $"{posterior.EffectiveByWeighting.ToString("0.#", CultureInfo.InvariantCulture)} would be left.", indent: 2);
        }
        if (posterior.KnowsDepartures)
        {
            page.Paragraph("Effective sample size of departures, elasticity and trend: "
                + $"of {Figures.Whole(Posterior.Points)} points of the prior among which the members choose, "
                + $"{posterior.EffectivePoints.ToString("0", CultureInfo.InvariantCulture)} carry the weight of the counts.", indent: 2);
        }
        page.Line();
        page.Paragraph("'told' is 1 - spread after / spread before, on the scale on which the prior is normal; "
            + "'moved' is no surer, but more than a standard deviation from what was believed. "
            + "Departures are those at the last report, the trend their factor in 28 days; "
            + "an error is the standard deviation of a figure of that source, as a share of it.", Ink.Faint);
    }

    private static string Range(Summary summary, Figures figures)
    {
        var (low, high) = figures.Range(summary);
        return $"{Text(low)}-{Text(high)}";
    }

    private static string Text(double number) => Math.Abs(number) switch
    {
        < 100 => number.ToString("G3", CultureInfo.InvariantCulture),
        < 1e9 => new Figures(RoundBelow: 0).People(number),
        _ => number.ToString("G2", CultureInfo.InvariantCulture),
    };
}
