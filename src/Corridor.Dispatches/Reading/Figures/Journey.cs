using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>What the people of a figure did, or were made to do.</summary>
internal enum Motion
{
    /// <summary>They left a place ("fled", "were displaced").</summary>
    Flight,
    /// <summary>They came to one, or were let in.</summary>
    Arrival,
    /// <summary>They are away from home: how many, not how many left.</summary>
    Stay,
    Return,
    /// <summary>They have come back: how many are home.</summary>
    Home,
    Onward,
    /// <summary>Driven out once more, from where they had fled to.</summary>
    Uprooted,
    /// <summary>Sent out of a country: deported, expelled.</summary>
    Removal,
    /// <summary>Settled for good elsewhere.</summary>
    Resettlement,
    ForcedBack,
}

/// <summary>Who the people of a figure are, by the noun that counts them.</summary>
internal enum People { Plain, Displaced, Refugee, Returnee }

/// <summary>What a figure tells of its people, gathered once from the evidence of the text (FigureReader.Borders.cs). Its category hangs on nothing
/// else.</summary>
/// <param name="Motion">What they did.</param>
/// <param name="People">Who they are.</param>
/// <param name="Nation">ISO 3166-1 alpha-3 of the country that they are told to be of.</param>
/// <param name="From">The country that they left.</param>
/// <param name="To">The country that they came to, or are in.</param>
/// <param name="Abroad">A border is told by a word: "abroad", "left Ukraine", "crossed the border".</param>
/// <param name="Within">They are told to be inside their country.</param>
internal sealed record Journey(Motion Motion, People People, string? Nation, string? From, string? To, bool Abroad, bool Within)
{
    public static Journey None { get; } = new(Motion.Flight, People.Plain, null, null, null, false, false);

    /// <summary>They left one country and came to another.</summary>
    public bool Crosses => !Within && (Abroad || From is not null && To is not null && From != To);

    /// <summary>They came from another country to the one that they are of, or were sent out of one that is not theirs.</summary>
    private bool GoesHome => Nation is not null && (To is null ? Motion == Motion.Removal && From != Nation : To == Nation && From is not null && From != To);

    public Category Category => Motion switch
    {
        Motion.Stay when People == People.Returnee => Category.Returnees,
        Motion.Stay => Crosses ? Category.PeopleDisplacedAcrossBorders : Category.Idps,
        Motion.Home => Category.Returnees,
        Motion.Return => Crosses ? Category.CrossBorderReturn : Category.Return,
        Motion.ForcedBack => Category.ForcedBack,
        Motion.Uprooted => Crosses ? Category.CrossBorderFlight : Category.MultipleDisplacement,
        Motion.Onward => Category.MultipleDisplacement,
        Motion.Resettlement => Category.RelocationElsewhere,
        _ when GoesHome || Motion == Motion.Removal && (People == People.Refugee || To is null && From is null && Nation is not null) =>
            Category.CrossBorderReturn,
        // Out of their country before they set out: "Somalis were taken from Dadaab to Kakuma".
        Motion.Flight when !Crosses && Nation is not null && From is not null && From == To && From != Nation => Category.MultipleDisplacement,
        _ => Crosses ? Category.CrossBorderFlight : Category.NewDisplacement,
    };
}
