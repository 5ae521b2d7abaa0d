using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Towns that a force reaches: "marched in", "are at the gates", "no convoy has reached it".</summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning Arrived = new(AccessState.Reached, ActObject.Reach, ActRole.Force, VerbForm.Past);

    // "fled before the army marched in": to the place told before.
    private bool MarchedIn(in Word word)
    {
        var (at, end, state, act) = word;
        return (EndsClause(end) || s.SaysAny(end, "on", "from", "at", "again")) && Force(at, at) is not null && !NegatedAt(at)
            && Spoken(at, Arrived) is { IsPlace: true } goal && Add(GroupStart(at), end, goal, state, act, at);
    }

    // "are at the gates of Marsin", "stand on the edge of the town": a force has reached it.
    private bool StandsAt(in Word word)
    {
        var (at, end, state, act) = word;
        if (!s.Is(at - 1, Tag.Be) && !s.Is(at - 1, Tag.Adverb)
            && !s.SaysAny(at - 1, "stand", "stands", "arrived", "positions", "fighting", "advanced"))
            return false;
        if (!Object(end, act, out var thing) || NegatedAt(at)) return false;
        var force = state == AccessState.Reached ? Force(GroupStart(at), thing.Head) : "";
        return force is not null && Add(at, thing.End, thing, state, act, at, force is "" ? null : force);
    }

    // "Fighting has reached the town", "no aid convoy has reached it", "nobody can": told of another state, or of none; null where a force reaches it.
    private bool? ReachedByNoForce(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        if (state is not (AccessState.Reached or AccessState.Captured)) return null;
        var (who, group) = (ClauseStart(at), GroupStart(at));
        // "Fighting has reached the outskirts of the town"
        if (state == AccessState.Reached && thing is { IsPlace: true, Named: true } && IsStrife(who, group))
            return Put(group - 1, thing.End, thing, AccessState.Contested, RealisAt(at, at), null);
        // "No aid convoy has reached the town", "nothing has got into the town"
        if (state == AccessState.Reached && thing.Kind is ThingKind.Settlement or ThingKind.Camp
            && (s.Says(who, "nothing") && HasBefore(at) || s.Says(who, "no") && Carries(who + 1, group)) && !s.Is(thing.First, Tag.Act))
            return Put(who, thing.End, thing, AccessState.Closed, RealisAt(at, at), null);
        // "stormed farming villages": nobody says which, nor how many.
        if (state == AccessState.Reached && thing is { IsPlace: true, Named: false } && !s.Is(thing.First, Tag.Determiner) && !IsCounted(thing)
            && s.EndsWith(thing.Head, "s")) return false;
        // "can reach the town", "nobody can leave or reach it": nobody has.
        return s.SaysAny(who, "nobody", "none") || s.SaysAny(at - 1, "can", "cannot", "could") ? false : null;
    }

    // "aid convoys", "trucks with food"
    private bool Carries(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Has(i, Cue.ReliefWord) || s.Transit(i) is { Kind: TransitKind.Vehicle }) return true;
            else if (s.Is(i, Tag.Verbs)) return false;
        return false;
    }

    // "can be reached again by road"
    private bool? ReachableAgain(int group, int end)
    {
        if (!IsAgain(end) || Subject(group, Taken, out _) is not { IsPlace: true } place) return null;
        var byRoad = s.HasAny(end, Math.Min(s.Count, end + 9), Cue.Overland);
        return Put(place.First, end, byRoad ? place with { Kind = ThingKind.Road } : place, AccessState.Open, Realis.Asserted, null);
    }
}
