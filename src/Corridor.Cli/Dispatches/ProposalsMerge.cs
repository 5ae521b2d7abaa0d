using System.Text;
using Corridor.Cli.Screen;
using Corridor.Dispatches.Proposals;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>Adds what texts propose to the <c>proposals.csv</c> of a scenario folder; what is in the file stays, byte for byte.</summary>
internal sealed class ProposalsMerge
{
    private readonly string folder;
    private readonly string path;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> added;
    private readonly int known;
    private readonly byte[] bytes;

    private ProposalsMerge(string folder, string path, IReadOnlyList<IReadOnlyDictionary<string, string>> added, int known, byte[] bytes) =>
        (this.folder, this.path, this.added, this.known, this.bytes) = (folder, path, added, known, bytes);

    /// <summary>What is to be written; null with problems when the folder or its file is wrong.</summary>
    public static ProposalsMerge? Of(string folder, IReadOnlyList<ReadText> texts, Scenario scenario, List<Problem> problems)
    {
        var path = Path.Combine(folder, ProposalsFile.Name);
        if (!ScenarioFolder.Is(folder))
        {
            problems.Add(Problem.Error(new Origin(folder), "this is not a scenario folder of Corridor's own format; expected scenario.yml in it"));
            return null;
        }
        var source = File.Exists(path) ? SourceFile.Read(path, problems) : Empty(path, problems);
        if (source is null || ProposalsFile.Parse(source, problems) is not { } before) return null;
        foreach (var (text, figure) in texts.SelectMany(t => t.Dispatch.Figures.Select(f => (t, f))))
        {
            if (DispatchProposals.WhyNot(figure) is not { } why) continue;
            problems.Add(Problem.Warning(text.Source.Origin, $"\"{figure.AsWritten}\" is not proposed: {why}"));
        }
        var ids = before.Rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var all = texts.SelectMany(t => ProposalCells.Of(t.Dispatch, scenario)).ToList();
        var added = all.Where(row => ids.Add(row["id"])).ToList();
        var merged = ProposalsFile.Parse(SourceFile.Decode(path, Appended(before, added), problems)!, problems);
        if (merged is null) return null;
        // A second look, now that old and new stand side by side.
        var rows = merged.Rows.ToDictionary(r => r.Id);
        var told = added.ConvertAll(row => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(row, StringComparer.Ordinal)
        {
            ["contradicts"] = string.Join(' ', merged.Rows.Where(other => Agreement.Contradict(rows[row["id"]], other)).Select(other => other.Id)),
        });
        return new ProposalsMerge(folder, path, told, all.Count - added.Count, Appended(before, told));
    }

    /// <summary>The file as it is to be written; null when nothing is new.</summary>
    public (string Path, byte[] Bytes)? Output => added.Count > 0 ? (path, bytes) : null;

    public void Print(Page page)
    {
        var counts = added.Count(row => row["kind"] == "count");
        page.Paragraph($"Proposed {Figures.Counted(counts, "count")} and {Figures.Counted(added.Count - counts, "timeline change")} in {path}; "
            + $"{Figures.Whole(known)} {(known == 1 ? "was" : "were")} there already.");
        if (added.Count > 0) page.Paragraph($"Next: corridor accept {ShellWord.Of(folder)}");
    }

    private static SourceFile? Empty(string path, List<Problem> problems) =>
        SourceFile.Decode(path, Encoding.UTF8.GetBytes($"{string.Join(',', ProposalCells.Columns)}\n{string.Join(',', ProposalCells.Tags)}\n"), problems);

    private static byte[] Appended(ProposalsTable before, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var edit = new CsvEdit(before.Source, before.Table);
        foreach (var row in rows) edit.Append(row);
        return edit.ToBytes();
    }
}
