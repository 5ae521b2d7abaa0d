using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Who does what a verb tells: the subject of the active, and who stands behind "by" of the passive.</summary>
/// <param name="First">First token; behind "by" that of the noun, without its article.</param>
/// <param name="End">Token after the last; <paramref name="First"/> where nobody is told.</param>
internal readonly record struct Agent(int First, int End)
{
    private const int Reach = 8;

    /// <summary>"The militia | has moved 600 families": what stands before a verb and its auxiliaries.</summary>
    public static Agent Subject(Sentence s, int verb)
    {
        var end = SubjectEnd(s, verb);
        var first = end;
        while (first > 0 && end - first < Reach && !s.IsMark(first - 1, ';')) first--;
        return new(first, end);
    }

    /// <summary>"Lebanon | alone has received", "the institute | had": where the subject of a verb ends.</summary>
    public static int SubjectEnd(Sentence s, int verb)
    {
        while (s.Is(verb - 1, Tag.Adverb | Tag.Have | Tag.Be | Tag.Modal)
            || s.SaysAny(verb - 1, "alone", "now", "currently", "still", "already", "itself", "so", "far")) verb--;
        // "Hungary, | which let in 2,100"
        return s.SaysAny(verb - 1, "which", "who") && s.IsMark(verb - 2, ',') ? verb - 2 : verb;
    }

    /// <summary>"driven into the town | by the militants": who is told behind the first "by" of some words, which is no day and no vehicle.</summary>
    public static Agent By(Sentence s, int from, int within)
    {
        for (var i = Math.Max(0, from); i < Math.Min(s.Count, from + within) && !s.IsMark(i, ';'); i++)
        {
            var first = s.PastArticle(i + 1);
            if (!s.Says(i, "by") || !s.IsWord(first) || s.Has(first, Cue.Transport) || s.Is(first, Tag.Weekday | Tag.Month)) continue;
            var end = first;
            while (s.IsWord(end) && !s.IsSmall(end) && end - first < Reach) end++;
            return new(first, end);
        }

        return default;
    }

    /// <summary>Whether any of its words is so.</summary>
    public bool Any(Sentence s, Func<Sentence, int, bool> holds) => s.Any(First, End, holds);
}
