using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public static class Candidates
{
    /// <summary>x</summary>
    public static IReadOnlyList<IForecastMethod> All() => [];
}
