using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>What is denied, doubted, corrected or taken back.</summary>
internal static partial class RealisReader
{
    // "denied reports that 5,000 had fled": the number stands after the denial.
    private static bool Denied(Sentence s, Draft draft, bool speakerDenies)
    {
        for (var i = draft.ZoneStart; i < draft.Quantity.First; i++)
            if (s.Find(i, Tag.Deny, out var words) is not null
                // "denied having driven 900 people out", "laughed at the claim that 900 people had fled", "denied the radio's report that"
                && (speakerDenies || s.Has(i + words, Cue.Report) || s.Has(s.PastArticle(i + words), Cue.Report)
                    || s.Any(i + words, i + words + 4, static (s, k) => s.Is(k, TokenKind.Possessive) && s.Has(k + 1, Cue.Report))
                    || s.EndsWith(i + words, "ing")
                    || s.Verb(s.PastArticle(i + words)) is { Form: VerbForm.Noun })
                // "denied shelling the town, from which 900 people fled"
                && !s.Any(i, draft.Quantity.First, static (s, k) => s.IsMark(k - 1, ',') && (s.SaysAny(k, "which", "after", "when") || s.Says(k + 1, "which")))
                && !s.SaysAny(i - 1, "neither", "nobody", "not", "never") && !s.SaysAny(i - 2, "no", "neither")) return true;
        return false;
    }

    // "it is not true that 10,000 have left", "could not confirm that", "rumours that 20,000 had left proved false": told, not stated.
    private static Realis? Doubted(Sentence s, Draft draft)
    {
        if (s.Has(s.Lead(draft.Quantity.First) - 1, Cue.Doubting)) return Realis.Denied;
        // "900 people fled, which is false"
        if (s.Any(draft.Quantity.End, s.Count, static (s, k) => s.Says(k, "which") && s.Is(k + 1, Tag.Be) && s.Has(k + 2, Cue.Untrue))) return Realis.Denied;
        // "900 people fled, a report says; the army denies it", "900 fled, a claim the army denies"
        var said = false;
        for (var i = draft.Quantity.End; i < s.Count; i++)
        {
            said |= (s.Has(i, Cue.Report) || s.Has(i, Cue.Statement)) && s.SaysAny(i - 1, "a", "an");
            if (said && s.Is(i, Tag.Deny) && (s.SaysAny(i + 1, "it", "this") || i + 1 >= s.Count || s.IsMark(i + 1))) return Realis.Denied;
        }

        if (Claimed.Of(s, draft.Quantity.First, draft.Quantity.End) is { } claimed) return claimed;
        for (var i = Math.Max(0, draft.Quantity.First - 9); i < draft.Quantity.First; i++)
            if ((s.Has(i, Cue.Report) || s.Has(i, Cue.Statement) && s.Says(i + 1, "of"))
                && (s.SaysAny(i - 1, "unconfirmed", "unverified", "conflicting") || s.SaysAny(i, "rumours", "rumors"))) return Realis.Possible;
        // "it is feared that 900 people fled"
        var uncertain = draft.PredicateAt >= draft.Quantity.End && !Granted(s, draft) && s.Any(draft.Quantity.First - 9, draft.Quantity.First,
            static (s, i) => s.Has(i, Cue.Uncertain) && s.Is(i - 1, Tag.Be) && s.Says(i - 2, "it"));
        return uncertain ? Realis.Possible : null;
    }

    // "retracted a report that 9,000 had left", "said 9,000 had left; it later withdrew the figure", "a report that 9,000 had left was withdrawn".
    private static bool Withdrawn(Sentence s, Draft draft)
    {
        var q = draft.Quantity;
        var of = s.Lead(q.First) - 1;
        for (var i = draft.ZoneStart; i < s.Count; i++)
        {
            // "the figure of 900 displaced was a mistake"
            if (i > q.End && s.SaysAny(i, "mistake", "error", "wrong", "mistaken", "erroneous")
                && s.Says(of, "of") && s.Has(of - 1, Cue.Statement)) return true;
            if (!s.Has(i, Cue.Withdrawing)) continue;
            if (i < q.First && (!s.Is(i - 1, Tag.Source) || s.Is(i + 1, Tag.Determiner)))
                for (var k = i + 1; k < Math.Min(q.First, i + 6); k++)
                    if (s.Has(k, Cue.Statement)) return true;
            if (i >= q.End && s.Has(i + 2, Cue.Statement) && s.SaysAny(i + 1, "the", "that", "this", "its", "his", "her")) return true;
            // "a tweet about 900 new arrivals and deleted it"
            if (i >= q.End && s.Says(i + 1, "it")
                && s.AnyBefore(q.First, 5, static (s, k) => s.Has(k, Cue.Publication) && s.SaysAny(k + 1, "about", "of", "on", "that"))) return true;
            for (var k = 0; k < q.First && i >= q.End && s.Is(i - 1, Tag.Be); k++)
                if (s.Has(k, Cue.Report) && s.SaysAny(k + 1, "that", "of")) return true;
        }

        return false;
    }

    // "an earlier figure of 5,000", "the previous estimate of": no longer what the source says.
    private static bool PriorFigure(Sentence s, Quantity q)
    {
        for (var i = Math.Max(0, q.First - 5); s.SaysAny(q.First - 1, "of", "from") && i < q.First - 1; i++)
            if (s.Is(i, Tag.PriorMark) && s.Is(i + 1, Tag.CountNoun)) return !s.Says(i, "initial");
        return false;
    }

    // "An earlier version of this article said 70,000", "Correction: a headline said that 70,000": what the publisher takes back.
    private static bool EarlierVersion(Sentence s, Quantity q)
    {
        var corrects = s.SaysAny(0, "correction", "clarification", "corrected");
        for (var i = 0; i < q.First - 2; i++)
            if (s.Has(i + 1, Cue.Publication) && !s.Is(i - 1, Tag.Source)
                && (s.Is(i, Tag.PriorMark) || s.IsMark(i - 1, ':') && s.SaysAny(i, "a", "the", "our")))
                return s.Says(i + 1, "version") || corrects;
        return false;
    }
}
