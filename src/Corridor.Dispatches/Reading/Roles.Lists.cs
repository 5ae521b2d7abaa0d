using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Numbers that share the governor of the number before: lists, parts, and those who may follow.</summary>
internal sealed partial class Roles
{
    // "another 5,000 could follow": more of those told before, and not yet.
    private Draft? Outlook(Quantity q)
    {
        // "... and that 50,000 to 60,000 will follow"
        if (q.Noun is null && (s.Is(q.End, Tag.Modal) && s.SaysAny(q.End + 1, "follow")
            || s.SaysAny(q.End, "are", "were") && s.SaysAny(q.End + 1, "to", "expected", "due")
            && (s.Says(q.End + 2, "follow") || s.Says(q.End + 3, "follow"))) && DraftsBefore(q) is { } told)
        {
            var later = Inherit(q, told, part: false);
            later.PredicateAt = s.Says(q.End + 1, "follow") ? q.End + 1 : s.Says(q.End + 2, "follow") ? q.End + 2 : q.End + 3;
            return later;
        }

        // "4,000 families are expected in Faizabad": to come there.
        if ((q.Noun is null || Noun.IsHuman(q.Noun)) && s.Is(q.End, Tag.Be) && s.SaysAny(q.End + 1, "expected", "awaited", "due")
            && (s.SaysAny(q.End + 2, "in", "at", "there", "here") || q.Noun is "arrival" or "refugee" or "idp"))
            return OfOwnWill() ? null : new Draft { Quantity = q, Class = "arrive", Term = "displaced", PredicateAt = q.End + 1, RoleScore = 0.7 };
        if (!q.Further && !s.SaysAny(q.First, "another", "further", "additional") && !s.SaysAny(q.CoreEnd, "more", "others")) return null;
        if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        // "with another 2,000 expected today"
        if (s.SaysAny(q.End, "expected", "due", "awaited") && DraftsBefore(q) is { Class: "move" or "arrive" } others) return Inherit(q, others, part: false);
        for (var i = q.End; i < Math.Min(s.Count, q.End + 5) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "follow", "followed") && !s.Is(i - 1, Tag.Be) && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is { } those)
            {
                var draft = Inherit(q, those, part: false);
                draft.PredicateAt = i;
                if (draft.Class is "shelter") draft.Class = "move";
                return draft;
            }

        return null;
    }

    // "fled, and the government expects up to one million": more of those told before in the sentence, and not yet.
    private Draft? Expected(Quantity q) =>
        _drafts.Count > 0 && _drafts[^1].Class is "move" or "arrive"
            && (q.End >= s.Count || s.IsMark(q.End) || s.Is(q.End, Tag.Preposition) || taken[q.End])
            && s.EndingAt(q.First, Tag.Control, out var at) is { Name: "possible" } && !s.Is(at - 1, Tag.Be)
            ? Inherit(q, _drafts[^1], part: false) : null;

    // "4,000 fled to A, 2,500 to B and 800 to C": one verb for the list, a place for each number.
    private bool Shares(Quantity q, Quantity previous)
    {
        if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return false;
        // "1,870 on Monday, 2,040 on Tuesday": a day for each number.
        var day = s.Says(q.End, "on") && s.Is(q.End + 1, Tag.Weekday) && s.Is(previous.End, Tag.Preposition);
        // "1,100 got through yesterday, 870 today"
        if (q.Noun is null && q.End < s.Count && taken[q.End] && s.SaysAny(q.End, "today", "yesterday") && s.IsMark(q.First - 1, ','))
            return Enumerable.Range(previous.End, q.First - previous.End).Any(i => taken[i]);
        if (!day && !s.SaysAny(q.End, "to", "into", "from", "in", "at", "towards", "for")
            || !(s.IsWord(q.End + 1) && (s[q.End + 1].Capital || s.Is(q.End + 1, Tag.Determiner)) || OfPlaces(q.End + 1)))
            return false;
        var last = q.First - 1;
        if (!s.IsMark(last, ',') && !s.Says(last, "and") && !Opens(last)
            && !(s.IsMark(last, ';') && _drafts.Count > 0 && _drafts[^1].Class == "shelter"))
            return false;
        for (var i = previous.End; i < last; i++)
            if (!(OfPlaces(i) || s.IsWord(i) && (s[i].Capital || s.Find(i, Tag.Predicate) is null && !s.Is(i, Tag.Speech)
                || s.SaysAny(i, "to", "into", "from", "in", "towards", "the", "for", "and") || s.Is(i, Tag.PlaceNoun) || s.Is(i, Tag.Predicate)
                || s.Is(i, Tag.Have)) || s.IsMark(i, ',') || s.IsMark(i, '(') || s.IsMark(i, ')')))
                return false;
        return true;
    }

    private bool Opens(int i) => s.IsMark(i, ':') || s.IsMark(i, '–') || s.IsMark(i, '—') || s.IsMark(i, '(');

    // "36 spontaneous sites", "private homes": where a share of a list is.
    private bool OfPlaces(int i)
    {
        for (var k = i; k < Math.Min(s.Count, i + 3); k++)
        {
            if (s.Is(k, Tag.PlaceNoun) || s.Find(k, Tag.Unit) is { Name: "site" or "housing" }) return true;
            if (!s.IsNumber(k) && !(s.IsWord(k) && !s.IsSmall(k) && s.Find(k, Tag.Predicate) is null)) return false;
        }

        return false;
    }

    // "7,000 and 2,500 people", "men, 300 women": the role of the number before. A comparison takes its role and nothing else.
    private Draft? Coordinated(Quantity q, Quantity? previous)
    {
        if ((DraftOf(previous) ?? (previous?.Noun is "site" or "duration" or "distance" ? DraftsBefore(q) : null)) is not { } parent)
        {
            if (previous is not null && s.EndingAt(q.First, Tag.Include, out _) is not null) q.Role = previous.Role;
            return null;
        }

        // "62 of them children"
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "these"))
        {
            q.End = Math.Max(q.End, q.CoreEnd + 2);
            return Inherit(q, parent, part: true);
        }

        var i = q.First - 1;
        while (i > previous!.End && (s.Is(i, Tag.Determiner) || s.Is(i, Tag.Further))) i--;
        var include = s.EndingAt(q.First, Tag.Include, out _) is not null || (s.EndingAt(i + 1, Tag.Include, out _) is not null);
        if (include && (q.Noun is null || Noun.IsHuman(q.Noun)))
        {
            var included = Inherit(q, parent, part: true);
            // "of whom 175,000 in 88 schools": where they are.
            if (s.SaysAny(q.End, "in", "at") && s.IsNumber(q.End + 1) && s.Find(q.End + 2, Tag.Unit) is { Name: "site" })
                (included.Class, included.Term) = ("shelter", "sheltered");
            return included;
        }

        // "68,112 were displaced: 58,230 from A, 5,600 from B": the list after the colon is what the number before is made of.
        if (Shares(q, previous) && Opens(q.First - 1) && q.Value < parent.Quantity.Value) return Inherit(q, parent, part: true);
        if (Shares(q, previous)) return parent is { IsPart: true, Parent: { } shared } ? Among(q, parent, shared) : Inherit(q, parent, part: false);
        if (!(s.SaysAny(i, "and", "or", "plus") || (s.IsMark(i, ',') && Noun.IsHuman(q.Noun)))) return null;
        // Only a bare list: nothing but the connector between the two, and a verb that this number can have.
        var bare = i <= previous.End + 1;
        if (q.Noun == "housing" != (parent.Unit == "housing" || previous.Noun == "housing") && q.Noun is not null) return null;
        if (q.Noun is "arrival" or "returnee" or "evacuee" && parent.Quantity.Noun != q.Noun) return null;
        if (bare || (q.Further && q.Noun is null))
            return parent is { IsPart: true, Parent: { } whole } ? Among(q, parent, whole) : Inherit(q, parent, part: false);
        return null;
    }

    // "Of these, 96,000 fled", "This includes 7,000 children", "includes the estimated 1,021,325 IDPs who": some of those told before.
    private void Part(Draft draft)
    {
        if (draft.IsPart || draft.Parent is not null || IncludedIn(draft.Quantity) is not { } whole
            || whole.Class is "housing_destroyed" or "housing_damaged")
            return;
        (draft.Parent, draft.IsPart) = (whole, true);
    }

    private Draft? IncludedIn(Quantity q)
    {
        var before = DraftsBefore(q);
        if (s.SaysAny(0, "of", "among") && s.SaysAny(1, "these", "those", "them", "this", "that", "whom", "the") && before is null
            && (s.SaysAny(1, "these", "those", "them", "whom") && s.IsMark(2, ',') || s.Has(2, Cue.Numbers)))
            return Before;
        var end = q.First;
        while (end > 0 && (s.Is(end - 1, Tag.Determiner)
            || s.EndingAt(end, Tag.Approximately, out _) is not null && s.SaysAny(end - 1, "estimated", "some", "about", "roughly")))
            end--;
        // "including a convoy of 80 people"
        if (s.Says(end - 1, "of") && s.SaysAny(end - 2, "group", "total", "convoy") && s.Is(end - 3, Tag.Determiner)) end -= 3;
        // "These families, numbering 640 people, came": those told just before, by their other measure.
        if (before is null && q.Noun == "person" && s.SaysAny(0, "the", "these", "those") && s.SaysAny(end - 1, "numbering", "totalling", "totaling")
            && s.IsMark(end - 2, ',') && Before is { Unit: "household" } families && s.Find(end - 3, Tag.Unit) is { Name: "household" or "idp" })
            return families;
        // "Among them were 1,200 unaccompanied children"
        if (before is null && s.Says(0, "among") && s.Is(end - 1, Tag.Be)) return Before;
        // "The remaining 700 went north", "the other 900": the rest of those told before.
        if (s.SaysAny(q.First - 1, "remaining", "other") && s.Says(q.First - 2, "the") && (before ?? Before) is { } rest)
            return rest is { IsPart: true, Parent: { } sum } ? sum : rest;
        if (s.EndingAt(end, Tag.Include, out var at) is null) return null;
        // "an exodus that included 700 families": of what the clause belongs to.
        if (before is null && s.Says(at - 1, "that")) return null;
        if (before is not null) return before;
        // "This includes", "The figure includes": what was told in the sentence before.
        for (var i = 0; i < Math.Min(at, 5); i++)
            if (s.SaysAny(i, "this", "these", "that", "those", "it", "they", "majority", "most", "rest", "others") || s.Is(i, Tag.CountNoun)) return Before;
        return null;
    }

    // "including 300 women and 400 children": the second is a part of the same whole.
    private static Draft Among(Quantity q, Draft sibling, Draft whole)
    {
        var draft = Inherit(q, sibling, part: true);
        draft.Parent = whole;
        return draft;
    }

    private static Draft Inherit(Quantity q, Draft parent, bool part) => new()
    {
        Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = parent.PredicateAt, Passive = parent.Passive, Perfect = parent.Perfect,
            Parent = parent, IsPart = part, RoleScore = 0.85,
    };
}
