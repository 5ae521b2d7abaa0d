using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Where a figure stands in its text: its number, its words, and the clause around them.</summary>
internal static class FigureSpans
{
    public static void Set(Sentence s, Draft d)
    {
        var q = d.Quantity;
        var end = Whose(s, q);
        d.Span = s.Span(q.First, end);
        d.NumberSpan = s.Span(q.First, q.CoreEnd);
        d.AsWritten = s.Words(q.First, end);
        d.ExcerptSpan = Clause(s, d);
    }

    // "20,000 inhabitants | of Tal Afar", "14,000 | of them": whose number it is belongs to its words, and is no noun to be governed.
    private static int Whose(Sentence s, Quantity q)
    {
        if (!s.Says(q.End, "of")) return q.End;
        if (q.Noun is null && q.End == q.CoreEnd)
            return s.SaysAny(q.End + 1, "them", "these", "those") && s.Unit(q.End + 2) is null ? q.End + 2 : q.End;
        if (!s.SaysAny(q.End - 1, "residents", "inhabitants", "occupants", "townspeople", "citizens")) return q.End;
        var end = q.End + 1;
        while (s.IsWord(end) && s.Chars(end).IndexOfAnyInRange('A', 'Z') >= 0 && !s.Is(end, Tag.Weekday)) end++;
        return end > q.End + 1 ? end : q.End;
    }

    // The clause with the figure: from the boundary before it to the one after its predicate.
    private static Span Clause(Sentence s, Draft d)
    {
        var (first, end) = (d.Quantity.First, Math.Max(d.Quantity.End, Math.Min(s.Count, d.PredicateAt + 1)));
        if (d.PredicateAt >= 0 && d.PredicateAt < first && first - d.PredicateAt < 25) first = d.PredicateAt;
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }
}
