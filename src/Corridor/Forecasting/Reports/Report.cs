namespace Corridor.Forecasting.Reports;

/// <summary>One reported figure of a target.</summary>
/// <param name="Date">The day that it speaks of.</param>
/// <param name="Published">The day on which it could be known.</param>
/// <param name="People">The figure.</param>
/// <param name="Break">Whether the series counts otherwise from this figure on.</param>
/// <param name="Since">Of arrivals, the day before the period begins; null for a figure of one day.</param>
/// <param name="IsGap">Of arrivals, whether nothing was reported between the report before and this one, with which they are added up anew: a break.</param>
public readonly record struct Report(
    DateOnly Date, DateOnly Published, double People, bool Break = false, DateOnly? Since = null, bool IsGap = false);
