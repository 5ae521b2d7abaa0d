using System.Globalization;
using Corridor.Cli.Screen;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The proposals that wait for a person: those that contradict each other side by side, then the others.</summary>
internal static class ProposalsPage
{
    public static void Print(Page page, ProposalsTable proposals, Scenario scenario, string folder)
    {
        var rows = proposals.Rows;
        var open = rows.Where(r => r.Status == ProposalStatus.Proposed).ToList();
        var groups = Groups(rows).Where(g => g.Any(r => r.Status == ProposalStatus.Proposed)).ToList();
        foreach (var group in groups)
        {
            page.Heading("These contradict each other");
            Table(page, group, rows, scenario, withStatus: true);
        }
        var others = open.Except(groups.SelectMany(g => g)).ToList();
        if (others.Count > 0)
        {
            page.Heading(groups.Count > 0 ? "The others" : "Proposed");
            Table(page, others, rows, scenario, withStatus: false);
        }
        page.Line();
        var (accepted, rejected) = (Number(rows, ProposalStatus.Accepted), Number(rows, ProposalStatus.Rejected));
        page.Paragraph($"{Figures.Counted(open.Count, "proposal")} to decide; "
            + $"{Figures.Whole(accepted)} accepted, {Figures.Whole(rejected)} rejected before.");
        if (groups.Count > 0) page.Paragraph("What contradicts may be accepted all the same: each count keeps its source.");
        if (open.Count > 0) page.Line($"Next: corridor accept {ShellWord.Of(folder)} ID... (or --all), --reject ID");
    }

    /// <summary>Proposals that contradict each other, directly or through a third.</summary>
    public static IReadOnlyList<IReadOnlyList<Proposed>> Groups(IReadOnlyList<Proposed> rows)
    {
        var groups = new List<IReadOnlyList<Proposed>>();
        var seen = new HashSet<Proposed>();
        foreach (var row in rows.Where(r => r.Status != ProposalStatus.Rejected))
        {
            if (!seen.Add(row)) continue;
            var group = new List<Proposed> { row };
            for (var i = 0; i < group.Count; i++)
                group.AddRange(rows.Where(other => other.Status != ProposalStatus.Rejected && Agreement.Contradict(group[i], other) && seen.Add(other)));
            if (group.Count > 1) groups.Add(group);
        }
        return groups;
    }

    private static void Table(Page page, IReadOnlyList<Proposed> shown, IReadOnlyList<Proposed> all, Scenario scenario, bool withStatus)
    {
        var table = new TextTable("what", " people", "day", "id");
        foreach (var row in shown)
        {
            var people = row.Count is { } count ? Figures.Whole(count.People) : "";
            var day = row.NeedsDay ? "not told" : Figures.Date(row.Count?.Date ?? row.Change!.Date);
            table.Add(new Cell(What(row), Ink.Strong), people, day, ProposalChoice.Short(row, all));
        }
        page.Table(table, [.. shown.Select(row => Below(row, scenario, withStatus))]);
    }

    private static string What(Proposed row)
    {
        if (row.Count is { } count)
            return $"{Names.Of(count.Measure)} {(count.Place == Count.Everywhere ? "of the whole situation" : count.Place)}";
        var value = row.Change!.Value is { } number ? $" {number.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{Names.Of(row.Change.Change)} {row.Change.Subject}{value}";
    }

    private static string Below(Proposed row, Scenario scenario, bool withStatus) => string.Join("; ", new[]
    {
        $"said by {row.Source}{(row.Publisher.Length > 0 && row.Publisher != row.Source ? $", printed by {row.Publisher}" : "")}",
        row.Count is { Qualifier: not Qualifier.Exact } count ? Names.Of(count.Qualifier) : "",
        row.Count?.Since is { } since ? $"since {Figures.Date(since.AddDays(1))}" : "",
        row.LeftOut.Length > 0 ? $"leaves out {row.LeftOut}" : "",
        row.Note,
        row.Excerpt.Length > 0 ? $"\"{row.Excerpt}\"" : "",
        row.Confidence is { } confidence ? $"confidence {Figures.Decimal(confidence)}" : "",
        Acceptance.NeedsName(row, scenario) ? "needs the id of a place before it can be accepted" : "",
        Acceptance.NeedsRoute(row) ? "needs a route (a--b) before it can be accepted" : "",
        row.NeedsDay ? "needs the day before it can be accepted" : "",
        withStatus && row.Status == ProposalStatus.Accepted ? "accepted before" : "",
    }.Where(t => t.Length > 0));

    private static int Number(IReadOnlyList<Proposed> rows, ProposalStatus status) => rows.Count(r => r.Status == status);
}
