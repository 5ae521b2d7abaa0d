namespace Corridor.Forecasting;

/// <summary>People who were to be forced away from a place under one alternative, of whom fewer were there.</summary>
/// <param name="Place">Position of the place in the scenario.</param>
/// <param name="Alternative">Position of the alternative in the ensemble.</param>
/// <param name="Asked">How many were to be forced away until the last day.</param>
/// <param name="Forced">How many were there, and were.</param>
public sealed record ComparisonForced(int Place, int Alternative, long Asked, Summary Forced);
