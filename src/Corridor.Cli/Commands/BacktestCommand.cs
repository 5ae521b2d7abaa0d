using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Corridor.Cli.Forecasts;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Simple;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor backtest</c>: forecasts from past days, scored at what was reported later.</summary>
internal static class BacktestCommand
{
    public static Command Create(CommandContext context)
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "scenario folders; each is a case", Arity = ArgumentArity.OneOrMore };
        var every = new Option<string>("--every") { HelpName = "Nd", Description = "Days from one origin to the next (default: 14d)" };
        var horizons = new Option<string>("--horizons") { HelpName = "N,N", Description = "Days ahead (default: 14,28)" };
        var members = new Option<string>("--members")
        {
            HelpName = "N",
            Description = $"Members of the conditioned simulation (default: {Backtest.UsualMembers}; "
                + "0: the statistical forecast alone, which takes seconds)",
        };
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "Where finished origins are kept, and the tables written (default: runs/backtest)",
        };
        var markdown = new Option<string>("--markdown") { HelpName = "FILE", Description = "Write the tables to this file as well" };
        var threads = new Option<string>("--threads") { HelpName = "N", Description = "Threads (default: one per core); they change the time only" };
        var command = new Command("backtest", "Score forecasts from past days at what was reported later, beside simple methods")
        {
            folders, every, horizons, members, output, markdown, threads,
        };
        Help.AddTo(command, "corridor backtest examples/mosul-2016", "corridor backtest CASE1 CASE2 --horizons 14,28,90 --markdown skill.md");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var values = new OptionReader(parsed, problems);
            var step = parsed.GetValue(every) is { } days ? values.Number(every, days.EndsWith('d') ? days[..^1] : days, 1, 365) ?? 1 : 14;
            var ahead = (parsed.GetValue(horizons) ?? "14,28").Split(',').Select(h => values.Number(horizons, h.Trim(), 1, 365) ?? 1).Distinct().ToArray();
            var size = parsed.GetValue(members) switch
            {
                null => Backtest.UsualMembers,
                "0" => 0,
                var some => values.Number(members, some, 10, 100_000, ", or 0 for none") ?? 0,
            };
            var parallel = values.Number(threads, 1, 1024) ?? Environment.ProcessorCount;
            var root = parsed.GetValue(output) ?? Path.Combine("runs", "backtest");
            var tests = new List<(Backtest Test, string Folder)>();
            foreach (var folder in parsed.GetRequiredValue(folders))
            {
                var input = PublishedFolder.Read(folder);
                problems.AddRange(input.Problems.Where(p => p.Severity == Severity.Error));
                if (input.Scenario is not { } scenario) continue;
                var asked = $"{step} {string.Join(',', ahead)} {size} {CliVersion.Text}";
                var key = string.Join('\n', input.Files.Select(f => $"{f.Path} {f.Sha256}").Append(asked));
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
                var kept = Path.Combine(root, $"{NameOf(Path.GetFullPath(folder))}-{hash}");
                tests.Add((new Backtest(new BacktestPlan(scenario, step, ahead), size, seed: 1, context.Stop), kept));
            }
            if (ProblemList.HasErrors(problems))
            {
                ProblemList.Print(problems, context.Terminal.Error);
                return ExitCode.BadInput;
            }
            foreach (var (test, _) in tests.Where(t => t.Test.Plan.Origins.Count == 0))
            {
                context.Terminal.Error.WriteLine($"{test.Plan.Scenario.Name}: left out, no series has {SimpleMethods.MinReports} reports "
                    + $"and a later one at which a forecast of {string.Join(" or ", ahead)} days can be scored");
            }
            tests.RemoveAll(t => t.Test.Plan.Origins.Count == 0);
            if (tests.Count == 0) return ExitCode.BadInput;
            var line = $"corridor backtest {string.Join(' ', parsed.GetRequiredValue(folders).Select(NameOf))}"
                + $" --every {step}d --horizons {string.Join(',', ahead)}{(size == Backtest.UsualMembers ? "" : $" --members {size}")}";
            return Run(context, tests, root, parallel, parsed.GetValue(markdown), line);
        });
        return command;
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    private static int Run(CommandContext context, List<(Backtest Test, string Folder)> tests, string root, int threads, string? markdown, string command)
    {
        var work = tests
            .SelectMany(t => t.Test.Plan.Origins.Select(origin => (t.Test, Origin: origin, Path: Path.Combine(t.Folder, $"{origin:yyyy-MM-dd}.csv"))))
            .ToList();
        var found = new IReadOnlyList<ScoredForecast>?[work.Count];
        if (markdown is not null) OutputFile.RequireWritable(markdown);
        OutputFolder.MakeWritable(root);
        foreach (var (_, folder) in tests) OutputFolder.MakeWritable(folder);
        var (done, next) = (0, -1);
        var progress = new ProgressLine(context.Terminal, quiet: false, "Ctrl-C keeps them");
        progress.Report(0, work.Count, $"0 of {work.Count} origins");
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < work.Count && !context.Stop.IsCancellationRequested; i = Interlocked.Increment(ref next))
            {
                var (test, origin, path) = work[i];
                if (OriginFile.Read(path) is not { } scored)
                {
                    try
                    {
                        OriginFile.Write(path, scored = test.At(origin));
                    }
                    catch (OperationCanceledException)
                    {
                        return;
                    }
                }
                found[i] = scored;
                lock (progress)
                {
                    done++;
                    progress.Report(done, work.Count, $"{done} of {work.Count} origins");
                }
            }
        });
        progress.Clear();
        if (found.Any(f => f is null))
        {
            var kept = found.Count(f => f is not null);
            context.Terminal.Error.WriteLine($"stopped: {kept} of {work.Count} origins are kept in {root}; the same command goes on from there");
            return ExitCode.Stopped;
        }
        var skill = new Skill(found.SelectMany(f => f!));
        var text = SkillPage.Text(skill, command);
        OutputFile.Write((Path.Combine(root, "skill.md"), Encoding.UTF8.GetBytes(text)));
        if (markdown is not null) OutputFile.Write((markdown, Encoding.UTF8.GetBytes(text)));
        SkillScreen.Print(skill, new Page(context.Terminal));
        context.Terminal.Out.WriteLine($"\nEvery method by case, place and origin: {Path.Combine(root, "skill.md")}");
        return ExitCode.Done;
    }
}
