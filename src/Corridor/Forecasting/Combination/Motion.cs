using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Combination;

/// <summary>How a series has been moving, as of its last report: rates and activity, recent reports counting more.</summary>
internal sealed class Motion
{
    /// <summary>A first figure below this share of the second one is an opening entry.</summary>
    private const double OpeningShare = 0.1;

    /// <summary>A figure below this share of the last one is next to nothing.</summary>
    private const double TrifleShare = 0.01;

    /// <summary>Activity of a series that has only just opened: this share of its level a day.</summary>
    private const double UnknownActivity = 0.01;

    /// <summary>A change of more than so many times the median speed is a jump: a registration or a correction more often than people on the road.</summary>
    private const double JumpSpeed = 5;

    /// <summary>Days of record below which what is known are changes, not yet speeds: they count as if they had taken so long.</summary>
    private const double ShortestRecord = 7;

    private readonly IReadOnlyList<Report> reports;
    private readonly int first;
    private readonly double fastest;
    private readonly double known;

    /// <param name="reports">The reports in the order of their dates; at least one.</param>
    public Motion(IReadOnlyList<Report> reports)
    {
        this.reports = reports;
        // Many records open with a nought on the day that their clock starts, and go on with the people who were there all along: no rate of flight.
        // Where figure after figure is far beyond the one before, that is the flight: further ones are opening entries only while they are next to nothing.
        while (first + 1 < reports.Count && reports[first].People < OpeningShare * reports[first + 1].People
            && (first == 0 || reports[first].People < TrifleShare * Last.People)) first++;
        known = Math.Min(1, (Last.Date.DayNumber - reports[first].Date.DayNumber) / ShortestRecord);
        fastest = JumpSpeed * MedianSpeed();
    }

    public Report Last => reports[^1];

    /// <summary>The first report that is no opening entry.</summary>
    public Report First => reports[first];

    /// <summary>
    /// Days from one report to the next as a random day finds them: the mean over days, not over reports, the time since
    /// the last report included. A series that was reported daily and has fallen silent is one of rare reports.
    /// </summary>
    public double Interval(DateOnly day)
    {
        double silent = day.DayNumber - Last.Date.DayNumber;
        var (squares, days) = (silent * silent, silent);
        for (var i = first + 1; i < reports.Count; i++)
        {
            double span = Span(i);
            (squares, days) = (squares + span * span, days + span);
        }
        return days > 0 && reports.Count - first > 1 ? squares / days : 0;
    }

    /// <summary>Mean change, people a day, where a change so many days before the last report counts half.</summary>
    /// <param name="halfLife">The half-life of the memory, days.</param>
    /// <param name="withoutJumps">Whether a jump counts as a change of the fastest usual speed.</param>
    public double Rate(double halfLife, bool withoutJumps) => Mean(halfLife, speed => withoutJumps ? Math.Clamp(speed, -fastest, fastest) : speed) ?? 0;

    /// <summary>Mean size of the changes, people a day.</summary>
    public double Activity(double halfLife) => Mean(halfLife, Math.Abs) ?? UnknownActivity * Last.People;

    private double? Mean(double halfLife, Func<double, double> count)
    {
        var (people, days) = (0.0, 0.0);
        for (var i = reports.Count - 1; i > first; i--)
        {
            // Over a gap of a record of arrivals nobody knows.
            if (reports[i].IsGap) continue;
            double span = Span(i);
            var (near, far) = (Last.Date.DayNumber - reports[i].Date.DayNumber, Last.Date.DayNumber - reports[i - 1].Date.DayNumber);
            // The weight 2^(-age / half-life), added up over the span.
            var weight = halfLife * (Math.Pow(2, -near / halfLife) - Math.Pow(2, -far / halfLife)) / Math.Log(2);
            people += weight * count(Speed(i));
            days += weight;
        }
        return days > 0 ? known * people / days : null;
    }

    /// <summary>The speed that half of the days have not gone beyond.</summary>
    private double MedianSpeed()
    {
        var speeds = Enumerable.Range(first + 1, reports.Count - 1 - first)
            .Where(i => !reports[i].IsGap)
            .Select(i => (Speed: Math.Abs(Speed(i)), Days: Span(i)))
            .OrderBy(s => s.Speed)
            .ToArray();
        var half = speeds.Sum(s => s.Days) / 2.0;
        foreach (var (speed, days) in speeds)
            if ((half -= days) <= 0) return speed;
        return 0;
    }

    private double Speed(int i) => (reports[i].People - reports[i - 1].People) / Span(i);

    private int Span(int i) => reports[i].Date.DayNumber - reports[i - 1].Date.DayNumber;
}
