using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>The nouns and names of ways and towns: what one word or two of them are, and what they are not.</summary>
internal sealed class WayNouns(Sentence s, Context context, List<PlacePhrase> places, bool[] taken)
{
    /// <summary>The facts of the sentence so far: "the western side" is of the way told last.</summary>
    public List<AccessFact> Told { get; } = [];

    /// <summary>The fact told last, here or in the sentence before.</summary>
    public AccessFact? Latest => Told.Count > 0 ? Told[^1] : context.AccessNear ? context.LastAccess : null;

    // Words that the table of features leaves to their neighbours.
    private static readonly WordSet Unlisted =
        new("one", "ones", "that", "those", "u.s.", "post", "gate", "landing", "jetty", "lane", "link", "links", "way", "ways", "st", "rd");

    /// <summary>The road, bridge or crossing that is a noun of its own: not the "border" of "border guards".</summary>
    public bool FeatureAt(int i, out ThingKind kind, out int length)
    {
        (kind, length) = (ThingKind.Road, 1);
        if ((uint)i >= (uint)s.Count) return false;
        if (s[i].Kind == TokenKind.Code) return IsRoadNumber(i);
        if (!s.Is(i, Tag.Feature) && !s.IsIn(i, Unlisted)) return false;
        if (Same(i) is { } same)
        {
            kind = same;
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
            kind = ThingKind.Crossing;
            return crossing;
        }

        return RoadAt(i) ?? ListedAt(i, ref kind, out length);
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

    // "crossed at Karsh, where the gate", a crossing by its name
    private bool GateNamed(int gate) => places.Exists(p => (p.End <= gate && s.Says(p.At, "at") || context.IsCrossing(p.Name)));

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
    private bool ListedAt(int i, ref ThingKind kind, out int length)
    {
        if (s.Feature(i, out length) is not { } found) return false;
        kind = found.Kind;
        // "Port Sudan"
        if (IsPermit(i) || s.Says(i, "port") && s[i].Capital && s.IsWord(i + 1)) return false;
        // "the railway tracks"
        if (s.SaysAny(i, "track", "tracks") && s.SaysAny(i - 1, "railway", "rail", "railroad", "train", "tram")) return false;
        // "the gap between rich and poor"
        if (s.SaysAny(i, "gap", "gaps") && s.Says(i + 1, "between") && s.Says(i + 3, "and") && !s[Math.Min(i + 2, s.Count - 1)].Capital) return false;
        // "the road to recovery" leads nowhere on a map.
        if (s.Says(i + length, "to") && s.Has(i + length + 1, Cue.Abstract)) return false;
        // "Highway 3": the number belongs to the name.
        if (found.Kind == ThingKind.Road && i + length < s.Count && (s.IsNumber(i + length) || s[i + length].Kind == TokenKind.Code)) length++;
        return s.Is(i + length, Tag.Feature) || !IsOtherNoun(i + length);
    }

    // "the M5", "the RN2", "RN27 closed" at the head of a line: a road by its number.
    private bool IsRoadNumber(int i)
    {
        if (!s.Says(i - 1, "the") && !s.Is(i - 1, Tag.Preposition) && !s.Is(i - 1, Tag.Transit)
            && !(i == 0 || s.IsMark(i - 1)) && !s.Is(i - 1, Tag.Act)) return false;
        var code = s.Chars(i);
        var letters = 0;
        while (letters < code.Length && char.IsAsciiLetterUpper(code[letters])) letters++;
        // "NH-31C"
        var last = char.IsAsciiLetterUpper(code[^1]) ? code.Length - 1 : code.Length;
        for (var k = letters; k < last; k++)
            if (!char.IsAsciiDigit(code[k]) && code[k] != '-') return false;
        return !s.Says(i, "M23");
    }

    /// <summary>"the road to X was cut, | the one | to Y still open": the way told of before.</summary>
    public ThingKind? Same(int i)
    {
        if (!s.SaysAny(i, "one", "ones", "that", "those")) return null;
        if (s.SaysAny(i, "one", "ones") ? !s.Is(i - 1, Tag.Determiner) && !s.Is(i - 1, Tag.Direction) && !(s.Is(i - 2, Tag.Determiner) && s.IsWord(i - 1))
            : !s.SaysAny(i + 1, "to", "from", "over", "at", "into", "between")) return null;
        return WayBefore(i);
    }

    /// <summary>The kind of way that the sentence spoke of before a token.</summary>
    public ThingKind? WayBefore(int before)
    {
        for (var k = before - 1; k > Math.Max(-1, before - 25); k--)
            if (s.FeatureEndingAt(k + 1, out _) is { Kind: not ThingKind.River } way) return way.Kind is ThingKind.Airport or ThingKind.Front ? null : way.Kind;
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
            if (s.Act(k) is { State: AccessState.Open or AccessState.Closed, Object: ActObject.Way, Role: not ActRole.Built }) return true;
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
        return s.Is(i, Tag.PlaceNoun) && !s.Is(i, Tag.Feature) && !s.Is(i, Tag.SettlementNoun) || s.Verb(i) is { Form: VerbForm.Noun };
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

    /// <summary>A run of names that may be a place: no day, body, force, people, person, nor the first word of a sentence that the tables know.</summary>
    public int Name(int from, int limit)
    {
        var i = from;
        while (i < limit && i - from < 6)
        {
            if (!s.IsWord(i) && s[i].Kind != TokenKind.Code) break;
            if (i > from && IsSettlement(i, out _) || FeatureAt(i, out _, out _) || s.Says(i, "what")) break;
            var particle = i + 1 < limit && (s.Has(i, Cue.NameParticle) || i > 0 && s[i].Capital && s.Says(i, "at")) && s.IsWord(i + 1) && s[i + 1].Capital;
            if (!particle && !s[i].Capital && !Article(i)) break;
            if (!particle
                && (s.IsSmall(i) || s.Is(i, Tag.Month | Tag.Weekday | Tag.Actor | Tag.Demonym | Tag.Unit)
                    || s.Is(i, Tag.Source) && s.Find(i, Tag.Source) is not { Detail: "witness" }
                    || s.Is(i, Tag.Direction) && i + 1 < limit && !s[i + 1].Capital || IsAcronym(i)
                    || s.Is(i, Tag.Country) && !s.Says(i - 1, "port")))
                break;
            // The first word of a sentence is a name only if no table knows it.
            if (i == from && !particle && (i == 0 || s.IsMark(i - 1) && !s.IsMark(i - 1, ',') && !s.IsMark(i - 1, '-'))
                && (s[i].Word is not null || s.EndsWith(i, "ing") || s.EndsWith(i, "ers")))
                break;
            i++;
        }

        if (i == from) return from;
        // A person, or the body that a name belongs to.
        if (NameSpelling.IsGivenName(s, from) && i - from > 1 || s.Is(from - 1, Tag.Body)) return from;
        return i;
    }

    /// <summary>"FSA": capitals, and no number of a king.</summary>
    public bool IsAcronym(int i)
    {
        var word = s.Chars(i);
        if (word.Length is < 2 or > 6 || !word.ContainsAnyExcept("IVX")) return false;
        foreach (var c in word)
            if (!char.IsUpper(c)) return false;
        return true;
    }

    /// <summary>The article of a name: "| al | Bab".</summary>
    public bool Article(int i) => PlaceReader.Article(s, i);

    /// <summary>Where the noun phrase of a head begins, without its article.</summary>
    public int NounStart(int at)
    {
        var i = at;
        while (i > 0 && (s.IsWord(i - 1) || s[i - 1].Kind == TokenKind.Code || s.IsMark(i - 1, '–') && s.IsWord(i - 2)) && !s.IsSmall(i - 1)
            && !s.Is(i - 1, Tag.Act) && !s.Is(i - 1, Tag.Speech) && !s.Is(i - 1, Tag.Predicate) && at - i < 6) i--;
        return i;
    }
}
