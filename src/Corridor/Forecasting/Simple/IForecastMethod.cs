using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;

namespace Corridor.Forecasting.Simple;

/// <summary>A way to forecast one target on one day ahead.</summary>
public interface IForecastMethod
{
    /// <summary>Name for tables.</summary>
    string Name { get; }

    /// <summary>The distribution; the target has at least <see cref="SimpleMethods.MinReports"/> reports.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="target">Position of the target.</param>
    /// <param name="date">The day ahead, after <see cref="Knowledge.Day"/>.</param>
    Predictive Forecast(Knowledge known, int target, DateOnly date);
}
