using Corridor.Dispatches.Text;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Proposals;

/// <summary>A row for <c>proposals.csv</c>: what a claim would add to a scenario, until a person accepts it (design.md section 5, issue 5).</summary>
public abstract record Proposal
{
    /// <summary>Stable: a hash of dispatch, span and role; reading a text twice proposes nothing twice.</summary>
    public required string Id { get; init; }
    /// <summary>The dispatch that it comes from.</summary>
    public required string DispatchId { get; init; }
    /// <summary>Where it stands in the text.</summary>
    public required Span Span { get; init; }
    /// <summary>Who counted or spoke, and who printed it.</summary>
    public required string Source { get; init; }
    /// <summary>0..1.</summary>
    public required double Confidence { get; init; }
    /// <summary>Ids of proposals that say otherwise; both are kept.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];
}

/// <summary>A proposed row of <c>counts.csv</c>.</summary>
public sealed record CountProposal : Proposal
{
    /// <summary>The day the figure speaks of.</summary>
    public required DateOnly Date { get; init; }
    /// <summary>The day it could be known.</summary>
    public required DateOnly Published { get; init; }
    /// <summary>A place id, the name in the text when the gazetteer does not know it, or <see cref="Count.Everywhere"/>.</summary>
    public required string Place { get; init; }
    /// <summary><see cref="Measure.Stock"/>, <see cref="Measure.Inflow"/> or <see cref="Measure.Outflow"/>.</summary>
    public required Measure Measure { get; init; }
    /// <summary>Persons.</summary>
    public required long People { get; init; }
    /// <summary>How the number is to be taken.</summary>
    public required Qualifier Qualifier { get; init; }
}

/// <summary>A proposed row of <c>timeline.csv</c>.</summary>
public sealed record TimelineProposal : Proposal
{
    /// <summary>From when; null where something is planned and no day is told: a person has to say which.</summary>
    public required DateOnly? Date { get; init; }
    /// <summary>A place id, <c>a--b</c> for a route; names of the text, for a person to match, where the gazetteer knows none.</summary>
    public required string Subject { get; init; }
    /// <summary><see cref="Change.Close"/>, <see cref="Change.Open"/>, <see cref="Change.Pass"/> or <see cref="Change.Conflict"/>.</summary>
    public required Change Change { get; init; }
    /// <summary>The number that the change needs, or null.</summary>
    public required double? Value { get; init; }
}
