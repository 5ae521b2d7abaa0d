using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>
/// Roads, flanks, bridges, crossings: open, cut, sealed; towns reached and taken (schema 4.2, pipeline step 10). Every word of access.txt
/// has a frame: the state it makes, what it can be told of, and whether that stands before it or after it. An act becomes a fact when the
/// noun phrase in that place is headed by such a thing: of a predicate or participle in <see cref="Told"/>, of a deed with an object in
/// <see cref="Active"/>, of a noun in <see cref="Deed"/>, of what people do on a way or are let do in <see cref="Goes"/> and <see cref="Lets"/>.
/// How real it is is decided in <see cref="Add"/>, when it was in <see cref="Put"/>, who says so in <see cref="Said"/>.
/// </summary>
internal sealed partial class AccessReader(Sentence s, Context context, List<TimeExpression> times, List<PlacePhrase> places, bool[] taken)
{
    private readonly WayPhrases ways = new(s, context, places, taken);
    // Told of so far.
    private List<AccessFact> Facts => ways.Told;
    // The first token of each, for who says it.
    private readonly List<int> firsts = [];
    // What the last clause of this sentence was told of, for the next one that has no subject.
    private Thing? lastSubject;
    private List<int>? further;
    private List<int>? transits;
    private List<int>? paths;
    // The last noun of a way; -2 before it is looked for.
    private int lastWay = -2;

    private const Tag Telling = Tag.Act | Tag.Deed | Tag.Transit;

    public List<AccessFact> Read(Speakers speakers)
    {
        for (var i = IsAsked() ? s.Count : 0; i < s.Count; i++)
        {
            if (taken[i]) continue;
            if (s.Has(i, Cue.ReadLater)) (further ??= []).Add(i);
            if (s.Has(i, Cue.Parting)) Parted(i);
            if (s.Has(i, Cue.Crammed) && Crammed(i)) continue;
            if (lastWay != -1 && s.Has(i, Cue.Path) && WayFollows(i)) (paths ??= []).Add(i);
            if (lastWay != -1 && s.Has(i, Cue.LastLeft) && (SoleWay(i) || SoleMeans(i))) continue;
            // "by evening they were | inside the town"
            if (s.Says(i, "inside") && !s.Says(i - 1, "back") && StandsAt(new Word(i, i + 1, AccessState.Reached, Arrived))) continue;
            if (s.SaysAny(i, "stay", "keep") && s.Says(i + 1, "out") && KeptOut(i)) continue;
            if (s[i].Word is null && lastWay != -1 && Befallen(i)) continue;
            if (!s.Is(i, Telling) && !s.Says(i, "under")) continue;
            if (s.Is(i, Tag.Transit)) (transits ??= []).Add(i);
            if (Acts(i, out var length)) i += length - 1;
            else if (Under(i, out length) is { } under && Act(i, length, under)) i += length - 1;
            else if (s.Find(i, Tag.Deed, out length) is { } deed && Deed(i, length, deed)) i += length - 1;
            else Usable(i);
        }

        foreach (var i in further ?? []) Later(i);
        foreach (var i in paths ?? []) Walked(i);
        foreach (var i in transits ?? []) Transit(i);
        foreach (var i in paths ?? [])
            if (s.Has(i, Cue.OffFrom)) Swept(i);
            else if (!Facts.Exists(f => f.Span.Overlaps(s.Span(i, i + 1)))) Shunned(i);
        foreach (var i in further ?? []) AsWell(i);
        if (Facts.Count == 0) Listed();
        for (var i = 0; i < Facts.Count; i++)
            Facts[i] = Said(Facts[i], speakers.At(firsts[i], out var denies, across: Facts[i].Realis != Realis.Asserted), denies);
        context.AccessNear = Facts.Count > 0;
        if (Facts.Count > 0) context.LastAccess = Facts[^1];
        return Facts;
    }

    // Whether a noun of a way stands within some words.
    private bool WayFollows(int i)
    {
        if (lastWay == -2)
            for (lastWay = s.Count - 1; lastWay >= 0 && !s.Is(lastWay, Ways); lastWay--) { }
        if (lastWay <= i) return false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7); k++)
            if (s.Is(k, Ways)) return true;
        return false;
    }

    // "Has the bridge been closed?": nobody says so.
    private bool IsAsked() => s.IsMark(s.Count - 1, '?') && s.Is(0, Tag.Helping | Tag.Modal | Tag.Do);

    // A word makes one state of one thing and another of another: its frames in the order of the table.
    private bool Acts(int i, out int length)
    {
        var act = s.Find(i, Tag.Act, out length);
        // "the ring road" is no ring drawn around anything.
        if (act is null || s.Find(i, Tag.Feature, out var whole) is not null && whole > length) return false;
        // "fell | on Sunday": the verb without the word that leads to a time.
        if (length == 2 && s.Is(i + 1, Tag.Preposition) && IsWhenAt(i + 2) && s[i].Word?.Find(Tag.Act) is { } alone) (act, length) = (alone, 1);
        for (; act is not null; act = s.After(i, length, act))
            if (Act(i, length, act)) return true;
        return false;
    }

    // "swept the bridge | away", "put it | back into service", "brought traffic on the road | to a halt": a verb of several words, around what it is done to.
    private void Parted(int particle)
    {
        // "declared the town | a closed military zone"
        if (s.SaysAny(particle, "closed", "exclusion") && s.SaysAny(particle - 1, "a", "an")) particle--;
        for (var i = particle - 2; i >= Math.Max(0, particle - 10) && !s.IsMark(i); i--)
        {
            var (node, end, act) = (s[i].Begins, particle, default(Meaning));
            while (end < s.Count && node?.Next is not null && node.NextBySpan.TryGetValue(s.Chars(end), out node) && ++end > 0)
                act = node.Lexeme?.Find(Tag.Act) ?? act;
            if (act is null or { Who: "subject" or "at" } or { Name: "reached" }) continue;
            // "declared the road | closed | at night"
            if (s.Says(particle, "closed") && ButSome(end)) return;
            // "put the bridge | across the wadi": a preposition.
            if (act.Who == "built" && HasObject(end)) continue;
            var thing = s.SaysAny(i + 1, "it", "them") ? Spoken(i, act)
                : ways.Phrase(i + 1, particle, out _) is { } told
                    && (told.End == particle || ways.Ends(told.End) == particle || Trails(told.End, particle)) ? told : null;
            if (thing is { } found && Fits(act, found)) Active(i, found with { First = i + 1 }, StateOf(act), act, end);
            return;
        }
    }

    // "put the bridge | across the wadi | out of use": where it lies.
    private bool Trails(int from, int to)
    {
        if (!ways.Governs(from)) return false;
        for (var i = from; i < to; i++)
            if (!s.IsWord(i) || s.Is(i, Tag.Finites)) return false;
        return true;
    }

    // What is built or put across is open.
    private static AccessState StateOf(Meaning act) => act.Name == "built" ? AccessState.Open : Spelling.Parse<AccessState>(act.Name);

    private void Later(int i)
    {
        Fallen(i);
        Driven(i);
        Contested(i);
        if (s.SaysAny(i, "mines", "landmines", "explosives")) Mined(i);
        else if (s.SaysAny(i, "flag", "flags")) Flown(i);
        else if (s.Has(i, Cue.Waiting)) Awaited(i);
        else if (s.SaysAny(i, "movement", "movements", "passage", "exodus")) Streaming(i);
        else if (s.Says(i + 1, "at") && s.SaysAny(i, "stuck", "stranded", "blocked", "stopped", "held")) Stuck(i);
        else if (s.Has(i, Cue.Keeper)) Banned(i);
        else if (s.SaysAny(i, "agreed", "agree", "promised", "offered", "consented")
            || s.SaysAny(i, "deal", "agreement", "accord") && s.Says(i + 1, "on") && s.AnyBefore(i, 3, static (s, k) =>
                s.SaysAny(k, "reached", "struck", "signed", "made", "concluded"))) Offered(i);
        else if (s.Has(i, Cue.Weighing)) Weighed(i);
    }

    private void Transit(int i)
    {
        var transit = s.Find(i, Tag.Transit, out var length)!;
        if (transit.Name is "vehicle" or "mover" or "some" && Labelled(i)) return;
        if (transit.Name == "goes") Goes(i, length, transit);
        else if (transit.Name == "vehicle") Existing(i);
        else if (transit.Name == "lets") Lets(i, false);
        else if (transit.Name == "bars") Lets(i, true);
        if (transit.Name == "paper"
            || s.SaysAny(i, "pass", "passes", "permit", "permits")
                && (s.Is(i - 1, Tag.Determiner) || s.SaysAny(i - 1, "military", "special", "valid", "written", "travel", "security")))
            Paper(i);
    }

    // What a word of access says of a thing. Feature is under what it is told, which may be a side of the thing.
    private readonly record struct Assertion(int First, int End, int At, Thing Thing, string Feature, AccessState State, Meaning Act)
    {
        // Where its words begin, verb or thing.
        public int Begin => Math.Min(First, At);
        public bool OpensOrCloses => State is AccessState.Open or AccessState.Closed;
    }

    private bool Add(int first, int end, Thing thing, AccessState state, Meaning act, int at, string? actor = null)
    {
        var told = OfSide(new Assertion(first, end, at, thing, thing.Feature, state, act));
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
        return Put(first, told.End, told.Thing with { Feature = told.Feature }, state, realis, actor ?? (first == at ? Actor(first) : ActorBy(at)));
    }

    // What is shut in, or cut from one side.
    private Assertion OfSide(Assertion told)
    {
        var (_, end, at, thing, feature, state, act) = told;
        if (state == AccessState.Closed && (feature == "flank" || feature == "camp" && Starts(at, "cordon"))) state = AccessState.Sealed;
        if (feature == "road" && (state == AccessState.Sealed || Starts(at, "seal")) && thing.Head >= 0 && ways.IsFlank(thing.Head, thing.End))
            (feature, state) = ("flank", AccessState.Sealed);
        // "is encircled from the west": that side of it.
        if (state == AccessState.Sealed && thing.IsPlace && s.Says(end, "from") && s.Says(end + 1, "the") && s.Is(end + 2, Tag.Direction))
            (feature, thing, end) = ("flank", thing with { Name = s.Words(end + 2, end + 3) + " of " + ways.Place(thing, state) }, end + 3);
        if (Severed(thing, state, at)) state = AccessState.Sealed;
        // "The roadblocks were lifted": of the road.
        if (IsRoadblock(act, thing)) feature = "road";
        return told with { End = end, Thing = thing, Feature = feature, State = state };
    }

    private bool IsRoadblock(Meaning act, Thing thing) =>
        act.Detail == "post" && s.SaysAny(thing.Head, "roadblock", "roadblocks", "barricades", "barriers");

    private bool IsNoWay(in Assertion told)
    {
        // A post that is lifted is none.
        if (told.Act.Detail == "post" && !IsRoadblock(told.Act, told.Thing) && Starts(told.At, "lift")) return true;
        // "a stream which gets flooded": where it is, nobody says.
        return told is { State: AccessState.Closed, Feature: "river" } && (Starts(told.At, "flood") || Starts(told.At, "inundat"));
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
        && (AtTimes(told.At, told.End, told.State) || told.Act.Detail != "span" && IsHalf(told.Thing)) ? told with { State = AccessState.Restricted } : told;

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

    private static AccessState Planned(AccessState state, Meaning act, Thing thing) => state switch
    {
        AccessState.Open => AccessState.PlannedOpen,
        AccessState.Restricted when act.Name == "open" => AccessState.PlannedOpen,
        AccessState.Closed => AccessState.PlannedClosed,
        AccessState.Sealed when thing is { IsPlace: false, Feature: not "flank" } => AccessState.PlannedClosed,
        _ => state,
    };

    // A fact in the making: the tokens that say it, what it is told of, and how real it is.
    private readonly record struct Finding(int First, int End, Thing Thing, Feature Feature, AccessState State, Realis Realis)
    {
        public bool Asserted => Realis == Realis.Asserted;
    }

    private bool Put(int first, int end, Thing thing, AccessState state, Realis realis, string? actor)
    {
        // "took Goma airport": held as a town is.
        if (thing.Feature == "airport") thing = thing with { Feature = "settlement" };
        var time = TimeOf(first, end);
        if (IsLongPast(time) || IsHistory(first, end)) return true;
        if (state is AccessState.PlannedClosed or AccessState.PlannedOpen && realis == Realis.Asserted) realis = Realis.Planned;
        if (realis == Realis.Asserted && !ways.Hopeless(thing.First - 1) && Claimed.Of(s, first, end) is { } claimed) realis = claimed;
        var found = new Finding(first, end, thing, Spelling.Parse<Feature>(thing.Feature), state, realis);
        if (time is null && found.Asserted) time = Deadline(end);
        var holds = found.Asserted && time is null && (found is { Feature: Feature.Road, State: AccessState.Open } || Holds(first, end));
        found = found with { First = PastLastFact(found) };
        if (IsOnNoMap(found)) return false;
        if (IsSpanOfBridge(thing, state)) return true;
        if (IsSomewhere(found)) return false;
        var name = thing.Name ?? ways.Place(thing, state);
        if (!TakesPlace(found) || IsToldTwice(found, name)) return true;
        var from = found.Asserted ? time?.Day ?? (holds ? context.Published : null) : realis == Realis.Planned ? DayAhead(found.First, end) : null;
        Tell(found, name, actor, from, found.Asserted ? time?.Accuracy ?? DateAccuracy.Day : DateAccuracy.Day);
        return true;
    }

    private void Tell(in Finding found, string name, string? actor, DateOnly? from, DateAccuracy accuracy)
    {
        var (first, end, thing, feature, state, realis) = found;
        firsts.Add(first);
        Facts.Add(new AccessFact
        {
            Id = "",
            Span = s.Span(first, end),
            AsWritten = s.Words(first, end),
            Feature = feature,
            State = state,
            Place = context.Place(name),
            Ends = thing.Ends is { } ends ? ends
                : thing.Head < 0 || thing.IsPlace ? []
                : [.. ways.EndPlaces(thing, end).DistinctBy(p => p.Name).Select(p => context.Place(p.Name, s.Span(p.First, p.End)))],
            Realis = realis,
            EffectiveDate = from,
            DateAccuracy = from is null ? null : accuracy,
            Actor = found.Asserted ? actor : null,
            Source = Attribution.Publisher,
            Confidence = found.Asserted ? 0.8 : 0.6,
            ExcerptSpan = Clause(first, end),
            Rules = [thing.IsPlace && state is AccessState.Reached or AccessState.Captured ? "force" : "act", Spelling.Of(feature), Spelling.Of(state)],
        });
    }

    // The day of it: one told after, else before, else "now" and "since".
    private TimeExpression? TimeOf(int first, int end) =>
        times.Find(t => IsDay(t) && t.First >= first && !IsParted(end, t.First))
            ?? times.FindLast(t => IsDay(t) && t.End <= first && !(s.Any(t.End, first, static (s, i) => s.IsMark(i, ';')) && Holds(first, end)))
            ?? times.Find(static t => t.Kind == TimeKind.Now)
            ?? times.Find(t => t is { Kind: TimeKind.Since, Start: not null } && (t.First >= first || t.End <= first && !IsParted(t.End, first)));

    // What was taken or shut years ago is history; a siege that began then goes on.
    private bool IsLongPast(TimeExpression? time) =>
        time is { Kind: TimeKind.Point or TimeKind.By, Day: { } day } && day.Plus(400) < context.Published;

    // "cleared the road by Sunday": the last one.
    private TimeExpression? Deadline(int end) =>
        times.Find(t => t is { Kind: TimeKind.By, Accuracy: DateAccuracy.Day } && !IsUntil(t) && t.First >= end && !IsParted(end, t.First)
            && t.Day > context.Published) is { } by ? by with { Start = by.Day?.Plus(-7), Last = by.Day?.Plus(-7) } : null;

    // "The road, buried on Friday, was passable by Sunday": the second from where the first ends. What is closed bears nobody: no second fact.
    private int PastLastFact(in Finding found)
    {
        var (first, end, _, feature, state, _) = found;
        if (Facts.Count == 0 || Facts[^1] is var last && (last.Feature != feature || last.State == state || first >= end - 1
            || (last.State, state) is (AccessState.Closed, AccessState.Restricted))) return first;
        var within = last.Span.End > s.Span(first, first + 1).Start && last.Span.End < s.Span(end - 1, end).Start;
        while (within && (s.Span(first, first + 1).Start < last.Span.End || s.IsMark(first))) first++;
        return first;
    }

    private bool IsOnNoMap(in Finding found)
    {
        var (_, end, thing, _, state, _) = found;
        if (thing is not { IsPlace: true, Named: false }) return false;
        // "attacked a town": nobody says which.
        if (state == AccessState.UnderAttack && s.SaysAny(thing.First, "a", "an", "another", "some")) return true;
        // "all the areas", "their territory": nothing that could be found on a map.
        return state is AccessState.Captured or AccessState.Reached or AccessState.Contested && thing.Head >= 0
            && !s.Says(end, "by") && !(s.Says(end, "from") && s.Says(end + 2, "by")) && !IsCounted(thing) && !s.SaysAny(thing.First, "its", "their")
            && s.SaysAny(thing.Head, "area", "areas", "territory", "region", "parts", "communities", "outskirts", "zone", "state", "island", "camps",
                "hill", "hilltop", "ridge", "beach", "plateau");
    }

    // "found four of its spans gone", "The bridge is impassable after two spans collapsed": told of the bridge.
    private bool IsSpanOfBridge(Thing thing, AccessState state) =>
        s.SaysAny(thing.Head, "span", "spans") && (s.SaysAny(thing.First, "its", "their") || HasState(state));

    private bool HasState(AccessState state)
    {
        foreach (var fact in Facts)
            if (fact.State == state) return true;
        return false;
    }

    // Some roads or camps, nobody says which.
    private bool IsSomewhere(in Finding found)
    {
        var (first, end, thing, feature, state, _) = found;
        // "flooding streets", "flooded roads"
        var bare = thing is { Named: false, Head: > 0 } && thing.First == thing.Head && first < thing.Head && s.SaysAny(thing.Head, "streets", "roads");
        var nowhere = thing.End >= s.Count || s.IsMark(thing.End) || s.IsSmall(thing.End) && !s.Is(thing.End, Tag.Preposition);
        if (bare && nowhere && Starts(first, "flood")) return true;
        // "opened 18 relief camps", "makeshift camps set up": some shelters, and no way.
        return feature == Feature.Camp && state == AccessState.Open && thing.Head >= 0 && s.EndsWith(thing.End - 1, "s")
            && (IsCounted(thing) || !thing.Named) && !s.HasAny(thing.End, end, Cue.StillSo);
    }

    // Whether none of these words has told of it; or only what was tried, which gives way.
    private bool TakesPlace(Finding found)
    {
        var span = s.Span(found.First, found.End);
        var same = Facts.FindIndex(f => f.Span.Overlaps(span) && (f.Feature == found.Feature || f.State == found.State));
        if (same < 0) return true;
        // "Fighting goes on along the road, which soldiers hope to clear": what is so goes before what is tried.
        if (!found.Asserted || Facts[same].Realis != Realis.Attempted || Facts[same].State == found.State) return false;
        Facts.RemoveAt(same);
        firsts.RemoveAt(same);
        return true;
    }

    private bool IsToldTwice(Finding found, string name)
    {
        var (first, _, thing, feature, state, realis) = found;
        // "captured Goma": that they then entered it is known.
        if (state == AccessState.Reached && ways.Latest is { State: AccessState.Captured, Realis: Realis.Asserted } held && held.Place.Name == name)
            return true;
        // "is shelled constantly, they are fired on", "is open because they want it open": told once.
        if ((state == AccessState.UnderAttack ? thing.Head < 0 : !found.Asserted && thing.Head < first)
            && Facts.Exists(f => f.State == state && f.Feature == feature && f.Place.Name == name)) return true;
        // "was cleared on Sunday and is open once more": told once.
        return ways.Latest is { } before && before.Feature == feature && before.State == state && before.Realis == realis
            && before.Place.Name == name && thing.IsWay && !IsCounted(thing) && thing.Head < first;
    }

    // By whom it is said, or denied; "The army is considering closing the road": by who considers it.
    private AccessFact Said(AccessFact fact, Attribution source, bool denies) => fact with
    {
        // "denied them access" is no denial.
        Realis = denies && fact.Realis == Realis.Asserted && fact.Rules is not ["entry", ..] ? Realis.Denied : fact.Realis,
        Source = denies && fact.Rules is ["entry", ..] ? Attribution.Publisher
            : fact.Realis == Realis.Possible && source.Type == SourceType.Publisher && s.Find(0, Tag.Source) is { } subject && s.Is(1, Tag.Be)
            ? new Attribution(s.Words(0, 1), Spelling.Parse<SourceType>(subject.Detail)) : source,
    };

    private bool IsDay(TimeExpression time) =>
        time.Kind == TimeKind.Point || time.Kind == TimeKind.By && time.Day <= context.Published && !IsUntil(time);

    // "closed until Friday": when it ends, and not when it began.
    private bool IsUntil(TimeExpression time) => s.AnyBefore(time.First, 3, static (s, i) => s.SaysAny(i, "until", "till", "before"));

    // Another clause begins between: "took Athba, and two days later they were in Albu Saif".
    private bool IsParted(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ';') || s.SaysAny(i, "which", "who", "where")) return true;
            if (!s.SaysAny(i, "and", "but", "while") || s.Is(i + 1, Tag.Helping)) continue;
            // "fell to the army and its allies on Tuesday" is one clause: no verb follows, and no time at once.
            for (var k = i + 1; k < to; k++)
                if (s.Is(k, Tag.Verbs) && !s.Is(k - 1, Tag.Determiner)) return true;
            if (to - i < 3) return true;
        }

        return false;
    }

    // "30 residential areas": so many that somebody knows which.
    private bool IsCounted(Thing thing)
    {
        for (var i = Math.Max(0, thing.First); i < thing.Head; i++)
            if (s.IsCount(i)) return true;
        return false;
    }

    // "In 1999 rebels captured it", "twice in recent years": long ago, and no news.
    private bool IsHistory(int first, int end)
    {
        var told = false;
        for (var i = Math.Max(0, first - 6); i < Math.Min(s.Count, end + 6); i++)
        {
            if (s.IsMark(i) || s.Is(i, Tag.Conjunction))
            {
                if (i >= end) break;
                // "The bridge, built in 1961, was destroyed"
                if ((i < first || s.IsMark(i, ',')) && !s.Says(i - 1, "ago")) told = false;
                continue;
            }
            // "Years ago the bridge was closed", "During the last war"
            if (s.SaysAny(i, "years", "decades", "generations") && s.Says(i + 1, "ago") || RealisReader.IsLongAgo(s, i)) told = true;
            if (s.SaysAny(i - 1, "in", "until", "by") && s[i].End - s[i].Start == 4 && context.Published is { } now
                && int.TryParse(s.Chars(i), out var year) && year > 1900 && year < now.Year - 1)
                told = true;
        }

        return told;
    }

    // "is closed", "remains open", "blocks the road": told of the day of publication.
    private bool Holds(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.SaysAny(i, "is", "are", "remains", "remain", "stays", "stay", "blocks", "block", "controls") && !s.SaysAny(i + 1, "being", "to"))
                return true;
        // "the bridge carries buses", "cars still crawl"
        if (s.Any(first, end, static (s, i) => s.Find(i, Tag.Transit) is { Form: VerbForm.Third } or { Name: "lets" } && s.EndsWith(i, "s")
            || s.Says(i, "still"))) return true;
        // "Orna road: blocked", "Orna bridge NOT passable": a line of a list. "The frontier closed" is told of a day that is past.
        var label = s.Any(first, end, static (s, i) => s.IsMark(i, ':'));
        for (var i = first; i < end; i++)
            if (s.Is(i, Tag.Helping) || IsFinite(s.Find(i, Tag.Act), VerbForm.Past | VerbForm.Base | VerbForm.Third, label)
                || IsFinite(s.Find(i, Tag.Predicate), VerbForm.Past, label) || IsFinite(s.Find(i, Tag.Transit), VerbForm.Past, label))
                return false;
        return first == 0 || s.IsMark(first - 1);
    }

    // After a label, what may be a participle is one.
    private static bool IsFinite(Meaning? verb, VerbForm finite, bool label) => verb is { Form: var form } && (form & finite) != 0
        && !(label && form.HasFlag(VerbForm.Participle));

    // From the mark before to the mark after.
    private Span Clause(int first, int end)
    {
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }

    // What stands in for a nameless road or town: "it", told of before.
    private Thing? Spoken(int before, Meaning act)
    {
        if (act.Detail is not ("place" or "reach"))
            for (var i = before - 1; i >= 0; i--)
                if (ways.FeatureAt(i, out var feature, out var length) && new Thing(feature, ways.NounStart(i), i, i + length, false) is var way
                    && Fits(act, way))
                    return way with { Name = ways.Place(way, AccessState.Open) };
        if (Facts.Count > 0 && Thing.Of(Facts[^1]) is { } last && Fits(act, last)) return last;
        if (act.Detail is "place" or "any" or "reach" && NamedBefore(before) is { } place && Facts.Count == 0)
            return new Thing("settlement", place.First, place.First, place.End, true) { Name = place.Name };
        if (context.AccessNear && LastTold(act) is { } near) return near;
        return context.Before.Topic is { } topic && Fits(act, topic) ? topic : LastTold(act);
    }

    private Thing? LastTold(Meaning act) => context.LastAccess is { } earlier && Thing.Of(earlier) is { } known && Fits(act, known) ? known : null;

    private const Tag Ways = Tag.Feature;

    private PlacePhrase? NamedBefore(int token) => places.FindLast(p => p.Named && p.End <= token);

    private bool Fits(Meaning act, Thing thing) => act.Detail switch
    {
        "way" => thing.Feature is "road" or "corridor" or "flank" or "bridge" or "crossing" or "checkpoint" or "river" or "camp" || thing.Access,
        "span" => thing.Feature is "bridge" or "checkpoint",
        "place" => thing.Feature is "settlement",
        "corridor" => thing.Feature is "corridor",
        "reach" => thing.Feature is "settlement" or "camp" or "river" or "bridge" or "crossing" or "checkpoint" or "road",
        "camp" => thing.Feature is "camp",
        "front" => thing.Feature is "front",
        "gate" => thing.Feature is "corridor" or "crossing" or "checkpoint",
        "post" => thing.Feature is "checkpoint",
        _ => thing.Feature is not ("airport" or "front")
            || thing.Feature == "airport" && act.Name is "captured" or "contested"
                && (thing.Named || s.Says(thing.First, "the") || thing.Head > 0 && s[thing.Head - 1].Kind == TokenKind.Possessive),
    };
}
