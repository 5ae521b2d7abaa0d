using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Places;

/// <summary>The words of a place: a name ("Mosul district"), a generic noun ("the old city"), or both ("villages near Gwer").</summary>
internal ref struct PlaceNoun
{
    private const int MaxWords = 7;

    private readonly Sentence s;
    private readonly bool[] taken;
    // Where it stands, with its article; where its words begin; the words that are its name.
    private readonly int at;
    private readonly bool definite;
    private int first;
    private int start;
    private int end;
    private bool named;
    private bool generic;
    private int modifiers;
    private string? country;

    private PlaceNoun(Sentence s, int at, bool[] taken) => (this.s, this.at, this.taken, definite) = (s, at, taken, s.Says(at, "the"));

    /// <summary>The place that stands behind a preposition or verb, or null.</summary>
    public static PlacePhrase? Read(Sentence s, int at, int anchor, PlaceRole role, bool[] taken)
    {
        var noun = new PlaceNoun(s, at, taken);
        noun.PassArticles();
        noun.PassCount();
        noun.ReadWords();
        if (noun.IsIdiom() || noun.IsDirectionAlone() || noun.IsCountOfAreas()) return null;
        return noun.PlaceInside(anchor, role) ?? noun.WithOwner(anchor, role);
    }

    private void PassArticles()
    {
        first = at;
        while (s.Is(first, Tag.Determiner) || s.SaysAny(first, "neighbouring", "neighboring", "nearby", "surrounding")) first++;
        // "the besieged | town of Karsa", "captured | Karsa": what was done to it is no part of its name.
        while (s.Act(first) is { } act && (act.Form & VerbForm.Participle) != 0 && (s.Is(first + 1, Tag.SettlementNoun) || s.IsCapital(first + 1))) first++;
        // "Block 4 of Gogjali": the place is Gogjali.
        if (s.Is(first, Tag.NameHead) && s.IsNumber(first + 1) && s.Says(first + 2, "of")) first += 3;
        start = first;
    }

    // "two camps", "the two camps": a number is no part of the name, but belongs to a place that is known.
    private void PassCount()
    {
        if (!s.IsNumber(first) && !(s.Is(first, Tag.Cardinal) && !s[first].Capital)) return;
        if (s.Unit(first + 1)?.Class != UnitClass.Site && !s.Is(first + 1, Tag.PlaceNoun) && !s.Is(first + 2, Tag.PlaceNoun)) return;
        first++;
        if (!definite) start = first;
    }

    private void ReadWords()
    {
        end = first;
        while (end < s.Count && end - first < MaxWords && !taken[end] && (s.IsWord(end) || s.Is(end, TokenKind.Code) && named))
        {
            if (TakesCountry() || TakesCode()) continue;
            if (s.Is(end, Tag.PlaceNoun) && !s.Is(end, Tag.Direction))
            {
                if (!TakesPlaceNoun()) return;
            }
            else if (!TakesName() && !TakesModifier())
            {
                return;
            }
        }
    }

    // "camp | 7B"
    private bool TakesCode()
    {
        if (!s.Is(end, TokenKind.Code)) return false;
        end++;
        return true;
    }

    private bool TakesCountry()
    {
        if (!s.IsCapital(end) || s.Find(end, Tag.Country, out var words) is not { } land) return false;
        (country, named) = (land.Name, true);
        end += words;
        return true;
    }

    // "Mosul | district", "camp | Hasansham", "site | PK3"; whether the place goes on: a second generic noun belongs to the name as in "airstrip site".
    private bool TakesPlaceNoun()
    {
        s.Find(end, Tag.PlaceNoun, out var words);
        generic = true;
        end += words;
        if (!named && s.Is(end, TokenKind.Code)) (named, end) = (true, end + 1);
        return s.Is(end, Tag.PlaceNoun) || s.IsCapital(end) && !named;
    }

    // A capital, the particle of a name, an article joined to one.
    private bool TakesName()
    {
        if (IsNameWord() || PlaceReader.Article(s, end)) named = true;
        else if (!(named && IsParticle(end) && s.IsCapital(end + 1))) return false;
        end++;
        return true;
    }

    // "Protection of | Civilians sites": witnesses are people, and here a name. A demonym is an adjective: "the Syrian border".
    private readonly bool IsNameWord() =>
        s[end].Capital && !s.Is(end, Tag.Month | Tag.Weekday) && !(s.IsSmall(end) && !IsParticle(end))
            && (s.Find(end, Tag.Source) is null or { Detail: "witness" } || end > first && IsParticle(end - 1));

    // "northern | Iraq", "the old | city", "a makeshift | camp": only before a place.
    private bool TakesModifier()
    {
        var direction = s.Is(end, Tag.Direction) && s.IsWord(end + 1) && !s.Says(end + 1, "of");
        if (!direction && (named || s.IsSmall(end) || s.Is(end, Tag.Unit | Tag.Speech | Tag.Predicate) || modifiers > 1
            || !s.Is(end + 1, Tag.PlaceNoun) && !s.Is(end + 2, Tag.PlaceNoun))) return false;
        modifiers++;
        end++;
        return true;
    }

    private readonly bool IsParticle(int i) => s.Has(i, Cue.NameParticle) || s.Says(i, "of");

    // "in line with", "in part", "on side": where a bare noun is no place; "in the line of fire".
    private readonly bool IsIdiom() =>
        generic && !named && end == at + 1 && s.SaysAny(at, "line", "part", "side", "state", "base", "post", "block", "bank")
            || s.SaysAny(end - 1, "line", "lines") && s.Says(end, "of") && s.SaysAny(end + 1, "fire", "duty", "work", "defence");

    // "fled north"
    private readonly bool IsDirectionAlone() => !named && !generic;

    // "in 38 districts", "across eight states": how many, and none by name.
    private readonly bool IsCountOfAreas() =>
        generic && !named && !definite && s.IsCount(at) && s.Has(end - 1, Cue.AreasCounted) && !s.SaysAny(end, "of", "in");

    // "camp at | Hasansham": the name is what follows. "villages near | Gwer", "school in | Bartella": noun and name together.
    private readonly PlacePhrase? PlaceInside(int anchor, PlaceRole role)
    {
        if (!generic || named || !s.SaysAny(end, "near", "in", "outside", "around", "at", "of") || !NameFollows()
            || PlaceReader.Noun(s, end + 1, anchor, role, taken) is not { Named: true } inner) return null;
        return IsPlaceOfItsOwn(inner) && s.Words(start, end) is not ("camp" or "camps" or "areas" or "parts" or "districts" or "locations" or "sites")
            ? inner with { First = start, Name = s.Words(start, inner.End) } : inner;
    }

    private readonly bool NameFollows() =>
        (s.IsWord(end + 1) && (s[end + 1].Capital || PlaceReader.Article(s, end + 1))
            || s.Says(end + 1, "the") && s.IsCapital(end + 2) && !s.Says(end, "at")) && !s.Is(end + 1, Tag.Month);

    // "northern districts of El Geneina", "transit centre at Magwi" are places of their own; "the town of Gwer", "the camp at Hasansham" are the name.
    private readonly bool IsPlaceOfItsOwn(PlacePhrase inner) =>
        s.Says(end, "at") ? !s.SaysAny(end - 1, "camp", "camps", "post", "crossing")
            : !s.Says(end, "of") || s.Has(end - 1, Cue.TownParts) && !s.Says(inner.End, "and");

    private PlacePhrase? WithOwner(int anchor, PlaceRole role)
    {
        // "Cox's Bazar"
        if (s.Is(end, TokenKind.Possessive) && s.IsCapital(end + 1) && Towns.Exact(s.Words(first, end + 2)) is not null) (end, named) = (end + 2, true);
        if (s.Is(end, TokenKind.Possessive) && country is not null)
        {
            // "Mali's northern Kidal region": the nearer place.
            if (s.Find(first, Tag.Country, out var land) is not null && first + land == end && Within(s, end + 1) is var region and > 0
                && PlaceReader.Noun(s, region, anchor, role, taken) is { Named: true, Country: null } nearer) return nearer;
            country = null;
        }

        // A lone common noun keeps its article, as the cases have it: "the city".
        if (generic && !named && end - start == 1 && s.Says(start - 1, "the") && start > at) start--;
        return new PlacePhrase(anchor, start, end, role, s.Words(start, end), named, country);
    }

    // Where the name of a part of a country begins behind the country, or 0: "'s | Kidal region", "'s northern | Kidal", "'s restive | Kidal".
    private static int Within(Sentence s, int i)
    {
        var first = i;
        while (first < i + 2 && s.IsWord(first) && !s[first].Capital && !s.IsSmall(first)
            && (s.Is(first, Tag.Direction) || s[first].Word is null || s.Says(first, "capital"))) first++;
        return s.IsCapital(first) && !s.Is(first, NoRegion) && (s.Is(first + 1, Tag.PlaceNoun) || s[first].Word is null) ? first : 0;
    }

    private const Tag NoRegion = Tag.Demonym | Tag.Source | Tag.Actor | Tag.Unit | Tag.Month | Tag.Weekday | Tag.Body | Tag.Occasion;
}
