using Corridor.Cli.Screen;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>What a decision about proposals has changed.</summary>
internal static class AcceptancePage
{
    /// <param name="page">The page.</param>
    /// <param name="proposals">The proposals as they stood before.</param>
    /// <param name="acceptance">What was written.</param>
    /// <param name="asked">How many the command line named.</param>
    public static void Print(Page page, ProposalsTable proposals, Acceptance acceptance, int asked)
    {
        var counts = acceptance.Written.Count(a => a.Count is not null);
        var changes = acceptance.Written.Count - counts;
        page.Paragraph($"Accepted {Figures.Counted(counts, "count")} into counts.csv and {Figures.Counted(changes, "change")} "
            + $"into timeline.csv; rejected {Figures.Whole(acceptance.Rejected.Count)}.");
        var there = acceptance.Accepted.Count - acceptance.Written.Count;
        if (there > 0)
            page.Paragraph($"{Figures.Whole(there)} more {(there == 1 ? "says" : "say")} what a row says already: accepted, and not written again.");
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
        PrintLeft(page, acceptance.Left);
    }

    private static void PrintLeft(Page page, IReadOnlyList<Problem> left)
    {
        var rows = left.Select(p => p.Origin.Line).Distinct().Count();
        if (rows == 0) return;
        page.Line();
        page.Paragraph($"Left as proposed, as {(rows == 1 ? "it does" : "they do")} not fit the scenario yet:");
        foreach (var problem in left) page.Line(problem.ToString());
        page.Paragraph("Write what is expected into the row and accept again, or reject it.");
    }
}
