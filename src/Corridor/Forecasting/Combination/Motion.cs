using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Combination;

/// <summary>How a series has been moving, as of its last report: rates and activity, recent reports counting more.</summary>
internal sealed class Motion
{
    private readonly IReadOnlyList<Report> reports;

    public Motion(IReadOnlyList<Report> reports) => this.reports = reports;

    public Report Last => reports[^1];

    /// <summary>Mean change, people a day, where a change so many days before the last report counts half.</summary>
    public double Rate(double halfLife) => Mean(halfLife, absolute: false);

    /// <summary>Mean size of the changes, people a day.</summary>
    public double Activity(double halfLife) => Mean(halfLife, absolute: true);

    private double Mean(double halfLife, bool absolute)
    {
        var (people, days) = (0.0, 0.0);
        for (var i = reports.Count - 1; i > 0; i--)
        {
            var span = reports[i].Date.DayNumber - reports[i - 1].Date.DayNumber;
            var change = reports[i].People - reports[i - 1].People;
            var (near, far) = (Last.Date.DayNumber - reports[i].Date.DayNumber, Last.Date.DayNumber - reports[i - 1].Date.DayNumber);
            // The weight 2^(-age / half-life), averaged over the span.
            var weight = halfLife / span * (Math.Pow(2, -near / halfLife) - Math.Pow(2, -far / halfLife)) / Math.Log(2);
            people += weight * (absolute ? Math.Abs(change) : change);
            days += weight * span;
        }
        return days > 0 ? people / days : 0;
    }
}
