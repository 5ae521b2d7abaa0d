using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Figures told as label and value: "Displaced since 6 August: 1,370", "New arrivals - Taiz: 61; Hodeidah: 37".</summary>
internal sealed partial class Roles
{
    // "New arrivals: Debaga 1,240; Khazir 330": each number behind the name of its place, under one label.
    private Draft? Listed(Quantity q)
    {
        var name = q.Core - 1;
        if (name < 1 || q.Noun is not null || q.Share is not null || !(q.End >= s.Count || s.IsMark(q.End) || s.Says(q.End, "and"))) return null;
        while (name > 0 && q.Core - name < 5 && s.IsWord(name) && (s[name].Capital || s.SaysAny(name, "of", "the", "al"))) name--;
        if (name == q.Core - 1) return null;
        if (!s.IsMark(name, ':'))
            return (s.IsMark(name, ';') || s.IsMark(name, ',') || s.Says(name, "and")) && LastDraft is { IsLabel: true } told ? LabelAlso(q, told) : null;
        for (var i = name - 1; i >= 0 && i > name - 8; i--)
            if (!s.IsWord(i) && !taken[i]) break;
            else if (s.Is(i, Tag.Helping | Tag.Speech)) return null;
        return Heading.Of(s, name, driven: false) is { } heading ? Label(q, heading.At, heading.Class, heading.Term) : null;
    }

    private static Draft LabelAlso(Quantity q, Draft told)
    {
        var draft = Inherit(q, told);
        draft.IsLabel = true;
        return draft;
    }

    // "59,565 in three regions: Timbuktu (54,441) and Gao (3,041)", "2,300 families from Karsa (1,900) and Sanda (400)": what a place has of the whole.
    private Draft? BehindPlace(Quantity q)
    {
        var name = s.IsMark(q.First - 1, '(') && q.Share is null && q.Per is null ? q.First - 2 : -1;
        if (name < 1 || !s[name].Capital && !s.Is(name, Tag.PlaceNoun) || q.Noun is not null && !q.Noun.IsHuman()) return null;
        if ((DraftsBefore(q) ?? (Enumerable.Range(0, name).Any(i =>
            s.Says(i, "migrants") || s.IsHuman(i)) ? null
                : Before)) is not { Quantity: { Share: null, Value: { } } } told || told.Class.IsOfHousing()) return null;
        var all = told is { IsPart: true, Parent: { } whole } ? whole : told;
        if (!(q.Value < all.Quantity.Value) || !(q.End >= s.Count || s.IsMark(q.End, ')') || s.Is(q.End, Tag.Predicate))
            || told.Quantity.End >= name && s.IsMark(told.Quantity.End, '(')) return null;
        var part = Inherit(q, all);
        part.IsPart = true;
        return part;
    }

    // "Returns 14,300, new displacement 640": a number right behind its noun, in a list of such.
    private Draft? BehindNoun(Quantity q)
    {
        if (q.Noun is not null || q.Value is not >= 10 || !Closes(q.End) && !taken[q.End] && !s.SaysAny(q.End, "in", "from", "and")
            || s.VerbEndingAt(q.First, out var at) is not { Form: VerbForm.Noun } noun) return null;
        var start = at;
        while (s.SaysAny(start - 1, "new", "total", "fresh")) start--;
        return (start == 0 || s.IsMark(start - 1)) && IsFlow(new Governor(noun, at, 1)) ? Label(q, at, noun.Class, noun.FigureTerm) : null;
    }

    private Draft? Labelled(Quantity q)
    {
        if ((BehindPlace(q) ?? BehindNoun(q)) is { } bracketed) return bracketed;
        var colon = LeadOf(q) - 1;
        if (s.IsMark(colon, ',') && (BehindComma(q, colon) ?? OutOf(q, colon)) is { } behind) return behind;
        if (!s.IsMark(colon, ':') && !s.IsMark(colon, '|') || q.Noun is not null && !q.Noun.IsHuman()) return null;
        var start = StartOfLabel(colon);
        // "Out of Topzawa on Saturday: 413 women"
        if (s.Says(start, "out") && s.Says(start + 1, "of")) return Label(q, start, VerbClass.Move, Term.Displaced);
        return LabelledBy(q, start, colon);
    }

    // "Mandatory evacuation: Vacaville east of the road, | 8,900 people"
    private Draft? BehindComma(Quantity q, int comma)
    {
        if (!q.Noun.IsHuman()) return null;
        for (var i = 0; i < Math.Min(4, comma); i++)
            if (s.IsMark(i + 1, ':') && Predicate(i) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed))
                return Label(q, i, deed.Meaning.Class, deed.Meaning.FigureTerm);
        return null;
    }

    // "Out of Sumy, | 5,000; out of Enerhodar, | 1,500"
    private Draft? OutOf(Quantity q, int comma)
    {
        if (q.Noun is not null || q.End < s.Count && !s.IsMark(q.End)) return null;
        for (var i = comma - 2; i >= Math.Max(0, comma - 6) && !s.IsMark(i, ','); i--)
            if (Predicate(i) is { } past && IsFlow(past) && past.Meaning.Form.HasFlag(VerbForm.Participle) && (i == 0 || s.IsMark(i - 1, ';')))
                return Label(q, i, past.Meaning.Class, past.Meaning.FigureTerm);
            else if (s.Says(i, "out") && s.Says(i + 1, "of") && (i == 0 || s.IsMark(i - 1) || s.Says(i - 1, "and")))
                return Label(q, i, VerbClass.Move, Term.Displaced);
        return null;
    }

    private int StartOfLabel(int colon)
    {
        var start = colon;
        while (start > 0 && colon - start < 16 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, ':') && !s.IsMark(start - 1, '.')
            && !s.IsMark(start - 1, '|') && !s.IsMark(start - 1, '•')) start--;
        return start;
    }

    // "Currently displaced: | 640": by the first word of the label that tells what its numbers are.
    private Draft? LabelledBy(Quantity q, int start, int colon)
    {
        var participle = HasParticiple(q);
        var own = participle || HasVerb(q);
        for (var i = start; i < colon; i++)
        {
            // A label has no finite verb: "the minister said:" is none.
            if (s.Is(i, Tag.Speech | Tag.Be | Tag.Have | Tag.Modal)) return own ? null : ByDay(q, start, colon);
            if (!participle && s.Unit(i) is { Class: UnitClass.Goods or UnitClass.Animals or UnitClass.Cases or UnitClass.Combatants or UnitClass.Deaths
                or UnitClass.Injured or UnitClass.Staff } things)
                return KeptOut(q, things.Class is UnitClass.Staff or UnitClass.Animals or UnitClass.Cases ? NumberRole.Other : things.Class.Role());
            if (own) continue;
            if (s.Unit(i) is { } unit && Kind(unit.Class) is { } kind)
                return Label(q, i, kind != VerbClass.Back && InSites(q) ? VerbClass.Shelter : kind, Term.Displaced);
            if (Predicate(i) is not { } found) continue;
            if (IsFlow(found) && OfOwnWill()) return null;
            if (found.Meaning.Class.IsOfHousing() && q.Noun != UnitClass.Housing) continue;
            if (!IsFlow(found) && found.Meaning.Class is not VerbClass.Shelter) return KeptOut(q, found.Meaning.Class.Role());
            return Label(q, i, s.SaysAny(i - 1, "currently", "still", "presently", "remaining") ? VerbClass.Shelter : found.Meaning.Class,
                found.Meaning.FigureTerm);
        }

        // "...; Hodeidah: 37": the label before speaks for the list.
        return !own && LastDraft is { IsLabel: true } before && s.IsCapital(start) ? LabelAlso(q, before) : null;
    }

    // "of these: 40,266 IDPs | registered in camps": what a number says itself goes before what stands over the list.
    private bool HasParticiple(Quantity q) => q.Noun is null && Near(q, out _) is { } beside && beside.At <= q.CoreEnd + 1 && IsFlow(beside);

    private bool HasVerb(Quantity q) =>
        q.Noun is not null && Near(q, out _) is not null
            || Right(q, q.End) is { } verb && (IsFlow(verb) || verb.Meaning.Class is VerbClass.Motion or VerbClass.Carry) && verb.At - q.End <= 2
                && verb.Meaning.Form != VerbForm.Noun;

    // "Evacuees: 403 people | in 8 schools": those who are there.
    private bool InSites(Quantity q) =>
        s.SaysAny(q.End, "in", "at") && s.Unit(s.IsNumber(q.End + 1) ? q.End + 2 : q.End + 1) is { Class: UnitClass.Site };

    private static Draft? KeptOut(Quantity q, NumberRole role)
    {
        q.Role = role;
        return null;
    }

    // "Families are fleeing: 2,100 on Monday, 1,800 on Tuesday": the clause before the colon speaks for each day.
    private Draft? ByDay(Quantity q, int start, int colon)
    {
        // "a quarter of the people have had to leave home in three weeks: 1.2 million, says the minister"
        var alone = DraftsBefore(q) is null && (q.End >= s.Count || s.IsMark(q.End) || taken[q.End]) && !s.Is(colon - 1, Tag.Speech) && q.Value >= 10;
        if (q.Noun is not null || !alone && !(s.Says(q.End, "on") && s.Is(q.End + 1, Tag.Weekday))) return null;
        for (var i = colon - 1; i >= start; i--)
            if (Predicate(i) is { } found && IsFlow(found) && (!alone || found.Meaning.Form != VerbForm.Noun))
                return Told(q, found, i, 0.75);
        return null;
    }

    /// <summary>The class of those whom a noun calls displaced, or null.</summary>
    public static VerbClass? Kind(UnitClass noun) =>
        noun switch
        {
            UnitClass.Idp or UnitClass.Refugee => VerbClass.Shelter,
            UnitClass.Arrival => VerbClass.Arrive,
            UnitClass.Evacuee => VerbClass.Move,
            UnitClass.Returnee => VerbClass.Back,
            _ => null,
        };

    private static Draft Label(Quantity q, int at, VerbClass verb, Term term) =>
        new() { Quantity = q, Class = verb, Term = term, PredicateAt = at, IsLabel = true, RoleScore = 0.8 };
}
