using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by those who keep a way: who is let through or turned back.</summary>
internal sealed partial class AccessReader
{
    // Who lets people through, or keeps them back: "let only women through", "admits no one", "turned back every bus".
    private void Lets(int i, bool back)
    {
        if (back ? EndingWith(i + 1, 5, Cue.TurnedBack) < 0 || s.Says(i - 1, "to") : !Admits(i)) return;
        var (start, stop) = Between(i);
        var way = KeptWay(i, back, start, stop, out var outward);
        if (back && IsTurnedBackElsewhere(i, way, stop) || (way ?? Earlier(start)) is not { } its) return;
        var none = Nobody(Math.Max(start, i - 6), i) || Nobody(i, i + 4) || (back ? Everyone(i + 1) : Ceased(i));
        var limited = Limited(start, stop, i) || !back && SomeAfter(i);
        if (!back && !limited && !none && !LetsAll(i))
        {
            LetsLater(i, way);
            return;
        }

        if (!none && IsCountOfAdmitted(i, back, stop)) return;
        var state = limited || (none || back) && IsOfSome(i, back, stop) ? AccessState.Restricted : none || back ? AccessState.Closed : AccessState.Open;
        // "let nobody out of Halma": who is there is shut in.
        if (state == AccessState.Closed && outward) state = AccessState.Sealed;
        if (IsTold(its, state)) return;
        var realis = RealisAt(i, i);
        // "will not let anybody over": it stays as it is.
        if (state == AccessState.Closed && realis == Realis.Planned && none) realis = Realis.Asserted;
        // "should carry buses again by May"
        if (state == AccessState.Open && realis == Realis.Planned) state = AccessState.PlannedOpen;
        var (first, last) = way is not { } kept ? (Math.Min(start, i - 1), Math.Min(stop, i + 3))
            : kept.Head < i ? (kept.First, Math.Min(stop, i + 2)) : (none ? ClauseStart(GroupStart(i)) : i, kept.End);
        Put(first, Math.Max(last, first + 1), its, state, realis, null);
    }

    // "the border guards let nobody out of Halma": of the town, and not of the border.
    private Thing? KeptWay(int i, bool back, int start, int stop, out bool outward)
    {
        outward = false;
        var way = Gate(start, stop, i, true);
        if (way is { } gate && !(gate.Kind == ThingKind.Crossing && Nouns.IsOtherNoun(gate.End))) return way;
        return (back ? null : Town(i, stop, out outward)) ?? Post(i, stop) ?? way;
    }

    // "sent back 68 people": what happened to them, and no rule of the place.
    private bool IsTurnedBackElsewhere(int i, Thing? from, int stop) => Numbered(i, Math.Min(stop, i + 6)) || from is not { } way
        || way.Kind == ThingKind.Camp && s.Says(s.BeforeArticle(way.First - 1), "of")
        || !Vehicles(i) && way.Head > i && !Mover(ClauseStart(i), i).Some && !Everyone(i + 1);

    // "lets everybody through", "let them in", "people are all let across"
    private bool LetsAll(int i) => Everyone(i + 1) || IsAgain(i + 1) || s.Says(i + 1, "them") && Facts.Count > 0
        || s.Is(i - 1, Tag.Be) && Everyone(ClauseStart(GroupStart(i)));

    // "will let civilians leave through a corridor"
    private void LetsLater(int i, Thing? through)
    {
        if (through is { } way
            && (way.Kind == ThingKind.Corridor || way.Kind == ThingKind.Road && s.SaysAny(s.BeforeArticle(way.First - 1), "by", "through", "via", "along"))
            && RealisAt(i, i) == Realis.Planned) Put(i, Math.Max(way.End, i + 1), way, AccessState.PlannedOpen, Realis.Planned, null);
    }

    // "142,300 people had been let in on Saturday alone", "took in 1,100 people": a figure.
    private bool IsCountOfAdmitted(int i, bool back, int stop) =>
        (s.Is(i - 1, Tag.Be) || back && s.IsCount(i - 1)) && Numbered(ClauseStart(GroupStart(i)), i)
            || !s.Says(i - 1, "only") && Numbered(i, Math.Min(stop, i + 5))
                && s.SaysAny(i, "took", "takes", "take", "taking", "accepted", "admitted");

    // "turned back men", "women are not let in": who is meant is not everybody.
    private bool IsOfSome(int i, bool back, int stop)
    {
        var passive = s.Is(i - 1, Tag.Be);
        if (!back) return passive || s.Says(i - 1, "not") ? IsKind(ClauseStart(GroupStart(i)), i) : IsKind(i + 1, Math.Min(stop, i + 4));
        return s.EndsWith(i, "ing") || !passive ? Turned(i + 1, Math.Min(stop, i + 6)) : Turned(ClauseStart(i), i);
    }

    // "many are | sent back", "turn men of fighting age | back": not everybody.
    private bool Turned(int from, int to) => Mover(from, to).Some || s.HasAny(from, to, Cue.ReliefWord) || s.SaysAny(from, "many", "some", "several");

    // "let cars in and out | of the town": who enters and leaves it.
    private Thing? Town(int i, int stop, out bool outward)
    {
        outward = false;
        for (var k = i + 1; k < stop; k++)
        {
            outward = s.Says(k, "of") && s.Says(k - 1, "out") || s.Says(k, "leave");
            if ((outward || s.SaysAny(k, "into", "enter")) && ways.Phrase(k + 1, s.Count, out _) is { IsPlace: true } town)
                return town;
        }

        return null;
    }

    // "lets pedestrians through"
    private bool SomeAfter(int i)
    {
        for (var k = i + 1; k < Math.Min(s.Count, i + 4)
            && s.SaysAny(i, "admits", "accepts", "let", "lets", "letting", "allow", "allows", "allowed", "permit", "permits", "permitted"); k++)
            if (s.Transit(k) is { Kind: TransitKind.Some }) return !Numbered(i, k);
        return false;
    }

    // Who lets people through or in: "allowed across", "let only women through", "admits", "takes in", "is accepting".
    private bool Admits(int i) =>
        s.SaysAny(i, "allowed", "allow", "allows", "allowing", "permitted", "permit", "permits", "let", "lets", "letting", "waved", "waves", "waving")
            && (LetsOn(i + 1) || s.SaysAny(i, "allowed", "permitted") && s.SaysAny(i + 1, "on", "onto") && !s.Is(i + 2, Tag.Pronoun)
                || s.Says(i - 1, "only") || s.Says(i + 1, "only"))
        || s.SaysAny(i, "admitted", "admit", "admits", "admitting", "accept", "accepts", "accepting", "accepted")
        || s.SaysAny(i, "carry", "carries", "bear", "bears") || s.SaysAny(i, "take", "takes", "took", "taking") && s.Says(i + 1, "in");

    // "stopped accepting", "no longer admits"
    private bool Ceased(int i) => s.Says(i - 1, "to") && (s.Says(i - 2, "not") || Starts(i - 2, "refus"))
        || s.SaysAny(i - 1, "stopped", "stop", "ceased", "not", "longer");

    // "everybody", "all comers", "people again": without a limit.
    private bool Everyone(int from)
    {
        // "let through | its first lorries", "for the first time"
        if (FirstTime(from + 2, from + 8) || s.AnyAhead(from, 4, static (s, k) => s.Says(k, "its") && s.Says(k + 1, "first"))) return true;
        for (var i = from; i < Math.Min(s.Count, from + 4); i++)
            if (s.SaysAny(i, "anyone", "anybody", "everyone") && s.SaysAny(i + 1, "without", "but", "except", "who")) return false;
            else if (s.SaysAny(i, "everybody", "everyone", "anyone", "anybody", "newcomers", "again", "arrivals") || s.Says(i, "all"))
                return true;
        return false;
    }

    private bool LetsOn(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';'); i++)
            if (s.SaysAny(i, "through", "across", "pass", "cross", "in", "into", "onto", "over", "out", "past", "use", "by", "leave", "enter")) return true;
        return false;
    }

    // The crossing, checkpoint, bridge or road nearest to the verb.
    private Thing? Gate(int start, int stop, int verb, bool orCamp)
    {
        var best = default(Thing);
        var distance = int.MaxValue;
        for (var i = start; i < stop; i++)
        {
            if (Math.Abs(i - verb) >= distance || taken[i] || Nouns.IsPermit(i)) continue;
            var length = 1;
            if (IsDoing(i)) continue;
            var gate = Nouns.FeatureAt(i, out var way, out length) ? way : s.Feature(i, out length)?.Kind;
            if (gate is not { } kind || kind is ThingKind.Flank or ThingKind.Front or ThingKind.River or ThingKind.Airport
                || kind == ThingKind.Camp && (!orCamp || i > verb || !Nouns.FeatureAt(i, out _, out _)) || Far(i))
                continue;
            // "Border guards let no one through the Uspenka crossing": not at any border that has a name beside it.
            var far = Math.Abs(i - verb) + (kind == ThingKind.Crossing && Nouns.IsOtherNoun(i + length) ? 50 : 0);
            if (far < distance) (best, distance) = (new Thing(kind, Nouns.NounStart(i), i, i + length, false), far);
        }

        if (distance == int.MaxValue) return null;
        // "A checkpoint on the Kala road turns back": the checkpoint.
        if (best.Kind == ThingKind.Road)
        {
            var on = best.First;
            while (on > start && s.Is(on - 1, Tag.Determiner)) on--;
            if (s.Says(on - 1, "on") && s.FeatureEndingAt(on - 1, out var post) is { Kind: ThingKind.Checkpoint or ThingKind.Crossing } gate
                && (s.Is(Nouns.NounStart(post) - 1, Tag.Determiner) || (post == 0 || s.IsMark(post - 1))))
                best = new Thing(gate.Kind, Nouns.NounStart(post), post, on - 1, false);
        }

        return best;
    }

    // "Turned back 12 km short of the bridge", "3 km from the crossing": what stopped them was elsewhere.
    private bool Far(int at)
    {
        var i = at > 0 && s.SaysAny(at - 1, "the", "a", "this", "that") ? at - 2 : at - 1;
        return i > 0 && s.Says(i, "from") && s.SaysAny(i - 1, "km", "kilometres", "kilometers", "miles", "metres", "meters", "away", "far");
    }

    // "let through | at Chaman": a crossing by its name.
    private Thing? Post(int verb, int stop)
    {
        // "At Orna only men with a pass | may cross into Odra"
        var clause = ClauseStart(GroupStart(verb));
        if (NamedAt(clause, verb) is { } at && s.Is(verb + 2, Tag.Country)) return at;
        for (var k = verb + 1; k < Math.Min(stop, verb + 6); k++)
            if (NamedAt(k, stop) is { } post) return post;
        return null;
    }

    // "at | Chaman": by nothing but its name.
    private Thing? NamedAt(int at, int stop) =>
        s.Says(at, "at") && ways.Phrase(at + 1, stop, out _) is { IsPlace: true, Named: true } post ? post with { Kind = ThingKind.Crossing } : null;

    // A name without a noun that can be opened and shut.
    private bool MayBeGate(Thing thing, ActMeaning act, int at) => thing is { IsPlace: true, Named: true, Access: false }
        && act is { Object: ActObject.Way, Role: not ActRole.Built, State: AccessState.Open or AccessState.Closed or AccessState.Restricted }
        && (Starts(at, "clos") || Starts(at, "shut") || Starts(at, "open") || Starts(at, "re")) && !Starts(at, "rest")
        && !ToPublic(at + 1) && (act.Role == ActRole.Both || s.SaysAny(at, "open", "shut")) && !s.Is(thing.First, Tag.Vague)
        && !Nouns.IsSettlement(thing.Head, out _) && !s.Says(thing.Head - 1, "of");

    // "Jordan shut Nasib", "Spin Boldak, which Pakistan closed": by who shuts it, or because the gazetteer knows it.
    private Thing? GateOf(Thing thing, ActMeaning act, int at) => !MayBeGate(thing, act, at) ? null
        : ToBoats(thing.End) ? thing with { Kind = ThingKind.River }
        : thing.First == thing.Head
        && (CountryActing(at, thing.Head) is not null || s.SaysAny(at - 1, "guards", "authorities")
            || context.IsCrossing(s.Words(thing.Head, thing.End))) ? thing with { Kind = ThingKind.Crossing } : null;

    // "Hodeidah stays shut", of a port: it has no feature.
    private bool TellsOfPorts() => s.Any(0, s.Count, static (s, i) => s.Feature(i) is { Kind: ThingKind.Airport });
}
