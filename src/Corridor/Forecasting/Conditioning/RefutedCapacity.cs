using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Conditioning;

/// <summary>A capacity that limits nobody, since a report has gone far beyond it.</summary>
/// <param name="Place">Place id.</param>
/// <param name="People">The capacity as it would be simulated, with <c>capacity_scaling</c>.</param>
/// <param name="Since">The date of the timeline row that states it; null: the place does.</param>
/// <param name="Report">The highest report of the days on which it held.</param>
public sealed record RefutedCapacity(string Place, double People, DateOnly? Since, Report Report);
