namespace Corridor.Scenarios;

/// <summary>What happens at a timeline entry (docs/formats.md).</summary>
public enum Change
{
    /// <summary>The route, place or border closes: nobody passes.</summary>
    Close,

    /// <summary>The route, place or border opens again.</summary>
    Open,

    /// <summary>Only a fraction (value, 0..1) of those who want to enter the route gets through each day; 1 ends it.</summary>
    Pass,

    /// <summary>People on the route go at most this far (value, km/day); 0 ends it.</summary>
    Speed,

    /// <summary>A conflict starts or changes its intensity (value, more than 0) or ends (0).</summary>
    Conflict,

    /// <summary>The place becomes another kind (text value).</summary>
    Kind,

    /// <summary>The place can shelter so many people (value); no value: no limit.</summary>
    Capacity,

    /// <summary>A share (value, 0..1) of the people of the place is kept from leaving; 0 ends it.</summary>
    Hold,

    /// <summary>So many people (value) are forced from the place to another (<see cref="TimelineEntry.To"/>).</summary>
    ForceMove,

    /// <summary>The place is flooded to a level (value, 0..n; 0 ends it).</summary>
    Flood,

    /// <summary>The share of the people of the place who are short of food (value, 0..100 per cent; IPC).</summary>
    Food,
}

/// <summary>One dated change to a place, route or border.</summary>
public sealed record TimelineEntry
{
    /// <summary>The day from whose morning on it holds.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>What changes.</summary>
    public required Subject Subject { get; init; }

    /// <summary>How it changes.</summary>
    public required Change Change { get; init; }

    /// <summary>The number that the change needs, in the unit that <see cref="Change"/> states; null when none is given.</summary>
    public double? Value { get; init; }

    /// <summary>The new kind, for <see cref="Change.Kind"/>.</summary>
    public PlaceKind? NewKind { get; init; }

    /// <summary>Destination of a forced movement (place id); empty otherwise.</summary>
    public string To { get; init; } = "";

    /// <summary>The day on which it could be known; by default the day itself. A forecast as of an earlier day does not see it.</summary>
    public DateOnly? Announced { get; init; }

    /// <summary>Who says so.</summary>
    public string Source { get; init; } = "";

    /// <summary>Free text.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>The day on which it could be known.</summary>
    public DateOnly KnownFrom => Announced ?? Date;
}
