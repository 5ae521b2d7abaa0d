using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>What stands before a number, word by word back to the number before it: money marks, "a further", quantifiers, articles.</summary>
internal ref struct BeforeNumber(Sentence s, Quantity q, int floor)
{
    private const int MaxSteps = 4;

    private int at;
    // Past a "the": what stands before it is set beside another count.
    private bool definite;

    public void Read()
    {
        at = q.First = q.Core;
        if (q.Role is not null) return;
        PassMoney();
        for (var steps = 0; at > floor && steps < MaxSteps && (PassesFurther() || PassesMark() || PassesQuantifier() || PassesFiller()); steps++) { }
        if (q.Value is not { } value || q.Quantifier is Quantifier.Between) return;
        q.Min = q.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : value;
        q.Max = q.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : value;
    }

    // "$|40", "USD |40"
    private void PassMoney()
    {
        if (at <= floor) return;
        if (s.Is(at - 1, TokenKind.Money))
        {
            q.IsMoney = true;
            at = q.First = at - 1;
        }
        else if (s.Unit(at - 1)?.Class == UnitClass.Money && s[at - 1].End - s[at - 1].Start == 3)
        {
            q.IsMoney = true;
        }
    }

    // "a further | 900", "another | 900"
    private bool PassesFurther()
    {
        if (s.EndingAt(at, Tag.Further, out var first) is null || first < floor || s.Says(first, "more")) return false;
        q.Further = true;
        at = first;
        if (s.Says(first, "another")) q.First = first;
        return true;
    }

    // "~|900"
    private bool PassesMark()
    {
        if (!s.IsMark(at - 1, '~') && !s.IsMark(at - 1, '≈')) return false;
        q.Quantifier = Quantifier.Approximately;
        q.First = --at;
        return true;
    }

    private static readonly (Tag Tag, Quantifier Meaning)[] Quantifiers =
    [
        (Tag.AtLeast, Quantifier.AtLeast), (Tag.AtMost, Quantifier.AtMost), (Tag.MoreThan, Quantifier.MoreThan),
        (Tag.LessThan, Quantifier.LessThan), (Tag.Approximately, Quantifier.Approximately),
    ];

    // "more than | 900", "up to | 900"
    private bool PassesQuantifier()
    {
        // "far fewer than the | 90,000 that had been feared", "close to the | 6,940 that IOM has": set against another count, no bound of it.
        if (definite && s.SaysAny(at - 1, "than", "to")) return false;
        foreach (var (tag, meaning) in Quantifiers)
        {
            if (s.EndingAt(at, tag, out var first) is null || first < floor || !Bounds(meaning)) continue;
            if (q.Quantifier != Quantifier.Between) q.Quantifier = meaning;
            at = first;
            if (!IsLeftOut(first)) q.First = first;
            return true;
        }

        return false;
    }

    // "turned around about | 650": one "about" is enough, the other belongs to the verb.
    private readonly bool Bounds(Quantifier meaning) =>
        meaning == Quantifier.Approximately ? q.Quantifier is Quantifier.Exact or Quantifier.Between
            : q.Quantifier is Quantifier.Exact or Quantifier.Approximately;

    // "some", a bare "estimated" and verbs are left out of the span, as the cases have it; the other quantifiers are part of it.
    private readonly bool IsLeftOut(int first) =>
        s.SaysAny(first, "some", "est", "passed", "passes", "exceeded", "exceeds", "exceed", "surpassed", "surpassing", "topped")
            || s.Says(first, "estimated") && !s.SaysAny(first - 1, "an", "the");

    // "the | 900", "just | 900", "a staggering | 2.1 million", "a record | 55 million": an adjective belongs to the span, with its article.
    private bool PassesFiller()
    {
        var adjective = s.IsIn(at - 1, Adjectives);
        if (!adjective && !s.SaysAny(at - 1, "the", "a", "an") && !s.IsIn(at - 1, Adverbs)) return false;
        at--;
        definite |= s.Says(at, "the");
        if (!adjective) return true;
        q.First = at;
        if (at > floor && s.SaysAny(at - 1, "a", "an")) q.First = --at;
        return true;
    }

    private static readonly WordSet Adverbs =
        new("just", "only", "well", "far", "perhaps", "reportedly", "possibly", "maybe", "apparently", "probably");
    private static readonly WordSet Adjectives = new("staggering", "record", "whopping", "massive", "astonishing", "alarming", "shocking", "huge", "mere",
        "whole", "full", "good", "further", "initial", "combined", "cumulative", "net", "possible");
}
