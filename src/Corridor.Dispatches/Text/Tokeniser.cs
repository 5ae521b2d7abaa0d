using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Text;

/// <summary>
/// Cuts the clean text into sentences of tokens, one at a time, into a list that is used again. A sentence longer than
/// <see cref="MaxTokens"/> is cut there, so that whatever is done inside one sentence costs a bounded time.
/// </summary>
internal sealed partial class Tokeniser(CleanText text, Lexicon lexicon)
{
    public const int MaxTokens = 300;

    private int at;
    // Where a verb or "not" begins that is contracted with the word before it.
    private int contraction = -1;
    private readonly char[] key = new char[WordKey.MaxLength];

    /// <summary>Where a sentence ends whatever stands there; 0: nowhere.</summary>
    public int CutAt { get; init; }

    /// <summary>Whether the last sentence has a number, or a word that denies one ("no", "nobody", "denied").</summary>
    public bool HasNumber { get; private set; }

    /// <summary>Whether it has a word that access facts are made of.</summary>
    public bool HasAct { get; private set; }

    /// <summary>Whether it names a road, a crossing or a kind of place, of which the next sentence may tell.</summary>
    public bool HasWay { get; private set; }

    /// <summary>Whether "it" or "they" stands among the next words, which may be what this sentence is about.</summary>
    public bool IsFollowedByPronoun
    {
        get
        {
            var next = text.Chars[at..Math.Min(text.Chars.Length, at + 90)];
            for (var i = next.IndexOf("t "); i > 0; i = next.IndexOf("t "))
            {
                if ((next[i - 1] | 0x20) == 'i' && (i == 1 || !char.IsLetter(next[i - 2]))) return true;
                next = next[(i + 1)..];
            }

            return text.Chars[at..Math.Min(text.Chars.Length, at + 90)].IndexOf("hey ") >= 0;
        }
    }

    // Who is let through or gets somewhere, and a word that says that others are not: "nobody may enter the town".
    private bool passes, barred;

    public bool Next(TokenList tokens)
    {
        tokens.Clear();
        HasNumber = HasAct = HasWay = passes = barred = false;
        var chars = text.Chars;
        while (at < chars.Length)
        {
            var c = chars[at];
            if (c == ' ')
            {
                at++;
                continue;
            }

            if (c == '\n')
            {
                at++;
                if (tokens.Count > 0) break;
                continue;
            }

            ref var token = ref tokens.Add();
            Read(chars, ref token);
            if (tokens.Count == MaxTokens || at == CutAt) break;
            if (token.Kind == TokenKind.Mark && token.Mark is '.' or '!' or '?' && Ends(chars, tokens)) break;
            // "15,500 ind. newly displaced", "Gen. Smith": the dot of an abbreviation is part of the word.
            if (token is { Kind: TokenKind.Mark, Mark: '.', Spaced: false } && tokens.Count > 1 && tokens[^2].Kind == TokenKind.Word
                && at < chars.Length && chars[at] == ' ') tokens.RemoveRange(tokens.Count - 1, 1);
        }

        if (tokens.Count == 0) return false;
        Abbreviations(tokens);
        Phrases(tokens);
        return true;
    }

    private bool Ends(ReadOnlySpan<char> chars, TokenList tokens)
    {
        var next = at;
        while (next < chars.Length && chars[next] is '"' or '\'' or ')' or ']') next++;
        if (next < chars.Length && chars[next] != ' ' && chars[next] != '\n') return false;
        if (tokens.Count > 1 && IsAbbreviation(chars, tokens[^2])) return false;
        // "Oct. 28", "approx. 300"
        if (tokens.Count > 1 && next + 1 < chars.Length && chars[next] == ' ' && char.IsAsciiDigit(chars[next + 1]) && IsShort(chars, tokens[^2])) return false;
        // "case no. ABC-12345"
        if (tokens.Count > 1 && chars[tokens[^2].Start..tokens[^2].End] is "no" && chars[next..].TrimStart() is var rest && rest.IndexOf(' ') is var word
            && (word < 0 ? rest : rest[..word]).IndexOfAnyInRange('0', '9') >= 0) return false;
        while (next < chars.Length && chars[next] is ' ' or '"' or '\'' or '(') next++;
        // "820 ind. / 150 HH": no sentence begins with a slash.
        if (next < chars.Length && (char.IsLower(chars[next]) || chars[next] == '/')) return false;
        while (at < chars.Length && chars[at] is '"' or '\'' or ')')
        {
            tokens.Add(new Token { Start = at, End = at + 1, Kind = TokenKind.Quote, Mark = chars[at], Shape = Token.ShapeOf(chars.Slice(at, 1)) });
            at++;
        }

        return true;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> chars, Token word)
    {
        if (word.Kind != TokenKind.Word) return false;
        if (!word.Capital) return chars[word.Start..word.End] is "vul" or "ul";
        return word.End - word.Start == 1
            || chars[word.Start..word.End] is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Gen" or "Lt" or "Col" or "Maj" or "Brig" or "Gov" or "Sen"
                or "Rep" or "Prof" or "No" or "Capt" or "Sgt";
    }

    private static bool IsShort(ReadOnlySpan<char> chars, Token word) =>
        word.Kind == TokenKind.Word
            && chars[word.Start..word.End] is "Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sep" or "Sept" or "Oct" or "Nov" or "Dec"
                or "approx" or "Approx" or "est" or "Est" or "ca" or "b" or "no" or "No" or "Art" or "tel" or "Tel"
                or "Hwy" or "Hwys" or "Rte" or "Rt" or "Rd" or "Rds" or "Fwy" or "Pkwy";

    private void Read(ReadOnlySpan<char> chars, ref Token token)
    {
        var start = at;
        var c = chars[start];
        (token.Start, token.Spaced, token.Capital) = (start, start == 0 || chars[start - 1] is ' ' or '\n', char.IsUpper(c));
        if (start == contraction)
        {
            Contraction(chars, ref token);
        }
        else if (char.IsAsciiDigit(c) || (c == '+' && start + 1 < chars.Length && char.IsAsciiDigit(chars[start + 1])))
        {
            HasNumber = true;
            at = Digits.Read(chars, start, ref token);
        }
        else if (c == 's' && IsStray(chars, start))
        {
            at++;
            token.Kind = TokenKind.Possessive;
        }
        else if (char.IsLetter(c))
        {
            Word(chars, ref token);
        }
        else
        {
            at++;
            token.Mark = c;
            token.Kind = c switch
            {
                '"' => TokenKind.Quote,
                '%' => TokenKind.Percent,
                '$' or '€' or '£' or '¥' or '₹' => TokenKind.Money,
                '\'' when at < chars.Length && chars[at] is 's' && (at + 1 == chars.Length || !char.IsLetter(chars[at + 1])) => TokenKind.Possessive,
                _ => TokenKind.Mark,
            };
            if (token.Kind == TokenKind.Possessive)
            {
                at++;
                if (Verb(chars, start) is { } verb) StandFor(verb, ref token);
            }
        }

        token.End = at;
        // The organisation is no relative pronoun.
        if (token.Word?.Find(Tag.Source) is { Name: "WHO" }) return;
        if (token.Kind is TokenKind.Word or TokenKind.Possessive or TokenKind.Mark or TokenKind.Quote)
            token.Shape = token.StandsFor is { } full ? Token.ShapeOf(full) : Token.ShapeOf(chars[start..at]);
    }

    private void Word(ReadOnlySpan<char> chars, ref Token token)
    {
        // The key is written on the way; only letters with marks, dots and long words need a second look.
        var buffer = key.AsSpan();
        var length = 0;
        var plain = token.Start;
        while (plain < chars.Length && (uint)((chars[plain] | 0x20) - 'a') <= 'z' - 'a' && length < buffer.Length)
            buffer[length++] = (char)(chars[plain++] | 0x20);
        at = WordEnd(chars, token.Start, plain, out var digits);
        if (digits && IsMoney(chars, ref token)) return;
        if (digits) BeCode(ref token);
        var word = chars[token.Start..at];
        if (plain != at) length = WordKey.Write(word, buffer);
        if (at == contraction && chars[at] != '\'' && Shortened(buffer[..length]) is { } full)
        {
            StandFor(full, ref token);
            return;
        }

        var node = lexicon.Find(word is "WHO" && IsName(chars, token.Start) ? "w-h-o" : buffer[..length]);
        // "fm", but "FM 98" and "Las Cas": capitals are the name of something.
        if (node?.StandsFor is { } known && !(token.Capital && (length <= 2 || InName(chars, token.Start))))
        {
            StandFor(known, ref token);
            return;
        }

        Know(node, ref token);
        // "Twenty-six families": the number is in the first half of the word.
        if (token.Word is null && word.IndexOf('-') is var dash and > 2)
        {
            length = WordKey.Write(word[..dash], buffer);
            HasNumber |= lexicon.Find(buffer[..length])?.Lexeme?.Has(Tag.Cardinal) == true;
        }
    }

    // The end of a word behind its plain letters: letters with marks, digits, hyphens and initials go on.
    private int WordEnd(ReadOnlySpan<char> chars, int start, int plain, out bool digits)
    {
        digits = false;
        var end = plain == start ? plain + 1 : plain;
        for (; end < chars.Length; end++)
        {
            var c = chars[end];
            if (char.IsLetter(c)) continue;
            if (char.IsAsciiDigit(c)) digits = true;
            else if (c is '-' or '\'' or '/' && end + 1 < chars.Length && char.IsLetterOrDigit(chars[end + 1]))
            {
                if (c == '\'' && IsContracted(chars, start, ref end)) break;
                if (c == '/' || (c == '-' && char.IsAsciiDigit(chars[end + 1]) && end - start > 4)) break;
            }
            else if (c != '.' || !IsInitial(chars, start, end)) break;
        }

        return end;
    }

    // "USD|40": the currency is a token of its own.
    private bool IsMoney(ReadOnlySpan<char> chars, ref Token token)
    {
        if (Currency(chars, token.Start, at) is not (var letters and > 0)) return false;
        (at, token.Kind) = (token.Start + letters, TokenKind.Money);
        return true;
    }

    private void BeCode(ref Token token)
    {
        token.Kind = TokenKind.Code;
        HasNumber = true;
        // "Nothing moves on the RN9": maybe a road.
        HasAct |= token.Capital && at - token.Start < 6;
    }

    // "Las |Cas": one capital, right behind another word.
    private static bool InName(ReadOnlySpan<char> chars, int start) => start > 1 && char.IsLower(chars[start + 1]) && char.IsLetter(chars[start - 2]);

    // "Kivu s 9 million": the apostrophe was lost.
    private static bool IsStray(ReadOnlySpan<char> chars, int start)
    {
        if (start < 3 || start + 1 >= chars.Length || chars[start + 1] != ' ' || chars[start - 1] != ' ') return false;
        var first = start - 1;
        while (first > 0 && char.IsLetter(chars[first - 1])) first--;
        return first < start - 2 && char.IsUpper(chars[first]) && char.IsLower(chars[start - 2]);
    }

    // "Rs|4.5 crore", "KSh|12,000", "N|3 billion": how many letters a sum of money begins with, or 0. "RN9, 400 people" is a road.
    private static int Currency(ReadOnlySpan<char> chars, int start, int end)
    {
        var letters = 0;
        while (char.IsAsciiLetter(chars[start + letters])) letters++;
        if (letters is 0 or > 4 || !char.IsUpper(chars[start]) || chars[(start + letters)..end].ContainsAnyExceptInRange('0', '9')) return 0;
        var rest = chars[end..];
        if (rest.Length > 1 && rest[0] is '.' or ',' && char.IsAsciiDigit(rest[1])) return letters;
        if (rest.Length == 0 || rest[0] != ' ') return 0;
        rest = rest[1..];
        foreach (var scale in (ReadOnlySpan<string>)["million", "billion", "trillion", "crore", "lakh", "bn"])
            if (rest.StartsWith(scale, StringComparison.OrdinalIgnoreCase)) return letters;
        return 0;
    }

    private void Know(Lexicon.Node? node, ref Token token)
    {
        if (node?.Next is not null) token.Begins = node;
        token.Word = node?.Lexeme;
        token.Tags = token.Word?.Tags ?? 0;
        token.Cues = node?.Cues;
        if (token.Word is null) return;
        HasNumber |= token.Word.Has(NumberTags);
        Acts(token.Word);
    }

    // "WHO said", but not in a line of capitals: "THOSE WHO FLED".
    private static bool IsName(ReadOnlySpan<char> chars, int start) => start < 2 || !char.IsUpper(chars[start - 2]);

    private void Acts(Lexeme word)
    {
        HasWay |= word.Has(WayTags);
        HasAct |= word.Has(ActTags);
        if (HasAct || !word.Has(PassTags)) return;
        var transit = word.Transit;
        passes |= transit is { Kind: TransitKind.Lets } or { Goal: Goal.Place };
        barred |= word.Has(Tag.Negation) || transit is { Kind: TransitKind.Limit } || word.Find(Tag.Control) is { Name: "negated" };
        HasAct = passes && barred;
    }

    private const Tag WayTags = Tag.Feature | Tag.SettlementNoun;
    private const Tag PassTags = Tag.Transit | Tag.Control | Tag.Negation;

    // "internally displaced persons (IDPs)", "205 households (HHs)": the abbreviation says nothing that its noun has not said.
    // "900 and 300 people, respectively, to the coast": what is told goes on behind the word.
    private void Abbreviations(TokenList tokens)
    {
        for (var i = tokens.Count - 2; i > 0; i--)
        {
            if (tokens[i].Shape == Respectively && tokens[i - 1] is { Kind: TokenKind.Mark, Mark: ',' } && tokens[i + 1] is { Kind: TokenKind.Mark, Mark: ',' }
                && text.Chars[tokens[i].Start..tokens[i].End].Equals("respectively", StringComparison.OrdinalIgnoreCase))
            {
                tokens.RemoveRange(i + 1, 1);
                tokens.RemoveRange(--i, 1);
                continue;
            }

            if (tokens[i].Kind != TokenKind.Word || tokens[i - 1] is not { Kind: TokenKind.Mark, Mark: '(' }
                || tokens[i + 1] is not { Kind: TokenKind.Mark, Mark: ')' }) continue;
            if (i < 2 || tokens[i - 2].Kind != TokenKind.Word || tokens[i].Word?.Has(Tag.Unit) != true || tokens[i].End - tokens[i].Start > 5
                || !char.IsUpper(text.Chars[tokens[i].Start + 1])) continue;
            tokens.RemoveRange(i - 1, 3);
        }
    }

    private static readonly int Respectively = Token.ShapeOf("respectively");

    private const Tag NumberTags = Tag.Cardinal | Tag.Scale | Tag.Vague | Tag.Fraction
        | Tag.Negation | Tag.Deny;
    private const Tag ActTags = Tag.Feature | Tag.Deed | Tag.Act;

    // "U.N." and "a.m.": a letter, a dot, a letter, a dot.
    private static bool IsInitial(ReadOnlySpan<char> chars, int start, int dot)
    {
        if (dot == start + 1) return dot + 2 < chars.Length && char.IsLetter(chars[dot + 1]) && chars[dot + 2] == '.';
        return chars[dot - 2] == '.' || (dot == start + 3 && chars[start + 1] == '.');
    }

    private void Phrases(TokenList tokens)
    {
        var chars = text.Chars;
        var buffer = key.AsSpan();
        var span = tokens.Span;
        for (var i = 0; i + 1 < span.Length; i++)
        {
            if (span[i].Kind != TokenKind.Word || span[i].Begins is not { } node) continue;
            for (var depth = 1; node.Next is not null && i + depth < span.Length; depth++)
            {
                ref readonly var next = ref span[i + depth];
                if (next.Kind is not (TokenKind.Word or TokenKind.Possessive)) break;
                if (!node.NextBySpan.TryGetValue(buffer[..WordKey.Write(next.StandsFor ?? chars[next.Start..next.End], buffer)], out var longer)) break;
                node = longer;
                if (node.Lexeme is null) continue;
                HasNumber |= node.Lexeme.Has(NumberTags);
                Acts(node.Lexeme);
                if (depth == 1) span[i].Two = node.Lexeme;
                else (span[i].Long, span[i].LongLength) = (node.Lexeme, (byte)(depth + 1));
            }

            // Only of the longest phrase, not of those that it begins with.
            span[i].Tags |= (span[i].Two?.Tags ?? 0) | (span[i].Long?.Tags ?? 0);
        }
    }
}
