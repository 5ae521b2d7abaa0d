using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>
/// Keeps what may never be written (schema 4.4): names of persons, ages, family relations, telephone numbers, addresses, numbers of
/// documents. It would rather mask a word too many: names of office holders are masked too, their office stands for them.
/// </summary>
internal sealed class PrivacyGate(Gazetteer gazetteer)
{
    private readonly SortedSet<(int Start, int End, string Mask)> spans = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly uint[] lengths = new uint[32];
    // Names that stand alone, and what people fled or came to: "Salem Rada wept as they fled Rada".
    private readonly HashSet<string> alone = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> left = new(StringComparer.OrdinalIgnoreCase);
    // Where the text names a place or a body, and where it names nobody knows whom; the last begins a sentence.
    private readonly List<Span> publicSpans = [];
    private readonly List<Span> unknownSpans = [];
    private readonly PersonalNames kinds = new(gazetteer);

    /// <summary>All that is private, in order; no two overlap after <see cref="Settle"/>.</summary>
    public IReadOnlyList<Span> Spans => [.. spans.Select(x => new Span(x.Start, x.End))];

    public void Read(Sentence s)
    {
        var before = (Kind: NameKind.Ordinary, End: -1);
        var aged = -1;
        kinds.Begin(s);
        for (var i = 0; i < s.Count; i++)
        {
            // Nearly every token is a word that the tables know and that tells nothing here.
            var plain = s.IsWord(i) && s[i].Word is not null && !s.Is(i, Tag.Cardinal);
            if ((!plain || s[i].Cues is not null) && Contacts.At(s, i) is { End: > 0 } contact) Mask(s, contact.First, contact.End, contact.Mask);
            if (!plain && Ages.EndOf(s, i, aged) is var age && age > i)
            {
                Mask(s, i, age, "age");
                aged = age;
                // "Two-year-old Amal": whatever else is called so.
                if (s.IsWord(i) && s.IsCapital(age) && !s.IsSmall(age)) Name(s, age, NameSpelling.EndOf(s, age));
            }

            if (!s.IsWord(i)) continue;
            if (Ages.Birthday(s, i) is { End: > 0 } birthday) Mask(s, birthday.First, birthday.End, "age");
            if (s[i].Cues is not null) Family(s, i);
            if (s.Has(i, Cue.Related)) Related(s, i);
            // 'nicknamed "the Lion"', 'alias "Doctor"'
            if (s.Is(i + 1, TokenKind.Quote) && s.SaysAny(i, "nicknamed", "alias", "aka") && EndOfQuote(s, i + 2) is > 0 and var quoted)
                Mask(s, i + 2, quoted, "name");
            if (NameSpelling.OfWords(s, i)) Name(s, i, i + 2);
            if (!plain && NameSpelling.Unspelled(s, i) is var unspelled && unspelled > i) Name(s, i, unspelled);
            if (NameSpelling.AfterInitials(s, i) is { } after) Mask(s, i, after, "name");
            if (NameSpelling.KnownPhrase(s, i) is var length and > 1)
            {
                // "Saudi Arabia", "the United Nations": in it are no names.
                before = (NameKind.Public, i + length);
                publicSpans.Add(s.Span(i, i + length));
                i += length - 1;
                continue;
            }

            if (!NameSpelling.IsName(s, i) || kinds.IsPlain(s, i)) continue;
            var (kind, end) = (kinds.Of(s, i, before, out var last), last);
            if (kind == NameKind.Private) Name(s, NameSpelling.Start(s, i), end = NameSpelling.Whole(s, end));
            else if (kind == NameKind.Public) Public(s, i, end, before);
            else if (kind == NameKind.Unknown) unknownSpans.Add(s.Span(i, end));
            before = (kind, end);
            i = end - 1;
        }
    }

    // The mark that ends a quotation of a few words; 0 where none does.
    private static int EndOfQuote(Sentence s, int i)
    {
        for (var end = i + 1; end < Math.Min(s.Count, i + 5); end++)
            if (s.Is(end, TokenKind.Quote)) return end;
        return 0;
    }

    // "Lake Victoria", "Khalid camp": with the noun that tells what it is. What was listed before it is alike: "Karsa and Mado were shelled".
    private void Public(Sentence s, int first, int end, (NameKind Kind, int End) before)
    {
        if (before.Kind == NameKind.Unknown && before.End == first - 1 && s.SaysAny(first - 1, "and", "or"))
        {
            publicSpans.Add(unknownSpans[^1]);
            unknownSpans.RemoveAt(unknownSpans.Count - 1);
        }

        if (end == first + 1 && s.Verb(first - 1) is { Who: Who.Subject, Class: VerbClass.Move or VerbClass.Arrive }) left.Add(s.Words(first, end));
        var from = s.Is(first - 1, Tag.PlaceNoun) || s.Has(first - 1, Cue.Named) ? first - 1 : first;
        publicSpans.Add(s.Span(from, s.Is(end, Tag.PlaceNoun | Tag.Body) ? end + 1 : end));
    }

    // "her uncle", "Omar's wife", "mother of four", "two sons", "Ali and Omar, brothers"
    private void Family(Sentence s, int i)
    {
        var (kin, child) = (s.Has(i, Cue.Kin), s.Has(i, Cue.Child));
        if (!kin && !child) return;
        var counted = IsCount(s, i - 1);
        var someones = s.SaysAny(i - 1, "your", "a", "the", "both")
            || s.AnyBefore(i, 4, static (s, k) => s.SaysAny(k, "his", "her", "my", "our", "their"))
            || i > 0 && s[i - 1].Kind == TokenKind.Possessive || s.Says(i + 1, "of") || s.IsMark(i - 1, ',') && NameSpelling.IsName(s, i - 2)
            || !s[i].Capital && NameSpelling.IsName(s, i + 1) || s.Says(i - 1, "and") && NameSpelling.IsName(s, i - 2) || s.Says(i - 2, "birth");
        // "mother and son", "her husband, mother and aunt": one tells of the other.
        var listed = (s.Says(i + 1, "and") || s.IsMark(i + 1, ',')) && s.Has(i + 2, Cue.Kin)
            || (s.Says(i - 1, "and") || s.IsMark(i - 1, ',')) && s.Has(i - 2, Cue.Kin);
        if (kin && (counted || someones || listed || i == 0 && !s.Is(i + 1, Tag.Unit)))
        {
            var first = counted || s.SaysAny(i - 1, "foster", "adopted", "adoptive") ? i - 1 : i;
            Mask(s, first, s.Says(i + 1, "of") && IsCount(s, i + 2) ? i + 3 : i + 1, "family");
        }

        // "her baby", "her five children", "has eleven children": of one person.
        if (child && s.SaysAny(i - 1, "his", "her", "my", "our")) Mask(s, i, i + 1, "family");
        var told = counted || s.Has(i - 1, Cue.Ordinal) || s.SaysAny(i - 1, "small", "young", "youngest", "eldest");
        if (child && told && s.SaysAny(i - 2, "his", "her", "my", "our", "has", "had", "have") && !s.Is(i - 3, Tag.PlaceNoun) && !s.Is(i - 3, Tag.Unit))
            Mask(s, i - 1, i + 1, "family");
    }

    // "his partner's boat", "with fourteen relatives"; "our partner organisations", "300 relatives of the missing" are none.
    private void Related(Sentence s, int i)
    {
        if (s.SaysAny(i - 1, "his", "her", "my")) Mask(s, i, i + 1, "family");
        else if (IsCount(s, i - 1) && !s.Says(i + 1, "of")) Mask(s, i - 1, i + 1, "family");
    }

    private static bool IsCount(Sentence s, int i) => s.Is(i, Tag.Cardinal) || s.IsNumber(i) && s[i].Value < 20;

    // The words of a name that tell of it by themselves: no article, no letter, and none that is a place by itself ("Sara Aden").
    private void Name(Sentence s, int first, int end)
    {
        Mask(s, first, end, "name");
        if (end == first + 1) alone.Add(s.Words(first, end));
        for (var k = first; k < end; k++)
        {
            if (!s.IsWord(k) || s.Chars(k).Length < 2 || s.Has(k, Cue.NameLink) || s.IsSmall(k)) continue;
            var word = s.Words(k, k + 1);
            if (!IsPlace(word)) Add(word);
        }
    }

    // Kept by first letter and length as well, which settle nearly every word of a text.
    private void Add(string name)
    {
        if (names.Add(name)) lengths[name[0] & 31] |= 1u << (name.Length & 31);
    }

    private bool IsPlace(string name) =>
        gazetteer.Resolve(name) is { PlaceId: not null } or { Alternatives.Count: > 0 } || Towns.IsKnown(name) || Lexicon.Default.Capitals.Contains(name);

    /// <summary>Something private that others have found: an age told by its role, a name in a column of names.</summary>
    public void Hide(Span span, string what) => spans.Add((span.Start, span.End, what));

    /// <summary>A cell of a table with the name of a person.</summary>
    public void HideName(string text, Span span)
    {
        Hide(span, "name");
        foreach (var word in span.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (word.Length > 2 && char.IsUpper(word[0]) && !IsPlace(word)) Add(word);
    }

    private void Mask(Sentence s, int first, int end, string what)
    {
        var span = s.Span(first, end);
        spans.Add((span.Start, span.End, what));
    }

    /// <summary>
    /// What the whole text tells of its names: one that was private once is private wherever it comes again, and one of which nothing
    /// tells what it is stays withheld, unless a place or a body is called so elsewhere.
    /// </summary>
    /// <param name="text">The text as published.</param>
    /// <param name="places">Places that an access fact tells of: what is besieged or reopened is one.</param>
    public void Settle(string text, IEnumerable<string> places)
    {
        foreach (var place in left)
            if (!alone.Contains(place)) names.Remove(place);
        MarkAgain(text);
        Withhold(text, places);
        Join();
    }

    private void Withhold(string text, IEnumerable<string> places)
    {
        if (unknownSpans.Count == 0) return;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places) known.UnionWith(Words(place));
        foreach (var span in publicSpans) known.UnionWith(Words(span.Of(text)));
        foreach (var span in unknownSpans)
        {
            var words = Words(span.Of(text));
            if (words.All(known.Contains)) continue;
            Hide(span, "name");
            foreach (var word in words)
                if (word.Length > 2 && !known.Contains(word) && !IsPlace(word) && !EnglishWords.Has(word)) Add(word);
        }
    }

    private static string[] Words(string name) => name.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    // "Omar al-Haddad" and the "Omar" in it are one stretch.
    private void Join()
    {
        var joined = new List<(int Start, int End, string Mask)>(spans.Count);
        foreach (var span in spans)
            if (joined.Count > 0 && span.Start < joined[^1].End) joined[^1] = joined[^1] with { End = Math.Max(span.End, joined[^1].End) };
            else joined.Add(span);
        if (joined.Count == spans.Count) return;
        spans.Clear();
        spans.UnionWith(joined);
    }

    // One pass over the words of the text, past the names of places and bodies that have a word of such a name: "Khan Younis".
    private void MarkAgain(string text)
    {
        if (names.Count == 0) return;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        publicSpans.Sort((a, b) => a.Start.CompareTo(b.Start));
        var next = 0;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’')) i++;
            var word = text.AsSpan(start, i - start);
            if (word.EndsWith("'s") || word.EndsWith("’s")) word = word[..^2];
            if (word.IsEmpty || !char.IsUpper(word[0]) && !MayBegin(word)) continue;
            // "Omar-led" is of Omar; "Jean-Paul" is one name; "the Gambos", "Gambos'" are all of that name; "AmalOmar", "amal-omar" are two.
            word = Named(lookup, word);
            if (!lookup.Contains(word) || !char.IsUpper(word[0]) && (word.Length < 4 || IsWord(word))) continue;
            while (next < publicSpans.Count && publicSpans[next].End <= start) next++;
            if (next < publicSpans.Count && publicSpans[next].Start <= start && !Knows(publicSpans[next].Of(text).ReplaceLineEndings(" "))) continue;
            spans.Add((start, start + word.Length, "name"));
            i = start + word.Length;
        }
    }

    // Whether a word in small letters, or what stands before its hyphen, is as long as such a name.
    private bool MayBegin(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        return IsAsLong(word[0], word.Length) || IsAsLong(word[0], dash);
    }

    private bool IsAsLong(char first, int length) => length > 3 && (lengths[first & 31] & (1u << (length & 31))) != 0;

    // "Omar | -led" is of Omar, "Gambo | s" are all of that name, "Amal | Omar" is two.
    private static ReadOnlySpan<char> Named(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<char> word)
    {
        if (names.Contains(word)) return word;
        if (word.IndexOf('-') is var dash and > 0 && names.Contains(word[..dash])) return word[..dash];
        if (word.Length > 3 && word[2..].IndexOfAnyInRange('A', 'Z') is var inner and >= 0 && names.Contains(word[..(inner + 2)])) return word[..(inner + 2)];
        return char.IsUpper(word[0]) && word.TrimEnd("'’s") is { IsEmpty: false } one && names.Contains(one) ? one : word;
    }

    // A word of the language: "hope" is no name again where it is small.
    private static bool IsWord(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength];
        return Lexicon.Default.Find(key[..WordKey.Write(word, key)]) is not null;
    }

    /// <summary>Whether a stretch touches something private.</summary>
    public bool Touches(Span span) => spans.Count > 0 && Near(span).Any();

    /// <summary>Whether a number is an age, or part of a telephone number, an address or the number of a document: none of people.</summary>
    public bool HoldsNumber(Span span) => spans.Count > 0 && Near(span).Any(x => x.Mask is not ("name" or "family"));

    private IEnumerable<(int Start, int End, string Mask)> Near(Span span) =>
        spans.GetViewBetween((Math.Max(0, span.Start - 400), 0, ""), (span.End, int.MaxValue, "")).Where(x => x.Start < span.End && span.Start < x.End);

    /// <summary>
    /// The words of the original at a stretch, with everything private replaced by [name], [age], [family], [phone], [id], [address]; after
    /// <see cref="Settle"/>.
    /// </summary>
    public string Masked(string original, Span span)
    {
        if (spans.Count == 0) return original[span.Start..span.End];
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

    /// <summary>Whether words are the name of a private person: all their names are private, and they are no place that is known.</summary>
    public bool Knows(string words)
    {
        if (names.Count == 0) return false;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var (held, owns, follows, count) = (false, false, false, 0);
        foreach (var range in words.AsSpan().Split(' '))
        {
            var word = words.AsSpan()[range].Trim(",.;:()\"'’");
            if (word.IsEmpty) continue;
            var bare = Named(lookup, word.EndsWith("'s") || word.EndsWith("’s") ? word[..^2] : word);
            if (lookup.Contains(bare) && (char.IsUpper(bare[0]) || !IsWord(bare))) (held, owns, count) = (true, bare.Length < word.Length, count + 1);
            // "Anbar Kamal Hadid": a place, and the whole name of a person behind it.
            else if (count == 0 && !follows && IsPlace(word.ToString())) follows = true;
            // "Khalid camp", "the Hassan Foundation", "Khan Younis"
            else if (held && !owns && IsOf(word, Tag.PlaceNoun) || char.IsUpper(word[0]) && !owns && !IsNeutral(word)) return false;
        }

        return held && (!follows || count > 1) && !IsPlace(words);
    }

    /// <summary>Words that are no name by themselves, without those that are private.</summary>
    public string? Without(string? words)
    {
        if (words is null || names.Count == 0) return words;
        foreach (var word in Words(words))
            if (names.Contains(word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word) && !IsPlace(word)) return null;
        return words;
    }

    /// <summary>
    /// The name of a file or another label, with what is private in it replaced: "interview-[name].txt". A name is one that the text tells, or a given
    /// name before a word that nobody knows; so many digits that are no date are a number to call.
    /// </summary>
    public string Label(string label)
    {
        var shown = new System.Text.StringBuilder();
        var (written, given) = (0, default((int Start, int End)?));
        for (var at = 0; at < label.Length;)
        {
            var start = at;
            while (at < label.Length && char.IsLetter(label[at])) at++;
            if (at > start)
            {
                var word = label[start..at];
                var family = given is { } first && !IsPlace(label[first.Start..first.End] + " " + word) && NameSpelling.IsForeign(word);
                if (family) Mask(given!.Value.Start, at, "name");
                else if (names.Contains(word) && !IsPlace(word) && (char.IsUpper(word[0]) || !IsWord(word))) Mask(start, at, "name");
                given = NameSpelling.IsGivenName(word) && !IsPlace(word) ? (start, at) : null;
                continue;
            }

            while (at < label.Length && char.IsAsciiDigit(label[at])) at++;
            if (at - start > 6 && !(at - start == 8 && label[start..].StartsWith("20", StringComparison.Ordinal))) Mask(start, at, "phone");
            if (at == start) at++;
        }

        return shown.Append(label, written, label.Length - written).ToString();

        void Mask(int start, int end, string what)
        {
            shown.Append(label, written, start - written).Append('[').Append(what).Append(']');
            written = end;
        }
    }

    private static bool IsOf(ReadOnlySpan<char> word, Tag tag)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength];
        return Lexicon.Default.Find(key[..WordKey.Write(word, key)])?.Lexeme?.Has(tag) == true;
    }

    // "Sheikh Omar", "Abu Omar", "Mayor of Omar": words that stand beside a name.
    private static bool IsNeutral(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength];
        return word.Length < 2 || word.EndsWith("-old") || Lexicon.Default.Find(key[..WordKey.Write(word, key)])?.Cues is { } cues
            && (cues.Has(Cue.Title) || cues.Has(Cue.NameLink) || cues.Has(Cue.Kin) || cues.Has(Cue.KinOf));
    }
}
