using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Whether what is claimed is true, for figures and for access: who does it is nobody, or the sentence around the claim says that it is not so.
/// </summary>
internal static class Claimed
{
    /// <summary>
    /// What the sentence around a claim makes of it: "it is not true that", "nobody believes that", "the report that ... does not hold up", "nobody can
    /// confirm that"; null where it lets it stand.
    /// </summary>
    /// <param name="s">The sentence.</param>
    /// <param name="first">First token of the claim.</param>
    /// <param name="end">Token after it.</param>
    public static Realis? Of(Sentence s, int first, int end)
    {
        for (var i = Math.Max(0, first - 9); i < first; i++)
            if ((OfDenial(s, i) ?? OfUntruth(s, i) ?? OfDisbelief(s, i) ?? Unconfirmed(s, i, first) ?? OfReport(s, i, end)) is { } realis) return realis;
        return null;
    }

    // "the | denial that 900 people fled", "reported in | error that", "took back his | claim that", "made up the | story that"
    private static Realis? OfDenial(Sentence s, int i)
    {
        if (s.SaysAny(i, "denial", "denials") && s.Says(i + 1, "that")) return Realis.Denied;
        if (s.Says(i, "error") && s.Says(i - 1, "in") && s.Says(i + 1, "that")) return Realis.Retracted;
        return IsClaim(s, i) && s.Says(i + 1, "that") && s.AnyBefore(i, 4, static (s, k) =>
            s.SaysAny(k, "took", "takes", "taken") && s.Says(k + 1, "back") || s.SaysAny(k, "made", "makes") && s.Says(k + 1, "up")) ? Realis.Retracted : null;
    }

    // "it is a | lie that 900 people fled", "| wrong to say that", "no | evidence of the flight of 900 people", "| mistakenly said"
    private static Realis? OfUntruth(Sentence s, int i)
    {
        var untrue = s.Has(i, Cue.Untrue) && !IsDenied(s, i) || (IsTrue(s, i) || s.Has(i, Cue.Proof)) && IsDenied(s, i);
        var that = s.Says(i + 1, "to") ? i + 3 : i + 1;
        if (untrue && (s.SaysAny(that, "that", "in") || s.Says(that, "of") && s.Has(i, Cue.Proof)) && !OfNobody(s, that)) return Realis.Denied;
        return s.Has(i, Cue.Mistakenly) && s.Is(i + 1, Tag.Speech) ? Realis.Retracted : null;
    }

    // "nobody believes | that 900 people fled", "the mayor never said | that", "doubted | that", "nothing suggests | that"
    private static Realis? OfDisbelief(Sentence s, int that) =>
        s.Says(that, "that") && !OfNobody(s, that) && IsUnsaid(s, that - 1) ? Realis.Denied : null;

    // "is not | confirmed", "could not | verify that"
    private static Realis? Unconfirmed(Sentence s, int i, int first)
    {
        if (!s.SaysAny(i, "confirm", "verify", "corroborate", "confirmed", "verified", "corroborated")) return null;
        if (s.SaysAny(i, "confirmed", "verified") && IsDenied(s, i)) return Realis.Possible;
        return !s.Any(i, first, static (s, k) => s.IsMark(k))
            && (IsNegated(s, i) || VerbChain.Of(s, i, new bool[s.Count]).Realis != Realis.Asserted) ? Realis.Possible : null;
    }

    // "the | report that", "the | claim of": what is believed of it, and what the rest of the sentence says.
    private static Realis? OfReport(Sentence s, int i, int end)
    {
        if (!s.Has(i, Cue.Report) && !((s.Has(i, Cue.Statement) || s.Says(i, "talk")) && s.SaysAny(i + 1, "of", "that"))) return null;
        // "no one believes the report that", "gives credit to claims that"
        for (var verb = i - 1; verb >= Math.Max(0, i - 5) && !s.IsMark(verb); verb--)
            if (s.Has(verb, Cue.Believing) && IsNegated(s, verb)) return Realis.Denied;
        var same = true;
        for (var k = end; k < s.Count; k++)
        {
            same &= !s.IsMark(k, ';');
            if (same && IsToldOf(s, i) && IsWithdrawn(s, k) && !s.Any(end, k, OpensClause)) return Realis.Retracted;
            if (IsRefuted(s, k) || same && IsTrue(s, k) && IsDenied(s, k)) return Realis.Denied;
        }

        return null;
    }

    // "a report that 900 people fled was | withdrawn", "was later | taken back"
    private static bool IsWithdrawn(Sentence s, int k) =>
        IsPassive(s, k) && (s.Has(k, Cue.Withdrawing) || s.SaysAny(k, "disowned", "scrapped") || s.Says(k, "taken") && s.Says(k + 1, "back"));

    // "is | false", "was | denied", "was | made up", "| lacks proof", "was | never confirmed", "does not | hold water"
    private static bool IsRefuted(Sentence s, int k) =>
        s.Has(k, Cue.Untrue) && !IsDenied(s, k) || s.Is(k, Tag.Deny) && s.Is(k - 1, Tag.Be)
            || s.Says(k, "made") && s.Says(k + 1, "up") || s.SaysAny(k, "lacks", "lacked")
            || s.Says(k, "never") && s.SaysAny(k + 1, "proved", "proven", "confirmed")
            || s.SaysAny(k, "hold", "stand", "add") && s.SaysAny(k + 1, "up", "water") && IsDenied(s, k);

    /// <summary>
    /// Whether a verb is told of nobody or not at all: "Neither side has closed the bridge", "No shell hit it", "At no time did the army close it".
    /// </summary>
    /// <param name="s">The sentence.</param>
    /// <param name="verb">Token of the verb.</param>
    public static bool IsNegated(Sentence s, int verb)
    {
        var i = verb - 1;
        for (; s.Is(i, Tag.AllAuxiliaries | Tag.Adverb) || s.EndsWith(i, "ly") || s.SaysAny(i, "not", "never", "cannot", "to", "means"); i--)
            if (s.SaysAny(i, "not", "never", "cannot", "hardly", "scarcely") && !s.Says(i + 1, "only") || s.Says(i, "means") && s.Says(i - 1, "no"))
                return true;
        for (var stop = Math.Max(0, i - 14); i >= stop && !IsClauseStart(s, i); i--)
        {
            if (s.Is(i, Tag.AllAuxiliaries)) return IsFronted(s, i);
            if (IsNobody(s, i)) return true;
        }

        return false;
    }

    // "nobody", "none of the armies", "neither side", "no shell", "not one shell", "hardly anyone"; "in no town", "had no water" are no subjects.
    private static bool IsNobody(Sentence s, int i)
    {
        if (s.SaysAny(i, "any", "anyone", "anybody", "anything")) return s.SaysAny(i - 1, "hardly", "scarcely");
        if (s.Says(i, "not")) return s.SaysAny(i + 1, "one", "a", "any");
        if (s.Says(i, "nor")) return true;
        if (!s.SaysAny(i, "nobody", "none", "nothing", "neither") && !(s.Says(i, "no") && s.IsWord(i + 1)
            && !s.SaysAny(i + 1, "of", "fewer", "less", "more", "longer", "doubt", "sooner", "later", "wonder"))) return false;
        return i == 0 || IsClauseStart(s, i - 1) || s[i - 1].Capital || s.IsNumber(i - 1) || s.Is(i - 1, Opening)
            || s.Is(i - 1, Tag.Be) && s.Says(i - 2, "there");
    }

    // "never | have", "never before | did", "not once | were", "at no time | did": the verb stands before its subject.
    private static bool IsFronted(Sentence s, int auxiliary) =>
        s.SaysAny(auxiliary - 1, "never", "nor", "neither", "nowhere") || s.SaysAny(auxiliary - 2, "never", "not") && s.SaysAny(auxiliary - 1, "before", "once")
            || s.AnyBefore(auxiliary, 6, static (s, i) => s.Says(i, "no") && s.Is(i - 1, Tag.Preposition));

    private static bool IsClauseStart(Sentence s, int i) => s.IsMark(i) || s.Is(i, Tag.Speech) || s.Has(i, Cue.ClauseMarks)
        || s.SaysAny(i, "and", "but", "after", "before", "until", "who", "which", "that") && !s.SaysAny(i - 1, "never", "not")
        || s.Verb(i) is { Form: VerbForm.Past or VerbForm.Third };

    // "not true", "not at all correct", "no evidence", "hardly any evidence", "far from true"
    private static bool IsDenied(Sentence s, int i)
    {
        var at = i - 1;
        while (s.EndsWith(at, "ly") && !s.Says(at, "hardly") || s.SaysAny(at, "quite", "at", "all", "any", "the", "a", "be")) at--;
        return s.SaysAny(at, "not", "no", "never", "little", "scant", "hardly", "cannot", "without") || s.Says(at, "from") && s.Says(at - 1, "far");
    }

    private static bool IsTrue(Sentence s, int i) => s.SaysAny(i, "true", "truth", "correct", "case", "accurate", "credible", "right");

    // "a report | that", "a bulletin | that"; "Reports said" is the subject of nothing but its saying.
    private static bool IsToldOf(Sentence s, int i) => s.SaysAny(i + 1, "that", "of") || s.Says(i, "that") && !s.Is(i - 1, Tag.Verbs);

    private static bool OpensClause(Sentence s, int i) => s.Is(i, Tag.Conjunction) || s.Has(i, Cue.Subordinate)
        || s.SaysAny(i, "and", "but", "before", "after", "when", "while", "as") || s.SaysAny(i, "where", "since", "until");

    // "was | withdrawn", "has been later | withdrawn"
    private static bool IsPassive(Sentence s, int i) => s.AnyBefore(i, 3, static (s, k) => s.Is(k, Tag.Be)) && !s.AnyBefore(i, 3, static (s, k) => s.IsMark(k));

    private static bool IsClaim(Sentence s, int i) => s.Has(i, Cue.Report) || s.Has(i, Cue.Statement);

    private static bool IsUnsaid(Sentence s, int verb)
    {
        var no = s.Says(verb - 1, "few") || IsNegated(s, verb);
        if (s.Has(verb, Cue.Doubting) && !no || s.Says(verb, "be") && s.SaysAny(verb - 1, "cannot", "not", "can", "could")) return true;
        return (s.Is(verb, Tag.Speech) || s.Has(verb, Cue.Believing)) && (no && !s.Is(verb, Tag.Deny) || s.Says(verb - 3, "lied"));
    }

    // "not true that nobody had left"
    private static bool OfNobody(Sentence s, int that) => s.SaysAny(that + 1, "nobody", "none", "no");

    private const Tag Opening = Tag.Adverb | Tag.TimeUnit | Tag.Weekday | Tag.Month;
}
