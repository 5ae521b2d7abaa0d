using Corridor.Cli.Questions;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>How the figures are to be read, and how sure they are.</summary>
internal static class ReadingLines
{
    /// <summary>What the sign of the rows that are forecast means.</summary>
    public static void PrintForecastSign(Page page, Answer answer)
    {
        if (answer.Question.Conditioned is not { Forecast.Count: > 0 } conditioned) return;
        page.Line();
        page.Paragraph($"{HorizonRows.ForecastSign} the forecast of a reported figure, of those whom its reports count; "
            + $"every other row is simulated from {Figures.Date(conditioned.SimulatedFrom)} on, without people who came before, "
            + "so parts need not add up.", Ink.Faint);
    }

    public static void PrintOthers(Page page, Answer answer, IReadOnlyList<int> main)
    {
        var others = MainDestinations.Others(answer, main);
        if (others == 0) return;
        page.Line();
        page.Paragraph($"{Figures.Counted(others, "smaller destination")} without a row: summary.json has {(others == 1 ? "it" : "them")}.", Ink.Faint);
    }

    public static void Print(Page page, Answer answer)
    {
        var (question, priors) = (answer.Question, answer.Question.Scenario.Priors);
        page.Heading("How to read this, and how sure it is");
        var figures = answer.Question.Request.Figures;
        page.Paragraph((figures.AreFew
            ? "The first figure is the median of the runs; the range beside or below it is that of all of them, "
                + $"because fewer than {Figures.FewestForQuantiles} runs give no interval and no percentage. "
            : "Half of the runs lie below the first figure; 8 of 10 runs lie within the range beside or below it. ")
            + "Figures are rounded to three digits.");
        if (question.ComparesWithBase)
        {
            page.Paragraph("A change compares runs that share their chance, so it is the effect of the alternative; "
                + $"'more in' is the {(figures.AreFew ? "number" : "share")} of runs with more people than under {question.Alternatives[0].Name}.");
        }
        if (question.Conditioned is { } conditioned)
        {
            var how = conditioned.IsConditioned
                ? ", conditioned on"
                : "; too few places were reported to condition them, but their departures follow";
            page.Paragraph($"The {Figures.Whole(question.Request.Runs)} runs are members simulated from {Figures.Date(conditioned.SimulatedFrom)} on{how} "
                + $"{Figures.Counted(conditioned.Counts, "count")} published by {Figures.Date(question.Scenario.AsOf!.Value)}. "
                + "A stock, or a total of the displaced, that is reported is the forecast of 'corridor forecast', "
                + "and counts whom its reports count, often those in camps alone; "
                + "every other figure is simulated, and people who came before are not in it.");
        }
        var learnt = question.Conditioned is null ? "" : ", how each destination draws, how many set out and how that follows the conflict";
        page.Paragraph(priors.Count > 0
            ? $"The ranges hold chance and what is not known about {string.Join(", ", priors.Select(p => p.Parameter.Name))}{learnt}."
            : "The ranges hold chance alone: the scenario states no priors, so what is not known about people's behaviour is NOT in them. "
                + "They are too narrow.");
        page.Paragraph("They do not hold events that nobody has announced, errors in the map and in the population figures, or what the model leaves out.");
    }
}
