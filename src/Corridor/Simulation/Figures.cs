namespace Corridor.Simulation;

/// <summary>What a run counts by place or by link.</summary>
internal enum Counted : byte
{
    Residents,
    HeldResidents,
    HeldDisplaced,
    Stock,
    Inflow,
    Outflow,
    ForcedBack,
    ForcedAway,
    Removed,
    Entered,
    InTransit,
}

/// <summary>What a run shows of a day: the people of every place and link.</summary>
internal sealed class Figures
{
    private readonly long[][] all;

    /// <param name="places">Number of places.</param>
    /// <param name="links">Number of links.</param>
    public Figures(int places, int links) => all =
    [
        Residents = new long[places], HeldResidents = new long[places], HeldDisplaced = new long[places],
        Stock = new long[places], Inflow = new long[places], Outflow = new long[places], ForcedBack = new long[places],
        ForcedAway = new long[places], Removed = new long[places],
        Entered = new long[links], InTransit = new long[links],
    ];

    /// <summary>People of the place who have not left.</summary>
    public long[] Residents { get; }

    /// <summary>Residents kept from leaving.</summary>
    public long[] HeldResidents { get; }

    /// <summary>Displaced people at the place who are kept from leaving.</summary>
    public long[] HeldDisplaced { get; }

    /// <summary>Displaced people at the place.</summary>
    public long[] Stock { get; }

    /// <summary>Displaced people who came to the place today.</summary>
    public long[] Inflow { get; }

    /// <summary>Displaced people who left the place today.</summary>
    public long[] Outflow { get; }

    /// <summary>People forced to the place since the start.</summary>
    public long[] ForcedBack { get; }

    /// <summary>People forced away from the place since the start.</summary>
    public long[] ForcedAway { get; }

    /// <summary>Displaced people in the place who no longer take part; they still take its room.</summary>
    public long[] Removed { get; }

    /// <summary>People who entered the link today.</summary>
    public long[] Entered { get; }

    /// <summary>Displaced people on the link.</summary>
    public long[] InTransit { get; }

    /// <summary>People who have set out from home since the start.</summary>
    public long SetOut { get; set; }

    /// <summary>People whose departure was given for a day so far, and who have not set out: nowhere was conflict, or nobody was left.</summary>
    public long NotSetOut { get; set; }

    /// <summary>The people of every place or of every link.</summary>
    public long[] Of(Counted what) => all[(int)what];
}
