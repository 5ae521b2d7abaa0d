using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// Numbers of a list that says only once what it counts, over the list or with its first item: "Brought ashore: Monday 318; Tuesday 77",
/// "Karsa: 640" on a line of its own after "Orna: 1,200".
/// </summary>
internal sealed partial class Roles
{
    /// <summary>So many words at most stand beside the number of an item.</summary>
    private const int ItemWords = 8;

    private Draft? InSeries(Number n)
    {
        var q = n.Q;
        if (!n.MayBePeople || q.Share is not null || q.IsMoney || q.MayBeYear || q.Per is not null || q.Value is not >= 2 && !q.IsZero) return null;
        if (ItemStart(q) is not (>= 0 and var from) || !IsItemEnd(q) || !IsOfPeople(q, from)) return null;
        if (Bound(q, from) is { } own) return own;
        if (LastDraft is { Class: not (VerbClass.HousingDestroyed or VerbClass.HousingDamaged) } told && Items(told.Quantity.End, from)) return Next(q, told);
        if (Headed(q, from) is { } headed) return headed;
        if (LastDraft is not null || !Items(0, from)) return null;
        if (context is { Distance: 1, LastFigure: { IsLabel: true } above }) return OfThese(Next(q, above));
        if (context.Before.Heading is { } over) return Label(q, -1, over.Class, over.Term);
        return context is { Distance: 1, LastFigure: { } last, Before.IsItem: true } ? Next(q, last) : null;
    }

    // A place, a day, a kind of people or a refuge stands in the item; no call, no last week's number and no word that nobody knows right before it.
    private bool IsOfPeople(Quantity q, int from)
    {
        var before = LeadOf(q) - 1;
        if (before >= from && s.IsWord(before) && !s[before].Capital && s[before].Word is null && !taken[before] && !Heading.IsRefuge(s, before)) return false;
        var told = q.Noun is not null;
        // "Karsa (north): | 640"
        if (before < from && from > 0 && IsItemMark(from - 1))
            for (from--; from > 0 && (Names(from - 1) || s.IsMark(from - 1, '(') || s.IsMark(from - 1, ')'));) from--;
        for (var i = from; i < s.Count && (i < q.End || !IsItemMark(i)); i++)
        {
            if (i >= q.First && i < q.End) continue;
            if (s.Has(i, Cue.Phone) || s.SaysAny(i, "contact", "extension", "previous", "previously", "earlier", "target", "planned", "goal", "quota")
                || s.Says(i, "last") && s.SaysAny(i + 1, "week", "month", "year")) return false;
            told |= taken[i] || s.IsWord(i) && s[i].Capital && !s.IsSmall(i) || s.Is(i, Tag.PlaceNoun | Tag.Weekday | Tag.Month) || Heading.IsRefuge(s, i)
                || s.Unit(i) is { Class: UnitClass.Person };
        }

        return told;
    }

    // "Of these, Karsa 4,000; Orna 2,500"
    private Draft OfThese(Draft draft)
    {
        draft.IsPart |= s.Says(0, "of") && s.SaysAny(1, "these", "those", "them", "whom", "which") || s.Is(0, Tag.Include);
        return draft;
    }

    // "260 families to Karsa by truck", "in tents 6,150": a way or a shelter in an item that has no verb.
    private Draft? Bound(Quantity q, int from)
    {
        if (q.IsZero) return null;
        for (var i = from; i < q.First; i++)
            if (Heading.IsRefuge(s, i) && !IsItemMark(q.First - 1)) return Stock(q, i);
        if (q.Noun is null || s.EndsWith(q.NounAt, "workers") || !(context.Conflict || context.Disaster || Caused()) || OfOwnWill()) return null;
        var (away, towards, carried) = (false, false, false);
        for (var i = q.End; i < s.Count && !IsItemMark(i); i++)
        {
            if (s.SaysAny(i, "at", "in") && i == q.End || s.Is(i, Tag.Preposition) && s.Has(i + 1, Cue.Elsewhere)) return null;
            away |= s.SaysAny(i, "from", "off") && Somewhere(i + 1) || s.Says(i, "out") && (s.Says(i + 1, "of") || Somewhere(i + 1));
            towards |= s.SaysAny(i, "to", "into", "towards", "over", "across") && Somewhere(i + 1);
            carried |= s.SaysAny(i, "by", "on") && s.Has(i + 1, Cue.Transport);
        }

        return away && s.Any(q.End, s.Count, static (s, i) => s.Says(i, "out")) || towards && (away || carried)
            ? Told(q, VerbClass.Move, Term.Displaced, q.End, 0.55) : null;
    }

    private static Draft Next(Quantity q, Draft told)
    {
        var draft = Inherit(q, told);
        (draft.IsLabel, draft.PredicateAt, draft.RoleScore) = (true, -1, 0.6);
        return draft;
    }

    // Where the item begins that the number belongs to: behind a mark, "and", or the head of its sentence; -1 where a verb stands in between.
    private int ItemStart(Quantity q)
    {
        var from = LeadOf(q);
        while (from > 0 && !IsItemMark(from - 1))
        {
            if (q.First - --from > ItemWords || !Names(from)) return -1;
        }

        return from;
    }

    private bool IsItemEnd(Quantity q)
    {
        var to = q.End;
        while (to < s.Count && !IsItemMark(to))
        {
            if (to - q.End > ItemWords || !Names(to)) return false;
            to++;
        }

        return true;
    }

    private bool IsItemMark(int i) => Heading.IsItemMark(s, i);

    private bool Names(int i) => taken[i] || Heading.Names(s, i);

    // Nothing but items stands between two numbers of a list.
    private bool Items(int from, int to)
    {
        if (to - from > 2 * ItemWords + 2) return false;
        for (var i = from; i < to; i++)
            if (!IsItemMark(i) && !Names(i)) return false;
        return true;
    }

    // "Moved out by tonight: |", "In tents - |": what stands over a list.
    private Draft? Headed(Quantity q, int from)
    {
        var colon = from - 1;
        while (colon > 0 && !s.IsMark(colon, ':') && !s.IsDash(colon))
        {
            if (from - colon > 2 * ItemWords || !IsItemMark(colon) && !Names(colon) && !s.IsNumber(colon)) return null;
            colon--;
        }

        if (colon <= 0 || Heading.Of(s, colon, context.Conflict || context.Disaster) is not { } heading || OfOwnWill()) return null;
        return Label(q, heading.At, heading.Class, heading.Term);
    }
}
