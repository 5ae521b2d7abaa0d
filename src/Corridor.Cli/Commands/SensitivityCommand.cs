using System.CommandLine;
using System.Globalization;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Sensitivity;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor sensitivity</c>: which of the things that are not known well matter.</summary>
internal static class SensitivityCommand
{
    private const int Fewest = 16;

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "the scenario folder" };
        var outputs = Many("--output", "FIGURE", "A figure, as in \"people at khazer\" or \"arrivals at khazer in 14 d\"; may be repeated "
            + "(default: displaced, trapped and the largest camps)");
        var samples = One("--samples", "N", "Rows of the design; each takes a run for every input and two more (default: 256)");
        var days = One("--days", "N", "Days to simulate (default: those of the scenario)");
        var seed = One("--seed", "N", "Seed of all chance; the same seed gives the same bytes (default: 1)");
        var threads = One("--threads", "N", "Threads (default: one per core); they change the time only");
        var settings = Many("--set", "rules.NAME=VALUE", "Set a rule, which is then no input; may be repeated");
        var knownFuture = new Option<bool>("--known-future") { Description = "Let in timeline rows that were announced after the as-of day" };
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
                Days = values.Number(days, 1, 3650),
                Runs = values.Number(samples, Fewest, 1_000_000) ?? 256,
                Seed = values.Seed(seed),
                Threads = values.Number(threads, 1, 1024) ?? Environment.ProcessorCount,
                Alternatives = [],
                Settings = parsed.GetValue(settings) ?? [],
                KnownFuture = parsed.GetValue(knownFuture),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            };
            var question = QuestionReader.Read(request, comparesWithBase: false, problems);
            var asked = question is null ? [] : OutputsOf(parsed.GetValue(outputs) ?? [], question.Scenario, problems);
            if (question is null || ProblemList.HasErrors(problems))
            {
                ProblemList.Print(problems, context.Terminal.Error);
                return ExitCode.BadInput;
            }
            return Run(context, question, asked);
        });
        return command;
    }

    private static int Run(CommandContext context, Question question, List<Quantity> asked)
    {
        var request = question.Request;
        var outputs = asked.Count > 0 ? asked : Usual(question.Scenario);
        var options = new SensitivityOptions
        {
            Samples = request.Runs,
            Seed = request.Seed,
            Threads = request.Threads,
            KnownFuture = request.KnownFuture,
        };
        var study = new SensitivityStudy(question.Scenario, outputs, options);
        var progress = new ProgressLine(context.Terminal, request.Quiet, "Ctrl-C keeps the rows that are done");
        bool complete;
        try
        {
            complete = study.Run(done => progress.Report(done, request.Runs, $"row {done} of {request.Runs}"), context.Stop);
        }
        finally
        {
            progress.Clear();
        }
        if (study.RowsDone < Fewest)
        {
            context.Terminal.Error.WriteLine($"stopped before {Fewest} rows were done: nothing can be said yet");
            return ExitCode.Stopped;
        }
        IReadOnlyList<SensitivityResult> results = study.Results();
        if (asked.Count == 0) results = SensitivityPage.MainOf(results);
        if (request.Json) context.Terminal.Out.WriteLine(SensitivityPage.Json(question, study, results));
        else SensitivityPage.Print(new Page(context.Terminal), question, study, results);
        return complete ? ExitCode.Done : ExitCode.Stopped;
    }

    private static List<Quantity> OutputsOf(IReadOnlyList<string> texts, Scenario scenario, List<Problem> problems)
    {
        var outputs = new List<Quantity>();
        foreach (var text in texts)
        {
            var quantity = Quantity.Parse(text, out var wrong)?.At(scenario.Places);
            if (quantity is not null) wrong = quantity.WrongPlace(scenario.Places) ?? Late(quantity, scenario) ?? "";
            if (wrong.Length > 0) problems.Add(Problem.Error(Origin.None, $"--output \"{text}\": {wrong}"));
            else if (!outputs.Contains(quantity!)) outputs.Add(quantity!);
        }
        return outputs;
    }

    private static string? Late(Quantity quantity, Scenario scenario)
    {
        var left = scenario.Days - 1 - (scenario.AsOf is { } asOf ? scenario.Day(asOf) : -1);
        var after = scenario.AsOf is null ? "its start" : "the as-of day";
        return quantity.Days > left
            ? $"the scenario has {Math.Max(0, left)} days after {after}; expected at most that many, or a larger --days"
            : null;
    }

    /// <summary>The whole situation, and every camp: which of these are shown is decided when their size is known.</summary>
    private static List<Quantity> Usual(Scenario scenario)
    {
        var becomes = scenario.Timeline.Where(e => e.NewKind is PlaceKind.Camp or PlaceKind.IdpCamp).Select(e => e.Subject.From).ToHashSet();
        return
        [
            new Quantity(Measure.Displaced, Count.Everywhere, null),
            new Quantity(Measure.Trapped, Count.Everywhere, null),
            new Quantity(Measure.Held, Count.Everywhere, null),
            .. scenario.Places
                .Where(p => p.Kind is PlaceKind.Camp or PlaceKind.IdpCamp || becomes.Contains(p.Id))
                .Select(p => new Quantity(Measure.Stock, p.Id, null)),
        ];
    }

    private static Option<string> One(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
