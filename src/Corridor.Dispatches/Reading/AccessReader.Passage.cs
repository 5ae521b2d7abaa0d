using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Access told of places that cannot be reached, of people and trucks that get through or do not, and by nouns ("the closure of the crossing").</summary>
internal sealed partial class AccessReader
{
    // "Many villages remain cut off", "Pibor is accessible only by air": a settlement, not electricity and not people.
    private bool Isolated(int at, int length, AccessState state)
    {
        var (first, stop) = SettledBefore(at);
        if (first == stop) return false;
        var end = at + length;
        var realis = RealisAt(first, at);
        if (state == AccessState.Closed && NegatedAt(at)) state = AccessState.Open;
        Add(first, end, Feature.Settlement, state, Named(first, stop), [], realis, null);
        return true;
    }

    // The settlement that a verb group is told of: "Many villages | remain", "large parts of Unity State | are". Nothing where people or electricity are.
    private (int First, int Stop) SettledBefore(int at)
    {
        var stop = GroupStart(at);
        if (stop == at || stop == 0 || s.IsMark(stop - 1)) return (at, at);
        var first = stop;
        var settled = false;
        for (var i = stop - 1; i >= Math.Max(0, stop - 9); i--)
        {
            if (s.IsMark(i) && !(s.IsMark(i, ',') && s.IsWord(i - 1) && s[i - 1].Capital && s[i + 1].Capital) || s.Is(i, Tag.Speech) || s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.SaysAny(i, "who", "that", "which", "while", "because", "but", "after", "when", "where", "with", "as")) break;
            if (s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } && !s[i].Capital) break;
            if (s.Find(i, Tag.Unit) is { Name: not "site" and not "distance" } && !s.Is(i, Tag.SettlementNoun) && !s.Is(i, Tag.PlaceNoun)) return (at, at);
            settled |= s.Is(i, Tag.SettlementNoun) || s.Is(i, Tag.PlaceNoun) || s[i].Capital && s.IsWord(i) && !s.IsSmall(i) && i > 0 || s[i].Capital && i == 0 && stop == 1;
            first = i;
        }

        return settled && !s.Is(first, Tag.Source) && !s.Is(first, Tag.Preposition) ? (first, stop) : (at, at);
    }

    // The name in a phrase, else its words: "large parts of Unity State".
    private string Named(int first, int end)
    {
        while (s.Is(first, Tag.Determiner)) first++;
        return s.Words(first, end);
    }

    // "Only patients are allowed through the crossing", "trucks were turned back at the checkpoint".
    private void Passed()
    {
        for (var i = 1; i + 1 < s.Count; i++)
        {
            var allowed = s.SaysAny(i, "allowed", "allow", "allows", "allowing", "permitted", "permit", "let", "lets", "letting") && Onward(i + 1);
            var turned = s.SaysAny(i, "turned", "turning", "turn", "sent") && s.SaysAny(i + 1, "back", "away") && Vehicles(i);
            // "Only vehicles with a pass may use the bridge"
            allowed |= s.SaysAny(i, "may", "can", "could") && s.SaysAny(i + 1, "use", "cross", "pass", "enter", "travel");
            if (InUse(i)) continue;
            if (!allowed && !turned) continue;
            var (start, stop) = Between(i);
            var (feature, at, end) = Gate(start, stop, i);
            if (at < 0) continue;
            var only = false;
            for (var k = start; k < Math.Min(stop, i + 9); k++)
            {
                only |= s.SaysAny(k, "only", "except");
            }

            // "Nobody has been allowed past the checkpoint"
            var nobody = allowed && (s.SaysAny(start, "nobody") || s.Says(start, "no") && s.Says(start + 1, "one")) && s.SaysAny(i, "allowed", "permitted");
            if (!turned && !only && !nobody) continue;
            var (first, last) = at < i ? (NounStart(at), Math.Min(stop, i + 2)) : (i, end);
            Add(first, last, Spelling.Parse<Feature>(feature), nobody && !only ? AccessState.Closed : AccessState.Restricted, Place(at, end, AccessState.Restricted), [], RealisAt(Math.Min(first, i), i), null);
        }
    }

    // "families have been crossing it since", "civilians are using the old bridge": no number of them, which would be a figure.
    private bool InUse(int i)
    {
        if (!s.SaysAny(i, "using", "crossing") || !s.Is(i - 1, Tag.Be) && !s.Is(i - 2, Tag.Be)) return false;
        var subject = i - 1;
        while (subject > 0 && (s.Is(subject, Tag.Be) || s.Is(subject, Tag.Have) || s.Is(subject, Tag.Adverb))) subject--;
        if (s.Find(subject, Tag.Unit) is not { Name: "person" or "household" or "idp" } || s.IsNumber(subject - 1) || s.Is(subject - 2, Tag.Vague)) return false;
        if (s.Says(i + 1, "it") && Spoken(i) is { } spoken)
        {
            Add(subject, i + 2, spoken.Feature, AccessState.InUseByCivilians, spoken.Place, [], Realis.Asserted, null);
            return true;
        }

        if (!Object(i + 1, out var feature, out var at, out var end) || feature is not ("bridge" or "road" or "corridor")) return false;
        Add(subject, end, Spelling.Parse<Feature>(feature), AccessState.InUseByCivilians, Place(at, end, AccessState.Open), [], Realis.Asserted, null);
        return true;
    }

    private bool Onward(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';'); i++)
            if (s.SaysAny(i, "through", "across", "pass", "cross", "in", "out", "past", "use")) return true;
        return false;
    }

    private bool Vehicles(int at)
    {
        for (var i = Math.Max(0, at - 7); i < Math.Min(s.Count, at + 6); i++)
            if (s.SaysAny(i, "truck", "trucks", "convoy", "convoys", "lorries", "buses", "vehicles", "cars", "drivers", "ambulances", "aid", "traffic", "motorists")) return true;
        return false;
    }

    private (int Start, int Stop) Between(int at)
    {
        var (start, stop) = (at, at);
        while (start > 0 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, '.') && at - start < 14) start--;
        while (stop < s.Count && !s.IsMark(stop, ';') && !s.IsMark(stop, ',') && !s.IsMark(stop, '.') && stop - at < 14) stop++;
        return (start, stop);
    }

    // "Turned back 12 km short of the bridge", "3 km from the crossing": what stopped them was elsewhere.
    private bool Far(int at)
    {
        var i = at > 0 && s.SaysAny(at - 1, "the", "a", "this", "that") ? at - 2 : at - 1;
        return i > 0 && (s.Says(i, "of") && s.Says(i - 1, "short") || s.Says(i, "from") && s.SaysAny(i - 1, "km", "kilometres", "kilometers", "miles", "metres", "meters", "away", "far"));
    }

    // The crossing, checkpoint, bridge or road nearest to the verb.
    private (string Feature, int At, int End) Gate(int start, int stop, int verb)
    {
        var best = ("", -1, -1);
        var distance = int.MaxValue;
        for (var i = start; i < stop; i++)
        {
            if (!FeatureAt(i, out var feature, out var length) || feature is not ("crossing" or "checkpoint" or "bridge" or "road" or "corridor") || Math.Abs(i - verb) >= distance || Far(i)) continue;
            (best, distance) = ((feature, i, i + length), Math.Abs(i - verb));
        }

        return best;
    }

    // "the closure of the Adré crossing", "the reopening of the road", "lifted the siege of Dilling".
    private void Nominal()
    {
        for (var i = 0; i + 2 < s.Count; i++)
        {
            if (s.Find(i, Tag.Act) is not { Detail: "noun" } closing || !s.SaysAny(i + 1, "of", "on")) continue;
            var state = Spelling.Parse<AccessState>(closing.Name);
            var lifted = false;
            for (var k = Math.Max(0, i - 4); k < i; k++) lifted |= s.SaysAny(k, "lifted", "lift", "lifting", "broke", "broken", "break", "breaking", "ended", "ending", "end", "eased");
            if (state == AccessState.Sealed && s.Says(i, "blockade") && Object(i + 2, out var road, out var roadAt, out var roadEnd) && road is "road" or "crossing" or "corridor" or "bridge")
            {
                Add(i, roadEnd, Spelling.Parse<Feature>(road), lifted ? AccessState.Open : AccessState.Closed, Place(roadAt, roadEnd, AccessState.Closed), [], RealisAt(i, i), null);
                continue;
            }

            if (state == AccessState.Sealed)
            {
                var (first, end) = Settlement(i + 2);
                if (!lifted || end <= first) continue;
                Add(i, end, Feature.Settlement, AccessState.Open, s.Words(first, end), [], RealisAt(Math.Max(0, i - 4), i), Actor(i));
                continue;
            }

            if (!Object(i + 2, out var feature, out var at, out var stop) || feature is "airport" or "front" || feature == "road" && s.SaysAny(i, "destruction", "collapse")) continue;
            var realis = RealisAt(i, i);
            if (realis == Realis.Asserted && Demanded(i)) realis = Realis.Possible;
            if (realis == Realis.Planned) state = state == AccessState.Open ? AccessState.PlannedOpen : AccessState.PlannedClosed;
            Add(i, Ends(stop), Spelling.Parse<Feature>(feature), state, Place(at, stop, state), EndPlaces(stop, Ends(stop)), realis, null);
        }
    }
}
