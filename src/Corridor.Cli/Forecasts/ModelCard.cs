using System.Globalization;
using System.Text;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>
/// The model card of a forecast (M. Mitchell et al., "Model cards for model reporting",
/// 2019), with the skill it has shown in this very situation up to its as-of day.
/// </summary>
internal static class ModelCard
{
    public static string Text(ForecastAnswer answer)
    {
        var question = answer.Question;
        var known = question.Known;
        var figures = question.Request.Figures;
        var text = new StringBuilder();
        void Line(params FormattableString[] sentences) => text.AppendJoin(' ', sentences.Select(FormattableString.Invariant)).Append('\n');
        Line($"# Model card: {question.Scenario.Name}, as of {known.Day:yyyy-MM-dd}");
        Line($"\n## Purpose\n\nHow many people will be at each reported place up to {Figures.Counted(question.Days, "day")} ahead,",
            $"for planning shelter, water and staff. Not for decisions about single persons, nor for keeping people from leaving.");
        Line($"\n## Data\n\n{Figures.Counted(known.Series.Sum(s => s.Reports.Count), "figure")} published by that day, in {known.Series.Count} series:\n");
        foreach (var series in known.Series.Where(s => s.Reports.Count > 0))
        {
            var (name, last) = (series.Target.IsTotal ? "all" : series.Target.ToString(), series.Reports[^1]);
            Line($"- {name}: {Figures.Counted(series.Reports.Count, "report")}, the last {figures.Exactly(last.People)} on {last.Date:yyyy-MM-dd}");
        }
        var ensemble = answer.Forecast.Ensemble;
        var conditioned = ensemble.IsConditioned
            ? "conditioned on how the counts were shared among the places"
            : ensemble.KnowsDepartures ? "which too few places were reported to condition, but their departures follow the counts"
            : "which too few places were reported to condition: their unknowns are the priors";
        Line($"\n## Method\n\nQuantiles: experts on the trend of each series, weighted by their past scores in this situation.",
            $"Changes: {question.Options.Members} simulated members (seed {question.Options.Seed}), from {ensemble.SimulatedFrom:yyyy-MM-dd} on,",
            $"{conditioned};",
            $"they are run ahead by the rules in run.json, and conditioned with at most 4 parts for a limited place and without a memory of short stints;",
            $"what the timeline changes counts by {answer.Forecast.Trust:0.00} (0 not at all, 1 in full), as learnt from the last origins;",
            $"what an alternative changes counts in full. See docs/forecasting.md.");
        Line($"\nUnknowns: {string.Join(", ", ensemble.Names)}.");
        Line($"\nMade by corridor {CliVersion.Text} from these files; run.json has the rules and priors:\n");
        foreach (var file in question.Inputs) Line($"- {file.Path}, SHA-256 {file.Sha256}");
        Line($"\n## Evaluation\n\nOn this situation's own past, at every report known by {known.Day:yyyy-MM-dd} (14 and 28 days ahead,",
            $"the statistical forecast; 'corridor backtest' scores it with the simulation):\n");
        if (answer.Past is not { } past) Line($"Too few reports so far.");
        else
        {
            foreach (var method in past.Methods)
            {
                var (wis, held) = (past.MeanWis(past.Cases[0], method), 100 * Skill.Coverage(past.Of(method), 0.8));
                Line($"- {method}: mean WIS {wis:N0}, 80 % interval held {held:0} %");
            }
        }
        if (PartsAndWhole(answer) is { } parts) Line($"\n## Parts and whole\n\n{parts}");
        var supposed = question.Alternatives.Count > 1
            ? "An alternative is a supposition: nothing says how likely it is."
            : "Closures that nobody has announced are not in it.";
        Line($"\n## Limits\n\nA new offensive, a new registration or a new series makes jumps that no past report announces:",
            $"the intervals have often been too short then. A place without three reports has no forecast, only a simulated figure.",
            $"Stated capacities and roads may be wrong. {supposed}");
        Line($"\n## Do no harm\n\nFigures are about places, never about persons. A forecast that a road will fill can be used against those on it:",
            $"share it with those who protect them. --round-below hides small figures.");
        return text.ToString();
    }

    /// <summary>What somebody who adds up places finds, in figures; null where there is no forecast of the whole and of places.</summary>
    private static string? PartsAndWhole(ForecastAnswer answer)
    {
        var (question, forecast) = (answer.Question, answer.Forecast);
        var end = question.Known.Day.AddDays(question.Days);
        var series = question.Known.Series;
        bool IsForecastStock(int target) => series[target].Target is { IsTotal: false, Kind: TargetKind.Stock } && forecast.CanForecast(target);
        var places = Enumerable.Range(0, series.Count).Where(IsForecastStock).ToList();
        if (question.Known.Total is not { } total || !forecast.CanForecast(total) || places.Count == 0) return null;
        double Median(int target) => forecast.Of(Alternative.Base, target, end).Median;
        double Last(int target) => series[target].Reports[^1].People;
        var figures = question.Request.Figures;
        return string.Create(CultureInfo.InvariantCulture,
            $"The whole situation and each reported place are forecast from their own reports, so they need not add up: "
            + $"on {end:yyyy-MM-dd} the median of the whole is {figures.Exactly(Median(total))}, "
            + $"the sum of the medians of {Figures.Counted(places.Count, "place")} {figures.Exactly(places.Sum(Median))} "
            + $"(last reports: {figures.Exactly(Last(total))} and {figures.Exactly(places.Sum(Last))}). "
            + $"All other figures of the run folder are simulated from {forecast.Ensemble.SimulatedFrom:yyyy-MM-dd} on, "
            + $"without people who came before; run.json lists which are forecast.");
    }
}
