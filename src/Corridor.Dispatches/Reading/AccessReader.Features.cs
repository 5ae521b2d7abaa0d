using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What is open or shut: the road, flank, bridge or crossing that a stretch names, and how it is called.</summary>
internal sealed partial class AccessReader
{
    private static readonly string[] FlankWords = ["exit", "exits", "flank", "side", "approach", "approaches", "way out"];

    private bool IsFlank(int at, int end)
    {
        for (var i = Math.Max(0, at - 3); i < end; i++)
            foreach (var word in FlankWords)
                if (s.Says(i, word)) return true;
        return false;
    }

    /// <summary>The feature that a stretch ends with or holds alone, in a noun phrase of its own.</summary>
    private bool FeatureIn(int from, int to, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        for (var i = from; i < to; i++)
            if (FeatureAt(i, out var name, out var length)) (feature, at, end) = (name, i, i + length);
        return at >= 0;
    }

    // A word for a road, bridge or crossing that is the head of its phrase: not the "border" of "border guards".
    private bool FeatureAt(int i, out string feature, out int length)
    {
        (feature, length) = ("road", 1);
        if (s[i].Kind == TokenKind.Code) return IsRoadNumber(i);
        if (s.Find(i, Tag.Feature, out length) is not { } found || taken[i]) return false;
        feature = found.Name;
        // "Highway 3": the number belongs to the name.
        if (found.Name == "road" && i + length < s.Count && s.IsNumber(i + length) && s[i].Capital && !s[i + length].Grouped) length++;
        var next = i + length;
        if (!s.IsWord(next) || s.Is(next, Tag.Feature) || s.IsSmall(next) || s.Is(next, Tag.Preposition) || s[next].Capital || s.Is(next, Tag.Adverb) || s.Is(next, Tag.Act) || s.Is(next, Tag.Direction) || s.Is(next, Tag.Speech) || s.Is(next, Tag.Passage)) return true;
        if (s.Find(next, Tag.Predicate) is { Form: not VerbForm.Noun } || s.EndsWith(next, "ing") || s.EndsWith(next, "ed") || s.EndsWith(next, "ly") || s.Is(next, Tag.Negation) || s.Is(next, Tag.Possible)) return true;
        return s.SaysAny(next, "service", "services", "network", "networks", "link", "links", "connection", "connections", "connectivity", "itself", "there", "still", "now", "run", "runs", "ran", "remain", "remains", "stay", "stays", "became", "become", "lies", "lay", "came", "come", "can", "built", "due", "amid", "gates", "terminal");
    }

    // What the act is done to: the noun phrase after it. "closed schools near the border" closes no border; "cut travel on the road" does.
    private bool Object(int from, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        var traffic = Traffic(from);
        while (from < s.Count && s[from].Kind == TokenKind.Quote) from++;
        for (var i = from; i < Math.Min(s.Count, from + 10); i++)
        {
            // "washed away 2,300 km of road": how much road, and none by name.
            if (s.IsNumber(i) && s.Find(i + 1, Tag.Unit) is { Name: "distance" }) return false;
            if (s.IsMark(i, '(') && at < 0) { while (i < s.Count && !s.IsMark(i, ')')) i++; continue; }
            if (s[i].Kind == TokenKind.Quote) continue;
            if (s.IsMark(i) && !s.IsMark(i, '-') && !s.IsMark(i, '–') || s[i].Kind == TokenKind.Possessive && i == from) return false;
            if (FeatureAt(i, out feature, out var length))
            {
                (at, end) = (i, i + length);
                // "the border crossing point": the last of a compound.
                while (end < s.Count && FeatureAt(end, out var more, out length)) (feature, end) = (more, end + length);
                return true;
            }

            if (s.Is(i, Tag.Preposition) && !s.Is(i - 1, Tag.Passage) && !(i == from && traffic) && !(s.Says(i, "of") && (s.IsNumber(i - 1) || s.Is(i - 1, Tag.Cardinal)))) return false;
            if (s.SaysAny(i, "while", "but", "after", "because", "when", "where", "which", "who", "as", "that", "to") || i > from && s.Is(i, Tag.Act) && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.Is(i + 1, Tag.Feature)) return false;
            if (IsLinking(i) || s.Find(i, Tag.Predicate) is { Form: VerbForm.Past or VerbForm.Third } && i > from) return false;
            if (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Speech)) return false;
        }

        return false;
    }

    // "seal | off the western side", "cut | off the road"
    private int Particle(int i) => s.SaysAny(i, "up", "down", "off", "again") ? i + 1 : i;

    // "Traffic has resumed | on the highway": the subject is what passes there.
    private bool Traffic(int act)
    {
        var i = act - 2;
        while (i >= 0 && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb))) i--;
        return s.Is(i, Tag.Passage) || s.Is(i - 2, Tag.Passage);
    }

    // What the act is told of: the noun phrase before its verb group, past an insertion; of several features in it the one that the others only place.
    private bool Subject(int act, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        var stop = GroupStart(act);
        // "RN4: closed at Bogoro"
        if (stop == act && s.IsMark(stop - 1, ':') && stop < 9) return NounPhrase(stop - 1, out feature, out at, out end);
        if (stop > 1 && s.IsMark(stop - 1, ','))
        {
            // "The bridge, which came under fire, is impassable"; "the roads connecting A with B to the west, are cut"
            var open = stop - 2;
            while (open > 0 && stop - open < 18 && !s.IsMark(open, ',') && !s.IsMark(open, ';') && !s.Is(open, Tag.Speech)) open--;
            if (open > 0 && s.IsMark(open, ',') && NounPhrase(open, out feature, out at, out end)) return true;
            return stop < act && NounPhrase(stop - 1, out feature, out at, out end);
        }

        return NounPhrase(stop, out feature, out at, out end);
    }

    private int GroupStart(int act)
    {
        var i = act;
        while (i > 0 && act - i < 9 && (s.Is(i - 1, Tag.Be) || s.Is(i - 1, Tag.Have) || s.Is(i - 1, Tag.Modal) || s.Is(i - 1, Tag.Possible) || (s.Is(i - 1, Tag.Adverb) && !s.Is(i - 1, Tag.Direction)) || IsLinking(i - 1) || s.EndsWith(i - 1, "ly") || s.SaysAny(i - 1, "not", "no", "longer", "de", "facto", "yet", "fast", "almost", "nearly", "quickly", "thus", "both", "all", "under", "in", "out")
            || s.Says(i - 1, "to") && (s.Is(i - 2, Tag.Be) || s.SaysAny(i - 2, "yet", "due", "set", "expected", "likely")))) i--;
        // "is mined and cannot be used": both are told of one subject.
        if (s.Says(i - 1, "and") && s.EndingAt(i - 1, Tag.Act, out var earlier) is not null && earlier > 0 && (s.Is(earlier - 1, Tag.Be) || s.Is(earlier - 1, Tag.Adverb) || IsLinking(earlier - 1))) return GroupStart(earlier);
        // "has been mended and is open": past the first verb of the subject.
        if (i < act && s.Says(i - 1, "and"))
            for (var k = i - 2; k > Math.Max(0, i - 7) && !s.IsMark(k) && !s.Is(k, Tag.Speech) && !s.Is(k, Tag.Determiner); k--)
                if (s.Is(k, Tag.Be) && s.EndsWith(k + 1, "ed")) return GroupStart(k + 1);
        return i;
    }

    private bool NounPhrase(int stop, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        var first = stop;
        for (var i = stop - 1; i >= Math.Max(0, stop - 18); i--)
        {
            if (s.IsMark(i) && !s.IsMark(i, '-') && !s.IsMark(i, '–') && !s.IsMark(i, '/'))
            {
                // "(RN15)"; "A, B and C roads"
                if (s.IsMark(i, ')')) { while (i > 0 && !s.IsMark(i, '(')) i--; continue; }
                if (s.IsMark(i, ',') && s.SaysAny(i + 1, "especially", "including", "particularly", "notably", "mainly")) continue;
                if (s.IsMark(i, ',') && s.IsWord(i - 1) && s[i - 1].Capital && s.IsWord(i + 1) && s[i + 1].Capital && !s.Is(i + 1, Tag.Feature)) continue;
                break;
            }

            if (s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && !s.SaysAny(i, "states") || s.SaysAny(i, "it", "they", "he", "she", "we", "them") || s.Is(i, Tag.Modal) || s.SaysAny(i, "once", "until", "unless") || s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.SaysAny(i, "who", "that", "which", "when", "where", "while", "because", "but", "after", "before", "as", "if", "whether", "since", "said", "with")) break;
            if (s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.SaysAny(i, "crossing", "crossings", "leading")) break;
            if (s.Is(i, Tag.Act) && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.Is(i + 1, Tag.Feature)) break;
            first = i;
        }

        for (var i = first; i < stop; i++)
        {
            if (!FeatureAt(i, out var name, out var length) || i + length > stop) continue;
            (feature, at, end) = (name, i, i + length);
            while (end < stop && FeatureAt(end, out var more, out length) && end + length <= stop) (feature, end) = (more, end + length);
            break;
        }

        // "relief camps and distribution centres have been opened": not of the camps alone.
        for (var i = end; at >= 0 && i < stop; i++)
            if (s.Says(i, "and") && i + 1 < stop && !s[i + 1].Capital && !s.Is(i + 1, Tag.Determiner) && !FeatureIn(i + 1, stop, out _, out _, out _) && !s[stop - 1].Capital) return false;
        // "through a corridor opened by fighters": told beside the noun, whatever the noun does.
        return at >= 0 && (IsHead(first, at) || end == stop && s.Is(stop, Tag.Act) && s.Says(stop + 1, "by"));
    }

    // "the road, which rebels cut on Friday": what the clause is told of.
    private bool Antecedent(int act, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        for (var i = act - 1; i > Math.Max(0, act - 5) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "which", "that") && !s.SaysAny(i - 1, "and", "or") && !s.Is(i - 1, Tag.Speech)) return NounPhrase(s.IsMark(i - 1, ',') ? i - 1 : i, out feature, out at, out end);
        return false;
    }

    // The phrase begins its clause, or tells what something is: "X is the only open road".
    private bool Leads(int at)
    {
        var i = at - 1;
        while (i >= 0 && (s.SaysAny(i, "only", "last", "sole", "remaining", "one", "still") || s.Is(i, Tag.Determiner))) i--;
        return i < 0 || s.IsMark(i) || s.Is(i, Tag.Be) && !s.SaysAny(at - 1, "single", "one") || s[i].Kind == TokenKind.Quote || s.SaysAny(i, "that", "and", "but", "while", "remains", "as");
    }

    // "Residents near the bridge", "schools on the border": the feature only places another thing. "A section of the road", "travel on the road" is the road.
    private bool IsHead(int first, int at)
    {
        var i = NounStart(at);
        if (i <= first) return !s.Is(i - 1, Tag.Preposition) || s.IsMark(i - 1) || s.Is(i - 2, Tag.Passage) || s.SaysAny(i - 1, "after", "before", "until", "since", "as");
        for (i--; i >= first; i--)
        {
            if (s.Is(i, Tag.Preposition) && !s.Is(i, Tag.Adverb)) return i > first && (s.Is(i - 1, Tag.Passage) || s.EndingAt(i, Tag.Passage, out _) is not null || s.Says(i, "of") && (s.IsNumber(i - 1) || s.Is(i - 1, Tag.Cardinal)));
            if (s.Is(i, Tag.Passage) || s.IsNumber(i) || s.Is(i, Tag.Cardinal)) return true;
            if (!s.Is(i, Tag.Determiner) && !s.SaysAny(i, "and", "or")) return true;
        }

        return true;
    }

    // "a blocked road", "its closed borders": the word stands before the noun that it describes.
    private bool IsAttribute(int at)
    {
        if (!s.EndsWith(at, "ed") && !s.SaysAny(at, "open", "shut", "cut", "passable", "impassable", "inaccessible", "accessible", "blown", "broken", "one-way", "functioning", "operational", "navigable", "blocking", "surrounding")) return false;
        if (!s.IsWord(at + 1) || s.IsSmall(at + 1)) return false;
        var i = at - 1;
        while (s.SaysAny(i, "still", "only", "last", "now", "remaining", "newly", "partially", "partly") || s.EndsWith(i, "ly")) i--;
        return i >= 0 && (s.Is(i, Tag.Determiner) || s[i].Kind == TokenKind.Possessive || s.Is(i, Tag.Preposition) && s.Find(i + 1, Tag.Act) is null) && !s.Is(i, Tag.Conjunction) && !s.SaysAny(i, "all", "both");
    }

    private bool IsLast(int at)
    {
        for (var i = Math.Max(0, at - 3); i < at; i++)
            if (s.SaysAny(i, "only", "last", "sole", "remaining")) return true;
        return false;
    }

    // Whether an act follows in the clause of a feature.
    private bool Done(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 12) && !s.IsMark(i, ';'); i++)
            if (s.Is(i, Tag.Act) && (s.Is(i - 1, Tag.Be) || s.Is(i - 1, Tag.Have) || s.Is(i - 1, Tag.Adverb))) return true;
        return false;
    }

    // "the M5", "the RN2", "RN27 closed" at the head of a line: a road by its number.
    private bool IsRoadNumber(int i)
    {
        if (!s.Says(i - 1, "the") && !(i == 0 || s.IsMark(i - 1)) && !s.SaysAny(i - 1, "on", "along", "of")) return false;
        var code = s.Words(i, i + 1);
        var letters = 0;
        while (letters < code.Length && char.IsAsciiLetterUpper(code[letters])) letters++;
        if (letters is 0 or > 3 || letters == code.Length) return false;
        for (var k = letters; k < code.Length; k++)
            if (!char.IsAsciiDigit(code[k]) && code[k] != '-') return false;
        return !s.SaysAny(i, "M23");
    }

    private int NounStart(int at)
    {
        var i = at;
        while (i > 0 && (s.IsWord(i - 1) || s[i - 1].Kind == TokenKind.Code || (s.IsMark(i - 1, '–') && s.IsWord(i - 2) && s[i - 2].Capital)) && !s.IsSmall(i - 1) && !s.Is(i - 1, Tag.Act) && !s.Is(i - 1, Tag.Speech) && !s.Is(i - 1, Tag.Predicate) && at - i < 6) i--;
        if (s.SaysAny(i - 1, "the", "a", "this", "all", "both")) i--;
        return i;
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

    private List<PlacePhrase> EndPlaces(int from, int end)
    {
        var list = places.FindAll(p => p.First >= from && p.First < end && p.Role is PlaceRole.Origin or PlaceRole.Destination or PlaceRole.In or PlaceRole.Route && p.Named);
        // Where a crossing or checkpoint stands is its name, not where it leads.
        list.RemoveAll(p => s.Says(p.At, "at") && p.At == from && EndsIn(from) is "crossing" or "checkpoint" or "bridge");
        if (!s.Says(from, "between") && !s.SaysAny(from, "linking", "connecting", "joining")) return list;
        list.Clear();
        var first = from + 1;
        for (var i = first; i <= end; i++)
        {
            if (i < end && !s.SaysAny(i, "and", "with", "to")) continue;
            while (s.Says(first, "the")) first++;
            if (i > first) list.Add(new PlacePhrase(from, first, i, PlaceRole.In, s.Words(first, i), true, null));
            first = i + 1;
        }

        return list;
    }

    private string? EndsIn(int end) => s.EndingAt(end, Tag.Feature, out _)?.Name;

    // A crossing or checkpoint with no other name than where it stands; a bridge or ferry keeps its own words.
    private bool IsPost(int at) => s.Find(at, Tag.Feature) is { Name: "crossing" or "checkpoint" } && !s.SaysAny(at, "ferry", "ferries") && s.Is(at - 1, Tag.Determiner);

    private string Place(int at, int end, AccessState state)
    {
        var first = NounStart(at);
        while (s.Is(first, Tag.Determiner)) first++;
        if (state == AccessState.Sealed && IsFlank(at, end))
        {
            // "the last western exit": the side, by its name.
            for (var i = Math.Max(0, at - 3); i < end; i++)
                if (s.Is(i, Tag.Direction) && s.EndsWith(i, "ern")) return s.Words(i, i + 1)[..^3].ToLowerInvariant() + " flank";
        }

        // "the crossing at Arqin", "the checkpoint at Huwara": as it is called elsewhere, "Arqin crossing".
        if (s.Says(end, "at") && IsPost(at) && places.Find(p => p.At == end && p.Named) is { } site) return $"{site.Name} {s.Words(at, end)}";
        // "the road to Demoso", "the bridge over the wadi": where it lies is part of its name.
        if (s.SaysAny(end, "to", "at", "over", "out", "from") && Ends(end) is var last && last > end + 1 && !taken[last - 1]) return s.Words(Math.Min(first, at), last);
        if (s.Says(end, "between") && EndPlaces(end, Ends(end)) is [var a, var b]) return $"{a.Name}-{b.Name} {s.Words(at, end)}";
        return s.Words(Math.Min(first, at), end);
    }
}
