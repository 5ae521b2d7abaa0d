using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Whether the clause says that it happened (pipeline step 6).</summary>
internal static class RealisReader
{
    public static Realis Of(Sentence s, Draft draft, bool denied, Context context, bool[] taken)
    {
        var q = draft.Quantity;
        if (draft.IsRetracted || PriorFigure(s, q) || EarlierVersion(s, q)) return Realis.Retracted;
        // "15,000, not 50,000, had fled"
        if (q.IsNone || s.Says(q.First - 1, "not") && !s.Has(q.First, Cue.Limiting)) return Realis.Negated;
        if (Denied(s, draft, denied)) return Realis.Denied;
        if (Withdrawn(s, draft)) return Realis.Retracted;
        if (Doubted(s, draft) is { } doubted) return doubted;
        var predicate = draft.PredicateAt;
        if (s.SaysAny(q.End, "will", "would") && s.Says(q.End + 1, "follow") && draft.Term is "evacuated" or "relocated") return Realis.Planned;
        if (Outlook(s, q, taken) is { } outlook && (predicate < q.First || s.SaysAny(predicate, "expected", "awaited", "due"))) return outlook;
        // "and officials fear up to 90,000"
        if (predicate < q.First && s.EndingAt(q.First, Tag.Control, out var lead) is { Name: "possible" } && !s.Is(lead - 1, Tag.Be)) return Realis.Possible;
        if (draft.IsTally && Tallied(s, draft, taken) is { } tallied) return tallied;
        // "the real number was 3,000" stands against what was doubted before.
        if (predicate < 0 && draft.IsTally)
            for (var i = Math.Max(0, q.First - 5); i < q.First; i++)
                if (s.SaysAny(i, "real", "true", "actual", "correct")) return Realis.Asserted;
        if (predicate < 0)
            return draft.Parent is { Realis: Realis.Possible or Realis.Planned } && draft.Parent != context.Earlier ? draft.Parent.Realis : Realis.Asserted;
        // "70,000 would be displaced; in the event 21,000 were"
        if (predicate == q.End && s.SaysAny(predicate, "were", "was")) return Realis.Asserted;
        var form = s.Find(predicate, Tag.Predicate)?.Form ?? VerbForm.None;
        if (Told(s, draft, predicate, form) || OrderedOut(s, predicate, form)) return Realis.Planned;
        // The verbs that lead to the predicate settle it; a verb without a finite one, a noun or a fixed phrase is touched by all that leads to them.
        var chain = VerbChain.Of(s, predicate, taken);
        // "have still not returned": that they are away is asserted.
        if (draft.Class == "shelter" && chain.Realis == Realis.Negated && s.Find(predicate, Tag.Predicate) is { Name: "back" }) return Realis.Asserted;
        if (chain.Realis == Realis.Possible && Arranged(s, chain.First, predicate)) return Realis.Planned;
        if (chain.Realis != Realis.Asserted) return chain.Realis;
        if (predicate < q.First && Purpose(s, predicate, form, chain)) return Realis.Planned;
        var open = form is VerbForm.Noun or VerbForm.Phrase or VerbForm.None || !chain.Finite;
        var from = predicate >= q.End ? (open ? draft.ZoneStart : Math.Max(q.End, chain.First - 1)) : open ? draft.ZoneStart
            : Math.Max(draft.ZoneStart, chain.First - 1);
        if (form == VerbForm.Noun && predicate < q.First && LedTo(s, draft, predicate) is var led and > 0) from = led;
        var to = Math.Max(predicate, q.First);
        // "300 of the 2,000 who tried to leave made it": what the others tried is not what these did.
        if (s.Says(q.CoreEnd, "of") && predicate > q.End && q.Quantifier != Quantifier.Vague) from = Math.Max(from, predicate - 3);
        var result = Realis.Asserted;
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, ':') && result == Realis.Negated)
            {
                result = Realis.Asserted;
                continue;
            }

            // "prevented from leaving and | driven back": what was done in the end has its own verb.
            if (draft.Class == "forced_back" && s.SaysAny(i, "and", "but") && (i + 1 == predicate || (i + 2 == predicate && s.Is(i + 1, Tag.Be))))
            {
                result = Realis.Asserted;
                continue;
            }

            if (i == predicate || (i >= q.Core && i < q.CoreEnd)) continue;
            // "the order had sent 900 people south": it was obeyed.
            if (s.Is(i, Tag.Ordered) && s.Is(i + 1, Tag.Have) && i + 2 == predicate) continue;
            if (s.Is(i, Tag.Ordered) && (open || s.Says(i, "evacuation"))) result = Realis.Planned;
            else if (s.Is(i, Tag.Planned) && !(s.SaysAny(i, "target", "arrangements") || s.Says(i, "to") && s.SaysAny(i - 1, "had", "having")))
                result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i] && !(s.Says(i, "may") && s[i].Capital && i > 0) && !s.SaysAny(i + 1, "dead")
                // "9,000 villagers, possibly as many as 14,000, have fled": said of the number.
                && !(s.SaysAny(i, "possibly", "potentially") && (s.SaysAny(i + 1, "more", "as", "up") || s.IsNumber(i + 1)))
                && !(s.Has(i, Cue.Fearing) && !open)
                // "in fear of air strikes", "out of fear": why they left.
                && !(s.SaysAny(i, "fear", "fears") && s.SaysAny(i - 1, "in", "of", "for", "from", "with")))
                result = Future(s, i) ?? Realis.Possible;
            else if (s.Is(i, Tag.Conditional) && !s.Is(i - 1, Tag.Speech) && open) result = Realis.Possible;
            else if (s.Is(i, Tag.Attempted) && !s.Says(i + 1, "managed")) result = Realis.Attempted;
            else if (s.Is(i, Tag.Negation) && !(i >= q.First && i < q.End) && !s.Has(i + 1, Cue.Limiting)
                && !(s.Says(i, "no") && i < q.First && s.IsMark(i + 1)) && i >= Math.Max(q.First - 6, from) && !s.SaysAny(i, "no"))
                result = Realis.Negated;
        }

        // "plans assume 900 people displaced"
        if (result == Realis.Asserted && predicate == q.End && chain.First == predicate)
        {
            var head = s.Lead(q.First) - 1;
            if (s.Is(head, Tag.Possible) && !taken[head]) return Realis.Possible;
        }

        // "blocked the deportation of 30 families", "averted an exodus"
        if (form == VerbForm.Noun && predicate < q.First)
            for (var i = predicate - 1; i >= Math.Max(0, predicate - 4) && !s.IsMark(i); i--)
                if (s.Find(i, Tag.Control) is { Name: "negated" } || s.SaysAny(i, "averted", "cancelled", "canceled", "halted", "suspended", "forestalled")) return Realis.Negated;
        // "face eviction", "await relocation"
        for (var i = q.End; form == VerbForm.Noun && i < predicate; i++)
            if (s.SaysAny(i, "face", "faces", "facing", "await", "awaits", "awaiting")) return Realis.Possible;
        if (s.IsMark(predicate) is false && s.SaysAny(predicate, "tried", "attempted")) return Realis.Attempted;
        // "had set out and turned back under fire": they did not get away.
        if (result == Realis.Asserted && draft.Class is "move" or "arrive")
            for (var i = predicate + 1; i < Math.Min(s.Count, predicate + 8); i++)
                if (s.SaysAny(i, "and", "but", "before", "only")
                    && s.SaysAny(s.SaysAny(i + 1, "then", "later", "soon", "to") ? i + 2 : i + 1, "turned", "turning", "turn")
                    && (s.SaysAny(i + 2, "back", "around") || s.SaysAny(i + 3, "back", "around")))
                    return Realis.Attempted;
        // "18,000 people under evacuation orders": the order follows.
        if (result == Realis.Asserted && form is VerbForm.Noun
            && (s.Has(predicate + 1, Cue.Orders) || Later(s, predicate, Tag.Ordered) || Later(s, predicate, Tag.Planned) || Announced(s, predicate)))
            return Realis.Planned;
        // "The exercise simulated the evacuation of 4,000 people", "a hundred years ago 60,000 fled"
        for (var i = draft.ZoneStart; result == Realis.Asserted && draft.Class is "move" or "arrive" && i < Math.Max(q.First, predicate); i++)
        {
            if (s.Has(i, Cue.Rehearsal)) return Realis.Possible;
            if (s.SaysAny(i, "years", "decades", "century", "centuries") && s.Says(i + 1, "ago") || Decade(s, i)) return Realis.Historical;
        }

        // "In the first year of the war 90,000 left": told of a time that is over.
        for (var i = draft.ZoneStart; result == Realis.Asserted && i < q.First; i++)
            if (s.Says(i, "in") && s.Says(i + 1, "the") && s.SaysAny(i + 2, "first", "early", "opening")
                && s.SaysAny(i + 3, "year", "years", "months") && s.Says(i + 4, "of"))
                return Realis.Historical;
        return result == Realis.Asserted && context.Published is { } published && Old(draft.Window, published, draft) ? Realis.Historical : result;
    }

    // "had been expected to hit the coast, | prompting the evacuation of 9,000": what was expected is not what it has led to; what would be is.
    private static int LedTo(Sentence s, Draft draft, int noun)
    {
        var verb = noun - 1;
        while (s.Is(verb, Tag.Determiner)) verb--;
        if (!s.EndsWith(verb, "ing") || !s.IsMark(verb - 1, ',')) return 0;
        for (var i = draft.ZoneStart; i < verb; i++)
            if (s.Is(i, Tag.Modal) || s.Is(i, Tag.Conditional)) return 0;
        return verb;
    }

    // "in the early 1990s"
    private static bool Decade(Sentence s, int i) =>
        (s.Chars(i) is ['1' or '2', _, _, '0', 's'] || s.Chars(i) is ['1' or '2', _, _, '0'] && s.Says(i + 1, "s")) && s.SaysAny(i - 1, "the", "early", "late", "mid");

    // "and 9,000 more are expected to follow": the modal stands right after the number.
    private static Realis? Outlook(Sentence s, Numbers.Quantity q, bool[] taken)
    {
        for (var i = q.End; i < Math.Min(s.Count, q.End + 4) && !s.IsMark(i); i++)
        {
            if (s.Has(i, Cue.Foreseen) && !taken[i]) return Realis.Possible;
            if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb)) return null;
        }

        return null;
    }

    // "the number could swell to 1.5 million": the modal stands just before the number.
    private static Realis? Tallied(Sentence s, Draft draft, bool[] taken)
    {
        for (var i = draft.Quantity.First - 1; i >= Math.Max(draft.ZoneStart, draft.Quantity.First - 6); i--)
        {
            if (s.IsMark(i) || s.Is(i, Tag.CountNoun)) return null;
            if (s.Has(i, Cue.Foreseen) && !taken[i]) return Realis.Possible;
        }

        return null;
    }

    // "were ordered out"; "were ordered out at dawn and had gone by noon" has happened.
    private static bool OrderedOut(Sentence s, int predicate, VerbForm form)
    {
        if (!s.SaysAny(predicate, "ordered", "order", "orders") || form == VerbForm.Noun) return false;
        for (var i = predicate + 1; i < Math.Min(s.Count, predicate + 12); i++)
            if (s.Says(i, "and") && (s.Is(i + 1, Tag.Have) || s.SaysAny(i + 1, "left", "went", "fled"))) return false;
        return true;
    }

    // "told the 1.1 million people of the north to leave": asked of those counted.
    private static bool Told(Sentence s, Draft draft, int predicate, VerbForm form)
    {
        if (form == VerbForm.Phrase && s.Says(predicate, "to") && s.Says(predicate + 1, "be"))
        {
            // "told 8,000 islanders to be gone by noon", "8,000 islanders were told to be gone"
            for (var i = Math.Max(0, draft.Quantity.First - 4); i < predicate; i++)
                if (s.Has(i, Cue.Telling)) return true;
            return false;
        }

        // "wants 60,000 people | taken over the river"
        if (predicate == draft.Quantity.End && (form.HasFlag(VerbForm.Participle) || s.SaysAny(predicate, "out", "off", "away")))
            for (var i = draft.Quantity.First - 1; i >= Math.Max(0, draft.Quantity.First - 4); i--)
                if (s.Has(i, Cue.Wanting)) return true;
        if (!form.HasFlag(VerbForm.Base) || !s.Says(predicate - 1, "to") || predicate < draft.Quantity.End) return false;
        // "have until Sunday to leave", "have 72 hours to leave"
        if (s.Is(draft.Quantity.End, Tag.Have) && (s.SaysAny(draft.Quantity.End + 1, "until", "till") || s.IsNumber(draft.Quantity.End + 1) || s.Is(draft.Quantity.End + 1, Tag.Cardinal))) return true;
        var beside = s.IsMark(draft.Quantity.First - 1, ',') && s.IsMark(draft.Quantity.End, ',');
        for (var i = draft.Quantity.First - (beside ? 2 : 1); i >= Math.Max(0, draft.Quantity.First - (beside ? 16 : 5)) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "gave", "gives", "give", "given") || s.Has(i, Cue.Telling) || s.Is(i, Tag.Ordered)) return true;
        return false;
    }

    // "is working with the UN to receive 9,000 people", "buses came to evacuate 900": what is done is meant for it.
    private static bool Purpose(Sentence s, int predicate, VerbForm form, VerbChain chain)
    {
        // "the decision to forcibly evacuate 900 people"
        var to = s.EndsWith(predicate - 1, "ly") ? predicate - 1 : predicate;
        if (!form.HasFlag(VerbForm.Base) || !s.Says(to - 1, "to") || chain.Finite || s.Find(predicate, Tag.Predicate) is not { Who: "object" })
            return false;
        for (var i = to - 2; i >= Math.Max(0, to - 8) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.NoPurpose)) return false;
        return true;
    }

    // "rumours that 20,000 had left proved false", "could not confirm that", "asked about reports that": told, not stated.
    private static Realis? Doubted(Sentence s, Draft draft)
    {
        for (var i = Math.Max(0, draft.Quantity.First - 7); i < draft.Quantity.First; i++)
        {
            // "it is not true that 10,000 have left", "there is no truth in it"
            if (s.SaysAny(i, "untrue", "false") && s.Says(i + 1, "that")
                || s.SaysAny(i, "true", "truth", "correct") && (s.SaysAny(i + 1, "that", "in"))
                && (s.SaysAny(i - 1, "not", "no", "n't") || s.SaysAny(i - 2, "not")))
                return Realis.Denied;
            if (s.Has(i, Cue.Uncertain) && s.Is(i - 1, Tag.Be) && s.SaysAny(i - 2, "it") && draft.PredicateAt >= draft.Quantity.End) return Realis.Possible;
            if (s.SaysAny(i, "heard", "hear", "hearing") && !s.Is(i - 1, Tag.Be) && !s.SaysAny(i + 1, "bullets", "shots", "gunfire", "shooting", "explosions", "shelling", "gunshots", "blasts")) return Realis.Possible;
            if (s.SaysAny(i, "confirmed", "verified") && (s.SaysAny(i - 1, "not", "never", "n't") || s.SaysAny(i - 2, "not"))) return Realis.Possible;
            if (s.SaysAny(i, "confirm", "verify", "corroborate") && VerbChain.Of(s, i, new bool[s.Count]) is { Realis: not Realis.Asserted })
                return Realis.Possible;
            if (!s.Has(i, Cue.Report)) continue;
            if (s.SaysAny(i - 1, "about", "to") && s.SaysAny(i - 2, "asked", "responding", "reacting")) return Realis.Possible;
            for (var k = draft.Quantity.End; k < s.Count; k++)
                if (s.Has(k, Cue.Untrue)) return Realis.Denied;
            if (s.SaysAny(i - 1, "unconfirmed", "unverified", "conflicting") || s.SaysAny(i, "rumours", "rumors")) return Realis.Possible;
        }

        return null;
    }

    // "retracted a report that 9,000 had left", "withdrew its figure of 9,000".
    private static bool Withdrawn(Sentence s, Draft draft)
    {
        // "said 9,000 had left; it later withdrew the figure", "a report that 9,000 had left was withdrawn".
        for (var i = draft.Quantity.End; i < s.Count; i++)
            if (s.Has(i, Cue.Withdrawing) && (s.Has(i + 2, Cue.Statement) && s.SaysAny(i + 1, "the", "that", "this", "its", "his", "her")
                || s.Is(i - 1, Tag.Be) && Enumerable.Range(0, draft.Quantity.First).Any(k => s.Has(k, Cue.Report) && s.SaysAny(k + 1, "that", "of"))))
                return true;
        for (var i = draft.ZoneStart; i < draft.Quantity.First; i++)
            if (s.Has(i, Cue.Withdrawing) && !s.Is(i - 1, Tag.Source) | (s.Is(i + 1, Tag.Determiner) || s.Is(i + 2, Tag.Determiner)))
                for (var k = i + 1; k < Math.Min(draft.Quantity.First, i + 6); k++)
                    if (s.Has(k, Cue.Statement)) return true;
        return false;
    }

    // "will be evacuated": what those who do it have arranged.
    private static bool Arranged(Sentence s, int from, int predicate)
    {
        for (var i = from; i < predicate; i++)
            if (s.Says(i, "must") || s.Says(i, "should") && s.Find(predicate, Tag.Predicate) is { Name: "move" }) return true;
        if (s.Find(predicate, Tag.Predicate) is not { Detail: "evacuated" or "relocated" }) return false;
        for (var i = from; i < predicate; i++)
            if (s.SaysAny(i, "will", "shall", "must")
                || s.Says(i, "would") && s.SaysAny(i - 1, "it", "they", "he", "she", "that", "authorities", "government", "officials"))
                return true;
        return false;
    }

    private static Realis? Future(Sentence s, int i) =>
        s.SaysAny(i, "will", "shall") && s.Says(i + 1, "be") && s.Find(i + 2, Tag.Predicate) is { Detail: "evacuated" or "relocated" }
        ? Realis.Planned : null;

    // "The evacuation of 20,000 people was announced": said, not done.
    private static bool Announced(Sentence s, int from)
    {
        for (var i = from + 1; i < Math.Min(s.Count, from + 14); i++)
            if (s.Has(i, Cue.Announced) || s.SaysAny(i, "put", "called") && s.Says(i + 1, "off")) return true;
        return false;
    }

    private static bool Later(Sentence s, int from, Tag tag)
    {
        for (var i = from + 1; i < Math.Min(s.Count, from + 8); i++)
            if (s.Is(i, tag)) return true;
        return false;
    }

    // "denied reports that 5,000 had fled": the number stands after the denial.
    private static bool Denied(Sentence s, Draft draft, bool speakerDenies)
    {
        for (var i = draft.ZoneStart; i < draft.Quantity.First; i++)
            if (s.Is(i, Tag.Deny) && !s.SaysAny(i - 1, "neither", "nobody", "not", "n't", "never") && !s.SaysAny(i - 2, "no", "neither") && (speakerDenies || s.Has(i + 1, Cue.Report))) return true;
        return false;
    }

    // "an earlier figure of 5,000", "the previous estimate of": no longer what the source says, when the sentence has a newer one.
    private static bool PriorFigure(Sentence s, Numbers.Quantity q)
    {
        if (!s.SaysAny(q.First - 1, "of", "from")) return false;
        for (var i = Math.Max(0, q.First - 5); i < q.First - 1; i++)
            if (s.Is(i, Tag.PriorMark) && (s.Is(i + 1, Tag.CountNoun) || s.Is(i + 2, Tag.CountNoun))) return !s.Says(i, "initial") || NumberAfter(s, q.End);
        return false;
    }

    private static bool NumberAfter(Sentence s, int from)
    {
        for (var i = from; i < s.Count; i++)
            if (s.IsNumber(i)) return true;
        return false;
    }

    // "An earlier version of this article said 70,000": what the publisher takes back.
    private static bool EarlierVersion(Sentence s, Numbers.Quantity q)
    {
        for (var i = 0; i < q.First - 2; i++)
            if (s.Is(i, Tag.PriorMark) && s.Has(i + 1, Cue.Publication) && !s.Is(i - 1, Tag.Source))
                return s.Says(i + 1, "version") || s.SaysAny(0, "correction", "clarification", "corrected");
        return false;
    }

    // An event that ended more than half a year before publication belongs to an earlier crisis; so does the background of a share.
    private static bool Old(Window window, DateOnly published, Draft draft)
    {
        if (draft.Class is not ("move" or "arrive")) return false;
        if (draft.Aggregation is Aggregation.Cumulative or Aggregation.Snapshot)
            return draft.ExcludedFrom == "whole" && window.Start is { } start && start < published.AddYears(-1)
                || draft.Aggregation == Aggregation.Cumulative && window.AsOf is null && window.End is { } last && last < published.AddYears(-1);
        return window.End is { } end && end < published.AddDays(-183);
    }
}
