namespace Corridor.Scenarios;

/// <summary>How many residents set out each day.</summary>
public enum DepartureMode
{
    /// <summary>Each resident of a place under the driver leaves with the daily hazard <see cref="Rules.DepartureRate"/> × intensity × decay.</summary>
    Rate,

    /// <summary>The scenario's given departures, shared among the places by people × intensity × decay.</summary>
    Given,

    /// <summary>As <see cref="Given"/> until the last given day, by <see cref="Rate"/> from then on.</summary>
    GivenThenRate,

    /// <summary>A whole number a day and place: the integer part of <see cref="Rules.DepartureRate"/> × residents × intensity.</summary>
    Share,

    /// <summary>A whole number a day and place: the integer part of <see cref="Rules.DeparturesPerDay"/> × intensity.</summary>
    Constant,

    /// <summary>A Poisson number a day and place, with mean <see cref="Rules.DeparturesPerDay"/> × intensity.</summary>
    Poisson,

    /// <summary>Nobody sets out.</summary>
    None,
}

/// <summary>What drives people from home.</summary>
public enum DepartureDriver
{
    /// <summary>The conflict intensity of the place.</summary>
    Conflict,

    /// <summary>The flood level of the place, through <see cref="Rules.FloodDepartures"/>.</summary>
    Flood,
}

/// <summary>How a day's distance is spent over several routes.</summary>
public enum TravelBudget
{
    /// <summary>The km of one day are spent once, over all routes of the day.</summary>
    OncePerDay,

    /// <summary>Each route of the day gets a full day's km anew (Flee: docs/flee.md, Q4).</summary>
    AnewOnEachRoute,
}

/// <summary>Which ways a person weighs.</summary>
public enum WaysConsidered
{
    /// <summary>One way to each destination within the awareness: the shortest.</summary>
    ShortestPerDestination,

    /// <summary>Every simple path, so a destination that is reached twice counts twice (Flee: model.md, 2.6).</summary>
    EverySimplePath,
}

/// <summary>What people on a route do when it closes.</summary>
public enum ClosureRule
{
    /// <summary>They drop their plan, turn round at once and walk the km back that they had covered.</summary>
    TurnBackAtOnce,

    /// <summary>They go on to the end and are put back at the start, with the rest of their plan (Flee: model.md, 2.8).</summary>
    TurnBackAtEnd,
}

/// <summary>
/// Who comes first of those who are displaced already on the first morning: who
/// acts first on every day, where a place is full (docs/model.md, "Capacity").
/// </summary>
public enum FirstMorningOrder
{
    /// <summary>They are in random order, wherever they are.</summary>
    AtRandom,

    /// <summary>They are in the order of their places (Flee: model.md, 2.3).</summary>
    ByPlace,
}

/// <summary>What people do when no destination in sight has room.</summary>
public enum NoRoomRule
{
    /// <summary>They choose as if there were room everywhere.</summary>
    IgnoreCapacity,

    /// <summary>They choose any destination with equal probability (Flee: model.md, 2.6).</summary>
    AnyDestination,
}
