namespace Corridor.Simulation;

/// <summary>What a run shows of a day: the people of every place and link.</summary>
internal sealed class Figures(int places, int links)
{
    /// <summary>People of the place who have not left.</summary>
    public long[] Residents { get; } = new long[places];

    /// <summary>Residents kept from leaving.</summary>
    public long[] HeldResidents { get; } = new long[places];

    /// <summary>Displaced people at the place who are kept from leaving.</summary>
    public long[] HeldDisplaced { get; } = new long[places];

    /// <summary>Displaced people at the place.</summary>
    public long[] Stock { get; } = new long[places];

    /// <summary>Displaced people who came to the place today.</summary>
    public long[] Inflow { get; } = new long[places];

    /// <summary>Displaced people who left the place today.</summary>
    public long[] Outflow { get; } = new long[places];

    /// <summary>People forced to the place since the start.</summary>
    public long[] ForcedBack { get; } = new long[places];

    /// <summary>People who entered the link today.</summary>
    public long[] Entered { get; } = new long[links];

    /// <summary>Displaced people on the link.</summary>
    public long[] InTransit { get; } = new long[links];

    /// <summary>People who have set out from home since the start.</summary>
    public long SetOut { get; set; }

    /// <summary>Displaced people who no longer take part.</summary>
    public long Removed { get; set; }

    /// <summary>Takes over those of another day.</summary>
    public void CopyFrom(Figures other)
    {
        other.Residents.CopyTo(Residents, 0);
        other.HeldResidents.CopyTo(HeldResidents, 0);
        other.HeldDisplaced.CopyTo(HeldDisplaced, 0);
        other.Stock.CopyTo(Stock, 0);
        other.Inflow.CopyTo(Inflow, 0);
        other.Outflow.CopyTo(Outflow, 0);
        other.ForcedBack.CopyTo(ForcedBack, 0);
        other.Entered.CopyTo(Entered, 0);
        other.InTransit.CopyTo(InTransit, 0);
        (SetOut, Removed) = (other.SetOut, other.Removed);
    }
}
