using Corridor.Forecasting;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// Rounds small figures in files (<c>--round-below</c>): what lies between 0 and N becomes 0 or N, whichever is nearer, so that a few
/// people at a place cannot be told apart. Figures of N and more stay.
/// </summary>
internal readonly record struct SmallFigures(int Below)
{
    /// <summary>The figure as it may be written, with at most two decimals.</summary>
    public double Round(double value)
    {
        if (Math.Abs(value) < Below) return Math.Abs(value) * 2 >= Below ? Math.CopySign(Below, value) : 0;
        // Adding 0 takes the sign off a negative zero.
        return Math.Round(value, 2) + 0.0;
    }

    /// <summary>Whether the figure is not written as it is.</summary>
    public bool Hides(double value) => Math.Abs(value) < Below;

    /// <summary>Whether a figure is 0 in every run, or is written as 0 throughout: whether a row is there tells nothing that is hidden in it.</summary>
    public bool IsNothing(in Summary summary) =>
        summary == default || Below > 0 && Round(summary.Mean) == 0 && Round(summary.Q05) == 0 && Round(summary.Q95) == 0;

    /// <inheritdoc cref="IsNothing(in Summary)"/>
    public bool IsNothing(in Moments moments) => moments.Mean < Moments.Nothing || Below > 0 && Round(moments.Mean) == 0;
}
