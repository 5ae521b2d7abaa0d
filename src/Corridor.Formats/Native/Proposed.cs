using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>What a person has decided about a proposal.</summary>
public enum ProposalStatus
{
    /// <summary>Nothing yet.</summary>
    Proposed,

    /// <summary>It is in <c>counts.csv</c> or <c>timeline.csv</c>.</summary>
    Accepted,

    /// <summary>It is not to enter the scenario.</summary>
    Rejected,
}

/// <summary>A row of <c>proposals.csv</c>: a count or a change that a dispatch claims, until a person decides.</summary>
public sealed record Proposed
{
    /// <summary>The same for the same words of the same text, however often they are read.</summary>
    public required string Id { get; init; }

    /// <summary>What was decided.</summary>
    public required ProposalStatus Status { get; init; }

    /// <summary>The cell with the status.</summary>
    public required Field StatusCell { get; init; }

    /// <summary>The count, or null.</summary>
    public Count? Count { get; init; }

    /// <summary>The change, or null. Where no day is told (<see cref="NeedsDay"/>), it has that of its publication.</summary>
    public TimelineEntry? Change { get; init; }

    /// <summary>The cell with the day.</summary>
    public required Field DateCell { get; init; }

    /// <summary>Whether a person has to say on which day the change is to be.</summary>
    public bool NeedsDay => DateCell.IsEmpty;

    /// <summary>Who counted or spoke.</summary>
    public string Source { get; init; } = "";

    /// <summary>Who printed it.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>How the figure relates to time: incremental, cumulative, snapshot, unknown.</summary>
    public string Aggregation { get; init; } = "";

    /// <summary>Households as reported, when the people were computed from them.</summary>
    public long? Households { get; init; }

    /// <summary>Who the figure leaves out, in the words of the text.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>The clause with the claim, after the privacy gate.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What a person should know.</summary>
    public string Note { get; init; } = "";

    /// <summary>How sure the reading is, 0..1.</summary>
    public double? Confidence { get; init; }

    /// <summary>Ids of proposals that say otherwise.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    /// <summary>Where the row begins.</summary>
    public Origin Origin { get; init; } = Origin.None;
}

/// <summary>The file <c>proposals.csv</c> of a scenario folder.</summary>
/// <param name="Source">The file.</param>
/// <param name="Table">Its table.</param>
/// <param name="Rows">Its rows, in the order of the file.</param>
public sealed record ProposalsTable(SourceFile Source, CsvTable Table, IReadOnlyList<Proposed> Rows);
