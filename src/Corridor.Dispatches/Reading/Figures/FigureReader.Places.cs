using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Where people came from, went to, and which way; by preposition, verb and the clause before (pipeline step 8).</summary>
internal sealed partial class FigureReader
{
    // Where its people came from, went to and which way.
    private void Places(Draft d, int n)
    {
        var verb = d.PredicateAt >= 0 ? s.Verb(d.PredicateAt) : null;
        foreach (var place in places)
            if (place.At >= d.ZoneStart && place.At < d.ZoneEnd && !IsOfClauseBefore(d, n, verb, place) && !IsOfSomethingElse(d, place))
                Put(d, verb, place);
        if (s.Is(d.Quantity.NounAt, Tag.Demonym) && d.Quantity.NounCountry is { } country && d.Origin.Count == 0
            && d.Class is VerbClass.Move or VerbClass.Arrive)
            d.Origin.Add(new PlacePhrase(d.Quantity.NounAt, d.Quantity.NounAt, d.Quantity.NounAt + 1, PlaceRole.Origin, country, true, country));
        if (d.Class is VerbClass.Arrive) d.Origin.RemoveAll(static p => !p.Named && p.Name is "camps" or "camp");
        if (d.Destination.Count == 0 && d.Class is VerbClass.Arrive or VerbClass.Shelter && WhereBefore(d.Quantity) is { } where) d.Destination.Add(where);
        Respectively(d, n);
        Subject(d, n);
        Carry(d);
        d.Destination = [.. d.Destination.DistinctBy(p => p.Name)];
        d.Route = [.. d.Route.DistinctBy(p => p.Name)];
    }

    // "of the town", "to Sanda" before the first number, where no noun of a deed speaks of it.
    private bool IsOfClauseBefore(Draft d, int n, VerbMeaning? verb, PlacePhrase place) =>
        n == 0 && !d.IsTally && place.End <= d.Quantity.First && place.Role is PlaceRole.Of or PlaceRole.Destination
            && d.PredicateAt != place.At && verb?.Form != VerbForm.Noun && !IsOfCount(place);

    // "its figure | for Karsa", "the estimate for Karsa"
    private bool IsOfCount(PlacePhrase place) => s.Says(place.At, "for") && s.Is(place.At - 1, Tag.CountNoun | Tag.DataNoun);

    // Where a speaker or an office is, which area a place lies in, whose forces fight.
    private bool IsOfSomethingElse(Draft d, PlacePhrase place) =>
        s.Is(place.First, Tag.Source) && s.Is(place.End, Tag.Speech) || Causes.IsNamedStorm(s, place.First) || OfSpeaker(d, place.At)
            || OfOffice(place) || IsContainer(place)
            // "the war between forces | from Georgia and Russia"
            || s.Says(place.At, "from") && s.Is(place.At - 1, Tag.Actor) || OfWayOfLaterClause(d, place)
            || OfDeedBefore(d, place);

    // "closed the camp | in Karsa, and 900 people went home": where something else was done.
    private bool OfDeedBefore(Draft d, PlacePhrase place) =>
        place.Role == PlaceRole.In && place.End < d.Quantity.First && d.PredicateAt >= d.Quantity.End && d.Class is VerbClass.Back or VerbClass.Arrive
            && s.Any(place.End, d.Quantity.First, static (s, i) => s.IsMark(i, ',') && s.Says(i + 1, "and"))
            && s.Any(d.ZoneStart, place.At, static (s, i) => (s.Is(i, Tag.Act | Tag.Predicate) || s.EndsWith(i, "ed")) && !s.Is(i - 1, Tag.Determiner));

    // "fled after soldiers sealed the road | to Karsa": where a way leads that a clause of its own tells of.
    private bool OfWayOfLaterClause(Draft d, PlacePhrase place)
    {
        var told = Math.Max(d.Quantity.End, d.PredicateAt + 1);
        return s.FeatureEndingAt(place.At, out var way) is not null && way > told
            && s.Any(told, way, static (s, i) => s.SaysAny(i, "after", "when", "because", "as", "since", "before", "once", "until", "while", "although"));
    }

    private void Put(Draft d, VerbMeaning? verb, PlacePhrase place)
    {
        switch (Role(place))
        {
            case PlaceRole.Origin:
                // "on the road from Odra": the way as well as its start.
                if (s.SaysAny(place.At - 1, "road", "highway", "route"))
                    d.Route.Add(place with { First = place.At - 1, Name = s.Words(place.At - 1, place.End) });
                if (!s.Is(place.At, Tag.Predicate) || verb is null || OfPredicate(d, place.At)) d.Origin.Add(place);
                break;
            // "revised its figure | for Karsa to 8,700": of those who left it, or are there.
            case PlaceRole.Destination when IsOfCount(place):
                (d.Class is VerbClass.Shelter or VerbClass.Arrive ? d.Destination : d.Origin).Add(place);
                break;
            case PlaceRole.Destination:
                if (IsReached(d, place) && !(s.Says(place.At, "for") && place.At < d.Quantity.First)) d.Destination.Add(place);
                break;
            case PlaceRole.Route:
                d.Route.Add(place);
                break;
            case PlaceRole.In:
                PutInside(d, verb, place);
                break;
            case PlaceRole.Of when (place.At == d.Quantity.End || place.At == EndOfAll(d.Quantity)) && d.Class == VerbClass.Move && d.Origin.Count == 0:
                d.Origin.Add(place);
                break;
        }
    }

    // "2,000 of the 5,000 residents | of Karsa"
    private int EndOfAll(Quantity q) => s.Says(q.End, "of") && quantities.Find(all => s.Lead(all.First) == q.End + 1) is { } all ? all.End : -1;

    // The place that a verb reaches is where these people went, if the verb tells of them.
    private bool IsReached(Draft d, PlacePhrase place) =>
        !s.Is(place.At, Tag.Predicate) || OfPredicate(d, place.At) || d.Parent is not null || s.Says(place.At - 1, "to")
            // ", reaching Dori by morning": where they got to.
            || s.EndsWith(place.At, "ing") && s.IsMark(place.At - 1, ',') && place.At > d.PredicateAt
            // "left the north and entered Chad": what the same people did then.
            || place.Whole && s.SaysAny(place.At - 1, "and", "then") && place.At > Math.Max(d.PredicateAt, d.Quantity.End);

    // "in", "at", "inside": where they left, where they are, or which way they went, by what they did.
    private void PutInside(Draft d, VerbMeaning? verb, PlacePhrase place)
    {
        // "clashes in Karsa have sent 900 to Mado", "refugees from the clashes around Karsa": what they fled was there.
        if (s.EndingAt(place.At, Tag.Cause, out _) is not null && (d.Class is not (VerbClass.Move or VerbClass.Back) || d.Term == Term.InReliefCamp))
        {
            if (d.Origin.Count == 0) d.Origin.Add(place);
            return;
        }

        // "families fleeing the clashes in Darfur arrived": what they fled was there.
        if (d.Class == VerbClass.Arrive && place.At > d.Quantity.End && place.At < d.PredicateAt && s.Verb(d.Quantity.End) is { Class: VerbClass.Move })
        {
            d.Origin.Add(place);
        }
        else if (d.Class is VerbClass.Shelter or VerbClass.Arrive or VerbClass.Back or VerbClass.Onward || d.Term == Term.InReliefCamp)
        {
            if (!d.Destination.Exists(p => p.First == place.First)) d.Destination.Add(place);
        }
        else if (IsLanding(d, place))
        {
            d.Destination.Add(place);
        }
        else if (s.Says(place.At, "at") && d.Term == Term.MultipleOrOther)
        {
            d.Route.Add(place);
        }
        // "fled to Mahagi in Ituri": where that lies.
        else if ((!place.Around || !d.Destination.Exists(inner => LiesIn(inner, place)))
            && d.Class is VerbClass.Move or VerbClass.HousingDestroyed or VerbClass.HousingDamaged)
        {
            if (IsRefuge(d, verb, place)) d.Destination.Add(place);
            else if (d.Origin.Count == 0 || !d.Origin[0].Named) d.Origin.Add(place);
        }
    }

    // "landed 900 people | at Catania", "brought 900 ashore | at Catania"
    private bool IsLanding(Draft d, PlacePhrase place) =>
        d.Class == VerbClass.Move && place.At > d.PredicateAt
            && (s.SaysAny(d.PredicateAt, "landed", "lands", "landing", "disembarked")
                || s.Says(place.At - 1, "ashore")
                    && !s.Any(d.PredicateAt, place.At, static (s, i) => s.SaysAny(i, "before", "after", "when", "while", "as")));

    // "had to flee in the stadium", "took refuge in Sanda"
    private bool IsRefuge(Draft d, VerbMeaning? verb, PlacePhrase place) =>
        s.Is(place.First, Tag.PlaceNoun) && !place.Named && verb?.Term == Term.ForcedToFlee || s.SaysAny(d.PredicateAt + 1, "refuge", "shelter", "safety");

    // "reaching Adré, where | 9,200 people arrived last week": the place before the clause.
    private PlacePhrase? WhereBefore(Quantity q)
    {
        for (var i = q.First - 1; i > Math.Max(0, q.First - 5) && !s.Is(i, Tag.Predicate); i--)
            if (s.Says(i, "where") && places.Find(p => p.Named && p.End <= i && p.End >= i - 1) is { } antecedent) return antecedent;
        return null;
    }

    // "displaced across Borno", "sheltering across Ethiopia": where, and no way; "crossed at the bridge": a way.
    private PlaceRole Role(PlacePhrase place)
    {
        if (place.Role == PlaceRole.In && s.Says(place.At, "at"))
            for (var i = place.At - 1; i > Math.Max(0, place.At - 6) && !s.IsMark(i); i--)
                if (s.SaysAny(i, "crossed", "crossing", "crosses", "cross") && !s.Is(i, Tag.Determiner)) return PlaceRole.Route;
        if (place.Role != PlaceRole.Route || !s.SaysAny(place.At, "across", "throughout")) return place.Role;
        for (var i = place.First; i < place.End; i++)
            if (s.SaysAny(i, "river", "border", "borders", "frontier", "bridge", "lake", "lines", "line", "desert", "mountains", "strait", "sea"))
                return PlaceRole.Route;
        var motion = s.SaysAny(place.At - 1, "crossed", "moved", "taken", "ferried", "fled", "walked", "came", "went", "swam", "carried", "trekked",
            "escaped", "brought");
        return motion ? PlaceRole.Route : PlaceRole.In;
    }

    // "authorities in Chittagong moved": where the office is.
    private bool OfOffice(PlacePhrase place) =>
        place.Role == PlaceRole.In && s.Says(place.At, "in")
            && (s.EndingAt(place.At, Tag.Source, out _) is { Detail: not "witness" }
                || s.EndingAt(place.At, Tag.Body, out _) is { Name: not ("witness" or "ngo") }) && s.Verb(place.At - 1) is null
                    && s.Unit(place.At - 1) is null && s.Find(place.At - 1, Tag.PlaceNoun) is null;

    // "Um Zeifa village, South Darfur": the area that the place before lies in; "from A, B and C" goes on.
    private bool IsContainer(PlacePhrase place)
    {
        if (!s.IsMark(place.First - 1, ',') || !places.Exists(p => p.At == place.At && p.End == place.First - 1 && p.Country is null)) return false;
        if (places.Exists(p => p.At == place.At && p.First > place.End) || s.Says(place.End, "and")
            || !s.IsMark(place.End) && place.End < s.Count && !s.Is(place.End, Tag.Preposition) && !s.Is(place.End, Tag.Conjunction)
                && !s.Is(place.End, Tag.TimeUnit)) return false;
        return place.Country == place.Name || context.Gazetteer.Resolve(place.Name) is { PlaceId: not null } known && known.Canonical == known.Admin1;
    }

    // "forced to leave Kurakhove": the place stands after the last verb of the phrase.
    private bool OfPredicate(Draft d, int at) =>
        d.PredicateAt >= 0 && s.Verb(d.PredicateAt, out var length) is not null && at >= d.PredicateAt && at < d.PredicateAt + length;

    // "..., a spokesman told a briefing in Geneva": where it was said, not where it happened.
    private bool OfSpeaker(Draft d, int at) =>
        s.Any(Math.Max(d.Quantity.End, d.PredicateAt + 1), at, static (s, i) => s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && !s.Is(i, Tag.DataNoun));
}
