using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Text;

/// <summary>Words that are written short: "they've", "won't", "the road's closed".</summary>
internal sealed partial class Tokeniser
{
    private void StandFor(string word, ref Token token)
    {
        (token.Kind, token.StandsFor) = (TokenKind.Word, word);
        Know(lexicon.Find(word), ref token);
    }

    // Whether what is left of a word behind an apostrophe is a verb or "not" of its own, which then begins the next token: "have|n't", "they|'ll",
    // "Karsa|'s". "Sa'd" and "Sana'a" are names.
    private bool IsContracted(ReadOnlySpan<char> chars, int start, ref int end)
    {
        var stop = end + 1;
        while (stop < chars.Length && stop < end + 4 && char.IsLetterOrDigit(chars[stop])) stop++;
        Span<char> rest = stackalloc char[3];
        rest = rest[..WordKey.Write(chars[(end + 1)..stop], rest)];
        if (rest is "s") return true;
        if (rest is "t" && end - 1 > start && (chars[end - 1] | 0x20) == 'n') end--;
        else if (rest is not ("ll" or "re" or "ve" or "d" or "m") || Of(chars[start..end]) is not { } stem || rest is "d" or "m" && !stem.Has(Tag.Pronoun))
            return false;
        contraction = end;
        return true;
    }

    private Lexeme? Of(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordKey.MaxLength];
        return lexicon.Find(buffer[..WordKey.Write(word, buffer)])?.Lexeme;
    }

    // "ca|n't", "wo|n't"
    private static string? Shortened(ReadOnlySpan<char> key) => key switch { "ca" => "can", "wo" => "will", "sha" => "shall", _ => null };

    private void Contraction(ReadOnlySpan<char> chars, ref Token token)
    {
        var letter = chars[at + 1] | 0x20;
        at += letter is 'd' or 'm' ? 2 : 3;
        StandFor(letter switch
        {
            '\'' => "not", 'l' => "will", 'r' => "are", 'v' => "have", 'm' => "am",
            _ => After(chars, at, out var end) is { } next && (IsBase(next) || chars[(at + 1)..end] is "be") ? "would" : "had",
        }, ref token);
    }

    // "they'd | leave", "it'd | be": no participle.
    private static bool IsBase(Lexeme verb) =>
        (verb.Verb ?? verb.Find(Tag.Act) ?? verb.Find(Tag.Control)) is { Form: var form } && form.HasFlag(VerbForm.Base)
            && (form & (VerbForm.Past | VerbForm.Participle)) == 0;

    // "it's closed", "the road's closed." and "who's been": a verb, and nobody's.
    private string? Verb(ReadOnlySpan<char> chars, int apostrophe)
    {
        var start = apostrophe;
        while (start > 0 && char.IsLetter(chars[start - 1])) start--;
        Span<char> word = stackalloc char[8];
        var subject = start < apostrophe && apostrophe - start <= word.Length && char.IsLower(chars[apostrophe - 1])
            && word[..WordKey.Write(chars[start..apostrophe], word)]
            is "it" or "that" or "there" or "here" or "he" or "she" or "who" or "what" or "where";
        var next = After(chars, at, out var end);
        if (next is null) return subject ? "is" : null;
        if (chars[(at + 1)..end] is "been" || subject && next.Verb is { Who: Who.Subject, Form: var form } && form.HasFlag(VerbForm.Participle))
            return "has";
        return subject || chars[(at + 1)..end] is "not"
            || next.Act is { Form: var told } && told.HasFlag(VerbForm.Participle) && (end == chars.Length || chars[end] is '.' or ';' or '!' or '\n')
            ? "is" : null;
    }

    // The word after a space.
    private Lexeme? After(ReadOnlySpan<char> chars, int from, out int end)
    {
        end = from + 1;
        if (from >= chars.Length || chars[from] != ' ') return null;
        while (end < chars.Length && char.IsLetter(chars[end])) end++;
        return Of(chars[(from + 1)..end]);
    }
}
