using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>
/// The journey of a figure: what its people did (FigureReader.Motions.cs), who they are, which country they left and which they came to.
/// Each is told by a list of evidence, the surest first; the first line that holds decides.
/// </summary>
internal sealed partial class FigureReader
{
    private void Categorise(Draft d)
    {
        d.Journey = d.Parent is { } whole && OnlyCountsAgain(d, whole) && !SaysAbroad(d) ? whole.Journey : TheReturning(d)?.Journey ?? JourneyOf(d);
        d.Category = d.Journey.Category;
        // Who goes over a border without a place of theirs goes to the country that the evidence names.
        if (d.Destination.Count == 0 && d.Journey is { Crosses: true, To: { } land }
            && (d.Journey.Motion == Motion.Return || d.Class == VerbClass.Arrive && d.Origin.Count > 0 && !d.IsPart)
            && Lexicon.Default.CountryNames.TryGetValue(land, out var name))
            d.Destination.Add(new PlacePhrase(d.Quantity.First, d.Quantity.First, d.Quantity.End, PlaceRole.Destination, name, true, name) { Land = land });
    }

    private Journey JourneyOf(Draft d)
    {
        var (motion, people, nation) = (MotionOf(d), PeopleOf(d), NationOf(d));
        // "IDPs" go on with nobody who is abroad.
        var before = people == People.Displaced ? null : Before(d);
        var journey = new Journey(motion, people, nation, null, null, false, Within(d, motion, people));
        if (journey.Within) return journey;
        // "100,000 fled to Chad, of whom 8,000 are back" go on with those before. Who returns goes to the country that they are of; everybody else
        // comes from it.
        var home = motion is Motion.Return or Motion.Home;
        journey = journey with { From = First(home ? ReturnsFrom : LeavesFrom, d, journey), To = First(home ? ReturnsTo : GoesTo, d, journey) };
        if (journey.Crosses) return journey;
        if (before is { Journey.Crosses: true } && (home && d.IsPart || !OwnWay(d, before))
            || Told(home ? HomeSigns : motion == Motion.Stay ? StaySigns : BorderSigns, d)) return journey with { Abroad = true };
        // "the Iraqi ministry received 900 displaced people": those who are told as displaced, and from nowhere, are so in the country of their host.
        if (motion is Motion.Arrival && d.Quantity is { Noun: UnitClass.Idp } or { Adjective.Term: Term.Displaced } && d.Origin.Count == 0
            && LandOf(d.Destination, static _ => true) is null) return journey;
        // The country where the text happens stands in for one end, when the other is told.
        return motion switch
        {
            Motion.Flight or Motion.Arrival or Motion.Stay when journey is { From: null, To: not null } =>
                // "fled clashes in northern Cameroon for Chad": where the event was.
                journey with { From = motion == Motion.Flight && LandOf(d.Origin, static _ => true) is { } scene && scene != journey.To ? scene : Home },
            Motion.Arrival or Motion.Stay when journey is { From: not null, To: null } && d.Destination.Count == 0 => journey with { To = context.Country },
            // "Afghans were pushed back": not out of their own country.
            Motion.Removal when journey.From is null && context.Country != journey.Nation => journey with { From = context.Country },
            Motion.Return when journey is { From: null, To: not null } && d.Destination.Count == 0 => journey with { From = context.Country },
            _ => journey,
        };
    }

    // The country where the text happens.
    private string? Home => context.Scene ?? context.GivenCountry ?? context.Home?.Value;

    // "put the figure at 30,000", "up from 6,650": the same people on the same way.
    private bool OnlyCountsAgain(Draft d, Draft whole) =>
        d.IsTally && d.PredicateAt < 0 && d.Quantity.Noun is not UnitClass.Refugee || d.IsComparison
        // "88 Chadians (81 men and 7 women) arrived after their deportation"; "the return of 64 migrants. The 59 men and five girls were flown out".
        || d.PredicateAt == whole.PredicateAt && d.Quantity.NounCountry is null && s.Has(d.Quantity.NounAt, Cue.KindOfPeople)
        || d.PredicateAt > d.Quantity.First && !d.IsPart && !s.Is(d.PredicateAt, Tag.Predicate)
            && whole.Journey is { Crosses: true, Motion: Motion.Flight or Motion.Arrival };

    // "the return of 53 migrants. The 48 men were flown out on Monday, and 33 others left by bus": of those who go home.
    private Draft? TheReturning(Draft d)
    {
        var q = d.Quantity;
        if (context.Distance > 1 || d.Class is not (VerbClass.Move or VerbClass.Arrive)
            || previous is not { Journey: { Motion: Motion.Return or Motion.Removal, Crosses: true } } last) return null;
        var same = s.Says(q.First - 1, "the") && s.Has(q.NounAt, Cue.KindOfPeople) && q.Value <= last.Quantity.Value
            || d.Destination.Count == 0 && q.NounCountry is not null && q.NounCountry == last.Quantity.NounCountry
                && s.Any(q.CoreEnd, q.End, static (s, i) => s.SaysAny(i, "other", "others", "more"));
        return same ? last : null;
    }

    private People PeopleOf(Draft d) => d.Quantity.Noun switch
    {
        // "600 refugees, 90 of them children", "refugees, of whom 110 persons came on Friday".
        null or UnitClass.Person when d is { IsPart: true, Parent.Journey.People: People.Refugee } => People.Refugee,
        // "410 people returned from Iran, and 150 were deported"
        null when Deports(s, d.PredicateAt) && previous is { Journey: { Motion: Motion.Return or Motion.Removal, Crosses: true } } => People.Refugee,
        // "4,000 IDPs were moved to Karsa, and 1,300 to Sanda"
        null when d.Parent is { IsTally: false } list && list.PredicateAt == d.PredicateAt && d.PredicateAt >= 0 => list.Journey.People,
        UnitClass.Refugee => People.Refugee,
        UnitClass.Returnee => People.Returnee,
        // "1,031 deportations": out of a country that is not theirs.
        UnitClass.Person when Deports(s, d.Quantity.NounAt) => People.Refugee,
        // "migrants were displaced": driven out where they lived, as anybody else.
        UnitClass.Person when s.Says(d.Quantity.NounAt, "migrants") && s.Says(d.PredicateAt, "displaced") => People.Plain,
        // "12,000 people were uprooted, 300 migrants among them": driven out where they lived, as the others.
        UnitClass.Person when d is { IsPart: true, Parent.Category: Category.NewDisplacement } => People.Plain,
        _ when s.Says(d.Quantity.NounAt - 1, "refugee") || s.SaysAny(d.Quantity.NounAt, "migrants", "migrant") => People.Refugee,
        _ when d.IsTally && CountedAre(d) == UnitClass.Refugee => People.Refugee,
        _ when d.IsTally && CountedAre(d) == UnitClass.Idp => People.Displaced,
        UnitClass.Idp => People.Displaced,
        // "Police deported 900 people", "900 people were deported from Iran": foreigners, where nothing tells that they lived there.
        UnitClass.Person when Deports(s, d.PredicateAt) && d.Quantity.NounCountry is null && s.SaysAny(d.Quantity.NounAt, "people", "persons", "individuals")
            && d.Origin.TrueForAll(static p => p is { Whole: true, Land: not null }) => People.Refugee,
        _ => People.Plain,
    };

    // "the number of Malian refugees in Niger stands at 60,000"; no "refugee agency", no "refugee camp".
    private UnitClass? CountedAre(Draft d)
    {
        for (var i = d.Quantity.First - 1; i >= Math.Max(d.ZoneStart, d.Quantity.First - 16); i--)
            if (s.Unit(i) is { Class: UnitClass.Refugee or UnitClass.Idp or UnitClass.Returnee } unit && !s.Is(i + 1, Tag.Body) && !s.Is(i + 1, Tag.PlaceNoun)
                && !s.Says(i - 1, "for")
                && !s.SaysAny(i + 1, "agency", "ministry", "chief", "official", "officials", "board", "crisis", "affairs")) return unit.Class;
        return null;
    }

    private static readonly WordSet Mostly = new("most", "mostly", "mainly", "all", "many", "predominantly");

    // "9,000 Syrians", "16,000 people, most of them Sudanese".
    private string? NationOf(Draft d)
    {
        var q = d.Quantity;
        if ((q.NounCountry ?? (d.IsPart || q.Noun is null ? d.Parent?.Quantity.NounCountry : null)) is { } people) return context.Land(people);
        // "the Burundians sheltered in Tanzania were 180,000 at most"
        for (var i = q.First - 1; d.IsTally && i > Math.Max(d.ZoneStart, q.First - 16); i--)
            if (s[i].Capital && s.Says(i - 1, "of") && s.Is(i - 2, Tag.CountNoun) && s.Find(i, Tag.Demonym) is { } counted) return counted.Detail;
        for (var i = q.End; i < d.ZoneEnd; i++)
            for (var k = i + 1; s.IsIn(i, Mostly) && k < Math.Min(s.Count, i + 5); k++)
                if (s.Find(k, Tag.Demonym) is { } nation && s[k].Capital) return nation.Detail;
        return null;
    }

    // "IDPs who live there", "1.8 million are displaced inside the country", "moved to other regions of Ukraine".
    private bool Within(Draft d, Motion motion, People people)
    {
        if (people == People.Displaced && motion == Motion.Stay) return true;
        for (var i = d.Quantity.End; i < Math.Min(d.ZoneEnd, Math.Max(d.Quantity.End, d.PredicateAt + 1) + 4); i++)
            if (people != People.Refugee
                && (s.SaysAny(i, "internally", "elsewhere")
                    || s.SaysAny(i, "inside", "within")
                        && (s.Is(i + 1, Tag.Country) || s.SaysAny(i + 1, "it", "its", "their")
                            || s.Is(i + 1, Tag.Determiner) && (s.Is(i + 2, Tag.PlaceNoun) || s.Says(i + 2, "country")))
                || s.Says(i, "other") && s.SaysAny(i + 1, "regions", "provinces", "states", "districts", "parts"))) return true;
        return false;
    }

    /// <summary>The figure whose way this one goes on with: its whole, or the one told just before, when it has no people or places of its own.</summary>
    private Draft? Before(Draft d)
    {
        var q = d.Quantity;
        if (d.Parent is { } whole && (d.IsPart || d.PredicateAt < 0)) return whole;
        if (previous is not { Category: not Category.NewDisplacement } last || q.Noun == UnitClass.Idp) return null;
        if (context.Distance > (q.Noun == UnitClass.Arrival || s.Says(d.PredicateAt, "influx") ? 2 : 1)) return null;
        var same = q.Noun is null or UnitClass.Arrival || q.Further || q.NounCountry is not null && q.NounCountry == last.Quantity.NounCountry
            || s.SaysAny(d.PredicateAt, "influx", "crossed", "crossing");
        return same || d.Class == VerbClass.Shelter && q.Adjective is null && !last.IsPart ? last : null;
    }

    // What is told of this figure alone: another motion, or a place of its own that is not where those before went.
    private bool OwnWay(Draft d, Draft before)
    {
        var alike = d.Class == before.Class || d.Class == VerbClass.Arrive && before.Class is VerbClass.Move or VerbClass.Shelter
            || d.Class == VerbClass.Shelter && before.Class is VerbClass.Move or VerbClass.Arrive
            || d.Class == VerbClass.Move && before.Class == VerbClass.Arrive && (d.IsPart || IsCrossing(d.PredicateAt));
        // "drove 900 to Chad and displaced 7,000"
        if (d.Parent is null && s.Verb(d.PredicateAt) is { Class: VerbClass.Move, Term: Term.Displaced, Who: Who.Object }) return true;
        return !alike || d.Destination.Exists(p => p.Named && (p.Land is null || p.Land != before.Journey.To) && p.At >= d.ZoneStart && places.Contains(p));
    }

    private delegate string? Evidence(FigureReader r, Draft d, Journey journey);

    // A place after a preposition or verb stands behind it; the country that people are of is told by their own noun.
    /// <summary>The country that people left.</summary>
    private static readonly Evidence[] LeavesFrom =
    [
        // "fled El Fasher", "arrived from the Odesa region": a place that the gazetteer knows.
        static (_, d, _) => LandOf(d.Origin, static p => p.Role == PlaceRole.Origin && p.At < p.First),
        // "3,000 Burundians": the country that they are of.
        static (r, d, j) => j.Motion == Motion.Removal ? null : j.Nation,
    ];

    /// <summary>The country that people came to, or are in.</summary>
    private static readonly Evidence[] GoesTo =
    [
        // "reached Adré", "to the Syrian town of Qamishli", "in Nakivale, Uganda"; "to the Turkish border" is still this side of it.
        static (r, d, j) =>
            LandOf(d.Destination, static p => !p.Name.EndsWith("border", StringComparison.Ordinal) && !p.Name.EndsWith("frontier", StringComparison.Ordinal)),
        // "Kenya's camps had 900 arrivals", "Police in Uganda say 900 came over": who takes people in, or counts them coming.
        static (r, d, j) =>
            j.Motion is Motion.Arrival or Motion.Stay || j.Motion == Motion.Flight && (r.PassesGate(d) || j.Nation is not null && r.HostCounts(d))
                ? r.HostOf(d) : null,
    ];

    private static readonly Evidence[] ReturnsFrom =
    [
        // "came back from Lebanon"
        static (r, d, j) => LandOf(d.Origin, static p => p.At < p.First && p.Role == PlaceRole.Origin),
        // "Pakistan has sent 900 home", "were sent home by Iran"
        static (r, d, j) => r.By(d) ?? (d.PredicateAt >= 0 && d.PredicateAt < d.Quantity.First ? r.HostOf(d) : null),
        // "Iraqis are leaving al-Hol: 700 went home": where the sentence says that they leave.
        static (r, d, j) => LandOf(r.Named, p => p.Role == PlaceRole.Origin && p.End <= d.Quantity.First),
    ];

    private static readonly Evidence[] ReturnsTo =
    [
        static (r, d, j) => LandOf(d.Destination, static _ => true),
        // "1,900 Afghans came back": to the country that they are of.
        static (_, _, j) => j.Nation,
    ];

    private string? First(Evidence[] list, Draft d, Journey journey)
    {
        foreach (var evidence in list)
            if (evidence(this, d, journey) is { } land) return land;
        return null;
    }

    private static string? LandOf(List<PlacePhrase> places, Predicate<PlacePhrase> fits)
    {
        foreach (var place in places)
            if (place.Land is { } land && fits(place)) return land;
        return null;
    }
}
