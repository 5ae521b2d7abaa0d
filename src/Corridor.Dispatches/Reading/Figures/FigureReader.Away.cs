using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Whether the people of a figure are counted as going or as being away: "were displaced" tells of an event; "are displaced", "there were 900
/// displaced", "with 900 displaced" of a state.</summary>
internal sealed partial class FigureReader
{
    private bool AreAway(Draft d)
    {
        if (d.Class is not (VerbClass.Move or VerbClass.Arrive)) return false;
        // "the number of refugees worldwide": with no word of their going.
        if (d.IsTally && s.Unit(d.PredicateAt) is { Class: UnitClass.Refugee }) return !TellsOfGoing(d);
        if (CountsThoseThere(d)) return true;
        if (PlaceThatTells(d) is { } place) return s.Any(place, place + 4, static (s, i) => s.Has(i, Cue.Refuge) || s.Has(i, Cue.Camp));
        if (s.Verb(d.PredicateAt, out var length) is not { } deed) return false;
        return AreNowIn(d, deed, d.PredicateAt + length) || AreTakingRefuge(d, deed, d.PredicateAt + length) || HaveTakenRefuge(d) || AreRegistered(d)
            || AreHad(d, deed)
            || deed is { Class: VerbClass.Move, Term: Term.Displaced, Who: Who.Object } && deed.Form.HasFlag(VerbForm.Participle) && AreDisplaced(d);
    }

    // "new", "since May", "refugees who fled"
    private bool TellsOfGoing(Draft d)
    {
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
            if (s.SaysAny(i, "since", "new", "newly")
                || i < d.Quantity.First - 1 && s.Verb(i) is { Class: VerbClass.Move or VerbClass.Arrive, Form: not VerbForm.Noun }) return true;
        return false;
    }

    // "the number of the uprooted there is estimated at | 900": those who are there.
    private bool CountsThoseThere(Draft d) =>
        d.IsTally && CountedAre(d) == UnitClass.Idp
            && !s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "since", "new", "newly", "cumulative", "beginning"))
            && s.Any(d.PredicateAt, d.Quantity.First, static (s, i) => s.SaysAny(i, "there", "nationwide", "countrywide") || IsInPlace(s, i));

    // "in Karsa", "across the province"
    private static bool IsInPlace(Sentence s, int i) =>
        s.SaysAny(i, "in", "at", "across") && (i + 1 < s.Count && s[i + 1].Capital || s.Is(i + 1, Tag.Determiner) && s.Is(i + 2, Tag.PlaceNoun));

    // "including 900 in | 36 sites", "21,000 of them in | tents", "its lists show 900 in | 36 schools": where the place stands that alone tells of them.
    private int? PlaceThatTells(Draft d)
    {
        var q = d.Quantity;
        var at = s.Says(q.End, "of") && s.Has(q.End + 1, Cue.OfThem) ? q.End + 2 : q.End;
        return (d.IsPart || d.IsTally && d.PredicateAt < 0) && !(d.PredicateAt >= q.First && d.PredicateAt < d.ZoneEnd) && s.SaysAny(at, "in", "at")
            ? at + 1 : null;
    }

    // "are registered in camps", "are scattered across 22 centres": where they are now.
    private bool AreNowIn(Draft d, VerbMeaning deed, int after) =>
        IsNow(d) && !deed.Form.HasFlag(VerbForm.Ing) && s.SaysAny(after, "in", "at", "with", "among", "across");

    // "the 900 people taking refuge in the town"
    private bool AreTakingRefuge(Draft d, VerbMeaning deed, int after) =>
        deed.Form.HasFlag(VerbForm.Ing) && s.SaysAny(d.PredicateAt, "taking", "finding") && s.SaysAny(after - 1, "refuge", "shelter", "sanctuary")
            && !IsHowTheyFled(d);

    // "fled to two districts, with | 900 people taking refuge in the town"
    private bool IsHowTheyFled(Draft d)
    {
        var before = s.Lead(d.Quantity.First) - 1;
        return (s.Says(before, "with")
                || s.Says(before, "and") && previous is { Journey.Motion: Motion.Flight } other && quantities.Contains(other.Quantity))
            && s.Any(0, d.Quantity.First - 1, static (s, i) =>
                s.Verb(i) is { Class: VerbClass.Move, Form: VerbForm.Past or (VerbForm.Past | VerbForm.Participle) });
    }

    // "there are | 900 people who have taken refuge with kin"
    private bool HaveTakenRefuge(Draft d)
    {
        var be = s.Lead(d.Quantity.First) - 1;
        return s.Is(be, Tag.Be) && s.Says(be - 1, "there") && s.Says(d.Quantity.End, "who") && s.SaysAny(d.Quantity.End + 1, "have", "has");
    }

    // "900 people had registered in the town as displaced"
    private bool AreRegistered(Draft d) =>
        s.SaysAny(d.PredicateAt, "registered", "register") && d.PredicateAt >= d.Quantity.End
            && s.Any(d.PredicateAt + 1, d.ZoneEnd, static (s, i) =>
                s.Says(i, "as") && (s.Unit(i + 1) is { Class: UnitClass.Idp } || s.SaysAny(i + 1, "displaced", "internally")));

    // "Karsa has | 900 displaced", "had | 900 IDPs registered": how many there are.
    private bool AreHad(Draft d, VerbMeaning deed)
    {
        var has = s.Lead(d.Quantity.First) - 1;
        return d.PredicateAt <= d.Quantity.End && deed.Form.HasFlag(VerbForm.Participle) && s.Is(has, Tag.Have) && !s.Is(has - 1, Tag.Have)
            && (d.Quantity.Noun is UnitClass.Idp or UnitClass.Refugee || s.Says(d.PredicateAt, "displaced"));
    }

    private bool AreDisplaced(Draft d)
    {
        if (WereOnDay(d) || HadBeen(d)) return true;
        if (d.PredicateAt <= d.Quantity.End) return IsStateBefore(d);
        // "are still displaced"; "are displaced to the city" is how they came.
        return IsNow(d) && !s.SaysAny(d.PredicateAt + 1, "to", "from", "every", "each", "daily");
    }

    // "As of 31 March 900 people were displaced in the province", "at the end of the year": how many were so on that day.
    private bool WereOnDay(Draft d)
    {
        var were = s.Says(d.PredicateAt - 1, "internally") ? d.PredicateAt - 2 : d.PredicateAt - 1;
        return s.Says(were, "were") && (s.SaysAny(d.PredicateAt + 1, "in", "across", "within")
                && times.Exists(static t => t.Kind == TimeKind.AsOf) && !s.Any(d.PredicateAt, s.Count, static (s, i) => s.Says(i, "since"))
            || s.Says(d.PredicateAt + 1, "at") && s.SaysAny(d.PredicateAt + 3, "end", "start", "beginning"));
    }

    // "had already been displaced and were living in the town": where they were by then.
    private bool HadBeen(Draft d) =>
        s.Says(d.PredicateAt - 1, "been") && s.Any(d.PredicateAt - 3, d.PredicateAt, static (s, i) => s.SaysAny(i, "already", "previously"))
            && s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) =>
                s.Says(i, "and") && s.SaysAny(i + 1, "were", "are") && s.Verb(i + 2) is { Class: VerbClass.Population or VerbClass.Shelter });

    // "with | 320,000 people displaced", "there were | almost a million people displaced within".
    private bool IsStateBefore(Draft d)
    {
        var first = d.Quantity.First - 1;
        while (s.Is(first, Tag.BeforeNumber)) first--;
        return first == 0 && s.Says(0, "with") || s.Is(first, Tag.Be) && s.Says(first - 1, "there") && !s.Says(d.PredicateAt + 1, "by");
    }

    // "are now | registered"
    private bool IsNow(Draft d)
    {
        var be = d.PredicateAt - 1;
        while ((s.Is(be, Tag.Adverb) || s.SaysAny(be, "still", "now")) && !s.SaysAny(be, "newly", "freshly")) be--;
        return be >= d.Quantity.CoreEnd && s.SaysAny(be, "are", "is", "remain", "remains")
            || be == d.Quantity.End - 1 && s.SaysAny(d.PredicateAt - 1, "currently", "now", "still");
    }
}
