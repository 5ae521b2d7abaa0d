using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>
/// Keeps what may never be written (schema 4.4): names of persons, ages, family relations, telephone numbers, addresses, numbers of
/// documents. It would rather mask a word too many: names of office holders are masked too, their office stands for them.
/// </summary>
internal sealed class PrivacyGate(Gazetteer gazetteer)
{
    private readonly SortedSet<(int Start, int End, string Mask)> _spans = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    // Where the text names a place or a body, and where it names nobody knows whom.
    private readonly List<Span> _public = [];
    private readonly List<Span> _unknown = [];
    private readonly PersonalNames _kinds = new(gazetteer);

    /// <summary>All that is private, in order; no two overlap after <see cref="Settle"/>.</summary>
    public IReadOnlyList<Span> Spans => [.. _spans.Select(x => new Span(x.Start, x.End))];

    public void Read(Sentence s)
    {
        var before = (Kind: NameKind.Ordinary, End: -1);
        for (var i = 0; i < s.Count; i++)
        {
            if (s[i].Kind == TokenKind.Phone || IsDocument(s, i)) Mask(s, i, i + 1, "phone");
            else if (s.Is(i, Tag.Cardinal) || NumberReader.Hyphenated(s, i) is < 111) AgeInWords(s, i);
            else if (s.IsNumber(i) && House(s, i) is var house && house > i) Mask(s, i, house, "address");
            else if (s.IsNumber(i)) Age(s, i);
            else if (s.IsMark(i, '@') && i + 1 < s.Count && !s[i + 1].Spaced) Address(s, i);
            if (!s.IsWord(i)) continue;
            if (s.EndsWith(i, "-year-old"))
            {
                Mask(s, i, i + 1, "age");
                // "Two-year-old Amal": whatever else is called so.
                if (s.IsWord(i + 1) && s[i + 1].Capital) Name(s, i + 1, PersonalNames.EndOf(s, i + 1));
            }

            if (s[i].Cues is not null)
            {
                Family(s, i);
                if (s.Has(i, Cue.Phone)) Dialled(s, i);
            }

            if (PersonalNames.IsUnspelled(s, i)) Name(s, i, i + 2);
            if (PersonalNames.AfterInitials(s, i) is { } after) Mask(s, i, after, "name");
            if (PersonalNames.KnownPhrase(s, i) is var length and > 1)
            {
                // "Saudi Arabia", "the United Nations": in it are no names.
                before = (NameKind.Public, i + length);
                i += length - 1;
                continue;
            }

            if (!PersonalNames.IsName(s, i)) continue;
            before = (_kinds.Of(s, i, before, out var end), end);
            if (before.Kind == NameKind.Private) Name(s, i, end);
            else if (before.Kind == NameKind.Public) _public.Add(s.Span(i, end));
            else if (before.Kind == NameKind.Unknown) _unknown.Add(s.Span(i, end));
            i = end - 1;
        }
    }

    // "her uncle", "Omar's wife", "mother of four", "two sons", and the name that follows: "his brother Ali and cousin Amal", "Ali and Omar, brothers".
    private void Family(Sentence s, int i)
    {
        var (kin, child) = (s.Has(i, Cue.Kin), s.Has(i, Cue.Child));
        if (!kin && !child) return;
        var counted = IsCount(s, i - 1);
        var someones = s.SaysAny(i - 1, "his", "her", "their", "my", "our", "your", "a") || s.SaysAny(i - 2, "his", "her", "my", "our", "their")
            || i > 0 && s[i - 1].Kind == TokenKind.Possessive || s.Says(i + 1, "of") || s.IsMark(i - 1, ',') && PersonalNames.IsName(s, i - 2)
            || !s[i].Capital && PersonalNames.IsName(s, i + 1);
        if (kin && (counted || someones))
        {
            Mask(s, counted ? i - 1 : i, s.Says(i + 1, "of") && IsCount(s, i + 2) ? i + 3 : i + 1, "family");
            if (PersonalNames.IsName(s, i + 1)) Name(s, i + 1, PersonalNames.EndOf(s, i + 1));
        }

        // "her baby", "her five children": of one person.
        if (child && s.SaysAny(i - 1, "his", "her", "my")) Mask(s, i, i + 1, "family");
        var told = counted || s.SaysAny(i - 1, "small", "young", "youngest", "eldest");
        if (child && told && s.SaysAny(i - 2, "his", "her", "my")) Mask(s, i - 1, i + 1, "family");
    }

    private static bool IsCount(Sentence s, int i) => s.Is(i, Tag.Cardinal) || s.IsNumber(i);

    // "A1234567", "199312345678": the number of a passport or card, longer than that of any road, and without the marks of a count.
    private static bool IsDocument(Sentence s, int i) =>
        s[i].Kind == TokenKind.Code && s.Words(i, i + 1).Count(char.IsAsciiDigit) >= 6 || s.IsNumber(i) && !s[i].Grouped && s[i].Value >= 1e9;

    // "his mobile is 79 123 456", "call 12 34 56 78": six digits or more behind such a word, which count nobody.
    private void Dialled(Sentence s, int i)
    {
        var first = i + 1;
        while (first < i + 5 && (s.Is(first, Tag.Be) || s.Is(first, Tag.Pronoun) || s.SaysAny(first, "number", "on", "at") || s.IsMark(first, ':'))) first++;
        var (end, digits) = (first, 0);
        for (; s.IsNumber(end); end += s.IsMark(end + 1, '-') ? 2 : 1) digits += s.Words(end, end + 1).Count(char.IsAsciiDigit);
        if (digits >= 6 && !s.MayBe(end, Counted)) Mask(s, first, end, "phone");
    }

    // "at 14 Nile Street": the token after it, or none.
    private static int House(Sentence s, int i)
    {
        if (!s.SaysAny(i - 1, "at", "of") || s[i].Grouped) return i;
        var end = i + 1;
        while (end < i + 4 && s.IsCapital(end) && !s.SaysAny(end, Streets)) end++;
        return end > i + 1 && s.IsCapital(end) && s.SaysAny(end, Streets) && !s.Is(end + 1, Tag.Unit) ? end + 1 : i;
    }

    private static readonly string[] Streets = ["Street", "Road", "Avenue", "Lane", "Drive", "Boulevard", "Alley", "Square", "Terrace"];

    // "m.dawood@example.org", "@mdawood": whatever is joined to the mark without a space.
    private void Address(Sentence s, int i)
    {
        var (first, end) = (i, i + 1);
        while (first > 0 && !s[first].Spaced) first--;
        while (end < s.Count && !s[end].Spaced) end++;
        Mask(s, first, end, "address");
    }

    // "Hawa, just nineteen,", "twins aged eleven"
    private void AgeInWords(Sentence s, int i)
    {
        var apposed = s.IsMark(i + 1, ',') && InApposition(s, i);
        if (apposed || s.SaysAny(i - 1, "aged", "age") || IsSomeones(s, i)) Mask(s, i, i + 1, "age");
    }

    private void Age(Sentence s, int i)
    {
        var plausible = s[i].Value is > 2 and < 111 && !s[i].Grouped;
        if (Born(s, i) || plausible && (AfterInitial(s, i) || OfOne(s, i) || AtAge(s, i) || IsSomeones(s, i))) Mask(s, i, i + 1, "age");
        else if (s.SaysAny(i + 1, "year-old", "years-old", "year-olds") || s.SaysAny(i + 1, "year", "years") && s.Says(i + 2, "old")) Mask(s, i, i + 2, "age");
        else if (s.IsMark(i + 1, '-') && s.IsWord(i + 2) && s.Chars(i + 2).StartsWith("year", StringComparison.OrdinalIgnoreCase)) Mask(s, i, i + 3, "age");
        else if (s[i].Value is > 0 and < 120 && (AfterAged(s, i) || InApposition(s, i))) Mask(s, i, i + 1, "age");
    }

    // "born in 1961"
    private static bool Born(Sentence s, int i) => s.Says(i - 1, "born") || s.Says(i - 2, "born") && s.SaysAny(i - 1, "in", "about", "around");

    // "S., 23, said", "Karim B., 23,"
    private static bool AfterInitial(Sentence s, int i) =>
        s.IsMark(i - 1, ',') && s.IsMark(i + 1, ',') && s.IsMark(i - 2, '.') && s.IsWord(i - 3) && s[i - 3].Capital && s.Chars(i - 3).Length == 1;

    // "a teacher of 52", "Halyna, who is 71,"
    private static bool OfOne(Sentence s, int i) =>
        s.Says(i - 1, "of") && OnePerson(s, i - 2) && s.Find(i + 1, Tag.Unit) is null
        || s.SaysAny(i - 1, "is", "was") && s.Says(i - 2, "who") && s.IsMark(i + 1);

    // "Halyna Marenko is now 71", "his mother turned 90", "when she was nine"
    private static bool IsSomeones(Sentence s, int i)
    {
        if (s.IsPercent(i + 1) || s.Says(i + 1, "of") || s.MayBe(i + 1, Counted) || s.IsMark(i + 1, '-') || s.IsNumber(i + 1)) return false;
        var at = Before(s, i);
        if (!s.SaysAny(at, "is", "was", "be", "turned", "turns", "turn")) return false;
        at--;
        if (s.SaysAny(at, "will", "would", "has", "had", "just", "soon")) at--;
        return s.SaysAny(at, "he", "she", "who") || OnePerson(s, at) || PersonalNames.IsName(s, at);
    }

    // The token before "just", "only about".
    private static int Before(Sentence s, int i)
    {
        i--;
        while (s.Is(i, Tag.Adverb) || s.Is(i, Tag.Approximately) || s.SaysAny(i, "now", "only", "just", "already", "still", "barely")) i--;
        return i;
    }

    private const ulong Counted = (1UL << (int)Tag.Unit) | (1UL << (int)Tag.Scale) | (1UL << (int)Tag.PlaceNoun);

    // "who fled Budapest at 12", "At 67, Petro has moved twice": an age, when someone is named; "at 12:30", "at 9 a.m." is none.
    private static bool AtAge(Sentence s, int i)
    {
        if (!s.Says(i - 1, "at") || s.Is(i + 1, Tag.Unit) || s.IsPercent(i + 1) || s.IsMark(i + 1, ':') || s.IsMark(i + 1, '-')) return false;
        if (s.SaysAny(i + 1, "am", "pm", "a.m", "p.m", "per", "percent", "noon")) return false;
        return Named(s, i) || i == 1 && s.IsMark(2, ',') && PersonalNames.IsName(s, 3);
    }

    // "aged 34", "aged 7 and 9", "34 years of age"
    private static bool AfterAged(Sentence s, int i) =>
        s.SaysAny(i - 1, "aged", "age") || s.Says(i + 1, "years") && s.Says(i + 2, "of")
        || s.SaysAny(i - 1, "and", "to") && s.IsNumber(i - 2) && s.SaysAny(i - 3, "aged", "ages");

    // "Amina Dawood, 41,", "one woman, about 61,", "the mayor, 47,", "Rana (4)"
    private static bool InApposition(Sentence s, int i)
    {
        if (s.IsMark(i - 1, '(')) return s.IsMark(i + 1, ')') && PersonalNames.IsName(s, i - 2);
        var at = Before(s, i);
        var one = PersonalNames.IsName(s, at - 1) || OnePerson(s, at - 1) || s.Has(at - 1, Cue.Title) || s.Find(at - 1, Tag.Body) is { Detail: "person" };
        return s.IsMark(at, ',') && one && (s.IsMark(i + 1, ',') || s.IsMark(i + 1, '.') || i + 1 == s.Count);
    }

    // "one woman, 61,": a person told in the singular.
    private static bool OnePerson(Sentence s, int i) =>
        s.SaysAny(i, "woman", "man", "boy", "girl", "refugee", "evacuee", "person", "citizen", "child") || s.Has(i, Cue.Occupation) || s.Has(i, Cue.Kin);

    private static bool Named(Sentence s, int end)
    {
        for (var i = 0; i + 1 < end; i++)
            if (PersonalNames.IsName(s, i) && PersonalNames.IsName(s, i + 1) && !s.IsMark(i + 2, '(')) return true;
        return false;
    }

    private void Name(Sentence s, int first, int end)
    {
        Mask(s, first, end, "name");
        for (var k = first; k < end; k++) _names.Add(s.Words(k, k + 1));
    }

    private void Mask(Sentence s, int first, int end, string what)
    {
        var span = s.Span(first, end);
        _spans.Add((span.Start, span.End, what));
    }

    /// <summary>
    /// What the whole text tells of its names: one that was private once is private wherever it comes again, and one of which nothing
    /// tells what it is stays withheld, unless a place or a body is called so elsewhere.
    /// </summary>
    /// <param name="text">The text as published.</param>
    /// <param name="told">Names of places and bodies that are part of a claim, which is written with them.</param>
    public void Settle(string text, IEnumerable<string> told)
    {
        MarkAgain(text);
        Withhold(text, told);
        Join();
    }

    private void Withhold(string text, IEnumerable<string> told)
    {
        if (_unknown.Count == 0) return;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in told) known.UnionWith(name.Split(' '));
        foreach (var span in _public) known.UnionWith(span.Of(text).Split(' '));
        foreach (var span in _unknown)
            if (!span.Of(text).Split(' ', '\n').Any(known.Contains)) _spans.Add((span.Start, span.End, "name"));
    }

    // "Omar al-Haddad" and the "Omar" in it are one stretch.
    private void Join()
    {
        var joined = new List<(int Start, int End, string Mask)>(_spans.Count);
        foreach (var span in _spans)
            if (joined.Count > 0 && span.Start < joined[^1].End) joined[^1] = joined[^1] with { End = Math.Max(span.End, joined[^1].End) };
            else joined.Add(span);
        if (joined.Count == _spans.Count) return;
        _spans.Clear();
        _spans.UnionWith(joined);
    }

    // One pass over the words of the text.
    private void MarkAgain(string text)
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
            if (word.IsEmpty || !char.IsUpper(word[0])) continue;
            // "Omar-led" is of Omar; "Jean-Paul" is one name.
            if (!names.Contains(word) && word.IndexOf('-') is var dash and > 0) word = word[..dash];
            if (names.Contains(word)) _spans.Add((start, start + word.Length, "name"));
        }
    }

    /// <summary>Whether a stretch touches something private.</summary>
    public bool Touches(Span span) => _spans.Count > 0 && Near(span).Any();

    /// <summary>Whether a number is an age, or part of a telephone number: none of people.</summary>
    public bool HoldsNumber(Span span) => _spans.Count > 0 && Near(span).Any(x => x.Mask is "age" or "phone");

    private IEnumerable<(int Start, int End, string Mask)> Near(Span span) =>
        _spans.GetViewBetween((Math.Max(0, span.Start - 400), 0, ""), (span.End, int.MaxValue, "")).Where(x => x.Start < span.End && span.Start < x.End);

    /// <summary>
    /// The words of the original at a stretch, with everything private replaced by [name], [age], [family], [phone], [address]; after <see cref="Settle"/>.
    /// </summary>
    public string Masked(string original, Span span)
    {
        if (_spans.Count == 0) return original[span.Start..span.End];
        var text = new System.Text.StringBuilder();
        var at = span.Start;
        foreach (var (start, end, mask) in Near(span))
        {
            if (end <= at) continue;
            if (start > at) text.Append(original, at, start - at);
            text.Append('[').Append(mask).Append(']');
            at = Math.Min(span.End, end);
        }

        if (at < span.End) text.Append(original, at, span.End - at);
        return text.ToString();
    }

    /// <summary>Whether a word was told as part of a private name.</summary>
    public bool Knows(string words)
    {
        if (_names.Count == 0) return false;
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words.AsSpan().Split(' '))
            if (names.Contains(words.AsSpan()[word])) return true;
        return false;
    }
}
