using Corridor.Scenarios;

namespace Corridor.Forecasting.Warnings;

/// <summary>What a <see cref="Warning"/> is about.</summary>
public enum WarningKind
{
    /// <summary>A place may pass 90 % of its capacity.</summary>
    Capacity90,

    /// <summary>A place may pass its capacity.</summary>
    Capacity100,

    /// <summary>Residents of a place under conflict have, or will have, no open route to safety.</summary>
    Trapped,

    /// <summary>A place under conflict loses its last open route by what the timeline or the alternative says.</summary>
    LastRoute,

    /// <summary>A place under conflict has one open route left: one more closure, which nobody has announced, traps its people.</summary>
    OneRouteLeft,

    /// <summary>A trigger of the scenario.</summary>
    Trigger,
}

/// <summary>Something that may happen under an alternative, how likely it is on each day ahead, and why.</summary>
public sealed record Warning
{
    /// <summary>What it is about.</summary>
    public required WarningKind Kind { get; init; }

    /// <summary>The alternative.</summary>
    public required Alternative Alternative { get; init; }

    /// <summary>Place id, or <see cref="Count.Everywhere"/>.</summary>
    public required string Place { get; init; }

    /// <summary>The trigger, when it is one.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>People: the mark that is passed; 0 where there is none.</summary>
    public double Mark { get; init; }

    /// <summary>The probability on each day ahead, from the first; of a trigger the one of its day.</summary>
    public required IReadOnlyList<double> ByDay { get; init; }

    /// <summary>The first day on which it is more likely than not; null when on none, and for a trigger that does not fire.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Whether it is so on the as-of day already.</summary>
    public bool IsAlready { get; init; }

    /// <summary>People concerned on the last day (of a trigger: its figure), where that is a number of people; of trapped people,
    /// on the last day ahead on which they are trapped (<see cref="PeopleOn"/>).</summary>
    public Summary? People { get; init; }

    /// <summary>The day of <see cref="People"/>, where it need not be the last one.</summary>
    public DateOnly? PeopleOn { get; init; }

    /// <summary>Why.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The largest probability on any day.</summary>
    public double Probability => ByDay.Count == 0 ? 0 : ByDay.Max();

    /// <summary>Whether a trigger fires; every other warning does.</summary>
    public bool Fires => Trigger is null || Probability > Trigger.Probability;
}

/// <summary>What a warning rests on: counts and changes.</summary>
public sealed record Reason
{
    /// <summary>The last count of the place (of the whole situation, where the place has none).</summary>
    public Evidence? Count { get; init; }

    /// <summary>Whether the figure is the forecast of a reported series; else it is simulated.</summary>
    public bool IsForecast { get; init; }

    /// <summary>The entries of the timeline or the alternative behind it, in the order of days.</summary>
    public IReadOnlyList<TimelineEntry> Changes { get; init; } = [];

    /// <summary>Those of <see cref="Changes"/> that the alternative assumes.</summary>
    public IReadOnlyList<TimelineEntry> Assumed { get; init; } = [];

    /// <summary>
    /// Median over the members of what the changes since the last report do to the growth
    /// of the place: 1 nothing, 2 twice the growth; null where that was not asked.
    /// </summary>
    public double? Factor { get; init; }

    /// <summary>The timeline row that set the capacity; null: the places state it, or it does not matter.</summary>
    public TimelineEntry? CapacityBy { get; init; }

    /// <summary>The one route that is left, as <c>a--b</c>; empty where that is not the matter.</summary>
    public string Route { get; init; } = "";

    /// <summary>Route closures in the known past and the days of open routes that they fell on; (0, 0) where that is not the matter.</summary>
    public (int Closures, double RouteDays) PastClosures { get; init; }
}
