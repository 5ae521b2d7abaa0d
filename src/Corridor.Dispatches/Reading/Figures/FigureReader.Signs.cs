using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Words that tell a border whatever the countries are, and the host who tells which country people are in.</summary>
internal sealed partial class FigureReader
{
    /// <summary>People on the move cross a border.</summary>
    private static readonly Func<FigureReader, Draft, bool>[] BorderSigns =
    [
        // "600 refugees came", "900 migrants": by who they are; a home is lost where they live.
        static (r, d) => r.PeopleOf(d) == People.Refugee && d.Term != Term.Homeless,
        // "fled to Chad", "700 families arrived in Chad": nobody comes to the country that they are in.
        static (r, d) =>
            d.Destination.Find(static p => p.Whole) is { } country && !r.S.SaysAny(country.At, "across", "throughout", "around")
                && country.Land != LandOf(d.Origin, static o => o.At < o.First),
        // "left Ukraine", "arrived from Sudan", "pushed out of Ukraine".
        // "since fighters of the State of Iraq came": a part of a name.
        static (r, d) =>
            d.Origin.Find(static p => p.Whole && p.Role == PlaceRole.Origin && p.At < p.First) is { } left
                && !(r.S.Says(left.First - 1, "of") && r.S.IsCapital(left.First - 2))
                && (left.At > d.Quantity.First || left.At == d.PredicateAt || d.IsTally),
        // "fled abroad", "to neighbouring countries", "over the border", "left the country".
        static (r, d) => r.SaysAbroad(d),
        // "logged by border guards", "into Thai territory"
        static (r, d) => r.AtBorder(d) || r.IntoLand(d) || d.Class == VerbClass.Arrive && r.ByCrossingPoint(d),
        // "sought asylum"
        static (r, d) => d.PredicateAt >= 0 && r.S.Any(d.PredicateAt, d.PredicateAt + 4, static (s, i) => s.Says(i, "asylum")),
        // "8,730 arrivals at the Adré border post", "left through Masnaa": who comes there comes over it.
        static (r, d) =>
            r.Named.Exists(p =>
                p.AtBorder && p.At >= d.ZoneStart && p.At < d.ZoneEnd
                    && (r.S.SaysAny(p.At, "through", "via", "over") || r.S.Says(p.At, "at")
                        && (r.IsCrossing(d.PredicateAt) || d.Class == VerbClass.Arrive && !(r.S.SaysAny(p.End - 1, "border", "frontier")
                            && r.S.SaysAny(d.PredicateAt, "arrived", "arriving", "arrive", "reached"))))),
        // "900 Central Africans crossed the Mbomou", "crossed to Kisoro": of a country that is told, and the other one is not.
        static (r, d) => r.IsCrossing(d.PredicateAt) && (!r.CrossesLine(d) || r.Text.Before.Frontier && r.S.Any(d.PredicateAt, d.PredicateAt + 10,
                static (s, i) => s.Says(i, "bridge")))
            && (LandOf(d.Destination, static _ => true) is null ? d.Quantity.NounCountry is not null || r.Text.Before.Frontier
                : r.Home is null || d.Destination.Exists(p => r.LandAfter(p) is not null)),
        // "Mbera received 900": a camp of refugees.
        static (_, d) =>
            d.Destination.Find(static p => p.OfRefugees) is { } camp && camp.Land != LandOf(d.Origin, static o => o.Role == PlaceRole.Origin && o.At < o.First),
        // "had entered by Monday": the country.
        static (r, d) => (d.Destination.Count == 0 || r.ByCrossingPoint(d) || r.S.Says(d.PredicateAt + 1, "at")) && !d.Passive
            && r.S.SaysAny(d.PredicateAt, "entered", "enter", "entering", "entries"),
        // "Chad has shut its border crossings, but 900 got in"
        static (r, d) =>
            d.Destination.Count == 0 && r.S.SaysAny(d.PredicateAt, "got", "get", "came", "come") && r.S.Says(d.PredicateAt + 1, "in")
                && r.S.Any(0, d.Quantity.First, static (s, i) => s.SaysAny(i, "border", "frontier")),
        // "Hungary let in 2,100": a country takes in those of another.
        static (r, d) => r.LetIn(d),
        // "refugee arrivals went up, with 4,100 arriving in June"
        static (r, d) => d.Class == VerbClass.Arrive && d.Quantity.Noun is null && r.CountedAre(d) == UnitClass.Refugee,
        // "refugees on their way to Rwanda ... The office counted 650 arrivals"
        static (r, d) => d.Quantity.Noun == UnitClass.Arrival && r.Text.Before.Refugees && d.Destination.Count == 0,
        // "151 new arrivals: 104 on Lesvos", "the refugees keep arriving; at least 150 people arrive every day"
        static (r, d) => r.Comes(d) && (d.Destination.Count == 0 && r.Named.Exists(static p => p.OfRefugees) || r.S.Any(0, d.Quantity.First, static (s, i) =>
                s.SaysAny(i, "refugees", "migrants") && s.Any(i + 1, i + 5, static (s, k) => s.Verb(k) is { Class: VerbClass.Arrive }))),
        // "87 people landed on Monday" in a text of migrants and asylum seekers.
        static (r, d) => r.Comes(d) && d.Quantity.Noun is null or UnitClass.Person or UnitClass.Arrival && r.Text.Migration!.Value
            && !r.S.Any(d.PredicateAt, d.PredicateAt + 6, static (s, i) => s.SaysAny(i, "border", "borders", "frontier")),
        // "The town's people crossed into Uganda. Kisoro registered 900"
        static (r, d) =>
            r.Text.Before.Deed is not null && r.Text.Before.Refugees && r.IsFirst(d)
                && (d.Class == VerbClass.Arrive || d.PredicateAt < 0 || d.Destination.Count == 0 && d.Origin.Count == 0),
    ];

    /// <summary>People who are away from home are out of their country.</summary>
    private static readonly Func<FigureReader, Draft, bool>[] StaySigns =
    [
        static (r, d) => r.PeopleOf(d) == People.Refugee || r.S.Unit(d.PredicateAt)?.Class == UnitClass.Refugee,
        static (r, d) => r.SaysAbroad(d),
        // "live in Zaatari": a camp of refugees.
        static (_, d) => d.Destination.Exists(static p => p.OfRefugees),
        // "79 people live in the camp" in a text of migrants and asylum seekers.
        static (r, d) => d.Quantity is { Noun: null or UnitClass.Person, Adjective: null } && r.Text.Migration!.Value,
        // "the largest refugee complex held 900", "are in refugee camps".
        static (r, d) => r.S.Any(d.ZoneStart, d.ZoneEnd, static (s, i) => s.Says(i, "refugee") && (s.Is(i + 1, Tag.PlaceNoun) || s.Says(i + 1, "complex"))),
    ];

    /// <summary>People who come back were out of their country.</summary>
    private static readonly Func<FigureReader, Draft, bool>[] HomeSigns =
    [
        static (r, d) => r.PeopleOf(d) == People.Refugee,
        // "were repatriated"
        static (r, d) => d.PredicateAt >= 0 && r.S.Words(d.PredicateAt, d.PredicateAt + 1).StartsWith("repatriat", StringComparison.OrdinalIgnoreCase),
        // "returned to Afghanistan", "came back from Iran".
        static (r, d) =>
            d.Destination.Exists(p => p.Whole && p.At > d.PredicateAt && r.S.SaysAny(p.At, "to", "into"))
                || d.Origin.Exists(p => p.Whole && p.Role == PlaceRole.Origin && p.At < p.First),
        // "to their home country", "to the country of origin", "to their homeland", "from abroad", "from neighbouring countries".
        static (r, d) => r.S.Any(d.ZoneStart, d.ZoneEnd, (s, i) =>
            s.Says(i, "home") && s.SaysAny(i + 1, "country", "countries")
                || s.SaysAny(i, "country", "countries") && s.Says(i + 1, "of") && s.Says(i + 2, "origin")
            || s.Says(i, "homeland") && i > d.PredicateAt
            || s.Says(i, "from") && (s.SaysAny(i + 1, "abroad", "overseas", "exile") || OtherCountries(s, i + 1))),
    ];

    // Comes from nowhere that is told: "arrived", "a boat arrived with 24 people aboard".
    private bool Comes(Draft d) => d.Origin.Count == 0 && d.Quantity.NounCountry is null
        && (d.Class == VerbClass.Arrive || s.Verb(d.PredicateAt) is { Class: VerbClass.Arrive } || IsCrossing(d.PredicateAt) && !CrossesLine(d));

    private bool Told(Func<FigureReader, Draft, bool>[] signs, Draft d)
    {
        foreach (var sign in signs)
            if (sign(this, d)) return true;
        return false;
    }

    private static bool OtherCountries(Sentence s, int i) =>
        s.SaysAny(i, "neighbouring", "neighboring", "other", "nearby", "third", "host", "asylum", "surrounding", "several")
            && (s.SaysAny(i + 1, "countries", "states", "nations") || s.Is(i + 1, Tag.Country));

    private static readonly WordSet Over = new("crossed", "cross", "crossing", "crosses", "over", "across", "through", "via", "past", "outside");

    private static readonly WordSet OutWords = new(
        "abroad", "overseas", "countries", "country", "border", "borders", "frontier", "neighbouring", "neighboring", "other", "nearby", "third",
            "host", "asylum", "surrounding", "several");

    private bool SaysAbroad(Draft d)
    {
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
        {
            // "out of their houses, and nobody knows how many others across the border", "by the war, which has spilled over the border": of another.
            if (i > d.PredicateAt && i > d.Quantity.End && (s.SaysAny(i, "others", "which") || s.SaysAny(i, "many", "some", "most") && s.Is(i + 1, Tag.Have)))
                break;
            if (!s.IsIn(i, OutWords) || OfGoods(i, d.Quantity)) continue;
            var before = s.BeforeArticle(i - 1);
            var told = s.SaysAny(i, "abroad", "overseas") ? i > d.Quantity.First
                // "to countries of the region", "in the neighbouring states"
                : s.Says(i, "countries") ? ToOrIn(before) && s.SaysAny(i + 1, "in", "of", "across", "around", "bordering")
                // "left the country", "out of their country"
                : s.Says(i, "country") ? before == i - 2 && !(i + 1 < s.Count && s[i + 1].Kind == TokenKind.Possessive)
                    && (s.SaysAny(before, "fled", "left", "leave", "flee", "fleeing", "leaving", "outside", "entered", "entering", "enter", "reached",
                        "into") || s.Says(before, "of") && s.Says(before - 1, "out"))
                : s.SaysAny(i, "border", "borders", "frontier") ? OverBorder(i)
                : ToOrIn(before) && OtherCountries(s, i);
            if (told) return true;
        }

        return false;
    }

    // "37,200 trucks crossed the | border, and 590 families lost their homes": told of what is no people.
    private bool OfGoods(int i, Quantity q) =>
        quantities.FindLast(x => x.First < i && x.Noun is not null) is { Noun: UnitClass.Goods or UnitClass.Animals or UnitClass.Combatants } goods
            && goods != q;

    private bool ToOrIn(int i) => s.SaysAny(i, "to", "into", "in", "for", "across");

    // "over the border", "crossed the Chadian frontier", "across the international border"; "cross border shelling" passes none.
    private bool OverBorder(int border)
    {
        if (s.Is(border + 1, Tag.PlaceNoun) || s.SaysAny(border + 1, "area", "areas", "region", "regions", "villages", "guards", "guard")) return false;
        var over = border - 1;
        while (border - over < 5 && (s.Is(over, Tag.Determiner | Tag.Demonym) || s.SaysAny(over, "international", "land", "-", "into")
            || s.Is(over, Tag.Country))) over--;
        return s.IsIn(over, Over) && !s.Says(over - 1, "from") && (over < border - 1 || s.Says(border, "borders"));
    }

    private bool IsFirst(Draft d) => quantities[0] == d.Quantity;

    private bool IsCrossing(int verb) => verb >= 0 && s.SaysAny(verb, "crossed", "cross", "crossing", "crosses");

    // "crossed the front line", "passed the checkpoint": within the country.
    private bool CrossesLine(Draft d) =>
        s.Any(d.PredicateAt, d.PredicateAt + 10,
            static (s, i) => s.SaysAny(i, "line", "lines", "front", "berm", "army", "peshmerga", "held", "controlled", "camp", "checkpoint", "bridge"));

    // A verb that lets people in, or by which they pass a gate that others keep.
    private bool PassesGate(Draft d) =>
        s.SaysAny(d.PredicateAt + 1, "in", "into", "over", "across", "through") || s.SaysAny(d.PredicateAt, "let", "landed", "waded", "swam", "rowed")
        || !s.SaysAny(d.PredicateAt + 1, "out", "away")
            && s.SaysAny(d.PredicateAt, "got", "get", "getting", "crossed", "cross", "passed", "pass", "came", "come", "walked", "filed", "streamed",
                "poured", "entered", "entering");

    private static readonly WordSet Keepers = new(
        "guards", "guard", "police", "officers", "officials", "authorities", "customs", "gendarmes", "coastguard", "navy", "border", "soldiers",
            "government", "ministry", "minister", "governor", "agency", "policeman", "side", "bank", "shore", "soil", "territory", "frontier", "gate",
        "crossing", "post", "town", "city", "village", "province", "region", "district", "capital", "official", "officer", "mayor", "mayors",
            "council", "councils", "municipality", "red", "coastguards", "service", "commission", "villagers", "fishermen");

    // "Armenia has registered 3,200", "Turkish guards opened the gate and 2,600 got through", "Police in Uganda say", "Aswan's governor said", "Chad:
    // 900 arrived".
    private string? HostOf(Draft d)
    {
        var end = d.PredicateAt >= 0 ? Math.Min(d.PredicateAt, d.Quantity.First) : d.Quantity.First;
        for (var i = end - 1; i >= 0; i--)
        {
            if (!s[i].Capital) continue;
            if (s.Find(i, Tag.Demonym) is { Detail: { Length: > 0 } own } && s.IsIn(i + 1, Keepers)) return own;
            if (LandAt(i, out var length) is not { } land || i + length > end) continue;
            var next = i + length;
            var place = s.SaysAny(i - 1, "in", "at", "across") || s.Is(i - 1, Tag.Determiner) && s.SaysAny(i - 2, "in", "at", "across");
            if (place && !s.IsMark(next, ',') || !s.Is(i - 1, Tag.Preposition)
                && (Takes(next, d.PredicateAt) || s.Is(next, Tag.Speech) || s.IsMark(next, ':')
                    || next + 1 < s.Count && s[next].Kind == TokenKind.Possessive && !s.Is(next + 1, Tag.Cause) && !s.Is(next + 1, Tag.Actor)
                        && !s.SaysAny(next + 1, "military", "army", "forces", "troops", "air", "soldiers"))) return land;
        }

        // "... 900 through the gate, a Romanian border policeman said".
        for (var i = d.Quantity.End; i < s.Count - 1 && !s.IsMark(i, ';'); i++)
            if (s[i].Capital && (s.Find(i, Tag.Demonym) ?? s.Find(i, Tag.Country)) is { Detail: { Length: > 0 } own } && s.IsIn(i + 1, Keepers)
                && s.Any(i + 2, i + 5, static (t, k) => t.Is(k, Tag.Speech))) return own;
        return null;
    }

    // "Colombian officials registered | 640 Venezuelans who fled": those who count them have them.
    private bool HostCounts(Draft d)
    {
        var verb = s.Lead(d.Quantity.First) - 1;
        return s.Is(verb, Tag.Counting) && !s.Is(verb, Tag.Speech) || s.Has(verb, Cue.Registering);
    }

    // "Polish border guards logged 900 arrivals", "Moldova's border police let in 900", "the border at Nimule saw 900 people cross".
    private bool AtBorder(Draft d)
    {
        if (d.Class != VerbClass.Arrive && !IsCrossing(d.PredicateAt)) return false;
        var end = Math.Min(d.Quantity.First, Math.Max(0, d.PredicateAt < 0 ? d.Quantity.First : d.PredicateAt));
        for (var i = end - 1; i >= Math.Max(0, end - 8) && !s.IsMark(i, ';'); i--)
            if (s.SaysAny(i, "border", "frontier") && s.SaysAny(i + 1, "guards", "guard", "police", "officers", "officials", "authorities", "service",
                "force", "at")) return true;
        return false;
    }

    // "entered | by way of unofficial crossing points", "through three points of entry"
    private bool ByCrossingPoint(Draft d) =>
        s.Any(d.PredicateAt, d.PredicateAt + 9,
            static (s, i) => s.SaysAny(i, "crossing", "border") && s.SaysAny(i + 1, "points", "point", "posts")
                || s.SaysAny(i, "points", "point", "ports", "port") && s.Says(i + 1, "of") && s.Says(i + 2, "entry"));

    // "into Thai territory", "reached the Chadian side".
    private bool IntoLand(Draft d)
    {
        for (var i = Math.Max(0, d.PredicateAt); d.PredicateAt >= 0 && i < d.ZoneEnd - 1; i++)
            if (s[i].Capital && s.Find(i, Tag.Demonym) is { Detail: { Length: > 0 } land }
                && s.SaysAny(i + 1, "territory", "side", "soil", "bank", "shore") && land != NationOf(d) && land != LandOf(d.Origin, static _ => true)
                && (s.SaysAny(i - 1, "into", "to", "onto", "reached", "entered")
                    || s.Is(i - 1, Tag.Determiner) && s.SaysAny(i - 2, "into", "to", "onto", "on", "reached", "entered")))
                return true;
        return false;
    }

    // "were sent home by Iran"
    private string? By(Draft d) =>
        Agent.By(s, d.Quantity.End, d.ZoneEnd - d.Quantity.End) is { End: > 0, First: var by }
            && (s.Find(by, Tag.Country) ?? s.Find(by, Tag.Demonym)) is { Detail: { Length: > 0 } land } ? land : null;

    // The verb of the figure itself follows, past auxiliaries: "Chad has so far received".
    private bool Takes(int next, int verb)
    {
        var i = next;
        while (i < verb && (s.Is(i, Tag.Have | Tag.Be | Tag.Modal | Tag.Adverb)
            || s.SaysAny(i, "alone", "so", "far", "which", "who", "itself") || s.IsMark(i, ','))) i++;
        return i == verb && verb >= 0;
    }

    private string? LandAt(int i, out int length)
    {
        if (s.Find(i, Tag.Country, out length) is { Detail: { Length: > 0 } land }) return land;
        if (s.Find(i, Tag.Demonym) is not null) return null;
        for (length = 3; length > 0 && i >= 0 && s.IsWord(i) && s[i].Capital; length--)
            if (i + length <= s.Count && context.Land(s.Words(i, i + length)) is { } town) return town;
        length = 1;
        return null;
    }

    private bool LetIn(Draft d)
    {
        if (d.Class != VerbClass.Arrive || d.PredicateAt < 0
            || s.Verb(d.PredicateAt) is not { Who: Who.Object }
            || d.Quantity.Noun != UnitClass.Arrival && s.SaysAny(d.PredicateAt, "registered", "register", "registering")) return false;
        // "Poland let in 640", "were let in by Poland"
        var host = d.PredicateAt > d.Quantity.First ? By(d) : s.EndingAt(Agent.SubjectEnd(s, d.PredicateAt), Tag.Country, out _)?.Detail;
        return host is not null && !d.Origin.Exists(p => p.Land == host);
    }
}
