namespace Corridor.Formats.Flee;

/// <summary>How a Flee folder is opened.</summary>
public sealed record FleeOptions
{
    /// <summary>Settings file; null: simsetting.yml of the folder.</summary>
    public string? Settings { get; init; }

    /// <summary>Population scale-down: every population, capacity and record is divided by it. 1: the full population.</summary>
    public int Hasten { get; init; } = 1;

    /// <summary>First day; null: that of sim_period.csv.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Number of days; null: that of sim_period.csv.</summary>
    public int? Days { get; init; }

    /// <summary>
    /// Whether the figures are taken as they were published, for forecasts: without registration corrections, which rescale earlier figures by
    /// later ones, without the values between two points that sums of series and capacities would need, and with the capacities as stated.
    /// </summary>
    public bool AsPublished { get; init; }
}
