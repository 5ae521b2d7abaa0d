using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a word of access says of a thing in the end: denied, in part, only wanted, planned.</summary>
internal sealed partial class AccessReader
{
    // What a word of access says of a thing. Kind is under what it is told, which may be a side of the thing.
    private readonly record struct Assertion(int First, int End, int At, Thing Thing, ThingKind Kind, AccessState State, ActMeaning Act)
    {
        // Where its words begin, verb or thing.
        public int Begin => Math.Min(First, At);
        public bool OpensOrCloses => State is AccessState.Open or AccessState.Closed;
    }

    private bool Add(int first, int end, Thing thing, AccessState state, ActMeaning act, int at, string? actor = null)
    {
        var told = OfSide(new Assertion(first, end, at, thing, thing.Kind, state, act));
        if (IsNoWay(told)) return false;
        // "provided that the road had been repaired", "until the bridge is repaired": not told to be so.
        if (IsCondition(told.Begin) && !s.IsMark(at - 1, ',')) return false;
        var hopeless = ways.Hopeless(thing.First - 1);
        var negated = hopeless || IsDenied(told);
        told = InPart(told);
        if (negated && IsOver(told)) (told, negated) = (told with { State = AccessState.Open }, false);
        // "Should the bridge be lost": what the text fears, and no state of a way.
        if (told.State == AccessState.Captured && s.Says(told.Begin - 1, "should")) return false;
        if (IsOnlyWanted(told, negated)) return true;
        // "not under fire", "did not take the town": what is not so says nothing, but that the way is open or shut.
        if (negated && !told.OpensOrCloses && !Yet(at)) return false;
        var realis = RealisAt(told.Begin, at);
        if (negated) (told, realis) = Denied(told, hopeless ? Realis.Asserted : realis);
        // "was due to open but stayed shut"
        if (realis == Realis.Planned && IsUnkept(first, at)) return false;
        // "tried to reach the river"
        if (realis == Realis.Attempted && told.State == AccessState.Reached) return false;
        realis = RealisOf(told, realis, negated);
        state = realis == Realis.Planned ? Planned(told.State, act, told.Thing) : told.State;
        return Put(first, told.End, told.Thing with { Kind = told.Kind }, state, realis, actor ?? (first == at ? Actor(first) : ActorBy(at)));
    }

    // What is shut in, or cut from one side.
    private Assertion OfSide(Assertion told)
    {
        var (_, end, at, thing, kind, state, act) = told;
        if (state == AccessState.Closed && (kind == ThingKind.Flank || kind == ThingKind.Camp && Starts(at, "cordon"))) state = AccessState.Sealed;
        if (kind == ThingKind.Road && (state == AccessState.Sealed || Starts(at, "seal")) && thing.Head >= 0 && ways.IsFlank(thing.Head, thing.End))
            (kind, state) = (ThingKind.Flank, AccessState.Sealed);
        // "is encircled from the west": that side of it.
        if (state == AccessState.Sealed && thing.IsPlace && s.Says(end, "from") && s.Says(end + 1, "the") && s.Is(end + 2, Tag.Direction))
            (kind, thing, end) = (ThingKind.Flank, thing with { Name = s.Words(end + 2, end + 3) + " of " + ways.Place(thing, state) }, end + 3);
        if (Severed(thing, state, at)) state = AccessState.Sealed;
        // "The roadblocks were lifted": of the road.
        if (IsRoadblock(act, thing)) kind = ThingKind.Road;
        return told with { End = end, Thing = thing, Kind = kind, State = state };
    }

    private bool IsRoadblock(ActMeaning act, Thing thing) =>
        act.Object == ActObject.Post && s.SaysAny(thing.Head, "roadblock", "roadblocks", "barricades", "barriers");

    private bool IsNoWay(in Assertion told)
    {
        // A post that is lifted is none.
        if (told.Act.Object == ActObject.Post && !IsRoadblock(told.Act, told.Thing) && Starts(told.At, "lift")) return true;
        // "a stream which gets flooded": where it is, nobody says.
        return told is { State: AccessState.Closed, Kind: ThingKind.River } && (Starts(told.At, "flood") || Starts(told.At, "inundat"));
    }

    // "was not cut", "none of the roads", "neither bridge"
    private bool IsDenied(in Assertion told)
    {
        var first = told.Thing.First;
        return NegatedAt(told.At) || Claimed.IsNegated(s, told.At)
            || first >= 0 && (s.SaysAny(first, "neither", "none", "no") || s.SaysAny(first - 1, "neither", "nor"));
    }

    // "kept its border mostly closed", "half of the road is under water": for some, at times, in part.
    private Assertion InPart(Assertion told) => told.Thing.IsWay && told.OpensOrCloses
        && (AtTimes(told.At, told.End, told.State) || told.Act.Object != ActObject.Span && IsHalf(told.Thing))
            ? told with { State = AccessState.Restricted } : told;

    // "is no longer under siege", "is not under siege any more"
    private bool IsOver(in Assertion told) => told.State is AccessState.Sealed or AccessState.Restricted
        && (s.Says(told.At - 1, "longer") || s.Says(told.End, "any") && s.Says(told.End + 1, "more") || s.Says(told.End, "anymore"));

    // "must be rebuilt", "asked them not to close the camp", "if the road is not made safe"
    private bool IsOnlyWanted(in Assertion told, bool negated) => told.State == AccessState.Open && s.Says(GroupStart(told.At), "must")
        || negated && (Demanded(told.At) || Conditional(Math.Max(0, told.Begin - 2), told.At));

    // What is not open is closed, and the other way round.
    private (Assertion, Realis) Denied(Assertion told, Realis realis)
    {
        var closed = told with { State = AccessState.Closed };
        // "cannot be used by lorries"
        if (told.Act == Usage && ButSome(told.At + 1)) closed = told with { State = AccessState.Restricted };
        return told.State switch
        {
            AccessState.Open => (closed, realis),
            AccessState.Closed => (told with { State = AccessState.Open }, realis),
            _ => (told, realis == Realis.Asserted ? Realis.Negated : realis),
        };
    }

    private Realis RealisOf(in Assertion told, Realis realis, bool negated)
    {
        var (first, end, at, thing, _, state, act) = told;
        // "reopens on Sunday"
        if (realis == Realis.Asserted && told.OpensOrCloses && IsTimetabled(first, at, end)) realis = Realis.Planned;
        if (realis == Realis.Asserted && Demanded(at)) realis = Realis.Possible;
        // "talks with the council to clear the roads": meant, and not done.
        if (realis == Realis.Asserted && s.Says(at - 1, "to") && !thing.IsPlace && !Happened(at - 1)) realis = Realis.Planned;
        // "can be used again", "could be entered only by boat": what is possible there is a state of it.
        var able = act == Usage || state == AccessState.Restricted && s.SaysAny(GroupStart(at), "can", "could", "may");
        if (able && realis == Realis.Possible) return Realis.Asserted;
        // "will not open the crossing", "will keep it shut": it stays as it is.
        return realis == Realis.Planned && state == AccessState.Closed && (negated || Starts(first, "keep")) ? Realis.Asserted : realis;
    }

    private static AccessState Planned(AccessState state, ActMeaning act, Thing thing) => state switch
    {
        AccessState.Open => AccessState.PlannedOpen,
        AccessState.Restricted when act.Opens => AccessState.PlannedOpen,
        AccessState.Closed => AccessState.PlannedClosed,
        AccessState.Sealed when thing is { IsPlace: false, Kind: not ThingKind.Flank } => AccessState.PlannedClosed,
        _ => state,
    };
}
