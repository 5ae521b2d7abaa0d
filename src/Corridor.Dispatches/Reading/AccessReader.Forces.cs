using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Towns that forces reach, take or surround, and ways that civilians are said to use.</summary>
internal sealed partial class AccessReader
{
    // "surrounded the city", "besieged Marinka".
    private (int First, int End) Settlement(int at)
    {
        var first = at;
        while (s.Is(first, Tag.Determiner)) first++;
        var end = first;
        while (end < s.Count && end - first < 5 && s.IsWord(end) && (s.Is(end, Tag.SettlementNoun) || s[end].Capital || (s.Is(end, Tag.Direction) && s.IsWord(end + 1)))) end++;
        return end > first && !s.Is(first, Tag.Source) ? (first, end) : (at, at);
    }

    private bool Force(int at, int length, Meaning force)
    {
        // Only a force reaches or takes a place; families reach camps.
        if (s.Is(at - 1, Tag.Be) && force.Name == "reached") return false;
        var end = at + length;
        var start = end;
        while (s.Is(start, Tag.Determiner)) start++;
        if (start >= s.Count || taken[start] && Described(start) == start) return false;
        var passive = s.Is(at - 1, Tag.Be) && force.Name == "captured";
        // "an operation to retake the city", "permits to enter the region": what is meant to be, unless a plan says so.
        if (s.SaysAny(at - 1, "to", "help", "helped") && !s.SaysAny(at - 2, "claimed", "claims", "claim", "said") && RealisAt(Math.Max(0, at - 4), at) == Realis.Asserted) return false;
        var actor = passive ? null : Actor(at) ?? CountryActing(at, start) ?? Pronoun(at) ?? Letters(at);
        if (actor is null && !passive) return false;
        if (passive)
        {
            var place = places.FindLast(p => p.End <= at);
            // "Bukombo and Birambizo were taken by the rebels"
            // "several neighbourhoods inside the city have been liberated"
            if (SettledBefore(at) is var (area, verb) && area < verb && !s.SaysAny(end, "to", "into", "in", "from") && !s.SaysAny(at, "taken", "secured", "seized"))
            {
                Add(area, end, Feature.Settlement, AccessState.Captured, Named(area, verb), [], RealisAt(area, at), null);
                return true;
            }

            if (place is null && s.Says(end, "by") && s.Is(s.Is(end + 1, Tag.Determiner) ? end + 2 : end + 1, Tag.Actor) && NameBefore(at) is var (named, group) && named < group)
            {
                Add(named, end, Feature.Settlement, AccessState.Captured, s.Words(named, group), [], RealisAt(named, at), null);
                return true;
            }

            // "families who left Tob Zawa were taken": not the town.
            if (place is not null && (s.Is(place.At, Tag.Predicate) || (s.Is(place.At, Tag.Preposition) && place.Role != PlaceRole.Of))) return false;
            if (place is null || !place.Named || s.SaysAny(end, "to", "into", "in", "from", "by") && s.SaysAny(at, "taken") && !s.Says(end, "by")) return false;
            for (var i = place.End; i < at; i++)
                if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Is(i, Tag.Adverb)) return false;
            Add(place.First, end, Feature.Settlement, AccessState.Captured, place.Name, [], RealisAt(place.First, at), null);
            return true;
        }

        var (stop, noun) = (Described(start), false);
        while (stop < s.Count && stop - start < 6 && s.IsWord(stop) && !taken[stop])
        {
            if (s.Is(stop, Tag.SettlementNoun) || s.Is(stop, Tag.PlaceNoun) || s.Is(stop, Tag.Feature)) { noun = true; stop++; continue; }
            if (s[stop].Capital || (s.Is(stop, Tag.Direction) && s.IsWord(stop + 1))) { stop++; continue; }
            if (s.Says(stop, "of") && noun && s.IsWord(stop + 1) && (s[stop + 1].Capital || s.Says(stop + 1, "the"))) { stop++; continue; }
            if (s.Is(stop, Tag.Determiner) && s.Says(stop - 1, "of")) { stop++; continue; }
            break;
        }

        // "overran a vast area": no place by name.
        if (s.SaysAny(stop - 1, "area", "areas") && !s[Math.Max(start, stop - 2)].Capital) return false;
        if (stop == start || !(noun || s[start].Capital || s[Math.Max(start, stop - 1)].Capital) || s.Is(start, Tag.Unit) && !noun) return false;
        if (s.SaysAny(start, "agreement", "talks", "parliament", "shelter", "refuge", "cover", "place", "part", "note", "charge", "steps", "action", "advantage", "aim", "responsibility", "hostages", "prisoners", "territory", "swathes", "ground", "swaths", "casualties", "losses", "fire")) return false;
        if (FeatureIn(start, stop, out var feature, out _, out _) && feature is "bridge" or "crossing" or "road" or "checkpoint" or "river" && s.Is(stop - 1, Tag.Feature)) Add(at, stop, Spelling.Parse<Feature>(feature), Spelling.Parse<AccessState>(force.Name), s.Words(start, stop), [], RealisAt(at, at), actor is "" ? null : actor);
        else
        {
            // "If Russia takes Lyman": the whole condition.
            var first = at;
            for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
                if (s.Is(i, Tag.Conditional)) first = i;
            Add(first, stop, Feature.Settlement, Spelling.Parse<AccessState>(force.Name), s.Words(start, stop), [], RealisAt(Math.Max(0, at - 4), at), actor is "" ? null : actor);
        }

        return true;
    }

    // Up to the noun: "the strategic | town of Tel Abta", "a total of 56 | villages", "four small | villages"; the start where none follows.
    private int Described(int start)
    {
        for (var i = start; i < Math.Min(s.Count, start + 6); i++)
        {
            if (s.Is(i, Tag.SettlementNoun) || s.Find(i, Tag.Feature) is { Name: "bridge" or "crossing" or "checkpoint" }) return i;
            if (s.SaysAny(i, "percent", "per", "cent") || s[i].Kind == TokenKind.Percent) continue;
            if (s.IsWord(i) && s[i].Capital || !s.IsWord(i) && !s.IsNumber(i)) return start;
            if (s.IsSmall(i) && !s.Says(i, "of") && !s.Is(i, Tag.Determiner) && !s.Is(i, Tag.Feature) || s.Is(i, Tag.Unit) && !s.IsNumber(i) && !s.Is(i, Tag.SettlementNoun) || s.Is(i, Tag.Predicate) && !s.Is(i, Tag.Feature) && !(s.EndsWith(i, "ed") && s.Is(i - 1, Tag.Determiner))) return start;
        }

        return start;
    }

    // "They captured the town": the force spoken of before, where the verb leaves no doubt.
    private string? Pronoun(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb))) i--;
        // "Nkunda's men have taken"
        if (s.SaysAny(i, "men", "forces") && i > 0 && s[i - 1].Kind == TokenKind.Possessive) return "";
        return s.Says(i, "they") && s.SaysAny(at, "captured", "recaptured", "seized", "overran", "retook", "liberated", "conquered") ? "" : null;
    }

    // "FSA seized control of": letters of a force that no table knows.
    private string? Letters(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb))) i--;
        return s.Is(i, Tag.Source) ? null : new Bodies(s).Acronym(i)?.Name;
    }

    // Where the settlement that a verb is done to ends: "the town of | Bossembele"; the start where none follows.
    private int Target(int from, bool byName = false)
    {
        var first = from;
        while (s.Is(first, Tag.Determiner)) first++;
        var noun = Described(first);
        var end = noun;
        while (end < s.Count && end - first < 8 && s.IsWord(end) && (s.Is(end, Tag.SettlementNoun) && !taken[end] || s[end].Capital && s.Find(end, Tag.Source) is null && s.Find(end, Tag.Unit) is null && s.Find(end, Tag.Actor) is null && !s.Is(end, Tag.Demonym) || s.Says(end, "of") && end > noun && s.IsWord(end + 1) && s[end + 1].Capital)) end++;
        if (end == noun) return from;
        // "attacked Haditha": a name alone may be anybody's; "launched attacks on Haditha" is told of a place.
        return s.Is(noun, Tag.SettlementNoun) || byName && noun == first && s[first].Word is null && (s.Is(end, Tag.Preposition) || s.IsMark(end) || end == s.Count) ? end : from;
    }

    // "Russia takes Lyman": a country that takes a named place, not one that takes people in.
    private string? CountryActing(int at, int start)
    {
        if (!s[start].Capital || s.Is(start, Tag.Demonym) || s.Is(start, Tag.Unit) || s.Is(start + 1, Tag.Unit)) return null;
        for (var first = Math.Max(0, at - 3); first < at; first++)
            if (s.Find(first, Tag.Country, out var length) is not null && first + length == at && s[first].Capital && !s.Is(first - 1, Tag.Preposition)) return s.Words(first, at);
        return null;
    }

    // "Kitchanga fell to the rebels": taken, told of the town.
    private void Fallen()
    {
        for (var i = 1; i + 1 < s.Count; i++)
        {
            // "Since Ramadi fell on 17 May"
            if (s.SaysAny(i, "fell", "falls") && NameBefore(i) is var (town, fall) && town < fall && (s.SaysAny(town - 1, "since", "after", "when", "before") || s[town].Word is null && (town == 0 || s.IsMark(town - 1)) && !s.IsMark(i + 1)) && (s.SaysAny(i + 1, "on", "in", "last", "this", "two", "again") || s.IsMark(i + 1)))
                Add(town, i + 1, Feature.Settlement, AccessState.Captured, s.Words(town, fall), [], Realis.Asserted, null);
            if (!s.SaysAny(i, "fell", "fallen", "falls") || !(s.Says(i + 1, "to") || (s.Says(i + 1, "into") && s.Says(i + 2, "the") && s.Says(i + 3, "hands")))) continue;
            var end = i + (s.Says(i + 1, "to") ? 2 : 5);
            while (s.Is(end, Tag.Determiner)) end++;
            if (!s.Is(end, Tag.Actor)) continue;
            var (first, verb) = NameBefore(i);
            if (first < verb) Add(first, end + 1, Feature.Settlement, AccessState.Captured, s.Words(first, verb), [], RealisAt(first, i), s.Words(end, end + 1));
        }
    }

    // "Fighting for Tal Abta went on": nobody holds it. "waged an assault on the town": it is attacked.
    private void Contested()
    {
        for (var i = 0; i + 3 < s.Count; i++)
        {
            if (s.SaysAny(i, "assault", "attack", "attacks", "raid", "raids", "offensive"))
            {
                var waged = false;
                for (var k = Math.Max(0, i - 4); k < i; k++) waged |= s.SaysAny(k, "launched", "launch", "waged", "wage", "mounted", "staged", "launching", "renewed");
                for (var k = i + 1; waged && k < i + 4; k++)
                    if (s.Says(k, "on") && Target(k + 1, byName: true) is var stop && stop > k + 1) Add(i, stop, Feature.Settlement, AccessState.UnderAttack, Named(k + 1, stop), [], RealisAt(i, i), null);
                continue;
            }

            if (!s.SaysAny(i, "fighting", "battle", "battles", "clashes") || !s.SaysAny(i + 1, "for", "over")) continue;
            var end = i + 2;
            while (s.IsWord(end) && (s[end].Capital || s.Is(end, Tag.SettlementNoun) && end > i + 2) && end - i < 7) end++;
            if (end > i + 2 && s.SaysAny(end, "went", "goes", "continued", "continues", "raged", "rages", "entered", "intensified")) Add(i, end, Feature.Settlement, AccessState.Contested, s.Words(i + 2, end), [], Realis.Asserted, null);
        }
    }

    // The name that a verb group follows at once: "Kitchanga | had fallen".
    private (int First, int Verb) NameBefore(int at)
    {
        var verb = at;
        while (verb > 0 && (s.Is(verb - 1, Tag.Have) || s.Is(verb - 1, Tag.Be) || s.Is(verb - 1, Tag.Adverb) || s.EndsWith(verb - 1, "ly") || IsLinking(verb - 1))) verb--;
        var first = verb;
        while (first > 0 && verb - first < 4 && s.IsWord(first - 1) && (s[first - 1].Capital || s.Is(first - 1, Tag.SettlementNoun)) && !s.IsSmall(first - 1) && !s.Is(first - 1, Tag.Unit) | s[first - 1].Capital | s.Is(first - 1, Tag.SettlementNoun)) first--;
        return (first, verb);
    }

    // "families can get through to Qamishli": the way is used, so it is open.
    private void Through()
    {
        for (var i = 1; i + 2 < s.Count; i++)
        {
            if (!s.SaysAny(i, "can", "could") || !(s.SaysAny(i + 1, "get", "pass", "still") && (s.SaysAny(i + 2, "through", "freely") || s.SaysAny(i + 3, "through")))) continue;
            var first = i - 1;
            if (s.Find(first, Tag.Unit) is null) continue;
            var end = i + 3;
            var place = places.Find(p => p.At >= i && p.At <= i + 4);
            if (place is not null) end = Math.Max(end, place.End);
            var road = _found.FindLast(f => f.Feature == Feature.Road)?.Place.Name ?? "road";
            Add(first, end, Feature.Road, AccessState.Open, road, place is null ? [] : [place], Realis.Asserted, null);
        }
    }
}
