namespace Corridor.Dispatches.Text;

/// <summary>A list of words that is asked of nearly every token: first and last letter and length settle nearly all of it.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    // For each first letter (modulo 32) the lengths of its words, and their last letters.
    private readonly uint[] lengths = new uint[32];
    private readonly uint[] lasts = new uint[32];

    public WordSet(params ReadOnlySpan<string> words)
    {
        var set = new HashSet<string>(words.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            set.Add(word);
            lengths[word[0] & 31] |= 1u << (word.Length & 31);
            lasts[word[0] & 31] |= 1u << (word[^1] & 31);
        }

        bySpan = set.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether a word of such a <see cref="Token.Shape"/> may be in it.</summary>
    public bool MayHave(int shape) => (lengths[shape & 31] & (1u << (shape >> 16))) != 0;

    public bool Has(ReadOnlySpan<char> word) => (lasts[word[0] & 31] & (1u << (word[^1] & 31))) != 0 && bySpan.Contains(word);
}
