using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The two files of a scenario that take accepted proposals, each opened when a proposal is for it.</summary>
internal sealed class AcceptedRows(string folder, IReadOnlyList<Proposed> proposals, List<Problem> problems)
{
    private readonly ScenarioRows? counts = proposals.Any(a => a.Count is not null) ? ScenarioRows.Counts(folder, problems) : null;
    private readonly ScenarioRows? timeline = proposals.Any(a => a.Change is not null) ? ScenarioRows.Timeline(folder, problems) : null;

    /// <summary>Those that have changed.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files => new[] { counts?.File, timeline?.File }.OfType<(string, byte[])>();

    public void Add(Proposed proposal) => For(proposal)?.Add(proposal);

    /// <summary>Whether a file has no column for what a proposal needs one for.</summary>
    public bool LackColumn(Proposed proposal, List<Problem> found)
    {
        var lacking = For(proposal)?.Lacking(proposal).ToList() ?? [];
        found.AddRange(lacking);
        return lacking.Count > 0;
    }

    private ScenarioRows? For(Proposed proposal) => proposal.Count is not null ? counts : timeline;
}
