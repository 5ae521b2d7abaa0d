using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Access told by nouns: "the closure of the crossing", "the fall of Sake", "took full control of the town", "fighting for the bridge".</summary>
internal sealed partial class AccessReader
{
    private bool Deed(int at, int length, Meaning deed)
    {
        if (deed.Name == "turn") return false;
        if (deed.Name == "control") return s.SaysAny(at, "hands", "grip") ? Held(at) : Control(at);
        var end = at + length;
        var (thing, first, stop) = (default(Thing?), at, end);
        // "a night attack Monday on the village"
        while (deed.Who == "waged" && end < s.Count && (s.Is(end, Tag.Weekday) || taken[end])) end++;
        if (s.SaysAny(end, "of", "on", "against", "upon"))
        {
            thing = Phrase(end + 1, s.Count, out _);
            stop = thing is { } t ? Ends(t.End) : end;
        }
        else if (at > 0 && s[at - 1].Kind == TokenKind.Possessive && !s.Is(end, Tag.Unit))
        {
            // "Goma's fall", "the bridge's collapse"
            for (var p = Math.Max(0, at - 7); p < at - 1 && thing is null; p++)
                if ((p == 0 || s.IsSmall(p) || s.IsMark(p - 1) || s.IsSmall(p - 1)) && Phrase(p, at - 1, out var e) is { } owner && e == at - 1) (thing, first) = (owner, owner.First);
        }

        if (thing is not { } found || !Fits(deed, found) || found.Feature == "camp" && deed.Name == "open") return false;
        // "the takeover of the region": of a town or a village, or by name.
        if (deed.Name == "captured" && (s.Says(at, "loss") || s.Says(at, "handover") || s.Says(at, "surrender")) && !found.IsPlace) return false;
        if (deed.Name == "captured" && found.IsPlace && !found.Named && !s.SaysAny(found.Head, "city", "town", "village", "capital")) return false;
        var state = Spelling.Parse<AccessState>(deed.Name);
        var (ended, waged) = (false, false);
        for (var k = Math.Max(0, at - 5); k < at; k++)
        {
            if (s.IsMark(k) && !s.IsMark(k, ',')) (ended, waged) = (false, false);
            ended |= s.SaysAny(k, "lifted", "lift", "lifting", "lifts", "broke", "broken", "break", "breaks", "breaking", "ended", "ending", "end", "ends", "eased");
            waged |= s.SaysAny(k, "launched", "launch", "launches", "launching", "waged", "wage", "mounted", "staged", "renewed", "began", "begun", "started", "resumed", "imposed", "laid", "tightened", "imposes", "unleashed", "unleash", "intensified", "pressed", "continued", "continue", "continues", "resume", "maintained", "maintain", "completed", "complete", "completing", "under");
        }

        waged |= s.SaysAny(stop, "continued", "continues", "resumed", "intensified", "raged", "went");
        for (var k = stop; k < Math.Min(s.Count, stop + 5) && s.Is(stop, Tag.Be) | s.Is(stop, Tag.Have); k++) ended |= s.SaysAny(k, "lifted", "broken", "ended", "eased", "over") && !NegatedAt(k);
        if (state == AccessState.Restricted && (ended || found.IsPlace)) return false;
        if (ended && state is AccessState.Sealed or AccessState.Closed) state = AccessState.Open;
        else if (state == AccessState.Sealed && !found.IsPlace && found.Feature != "flank") state = AccessState.Closed;
        else if (deed.Who == "waged" && !waged) return false;
        if (found.Feature == "road" && s.SaysAny(at, "destruction")) return false;
        // "clashes since the fall of the town in 2015", "to prevent the capture of": not news, or not so.
        var realis = RealisAt(Math.Max(0, at - 1), at);
        if (realis == Realis.Asserted && (Demanded(at) || s.SaysAny(at - 2, "prevent", "avert", "avoid", "imminent") || s.SaysAny(at - 1, "prevent", "imminent", "feared", "possible"))) realis = Realis.Possible;
        if (realis != Realis.Asserted && found.IsPlace && s.SaysAny(at - 2, "for", "to", "at")) return false;
        if (realis == Realis.Planned) state = state switch { AccessState.Open => AccessState.PlannedOpen, AccessState.Closed => AccessState.PlannedClosed, _ => state };
        return Put(first, stop, found, Spelling.Parse<Feature>(found.Feature), state, realis, Actor(at));
    }

    // "took full control of the town", "are in control of", "lost control of"; "is under rebel control"; "battling for control of".
    private bool Control(int at)
    {
        var verb = -1;
        for (var k = at - 1; k >= Math.Max(0, at - 5); k--)
        {
            if (s.SaysAny(k, "take", "takes", "took", "taken", "taking", "seize", "seizes", "seized", "seizing", "gain", "gains", "gained", "gaining", "regain", "regains", "regained", "regaining", "assume", "assumed", "assuming", "establish", "established", "establishing", "wrest", "wrested", "wresting", "wrestle", "wrestled", "secure", "secured", "win", "won", "retook", "recapture", "recaptured", "reassert", "reasserted", "recover", "recovered", "reclaim", "reclaimed", "reclaiming", "restore", "restored", "consolidated", "exercise", "exert", "have", "had", "has", "lose", "lost", "loses", "losing", "ceded")
                || s.Says(k, "in") && !s.SaysAny(k + 1, "the", "a") || s.SaysAny(k, "under", "for", "claim", "claimed", "claims", "disputed", "contest", "contested", "exchanged", "fighting", "battling"))
            {
                verb = k;
                break;
            }

            if (s.IsMark(k) || s.Is(k, Tag.Preposition) && k < at - 1 && !s.Says(k, "of")) break;
        }

        if (verb < 0) return false;
        if (s.Says(verb, "under"))
        {
            var group = GroupStart(verb + 1);
            if (Brought(verb) is { } won) return !IsPurpose(won.Verb) && !NegatedAt(won.Verb) && Put(won.Verb, at + 1, won.Thing, Spelling.Parse<Feature>(won.Thing.Feature), AccessState.Captured, RealisAt(won.Verb, won.Verb), Force(won.Verb, won.Thing.Head));
            if (!s.Is(verb - 1, Tag.Be) && !s.Is(verb - 1, Tag.Adverb) && !IsLinking(verb - 1)) return false;
            var stop = s.Says(at + 1, "of") ? at + 2 : at + 1;
            return Subject(group, Taken, out _) is { Feature: not ("airport" or "front" or "camp") } held && Put(held.First, Math.Min(stop, s.Count), held, Spelling.Parse<Feature>(held.Feature), AccessState.Captured, RealisAt(held.First, verb), null);
        }

        if (!s.SaysAny(at + 1, "of", "over", "in") || Phrase(at + 2, s.Count, out _) is not { Feature: not ("airport" or "front" or "camp") } thing) return false;
        var contested = false;
        for (var k = Math.Max(0, verb - 5); k <= verb; k++) contested |= s.SaysAny(k, "fighting", "battle", "battles", "battling", "vying", "clashes", "clash", "competing", "both", "contested", "disputed", "exchanged", "struggle", "struggling") && !s.SaysAny(k + 1, "and");
        if (s.SaysAny(verb, "for", "claim", "claimed", "claims", "disputed", "contest", "contested", "exchanged", "fighting", "battling"))
        {
            var start = verb;
            while (start > 0 && verb - start < 5 && !s.SaysAny(start, "fighting", "battle", "battling", "vying", "clashes", "both")) start--;
            return contested && Put(start, thing.End, thing, Spelling.Parse<Feature>(thing.Feature), AccessState.Contested, RealisAt(start, start), null);
        }

        if (IsPurpose(verb) || IsKeptFrom(verb) || NegatedAt(verb) || s.SaysAny(verb, "have", "had", "has") && s.SaysAny(at - 1, "little", "no", "limited", "some")) return false;
        return Put(verb, thing.End, thing, Spelling.Parse<Feature>(thing.Feature), AccessState.Captured, RealisAt(Math.Max(0, verb - 4), verb), Force(verb, thing.Head));
    }

    // "brought the town | under its control"
    private (int Verb, Thing Thing)? Brought(int under)
    {
        for (var k = under - 2; k >= Math.Max(0, under - 9) && !s.IsMark(k); k--)
            if (s.SaysAny(k, "bring", "brings", "brought", "bringing", "put", "puts", "placed"))
                return Phrase(k + 1, under, out _) is { Feature: not ("airport" or "front" or "camp") } thing && thing.End == under ? (k, thing) : null;
        return null;
    }

    private static readonly Meaning Taken = new(Tag.Act, "captured", "any", "subject", VerbForm.Phrase);

    // "Kitchanga fell to the rebels", "since Ramadi fell": taken, told of the town; not night, rain or shells.
    private void Fallen(int i)
    {
        if (!s.SaysAny(i, "fell", "falls", "fallen", "fall") && !(s.Says(i + 1, "into") && s.SaysAny(i, "passed", "slipped", "passes", "slips", "came", "went")) && !(s.Says(i + 1, "to") && s.SaysAny(i, "passed", "passes")) && !(s.Says(i + 1, "over") && s.Says(i + 2, "to") && s.SaysAny(i, "went", "passed", "goes"))) return;
        // "went over to the rebels"
        var end = s.Says(i + 1, "over") ? i + 2 : i + 1;
        if (s.SaysAny(end, "to", "into", "under"))
        {
            // "fell to local fighters": a force within its noun phrase.
            for (var k = end + 1; k < Math.Min(s.Count, end + 5) && !s.IsMark(k) && (!s.IsSmall(k) || s.Is(k, Tag.Determiner)); k++)
                if (s.Is(k, Tag.Actor) && !s.IsNumber(k - 1)) end = k;
            while (end < s.Count && end - i < 6 && (!s.Is(end - 1, Tag.Actor) || s.SaysAny(end, "hands", "control")) && !s.SaysAny(end - 1, "hands", "control") && (s.IsSmall(end) || s.SaysAny(end, "hands", "control", "hand") || s[end].Kind == TokenKind.Possessive || s.Is(end, Tag.Actor) && !s.Is(end - 1, Tag.Actor) || s.Is(end, Tag.Demonym) || s.SaysAny(end + 1, "hands", "control"))) end++;
            if (!s.Is(end - 1, Tag.Actor) && !s.SaysAny(end - 1, "hands", "control") && !IsAcronym(Math.Min(end, s.Count - 1))) return;
            if (s.IsWord(end) && IsAcronym(end)) end++;
        }
        else if (!(end >= s.Count || s.IsMark(end) || taken[end] || s.SaysAny(end, "on", "in", "last", "this", "two", "three", "again", "late", "early", "without", "after", "within", "yesterday", "today", "next", "a") || s.Is(end, Tag.Weekday) || s.Is(end, Tag.Conjunction))) return;
        var group = GroupStart(i);
        if (Pronoun(group) is > 0 && Spoken(group - 1, Fell) is { IsPlace: true } spoken) Put(group - 1, end, spoken, Feature.Settlement, AccessState.Captured, RealisAt(group, i), null);
        else if (Subject(group, Fell, out var boundary) is { IsPlace: true } town && (!IsLone(town) || IsDated(s.Says(i + 1, "over") ? i + 2 : i + 1)) && (town.Named || s.Is(town.First, Tag.Determiner) || s.IsNumber(town.First) || s.Is(town.First, Tag.Cardinal)) && !NegatedAt(i))
            Put(Whole(town.First, boundary), end, town, Feature.Settlement, AccessState.Captured, RealisAt(town.First, i), s.Is(end - 1, Tag.Actor) ? s.Words(end - 1, end) : null);
    }

    // "Prices fell in Kampala", "rain fell on Lagos": one unknown word at the head of a sentence is a town only if it fell to somebody or on a day.
    private bool IsLone(Thing town) => town.Named && town.First == town.Head && town.End == town.Head + 1 && (town.Head == 0 || s.IsMark(town.Head - 1));

    private bool IsDated(int i) => s.SaysAny(i, "to", "into", "under") || taken[Math.Min(i, s.Count - 1)] || s.Is(i, Tag.Weekday) || s.SaysAny(i, "again", "without", "after", "on", "in", "last", "this") && !s.EndsWith(0, "s") && (s.SaysAny(i, "again", "without", "after") || taken[Math.Min(i + 1, s.Count - 1)] || s.Is(i + 1, Tag.Weekday) || s.SaysAny(i + 1, "the", "a", "week", "month"));

    // "drove the last militants from Kobani": who is gone has lost it.
    private void Driven(int i)
    {
        if (!s.SaysAny(i, "drove", "driven", "expelled", "ousted", "flushed", "pushed", "chased", "dislodged", "evicted", "cleared") || s.Is(i - 1, Tag.Be) || s.SaysAny(i, "driven") && !HasBefore(i)) return;
        var gone = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 9) && !s.IsMark(k); k++)
        {
            gone |= s.Is(k, Tag.Actor);
            var from = s.Says(k, "from") ? k + 1 : s.Says(k, "out") && s.Says(k + 1, "of") ? k + 2 : -1;
            if (from < 0) continue;
            if (gone && Phrase(from, s.Count, out _) is { IsPlace: true } town && !NegatedAt(i) && !IsPurpose(i)) Put(i, town.End, town, Feature.Settlement, AccessState.Captured, RealisAt(i, i), Force(i, town.Head) is { Length: > 0 } force ? force : null);
            return;
        }
    }

    // "is in the rebels' hands", "remains in the grip of the militia": held by a force.
    private bool Held(int at)
    {
        var lead = at - 1;
        while (lead > 0 && at - lead < 6 && !s.SaysAny(lead, "in", "into") && !s.IsMark(lead)) lead--;
        if (lead <= 0 || !s.SaysAny(lead, "in", "into")) return false;
        var force = s.Says(at + 1, "of") && ActorAfter(at + 2);
        for (var k = lead + 1; k < at; k++) force |= s.Is(k, Tag.Actor);
        var group = GroupStart(lead);
        if (!force || group == lead || NegatedAt(lead)) return false;
        return Subject(group, Taken, out _) is { Feature: not ("airport" or "front" or "camp") } held && (held.IsPlace || s.Says(at, "hands"))
            && Put(held.First, at + 1, held, Spelling.Parse<Feature>(held.Feature), AccessState.Captured, RealisAt(held.First, lead), null);
    }

    private static readonly Meaning UnderAttack = new(Tag.Act, "under_attack", "any", "subject", VerbForm.Phrase);

    // "came under Russian artillery fire", "is under almost daily shelling"
    private void UnderFire(int i)
    {
        if (!s.Says(i, "under") || s.Is(i, Tag.Act)) return;
        var end = i + 1;
        while (end < s.Count && end - i < 6 && s.IsWord(end) && !s.SaysAny(end, "fire", "crossfire", "shelling", "attack", "attacks", "bombardment", "assault", "airstrikes", "strikes")) end++;
        if (!s.SaysAny(end, "fire", "crossfire", "shelling", "attack", "attacks", "bombardment", "assault", "airstrikes", "strikes")) return;
        for (var k = i + 1; k < end; k++)
            if (s.IsSmall(k) && !s.SaysAny(k, "a", "the") || s.Is(k, Tag.Unit)) return;
        var group = GroupStart(i);
        if (group == i || NegatedAt(i) || s.Says(end + 1, "and") && ActAfter(end + 2) || Subject(group, UnderAttack, out var boundary) is not { } thing || !Fits(UnderAttack, thing)) return;
        Put(Whole(thing.First, boundary), end + 1, thing, Spelling.Parse<Feature>(thing.Feature), AccessState.UnderAttack, RealisAt(thing.First, i), null);
    }

    // "fire on anyone who uses the road", "shoot at cars on the bridge": at those who pass, and so at the way.
    private bool ShotAt(int at, int end)
    {
        if (!s.SaysAny(end, "anyone", "anybody", "anything", "everyone", "everything", "whoever", "whatever", "all", "any", "people", "civilians", "those", "residents", "families", "travellers", "cars", "vehicles", "drivers", "motorists", "trucks", "buses", "passing")) return false;
        var named = -1;
        for (var k = end + 1; k < Math.Min(s.Count, end + 12) && !s.IsMark(k); k++)
        {
            // Its name: "using | Kober bridge".
            if (FeatureAt(k, out var feature, out var length) && feature is "road" or "bridge" or "corridor")
                return !NegatedAt(at) && Put(at, k + length, new Thing(feature, named < 0 ? k : named, k, k + length, false), Spelling.Parse<Feature>(feature), AccessState.UnderAttack, RealisAt(at, at), Actor(at));
            if (!s.IsWord(k) || !s[k].Capital) named = -1;
            else if (named < 0) named = k;
        }

        return false;
    }

    private static readonly Meaning Fell = new(Tag.Act, "captured", "place", "subject", VerbForm.Past);

    // "Fighting for Tal Abta went on", "clashes over the bridge continued": nobody holds it.
    private void Contested(int i)
    {
        // "Both armies claim the bridge"
        if (s.SaysAny(i, "claim", "claimed", "claims") && (s.SaysAny(i - 2, "both", "two", "all") || s.SaysAny(i - 1, "both", "each")) && Phrase(i + 1, s.Count, out _) is { Feature: not ("airport" or "front" or "camp") } both) Put(i, both.End, both, Spelling.Parse<Feature>(both.Feature), AccessState.Contested, Realis.Asserted, null);
        if (!s.SaysAny(i, "fighting", "battle", "battles", "clashes")) return;
        // "Clashes continue over the bridge"
        if (s.SaysAny(i + 1, "continue", "continues", "continued", "rage", "rages", "raged", "erupted", "flared", "resumed", "intensified") && s.SaysAny(i + 2, "for", "over") && Phrase(i + 3, s.Count, out _) is { IsPlace: false, Feature: not ("airport" or "front" or "camp") } fought)
            Put(i, fought.End, fought, Spelling.Parse<Feature>(fought.Feature), AccessState.Contested, RealisAt(i, i), null);
        if (!s.SaysAny(i + 1, "for", "over")) return;
        if (Phrase(i + 2, s.Count, out _) is not { Feature: not ("airport" or "front" or "camp") } thing || !thing.Named && thing.IsPlace && !s.Is(thing.First, Tag.Determiner)) return;
        if (s.SaysAny(thing.End, "went", "goes", "continued", "continues", "continue", "raged", "rages", "raging", "entered", "intensified", "resumed", "lasted", "broke", "erupted", "is", "was", "were", "are", "has")) Put(i, thing.End, thing, Spelling.Parse<Feature>(thing.Feature), AccessState.Contested, Realis.Asserted, null);
    }

    // "families can get through to Qamishli": with no road named before it, the way is the road.
    private void Through(int i)
    {
        if (!s.SaysAny(i, "can", "could")) return;
        // "one can drive again to the port"
        var drives = s.SaysAny(i + 1, "drive", "travel") && (s.Says(i + 2, "again") || s.SaysAny(i + 2, "to", "from") && s.Says(i + 4, "again"));
        if (!drives && !(s.SaysAny(i + 1, "get", "pass", "still") && (s.SaysAny(i + 2, "through", "freely") || s.SaysAny(i + 3, "through"))) || s.Find(i - 1, Tag.Unit) is null && !(drives && IsTraveller(i - 1))) return;
        var place = PlaceAfter(i);
        Put(i - 1, Math.Max(i + 3, place?.End ?? 0), new Thing("road", -1, -1, -1, false) { Name = "road" }, Feature.Road, AccessState.Open, Realis.Asserted, null);
    }
}
