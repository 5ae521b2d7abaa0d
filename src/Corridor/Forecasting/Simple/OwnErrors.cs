using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Simple;

/// <summary>
/// A simple guess with intervals from the errors that the same guess made before, for the same target and as far ahead: as if it had been used every week
/// so far, and as far as the errors are known by now. Each error counts with both signs, so that the guess stays the median.
/// </summary>
/// <param name="method">The guess.</param>
internal sealed class OwnErrors(IPointMethod method) : IForecastMethod
{
    /// <summary>Errors below which the start-up errors fill up.</summary>
    private const int Enough = 8;

    /// <inheritdoc/>
    public string Name => method.Name;

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        var guess = method.Guess(known, target, date);
        var errors = Past(known, target, date.DayNumber - known.Day.DayNumber);
        var sample = errors.SelectMany(e => new[] { (guess - e, 1.0), (guess + e, 1.0) }).ToList();
        if (errors.Count < Enough)
        {
            // Until there are enough: normal errors of the size of the last change over that time, or a tenth of the figure in two weeks.
            var reports = known.Series[target].Joined;
            var days = date.DayNumber - reports[^1].Date.DayNumber;
            var deviation = Math.Max(1, Math.Max(0.1 * reports[^1].People * Math.Sqrt(days / 14.0), Math.Abs(Trend.RateOf(reports)) * days / 2));
            var weight = 2.0 * (Enough - errors.Count);
            sample.AddRange(Predictive.Levels.Select((level, i) => (guess + deviation * NormalDistribution.Quantile(level), weight * Predictive.Masses[i])));
        }
        return Predictive.OfSample(sample).Map(value => Math.Max(0, value));
    }

    /// <summary>The errors of earlier weeks at real reports.</summary>
    private List<double> Past(Knowledge known, int target, int days)
    {
        var errors = new List<double>();
        var first = known.Series[target].Reports[0].Date;
        for (var day = known.Day.AddDays(-7); day > first; day = day.AddDays(-7))
        {
            var then = known.On(day);
            if (then.Series[target].Reports.Count < 2) break;
            if (Truth.Of(known.Series[target], day, days) is { } report) errors.Add(report.People - method.Guess(then, target, report.Date));
        }
        return errors;
    }
}
