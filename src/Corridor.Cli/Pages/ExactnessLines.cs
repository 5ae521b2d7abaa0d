using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>How far expected values are exact, and how they are to be read.</summary>
internal static class ExactnessLines
{
    public static void Print(Page page, Answer answer)
    {
        page.Heading("How far this is exact");
        foreach (var values in answer.Expected!)
        {
            var name = answer.Expected!.Count > 1 ? values.Alternative.Name + ": " : "";
            page.Paragraph(name + Sentence(values) + Coarseness(values));
        }
        page.Heading("How to read this, and how sure it is");
        page.Paragraph("The first figure is the mean. " + Range(answer) + "Figures are rounded to three digits.");
        if (answer.Question.ComparesWithBase)
        {
            page.Paragraph("What an alternative changes is the difference of the two means. "
                + "It has no range: nothing pairs a future under one alternative with one under another "
                + "('corridor compare' without --expected does, run by run).");
        }
        page.Paragraph("The ranges hold chance alone: what is not known about people's behaviour is NOT in them. They are too narrow. "
            + "They do not hold events that nobody has announced, errors in the map and in the population figures, "
            + "or what the model leaves out either.");
    }

    private static string Sentence(ExpectedValues values)
    {
        if (values.IsExact) return "Means and variances are exact on every day: no camp comes near its capacity.";
        var parts = new List<string>();
        if (values.FirstBinding is { } full)
        {
            parts.Add($"From {Figures.Date(full.Date)} on they are an approximation: on that day a capacity may bind first, at {NameOf(full.Place)}, "
                + "and people no longer go where they go independently of one another.");
        }
        if (values.FirstShortage is { } empty)
        {
            parts.Add($"From the day after {Figures.Date(empty.Date)} on they are an approximation: "
                + $"who sets out hangs on how many residents chance has left, first at {NameOf(empty.Place)}.");
        }
        var first = FirstInexact(values)!.Value;
        var before = first > values.Scenario.Start ? $"Means and variances are exact until {Figures.Date(first.AddDays(-1))}. " : "";
        return before + string.Join(" ", parts);
    }

    /// <summary>The first day on which mean and variance are an approximation; null when there is none.</summary>
    private static DateOnly? FirstInexact(ExpectedValues values) => new[] { values.FirstBinding?.Date, values.FirstShortage?.Date.AddDays(1) }.Min();

    /// <summary>What the range is, as far as it is that under every alternative.</summary>
    private static string Range(Answer answer)
    {
        const string Normal = "8 of 10 futures lie within the range beside or below it, "
            + "if they follow a normal distribution of the same mean and variance: true where many people are counted, roughly where few are. ";
        if (answer.Expected!.Min(FirstInexact) is not { } first) return Normal;
        var (day, isAlways) = (Figures.Date(first), first <= answer.Question.Scenario.Start);
        return (isAlways ? "" : $"Before {day} {Normal}") + $"From {day} on mean and range are an approximation: most futures may lie outside of the range. ";
    }

    private static string NameOf(Place place) => place.Name == place.Id ? place.Id : $"{place.Name} ({place.Id})";

    private static string Coarseness(ExpectedValues values) => values.FirstCoarse is { } from
        ? $" From {Figures.Date(from)} on, states in which less than a hundredth of a person is expected remember the distances "
            + "of the days before less exactly (avoid_short_stints): figures may be off by small parts of a person."
        : "";
}
