namespace Corridor.Forecasting;

/// <summary>The whole situation at the end of one day under one alternative.</summary>
/// <param name="Date">The day.</param>
/// <param name="Displaced">All who are away from home.</param>
/// <param name="InTransit">Those of them who are on a route.</param>
/// <param name="ForcedBack">People forced to another place since the start.</param>
/// <param name="Trapped">Residents under conflict from whom no open route leads to any safe place.</param>
public sealed record ComparisonDay(DateOnly Date, Summary Displaced, Summary InTransit, Summary ForcedBack, Summary Trapped);
