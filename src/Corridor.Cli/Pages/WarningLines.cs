using Corridor.Cli.Forecasts;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Warnings;

namespace Corridor.Cli.Pages;

/// <summary>
/// What to act on: the warnings under each alternative with their reasons. Those
/// that an alternative has in common with the base are not said twice.
/// </summary>
internal static class WarningLines
{
    private const int Most = 12;

    public static void Print(Page page, ForecastAnswer answer)
    {
        var figures = answer.Question.Request.Figures;
        var words = new WarningText(figures, new PlaceNames(answer.Question.Scenario), answer.Question.Known.Day);
        var said = new HashSet<string>();
        List<string> before = [];
        foreach (var alternative in answer.Question.Alternatives)
        {
            var warnings = answer.Warnings.Where(w => w.Alternative == alternative).ToList();
            // A place that passes its capacity passes nine tenths of it as well: where that is nearly sure, one line is enough.
            var shown = warnings.Where(w => !IsIn(w, warnings)).ToList();
            page.Heading($"Warnings under {alternative.Name}");
            var number = 0;
            var again = 0;
            foreach (var warning in shown.OrderByDescending(w => w.Trigger is not null).ThenByDescending(w => w.Probability))
            {
                var headline = words.Headline(warning);
                if (!said.Add(headline))
                {
                    again++;
                    continue;
                }
                if (++number > Most) continue;
                page.Paragraph(headline, Ink.Strong, indent: 2);
                var reasons = words.Reasons(warning).ToList();
                foreach (var reason in reasons.SequenceEqual(before) ? ["for the same reasons"] : reasons) page.Paragraph("- " + reason, indent: 4);
                before = reasons;
            }
            if (number > Most) page.Line($"  and {Figures.Counted(number - Most, "more warning")} in {WarningsTable.Name}");
            if (again > 0) page.Line($"  {(number > 0 ? "and " : "")}{Figures.Counted(again, "warning")} as under the alternatives before");
            if (number == 0 && again == 0) page.Line("  none");
            if (words.Untold(answer.Forecast.Ensemble.UntoldBy(alternative)) is { } untold && said.Add(untold)) page.Paragraph(untold, Ink.Strong, indent: 2);
        }
        foreach (var capacity in answer.Forecast.Ensemble.Refuted) page.Paragraph(words.Refuted(capacity), indent: 2);
        foreach (var trigger in answer.Question.Scenario.Triggers.Where(t => t.Quantity.Days > answer.Question.Days))
            page.Paragraph($"Not asked: {trigger.Name} looks {trigger.Quantity.Days} days ahead (--days {trigger.Quantity.Days} asks it)", indent: 2);
    }

    private static bool IsIn(Warning warning, List<Warning> all) =>
        warning.Kind == WarningKind.Capacity90 && all.Exists(w => w.Kind == WarningKind.Capacity100 && w.Place == warning.Place && w.Probability > 0.9);
}
