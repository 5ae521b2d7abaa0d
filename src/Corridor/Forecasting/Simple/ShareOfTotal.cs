using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Simple;

/// <summary>A split of the total's damped trend: by the shares last reported, or by capacity, as published forecasts with given totals do.</summary>
/// <param name="byCapacity">By capacity instead of by the last reports.</param>
internal sealed class ShareOfTotal(bool byCapacity) : IPointMethod
{
    /// <inheritdoc/>
    public string Name => byCapacity ? "capacity x total" : "shares x total";

    /// <inheritdoc/>
    public double Guess(Knowledge known, int target, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.Total is not { } total || known.Series[total].Reports.Count == 0 || target == total) return Trend.Damped.Guess(known, target, date);
        var future = Trend.Damped.Guess(known, total, date);
        var now = known.Series[total].Reports[^1].People;
        var last = known.Series[target].Reports[^1].People;
        if (!byCapacity) return now > 0 ? last * future / now : last;

        // The people who are in the places now, split by capacity; the others of the total are elsewhere.
        var (inPlaces, capacity) = (0.0, 0.0);
        var stated = known.Capacity.Where((c, i) => i != total && c > 0).Select(c => c!.Value).DefaultIfEmpty(1).ToArray();
        var usual = stated.Average();
        for (var i = 0; i < known.Series.Count; i++)
        {
            if (i == total || known.Series[i].Reports.Count == 0 || known.Series[i].Target.Kind != known.Series[target].Target.Kind) continue;
            inPlaces += known.Series[i].Reports[^1].People;
            capacity += known.Capacity[i] is > 0 and var own ? own : usual;
        }
        var share = (known.Capacity[target] is > 0 and var room ? room : usual) / capacity;
        return share * inPlaces * (now > 0 ? future / now : 1);
    }
}
