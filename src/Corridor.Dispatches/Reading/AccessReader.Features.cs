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

    // To the right of what is done the nearest feature is meant, to the left the last before it.
    private bool FeatureIn(int from, int to, bool rightward, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, '(') && !rightward && at >= 0) { while (i < to && !s.IsMark(i, ')')) i++; continue; }
            if (s.IsMark(i) && !s.IsMark(i, '-') && !s.IsMark(i, '–'))
            {
                if (rightward) return false;
                if (from > 0) (feature, at) = ("", -1);
                continue;
            }

            // "washed away 2,300 km of road": how much road, and none by name.
            if (rightward && s.IsNumber(i) && s.Find(i + 1, Tag.Unit) is { Name: "distance" }) return false;
            // "surrounded the city and cut the motorway": the second verb has its own object.
            if (rightward && s.SaysAny(i, "while", "but", "after", "because", "when", "where", "which", "who", "as")) return false;
            if (rightward && i > from && s.Is(i, Tag.Act) && !s.Is(i, Tag.Feature)) return at >= 0;
            if (s[i].Kind == TokenKind.Code && IsRoadNumber(i)) { (feature, at, end) = ("road", i, i + 1); if (rightward) return true; continue; }
            if (s.Find(i, Tag.Feature, out var length) is not { } found || taken[i]) continue;
            // "Highway 3": the number belongs to the name.
            if (found.Name == "road" && s.IsNumber(i + length) && s[i].Capital && !s[i + length].Grouped) length++;
            // "the road to the border is closed": where it leads is not what is closed.
            if (!rightward && feature == "road" && LedTo(i)) continue;
            (feature, at, end) = (found.Name, i, i + length);
            if (rightward) return true;
            i += length - 1;
        }

        return at >= 0;
    }

    private bool LedTo(int i)
    {
        for (var steps = 0; steps < 5 && i > 0 && s.IsWord(i - 1) && !s.IsSmall(i - 1) && (s[i - 1].Capital || s.Is(i - 1, Tag.Demonym) || s.Is(i - 1, Tag.Direction)); steps++) i--;
        if (s.Says(i - 1, "the")) i--;
        return s.SaysAny(i - 1, "to", "from", "towards", "toward", "near", "into");
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
