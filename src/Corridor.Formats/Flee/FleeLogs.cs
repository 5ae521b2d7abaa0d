namespace Corridor.Formats.Flee;

/// <summary>The keys <c>log_levels</c> of simsetting.yml that say what is written of single persons and links (model.md, 3.2).</summary>
public sealed record FleeLogs
{
    /// <summary>
    /// agents.out: from 1 on it is written; from 2 on also a row for every road that a person
    /// completes with some of the day left; from 3 on those rows are numbered.
    /// </summary>
    public int Agents { get; init; }

    /// <summary>links.out: from 1 on it is written; from 2 on also a row for every value of every attribute.</summary>
    public int Links { get; init; }

    /// <summary>Whether links.out names the regions instead of the places that a link joins.</summary>
    public bool ByRegion { get; init; }
}
