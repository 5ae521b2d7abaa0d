using System.CommandLine;
using Corridor.Cli.Dispatches;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor accept</c>: a person's decision about what dispatches propose.</summary>
internal static class AcceptCommand
{
    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "the scenario folder" };
        var ids = new Argument<string[]>("ID")
        {
            Description = "proposals to accept, by their first letters; without any, all are listed",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "Accept every proposal that nothing was decided about" };
        var reject = new Option<string[]>("--reject")
        {
            HelpName = "ID",
            Description = "Reject a proposal (several: with commas, or repeat it)",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command("accept", "List what dispatches propose, and move what you accept into counts.csv and timeline.csv")
        {
            folder, ids, all, reject,
        };
        Help.AddTo(command, "corridor accept my-scenario", "corridor accept my-scenario kdmfba cgonpl --reject ahhdlc");
        command.SetAction(parsed => Accept(context.Terminal, parsed.GetRequiredValue(folder),
            parsed.GetValue(ids) ?? [], parsed.GetValue(all), parsed.GetValue(reject) ?? []));
        return command;
    }

    private static int Accept(Terminal terminal, string folder, string[] ids, bool all, string[] rejects)
    {
        using var held = FolderLock.Take(folder);
        var problems = new List<Problem>();
        var input = ScenarioFolder.Read(folder);
        problems.AddRange(input.Problems.Where(p => p.Severity == Severity.Error));
        if (input.Scenario is not { } scenario) return Fail(terminal, problems);
        var path = Path.Combine(folder, ProposalsFile.Name);
        if (!File.Exists(path))
            problems.Add(Problem.Error(new Origin(path), $"nothing is proposed yet; 'corridor read FILE --propose {folder}' does it"));
        if (ProblemList.HasErrors(problems) || ProposalsFile.Read(folder, problems) is not { } proposals) return Fail(terminal, problems);
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
        Tell(new Page(terminal), proposals, acceptance, accept.Count + others.Count + reject.Count);
        return ExitCode.Done;
    }

    private static void Tell(Page page, ProposalsTable proposals, Acceptance acceptance, int asked)
    {
        var counts = acceptance.Accepted.Count(a => a.Count is not null);
        var changes = acceptance.Accepted.Count - counts;
        page.Paragraph($"Accepted {ProblemList.Counted(counts, "count")} into counts.csv and {ProblemList.Counted(changes, "change")} "
            + $"into timeline.csv; rejected {Figures.Whole(acceptance.Rejected.Count)}.");
        var left = acceptance.Left.Select(p => p.Origin.Line).Distinct().Count();
        var before = asked - acceptance.Accepted.Count - acceptance.Rejected.Count - left;
        if (before > 0) page.Paragraph($"{Figures.Whole(before)} of those named {(before == 1 ? "was" : "were")} decided so before.");
        bool IsAccepted(Proposed row) =>
            (row.Status == ProposalStatus.Accepted || acceptance.Accepted.Contains(row)) && !acceptance.Rejected.Contains(row);
        foreach (var group in ProposalsPage.Groups(proposals.Rows).Select(g => g.Where(IsAccepted).ToList()))
        {
            if (group.Count < 2 || !group.Exists(acceptance.Accepted.Contains)) continue;
            var said = group.Select(r => $"{(r.Count is { } c ? Figures.Whole(c.People) : Names.Of(r.Change!.Change))} by {r.Source}");
            page.Paragraph($"Kept side by side although they contradict each other: {string.Join("; ", said)}.");
        }
        TellLeft(page, acceptance.Left);
    }

    private static void TellLeft(Page page, IReadOnlyList<Problem> left)
    {
        var rows = left.Select(p => p.Origin.Line).Distinct().Count();
        if (rows == 0) return;
        page.Line();
        page.Paragraph($"Left as proposed, as {(rows == 1 ? "it does" : "they do")} not fit the scenario yet:");
        foreach (var problem in left) page.Line(problem.ToString());
        page.Paragraph("Write an id of places.csv into the row and accept again, or reject it.");
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
