using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;

namespace Corridor.Forecasting.Backtests;

/// <summary>One forecast of one method, with what was reported later.</summary>
/// <param name="Case">Name of the scenario.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Origin">As-of day.</param>
/// <param name="Horizon">Days ahead that were asked for.</param>
/// <param name="Target">The target.</param>
/// <param name="Date">Day of the report that it is scored at.</param>
/// <param name="Last">The last figure known on the as-of day.</param>
/// <param name="Reported">What was reported.</param>
/// <param name="Forecast">The forecast.</param>
/// <param name="Correlation">Correlation with the other targets of the same origin and horizon, in normal scores; 0: independent.</param>
public sealed record ScoredForecast(
    string Case, string Method, DateOnly Origin, int Horizon, string Target, DateOnly Date,
    double Last, double Reported, Predictive Forecast, double Correlation)
{
    /// <summary>Weighted interval score. It is the same on the level and on the change since the last report, which only shifts both.</summary>
    public double Wis { get; } = Score.Wis(Forecast, Reported);

    /// <summary>Continuous ranked probability score.</summary>
    public double Crps { get; } = Score.Crps(Forecast, Reported);

    /// <summary>Absolute error of the median.</summary>
    public double AbsoluteError { get; } = Math.Abs(Forecast.Median - Reported);

    /// <summary>Probability that the forecast gave to less than what was reported (half of what it gave to that very figure included).</summary>
    public double Pit { get; } = Forecast.Cdf(Reported);

    /// <summary>Whether the central interval of that probability held the reported figure.</summary>
    public bool Covered(double probability) => Score.Covers(Forecast, probability, Reported);
}
