namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// The words of the language (words.txt), which tell a capital at the head of a sentence from a name. Looked up in the bytes of the table as they
/// are, by halves, as few words of a text are asked for.
/// </summary>
internal static class EnglishWords
{
    private static readonly byte[] Table = Read();

    /// <summary>Where each line begins, and where one after the last would.</summary>
    private static readonly int[] Starts = [0, .. Enumerable.Range(1, Table.Length).Where(at => Table[at - 1] == '\n')];

    private static readonly string[] Endings = ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "ment", "less", "ness"];

    /// <summary>Whether a word is one, or two of them, or one with an ending, whatever its case.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[WordKey.MaxLength];
        key = key[..WordKey.Write(word, key)];
        if (Holds(key)) return true;
        // "floodwaters", "aftershock"
        for (var cut = 4; cut <= key.Length - 4; cut++)
            if (Holds(key[..cut]) && (Holds(key[cut..]) || key[^1] == 's' && key.Length - cut > 4 && Holds(key[cut..^1]))) return true;
        foreach (var ending in Endings)
            if (key.Length > ending.Length + 2 && key.EndsWith(ending) && Fits(key[..^ending.Length], ending) && Holds(key[..^ending.Length])) return true;
        return false;
    }

    // "moved" is "move" and "d"; "kiss" is no plural.
    private static bool Fits(ReadOnlySpan<char> word, string ending) => ending switch { "s" => word[^1] != 's', "d" => word[^1] == 'e', _ => true };

    private static bool Holds(ReadOnlySpan<char> word)
    {
        var (low, high) = (0, Starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(Table.AsSpan(Starts[middle], Starts[middle + 1] - 1 - Starts[middle]), word);
            if (order == 0) return true;
            if (order < 0) low = middle + 1;
            else high = middle;
        }
        return false;
    }

    private static int Compare(ReadOnlySpan<byte> entry, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Math.Min(entry.Length, word.Length); i++)
            if (entry[i] != word[i]) return entry[i] - word[i];
        return entry.Length - word.Length;
    }

    private static byte[] Read()
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("words.txt")!;
        var table = new byte[stream.Length];
        stream.ReadExactly(table);
        return table;
    }
}
