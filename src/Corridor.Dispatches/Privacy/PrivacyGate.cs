using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>
/// Finds what may never be written (schema 4.4): names of persons, ages, family relations, telephone numbers. It would rather mask a
/// word too many: names of office holders are masked too, their office stands for them.
/// </summary>
internal sealed class PrivacyGate(Gazetteer gazetteer)
{
    private readonly SortedSet<(int Start, int End, string Mask)> _spans = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<Span> Spans => [.. _spans.Select(x => new Span(x.Start, x.End))];

    private static readonly HashSet<string> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "uncle", "aunt", "cousin", "grandmother", "grandfather", "nephew", "niece", "widow", "widower", "mum", "dad", "fiance", "grandson", "granddaughter",
        "sons", "daughters", "brothers", "sisters", "in-laws", "grandchildren", "mother-in-law", "father-in-law", "son-in-law", "daughter-in-law", "brother-in-law", "sister-in-law", "stepson", "stepdaughter", "stepmother", "stepfather",
        "fiancee", "grandparents", "toddler", "twins", "triplets", "wives", "husbands", "nephews", "nieces", "cousins", "aunts", "uncles", "widows", "newborn",
    };

    /// <summary>Whether a name begins with the first name of a person.</summary>
    public static bool IsGivenName(Sentence s, int i) => s.IsWord(i) && GivenNames.Contains(s.Words(i, i + 1).ToLowerInvariant());

    private static readonly HashSet<string> GivenNames = [.. Lexicon.Lines("givennames.txt").SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "sheikh", "imam", "father", "sister", "haji", "hajji", "umm", "named", "called", "farmer", "teacher", "shopkeeper", "resident", "driver", "student", "nurse", "housewife", "labourer", "laborer", "villager", "gen", "col", "lt", "maj", "capt", "brig",
        "general", "colonel", "governor", "mayor", "minister", "spokesman", "spokeswoman", "president", "commander", "lieutenant", "major", "captain", "brigadier", "coordinator", "director", "chief", "rev", "reverend", "pastor", "bishop", "archbishop", "priest", "rabbi", "prof", "professor", "madam", "mx", "sir", "lady", "lord", "hon", "judge", "senator", "sen", "rep", "sgt", "sergeant", "cpl", "corporal", "pvt", "private", "admiral", "marshal", "ambassador", "ayatollah", "mullah", "maulana", "mufti", "emir", "king", "queen", "prince", "princess", "activist", "journalist", "lawyer", "officer", "spokesperson", "commissioner", "chairman", "administrator", "daw", "ko", "haj", "abuna", "elder", "owner", "worker", "volunteer", "neighbour", "neighbor", "merchant", "shepherd", "baker", "carpenter", "engineer", "doctor", "survivor", "fisherman", "trader", "mechanic", "taxi",
    };

    private static readonly HashSet<string> OccupationsAfter = new(StringComparer.OrdinalIgnoreCase)
    {
        "farmer", "teacher", "shopkeeper", "driver", "student", "nurse", "housewife", "labourer", "laborer", "mother", "father", "widow", "grandmother", "grandfather", "resident", "shepherd", "baker", "carpenter", "fisherman", "trader", "mechanic", "tailor", "engineer", "doctor", "survivor", "villager", "butcher", "pensioner", "barber",
    };

    private static readonly WordSet IsRelation = new([.. Relations]);
    private static readonly WordSet IsTitle = new([.. Titles]);

    private static readonly WordSet Children = new("children", "kids", "child", "baby", "infant", "toddler", "boys", "girls");

    public void Read(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Kind == TokenKind.Phone || s[i].Kind == TokenKind.Code && IsDocument(s, i)) Mask(s, i, i + 1, "phone");
            else if (s.IsNumber(i)) Age(s, i);
            else if (s.IsWord(i))
            {
                if (s.EndsWith(i, "-year-old")) Mask(s, i, i + 1, "age");
                if (IsRelation.Has(s.Chars(i)) && (s.SaysAny(i - 1, "his", "her", "their", "my", "our", "your", "a") || s[Math.Max(0, i - 1)].Kind == TokenKind.Possessive || s.Says(i + 1, "of") || s.Is(i - 1, Tag.Cardinal) || s.IsNumber(i - 1) || s.SaysAny(i - 2, "his", "her", "my", "our", "their")))
                {
                    var first = s.Is(i - 1, Tag.Cardinal) || s.IsNumber(i - 1) ? i - 1 : i;
                    Mask(s, first, s.Says(i + 1, "of") && (s.Is(i + 2, Tag.Cardinal) || s.IsNumber(i + 2)) ? i + 3 : i + 1, "family");
                    if (IsName(s, i + 1)) Name(s, i + 1);
                }

                // "her five children": of one person.
                if (s.IsIn(i, Children) && (s.Is(i - 1, Tag.Cardinal) || s.IsNumber(i - 1) || s.SaysAny(i - 1, "small", "young", "youngest", "eldest")) && s.SaysAny(i - 2, "his", "her", "my")) Mask(s, i - 1, i + 1, "family");
                if (IsName(s, i)) i = Person(s, i);
            }
        }
    }

    // "A1234567": the number of a passport or card, longer than that of any road.
    private static bool IsDocument(Sentence s, int i) => s.Words(i, i + 1).Count(char.IsAsciiDigit) >= 6;

    private void Age(Sentence s, int i)
    {
        // "S., 23, said"
        if (s.IsMark(i - 1, ',') && s.IsMark(i - 2, '.') && s.IsWord(i - 3) && s[i - 3].Capital && s.Words(i - 3, i - 2).Length == 1 && s[i].Value is > 2 and < 111 && s.IsMark(i + 1, ',')) Mask(s, i, i + 1, "age");

        // "a teacher of 52"
        if (s.Says(i - 1, "of") && OnePerson(s, i - 2) && s[i].Value is > 2 and < 111 && !s[i].Grouped && s.Find(i + 1, Tag.Unit) is null) Mask(s, i, i + 1, "age");
        // "who fled Budapest at 12": an age, when someone is named before.
        if (s.Says(i - 1, "at") && s[i].Value is > 2 and < 111 && !s[i].Grouped && !s.Is(i + 1, Tag.Unit) && !s.IsMark(i + 1, ':') && !s.IsMark(i + 1, '-') && !s.SaysAny(i + 1, "am", "pm", "a.m", "p.m", "per", "percent", "noon") && s[Math.Min(i + 1, s.Count - 1)].Kind != TokenKind.Percent && Named(s, i)) Mask(s, i, i + 1, "age");
        else if (s.SaysAny(i + 1, "year-old", "years-old", "year-olds") || s.SaysAny(i + 1, "year", "years") && s.Says(i + 2, "old")) Mask(s, i, i + 2, "age");
        else if (s.IsMark(i + 1, '-') && s.IsWord(i + 2) && s.Words(i + 2, i + 3).StartsWith("year", StringComparison.OrdinalIgnoreCase)) Mask(s, i, i + 3, "age");
        else if (s[i].Value is > 0 and < 120 && (s.SaysAny(i - 1, "aged", "age") || (s.IsMark(i - 1, ',') && (IsName(s, i - 2) || OnePerson(s, i - 2)) && (s.IsMark(i + 1, ',') || s.IsMark(i + 1, '.') || i + 1 == s.Count)) || (s.IsMark(i - 1, '(') && s.IsMark(i + 1, ')') && IsName(s, i - 2))
            || (s.Says(i + 1, "years") && s.SaysAny(i + 2, "old", "of")))) Mask(s, i, i + 1, "age");
    }

    // "one woman, 61,": a person told in the singular.
    private static bool OnePerson(Sentence s, int i) => s.SaysAny(i, "woman", "man", "boy", "girl", "refugee", "evacuee", "person", "citizen", "child") || (s.IsWord(i) && (OccupationsAfter.Contains(s.Words(i, i + 1)) || Relations.Contains(s.Words(i, i + 1))));

    private static bool Named(Sentence s, int end)
    {
        for (var i = 0; i + 1 < end; i++)
            if (IsName(s, i) && IsName(s, i + 1) && !s.IsMark(i + 2, '(')) return true;
        return false;
    }

    // A capitalised word that no table knows.
    private static bool IsName(Sentence s, int i) =>
        s.IsWord(i) && s[i].Capital && !s.IsSmall(i) && s[i].Word?.HasAny(Known) != true && !IsTitle.Has(s.Chars(i)) && IsSpelledAsName(s.Chars(i));

    // "Amina", "Jean-Paul", and not "UNHCR".
    private static bool IsSpelledAsName(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return false;
        for (var k = 1; k < word.Length; k++)
            if (char.IsUpper(word[k])) return word.Contains('-');
        return true;
    }

    private const ulong Known = (1UL << (int)Tag.Source) | (1UL << (int)Tag.Country) | (1UL << (int)Tag.Demonym) | (1UL << (int)Tag.Month) | (1UL << (int)Tag.Weekday) | (1UL << (int)Tag.PlaceNoun)
        | (1UL << (int)Tag.Unit) | (1UL << (int)Tag.Adverb) | (1UL << (int)Tag.Direction) | (1UL << (int)Tag.Cardinal) | (1UL << (int)Tag.Vague) | (1UL << (int)Tag.Approximately) | (1UL << (int)Tag.Predicate);

    private int Person(Sentence s, int i)
    {
        var end = i + 1;
        while (end - i < 5 && (IsName(s, end) || (s.SaysAny(end, "al", "el", "bin", "ibn", "abu", "de", "van") && IsName(s, end + 1)))) end++;
        var title = i > 0 && s.IsWord(i - 1) && IsTitle.Has(s.Chars(i - 1)) || (s.IsMark(i - 1, '.') && i > 1 && s.IsWord(i - 2) && IsTitle.Has(s.Chars(i - 2)));
        // "Karim Salih said", "said Karim Salih", "Karim Salih, 34,", "Karim Salih, a farmer"
        var speaks = IsSpeech(s, end) || (i > 0 && IsSpeech(s, i - 1) && !s.Says(i - 1, "reported") && !IsHeld(s, end));
        var aged = s.IsMark(end, ',') && s.IsNumber(end + 1) && s[end + 1].Value < 120 && (s.IsMark(end + 2, ',') || s.IsMark(end + 2, '.')) && !s.Is(i, Tag.Month);
        var described = s.IsMark(end, ',') && s.SaysAny(end + 1, "a", "an", "the", "who", "whose", "one") && Described(s, end + 1);
        // "officials in Mosul said": what follows a preposition of place is one. "Kyiv said": a place that the gazetteer knows speaks for its government.
        if (s.SaysAny(i - 1, "in", "from", "of", "near", "at", "to", "around", "outside", "for", "on") || (speaks && gazetteer.Resolve(s.Words(i, end)).PlaceId is not null)) speaks = false;
        var reached = false;
        for (var k = end; k < Math.Min(s.Count, end + 4); k++) reached |= s[k].Kind == TokenKind.Phone;
        aged |= (s.IsMark(end, '(') && s.IsNumber(end + 1) && s[end + 1].Value < 120 && s.IsMark(end + 2, ')')) || s.EndsWith(i - 1, "-year-old") || (s.EndsWith(i - 1, "year-old") && s.IsMark(i - 2, '-'));
        if (reached || OneOfMany(s, i, end) || Given(s, i, end) || Acts(s, i, end) || Owns(s, i, end) || title && !s.Is(i - 1, Tag.PlaceNoun) && !s.Is(end, Tag.Body) || speaks && !Organisation(s, i, end) || aged || described) Name(s, i);
        return end - 1;
    }

    // "with Josephine Achieng": two words or more, the first a given name; "Ibrahim Khalil crossing" and "in Ali Sabieh" are places.
    private static bool Given(Sentence s, int first, int end) =>
        end - first > 1 && GivenNames.Contains(s.Words(first, first + 1).ToLowerInvariant()) && !s.Is(end, Tag.PlaceNoun) && !s.Is(end, Tag.Feature) && !s.Is(end, Tag.SettlementNoun) && !Organisation(s, first, end + 1)
        && !s.SaysAny(first - 1, "in", "at", "to", "from", "near", "around", "outside", "into", "hurricane", "cyclone", "typhoon", "storm", "camp") && !s.Is(first - 1, Tag.PlaceNoun) && !s.Is(first - 1, Tag.Feature);

    // "Amina is one of 300 people", "was among the displaced": a person; "is one of four towns" is a place.
    private bool OneOfMany(Sentence s, int first, int end)
    {
        if (!s.Is(end, Tag.Be) || !(s.Says(end + 1, "one") && s.Says(end + 2, "of") || s.Says(end + 1, "among")) || s.Is(first - 1, Tag.Preposition)) return false;
        for (var k = end + 2; k < Math.Min(s.Count, end + 9) && !s.IsMark(k); k++)
        {
            if (s.Find(k, Tag.Unit) is { } unit && Numbers.Noun.IsHuman(unit.Name)) return gazetteer.Resolve(s.Words(first, end)).PlaceId is null && !Organisation(s, first, end);
            if (s.Is(k, Tag.PlaceNoun) || s.Is(k, Tag.Body) || s.Is(k, Tag.Source)) return false;
        }

        return false;
    }

    // "said Mado was retaken", "said Karsa is under siege": what happens to towns only.
    private static bool IsHeld(Sentence s, int i)
    {
        // "declared Odra a closed military zone", "declared Mado liberated"
        if (s.Says(i, "a") && s.Says(i + 1, "closed") || s.SaysAny(i, "liberated", "besieged")) return true;
        if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have)) return false;
        while (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb) || s.EndsWith(i, "ly")) i++;
        return s.SaysAny(i, "under", "retaken", "recaptured", "liberated", "overrun", "shelled", "bombarded", "besieged", "encircled", "blockaded", "fallen", "inaccessible", "theirs", "ours");
    }

    // "Amina fled with 300 families": what only a person does.
    private static bool Acts(Sentence s, int first, int end) =>
        s.SaysAny(end, "fled", "walked", "ran", "remembers", "remembered", "recalled", "recalls", "wept", "cried", "slept", "hid", "lives", "lived", "works", "worked", "decided", "packed", "carried", "waited", "prayed", "hopes", "escaped", "married", "sleeps", "wants", "knew", "knows", "survived", "jumped", "swam")
        && !Organisation(s, first, end) && !s.Is(first - 1, Tag.Preposition);

    // "Omar's wife", "Bahati's neighbours", "the family of Omar", "the house of Abdul Khan"
    private static bool Owns(Sentence s, int first, int end) =>
        end < s.Count && s[end].Kind == TokenKind.Possessive && (s.SaysAny(end + 1, "neighbours", "neighbors", "family", "house", "home", "children", "parents", "relatives", "friend", "friends", "eldest", "youngest", "own") || s.IsWord(end + 1) && Relations.Contains(s.Words(end + 1, end + 2)) || s.IsWord(end + 2) && Relations.Contains(s.Words(end + 2, end + 3))) && !s.Is(first - 1, Tag.Preposition)
        || s.Says(first - 1, "of") && s.SaysAny(first - 2, "family", "house", "home", "wife", "husband", "relatives", "death", "body", "funeral", "son", "daughter", "mother", "father");

    private static bool IsSpeech(Sentence s, int i) => s.Is(i, Tag.Speech) && !s.SaysAny(i, "put", "puts", "reports", "according to", "claims", "shows", "showed");

    private static bool Organisation(Sentence s, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.Find(i, Tag.Body) is { Detail: "" } || s.SaysAny(i, "Fund", "Borders", "Times", "Monitor", "Children")) return true;
        // "The Free Rangers said": no person has an article.
        return new Reading.Bodies(s).Proper(end) is not null;
    }

    private static bool Described(Sentence s, int i)
    {
        for (var k = i; k < Math.Min(s.Count, i + 6); k++)
        {
            if (s.IsMark(k, ',')) return false;
            if (s.IsWord(k) && OccupationsAfter.Contains(s.Words(k, k + 1))) return true;
        }

        return s.SaysAny(i, "who") && (s.Is(i + 1, Tag.Predicate) || s.Is(i + 1, Tag.Have) || s.Is(i + 1, Tag.Be)) || s.Says(i + 1, "of");
    }

    private void Name(Sentence s, int i)
    {
        var end = i + 1;
        while (end - i < 5 && (IsName(s, end) || (s.SaysAny(end, "al", "el", "bin", "ibn", "abu", "de", "van") && IsName(s, end + 1)))) end++;
        Mask(s, i, end, "name");
        for (var k = i; k < end; k++) _names.Add(s.Words(k, k + 1));
    }

    private void Mask(Sentence s, int first, int end, string what)
    {
        var span = s.Span(first, end);
        _spans.Add((span.Start, span.End, what));
    }

    /// <summary>A name that was told once is private wherever it comes again: one pass over the words of the text.</summary>
    public void MarkAgain(string text)
    {
        if (_names.Count == 0) return;
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '\'')) i++;
            var word = text.AsSpan(start, i - start);
            if (word.EndsWith("'s")) word = word[..^2];
            if (char.IsUpper(word.Length > 0 ? word[0] : 'a') && names.Contains(word)) _spans.Add((start, start + word.Length, "name"));
        }
    }

    /// <summary>Whether a stretch touches something private.</summary>
    public bool Touches(Span span) => _spans.Count > 0 && Overlaps(span);

    private bool Overlaps(Span span) => _spans.GetViewBetween((Math.Max(0, span.Start - 400), 0, ""), (span.End, int.MaxValue, "")).Any(x => x.Start < span.End && span.Start < x.End);

    /// <summary>The words of the original at a stretch, with everything private replaced by [name], [age], [family], [phone].</summary>
    public string Masked(string original, Span span)
    {
        if (_spans.Count == 0) return original[span.Start..span.End];
        var text = new System.Text.StringBuilder();
        var at = span.Start;
        foreach (var (start, end, mask) in _spans.GetViewBetween((Math.Max(0, span.Start - 400), 0, ""), (span.End, int.MaxValue, "")))
        {
            if (end <= at || start >= span.End) continue;
            if (start > at) text.Append(original, at, start - at);
            text.Append('[').Append(mask).Append(']');
            at = Math.Min(span.End, end);
        }

        if (at < span.End) text.Append(original, at, span.End - at);
        var result = text.ToString();
        if (_names.Count == 0) return result;
        // A name that was told once is masked wherever it comes again.
        foreach (var word in result.Split(' ', ',', '.', '"', '\'', '\n').Distinct().Where(_names.Contains)) result = result.Replace(word, "[name]", StringComparison.Ordinal);
        return result;
    }

    /// <summary>Whether a word was told as part of a private name.</summary>
    public bool Knows(string words) => _names.Count > 0 && words.Split(' ').Any(_names.Contains);
}
