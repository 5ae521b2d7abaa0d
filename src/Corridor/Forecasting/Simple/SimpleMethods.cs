namespace Corridor.Forecasting.Simple;

/// <summary>The simple guesses that every forecast is measured against.</summary>
public static class SimpleMethods
{
    /// <summary>Reports of a target that must be known before anything is forecast for it.</summary>
    public const int MinReports = 3;

    /// <summary>All of them, each with intervals from its own past errors.</summary>
    public static IReadOnlyList<IForecastMethod> All { get; } =
    [
        new OwnErrors(Trend.NoChange),
        new OwnErrors(Trend.LastRate),
        new OwnErrors(Trend.Damped),
        new OwnErrors(new ShareOfTotal(byCapacity: false)),
        new OwnErrors(new ShareOfTotal(byCapacity: true)),
        new Climatology(),
    ];
}
