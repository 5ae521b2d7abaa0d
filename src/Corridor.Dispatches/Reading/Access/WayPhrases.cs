using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>
/// Noun phrases of what can be open or taken: a noun phrase whose head is a road, bridge or crossing, a kind of settlement, or a bare name. Where one
/// begins and ends is asked of <see cref="Phrase"/>, which one a verb is told of, of <see cref="Ungoverned"/>, what it is called, of <see cref="Place"/>.
/// </summary>
internal sealed partial class WayPhrases(Sentence s, Context context, List<PlacePhrase> places, bool[] taken)
{
    /// <summary>The facts of the sentence so far: "the western side" is of the way told last.</summary>
    public List<AccessFact> Told { get; } = [];

    /// <summary>The fact told last, here or in the sentence before.</summary>
    public AccessFact? Latest => Told.Count > 0 ? Told[^1] : context.AccessNear ? context.LastAccess : null;

    // A noun phrase as far as it is read.
    private struct Reading(int from, int limit)
    {
        public readonly int From = from;
        public readonly int Limit = limit;
        // The token that is asked about.
        public int At = from;
        public int End = from;
        public Thing? Thing;
        // Where the last name begins, or -1.
        public int Name = -1;
        // "a stretch of", "traffic on": what comes is a part of the way.
        public bool Part;
        // "access to"
        public bool Access;
        // "Perov's northern quarters" are told by its name.
        public bool Owned;
    }

    // What a rule makes of a token: it leaves it to the next, takes it, or finds the phrase at its end.
    private enum Step { None, On, Stop }

    /// <summary>The noun phrase that begins at a token, where it ends, and what it is if that can be open or taken.
    /// The head is its last noun: "closed schools near the border" closes no border, "cut travel on the road" does.</summary>
    public Thing? Phrase(int from, int limit, out int end)
    {
        end = from;
        if (Side(from, ref end) is { } side) return side;
        var r = new Reading(from, Math.Min(limit, from + 18));
        while (r.At < r.Limit && Take(ref r) == Step.On) { }
        end = r.End;
        return CalledCrossing(r) ?? (r is { Access: true, Thing: { IsPlace: true } place } ? place with { Access = true } : r.Thing);
    }

    private Step Take(ref Reading r)
    {
        var step = TakeMark(ref r);
        if (step == Step.None) step = TakeNumber(ref r);
        if (step == Step.None) step = TakeWay(ref r);
        if (step == Step.None) step = TakePart(ref r);
        if (step == Step.None) step = TakeTown(ref r);
        if (step == Step.None) step = TakeName(ref r);
        if (step == Step.None) step = TakeLink(ref r);
        if (step == Step.None && r.Thing is not null && s.SaysAny(r.At, "and", "or", "&")) step = TakeAnd(ref r);
        return step == Step.None ? TakeWord(ref r) : step;
    }

    private static Step To(ref Reading r, int past)
    {
        r.At = r.End = past;
        return Step.On;
    }

    // Past what is no part of the phrase, should it end here.
    private static Step Over(ref Reading r, int past)
    {
        r.At = past;
        return Step.On;
    }

    private Step TakeMark(ref Reading r)
    {
        var i = r.At;
        if (IsDateline(i)) return Step.Stop;
        if (s[i].Kind == TokenKind.Quote || IsQuoted(i) || s.IsMark(i, '-') || s.IsMark(i, '–')) return Over(ref r, i + 1);
        if (s.IsMark(i, '(')) return TakeBrackets(ref r);
        if (s.IsMark(i) && !IsPlural(i)) return Step.Stop;
        if (s[i].Kind != TokenKind.Possessive && !s.IsMark(i)) return Step.None;
        r.Owned |= r.Name >= 0;
        (r.Thing, r.Name) = (null, -1);
        return Over(ref r, i + 1);
    }

    // "the Senda (Sanda) bridge": another spelling stands inside; "Senda (a town)" ends.
    private Step TakeBrackets(ref Reading r)
    {
        var close = r.At;
        while (close < r.Limit && !s.IsMark(close, ')')) close++;
        if (r.Thing is { } before && close + 1 < r.Limit
            && !(before is { IsPlace: true, Named: true } && close - r.At == 2 && FeatureAt(close + 1, out _, out _))) return Step.Stop;
        return Over(ref r, close + 1);
    }

    private Step TakeNumber(ref Reading r)
    {
        var i = r.At;
        if (s.IsCount(i) && Same(i) is null)
        {
            if (r.Thing is not null) return Step.Stop;
            // "3 in 10 bridges"
            if (s.Says(i + 1, "in") && s.IsCount(i + 2)) i += 2;
            // "washed away 2,300 km of road": how much road, and none by name; "ten metres of the Tiva highway" are a part of it.
            if (s.Find(i + 1, Tag.Unit) is { Name: "distance" } && s.Says(i + 2, "of"))
            {
                if (!s.Is(i + 3, Tag.Determiner)) return Step.Stop;
                i += 2;
            }

            r.Part = true;
            return Over(ref r, i + 1);
        }

        if (s.Says(i, "per") || s.Says(i, "but") && s.Says(i - 1, "all")) return Over(ref r, i + 2);
        return i == r.From && Approximator(i) is var about and > 0 ? Over(ref r, i + about) : Step.None;
    }

    private Step TakeWay(ref Reading r)
    {
        var i = r.At;
        // "its last open stretch of border"
        if (r.Thing is null && s.SaysAny(i, "stretch", "stretches") && s.Says(i + 1, "of"))
        {
            r.Part = true;
            return To(ref r, i + 1);
        }

        if (FeatureAt(i, out var feature, out var length))
        {
            r.Thing = new Thing(feature, r.From, i, i + length, r.Name >= 0);
            (r.Name, r.Part) = (-1, false);
            return To(ref r, i + length);
        }

        return r.Thing is { IsPlace: false } way && i == way.End ? TakeWayOn(ref r, way) : Step.None;
    }

    // What belongs to the noun of a way just behind it.
    private Step TakeWayOn(ref Reading r, Thing way)
    {
        var i = way.End;
        // "the port of Odra"
        if (way.Feature == "airport" && s.Says(i, "of") && Name(i + 1, r.Limit) is var quay && quay > i + 1)
        {
            r.Thing = way with { End = quay, Named = true };
            return To(ref r, quay);
        }

        // "twelve road sections"
        if (s.SaysAny(i, "section", "sections", "stretches", "portions", "parts", "segments", "lanes"))
        {
            r.Thing = way with { End = i + 1 };
            return To(ref r, i + 1);
        }

        // "the Ruta del Norte"
        if (!s.SaysAny(i, "del", "de", "da", "do", "la") || !s.IsWord(i + 1)) return Step.None;
        var latin = Math.Max(i + 2, Name(i + 1, r.Limit));
        r.Thing = way with { End = latin, Named = true };
        return To(ref r, latin);
    }

    // What passes on a way, or a part of it.
    private Step TakePart(ref Reading r)
    {
        var i = r.At;
        // "the Orna-Mesik section | of the highway"
        if (r.Thing is { IsPlace: true, Named: true } && s.Is(i, Tag.Passage) && s.Says(i + 1, "of"))
        {
            (r.Thing, r.Name, r.Part) = (null, -1, true);
            return To(ref r, i + 1);
        }

        if (r.Thing is not null) return Step.None;
        // "traffic between Orna and Odra", "movement of aid from Orna to Odra"
        if (Flow(i, out var joined) is var leg and > 0)
        {
            r.End = Math.Min(leg, r.Limit);
            r.Thing = new Thing("road", r.From, -1, r.End, false) { Name = "road", Ends = joined };
            return Step.Stop;
        }

        if (s.Find(i, Tag.Passage, out var length) is null) return Step.None;
        r.Part = true;
        return To(ref r, i + length);
    }

    // "Wad Medani town", "the town of X", "23 villages"; "village elders" are people.
    private Step TakeTown(ref Reading r)
    {
        if (!IsSettlement(r.At, out var length)) return Step.None;
        var noun = r.At + length;
        r.Thing = IsOtherNoun(noun) ? null : new Thing("settlement", r.From, noun - 1, noun, r.Name >= 0 || r.Owned);
        if (r.Thing is not { } town || !s.Says(noun, "of")) return To(ref r, noun);
        if (Name(noun + 1, r.Limit) is var name && name > noun + 1)
        {
            r.Thing = town with { End = name, Named = true, Head = noun + 1 };
            return To(ref r, name);
        }

        // "the outskirts of the town of Odra"
        if (!s.Is(noun + 1, Tag.Determiner) || Phrase(noun + 1, r.Limit, out var inner) is not { IsPlace: true } of) return To(ref r, noun);
        r.Thing = of with { First = r.From };
        return To(ref r, inner);
    }

    private Step TakeName(ref Reading r)
    {
        var i = r.At;
        var stop = Name(i, r.Limit);
        if (stop <= i) return Step.None;
        if (r.Thing is { } before) r.Thing = before with { End = stop, Named = true };
        else if (!IsOtherNoun(stop) && !s.Is(stop, Tag.Unit) && (stop >= r.Limit || s[stop].Kind != TokenKind.Possessive))
            r.Thing = new Thing("settlement", r.From, i, stop, true);
        r.Name = i;
        To(ref r, stop);
        // "the Mamuju to Majene road"
        if (s.Says(stop, "to") && Name(stop + 1, r.Limit) is var far && far > stop + 1 && FeatureAt(far, out _, out _))
            (r.Thing, r.At) = (null, far);
        return Step.On;
    }

    // "a part | of", "traffic | on": a preposition that leads from the part to the way.
    private Step TakeLink(ref Reading r)
    {
        var i = r.At;
        if (r.Thing is not null) return Step.None;
        if (s.Says(i, "of") && (r.Part || s.Has(i - 1, Cue.PartWord))) return To(ref r, i + 1);
        if (!r.Part) return Step.None;
        var toIt = s.SaysAny(i - 1, "access", "entry");
        // "access | for aid workers | to the enclave"
        for (var to = i + 2; toIt && s.SaysAny(i, "for", "by") && to < Math.Min(r.Limit, i + 6) && s.IsWord(to); to++)
            if (s.Says(to, "to"))
            {
                r.Access = true;
                return Over(ref r, to + 1);
            }

        var leads = s.SaysAny(i, "on", "along", "over", "across", "through", "out", "of", "in", "into", "by") && EndsPassage(i)
            || s.Says(i, "at") && s.SaysAny(i - 1, "entry", "access", "traffic", "passage", "security", "controls", "checks", "gate", "gates", "entrance")
            || s.Says(i, "to") && toIt;
        if (!leads) return Step.None;
        r.Access |= s.Says(i, "to");
        return To(ref r, i + 1);
    }

    // "the bridge | and | the road": of the same kind, one phrase.
    private Step TakeAnd(ref Reading r)
    {
        var (i, thing) = (r.At, r.Thing!.Value);
        if (s.Is(i + 1, Tag.Act) || s[i + 1].Word is null && s.EndsWith(i + 1, "ed")) return Step.Stop;
        var more = Phrase(i + 1, r.Limit, out var last);
        // "the Orna and Mesik crossings"
        if (more is { IsWay: true, Named: true } shared && thing is { IsPlace: true, Named: true } && s[i + 1].Capital)
            (r.Thing, r.End) = (shared with { First = r.From }, last);
        else if (more is { } other && other.IsPlace == thing.IsPlace && other.Feature is not ("airport" or "front"))
            (r.Thing, r.End) = (thing with { End = other.End, Named = thing.Named || other.Named }, last);
        // "relief camps and distribution centres": not of the camps alone. "56 villages and points" is.
        else if (last > i + 1 && more is null && thing.Feature == "camp") r.Thing = null;
        else if (thing is { IsPlace: true, Named: false } && IsOtherNoun(i + 1)) r.Thing = thing with { End = i + 2 };
        return Step.Stop;
    }

    // Any other word: past the head it ends the phrase, before it it describes what comes.
    private Step TakeWord(ref Reading r)
    {
        var i = r.At;
        if (EndsPhrase(r)) return Step.Stop;
        if (r.Thing is not null)
        {
            // After the head a verb, an adverb, a time; another noun makes the head its own: "the border guards".
            if (!IsOtherNoun(i)) return Step.Stop;
            r.Thing = null;
            return To(ref r, i + 1);
        }

        if (IsVerbAfter(r.From, i)) return Step.Stop;
        // "eight members of the community": of what the number counts, and no part of it.
        r.Part &= s.Is(i, Tag.Determiner) || s[i].Word is not null && !s.Is(i, Tag.Unit) || s.IsManner(i);
        return To(ref r, i + 1);
    }

    private bool EndsPhrase(in Reading r)
    {
        var i = r.At;
        // "the heights above Lamta", "a bus leaving Doma"
        if (s.SaysAny(i, "above", "below", "opposite")
            || i > r.From && s.EndsWith(i, "ing") && !s.Is(i - 1, Tag.Determiner) && s.Is(i, Tag.Predicate | Tag.Transit)) return true;
        if (s.IsSmall(i) && !s.Is(i, Tag.Determiner) || s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Weekday | Tag.Month)) return true;
        return s.Is(i, Tag.Determiner) && i > r.From && !s.Is(i - 1, Tag.Determiner)
            && !s.SaysAny(i - 1, "of", "on", "along", "over", "across", "through", "in", "into", "out", "at") && !r.Access;
    }

    private bool IsVerbAfter(int from, int i)
    {
        if (i > from && !s.Is(i - 1, Tag.Determiner) && !(s.Says(i, "open") && s.Is(i + 1, Tag.Passage | Tag.Feature))
            && (s.Is(i, Tag.Speech) || s.Find(i, Tag.Act) is { Form: not VerbForm.Phrase } && !s.EndsWith(i, "ed") && !s.EndsWith(i, "ing"))) return true;
        // "People | fled Karsa", "the town | displaced 900"
        return s.Find(i, Tag.Predicate) is { } moved && (moved.Form is VerbForm.Past or VerbForm.Third && i > from
            || moved.Who == "subject" && moved.Form.HasFlag(VerbForm.Past) && !s.Is(i - 1, Tag.Determiner));
    }

    // "Orna, the main crossing into Odra"
    private Thing? CalledCrossing(in Reading r)
    {
        if (r.Thing is not { IsPlace: true, Named: true } post || s.Is(post.End - 1, Tag.SettlementNoun) || !s.IsMark(post.End, ',')
            || !s.SaysAny(post.End + 1, "the", "a", "its")) return null;
        for (var k = post.End + 2; k < Math.Min(s.Count, post.End + 5) && !s.IsSmall(k) && !s.IsMark(k); k++)
            if (FeatureAt(k, out var called, out _)) return called is "crossing" or "checkpoint" ? post with { Feature = called } : post;
        return null;
    }

    // "KHARTOUM | - | ": where it was written, and no part of what stands after it.
    private bool IsDateline(int dash) => dash < 6 && IsDash(dash)
        && dash + 1 < s.Count && s[dash + 1].Spaced && s.Chars(0).Length > 3 && !s.Chars(0).ContainsAnyExceptInRange('A', 'Z');

    // "the rebels' | last supply line"
    private bool IsPlural(int i) => s.IsMark(i, '\'') && s.EndsWith(i - 1, "s") && s.IsWord(i + 1);

    // "a | 'green corridor' | to": single marks around words.
    private bool IsQuoted(int i) => s.IsMark(i, '\'') && (s[i].Spaced && s.IsWord(i + 1) || i + 1 < s.Count && !IsPlural(i));

    // "the Palestinian side", "the western end": of the way told before.
    private Thing? Side(int from, ref int end)
    {
        var lane = s.SaysAny(from, "one", "both", "two") && s.SaysAny(from + 1, "lane", "lanes") && !s.SaysAny(from + 2, "of", "on");
        var which = s.Is(from + 1, Tag.Direction) || s.IsWord(from + 1) && s[from + 1].Capital || s.SaysAny(from + 1, "other", "far");
        var part = s.Says(from, "the") && which && s.SaysAny(from + 2, "side", "end", "half", "lane", "carriageway", "span")
            && !s.SaysAny(from + 3, "of", "to");
        if (!lane && !part) return null;
        var head = lane ? from + 1 : from + 2;
        if ((Told.FindLast(HasSides) ?? context.LastAccess) is not { } told || !HasSides(told) || Thing.Of(told) is not { } way)
            return context.Before.Topic is { Feature: "bridge" or "crossing" or "road" } topic ? topic with { First = from, Head = head, End = end = head + 1 }
                : lane && s.Says(from, "one") ? new Thing(WayBefore(from)!, from, head, end = head + 1, false) : null;
        return way with { First = from, Head = head, End = end = head + 1 };
    }

    private static bool HasSides(AccessFact fact) => fact.Feature is Feature.Bridge or Feature.Crossing or Feature.Road;

    /// <summary>"about 70 per cent of", "more than four"</summary>
    public int Approximator(int i)
    {
        foreach (var tag in (ReadOnlySpan<Tag>)[Tag.Approximately, Tag.MoreThan, Tag.AtLeast, Tag.LessThan])
            if (s.Find(i, tag, out var length) is not null && s.IsCount(i + length))
                return length;
        return 0;
    }

    // "traffic | between Orna and Odra", "movement of aid | from Orna to Odra": who travels between two places does so by road, unless by rail or
    // air; where the second ends, or -1.
    private int Flow(int noun, out PlaceRef[] joined)
    {
        joined = [];
        if (!s.Has(noun, Cue.TrafficFlow) || s.SaysAny(noun - 1, "rail", "railway", "train", "air", "river", "sea")) return -1;
        var from = noun + 1;
        if (s.Says(from, "of"))
            for (from++; from < Math.Min(s.Count, noun + 6) && s.IsWord(from) && !s.Is(from, Tag.Preposition);) from++;
        if (!s.SaysAny(from, "between", "from")) return -1;
        for (var to = from + 2; to < Math.Min(s.Count, from + 8) && s.IsWord(to); to++)
            if (s.Says(to, s.Says(from, "between") ? "and" : "to"))
            {
                if (Phrase(to + 1, s.Count, out _) is not { IsPlace: true } goal) return -1;
                if (Phrase(from + 1, to, out _) is { Named: true } start && goal.Named) joined = [Called(start), Called(goal)];
                return goal.End;
            }

        return -1;
    }

    private PlaceRef Called(Thing place) => context.Place(Place(place, AccessState.Open), s.Span(place.First, place.End));

    // "sections of the road", "traffic along the highway": a preposition that leads to what the part is of.
    private bool EndsPassage(int i) => s.EndingAt(i, Tag.Passage, out _) is not null;

    // Words that the table of features leaves to their neighbours.
    private static readonly WordSet Unlisted =
        new("one", "ones", "that", "those", "u.s.", "post", "gate", "landing", "jetty", "lane", "link", "links", "way", "ways", "st", "rd");

    /// <summary>The road, bridge or crossing that is a noun of its own: not the "border" of "border guards".</summary>
    public bool FeatureAt(int i, out string feature, out int length)
    {
        (feature, length) = ("road", 1);
        if ((uint)i >= (uint)s.Count) return false;
        if (s[i].Kind == TokenKind.Code) return IsRoadNumber(i);
        if (!s.Is(i, Tag.Feature) && !s.IsIn(i, Unlisted)) return false;
        if (Same(i) is { } same)
        {
            feature = same;
            return true;
        }

        // "U.S. 40 is closed"
        if (s.Says(i, "u.s."))
        {
            length = s.IsNumber(i + 1) ? 2 : 3;
            return true;
        }

        if (CrossingAt(i) is { } crossing)
        {
            feature = "crossing";
            return crossing;
        }

        return RoadAt(i) ?? ListedAt(i, ref feature, out length);
    }

    // Where a border or a river is crossed, by a word that elsewhere means another thing; null where it is none of these words.
    private bool? CrossingAt(int i)
    {
        var named = IsNameBefore(i);
        // "the Orna landing", "the jetty at Orna": of boats that cross.
        if (s.SaysAny(i, "landing", "jetty")) return (named || s.Says(i + 1, "at") && s.Is(i - 1, Tag.Determiner)) && !IsOtherNoun(i + 1);
        // "the Orna post": of a border, by its name.
        return named && s.Says(i, "post") || s.Says(i, "gate") && i > 0 && IsBorderGate(i, named) ? !IsOtherNoun(i + 1) : null;
    }

    private bool IsNameBefore(int i) => s.IsWord(i - 1) && s[i - 1].Capital && s[i - 1].Word is null;

    // "the Akyol gate", "the Turkish gate", "its own gate", "Orna's eastern gate", "the gate to Chad"; "the gate": of the crossing told before.
    private bool IsBorderGate(int i, bool named) => s.Says(i - 1, "own") || named || Article(i - 1) || s.Is(i - 1, Tag.Demonym)
        || s.SaysAny(i - 1, "north", "south", "east", "west") || s.Is(i - 1, Tag.Direction) && s[i - 2].Kind == TokenKind.Possessive
        || s.SaysAny(i + 1, "to", "into") && s.Is(i + 2, Tag.Country)
        || s.Says(i - 1, "the") && (GateNamed(i) || IsShut(i + 1) || Latest is { Feature: Feature.Crossing });

    // A road by a word that elsewhere means another thing; null where it is none of these words or the table may know it.
    private bool? RoadAt(int i)
    {
        // "the lane past the mill"; "one lane", "the outer lane" are parts of a road.
        if (s.Says(i, "lane"))
            return IsNameBefore(i) || s.Says(i - 1, "the") && s.SaysAny(i + 1, "past", "through", "to", "behind", "between", "along", "from");
        // "Henry St", "Inland Rd"
        if (s.SaysAny(i, "st", "rd")) return s.IsWord(i - 1) && s[i - 1].Capital && s[i].Capital && !s[Math.Min(i + 1, s.Count - 1)].Capital;
        // "the link between Orna and Mesik"
        if (s.SaysAny(i, "link", "links") && s.Says(i + 1, "between") && s.IsWord(i + 2)) return true;
        if (s.SaysAny(i, "way", "ways") && s.SaysAny(i + 1, "to", "into") && s.IsWord(i + 2) && s[i + 2].Capital) return IsOpened(i);
        return s.Says(i, "way") && s.Says(i - 1, "the") && IsShut(PastDirection(i + 1)) ? true : null;
    }

    // "the way | down to the river | is open", "the way | was clear": past where it leads.
    private int PastDirection(int verb)
    {
        while (s.SaysAny(verb, "down", "up", "through", "back", "ahead") || s.Is(verb, Tag.Direction)) verb++;
        return s.Says(verb, "to") && s.Is(verb + 1, Tag.Determiner) && !s.Has(verb + 2, Cue.Abstract) ? verb + 3 : verb;
    }

    // A noun of the table in the sense of the table, and no part of another noun.
    private bool ListedAt(int i, ref string feature, out int length)
    {
        if (s.Find(i, Tag.Feature, out length) is not { } found) return false;
        feature = found.Name;
        // "Port Sudan"
        if (IsPermit(i) || s.Says(i, "port") && s[i].Capital && s.IsWord(i + 1)) return false;
        // "the railway tracks"
        if (s.SaysAny(i, "track", "tracks") && s.SaysAny(i - 1, "railway", "rail", "railroad", "train", "tram")) return false;
        // "the gap between rich and poor"
        if (s.SaysAny(i, "gap", "gaps") && s.Says(i + 1, "between") && s.Says(i + 3, "and") && !s[Math.Min(i + 2, s.Count - 1)].Capital) return false;
        // "the road to recovery" leads nowhere on a map.
        if (s.Says(i + length, "to") && s.Has(i + length + 1, Cue.Abstract)) return false;
        // "Highway 3": the number belongs to the name.
        if (found.Name == "road" && i + length < s.Count && (s.IsNumber(i + length) || s[i + length].Kind == TokenKind.Code)) length++;
        return s.Is(i + length, Tag.Feature) || !IsOtherNoun(i + length);
    }

    // "crossed at Karsh, where the gate", a crossing by its name
    private bool GateNamed(int gate) => places.Exists(p => (p.End <= gate && s.Says(p.At, "at") || context.IsCrossing(p.Name)));

    // "the road to X was cut, | the one | to Y still open": the way told of before.
    private string? Same(int i)
    {
        if (!s.SaysAny(i, "one", "ones", "that", "those")) return null;
        if (s.SaysAny(i, "one", "ones") ? !s.Is(i - 1, Tag.Determiner) && !s.Is(i - 1, Tag.Direction) && !(s.Is(i - 2, Tag.Determiner) && s.IsWord(i - 1))
            : !s.SaysAny(i + 1, "to", "from", "over", "at", "into", "between")) return null;
        return WayBefore(i);
    }

    /// <summary>The kind of way that the sentence spoke of before a token.</summary>
    public string? WayBefore(int before)
    {
        for (var k = before - 1; k > Math.Max(-1, before - 25); k--)
            if (s.EndingAt(k + 1, Tag.Feature, out _) is { Name: not "river" } way) return way.Name is "airport" or "front" ? null : way.Name;
        return null;
    }

    /// <summary>"the Salang pass" is a road, a pass that soldiers ask for is none.</summary>
    public bool IsPermit(int i) => s.SaysAny(i, "pass", "passes") && !(s[i].Capital && i > 0) && !IsOpened(i)
        && !(s.SaysAny(i + 1, "to", "over", "between", "above", "near") && s.IsWord(i + 2))
        && (i == 0 || s.Is(i - 1, Tag.Determiner) || !s.Chars(i - 1).ContainsAnyInRange('A', 'Z') || s.SaysAny(i - 1, "nothing", "nobody"));

    // "the gate | is still shut", "the way | was clear": a state, and for nothing that is meant by it.
    private bool IsShut(int verb)
    {
        if (!s.Is(verb, Tag.Be) && !s.SaysAny(verb, "stays", "stayed", "remains", "remained")) return false;
        var state = verb + 1;
        while (s.Is(state, Tag.Adverb) || s.IsManner(state)) state++;
        return s.SaysAny(state, "open", "clear", "shut", "closed", "locked", "barred", "blocked") && !s.SaysAny(state + 1, "for", "to");
    }

    // "reopened the pass", "the pass will stay shut": what is opened and shut lies in the mountains.
    private bool IsOpened(int i)
    {
        if (!s.Says(i - 1, "the")) return false;
        for (var k = Math.Max(0, i - 3); k < Math.Min(s.Count, i + 6); k++)
            if (s.Find(k, Tag.Act) is { Name: "open" or "closed", Detail: "way" }) return true;
        return false;
    }

    /// <summary>A noun that takes over from the one before it: "village | elders", "border | guards"; not a verb, an adverb or a day.</summary>
    public bool IsOtherNoun(int i)
    {
        if (!s.IsWord(i) || s[i].Capital || s.IsSmall(i) || s.Is(i, Tag.Preposition) || s.SaysAny(i, "out", "off", "up", "down", "round", "wide")
            || s.IsManner(i) || s.EndsWith(i, "ward") || s.EndsWith(i, "wards"))
            return false;
        if (s.Has(i, Cue.NoNoun) || s.Has(i, Cue.NameParticle)) return false;
        if (s.Is(i, Tag.Unit | Tag.Source | Tag.Body)) return true;
        if (s[i].Word is null) return !s.EndsWith(i, "ed") && !s.EndsWith(i, "ing");
        return s.Is(i, Tag.PlaceNoun) && !s.Is(i, Tag.Feature) && !s.Is(i, Tag.SettlementNoun) || s.Find(i, Tag.Predicate) is { Form: VerbForm.Noun };
    }

    /// <summary>The noun of a town or of a part of it.</summary>
    public bool IsSettlement(int i, out int length)
    {
        length = 1;
        return !taken[i]
            && (s.Find(i, Tag.SettlementNoun, out length) is not null
                || s.Has(i, Cue.TownPart) && i > 0
                    && (s[i - 1].Kind == TokenKind.Possessive || s.Says(i + 1, "of") || s[i - 1].Capital && s.IsWord(i - 1) && s.Is(i - 2, Tag.Determiner)));
    }

    /// <summary>What a sentence is about, for "it was reopened" in the next: the way or place that it begins with, else its only way.</summary>
    public Thing? Topic()
    {
        if (Phrase(0, s.Count, out _) is { IsGround: true } subject
            && subject.First <= 1) return subject with { Name = Place(subject, AccessState.Open), Head = -1 };
        Thing? only = null;
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.Is(i, Tag.Feature) || !FeatureAt(i, out var feature, out var length)) continue;
            if (only is not null) return null;
            var way = new Thing(feature, NounStart(i), i, i + length, false);
            only = way with { Name = Place(way, AccessState.Open), Head = -1 };
            i += length - 1;
        }

        return only is { IsWay: true } ? only : null;
    }
}
