using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Percentages and fractions of people told elsewhere.</summary>
internal sealed partial class Roles
{
    /// <summary>A percentage or fraction is a figure only when the whole is known and a displacement word governs the part.</summary>
    private Draft? Share(Quantity q, int n)
    {
        q.Role = NumberRole.Percent;
        var whole = WholeOf(q, n, out var nested, out var referred);
        if (whole?.Value is null || IsNoShare(q, n) || !OfPeople(whole)) return null;
        var governor = (nested ? GovernorOfNested(q, whole)
            : Right(q, q.CoreEnd) ?? (Left(q) is { Meaning.Class: VerbClass.Shelter or VerbClass.Move } left ? left : null)) is { } found
            ? TurnedShare(q, found, nested ? whole : null) : null;
        if (nested) q.End = q.CoreEnd;
        if (PartByKindOrOrigin(q, whole, governor, referred) is { } part)
        {
            SetShare(q, whole);
            part.IsPart = true;
            return part;
        }

        if (governor is null || IsNegative(governor) || governor.Meaning.Class is VerbClass.Motion or VerbClass.Carry) return null;
        SetShare(q, whole);
        // A fraction in words takes its whole into the span ("a fifth of the 6,000 people"), a percentage stands alone, as the cases have it.
        if (nested && !q.IsPercent) q.End = whole.End;
        var term = governor.Meaning is { Term: not null, Class: VerbClass.Arrive } ? Term.Displaced : governor.Meaning.FigureTerm;
        return new Draft
        {
            Quantity = q, Class = governor.Meaning.Class, Term = term, PredicateAt = governor.At,
            Perfect = s.Is(governor.At - 1, Tag.Have) || s.Is(governor.At - 2, Tag.Have),
            // "Of the town's 12,000 people, half have fled": all there are of it.
            IsPart = !nested && whole.Role is NumberRole.Figure or null || HasOwnVerb(whole) || DraftOf(whole) is not null, RoleScore = 0.8,
        };
    }

    // "half of the 45,000 people | who fled", "| displaced by the floods"; in "half of the 45,000 people | fled" the verb is that of the half.
    private bool HasOwnVerb(Quantity whole) =>
        Near(whole, out var relative) is { } near
            && (relative || near.At < whole.End || IsAdjectival(whole, near) || whole.Noun is null && near.Meaning.Who == Who.Object);

    private Quantity? WholeOf(Quantity q, int n, out bool nested, out bool referred)
    {
        // "212 million dollars, of which 9 per cent has come in": of the number just before, whatever it counts.
        var which = n > 0 && s.SaysAny(q.First - 1, "which", "whom") && s.Says(q.First - 2, "of") ? quantities[n - 1] : null;
        var whole = NestedWhole(q);
        (nested, referred) = (whole is not null, false);
        whole ??= n > 0 && (s.Says(0, "of") || s.Says(0, "out") && s.Says(1, "of")) && quantities[0].First <= 3 && quantities[0].Noun.IsHuman()
            ? quantities[0] : null;
        // "one in ten Yemenis": of all there are.
        if (whole is null && s.IsHuman(q.CoreEnd)) return null;
        // "about half have since gone back", "a third of them": the whole is the figure before.
        var alone = !s.Says(q.CoreEnd, "of") || s.Says(0, "of") && s.SaysAny(1, "those", "them", "these")
            || s.SaysAny(q.CoreEnd + 1, "them", "those", "these", "whom");
        if (whole is null && alone && (LastDraft ?? context.LastFigure) is { Unit: not CountUnit.Housing } last)
            // "1,460 of them live in schools, and 35 per cent are under 18": of all those told, not of the part.
            whole = last.Quantity.Share is not null && LastDraft is not null ? last.Quantity.Whole
                : last is { Class: VerbClass.Shelter, IsPart: true,
                    Parent: { Class: VerbClass.Move or VerbClass.Arrive, Quantity: { Share: null, Value: not null } first } } ? first
                : last.Class == VerbClass.Shelter && drafts.Count > 1
                    && drafts[0] is { Class: VerbClass.Move or VerbClass.Arrive } and { Quantity: { Share: null, Value: { } sum } all }
                    && sum > last.Quantity.Value
                        ? all : last.Quantity;
        // "about half of them" after a population told since the last figure: of that population.
        if (whole is not null && LastDraft is null && n == 0 && context.People is { } people && whole == context.LastFigure?.Quantity) whole = people;
        // "half of the newly displaced"
        referred = whole is null && s.Says(q.CoreEnd, "of") && Referred(q.CoreEnd + 1);
        if (referred && (DraftsBefore(q) ?? Before) is { Unit: not CountUnit.Housing } spoken) whole = spoken.Quantity;
        return which ?? whole;
    }

    // "half of the 60,000", "half the town's 60,000 people"
    private Quantity? NestedWhole(Quantity q)
    {
        var at = q.CoreEnd;
        if (!s.Says(at, "of") && !s.SaysAny(at, "the", "its", "their")) return null;
        if (s.Says(at, "of")) at++;
        for (var i = at; i < Math.Min(s.Count, at + 6) && (s.IsWord(i) || s[i].Kind == TokenKind.Possessive); i++)
            if (s[i].Kind == TokenKind.Possessive) at = i + 1;
        // "of a population of 12,000"
        while (s.Is(at, Tag.Determiner) || s.Has(at, Cue.Roughly) || s.Says(at, "population") || s.Says(at, "of") && s.Says(at - 1, "population")) at++;
        return quantities.Find(x => x.Core == at && x != q);
    }

    private bool IsNoShare(Quantity q, int n) =>
        // "1,100 (26 per cent) have been uprooted": the number before, told once more.
        s.IsMark(q.First - 1, '(') && n > 0 && quantities[n - 1].End == q.First - 1 && quantities[n - 1].Share is null
        // "82 per cent lower than in November": a change, no share.
        || s.Has(q.CoreEnd, Cue.More);

    private bool OfPeople(Quantity whole) =>
        whole.Noun.IsHuman() || whole == context.People || s.Says(whole.First - 1, "of") && s.Says(whole.First - 2, "population")
        || whole.Noun is null
            && (whole.Role == NumberRole.Figure || s.Is(whole.Core - 1, Tag.Determiner) && !whole.IsMoney && Right(whole, whole.End) is { } end && IsFlow(end)
                || Near(whole, out var who) is { } theirs && (who || IsFlow(theirs)));

    private Governor? GovernorOfNested(Quantity q, Quantity whole)
    {
        var near = Near(whole, out var relative);
        var own = near is not null && (relative || IsAdjectival(whole, near));
        var governor = Right(whole, own ? near!.End : whole.End);
        var moved = near is not null && IsFlow(near);
        // "four in five of the 8,000 bused out are women": the part is told by who they are, and moved with all of them.
        if (moved && (own || whole.Noun is null && near!.At == whole.CoreEnd)
            && governor is null or { Meaning.Class: VerbClass.Shelter or VerbClass.Population }
            && AreKind(near!.End)) return near;
        // "women make up 60 per cent of the 61,000 who have escaped"
        if (governor is null && moved && s.Has(q.First - 1, Cue.MakeUp)) return near;
        return governor ?? StillThere(near?.At ?? whole.End) ?? (Left(q) is { Meaning.Class: VerbClass.Move or VerbClass.Arrive } taking ? taking : null)
            // "has lost half of its 9,000 people since the rebels came"
            ?? (s.SaysAny(q.First - 1, "lost", "losing") && s.SaysAny(q.CoreEnd + 1, "its", "the")
                && OfPlace(q.First - 1) && (Caused() || context.Conflict || HasSpan())
                ? Governor.Of(VerbClass.Move, Term.Displaced, Who.Object, q.First - 1) : null);
    }

    // "more than half of the 138,000 who crossed | are still at the border"
    private Governor? StillThere(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 14) && !s.IsMark(i, ';'); i++)
            if (s.Is(i, Tag.Be) && (s.SaysAny(i + 1, "in", "at") || s.SaysAny(i + 1, "still", "now") && s.SaysAny(i + 2, "in", "at", "on", "with", "there")))
                return new Governor(new VerbMeaning(VerbClass.Shelter, Term.Sheltered), i, 1);
        return null;
    }

    private Governor TurnedShare(Quantity q, Governor governor, Quantity? whole)
    {
        if (governor.Meaning.Class == VerbClass.Motion
            && (whole is not null && s.SaysAny(whole.NounAt, "residents", "inhabitants", "population", "people")
                || !OfOwnWill())) governor = governor.As(VerbClass.Move);
        // "a fifth of the 6,000 who fled have had to move a second time"
        if (governor.Meaning.Class == VerbClass.Move && OnceMore(governor)) return governor.As(VerbClass.Onward);
        return governor.Meaning.Class == VerbClass.Move && IsState(q, governor) ? governor.As(VerbClass.Shelter) : governor;
    }

    // A part of those told before, by who they are or where they came from: what happened to all of them happened to it.
    private Draft? PartByKindOrOrigin(Quantity q, Quantity whole, Governor? governor, bool referred)
    {
        // "half of the newly displaced are children", "children make up 40 per cent of those displaced"
        if (referred && governor is null or { Meaning.Class: not (VerbClass.Back or VerbClass.Onward or VerbClass.Move or VerbClass.Arrive) }
            && (DraftsBefore(q) ?? Before) is { } group
            && (AreKind(q.CoreEnd) || s.Has(q.First - 1, Cue.MakeUp)))
        {
            var shared = Inherit(q, group);
            if (!drafts.Contains(group)) shared.PredicateAt = -1;
            return shared;
        }

        if (DraftOf(whole) is not { } all) return null;
        // "Of 24,500 displaced, 70 per cent have no documents": whatever is told of it, a part of those.
        if (q.IsPercent && !s.IsMark(q.First - 1, '(') && quantities[0] == whole && s.SaysAny(0, "of", "out") && (governor is null || IsNegative(governor)))
            return Inherit(q, all);
        // "80 per cent are from Mosul itself", "half from Mosul": where all of them came from. "64 per cent are women"
        if (governor is null or { Meaning.Class: VerbClass.Shelter or VerbClass.Population or VerbClass.Arrive }
            && (s.Has(q.CoreEnd, Cue.Originate) && s.Says(q.CoreEnd + 1, "from") || s.Says(q.CoreEnd, "from") && s.IsMark(q.First - 1, ',') || Kind(q.CoreEnd)))
            return Inherit(q, all);
        if (governor is not null || !s.Says(q.CoreEnd, "of") || !s.SaysAny(q.CoreEnd + 1, "them", "those", "these")) return null;
        q.End = q.CoreEnd + 2;
        return Inherit(q, all);
    }

    // The share in numbers: of the whole, rounded, hence never exact.
    private static void SetShare(Quantity q, Quantity whole)
    {
        var total = whole.Value!.Value;
        var value = Math.Round(total * q.Share!.Value);
        var (low, high) = q is { IsPercent: true, Min: { } least, Max: { } most } ? (least, most) : (0, 0);
        (q.Role, q.Value, q.Noun, q.Whole) = (null, value, whole.Noun, whole);
        q.Min = q.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : value;
        q.Max = q.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : value;
        // "60 to 70 per cent": both ends of the range, of the whole.
        if (low < high && high <= 100) (q.Min, q.Max) = (Math.Round(total * low / 100), Math.Round(total * high / 100));
        if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
    }

    // "of the newly displaced", "of the evacuees", "of the people": those told before, without their number.
    private bool Referred(int at)
    {
        if (!s.Is(at, Tag.Determiner)) return false;
        at++;
        while (s.SaysAny(at, "newly", "new", "total", "internally", "remaining")) at++;
        return s.Has(at, Cue.Group) || s.Unit(at)?.Class.IsDisplaced() == true;
    }

    // "1,400 | were children", "90 | are under 15"
    private bool Kind(int be)
    {
        if (!s.SaysAny(be, "are", "were")) return false;
        be++;
        while (s.Is(be, Tag.Adverb)) be++;
        return s.Unit(be) is { Class: UnitClass.Person } || s.Has(be, Cue.Aged);
    }

    // "... are women and children", "were under 18"
    private bool AreKind(int from) =>
        s.AnyAhead(from, 16, static (s, i) => s.SaysAny(i, "are", "were") && (s.Unit(i + 1) is { Class: UnitClass.Person } || s.Has(i + 1, Cue.Aged)));
}
