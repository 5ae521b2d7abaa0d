using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Places that a figure takes from others: from its whole, from the figure or the sentence before, from a list of places.</summary>
internal sealed partial class FigureReader
{
    // "Raids on A and B drove out 600 and 400 people respectively": one place each.
    private void Respectively(Draft d, int n)
    {
        var all = d.Parent is null && n == 0 || d.Parent is not null;
        if (!all) return;
        var said = false;
        for (var i = d.Quantity.End; i < s.Count; i++) said |= s.Says(i, "respectively");
        if (!said) return;
        var named = places.FindAll(p => p.Named && p.Role is PlaceRole.In or PlaceRole.Origin or PlaceRole.Destination);
        var numbers = quantities.FindAll(x => x.Role is NumberRole.Figure or null);
        var index = numbers.IndexOf(d.Quantity);
        if (named.Count != numbers.Count || index < 0) return;
        (d.Class is VerbClass.Shelter or VerbClass.Arrive ? d.Destination : d.Origin).Clear();
        (d.Class is VerbClass.Shelter or VerbClass.Arrive ? d.Destination : d.Origin).Add(named[index]);
    }

    private void Carry(Draft d)
    {
        // One sentence, one event: "razed 60 huts in X and damaged 20 more, leaving 400 homeless".
        if (d.Origin.Count + d.Destination.Count + d.Route.Count == 0 && d.Parent is null && previous is { } before
            && !Elsewhere(d, before) && d.Class is VerbClass.Move or VerbClass.HousingDamaged or VerbClass.HousingDestroyed
            && SameSegment(before.Quantity.First, d.Quantity.First))
            d.Origin = [.. before.Origin];

        FromBefore(d);
        if (d.Origin.Count + d.Destination.Count + d.Route.Count > 0 && !(d.Parent is not null && !d.IsPart)) return;
        var parent = d.Parent ?? (d.Quantity.Noun is null || d.Quantity.Further ? context.LastFigure : null);
        if (parent is not null && Elsewhere(d, parent)) return;
        if (parent is not null && d.Parent is not null && (d.IsPart || d.IsTally || d.IsComparison || d.PredicateAt < 0 || d.PredicateAt == parent.PredicateAt))
        {
            // "62,000 of whom have gone back": not from where they fled.
            if (d.Class == VerbClass.Back && parent.Class != VerbClass.Back) return;
            // "its figure for Karsa": of another place than those told before.
            if (d.Origin.Count > 0 && d.Origin.Exists(IsOfCount)) return;
            if (d.Origin.Count == 0) d.Origin = [.. parent.Origin];
            if (d.Destination.Count == 0) d.Destination = [.. parent.Destination];
        }
        else if (parent is null && d.Class is VerbClass.Arrive && d.Quantity.Further && context.LastPlaces.Count > 0)
        {
            d.Origin = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Origin);
            d.Destination = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Destination);
        }
    }

    // "Authorities in Jakarta counted 1,450 more", "Indonesia was hit by floods. Another 1,450 fled": where another country begins, what was told
    // before of where people left is over.
    private bool Elsewhere(Draft d, Draft before) =>
        d.Class == VerbClass.Move && !quantities.Contains(before.Quantity) && LandOf(before.Origin, static _ => true) is { } left
        && (HostOf(d) ?? context.SceneSince) is { } here && here != left;

    // Where they left is told with the people they are of: "of whom 1,980 reached Tawila", "70,000 are trapped there; 3,100 got out", "so
    // far 410 have been taken to Poltava".
    private void FromBefore(Draft d)
    {
        if (d.Origin.Count > 0 || d.Class is not (VerbClass.Move or VerbClass.Arrive) || d.IsTally) return;
        if (d.Parent is { Class: VerbClass.Move or VerbClass.Arrive, Origin.Count: > 0 } whole && d.IsPart
            && (d.Class == VerbClass.Move || whole.Class == d.Class || d.Destination.Count > 0)) d.Origin = [.. whole.Origin];
        else if (d.Parent is null && d.Quantity.Noun is null && d.Destination.Count + d.Route.Count == 0 && Stayed(d) is { } place) d.Origin = [place];
        else if (d.Parent is null && d.Quantity.Noun is null && (previous ?? context.LastFigure) is { Class: VerbClass.Move, Origin.Count: > 0 } last
            && !Elsewhere(d, last) && (d.Destination.Count > 0 || previous is not null || d.Quantity.Further)
            && (last.Destination.Count == 0 || d.Destination.Count > 0))
                d.Origin = [.. last.Origin];
    }

    // The place of a number of people before who are no figure: trapped, or living there.
    private PlacePhrase? Stayed(Draft d)
    {
        for (var i = quantities.IndexOf(d.Quantity) - 1; i >= 0; i--)
        {
            var q = quantities[i];
            if (q.Role is not (NumberRole.Trapped or NumberRole.Population or NumberRole.Other) || !q.Noun.IsHuman() && q.Role != NumberRole.Trapped) continue;
            if (places.Find(p => p.Role == PlaceRole.In && p.At >= q.End && p.End <= d.Quantity.First && p.At - q.End < 6) is { } place) return place;
        }

        return null;
    }
}
