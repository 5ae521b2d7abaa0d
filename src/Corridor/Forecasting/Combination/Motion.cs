using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Combination;

/// <summary>How a series has been moving, as of its last report: rates and activity, recent reports counting more.</summary>
internal sealed class Motion
{
    /// <summary>A first figure below this share of the second one is an opening entry.</summary>
    private const double OpeningShare = 0.1;

    /// <summary>Activity of a series that has only just opened: this share of its level a day.</summary>
    private const double UnknownActivity = 0.01;

    private readonly IReadOnlyList<Report> reports;
    private readonly int first;

    /// <param name="reports">The reports in the order of their dates; at least one.</param>
    public Motion(IReadOnlyList<Report> reports)
    {
        this.reports = reports;
        // Many records open with a nought on the day that their clock starts, and go on with the people who were there all along: no rate of flight.
        while (first + 1 < reports.Count && reports[first].People < OpeningShare * reports[first + 1].People) first++;
    }

    public Report Last => reports[^1];

    /// <summary>Mean days from one report to the next; 0 when there is only one.</summary>
    public double Interval => reports.Count - first < 2 ? 0 : (double)(Last.Date.DayNumber - reports[first].Date.DayNumber) / (reports.Count - first - 1);

    /// <summary>Mean change, people a day, where a change so many days before the last report counts half.</summary>
    public double Rate(double halfLife) => Mean(halfLife, absolute: false);

    /// <summary>Mean size of the changes, people a day.</summary>
    public double Activity(double halfLife) => Mean(halfLife, absolute: true);

    private double Mean(double halfLife, bool absolute)
    {
        var (people, days) = (0.0, 0.0);
        for (var i = reports.Count - 1; i > first; i--)
        {
            var span = reports[i].Date.DayNumber - reports[i - 1].Date.DayNumber;
            var change = reports[i].People - reports[i - 1].People;
            var (near, far) = (Last.Date.DayNumber - reports[i].Date.DayNumber, Last.Date.DayNumber - reports[i - 1].Date.DayNumber);
            // The weight 2^(-age / half-life), averaged over the span.
            var weight = halfLife / span * (Math.Pow(2, -near / halfLife) - Math.Pow(2, -far / halfLife)) / Math.Log(2);
            people += weight * (absolute ? Math.Abs(change) : change);
            days += weight * span;
        }
        return days > 0 ? people / days : absolute ? UnknownActivity * Last.People : 0;
    }
}
