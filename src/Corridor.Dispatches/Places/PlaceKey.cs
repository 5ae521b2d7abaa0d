using System.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Places;

/// <summary>
/// One key for all the ways a name is spelled in Latin letters: articles (al-, el-, ad-), tall/tell/tel, q and k, vowels that
/// transliterations confuse (e/i, o/u), doubled letters, a final -a, -ah, -aa or -eh, hyphens and spaces.
/// </summary>
internal static class PlaceKey
{
    public static string Exact(string name) => string.Join(' ', Words(name));

    public static string Variant(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var word in Words(name))
        {
            if (word is "al" or "el" or "ad" or "ar" or "as" or "ash" or "at" or "az" or "an" or "the" or "aj") continue;
            if (word is "tall" or "tell" or "tel" or "tal" or "til")
            {
                key.Append("tl");
                continue;
            }

            var start = key.Length;
            for (var i = 0; i < word.Length; i++)
            {
                var c = word[i] switch { 'q' => 'k', 'e' or 'y' => 'i', 'o' or 'w' => 'u', var other => other };
                if (key.Length > start && key[^1] == c) continue;
                key.Append(c);
            }

            var tail = key.ToString(start, key.Length - start);
            var cut = tail switch { [.., 'a' or 'i', 'h'] => 2, [.., 'a' or 'i'] => 1, _ => 0 };
            if (tail.Length - cut >= 3) key.Length -= cut;
        }

        return key.ToString();
    }

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name)
        {
            var lower = WordKey.Base(char.ToLowerInvariant(c));
            if (char.IsLetterOrDigit(lower)) word.Append(lower);
            else if (c is not ('\'' or '’' or '.') && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0) yield return word.ToString();
    }
}
