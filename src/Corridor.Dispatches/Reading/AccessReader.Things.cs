using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What can be open or taken: a noun phrase whose head is a road, bridge or crossing, a kind of settlement, or a bare name.</summary>
internal sealed partial class AccessReader
{
    /// <summary>Such a noun phrase.</summary>
    /// <param name="Feature">Its feature in the schema, or airport and front, which are left out.</param>
    /// <param name="First">First token, article included.</param>
    /// <param name="Head">Token of the noun; negative where it was told before.</param>
    /// <param name="End">Token after it.</param>
    /// <param name="Named">Whether a name is in it.</param>
    private readonly record struct Thing(string Feature, int First, int Head, int End, bool Named)
    {
        public bool IsPlace => Feature == "settlement";
        /// <summary>The name, where it is not in these tokens.</summary>
        public string? Name { get; init; }
        /// <summary>What it joins, where that was told before.</summary>
        public IReadOnlyList<PlaceRef>? Ends { get; init; }
    }

    // The noun phrase that begins at a token, where it ends, and what it is if that can be open or taken.
    // The head is its last noun: "closed schools near the border" closes no border, "cut travel on the road" does.
    private Thing? Phrase(int from, int limit, out int end)
    {
        Thing? thing = null;
        var (names, part, i) = (-1, false, from);
        end = from;
        limit = Math.Min(limit, from + 18);
        while (i < limit)
        {
            if (s[i].Kind == TokenKind.Quote || s.IsMark(i, '-') || s.IsMark(i, '–') || s.IsMark(i, '/')) { i++; continue; }
            if (s.IsMark(i, '('))
            {
                var close = i;
                while (close < limit && !s.IsMark(close, ')')) close++;
                if (i == from || close >= limit || thing is not null && close + 1 < limit && !FeatureAt(close + 1, out _, out _)) break;
                i = close + 1;
                continue;
            }

            if (s.IsMark(i)) break;
            if (s[i].Kind == TokenKind.Possessive) { (thing, names) = (null, -1); i++; continue; }
            // "washed away 2,300 km of road": how much road, and none by name.
            if (s.IsNumber(i) || s.Is(i, Tag.Cardinal) && (!s[i].Capital || i == 0))
            {
                if (thing is not null) break; if (s.Find(i + 1, Tag.Unit) is { Name: "distance" } && s.Says(i + 2, "of")) return null;
                (part, i) = (true, i + 1);
                continue;
            }
            if (s[i].Kind == TokenKind.Percent || i == from && Approximator(i) is var skip && skip > 0 && (i += skip - 1) >= 0) { i++; continue; }
            if (FeatureAt(i, out var feature, out var length)) { thing = new Thing(feature, from, i, i + length, names >= 0); i += length; end = i; (names, part) = (-1, false); continue; }
            if (s.Is(i, Tag.Passage) && thing is null) { s.Find(i, Tag.Passage, out length); (part, i) = (true, i + length); end = i; continue; }
            if (IsSettlement(i, out length))
            {
                // "Wad Medani town", "the town of X", "23 villages"; "village elders" are people.
                thing = IsOtherNoun(i + length) ? null : new Thing("settlement", from, i, i + length, names >= 0);
                i += length;
                end = i;
                if (thing is not null && s.Says(i, "of") && Name(i + 1, limit) is var name && name > i + 1) (thing, i) = (thing.Value with { End = name, Named = true, Head = i + 1 }, name);
                end = i;
                continue;
            }

            if (Name(i, limit) is var stop && stop > i)
            {
                if (thing is { } before) thing = before with { End = stop, Named = true };
                else if (!IsOtherNoun(stop) && !s.Is(stop, Tag.Unit) && (stop >= limit || s[stop].Kind != TokenKind.Possessive)) thing = new Thing("settlement", from, i, stop, true);
                names = i;
                i = stop;
                end = i;
                continue;
            }

            if (s.Says(i, "of") && thing is null && (part || s.SaysAny(i - 1, "most", "all", "parts", "half", "some", "many", "outskirts", "total", "dozens", "scores", "hundreds", "series", "number", "couple", "control"))) { i++; end = i; continue; }
            if (part && thing is null && (s.SaysAny(i, "on", "along", "over", "across", "through", "out", "of", "in", "into") && EndsPassage(i) || s.Says(i, "to") && s.SaysAny(i - 1, "access", "entry"))) { i++; end = i; continue; }
            if (thing is not null && s.SaysAny(i, "and", "or", "&"))
            {
                if (s.Find(i + 1, Tag.Act) is { } verb && verb.Form != VerbForm.Phrase) break;
                var more = Phrase(i + 1, limit, out var last);
                if (more is { } other && other.IsPlace == thing.Value.IsPlace && other.Feature is not ("airport" or "front")) { thing = thing.Value with { End = other.End, Named = thing.Value.Named || other.Named }; end = last; break; }
                // "relief camps and distribution centres": not of the camps alone. "56 villages and points" is.
                if (last > i + 1 && more is null && !thing.Value.IsPlace && !thing.Value.Named && !s[i + 1].Capital && !s.Is(i + 1, Tag.Determiner) && !s.Is(i + 1, Tag.Adverb) && !s.Is(i + 1, Tag.Act)) thing = null;
                else if (thing.Value.IsPlace && !thing.Value.Named && IsOtherNoun(i + 1)) thing = thing.Value with { End = i + 2 };
                break;
            }

            if (s.IsSmall(i) && !s.Is(i, Tag.Determiner) || s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Negation) && i > from || s.Is(i, Tag.Weekday) || s.Is(i, Tag.Month) && s[i].Capital) break;
            if (s.Is(i, Tag.Determiner) && i > from && !s.Is(i - 1, Tag.Determiner) && !s.SaysAny(i - 1, "of", "on", "along", "over", "across", "through", "in", "into", "out")) break;
            if (thing is not null)
            {
                // After the head a verb, an adverb, a time; another noun makes the head its own: "the border guards".
                if (IsOtherNoun(i)) { thing = null; i++; end = i; continue; }
                break;
            }

            if ((s.Is(i, Tag.Speech) || s.Find(i, Tag.Act) is { Form: not VerbForm.Phrase } && !s.EndsWith(i, "ed") && !s.EndsWith(i, "ing")) && i > from && !s.Is(i - 1, Tag.Determiner)) break;
            if (s.Find(i, Tag.Predicate) is { Form: VerbForm.Past or VerbForm.Third } && i > from) break;
            i++;
            end = i;
        }

        end = Math.Max(end, from);
        if (thing is { } found && found.IsPlace && !found.Named && s.SaysAny(found.Head, "area", "areas", "territory", "region", "parts", "outskirts", "centre", "center") && !part && !s.Is(from, Tag.Direction) && !s.Is(from + 1, Tag.Direction) && found.End - found.First < 3 && s.SaysAny(from, "a", "an")) return null;
        return thing;
    }

    // "about 70 per cent of", "more than four"
    private int Approximator(int i)
    {
        foreach (var tag in (ReadOnlySpan<Tag>)[Tag.Approximately, Tag.MoreThan, Tag.AtLeast, Tag.LessThan])
            if (s.Find(i, tag, out var length) is not null && (s.IsNumber(i + length) || s.Is(i + length, Tag.Cardinal) || s.Is(i + length, Tag.Fraction))) return length;
        return 0;
    }

    // "sections of the road", "traffic along the highway": a preposition that leads to what the part is of.
    private bool EndsPassage(int i) => s.EndingAt(i, Tag.Passage, out _) is not null;

    // The road, bridge or crossing that is a noun of its own: not the "border" of "border guards".
    private bool FeatureAt(int i, out string feature, out int length)
    {
        (feature, length) = ("road", 1);
        if ((uint)i >= (uint)s.Count) return false;
        if (s[i].Kind == TokenKind.Code) return IsRoadNumber(i);
        if (s.Find(i, Tag.Feature, out length) is not { } found || taken[i]) return false;
        feature = found.Name;
        if (IsPermit(i)) return false;
        // "the road to recovery" leads nowhere on a map.
        if (s.Says(i + length, "to") && s.IsIn(i + length + 1, Abstract)) return false;
        // "Highway 3": the number belongs to the name.
        if (found.Name == "road" && i + length < s.Count && (s.IsNumber(i + length) && !s[i + length].Grouped && s[i].Capital || s[i + length].Kind == TokenKind.Code && s[i].Capital)) length++;
        return s.Is(i + length, Tag.Feature) || !IsOtherNoun(i + length) || s.SaysAny(i + length, "service", "services", "network", "networks", "link", "links", "connection", "connections", "connectivity", "gates", "terminal");
    }

    private static readonly WordSet Abstract = new("recovery", "peace", "success", "victory", "power", "ruin", "democracy", "freedom", "independence", "reform", "justice", "reconciliation", "war", "hell");

    // "the Salang pass" is a road, a pass that soldiers ask for is none.
    private bool IsPermit(int i) => s.SaysAny(i, "pass", "passes") && !(s.SaysAny(i + 1, "to", "over", "between") && s.IsWord(i + 2) && s[i + 2].Capital && s.Is(i - 1, Tag.Determiner)) && (i == 0 || !s[i - 1].Capital || !s.IsWord(i - 1) || s[i - 1].Word is not null && !s.Is(i - 1, Tag.Feature));

    // A noun that takes over from the one before it: "village | elders", "border | guards"; not a verb, an adverb or a day.
    private bool IsOtherNoun(int i)
    {
        if (!s.IsWord(i) || s[i].Capital || s.IsSmall(i) || s.Is(i, Tag.Preposition) || s.SaysAny(i, "out", "off", "up", "down", "round", "wide") || s.EndsWith(i, "ly") || s.EndsWith(i, "ward") || s.EndsWith(i, "wards")) return false;
        if (s.Is(i, Tag.Unit) || s.Is(i, Tag.Source) || s.Is(i, Tag.Body) || s.Is(i, Tag.Actor)) return true;
        if (s[i].Word is null) return !s.EndsWith(i, "ed") && !s.EndsWith(i, "ing") && !s.IsIn(i, NoNoun);
        return s.Is(i, Tag.PlaceNoun) && !s.Is(i, Tag.Direction) && !s.Is(i, Tag.Feature) && !s.Is(i, Tag.SettlementNoun) || s.Find(i, Tag.Predicate) is { Form: VerbForm.Noun } || s.Find(i, Tag.Deed) is { Name: not "turn" } && s.Find(i, Tag.Act) is null;
    }

    private bool IsSettlement(int i, out int length)
    {
        length = 1;
        return !taken[i] && s.Find(i, Tag.SettlementNoun, out length) is not null;
    }

    private static readonly WordSet NoNoun = new("itself", "there", "still", "run", "runs", "ran", "winds", "lies", "lay", "can", "built", "due", "amid", "near", "close", "remain", "remains", "stay", "stays", "became", "become", "becomes", "came", "come", "comes", "went", "goes", "go", "under", "using", "such", "like", "more", "less", "began", "begins", "continue", "continued", "continues", "yesterday", "today", "tonight", "tomorrow", "last", "this", "next", "ago", "soon", "also", "late", "earlier", "overnight", "onwards", "entirely", "totally", "fully", "again", "once", "twice", "shortly", "further", "worked", "works", "serves", "served", "spans", "spanning", "suffered", "needs", "seems", "appears", "hours", "days", "weeks", "months", "where", "whose", "whatever", "despite", "besides");
    private static readonly WordSet Titles = new("president", "general", "colonel", "commander", "minister", "mr", "mrs", "dr", "leader", "spokesman", "governor", "sheikh", "captain", "mayor", "brigade", "brigadier", "major", "premier", "king", "prince");

    // A run of names that may be a place: no day, body, force, people, person, nor the first word of a sentence that the tables know.
    private int Name(int from, int limit)
    {
        var i = from;
        while (i < limit && i - from < 6)
        {
            if (!s.IsWord(i) && s[i].Kind != TokenKind.Code) break;
            if (i > from && IsSettlement(i, out _) || FeatureAt(i, out _, out _)) break;
            var particle = i + 1 < limit && s.SaysAny(i, "al", "el", "de", "du", "la", "le", "ez", "ad", "ash", "bin", "ibn", "abu", "um", "da", "do", "dos", "das", "del", "sur", "es", "az", "as", "ar", "tal", "tell") && s.IsWord(i + 1) && s[i + 1].Capital;
            if (particle && !s[i].Capital && i == from && !s.SaysAny(i, "al", "el", "as")) break;
            if (!particle && !s[i].Capital && !Article(i)) break;
            if (s[i].Kind == TokenKind.Code && i == from) break;
            if (!particle && (s.IsSmall(i) && i == from || s.Is(i, Tag.Month) || s.Is(i, Tag.Weekday) || s.Is(i, Tag.Source) && s.Find(i, Tag.Source) is not { Detail: "witness" } || s.Is(i, Tag.Actor) || s.Is(i, Tag.Demonym) || s.Is(i, Tag.Unit) && !Article(i) || s.Is(i, Tag.Direction) && i + 1 < limit && !s[i + 1].Capital || s.Is(i, Tag.Cardinal) || IsAcronym(i) || s.Is(i, Tag.Country))) break;
            // The first word of a sentence is a name only if no table knows it.
            if (i == from && !particle && (i == 0 || s.IsMark(i - 1) && !s.IsMark(i - 1, ',') && !s.IsMark(i - 1, '-')) && (s[i].Word is not null || s.EndsWith(i, "ing") || s.EndsWith(i, "ers") || s.EndsWith(i, "ly") || s.EndsWith(i, "tions"))) break;
            i++;
        }

        if (i == from) return from;
        // A person, or the body that a name belongs to.
        if (PrivacyGate.IsGivenName(s, from) && i - from > 1 || s.Is(from - 1, Tag.Body) || s.IsIn(from - 1, Titles)) return from;
        return i;
    }

    private bool IsAcronym(int i)
    {
        var word = s.Chars(i);
        if (word.Length is < 2 or > 6) return false;
        foreach (var c in word)
            if (!char.IsUpper(c) && c != '-' && c != '.') return false;
        return true;
    }

    // "al-Hol", "el-Fasher": the article joined to the name, in lower case.
    private bool Article(int i)
    {
        if (!s.IsWord(i)) return false;
        var word = s.Chars(i);
        var dash = word.IndexOf('-');
        return dash is > 0 and <= 3 && dash + 1 < word.Length && char.IsUpper(word[dash + 1]);
    }

    // "the M5", "the RN2", "RN27 closed" at the head of a line: a road by its number.
    private bool IsRoadNumber(int i)
    {
        if (!s.Says(i - 1, "the") && !(i == 0 || s.IsMark(i - 1)) && !s.SaysAny(i - 1, "on", "along", "of")) return false;
        var code = s.Chars(i);
        var letters = 0;
        while (letters < code.Length && char.IsAsciiLetterUpper(code[letters])) letters++;
        if (letters is 0 or > 3 || letters == code.Length) return false;
        for (var k = letters; k < code.Length; k++)
            if (!char.IsAsciiDigit(code[k]) && code[k] != '-') return false;
        return !s.SaysAny(i, "M23");
    }

    private static readonly string[] FlankWords = ["exit", "exits", "flank", "side", "approach", "approaches", "way out"];

    private bool IsFlank(int at, int end)
    {
        for (var i = Math.Max(0, at - 3); i < end; i++)
            foreach (var word in FlankWords)
                if (s.Says(i, word)) return true;
        return false;
    }

    // "between Mosul and Tal Afar", "to Debaga", "linking A with B" belong to the span.
    private int Ends(int from)
    {
        var end = from;
        foreach (var place in places)
            if (place.At >= from && place.At <= end + 1 && place.Role is not PlaceRole.Near && place.End > end && !s.IsMark(place.At - 1)) end = place.End;
        if (s.Says(from, "between") || s.SaysAny(from, "linking", "connecting", "joining"))
        {
            end = from + 1;
            while (end < s.Count && end - from < 9 && ((s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Weekday)) || (s.Is(end, Tag.Feature) && s.Is(end - 1, Tag.Demonym)) || s.SaysAny(end, "and", "with", "to", "the"))) end++;
            while (end > from && s.SaysAny(end - 1, "and", "with", "to", "the")) end--;
        }

        return end;
    }

    private List<PlacePhrase> EndPlaces(Thing thing, int spanEnd)
    {
        // "closed between A and B": told after the verb.
        var from = thing.End;
        for (var i = thing.End; i < spanEnd; i++)
            if (s.Says(i, "between")) from = i;
        var end = Math.Max(spanEnd, Ends(from));
        var list = places.FindAll(p => p.First >= from && p.First < end && p.Role is PlaceRole.Origin or PlaceRole.Destination or PlaceRole.In or PlaceRole.Route && p.Named);
        // Where a crossing or checkpoint stands is its name, not where it leads.
        list.RemoveAll(p => s.Says(p.At, "at") && p.At == thing.End && s.EndingAt(thing.End, Tag.Feature, out _)?.Name is "crossing" or "checkpoint" or "bridge");
        if (!s.Says(from, "between") && !s.SaysAny(from, "linking", "connecting", "joining")) return list;
        list.Clear();
        var (first, last) = (from + 1, Ends(from));
        for (var i = first; i <= last; i++)
        {
            if (i < last && !s.SaysAny(i, "and", "with", "to")) continue;
            while (s.Says(first, "the")) first++;
            if (i > first) list.Add(new PlacePhrase(from, first, i, PlaceRole.In, s.Words(first, i), true, null));
            first = i + 1;
        }

        return list;
    }

    // The name under which it is told: "Mosul-Tal Afar highway", "Arqin crossing", "west of Mosul", "Al-Karama district".
    private string Place(Thing thing, AccessState state)
    {
        var (first, end) = (thing.First, thing.End);
        while (first < thing.Head && (s.Is(first, Tag.Determiner) || s[first].Kind == TokenKind.Quote)) first++;
        if (thing.IsPlace) return s.Words(s.SaysAny(thing.Head - 1, "of") && thing.Named ? thing.Head : first, end);
        var at = thing.Head;
        if (state == AccessState.Sealed && IsFlank(at, end))
        {
            // "the last western exit": the side, by its name.
            for (var i = Math.Max(0, at - 3); i < end; i++)
                if (s.Is(i, Tag.Direction) && s.EndsWith(i, "ern")) return s.Words(i, i + 1)[..^3].ToLowerInvariant() + " flank";
        }

        // "the crossing at Arqin", "the checkpoint at Huwara": as it is called elsewhere, "Arqin crossing".
        var post = s.Find(at, Tag.Feature) is { Name: "crossing" or "checkpoint" } && !s.SaysAny(at, "ferry", "ferries") && s.Is(at - 1, Tag.Determiner);
        if (s.Says(end, "at") && post && places.Find(p => p.At == end && p.Named) is { } site) return $"{site.Name} {s.Words(at, end)}";
        first = Math.Max(first, NounStart(at));
        while (first < at && s.Is(first, Tag.Determiner)) first++;
        // "the road to Demoso", "the bridge over the wadi": where it lies is part of its name.
        if (s.SaysAny(end, "to", "at", "over", "out", "from") && Ends(end) is var last && last > end + 1 && !taken[last - 1]) return s.Words(Math.Min(first, at), last);
        if (s.Says(end, "between") && EndPlaces(thing, Ends(end)) is [var a, var b]) return $"{a.Name}-{b.Name} {s.Words(at, end)}";
        return s.Words(Math.Min(first, at), end);
    }

    private int NounStart(int at)
    {
        var i = at;
        while (i > 0 && (s.IsWord(i - 1) || s[i - 1].Kind == TokenKind.Code || (s.IsMark(i - 1, '–') && s.IsWord(i - 2) && s[i - 2].Capital)) && !s.IsSmall(i - 1) && !s.Is(i - 1, Tag.Act) && !s.Is(i - 1, Tag.Speech) && !s.Is(i - 1, Tag.Predicate) && at - i < 6) i--;
        return i;
    }
}
