namespace Corridor.Dispatches.Vocabulary;

/// <summary>The spelling under which a word is looked up: lower case, no dots of abbreviations, Latin letters without their marks.</summary>
internal static class WordKey
{
    public const int MaxLength = 48;

    public static string Of(string word)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return new string(buffer[..Write(word, buffer)]);
    }

    /// <summary>Writes the key and returns its length; words longer than any in the tables are cut.</summary>
    public static int Write(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c == '.') continue;
            if (length == buffer.Length) break;
            buffer[length++] = c < 128 ? (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c : Base(char.ToLowerInvariant(c));
        }

        return length;
    }

    /// <summary>The letter without its mark, for the Latin letters that names of places use.</summary>
    public static char Base(char c) => c switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' or 'ċ' => 'c',
        'ď' or 'đ' or 'ḍ' => 'd',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ğ' or 'ġ' or 'ģ' => 'g',
        'ħ' or 'ḥ' or 'ḩ' => 'h',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'į' or 'ı' => 'i',
        'ł' or 'ļ' or 'ľ' => 'l',
        'ñ' or 'ń' or 'ň' or 'ņ' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ő' => 'o',
        'ř' => 'r',
        'ś' or 'š' or 'ş' or 'ș' or 'ṣ' => 's',
        'ţ' or 'ť' or 'ț' or 'ṭ' => 't',
        'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' or 'ų' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' or 'ẓ' => 'z',
        _ => c,
    };
}
