using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Whether a verb or noun can govern a number: who moves is the subject of one verb and the object of another.</summary>
internal sealed partial class Roles
{
    private static bool IsFlow(Governor g) => g.Meaning.Name is "move" or "arrive" or "back" or "onward" or "forced_back";

    private static bool IsNegative(Governor g) => g.Meaning.Name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged" or "carry" or "motion");

    // "900 people living in hamlets by X | were evacuated"
    private bool IsAdjectival(Quantity q, Governor near) => near.Meaning.Form.HasFlag(VerbForm.Ing) || near.At == q.End && near.Meaning.Form == VerbForm.Phrase && s.EndsWith(near.At, "ing") || (near.Meaning.Form.HasFlag(VerbForm.Participle) && q.Noun is not null && near.At == q.End && (near.Meaning.Who == "object" || near.Meaning.Name is "trapped" or "affected"));

    // "8,000 households received seeds", "2,000 soldiers displaced the villagers": who does it to others is not the one it is done to.
    private bool Acts(Quantity q, Governor g)
    {
        if (g.At < q.End || g.Meaning.Who != "object" || !g.Meaning.Form.HasFlag(VerbForm.Past) || Passive(g)) return false;
        var next = g.At + g.Length;
        if (g.Meaning.Name is "arrive") return !s.Is(next, Tag.Preposition);
        if (g.At == q.End) return false;
        // "6,000 people of Sake have evacuated the town": the place is left by those who are counted.
        if (s.SaysAny(g.At, "evacuated") && Noun.IsHuman(q.Noun) && s.Is(next, Tag.Determiner) && (s.Is(next + 1, Tag.PlaceNoun) || s.SaysAny(next + 1, "area", "areas", "homes", "houses", "region", "zone", "capital"))) return false;
        return s.Is(next, Tag.Determiner) || s.IsNumber(next) || s.Is(next, Tag.Unit) || (s.Is(next, Tag.Pronoun) && !s.SaysAny(next, "there", "who"));
    }

    // "destroyed" governs houses, "displaced" people; "left" before a number or a person is not leaving.
    private bool Fits(Quantity q, Governor g)
    {
        var after = g.At + g.Length;
        if (Acts(q, g)) return false;
        // "people out of a town of 20,000", "villagers in a camp built for 3,500": the phrase looks to the number after it.
        if (g.At >= q.End && g.Meaning is { Form: VerbForm.Phrase, Name: "population" or "capacity" } && s.SaysAny(after - 1, "of", "for", "to") && (s.Says(after - 1, "of") && g.Meaning.Name == "population" || quantities.Exists(x => x != q && x.First >= after && x.First <= after + 3))) return false;
        // "at risk of being displaced": what may happen, and it has its own verb.
        if (s.Says(g.At, "at") && s.Says(g.At + 1, "risk"))
            for (var k = after; k < Math.Min(s.Count, after + 4); k++)
                if (s.Find(k, Tag.Predicate) is { Name: "move" } || s.SaysAny(k, "displacement", "eviction", "evacuation")) return false;
        if (g.Meaning.Form == VerbForm.Phrase && s.Says(after - 1, "home") && s.Says(after, "to") && g.Length > 1) return false;
        // "sent 9,300 people home to Mafa": not "home to 9,300 people".
        if (g.At == q.End && s.Says(g.At, "home")) return false;
        // "went to camps", "in three shelters": a plural noun that is spelled like a verb.
        if (g.Meaning.Form == VerbForm.Third && (IsNominal(g.At) || s.Says(g.At - 1, "to") || s.Is(after, Tag.Be) || s.Is(after, Tag.Have) || s.Is(after, Tag.Modal))) return false;
        // "behind the crossing point", "a displacing force": no verb after an article.
        if (g.At >= q.End && g.Meaning.Form == VerbForm.Ing && s.SaysAny(g.At - 1, "the", "a", "an", "this", "that", "its", "their", "border")) return false;
        // "fewer than 900 were thought to be left": they are still there.
        if (s.Says(g.At, "left") && g.At >= q.End && s.Is(g.At - 1, Tag.Be)) return false;
        // "in the displaced persons' camps": an adjective of another noun.
        if (g.At > q.End && g.Meaning is { Who: "object", Detail: "displaced" } && g.Meaning.Form.HasFlag(VerbForm.Participle) && s.SaysAny(g.At - 1, "the", "a", "for", "among", "of", "these", "those", "their", "other")) return false;
        // "are in need", "are in hospital": no place that they stay at.
        if (g.Meaning is { Name: "shelter", Form: VerbForm.Phrase } && s.Says(after - 1, "in") && s.SaysAny(s.Says(after, "the") ? after + 1 : after, "need", "dire", "urgent", "acute", "crisis", "danger", "hospital", "prison", "detention", "custody", "hunger", "emergency", "desperate", "poor", "good", "charge", "fear", "position", "favour", "favor", "control", "immediate")) return false;
        // "the city and surrounding area": an adjective.
        if (s.Says(g.At, "surrounding") && (s.Is(after, Tag.PlaceNoun) || s.SaysAny(g.At - 1, "the", "and", "its", "their", "in", "from"))) return false;
        // "due to cross border shelling"
        if (s.Says(g.At, "cross") && s.SaysAny(g.At + 1, "border", "borders") && s.Says(g.At - 1, "to") && s.Says(g.At - 2, "due")) return false;
        // "received emergency shelter": what they got.
        if (s.Says(g.At, "shelter") && g.At > q.End && (s.SaysAny(g.At - 1, "emergency", "temporary", "safe", "adequate", "transitional", "basic", "proper", "alternative") || s.SaysAny(g.At - 1, "received", "receive", "receiving", "need", "needs", "needed", "provided", "lack", "lacked", "require", "given", "offered"))) return false;
        // "from host communities": an adjective.
        if (s.SaysAny(g.At, "host") && s.SaysAny(g.At + 1, "communities", "community", "families", "family", "population", "populations", "country", "countries", "households")) return false;
        // Who carries something is not carried; "were taken to" is.
        if (g.Meaning.Name == "carry" && !Passive(g)) return false;
        if (g.Meaning.Name is "housing_destroyed" or "housing_damaged") return OfHousing(q);
        if (q.Noun == "housing" && s.Says(g.At, "gone")) return true;
        if (q.Noun == "housing" && g.Meaning.Name is not ("move" or "population" or "in_need" or "assisted")) return false;
        if (s.SaysAny(g.At, "left", "leaving", "leave", "leaves") && g.At > q.End - 1 && !s.IsMark(after) && (quantities.Exists(x => x.First >= after && x.First <= after + 1 && x.Role != "distance" && x.Noun is not "site") || s.SaysAny(after, "dead", "wounded", "without", "homeless", "stranded", "them", "behind"))) return false;
        if (s.SaysAny(g.At, "escaped", "escape") && s.SaysAny(after, "injury", "unhurt", "unharmed", "death", "uninjured")) return false;
        if (g.Meaning.Form == VerbForm.Noun && !s.SaysAny(g.At - 1, "in", "under") && g.At >= q.End && !Undergone(g.At)) return false;
        if (s.SaysAny(g.At, "camp", "camps", "return", "house", "houses", "need", "needs", "support", "help", "target", "flight", "lives", "run", "running", "settlement", "board", "land", "file", "head", "sail", "hide", "walk", "march", "journey", "trek", "travel", "move", "migrate", "cross", "force", "gut", "let", "train", "trains", "ferry", "bus", "boat", "coach", "ship", "truck") && IsNominal(g.At)) return false;
        if (s.SaysAny(g.At, "hit", "held", "hold", "contain", "contained", "gather", "gathered") && g.At >= q.End && q.Noun is null) return false;
        return true;
    }

    // "experienced displacement", "underwent a second evacuation", "are slated for evacuation": the verb only carries the noun.
    private bool Undergone(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 5); i--)
        {
            if (s.SaysAny(i, "experienced", "experience", "experiencing", "underwent", "undergone", "undergo", "undergoing", "suffered", "suffer", "suffering", "faced", "facing", "face", "endured", "awaiting", "await", "awaited", "into")) return true;
            if (s.Says(i, "for") && (s.Is(i - 1, Tag.Planned) || s.SaysAny(i - 1, "due", "slated", "set", "waiting", "listed", "registered", "selected", "chosen", "marked", "scheduled", "prioritised", "prioritized"))) return true;
            if (s.Says(i, "of") && s.SaysAny(i - 1, "risk", "danger", "threat")) return true;
            if (s.IsSmall(i) && !s.Is(i, Tag.Determiner) || !s.IsWord(i)) return false;
        }

        return false;
    }

    private bool IsNominal(int i) => s.Is(i - 1, Tag.Preposition) && !s.Says(i - 1, "to") || s.Is(i - 1, Tag.Determiner) || (s.IsWord(i - 1) && s[i - 1].Capital && s.Find(i - 1, Tag.Have) is null && s.Is(i - 1, Tag.Source)) || s.Is(i - 1, Tag.Direction) || s.IsMark(i - 1, '-');

    // "destroyed 146 houses and damaged 380": houses as well.
    private bool OfHousing(Quantity q) => q.Noun == "housing" || (q.Noun is null && q.IsPercent is false && quantities.FindLast(x => x.First < q.First && x.Noun is not null) is { Noun: "housing" });

    private bool FitsLeft(Quantity q, Governor g) => g.Meaning.Name switch
    {
        "housing_destroyed" or "housing_damaged" => OfHousing(q),
        "affected" => true,
        _ => q.Noun != "housing" || g.Meaning.Name is "move" or "assisted" or "population",
    };
}
