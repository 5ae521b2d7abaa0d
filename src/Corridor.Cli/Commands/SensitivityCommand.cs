using System.CommandLine;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Sensitivity;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor sensitivity</c>: which of the things that are not known well matter.</summary>
internal static class SensitivityCommand
{
    private const int Fewest = 16;

    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var outputs = Many("--output", "FIGURE", "A figure, as in \"people at khazer\" or \"arrivals at khazer in 14 d\"; may be repeated "
            + "(default: of those displaced, trapped and kept from leaving what varies, and the largest camps)");
        var samples = One("--samples", "N", "Rows of the design; each takes a run for every input and two more (default: 256)");
        var days = SharedOptions.Days();
        var seed = SharedOptions.Seed();
        var threads = SharedOptions.Threads();
        var settings = Many("--set", "rules.NAME=VALUE", "Set a rule, which is then no input; may be repeated");
        var knownFuture = SharedOptions.KnownFuture();
        var json = new Option<bool>("--json") { Description = "Print the indices as JSON instead of tables" };
        var quiet = new Option<bool>("--quiet") { Description = "Draw no progress" };
        var command = new Command("sensitivity", "Which unknowns matter: Sobol' indices of chosen figures over the scenario's priors")
        {
            folder, outputs, samples, days, seed, threads, settings, knownFuture, json, quiet,
        };
        Help.AddTo(command,
            "corridor sensitivity examples/mosul-2016 --samples 64",
            "corridor sensitivity my-scenario --output \"people at north-camp in 14 d\"");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var values = new OptionReader(parsed, problems);
            var request = new Request
            {
                Folder = parsed.GetRequiredValue(folder),
                Days = values.Number(days, 1, Scenario.MostDays),
                Runs = values.Number(samples, Fewest, 1_000_000) ?? 256,
                Seed = values.Seed(seed),
                Threads = values.Threads(threads),
                Alternatives = [],
                Settings = parsed.GetValue(settings) ?? [],
                KnownFuture = parsed.GetValue(knownFuture),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            };
            var question = Question.Read(request, comparesWithBase: false, problems);
            var asked = question is null ? [] : SensitivityOutputs.Read(parsed.GetValue(outputs) ?? [], question.Scenario, problems);
            if (question is null || problems.Exists(p => p.IsError)) return context.Refuse(problems);
            return Run(context, question, asked);
        });
        return command;
    }

    private static int Run(CommandContext context, Question question, List<Quantity> asked)
    {
        var request = question.Request;
        var outputs = asked.Count > 0 ? asked : SensitivityOutputs.Usual(question.Scenario);
        var options = new SensitivityOptions
        {
            Samples = request.Runs,
            Seed = request.Seed,
            Threads = request.Threads,
            KnownFuture = request.KnownFuture,
        };
        var study = new SensitivityStudy(question.Scenario, outputs, options);
        bool complete;
        using (var progress = new ProgressLine(context.Terminal, request.Quiet, "Ctrl-C keeps the rows that are done"))
            complete = study.Run(done => progress.Report(done, request.Runs, $"row {done} of {request.Runs}"), context.Stop);
        if (study.RowsDone < Fewest)
        {
            context.Terminal.Error.WriteLine($"stopped before {Fewest} rows were done: nothing can be said yet");
            return ExitCode.Stopped;
        }
        IReadOnlyList<SensitivityResult> results = study.Results();
        if (asked.Count == 0) results = SensitivityPage.MainOf(results);
        if (request.Json)
        {
            context.Terminal.Out.WriteLine(SensitivityPage.Json(question, study, results));
        }
        else
        {
            var page = new Page(context.Terminal);
            SensitivityPage.Print(page, question, study, results);
            ClosingLines.PrintWarnings(page, question.Warnings, request.Folder);
        }
        return complete ? ExitCode.Done : ExitCode.Stopped;
    }
}
