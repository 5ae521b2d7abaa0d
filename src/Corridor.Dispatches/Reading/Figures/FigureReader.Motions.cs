using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>What the people of a figure did, by the class of the governing word and what stands beside it; and whether they are counted as going or
/// as being away.</summary>
internal sealed partial class FigureReader
{
    /// <summary>The first line that holds; else they left.</summary>
    private static readonly (Motion Motion, Func<FigureReader, Draft, bool> Holds)[] Motions =
    [
        // "are sheltering in a school", "remain displaced", "there are 900 displaced within": how many are away.
        (Motion.Stay, static (r, d) => d.Class == "shelter" && d.Quantity.Noun != "arrival" || r.AreAway(d)),
        // "3.2 million were home", "9,000 returnees live there": how many there are.
        (Motion.Home,
            static (r, d) =>
                d.Class == "back"
                    && (d.Quantity.Noun == "returnee" && d.PredicateAt == d.Quantity.NounAt
                        || r.S.Is(d.PredicateAt, Tag.Be) && !r.S.Says(d.PredicateAt, "be") && !r.S.Says(d.PredicateAt + 1, "back"))),
        // "were taken back to their villages", "transported to their areas of origin", "on their way back to the south".
        (Motion.Return,
            static (r, d) =>
                d.Class == "back"
                    || d.Class is "move" or "arrive" && d.PredicateAt >= d.Quantity.End && r.S.Any(d.PredicateAt, d.PredicateAt + 7, static (s, i) =>
            s.Says(i, "back") && s.Says(i + 1, "to") && (s.Says(i + 2, "their") || s.SaysAny(i - 1, "way", "transported", "taken", "moved"))
                || s.SaysAny(i, "area", "areas", "place", "places") && s.Says(i + 1, "of") && s.Says(i + 2, "origin") && s.Says(i - 2, "to"))),
        (Motion.Return, static (r, d) => r.LeavesCamp(d)),
        // "900 Syrian refugees left the crossing for Syria": to the country that they are of.
        (Motion.Return,
            static (r, d) =>
                d.Class is "move" or "arrive" && r.PeopleOf(d) == People.Refugee && r.NationOf(d) is { } nation
                    && d.Destination.Exists(p => p.Whole && p.Land == nation)),
        (Motion.Uprooted, static (r, d) => r.DrivenAgain(d)),
        (Motion.Onward, static (_, d) => d.Class == "onward"),
        // "the republic sent back 900 Haitians": to the country that they are of, and not into a place under attack.
        (Motion.Removal,
            static (r, d) =>
                d.Quantity.NounCountry is not null && r.S.SaysAny(d.PredicateAt, "sent", "send", "sending", "returned", "pushed") && d.Class == "forced_back"),
        // "900 migrants were pushed back": over the border that they had come by.
        (Motion.Removal, static (r, d) => d.Class == "forced_back" && r.PeopleOf(d) == People.Refugee),
        (Motion.ForcedBack, static (_, d) => d.Class == "forced_back"),
        (Motion.Removal,
            static (r, d) =>
                r.Removes(d.PredicateAt)
                    && (d.Quantity.NounCountry is not null || r.PeopleOf(d) == People.Refugee
                        || d.Origin.Exists(p => p.Whole && p.Land != r.Text.Country) || r.FromCountries(d))),
        // "900 Chadians arrived after their deportation from Libya"
        (Motion.Removal,
            static (r, d) =>
                d.Class == "arrive" && d.Quantity.NounCountry is not null
                    && r.S.Any(d.PredicateAt, d.ZoneEnd, static (s, i) => Deports(s, i) && s.Says(i + 1, "from"))),
        // "900 refugees were moved from Idomeni to a camp": from one camp to another.
        (Motion.Resettlement,
            static (r, d) =>
                r.PeopleOf(d) == People.Refugee && r.S.Find(d.PredicateAt, Tag.Predicate) is { Detail: "relocated", Who: "object" }
                    && d.Destination.Exists(p => InCamp(p) || p.OfRefugees) && !r.Ashore(d) && !d.Origin.Exists(static p => p.Name.Contains("border"))
                    && LandOf(d.Origin, static p => p.Role == PlaceRole.Origin) is var left
                    && (left is null || left == LandOf(d.Destination, static _ => true))),
        // "310 newcomers were transferred off the island", "and 900 more transfers": taken on from where they had come to.
        (Motion.Resettlement, static (r, d) => r.TransferredOn(d)),
        // "900 refugees were rescued at sea and brought to Sicily"
        (Motion.Arrival, static (r, d) => r.PeopleOf(d) == People.Refugee && d.Class == "move" && r.Ashore(d)),
        // "900 refugees were relocated from the border to a camp": out of their homes before.
        (Motion.Onward, static (r, d) => d.Quantity.Noun == "refugee" && r.S.Find(d.PredicateAt, Tag.Predicate) is { Detail: "relocated", Who: "object" }),
        // "1,180 households have resettled in the town": back; "the government resettled 900 people": settled by others.
        (Motion.Return, static (r, d) => r.S.SaysAny(d.PredicateAt, "resettled", "resettle", "resettling") && d.Quantity.First < d.PredicateAt && !d.Passive),
        (Motion.Resettlement, static (r, d) => r.S.SaysAny(d.PredicateAt, "resettled", "resettle", "resettling")),
        // "resettled for good in new houses": the end of a displacement, not the start of one.
        (Motion.Resettlement,
            static (r, d) =>
                d.Class == "move"
                    && (d.Term == "relocated" || d.Term == "in_relief_camp" && d.Passive && r.S.SaysAny(d.PredicateAt, "moved", "transferred", "relocated"))
                    && r.ForGood(d)),
        // "6,000 IDPs were relocated to another site": settled elsewhere by others; "were bused to Karsa": moved once more.
        (Motion.Resettlement, static (r, d) => r.MovedByOthers(d) && r.S.SaysAny(d.PredicateAt, "relocated", "relocating", "relocate", "relocation")),
        (Motion.Onward, static (r, d) => r.MovedByOthers(d)),
        (Motion.Arrival, static (_, d) => d.Class == "arrive" || d.Quantity.Noun == "arrival"),
    ];

    private Motion MotionOf(Draft d)
    {
        foreach (var (motion, holds) in Motions)
            if (holds(this, d)) return motion;
        return Motion.Flight;
    }

    // "were displaced" tells of an event; "are displaced", "there were 900 displaced", "with 900 displaced" of a state.
    private bool AreAway(Draft d)
    {
        var q = d.Quantity;
        if (d.Class is not ("move" or "arrive")) return false;
        // "the number of refugees worldwide": with no word of their going.
        if (d.IsTally && s.Find(d.PredicateAt, Tag.Unit) is { Name: "refugee" }) return !s.Any(d.ZoneStart, d.ZoneEnd, (s, i) =>
            s.SaysAny(i, "since", "new", "newly") || i < q.First - 1 && s.Find(i, Tag.Predicate) is { Name: "move" or "arrive", Form: not VerbForm.Noun });
        // "the number of the uprooted there is estimated at 900": those who are there.
        if (d.IsTally && CountedAre(d) == "idp" && !s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "since", "new", "newly", "cumulative", "beginning"))
            && s.Any(d.PredicateAt, q.First, static (s, i) =>
                s.SaysAny(i, "there", "nationwide", "countrywide")
                    || s.SaysAny(i, "in", "at", "across") && (i + 1 < s.Count && s[i + 1].Capital
                    || s.Is(i + 1, Tag.Determiner) && s.Is(i + 2, Tag.PlaceNoun)))) return true;
        // "including 900 in 36 sites", "21,000 of them in tents", "its lists show 900 in 36 schools": told by the place alone.
        var at = s.Says(q.End, "of") && s.Has(q.End + 1, Cue.OfThem) ? q.End + 2 : q.End;
        if ((d.IsPart || d.IsTally && d.PredicateAt < 0) && !(d.PredicateAt >= q.First && d.PredicateAt < d.ZoneEnd) && s.SaysAny(at, "in", "at"))
            return s.Any(at + 1, at + 5, static (s, i) => s.Has(i, Cue.Refuge) || s.Has(i, Cue.Camp));
        if (s.Find(d.PredicateAt, Tag.Predicate, out var length) is not { } deed) return false;
        // "are registered in camps", "are scattered across 22 centres": where they are now.
        if (IsNow(d) && !deed.Form.HasFlag(VerbForm.Ing) && s.SaysAny(d.PredicateAt + length, "in", "at", "with", "among", "across")) return true;
        // "the 900 people taking refuge in the town"
        // "fled to two districts, with 900 people taking refuge in the town": how they fled.
        var with = s.Says(s.Lead(q.First) - 1, "with")
            || s.Says(s.Lead(q.First) - 1, "and") && previous is { Journey.Motion: Motion.Flight } other && quantities.Contains(other.Quantity);
        if (deed.Form.HasFlag(VerbForm.Ing) && !(with && s.Any(0, q.First - 1, static (s, i) =>
                s.Find(i, Tag.Predicate) is { Name: "move", Form: VerbForm.Past or (VerbForm.Past | VerbForm.Participle) }))
            && s.SaysAny(d.PredicateAt, "taking", "finding")
            && s.SaysAny(d.PredicateAt + length - 1, "refuge", "shelter", "sanctuary")) return true;
        // "there are 900 people who have taken refuge with kin"
        var be = s.Lead(q.First) - 1;
        if (s.Is(be, Tag.Be) && s.Says(be - 1, "there") && s.Says(q.End, "who") && s.SaysAny(q.End + 1, "have", "has")) return true;
        // "900 people had registered in the town as displaced"
        if (s.SaysAny(d.PredicateAt, "registered", "register") && d.PredicateAt >= q.End && s.Any(d.PredicateAt + 1, d.ZoneEnd, static (s, i) =>
                s.Says(i, "as") && (s.Find(i + 1, Tag.Unit) is { Name: "idp" } || s.SaysAny(i + 1, "displaced", "internally")))) return true;
        // "Karsa has 900 displaced", "had 900 IDPs registered": how many there are.
        var has = s.Lead(q.First) - 1;
        if (d.PredicateAt <= q.End && deed.Form.HasFlag(VerbForm.Participle) && s.Is(has, Tag.Have) && !s.Is(has - 1, Tag.Have)
            && (q.Noun is "idp" or "refugee" || s.Says(d.PredicateAt, "displaced"))) return true;
        if (deed is not { Name: "move", Detail: "displaced", Who: "object" } || !deed.Form.HasFlag(VerbForm.Participle)) return false;
        // "As of 31 March 900 people were displaced in the province": how many were so on that day.
        var were = s.Says(d.PredicateAt - 1, "internally") ? d.PredicateAt - 2 : d.PredicateAt - 1;
        if (s.Says(were, "were") && (s.SaysAny(d.PredicateAt + 1, "in", "across", "within")
                && times.Exists(static t => t.Kind == TimeKind.AsOf) && !s.Any(d.PredicateAt, s.Count, static (s, i) => s.Says(i, "since"))
            || s.Says(d.PredicateAt + 1, "at") && s.SaysAny(d.PredicateAt + 3, "end", "start", "beginning")))
            return true;
        // "had already been displaced and were living in the town": where they were by then.
        if (s.Says(d.PredicateAt - 1, "been") && s.Any(d.PredicateAt - 3, d.PredicateAt, static (s, i) => s.SaysAny(i, "already", "previously"))
            && s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) =>
                s.Says(i, "and") && s.SaysAny(i + 1, "were", "are") && s.Find(i + 2, Tag.Predicate) is { Name: "population" or "shelter" })) return true;
        var first = q.First - 1;
        while (s.Is(first, Tag.BeforeNumber)) first--;
        // "with 320,000 people displaced", "there were almost a million people displaced within".
        if (d.PredicateAt <= q.End)
            return first == 0 && s.Says(0, "with") || s.Is(first, Tag.Be) && s.Says(first - 1, "there") && !s.Says(d.PredicateAt + 1, "by");
        // "are still displaced"; "are displaced to the city" is how they came.
        return IsNow(d) && !s.SaysAny(d.PredicateAt + 1, "to", "from", "every", "each", "daily");
    }

    // "are now | registered"
    private bool IsNow(Draft d)
    {
        var be = d.PredicateAt - 1;
        while ((s.Is(be, Tag.Adverb) || s.SaysAny(be, "still", "now")) && !s.SaysAny(be, "newly", "freshly")) be--;
        return be >= d.Quantity.CoreEnd && s.SaysAny(be, "are", "is", "remain", "remains")
            || be == d.Quantity.End - 1 && s.SaysAny(d.PredicateAt - 1, "currently", "now", "still");
    }

    // "IDPs were transported": displaced before.
    private bool MovedByOthers(Draft d) =>
        d.Class is "move" or "onward" && PeopleOf(d) == People.Displaced && !d.Quantity.NewlyMarked && !s.Says(d.Quantity.End, "who")
            && s.Find(d.PredicateAt, Tag.Predicate) is { Name: "move" or "carry" or "onward", Detail: "relocated", Who: "object" };

    // "310 families departed from two sites", "850 IDPs left the camp": home again, where nothing drove them on.
    private bool LeavesCamp(Draft d) =>
        d is { Class: "move", Perfect: false, Quantity.IsNone: false } && PeopleOf(d) != People.Refugee && s.SaysAny(d.PredicateAt, "left", "departed")
            && !s.Is(d.PredicateAt - 1, Tag.Have) && d.Destination.Count == 0
            && s.Any(d.PredicateAt + 1, d.PredicateAt + 5, static (s, i) => s.Has(i, Cue.Camp))
            && !s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) => s.SaysAny(i, "after", "following", "because", "amid", "due", "fearing", "attack", "attacks"));

    // "displaced people sheltering at the base have left", "the attack drove 900 displaced families out", "were driven out by the closure of six camps",
    // "had to flee again": out of where they had fled to. A part of all who fled has only moved on.
    private bool DrivenAgain(Draft d)
    {
        var q = d.Quantity;
        if (d.PredicateAt < 0 || d.IsPart || q.Share is not null || d.Class is not ("move" or "onward") || PeopleOf(d) == People.Refugee) return false;
        var verb = s.Find(d.PredicateAt, Tag.Predicate);
        if (d.Class == "onward") return verb is { Name: "move", Detail: "displaced" or "forced_to_flee" }
            && !s.Any(d.PredicateAt, d.PredicateAt + 5, static (s, i) => s.SaysAny(i, "once", "twice", "times"));
        if (PeopleOf(d) == People.Displaced && !q.NewlyMarked)
        {
            if (d.PredicateAt > q.End && s.Find(q.End, Tag.Predicate) is { Name: "shelter" or "population", Form: VerbForm.Ing }) return true;
            if (d.PredicateAt >= q.End ? s.EndingAt(s.Lead(q.First), Tag.Control, out _) is not null
                : d.PredicateAt < q.First && !d.IsTally && verb is { Name: "move", Who: "object", Detail: not "relocated" }) return true;
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
            for (var k = noun ? i + 2 : i + 1; k < i + 8 && s.IsWord(k) | s.IsNumber(k) && !s.Is(k, Tag.Preposition); k++)
                if (s.SaysAny(k, "camp", "camps")) return true;
        }

        return false;
    }

    private bool TransferredOn(Draft d)
    {
        if (d.PredicateAt == d.Quantity.NounAt && s.SaysAny(d.PredicateAt, "transfers", "relocations"))
            return (previous ?? context.LastFigure)?.Journey.Motion == Motion.Resettlement;
        return (d.Quantity.Noun == "arrival" || PeopleOf(d) == People.Refugee)
            && s.SaysAny(d.PredicateAt, "transferred", "relocated", "moved", "transferring", "relocating", "moving")
            && (s.SaysAny(d.PredicateAt + 1, "off", "onward", "onwards") || s.Says(d.PredicateAt + 1, "from")
                && s.Any(d.PredicateAt + 2, d.PredicateAt + 6, static (s, i) =>
                    s.SaysAny(i, "island", "hotspot", "centre", "center", "camp", "camps", "reception", "quay", "port", "harbour", "harbor")));
    }

    private bool Ashore(Draft d) =>
        s.Any(d.ZoneStart, d.ZoneEnd, static (s, i) => s.SaysAny(i, "ashore") || s.Says(i, "sea") && s.Says(i - 1, "at"));

    private bool Removes(int verb) => Deports(s, verb) || s.SaysAny(verb, "expelled", "expel", "expels", "expelling");

    private static bool Deports(Sentence s, int verb) => s.SaysAny(verb, "deported", "deport", "deporting", "deports", "deportation", "deportations");

    // "were deported from two countries"
    private bool FromCountries(Draft d) => s.Says(d.PredicateAt + 1, "from") && s.SaysAny(d.PredicateAt + 3, "countries");

    private bool ForGood(Draft d) => d.PredicateAt >= 0 && s.Any(d.PredicateAt, d.ZoneEnd, static (s, i) =>
        s.SaysAny(i, "permanently", "permanent") || s.Says(i, "for") && s.Says(i + 1, "good")
        || s.SaysAny(i, "relocation", "resettlement", "transitory", "transitional")
            && s.SaysAny(i + 1, "site", "sites", "shelter", "shelters", "village", "villages")
        || s.Says(i, "new") && s.SaysAny(i + 1, "houses", "homes", "housing", "apartments"));
}
