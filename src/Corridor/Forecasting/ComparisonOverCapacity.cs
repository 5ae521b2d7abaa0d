namespace Corridor.Forecasting;

/// <summary>When a camp first holds more people than it can shelter, under one alternative.</summary>
/// <param name="Place">Position of the place in the scenario.</param>
/// <param name="Alternative">Position of the alternative in the ensemble.</param>
/// <param name="Probability">Share of the runs in which that happens at all.</param>
/// <param name="Early">The first such day: of the runs in which it happens, one in ten has it earlier.</param>
/// <param name="Median">The first such day: half of the runs in which it happens have it by then.</param>
/// <param name="Late">The first such day: of the runs in which it happens, one in ten has it later.</param>
public sealed record ComparisonOverCapacity(int Place, int Alternative, double Probability, DateOnly Early, DateOnly Median, DateOnly Late);
