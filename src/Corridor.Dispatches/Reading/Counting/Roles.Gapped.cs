using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Clauses without a verb: "2,100 crossed on Tuesday, on Wednesday 1,650", "the ministry counts 55,000, the UN 110,000", "Poland has taken in
/// 281,000, Hungary 84,586".</summary>
internal sealed partial class Roles
{
    /// <summary>What sets a clause without a verb apart from the one before it.</summary>
    [Flags]
    private enum Apart { None = 0, Time = 1, Place = 2, Counter = 4 }

    // A clause without a verb has that of the number before, and tells it of another day, place or counter.
    private Draft? Gapped(Quantity q, Draft told)
    {
        var here = drafts.Contains(told);
        // A sentence of its own speaks of another day of what was told just before.
        if (here ? !IsNearest(told, q) : told != Before || quantities[0] != q) return null;
        var (first, end) = VerblessClause(q);
        if (first > 0 && !Parts(first - 1) || end < s.Count && !Parts(end) || here && first <= told.Quantity.First || s.Says(q.End, "of")) return null;
        var apart = InClause(q, first, end);
        if (first == q.First && s.IsMark(first - 1, ',')) apart |= BeforeComma(told, first);
        var counter = first;
        // "640, OCHA says; 310, the mayor says"
        if (here && s.IsMark(first - 1, ';') && s.IsMark(q.End, ',') && SpeaksLast(q.End + 1)) (apart, counter) = (apart | Apart.Counter, q.End + 1);
        if (here && GoesOtherwise(q, told)) apart |= Apart.Place;
        if ((apart & (here ? Apart.Time | Apart.Place | Apart.Counter : Apart.Time)) == 0) return null;
        var draft = Inherit(q, told);
        if (!here) draft.PredicateAt = -1;
        if (apart.HasFlag(Apart.Counter)) (draft.IsTally, draft.PredicateAt, draft.Counter) = (true, -1, counter);
        return draft;
    }

    // Between the two stands no other number that could be meant.
    private bool IsNearest(Draft told, Quantity q) =>
        quantities.FindLast(x =>
            x.First < q.First && x.Role is not (NumberRole.Date or NumberRole.Duration or NumberRole.Distance or NumberRole.CountOfSites or NumberRole.NamePart)
                && !(x.Role == NumberRole.Other && !x.Noun.IsHuman())) is not { } nearest || nearest == told.Quantity;

    private (int First, int End) VerblessClause(Quantity q)
    {
        var (first, end) = (q.First, q.End);
        while (first > 0 && !Parts(first - 1) && Verbless(first - 1)) first--;
        // "and 42,600 since the conflict began": up to the end of its clause.
        if (s.Says(q.End, "since")) while (end < s.Count && !Parts(end)) end++;
        while (end < s.Count && !Parts(end) && Verbless(end, end > q.End && s.Is(q.End, Tag.Preposition))) end++;
        return (first, end);
    }

    private Apart InClause(Quantity q, int first, int end)
    {
        var apart = s.Says(q.End, "since") ? Apart.Time : Apart.None;
        for (var i = first; i < end; i++)
        {
            if (i >= q.First && i < q.End) continue;
            // "on top of 30,000 earlier in the operation"
            if (taken[i] || s.Says(i, "then") || s.Is(i, Tag.TimeUnit) || s.Has(i, Cue.Ordinal) || i >= q.End && (s.Has(i, Cue.Earlier) || s.Says(i, "before")))
                apart |= Apart.Time;
            if (i < q.First && s.Is(i, Tag.Source | Tag.Body)) apart |= Apart.Counter;
            if (!taken[i] && TellsPlace(i)) apart |= Apart.Place;
        }

        return apart;
    }

    private bool TellsPlace(int i) =>
        s.IsWord(i) && (s[i].Capital && i > 0 && !s.IsSmall(i) || s.Is(i, Tag.PlaceNoun) || s.Unit(i) is { Class: UnitClass.Site });

    private Apart BeforeComma(Draft told, int first)
    {
        var apart = Apart.None;
        // "from Energodar, | 2,500"
        var lead = first - 2;
        while (lead > told.Quantity.End && !Parts(lead) && Verbless(lead)) lead--;
        for (var i = lead + 1; Parts(lead) && i < first - 1; i++) apart |= (taken[i] ? Apart.Time : Apart.None) | (s[i].Capital ? Apart.Place : Apart.None);
        // "on Friday, after the guns fell silent, | 22,000": the day stands before an insertion.
        var open = first - 2;
        while (open > told.Quantity.End && first - open < 12 && !s.IsMark(open)) open--;
        for (var i = open - 1; s.IsMark(open, ',') && i >= Math.Max(told.Quantity.End, open - 3); i--)
            if (taken[i]) apart |= Apart.Time;
        return apart;
    }

    // ", | the mayor says;"
    private bool SpeaksLast(int from)
    {
        for (var i = from; i < from + 6; i++)
            if (s.Is(i, Tag.Speech) && Closes(i + 1)) return true;
        return false;
    }

    // "got out of Sumy by bus and another 1,700 | by train", "let in 2,100 on foot and 340 | on carts"
    private bool GoesOtherwise(Quantity q, Draft told) =>
        IsMeans(q.End + 1)
            || s.Is(q.End, Tag.Preposition) && q.End + 1 < s.Count && s.Says(told.Quantity.End, s.Words(q.End, q.End + 1));

    private bool Parts(int i) => s.IsMark(i, ',') || s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '—') || s.IsMark(i, '–')
        || s.SaysAny(i, "and", "but", "while", "whereas");

    // A word that a clause without a verb may have: of its day, its place, its counter. Behind the number and its preposition, words that no table knows
    // tell of the place.
    private bool Verbless(int i, bool behind = false) =>
        IsOfDate(i) || s.IsNumber(i) && s.Is(i - 1, Tag.Preposition)
            || s.IsWord(i) && !s.Is(i, OfClauses) && !IsVerb(i) && (s[i].Word is null && behind || NamesSomething(i) || FollowsPreposition(i));

    private const Tag OfClauses = Tag.AllAuxiliaries | Tag.Speech | Tag.Pronoun | Tag.Conjunction;

    // "on | Tuesday", "on Tuesday | 's"
    private bool IsOfDate(int i) => taken[i] || i > 0 && s[i].Kind == TokenKind.Possessive && taken[i - 1];

    // "by train", "by boat" are none.
    private bool IsVerb(int i) =>
        s.Verb(i) is { } verb && !(verb.Form == VerbForm.Noun && s.Is(i, Tag.PlaceNoun)) && !s[i].Capital && !IsMeans(i);

    private bool IsMeans(int i) => s.SaysAny(i - 1, "by", "on") && s.Has(i, Cue.Transport);

    // "Hungary", "the camp", "last month", "the second", "earlier", "by bus"
    private bool NamesSomething(int i) =>
        s[i].Capital || s.Unit(i) is { Class: UnitClass.Site or UnitClass.Housing } || s.Has(i, Cue.Earlier) || s.Has(i, Cue.Ordinal) || s.Has(i, Cue.Adjunct)
            || s.Is(i, Tag.BeforeNumber | Tag.Further | Tag.Source | Tag.Body | Tag.PlaceNoun | Tag.Direction | Tag.TimeUnit);

    // "| across", "across | southern", "across the | southern"
    private bool FollowsPreposition(int i) => s.Is(i, Tag.Preposition) || s.Is(s.BeforeArticle(i - 1), Tag.Preposition) || s.Is(i - 1, Tag.Preposition);
}
