using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What tells displacement from other movement and other stays: camps, causes, borders, states.</summary>
internal sealed partial class Roles
{
    private bool Neutral(Governor g) => s.SaysAny(g.At, "living", "live", "lives", "are", "is", "were", "was", "stay", "stayed", "staying", "stays", "reside", "resides", "resided", "residing", "camp", "settle", "settled", "sleep", "remain", "house", "houses", "hold", "holds", "held", "contains", "contain", "in", "crowded", "contained", "squeezed");

    private bool Passive(Governor g)
    {
        if (!g.Meaning.Form.HasFlag(VerbForm.Participle) && g.Meaning is not { Form: VerbForm.Phrase, Who: "object" }) return false;
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 4); i--)
        {
            if (s.Is(i, Tag.Be) || s.Is(i, Tag.Get)) return true;
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly")) return false;
        }

        return false;
    }

    private bool CampLike(int from, int reach, bool campOnly = false)
    {
        for (var i = Math.Max(0, from - 6); i < Math.Min(s.Count, from + reach); i++)
        {
            if (i > from && s.IsMark(i, ';')) return false;
            if (s.SaysAny(i, "camp", "camps") || (s.SaysAny(i, "site", "sites") && (!campOnly || !s.SaysAny(i - 1, "screening", "transit", "reception", "muster", "the")))) return true;
            if (!campOnly && s.SaysAny(i, "tent", "tents", "shelter", "shelters", "school", "schools", "mosque", "mosques", "church", "churches", "centre", "centres", "center", "centers", "displacement", "settlements", "host", "relatives", "stadium", "gymnasium", "gymnasiums", "sheltering", "makeshift", "open", "buildings", "displaced", "basements", "university", "collective", "airstrip", "hall", "halls", "hotels")) return true;
        }

        return false;
    }

    // People arrive at fairs as well as at camps: an arrival is displacement when a camp, a border or an origin is named, or the noun says it.
    private bool Displacing(Quantity q, Governor g)
    {
        if (q.Noun is "arrival" or "idp" or "refugee" or "household" or "evacuee" || q.NewlyMarked || q.Adjective is { Name: "move" }) return true;
        if (context.LastFigure is not null || _drafts.Count > 0 || (q.Further && context.LastPlaces.Exists(p => p.Role == Places.PlaceRole.Origin))) return true;
        if (s.SaysAny(q.NounAt, "survivors", "villagers", "civilians", "residents", "townspeople") && s.IsWord(g.At + g.Length) && s[g.At + g.Length].Capital) return true;
        if (CampLike(g.At, 12)) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "from", "border", "fleeing", "displaced", "screening", "reception", "safety", "government-held", "rebel-held", "government-controlled", "rebel-controlled") || (s.Says(i, "lines") && s.Is(i - 1, Tag.Source)) || AfterCause(i) || s.Find(i, Tag.Source) is { Name: "IOM" or "UNHCR" or "OCHA" } || (s.Find(i, Tag.Predicate) is { Name: "move" or "back" } && i != g.At)) return true;
        return s.Is(g.At + g.Length + (s.Is(g.At + g.Length, Tag.Preposition) ? 1 : 0), Tag.Country);
    }

    // "since armed groups attacked the town", "after the clashes": what they left for.
    private bool AfterCause(int i)
    {
        if (s.Find(i, Tag.Cause) is not { Name: "conflict" }) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (s.SaysAny(k, "since", "after", "as", "amid", "following", "escaping", "fled")) return true;
        return false;
    }

    private bool DisplacingMove(Quantity q, Governor g)
    {
        if (Displacing(q, g)) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "safer", "safety", "higher", "shelters") || s.Is(i, Tag.Ordered) || s.Is(i, Tag.Cause) || s.Is(i, Tag.Rose)) return true;
        return false;
    }
}
