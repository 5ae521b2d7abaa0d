using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// A verb and all that leads to it: auxiliaries, "not", "to", and the verbs that govern it, also past an object ("prevented 500 families
/// from leaving"). What the chain says decides whether the thing happened (pipeline step 6); words outside it do not.
/// </summary>
/// <param name="First">First token of the chain.</param>
/// <param name="Passive">Whether it is done to the subject.</param>
/// <param name="Perfect">Whether "have" leads it.</param>
/// <param name="Finite">Whether the chain reaches a finite verb or auxiliary; "fleeing", "to flee" alone do not.</param>
/// <param name="Realis">What the chain makes of the verb.</param>
internal readonly record struct VerbChain(int First, bool Passive, bool Perfect, bool Finite, Realis Realis)
{
    private const int Reach = 24;

    /// <summary>Reads the chain that ends in the verb at a token.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">Token of the verb.</param>
    /// <param name="taken">Tokens that belong to dates.</param>
    public static VerbChain Of(Sentence s, int at, bool[] taken)
    {
        var form = s.Verb(at)?.Form ?? VerbForm.None;
        var (first, realis) = (at, Realis.Asserted);
        var (passive, perfect, finite, negated, innermost) = (false, false, form.HasFlag(VerbForm.Past) || form.HasFlag(VerbForm.Third), false, true);
        for (var i = at - 1; i >= 0 && at - i <= Reach; i--)
        {
            if (s.Is(i, Tag.Modal) && !taken[i] && !(s.Says(i, "may") && s[i].Capital && i > 0)) (realis, finite, first) = (Realis.Possible, true, i);
            else if (s.Is(i, Tag.Be)) (passive, finite, first) = (passive || (innermost && form.HasFlag(VerbForm.Participle)), true, i);
            else if (s.Is(i, Tag.Have)) (perfect, finite, first) = (perfect || innermost, true, i);
            else if (s.Is(i, Tag.Do)) (finite, first) = (true, i);
            else if (s.Is(i, Tag.Get)) (passive, first) = (passive || innermost, i);
            else if (s.SaysAny(i, "not", "never", "neither") && !s.Says(i + 1, "only")) (negated, first) = (true, i);
            else if (s.Is(i, Tag.Adverb) || s.EndsWith(i, "ly")) continue;
            else if (Leads(s, i, out var start, out var meaning))
            {
                realis = Outer(realis, meaning);
                (innermost, first, i) = (false, start, start);
                finite = true;
            }
            else if (s.SaysAny(i, "to", "from", "of") && i + 1 <= first && Controller(s, i, out var control, out var of))
            {
                realis = Outer(realis, of);
                (innermost, first, i, finite) = (false, control, control, true);
            }
            else if (s.Says(i, "to") && first == i + 1)
            {
                // "are to go home in February", "are still to leave"
                if (s.SaysAny(s.Is(i - 1, Tag.Adverb) ? i - 2 : i - 1, "are", "is", "were", "was") && realis == Realis.Asserted && innermost)
                    (realis, finite) = (Realis.Planned, true);
                continue;
            }
            else if (s.SaysAny(i, "and", "or") && s.Verb(i - 1) is { } twin && twin.Form.HasFlag(VerbForm.Participle)
                && form.HasFlag(VerbForm.Participle) && first == i + 1)
                i--;
            else if (PastAdverbial(s, i, taken) is var auxiliary and > 0) i = auxiliary + 1;
            else break;
        }

        return new VerbChain(first, passive, perfect, finite, negated && realis is Realis.Asserted or Realis.Attempted ? Realis.Negated : realis);
    }

    // "may | in time | be displaced", "did not | in fact | flee", "have not, | he said, | fled": to the auxiliary before words of time and manner, or 0.
    private static int PastAdverbial(Sentence s, int i, bool[] taken)
    {
        var open = i;
        if (s.IsMark(i, ','))
        {
            open--;
            while (open > i - 6 && s.IsWord(open)) open--;
            if (!s.IsMark(open, ',')) return 0;
            open--;
        }
        else
            while (open > Math.Max(0, i - 5) && s.IsWord(open) && !s.Is(open, Tag.Modal) && !s.Says(open, "not")
                && (taken[open] || s.Is(open, Tag.Preposition | Tag.Determiner | Tag.TimeUnit | Tag.Month)
                    || s.Has(open, Cue.Adverbial))) open--;
        return open < i && (s.Is(open, Tag.Modal) && !taken[open] || s.Says(open, "not")) ? open : 0;
    }

    // The outer verb decides, but one that only says that it happens leaves what the inner ones made of it.
    private static Realis Outer(Realis inner, Meaning meaning) => Spelling.Parse<Realis>(meaning.Name) is var outer and not Realis.Asserted ? outer : inner;

    // "tried to | leave", "began | leaving", "were ordered to | leave": a governing verb right before, its "to" or "from" between.
    private static bool Leads(Sentence s, int i, out int start, out Meaning meaning)
    {
        var end = s.SaysAny(i, "to", "from", "of") ? i : i + 1;
        meaning = null!;
        start = i;
        var link = end == i;
        if (s.EndingAt(end, Tag.Catenative, out start) is { } same
            && (link || s.Verb(i + 1) is { Form: var next } && next.HasFlag(VerbForm.Ing) || s.Is(i + 1, Tag.Be)) && Verbal(s, start))
            meaning = same;
        if (s.EndingAt(end, Tag.Control, out var at) is { } other && link && (meaning is null || Done(s, at)) && Verbal(s, at)) (meaning, start) = (other, at);
        // "failed | in the end | to leave", "kept | by force | from leaving"
        if (meaning is null && link && Adverbial(s, end) is var before and > 0)
        {
            if (s.EndingAt(before, Tag.Catenative, out at) is { Name: not "asserted" } led && s.Says(end, "to") && Verbal(s, at)) (meaning, start) = (led, at);
            else if (s.EndingAt(before, Tag.Control, out at) is { Name: not "asserted" } made && Done(s, at)
                && s.Says(end, "from") == (made.Name == "negated")) (meaning, start) = (made, at);
        }

        // "have to be taken out": not done yet; "had to leave" is.
        if (meaning is not null && link && end == start + 1 && s.SaysAny(start, "have", "has")) meaning = Due;
        return meaning is not null;
    }

    // Back over words of time, place and manner between a verb and its "to": where they begin, or 0.
    private static int Adverbial(Sentence s, int link)
    {
        for (var i = link - 1; i > Math.Max(0, link - 6) && s.IsWord(i); i--)
        {
            if (s.Is(i, Tag.Helping | Tag.Predicate | Tag.Conjunction | Tag.Speech)) return 0;
            if (s.SaysAny(i, "in", "at", "by", "for", "under", "during", "after", "with", "on") || s.SaysAny(i, "point-blank", "outright", "flatly")) return i;
        }

        return 0;
    }

    private static readonly Meaning Due = new(Tag.Catenative, "planned");

    // A noun spelled like a verb stands after an article or a preposition: "the plan to", "in an attempt to" lead as well; "of fear to" does not.
    private static bool Verbal(Sentence s, int i) => !s.Says(i - 1, "of");

    private static bool Done(Sentence s, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (s.Is(i, Tag.Be | Tag.Get)) return true;
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly")) return false;
        }

        return false;
    }

    // "forced [8,000 women and children] to", "prevented [500 families] from": the governing verb stands before its object.
    private static bool Controller(Sentence s, int link, out int at, out Meaning meaning)
    {
        for (at = link - 1; at >= Math.Max(0, link - 14); at--)
        {
            if (s.Find(at, Tag.Control, out var length) is { } control && at + length < link && (s.Says(link, "from") == (control.Name == "negated"))
                && !s.Is(at - 1, Tag.Determiner))
            {
                meaning = control;
                return true;
            }

            if (s.IsMark(at) && !s.IsMark(at, ',') && !s.IsMark(at, '(') && !s.IsMark(at, ')') || s.Is(at, Tag.Auxiliaries)
                || s.SaysAny(at, "who", "that", "which"))
                break;
            if (s.Verb(at) is { } p && p.Form is VerbForm.Past or VerbForm.Third) break;
        }

        meaning = null!;
        return false;
    }
}
