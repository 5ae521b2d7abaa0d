using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Fills the drafts of a sentence: zone, places, time, source, realis, category, whether it counts (schema 4.1).</summary>
internal sealed partial class FigureReader(Sentence s, Context context, List<Quantity> quantities, List<TimeExpression> times, List<PlacePhrase> places, Speakers speakers, bool[] taken)
{
    private Draft? _previous = context.LastFigure;

    public void Fill(List<Draft> drafts)
    {
        var (cause, trigger) = Causes.Read(s, context);
        if (drafts.Count == 0) return;
        Zones(drafts);
        for (var n = 0; n < drafts.Count; n++)
        {
            var d = drafts[n];
            var q = d.Quantity;
            d.Unit = q.Noun == "housing" || d.Class.StartsWith("housing", StringComparison.Ordinal) ? "housing"
                : q.Noun == "household" || (q.Pair is null && q.Noun is "idp" or "refugee" or "returnee" or "arrival" && OfHouseholds(q)) ? "household"
                : q.Noun is null && d.Parent is { Unit: "household" } parent && (!d.IsTally || d.PredicateAt < 0 || parent.IsRetracted) ? "household"
                : "person";
            if (q.Noun is null && d.Parent is null && q.Share is null && UnitBefore(q) is { } carried) d.Unit = carried;
            d.Cause = cause;
            d.Trigger = trigger;
            Places(d, n);
            Categorise(d);
            // "crossed into Syria to reach al-Hol camp": the camp is the destination, the country the border.
            if (d.Category == Category.CrossBorderFlight && d.Destination.Exists(p => p.Country is null)) d.Destination.RemoveAll(p => p.Name == p.Country);
            d.Source = speakers.At(q.First, out var denies);
            Time(d, n, drafts);
            if (drafts.Exists(x => x.Quantity.Whole == q)) d.ExcludedFrom = "whole";
            d.Realis = RealisReader.Of(s, d, denies, context, taken);
            if (d.Realis is Realis.Possible or Realis.Planned or Realis.Ordered)
            {
                d.Aggregation = Aggregation.Forecast;
                var by = times.Find(t => t.Kind == TimeKind.By && t.First >= d.ZoneStart && t.End <= d.ZoneEnd);
                d.Window = by is null || d.Realis == Realis.Possible ? Window.None : new Window(null, null, by.Last, by.Accuracy, null);
            }

            if (d.Realis is Realis.Negated or Realis.Denied || d.Realis == Realis.Retracted && !d.IsRetracted) (d.Aggregation, d.Window) = (Aggregation.Unknown, Window.None);
            if (d.IsRetracted) d.Window = d.Window with { AsOf = null };
            context.LastFigure = _previous = d;
        }

        Exclusions(drafts);
        if (places.Count > 0) context.LastPlaces = places;
    }

    // "400 displaced families": households, whatever else the noun says of them.
    private bool OfHouseholds(Quantity q)
    {
        for (var i = Math.Max(0, q.NounAt); i < q.End; i++)
            if (s.Find(i, Tag.Unit) is { Name: "household" } || s.SaysAny(i, "families", "households")) return true;
        return false;
    }

    private string? UnitBefore(Quantity q)
    {
        for (var i = quantities.IndexOf(q) - 1; i >= 0; i--)
            if (Noun.IsHuman(quantities[i].Noun)) return quantities[i].Noun == "household" ? "household" : "person";
        for (var i = q.First - 1; i >= 0; i--)
            if (s.Find(i, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name)) return unit.Name == "household" ? "household" : "person";
        return context.LastFigure?.Unit is "household" ? "household" : null;
    }

    // The stretch of the sentence that speaks of this number: from the last boundary before it to the last boundary before the next.
    private void Zones(List<Draft> drafts)
    {
        for (var n = 0; n < drafts.Count; n++) drafts[n].ZoneStart = n == 0 ? SegmentStart(drafts[0].Quantity.First) : Boundary(drafts[n - 1].Quantity, drafts[n].Quantity);
        for (var n = 0; n < drafts.Count; n++)
        {
            drafts[n].ZoneEnd = n + 1 < drafts.Count ? Math.Max(drafts[n + 1].ZoneStart, drafts[n].Quantity.End) : s.Count;
            for (var i = drafts[n].Quantity.End; i < drafts[n].ZoneEnd; i++)
                if (s.IsMark(i, ';') || s.Is(i, Tag.Exclude)) drafts[n].ZoneEnd = i;
        }

        // A number whose verb stands in a later zone, past a list or insertion, shares that zone.
        for (var n = drafts.Count - 2; n >= 0; n--)
            if (drafts[n].PredicateAt >= drafts[n].ZoneEnd && drafts[n + 1].ZoneEnd > drafts[n].PredicateAt) drafts[n].ZoneEnd = drafts[n + 1].ZoneEnd;

        // What happens to a share of the people is told after what happened to all of them.
        foreach (var d in drafts)
            if (drafts.Find(x => x.Quantity.Whole == d.Quantity && x.PredicateAt > d.PredicateAt) is { } share && share.PredicateAt < d.ZoneEnd) d.ZoneEnd = share.PredicateAt;
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

    private void Places(Draft d, int n)
    {
        var verb = d.PredicateAt >= 0 ? s.Find(d.PredicateAt, Tag.Predicate) : null;
        var staying = d.Class == "shelter" || (d.Class == "arrive") || d.Term == "in_relief_camp";
        foreach (var place in places)
        {
            if (place.At < d.ZoneStart || place.At >= d.ZoneEnd) continue;
            if (n == 0 && !d.IsTally && place.End <= d.Quantity.First && place.Role is PlaceRole.Of or PlaceRole.Destination && d.PredicateAt != place.At && verb?.Form != VerbForm.Noun) continue;
            if (s.Is(place.First, Tag.Source) && s.Is(place.End, Tag.Speech)) continue;
            if (OfSpeaker(d, place.At)) continue;
            switch (place.Role)
            {
                case PlaceRole.Origin:
                    // "on the road from Shura": the way as well as its start.
                    if (s.SaysAny(place.At - 1, "road", "highway", "route")) d.Route.Add(place with { First = place.At - 1, Name = s.Words(place.At - 1, place.End) });
                    if (!(s.Is(place.At, Tag.Predicate) && place.At != d.PredicateAt && verb is not null)) d.Origin.Add(place);
                    break;
                case PlaceRole.Destination:
                    if (s.Is(place.At, Tag.Predicate) && place.At != d.PredicateAt && d.Parent is null && !s.Says(place.At - 1, "to")) continue;
                    if (s.Says(place.At, "for") && place.At < d.Quantity.First) continue;
                    d.Destination.Add(place);
                    break;
                case PlaceRole.Route:
                    d.Route.Add(place);
                    break;
                case PlaceRole.In when d.Class is "shelter" or "arrive" or "back" || d.Term == "in_relief_camp" || (d.Class == "onward"):
                    if (!d.Destination.Exists(p => p.First == place.First)) d.Destination.Add(place);
                    break;
                case PlaceRole.In when s.Says(place.At, "at") && d.Term == "multiple_or_other":
                    d.Route.Add(place);
                    break;
                case PlaceRole.In when d.Class is "move" or "housing_destroyed" or "housing_damaged":
                    if ((s.Find(place.First, Tag.PlaceNoun) is not null && !place.Named && verb?.Detail == "forced_to_flee") || s.SaysAny(d.PredicateAt + 1, "refuge", "shelter", "safety")) d.Destination.Add(place);
                    else if (d.Origin.Count == 0 || !d.Origin[0].Named) d.Origin.Add(place);
                    break;
                case PlaceRole.Of when place.At == d.Quantity.End && d.Class == "move" && d.Origin.Count == 0:
                    d.Origin.Add(place);
                    break;
            }
        }

        if (s.Is(d.Quantity.NounAt, Tag.Demonym) && d.Quantity.NounCountry is { } country && d.Origin.Count == 0 && d.Class is "move" or "arrive")
            d.Origin.Add(new PlacePhrase(d.Quantity.NounAt, d.Quantity.NounAt, d.Quantity.NounAt + 1, PlaceRole.Origin, country, true, country));
        if (d.Class is "arrive" && d.Origin.Count > 0 && staying) d.Origin.RemoveAll(p => !p.Named && p.Name is "camps" or "camp");
        Respectively(d, n);
        Subject(d);
        Carry(d);
    }

    // "..., a spokesman told a briefing in Geneva": where it was said, not where it happened.
    private bool OfSpeaker(Draft d, int at)
    {
        for (var i = Math.Max(d.Quantity.End, d.PredicateAt + 1); i < at; i++)
            if (s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && !s.Is(i, Tag.DataNoun)) return true;
        return false;
    }

    // "The city ... has seen 3,300 people leave"; "the camp at Hasansham sheltered 4,860": the subject is the place.
    private void Subject(Draft d)
    {
        if (d.PredicateAt < 0) return;
        if (d.Class == "shelter" && d.Destination.Count == 0 && d.PredicateAt < d.Quantity.First)
        {
            var inside = places.Find(p => p.Role == PlaceRole.In && p.At < d.PredicateAt);
            if (inside is not null) d.Destination.Add(inside);
        }

        if (d.Origin.Count == 0 && d.Class == "move" && s.SaysAny(d.Quantity.First - 1, "seen", "saw", "lost"))
        {
            for (var i = Math.Min(3, s.Count - 1); i >= 0; i--)
                if (s.Is(i, Tag.PlaceNoun)) { d.Origin.Add(new PlacePhrase(0, 0, i + 1, PlaceRole.Origin, s.Words(0, i + 1), false, null)); break; }
        }
    }

    // "Fighting in A and B displaced 7,000 and 2,500 people respectively": one place each.
    private void Respectively(Draft d, int n)
    {
        var all = d.Parent is null && n == 0 || d.Parent is not null;
        if (!all) return;
        var said = false;
        for (var i = d.Quantity.End; i < s.Count; i++) said |= s.Says(i, "respectively");
        if (!said) return;
        var named = places.FindAll(p => p.Named && p.Role is PlaceRole.In or PlaceRole.Origin or PlaceRole.Destination);
        var numbers = quantities.FindAll(x => x.Role is "figure" or null);
        var index = numbers.IndexOf(d.Quantity);
        if (named.Count != numbers.Count || index < 0) return;
        (d.Class is "shelter" or "arrive" ? d.Destination : d.Origin).Clear();
        (d.Class is "shelter" or "arrive" ? d.Destination : d.Origin).Add(named[index]);
    }

    private void Carry(Draft d)
    {
        // One sentence, one event: "flattened 214 houses in X and damaged another 90, leaving 1,300 homeless".
        if (d.Origin.Count + d.Destination.Count + d.Route.Count == 0 && d.Parent is null && _previous is { } before && d.Class is "move" or "housing_damaged" or "housing_destroyed" && SameSegment(before.Quantity.First, d.Quantity.First))
        {
            d.Origin = [.. before.Origin];
            d.CarriedPlaces = d.Origin.Count > 0;
        }

        if (d.Origin.Count + d.Destination.Count + d.Route.Count > 0 && !(d.Parent is not null && !d.IsPart)) return;
        var parent = d.Parent ?? (d.Quantity.Noun is null || d.Quantity.Further ? context.LastFigure : null);
        if (parent is not null && d.Parent is not null && (d.IsPart || d.IsTally || d.IsComparison || d.PredicateAt < 0))
        {
            if (d.Origin.Count == 0) d.Origin = [.. parent.Origin];
            if (d.Destination.Count == 0) d.Destination = [.. parent.Destination];
            d.CarriedPlaces = true;
        }
        else if (parent is null && d.Class is "arrive" && d.Quantity.Further && context.LastPlaces.Count > 0)
        {
            d.Origin = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Origin);
            d.Destination = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Destination);
            d.CarriedPlaces = true;
            if (d.Destination.Exists(p => p.Name.Contains("camp", StringComparison.OrdinalIgnoreCase) || p.Name.Contains("site", StringComparison.OrdinalIgnoreCase))) d.Term = "in_relief_camp";
        }
    }

    private bool SameSegment(int a, int b)
    {
        for (var i = a; i < b; i++)
            if (s.IsMark(i, ';')) return false;
        return true;
    }

    /// <summary>"a tally that leaves out several thousand villagers marched back": the figure before is told without the group after.</summary>
    private void Exclusions(List<Draft> drafts)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Exclude, out var length) is null) continue;
            var included = drafts.FindLast(d => d.Quantity.End <= i);
            if (included is null) continue;
            var left = quantities.Find(x => x.First >= i && x.First <= i + length + 4);
            var group = drafts.Find(d => d.Quantity == left);
            var end = left?.End ?? Math.Min(s.Count, i + length + 1);
            var first = left?.First ?? i + length;
            while (left is null && end < s.Count && !s.IsMark(end)) end++;
            if (first >= end) continue;
            var reason = group?.Category == Category.ForcedBack ? "forced_back" : "other";
            for (var k = first; k < Math.Min(s.Count, end + 8); k++)
            {
                if (s.SaysAny(k, "unregistered") || (s.Says(k, "not") && s.SaysAny(k + 1, "registered", "yet"))) reason = "unregistered";
                if (s.SaysAny(k, "border", "abroad", "refugees", "crossed")) reason = "crossed_border";
            }

            included.Exclusions.Add(new Exclusion(s.Words(first, end), s.Span(first, end), reason));
            if (group is null) continue;
            if (group.Window.Start is null) group.Window = included.Window with { AsOf = null };
            if (!times.Exists(t => t.First >= group.Quantity.End && t.First < group.ZoneEnd)) group.Aggregation = Aggregation.Unknown;
            group.Source = included.Source;
            group.ExcludedFrom = "other";
            // Left out of the number before: no part of it, and its own count only when it is displacement told as such.
            group.IsPart = false;
        }
    }
}
