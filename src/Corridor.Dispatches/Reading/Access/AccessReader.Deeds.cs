using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by nouns: "the closure of the crossing", "Goma's fall", "launched an assault on the town".</summary>
internal sealed partial class AccessReader
{
    // A noun of access and what it is told of; the words that say so begin at First and end before Stop.
    private readonly record struct Noun(int At, DeedMeaning Deed, Thing Thing, int First, int Stop);

    private bool Deed(int at, int length, DeedMeaning deed)
    {
        if (length == 1 && s.SaysAny(at, "access", "entry", "passage") && Entered(at)) return true;
        if (deed.Kind == DeedKind.Turn) return false;
        if (deed.Kind == DeedKind.Control) return s.Says(at, "control") ? Control(at) : Held(at);
        var end = at + length;
        // "a volley of rockets | at"
        if (deed.State == AccessState.UnderAttack && s.Says(end, "of") && s.Has(end + 1, Cue.Weapon)) end += 2;
        if (deed.State == AccessState.UnderAttack && s.Says(end, "to")) return Aimed(at, end);
        if (s.SaysAny(end - 1, "operation", "operations", "campaign")) return false;
        end = OfWhat(end);
        if (deed is { State: AccessState.Restricted, Object: ActObject.Place } && Bound(at, end)) return true;
        if (deed.State == AccessState.Restricted) end = Imposed(end);
        return NounOf(at, length, end, deed) is { } noun && Fits(deed, noun.Thing) && IsDone(noun);
    }

    // "a curfew | applies | on all roads"
    private int Imposed(int end)
    {
        var imposed = end;
        while (s.Is(imposed, Tag.Helping)) imposed++;
        return s.SaysAny(imposed, "applies", "imposed", "declared", "introduced", "ordered") ? imposed + 1 : s.Says(imposed, "in") ? imposed + 2 : end;
    }

    // What the noun is told of: after "of", before it with "'s" or as its own first word, else the subject or a town told before.
    private Noun? NounOf(int at, int length, int end, DeedMeaning deed)
    {
        var done = LeadsToObject(at, end, deed);
        if (done)
        {
            // "a ban on using the ford"
            var of = s.Says(end, "on") && s.SaysAny(end + 1, "crossing", "using", "entering", "passing") ? end + 2 : end + 1;
            if (ways.Phrase(of, s.Count, out _) is { } thing) return new Noun(at, deed, thing, at, ways.Ends(thing.End));
        }

        var stop = done || at > 0 && s[at - 1].Kind == TokenKind.Possessive ? end : at + length;
        if ((OwnerOf(at) ?? ShutInWith(at, deed) ?? FirstWordOf(at, deed) ?? Facing(at, deed)) is { } its) return new Noun(at, deed, its, its.First, stop);
        return Freed(at, deed) is { } freed ? new Noun(at, deed, freed, at - 2, stop) : null;
    }

    // "the closure | of the road", "an attack | on the town", "a push | into the town"
    private bool LeadsToObject(int at, int end, DeedMeaning deed) =>
        (deed.State == AccessState.Reached ? s.SaysAny(end, "into", "to") && Actor(at) is not null && RealisAt(at, at) != Realis.Denied
            : s.SaysAny(end, "of", "on", "against", "upon", "from") || deed.State == AccessState.UnderAttack && s.SaysAny(end, "at", "along"))
        || s.Says(end, "to") && deed is { State: AccessState.Sealed, Object: ActObject.Place }
            or { State: AccessState.Closed or AccessState.Restricted, Object: ActObject.Reach };

    // "Goma's fall on Monday", "the bridge's collapse"
    private Thing? OwnerOf(int at)
    {
        if (at == 0 || s[at - 1].Kind != TokenKind.Possessive) return null;
        for (var p = Math.Max(0, at - 7); p < at - 1; p++)
            if ((p == 0 || s.IsSmall(p) || s.IsMark(p - 1) || s.IsSmall(p - 1)) && ways.Phrase(p, at - 1, out var e) is { } owner && e == at - 1)
                return owner;
        return null;
    }

    // "trapped in Orna with | no way out"
    private Thing? ShutInWith(int at, DeedMeaning deed)
    {
        if (deed is not { State: AccessState.Sealed, Object: ActObject.Place } || !s.Says(at - 1, "with")) return null;
        for (var p = Math.Max(1, at - 5); p < at - 1; p++)
            if (s.SaysAny(p - 1, "in", "inside") && ways.Phrase(p, at - 1, out var e) is { IsPlace: true, Named: true } home && e == at - 1)
                return home;
        return null;
    }

    // "the border closure", "the bridge collapse", "the 3 May border closure", "because of road closures"
    private Thing? FirstWordOf(int at, DeedMeaning deed) =>
        deed.Object == ActObject.Way && s.FeatureEndingAt(at, out var noun) is { } way
            && (s.Is(noun - 1, Tag.Determiner) || IsBare(at, noun - 1)
                || noun > 1 && (taken[noun - 1] || s[noun - 1].Kind == TokenKind.Possessive && taken[noun - 2]))
            ? new Thing(way.Kind, Nouns.NounStart(noun), noun, at, false) : null;

    // "the town is facing a blockade": told of the subject.
    private Thing? Facing(int at, DeedMeaning deed)
    {
        if (deed is not { State: AccessState.Sealed, Waged: true }) return null;
        Thing? faced = null;
        for (var k = at - 1; k > Math.Max(0, at - 5) && !s.IsMark(k); k--)
            if (s.Has(k, Cue.FacedWith) && Subject(GroupStart(k), Taken, out _) is { IsPlace: true } town) faced = town;
        return faced;
    }

    // "broke the siege": of the town told before.
    private Thing? Freed(int at, DeedMeaning deed) =>
        deed.State == AccessState.Sealed && s.Says(at - 1, "the") && s.Has(at - 2, Cue.Ending)
            && (NamedBefore(at) ?? context.LastPlaces?.FindLast(static p => p.Named)) is { } freed
            ? new Thing(ThingKind.Settlement, -1, -1, -1, true) { Name = freed.Name } : null;

    // Whether it happened, goes on or is over, and so what state it makes.
    private bool IsDone(in Noun noun)
    {
        var (at, deed, thing, first, stop) = noun;
        var state = deed.State;
        if (IsNoNews(noun, state) || IsPutOff(stop, state) || EndedBefore(at) is not { } ended) return false;
        ended |= EndedAfter(stop);
        // "the blockade has been eased" goes on.
        if (ended && thing.IsPlace && s.HasAny(stop, Math.Min(s.Count, stop + 5), Cue.Eased)) return false;
        if (StateMade(noun, state, ended) is not { } made) return false;
        var realis = RealisOf(noun, made);
        // "the closure of the camp" sends people away; "ordered the closure of the camp" is news of it.
        if (thing.Kind == ThingKind.Camp && made != AccessState.UnderAttack && deed.Object != ActObject.Reach && realis == Realis.Asserted) return false;
        if (realis == Realis.Planned)
            made = made switch { AccessState.Open => AccessState.PlannedOpen, AccessState.Closed => AccessState.PlannedClosed, _ => made };
        return Put(first, stop, thing, made, realis, Actor(at));
    }

    private bool IsNoNews(in Noun noun, AccessState state)
    {
        // "flooding of the river": where it is, nobody says.
        if (noun.Thing.Kind == ThingKind.River && Starts(noun.At, "flood")) return true;
        // "the destruction of the bridge" that was told before is told once.
        if (!noun.Thing.Named && noun.Thing.IsWay && context.AccessNear && context.LastAccess?.State == state) return true;
        var before = s.BeforeArticle(noun.At - 1);
        // "since the assault on the town began", "since the siege of Orna began": known, and when it was.
        if (noun.Deed.Waged && state == AccessState.UnderAttack && s.SaysAny(before, "since", "as", "when")
            || state == AccessState.Sealed && s.Says(before, "since") && s.SaysAny(noun.Stop, "began", "started")) return true;
        return state == AccessState.UnderAttack && DrivesPeopleOut(noun.Stop);
    }

    // "Attacks on the quarter | displaced 900 people": what it did to them is told of people.
    private bool DrivesPeopleOut(int stop)
    {
        while (s.Is(stop, Tag.AllAuxiliaries | Tag.Adverb)) stop++;
        return s.SaysAny(stop, "displaced", "uprooted");
    }

    // "the reopening has been put off"
    private bool IsPutOff(int stop, AccessState state)
    {
        if (state == AccessState.Open && s.Is(stop, Tag.Helping))
            for (var k = stop; k < Math.Min(s.Count, stop + 4); k++)
                if (s.SaysAny(k, "postponed", "delayed", "cancelled", "canceled", "off", "suspended")) return true;
        return false;
    }

    // "lifted the siege"; null where that is only meant: "to lift the siege".
    private bool? EndedBefore(int at)
    {
        var ended = false;
        for (var k = Math.Max(0, at - 8); k < at; k++)
        {
            if (IsPause(k)) ended = false;
            if (!ended && s.SaysAny(k, "lift", "break", "end") && s.Says(k - 1, "to") && !Happened(k - 1)) return null;
            ended |= s.Has(k, Cue.Ending);
        }

        return ended;
    }

    // "The blockade was lifted"
    private bool EndedAfter(int stop)
    {
        if (s.SaysAny(stop, "ended", "lifted", "broken")) return true;
        for (var k = stop; k < Math.Min(s.Count, stop + 5) && s.Is(stop, Tag.Be | Tag.Have); k++)
            if (s.SaysAny(k, "lifted", "broken", "ended", "eased", "over") && !NegatedAt(k)) return true;
        return false;
    }

    // A mark that ends what is told: not in "the year-long siege".
    private bool IsPause(int k) => s.IsMark(k) && !s.IsMark(k, ',') && !s.IsMark(k, '-');

    private AccessState? StateMade(in Noun noun, AccessState state, bool ended)
    {
        var shut = state is AccessState.Sealed or AccessState.Closed;
        if (ended && shut) return AccessState.Open;
        // "lifted the restrictions on movement": how many there were, nobody says.
        if (ended && state == AccessState.Restricted) return null;
        if (shut && !noun.Thing.IsPlace) return noun.Thing.Kind == ThingKind.Flank ? AccessState.Sealed : AccessState.Closed;
        return noun.Deed.Waged && !IsWaged(noun, state) && !(state == AccessState.Sealed && IsUnder(noun.At)) ? null : state;
    }

    // An attack, a siege: told to be under way or to have happened.
    private bool IsWaged(in Noun noun, AccessState state)
    {
        var (at, _, thing, _, stop) = noun;
        var before = s.BeforeArticle(at - 1);
        return WagedBefore(at) || GoesOn(at, stop) || state == AccessState.UnderAttack && HasWrought(thing, stop)
            // "fled following raids at the site"
            || thing.Kind == ThingKind.Camp && s.SaysAny(before, "following", "after")
            // "died in | an attack on the Orna road"
            || state == AccessState.UnderAttack && thing.IsWay && s.Says(before, "in");
    }

    // "launched an attack", "There is a siege of Halma"
    private bool WagedBefore(int at)
    {
        var waged = false;
        for (var k = Math.Max(0, at - 8); k < at; k++)
            waged = waged && !IsPause(k) || s.Has(k, Cue.Waging) || s.Has(k, Cue.FacedWith) || s.Is(k, Tag.Be) && s.SaysAny(k + 1, "a", "been");
        return waged;
    }

    // "the siege | has lasted", "| is in its third week", "a siege | by"
    private bool GoesOn(int at, int stop)
    {
        var goes = stop;
        while (goes < Math.Min(s.Count, stop + 6) && (!s.IsMark(goes) || s.Says(goes + 1, "which")) && !s.Has(goes, Cue.GoingOn)) goes++;
        return s.Has(goes, Cue.GoingOn) || s.Says(stop, "by") && s.Says(at - 1, "a")
            || s.Says(s.Is(stop, Tag.Have) ? stop + 2 : stop + 1, "in") && s.Is(stop, Tag.Helping)
            || s.Is(stop, Tag.Have) && s.SaysAny(stop + 1, "lasted", "continued", "dragged", "gone", "entered", "tightened");
    }

    // "A raid on the village | led to the flight of": what it did is told.
    private bool HasWrought(Thing thing, int stop)
    {
        if (thing.Kind is not (ThingKind.Camp or ThingKind.Road or ThingKind.Bridge)
            && !(thing is { IsPlace: true, Head: > 1 } && s.Says(thing.Head - 1, "of") && Nouns.IsSettlement(thing.Head - 2, out _))) return false;
        for (var k = stop; k < Math.Min(s.Count, stop + 12) && !s.IsMark(k, ';') && !s.Says(k, "would"); k++)
            if (s.Has(k, Cue.Wrought)) return true;
        return false;
    }

    // "clashes since the fall of the town in 2015", "to prevent the capture of": not news, or not so.
    private Realis RealisOf(in Noun noun, AccessState state)
    {
        var (at, _, _, _, stop) = noun;
        var realis = RealisAt(Math.Max(0, at - 1), at);
        if (realis != Realis.Asserted) return realis;
        // "the fall of the town would open the way": it has not fallen.
        if (Demanded(at) || s.SaysAny(stop, "would", "could", "may", "might")) return Realis.Possible;
        return state is AccessState.Open or AccessState.Closed && (IsAgreed(at) || IsAhead(stop)) ? Realis.Planned : realis;
    }

    // "despite | the siege of Orna", "amid a blockade of": it lasts.
    private bool IsUnder(int deed)
    {
        var i = deed - 1;
        while (s.Is(i, Tag.Determiner) || s.IsWord(i) && !s.IsSmall(i) && deed - i < 4) i--;
        return s.SaysAny(i, "despite", "amid", "under", "because");
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
            stop = s.Find(stop + 1, Tag.Country, out var country) is not null ? stop + 1 + country : Math.Max(stop, Nouns.Name(stop + 1, s.Count));
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
