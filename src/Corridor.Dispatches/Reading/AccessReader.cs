using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Roads, flanks, bridges, crossings: open, cut, sealed; towns reached and taken (schema 4.2, pipeline step 10).</summary>
internal sealed class AccessReader(Sentence s, Context context, List<TimeExpression> times, List<PlacePhrase> places, Speakers speakers, bool[] taken)
{
    private readonly List<AccessFact> _found = [];

    public List<AccessFact> Read()
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Act, out var length) is { } act && Act(i, length, act)) i += length - 1;
            else if (s.Find(i, Tag.Force, out length) is { } force && Force(i, length, force)) i += length - 1;
        }

        Through();
        Fallen();
        return _found;
    }

    private bool Act(int at, int length, Meaning act)
    {
        var state = Spelling.Parse<AccessState>(act.Name);
        // "under fire", "open fire", "the opening of talks": the act needs a feature in its own clause.
        if (s.SaysAny(at, "open", "opened", "opening") && s.SaysAny(at + 1, "fire", "the way", "air", "source")) return false;
        // Object to the right: "cut the highway", "sealing the last exit", "reopened the crossing".
        var (first, end) = (at, at + length);
        if (!IsPassive(at) && FeatureIn(end, Math.Min(s.Count, end + 7), out var feature, out var featureAt, out var featureEnd))
        {
            // "attacked the bridge" speaks of the bridge; "attacked at the border" of a place of attack.
            if (s.Is(end, Tag.Preposition) && !s.SaysAny(end, "up", "down", "off") && !act.Name.StartsWith("contested", StringComparison.Ordinal)) return false;
            end = Ends(featureEnd);
        }
        else if ((FeatureIn(Math.Max(0, at - 10), at, out feature, out featureAt, out featureEnd) && SubjectOf(featureEnd, at)) || Apposed(at, out feature, out featureAt, out featureEnd))
        {
            first = NounStart(featureAt);
            // "whether to leave the western road open", "if the bridges fall": the whole clause.
            for (var i = first - 1; i >= Math.Max(0, first - 4); i--)
            {
                if (s.SaysAny(i, "whether") || (s.Says(i, "if") && i + 1 >= first - 1)) first = i;
                else if (s.SaysAny(i, "leave", "keep", "leaving", "keeping") && i == first - 1) first = i;
                else if (!s.Says(i, "to")) break;
            }
        }
        else if (state == AccessState.Sealed && Settlement(end) is var (settled, stop) && stop > settled)
        {
            Add(at, stop, Feature.Settlement, state, s.Words(settled, stop), [], RealisAt(at, at), Actor(at));
            return true;
        }
        else if (state == AccessState.Sealed && IsPassive(at) && NameBefore(at) is var (named, verb) && verb > named)
        {
            // "Djibo has been under blockade"
            Add(named, end, Feature.Settlement, state, s.Words(named, verb), [], RealisAt(named, at), null);
            return true;
        }
        else return false;

        if (feature == "airport") return false;
        if (state == AccessState.Sealed && feature is "road" or "flank" && s.SaysAny(at, "seal", "sealed", "sealing", "seals")) feature = IsFlank(featureAt, featureEnd) ? "flank" : feature;
        if (state is AccessState.Closed && s.SaysAny(at, "fall", "fell", "destroyed", "collapsed", "blown up", "blew up", "washed", "bombed") && feature is "road" or "front" or "crossing" && !s.SaysAny(at, "washed")) return false;
        if (state == AccessState.Open && NegatedAt(at)) state = AccessState.Closed;
        else if (state == AccessState.Closed && NegatedAt(at)) state = AccessState.Open;
        var realis = RealisAt(first, at);
        if (realis == Realis.Planned && state is AccessState.Open) (state, realis) = (AccessState.PlannedOpen, Realis.Planned);
        if (realis == Realis.Planned && state is AccessState.Closed) (state, realis) = (AccessState.PlannedClosed, Realis.Planned);
        Add(first, end, Spelling.Parse<Feature>(feature), state, Place(featureAt, featureEnd, state), EndPlaces(featureEnd, end), realis, Actor(first));
        return true;
    }

    // "are blocked", "has been cut", "stayed open": what it is done to stands before.
    private bool IsPassive(int act)
    {
        var i = act - 1;
        while (i > 0 && s.Is(i, Tag.Adverb)) i--;
        return s.Is(i, Tag.Be) || IsLinking(i);
    }

    private bool IsLinking(int i) => s.SaysAny(i, "stay", "stays", "stayed", "remain", "remains", "remained", "reported", "reportedly", "declared", "lies", "lay", "kept", "left", "became", "becomes", "become");

    // "The Lachin corridor, the only road to the enclave, has been blocked": the subject stands before the insertion.
    private bool Apposed(int act, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        var close = act - 1;
        while (close > 0 && (s.Is(close, Tag.Be) || s.Is(close, Tag.Have) || s.Is(close, Tag.Adverb))) close--;
        if (close == act - 1 || !s.IsMark(close, ',')) return false;
        for (var open = close - 1; open > Math.Max(0, close - 16); open--)
        {
            if (s.Is(open, Tag.Speech) || s.IsMark(open, ';')) return false;
            if (s.IsMark(open, ',')) return FeatureIn(Math.Max(0, open - 8), open, out feature, out at, out end) && SubjectOf(end, open);
        }

        return false;
    }

    // "surrounded the city", "besieged Marinka".
    private (int First, int End) Settlement(int at)
    {
        var first = at;
        while (s.Is(first, Tag.Determiner)) first++;
        var end = first;
        while (end < s.Count && end - first < 5 && s.IsWord(end) && (s.Is(end, Tag.SettlementNoun) || s[end].Capital || (s.Is(end, Tag.Direction) && s.IsWord(end + 1)))) end++;
        return end > first && !s.Is(first, Tag.Source) ? (first, end) : (at, at);
    }

    private static readonly string[] FlankWords = ["exit", "exits", "flank", "side", "approach", "approaches", "way out"];

    private bool IsFlank(int at, int end)
    {
        for (var i = Math.Max(0, at - 3); i < end; i++)
            foreach (var word in FlankWords)
                if (s.Says(i, word)) return true;
        return false;
    }

    private bool FeatureIn(int from, int to, out string feature, out int at, out int end)
    {
        (feature, at, end) = ("", -1, -1);
        // To the right the nearest feature is meant, to the left the last before the verb.
        var rightward = from > 0 && s.Is(from - 1, Tag.Act);
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i) && !s.IsMark(i, '-'))
            {
                if (rightward) return false;
                if (from > 0) (feature, at) = ("", -1);
                continue;
            }

            // "surrounded the city and cut the motorway": the second verb has its own object.
            if (rightward && s.SaysAny(i, "while", "but", "after", "because", "when", "where", "which", "who", "as")) return false;
            if (rightward && i > from && s.Is(i, Tag.Act) && !s.Is(i, Tag.Feature)) return at >= 0;
            if (s[i].Kind == TokenKind.Code && IsRoadNumber(i)) { (feature, at, end) = ("road", i, i + 1); if (rightward) return true; continue; }
            if (s.Find(i, Tag.Feature, out var length) is not { } found || taken[i]) continue;
            (feature, at, end) = (found.Name, i, i + length);
            if (rightward) return true;
            i += length - 1;
        }

        return at >= 0;
    }

    // "the M5", "the RN2": a road by its number.
    private bool IsRoadNumber(int i)
    {
        if (!s.Says(i - 1, "the")) return false;
        var code = s.Words(i, i + 1);
        var letters = 0;
        while (letters < code.Length && char.IsAsciiLetterUpper(code[letters])) letters++;
        if (letters is 0 or > 3 || letters == code.Length) return false;
        for (var k = letters; k < code.Length; k++)
            if (!char.IsAsciiDigit(code[k]) && code[k] != '-') return false;
        return !s.SaysAny(i, "M23");
    }

    private bool SubjectOf(int featureEnd, int act)
    {
        // Between the feature and what is done to it: its places, "has been", "was", adverbs; no other verb.
        for (var i = featureEnd; i < act; i++)
            if (s.IsMark(i, ',') || s.IsMark(i, ';') || (s.Find(i, Tag.Predicate) is not null && !s.Is(i, Tag.Act) && !(IsLinking(i) && act - i <= 2)) || (s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be)) || s.Says(i, "who")) return false;
        return act - featureEnd <= 9;
    }

    private int NounStart(int at)
    {
        var i = at;
        while (i > 0 && s.IsWord(i - 1) && !s.IsSmall(i - 1) && !s.Is(i - 1, Tag.Speech) && !s.Is(i - 1, Tag.Predicate) && at - i < 4) i--;
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
            while (end < s.Count && end - from < 9 && ((s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Weekday)) || s.SaysAny(end, "and", "with", "to", "the"))) end++;
            while (end > from && s.SaysAny(end - 1, "and", "with", "to", "the")) end--;
        }

        return end;
    }

    private List<PlacePhrase> EndPlaces(int from, int end)
    {
        var list = places.FindAll(p => p.First >= from && p.First < end && p.Role is PlaceRole.Origin or PlaceRole.Destination or PlaceRole.In or PlaceRole.Route && p.Named);
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

    private string Place(int at, int end, AccessState state)
    {
        var first = NounStart(at);
        while (s.Is(first, Tag.Determiner)) first++;
        if (state == AccessState.Sealed)
        {
            // "the last western exit": the side, by its name.
            for (var i = Math.Max(0, at - 3); i < end; i++)
                if (s.Is(i, Tag.Direction) && s.EndsWith(i, "ern")) return s.Words(i, i + 1)[..^3].ToLowerInvariant() + " flank";
        }

        if (s.Says(end, "between") && EndPlaces(end, Ends(end)) is [var a, var b]) return $"{a.Name}-{b.Name} {s.Words(at, end)}";
        return s.Words(Math.Min(first, at), end);
    }

    private bool Force(int at, int length, Meaning force)
    {
        // Only a force reaches or takes a place; families reach camps.
        if (s.Is(at - 1, Tag.Be) && force.Name == "reached") return false;
        var end = at + length;
        var start = end;
        while (s.Is(start, Tag.Determiner)) start++;
        if (!s.IsWord(start) || taken[start]) return false;
        var passive = s.Is(at - 1, Tag.Be) && force.Name == "captured";
        var actor = passive ? null : Actor(at);
        if (actor is null && !passive) return false;
        if (passive)
        {
            var place = places.FindLast(p => p.End <= at) ;
            if (place is null || !place.Named || s.SaysAny(end, "to", "into", "in", "from", "by") && s.SaysAny(at, "taken") && !s.Says(end, "by")) return false;
            for (var i = place.End; i < at; i++)
                if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Is(i, Tag.Adverb)) return false;
            Add(place.First, end, Feature.Settlement, AccessState.Captured, place.Name, [], RealisAt(place.First, at), null);
            return true;
        }

        var stop = start;
        var noun = false;
        while (stop < s.Count && stop - start < 6 && s.IsWord(stop) && !taken[stop])
        {
            if (s.Is(stop, Tag.SettlementNoun) || s.Is(stop, Tag.PlaceNoun)) { noun = true; stop++; continue; }
            if (s[stop].Capital || (s.Is(stop, Tag.Direction) && s.IsWord(stop + 1))) { stop++; continue; }
            if (s.Says(stop, "of") && noun && s.IsWord(stop + 1) && (s[stop + 1].Capital || s.Says(stop + 1, "the"))) { stop++; continue; }
            if (s.Is(stop, Tag.Determiner) && s.Says(stop - 1, "of")) { stop++; continue; }
            break;
        }

        if (stop == start || !(noun || s[start].Capital || s[Math.Max(start, stop - 1)].Capital) || s.Is(start, Tag.Unit) && !noun) return false;
        if (s.SaysAny(start, "agreement", "talks", "parliament", "shelter", "refuge", "cover", "place", "part", "note", "charge", "steps", "action", "advantage", "aim", "responsibility", "hostages", "prisoners", "casualties", "losses", "fire")) return false;
        if (FeatureIn(start, stop, out var feature, out _, out _) && feature is "bridge" or "crossing") Add(at, stop, Spelling.Parse<Feature>(feature), Spelling.Parse<AccessState>(force.Name), s.Words(start, stop), [], RealisAt(at, at), actor);
        else Add(at, stop, Feature.Settlement, Spelling.Parse<AccessState>(force.Name), s.Words(start, stop), [], RealisAt(Math.Max(0, at - 4), at), actor);
        return true;
    }

    // "Kitchanga fell to the rebels": taken, told of the town.
    private void Fallen()
    {
        for (var i = 1; i + 1 < s.Count; i++)
        {
            if (!s.SaysAny(i, "fell", "fallen", "falls") || !(s.Says(i + 1, "to") || (s.Says(i + 1, "into") && s.Says(i + 2, "the") && s.Says(i + 3, "hands")))) continue;
            var end = i + (s.Says(i + 1, "to") ? 2 : 5);
            while (s.Is(end, Tag.Determiner)) end++;
            if (!s.Is(end, Tag.Actor)) continue;
            var (first, verb) = NameBefore(i);
            if (first < verb) Add(first, end + 1, Feature.Settlement, AccessState.Captured, s.Words(first, verb), [], RealisAt(first, i), s.Words(end, end + 1));
        }
    }

    // The name that a verb group follows at once: "Kitchanga | had fallen".
    private (int First, int Verb) NameBefore(int at)
    {
        var verb = at;
        while (verb > 0 && (s.Is(verb - 1, Tag.Have) || s.Is(verb - 1, Tag.Be) || s.Is(verb - 1, Tag.Adverb) || IsLinking(verb - 1))) verb--;
        var first = verb;
        while (first > 0 && verb - first < 4 && s.IsWord(first - 1) && (s[first - 1].Capital || s.Is(first - 1, Tag.SettlementNoun)) && !s.IsSmall(first - 1) && !s.Is(first - 1, Tag.Unit) | s[first - 1].Capital) first--;
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

    private string? Actor(int before)
    {
        var stop = 0;
        for (var i = before - 1; i >= 0; i--)
        {
            if (!s.IsMark(i, ';')) continue;
            stop = i + 1;
            break;
        }

        for (var i = stop; i < before; i++)
        {
            if (s.Find(i, Tag.Actor, out var length) is null || s.SaysAny(i - 1, "from", "by", "against", "fled", "of") || i + length > before) continue;
            var first = i;
            while (first > stop && s.IsWord(first - 1) && !s.IsSmall(first - 1) && !s.Is(first - 1, Tag.Weekday) && !s.Is(first - 1, Tag.Month) && (s[first - 1].Capital || s.Is(first - 1, Tag.Demonym)) && i - first < 3) first--;
            while (s.Is(i + length, Tag.Actor) && i + length < before) length++;
            // The subject of the verb, not a group somewhere before: nothing but the verb group or a comma phrase between.
            return s.Words(first, i + length);
        }

        return null;
    }

    private bool NegatedAt(int at) => s.SaysAny(at - 1, "not") || s.SaysAny(at - 2, "not") || s.SaysAny(at - 1, "never");

    private Realis RealisAt(int first, int at)
    {
        var result = Realis.Asserted;
        for (var i = Math.Max(0, first - 5); i < at; i++)
        {
            if (s.IsMark(i, ';')) result = Realis.Asserted;
            else if (s.Is(i, Tag.Conditional)) result = Realis.Possible;
            else if (s.Is(i, Tag.Planned) || s.SaysAny(i, "agreed", "will", "would", "promised", "tomorrow")) result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i]) result = Realis.Possible;
            else if (s.Is(i, Tag.Deny)) result = Realis.Denied;
            else if (s.Is(i, Tag.Attempted)) result = Realis.Attempted;
        }

        return result;
    }

    private void Add(int first, int end, Feature feature, AccessState state, string place, List<PlacePhrase> ends, Realis realis, string? actor)
    {
        var time = times.Find(t => t.Kind is TimeKind.Point && t.First >= end) ?? times.FindLast(t => t.Kind is TimeKind.Point && t.End <= first) ?? times.Find(t => t.Kind == TimeKind.Now);
        var source = speakers.At(first, out var denies);
        if (realis == Realis.Possible && source.Type == SourceType.Publisher && s.Find(0, Tag.Source) is { } subject && s.Is(1, Tag.Be)) source = new Attribution(s.Words(0, 1), Spelling.Parse<SourceType>(subject.Detail));
        var asserted = realis == Realis.Asserted;
        var holds = asserted && time is null && feature == Feature.Road && state == AccessState.Open;
        var span = s.Span(first, end);
        if (_found.Exists(f => f.Span.Overlaps(span) && f.Feature == feature)) return;
        _found.Add(new AccessFact
        {
            Id = "", Span = span, AsWritten = s.Words(first, end), Feature = feature, State = state, Place = context.Gazetteer.Resolve(place),
            Ends = [.. ends.Select(p => context.Gazetteer.Resolve(p.Name, s.Span(p.First, p.End)))], Realis = denies && asserted ? Realis.Denied : realis,
            EffectiveDate = asserted ? time?.Start ?? (holds ? context.Published : null) : null, DateAccuracy = asserted && (time?.Start is not null || (holds && context.Published is not null)) ? time?.Accuracy ?? Corridor.Dispatches.DateAccuracy.Day : null,
            Actor = asserted ? actor : null, Source = source, Confidence = realis == Realis.Asserted ? 0.8 : 0.6, Excerpt = s.Words(first, end),
        });
    }
}
