namespace Corridor.Dispatches.Text;

/// <summary>A list of words that is asked of nearly every token: first letter and length settle nearly all of it.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    // For each first letter (modulo 32) the lengths of its words.
    private readonly uint[] _lengths = new uint[32];

    public WordSet(params ReadOnlySpan<string> words)
    {
        _words = new HashSet<string>(words.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var word in words)
        {
            _words.Add(word);
            _lengths[word[0] & 31] |= 1u << (word.Length & 31);
        }

        _bySpan = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Has(ReadOnlySpan<char> word) => word.Length > 0 && (_lengths[word[0] & 31] & (1u << (word.Length & 31))) != 0 && _bySpan.Contains(word);
}
