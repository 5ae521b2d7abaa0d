using System.Security.Cryptography;
using System.Text;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Backtests;
using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>What a person asked <c>corridor backtest</c> for.</summary>
/// <param name="Folders">The scenario folders; each is a case.</param>
/// <param name="Step">Days from one origin to the next.</param>
/// <param name="Horizons">Days ahead.</param>
/// <param name="Members">Members of the conditioned simulation; 0: the statistical forecast alone.</param>
/// <param name="Root">Where finished origins are kept, and the tables written.</param>
/// <param name="Markdown">The file to which the tables are written as well.</param>
internal sealed record BacktestRequest(IReadOnlyList<string> Folders, int Step, IReadOnlyList<int> Horizons, int Members, string Root, string? Markdown)
{
    /// <summary>The command that gives the same tables.</summary>
    public string CommandLine => $"corridor backtest {string.Join(' ', Folders.Select(NameOf))} --every {Step}d --horizons {string.Join(',', Horizons)}"
        + (Members == Backtest.UsualMembers ? "" : $" --members {Members}");

    /// <summary>The last part of a folder's path.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}

/// <summary>A backtest whose finished origins are kept in files: after an interruption the same command goes on from there.</summary>
internal sealed class KeptBacktest
{
    private readonly Backtest test;
    private readonly string kept;

    private KeptBacktest(Backtest test, string kept, string folder, IReadOnlyList<Problem> problems) =>
        (this.test, this.kept, Case, Folder, Problems) = (test, kept, test.Plan.Scenario.Name, folder, problems);

    public BacktestPlan Plan => test.Plan;

    /// <summary>What it is called in the tables: the name of the scenario, or the folder where another one has the same name.</summary>
    public string Case { get; private set; }

    /// <summary>The scenario folder.</summary>
    public string Folder { get; }

    /// <summary>What is probably not meant in it.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Reads the scenario with its figures as they were published; null with problems when it cannot be read.</summary>
    public static KeptBacktest? Open(string folder, BacktestRequest request, List<Problem> problems, CancellationToken stop)
    {
        var opened = InputFolder.Open(folder, new FleeOptions { AsPublished = true });
        var input = opened.Input;
        if (request.Markdown is { } markdown) opened.RequireOther("--markdown", markdown, problems);
        problems.AddRange(input.Problems.Where(p => p.IsError));
        if (input.Scenario is not { } scenario) return null;
        var plan = new BacktestPlan(scenario, request.Step, request.Horizons);
        var kept = Path.Combine(request.Root, NameOf(Path.GetFullPath(folder), input.Files, request, typeof(Backtest).Module.ModuleVersionId));
        return new KeptBacktest(new Backtest(plan, request.Members, seed: 1, stop), kept, folder, input.Problems);
    }

    /// <summary>Two cases of one name would be one in the tables: they are called by their folders.</summary>
    public static void TellApart(IReadOnlyList<KeptBacktest> tests)
    {
        foreach (var test in tests.GroupBy(t => t.Case, StringComparer.Ordinal).Where(same => same.Count() > 1).SelectMany(same => same))
            test.Case = test.Folder;
    }

    /// <summary>Another scenario, another question or another build of the method keeps its origins elsewhere.</summary>
    internal static string NameOf(string folder, IReadOnlyList<InputFile> files, BacktestRequest request, Guid method)
    {
        var asked = $"{request.Step} {string.Join(',', request.Horizons)} {request.Members} {CliVersion.Text} {method}";
        var key = string.Join('\n', files.Select(f => $"{f.Path} {f.Sha256}").Append(asked));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
        return $"{BacktestRequest.NameOf(folder)}-{hash}";
    }

    /// <summary>The forecasts of every origin of every test, in order; null for an origin that was not done when it was stopped.</summary>
    public static IReadOnlyList<IReadOnlyList<ScoredForecast>?> Run(
        IReadOnlyList<KeptBacktest> tests, int threads, ProgressLine progress, CancellationToken stop)
    {
        foreach (var test in tests) OutputFolder.MakeWritable(test.kept);
        var work = tests.SelectMany(test => test.Plan.Origins.Select(origin => (Test: test, Origin: origin))).ToList();
        var found = new IReadOnlyList<ScoredForecast>?[work.Count];
        var (done, next) = (0, -1);
        progress.Report(0, work.Count, $"0 of {work.Count} origins");
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < work.Count && !stop.IsCancellationRequested; i = Interlocked.Increment(ref next))
            {
                try
                {
                    found[i] = [.. work[i].Test.At(work[i].Origin).Select(f => f with { Case = work[i].Test.Case })];
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                lock (progress)
                {
                    done++;
                    progress.Report(done, work.Count, $"{done} of {work.Count} origins");
                }
            }
        });
        return found;
    }

    /// <summary>The forecasts of an origin: those that are kept, or those made and kept now.</summary>
    private IReadOnlyList<ScoredForecast> At(DateOnly origin)
    {
        var path = Path.Combine(kept, $"{origin:yyyy-MM-dd}.csv");
        if (OriginFile.Read(path) is { } before) return before;
        var scored = test.At(origin);
        OriginFile.Write(path, scored);
        return scored;
    }
}
