using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by those who keep a way: who is let through, turned back, banned, made to pay or to show a permit.</summary>
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
        // "its list takes in nobody who"
        if (s.HasAny(ClauseStart(i), i, Cue.Reckoning)) return;
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
        if (way is { } gate && !(gate.Feature == "crossing" && ways.IsOtherNoun(gate.End))) return way;
        return (back ? null : Town(i, stop, out outward)) ?? Post(i, stop) ?? way;
    }

    // "sent back 68 people": what happened to them, and no rule of the place.
    private bool IsTurnedBackElsewhere(int i, Thing? from, int stop) => Numbered(i, Math.Min(stop, i + 6)) || from is not { } way
        || way.Feature == "camp" && s.Says(s.BeforeArticle(way.First - 1), "of")
        || !Vehicles(i) && way.Head > i && !Mover(ClauseStart(i), i).Some && !Everyone(i + 1);

    // "lets everybody through", "let them in", "people are all let across"
    private bool LetsAll(int i) => Everyone(i + 1) || IsAgain(i + 1) || s.Says(i + 1, "them") && Facts.Count > 0
        || s.Is(i - 1, Tag.Be) && Everyone(ClauseStart(GroupStart(i)));

    // "will let civilians leave through a corridor"
    private void LetsLater(int i, Thing? through)
    {
        if (through is { } way
            && (way.Feature == "corridor" || way.Feature == "road" && s.SaysAny(s.BeforeArticle(way.First - 1), "by", "through", "via", "along"))
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
            if (s.Find(k, Tag.Transit) is { Name: "some" }) return !Numbered(i, k);
        return false;
    }

    // "prevented civilians | from": where those who are kept back are told after the verb, and who they are.
    private int KeptFrom(int i)
    {
        var from = i + 1;
        while (from < Math.Min(s.Count, i + 9) && !s.Says(from, "from") && !s.IsMark(from)) from++;
        return from > i + 1 && s.Says(from, "from") && (s.SaysAny(i + 1, "them", "us") || Mover(i + 1, from) is { Mover: true } or { Some: true }) ? from : -1;
    }

    // "denied aid workers | access | to the town", "were refused | passage | at the crossing", "gave the convoys | entry": by whom it is kept or opened.
    private bool Entered(int noun)
    {
        var on = noun + 1;
        // "Access to Orna | was denied"
        if (s.Says(on, "to") && ways.Phrase(on + 1, s.Count, out _) is { Named: true } kept && s.Is(kept.End, Tag.Be) && (noun == 0 || !s.IsWord(noun - 1))
            && EndingWith(kept.End, 3, Cue.Refusing) is var denied and > 0 && !NegatedAt(denied - 1))
            return Kept(noun, denied, kept, AccessState.Closed, denied - 1);
        if (!s.SaysAny(on, "to", "into", "at", "through", "across", "over")) return false;
        var verb = noun - 1;
        while (verb > Math.Max(0, noun - 9) && s.IsWord(verb) && !s.Is(verb, Tag.Be) && !IsGranting(verb)
            && !Starts(verb, "den") && !Starts(verb, "refus")) verb--;
        var granted = IsGranting(verb);
        if (!granted && !Starts(verb, "den") && !Starts(verb, "refus") || NegatedAt(verb)) return false;
        // "asked to be granted access"
        if (granted && (s.Says(verb - 1, "be") && s.Says(verb - 2, "to") || IsPurpose(GroupStart(verb)))) return false;
        if ((ways.Phrase(on + 1, s.Count, out _) ?? NamedAt(on, s.Count)) is not { Feature: not ("airport" or "front") } goal) return false;
        if (goal.IsPlace && s.Says(on, "at")) goal = goal with { Feature = "crossing" };
        var first = ClauseStart(GroupStart(verb));
        var some = (s.Is(verb - 1, Tag.Be) ? Mover(first, verb) : Mover(verb + 1, noun)).Some;
        // "Journalists were refused entry": others go in.
        if (Numbered(first, noun) || goal.IsPlace && some) return false;
        var state = some ? AccessState.Restricted : granted ? AccessState.Open : AccessState.Closed;
        return Kept(first, goal.End, goal, state, verb);
    }

    // Whoever denies access says nothing: the fact is marked, so that it is not read as a denial.
    private bool Kept(int first, int end, Thing thing, AccessState state, int verb)
    {
        var before = Facts.Count;
        if (!Put(first, end, thing, state, RealisAt(Math.Min(first, verb), Math.Min(first, verb)), Actor(verb))) return false;
        if (Facts.Count > before) Facts[^1] = Facts[^1] with { Rules = ["entry", .. Facts[^1].Rules.Skip(1)] };
        return true;
    }

    private bool IsGranting(int i) => Starts(i, "grant") || s.SaysAny(i, "allowed", "given", "gave", "gives", "giving");

    // "Lorries are banned from the bridge": those who are not, pass. "kept civilians from crossing the bridge": nobody does.
    private void Banned(int i)
    {
        if (KeptFrom(i) is var kept and > 0)
        {
            var on = kept + 1;
            while (s.Has(on, Cue.OnWay)) on++;
            if (ways.Phrase(on, s.Count, out _) is not { IsGround: true } barred || on == kept + 1 && barred.IsPlace || NegatedAt(i)) return;
            var outward = barred.IsPlace && s.SaysAny(kept + 1, "leaving", "getting", "going", "moving") && !s.SaysAny(on - 1, "into", "to");
            var limited = Mover(i + 1, kept).Some || Limited(i, Math.Min(s.Count, barred.End + 4), i);
            Put(i, barred.End, barred, limited ? AccessState.Restricted : outward ? AccessState.Sealed : AccessState.Closed, RealisAt(i, i), Actor(i));
            return;
        }

        var end = s.SaysAny(i + 1, "from") ? i + 2 : -1;
        while (end > 0 && s.Has(end, Cue.OnWay)) end++;

        var subject = ClauseStart(GroupStart(i));
        // "Families were prevented from entering Orna"
        if (end > i + 2 && ways.Phrase(end, s.Count, out _) is { IsPlace: true, Named: true } town && s.Is(i - 1, Tag.Be) && !NegatedAt(i)
            && Mover(subject, i) is { Mover: true, Some: false } && !Numbered(subject, i))
        {
            var outward = s.SaysAny(i + 2, "leaving", "getting", "going", "moving") && !s.SaysAny(end - 1, "into", "to");
            Put(subject, town.End, town, outward ? AccessState.Sealed : AccessState.Closed, RealisAt(i, i), null);
            return;
        }

        if ((end < 0 ? Fronted(subject, i) : ways.Phrase(end, s.Count, out _)) is not { IsWay: true } way) return;
        if (!NegatedAt(i))
            Put(subject, Math.Max(way.End, i + 1), way, AccessState.Restricted, RealisAt(i, i), null);
    }

    // "On the new bridge | lorries are banned": the way stands before those who pass.
    private Thing? Fronted(int from, int to) =>
        s.SaysAny(from, "on", "along", "over", "across", "at") ? Gate(from + 1, to, from, false) : null;

    // "are weighing up a corridor", "discussed a corridor for the wounded": it may come.
    private void Weighed(int i)
    {
        var from = s.SaysAny(i + 1, "up", "over", "on", "about") ? i + 2 : i + 1;
        if (ways.Phrase(from, s.Count, out _) is { Feature: "corridor" } way && !NegatedAt(i) && !s.Says(way.End, "of"))
            Put(i, ways.Ends(way.End), way, AccessState.Open, Realis.Possible, null);
    }

    // "agreed on a corridor", "were promised safe passage": meant, and not there yet.
    private void Offered(int i)
    {
        // "safe passage was promised"
        if (s.Is(i - 1, Tag.Be) && Subject(GroupStart(i), Open, out _) is { Feature: "corridor" } offered && !NegatedAt(i))
            Put(offered.First, i + 1, offered, AccessState.PlannedOpen, Realis.Planned, null);
        var from = s.SaysAny(i + 1, "on", "to") ? i + 2 : i + 1;
        // "offered the defenders | a corridor"
        for (var k = from + 1; k < Math.Min(s.Count, from + 5) && s.SaysAny(i, "offered", "promised"); k++)
            if (s.SaysAny(k, "a", "safe")) from = k;
        if (ways.Phrase(from, s.Count, out _) is not { Feature: "corridor" } way || NegatedAt(i) || s.Says(from, "the"))
            return;
        // "a corridor of trade"
        if (s.Says(way.End, "of")) return;
        Put(i, way.End, way, AccessState.PlannedOpen, Realis.Planned, null);
    }

    // "everyone else needs a permit", "gunmen collect a toll on the road", "travel it under escort": for those who have or pay it.
    private void Paper(int i)
    {
        // "the toll rose", "a pass to the north": what has to be had or paid.
        var (start, stop) = Between(i);
        var need = -1;
        for (var k = Math.Max(start, i - 7); k < Math.Min(stop, i + 7); k++)
            if (s.Has(k, Cue.Requiring) || s.Says(k, "under") && k < i && s.SaysAny(i, "escort", "escorts")) need = k;
        if (need < 0 || NegatedAt(need) && !Dropped(i) || s.SaysAny(i + 1, "the", "a"))
            return;
        var way = Gate(start, stop, i, false);
        // "Entering Orna requires a sponsor", "need a permit to enter it", "To leave Orna, families need a pass"
        for (var k = start; k < stop && way is null; k++)
            if (s.SaysAny(k, "entering", "enter", "leaving", "leave") && ways.Phrase(k + 1, stop, out _) is { IsPlace: true, Named: true } town)
                way = town with { First = k, Name = ways.Place(town, AccessState.Restricted) };
        if ((way ?? (s.SaysAny(need, "under", "only") ? null : PassedBefore())) is not { } thing || IsTold(thing, AccessState.Restricted)) return;
        // "fees at the school near the bridge"
        if (way is { } by && s.SaysAny(s.BeforeArticle(by.First - 1), "near", "beside", "outside", "behind")) return;
        var first = Math.Min(way?.First ?? need, Math.Min(need, i));
        var state = NegatedAt(need) ? AccessState.Open : AccessState.Restricted;
        Put(Math.Max(start, first), Math.Max(Math.Max(need, i) + 1, way?.End ?? 0), thing, state, RealisAt(need, need), null);
    }

    private Thing? PassedBefore() => Facts.FindLast(static f => IsPassed(f.Feature)) is { } told ? Thing.Of(told) : null;

    // "no longer need a sponsor to cross the bridge": it is open to them.
    private bool Dropped(int paper) => EndingWith(paper + 1, 4, Cue.Crossing) > 0;

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
}
