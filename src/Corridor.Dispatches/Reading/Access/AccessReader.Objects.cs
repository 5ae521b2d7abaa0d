using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a verb is done to, after it: "cut the road", "entered Gogjali".</summary>
internal sealed partial class AccessReader
{
    // A verb and what it is done to.
    private readonly record struct Deal(int At, AccessState State, ActMeaning Act, Thing Thing);

    // Done to what stands after the verb: "cut the road", "entered Gogjali".
    private bool Active(int at, Thing thing, AccessState state, ActMeaning act, int reach = 0)
    {
        var deal = new Deal(at, state, act, thing);
        if (act.Role == ActRole.Matter && !IsMatter(at))
        {
            // "Carts and families clogged the road"
            if (IsWalked(thing) && Crowding(at))
                return Put(ClauseStart(GroupStart(at)), thing.End, thing, AccessState.InUseByCivilians, RealisAt(at, at), null);
            // "snipers cover the road"
            if (!Starts(at, "cover") || !s.HasAny(Math.Max(0, at - 4), at, Cue.Weapon)) return false;
            deal = deal with { State = AccessState.UnderAttack, Act = ShelledWay };
        }

        if (IsHeldBefore(deal) || IsHeldPlace(at)) return false;
        if (ReachedByNoForce(deal) is { } reached) return reached;
        if (IsBarrier(deal)) return false;
        if (HeldByNeither(at, thing, deal.State) is { } contested) return contested;
        // "cut Dori off": the verb parts around its object.
        if (thing.IsPlace && s.Says(thing.End, "off")) deal = deal with { Thing = thing with { End = thing.End + 1 } };
        var force = ForceOf(deal);
        // "the river has taken the bridge"
        if (deal.State == AccessState.Captured && force is null && thing.Kind is ThingKind.Bridge or ThingKind.Road && IsMatter(at))
            deal = deal with { State = AccessState.Closed, Act = CutOff };
        var meant = IsMeantOnly(deal);
        if (meant && Vowed(deal) is { } vowed) return vowed;
        if (deal.Act.Role == ActRole.Force && force is null || meant || IsKeptFrom(at)) return false;
        if (deal.State == AccessState.UnderAttack && !IsAttackOnWhoPasses(deal, force) || thing.IsPlace && Starts(at, "attack") && IsAnybody(deal.Thing))
            return false;
        return !IsNoPassage(deal) && AddDeal(deal, reach, force);
    }

    // Whom it is done by: a force, "" where one is told that has no name, null where none is.
    private string? ForceOf(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        if (Force(at, thing.Head) is { } force) return force;
        var by = GroupStart(at) - 1;
        // "The Serbs took the town": a people, as an army.
        if (state == AccessState.Captured && s.Is(by, Tag.Demonym) && !s.IsCount(by - 1)) return "";
        // "After taking the town, | the rebels cut the road"
        if (s.SaysAny(at - 1, "after", "having") && s.IsMark(thing.End, ',') && ActorAfter(thing.End + 2)) return "";
        // "The Front attacked the town of Bokari", "elements attacked two villages": no force that a table knows, and no minister.
        return state == AccessState.UnderAttack && Starts(at, "attack") && IsTown(thing) && by >= 0
            && (s[by].Capital || s.EndsWith(by, "s") && s.IsWord(by) && !s.Is(by, Tag.Unit)) ? "" : null;
    }

    // "an operation to retake the city"; "agreed to allow access to Orna" is a plan.
    private bool IsMeantOnly(in Deal deal) => (deal.Thing.IsPlace || deal.State == AccessState.UnderAttack) && IsPurpose(deal.At)
        && !(deal.State == AccessState.Open && RealisAt(deal.At, deal.At) == Realis.Planned);

    // "vowed to retake the town": meant, and said so.
    private bool? Vowed(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        return state == AccessState.Captured && s.Says(at - 1, "to") && s.Has(at - 2, Cue.Vowing) && !NegatedAt(at - 2)
            && (thing.Named || s.Says(thing.First, "the")) ? Put(at - 2, thing.End, thing, state, Realis.Planned, null) : null;
    }

    // What tells nothing of who may pass, or not yet.
    private bool IsNoPassage(in Deal deal)
    {
        var (at, state, act, thing) = deal;
        // "an aid convoy reached the town"
        if (state == AccessState.Reached && s.HasAny(ClauseStart(at), at, Cue.ReliefWord)) return true;
        // "mined the bridge and threaten to blow it up": made ready.
        if (thing.Kind == ThingKind.Bridge ? s.SaysAny(at, "mined", "mine", "mining") : act.Role == ActRole.Built) return true;
        // "broke the rivers": of banks and not of who crosses.
        if (thing.Kind == ThingKind.River && state == AccessState.Closed && !ToBoats(thing.End)) return true;
        // "engineers are clearing the road", "crews clear roads": not open yet.
        var present = act.Form == VerbForm.Base && (s.EndsWith(at - 1, "s") && !s.Is(at - 1, Tag.Actor) || s.Says(at - 1, "to") && Starts(at - 2, "beg"));
        return state == AccessState.Open && (s.EndsWith(at, "ing") && s.Is(at - 1, Tag.Be) || present && Starts(at, "clear"));
    }

    private bool AddDeal(in Deal deal, int reach, string? force)
    {
        var (at, state, act, thing) = deal;
        var first = at;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
            if (s.Is(i, Tag.Conditional)) first = i;
        var end = Math.Max(reach, ways.Ends(thing.End));
        if (state == AccessState.Open && ForSome(thing.End)
            || state == AccessState.Closed && s.SaysAny(thing.End, "to", "for", "with") && ButSome(thing.End)) state = AccessState.Restricted;
        // "washed away the road to Orna and two bridges": a fact of each.
        var also = thing.IsWay ? Beside(thing, ref end) : null;
        var told = Add(first, end, also is null ? thing : thing with { End = Math.Min(thing.End, end) }, state, act, at, force is "" ? null : force);
        if (told && also is { } twin && Fits(act, twin) && Facts.Count > 0)
            return Put(twin.First, ways.Ends(twin.End), twin, Facts[^1].State, Facts[^1].Realis, Facts[^1].Actor);
        if (told && (thing.IsPlace ? thing.Named : thing.IsWay)) Gapped(end, thing, state, force);
        return told;
    }

    // A way of another kind that a list of objects goes on with, to the end of the clause; the first then ends where the list goes on.
    private Thing? Beside(Thing first, ref int end)
    {
        // "between Orna and | the border": where the first leads.
        var joint = s.Says(first.End, "between");
        for (var p = first.Head + 1; p <= end; p++)
        {
            if (!s.Says(p, "and")) continue;
            if (!joint && ways.Phrase(p + 1, s.Count, out _) is { IsWay: true } other && other.Kind != first.Kind && EndsClause(ways.Ends(other.End)))
            {
                end = p;
                return other;
            }

            joint = false;
        }

        return null;
    }

    // "the town of Bokari", "two villages": a place by its kind, and no name alone.
    private bool IsTown(Thing thing) => thing is { IsPlace: true, Head: >= 0 }
        && (s.Says(thing.Head - 1, "of") || Nouns.IsSettlement(thing.Head, out _) || s.Is(thing.End - 1, Tag.SettlementNoun));

    // "took Minova on Tuesday, Sake on Thursday", "closed the road on Monday and the bridge on Friday": the verb is left out.
    private void Gapped(int end, Thing before, AccessState state, string? force)
    {
        end = SkipWhen(end);
        if (end == before.End || !s.IsMark(end, ',') && !s.Says(end, "and")) return;
        var start = s.Says(end + 1, "and") ? end + 2 : end + 1;
        if (ways.Phrase(start, s.Count, out _) is not { } next || next.IsPlace != before.IsPlace || next is { IsPlace: false, IsWay: false }) return;
        if (next.IsPlace && (!next.Named || next.First != next.Head && !s.Is(next.First, Tag.Determiner))) return;
        var last = next.IsPlace ? next.End : ways.Ends(next.End);
        var stop = SkipWhen(last);
        if (stop <= last + 1 || next.IsWay && !EndsClause(stop)) return;
        var realis = next.IsWay && Facts.Count > 0 ? Facts[^1].Realis : Realis.Asserted;
        if (Put(next.First, stop, next, state, realis, force)) Gapped(stop, next, state, force);
    }

    private bool Object(int from, ActMeaning act, out Thing thing)
    {
        thing = default;
        var start = Particle(from);
        while (start < s.Count && s[start].Kind == TokenKind.Quote) start++;
        // "reopened to traffic the road": seldom; "opened on Monday": no object.
        if (start >= s.Count || s.Is(start, Tag.Weekday) || s.Is(start, Tag.Preposition) && ways.Approximator(start) == 0)
            return false;
        // "disputes that the town was emptied"
        if (act.State == AccessState.Contested && s.Says(start, "that")) return false;
        if (ways.Phrase(start, s.Count, out var end) is not { } found || !Fits(act, found)) return false;
        thing = found;
        return true;
    }

    private Thing? Second(int from)
    {
        from = Particle(from);
        if (!HasObject(from) && !s.IsCount(from) || s.Is(from, Tag.Unit)) return null;
        for (var k = from + 1; k < Math.Min(s.Count, from + 5) && (s.IsWord(k) || s.IsMark(k, ',')); k++)
            if (s.Says(k, "and"))
                return ways.Phrase(k + 1, s.Count, out _) is { IsWay: true } thing ? thing : null;
            else if (s.IsSmall(k) && !s.Is(k, Tag.Determiner)) return null;
        return null;
    }

    // Whether a noun phrase follows that is no time: "cut | power", "closed | schools".
    private bool HasObject(int i)
    {
        if (!s.IsWord(i) && !s.IsNumber(i)) return i < s.Count && s[i].Kind == TokenKind.Quote && s.IsWord(i + 1);
        if (IsWhen(i) || s.Is(i, Tag.Preposition | Tag.Conjunction | Tag.Adverb) || s.IsManner(i) || s.Is(i, Tag.Auxiliaries))
            return false;
        return !s.Has(i, Cue.NoObject);
    }

    // "closed | it", "captured most of | it": the pronoun that is the object, or -1.
    private int Pronominal(int end)
    {
        var i = Particle(end);
        if (s.Says(i + 1, "of") && (s.Is(i, Tag.Passage) || s.Has(i, Cue.PartWord))) i += 2;
        return s.SaysAny(i, "it", "them") ? i : -1;
    }

    // "seal | off the western side", "blew | up the bridge"
    private int Particle(int i)
    {
        while (s.SaysAny(i, "up", "down", "off", "again", "away", "out", "back")) i++;
        return i;
    }
}
