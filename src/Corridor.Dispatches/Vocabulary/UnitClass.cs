namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// The classes of nouns that a number counts, which are the section names of units.txt. Persons, households, housing and the displaced kinds may become
/// figures; every other class is a role.
/// </summary>
internal enum UnitClass : byte
{
    Person, Household, Housing,
    // Displaced by their noun alone.
    Idp, Refugee, Evacuee, Arrival, Returnee,
    Combatants, Deaths, Injured,
    /// <summary>People where they work or take part: crews, voters, volunteers.</summary>
    Staff,
    /// <summary>People by what they do, or by where they are for a while: they count where the verb leaves no doubt ("fled", "were evacuated").</summary>
    Occupation,
    Site, Goods, Animals,
    /// <summary>What happened, was said or was counted so many times: attacks, reports, arrests.</summary>
    Cases,
    Distance, AreaSize, Duration, Money,
    /// <summary>Any other measure: degrees, votes, points.</summary>
    Measure,
    /// <summary>A plural that no table knows: people where only people can do what its verb says.</summary>
    Unknown,
}

/// <summary>What is asked of the classes of nouns.</summary>
internal static class UnitClasses
{
    /// <summary>People, displaced or not; not those who are told by what they do.</summary>
    public static bool IsHuman(this UnitClass unit) => unit is UnitClass.Person or UnitClass.Household || unit.IsDisplaced();

    /// <inheritdoc cref="IsHuman(UnitClass)"/>
    public static bool IsHuman(this UnitClass? noun) => noun is { } unit && unit.IsHuman();

    /// <summary>The noun says by itself that they are displaced.</summary>
    public static bool IsDisplaced(this UnitClass unit) =>
        unit is UnitClass.Idp or UnitClass.Refugee or UnitClass.Evacuee or UnitClass.Arrival or UnitClass.Returnee;

    /// <inheritdoc cref="IsDisplaced(UnitClass)"/>
    public static bool IsDisplaced(this UnitClass? noun) => noun is { } unit && unit.IsDisplaced();
}
