using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>A fact: what it is made of, and whether it is one: told once, of something that could be found on a map.</summary>
internal sealed partial class AccessReader
{
    // A fact in the making: the tokens that say it, what it is told of, and how real it is.
    private readonly record struct Finding(int First, int End, Thing Thing, Feature Feature, AccessState State, Realis Realis)
    {
        public bool Asserted => Realis == Realis.Asserted;
    }

    private bool Put(int first, int end, Thing thing, AccessState state, Realis realis, string? actor)
    {
        (first, end) = (Math.Max(0, first), Math.Min(s.Count, end));
        // "took Goma airport": held as a town is.
        if (thing.Kind == ThingKind.Airport) thing = thing with { Kind = ThingKind.Settlement };
        var time = TimeOf(first, end);
        if (IsLongPast(time) || IsHistory(first, end)) return true;
        if (state is AccessState.PlannedClosed or AccessState.PlannedOpen && realis == Realis.Asserted) realis = Realis.Planned;
        if (realis == Realis.Asserted && !ways.Hopeless(thing.First - 1) && Claimed.Of(s, first, end) is { } claimed) realis = claimed;
        var found = new Finding(first, end, thing, thing.Feature, state, realis);
        if (time is null && found.Asserted) time = Deadline(end);
        var holds = found.Asserted && time is null && (found is { Feature: Feature.Road, State: AccessState.Open } || Holds(first, end));
        found = found with { First = PastLastFact(found) };
        if (found.First >= found.End || IsOnNoMap(found)) return false;
        if (IsSpanOfBridge(thing, state)) return true;
        if (IsSomewhere(found)) return false;
        var name = thing.Name ?? ways.Place(thing, state);
        if (!TakesPlace(found) || IsToldTwice(found, name)) return true;
        var from = found.Asserted ? time?.Day ?? (holds ? context.Published : null) : realis == Realis.Planned ? DayAhead(found.First, end) : null;
        Tell(found, name, actor, from, found.Asserted ? time?.Accuracy ?? DateAccuracy.Day : DateAccuracy.Day);
        return true;
    }

    private void Tell(in Finding found, string name, string? actor, DateOnly? from, DateAccuracy accuracy)
    {
        var (first, end, thing, feature, state, realis) = found;
        firsts.Add(first);
        Facts.Add(new AccessFact
        {
            Id = "",
            Span = s.Span(first, end),
            AsWritten = s.Words(first, end),
            Feature = feature,
            State = state,
            Place = context.Place(name),
            Ends = EndsOf(thing, end, name),
            Realis = realis,
            EffectiveDate = from,
            DateAccuracy = from is null ? null : accuracy,
            // "" is a force without a name.
            Actor = found.Asserted && actor is not "" ? actor : null,
            Source = Attribution.Publisher,
            Confidence = found.Asserted ? 0.8 : 0.6,
            ExcerptSpan = Clause(first, end),
            Rules = [thing.IsPlace && state is AccessState.Reached or AccessState.Captured ? "force" : "act", Spelling.Of(feature), Spelling.Of(state)],
        });
    }

    private IReadOnlyList<PlaceRef> EndsOf(Thing thing, int end, string name)
    {
        if (thing.Ends is { } ends) return ends;
        if (thing.Head < 0 || thing.IsPlace) return [];
        List<PlaceRef> told = [.. ways.EndPlaces(thing, end).DistinctBy(p => p.Name).Select(p => context.Place(p.Name, s.Span(p.First, p.End)))];
        return told.Count == 0 && thing.Kind is ThingKind.Road or ThingKind.Corridor ? PairIn(name) : told;
    }

    // "the Vovchansk-Kharkiv road": from the one to the other. "the Um-Badr road", "the Port-au-Prince road" lead to one place.
    private IReadOnlyList<PlaceRef> PairIn(string name)
    {
        var dash = name.AsSpan().IndexOfAny(Dashes);
        if (dash < 0 || name.AsSpan(dash + 1).ContainsAny(Dashes)) return [];
        // "Road Lira–Kitgum"
        var words = name[(name.StartsWith("Road ", StringComparison.Ordinal) ? 5 : 0)..dash].Split(' ');
        var first = string.Join(' ', words[(Array.FindLastIndex(words, w => w.Length > 0 && !char.IsUpper(w[0])) + 1)..]).Trim();
        var second = string.Join(' ', name[(dash + 1)..].Trim().Split(' ').TakeWhile(w => w.Length > 0 && char.IsUpper(w[0])));
        var both = first.Length > 3 && second.Length > 3 && context.LandAsSpelled($"{first}-{second}") is null;
        return both ? [context.Place(first), context.Place(second)] : [];
    }

    private static readonly System.Buffers.SearchValues<char> Dashes = System.Buffers.SearchValues.Create("-–—");

    // From the mark before to the mark after.
    private Span Clause(int first, int end)
    {
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }

    // "The road, buried on Friday, was passable by Sunday": the second from where the first ends. What is closed bears nobody: no second fact.
    private int PastLastFact(in Finding found)
    {
        var (first, end, _, feature, state, _) = found;
        if (Facts.Count == 0 || Facts[^1] is var last && (last.Feature != feature || last.State == state || first >= end - 1
            || (last.State, state) is (AccessState.Closed, AccessState.Restricted))) return first;
        var within = last.Span.End > s.Span(first, first + 1).Start && last.Span.End < s.Span(end - 1, end).Start;
        while (within && (s.Span(first, first + 1).Start < last.Span.End || s.IsMark(first))) first++;
        return first;
    }

    private bool IsOnNoMap(in Finding found)
    {
        var (_, end, thing, _, state, _) = found;
        if (thing is not { IsPlace: true, Named: false }) return false;
        // "attacked a town": nobody says which.
        if (state == AccessState.UnderAttack && s.SaysAny(thing.First, "a", "an", "another", "some")) return true;
        // "all the areas", "their territory": nothing that could be found on a map.
        return state is AccessState.Captured or AccessState.Reached or AccessState.Contested && thing.Head >= 0
            && !s.Says(end, "by") && !(s.Says(end, "from") && s.Says(end + 2, "by")) && !IsCounted(thing) && !s.SaysAny(thing.First, "its", "their")
            && s.SaysAny(thing.Head, "area", "areas", "territory", "region", "parts", "communities", "outskirts", "zone", "state", "island", "camps",
                "hill", "hilltop", "ridge", "beach", "plateau");
    }

    // "found four of its spans gone", "The bridge is impassable after two spans collapsed": told of the bridge.
    private bool IsSpanOfBridge(Thing thing, AccessState state) =>
        s.SaysAny(thing.Head, "span", "spans") && (s.SaysAny(thing.First, "its", "their") || HasState(state));

    private bool HasState(AccessState state)
    {
        foreach (var fact in Facts)
            if (fact.State == state) return true;
        return false;
    }

    // Some roads or camps, nobody says which.
    private bool IsSomewhere(in Finding found)
    {
        var (first, end, thing, feature, state, _) = found;
        // "flooding streets", "flooded roads"
        var bare = thing is { Named: false, Head: > 0 } && thing.First == thing.Head && first < thing.Head && s.SaysAny(thing.Head, "streets", "roads");
        var nowhere = thing.End >= s.Count || s.IsMark(thing.End) || s.IsSmall(thing.End) && !s.Is(thing.End, Tag.Preposition);
        if (bare && nowhere && Starts(first, "flood")) return true;
        // "opened 18 relief camps", "makeshift camps set up": some shelters, and no way.
        return feature == Feature.Camp && state == AccessState.Open && thing.Head >= 0 && s.EndsWith(thing.End - 1, "s")
            && (IsCounted(thing) || !thing.Named) && !s.HasAny(thing.End, end, Cue.StillSo);
    }

    // "30 residential areas": so many that somebody knows which.
    private bool IsCounted(Thing thing)
    {
        for (var i = Math.Max(0, thing.First); i < thing.Head; i++)
            if (s.IsCount(i)) return true;
        return false;
    }

    // Whether none of these words has told of it; or only what was tried, which gives way.
    private bool TakesPlace(Finding found)
    {
        var span = s.Span(found.First, found.End);
        var same = Facts.FindIndex(f => f.Span.Overlaps(span) && (f.Feature == found.Feature || f.State == found.State));
        if (same < 0) return true;
        // "Fighting goes on along the road, which soldiers hope to clear": what is so goes before what is tried.
        if (!found.Asserted || Facts[same].Realis != Realis.Attempted || Facts[same].State == found.State) return false;
        Facts.RemoveAt(same);
        firsts.RemoveAt(same);
        return true;
    }

    private bool IsToldTwice(Finding found, string name)
    {
        var (first, _, thing, feature, state, realis) = found;
        // "captured Goma": that they then entered it is known.
        if (state == AccessState.Reached && Nouns.Latest is { State: AccessState.Captured, Realis: Realis.Asserted } held && held.Place.Name == name)
            return true;
        // "is shelled constantly, they are fired on", "is open because they want it open": told once.
        if ((state == AccessState.UnderAttack ? thing.Head < 0 : !found.Asserted && thing.Head < first)
            && Facts.Exists(f => f.State == state && f.Feature == feature && f.Place.Name == name)) return true;
        // "was cleared on Sunday and is open once more": told once.
        return Nouns.Latest is { } before && before.Feature == feature && before.State == state && before.Realis == realis
            && before.Place.Name == name && thing.IsWay && !IsCounted(thing) && thing.Head < first;
    }

    // Whether a fact is told by any of these words.
    private bool IsTold(int first, int end)
    {
        var span = s.Span(first, end);
        foreach (var fact in Facts)
            if (fact.Span.Overlaps(span)) return true;
        return false;
    }

    private bool IsTold(Thing thing, AccessState state) =>
        Facts.Exists(f => f.State == state && f.Realis != Realis.Possible && f.Feature == thing.Feature
            && f.Place.Name == ways.Place(thing, state));

    // By whom it is said, or denied; "The army is considering closing the road": by who considers it.
    private AccessFact Said(AccessFact fact, Attribution source, bool denies) => fact with
    {
        // "denied them access" is no denial.
        Realis = denies && fact.Realis == Realis.Asserted && fact.Rules is not ["entry", ..] ? Realis.Denied : fact.Realis,
        Source = denies && fact.Rules is ["entry", ..] ? Attribution.Publisher
            : fact.Realis == Realis.Possible && source.Type == SourceType.Publisher && s.Find(0, Tag.Source) is { } subject && s.Is(1, Tag.Be)
            ? new Attribution(s.Words(0, 1), Spelling.Parse<SourceType>(subject.Detail)) : source,
    };
}
