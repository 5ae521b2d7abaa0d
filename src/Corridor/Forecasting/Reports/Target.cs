using Corridor.Scenarios;

namespace Corridor.Forecasting.Reports;

/// <summary>What a forecast is asked for: the figure that one series reports, at one place or for the whole situation.</summary>
/// <param name="Place">Place id, or <see cref="Count.Everywhere"/>.</param>
/// <param name="Kind">Whether people there are counted, or arrivals since the first report are added up.</param>
/// <param name="Series">The series of the counts; empty for the main one.</param>
public sealed record Target(string Place, TargetKind Kind, string Series)
{
    /// <summary>
    /// What a count is a figure of: people there (of the whole situation <c>stock</c> and <c>displaced</c> are the same), or
    /// arrivals in a period that can be added up; null for all other measures, which no forecast reads.
    /// </summary>
    public static Target? Of(Count count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return count switch
        {
            { Measure: Measure.Stock } or { Measure: Measure.Displaced, Place: Count.Everywhere } => new Target(count.Place, TargetKind.Stock, count.Series),
            { Measure: Measure.Inflow, Since: not null } => new Target(count.Place, TargetKind.Arrivals, count.Series),
            _ => null,
        };
    }

    /// <summary>Whether it is the whole situation.</summary>
    public bool IsTotal => Place == Count.Everywhere;

    /// <summary>Short name for tables: the place, and <c>(arrivals)</c> where arrivals are added up.</summary>
    public override string ToString() => Kind == TargetKind.Stock ? Place : Place + " (arrivals)";
}

/// <summary>What the reports of a <see cref="Target"/> count.</summary>
public enum TargetKind
{
    /// <summary>Displaced people at the place at the end of the day.</summary>
    Stock,

    /// <summary>People who arrived since the first report: consecutive reported inflows, added up.</summary>
    Arrivals,
}
