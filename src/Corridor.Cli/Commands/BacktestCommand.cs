using System.CommandLine;
using System.Text;
using Corridor.Cli.Forecasts;
using Corridor.Cli.Pages;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Simple;
using Corridor.Formats.Files;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor backtest</c>: forecasts from past days, scored at what was reported later.</summary>
internal static class BacktestCommand
{
    public static Command Create(CommandContext context)
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "scenario folders; each is a case", Arity = ArgumentArity.OneOrMore };
        var every = One("--every", "Nd", "Days from one origin to the next (default: 14d)");
        var horizons = One("--horizons", "N,N", "Days ahead (default: 14,28)");
        var members = One("--members", "N",
            $"Members of the conditioned simulation (default: {Backtest.UsualMembers}; 0: the statistical forecast alone, which takes seconds)");
        var output = One("--out", "DIR", "Where finished origins are kept, and the tables written (default: runs/backtest)");
        var markdown = One("--markdown", "FILE", "Write the tables to this file as well");
        var threads = SharedOptions.Threads();
        var command = new Command("backtest", "Score forecasts from past days at what was reported later, beside simple methods")
        {
            folders, every, horizons, members, output, markdown, threads,
        };
        Help.AddTo(command,
            "corridor backtest examples/mosul-2016",
            "corridor backtest examples/mosul-2016 --members 0 --markdown skill.md");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var values = new OptionReader(parsed, problems);
            var step = parsed.GetValue(every) is { } days ? values.Number(every, days.EndsWith('d') ? days[..^1] : days, 1, 365, ", as in 14d") ?? 1 : 14;
            var ahead = (parsed.GetValue(horizons) ?? "14,28").Split(',').Select(h => values.Number(horizons, h.Trim(), 1, 365) ?? 1).Distinct().ToArray();
            var size = parsed.GetValue(members) switch
            {
                null => Backtest.UsualMembers,
                "0" => 0,
                var some => values.Number(members, some, 10, 100_000, ", or 0 for none") ?? 0,
            };
            var parallel = values.Threads(threads);
            var root = values.Path(output, "folder") ?? Path.Combine("runs", "backtest");
            var request = new BacktestRequest(parsed.GetRequiredValue(folders), step, ahead, size, root, values.Path(markdown, "file"));
            return Run(context, request, parallel, problems);
        });
        return command;
    }

    private static int Run(CommandContext context, BacktestRequest request, int threads, List<Problem> problems)
    {
        var terminal = context.Terminal;
        problems.AddRange(request.Folders.Where((folder, i) => request.Folders.Take(i).Any(before => OutputFile.IsSame(before, folder)))
            .Select(folder => Problem.Error(Origin.None, $"FOLDER: '{folder}' is given twice; expected each case once")));
        var tests = request.Folders.Select(folder => KeptBacktest.Open(folder, request, problems, context.Stop)).OfType<KeptBacktest>().ToList();
        if (problems.Exists(p => p.IsError)) return context.Refuse(problems);
        KeptBacktest.TellApart(tests);
        foreach (var test in tests.Where(t => t.Plan.Origins.Count == 0))
        {
            terminal.Error.WriteLine($"{test.Case}: left out, no series has {SimpleMethods.MinReports} reports "
                + $"and a later one at which a forecast of {string.Join(" or ", request.Horizons)} days can be scored");
        }
        tests.RemoveAll(t => t.Plan.Origins.Count == 0);
        if (tests.Count == 0) return ExitCode.BadInput;
        if (request.Markdown is { } file) OutputFile.RequireWritable(file);
        OutputFolder.MakeWritable(request.Root);
        IReadOnlyList<IReadOnlyList<ScoredForecast>?> origins;
        using (var progress = new ProgressLine(terminal, quiet: false, "Ctrl-C keeps them"))
            origins = KeptBacktest.Run(tests, threads, progress, context.Stop);
        var forecasts = origins.OfType<IReadOnlyList<ScoredForecast>>().ToList();
        if (forecasts.Count < origins.Count)
        {
            terminal.Error.WriteLine(
                $"stopped: {forecasts.Count} of {origins.Count} origins are kept in {request.Root}; the same command goes on from there");
            return ExitCode.Stopped;
        }
        var skill = new Skill(forecasts.SelectMany(f => f));
        var text = SkillPage.Text(skill, request.CommandLine);
        var page = Path.Combine(request.Root, "skill.md");
        var bytes = Encoding.UTF8.GetBytes(text);
        OutputFile.Write((page, bytes));
        if (request.Markdown is { } markdown)
        {
            if (OutputFile.IsStandardOutput(markdown)) terminal.Out.Write(text);
            else OutputFile.Write((markdown, bytes));
        }
        var screen = new Page(terminal);
        SkillScreen.Print(skill, screen);
        terminal.Out.WriteLine($"\nEvery method by case, place and origin: {page}");
        foreach (var test in tests) ClosingLines.PrintWarnings(screen, test.Problems, test.Folder);
        return ExitCode.Done;
    }
}
