using Corridor.Forecasting.Reports;

namespace Corridor.Forecasting.Simple;

/// <summary>A simple guess: one number for a target and a day ahead.</summary>
internal interface IPointMethod
{
    /// <summary>Name for tables.</summary>
    string Name { get; }

    /// <summary>The guess; the target has at least one report.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="target">Position of the target.</param>
    /// <param name="date">The day ahead.</param>
    double Guess(Knowledge known, int target, DateOnly date);
}
