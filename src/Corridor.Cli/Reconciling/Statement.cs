using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Reconciling;

/// <summary>A figure that somebody stated, as a claim that waits for a decision or as a count of the scenario.</summary>
internal sealed record Statement
{
    public required Count Count { get; init; }

    /// <summary>Whether it is still a claim.</summary>
    public bool IsClaim { get; init; }

    /// <summary>Households that the people were computed from; null: people were counted.</summary>
    public long? Households { get; init; }

    /// <summary>Who is left out, in the words of the text.</summary>
    public string LeftOut { get; init; } = "";

    /// <summary>Who said so, or the kind of row where nobody is named.</summary>
    public string Who => Count.Source.Length > 0 ? Count.Source : IsClaim ? "a claim" : "a count";

    /// <summary>Whether it counts people who moved in a period, not people who are there on a day.</summary>
    public bool IsFlow => Count.Measure.IsFlow();

    /// <summary>
    /// Claims and counts that speak of a day within the week until the given one; of each source's figures of one place
    /// and measure, the last. A claim that was accepted is a count, which keeps what is known about the claim.
    /// </summary>
    public static IReadOnlyList<Statement> Of(Scenario scenario, IReadOnlyList<Proposed> proposals, DateOnly day)
    {
        var claims = proposals.Where(p => p.Count is not null && p.Status != ProposalStatus.Rejected).Select(OfClaim).ToList();
        var counts = scenario.Counts
            .Where(c => !claims.Exists(claim => !claim.IsClaim && IsSame(claim.Count, c)))
            .Select(c => new Statement { Count = c });
        return [.. claims.Concat(counts)
            .Where(s => s.Count.Date <= day && s.Count.Date > day.AddDays(-7))
            .GroupBy(s => (s.Count.Place, s.Count.Measure, s.Count.Source, s.Count.Series, s.IsClaim))
            .SelectMany(g => g.Where(s => s.Count.Date == g.Max(other => other.Count.Date)))
            .OrderBy(s => s.Count.Place == Count.Everywhere ? "" : s.Count.Place, StringComparer.Ordinal)
            .ThenBy(s => s.Count.Measure)
            .ThenBy(s => s.Count.Date)
            .ThenBy(s => s.Who, StringComparer.Ordinal)];
    }

    private static Statement OfClaim(Proposed claim) =>
        new() { Count = claim.Count!, IsClaim = claim.Status == ProposalStatus.Proposed, Households = claim.Households, LeftOut = claim.LeftOut };

    private static bool IsSame(Count a, Count b) => (a.Place, a.Measure, a.Date, a.People, a.Source) == (b.Place, b.Measure, b.Date, b.People, b.Source);
}
