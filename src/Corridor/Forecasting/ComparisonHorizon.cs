using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>Displaced people at one destination on one horizon.</summary>
/// <param name="Place">Position of the place in the scenario.</param>
/// <param name="IsCamp">Whether it is a camp on that day, or was one before, under any alternative.</param>
/// <param name="IsUnderConflict">By alternative, whether it is under conflict on that day, so that
/// its stock is part of <see cref="ComparisonTotals.UnderConflict"/> as well.</param>
/// <param name="Stock">Displaced people there at the end of the day.</param>
public sealed record ComparisonDestination(int Place, bool IsCamp, IReadOnlyList<bool> IsUnderConflict, ComparisonFigure Stock);

/// <summary>
/// The totals of the situation on one horizon. Under each alternative and in every run, displaced = stock of the destinations that are
/// not under conflict there + under conflict + in transit.
/// </summary>
/// <param name="Displaced">All who are away from home.</param>
/// <param name="UnderConflict">Those of them who are at places under conflict: on the way nowhere, or driven there.</param>
/// <param name="InTransit">Those of them who are on a route.</param>
/// <param name="ForcedBack">People forced to another place since the start.</param>
/// <param name="Trapped">Residents under conflict from whom no open route leads to any safe place.</param>
/// <param name="Held">People kept from leaving, residents and displaced.</param>
public sealed record ComparisonTotals(
    ComparisonFigure Displaced, ComparisonFigure UnderConflict, ComparisonFigure InTransit,
    ComparisonFigure ForcedBack, ComparisonFigure Trapped, ComparisonFigure Held)
{
    /// <summary>All of them.</summary>
    internal IReadOnlyList<ComparisonFigure> All => [Displaced, UnderConflict, InTransit, ForcedBack, Trapped, Held];
}

/// <summary>What is expected on one day that is asked for.</summary>
/// <param name="DaysAhead">Days after the as-of day; null for the last day.</param>
/// <param name="Date">The day.</param>
/// <param name="Totals">The whole situation.</param>
/// <param name="Destinations">Where people end up (<see cref="Comparison"/> has the rule), in the order of the scenario.</param>
public sealed record ComparisonHorizon(int? DaysAhead, DateOnly Date, ComparisonTotals Totals, IReadOnlyList<ComparisonDestination> Destinations)
{
    /// <summary>Displaced people at places under conflict, by place: those who are at no destination of this day.</summary>
    public IReadOnlyDictionary<int, ComparisonFigure> UnderConflict { get; init; } = new Dictionary<int, ComparisonFigure>();
}
