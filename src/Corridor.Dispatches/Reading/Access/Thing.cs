using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What can be open or taken: a noun phrase of a way, a kind of settlement, or a bare name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">First token, article included.</param>
/// <param name="Head">Token of the noun; negative where it was told before.</param>
/// <param name="End">Token after it.</param>
/// <param name="Named">Whether a name is in it.</param>
internal readonly record struct Thing(ThingKind Kind, int First, int Head, int End, bool Named)
{
    public bool IsPlace => Kind == ThingKind.Settlement;
    /// <summary>Its feature in the schema, which has none for airports.</summary>
    public Feature Feature => (Feature)Kind;
    /// <summary>What can be held and fought for: camps, fronts and airports are left out.</summary>
    public bool IsGround => Kind is not (ThingKind.Airport or ThingKind.Front or ThingKind.Camp);
    /// <summary>Ground that people pass.</summary>
    public bool IsWay => IsGround && !IsPlace;
    /// <summary>Whether it is the access to it that is told of.</summary>
    public bool Access { get; init; }
    /// <summary>The name, where it is not in these tokens.</summary>
    public string? Name { get; init; }
    /// <summary>What it joins, where that was told before.</summary>
    public IReadOnlyList<PlaceRef>? Ends { get; init; }

    /// <summary>What a fact was told of.</summary>
    public static Thing? Of(AccessFact fact) =>
        fact.Feature == Feature.Front ? null : new Thing((ThingKind)fact.Feature, -1, -1, -1, true) { Name = fact.Place.Name, Ends = fact.Ends };
}
