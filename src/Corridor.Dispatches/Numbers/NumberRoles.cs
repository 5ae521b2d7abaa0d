using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>What a number is by the class of the word that keeps it out.</summary>
internal static class NumberRoles
{
    /// <summary>By its noun.</summary>
    public static NumberRole Role(this UnitClass noun) => noun switch
    {
        UnitClass.Person => NumberRole.Person,
        UnitClass.Household => NumberRole.Household,
        UnitClass.Housing => NumberRole.Housing,
        UnitClass.Idp => NumberRole.Idp,
        UnitClass.Refugee => NumberRole.Refugee,
        UnitClass.Evacuee => NumberRole.Evacuee,
        UnitClass.Arrival => NumberRole.Arrival,
        UnitClass.Returnee => NumberRole.Returnee,
        UnitClass.Combatants => NumberRole.Combatants,
        UnitClass.Deaths => NumberRole.Deaths,
        UnitClass.Injured => NumberRole.Injured,
        UnitClass.Staff => NumberRole.Staff,
        UnitClass.Occupation => NumberRole.Occupation,
        UnitClass.Site => NumberRole.Site,
        UnitClass.Goods => NumberRole.Goods,
        UnitClass.Animals => NumberRole.Animals,
        UnitClass.Cases => NumberRole.Cases,
        UnitClass.Distance => NumberRole.Distance,
        UnitClass.AreaSize => NumberRole.AreaSize,
        UnitClass.Duration => NumberRole.Duration,
        UnitClass.Money => NumberRole.Money,
        UnitClass.Measure => NumberRole.Measure,
        _ => NumberRole.Other,
    };

    /// <summary>By what is told of it, which is no displacement. Some classes are told apart only to decide whether they move people.</summary>
    public static NumberRole Role(this VerbClass verb) => verb switch
    {
        VerbClass.HousingDestroyed => NumberRole.HousingDestroyed,
        VerbClass.HousingDamaged => NumberRole.HousingDamaged,
        VerbClass.Deaths => NumberRole.Deaths,
        VerbClass.Injured => NumberRole.Injured,
        VerbClass.Missing => NumberRole.Missing,
        VerbClass.Detained => NumberRole.Detained,
        VerbClass.Trapped => NumberRole.Trapped,
        VerbClass.InNeed => NumberRole.InNeed,
        VerbClass.Affected => NumberRole.Affected,
        VerbClass.Capacity => NumberRole.Capacity,
        VerbClass.Population => NumberRole.Population,
        VerbClass.Combatants => NumberRole.Combatants,
        VerbClass.Cases => NumberRole.Cases,
        VerbClass.Goods => NumberRole.Goods,
        _ => NumberRole.Other,
    };
}
