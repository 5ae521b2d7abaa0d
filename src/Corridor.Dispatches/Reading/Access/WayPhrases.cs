using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>
/// Noun phrases of what can be open or taken: a noun phrase whose head is a road, bridge or crossing, a kind of settlement, or a bare name. Where one
/// begins and ends is asked of <see cref="Phrase"/>, which one a verb is told of, of <see cref="Ungoverned"/>, what it is called, of <see cref="Place"/>.
/// </summary>
internal sealed partial class WayPhrases(Sentence s, Context context, List<PlacePhrase> places, bool[] taken)
{
    /// <summary>The nouns that phrases are made of.</summary>
    public WayNouns Nouns { get; } = new(s, context, places, taken);

    // A noun phrase as far as it is read.
    private struct Reading(int from, int limit)
    {
        public readonly int From = from;
        public readonly int Limit = limit;
        // The token that is asked about.
        public int At = from;
        public int End = from;
        public Thing? Thing;
        // Where the last name begins, or -1.
        public int Name = -1;
        // "a stretch of", "traffic on": what comes is a part of the way.
        public bool Part;
        // "access to"
        public bool Access;
        // "Perov's northern quarters" are told by its name.
        public bool Owned;
    }

    // What a rule makes of a token: it leaves it to the next, takes it, or finds the phrase at its end.
    private enum Step { None, On, Stop }

    /// <summary>The noun phrase that begins at a token, where it ends, and what it is if that can be open or taken.
    /// The head is its last noun: "closed schools near the border" closes no border, "cut travel on the road" does.</summary>
    public Thing? Phrase(int from, int limit, out int end)
    {
        end = from;
        if (Side(from, ref end) is { } side) return side;
        var r = new Reading(from, Math.Min(limit, from + 18));
        while (r.At < r.Limit && Take(ref r) == Step.On) { }
        end = r.End;
        return CalledCrossing(r) ?? (r is { Access: true, Thing: { IsPlace: true } place } ? place with { Access = true } : r.Thing);
    }

    private Step Take(ref Reading r)
    {
        var step = TakeMark(ref r);
        if (step == Step.None) step = TakeNumber(ref r);
        if (step == Step.None) step = TakeWay(ref r);
        if (step == Step.None) step = TakePart(ref r);
        if (step == Step.None) step = TakeTown(ref r);
        if (step == Step.None) step = TakeName(ref r);
        if (step == Step.None) step = TakeLink(ref r);
        if (step == Step.None && r.Thing is not null && s.SaysAny(r.At, "and", "or", "&")) step = TakeAnd(ref r);
        return step == Step.None ? TakeWord(ref r) : step;
    }

    private static Step To(ref Reading r, int past)
    {
        r.At = r.End = past;
        return Step.On;
    }

    // Past what is no part of the phrase, should it end here.
    private static Step Over(ref Reading r, int past)
    {
        r.At = past;
        return Step.On;
    }

    private Step TakeMark(ref Reading r)
    {
        var i = r.At;
        if (IsDateline(i)) return Step.Stop;
        if (s[i].Kind == TokenKind.Quote || IsQuoted(i) || s.IsMark(i, '-') || s.IsMark(i, '–')) return Over(ref r, i + 1);
        if (s.IsMark(i, '(')) return TakeBrackets(ref r);
        if (s.IsMark(i) && !IsPlural(i)) return Step.Stop;
        if (s[i].Kind != TokenKind.Possessive && !s.IsMark(i)) return Step.None;
        r.Owned |= r.Name >= 0;
        (r.Thing, r.Name) = (null, -1);
        return Over(ref r, i + 1);
    }

    // "the Senda (Sanda) bridge": another spelling stands inside; "Senda (a town)" ends.
    private Step TakeBrackets(ref Reading r)
    {
        var close = r.At;
        while (close < r.Limit && !s.IsMark(close, ')')) close++;
        if (r.Thing is { } before && close + 1 < r.Limit
            && !(before is { IsPlace: true, Named: true } && close - r.At == 2 && Nouns.FeatureAt(close + 1, out _, out _))) return Step.Stop;
        return Over(ref r, close + 1);
    }

    private Step TakeNumber(ref Reading r)
    {
        var i = r.At;
        if (s.IsCount(i) && Nouns.Same(i) is null)
        {
            if (r.Thing is not null) return Step.Stop;
            // "3 in 10 bridges"
            if (s.Says(i + 1, "in") && s.IsCount(i + 2)) i += 2;
            // "washed away 2,300 km of road": how much road, and none by name; "ten metres of the Tiva highway" are a part of it.
            if (s.Unit(i + 1) is { Class: UnitClass.Distance } && s.Says(i + 2, "of"))
            {
                if (!s.Is(i + 3, Tag.Determiner)) return Step.Stop;
                i += 2;
            }

            r.Part = true;
            return Over(ref r, i + 1);
        }

        if (s.Says(i, "per") || s.Says(i, "but") && s.Says(i - 1, "all")) return Over(ref r, i + 2);
        return i == r.From && Approximator(i) is var about and > 0 ? Over(ref r, i + about) : Step.None;
    }

    private Step TakeWay(ref Reading r)
    {
        var i = r.At;
        // "its last open stretch of border"
        if (r.Thing is null && s.SaysAny(i, "stretch", "stretches") && s.Says(i + 1, "of"))
        {
            r.Part = true;
            return To(ref r, i + 1);
        }

        if (Nouns.FeatureAt(i, out var kind, out var length))
        {
            r.Thing = new Thing(kind, r.From, i, i + length, r.Name >= 0);
            (r.Name, r.Part) = (-1, false);
            return To(ref r, i + length);
        }

        return r.Thing is { IsPlace: false } way && i == way.End ? TakeWayOn(ref r, way) : Step.None;
    }

    // What belongs to the noun of a way just behind it.
    private Step TakeWayOn(ref Reading r, Thing way)
    {
        var i = way.End;
        // "the port of Odra"
        if (way.Kind == ThingKind.Airport && s.Says(i, "of") && Nouns.Name(i + 1, r.Limit) is var quay && quay > i + 1)
        {
            r.Thing = way with { End = quay, Named = true };
            return To(ref r, quay);
        }

        // "twelve road sections"
        if (s.SaysAny(i, "section", "sections", "stretches", "portions", "parts", "segments", "lanes"))
        {
            r.Thing = way with { End = i + 1 };
            return To(ref r, i + 1);
        }

        // "the Ruta del Norte"
        if (!s.SaysAny(i, "del", "de", "da", "do", "la") || !s.IsWord(i + 1)) return Step.None;
        var latin = Math.Max(i + 2, Nouns.Name(i + 1, r.Limit));
        r.Thing = way with { End = latin, Named = true };
        return To(ref r, latin);
    }

    // What passes on a way, or a part of it.
    private Step TakePart(ref Reading r)
    {
        var i = r.At;
        // "the Orna-Mesik section | of the highway"
        if (r.Thing is { IsPlace: true, Named: true } && s.Is(i, Tag.Passage) && s.Says(i + 1, "of"))
        {
            (r.Thing, r.Name, r.Part) = (null, -1, true);
            return To(ref r, i + 1);
        }

        if (r.Thing is not null) return Step.None;
        // "traffic between Orna and Odra", "movement of aid from Orna to Odra"
        if (Flow(i, out var joined) is var leg and > 0)
        {
            r.End = Math.Min(leg, r.Limit);
            r.Thing = new Thing(ThingKind.Road, r.From, -1, r.End, false) { Name = "road", Ends = joined };
            return Step.Stop;
        }

        if (s.Find(i, Tag.Passage, out var length) is null) return Step.None;
        r.Part = true;
        return To(ref r, i + length);
    }

    // "Wad Medani town", "the town of X", "23 villages"; "village elders" are people.
    private Step TakeTown(ref Reading r)
    {
        if (!Nouns.IsSettlement(r.At, out var length)) return Step.None;
        var noun = r.At + length;
        r.Thing = Nouns.IsOtherNoun(noun) ? null : new Thing(ThingKind.Settlement, r.From, noun - 1, noun, r.Name >= 0 || r.Owned);
        if (r.Thing is not { } town || !s.Says(noun, "of")) return To(ref r, noun);
        if (Nouns.Name(noun + 1, r.Limit) is var name && name > noun + 1)
        {
            r.Thing = town with { End = name, Named = true, Head = noun + 1 };
            return To(ref r, name);
        }

        // "the outskirts of the town of Odra"
        if (!s.Is(noun + 1, Tag.Determiner) || Phrase(noun + 1, r.Limit, out var inner) is not { IsPlace: true } of) return To(ref r, noun);
        r.Thing = of with { First = r.From };
        return To(ref r, inner);
    }

    private Step TakeName(ref Reading r)
    {
        var i = r.At;
        var stop = Nouns.Name(i, r.Limit);
        if (stop <= i) return Step.None;
        if (r.Thing is { } before) r.Thing = before with { End = stop, Named = true };
        else if (!Nouns.IsOtherNoun(stop) && !s.Is(stop, Tag.Unit) && (stop >= r.Limit || s[stop].Kind != TokenKind.Possessive))
            r.Thing = new Thing(ThingKind.Settlement, r.From, i, stop, true);
        r.Name = i;
        To(ref r, stop);
        // "the Mamuju to Majene road"
        if (s.Says(stop, "to") && Nouns.Name(stop + 1, r.Limit) is var far && far > stop + 1 && Nouns.FeatureAt(far, out _, out _))
            (r.Thing, r.At) = (null, far);
        return Step.On;
    }

    // "a part | of", "traffic | on": a preposition that leads from the part to the way.
    private Step TakeLink(ref Reading r)
    {
        var i = r.At;
        if (r.Thing is not null) return Step.None;
        if (s.Says(i, "of") && (r.Part || s.Has(i - 1, Cue.PartWord))) return To(ref r, i + 1);
        if (!r.Part) return Step.None;
        var toIt = s.SaysAny(i - 1, "access", "entry");
        // "access | for aid workers | to the enclave"
        for (var to = i + 2; toIt && s.SaysAny(i, "for", "by") && to < Math.Min(r.Limit, i + 6) && s.IsWord(to); to++)
            if (s.Says(to, "to"))
            {
                r.Access = true;
                return Over(ref r, to + 1);
            }

        var leads = s.SaysAny(i, "on", "along", "over", "across", "through", "out", "of", "in", "into", "by") && EndsPassage(i)
            || s.Says(i, "at") && s.SaysAny(i - 1, "entry", "access", "traffic", "passage", "security", "controls", "checks", "gate", "gates", "entrance")
            || s.Says(i, "to") && toIt;
        if (!leads) return Step.None;
        r.Access |= s.Says(i, "to");
        return To(ref r, i + 1);
    }

    // "the bridge | and | the road": of the same kind, one phrase.
    private Step TakeAnd(ref Reading r)
    {
        var (i, thing) = (r.At, r.Thing!.Value);
        if (s.Is(i + 1, Tag.Act) || s[i + 1].Word is null && s.EndsWith(i + 1, "ed")) return Step.Stop;
        var more = Phrase(i + 1, r.Limit, out var last);
        // "the Orna and Mesik crossings"
        if (more is { IsWay: true, Named: true } shared && thing is { IsPlace: true, Named: true } && s[i + 1].Capital)
            (r.Thing, r.End) = (shared with { First = r.From }, last);
        else if (more is { } other && other.IsPlace == thing.IsPlace && other.Kind is not (ThingKind.Airport or ThingKind.Front))
            (r.Thing, r.End) = (thing with { End = other.End, Named = thing.Named || other.Named }, last);
        // "relief camps and distribution centres": not of the camps alone. "56 villages and points" is.
        else if (last > i + 1 && more is null && thing.Kind == ThingKind.Camp) r.Thing = null;
        else if (thing is { IsPlace: true, Named: false } && Nouns.IsOtherNoun(i + 1)) r.Thing = thing with { End = i + 2 };
        return Step.Stop;
    }

    // Any other word: past the head it ends the phrase, before it it describes what comes.
    private Step TakeWord(ref Reading r)
    {
        var i = r.At;
        if (EndsPhrase(r)) return Step.Stop;
        if (r.Thing is not null)
        {
            // After the head a verb, an adverb, a time; another noun makes the head its own: "the border guards".
            if (!Nouns.IsOtherNoun(i)) return Step.Stop;
            r.Thing = null;
            return To(ref r, i + 1);
        }

        if (IsVerbAfter(r.From, i)) return Step.Stop;
        // "eight members of the community": of what the number counts, and no part of it.
        r.Part &= s.Is(i, Tag.Determiner) || s[i].Word is not null && !s.Is(i, Tag.Unit) || s.IsManner(i);
        return To(ref r, i + 1);
    }

    private bool EndsPhrase(in Reading r)
    {
        var i = r.At;
        // "the heights above Lamta", "a bus leaving Doma"
        if (s.SaysAny(i, "above", "below", "opposite")
            || i > r.From && s.EndsWith(i, "ing") && !s.Is(i - 1, Tag.Determiner) && s.Is(i, Tag.Predicate | Tag.Transit)) return true;
        if (s.IsSmall(i) && !s.Is(i, Tag.Determiner) || s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Weekday | Tag.Month)) return true;
        return s.Is(i, Tag.Determiner) && i > r.From && !s.Is(i - 1, Tag.Determiner)
            && !s.SaysAny(i - 1, "of", "on", "along", "over", "across", "through", "in", "into", "out", "at") && !r.Access;
    }

    private bool IsVerbAfter(int from, int i)
    {
        if (i > from && !s.Is(i - 1, Tag.Determiner) && !(s.Says(i, "open") && s.Is(i + 1, Tag.Passage | Tag.Feature))
            && (s.Is(i, Tag.Speech) || s.Act(i) is { Form: not VerbForm.Phrase } && !s.EndsWith(i, "ed") && !s.EndsWith(i, "ing"))) return true;
        // "People | fled Karsa", "the town | displaced 900"
        return s.Verb(i) is { } moved && (moved.Form is VerbForm.Past or VerbForm.Third && i > from
            || moved.Who == Who.Subject && moved.Form.HasFlag(VerbForm.Past) && !s.Is(i - 1, Tag.Determiner));
    }

    // "Orna, the main crossing into Odra"
    private Thing? CalledCrossing(in Reading r)
    {
        if (r.Thing is not { IsPlace: true, Named: true } post || s.Is(post.End - 1, Tag.SettlementNoun) || !s.IsMark(post.End, ',')
            || !s.SaysAny(post.End + 1, "the", "a", "its")) return null;
        for (var k = post.End + 2; k < Math.Min(s.Count, post.End + 5) && !s.IsSmall(k) && !s.IsMark(k); k++)
            if (Nouns.FeatureAt(k, out var called, out _)) return called is ThingKind.Crossing or ThingKind.Checkpoint ? post with { Kind = called } : post;
        return null;
    }

    /// <summary>"about 70 per cent of", "more than four"</summary>
    public int Approximator(int i)
    {
        foreach (var tag in (ReadOnlySpan<Tag>)[Tag.Approximately, Tag.MoreThan, Tag.AtLeast, Tag.LessThan])
            if (s.Find(i, tag, out var length) is not null && s.IsCount(i + length))
                return length;
        return 0;
    }

    // "sections of the road", "traffic along the highway": a preposition that leads to what the part is of.
    private bool EndsPassage(int i) => s.EndingAt(i, Tag.Passage, out _) is not null;
}
