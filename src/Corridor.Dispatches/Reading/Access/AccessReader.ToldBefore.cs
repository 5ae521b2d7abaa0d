using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What stands in for a thing told before: "it", "both", "its southern part", "the bridge as well".</summary>
internal sealed partial class AccessReader
{
    // What stands in for a nameless road or town: "it", told of before.
    private Thing? Spoken(int before, ActMeaning act)
    {
        if (act.Object is not (ActObject.Place or ActObject.Reach))
            for (var i = before - 1; i >= 0; i--)
                if (Nouns.FeatureAt(i, out var kind, out var length) && new Thing(kind, Nouns.NounStart(i), i, i + length, false) is var way
                    && Fits(act, way))
                    return way with { Name = ways.Place(way, AccessState.Open) };
        if (Facts.Count > 0 && Thing.Of(Facts[^1]) is { } last && Fits(act, last)) return last;
        if (act.Object is ActObject.Place or ActObject.Any or ActObject.Reach && NamedBefore(before) is { } place && Facts.Count == 0)
            return new Thing(ThingKind.Settlement, place.First, place.First, place.End, true) { Name = place.Name };
        if (context.AccessNear && LastTold(act) is { } near) return near;
        return context.Before.Topic is { } topic && Fits(act, topic) ? topic : LastTold(act);
    }

    private Thing? LastTold(ActMeaning act) => context.LastAccess is { } earlier && Thing.Of(earlier) is { } known && Fits(act, known) ? known : null;

    private PlacePhrase? NamedBefore(int token) => places.FindLast(p => p.Named && p.End <= token);

    // The road or bridge that the clause does not name: told just before.
    private Thing? Earlier(int before)
    {
        if (PassedBefore() is { } here) return here;
        for (var i = before - 1; i >= 0; i--)
            if (Nouns.FeatureAt(i, out var kind, out var length) && kind != ThingKind.River
                && new Thing(kind, Nouns.NounStart(i), i, i + length, false) is { IsWay: true } way)
                return way with { Name = ways.Place(way, AccessState.Open) };

        return context.LastAccess is { } last && IsPassed(last.Feature) ? Thing.Of(last) : null;
    }

    private Thing? PassedBefore() => Facts.FindLast(static f => IsPassed(f.Feature)) is { } told ? Thing.Of(told) : null;

    private static bool IsPassed(Feature feature) => feature is Feature.Road or Feature.Bridge or Feature.Checkpoint or Feature.Crossing or Feature.Corridor;

    // "its southern part": of the road or bridge told before.
    private Thing? Owned(int from)
    {
        var last = Facts.FindLast(f => f.Feature is not Feature.Settlement) ?? (context.AccessNear ? context.LastAccess : null);
        if (!s.SaysAny(from, "its", "their") || last is not { Feature: not Feature.Settlement } told || Thing.Of(told) is not { } way) return null;
        for (var k = from + 1; k < Math.Min(s.Count, from + 4); k++)
            if (s.Is(k, Tag.Passage)) return way with { First = from, Head = from, End = k + 1, Name = told.Place.Name };
        return null;
    }

    // "Two roads lead out of Djibo, and both are blocked", "all four remain closed"
    private Thing? ToldBefore(in Statement told)
    {
        var known = context.AccessNear && context.LastAccess is { } near ? Thing.Of(near)?.Kind : context.Before.Topic?.Kind;
        return Each(told.Group) is var each and >= 0 && (Nouns.WayBefore(each) ?? known) is { } kind
            && new Thing(kind, each, each, Math.Max(told.Group, each + 1), false) is { IsWay: true } those ? those : null;
    }

    // "both", "all four", "the other two", "none of them": where the words begin that stand for things told before, or -1.
    private int Each(int group)
    {
        var (i, counts) = (group, s.SaysAny(group, "both", "all"));
        while (i > 0
            && (s.Has(i - 1, Cue.Tallied) || s.Is(i - 1, Tag.Cardinal)
                || s.SaysAny(i - 1, "the", "of", "them", "these", "those"))) counts |= s.Has(--i, Cue.Tallied);
        // "two other posts", "the other gates"
        if (s.SaysAny(group - 1, "posts", "points", "gates") && s.SaysAny(group - 2, "other", "further", "more", "remaining")
            && (s.IsCount(group - 3) || s.Is(group - 3, Tag.Determiner))) return group - 3;
        // "the third", "the newer one"
        if (!counts && s.Says(group - 2, "the") && s.SaysAny(group - 1, "first", "second", "third", "fourth", "fifth", "last")) return group - 2;
        // "of its people 40 had left, and all of them": who, and not what.
        for (var k = i - 1; counts && s.Says(group - 1, "them") && k >= 0; k--)
            if (IsPeople(k)) return -1;
        return counts ? i : -1;
    }

    // "Rwanda reopened its side of the border; Uganda's remains closed"
    private Thing? OfOwner(in Statement told)
    {
        var group = told.Group;
        return told.Copula && group > 1 && s[group - 1].Kind == TokenKind.Possessive && Facts.Count > 0 && Thing.Of(Facts[^1]) is { IsWay: true } twin
            ? twin with { First = group - 2, Head = group - 2, End = group, Name = s.Words(group - 2, group) + " " + Spelling.Of(twin.Kind) } : null;
    }

    // "It is open again, and the bridge behind it as well", "took the town, and with it the bridge": the same is told of another.
    private void AsWell(int i)
    {
        var with = s.Says(i, "with") && s.SaysAny(i + 1, "it", "them");
        var also = (s.Says(i, "well") && s.Says(i - 1, "as") || s.Says(i, "too")) && (i + 1 >= s.Count || s.IsMark(i + 1));
        // "is closed, | as is | the bridge", "and | so are | the crossings"
        var so = s.SaysAny(i, "so", "as") && s.Is(i + 1, Tag.Be);
        if (s.Says(i, "as") && s.Is(i + 1, Tag.Determiner) && s.Has(i + 2, Cue.LastLeft)) Left(i);
        if (Facts.Count == 0 || !with && !also && !so) return;
        var last = Facts[^1];
        if (so)
        {
            if (ways.Phrase(i + 2, s.Count, out _) is { IsWay: true } twin && last.Span.End <= s.Span(i, i + 1).Start)
                Put(i, ways.Ends(twin.End), twin, last.State, last.Realis, last.Actor);
            return;
        }

        if (with && s.Says(i - 1, "and") && ways.Phrase(i + 2, s.Count, out _) is { IsGround: true } other)
            Put(i, ways.Ends(other.End), other, last.State, last.Realis, last.Actor);
        for (var p = i - 1; p > Math.Max(0, i - 9); p--)
        {
            if (!(with ? s.IsMark(p, ',') : s.Says(p, "and")) || ways.Phrase(p + 1, i, out var stop) is not { } way) continue;
            if (last.Span.End <= s.Span(p, p + 1).Start) Put(p + 1, with ? i + 2 : i + 1, way, last.State, last.Realis, last.Actor);
            return;
        }
    }
}
