using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Roads, flanks, bridges, crossings: open, cut, sealed; towns reached and taken (schema 4.2, pipeline step 10). Every word of access.txt
/// has a frame: the state it makes, what it can be told of, and whether that stands before it or after it. An act becomes a fact when the
/// noun phrase in that place is headed by such a thing.
/// </summary>
internal sealed partial class AccessReader(Sentence s, Context context, List<TimeExpression> times, List<PlacePhrase> places, Speakers speakers, bool[] taken)
{
    private readonly List<AccessFact> _found = [];
    // What the last clause of this sentence was told of, for the next one that has no subject.
    private Thing? _subject;
    private List<int>? _further;

    // Words of towns that fell, fights for them, and of who gets through; read after the acts.
    private static readonly WordSet Further = new(
        "fell", "falls", "fallen", "fall", "passed", "slipped", "passes", "slips", "came", "went", "claim", "claimed", "claims", "fighting", "battle", "battles", "clashes",
        "turned", "turning", "turn", "turns", "sent", "sends", "may", "can", "could", "cannot", "allowed", "allow", "allows", "allowing", "permitted", "permit", "permits", "let", "lets", "letting",
        "under", "flow", "flows", "flowed", "flowing", "moving", "running", "rolling", "passing", "plying", "crosses", "moves", "travels", "well", "too", "need", "needs", "require", "requires", "pushed", "chased", "dislodged", "evicted", "cleared",
        "waved", "waves", "waving", "admitted", "admit", "admits", "admitting", "accept", "accepts", "accepting", "accepted", "take", "takes", "took", "taking", "carry", "carries", "drove", "driven", "expelled", "ousted", "flushed", "using", "crossing");

    public List<AccessFact> Read()
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (taken[i]) continue;
            if (s.IsIn(i, Further)) (_further ??= []).Add(i);
            if (s.Find(i, Tag.Act, out var length) is { } act && Act(i, length, act)) i += length - 1;
            else if (s.Find(i, Tag.Deed, out length) is { } deed && Deed(i, length, deed)) i += length - 1;
        }

        foreach (var i in _further ?? []) Fallen(i);
        foreach (var i in _further ?? []) Driven(i);
        foreach (var i in _further ?? []) Contested(i);
        foreach (var i in _further ?? []) Passed(i);
        foreach (var i in _further ?? []) Through(i);
        foreach (var i in _further ?? []) UnderFire(i);
        foreach (var i in _further ?? []) Flows(i);
        foreach (var i in _further ?? []) NeedsPermit(i);
        foreach (var i in _further ?? []) AsWell(i);
        context.AccessNear = _found.Count > 0;
        if (_found.Count > 0) context.LastAccess = _found[^1];
        return _found;
    }

    private bool Act(int at, int length, Meaning act)
    {
        var state = act.Name == "built" ? AccessState.Open : Spelling.Parse<AccessState>(act.Name);
        var end = at + length;
        if (IsIdiom(at, end) || IsNoun(at, act)) return false;
        if (IsAttribute(at, act)) return state == AccessState.Open && Remaining(at, end);
        // "has shut its gates to newcomers": the camp, the crossing.
        if (act is { Detail: "way", Who: "both" } && s.SaysAny(end, "its", "their") && s.SaysAny(end + 1, "gates", "gate", "doors")) return Told(at, end + 2, state, act);
        if (act.Form.HasFlag(VerbForm.Ing) && act.Form != VerbForm.Phrase && IsAround(at, act)) return false;
        // "ended with the shelling of two towns": the verb as a noun.
        if (act.Form == VerbForm.Ing && s.Says(end, "of") && (s.Is(at - 1, Tag.Determiner) || s.Is(at - 1, Tag.Preposition)) && state is AccessState.Closed or AccessState.Sealed or AccessState.Captured or AccessState.UnderAttack)
            return Deed(at, length, new Meaning(Tag.Deed, act.Name, act.Detail, state is AccessState.Sealed or AccessState.UnderAttack ? "waged" : "", VerbForm.Noun));
        if (state == AccessState.UnderAttack && s.SaysAny(end - 1, "on", "at") && ShotAt(at, end)) return true;
        if (!IsPassive(at) && act.Form != VerbForm.Phrase)
        {
            // "people taken over the river": a participle alone is done to what stands before it.
            var finite = act.Form.HasFlag(VerbForm.Past) || !act.Form.HasFlag(VerbForm.Participle) || HasBefore(at);
            if (!finite && HasObject(Particle(end))) return false;
            if (act.Who != "subject" && finite)
            {
                if (Object(end, act, out var thing)) return Active(at, thing, state, act);
                // "closed Ibrahim Khalil to trucks": a crossing by its name.
                if (act is { Detail: "way", Who: "both" } && Phrase(end, s.Count, out _) is { IsPlace: true, Named: true } gate && gate.First == gate.Head && s.SaysAny(gate.End, "to", "for")) return Active(at, gate with { Feature = "crossing" }, state, act);
                if (s.SaysAny(Particle(end), "it", "them") && (act.Who != "force" || !s.EndsWith(at, "ing") && Force(at, at) is not null && !s.SaysAny(at - 1, "who") && !s.SaysAny(at - 2, "who")) && Spoken(at, act) is { } spoken) return Add(at, Particle(end) + 1, spoken, state, act, at);
            }

            // "rebels cut power": told of something else.
            if (act.Who != "subject" && HasObject(Particle(end)) || act.Who == "force") return act.Who != "subject" && act.Who != "force" && Antecedent(at, act) is { } gap && Add(gap.First, end, gap, state, act, at);
        }

        return act.Who == "built" ? false : Told(at, end, state, act);
    }

    // "Hodeidah stays shut", of a port: it has no feature.
    private bool TellsOfPorts()
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Find(i, Tag.Feature) is { Name: "airport" }) return true;
        return false;
    }

    private static readonly WordSet Shelling = new("shell", "shells", "shelled", "shelling", "bombard", "bombards", "bombarded", "bombarding", "pound", "pounds", "pounded", "pounding", "rocket", "rocketed", "mortar", "mortared", "attack", "attacks", "attacked", "attacking");

    private bool HasBefore(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
            if (s.Is(i, Tag.Have)) return true;
            else if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly") && !s.SaysAny(i, "not", "and", "or", "then")) return false;
        return false;
    }

    // Done to what stands after the verb: "cut the road", "entered Gogjali".
    private bool Active(int at, Thing thing, AccessState state, Meaning act)
    {
        var force = Force(at, thing.Head);
        if (act.Who == "force" && force is null || (thing.IsPlace || state == AccessState.UnderAttack) && IsPurpose(at) || IsKeptFrom(at)) return false;
        if (Severed(thing, state, at)) state = AccessState.Sealed;
        // A flood isolates villages; a force cuts them off or surrounds them.
        if (act is { Detail: "place", Name: "closed" } && force is not null) return false;
        // "the bombing hit a camp", "a missile struck the town": where somebody was hurt, and not who may pass.
        if (state == AccessState.UnderAttack && thing.Feature is "settlement" or "camp" && force is null) return false;
        // "attacked Haditha": a name alone may be anybody's; "attacking the town of Bokari" is told of a place.
        if (thing.IsPlace && Starts(at, "attack") && !s.Says(thing.Head - 1, "of") && !IsSettlement(thing.Head, out _)) return false;
        // "raided four villages": any; only shells and an attack as such tell who may pass.
        if (state == AccessState.UnderAttack && thing.IsPlace && !thing.Named && !s.IsIn(at, Shelling) && !s.Says(thing.First, "the")) return false;
        if (act.Name == "built" && thing.Feature != "bridge") return false;
        if (thing.Feature == "camp" && state == AccessState.Open && !Starts(at, "re")) return false;
        // "opened a corridor" makes one; a front, a way into talks is none.
        // "engineers are clearing the road": not open yet.
        if (state == AccessState.Open && s.EndsWith(at, "ing") && s.Is(at - 1, Tag.Be) && Starts(at, "re") | Starts(at, "clear")) return false;
        var first = at;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
            if (s.Is(i, Tag.Conditional) && (s.Says(i, "whether") && s.Says(i + 1, "to") || !s.IsMark(i + 1))) first = i;
        var end = Ends(thing.End);
        if (state == AccessState.Open && ForSome(thing.End)) state = AccessState.Restricted;
        var told = Add(first, end, thing, state, act, at, force is "" ? null : force);
        if (told && thing.IsPlace && thing.Named) Gapped(end, thing, state, force);
        return told;
    }

    // "took Minova on Tuesday, Sake on Thursday": the verb is left out.
    private void Gapped(int end, Thing before, AccessState state, string? force)
    {
        while (end < s.Count && (taken[end] || s.Is(end, Tag.Weekday) || s.SaysAny(end, "on", "in", "late", "early") && (taken[Math.Min(end + 1, s.Count - 1)] || s.Is(end + 1, Tag.Weekday)))) end++;
        if (end == before.End || !s.IsMark(end, ',') && !s.Says(end, "and")) return;
        var start = s.Says(end + 1, "and") ? end + 2 : end + 1;
        if (Phrase(start, s.Count, out _) is not { IsPlace: true, Named: true } next || !s.SaysAny(next.End, "on", "in", "early", "late", "the") || next.First != next.Head) return;
        var stop = next.End;
        while (stop < s.Count && (taken[stop] || s.Is(stop, Tag.Weekday) || s.SaysAny(stop, "on", "in", "early", "late", "the"))) stop++;
        if (stop > next.End + 1 && Put(next.First, stop, next, Feature.Settlement, state, Realis.Asserted, force is "" ? null : force)) Gapped(stop, next, state, force);
    }

    // Told of what stands before it: "the road was cut", "the bridge collapsed", "is under fire".
    private bool Told(int at, int end, AccessState state, Meaning act)
    {
        var group = GroupStart(at);
        var copula = IsPassive(at) || group == at && (act.Form & (VerbForm.Phrase | VerbForm.Participle)) != 0 && IsLabel(at);
        if (Pronoun(group) is { } pronoun)
        {
            // "it is impossible to bring aid": of no road.
            if (s.EndsWith(at, "possible") || s.EndsWith(end - 1, "possible")) return false;
            // "they are working": people, unless something was done to them.
            if (s.Says(group - 1, "they") && !copula) return false;
            if (group == at && act.Form == VerbForm.Phrase || Spoken(group - 1, act) is not { } spoken) return false;
            return pronoun >= 0 && !s.SaysAny(pronoun - 1, "after", "since", "before") && Add(pronoun, Complement(end), spoken, state, act, at);
        }

        if (Relative(group, act) is { } antecedent) return (copula || act.Who != "object") && (!antecedent.IsPlace || copula && act.Name is "sealed" or "closed") && Add(antecedent.First, Complement(end), antecedent, state, act, at);
        var thing = Subject(group, act, out var boundary);
        // "through a corridor opened by fighters": told beside its noun, whatever the noun does.
        if (thing is not { } its || !Fits(act, its))
            if (!copula && group == at && s.Says(end, "by") && act.Form.HasFlag(VerbForm.Participle) && Nearest(at, act) is { IsPlace: false } beside) thing = beside;
        if (thing is null)
        {
            if (!copula && act.Who != "subject" && Antecedent(at, act) is { } gap) return Add(gap.First, Complement(end), gap, state == AccessState.Closed && ButSome(end) ? AccessState.Restricted : state, act, at);
            // "X was shelled on Monday and taken the next day": told of the same.
            // "Two bridges have collapsed and five are flooded": counted among the same.
            var joined = _subject is { IsPlace: false } && (s.IsNumber(group - 1) || s.Is(group - 1, Tag.Cardinal) || s.SaysAny(group - 1, "another", "others", "several", "many", "most", "some")) ? group - 1 : group;
            if (joined == 0 || !s.SaysAny(joined - 1, "and", "but", "or", "then", "before", "while") && !s.IsMark(joined - 1, ',') || _subject is not { } same || !Fits(act, same) || !copula && !act.Form.HasFlag(VerbForm.Participle) && act.Who == "object" || HasObject(end)) return false;
            return Add(joined, Complement(end), same, state, act, at);
        }

        // "Kerem Shalom reopened", "Bab al-Hawa is shut": a crossing by its name.
        if (thing is { IsPlace: true, Named: true } gate && act is { Detail: "way", Who: "both", Name: "open" or "closed" } && !IsSettlement(gate.Head, out _) && !s.Is(gate.End - 1, Tag.SettlementNoun) && (copula || Starts(at, "re")) && !HasObject(end) && !TellsOfPorts()) thing = gate with { Feature = "crossing" };
        if (!Fits(act, thing.Value) || thing.Value.IsPlace && Starts(at, "attack") && !(copula && IsSettlement(thing.Value.Head, out _))) return false;
        // "the village was abandoned": by its people, unless a force is told.
        if (state == AccessState.Captured && IsGivenUp(at) && !ActorAfter(end)) return false;
        if (Severed(thing.Value, state, at)) state = AccessState.Sealed;
        if (!copula && group == at && act.Who == "object" | act.Form == VerbForm.Phrase && !Standing(thing.Value, at, end, boundary, act)) return false;
        if (thing.Value.Feature == "camp" && state == AccessState.Open && !Starts(at, "re")) return false;
        if (!copula && (act.Who == "both" && HasObject(end) && !s.SaysAny(end - 1, "gates", "gate", "doors") || s.IsMark(at - 1, ',') && Resumes(end))) return false;
        // "is mined and cannot be used": the second tells what that means.
        if (state is AccessState.UnderAttack or AccessState.Restricted && s.Says(end, "and") && ActAfter(end + 1)) return false;
        if (state == AccessState.Open && ForSome(end) || state == AccessState.Closed && ButSome(end)) state = AccessState.Restricted;
        _subject = thing;
        return Add(Whole(thing.Value.First, boundary), Complement(end), thing.Value, state, act, at);
    }

    // A participle or adjective without "is": of a headline, after "with", "leave", "keep", or beside its noun with by, a day, a cause.
    private bool Standing(Thing thing, int at, int end, int boundary, Meaning act)
    {
        if (boundary >= 0 && (s.SaysAny(boundary, "with", "and") || IsCausative(boundary))) return true;
        if (s.IsMark(at - 1, ':') || boundary >= 0 && s.IsMark(boundary, ',') && _subject is not null && s.IsMark(end)) return true;
        // "The corridor, closed since December, was reopened": what came later is told of it.
        if (s.IsMark(at - 1, ',')) return !thing.IsPlace && !Resumes(end);
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase) return false;
        // A town that somebody took once is described, a road told.
        var follows = s.Says(end, "by") || s.Is(end, Tag.Weekday) || s.SaysAny(end, "since", "on", "at", "between", "after", "due", "because", "for", "until", "again", "today", "yesterday") || end >= s.Count || s.IsMark(end);
        return follows && (!thing.IsPlace || thing.First == 0 && !s.Says(end, "by")) && (act.Form != VerbForm.Phrase || thing.First == 0 || boundary >= 0 && s.IsMark(boundary));
    }

    // "lost to", "abandoned by", "handed over to": told only where a force has it.
    private bool IsGivenUp(int at) => Starts(at, "abandon") || Starts(at, "surrender") || Starts(at, "hand") || s.SaysAny(at, "lost", "went", "goes", "gone", "passed", "passes") && s.SaysAny(at + 1, "to", "over") || Starts(at, "yield");

    private bool ActorAfter(int from)
    {
        for (var i = Math.Max(0, from - 1); i < Math.Min(s.Count, from + 7) && !s.IsMark(i); i++)
            if (s.Is(i, Tag.Actor)) return true;
        return false;
    }

    // "the city was cut off when the militia took the bridge": by a force, which seals it; floods only close the way.
    private bool Severed(Thing thing, AccessState state, int at)
    {
        if (state != AccessState.Closed || !thing.IsPlace || !s.SaysAny(at, "cut", "cuts", "cutting") || !s.Says(at + 1, "off")) return false;
        var natural = !thing.Named;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Is(i, Tag.Actor)) return true;
            natural |= s.Is(i, Tag.Feature) || s.Find(i, Tag.Cause) is { Name: "disaster" } || s.Is(i, Tag.Rose) || s.SaysAny(i, "rain", "rains", "snow", "water", "waters", "floodwater", "floodwaters", "mud", "landslide", "landslides", "storm", "downpours");
        }

        return !natural;
    }

    private bool Resumes(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 12); i++)
            if (s.IsMark(i, ',')) return s.Is(i + 1, Tag.Be) || s.Is(i + 1, Tag.Have);
        return false;
    }

    private static readonly WordSet Causatives = new("leave", "leaves", "left", "leaving", "keep", "keeps", "kept", "keeping", "hold", "holds", "held", "holding", "make", "makes", "made", "making", "render", "rendered", "renders", "rendering", "declare", "declared", "declaring", "find", "found", "see", "saw", "have", "had", "get", "let", "letting", "force", "forced", "forcing", "placed", "put", "puts", "putting", "brought", "bring", "brings", "bringing");

    // "leaving the road impassable", "keep the corridor closed", "rendered the bridge unusable"
    private bool IsCausative(int i) => s.IsIn(i, Causatives);

    // "open fire", "opened the way to talks", "closed in on the town", "cut short", "took shelter"
    private bool IsIdiom(int at, int end) => s.SaysAny(at - 1, "hard", "worst", "badly") || s.IsIn(at, IdiomVerbs) && IsSet(at, end);

    private static readonly WordSet IdiomVerbs = new("open", "opens", "opened", "opening", "close", "closes", "closed", "closing", "cut", "cuts", "cutting", "take", "takes", "took", "taken", "taking", "hit", "hits");

    private bool IsSet(int at, int end) =>
        s.SaysAny(at, "open", "opens", "opened", "opening") && s.SaysAny(end, "fire", "the way", "air", "source", "talks")
        || s.SaysAny(at, "close", "closes", "closed", "closing") && s.SaysAny(end, "in", "to", "ranks") && s.SaysAny(end + 1, "on", "in", "around")
        || s.SaysAny(at, "cut", "cuts", "cutting") && s.SaysAny(end, "short", "down", "back", "ties", "by", "from", "to") && !IsPassive(at)
        || s.SaysAny(at, "take", "takes", "took", "taken", "taking") && s.SaysAny(end, "place", "part", "refuge", "shelter", "to", "in", "into", "from", "up", "on", "off", "cover", "note", "charge", "steps", "action", "advantage", "aim", "responsibility", "hostages", "prisoners", "off", "away", "him", "her", "them", "back")
        || s.SaysAny(at, "hit", "hits") && s.SaysAny(end, "hard", "hardest");

    // "a power cut", "the capture of", "under siege": spelled like the verb.
    private bool IsNoun(int at, Meaning act) => act.Form == VerbForm.Base && (at == 0 || s[at].Capital) || !act.Form.HasFlag(VerbForm.Phrase) && (act.Form & VerbForm.Base) != 0 && !s.EndsWith(at, "ed") && (s.Is(at - 1, Tag.Determiner) && !s.SaysAny(at - 1, "all", "both", "each") || at > 0 && s[at - 1].Kind == TokenKind.Possessive || s.Is(at - 1, Tag.Preposition) && !s.SaysAny(at - 1, "to", "up", "off"))
        || s.Is(at + 1, Tag.Predicate) && s.Is(at - 1, Tag.Determiner) && (act.Form & VerbForm.Base) != 0 && act.Form != VerbForm.Phrase;

    // "villages surrounding Mosul", "areas controlling the road" lie or stand there.
    private bool IsAround(int at, Meaning act) => act.Name == "sealed" && !s.Is(at - 1, Tag.Be) && s.SaysAny(at, "surrounding") && (Actor(at) is null || s.Is(at - 1, Tag.Determiner) || s.SaysAny(at - 1, "and") || s.Is(at - 1, Tag.Preposition) || s.Is(at - 1, Tag.SettlementNoun));

    // "the only road still open", "the last open road": told of a road that is there, unless what is done to it is told beside it.
    private bool Remaining(int at, int end)
    {
        if (!IsLast(at)) return false;
        var thing = Phrase(end, s.Count, out _);
        if (thing is not { IsPlace: false } road || road.Feature is "camp" or "airport" or "front" || Done(road.End) || !Leads(at)) return false;
        return Add(at, Ends(road.End), road, AccessState.Open, Open, at);
    }

    private static readonly Meaning Open = new(Tag.Act, "open", "way", "both", VerbForm.Phrase);

    // What stands in for a nameless road or town: "it", told of before.
    private Thing? Spoken(int before, Meaning act)
    {
        if (act.Detail is not "place")
            for (var i = before - 1; i >= 0; i--)
                if (FeatureAt(i, out var feature, out var length) && feature is not ("airport" or "front" or "camp") && i + length <= before && new Thing(feature, NounStart(i), i, i + length, false) is var way && Fits(act, way)) return way with { Name = Place(way, AccessState.Open) };
        if (_found.Count > 0 && AsThing(_found[^1]) is { } last && Fits(act, last)) return last;
        if (act.Detail is "place" or "any" && NamedBefore(before) is { } place && _found.Count == 0 && act.Name is "captured" or "sealed") return new Thing("settlement", place.First, place.First, place.End, true) { Name = place.Name };
        if (context.LastAccess is { } earlier && AsThing(earlier) is { } known && Fits(act, known)) return known;
        return null;
    }

    private PlacePhrase? NamedBefore(int token) => places.FindLast(p => p.Named && p.End <= token);

    private static Thing? AsThing(AccessFact fact) => fact.Feature == Feature.Front ? null : new Thing(Spelling.Of(fact.Feature), -1, -1, -1, true) { Name = fact.Place.Name, Ends = fact.Ends };

    private static bool Fits(Meaning act, Thing thing) => act.Detail switch
    {
        "way" => thing.Feature is "road" or "corridor" or "flank" or "bridge" or "crossing" or "checkpoint" or "river" or "camp",
        "span" => thing.Feature is "bridge" or "checkpoint",
        "place" => thing.Feature is "settlement",
        "reach" => thing.Feature is "settlement" or "river" or "bridge" or "crossing" or "checkpoint" or "road",
        "gate" => thing.Feature is "corridor" or "crossing" or "checkpoint",
        _ => thing.Feature is not ("airport" or "front"),
    };

    private bool Add(int first, int end, Thing thing, AccessState state, Meaning act, int at, string? actor = null)
    {
        var feature = thing.Feature;
        if (feature == "flank" && state == AccessState.Closed) state = AccessState.Sealed;
        if (feature == "road" && state == AccessState.Sealed && thing.Head >= 0 && IsFlank(thing.Head, thing.End)) feature = "flank";
        // "under blockade", "sealed" of a town; a road or crossing under one is closed.
        var negated = NegatedAt(at);
        var realis = RealisAt(Math.Min(first, at), at);
        // "not under fire", "did not take the town": what is not so says nothing, but that the way is open or shut.
        if (negated && state is not (AccessState.Open or AccessState.Closed) && !Yet(at)) return false;
        if (negated) (state, realis) = state switch { AccessState.Open => (AccessState.Closed, realis), AccessState.Closed => (AccessState.Open, realis), _ => (state, realis == Realis.Asserted ? Realis.Negated : realis) };
        if (realis == Realis.Asserted && Demanded(at)) realis = Realis.Possible;
        // "talks with the council to clear the roads": meant, and not done.
        if (realis == Realis.Asserted && s.Says(at - 1, "to") && !thing.IsPlace && !Happened(at - 1)) realis = Realis.Planned;
        // "will not open the crossing": it stays as it is.
        if (realis == Realis.Planned && negated && state == AccessState.Closed) realis = Realis.Asserted;
        if (realis == Realis.Planned) state = state switch { AccessState.Open => AccessState.PlannedOpen, AccessState.Closed => AccessState.PlannedClosed, AccessState.Sealed when !thing.IsPlace => AccessState.PlannedClosed, _ => state };
        return Put(first, end, thing, Spelling.Parse<Feature>(feature), state, realis, actor ?? (first == at ? Actor(first) : null));
    }

    private bool Put(int first, int end, Thing thing, Feature feature, AccessState state, Realis realis, string? actor)
    {
        var time = times.Find(t => t.Kind is TimeKind.Point && t.First >= end) ?? times.FindLast(t => t.Kind is TimeKind.Point && t.End <= first) ?? times.Find(t => t.Kind == TimeKind.Now)
            ?? times.Find(t => t.Kind == TimeKind.Since && t.First >= first && t.Start is not null);
        // What was taken or shut years ago is history.
        if (time is { Kind: TimeKind.Point, Start: { } day } && context.Published is { } printed && day.AddDays(400) < printed || times.Exists(t => t.Start is { } long_ago && t.End <= first && context.Published is { } now && long_ago.AddDays(400) < now)) return true;
        var source = speakers.At(first, out var denies);
        if (realis == Realis.Possible && source.Type == SourceType.Publisher && s.Find(0, Tag.Source) is { } subject && s.Is(1, Tag.Be)) source = new Attribution(s.Words(0, 1), Spelling.Parse<SourceType>(subject.Detail));
        var asserted = realis == Realis.Asserted;
        var rule = thing.IsPlace && state is AccessState.Reached or AccessState.Captured ? "force" : "act";
        var holds = asserted && time is null && (feature == Feature.Road && state == AccessState.Open || Holds(first, end));
        var span = s.Span(first, end);
        // "all the areas", "their territory": nothing that could be found on a map.
        if (state is AccessState.Captured or AccessState.Reached or AccessState.Contested && thing is { IsPlace: true, Named: false, Head: >= 0 } && s.SaysAny(thing.Head, "area", "areas", "territory", "region", "parts", "communities", "outskirts", "zone", "state", "island", "camps")) return false;
        var name = thing.Name ?? Place(thing, state);
        if (_found.Exists(f => f.Span.Overlaps(span) && (f.Feature == feature || f.State == state))) return true;
        _found.Add(new AccessFact
        {
            Id = "", Span = span, AsWritten = s.Words(first, end), Feature = feature, State = state, Place = context.Place(name),
            Ends = thing.Ends is { } ends ? ends : thing.Head < 0 || thing.IsPlace ? [] : [.. EndPlaces(thing, end).Select(p => context.Place(p.Name, s.Span(p.First, p.End)))], Realis = denies && asserted ? Realis.Denied : realis,
            EffectiveDate = asserted ? time?.Start ?? (holds ? context.Published : null) : null, DateAccuracy = asserted && (time?.Start is not null || (holds && context.Published is not null)) ? time?.Accuracy ?? Corridor.Dispatches.DateAccuracy.Day : null,
            Actor = asserted ? actor : null, Source = source, Confidence = asserted ? 0.8 : 0.6, ExcerptSpan = Clause(first, end),
            Rules = [rule, Spelling.Of(feature), Spelling.Of(state)],
        });
        return true;
    }

    // "is closed", "remains open", "blocks the road": told of the day of publication.
    private bool Holds(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.SaysAny(i, "is", "are", "remains", "remain", "stays", "stay", "blocks", "block", "controls") && !s.SaysAny(i + 1, "being", "to")) return true;
        return false;
    }

    // From the mark before to the mark after.
    private Span Clause(int first, int end)
    {
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }
}
