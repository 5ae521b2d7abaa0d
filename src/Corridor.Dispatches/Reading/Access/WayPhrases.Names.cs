using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a thing is called, and what it joins.</summary>
internal sealed partial class WayPhrases
{
    /// <summary>The name under which it is told: "Mosul-Tal Afar highway", "Arqin crossing", "west of Mosul", "Al-Karama district".</summary>
    public string Place(Thing thing, AccessState state)
    {
        var (first, end) = (thing.First, thing.End);
        while (first < thing.Head && s.Is(first, Tag.Determiner)) first++;
        if (thing.IsPlace) return s.Words((thing.Access || s.Says(thing.Head - 1, "of")) && thing.Named ? thing.Head : first, end);
        var at = thing.Head;
        if (state == AccessState.Sealed && IsFlank(at, end))
        {
            // "the last western exit": the side, by its name.
            for (var i = Math.Max(0, at - 3); i < end; i++)
                if (s.Is(i, Tag.Direction)) return (s.EndsWith(i, "ern") ? s.Words(i, i + 1)[..^3] : s.Words(i, i + 1)).ToLowerInvariant() + " flank";
        }

        // "the crossing at Arqin", "the checkpoint at Huwara": as it is called elsewhere, "Arqin crossing".
        var post = s.Feature(at) is { Kind: ThingKind.Crossing or ThingKind.Checkpoint } && !s.SaysAny(at, "ferry", "ferries")
            && s.Is(at - 1, Tag.Determiner);
        if (s.Says(end, "at") && post && places.Find(p => p.At == end) is { } site) return $"{site.Name} {s.Words(at, end)}";
        first = Math.Max(first, Nouns.NounStart(at));
        while (first < at && s.Is(first, Tag.Determiner)) first++;
        // "Karsa's bridge", "the checkpoint near Karsa", "its border with Chad"
        if (first == at && at > 1 && s[at - 1].Kind == TokenKind.Possessive && context.Land(s.Words(at - 2, at - 1)) is not null)
            return $"{s.Words(at - 2, at - 1)} {s.Words(at, end)}";
        if (s.Says(end, "with") && s.Find(end + 1, Tag.Country, out var words) is not null) return s.Words(Math.Min(first, at), end + 1 + words);
        if (s.SaysAny(end, "near", "outside") && s.IsCapital(end + 1) && Nouns.Name(end + 1, s.Count) is var named && named > end + 1)
            return s.Words(Math.Min(first, at), named);
        // "the road to Demoso", "the bridge over the wadi": where it lies is part of its name.
        if (s.SaysAny(end, "to", "at", "over", "out", "from") && Ends(end) is var last && last > end + 1)
            return s.Words(Math.Min(first, at), last);
        if ((s.Says(end, "between") || s.Has(end, Cue.Joining))
            && EndPlaces(thing, Ends(end)) is [var a, var b]) return $"{a.Name}-{b.Name} {s.Words(at, end)}";
        return s.Words(Math.Min(first, at), end);
    }

    /// <summary>Whether a side of a place is told of: "the western exit", "the way out".</summary>
    public bool IsFlank(int at, int end)
    {
        for (var i = Math.Max(0, at - 3); i < end; i++)
            if (s.SaysAny(i, "exit", "exits", "flank", "side", "approach", "approaches") || s.Says(i, "way") && s.Says(i + 1, "out")) return true;
        return false;
    }

    /// <summary>"between Mosul and Tal Afar", "to Debaga", "linking A with B" belong to the span.</summary>
    public int Ends(int from)
    {
        var end = from;
        foreach (var place in places)
        {
            if (place.At < from || place.At > end + 1 || place.End <= end || place.Role is PlaceRole.Near) continue;
            // "the bridge at Karsa | fell | into the river"
            if (place.At == end + 1 && s.Is(end, Tag.Finites) && !s.EndsWith(end, "ing")) break;
            if (!s.Is(place.At, Tag.Act) && !s.Is(place.First, Tag.Demonym) && !s.IsMark(place.At - 1)) end = place.End;
        }

        if (s.SaysAny(from, "that", "which") && s.Has(from + 1, Cue.Joining)) from++;
        if (s.Says(from, "between") || s.Has(from, Cue.Joining))
        {
            end = from + 1;
            var (joints, most) = (0, s.Says(from, "between") ? 1 : 4);
            while (end < s.Count && end - from < 9 && (!s.Says(end, "and") || joints++ < most)
                && (s.IsWord(end) && s[end].Capital || (s.Is(end, Tag.Feature) && s.Is(end - 1, Tag.Demonym)) || IsPartOfName(end)
                    || s.SaysAny(end, "and", "with", "to", "the"))) end++;
            while (end > from && s.SaysAny(end - 1, "and", "with", "to", "the")) end--;
        }

        return end;
    }

    // "Khazer | M1 | camp"
    private bool IsPartOfName(int i) => (s.IsCapital(i - 1) || s[i - 1].Kind == TokenKind.Code)
        && (s[i].Kind == TokenKind.Code || Nouns.IsSettlement(i, out _) || Nouns.FeatureAt(i, out var kind, out _) && kind == ThingKind.Camp);

    /// <summary>The places that a thing joins or leads to.</summary>
    public List<PlacePhrase> EndPlaces(Thing thing, int spanEnd)
    {
        // "closed between A and B": told after the verb.
        var from = thing.End;
        for (var i = thing.End; i < spanEnd; i++)
            if (s.Says(i, "between")) from = i;
        var end = Math.Max(spanEnd, Ends(from));
        var list = places.FindAll(p => p.First >= from && p.First < end && !s.Is(p.First, Tag.Demonym)
            && p.Role is PlaceRole.Origin or PlaceRole.Destination or PlaceRole.In or PlaceRole.Route && p.Named);
        // Where a crossing or checkpoint stands is its name, not where it leads.
        list.RemoveAll(p => s.Says(p.At, "at") && p.At == thing.End
            && s.FeatureEndingAt(thing.End, out _)?.Kind is ThingKind.Crossing or ThingKind.Checkpoint or ThingKind.Bridge);
        if (s.SaysAny(from, "that", "which")) from++;
        if (!s.Says(from, "between") && !s.Has(from, Cue.Joining)) return list;
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
}
