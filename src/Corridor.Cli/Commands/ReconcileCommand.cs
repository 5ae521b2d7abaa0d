using System.CommandLine;
using Corridor.Cli.Pages;
using Corridor.Cli.Questions;
using Corridor.Cli.Reconciling;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor reconcile</c>: which figures agree, which contradict, and which count different people.</summary>
internal static class ReconcileCommand
{
    private const int DefaultRuns = 100;

    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var date = One("--date", "DATE", "The day, as in 2016-10-29 (default: the last one that a claim speaks of)");
        var runs = One("--runs", "N", "Simulated futures (default: 100)");
        var command = new Command("reconcile", "Set claims, counts and the simulation of a day side by side: what agrees, what contradicts")
        {
            folder, date, runs,
        };
        Help.AddTo(command, "corridor reconcile my-scenario --date 2026-03-06");
        command.SetAction(parsed =>
        {
            var problems = new List<Problem>();
            var values = new OptionReader(parsed, problems);
            return Reconcile(context, parsed.GetRequiredValue(folder), values.Number(runs, 1, 100_000) ?? DefaultRuns, values.Date(date), problems);
        });
        return command;
    }

    private static int Reconcile(CommandContext context, string folder, int runs, DateOnly? date, List<Problem> problems)
    {
        var terminal = context.Terminal;
        var input = InputFolder.Open(folder, new FleeOptions());
        problems.AddRange(input.Input.Problems.Where(p => p.IsError));
        var proposals = File.Exists(Path.Combine(folder, ProposalsFile.Name)) ? ProposalsFile.Read(folder, problems)?.Rows ?? [] : [];
        if (problems.Count > 0) ProblemList.Print(problems, terminal.Error);
        if (problems.Exists(p => p.IsError) || input.Input.Scenario is not { } scenario) return ExitCode.BadInput;

        scenario = scenario with { Counts = input.PublishedCounts(new FleeOptions()) };
        var day = date ?? DefaultDay(scenario, proposals);
        var statements = Statement.Of(scenario, proposals, day);
        SimulatedFigures? simulated;
        using (var progress = new ProgressLine(terminal, quiet: false, "Ctrl-C stops"))
            simulated = SimulatedFigures.Run(scenario with { AsOf = day }, statements, new EnsembleOptions { Runs = runs }, progress.Report, context.Stop);
        if (simulated is null)
        {
            terminal.Error.WriteLine("stopped");
            return ExitCode.Stopped;
        }
        var page = new Page(terminal);
        ReconcilePage.Print(page, scenario, day, statements, simulated, runs);
        ClosingLines.PrintWarnings(page, input.Input.Problems, folder);
        return ExitCode.Done;
    }

    private static DateOnly DefaultDay(Scenario scenario, IReadOnlyList<Proposed> proposals)
    {
        var last = scenario.Date(scenario.Days - 1);
        var days = proposals.Where(p => p.Status != ProposalStatus.Rejected).Select(p => p.Count?.Date).OfType<DateOnly>().Where(d => d <= last).ToList();
        if (days.Count > 0) return days.Max();
        return scenario.AsOf ?? scenario.Counts.Select(c => c.Date).Where(d => d <= last).DefaultIfEmpty(last).Max();
    }
}
