namespace Corridor.Forecasting.Conditioning;

/// <summary>How an ensemble is conditioned and run ahead.</summary>
public sealed record ConditionedOptions
{
    /// <summary>Number of members; 10 or more.</summary>
    public int Members { get; init; } = 1000;

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads that work; it changes nothing but the time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Days before the as-of day whose counts condition the ensemble.</summary>
    public int WindowDays { get; init; } = 42;

    /// <summary>Number of assimilations of the smoother.</summary>
    public int Assimilations { get; init; } = 3;

    /// <summary>Stops it between two days of a simulation, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Is told what is being simulated, the days done and all days; nothing when nobody watches.</summary>
    public Action<string, int, int>? Progress { get; init; }

    /// <summary>Whether closures, openings and capacities after the as-of day are granted (<c>--known-future closures</c>).</summary>
    public bool KnownClosures { get; init; }
}
