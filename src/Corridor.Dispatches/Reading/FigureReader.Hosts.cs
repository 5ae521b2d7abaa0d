using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Borders that no word names: told by the country that takes people in, whose guards open a gate, or where refugees are spoken of.</summary>
internal sealed partial class FigureReader
{
    private static readonly WordSet Keepers = new(
        "guards", "guard", "police", "soldiers", "troops", "officers", "officials", "authorities", "customs", "gendarmes", "forces", "army", "coastguard", "navy", "border");

    private static readonly WordSet Sides = new("side", "bank", "shore", "soil", "territory", "frontier", "border", "gate", "crossing", "post");

    // "Armenia has registered 3,200 arrivals from Karabakh", "Turkish guards opened the gate and 2,600 Syrians got through": into the
    // country of the host, by people who are not of it.
    private bool TakenInAbroad(Draft d)
    {
        if (d.Class is not ("move" or "arrive") || d.PredicateAt < 0 || HostOf(d) is not { } host) return false;
        var q = d.Quantity;
        if (q.NounCountry is { } nation) return context.Gazetteer.Resolve(nation).Country is { } theirs && theirs != host;
        var from = d.Origin.Where(p => p.Named).ToList();
        if (from.Exists(p => context.Gazetteer.Resolve(p.Country ?? p.Name).Country is { } land && land != host)) return true;
        // What is told of a country happens there, unless the text says where they are from and the gazetteer does not know it.
        if (from.Exists(p => context.Gazetteer.Resolve(p.Country ?? p.Name).Country == host) || context.Country == host) return false;
        return context.Country is not null || from.Count > 0;
    }

    // The country that lets people in: the subject of a verb of reception, whose guards are spoken of, on whose side it is.
    private string? HostOf(Draft d)
    {
        var verb = d.PredicateAt;
        var receives = s.Find(verb, Tag.Predicate) is { Name: "arrive" } arrival && (arrival.Who == "object" || d.Quantity.Noun == "arrival");
        var passes = receives || s.SaysAny(verb, "got", "get", "getting", "crossed", "cross", "passed", "pass", "came", "come", "walked", "filed", "streamed", "poured");
        for (var i = Math.Min(verb, d.Quantity.First) - 1; i >= 0 && passes; i--)
        {
            if (!s[i].Capital) continue;
            if (receives && Math.Min(verb, d.Quantity.First) - i <= 5 && s.Find(i, Tag.Country) is { Detail: { Length: > 0 } land } && !s.Is(i - 1, Tag.Preposition))
                return land;
            if (s.Find(i, Tag.Demonym) is { Detail: { Length: > 0 } own } && (s.IsIn(i + 1, Keepers) || s.IsIn(i + 1, Sides))) return own;
        }

        return null;
    }

    // "met refugees in the hills, where 12,000 people have sought safety": of those who are called refugees.
    private bool WhereRefugeesAre(Draft d)
    {
        var q = d.Quantity;
        if (d.Class is not ("move" or "arrive") || q.Noun == "idp") return false;
        var where = q.First - 1;
        while (where > 0 && q.First - where < 4 && !s.Says(where, "where")) where--;
        for (var i = where - 1; s.Says(where, "where") && i >= 0 && where - i < 10; i--)
            if (s.Find(i, Tag.Unit)?.Name == "refugee") return !s.Is(i + 1, Tag.PlaceNoun) && !s.Is(i + 1, Tag.Body);
        return false;
    }
}
