using System.Runtime.CompilerServices;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Text;

/// <summary>A sentence of tokens, and the questions that the grammar asks of it.</summary>
internal sealed class Sentence
{
    private static readonly Token[] Outside = [new Token { Kind = TokenKind.None }];
    private readonly CleanText clean;
    private readonly TokenList list = new();
    private readonly char[] chars;
    // Of the list as it is now: asked so often that the way through the list is felt.
    private Token[] tokens = [];
    private int count;
    private bool? inCapitals;

    /// <summary>No sentence yet: <see cref="Next"/> reads one.</summary>
    /// <param name="clean">The text that sentences are cut from, whole.</param>
    public Sentence(CleanText clean) => (this.clean, chars) = (clean, clean.Buffer);

    /// <summary>Reads the next sentence in place of this one; false at the end of the text.</summary>
    public bool Next(Tokeniser tokeniser)
    {
        var more = tokeniser.Next(list);
        (tokens, count, inCapitals) = (list.Items, list.Count, null);
        return more;
    }

    public int Count => count;

    /// <summary>A token; before the first and after the last one of no kind.</summary>
    public ref readonly Token this[int i]
    {
        get
        {
            if ((uint)i < (uint)count) return ref tokens[i];
            return ref Outside[0];
        }
    }

    public Span Span(int first, int end) => clean.Original(tokens[first].Start, tokens[end - 1].End);

    /// <summary>The words of the original, on one line and without marks of markup.</summary>
    public string Words(int first, int end)
    {
        end = Math.Min(end, count);
        return first >= end ? "" : new string(chars, tokens[first].Start, tokens[end - 1].End - tokens[first].Start);
    }

    /// <summary>The letters of one token, without a copy.</summary>
    public ReadOnlySpan<char> Chars(int i) => chars.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);

    /// <summary>The longest meaning of this kind that begins at a token.</summary>
    public Meaning? Find(int i, Tag tag, out int length)
    {
        length = 1;
        if (!Is(i, tag)) return null;
        ref readonly var token = ref tokens[i];
        if (token.Long is not null && token.Long.Has(tag))
        {
            length = token.LongLength;
            return token.Long.Find(tag);
        }

        if (token.Two is not null && token.Two.Has(tag))
        {
            length = 2;
            return token.Two.Find(tag);
        }

        return token.Word?.Find(tag);
    }

    public Meaning? Find(int i, Tag tag) => Find(i, tag, out _);

    /// <summary>The longest noun of a way that begins at a token.</summary>
    public FeatureMeaning? Feature(int i, out int length) => (FeatureMeaning?)Find(i, Tag.Feature, out length);

    /// <inheritdoc cref="Feature(int, out int)"/>
    public FeatureMeaning? Feature(int i) => Feature(i, out _);

    /// <summary>The noun of a way that ends just before a token.</summary>
    public FeatureMeaning? FeatureEndingAt(int end, out int first) => (FeatureMeaning?)EndingAt(end, Tag.Feature, out first);

    /// <summary>The first frame of the longest act that begins at a token.</summary>
    public ActMeaning? Act(int i, out int length) => (ActMeaning?)Find(i, Tag.Act, out length);

    /// <inheritdoc cref="Act(int, out int)"/>
    public ActMeaning? Act(int i) => Act(i, out _);

    /// <summary>The next frame of an act.</summary>
    public ActMeaning? After(int i, int length, ActMeaning act) => (ActMeaning?)After(i, length, (Meaning)act);

    /// <summary>The longest noun of access that begins at a token.</summary>
    public DeedMeaning? Deed(int i, out int length) => (DeedMeaning?)Find(i, Tag.Deed, out length);

    /// <summary>What the longest phrase that begins at a token has to do with who passes on a way.</summary>
    public TransitMeaning? Transit(int i, out int length) => (TransitMeaning?)Find(i, Tag.Transit, out length);

    /// <inheritdoc cref="Transit(int, out int)"/>
    public TransitMeaning? Transit(int i) => Transit(i, out _);

    /// <summary>The longest noun that a number may count that begins at a token.</summary>
    public UnitMeaning? Unit(int i, out int length) => (UnitMeaning?)Find(i, Tag.Unit, out length);

    /// <inheritdoc cref="Unit(int, out int)"/>
    public UnitMeaning? Unit(int i) => Unit(i, out _);

    /// <summary>A noun of people, displaced by it or not: "families", "evacuees".</summary>
    public bool IsHuman(int i) => Unit(i) is { } unit && unit.Class.IsHuman();

    /// <summary>What the longest words that begin at a token tell of people that are counted.</summary>
    public VerbMeaning? Verb(int i, out int length) => (VerbMeaning?)Find(i, Tag.Predicate, out length);

    /// <inheritdoc cref="Verb(int, out int)"/>
    public VerbMeaning? Verb(int i) => Verb(i, out _);

    /// <summary>What words that end just before a token tell of people that are counted.</summary>
    public VerbMeaning? VerbEndingAt(int end, out int first) => (VerbMeaning?)EndingAt(end, Tag.Predicate, out first);

    /// <summary>What the same words tell of others: of whom it is done to, if not of who does it.</summary>
    public VerbMeaning? After(int i, int length, VerbMeaning verb) => (VerbMeaning?)After(i, length, (Meaning)verb);

    /// <summary>The next meaning of the same kind of the words that one was found in.</summary>
    public Meaning? After(int i, int length, Meaning meaning)
    {
        ref readonly var token = ref tokens[i];
        return (length == 1 ? token.Word : length == 2 && token.Two is { } two && two.Has(meaning.Tag) ? two : token.Long)?.After(meaning);
    }

    /// <summary>What a verb means before those that it is done to: "rowed 900 people across" has another meaning than "900 rowed across".</summary>
    public VerbMeaning OfObject(int i, int length, VerbMeaning verb) => verb.Who == Who.Subject ? After(i, length, verb) ?? verb : verb;

    /// <summary>Whether a word or a phrase that begins here has a meaning of this kind, or of one of these.</summary>
    public bool Is(int i, Tag kinds) => (uint)i < (uint)count && (tokens[i].Tags & kinds) != 0;

    /// <summary>The token, or the one after it where it is an article: "the | town".</summary>
    public int PastArticle(int i) => Is(i, Tag.Determiner) ? i + 1 : i;

    /// <summary>The token, or the one before it where it is an article: "in | the".</summary>
    public int BeforeArticle(int i) => Is(i, Tag.Determiner) ? i - 1 : i;

    /// <summary>A meaning of this kind in a phrase that ends just before a token.</summary>
    public Meaning? EndingAt(int end, Tag tag, out int first)
    {
        for (first = Math.Max(0, end - 5); first < end; first++)
            if (Find(first, tag, out var length) is { } meaning && first + length == end) return meaning;
        first = end;
        return null;
    }

    /// <summary>The first token of a number with what stands before it: "about", "some", "the", "up" to.</summary>
    public int Lead(int number)
    {
        while (Is(number - 1, Tag.Determiner) || Is(number - 1, Tag.Approximately) || SaysAny(number - 1, "up", "off")) number--;
        return number;
    }

    public bool IsMark(int i, char mark) => (uint)i < (uint)count && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark == mark;

    /// <summary>A dash between words, and no hyphen.</summary>
    public bool IsDash(int i) => IsMark(i, '—') || IsMark(i, '–') || IsMark(i, '-') && tokens[i].Spaced;

    public bool IsMark(int i) => (uint)i < (uint)count && tokens[i].Kind is TokenKind.Mark or TokenKind.Quote;

    public bool IsWord(int i) => (uint)i < (uint)count && tokens[i].Kind == TokenKind.Word;

    public bool IsCapital(int i) => IsWord(i) && tokens[i].Capital;

    /// <summary>A line of capitals, in which no word is told by them.</summary>
    public bool InCapitals =>
        inCapitals ??= count > 2 && !chars.AsSpan(tokens[0].Start, tokens[count - 1].End - tokens[0].Start).ContainsAnyInRange('a', 'z');

    public bool IsNumber(int i) => (uint)i < (uint)count && tokens[i].Kind == TokenKind.Number;

    /// <summary>A number, or the word for one.</summary>
    public bool IsCount(int i) => IsNumber(i) || Is(i, Tag.Cardinal);

    /// <summary>"completely", "heavily": how; not "July", "family", "supply".</summary>
    public bool IsManner(int i) => EndsWith(i, "ly") && !(tokens[i].Capital && i > 0) && !Is(i, Tag.Unit);

    public bool IsPercent(int i) => (uint)i < (uint)count && tokens[i].Kind == TokenKind.Percent;

    /// <summary>Whether the token is this word or stands for it ("n't" for "not"), whatever its case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Says(int i, string word) => ShapeAt(i) == Token.ShapeOf(word) && Equal(i, word);

    /// <summary>Whether the token is one of these words, whatever its case. Up to eight of them are compared one by one: length and first letter of a
    /// word in the code are constants there, which settles nearly all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b) =>
        ShapeAt(i) is var x && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c) =>
        ShapeAt(i) is var x && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c, string d) =>
        ShapeAt(i) is var x
            && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c)
                || x == Token.ShapeOf(d) && Equal(i, d));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c, string d, string e) =>
        ShapeAt(i) is var x
            && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c)
                || x == Token.ShapeOf(d) && Equal(i, d) || x == Token.ShapeOf(e) && Equal(i, e));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c, string d, string e, string f) =>
        ShapeAt(i) is var x
            && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c)
                || x == Token.ShapeOf(d) && Equal(i, d) || x == Token.ShapeOf(e) && Equal(i, e) || x == Token.ShapeOf(f) && Equal(i, f));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c, string d, string e, string f, string g) =>
        ShapeAt(i) is var x
            && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c)
                || x == Token.ShapeOf(d) && Equal(i, d) || x == Token.ShapeOf(e) && Equal(i, e) || x == Token.ShapeOf(f) && Equal(i, f)
                || x == Token.ShapeOf(g) && Equal(i, g));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool SaysAny(int i, string a, string b, string c, string d, string e, string f, string g, string h) =>
        ShapeAt(i) is var x
            && (x == Token.ShapeOf(a) && Equal(i, a) || x == Token.ShapeOf(b) && Equal(i, b) || x == Token.ShapeOf(c) && Equal(i, c)
                || x == Token.ShapeOf(d) && Equal(i, d) || x == Token.ShapeOf(e) && Equal(i, e) || x == Token.ShapeOf(f) && Equal(i, f)
                || x == Token.ShapeOf(g) && Equal(i, g) || x == Token.ShapeOf(h) && Equal(i, h));

    /// <inheritdoc cref="SaysAny(int, string, string)"/>
    public bool SaysAny(int i, params ReadOnlySpan<string> words)
    {
        var shape = ShapeAt(i);
        foreach (var word in words)
            if (shape == Token.ShapeOf(word) && Equal(i, word)) return true;
        return false;
    }

    /// <summary>Whether the token is a word of this section of cues.txt.</summary>
    public bool Has(int i, Cue cue) => (uint)i < (uint)count && tokens[i].Cues is { } cues && cues.Has(cue);

    /// <summary>Whether any token of a stretch is a word of this section.</summary>
    public bool HasAny(int from, int to, Cue cue)
    {
        for (var i = from; i < to; i++)
            if (Has(i, cue)) return true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ShapeAt(int i) => (uint)i < (uint)count ? tokens[i].Shape : 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Equal(int i, string word) => (tokens[i].StandsFor ?? Chars(i)).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is a word of a set, for long lists that are asked of every token.</summary>
    public bool IsIn(int i, WordSet words) => words.MayHave(ShapeAt(i)) && IsWord(i) && words.Has(Chars(i));

    /// <summary>Whether any token of a stretch is so.</summary>
    public bool Any(int from, int to, Func<Sentence, int, bool> holds)
    {
        for (var i = Math.Max(0, from); i < Math.Min(count, to); i++)
            if (holds(this, i)) return true;
        return false;
    }

    /// <summary>Whether any of so many tokens from one on, before the next mark, is so.</summary>
    public bool AnyAhead(int from, int reach, Func<Sentence, int, bool> holds)
    {
        for (var i = from; i < Math.Min(count, from + reach) && !IsMark(i); i++)
            if (holds(this, i)) return true;
        return false;
    }

    /// <summary>Whether any of so many tokens before one, back to the mark before it, is so.</summary>
    public bool AnyBefore(int end, int reach, Func<Sentence, int, bool> holds)
    {
        for (var i = end - 1; i >= Math.Max(0, end - reach) && !IsMark(i); i--)
            if (holds(this, i)) return true;
        return false;
    }

    public bool EndsWith(int i, string ending) =>
        IsWord(i) && chars.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>"70s", "mid-40s": a code with this ending.</summary>
    public bool EndsWithCode(int i, string ending) => Is(i, TokenKind.Code) && Chars(i).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    public bool Is(int i, TokenKind kind) => (uint)i < (uint)count && tokens[i].Kind == kind;

    /// <summary>Words that belong to no noun phrase: prepositions, conjunctions, auxiliaries, pronouns.</summary>
    public bool IsSmall(int i) =>
        (uint)i < (uint)count && (tokens[i].Word?.Has(Small) ?? false);

    private const Tag Small = Tag.Preposition | Tag.Conjunction | Tag.Be | Tag.Have
        | Tag.Do | Tag.Pronoun | Tag.Determiner;
}
