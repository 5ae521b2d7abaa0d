using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Fills the drafts of a sentence: zone, places, time, source, realis, category, whether it counts (schema 4.1).</summary>
internal sealed partial class FigureReader(Sentence s, Context context, List<Quantity> quantities, List<TimeExpression> times,
    List<PlacePhrase> places, Speakers speakers, bool[] taken)
{
    private Draft? previous = context.LastFigure;
    // Of the sentence just before.
    private readonly Draft? justBefore = context.Distance <= 1 ? context.LastFigure : null;

    // For the rules of the tables, which are asked of a reader.
    private Sentence S => s;
    private Context Text => context;
    private List<PlacePhrase> Named => places;

    public void Fill(List<Draft> drafts)
    {
        var (cause, trigger) = Causes.Read(s, context);
        if (drafts.Count == 0) return;
        context.Earlier = context.LastFigure;
        Lands();
        Zones(drafts);
        for (var n = 0; n < drafts.Count; n++)
        {
            var d = drafts[n];
            d.Unit = UnitOf(d);
            (d.Cause, d.Trigger) = (cause, trigger);
            d.Occurred = Occurrences.Of(s, d);
            Places(d, n);
            Categorise(d);
            Refine(d);
            Scene(d, n);
            d.Source = SourceOf(d, drafts, out var denies);
            Time(d, n, drafts);
            if (drafts.Exists(x => x.Quantity.Whole == d.Quantity)) d.ExcludedFrom = "whole";
            d.Realis = RealisReader.Of(s, d, denies, context, taken, times);
            Settle(d);
            if (previous is { } told && context.Distance <= 2 && WentThere(told is { IsPart: true, Parent: { } first } ? first : told, d) is { } whole)
                (d.Parent, d.IsPart) = (whole, true);
            context.LastFigure = previous = d;
        }

        Exclusions(drafts);
        context.Scene = places.Find(p => p is { Land: not null, Role: PlaceRole.In or PlaceRole.Origin or PlaceRole.Of })?.Land ?? context.Scene;
        if (places.Count > 0) context.LastPlaces = places;
    }

    // What is counted: by the noun, by the figure that it is a part of, by what stands around it.
    private CountUnit UnitOf(Draft d)
    {
        var q = d.Quantity;
        if (q.Noun == UnitClass.Housing || d.Class.IsOfHousing()) return CountUnit.Housing;
        if (q.Noun is null && d.Parent is null && q.Share is null && (UnitAfter(q) ?? UnitBefore(q)) is { } carried) return carried;
        return q.Noun == UnitClass.Household
            || q.Pair is null && q.Noun is UnitClass.Idp or UnitClass.Refugee or UnitClass.Returnee or UnitClass.Arrival && OfHouseholds(q)
            || q.Noun is null && d.Parent is { Unit: CountUnit.Household } parent && (!d.IsTally || d.PredicateAt < 0 || parent.IsRetracted)
            ? CountUnit.Household : CountUnit.Person;
    }

    // What its places say of the deed: a border was crossed, a camp was reached.
    private void Refine(Draft d)
    {
        if (d.PredicateAt >= 0 && d.Term == Term.Displaced && d.Class is VerbClass.Move or VerbClass.Arrive
            && s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing", "crosses")) d.Term = Term.MultipleOrOther;
        if (d.Class is VerbClass.Arrive or VerbClass.Shelter && d.Term is Term.Displaced or Term.Sheltered && d.Destination.Exists(InCamp))
            d.Term = Term.InReliefCamp;
        // "went over into Syria to get to Odra camp": the camp is the destination, the country the border.
        if (d.Category == Category.CrossBorderFlight && d.Destination.Exists(static p => p.Country is null))
            d.Destination.RemoveAll(static p => p.Name == p.Country);
    }

    // Who says so: the speaker of the clause, of the sentence before, of the whole; or whoever counts, where the clause names only them.
    private Attribution SourceOf(Draft d, List<Draft> drafts, out bool denies)
    {
        var source = speakers.At(d.Quantity.First, out denies);
        if (source.Type == SourceType.Publisher && (speakers.Continued(d) ?? Taker(d)) is { } other) source = other;
        // "263,934 displaced (UNRWA), of whom 175,486 in schools": by who counted all of them.
        if (source.Type == SourceType.Publisher && d is { IsPart: true, Parent: { Realis: not Realis.Planned } all } && drafts.Contains(all))
            source = all.Source;
        if (d.Counter < 0) return source;
        return speakers.Named(d.Counter, d.Counter < d.Quantity.First ? d.Quantity.First : Math.Min(s.Count, d.Counter + 6)) ?? source;
    }

    // What its realis leaves of its category, its sum and its time.
    private void Settle(Draft d)
    {
        // "were stopped on their way home"
        if (d is { Class: VerbClass.Back, Realis: Realis.Attempted }) d.Category = Category.FailedReturn;
        if (d.Realis == Realis.Planned || d.Realis == Realis.Possible && !MayHaveHappened(d))
        {
            d.Aggregation = Aggregation.Forecast;
            var by = times.Find(t => t.Kind == TimeKind.By && t.First >= d.ZoneStart && t.End <= d.ZoneEnd);
            d.Window = by is null || d.Realis == Realis.Possible ? Window.None : new Window(null, null, by.Last, by.Accuracy, null);
        }

        if (d.Realis is Realis.Negated or Realis.Denied || d.Realis == Realis.Retracted && (!d.IsRetracted || s.Says(s.Lead(d.Quantity.First) - 1, "not")))
            (d.Aggregation, d.Window) = (Aggregation.Unknown, Window.None);
        if (d.IsRetracted) d.Window = d.Window with { AsOf = null };
        // "By Friday 900 people had fled": the last one, as it has happened.
        if (d.Realis == Realis.Asserted && context.Published is { } today && d.Window is { EndAccuracy: DateAccuracy.Day, End: { } end }
            && end > today && end < today.Plus(7)) d.Window = d.Window with { End = end.Plus(-7) };
    }

    // "may have fled", "are feared to have been expelled": no forecast.
    private bool MayHaveHappened(Draft d)
    {
        for (var i = d.PredicateAt - 1; i >= d.PredicateAt - 4 && s.IsWord(i); i--)
            if (s.Is(i, Tag.Have)) return !s.Says(i + 1, "to");
        return false;
    }

    // "staff of the Barzani Foundation checked in 1,130 arrivals", "the ministry's teams had received 72,400": who takes people in counts them.
    // "AFAD said. It had moved 528,000 people": the past before the speech is still told by the speaker.
    private Attribution? Taker(Draft d)
    {
        if (d.PredicateAt <= 0 || d.PredicateAt > d.Quantity.First || s.Verb(d.PredicateAt) is not { Form: not VerbForm.Noun } verb) return null;
        var end = Agent.SubjectEnd(s, d.PredicateAt);
        if (end == 1 && s.SaysAny(0, "it", "they", "he", "she", "there") && s.Says(1, "had"))
            return context.LastSpeaker is { Type: not SourceType.Witness } last ? last : null;
        // "UNHCR has moved 6,400 Sudanese": those who are moved by an agency were displaced before.
        if (verb is { Class: VerbClass.Move or VerbClass.Carry, Term: Term.Relocated, Who: Who.Object }
            && speakers.Named(Math.Max(0, end - 6), end) is { Type: SourceType.Un or SourceType.Intergovernmental } agency)
        {
            if (d.Category == Category.NewDisplacement) d.Category = Category.MultipleDisplacement;
            return agency;
        }

        // "The disaster institute had moved 30,000 people by Monday": the tally of its work so far; "moved 30,000 people" is a deed.
        if (verb.Who != Who.Object || !s.Is(end, Tag.Have)
            && (verb.Class != VerbClass.Arrive || s.SaysAny(d.PredicateAt, "taken", "took", "take", "let", "admitted", "absorbed", "welcomed", "drew",
                "swallowed")))
                return null;
        var first = end;
        while (first > 0 && end - first < 8 && (s.IsWord(first - 1) || s.Is(first - 1, TokenKind.Possessive)) && !s.Is(first - 1, Tag.Conjunction)) first--;
        // "Conflict in the governorate has displaced 900": where it was.
        if (s.Any(first, end, static (s, i) => s.SaysAny(i, "in", "around", "near", "between", "across"))) return null;
        return speakers.Named(first, end) is { Type: not (SourceType.ArmedActor or SourceType.Witness) } body ? body : null;
    }

    // "Fighting displaced nearly 12,000 people. About 4,100 went to Karsa": of all who were told to have left, with no place that they came to.
    private Draft? WentThere(Draft all, Draft d)
    {
        if (d.IsPart || d.IsTally || d.IsComparison || d.Quantity.Share is not null || d.Quantity.Further || d.Quantity.NewlyMarked) return null;
        if (d.Realis != Realis.Asserted || all.Realis != Realis.Asserted || d.Category != all.Category || d.Category != Category.NewDisplacement) return null;
        if (d.PredicateAt == all.PredicateAt && quantities.Contains(all.Quantity)) return null;
        if (all.Class != VerbClass.Move || all.Destination.Count > 0 || all.IsComparison || all.Unit == CountUnit.Housing || d.Unit == CountUnit.Housing)
            return null;
        // Who drives others out tells of a deed of its own.
        if (d.Class == VerbClass.Move && !d.Passive && d.PredicateAt < d.Quantity.First
            && !(d.PredicateAt >= 0 && s.Verb(d.PredicateAt) is { Class: VerbClass.Carry }))
            return null;
        if (d.Destination.Count == 0 && d.Term is not (Term.InReliefCamp or Term.Sheltered)) return null;
        if (d.Origin.Count > 0 && !d.Origin.Exists(o => all.Origin.Exists(a => a.Name == o.Name))) return null;
        // A vague number told in passing ("with thousands fleeing") is no whole; a day that may lie outside the time of all is its own.
        if (all.Quantity.Value is null && !all.Perfect) return null;
        if (d.Window.Start is { } start && (all.Window.End is { } end ? start > end : all.Window.Start is { } from ? start < from : !all.Perfect)) return null;
        if (s.Any(0, d.Quantity.First, static (s, i) => s.SaysAny(i, "also", "separate", "separately", "elsewhere", "addition"))) return null;
        return Size(d) < Size(all) ? all : null;
    }

    private static double Size(Draft d) => (d.Quantity.Value ?? d.Quantity.Max ?? double.MaxValue) * (d.Unit == CountUnit.Household ? 5 : 1);

    private static bool InCamp(PlacePhrase place) =>
        place.Name.Contains("camp", StringComparison.OrdinalIgnoreCase)
            || place.Name.EndsWith(" site", StringComparison.OrdinalIgnoreCase)
                && !place.Name.Contains("screening", StringComparison.OrdinalIgnoreCase) && !place.Name.Contains("transit", StringComparison.OrdinalIgnoreCase);

    // "400 displaced families": households, whatever else the noun says of them.
    private bool OfHouseholds(Quantity q) =>
        s.Any(Math.Max(0, q.NounAt), q.End, static (s, i) => s.Unit(i) is { Class: UnitClass.Household } || s.SaysAny(i, "families", "households"));

    private CountUnit? UnitBefore(Quantity q)
    {
        for (var i = quantities.IndexOf(q) - 1; i >= 0; i--)
            if (quantities[i].Noun.IsHuman()) return CountOf(quantities[i].Noun);
        for (var i = q.First - 1; i >= 0; i--)
            if (s.Unit(i) is { } unit && unit.Class.IsHuman()) return CountOf(unit.Class);
        return (context.Before.Moving ?? context.Room) is { } moving ? moving == UnitClass.Household ? CountUnit.Household : null
            : context.LastFigure?.Unit is CountUnit.Household ? CountUnit.Household : null;
    }

    private static CountUnit CountOf(UnitClass? noun) => noun == UnitClass.Household ? CountUnit.Household : CountUnit.Person;

    // "4,200 and 900 families respectively": one noun for both.
    private CountUnit? UnitAfter(Quantity q) =>
        s.SaysAny(q.CoreEnd, "and", "or") && quantities.Find(x => x.First == q.CoreEnd + 1) is { } next && next.Noun.IsHuman() && q.End == q.CoreEnd
            ? CountOf(next.Noun) : null;

    // The stretch of the sentence that speaks of this number: from the last boundary before it to the last boundary before the next.
    private void Zones(List<Draft> drafts)
    {
        for (var n = 0; n < drafts.Count; n++)
            drafts[n].ZoneStart = n == 0 ? SegmentStart(drafts[0].Quantity.First) : Boundary(drafts[n - 1].Quantity, drafts[n].Quantity);
        for (var n = 0; n < drafts.Count; n++)
        {
            drafts[n].ZoneEnd = n + 1 < drafts.Count ? Math.Max(drafts[n + 1].ZoneStart, drafts[n].Quantity.End) : s.Count;
            for (var i = drafts[n].Quantity.End; i < drafts[n].ZoneEnd; i++)
                if (s.IsMark(i, ';') || s.Is(i, Tag.Exclude)) drafts[n].ZoneEnd = i;
        }

        // A number whose verb stands in a later zone, past a list or insertion, shares that zone.
        for (var n = drafts.Count - 2; n >= 0; n--)
            if (drafts[n].PredicateAt >= drafts[n].ZoneEnd && drafts[n + 1].ZoneEnd > drafts[n].PredicateAt) drafts[n].ZoneEnd = drafts[n + 1].ZoneEnd;

        // "moved 900 refugees (640 men and 260 women) from Sanda": what follows the bracket is told of the whole.
        for (var n = drafts.Count - 1; n > 0; n--)
            if (drafts[n] is { IsPart: true, Parent: { } all } && drafts.Contains(all) && s.IsMark(all.Quantity.End, '(')
                && s.IsMark(drafts[n].Quantity.End, ')'))
                all.ZoneEnd = drafts[n].ZoneEnd;

        // What happens to a share of the people is told after what happened to all of them.
        foreach (var d in drafts)
            if (drafts.Find(x => x.Quantity.Whole == d.Quantity && x.PredicateAt > d.PredicateAt) is { } share && share.PredicateAt < d.ZoneEnd)
                d.ZoneEnd = share.PredicateAt;
    }

    private int SegmentStart(int token)
    {
        for (var i = token - 1; i >= 0; i--)
            if (s.IsMark(i, ';') || s.SaysAny(i, "while", "whereas", "but", "though", "although")) return i + 1;
        return 0;
    }

    private int Boundary(Quantity before, Quantity after)
    {
        var zone = after.First;
        for (var i = after.First - 1; i >= before.End; i--)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, ',') || s.SaysAny(i, "while", "whereas", "but", "though", "although", "and", "as")) return i;
            if (s.Is(i, Tag.Include)) zone = i;
        }

        return zone;
    }

    private bool SameSegment(int a, int b)
    {
        for (var i = a; i < b; i++)
            if (s.IsMark(i, ';')) return false;
        return true;
    }

    /// <summary>"a tally that leaves out hundreds of farmers driven back": the figure before is told without the group after.</summary>
    private void Exclusions(List<Draft> drafts)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Find(i, Tag.Exclude, out var length) is not null) Exclude(drafts, i, length);
    }

    private void Exclude(List<Draft> drafts, int i, int length)
    {
        if (s.Is(i - 1, Tag.Be) || s.Is(i - 2, Tag.Be) && (s.Is(i - 1, Tag.Adverb) || s.EndsWith(i - 1, "ly")))
        {
            ExcludeSubject(drafts, i);
            return;
        }

        // "The tally does not include 600 villagers": that of the sentence before.
        var included = drafts.FindLast(d => d.Quantity.End <= i) ?? (s.Is(i - 1, Tag.CountNoun) || s.SaysAny(i - 1, "it", "this", "that") ? justBefore : null);
        if (included is null) return;
        var left = quantities.Find(x => x.First >= i && x.First <= i + length + 4);
        var group = drafts.Find(d => d.Quantity == left);
        var end = left?.End ?? Math.Min(s.Count, i + length + 1);
        var first = left?.First ?? i + length;
        while (left is null && end < s.Count && !s.IsMark(end)) end++;
        if (first >= end) return;
        var reason = group?.Category == Category.ForcedBack ? "forced_back" : "other";
        for (var k = first; k < Math.Min(s.Count, end + 8); k++)
        {
            if (s.Says(k, "unregistered") || (s.Says(k, "not") && s.SaysAny(k + 1, "registered", "yet"))) reason = "unregistered";
            if (s.SaysAny(k, "border", "abroad", "refugees", "crossed")) reason = "crossed_border";
        }

        included.Exclusions.Add(new Exclusion(s.Words(first, end), s.Span(first, end), reason));
        if (group is not null) LeaveOut(group, included);
    }

    // "several thousand others, whom gunmen drove back, were | left out of it": those told before it, of the count before them.
    private void ExcludeSubject(List<Draft> drafts, int i)
    {
        if (drafts.FindLast(d => d.Quantity.End <= i) is not { } group
            || (drafts.FindLast(d => d.Quantity.End <= group.Quantity.First) ?? justBefore) is not { } included) return;
        included.Exclusions.Add(new Exclusion(s.Words(group.Quantity.First, group.Quantity.End), s.Span(group.Quantity.First, group.Quantity.End),
            group.Category == Category.ForcedBack ? "forced_back" : "other"));
        LeaveOut(group, included);
    }

    private void LeaveOut(Draft group, Draft included)
    {
        if (group.Window.Start is null) group.Window = included.Window with { AsOf = null };
        if (!times.Exists(t => t.First >= group.Quantity.End && t.First < group.ZoneEnd)) group.Aggregation = Aggregation.Unknown;
        group.Source = included.Source;
        group.ExcludedFrom = "other";
        // Left out of the number before: no part of it, and its own count only when it is displacement told as such.
        group.IsPart = false;
    }
}
