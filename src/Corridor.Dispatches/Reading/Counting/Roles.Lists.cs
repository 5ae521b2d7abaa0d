using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers that share the governor of the number before: lists, parts, and those who may follow.</summary>
internal sealed partial class Roles
{
    // "another 5,000 could follow": more of those told before, and not yet.
    private Draft? Outlook(Quantity q)
    {
        // "... and that 50,000 to 60,000 will follow"
        if (q.Noun is null && (s.Is(q.End, Tag.Modal) && s.Says(q.End + 1, "follow")
            || s.SaysAny(q.End, "are", "were") && s.SaysAny(q.End + 1, "to", "expected", "due")
            && (s.Says(q.End + 2, "follow") || s.Says(q.End + 3, "follow"))) && DraftsBefore(q) is { } told)
        {
            var later = Inherit(q, told);
            later.PredicateAt = s.Says(q.End + 1, "follow") ? q.End + 1 : s.Says(q.End + 2, "follow") ? q.End + 2 : q.End + 3;
            return later;
        }

        if (!q.Further && !s.SaysAny(q.First, "another", "further", "additional") && !s.SaysAny(q.CoreEnd, "more", "others")) return null;
        if (q.Noun is not null && !q.Noun.IsHuman()) return null;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 5) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "follow", "followed") && !s.Is(i - 1, Tag.Be) && (drafts.Count > 0 ? drafts[^1] : context.LastFigure) is { } those)
            {
                var draft = Inherit(q, those);
                draft.PredicateAt = i;
                return draft;
            }

        return null;
    }

    // "drought drove 900 people out, fighting accounted for 400 more": of those told before.
    private Draft? AccountedFor(Quantity q) =>
        s.Says(q.First - 1, "for") && s.SaysAny(q.First - 2, "accounted", "accounts", "accounting") && (q.Further || s.Says(q.End - 1, "more"))
            && s.Any(q.First - 6, q.First - 2, static (s, i) => s.Is(i, Tag.Cause))
            && LastDraft is { Class: VerbClass.Move or VerbClass.Arrive } told ? Inherit(q, told) : null;

    // "For 560 read 650 people displaced": what was printed before.
    private bool Misprinted(Quantity q) => s.Says(q.First - 1, "for") && s.Says(q.End, "read") && s.IsCount(q.End + 1);

    // "fled, and the government expects up to one million": more of those told before in the sentence, and not yet.
    private Draft? Expected(Quantity q) =>
        drafts.Count > 0 && drafts[^1].Class is VerbClass.Move or VerbClass.Arrive
            && (q.End >= s.Count || s.IsMark(q.End) || s.Is(q.End, Tag.Preposition) || taken[q.End])
            && s.EndingAt(q.First, Tag.Control, out var at) is { Name: "possible" } && !s.Is(at - 1, Tag.Be)
            ? Inherit(q, drafts[^1]) : null;

    // "4,000 fled to A, 2,500 to B and 800 to C": one verb for the list, a place for each number.
    private bool Shares(Quantity q, Quantity previous)
    {
        if (q.Noun is not null && !q.Noun.IsHuman()) return false;
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
            && !(s.IsMark(last, ';') && drafts.Count > 0 && drafts[^1].Class == VerbClass.Shelter))
            return false;
        for (var i = previous.End; i < last; i++)
            if (!(OfPlaces(i) || s.IsWord(i) && (s[i].Capital || s.Verb(i) is null && !s.Is(i, Tag.Speech)
                || s.SaysAny(i, "to", "into", "from", "in", "towards", "the", "for", "and") || s.Is(i, Tag.PlaceNoun | Tag.Predicate | Tag.Have))
                || s.IsMark(i, ',') || s.IsMark(i, '(') || s.IsMark(i, ')') || s[i].Kind == TokenKind.Code))
                return false;
        return true;
    }

    // "in addition | to", "as well | as", "along | with"
    private bool Beside(int i) =>
        s.Says(i, "to") && s.Says(i - 1, "addition") && s.Says(i - 2, "in") || s.Says(i, "as") && s.Says(i - 1, "well")
        || s.Says(i, "with") && s.SaysAny(i - 1, "along", "together");

    private bool Opens(int i) => s.IsMark(i, ':') || s.IsDash(i) || s.IsMark(i, '(');

    // "36 spontaneous sites", "private homes": where a share of a list is.
    private bool OfPlaces(int i)
    {
        for (var k = i; k < Math.Min(s.Count, i + 3); k++)
        {
            if (s.Is(k, Tag.PlaceNoun) || s.Unit(k) is { Class: UnitClass.Site or UnitClass.Housing }) return true;
            if (!s.IsNumber(k) && !(s.IsWord(k) && !s.IsSmall(k) && s.Verb(k) is null)) return false;
        }

        return false;
    }

    // "600 and 400 people", "men, 300 women": the role of the number before. A comparison takes its role and nothing else.
    private Draft? Coordinated(Quantity q, Quantity? previous)
    {
        if ((DraftOf(previous) ?? (previous?.Noun is UnitClass.Site or UnitClass.Duration or UnitClass.Distance ? DraftsBefore(q) : null)) is not { } parent)
        {
            if (previous is not null && s.EndingAt(q.First, Tag.Include, out _) is not null) q.Role = previous.Role;
            return null;
        }

        // "62 of them children"
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "these")) return Inherit(q, parent);

        var i = q.First - 1;
        while (i > previous!.End && s.Is(i, Tag.Determiner | Tag.Further)) i--;
        if (Included(q) && (q.Noun is null || q.Noun.IsHuman()))
        {
            var included = Inherit(q, parent);
            // "of whom 175,000 in 88 schools": where they are.
            if (s.SaysAny(q.End, "in", "at") && s.IsNumber(q.End + 1) && s.Unit(q.End + 2) is { Class: UnitClass.Site })
                (included.Class, included.Term) = (VerbClass.Shelter, Term.Sheltered);
            return included;
        }

        // "300 villagers, along with 60 fishermen", "30 old people in addition to six families"
        if (Beside(i) && q.Noun.IsHuman() && !parent.IsPart) return Inherit(q, parent);
        if (Shares(q, previous)) return Inherit(q, parent);
        if (!(s.SaysAny(i, "and", "or", "plus") || (s.IsMark(i, ',')
            && (q.Noun.IsHuman() || q.Noun is null && s.Any(q.End, s.Count, static (s, k) => s.Says(k, "respectively")))))) return null;
        // Only a bare list: nothing but the connector between the two, and a verb that this number can have.
        var bare = i <= previous.End + 1;
        if (q.Noun == UnitClass.Housing != (parent.Unit == CountUnit.Housing || previous.Noun == UnitClass.Housing) && q.Noun is not null) return null;
        if (q.Noun is UnitClass.Arrival or UnitClass.Returnee or UnitClass.Evacuee && parent.Quantity.Noun != q.Noun) return null;
        // "the 4,300 displaced and the many more who await trial": a clause of their own.
        if (s.SaysAny(q.End, "who", "whose")) return null;
        return bare || q.Further && q.Noun is null ? Inherit(q, parent) : null;
    }

    // "1,700, | 820 and 390 residents" before "respectively" or "in that order".
    private Quantity? LastOfList(Quantity first)
    {
        var last = first;
        foreach (var q in quantities)
            if (last.Noun is null && q.First == last.End + 1 && (s.IsMark(last.End, ',') || s.Says(last.End, "and"))) last = q;
        if (last != first) first.NounCountry ??= last.NounCountry;
        return last != first && last.Noun is not null
            && s.Any(last.End, s.Count, static (s, i) => s.Says(i, "respectively") || s.Says(i, "order") && s.Says(i - 2, "in")) ? last : null;
    }

    private static Draft Inherit(Quantity q, Draft parent) => new()
    {
        Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = parent.PredicateAt, Passive = parent.Passive, Perfect = parent.Perfect,
        Parent = parent, RoleScore = 0.85,
    };
}
