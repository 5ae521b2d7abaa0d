using System.CommandLine;
using System.Globalization;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor fit</c>: what the counts say about each unknown.</summary>
internal static class FitCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ForecastOptionSet();
        var command = new Command("fit", "What the counts known on a day say about each unknown of the simulation");
        options.AddTo(command);
        Help.AddTo(command, "corridor fit examples/mosul-2016 --as-of 2016-12-25");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var question = options.Read(parsed, problems);
            if (question is null || ProblemList.HasErrors(problems))
            {
                ProblemList.Print(problems, context.Terminal.Error);
                return ExitCode.BadInput;
            }
            var ensemble = question.Answer().Ensemble;
            var page = new Page(context.Terminal);
            page.Heading($"{question.Scenario.Name}: what the counts published by {Figures.Date(question.Known.Day)} say");
            if (!ensemble.IsConditioned) page.Paragraph("There was no growth at two or more reported places in the window, so nothing could be learnt: these are the priors.");
            var table = new TextTable("unknown", " prior 10 %", " median", " 90 %", " posterior 10 %", " median", " 90 %", " told by counts");
            for (var p = 0; p < ensemble.Names.Count; p++)
            {
                var (prior, posterior) = (ensemble.PriorOf(p), ensemble.Posterior(p));
                var told = Math.Clamp(1 - Deviation(posterior) / Deviation(prior), 0, 1);
                var (a, b) = (Summary.Of(prior), Summary.Of(posterior));
                table.Add(ensemble.Names[p], Text(a.Q10), Text(a.Q50), Text(a.Q90), Text(b.Q10), Text(b.Q50), Text(b.Q90), told < 0.1 ? "nothing" : Figures.Share(told));
            }
            page.Table(table);
            page.Paragraph($"Members: {ensemble.Posterior(0).Length}. 'Told by counts' is how much narrower the posterior is than the prior, on the scale of logarithms; the smoother moves members and weighs them equally, so none is lost.");
            return ExitCode.Done;
        });
        return command;
    }

    private static double Deviation(double[] values)
    {
        var logs = values.Select(v => Math.Log(Math.Max(1e-12, v))).ToArray();
        var mean = logs.Average();
        return Math.Sqrt(logs.Average(v => (v - mean) * (v - mean))) + 1e-12;
    }

    private static string Text(double number) => number.ToString("G3", CultureInfo.InvariantCulture);
}
