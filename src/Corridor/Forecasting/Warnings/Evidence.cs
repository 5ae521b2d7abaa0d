using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Warnings;

/// <summary>The last count that a warning rests on.</summary>
/// <param name="Target">What it counts.</param>
/// <param name="Report">The figure, its day, and the day on which it could be known.</param>
/// <param name="Source">Who counted; empty when not stated.</param>
public sealed record Evidence(Target Target, Report Report, string Source)
{
    /// <summary>The last known report of a place, or of the whole situation where the place has none; null when there is neither.</summary>
    internal static Evidence? Of(Scenario scenario, Knowledge known, string place)
    {
        var series = known.Series.FirstOrDefault(s => s.Target.Place == place && s.Reports.Count > 0)
            ?? known.Series.FirstOrDefault(s => s.Target.IsTotal && s.Reports.Count > 0);
        if (series is null) return null;
        var (target, last) = (series.Target, series.Reports[^1]);
        var counts = scenario.Counts.Where(c => Target.Of(c) == target && c.Date == last.Date && c.Published <= known.Day);
        var count = counts.OrderBy(c => c.Published).LastOrDefault();
        return new Evidence(target, last, count?.Source ?? "");
    }
}
