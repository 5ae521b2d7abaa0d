using System.Collections.Frozen;

namespace Corridor.Scenarios;

/// <summary>A road, track, river crossing or border crossing between two places.</summary>
public sealed record Route
{
    /// <summary>Id of one end; of the start when <see cref="OneWay"/>.</summary>
    public required string From { get; init; }

    /// <summary>Id of the other end.</summary>
    public required string To { get; init; }

    /// <summary>Length in km along the way; more than 0.</summary>
    public required double Km { get; init; }

    /// <summary>Road, track, river-crossing, border-crossing, frontline, walk ...; <c>walk</c> and <c>frontline</c> are covered on foot.</summary>
    public string Mode { get; init; } = "road";

    /// <summary>Whether it can only be used from <see cref="From"/> to <see cref="To"/>.</summary>
    public bool OneWay { get; init; }

    /// <summary>Speed on this route in km/day, instead of the rules' speed; null when the rules decide.</summary>
    public double? SpeedKmPerDay { get; init; }

    /// <summary>Probability, each day, that people on this route go on foot; 0..1.</summary>
    public double WalkProbability { get; init; }

    /// <summary>Columns beyond those that Corridor reads, kept as they are.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>The directions in which it is covered: one, or both.</summary>
    public IEnumerable<(string From, string To)> Ways() => OneWay ? [(From, To)] : [(From, To), (To, From)];

    /// <summary>Whether people cover it on foot.</summary>
    public bool OnFoot => Mode is "walk" or "frontline";
}
