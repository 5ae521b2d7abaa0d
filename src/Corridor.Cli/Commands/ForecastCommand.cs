using System.CommandLine;
using Corridor.Cli.Forecasts;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Warnings;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor forecast</c>: how many people will be at each reported place, from what had been published by a day.</summary>
internal static class ForecastCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ForecastOptionSet();
        var alternatives = new Option<string[]>("--alternative") { HelpName = "NAME", Description = "An alternative of the scenario; may be repeated", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
        var output = new Option<string>("--out") { HelpName = "DIR", Description = "Folder to write: hubverse quantiles and samples, model card (default: none)" };
        var card = new Option<bool>("--model-card") { Description = "Print the model card of the forecast instead of its table" };
        var json = new Option<bool>("--json") { Description = "Print the quantiles as JSON instead of tables" };
        var command = new Command("forecast", "Forecast the reported figures from what had been published by a day");
        options.AddTo(command);
        foreach (var option in new Option[] { alternatives, output, card, json }) command.Options.Add(option);
        Help.AddTo(command, "corridor forecast examples/mosul-2016", "corridor forecast examples/mosul-2016 --as-of 2016-12-25 --days 28 --alternative west-open", "corridor forecast my-scenario --as-of 2026-01-31 --out my-forecast");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var question = options.Read(parsed, problems);
            var chosen = question is null ? [] : Chosen(parsed.GetValue(alternatives) ?? [], question.Scenario, problems);
            if (question is null || ProblemList.HasErrors(problems))
            {
                ProblemList.Print(problems, context.Terminal.Error);
                return ExitCode.BadInput;
            }
            if (parsed.GetValue(output) is { } wanted) OutputFolder.RequireFree(wanted);
            var forecast = question.Answer();
            if (parsed.GetValue(card)) context.Terminal.Out.Write(ModelCard.Text(question, forecast));
            else if (parsed.GetValue(json)) context.Terminal.Out.Write(HubFiles.Json(question, forecast, chosen));
            else Print(new Page(context.Terminal), question, forecast, chosen);
            if (parsed.GetValue(output) is { } folder)
            {
                using var files = OutputFolder.Create(folder);
                foreach (var alternative in chosen)
                {
                    files.WriteText($"{alternative.Name}/quantiles.csv", HubFiles.Quantiles(question, forecast, alternative));
                    files.WriteText($"{alternative.Name}/samples.csv", HubFiles.Samples(question, forecast, alternative));
                }
                files.WriteText("model-card.md", ModelCard.Text(question, forecast));
                files.WriteText("record.txt", HubFiles.Record(question));
                files.Commit();
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static List<Alternative> Chosen(string[] names, Scenario scenario, List<Problem> problems)
    {
        var chosen = new List<Alternative> { Alternative.Base };
        foreach (var name in names.Distinct().Where(n => n != Alternative.BaseName))
        {
            if (scenario.Alternatives.FirstOrDefault(a => a.Name == name) is { } found) chosen.Add(found);
            else problems.Add(Problem.Error(Origin.None, $"--alternative: there is no '{name}'{NearestName.Hint(name, scenario.Alternatives.Select(a => a.Name))}"));
        }
        return chosen;
    }

    private static void Print(Page page, ForecastQuestion question, CorridorForecast forecast, List<Alternative> chosen)
    {
        var figures = new Figures(0);
        var known = question.Known;
        var targets = Enumerable.Range(0, known.Series.Count).Where(forecast.CanForecast).ToList();
        page.Heading($"{question.Scenario.Name}: forecast as of {Figures.Date(known.Day)}, from {known.Series.Sum(s => s.Reports.Count)} published counts");
        if (targets.Count == 0)
        {
            page.Paragraph("No series has three reports by that day: there is nothing to forecast from.");
            return;
        }
        var horizons = new[] { 7, 14, 28, 90, question.Days }.Where(h => h <= question.Days).Distinct().Order().ToList();
        foreach (var alternative in chosen)
        {
            page.Heading(alternative == Alternative.Base ? "As things stand: median, and the range that holds with 80 %" : $"{alternative.Name}: {alternative.Description}");
            var table = new TextTable(["place", " last report", .. horizons.Select(h => $" in {h} days")]);
            foreach (var target in targets)
            {
                table.Add([
                    known.Series[target].Target.IsTotal ? "all" : known.Series[target].Target.ToString(),
                    figures.People(known.Series[target].Reports[^1].People),
                    .. horizons.Select(h =>
                    {
                        var f = forecast.Of(alternative, target, known.Day.AddDays(h));
                        return new Cell($"{figures.People(f.Median)} ({figures.People(f.Quantile(0.1))}-{figures.People(f.Quantile(0.9))})");
                    }),
                ]);
            }
            page.Table(table);
            if (alternative == Alternative.Base) continue;
            page.Heading($"What {alternative.Name} changes on {Figures.Date(known.Day.AddDays(question.Days))} against base, member by member");
            var effect = new TextTable("place", " median", " 80 % range");
            foreach (var target in targets)
            {
                var difference = Summary.Of(forecast.Difference(alternative, Alternative.Base, target, known.Day.AddDays(question.Days)));
                if (Math.Abs(difference.Q10) < 1 && Math.Abs(difference.Q90) < 1) continue;
                effect.Add(known.Series[target].Target.IsTotal ? "all" : known.Series[target].Target.ToString(), figures.Change(difference.Q50), figures.ChangeInterval(difference));
            }
            if (effect.RowCount > 0) page.Table(effect);
            else page.Paragraph("Nothing that can be seen at the reported places.");
        }
        var warnings = CapacityWarning.Of(question.Scenario, known, forecast, Alternative.Base, question.Days);
        if (warnings.Count == 0) return;
        page.Heading("Warnings");
        foreach (var warning in warnings) page.Paragraph(warning.ToString(), indent: 2);
    }
}
