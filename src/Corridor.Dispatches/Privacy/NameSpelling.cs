using System.Globalization;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>How names of persons are spelled: which word may be one, and where a name begins and ends.</summary>
internal static class NameSpelling
{
    /// <summary>Whether a name begins with the first name of a person.</summary>
    public static bool IsGivenName(Sentence s, int i) => s.IsIn(i, GivenNames);

    /// <inheritdoc cref="IsGivenName(Sentence, int)"/>
    public static bool IsGivenName(string word) => GivenNames.Has(word);

    /// <summary>A word that no table has, nor the language: what stands behind a given name, where it is one.</summary>
    public static bool IsForeign(string word) => Lexicon.Default.Find(WordKey.Of(word)) is null && !EnglishWords.Has(word);

    private static readonly WordSet GivenNames =
        new([.. Lexicon.Lines("givennames.txt").SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>"AMINA DAWOOD said", "amina said": a name without the capitals of one, beside a verb of saying or before what only a person does.</summary>
    public static int Unspelled(Sentence s, int i)
    {
        if (!IsForeign(s, i) || s.Is(i - 1, Tag.Determiner | Tag.Preposition)) return i;
        var end = s[i].Capital == (s.IsCapital(i + 1)) && IsForeign(s, i + 1) || IsGivenName(s, i) && s.IsWord(i + 1) && s[i + 1].Word is null
            && s[i].Capital == s[i + 1].Capital ? i + 2 : i + 1;
        return PersonalNames.IsDeed(s, end) || PersonalNames.IsSpeech(s, i - 1) || i == 0 && s.Says(end, "and") && s.IsNumber(end + 1) ? end : i;
    }

    /// <summary>"Will Young said", "Hope West wept": a name in words of the language, which have a capital each and begin a sentence.</summary>
    public static bool OfWords(Sentence s, int i) =>
        (i == 0 || s[i - 1].Kind == TokenKind.Quote) && s.IsIn(i, WordNames) && s.IsCapital(i + 1)
            && PersonalNames.IsDeed(s, i + 2) && !s.InCapitals && !PersonalNames.IsBody(s, i, i + 2);

    private static readonly WordSet WordNames = new("april", "august", "autumn", "bill", "bob", "charity", "comfort", "daisy", "dawn", "drew", "faith",
        "frank", "gift", "hope", "innocent", "iris", "ivy", "jack", "joy", "june", "lance", "lily", "mark", "may", "mercy", "miles", "patience",
        "peace", "pearl", "precious", "rich", "rob", "rose", "ruby", "sandy", "sue", "summer", "victor", "violet", "will");

    // Small letters that no language of the tables has, or a given name however it is written.
    private static bool IsForeign(Sentence s, int i) =>
        s.IsWord(i) && s[i].Word is null && (IsGivenName(s, i) || !s[i].Capital && s[i].Cues is null && s.Chars(i) is { Length: > 3 } word
            && !word.ContainsAny(".-'/") && !EnglishWords.Has(word));

    /// <summary>
    /// Where the name of a person begins that goes on at a token: "Jordan | Wek", "S. | Zebari", "Talatu A. | Gambo"; "on Monday | Talatu" is a day.
    /// </summary>
    public static int Start(Sentence s, int first)
    {
        while (first > 0)
        {
            var dotted = s.IsMark(first - 1, '.') ? first - 2 : first - 1;
            // "Shwan "Lion" | Zebari"
            if (first > 3 && s[first - 1].Kind == TokenKind.Quote && s[first - 3].Kind == TokenKind.Quote && IsName(s, first - 4)) first -= 4;
            var letter = Initial(s, dotted) || s.IsCapital(dotted) && s.Chars(dotted).Length == 1 && s[dotted].Word is null;
            if (letter || first - 1 == dotted && IsName(s, dotted)) first = dotted;
            else if (s.IsCapital(first - 1) && s.Is(first - 1, NamesToo) && !s.Is(first - 2, Tag.Preposition) && !s.Is(first - 1, Tag.Preposition)) first--;
            else break;
        }

        return first;
    }

    private const Tag NamesToo = Tag.Country | Tag.Month | Tag.Weekday;

    /// <summary>"Shwan | ZEBARI": the token after the rest of a name in capitals.</summary>
    public static int Whole(Sentence s, int end)
    {
        while (s.IsCapital(end) && s[end].Word is null && s.Chars(end) is { Length: > 2 } word && !word.ContainsAnyInRange('a', 'z')) end++;
        return end;
    }

    /// <summary>A capitalised word that no table knows, spelled as names are: "Amina", "Jean-Paul", and not "UNHCR".</summary>
    public static bool IsName(Sentence s, int i)
    {
        if (!s.IsWord(i) || s.IsSmall(i) || s[i].Word?.Has(Known) == true || s.Has(i, Cue.Title)) return false;
        var word = s.Chars(i);
        if (word.Length < 2) return false;
        // "ʿAbd": a mark for a letter before the capital.
        if (!s[i].Capital) return Articled(word) || char.IsUpper(word[1]) && char.GetUnicodeCategory(word[0]) == UnicodeCategory.ModifierLetter;
        for (var k = 1; k < word.Length; k++)
            if (char.IsUpper(word[k])) return word.Contains('-') || word.StartsWith("Mc") || word.Contains('\'') || word.Length > 3 && s.InCapitals;
        return true;
    }

    // "al-Jubouri": the article is written small.
    private static bool Articled(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        if (dash is not (2 or 3) || dash + 1 >= word.Length || !char.IsUpper(word[dash + 1])) return false;
        foreach (var article in Articles)
            if (word[..dash].SequenceEqual(article)) return true;
        return false;
    }

    private static readonly string[] Articles = ["al", "el", "ad", "an", "ar", "as", "at", "az", "ed", "ul", "ash"];

    /// <summary>The length of a phrase of the tables that begins at a word with a capital: a country, a body, an office.</summary>
    public static int KnownPhrase(Sentence s, int i)
    {
        if (!s[i].Capital || !s.Is(i, Phrases)) return 1;
        var longest = 1;
        foreach (var tag in PhraseTags)
            if (s.Find(i, tag, out var length) is not null) longest = Math.Max(longest, length);
        return longest;
    }

    private static readonly Tag[] PhraseTags = [Tag.Source, Tag.Country, Tag.Body, Tag.Actor, Tag.PlaceNoun];
    private const Tag Phrases = Tag.Source | Tag.Country | Tag.Body | Tag.Actor | Tag.PlaceNoun;

    private const Tag Known = Tag.Source | Tag.Country | Tag.Demonym | Tag.Month | Tag.Weekday | Tag.PlaceNoun | Tag.Unit | Tag.Adverb | Tag.Direction
        | Tag.Cardinal | Tag.Vague | Tag.Approximately | Tag.Predicate;

    /// <summary>The token after a name of up to five words: "Khadija bint Omar".</summary>
    public static int EndOf(Sentence s, int first)
    {
        var end = first + 1;
        while (end - first < 5 && (IsName(s, end) || (s.Has(end, Cue.NameLink) || IsHonour(s, end)) && IsName(s, end + 1))) end++;
        return IsHonour(s, end) && !IsName(s, end + 1) && s.SaysAny(end, "begum", "bibi", "khatun", "khanum") ? end + 1 : end;
    }

    // "Sherzad | Haji | Xelil", "Shefali | Begum": a title within a name.
    private static bool IsHonour(Sentence s, int i) =>
        s.IsCapital(i) && s.SaysAny(i, "haji", "hajji", "sheikh", "begum", "bibi", "khatun", "khanum", "mullah", "sayed", "shah");

    /// <summary>"K.G. fled": letters for a name, before what only a person does; the token after them, or none.</summary>
    public static int? AfterInitials(Sentence s, int i)
    {
        // "K.G.", which is a weight as well
        if (!s.IsCapital(i) || s[i].Word is not null && !s.Is(i, Tag.Unit)) return null;
        var end = i;
        while (Initial(s, end)) end += s.IsMark(end + 1, '.') ? 2 : 1;
        if (end == i && s.Chars(i) is { Length: 3 or 4 } word && word[1] == '.') end = s.IsMark(i + 1, '.') ? i + 2 : i + 1;
        return end > i && (s.Has(end, Cue.PersonDeed) || PersonalNames.IsSpeech(s, end) || s.IsMark(end, ',') && PersonalNames.IsAge(s, end + 1)) ? end : null;
    }

    /// <summary>"Karim | B.": a name that is cut to its letter; its dot is no token of its own where a space follows.</summary>
    public static bool Initial(Sentence s, int i) =>
        s.IsCapital(i) && s.Chars(i).Length == 1 && (s.IsMark(i + 1, '.') || i + 1 < s.Count && s[i + 1].Start == s[i].End + 2);
}
