namespace Corridor.Scenarios;

/// <summary>How a counted figure is to be taken.</summary>
public enum Qualifier
{
    /// <summary>As counted.</summary>
    Exact,

    /// <summary>Rounded or estimated.</summary>
    About,

    /// <summary>A lower bound.</summary>
    AtLeast,

    /// <summary>An upper bound.</summary>
    AtMost,
}

/// <summary>A recorded figure. Counts are bitemporal: the day the figure speaks of, and the day it could be known.</summary>
public sealed record Count
{
    /// <summary>The place of a count of the whole situation.</summary>
    public const string Everywhere = "*";

    /// <summary>No figure of people is larger: it keeps sums over places and days within 64 bits.</summary>
    public const long MostPeople = 1_000_000_000_000;

    /// <summary>The day that the figure speaks of.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day on which it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Place id, or <see cref="Everywhere"/>.</summary>
    public required string Place { get; init; }

    /// <summary>What was counted.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The figure; 0 or more.</summary>
    public required long People { get; init; }

    /// <summary>How it is to be taken.</summary>
    public Qualifier Qualifier { get; init; }

    /// <summary>Who counted.</summary>
    public string Source { get; init; } = "";

    /// <summary>Which of several series of one place and measure it belongs to; series are never mixed. Empty for the main one.</summary>
    public string Series { get; init; } = "";

    /// <summary>For a flow: the day before its period begins; null for the one day <see cref="Date"/>.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>
    /// Whether the series counts otherwise from this figure on (another method, a new
    /// registration): what it differs by from the figure before is no movement of people.
    /// </summary>
    public bool Break { get; init; }

    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;
}
