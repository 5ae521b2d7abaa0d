using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>What the people of a figure did, by the class of the governing word and what stands beside it.</summary>
internal sealed partial class FigureReader
{
    /// <summary>The first line that holds; else they left.</summary>
    private static readonly (Motion Motion, Func<FigureReader, Draft, bool> Holds)[] Motions =
    [
        // "are sheltering in a school", "remain displaced", "there are 900 displaced within": how many are away.
        (Motion.Stay, static (r, d) => d.Class == VerbClass.Shelter && d.Quantity.Noun != UnitClass.Arrival || r.AreAway(d)),
        // "3.2 million were home", "9,000 returnees live there": how many there are.
        (Motion.Home, static (r, d) => d.Class == VerbClass.Back && r.AreHome(d)),
        // "were taken back to their villages", "transported to their areas of origin", "on their way back to the south".
        (Motion.Return, static (r, d) => d.Class == VerbClass.Back || d.Class is VerbClass.Move or VerbClass.Arrive && r.GoBack(d)),
        (Motion.Return, static (r, d) => r.LeavesCamp(d)),
        // "900 Syrian refugees left the crossing for Syria": to the country that they are of.
        (Motion.Return, static (r, d) => d.Class is VerbClass.Move or VerbClass.Arrive && r.GoToTheirCountry(d)),
        (Motion.Uprooted, static (r, d) => r.DrivenAgain(d)),
        (Motion.Onward, static (_, d) => d.Class == VerbClass.Onward),
        // "the republic sent back 900 Haitians": to the country that they are of, and not into a place under attack.
        (Motion.Removal, static (r, d) => d.Class == VerbClass.ForcedBack && d.Quantity.NounCountry is not null && r.AreSentBack(d)),
        // "900 migrants were pushed back": over the border that they had come by.
        (Motion.Removal, static (r, d) => d.Class == VerbClass.ForcedBack && r.PeopleOf(d) == People.Refugee),
        (Motion.ForcedBack, static (_, d) => d.Class == VerbClass.ForcedBack),
        (Motion.Removal, static (r, d) => r.Removes(d.PredicateAt) && r.AreForeign(d)),
        (Motion.Removal, static (r, d) => d.Class == VerbClass.Arrive && r.ArriveDeported(d)),
        (Motion.Resettlement, static (r, d) => r.PeopleOf(d) == People.Refugee && r.AreRelocated(d) && r.GoFromCampToCamp(d)),
        // "310 newcomers were transferred off the island", "and 900 more transfers": taken on from where they had come to.
        (Motion.Resettlement, static (r, d) => r.TransferredOn(d)),
        // "900 refugees were rescued at sea and brought to Sicily"
        (Motion.Arrival, static (r, d) => r.PeopleOf(d) == People.Refugee && d.Class == VerbClass.Move && r.Ashore(d)),
        // "900 refugees were relocated from the border to a camp": out of their homes before.
        (Motion.Onward, static (r, d) => d.Quantity.Noun == UnitClass.Refugee && r.AreRelocated(d)),
        // "1,180 households have resettled in the town": back; "the government resettled 900 people": settled by others.
        (Motion.Return, static (r, d) => r.Resettles(d.PredicateAt) && d.Quantity.First < d.PredicateAt && !d.Passive),
        (Motion.Resettlement, static (r, d) => r.Resettles(d.PredicateAt)),
        // "resettled for good in new houses": the end of a displacement, not the start of one.
        (Motion.Resettlement, static (r, d) => d.Class == VerbClass.Move && r.AreMovedHouse(d) && r.ForGood(d)),
        // "6,000 IDPs were relocated to another site": settled elsewhere by others; "were bused to Karsa": moved once more.
        (Motion.Resettlement, static (r, d) => r.MovedByOthers(d) && r.S.SaysAny(d.PredicateAt, "relocated", "relocating", "relocate", "relocation")),
        (Motion.Onward, static (r, d) => r.MovedByOthers(d)),
        (Motion.Arrival, static (_, d) => d.Class == VerbClass.Arrive || d.Quantity.Noun == UnitClass.Arrival),
    ];

    private Motion MotionOf(Draft d)
    {
        foreach (var (motion, holds) in Motions)
            if (holds(this, d)) return motion;
        return Motion.Flight;
    }

    private bool AreHome(Draft d) =>
        d.Quantity.Noun == UnitClass.Returnee && d.PredicateAt == d.Quantity.NounAt
            || s.Is(d.PredicateAt, Tag.Be) && !s.Says(d.PredicateAt, "be") && !s.Says(d.PredicateAt + 1, "back");

    private bool GoBack(Draft d) =>
        d.PredicateAt >= d.Quantity.End && s.Any(d.PredicateAt, d.PredicateAt + 7, static (s, i) => IsBackTo(s, i) || IsToOrigin(s, i));

    // "back to their villages", "taken back to the town"
    private static bool IsBackTo(Sentence s, int back) =>
        s.Says(back, "back") && s.Says(back + 1, "to") && (s.Says(back + 2, "their") || s.SaysAny(back - 1, "way", "transported", "taken", "moved"));

    // "to their | areas of origin"
    private static bool IsToOrigin(Sentence s, int area) =>
        s.SaysAny(area, "area", "areas", "place", "places") && s.Says(area + 1, "of") && s.Says(area + 2, "origin") && s.Says(area - 2, "to");

    private bool GoToTheirCountry(Draft d) =>
        PeopleOf(d) == People.Refugee && NationOf(d) is { } nation && d.Destination.Exists(p => p.Whole && p.Land == nation);

    private bool AreSentBack(Draft d) => s.SaysAny(d.PredicateAt, "sent", "send", "sending", "returned", "pushed");

    // Of another country, or out of one.
    private bool AreForeign(Draft d) =>
        d.Quantity.NounCountry is not null || PeopleOf(d) == People.Refugee || d.Origin.Exists(p => p.Whole && p.Land != context.Country) || FromCountries(d);

    // "900 Chadians arrived after their deportation from Libya"
    private bool ArriveDeported(Draft d) =>
        d.Quantity.NounCountry is not null && s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) => Deports(s, i) && s.Says(i + 1, "from"));

    private bool AreRelocated(Draft d) => s.Verb(d.PredicateAt) is { Term: Term.Relocated, Who: Who.Object };

    // "900 refugees were moved from Idomeni to a camp": from one camp to another.
    private bool GoFromCampToCamp(Draft d) =>
        d.Destination.Exists(static p => InCamp(p) || p.OfRefugees) && !Ashore(d) && !d.Origin.Exists(static p => p.Name.Contains("border"))
            && LandOf(d.Origin, static p => p.Role == PlaceRole.Origin) is var left && (left is null || left == LandOf(d.Destination, static _ => true));

    private bool Resettles(int verb) => s.SaysAny(verb, "resettled", "resettle", "resettling");

    private bool AreMovedHouse(Draft d) =>
        d.Term == Term.Relocated || d.Term == Term.InReliefCamp && d.Passive && s.SaysAny(d.PredicateAt, "moved", "transferred", "relocated");

    // "IDPs were transported": displaced before.
    private bool MovedByOthers(Draft d) =>
        d.Class is VerbClass.Move or VerbClass.Onward && PeopleOf(d) == People.Displaced && !d.Quantity.NewlyMarked && !s.Says(d.Quantity.End, "who")
            && s.Verb(d.PredicateAt) is { Class: VerbClass.Move or VerbClass.Carry or VerbClass.Onward, Term: Term.Relocated, Who: Who.Object };

    // "310 families departed from two sites", "850 IDPs left the camp": home again, where nothing drove them on.
    private bool LeavesCamp(Draft d) =>
        d is { Class: VerbClass.Move, Perfect: false, Quantity.IsNone: false } && PeopleOf(d) != People.Refugee && s.SaysAny(d.PredicateAt, "left", "departed")
            && !s.Is(d.PredicateAt - 1, Tag.Have) && d.Destination.Count == 0
            && s.Any(d.PredicateAt + 1, d.PredicateAt + 5, static (s, i) => s.Has(i, Cue.Camp))
            && !s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) => s.SaysAny(i, "after", "following", "because", "amid", "due", "fearing", "attack", "attacks"));

    // "displaced people sheltering at the base have left", "the attack drove 900 displaced families out", "were driven out by the closure of six camps",
    // "had to flee again": out of where they had fled to. A part of all who fled has only moved on.
    private bool DrivenAgain(Draft d)
    {
        var q = d.Quantity;
        if (d.PredicateAt < 0 || d.IsPart || q.Share is not null || d.Class is not (VerbClass.Move or VerbClass.Onward) || PeopleOf(d) == People.Refugee)
            return false;
        var verb = s.Verb(d.PredicateAt);
        if (d.Class == VerbClass.Onward) return verb is { Class: VerbClass.Move, Term: Term.Displaced or Term.ForcedToFlee }
            && !s.Any(d.PredicateAt, d.PredicateAt + 5, static (s, i) => s.SaysAny(i, "once", "twice", "times"));
        if (PeopleOf(d) == People.Displaced && !q.NewlyMarked)
        {
            if (d.PredicateAt > q.End && s.Verb(q.End) is { Class: VerbClass.Shelter or VerbClass.Population, Form: VerbForm.Ing }) return true;
            if (d.PredicateAt >= q.End ? s.EndingAt(s.Lead(q.First), Tag.Control, out _) is not null
                : d.PredicateAt < q.First && !d.IsTally && verb is { Class: VerbClass.Move, Who: Who.Object, Term: not Term.Relocated }) return true;
        }

        return CampClosed();
    }

    // "closed the settlement camps", "the closure of six formal camps"; "closed the road to the camp" is none.
    private bool CampClosed()
    {
        for (var i = 0; i < s.Count - 1; i++)
        {
            var noun = s.Says(i + 1, "of") && s.SaysAny(i, "closure", "closing", "consolidation", "dismantling", "clearance", "demolition");
            if (!noun && !s.SaysAny(i, "closed", "closing", "shut", "dismantled", "bulldozed")) continue;
            for (var k = noun ? i + 2 : i + 1; k < i + 8 && (s.IsWord(k) || s.IsNumber(k)) && !s.Is(k, Tag.Preposition); k++)
                if (s.SaysAny(k, "camp", "camps")) return true;
        }

        return false;
    }

    private bool TransferredOn(Draft d)
    {
        if (d.PredicateAt == d.Quantity.NounAt && s.SaysAny(d.PredicateAt, "transfers", "relocations"))
            return (previous ?? context.LastFigure)?.Journey.Motion == Motion.Resettlement;
        return (d.Quantity.Noun == UnitClass.Arrival || PeopleOf(d) == People.Refugee)
            && s.SaysAny(d.PredicateAt, "transferred", "relocated", "moved", "transferring", "relocating", "moving")
            && (s.SaysAny(d.PredicateAt + 1, "off", "onward", "onwards") || s.Says(d.PredicateAt + 1, "from")
                && s.Any(d.PredicateAt + 2, d.PredicateAt + 6, static (s, i) =>
                    s.SaysAny(i, "island", "hotspot", "centre", "center", "camp", "camps", "reception", "quay", "port", "harbour", "harbor")));
    }

    private bool Ashore(Draft d) =>
        s.Any(d.ZoneStart, d.ZoneEnd, static (s, i) => s.Says(i, "ashore") || s.Says(i, "sea") && s.Says(i - 1, "at"));

    private bool Removes(int verb) => Deports(s, verb) || s.SaysAny(verb, "expelled", "expel", "expels", "expelling");

    private static bool Deports(Sentence s, int verb) => s.SaysAny(verb, "deported", "deport", "deporting", "deports", "deportation", "deportations");

    // "were deported from two countries"
    private bool FromCountries(Draft d) => s.Says(d.PredicateAt + 1, "from") && s.Says(d.PredicateAt + 3, "countries");

    private bool ForGood(Draft d) => d.PredicateAt >= 0 && s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) =>
        s.SaysAny(i, "permanently", "permanent") || s.Says(i, "for") && s.Says(i + 1, "good")
        || s.SaysAny(i, "relocation", "resettlement", "transitory", "transitional")
            && s.SaysAny(i + 1, "site", "sites", "shelter", "shelters", "village", "villages")
        || s.Says(i, "new") && s.SaysAny(i + 1, "houses", "homes", "housing", "apartments"));
}
