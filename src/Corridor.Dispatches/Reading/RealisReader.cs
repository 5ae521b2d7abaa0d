using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Whether the clause says that it happened (pipeline step 6).</summary>
internal static class RealisReader
{
    public static Realis Of(Sentence s, Draft draft, bool denied, Context context, bool[] taken)
    {
        var q = draft.Quantity;
        if (draft.IsRetracted || PriorFigure(s, q)) return Realis.Retracted;
        if (q.IsNone) return Realis.Negated;
        if (Denied(s, draft, denied)) return Realis.Denied;
        var predicate = draft.PredicateAt;
        if (predicate < 0) return draft.Parent?.Realis is Realis.Possible or Realis.Planned ? draft.Parent.Realis : Realis.Asserted;
        var form = s.Find(predicate, Tag.Predicate)?.Form ?? VerbForm.None;
        var open = form is VerbForm.Base or VerbForm.Noun or VerbForm.Ing or VerbForm.Phrase || form == VerbForm.None;
        // A finite past verb is only touched by words of its own verb group; "to flee", "the flight of" and "fleeing" by all that leads to them.
        var from = predicate >= q.End ? (open ? draft.ZoneStart : q.End) : open ? draft.ZoneStart : Math.Max(draft.ZoneStart, predicate - 5);
        var to = Math.Max(predicate, q.First);
        var result = Realis.Asserted;
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ';'))
            {
                result = Realis.Asserted;
                continue;
            }

            if (i == predicate || (i >= q.Core && i < q.CoreEnd)) continue;
            if (s.Is(i, Tag.Ordered) && (open || s.Says(i, "evacuation"))) result = Realis.Planned;
            else if (s.Is(i, Tag.Planned) && !(s.SaysAny(i, "target", "arrangements"))) result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i] && !(s.Says(i, "may") && s[i].Capital && i > 0) && !s.SaysAny(i + 1, "dead") && !(s.SaysAny(i, "fear", "fears", "fearing", "threatened", "threatening", "warned of", "assumed") && !open)) result = Future(s, i) ?? Realis.Possible;
            else if (s.Is(i, Tag.Conditional) && !s.Is(i - 1, Tag.Speech) && open) result = Realis.Possible;
            else if (s.Is(i, Tag.Attempted) && !s.Says(i + 1, "managed")) result = Realis.Attempted;
            else if (s.Is(i, Tag.Negation) && !(i >= q.First && i < q.End) && !s.SaysAny(i + 1, "only", "least", "fewer", "less", "more", "including") && !(s.Says(i, "no") && i < q.First && s.IsMark(i + 1)) && i >= Math.Max(q.First - 6, from) && !s.SaysAny(i, "no")) result = Realis.Negated;
        }

        if (s.IsMark(predicate) is false && s.SaysAny(predicate, "tried", "attempted")) return Realis.Attempted;
        // "18,000 people under evacuation orders": the order follows.
        if (result == Realis.Asserted && form is VerbForm.Noun && (s.SaysAny(predicate + 1, "orders", "order", "warning", "warnings", "notice", "plans", "plan") || Later(s, predicate, Tag.Ordered) || Later(s, predicate, Tag.Planned) || Announced(s, predicate))) return Realis.Planned;
        return result == Realis.Asserted && context.Published is { } published && Old(draft.Window, published, draft) ? Realis.Historical : result;
    }

    private static Realis? Future(Sentence s, int i) => s.SaysAny(i, "will", "shall") && s.Says(i + 1, "be") && s.Find(i + 2, Tag.Predicate) is { Detail: "evacuated" or "relocated" } ? Realis.Planned : null;

    // "The evacuation of 20,000 people was announced": said, not done.
    private static bool Announced(Sentence s, int from)
    {
        for (var i = from + 1; i < Math.Min(s.Count, from + 14); i++)
            if (s.SaysAny(i, "announced", "approved", "authorised", "authorized", "postponed", "cancelled", "begins", "begin")) return true;
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
            if (s.Is(i, Tag.Deny) && (speakerDenies || s.SaysAny(i + 1, "reports", "report", "claims", "allegations", "rumours", "rumors", "that"))) return true;
        return false;
    }

    // "an earlier figure of 5,000", "the previous estimate of": no longer what the source says, when the sentence has a newer one.
    private static bool PriorFigure(Sentence s, Numbers.Quantity q)
    {
        if (!s.SaysAny(q.First - 1, "of", "from")) return false;
        for (var i = Math.Max(0, q.First - 5); i < q.First - 1; i++)
            if (s.Is(i, Tag.PriorMark) && (s.Is(i + 1, Tag.CountNoun) || s.Is(i + 2, Tag.CountNoun))) return true;
        return false;
    }

    // An event that ended more than half a year before publication belongs to an earlier crisis; so does the background of a share.
    private static bool Old(Window window, DateOnly published, Draft draft)
    {
        if (draft.Class is not ("move" or "arrive")) return false;
        if (draft.Aggregation is Aggregation.Cumulative or Aggregation.Snapshot) return draft.ExcludedFrom == "whole" && window.Start is { } start && start < published.AddYears(-1);
        return window.End is { } end && end < published.AddDays(-183);
    }
}
