using System.CommandLine;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Conditioning;
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
            var question = ForecastQuestion.Read(options.Read(parsed, problems), everyAlternative: false, problems);
            if (question is null || problems.Exists(p => p.IsError)) return context.Refuse(problems);
            try
            {
                var page = new Page(context.Terminal);
                FitPage.Print(page, question, Fitted(question, context));
                ClosingLines.PrintWarnings(page, question.Warnings, question.Request.Folder);
                return ExitCode.Done;
            }
            catch (OperationCanceledException)
            {
                context.Terminal.Error.WriteLine("stopped before the members were conditioned");
                return ExitCode.Stopped;
            }
        });
        return command;
    }

    private static Posterior Fitted(ForecastQuestion question, CommandContext context)
    {
        using var progress = new ProgressLine(context.Terminal, quiet: false, "Ctrl-C stops it");
        return Posterior.Of(question.Answer(progress, context.Stop).Ensemble);
    }
}
