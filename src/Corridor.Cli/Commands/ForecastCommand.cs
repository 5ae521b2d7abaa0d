using System.CommandLine;
using Corridor.Cli.Forecasts;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor forecast</c>: how many people will be at each reported place, from what had been published by a day.</summary>
internal static class ForecastCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ForecastOptionSet();
        var alternatives = SharedOptions.Alternatives();
        var roundBelow = SharedOptions.RoundBelow();
        var output = SharedOptions.RunFolder();
        var card = new Option<bool>("--model-card") { Description = "Print the model card of the forecast instead of its table" };
        var json = new Option<bool>("--json") { Description = "Print the quantiles as JSON instead of tables" };
        var command = new Command("forecast", "Forecast the reported figures from what had been published by a day, and what to be warned of");
        options.AddTo(command);
        foreach (var option in new Option[] { alternatives, roundBelow, output, card, json }) command.Options.Add(option);
        Help.AddTo(command, "corridor forecast examples/mosul-2016 --as-of 2016-12-25", "corridor forecast my-scenario --alternative bridge-closed --days 90");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var values = new OptionReader(parsed, problems);
            if (parsed.GetValue(card) && parsed.GetValue(json))
                problems.Add(Problem.Error(Origin.None, "--json: with --model-card the card is printed, which is a text; leave out one of the two"));
            var request = options.Read(parsed, problems) with
            {
                Alternatives = parsed.GetValue(alternatives) ?? [],
                RoundBelow = values.RoundBelow(roundBelow),
                Output = values.Path(output, "folder"),
                Json = parsed.GetValue(json),
            };
            return Invoke(context, request, everyAlternative: false, problems, (page, answer) =>
            {
                if (parsed.GetValue(card)) context.Terminal.Out.Write(ModelCard.Text(answer));
                else if (request.Json) context.Terminal.Out.Write(HubFiles.Json(answer));
                else
                {
                    ForecastPage.Print(page, answer);
                    WarningLines.Print(page, answer);
                    return true;
                }
                return false;
            });
        });
        return command;
    }

    /// <summary>Asks, forecasts, writes the run folder and prints: what <c>forecast</c> and <c>compare --as-of</c> have in common.</summary>
    /// <param name="context">The command's context.</param>
    /// <param name="request">What was typed.</param>
    /// <param name="everyAlternative">Whether all alternatives are meant when none is named.</param>
    /// <param name="problems">What is wrong so far.</param>
    /// <param name="print">Prints the page; says whether the closing lines follow.</param>
    public static int Invoke(CommandContext context, Request request, bool everyAlternative, List<Problem> problems, Func<Page, ForecastAnswer, bool> print)
    {
        var terminal = context.Terminal;
        var question = ForecastQuestion.Read(request, everyAlternative, problems);
        var folder = request.Output ?? (question is null ? "" : RunFolderName.Of(ForecastAnswer.Asked(question)));
        RunFolder.RequireReplaceable(folder, problems);
        if (question is not null) RunFolder.RequireFolderNames(question.Alternatives, problems);
        if (question is null || problems.Exists(p => p.IsError)) return context.Refuse(problems);
        try
        {
            var answer = ForecastAnswer.Make(question, folder, terminal, context.Stop);
            ClosingLines.PrintKept(terminal, answer.Answer, folder);
            var page = new Page(terminal);
            if (!request.Quiet && print(page, answer)) ClosingLines.Print(page, answer.Answer);
            return answer.Answer.IsComplete ? ExitCode.Done : ExitCode.Stopped;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("stopped before the first day ahead was done: nothing was written");
            return ExitCode.Stopped;
        }
    }
}
