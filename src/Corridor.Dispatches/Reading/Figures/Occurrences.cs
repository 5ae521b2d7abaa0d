using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Whether people left before the hazard or fighting struck ("evacuated ahead of the cyclone"), while it did, or after (schema 4.1).</summary>
internal static class Occurrences
{
    private static readonly WordSet Marks = new(
        "pre-emptively", "preemptively", "pre-emptive", "preventively", "precautionary", "ahead", "before", "after", "following", "as", "amid", "during",
        "while");

    public static Occurrence Of(Sentence s, Draft d)
    {
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
        {
            if (!s.IsIn(i, Marks)) continue;
            if (s.SaysAny(i, "pre-emptively", "preemptively", "pre-emptive", "preventively", "precautionary")) return Occurrence.Before;
            if (s.Says(i, "ahead") && s.Says(i + 1, "of") && Event(s, i + 2) || s.Says(i, "before") && Event(s, i + 1)) return Occurrence.Before;
            if (s.SaysAny(i, "after", "following") && Event(s, i + 1)) return Occurrence.After;
            if (s.SaysAny(i, "as", "amid", "during", "while") && Event(s, i + 1)) return Occurrence.During;
        }

        return Occurrence.Unknown;
    }

    private static bool Event(Sentence s, int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 6) && !s.IsMark(i); i++)
            if (s.Is(i, Tag.Cause | Tag.Rose)) return true;
        return false;
    }
}
