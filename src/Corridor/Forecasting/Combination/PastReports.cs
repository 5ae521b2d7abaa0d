using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>What a forecaster learns from: reports that are known by now, had they been forecast as far ahead from earlier days.</summary>
internal static class PastReports
{
    /// <summary>Days from one earlier origin to the next: the step of a backtest, so that it derives each once.</summary>
    private const int Step = 14;

    /// <summary>All such reports, the latest origins first.</summary>
    /// <param name="known">What is known now.</param>
    /// <param name="days">Days ahead of those forecasts.</param>
    public static IReadOnlyList<(DateOnly Origin, Report Report, Knowledge Then, int Target)> Of(Knowledge known, int days) =>
        known.Remember(("past", days), () => Found(known, days));

    private static List<(DateOnly Origin, Report Report, Knowledge Then, int Target)> Found(Knowledge known, int days)
    {
        var past = new List<(DateOnly, Report, Knowledge, int)>();
        for (var origin = known.Day.AddDays(-Step); ; origin = origin.AddDays(-Step))
        {
            var then = known.On(origin);
            var any = false;
            for (var target = 0; target < known.Series.Count; target++)
            {
                if (then.Series[target].Reports.Count < SimpleMethods.MinReports) continue;
                any = true;
                if (Truth.Of(known.Series[target], origin, days) is { } report) past.Add((origin, report, then, target));
            }
            if (!any) return past;
        }
    }
}
