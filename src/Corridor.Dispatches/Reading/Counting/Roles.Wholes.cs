using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers that others are a part of: "some of the 35,000 inhabitants", "a valley of 12,000".</summary>
internal sealed partial class Roles
{
    // "300 of the 2,000", "217 out of 300 people": what others are a part of.
    private bool IsWhole(Number n) =>
        IsOutOf(n) || HasPartBehind(n) || SizeOfPlace(n.Q) || IsTakenFrom(n.Q)
            || n.Previous is { } previous && (IsWholeOf(previous, n.Q) || DraftOf(previous)?.Quantity.Whole == n.Q && !HasOwnVerb(n.Q));

    // "217 out of | 300 people"
    private bool IsOutOf(Number n)
    {
        var before = n.Q.First - 3;
        return n.Previous is { } part && s.Says(n.Q.First - 1, "of") && s.Says(n.Q.First - 2, "out") && !s.Is(before, Tag.Predicate)
            && (s.IsMark(before, '(') || part.End >= before);
    }

    // "Of the town's | 12,000 people 3,000 have left": those who left stand right behind.
    private bool HasPartBehind(Number n) =>
        n.Q.Noun is UnitClass.Person or UnitClass.Household && n.Index + 1 < quantities.Count && quantities[n.Index + 1] is { Noun: null } part
            && part.Value < n.Q.Value && FrontedOf(n.Q) && OnlyPlace(n.Q.End, LeadOf(part));

    // "some of the | 35,000 inhabitants": unless it is told of all of them what they did.
    private bool IsTakenFrom(Quantity q) =>
        PartOf(q) && (q.Noun is UnitClass.Idp || !(Near(q, out var own) is { } deed && (own || IsAdjectival(q, deed)) && (IsFlow(deed) || Moves(deed))));

    // "| Of the town's 12,000 people", "said that | of the 900 families"
    private bool FrontedOf(Quantity q)
    {
        var of = q.First - 1;
        while (of > 0 && q.First - of < 6 && !s.Says(of, "of") && !s.IsMark(of)) of--;
        return s.Says(of, "of") && (of == 0 || of == 1 && s.Says(0, "out") || s.IsMark(of - 1) || s.SaysAny(of - 1, "that", "and", "but"));
    }

    // Nothing, or where they live: "in the town".
    private bool OnlyPlace(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!(s.Is(i, Tag.Preposition | Tag.Determiner | Tag.PlaceNoun | Tag.Adverb) || s[i].Capital || s.Says(i, "only")))
                return false;
        return true;
    }

    // "our harbour town of two million inhabitants", "a valley of 12,000": how many live there.
    private bool SizeOfPlace(Quantity q)
    {
        var of = q.First - 1;
        while (s.Is(of, Tag.Approximately)) of--;
        // "Gori, with 50,000 inhabitants, is deserted"
        if (s.Says(of, "with") && s.IsMark(of - 1, ',') && s.IsMark(q.End, ',') && s.SaysAny(q.NounAt, "inhabitants", "residents")
            && s[of - 2].Capital)
            return true;
        return s.Says(of, "of") && s.Is(of - 1, Tag.PlaceNoun) && !IsCamp(of - 1) && !Collective(of) && !s.Has(of - 3, Cue.Emptying)
            && s.Is(of - 2, Tag.Determiner)
            && (q.Noun is null && !s.Is(q.End, Tag.Predicate) || q.Noun == UnitClass.Person) && !s.Is(of - 1, Tag.CountNoun);
    }

    // "1.5 million of Gaza's 2.2 million people": the second is the population that the first is taken from.
    private bool IsWholeOf(Quantity part, Quantity whole) =>
        part.Share is null && !part.IsPercent && part.Role is not NumberRole.NamePart && whole.Noun is not UnitClass.Refugee && part.Value < whole.Value
        && !InPlaceOf(whole) && (s.Says(part.CoreEnd, "of") || s.Says(part.End, "of") && whole.Noun is null && part.Noun.IsHuman())
            && whole.First - part.CoreEnd <= 5
        // "one of 1,300 people | from Karsa sheltering in a school": who is named is one of all who did.
        && !(part.Value == 1 && s.Says(whole.End, "from"))
        // "300 of the town's 900 people | fled": what the 300 did.
        && !(Near(whole, out var own) is { } near && (own || IsAdjectival(whole, near)))
        && !s.IsMark(whole.First - 1) && !Parted(part.CoreEnd + 1, whole.First);

    // "one of them and there are 300 people": another clause.
    private bool Parted(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Is(i, Tag.Be | Tag.Have | Tag.Pronoun) || s.SaysAny(i, "and", "or", "but")) return true;
        return false;
    }

    // "some of the 35,000 inhabitants": how many there are, not how many of them.
    private bool PartOf(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Determiner) || s.SaysAny(i, "estimated", "some")) i--;
        // "most of the camp's 12,000"
        if (i >= 0 && s[i].Kind == TokenKind.Possessive)
            while (i > 0 && q.First - i < 7 && !s.Says(i, "of") && !s.IsMark(i)) i--;
        return s.Says(i, "of") && i < q.First - 1 && s.Has(i - 1, Cue.PartOf);
    }

    // "none of the town's 9,000 residents has left", "not one of the 300 families": the negation belongs to the number.
    private void NoneOf(Quantity q)
    {
        var i = q.First - 1;
        while (i > 0 && q.First - i < 6 && (s.IsWord(i) && !s.Says(i, "of") || s[i].Kind == TokenKind.Possessive)) i--;
        var one = s.Says(i - 1, "one") && s.SaysAny(i - 2, "not", "single");
        if (!s.Says(i, "of") || !(s.SaysAny(i - 1, "none", "neither") || one)) return;
        (q.First, q.IsNone) = (i - 1, true);
    }
}
