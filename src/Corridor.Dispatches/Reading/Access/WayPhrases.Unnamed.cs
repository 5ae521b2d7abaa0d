using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Ways told without their noun: a side of the one before, traffic between two towns, what a sentence is about.</summary>
internal sealed partial class WayPhrases
{
    // "the Palestinian side", "the western end": of the way told before.
    private Thing? Side(int from, ref int end)
    {
        var lane = s.SaysAny(from, "one", "both", "two") && s.SaysAny(from + 1, "lane", "lanes") && !s.SaysAny(from + 2, "of", "on");
        var which = s.Is(from + 1, Tag.Direction) || s.IsWord(from + 1) && s[from + 1].Capital || s.SaysAny(from + 1, "other", "far");
        var part = s.Says(from, "the") && which && s.SaysAny(from + 2, "side", "end", "half", "lane", "carriageway", "span")
            && !s.SaysAny(from + 3, "of", "to");
        if (!lane && !part) return null;
        var head = lane ? from + 1 : from + 2;
        if ((Nouns.Told.FindLast(HasSides) ?? context.LastAccess) is not { } told || !HasSides(told) || Thing.Of(told) is not { } way)
            return context.Before.Topic is { Kind: ThingKind.Bridge or ThingKind.Crossing or ThingKind.Road } topic
                ? topic with { First = from, Head = head, End = end = head + 1 }
                : lane && s.Says(from, "one") && Nouns.WayBefore(from) is { } kind ? new Thing(kind, from, head, end = head + 1, false) : null;
        return way with { First = from, Head = head, End = end = head + 1 };
    }

    private static bool HasSides(AccessFact fact) => fact.Feature is Feature.Bridge or Feature.Crossing or Feature.Road;

    // "traffic | between Orna and Odra", "movement of aid | from Orna to Odra": who travels between two places does so by road, unless by rail or
    // air; where the second ends, or -1.
    private int Flow(int noun, out PlaceRef[] joined)
    {
        joined = [];
        if (!s.Has(noun, Cue.TrafficFlow) || s.SaysAny(noun - 1, "rail", "railway", "train", "air", "river", "sea")) return -1;
        var from = noun + 1;
        if (s.Says(from, "of"))
            for (from++; from < Math.Min(s.Count, noun + 6) && s.IsWord(from) && !s.Is(from, Tag.Preposition);) from++;
        if (!s.SaysAny(from, "between", "from")) return -1;
        for (var to = from + 2; to < Math.Min(s.Count, from + 8) && s.IsWord(to); to++)
            if (s.Says(to, s.Says(from, "between") ? "and" : "to"))
            {
                if (Phrase(to + 1, s.Count, out _) is not { IsPlace: true } goal) return -1;
                if (Phrase(from + 1, to, out _) is { Named: true } start && goal.Named) joined = [Called(start), Called(goal)];
                return goal.End;
            }

        return -1;
    }

    private PlaceRef Called(Thing place) => context.Place(Place(place, AccessState.Open), s.Span(place.First, place.End));

    /// <summary>What a sentence is about, for "it was reopened" in the next: the way or place that it begins with, else its only way.</summary>
    public Thing? Topic()
    {
        if (Phrase(0, s.Count, out _) is { IsGround: true } subject
            && subject.First <= 1) return subject with { Name = Place(subject, AccessState.Open), Head = -1 };
        Thing? only = null;
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.Is(i, Tag.Feature) || !Nouns.FeatureAt(i, out var kind, out var length)) continue;
            if (only is not null) return null;
            var way = new Thing(kind, Nouns.NounStart(i), i, i + length, false);
            only = way with { Name = Place(way, AccessState.Open), Head = -1 };
            i += length - 1;
        }

        return only is { IsWay: true } ? only : null;
    }
}
