using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Roads, flanks, bridges, crossings: open, cut, sealed; towns reached and taken (schema 4.2, pipeline step 10).</summary>
internal sealed partial class AccessReader(Sentence s, Context context, List<TimeExpression> times, List<PlacePhrase> places, Speakers speakers, bool[] taken)
{
    private readonly List<AccessFact> _found = [];

    public List<AccessFact> Read()
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Act, out var length) is { Detail: not "noun" } act && Act(i, length, act)) i += length - 1;
            else if (s.Find(i, Tag.Force, out length) is { } force && Force(i, length, force)) i += length - 1;
        }

        Through();
        Fallen();
        Contested();
        Passed();
        Nominal();
        if (_found.Count > 0) context.LastAccess = _found[^1];
        return _found;
    }

    private bool Act(int at, int length, Meaning act)
    {
        // "finished a floating bridge": a bridge that was not there is open now.
        var built = act.Name == "built";
        var state = built ? AccessState.Open : Spelling.Parse<AccessState>(act.Name);
        // "under fire", "open fire", "the opening of talks": the act needs a feature in its own clause.
        if (s.SaysAny(at, "open", "opened", "opening") && s.SaysAny(at + 1, "fire", "the way", "air", "source")) return false;
        var (first, end) = (at, at + length);
        string feature;
        int featureAt, featureEnd;
        if (IsAttribute(at))
        {
            // "the only road still open", "the last open road": told of a road that is there; "crossed the destroyed bridge" tells of the crossing.
            // "the last open road was cut", "disabled the last working bridge": what is done to it is told beside it.
            if (state != AccessState.Open || built || !IsLast(at) || !Object(end, out feature, out featureAt, out featureEnd) || Done(featureEnd) || !Leads(at)) return false;
            end = Ends(featureEnd);
        }
        else if (!IsPassive(at) && Object(Particle(end), out feature, out featureAt, out featureEnd)) end = Ends(featureEnd);
        else if (built) return false;
        else if (!IsPassive(at) && s.SaysAny(end, "it", "them") && Spoken(at) is { } spoken)
        {
            Add(at, end + 1, spoken.Feature, state, spoken.Place, [], RealisAt(at, at), Actor(at));
            return true;
        }
        else if (Subject(at, out feature, out featureAt, out featureEnd) || Antecedent(at, out feature, out featureAt, out featureEnd))
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
            // "villages surrounding Mosul" lie around it.
            if (s.EndsWith(at, "ing") && !s.Is(at - 1, Tag.Be) && (Actor(at) is null || s.Is(at - 1, Tag.Determiner) || s.SaysAny(at - 1, "and") || s.Is(at - 1, Tag.Preposition) || s.Is(at - 1, Tag.SettlementNoun))) return false;
            Add(at, stop, Feature.Settlement, state, s.Words(settled, stop), [], RealisAt(at, at), Actor(at));
            return true;
        }
        else if (state == AccessState.Sealed && IsPassive(at) && NameBefore(at) is var (named, verb) && verb > named)
        {
            // "Djibo has been under blockade"
            Add(named, end, Feature.Settlement, state, s.Words(named, verb), [], RealisAt(named, at), null);
            return true;
        }
        else if (act.Detail == "place") return Isolated(at, length, state);
        else if (state == AccessState.UnderAttack && !IsPassive(at) && !s.Is(at - 1, Tag.Determiner) && !s.Is(at - 1, Tag.Preposition) && s.SaysAny(at, "attacked", "attacking", "shelled", "shelling", "bombarded", "bombarding", "pounded", "pounding", "struck", "strafed") && Target(end) is var target && target > end)
        {
            // "attacking the town of Bossembele"
            Add(at, target, Feature.Settlement, state, Named(end, target), [], RealisAt(at, at), Actor(at));
            return true;
        }
        else if (Again(at) is var (start, last))
        {
            Add(start, end, last.Feature, !NegatedAt(at) ? state : state == AccessState.Open ? AccessState.Closed : state == AccessState.Closed ? AccessState.Open : state, last.Place, [], RealisAt(start, at), null);
            return true;
        }
        else return false;

        if (built && feature != "bridge") return false;
        if (built && RealisAt(at, at) != Realis.Asserted) state = AccessState.PlannedOpen;
        // "is mined and cannot be used": the second tells what that means.
        if (state is AccessState.UnderAttack or AccessState.Restricted && first < at && s.Says(end, "and") && ActAfter(end + 1)) return false;

        // "opened a second front" opens no way.
        if (feature is "airport" || feature == "front" && state == AccessState.Open) return false;
        // "opened five camps": new ones.
        if (feature == "camp" && state == AccessState.Open && !s.SaysAny(at, "reopened", "re-opened", "reopen", "reopens", "reopening")) return false;
        if (state == AccessState.Sealed && feature is "road" or "flank" && s.SaysAny(at, "seal", "sealed", "sealing", "seals")) feature = IsFlank(featureAt, featureEnd) ? "flank" : feature;
        if (state is AccessState.Closed && s.SaysAny(at, "fall", "fell", "destroyed", "collapsed", "collapse", "collapses", "blown up", "blew up", "bombed") && feature is "road" or "front" or "crossing") return false;
        if (state is AccessState.UnderAttack && s.SaysAny(at, "hit", "struck", "targeted") && feature is "road" or "camp" && first == at) return false;
        if (state == AccessState.Open && NegatedAt(at)) state = AccessState.Closed;
        else if (state == AccessState.Closed && NegatedAt(at)) state = AccessState.Open;
        if (end == at + length)
        {
            if (state == AccessState.Open && ForSome(end)) state = AccessState.Restricted;
            end = Complement(end);
        }

        var realis = RealisAt(first, at);
        if (realis == Realis.Asserted && Demanded(at)) realis = Realis.Possible;
        // "working with officials to re-open the routes": meant, and not done.
        if (realis == Realis.Asserted && s.Says(at - 1, "to") && !s.SaysAny(at - 2, "managed", "able", "began", "begun", "started", "due", "continued", "yet", "failed") && s.SaysAny(at, "open", "reopen", "re-open", "close", "shut", "cut", "block", "restore", "clear", "unblock")) realis = Realis.Planned;
        // "will not open the crossing": it stays as it is.
        if (realis == Realis.Planned && state == AccessState.Closed && act.Name == "open") realis = Realis.Asserted;
        if (realis == Realis.Planned && state is AccessState.Open) (state, realis) = (AccessState.PlannedOpen, Realis.Planned);
        if (realis == Realis.Planned && state is AccessState.Closed) (state, realis) = (AccessState.PlannedClosed, Realis.Planned);
        Add(first, end, Spelling.Parse<Feature>(feature), state, Place(featureAt, featureEnd, state), EndPlaces(s.Says(at + length, "between") && end > at + length ? at + length : featureEnd, end), realis, Actor(first));
        return true;
    }

    // "called for the road to be reopened", "urged them to reopen the crossing": what is wanted is not so.
    private bool Demanded(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 9) && !s.IsMark(i, ';'); i--)
            if (s.SaysAny(i, "urge", "urged", "urges", "urging", "demand", "demanded", "demands", "demanding", "requested", "requests", "appealed", "appeal", "appeals", "called", "calls", "calling", "call", "asked", "negotiating", "negotiate", "negotiations", "proposed") && !s.Is(i - 1, Tag.Be)) return true;
        return false;
    }

    // "the army said it had been reopened": the crossing or road that the text spoke of last.
    private (int Start, Mention Last)? Again(int at)
    {
        var start = GroupStart(at) - 1;
        // "once it is repaired": not yet.
        if (start == at - 1 || !s.SaysAny(start, "it", "they") || s.SaysAny(start - 1, "once", "until", "unless", "when") || Spoken(start) is not { } last) return null;
        return (start, last);
    }

    private sealed record Mention(Feature Feature, string Place);

    // The road or bridge that "it" stands for: named last before it, here or in an earlier sentence.
    private Mention? Spoken(int before)
    {
        for (var i = before - 1; i >= 0; i--)
            if (FeatureAt(i, out var feature, out var length) && feature is not ("airport" or "front" or "camp") && i + length <= before) return new Mention(Spelling.Parse<Feature>(feature), Place(i, i + length, AccessState.Open));
        return (_found.Count > 0 ? _found[^1] : context.LastAccess) is { Feature: not (Feature.Settlement or Feature.Front) } last ? new Mention(last.Feature, last.Place.Name) : null;
    }

    // "and cannot be used", "and therefore closed"
    private bool ActAfter(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 5); i++)
            if (s.Is(i, Tag.Act)) return true;
            else if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly") && !s.SaysAny(i, "not", "no")) return false;
        return false;
    }

    // "open to buses only", "open one way", "passable under escort": for some and not for all, or not always.
    private bool ForSome(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';') && !s.IsMark(i, '.'); i++)
        {
            if (s.SaysAny(i, "only", "alone", "escort", "escorts", "permit", "permits", "intermittently", "daylight", "pedestrians", "one-way", "partially", "partly", "limited") || s.Says(i, "anyone") && s.Says(i + 1, "without")) return true;
            if (s.Says(i, "one") && s.SaysAny(i + 1, "way", "direction", "lane") || s.Says(i, "hours") && s.SaysAny(i + 1, "a", "per", "daily") || s.Says(i, "motorcycles")) return true;
            if (i > from && (s.Is(i, Tag.Conjunction) || s.Is(i, Tag.Speech))) return false;
        }

        return false;
    }

    // The words that finish the state: "open round the clock", "reopened to civilian cars", "reopened to the south", "closed between A and B".
    private int Complement(int from)
    {
        if (s.SaysAny(from, "round", "around") && s.Says(from + 1, "the") && s.Says(from + 2, "clock")) return from + 3;
        if (s.Says(from, "between")) return Ends(from) is var last && last > from + 1 ? last : from;
        if (!s.Says(from, "to") || s.Says(from - 1, "only")) return from;
        var end = from + 1;
        while (end < s.Count && end - from < 6 && s.IsWord(end) && !taken[end] && !s[end].Capital && (s.Is(end, Tag.Determiner) || s.SaysAny(end, "only", "alone", "all") || !s.IsSmall(end)) && !s.Is(end, Tag.Speech) && (!s.Is(end, Tag.Adverb) || s.SaysAny(end, "only", "alone", "south", "north", "east", "west"))) end++;
        return end > from + 1 && !s.Is(end - 1, Tag.Determiner) ? end : from;
    }

    // "are blocked", "has been cut", "stayed open": what it is done to stands before.
    private bool IsPassive(int act)
    {
        var i = act - 1;
        while (i > 0 && (s.Is(i, Tag.Adverb) || s.EndsWith(i, "ly"))) i--;
        return (s.Is(i, Tag.Be) && !s.EndsWith(act, "ing")) || IsLinking(i);
    }

    private bool IsLinking(int i) => s.SaysAny(i, "stay", "stays", "stayed", "remain", "remains", "remained", "reported", "reportedly", "declared", "lies", "lay", "kept", "left", "became", "becomes", "become", "becoming");

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

    // "is closed", "remains open", "blocks the road": told of the day of publication.
    private bool Holds(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.SaysAny(i, "is", "are", "remains", "remain", "stays", "stay", "blocks", "block", "controls") && !s.SaysAny(i + 1, "being", "to")) return true;
        return false;
    }

    // From the mark before to the mark after.
    private Span Clause(int first, int end)
    {
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }

    private bool NegatedAt(int at) => s.SaysAny(at - 1, "not") || s.SaysAny(at - 2, "not") || s.SaysAny(at - 1, "never") || (s.Says(at - 1, "longer") && s.Says(at - 2, "no")) || (s.Says(at - 1, "to") && s.SaysAny(at - 2, "yet", "failed")) || s.SaysAny(at - 1, "cannot");

    private Realis RealisAt(int first, int at)
    {
        var result = Realis.Asserted;
        for (var i = Math.Max(0, first - 5); i < at; i++)
        {
            if (s.IsMark(i, ';')) result = Realis.Asserted;
            else if (s.Is(i, Tag.Conditional)) result = Realis.Possible;
            else if (s.Is(i, Tag.Planned) || i == at - 1 && s.Says(i, "to") && s.Is(i - 1, Tag.Be) || s.SaysAny(i, "agreed", "will", "would", "promised", "tomorrow")) result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i]) result = Realis.Possible;
            else if (s.Is(i, Tag.Deny)) result = Realis.Denied;
            else if (s.Is(i, Tag.Attempted)) result = Realis.Attempted;
        }

        return result;
    }

    private void Add(int first, int end, Feature feature, AccessState state, string place, List<PlacePhrase> ends, Realis realis, string? actor)
    {
        var time = times.Find(t => t.Kind is TimeKind.Point && t.First >= end) ?? times.FindLast(t => t.Kind is TimeKind.Point && t.End <= first) ?? times.Find(t => t.Kind == TimeKind.Now)
            ?? times.Find(t => t.Kind == TimeKind.Since && t.First >= first && t.Start is not null);
        var source = speakers.At(first, out var denies);
        if (realis == Realis.Possible && source.Type == SourceType.Publisher && s.Find(0, Tag.Source) is { } subject && s.Is(1, Tag.Be)) source = new Attribution(s.Words(0, 1), Spelling.Parse<SourceType>(subject.Detail));
        var asserted = realis == Realis.Asserted;
        var rule = feature == Feature.Settlement && state is AccessState.Reached or AccessState.Captured ? "force" : "act";
        var holds = asserted && time is null && (feature == Feature.Road && state == AccessState.Open || Holds(first, end));
        var span = s.Span(first, end);
        if (_found.Exists(f => f.Span.Overlaps(span) && f.Feature == feature)) return;
        _found.Add(new AccessFact
        {
            Id = "", Span = span, AsWritten = s.Words(first, end), Feature = feature, State = state, Place = context.Gazetteer.Resolve(place),
            Ends = [.. ends.Select(p => context.Gazetteer.Resolve(p.Name, s.Span(p.First, p.End)))], Realis = denies && asserted ? Realis.Denied : realis,
            EffectiveDate = asserted ? time?.Start ?? (holds ? context.Published : null) : null, DateAccuracy = asserted && (time?.Start is not null || (holds && context.Published is not null)) ? time?.Accuracy ?? Corridor.Dispatches.DateAccuracy.Day : null,
            Actor = asserted ? actor : null, Source = source, Confidence = realis == Realis.Asserted ? 0.8 : 0.6, ExcerptSpan = Clause(first, end),
            Rules = [rule, Spelling.Of(feature), Spelling.Of(state)],
        });
    }
}
