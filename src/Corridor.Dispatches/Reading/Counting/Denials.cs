using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// Displacement that is denied without a number: "denied having driven anybody away", "nobody was displaced".
/// It is a figure without a value, so that it stands beside the numbers of others.
/// </summary>
internal static class Denials
{
    public static void Read(Sentence s, bool[] taken, List<Quantity> quantities, List<Draft> drafts)
    {
        if (!Negative(s)) return;
        for (var i = 0; i < s.Count; i++)
        {
            if (Someone(s, i, out var end) is not { } negative || !(negative || Denied(s, i))) continue;
            if ((Done(s, i, taken) ?? Doing(s, end, taken)) is not { } at) continue;
            var verb = s.Verb(at)!;
            if (negative && CountsNone(s, at, taken)) continue;
            var first = Math.Min(i, at);
            var stop = Stop(s, Math.Max(end, at + 1));
            if (Counted(quantities, first, stop)) continue;
            foreach (var none in quantities)
                if (none.IsZero && none.First < stop && none.End > first) none.Role = NumberRole.Other;
            var quantity = new Quantity { First = first, Core = first, CoreEnd = end, End = stop, Noun = UnitClass.Person, NounAt = i, IsNone = true };
            drafts.Add(new Draft { Quantity = quantity, Class = verb.Class, Term = verb.FigureTerm, PredicateAt = at, RoleScore = 0.8 });
            return;
        }
    }

    /// <summary>
    /// "The report was false", "The army says this is a lie", "None of it was true", "The mayor denied it": takes back what the sentence before told, if
    /// nobody known stands for it.
    /// </summary>
    public static bool OfBefore(Sentence s, SourceType source)
    {
        if (source is not (SourceType.Publisher or SourceType.Media or SourceType.Unknown or SourceType.Witness)) return false;
        if (s.SaysAny(0, "none", "nothing") && s.Says(1, "of") && s.SaysAny(2, "it", "this", "that") && s.Is(3, Tag.Be) && s.SaysAny(4, "true", "so"))
            return true;
        for (var i = 0; i < s.Count; i++)
        {
            // "it was false", "this is a lie", "the story is pure invention", "the report was denied"
            var subject = s.SaysAny(i, "it", "this", "that") && (i == 0 || s.Is(i - 1, Tag.Speech) || s.Says(i - 1, "called"))
                || (s.Has(i, Cue.Report) || s.Has(i, Cue.Statement)) && i <= 2 && s.Is(i - 1, Tag.Determiner);
            if (subject && s.Is(i + 1, Tag.Be) && s.AnyAhead(i + 2, 3, static (s, k) => s.Has(k, Cue.Untrue) || s.Is(k, Tag.Deny) && s.Is(k - 1, Tag.Be))
                && !s.SaysAny(i + 2, "not", "no")) return true;
            if (source != SourceType.Publisher && s.Is(i, Tag.Deny) && i > 0 && !s.Is(i - 1, Tag.Negation)
                && (s.SaysAny(i + 1, "it", "this", "that") || s.SaysAny(i + 1, "the", "these") && s.Has(i + 2, Cue.Report))) return true;
        }

        return false;
    }

    /// <summary>"Nobody had come by Friday night", "no one was evacuated on Sunday": on a day that is told nobody did it, which is a count of none. That
    /// nobody was driven out, or leaves at all, is a denial.</summary>
    public static bool CountsNone(Sentence s, int verb, bool[] taken)
    {
        if (s.Verb(verb) is not { } deed || IsDrivenOut(deed) && deed.Term is not (Term.Evacuated or Term.Relocated)
            || VerbChain.Of(s, verb, taken) is not { Realis: Realis.Asserted or Realis.Negated } chain || s.Says(verb - 1, "to"))
            return false;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Deny) || i < verb && i >= chain.First && s.SaysAny(i, "let", "allowed", "permitted")) return false;
        for (var i = verb + 1; i < s.Count && !s.IsMark(i, ';') && !s.Says(i, "before") && !s.Has(i, Cue.Subordinate); i++)
            if (taken[i]) return !s.Says(i, "since") && !s.Says(i - 1, "since");
        return false;
    }

    // What is done to people by others.
    private static bool IsDrivenOut(VerbMeaning verb) =>
        verb is { Class: VerbClass.Move or VerbClass.ForcedBack or VerbClass.Carry, Who: Who.Object or Who.Both };

    private static bool Counted(List<Quantity> quantities, int first, int stop) =>
        quantities.Exists(q => q.First < stop && q.End > first && q.Noun is not UnitClass.Site && !q.IsZero);

    private static bool Negative(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Deny | Tag.Negation)) return true;
        return false;
    }

    // "anyone", "any civilian", "nobody", "not a single family": whether it is negative by itself, or null when it is none of these.
    private static bool? Someone(Sentence s, int i, out int end)
    {
        end = i + 1;
        if (s.SaysAny(i, "nobody", "none")) return true;
        if (s.Says(i, "no") && s.Says(i + 1, "one"))
        {
            end = i + 2;
            return true;
        }

        if (s.Has(i, Cue.Anyone)) return s.IsNumber(i - 1) || s.Says(i - 1, "of") ? null : false;
        var at = s.Says(i, "any") ? i + 1 : s.Says(i, "a") && s.Says(i + 1, "single") ? i + 2 : -1;
        if (at < 0 || !(s.Unit(at, out var length)?.Class).IsHuman()) return null;
        end = at + length;
        return s.Says(i - 1, "not");
    }

    // "driven | anyone"
    private static int? Done(Sentence s, int someone, bool[] taken) =>
        s.VerbEndingAt(someone, out var at) is { } verb && IsDrivenOut(verb)
            && (verb.Class != VerbClass.Carry || s.SaysAny(someone + 1, "out", "away", "off", "from")) && verb.Form != VerbForm.Noun && !taken[at] ? at : null;

    // "anyone | had been driven"
    private static int? Doing(Sentence s, int after, bool[] taken)
    {
        for (var i = after; i < Math.Min(s.Count, after + 9); i++)
        {
            if (s.Verb(i) is { Class: VerbClass.Move or VerbClass.ForcedBack } verb && verb.Form != VerbForm.Noun && !taken[i]) return i;
            // "nobody in the village of X has left"
            if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Modal) && !s.Is(i, Tag.Preposition)
                && !s.Is(i, Tag.Determiner) && !s.Is(i, Tag.PlaceNoun) && !(s.IsWord(i) && s[i].Capital))
                return null;
        }

        return null;
    }

    private static bool Denied(Sentence s, int before)
    {
        for (var i = 0; i < before; i++)
            if (s.Is(i, Tag.Deny)) return true;
        return false;
    }

    // To the end of its places: "out of the 20 villages".
    private static int Stop(Sentence s, int from)
    {
        var end = from;
        while (end < s.Count && !s.IsMark(end) && !s.Is(end, Tag.Speech)
            && !s.SaysAny(end, "and", "but", "while", "after", "when", "who", "since", "as", "because", "during", "on", "by"))
            end++;
        return end;
    }
}
