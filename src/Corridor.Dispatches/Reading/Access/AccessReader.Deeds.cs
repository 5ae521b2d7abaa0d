using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by nouns: "the closure of the crossing", "Goma's fall", "launched an assault on the town".</summary>
internal sealed partial class AccessReader
{
    private bool Deed(int at, int length, Meaning deed)
    {
        if (length == 1 && s.SaysAny(at, "access", "entry", "passage") && Entered(at)) return true;
        if (deed.Name == "turn") return false;
        if (deed.Name == "control") return s.Says(at, "control") ? Control(at) : Held(at);
        var end = at + length;
        var (thing, first, stop) = (default(Thing?), at, end);
        // "a volley of rockets | at"
        if (deed.Name == "under_attack" && s.Says(end, "of") && s.Has(end + 1, Cue.Weapon)) end += 2;
        if (deed.Name == "under_attack" && s.Says(end, "to")) return Aimed(at, end);
        if (s.SaysAny(end - 1, "operation", "operations", "campaign")) return false;
        end = OfWhat(end);
        if (deed is { Name: "restricted", Detail: "place" } && Bound(at, end)) return true;
        // "a curfew applies on all roads"
        if (deed.Name == "restricted")
        {
            var imposed = end;
            while (s.Is(imposed, Tag.Helping)) imposed++;
            if (s.SaysAny(imposed, "applies", "imposed", "declared", "introduced", "ordered")) end = imposed + 1;
            else if (s.Says(imposed, "in")) end = imposed + 2;
        }

        var done = deed.Name == "reached" ? s.SaysAny(end, "into", "to") && Actor(at) is not null && RealisAt(at, at) != Realis.Denied
            : s.SaysAny(end, "of", "on", "against", "upon", "from")
            || deed.Name == "under_attack" && s.SaysAny(end, "at", "along");
        if (done || s.Says(end, "to") && deed is { Name: "sealed", Detail: "place" } or { Name: "closed" or "restricted", Detail: "reach" })
        {
            // "a ban on using the ford"
            var of = s.Says(end, "on") && s.SaysAny(end + 1, "crossing", "using", "entering", "passing") ? end + 2 : end + 1;
            thing = ways.Phrase(of, s.Count, out _);
            stop = thing is { } t ? ways.Ends(t.End) : end;
        }

        if (thing is null && at > 0 && s[at - 1].Kind == TokenKind.Possessive)
        {
            // "Goma's fall on Monday", "the bridge's collapse"
            stop = end;
            for (var p = Math.Max(0, at - 7); p < at - 1 && thing is null; p++)
                if ((p == 0 || s.IsSmall(p) || s.IsMark(p - 1) || s.IsSmall(p - 1)) && ways.Phrase(p, at - 1, out var e) is { } owner && e == at - 1)
                    (thing, first) = (owner, owner.First);
        }

        // "trapped in Orna with | no way out"
        if (thing is null && deed is { Name: "sealed", Detail: "place" } && s.Says(at - 1, "with"))
            for (var p = Math.Max(1, at - 5); p < at - 1 && thing is null; p++)
                if (s.SaysAny(p - 1, "in", "inside") && ways.Phrase(p, at - 1, out var e) is { IsPlace: true, Named: true } home && e == at - 1)
                    (thing, first) = (home, home.First);
        // "the border closure", "the bridge collapse", "the 3 May border closure", "because of road closures"
        if (thing is null && deed.Detail == "way" && s.EndingAt(at, Tag.Feature, out var noun) is { } way && ways.NounStart(noun) is var start
            && (s.Is(noun - 1, Tag.Determiner) || IsBare(at, noun - 1)
                || noun > 1 && (taken[noun - 1] || s[noun - 1].Kind == TokenKind.Possessive && taken[noun - 2])))
            (thing, first) = (new Thing(way.Name, start, noun, at, false), start);

        // "the town is facing a blockade": told of the subject.
        if (thing is null && deed.Name == "sealed" && deed.Who == "waged")
            for (var k = at - 1; k > Math.Max(0, at - 5) && !s.IsMark(k); k--)
                if (s.Has(k, Cue.FacedWith) && Subject(GroupStart(k), Taken, out _) is { IsPlace: true } faced) (thing, first) = (faced, faced.First);
        // "broke the siege": of the town told before.
        if (thing is null && deed.Name == "sealed" && s.Says(at - 1, "the") && s.Has(at - 2, Cue.Ending)
            && (NamedBefore(at) ?? context.LastPlaces?.FindLast(p => p.Named)) is { } freed)
            (thing, first) = (new Thing("settlement", -1, -1, -1, true) { Name = freed.Name }, at - 2);
        if (thing is not { } found || !Fits(deed, found)) return false;
        var state = Spelling.Parse<AccessState>(deed.Name);
        // "flooding of the river": where it is, nobody says.
        if (found.Feature == "river" && Starts(at, "flood")) return false;
        // "the destruction of the bridge" that was told before is told once.
        var before = context.AccessNear ? context.LastAccess : null;
        if (!found.Named && found.IsWay && before?.State == state) return false;
        // "since the assault on the town began": known, and when it was.
        if (deed.Who == "waged" && state == AccessState.UnderAttack
            && s.SaysAny(s.BeforeArticle(at - 1), "since", "as", "when")) return false;
        var (ended, waged) = (false, false);
        for (var k = Math.Max(0, at - 8); k < at; k++)
        {
            // "the year-long siege"
            if (s.IsMark(k) && !s.IsMark(k, ',') && !s.IsMark(k, '-')) (ended, waged) = (false, false);
            if (!ended && s.SaysAny(k, "lift", "break", "end") && s.Says(k - 1, "to") && !Happened(k - 1)) return false;
            ended |= s.Has(k, Cue.Ending);
            // "There is a siege of Halma"
            waged |= s.Has(k, Cue.Waging) || s.Has(k, Cue.FacedWith) || s.Is(k, Tag.Be) && s.SaysAny(k + 1, "a", "been");
        }

        var goes = stop;
        while (goes < Math.Min(s.Count, stop + 6) && (!s.IsMark(goes) || s.Says(goes + 1, "which")) && !s.Has(goes, Cue.GoingOn)) goes++;
        waged |= s.Has(goes, Cue.GoingOn) || s.Says(stop, "by") && s.Says(at - 1, "a")
            || s.Says(s.Is(stop, Tag.Have) ? stop + 2 : stop + 1, "in") && s.Is(stop, Tag.Helping)
            || s.Is(stop, Tag.Have) && s.SaysAny(stop + 1, "lasted", "continued", "dragged", "gone", "entered", "tightened");
        for (var k = stop; k < Math.Min(s.Count, stop + 5)
            && s.Is(stop, Tag.Be) | s.Is(stop, Tag.Have); k++) ended |= s.SaysAny(k, "lifted", "broken", "ended", "eased", "over") && !NegatedAt(k);
        // "A raid on the village led to the flight of": what it did is told.
        if (state == AccessState.UnderAttack && (found.Feature is "camp" or "road" or "bridge"
                || found is { IsPlace: true, Head: > 1 } && s.Says(found.Head - 1, "of") && ways.IsSettlement(found.Head - 2, out _)))
            for (var k = stop; k < Math.Min(s.Count, stop + 12) && !s.IsMark(k, ';') && !s.Says(k, "would"); k++) waged |= s.Has(k, Cue.Wrought);
        // "fled following raids at the site"
        waged |= found.Feature == "camp" && s.SaysAny(s.BeforeArticle(at - 1), "following", "after");
        // "died in | an attack on the Orna road"
        waged |= state == AccessState.UnderAttack && found.IsWay && s.Says(s.BeforeArticle(at - 1), "in");
        // "the reopening has been put off"
        if (state == AccessState.Open && s.Is(stop, Tag.Helping))
            for (var k = stop; k < Math.Min(s.Count, stop + 4); k++)
                if (s.SaysAny(k, "postponed", "delayed", "cancelled", "canceled", "off", "suspended")) return false;
        ended |= s.SaysAny(stop, "ended", "lifted", "broken");
        // "the blockade has been eased" goes on.
        if (ended && found.IsPlace && s.HasAny(stop, Math.Min(s.Count, stop + 5), Cue.Eased)) return false;
        if (ended && state is AccessState.Sealed or AccessState.Closed) state = AccessState.Open;
        // "lifted the restrictions on movement": how many there were, nobody says.
        else if (ended && state == AccessState.Restricted) return false;
        else if (state is AccessState.Sealed or AccessState.Closed && !found.IsPlace)
            state = found.Feature == "flank" ? AccessState.Sealed : AccessState.Closed;
        else if (deed.Who == "waged" && !waged && !(state == AccessState.Sealed && IsUnder(at))) return false;
        // "clashes since the fall of the town in 2015", "to prevent the capture of": not news, or not so.
        var realis = RealisAt(Math.Max(0, at - 1), at);
        if (realis == Realis.Asserted && Demanded(at)) realis = Realis.Possible;
        // "the fall of the town would open the way": it has not fallen.
        if (realis == Realis.Asserted && s.SaysAny(stop, "would", "could", "may", "might")) realis = Realis.Possible;
        if (realis == Realis.Asserted && state is AccessState.Open or AccessState.Closed && (IsAgreed(at) || IsAhead(stop))) realis = Realis.Planned;
        // "the closure of the camp" sends people away; "ordered the closure of the camp" is news of it.
        if (found.Feature == "camp" && state != AccessState.UnderAttack && deed.Detail != "reach" && realis == Realis.Asserted) return false;
        if (realis == Realis.Planned)
            state = state switch { AccessState.Open => AccessState.PlannedOpen, AccessState.Closed => AccessState.PlannedClosed, _ => state };
        return Put(first, stop, found, state, realis, Actor(at));
    }

    // "despite | the siege of Orna", "amid a blockade of": it lasts.
    private bool IsUnder(int deed)
    {
        var i = deed - 1;
        while (s.Is(i, Tag.Determiner) || s.IsWord(i) && !s.IsSmall(i) && deed - i < 4) i--;
        return s.SaysAny(i, "despite", "amid", "under", "because");
    }

    // "launched an offensive | to retake the town": it is attacked, and not taken yet.
    private bool Aimed(int at, int to)
    {
        var launched = at - 1;
        while (launched > Math.Max(0, at - 4) && !s.Has(launched, Cue.Waging) && !s.IsMark(launched)) launched--;
        if (!s.Has(launched, Cue.Waging) || NegatedAt(launched) || RealisAt(launched, launched) != Realis.Asserted) return false;
        var from = s.Find(to + 1, Tag.Act, out var length) is { Name: "captured" } ? to + 1 + length : s.Has(to + 1, Cue.Gaining) ? to + 2 : -1;
        if (s.SaysAny(from, "control", "full")) while (s.SaysAny(from, "full", "control", "of")) from++;
        return from > 0 && ways.Phrase(from, s.Count, out _) is { IsPlace: true, Named: true } town && Force(launched, town.Head) is { } force
            && Put(launched, town.End, town, AccessState.UnderAttack, Realis.Asserted, force is "" ? null : force);
    }

    // "restrictions on movement | in Orna", "a curfew | was imposed in Orna": where those live who are bound.
    private bool Bound(int at, int end)
    {
        for (var i = end; i < Math.Min(s.Count, end + 7) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "in", "on", "across") && i + 1 < s.Count && !taken[i + 1])
                return ways.Phrase(i + 1, s.Count, out _) is { IsPlace: true, Named: true } town && !s.HasAny(Math.Max(0, at - 5), i, Cue.Ending)
                    && Put(at, town.End, town, AccessState.Restricted, RealisAt(at, at), Actor(at));
            else if (s.Is(i, Tag.Conjunction) || s.SaysAny(i, "that", "which")) break;
        // "Residents of Orna | have no freedom of movement"
        for (var i = at - 2; i > Math.Max(0, at - 9) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "in", "of", "inside"))
                return ways.Phrase(i + 1, at, out _) is { IsPlace: true, Named: true } home
                    && Put(home.First, end, home, AccessState.Restricted, RealisAt(at, at), Actor(at));
        return false;
    }

    // "Road closures have kept", "because of border restrictions": more than one, or what something is because of.
    private bool IsBare(int deed, int before) => !s.SaysAny(deed, "checks", "controls", "limits")
        && (before < 0 || s.IsMark(before) || s.SaysAny(before, "of", "to", "by", "and", "or", "amid", "despite", "from", "with"));

    // "the capture | by the army on Monday | of": past who did it and when, to the preposition that leads to what it was done to.
    private int OfWhat(int end)
    {
        var i = end;
        while (i < Math.Min(s.Count, end + 8))
            if (taken[i] || s.SaysAny(i, "on", "in", "last") && i + 1 < s.Count && taken[i + 1]) i++;
            // "the encirclement | and closure | of"
            else if (s.Says(i, "and") && s.Is(i + 1, Tag.Deed)) i += 2;
            else if (s.Says(i, "by"))
                for (i++; i < Math.Min(s.Count, end + 8) && s.IsWord(i) && !s.Is(i, Tag.Preposition); i++) { }
            else break;
        return i > end && s.SaysAny(i, "of", "on", "against") ? i : end;
    }

    // "the closure of the road | will follow", "| is planned for Sunday": still to come.
    private bool IsAhead(int stop)
    {
        // "the closure of the crossing | at Karsa"
        if (s.SaysAny(stop, "at", "with", "to", "into"))
            stop = s.Find(stop + 1, Tag.Country, out var country) is not null ? stop + 1 + country : Math.Max(stop, ways.Name(stop + 1, s.Count));
        if (s.Says(stop, "will")) return true;
        var i = stop;
        while (s.Is(i, Tag.Helping)) i++;
        return i > stop && (s.Is(i, Tag.Planned) || s.SaysAny(i, "planned", "expected", "due", "scheduled", "set", "foreseen", "to"));
    }

    // "the accord provides for the opening of": meant by both, and still to come.
    private bool IsAgreed(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 5) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.Consented) || s.SaysAny(i, "allow", "enable", "permit", "facilitate", "ensure", "secure", "guarantee"))
                return true;
        return false;
    }
}
