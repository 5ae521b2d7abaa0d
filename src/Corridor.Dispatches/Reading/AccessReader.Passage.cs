using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Access told by who gets through and who does not: "only patients may cross", "trucks were turned back", "families are using the bridge".</summary>
internal sealed partial class AccessReader
{
    private void Passed(int i)
    {
        if (i == 0 || InUse(i)) return;
        var turned = s.SaysAny(i, "turned", "turning", "turn", "turns", "sent", "sends") && s.SaysAny(i + 1, "back", "away");
        var admits = Admits(i);
        var able = s.SaysAny(i, "may", "can", "could", "cannot") && !s[i].Capital && Crosses(i + 1);
        if (!turned && !admits && !able) return;
        var (start, stop) = Between(i);
        var (thing, found) = Gate(start, stop, i, turned || admits);
        if (turned && (!found || !Vehicles(i) && thing.Head > i)) return;
        var earlier = found || turned ? null : Earlier(start);
        if (!found && earlier is null) return;
        var nobody = Nobody(start, i) || able && (s.Says(i, "cannot") || s.SaysAny(i + 1, "not", "no")) && Vehicles(i) || admits && Ceased(i) || turned && Everyone(i + 2);
        var some = !nobody && Some(start, stop, i);
        var all = admits && !nobody && !some && Everyone(i + 1);
        // "2,000 people could cross": a figure, and no rule of the bridge.
        if (able && !nobody && !some && (s.Find(i - 1, Tag.Unit) is null && !IsTraveller(i - 1) || s.IsNumber(i - 2) || s.Is(i - 3, Tag.Vague) || found && thing.Feature is "crossing")) return;
        if (admits && !some && !nobody && !all) return;
        var state = nobody ? AccessState.Closed : some || turned ? AccessState.Restricted : AccessState.Open;
        var (first, last) = !found ? (Math.Min(start, i - 1), Math.Min(stop, i + 3)) : thing.Head < i ? (thing.First, Math.Min(stop, i + 2)) : (i, thing.End);
        if (!found && able) (first, last) = (i - 1, PlaceAfter(i) is { } place ? Math.Max(i + 2, place.End) : Math.Min(stop, i + 3));
        var subject = found ? thing : earlier!.Value;
        // "Nobody can use the bridge: it has been blocked": once.
        if (IsTold(subject, state, found)) return;
        var realis = RealisAt(i, i);
        if (able && realis == Realis.Possible && !Conditional(start, i)) realis = Realis.Asserted;
        // "may pass from Tuesday": not yet.
        if (able && state == AccessState.Open && FromDay(i)) (state, realis) = (AccessState.PlannedOpen, Realis.Planned);
        Put(first, Math.Max(last, first + 1), subject, Spelling.Parse<Feature>(subject.Feature), state, realis, null);
    }

    // "one can drive again", "vehicles can pass"
    private bool IsTraveller(int i) => s.SaysAny(i, "one", "you", "we", "everyone", "everybody", "anyone", "anybody", "drivers", "motorists", "pedestrians") || IsVehicle(i);

    private bool IsVehicle(int i) => s.SaysAny(i, "traffic", "vehicles", "cars", "trucks", "lorries", "buses", "minibuses", "convoys");

    private bool FromDay(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 14); i++)
            if (s.Says(i, "from") && s.Is(i + 1, Tag.Weekday) || s.Says(i, "from") && s.Says(i + 1, "tomorrow")) return true;
        return false;
    }

    // "Traffic is flowing again over the bridge", "trucks are rolling on the road again": the way is open.
    private void Flows(int i)
    {
        if (!s.SaysAny(i, "flow", "flows", "flowed", "flowing", "moving", "running", "rolling", "passing", "plying", "crossing", "crosses", "moves", "passes", "travels")) return;
        var group = GroupStart(i);
        // "Nothing moves on the road", "no trucks are crossing the bridge"
        var none = s.SaysAny(group - 1, "nothing", "nobody") || IsVehicle(group - 1) && s.Says(group - 2, "no");
        if (!none && (!IsVehicle(group - 1) || s.IsNumber(group - 2) || group == i && !s.SaysAny(i, "flows", "flowed", "flow"))) return;
        var again = false;
        for (var k = group; k < Math.Min(s.Count, i + 9); k++) again |= s.SaysAny(k, "again", "normally", "freely") || s.Says(k, "once") && s.Says(k + 1, "more");
        var (start, stop) = Between(i);
        var (thing, found) = Gate(i + 1, stop, i, false);
        if (!found) (thing, found) = Gate(start, group - 1, i, false);
        if (none && !(found && thing.Head > i)) return;
        if (!none && !again && !(found && thing.Head > i && s.SaysAny(i, "crossing", "passing", "plying"))) return;
        if ((found ? thing : Earlier(start)) is not { } way || RealisAt(i, i) != Realis.Asserted) return;
        var state = none || NegatedAt(i) ? AccessState.Closed : AccessState.Open;
        if (IsTold(way, state, found)) return;
        Put(group - 1, found && thing.Head > i ? thing.End : i + 1, way, Spelling.Parse<Feature>(way.Feature), state, Realis.Asserted, null);
    }

    // "everyone else still needs a permit": of the road or crossing told before it.
    private void NeedsPermit(int i)
    {
        if (!s.SaysAny(i, "need", "needs", "require", "requires")) return;
        var paper = -1;
        for (var k = i + 1; k < Math.Min(s.Count, i + 5) && paper < 0; k++)
            if (s.SaysAny(k, "permit", "permits", "pass", "passes", "escort", "clearance", "permission") && !s.SaysAny(k + 1, "the", "a")) paper = k;
        if (paper < 0 || NegatedAt(i)) return;
        var (start, stop) = Between(i);
        var (thing, found) = Gate(start, stop, i, false);
        var way = found ? thing : _found.FindLast(f => f.Feature is Feature.Road or Feature.Bridge or Feature.Checkpoint or Feature.Crossing or Feature.Corridor) is { } told ? AsThing(told) : null;
        if (way is not { } its || IsTold(its, AccessState.Restricted, found)) return;
        Put(found && thing.Head < i ? thing.First : Math.Max(start, i - 1), found && thing.Head > i ? thing.End : paper + 1, its, Spelling.Parse<Feature>(its.Feature), AccessState.Restricted, RealisAt(i, i), null);
    }

    // "It is open again, and the bridge behind it as well": the same is told of another.
    private void AsWell(int i)
    {
        if (!(s.Says(i, "well") && s.Says(i - 1, "as") || s.Says(i, "too")) || !(i + 1 >= s.Count || s.IsMark(i + 1)) || _found.Count == 0) return;
        for (var p = i - 1; p > Math.Max(0, i - 9); p--)
        {
            if (s.Is(p, Tag.Be) || s.Is(p, Tag.Have) || s.Is(p, Tag.Act) || s.Is(p, Tag.Modal)) return;
            if (!s.Says(p, "and") || Phrase(p + 1, i, out _) is not { IsPlace: false, Feature: not ("airport" or "front" or "camp") } way) continue;
            var last = _found[^1];
            if (last.Span.End <= s.Span(p, p + 1).Start) Put(p + 1, i + 1, way, Spelling.Parse<Feature>(way.Feature), last.State, last.Realis, last.Actor);
            return;
        }
    }

    private Places.PlacePhrase? PlaceAfter(int i) => places.Find(p => p.At >= i && p.At <= i + 4);

    private bool IsTold(Thing thing, AccessState state, bool byName) =>
        _found.Exists(f => f.State == state && Spelling.Of(f.Feature) == thing.Feature && (!byName || f.Place.Name == Place(thing, state)));

    // Who lets people through or in: "allowed across", "let only women through", "admits", "takes in", "is accepting".
    private bool Admits(int i) =>
        s.SaysAny(i, "allowed", "allow", "allows", "allowing", "permitted", "permit", "permits", "let", "lets", "letting", "waved", "waves", "waving") && (Onward(i + 1) || s.Says(i - 1, "only") || s.Says(i + 1, "only"))
        || s.SaysAny(i, "admitted", "admit", "admits", "admitting", "accept", "accepts", "accepting", "accepted")
        || s.SaysAny(i, "carry", "carries")
        || s.SaysAny(i, "take", "takes", "took", "taking") && (s.Says(i + 1, "in") || s.SaysAny(i + 2, "in"));

    // "stopped accepting", "no longer admits"
    private bool Ceased(int i) => s.SaysAny(i - 1, "stopped", "stop", "ceased", "not", "longer") || s.EndsWith(i - 1, "n't");

    // "everybody", "all comers", "people again": without a limit.
    private bool Everyone(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 4); i++)
            if (s.SaysAny(i, "anyone", "anybody", "everyone") && s.SaysAny(i + 1, "without", "but", "except", "who")) return false;
            else if (s.SaysAny(i, "everybody", "everyone", "anyone", "anybody", "newcomers", "again", "arrivals") || s.Says(i, "all") && !s.Says(i + 1, "but")) return true;
        return false;
    }

    private bool Conditional(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Is(i, Tag.Conditional)) return true;
        return false;
    }

    // "get through", "pass", "cross", "use the bridge", "reach the town"
    private bool Crosses(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 3); i++)
        {
            if (s.SaysAny(i, "use", "cross", "pass", "enter", "travel", "drive") || s.SaysAny(i, "get", "go", "come", "move") && s.SaysAny(i + 1, "through", "across", "past", "in", "out", "freely")) return true;
            if (!s.SaysAny(i, "now", "only", "still", "not", "again", "be", "no", "longer")) return false;
        }

        return false;
    }

    // "Nobody", "no one", "no vehicles": before the verb, at the head of the clause.
    private bool Nobody(int start, int verb)
    {
        for (var i = Math.Max(start, verb - 6); i < verb; i++)
            if (s.SaysAny(i, "nobody", "none") || s.Says(i, "not") && s.SaysAny(i + 1, "a", "one") || s.Says(i, "no") && (s.Says(i + 1, "one") || s.Is(i + 1, Tag.Unit) || s.Is(i + 2, Tag.Unit) || s.Is(i + 1, Tag.Passage))) return true;
        return false;
    }

    // "only", "women and children", "with a pass", "on foot", "until dusk": some, or not always.
    private bool Some(int start, int stop, int verb)
    {
        for (var k = start; k < Math.Min(stop, verb + 9); k++)
            if (s.SaysAny(k, "only", "except") || s.Says(k, "women") && s.Says(k + 1, "and") || s.Says(k, "on") && s.Says(k + 1, "foot") || k > verb && s.SaysAny(k, "pass", "permit", "passes", "permits", "escort", "sponsor") && s.Is(k - 1, Tag.Determiner)) return true;
        return false;
    }

    // The road or bridge that the clause does not name: told just before.
    private Thing? Earlier(int before)
    {
        if (_found.FindLast(f => f.Feature is Feature.Road or Feature.Bridge or Feature.Checkpoint or Feature.Crossing or Feature.Corridor) is { } here) return AsThing(here);
        for (var i = before - 1; i >= 0; i--)
            if (FeatureAt(i, out var feature, out var length) && feature is "road" or "bridge" or "checkpoint" or "crossing" or "corridor" && i + length <= before) return new Thing(feature, NounStart(i), i, i + length, false) is var thing ? thing with { Name = Place(thing, AccessState.Open) } : null;
        return context.LastAccess is { Feature: Feature.Road or Feature.Bridge or Feature.Checkpoint or Feature.Crossing or Feature.Corridor } last ? AsThing(last) : null;
    }

    // "families have been crossing it since", "civilians are using the old bridge": no number of them, which would be a figure.
    private bool InUse(int i)
    {
        if (!s.SaysAny(i, "using", "crossing") || !s.Is(i - 1, Tag.Be) && !s.Is(i - 2, Tag.Be)) return false;
        var subject = i - 1;
        while (subject > 0 && (s.Is(subject, Tag.Be) || s.Is(subject, Tag.Have) || s.Is(subject, Tag.Adverb))) subject--;
        if (s.Find(subject, Tag.Unit) is not { Name: "person" or "household" or "idp" } || s.IsNumber(subject - 1) || s.Is(subject - 2, Tag.Vague)) return false;
        if (s.Says(i + 1, "it") && Spoken(i, Open) is { } spoken) return Put(subject, i + 2, spoken, Spelling.Parse<Feature>(spoken.Feature), AccessState.InUseByCivilians, Realis.Asserted, null);
        return Phrase(i + 1, s.Count, out _) is { Feature: "bridge" or "road" or "corridor" } thing
            && Put(subject, Ends(thing.End), thing, Spelling.Parse<Feature>(thing.Feature), AccessState.InUseByCivilians, Realis.Asserted, null);
    }

    private bool Onward(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';'); i++)
            if (s.SaysAny(i, "through", "across", "pass", "cross", "in", "out", "past", "use", "by")) return true;
        return false;
    }

    private bool Vehicles(int at)
    {
        for (var i = Math.Max(0, at - 7); i < Math.Min(s.Count, at + 6); i++)
            if (s.SaysAny(i, "truck", "trucks", "convoy", "convoys", "lorries", "buses", "vehicles", "cars", "drivers", "ambulances", "aid", "traffic", "motorists", "bus", "car", "truck", "lorry", "everyone", "travellers", "vehicle")) return true;
        return false;
    }

    private (int Start, int Stop) Between(int at)
    {
        var (start, stop) = (at, at);
        while (start > 0 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, ':') && !s.IsMark(start - 1, '.') && at - start < 14) start--;
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
    private (Thing Thing, bool Found) Gate(int start, int stop, int verb, bool orCamp)
    {
        var best = default(Thing);
        var distance = int.MaxValue;
        for (var i = start; i < stop; i++)
        {
            if (taken[i] || IsPermit(i) || s.Find(i, Tag.Feature, out var length) is not { Name: "crossing" or "checkpoint" or "bridge" or "road" or "corridor" or "camp" } gate || gate.Name == "camp" && (!orCamp || i > verb || !FeatureAt(i, out _, out _)) || Math.Abs(i - verb) >= distance || Far(i)) continue;
            (best, distance) = (new Thing(gate.Name, NounStart(i), i, i + length, false), Math.Abs(i - verb));
        }

        // "A checkpoint on the Kala road turns back": the checkpoint.
        if (best.Feature == "road")
        {
            var on = best.First;
            while (on > start && s.Is(on - 1, Tag.Determiner)) on--;
            if (s.Says(on - 1, "on") && s.EndingAt(on - 1, Tag.Feature, out var post) is { Name: "checkpoint" or "crossing" } gate && s.Is(NounStart(post) - 1, Tag.Determiner)) best = new Thing(gate.Name, NounStart(post), post, on - 1, false);
        }

        return (best, distance < int.MaxValue);
    }
}
