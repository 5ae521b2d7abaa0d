using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;

namespace Corridor.Forecasting.Simple;

/// <summary>The last report plus any of the changes that the series has seen over as long a time, each as likely as the other.</summary>
internal sealed class Climatology : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "climatology";

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        var reports = known.Series[target].Joined;
        var last = reports[^1];
        var days = date.DayNumber - last.Date.DayNumber;
        var changes = new List<(double, double)>();
        for (var from = 0; from < reports.Count - 1; from++)
        {
            var to = Enumerable.Range(from + 1, reports.Count - from - 1)
                .MinBy(i => Math.Abs(reports[i].Date.DayNumber - reports[from].Date.DayNumber - days));
            var took = reports[to].Date.DayNumber - reports[from].Date.DayNumber;
            changes.Add((Math.Max(0, last.People + (reports[to].People - reports[from].People) * days / took), 1));
        }
        return Predictive.OfSample(changes);
    }
}
