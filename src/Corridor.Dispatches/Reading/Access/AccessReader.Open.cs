using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What is open because it is what is left, can be used, or has been cleared.</summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning Open = new(AccessState.Open, ActObject.Way, ActRole.Both, VerbForm.Phrase);
    private static readonly ActMeaning Usage = new(AccessState.Open, ActObject.Way, ActRole.Subject, VerbForm.Participle);

    // "can be used again", "could no longer be crossed": what may be done with a way, or not, is its state.
    private void Usable(int i)
    {
        if (s.Transit(i, out var length) is not { Kind: TransitKind.Goes, Goal: not Goal.Place } use || !use.Form.HasFlag(VerbForm.Participle)) return;
        // "by tractor": a means.
        var means = s.Says(i + length, "by") && !s.Is(i + length + 1, Tag.Transit);
        // "is not used"
        var unused = s.Says(i, "used") && !s.Says(i + 1, "to") && NegatedAt(i);
        if (!means && IsPassive(i) && (unused || s.HasAny(GroupStart(i), i, Cue.AbleTo))) Told(i, i + length, AccessState.Open, Usage);
    }

    // "The Orna bridge is the only way still open", "the only road still open is the Orna bridge": of what has a name.
    private bool? OfSole(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        if (state != AccessState.Open || copula) return null;
        if (Sole(group) is { } sole) return Add(sole.First, end, sole, state, act, at);
        if (!s.HasAny(Math.Max(0, group - 3), group, Cue.LastLeft)) return null;
        // "the only road still open | leads north"
        if (s.SaysAny(end, "leads", "runs", "goes", "led", "ran") && s.FeatureEndingAt(group, out var head) is { } only)
            return Add(head, end, new Thing(only.Kind, head, head, group, false), state, act, at);
        return s.Is(end, Tag.Be) && ways.Phrase(end + 1, s.Count, out _) is { IsWay: true } named
            ? Add(group - 1, ways.Ends(named.End), named, state, act, at) : null;
    }

    // "the only road still open", "the last open road": told of a road that is there, unless what is done to it is told beside it.
    private bool Remaining(int at, int end)
    {
        if (!s.HasAny(Math.Max(0, at - 3), at, Cue.LastLeft) || ways.Phrase(end, s.Count, out _) is not { IsWay: true } road || Done(road.End)) return false;
        return Sole(at) is { } called ? Add(called.First, ways.Ends(road.End), called, AccessState.Open, Open, at)
            : Leads(at) && Add(at, ways.Ends(road.End), road, AccessState.Open, Open, at);
    }

    // Whether an act follows in the clause of a feature.
    private bool Done(int from) => s.Any(from, from + 12, static (s, i) => s.Is(i, Tag.Act));

    // The phrase begins its clause, or tells by where people come: "through the last open crossing".
    private bool Leads(int at)
    {
        var i = at - 1;
        while (i >= 0 && (s.Has(i, Cue.LastLeft) || s.Is(i, Tag.Determiner))) i--;
        return s.IsMark(i) || s.SaysAny(i, "through", "via", "over", "by", "from");
    }

    // "The Orna bridge is | the only way still open": what is called so.
    private Thing? Sole(int group)
    {
        var i = group - 1;
        while (i > Math.Max(0, group - 5) && !s.Has(i, Cue.LastLeft)) i--;
        while (s.Has(i - 1, Cue.LastLeft)) i--;
        return s.Has(i, Cue.LastLeft) && s.Is(i - 1, Tag.Determiner) && (s.Is(i - 2, Tag.Be) || s.SaysAny(i - 2, "remains", "remained"))
            && Subject(i - 2, Open, out _) is { IsWay: true } called ? called : null;
    }

    // "The Orna road is | the only way out", "The only way out is the Orna road": open, as it is what is left.
    private bool SoleWay(int i)
    {
        var be = s.Says(i - 1, "one") ? i - 2 : i - 1;
        if (s.Is(be, Tag.Determiner)) be--;
        while (s.Has(i, Cue.LastLeft)) i++;
        var link = s.SaysAny(i, "link", "connection", "lifeline");
        var way = Nouns.FeatureAt(i, out var kind, out var length) && kind is ThingKind.Road or ThingKind.Corridor or ThingKind.Crossing or ThingKind.Flank;
        var owner = BeforeOwner(be);
        // "the valley's | only link" stands behind "is" where its owner does.
        return (link || way) && SoleWayIs(i + length, be, owner)
            || (link || way && s.SaysAny(i + length - 1, "out", "exit", "route", "escape")) && ItIsSoleWay(owner, i + (link ? 1 : length));
    }

    // "is | the valley's | only link", "is | now | the only link"
    private int BeforeOwner(int be)
    {
        if (be > 0 && s[be].Kind == TokenKind.Possessive)
        {
            var owner = be - 1;
            while (s.IsWord(owner) && !s.Is(owner, Tag.Speech | Tag.Preposition | Tag.Be)) owner--;
            return owner;
        }

        while (s.Is(be, Tag.Adverb) || s.IsManner(be)) be--;
        return be;
    }

    // "The only way out is | the Orna road"
    private bool SoleWayIs(int end, int be, int owner)
    {
        if (owner >= 0 && !s.IsMark(owner) && !s.Is(owner, Tag.Speech) && !s.Says(owner, "that")) return false;
        if (be >= 0 && s[be].Kind != TokenKind.Possessive) be = owner;
        var copula = end;
        while (copula < Math.Min(s.Count, end + 5) && s.IsWord(copula) && !s.Is(copula, Tag.Finites)) copula++;
        return s.SaysAny(copula, "is", "remains") && !s.Says(copula + 1, "not")
            && ways.Phrase(copula + 1, s.Count, out _) is { IsWay: true, Named: true } left
            && Put(be + 1, ways.Ends(left.End), left, AccessState.Open, RealisAt(be + 1, copula), null);
    }

    // "The Orna road is | the only way out"
    private bool ItIsSoleWay(int be, int end) =>
        (s.Is(be, Tag.Be) || s.SaysAny(be, "remains", "remained")) && !NegatedAt(be)
            && Subject(GroupStart(be), Open, out _) is { IsWay: true, Named: true } way
            && Put(way.First, end, way, AccessState.Open, RealisAt(way.First, be), null);

    // "leaving the coast road | as the only way out"
    private void Left(int at)
    {
        for (var k = at - 2; k > Math.Max(0, at - 14) && !s.IsMark(k, ';'); k--)
            if (ways.IsCausative(k) && Starts(k, "le") && ways.Phrase(k + 1, at, out _) is { IsWay: true } way && (way.End == at || ways.Ends(way.End) == at))
            {
                Put(k, at, way, AccessState.Open, RealisAt(k, k), null);
                return;
            }
    }

    private Thing? ClearedFrom(in Word word) => word.Act.Opens && Starts(word.At, "clear")
        && !(s.Says(word.At - 1, "to") && Starts(word.At - 2, "beg"))
        && EndingWith(word.End, 7, Cue.OffFrom) is var from and > 0 && s.HasAny(word.End, from, Cue.Lying)
        && ways.Phrase(from, s.Count, out _) is { IsWay: true } way ? way : null;

    // "pushed the wrecks | off | the road": what lay on it is gone.
    private void Swept(int off)
    {
        var what = s.Has(off - 1, Cue.Lying) ? off - 1 : -1;
        if (what < 2 || ways.Phrase(off + 1, s.Count, out _) is not { Kind: ThingKind.Road or ThingKind.Bridge or ThingKind.Crossing } way) return;
        var verb = what - 1;
        while (verb > Math.Max(0, what - 4) && !s.EndsWith(verb, "ed")) verb--;
        if (s.EndsWith(verb, "ed") && !s.Is(verb - 1, Tag.Be) && Clears(verb) && !NegatedAt(verb) && !IsTold(way, AccessState.Open))
            Put(verb, ways.Ends(way.End), way, AccessState.Open, RealisAt(verb, verb), Actor(verb));
    }

    // "Villagers", "they", "bulldozers": a bomb or a landslide leaves a way no better.
    private bool Clears(int verb)
    {
        var group = GroupStart(verb);
        return s.Is(group - 1, Tag.Actor) || IsPeople(group - 1)
            || s.SaysAny(group - 1, "they", "we", "bulldozers", "bulldozer", "diggers", "ploughs", "crews", "engineers", "workers", "volunteers", "villagers");
    }

    // "opened the barrier", "cleared the last barricade from the road"
    private bool IsBarrier(in Deal deal)
    {
        var (_, state, act, thing) = deal;
        return act.Object != ActObject.Post
            && (state == AccessState.Open && thing.Kind == ThingKind.Checkpoint && s.Says(thing.End, "from")
                || state == AccessState.Closed && s.SaysAny(thing.Head, "roadblock", "roadblocks", "barricade")
                || s.SaysAny(thing.Head, "barrier", "barriers"));
    }

    // "There is no traffic on the road", "there are cars on it again"
    private void Existing(int i)
    {
        if (s.IsNumber(i - 1)) return;
        var there = i - 1;
        while (there > Math.Max(0, i - 5) && !s.Says(there, "there")) there--;
        if (!s.Says(there, "there")) return;
        var none = s.Says(i - 1, "no");
        if (!IsAgain(there) || ways.Phrase(i + 2, s.Count, out _) is not { Kind: ThingKind.Road or ThingKind.Bridge } way)
            return;
        var state = none ? AccessState.Closed : AccessState.Open;
        if (!IsTold(way, state)) Put(there, way.End, way, state, RealisAt(there, i), null);
    }

    // "villagers get through to Odra", "one can drive again to the port": with no road named, the way is the road.
    private void Unnamed(int i, bool able)
    {
        if (!able || !s.SaysAny(i + 1, "through", "again") && !IsAgain(i + 1)) return;
        var place = PlaceAfter(i);
        Put(i - 2, Math.Max(i + 2, place?.End ?? 0), new Thing(ThingKind.Road, -1, -1, -1, false) { Name = "road" }, AccessState.Open, Realis.Asserted, null);
    }
}
