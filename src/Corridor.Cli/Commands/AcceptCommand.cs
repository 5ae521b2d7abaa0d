using System.CommandLine;
using Corridor.Cli.Dispatches;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor accept</c>: a person's decision about what dispatches propose.</summary>
internal static class AcceptCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var ids = new Argument<string[]>("ID")
        {
            Description = "proposals to accept, by their first letters; without any, all are listed",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "Accept every proposal that nothing was decided about" };
        var reject = Many("--reject", "ID", "Reject a proposal (several: with commas, or repeat it)");
        var command = new Command("accept", "List what dispatches propose, and move what you accept into counts.csv and timeline.csv")
        {
            folder, ids, all, reject,
        };
        Help.AddTo(command, "corridor accept my-scenario", "corridor accept my-scenario --all");
        command.SetAction(parsed => Accept(context.Terminal, parsed.GetRequiredValue(folder),
            parsed.GetValue(ids) ?? [], parsed.GetValue(all), parsed.GetValue(reject) ?? []));
        return command;
    }

    private static int Accept(Terminal terminal, string folder, string[] ids, bool all, string[] rejects)
    {
        using var held = FolderLock.Take(folder);
        var problems = held.Warnings.ToList();
        var input = ScenarioFolder.Read(folder);
        problems.AddRange(input.Problems.Where(p => p.IsError));
        if (input.Scenario is not { } scenario) return Fail(terminal, problems);
        var path = Path.Combine(folder, ProposalsFile.Name);
        if (!File.Exists(path))
            problems.Add(Problem.Error(new Origin(path), $"nothing is proposed yet; 'corridor read FILE --propose {ShellWord.Of(folder)}' does it"));
        if (problems.Exists(p => p.IsError) || ProposalsFile.Read(folder, problems) is not { } proposals) return Fail(terminal, problems);
        if (ids.Length == 0 && !all && rejects.Length == 0)
        {
            ProposalsPage.Print(new Page(terminal), proposals, scenario, folder);
            return ExitCode.Done;
        }

        var reject = ProposalChoice.Read(rejects, proposals.Rows, problems);
        var accept = ProposalChoice.Read(ids, proposals.Rows, problems);
        bool IsOpen(Proposed row) => row.Status == ProposalStatus.Proposed && !reject.Contains(row) && !accept.Contains(row);
        IReadOnlyList<Proposed> others = all ? [.. proposals.Rows.Where(IsOpen)] : [];
        if (Acceptance.Prepare(folder, scenario, proposals, accept, others, reject, problems) is not { } acceptance) return Fail(terminal, problems);
        acceptance.Write();
        if (problems.Count > 0) ProblemList.Print(problems, terminal.Error);
        AcceptancePage.Print(new Page(terminal), proposals, acceptance, accept.Count + others.Count + reject.Count);
        return ExitCode.Done;
    }

    private static int Fail(Terminal terminal, List<Problem> problems)
    {
        ProblemList.Print(problems, terminal.Error);
        terminal.Error.WriteLine(problems.Exists(p => p.Origin.Line > 0)
            ? "nothing was written; mend the rows, reject them, or name the ids that fit"
            : "nothing was written");
        return ExitCode.BadInput;
    }
}
