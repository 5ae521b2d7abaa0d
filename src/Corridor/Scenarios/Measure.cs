namespace Corridor.Scenarios;

/// <summary>What is measured of a place or route on a day (docs/run-folder.md).</summary>
public enum Measure
{
    /// <summary>People of the place who have not left.</summary>
    Residents,

    /// <summary>Displaced people there at the end of the day, with those who no longer take part (<see cref="Rules.CampsAreSinks"/>).</summary>
    Stock,

    /// <summary>Displaced people who came that day.</summary>
    Inflow,

    /// <summary>Displaced people who left that day.</summary>
    Outflow,

    /// <summary>Displaced people on a route at the end of the day.</summary>
    InTransit,

    /// <summary>People forced to the place since the start.</summary>
    ForcedBack,

    /// <summary>Residents of a place under conflict, or flooded where departures follow the flood, from which no open route leads to any safe place.</summary>
    Trapped,

    /// <summary>People kept from leaving.</summary>
    Held,

    /// <summary>All who are away from home: stock + in transit. Of the whole situation only.</summary>
    Displaced,
}

/// <summary>What is true of measures.</summary>
public static class Measures
{
    /// <summary>Those that are measured of a place, in the order of the tables.</summary>
    public static IReadOnlyList<Measure> OfPlaces { get; } = [.. Enum.GetValues<Measure>().Where(IsOfPlace)];

    /// <summary>Whether a place can have it; the others are of a route or of the whole situation.</summary>
    public static bool IsOfPlace(this Measure measure) => measure is not (Measure.InTransit or Measure.Displaced);

    /// <summary>Whether it is people of a day, which are added up over days.</summary>
    public static bool IsFlow(this Measure measure) => measure is Measure.Inflow or Measure.Outflow;
}
