using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>What a forecaster learns from: reports that are known by now, had they been forecast as far ahead from earlier days.</summary>
internal static class PastReports
{
    /// <summary>All such reports, the latest origins first.</summary>
    /// <param name="known">What is known now.</param>
    /// <param name="days">Days ahead of those forecasts.</param>
    /// <param name="step">Days from one earlier origin to the next.</param>
    public static IEnumerable<(DateOnly Origin, Report Report, Knowledge Then, int Target)> Of(Knowledge known, int days, int step)
    {
        for (var origin = known.Day.AddDays(-step); ; origin = origin.AddDays(-step))
        {
            var then = known.On(origin);
            var any = false;
            for (var target = 0; target < known.Series.Count; target++)
            {
                if (then.Series[target].Reports.Count < SimpleMethods.MinReports) continue;
                any = true;
                if (Truth.Of(known.Series[target], origin, days) is { } report) yield return (origin, report, then, target);
            }
            if (!any) yield break;
        }
    }
}
