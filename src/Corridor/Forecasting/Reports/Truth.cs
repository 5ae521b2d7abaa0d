namespace Corridor.Forecasting.Reports;

/// <summary>Which report a forecast of a horizon is scored at.</summary>
public static class Truth
{
    /// <summary>
    /// The report nearest to origin + horizon, at most 7 days and at most half the horizon away from it (of two equally near ones the earlier).
    /// Null: nothing was reported then, and nothing is scored; nor is it where the series has come to count otherwise in between.
    /// </summary>
    /// <param name="series">The series.</param>
    /// <param name="origin">The as-of day of the forecast.</param>
    /// <param name="horizon">Days ahead; 1 or more.</param>
    public static Report? Of(ReportSeries series, DateOnly origin, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        var window = Math.Min(7, horizon / 2);
        var middle = origin.DayNumber + horizon;
        Report? nearest = null;
        var distance = window + 1;
        foreach (var report in series.Reports)
        {
            var away = Math.Abs(report.Date.DayNumber - middle);
            if (away < distance && report.Date > origin) (nearest, distance) = (report, away);
        }
        return series.Reports.Any(r => r.Break && (r.Date > origin || r.Published > origin) && r.Date <= nearest?.Date) ? null : nearest;
    }
}
