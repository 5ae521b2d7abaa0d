namespace Corridor.Scenarios;

/// <summary>What is measured of a place or route on a day (docs/run-folder.md).</summary>
public enum Measure
{
    /// <summary>People of the place who have not left.</summary>
    Residents,

    /// <summary>Displaced people there at the end of the day.</summary>
    Stock,

    /// <summary>Displaced people who came that day.</summary>
    Inflow,

    /// <summary>Displaced people who left that day.</summary>
    Outflow,

    /// <summary>Displaced people on a route at the end of the day.</summary>
    InTransit,

    /// <summary>People forced to the place since the start.</summary>
    ForcedBack,

    /// <summary>Residents of a place under conflict from which no open route leads to any safe place.</summary>
    Trapped,

    /// <summary>People kept from leaving.</summary>
    Held,

    /// <summary>All who are away from home: stock + in transit + removed. Of the whole situation only.</summary>
    Displaced,
}
