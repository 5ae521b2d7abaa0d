namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What happens to people that are counted: the classes of predicates.txt. Some are displacement (<see cref="VerbClasses.IsDisplacement"/>); every
/// other is the role of a number that never counts.
/// </summary>
internal enum VerbClass : byte
{
    /// <summary>They leave: "fled", "displaced", "evacuated".</summary>
    Move,
    /// <summary>They come, or are taken in: "arrived", "received".</summary>
    Arrive,
    /// <summary>They are there: "live in tents", "hosts".</summary>
    Shelter,
    /// <summary>They go home: "returned".</summary>
    Back,
    /// <summary>They move again: "moved on".</summary>
    Onward,
    /// <summary>They are made to go, or to stay, where others hold them: "herded", "driven back".</summary>
    ForcedBack,
    /// <summary>Their houses are no more.</summary>
    HousingDestroyed,
    /// <summary>Their houses are damaged.</summary>
    HousingDamaged,

    /// <summary>Movement that is displacement only when the sentence says what from: "trickled", "raced".</summary>
    Motion,
    /// <summary>Transport that is displacement only where it takes people away: "brought", "sent".</summary>
    Carry,

    Deaths, Injured, Missing, Detained, Trapped, InNeed, Affected,
    /// <summary>What they are given or done for them: "fed", "vaccinated".</summary>
    Assisted,
    /// <summary>How many a place is laid out for.</summary>
    Capacity,
    /// <summary>How many live somewhere, displaced or not.</summary>
    Population,
    Combatants,

    // Of no section: what counts of things that happened, of things, and of nothing that has a name are made of.
    Cases, Goods, Other,
}

/// <summary>What is asked of the classes of predicates.</summary>
internal static class VerbClasses
{
    /// <summary>Whether a number of them is a figure.</summary>
    public static bool IsDisplacement(this VerbClass verb) =>
        verb is VerbClass.Move or VerbClass.Arrive or VerbClass.Shelter or VerbClass.Back or VerbClass.Onward or VerbClass.ForcedBack || verb.IsOfHousing();

    /// <summary>Whether it is told of houses.</summary>
    public static bool IsOfHousing(this VerbClass verb) => verb is VerbClass.HousingDestroyed or VerbClass.HousingDamaged;
}
