using System.Globalization;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Warnings;

/// <summary>A place that may pass a share of its capacity.</summary>
/// <param name="Place">Place id.</param>
/// <param name="Share">The share of the capacity: 0.9 or 1.</param>
/// <param name="Capacity">The stated capacity.</param>
/// <param name="First">The first day on which that is more likely than not; null when on none.</param>
/// <param name="ByDay">Probability on each day ahead, from the first.</param>
/// <param name="Last">The report that it rests on.</param>
public sealed record CapacityWarning(string Place, double Share, double Capacity, DateOnly? First, IReadOnlyList<double> ByDay, Report Last)
{
    /// <summary>Warnings with a probability of at least one in five on some day, for places that were below the mark when last reported.</summary>
    public static IReadOnlyList<CapacityWarning> Of(Scenario scenario, Knowledge known, CorridorForecast forecast, Alternative alternative, int days)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(forecast);
        var warnings = new List<CapacityWarning>();
        for (var target = 0; target < known.Series.Count; target++)
        {
            if (known.Capacity[target] is not > 0 || known.Series[target].Target is not { IsTotal: false, Kind: TargetKind.Stock } at || !forecast.CanForecast(target)) continue;
            var capacity = known.Capacity[target]!.Value;
            var last = known.Series[target].Reports[^1];
            foreach (var share in new[] { 0.9, 1.0 })
            {
                if (last.People >= share * capacity) continue;
                var byDay = Enumerable.Range(1, days).Select(d => 1 - forecast.Of(alternative, target, known.Day.AddDays(d)).Cdf(share * capacity)).ToArray();
                if (byDay.Max() < 0.2) continue;
                var first = Array.FindIndex(byDay, p => p > 0.5);
                warnings.Add(new CapacityWarning(at.Place, share, capacity, first < 0 ? null : known.Day.AddDays(first + 1), byDay, last));
            }
        }
        return warnings;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Place} passes {Share * 100:0} % of its capacity of {Capacity:N0} with a probability of {ByDay[^1] * 100:0} % in {ByDay.Count} days{(First is { } day ? $"; more likely than not from {day:yyyy-MM-dd} on" : "")}. It was reported at {Last.People:N0} on {Last.Date:yyyy-MM-dd}.");
}
