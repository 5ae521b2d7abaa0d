using System.CommandLine;
using Corridor.Cli.Answers;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Cli.Commands;

/// <summary>What <c>run</c> and <c>compare</c> have in common: read the question, simulate, write the run folder, print a page.</summary>
internal static class EnsembleCommand
{
    public static int Invoke(CommandContext context, EnsembleOptionSet options, ParseResult parsed, bool comparesWithBase, Action<Page, Answer> print)
    {
        var terminal = context.Terminal;
        var problems = new List<Problem>();
        var request = options.Read(parsed, problems);
        var question = Question.Read(request, comparesWithBase, problems);
        var folder = question is null ? "" : request.Output ?? RunFolderName.Of(question);
        if (question is not null) RunFolder.RequireReplaceable(folder, problems);
        if (question is not null && request.IsExpected && !problems.Exists(p => p.IsError)) problems.AddRange(Expecter.Check(question));
        if (question is null || problems.Exists(p => p.IsError)) return context.Refuse(problems);

        Answer? answer;
        try
        {
            using var progress = new ProgressLine(terminal, request.Quiet);
            answer = request.IsExpected
                ? Expecter.Answer(question, folder, progress, context.Stop)
                : Forecaster.Answer(question, folder, progress, context.Stop);
        }
        catch (NoExpectationException e)
        {
            terminal.Error.WriteLine($"--expected: {e.Message}");
            return ExitCode.BadInput;
        }
        if (answer is null)
        {
            terminal.Error.WriteLine("stopped before the first day was done: nothing was written");
            return ExitCode.Stopped;
        }
        ClosingLines.PrintKept(terminal, answer, folder);
        if (request.Json) terminal.Out.WriteLine(SummaryJson.Text(answer));
        else if (!request.Quiet) print(new Page(terminal), answer);
        if (!request.Json && !request.Quiet) ClosingLines.Print(new Page(terminal), answer);
        return answer.IsComplete ? ExitCode.Done : ExitCode.Stopped;
    }
}
