using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers whose form or noun alone says that they count no displaced people: dates, ages, names, distances, soldiers.</summary>
internal sealed partial class Roles
{
    private static NumberRole? Alive(Quantity q)
    {
        q.Noun = UnitClass.Person;
        return null;
    }

    private static NumberRole? OfDeed(Quantity q, Governor deed)
    {
        (q.Noun, q.Adjective, q.NounAt, q.End) = (UnitClass.Person, deed.Meaning, deed.At, deed.End);
        return null;
    }

    private bool EvacuatedBy(Quantity q)
    {
        for (var i = Math.Max(0, q.First - 8); i < q.First; i++)
            if (s.Says(i, "evacuation") && IsVehicle(i + 1)) return true;
        return false;
    }

    private NumberRole? Inherent(Quantity q)
    {
        if (q.IsMoney || q.Noun == UnitClass.Money) return NumberRole.Money;
        if (IsBroken(q)) return NumberRole.Other;
        if (q.Noun is null && !q.IsPercent && q.Share is null && OfBareNumber(q) is { } role) return role;
        return IsYearOfPeople(q) ? NumberRole.Date : OfNoun(q);
    }

    // "12,00 people": how many that are nobody can tell.
    private bool IsBroken(Quantity q) => IsJoined(q.Core - 1) || IsJoined(q.CoreEnd);

    private bool IsJoined(int comma) =>
        s.IsMark(comma, ',') && s.IsNumber(comma - 1) && s.IsNumber(comma + 1) && !s[comma].Spaced && !s[comma + 1].Spaced;

    // What a number without a noun is by the words and marks around it.
    private NumberRole? OfBareNumber(Quantity q)
    {
        var before = q.First - 1;
        if (q.MayBeYear || s.SaysAny(q.CoreEnd, "am", "pm") && !s[q.CoreEnd].Spaced || IsClock(q)) return NumberRole.Date;
        if (IsNumberOfName(q, before))
        {
            q.First = before;
            return NumberRole.NamePart;
        }

        if (s.IsMark(before, '.') && s.Says(before - 1, "no") || IsRoad(q, before) || IsHyphened(q, before)) return NumberRole.NamePart;
        if (IsOfForce(q)) return NumberRole.Combatants;
        // "[2]": a note.
        if (s.IsMark(before, '[') && s.IsMark(q.CoreEnd, ']')) return NumberRole.Other;
        if (IsAge(q)) return NumberRole.Age;
        return s.Is(before, Tag.Month) && q.Value is < 2200 && !s[q.Core].Grouped || s.Is(q.CoreEnd, Tag.Month) && s[q.CoreEnd].Capital
            ? NumberRole.Date : null;
    }

    // "Block | 4", "Highway | 12", "camps | 7 to 9"
    private bool IsNumberOfName(Quantity q, int head) =>
        s.Is(head, Tag.NameHead) && !Numbered(head) && (q.CoreEnd == q.Core + 1 || q.Quantifier == Quantifier.Between) && q.Value < 10000
            && (s[head].Capital || s.Has(head, Cue.NumberedThing) || !s[q.Core].Spaced);

    // "U.S. | 93", "State Hwy. | 12"
    private bool IsRoad(Quantity q, int before) =>
        s.SaysAny(before, "u.s.", "hwy", "hwys", "rte", "rt", "fwy", "pkwy") && s[before].Capital && s.IsNumber(q.Core) && !s[q.Core].Grouped
            && q.CoreEnd == q.Core + 1 && q.Value < 10000;

    // "COVID-|19"
    private bool IsHyphened(Quantity q, int before) => s.IsMark(before, '-') && !s[before].Spaced && !s[q.Core].Spaced && s.IsCapital(before - 1);

    // "the garrison of | 700 rode out", "the militia's | 800 withdrew"
    private bool IsOfForce(Quantity q)
    {
        var force = s.Says(LeadOf(q) - 1, "of") ? LeadOf(q) - 2 : s.Is(q.First - 1, TokenKind.Possessive) ? q.First - 2 : -1;
        return s.Has(force, Cue.Force) && !s.Any(q.End, q.End + 3, static (s, i) => s.SaysAny(i, "people", "civilians", "families"));
    }

    // "In | 2015 families fled the valley", "in the summer of | 2013 people left"
    private bool IsYearOfPeople(Quantity q) =>
        q.MayBeYear && q.Noun is UnitClass.Person or UnitClass.Household && q.CoreEnd == q.Core + 1 && q.NounAt == q.CoreEnd && q.First == q.Core
            && (q.First == 1 && s.SaysAny(0, "in", "since", "by", "until") || s.Is(q.First - 1, Tag.Month)
                || s.Says(q.First - 1, "of") && s.Is(q.First - 2, Tag.Season));

    private NumberRole? OfNoun(Quantity q) => q.Noun switch
    {
        null => s.IsMark(q.CoreEnd, '-') && s.IsNumber(q.CoreEnd + 1) ? NumberRole.Other : null,
        UnitClass.Site => NumberRole.CountOfSites,
        // "2 million members" of a party, "15 members of his family"
        UnitClass.Person when s.Says(q.NounAt, "members") && q.Pair is null
            && (!s.Says(q.End, "of") || s.SaysAny(q.End + 1, "his", "her", "my", "our")) => NumberRole.Other,
        // "900 flood victims were evacuated": alive, where only the living can do what the verb says.
        UnitClass.Deaths when s.Says(q.NounAt, "victims") && Uprooted(q) => Alive(q),
        // "3,300 new cases of displacement": people, one for each case.
        UnitClass.Cases when s.Says(q.End, "of") && Predicate(q.End + 1) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed) => OfDeed(q, deed),
        // "an evacuation train carrying 320 passengers"
        UnitClass.Staff when s.Says(q.NounAt, "passengers") && (EvacuatedBy(q) || context.Before.Moving is not null || Uprooted(q)) => Alive(q),
        UnitClass.Combatants or UnitClass.Deaths or UnitClass.Injured or UnitClass.Distance or UnitClass.Duration or UnitClass.Goods =>
            q.Noun.Value.Role(),
        UnitClass.Staff or UnitClass.Animals or UnitClass.Cases or UnitClass.AreaSize or UnitClass.Measure => NumberRole.Other,
        _ => s.IsMark(q.End, '-') && !s[q.End].Spaced || s.Is(q.End, TokenKind.Possessive) && q.Noun != UnitClass.Person ? NumberRole.Other : null,
    };

    // "a party | of 75", "columns | of 600 and 900 people"
    private bool Collective(int of) => s.Says(of, "of") && s.Has(of - 1, Cue.Collective);

    // "those driven out of Kyaukphyu | number 3,000"
    private bool Numbered(int verb)
    {
        if (!s.Says(verb, "number") || s[verb].Capital || s.Is(verb - 1, Tag.Determiner)) return false;
        for (var i = verb - 1; i >= Math.Max(0, verb - 9) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "those", "who", "they", "displaced", "evacuated", "uprooted")
                || s.Unit(i)?.Class.IsDisplaced() == true) return true;
        return false;
    }

    // "since 0430", "as at 2015", "0915: road cut": hours and minutes without a colon.
    private bool IsClock(Quantity q)
    {
        if (q.CoreEnd != q.Core + 1 || s.Chars(q.Core) is not { Length: 4 } digits || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (digits is not ([< '2', _, < '6', _] or ['2', < '4', < '6', _])) return false;
        var at = q.Core - 1;
        if (s.Is(q.End, Tag.Predicate | Tag.Unit)) return false;
        return digits[0] == '0' || s.Says(at, "at") && s.Says(at - 1, "as")
            || s.SaysAny(at, "since", "until", "till", "before", "after") && (Closes(q.End) || taken[q.End])
            || s.SaysAny(at, "from", "by") && Closes(q.End) && s.Is(at - 1, Tag.Verbs)
            || at < 0 && (s.IsMark(q.CoreEnd, ':') || s.IsCapital(q.CoreEnd));
    }

    private bool IsAge(Quantity q)
    {
        if (q.Value is not (> 0 and < 120) || q.CoreEnd != q.Core + 1) return false;
        if (s.SaysAny(q.First - 1, "aged", "age", "ages") || s.Says(q.First - 1, "of") && s.SaysAny(q.First - 2, "age", "ages")) return true;
        if (s.SaysAny(q.Core - 1, "under", "over", "below", "above")
            && (s.Unit(q.Core - 2)?.Class == UnitClass.Person || s.Has(q.Core - 2, Cue.OfThem) || s.Is(q.Core - 2, Tag.Be))
            && (q.CoreEnd >= s.Count || s.IsMark(q.CoreEnd) || s.SaysAny(q.CoreEnd, "and", "or", "years"))) return true;
        // "Karim (34)"; "to Albania (852), Morocco (107)" goes on with a list.
        if (s.IsMark(q.Core - 1, '(') && s.IsMark(q.CoreEnd, ')') && q.Core >= 2 && s[q.Core - 2].Capital)
            return LastDraft is not { Quantity: var list } || !s.IsMark(list.First - 1, '(') || q.First - list.End > 6;
        // ", 34," after a name or "one woman"
        return s.IsMark(q.Core - 1, ',') && q.Core >= 2
            && (s[q.Core - 2].Capital || s.IsWord(q.Core - 2) && s.Words(q.Core - 2, q.Core - 1).Any(char.IsUpper)
            || s.Has(q.Core - 2, Cue.OnePerson)) && (s.IsMark(q.CoreEnd, ',') || s.IsMark(q.CoreEnd, '.') || s.IsMark(q.CoreEnd, ')'))
            && !s.IsNumber(q.Core - 2);
    }

    // Whether the number may count people or houses; on the way its noun and country are settled.
    private bool Settle(Number n)
    {
        if (n.Q.Noun is UnitClass.Unknown or UnitClass.Occupation && Uprooted(n.Q)) n.Q.Noun = UnitClass.Person;
        EveryDay(n.Q);
        // "from 5,000 to 1,700 a day": at the same rate.
        if (n.Q.Noun is null && s.Says(n.Q.First - 1, "from") && s.Says(n.Q.End, "to")
            && quantities.Find(x => x.First > n.Q.End && x.First <= n.Q.End + 2) is { Per: { } per }) n.Q.Per ??= per;
        if (n.Q.Noun is null && n.Previous is { Noun: UnitClass.Person or UnitClass.Refugee, NounCountry: { } nation }) n.Q.NounCountry ??= nation;
        return n.MayBePeople || n.Q.Noun == UnitClass.Housing;
    }

    // "every day between 30 and 40 people cross": a rate, told before its number.
    private void EveryDay(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Approximately) || s.IsMark(i, ',')) i--;
        // "30 families a night"
        if (q.Per is null && s.SaysAny(q.End, "a", "each", "every") && s.Says(q.End + 1, "night")) q.Per = "day";
        if (s.SaysAny(i - 1, "every", "each")) q.Per ??= Period.Of(s, i);
    }

    // "800 miners were displaced", "600 bakers fled": whoever they are, the verb leaves no doubt.
    private bool Uprooted(Quantity q)
    {
        if ((Left(q) ?? Right(q, q.End)) is not { Meaning: { Class: VerbClass.Move } verb } governor) return false;
        // "the evacuation of 3,000 campers"
        if (verb.Form == VerbForm.Noun) return governor.At < q.First && (Agents(q.NounAt) || s.Says(q.NounAt, "victims")) && !OfOwnWill();
        if (OfOwnWill() || quantities.Exists(x => x.First > q.First && x.First < governor.At)) return false;
        // "640 patients fled"; those who are moved from ward to ward are none.
        if (q.Noun == UnitClass.Occupation) return verb is { Who: Who.Subject, Term: Term.ForcedToFlee };
        if (q.Noun == UnitClass.Staff) return TakenOutOfDanger(governor) && !OffVehicle(Math.Max(q.End, governor.End));
        return verb.Who == Who.Object ? s.Has(governor.At, Cue.Uprooting) && (governor.At <= q.End || Passive(governor))
            : verb.Term == Term.ForcedToFlee || Agents(q.NounAt);
    }

    // "flew 900 passengers out" of a war, "put 300 passengers ashore" before a storm; no passengers of a ferry that sank.
    private bool TakenOutOfDanger(Governor verb) =>
        verb.Meaning is { Who: Who.Object, Term: Term.Evacuated or Term.Displaced } && (context.Conflict || context.Disaster || Caused())
        && !s.SaysAny(verb.At, "rescue", "rescued", "rescuing", "extract", "extracted");

    // "evacuated 300 passengers | from a plane"
    private bool OffVehicle(int from) =>
        s.Any(from, from + 3, static (s, i) => s.SaysAny(i, "from", "off")
            && s.Any(i + 1, i + 4, static (s, k) => s.Has(k, Cue.Vehicle) || s.SaysAny(k, "metro", "tram", "liner")));

    // "campers", "vendors", "lobbyists": a plural that no table knows, of those who do something.
    private bool Agents(int noun) =>
        s.EndsWith(noun, "ers") || s.EndsWith(noun, "ors") || s.EndsWith(noun, "ists") || s.EndsWith(noun, "ians") || s.EndsWith(noun, "ants");
}
