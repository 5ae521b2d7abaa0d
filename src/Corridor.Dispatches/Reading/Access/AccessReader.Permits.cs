using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Who is refused or promised a way, banned from it, made to pay or to show a permit.</summary>
internal sealed partial class AccessReader
{
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
        if ((ways.Phrase(on + 1, s.Count, out _) ?? NamedAt(on, s.Count)) is not { Kind: not (ThingKind.Airport or ThingKind.Front) } goal) return false;
        if (goal.IsPlace && s.Says(on, "at")) goal = goal with { Kind = ThingKind.Crossing };
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
            KeepsOff(i, kept);
            return;
        }
        var end = s.Says(i + 1, "from") ? i + 2 : -1;
        while (end > 0 && s.Has(end, Cue.OnWay)) end++;
        var subject = ClauseStart(GroupStart(i));
        // "Families were prevented from entering Orna"
        if (end > i + 2 && ways.Phrase(end, s.Count, out _) is { IsPlace: true, Named: true } town && s.Is(i - 1, Tag.Be) && !NegatedAt(i)
            && Mover(subject, i) is { Mover: true, Some: false } && !Numbered(subject, i))
        {
            Put(subject, town.End, town, IsOutOf(i + 2, end) ? AccessState.Sealed : AccessState.Closed, RealisAt(i, i), null);
            return;
        }

        if ((end < 0 ? Fronted(subject, i) : ways.Phrase(end, s.Count, out _)) is not { IsWay: true } way) return;
        if (!NegatedAt(i))
            Put(subject, Math.Max(way.End, i + 1), way, AccessState.Restricted, RealisAt(i, i), null);
    }

    // "prevented civilians | from": where those who are kept back are told after the verb, and who they are.
    private int KeptFrom(int i)
    {
        var from = i + 1;
        while (from < Math.Min(s.Count, i + 9) && !s.Says(from, "from") && !s.IsMark(from)) from++;
        return from > i + 1 && s.Says(from, "from") && (s.SaysAny(i + 1, "them", "us") || Mover(i + 1, from) is { Mover: true } or { Some: true }) ? from : -1;
    }

    // "kept civilians | from crossing the bridge"
    private void KeepsOff(int i, int kept)
    {
        var on = kept + 1;
        while (s.Has(on, Cue.OnWay)) on++;
        if (ways.Phrase(on, s.Count, out _) is not { IsGround: true } barred || on == kept + 1 && barred.IsPlace || NegatedAt(i)) return;
        var outward = barred.IsPlace && IsOutOf(kept + 1, on);
        var limited = Mover(i + 1, kept).Some || Limited(i, Math.Min(s.Count, barred.End + 4), i);
        Put(i, barred.End, barred, limited ? AccessState.Restricted : outward ? AccessState.Sealed : AccessState.Closed, RealisAt(i, i), Actor(i));
    }

    // "from | leaving | Orna", and not into it.
    private bool IsOutOf(int verb, int goal) => s.SaysAny(verb, "leaving", "getting", "going", "moving") && !s.SaysAny(goal - 1, "into", "to");

    // "On the new bridge | lorries are banned": the way stands before those who pass.
    private Thing? Fronted(int from, int to) =>
        s.SaysAny(from, "on", "along", "over", "across", "at") ? Gate(from + 1, to, from, false) : null;

    // "are weighing up a corridor", "discussed a corridor for the wounded": it may come.
    private void Weighed(int i)
    {
        var from = s.SaysAny(i + 1, "up", "over", "on", "about") ? i + 2 : i + 1;
        if (ways.Phrase(from, s.Count, out _) is { Kind: ThingKind.Corridor } way && !NegatedAt(i) && !s.Says(way.End, "of"))
            Put(i, ways.Ends(way.End), way, AccessState.Open, Realis.Possible, null);
    }

    // "agreed on a corridor", "were promised safe passage": meant, and not there yet.
    private void Offered(int i)
    {
        // "safe passage was promised"
        if (s.Is(i - 1, Tag.Be) && Subject(GroupStart(i), Open, out _) is { Kind: ThingKind.Corridor } offered && !NegatedAt(i))
            Put(offered.First, i + 1, offered, AccessState.PlannedOpen, Realis.Planned, null);
        var from = s.SaysAny(i + 1, "on", "to") ? i + 2 : i + 1;
        // "offered the defenders | a corridor"
        for (var k = from + 1; k < Math.Min(s.Count, from + 5) && s.SaysAny(i, "offered", "promised"); k++)
            if (s.SaysAny(k, "a", "safe")) from = k;
        if (ways.Phrase(from, s.Count, out _) is not { Kind: ThingKind.Corridor } way || NegatedAt(i) || s.Says(from, "the"))
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

    // "no longer need a sponsor to cross the bridge": it is open to them.
    private bool Dropped(int paper) => EndingWith(paper + 1, 4, Cue.Crossing) > 0;
}
