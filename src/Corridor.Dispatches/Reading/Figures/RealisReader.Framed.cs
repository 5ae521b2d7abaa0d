using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>What a sentence frames rather than tells: what is asked, imagined, laid down in a plan, still to come, or only named by its noun.</summary>
internal static partial class RealisReader
{
    private static Realis? Framed(Sentence s, Draft draft, Context context, List<TimeExpression> times)
    {
        var (q, predicate) = (draft.Quantity, draft.PredicateAt);
        if (Nowhere(s, draft)) return Realis.Negated;
        if (!Granted(s, draft) && (Wondered(s, q) || s.Any(q.End, s.Count, static (s, i) => s.IsMark(i, '?')))) return Realis.Possible;
        // "Imagine 900 people fleeing", "But suppose that 900 people flee", "what if 900 flee"
        if (s.Any(0, Math.Min(3, q.First), static (s, i) => s.Has(i, Cue.Imagined) || s.Says(i, "what") && s.Says(i + 1, "if")
            || s.Says(i, "let") && s.Says(i + 1, "us"))) return Realis.Possible;
        // "Say 900 people flee"
        if (s.Says(0, "say") && s.Lead(q.First) == 1 && predicate >= q.End && IsPresent(s, q, predicate)) return Realis.Possible;
        if (Cased(s, q, predicate) || Played(s, q)) return Realis.Possible;
        // "Next steps: evacuate 900 people", "Needs: evacuation of 900 people"
        if (s.Any(1, q.First, static (s, i) => s.IsMark(i, ':') && s.Has(i - 1, Cue.Wish))) return Realis.Planned;
        // "The mayor proposes that 900 people | be moved", "the alleged 900 displaced"
        if (predicate == q.End + 1 && s.Says(q.End, "be")) return Realis.Planned;
        var lead = s.Lead(q.First) - 1;
        // "the possibility of 900 people displaced", "a risk of 900 people being displaced"
        if (s.SaysAny(lead, "alleged", "supposed", "purported")
            || s.Says(lead, "of") && s.SaysAny(lead - 1, "possibility", "risk", "threat", "prospect", "danger", "likelihood", "chance")) return Realis.Possible;
        // "900 people displaced by 2050"
        if (context.Published is { } today && predicate >= 0)
            foreach (var t in times)
                if (t.First >= draft.ZoneStart && t.End <= draft.ZoneEnd && (t.Kind == TimeKind.By ? t.Last > today.PlusMonths(2)
                    : t.Kind is TimeKind.Point or TimeKind.Range && t.Start > today && IsPresent(s, q, predicate)))
                    return t.Kind == TimeKind.By ? Realis.Possible : Realis.Planned;
        if (predicate >= 0 && IsPresent(s, q, predicate) && s.Any(0, s.Count, static (s, i) => s.Says(i, "tomorrow")
            || s.Says(i, "next") && s.Is(i + 1, Tag.TimeUnit) && !s.Says(i - 1, "the"))) return Realis.Planned;
        // "The law lets the council evict 900 families"
        for (var i = 1; i < q.First - 1; i++)
            if (s.Has(i, Cue.Scheme) && s.Is(i - 1, Tag.Determiner) && s.Find(i + 1, Tag.Control) is { Form: VerbForm.Third }) return Realis.Possible;
        // "A deal to let 900 people leave"
        if (predicate >= q.End && s.AnyBefore(q.First, 6, static (s, i) => s.Has(i, Cue.Scheme) && s.Says(i + 1, "to") && s.Is(i + 2, Tag.Control)))
            return Realis.Planned;
        if (predicate < 0 || !IsPresent(s, q, predicate)) return null;
        if (context.Before.Supposed) return Realis.Possible;
        // "When the water rises, 900 people leave": a rule.
        if (s.Has(0, Cue.Whenever) || s.Says(0, "as") && s.Says(1, "soon") || s.SaysAny(0, "every", "each") && s.Says(1, "time")) return Realis.Possible;
        // "under the agreement 900 people leave the valley", "in that case 900 people are moved"
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "in", "under", "on", "by") && (s.Has(i + 1, Cue.Scheme) || s.Has(i + 2, Cue.Scheme)
                || s.Has(i + 3, Cue.Scheme) && s.IsWord(i + 2)))
                return Realis.Possible;
        return null;
    }

    // "the 900 people who fled", "after 900 people fled": taken for granted, whatever is asked.
    private static bool Granted(Sentence s, Draft draft)
    {
        var q = draft.Quantity;
        return s.SaysAny(q.End, "who", "that", "whom") || draft.PredicateAt == q.End && s.SaysAny(s.Lead(q.First), "the", "these", "those")
            || s.AnyBefore(q.First, 6, static (s, i) => s.SaysAny(i, "after", "since", "how", "when", "why"));
    }

    // "whether 900 people have fled", "if 900 families were moved"; "if the mayor is right that" tells who counted.
    private static bool Wondered(Sentence s, Quantity q)
    {
        for (var i = q.First - 1; i >= 0 && !s.IsMark(i); i--)
        {
            if (s.Says(i, "whether")) return true;
            if (s.SaysAny(i, "right", "correct", "believed")) return false;
            if (s.Says(i, "if") && !s.SaysAny(i - 1, "as", "even")) return true;
        }

        return false;
    }

    // "In the film 900 villagers flee", "the novel follows 900 villagers", "a song about 900 people", "evacuated in a drill"
    private static bool Played(Sentence s, Quantity q)
    {
        for (var i = 0; i < s.Count; i++)
        {
            // "as part of an exercise", "in Sunday's exercise"; a registration exercise counts people.
            var exercise = s.SaysAny(i, "exercise", "practice", "test") && (s.SaysAny(i - 1, "an", "a", "for") || s.SaysAny(i - 2, "in", "during", "was")
                || s.Is(i - 1, TokenKind.Possessive) && s.SaysAny(i - 3, "in", "during"));
            if (i == q.End && s.Has(i, Cue.Rehearsal)) return true;
            if ((exercise || s.Has(i, Cue.Rehearsal)) && i > q.First
                && s.Any(i - 4, i, static (s, k) => s.SaysAny(k, "in", "for", "as", "during", "was"))) return true;
            if (exercise && i < q.First && !s.Says(i + 1, "of")) return true;
            if (!s.Has(i, Cue.Fiction) || i > q.First || s.Says(0, "like")) continue;
            if (s.Is(i - 1, Tag.Determiner) && s.SaysAny(i - 2, "in", "from") || s.SaysAny(i - 1, "in", "to", "on")) return !s.Says(i + 1, "of");
            if (s.SaysAny(i + 1, "about", "to", "of") && s.Lead(q.First) - i is 2 or 3) return true;
            if (s.SaysAny(i + 1, "shows", "tells", "follows", "depicts", "portrays", "lets", "is", "has", "describes") && !s.Says(i - 1, "drone")
                || s.IsMark(i + 1, ',') && s.Says(i + 3, "which")) return true;
        }

        return false;
    }

    // "the worst-case scenario: 900 people displaced", "The best case is 900 people displaced, the worst 9,000"
    private static bool Cased(Sentence s, Quantity q, int predicate)
    {
        if (s.AnyBefore(Math.Max(predicate, q.First), 4, static (s, i) => s.Is(i, Tag.Have) || s.SaysAny(i, "was", "were"))) return false;
        return s.Any(0, q.First, static (s, i) => s.SaysAny(i, "scenario", "scenarios", "worst-case", "best-case")
            || s.SaysAny(i, "worst", "best") && s.SaysAny(i + 1, "case", "-"));
    }

    // "900 people leave", "900 people are moved", "displaces 900 people"
    private static bool IsPresent(Sentence s, Quantity q, int predicate)
    {
        if (s.Verb(predicate) is not { Form: var form }) return false;
        if (form.HasFlag(VerbForm.Participle) || form == VerbForm.Phrase)
        {
            var be = predicate - 1;
            while (s.Is(be, Tag.Adverb) || s.EndsWith(be, "ly")) be--;
            return be >= q.First && s.SaysAny(be, "are", "is") || form == VerbForm.Phrase && s.SaysAny(predicate, "lose", "loses");
        }

        if (form.HasFlag(VerbForm.Third) && predicate < q.First) return true;
        return form.HasFlag(VerbForm.Base) && !form.HasFlag(VerbForm.Past) && predicate >= q.End && (s.Is(predicate - 1, Tag.Adverb) || predicate == q.End);
    }

    // "Neither the 900 farmers nor the fishermen left", "at no time were 900 people driven out", "too weak to flee", "left without the 900 people"
    private static bool Nowhere(Sentence s, Draft draft)
    {
        var (q, predicate) = (draft.Quantity, draft.PredicateAt);
        var lead = s.Lead(q.First);
        if (s.SaysAny(lead - 1, "neither", "nor", "without")) return true;
        // "Not all of the 900 residents have left"
        if (s.Says(lead - 1, "of") && s.SaysAny(lead - 2, "all", "half", "everyone") && s.Says(lead - 3, "not")) return true;
        // "Nobody saw 900 people flee", "there was no eviction of 900 people"
        if (s.Is(lead - 1, Tag.Control) && (s.SaysAny(lead - 2, "nobody", "none") || s.Says(lead - 2, "one") && s.Says(lead - 3, "no"))) return true;
        if (predicate < 0) return false;
        if (predicate < q.First && s.Says(predicate - 1, "no") && s.Verb(predicate)?.Form.HasFlag(VerbForm.Noun) == true) return true;
        if (s.Says(predicate - 1, "without") || predicate > q.End && s.SaysAny(predicate - 1, "almost", "nearly")) return true;
        // "too weak to flee", "too scared and too tired to leave"
        if (s.Says(predicate - 1, "to") && (s.Says(predicate - 3, "too") || s.Says(predicate - 4, "too")) && s.IsWord(predicate - 2)) return true;
        // "Nobody has driven 900 people out", "no one moved the 900 families", "Never have 900 people fled", "at no time were 900 people driven out"
        return !q.IsZero && Claimed.IsNegated(s, predicate) && !s.Any(predicate, q.First, static (s, i) => s.IsMark(i, ';'));
    }

    // "talks on the evacuation of 900 people", "the looming eviction of 900 people", "boats for the evacuation of 900", "the cost of moving 900 people":
    // the deed is named, and nobody says that it was done.
    private static bool Named(Sentence s, Quantity q, int deed, VerbForm form)
    {
        // "the threat of | 900 evictions", "accused of | having driven 900 people out"
        if (deed >= q.First && deed < q.End && form == VerbForm.Noun) deed = q.First;
        while (s.SaysAny(deed - 1, "having", "been")) (deed, form) = (deed - 1, VerbForm.Ing);
        var gerund = form.HasFlag(VerbForm.Ing) && (s.Is(deed - 1, Tag.Preposition) || s.Has(deed - 1, Cue.Undone) || s.Says(deed - 1, "off"));
        if (deed > q.First || form != VerbForm.Noun && !gerund) return false;
        // "put off moving 900 people", "spoke of moving 900 people"
        if (gerund && (s.Says(deed - 1, "off") || s.SaysAny(deed - 2, "spoke", "speaks", "talked", "thought", "talk", "talks", "talking",
            "speaking", "thinking"))) return true;
        // "The court allowed the eviction of 900 families"
        if (form == VerbForm.Noun && s.Any(0, deed, static (s, i) => s.SaysAny(i, "court", "judge", "tribunal") && s.Is(i - 1, Tag.Determiner))) return true;
        for (var i = deed - 1; i >= Math.Max(0, deed - 6) && !s.IsMark(i); i--)
        {
            if (s.Has(i, Cue.Undone)) return true;
            if (s.Says(i, "against")) return !s.Has(i - 1, Cue.Blaming);
            if (s.Says(i, "for")) return !s.Has(i - 1, Cue.Blaming);
            if (s.Is(i, Tag.Preposition)) return s.Has(i - 1, Cue.Undone);
            if (s.Verb(i) is { Form: not VerbForm.Noun } || s.Is(i, Tag.Be)) break;
        }

        // "the evacuation of 900 people failed", "never began", "did not take place"
        for (var i = q.End; form == VerbForm.Noun && i < Math.Min(s.Count, q.End + 10) && !s.IsMark(i); i++)
            if (s.Has(i, Cue.Fallen) || s.Says(i, "nothing") && s.Says(i - 1, "to")
                || s.Says(i, "is") && !s.SaysAny(i + 1, "over", "complete", "completed", "finished", "done", "under", "ongoing", "continuing")
                || s.SaysAny(i, "never", "not") && (s.Is(i - 1, Tag.Do | Tag.Have) || s.Says(i, "never"))) return true;
        return false;
    }
}
