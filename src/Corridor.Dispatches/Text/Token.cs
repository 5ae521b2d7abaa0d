using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Text;

internal enum TokenKind : byte { Word, Number, Code, Phone, Money, Percent, Possessive, Quote, Mark, None }

/// <summary>A word, number or mark of a sentence, with what the tables know of it and of the phrases that begin here.</summary>
internal struct Token
{
    public int Start;
    public int End;
    public TokenKind Kind;
    public bool Capital;
    /// <summary>Whether a space stands before it.</summary>
    public bool Spaced;
    public char Mark;
    /// <summary>Length and first letter of a word or mark, which tell it from nearly all others at one look; 0 of numbers.</summary>
    public int Shape;
    /// <summary>The word that a contraction stands for: "not" of "n't", "will" of "'ll" and of the "wo" of "won't".</summary>
    public string? StandsFor;
    public double Value;
    /// <summary>Digits with a thousands mark; a plain "2016" may be a year.</summary>
    public bool Grouped;
    public Lexeme? Word;
    public CueSet? Cues;
    /// <summary>The phrases of the tables that begin with this word.</summary>
    public Lexicon.Node? Begins;
    public Lexeme? Two;
    public Lexeme? Long;
    public byte LongLength;
    /// <summary>The kinds of all meanings of the word and of the phrases that begin with it: one look settles what it is not.</summary>
    public Tag Tags;

    /// <summary>Length and first letter, whatever its case.</summary>
    public static int ShapeOf(ReadOnlySpan<char> word) => word.Length << 16 | word[0] | 0x20;

    /// <inheritdoc cref="ShapeOf(ReadOnlySpan{char})"/>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public static int ShapeOf(string word) => word.Length << 16 | word[0] | 0x20;
}
