using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers that the words around them keep out: fighters, sites, names, pronouns, those who stayed.</summary>
internal sealed partial class Roles
{
    private Draft? OthersOfKind(Quantity q)
    {
        if (s.Says(q.NounAt, "others")
            && quantities.FindLast(x => x.First < q.First
                && x.Noun is not (null or UnitClass.Site or UnitClass.Duration or UnitClass.Distance or UnitClass.Money)) is { Noun: { } kind }
            && kind is not (UnitClass.Deaths or UnitClass.Injured or UnitClass.Staff or UnitClass.Occupation or UnitClass.Unknown)) q.Noun = kind;
        return null;
    }

    private bool NextName(Number n) =>
        n.Previous is { Role: NumberRole.NamePart } previous && n.Q.Noun is null && n.Q.First == previous.CoreEnd + 1
        && (s.Says(n.Q.First - 1, "and") || s.IsMark(n.Q.First - 1, ','));

    private NumberRole? AsideOf(Quantity q)
    {
        // "the town (population of 155,000)"
        if (s.Says(q.First - 1, "of") && s.Says(q.First - 2, "population") && (s.IsMark(q.First - 3, '(') || s.Says(q.First - 4, "of")))
            return NumberRole.Population;
        // "Its population, 62,000 in July, has halved"
        if (q.Noun is null && s.IsMark(q.First - 1, ',') && s.Says(q.First - 2, "population")) return NumberRole.Population;
        if (q.Noun is not null || !s.IsDash(q.First - 1) && !s.IsMark(q.First - 1, '(')) return null;
        for (var i = q.First - 2; i >= Math.Max(0, q.First - 5) && s.IsWord(i) && !s.Is(i, Tag.Be); i--)
        {
            if (s.Unit(i) is { Class: UnitClass.Deaths or UnitClass.Injured or UnitClass.Combatants } counted) return counted.Class.Role();
        }

        return null;
    }

    private bool OfForceBefore(Quantity q)
    {
        var lead = LeadOf(q);
        if (s.Says(0, "then") && lead == 1)
            return context is { Before: { Others: UnitClass.Combatants, Deed: null, Bidden: null, Moving: null } }
                && (context.Distance > 1 || context.LastFigure is null);
        if (!s.IsMark(lead - 1, ';') || s.SaysAny(q.End, "joined", "join")) return false;
        var force = s.Is(0, Tag.Determiner) ? 1 : 0;
        return (Fighters(force) || s.Says(force, "army") && s.Says(force + 1, "lost"))
            && !s.Any(force + 1, lead, static (s, i) => s.IsHuman(i) && !s.Says(i, "men"));
    }

    private bool HomeTo(Number n)
    {
        var to = n.Q.First - 1;
        if (!s.Says(to, "to") || !n.MayBePeople || n.DisplacedNoun) return false;
        for (var i = to - 1; i > to - 6 && i > 0 && !s.IsMark(i); i--)
            if (s.Says(i, "home")) return i < to - 1 && s.SaysAny(i + 1, "before", "until", "once", "normally", "usually") && !s.Is(i - 1, Tag.Predicate);
        return false;
    }

    private NumberRole? OfUncounted(Number n) =>
        // "fighters numbering 5,000 left"
        n.Q.Noun is null && s.SaysAny(n.Q.First - 1, "numbering", "totalling", "totaling")
            && s.Unit(n.Q.First - 2) is { Class: UnitClass.Combatants or UnitClass.Animals or UnitClass.Staff } kind
            ? kind.Class == UnitClass.Combatants ? NumberRole.Combatants : NumberRole.Other
        : n.Q.Noun is null && s.Says(n.Q.CoreEnd, "of") && s.Says(n.Q.CoreEnd + 1, "them")
        && n.Previous is { Noun: not (null or UnitClass.Site or UnitClass.Duration),
            Role: NumberRole.Deaths or NumberRole.Injured or NumberRole.Combatants or NumberRole.Missing or NumberRole.Detained } before
            ? before.Role
        : OfFighters(n.Q) ? NumberRole.Combatants : null;

    // "The rebels, some 900 of them, fled", "the garrison, about 300 men,", "two hundred of the rebels", "80 members of the militia", "50 of his men"
    private bool OfFighters(Quantity q)
    {
        // "The rebels lost the town. Some 900 of them fled", "Of the rebels, 900 fled"
        if (context.Before.Others is not null && q.Noun is null && s.Says(q.CoreEnd, "of") && s.Says(q.CoreEnd + 1, "them")) return true;
        // "The herd was caught by the flood. Some 300 were driven uphill"
        if (context is { Before.Others: UnitClass.Animals, Distance: > 1 } or { Before.Others: UnitClass.Animals, LastFigure: null }
            && q.Noun is null && LeadOf(q) == 0) return true;
        if (q.Noun is null && s.Says(0, "of") && Fighters(2) && s.IsMark(3, ',') && LeadOf(q) == 4) return true;
        var comma = LeadOf(q) - 1;
        // "two brigades | with 5,000 men", "the column, | with 1,200 men,", "50 of his men"
        if (s.Says(q.NounAt, "men") && s.Says(comma, "with") && (s.IsMark(comma - 1, ',') ? comma - 2 : comma - 1) is var unit
            && (Fighters(unit) || s.SaysAny(unit, "column", "unit", "patrol", "convoy"))) return true;
        if (s.Says(q.NounAt, "men") && s.SaysAny(q.NounAt - 1, "his", "their") && s.Says(q.NounAt - 2, "of") && !s.Any(0, q.First, static (s, i) =>
            s.SaysAny(i, "families", "women", "villagers"))) return true;
        // "The soldiers fled; 300 crossed the river", "Soldiers held the bridge. Then 200 ran away": of those just told of.
        if (q.Noun is null && OfForceBefore(q)) return true;
        if (s.SaysAny(comma, "with", "numbering")) comma--;
        if (s.IsMark(comma, ',') && Fighters(comma - 1) && (q.Noun is null || s.SaysAny(q.NounAt, "men", "strong"))
            && (s.IsMark(q.End) || s.Says(q.End, "of") && s.Says(q.End + 1, "them") && s.IsMark(q.End + 2))) return true;
        var of = q.Noun is null ? q.CoreEnd : s.SaysAny(q.NounAt, "members", "men") ? q.End : -1;
        if (s.Says(of, "of") && s.SaysAny(of + 1, "its", "their") && s.Unit(of + 2) is { Class: UnitClass.Staff }) return true;
        return s.Says(of, "of") && (Fighters(of + 2) || s.SaysAny(of + 1, "his", "their") && s.Says(of + 2, "men"));
    }

    private bool Fighters(int i) => s.Unit(i) is { Class: UnitClass.Combatants } || s.Has(i, Cue.Force) && !s.Says(i, "company");

    private bool WhoStayed(Quantity q)
    {
        if (s.Says(q.First - 1, "but") && s.Says(q.First - 2, "all")) return true;
        // "the town has 1,150 people left in it"
        if (s.Is(LeadOf(q) - 1, Tag.Have) && s.Says(q.End, "left")
            && (Closes(q.End + 1) || s.SaysAny(q.End + 1, "in", "inside", "there", "out") && !s.Says(q.End + 1, "the"))) return true;
        var with = q.First - 1;
        while (s.SaysAny(with, "only", "just", "still") || s.Is(with, Tag.Approximately)) with--;
        // "with 300 remaining in six sites": in the shelters that others left.
        for (var i = q.End + 1; i < Math.Min(s.Count, q.End + 6) && !s.IsMark(i); i++)
            if (s.Unit(i) is { Class: UnitClass.Site } && !s.Is(i, Tag.SettlementNoun) || IsCamp(i)) return false;
        return s.Says(with, "with") && s.SaysAny(q.End, "remaining", "left", "staying", "still")
            && (q.End + 1 == s.Count || s.IsMark(q.End + 1) || s.SaysAny(q.End + 1, "there", "behind", "in", "inside", "at"));
    }

    // "Of the 12 centres, 4", "11 camps (10 in Sanda and 1 in Karsa)", "three new shelters, bringing the total to 9".
    private bool OfSites(Number n, Quantity sites)
    {
        var before = n.Q.First - 1;
        if (n.Index == 1 && s.Says(0, "of") && sites.First <= 2) return true;
        if (n.Q.Value < sites.Value && sites.Noun is not null && s.IsMark(before, '(') && sites.End == before) return true;
        if (sites.Noun is null && (s.Says(before, "and") || s.IsMark(before, ','))
            && quantities.Exists(x => x.Noun is UnitClass.Site && x.Value > n.Q.Value)) return true;
        return n.Q.Value > sites.Value && s.Says(before, "to") && s.Is(before - 1, Tag.CountNoun) && !s.Is(LeadOf(sites) - 1, Tag.Preposition)
            && !quantities.Exists(x => x.First < n.Q.First && (x.Noun.IsHuman() || x.Role == NumberRole.Figure));
    }

    // "one roof in | ten"
    private bool OneIn(Quantity q) => q.Noun is null && q.Value <= 20 && s.Says(q.First - 1, "in") && s.IsWord(q.First - 2) && s.Says(q.First - 3, "one");

    // A small number word without a noun is mostly a pronoun; at the head of a sentence it may speak of those told before.
    private Draft? OnlyPronoun(Quantity q)
    {
        // "One woman had fled": a person, and no count of people.
        var one = q.Value == 1 && s.Says(q.Core, "one") && s.Has(q.NounAt, Cue.OnePerson);
        // "nine of the 31 families": a count, as a part of another.
        var small = q.Noun is null && q.Value is < 10 && s.IsWord(q.Core)
            && !(q.Value > 1 && s.Says(q.CoreEnd, "of") && quantities.Exists(x => x.First > q.CoreEnd && x.First <= q.CoreEnd + 3 && x.Noun.IsHuman()));
        var few = q.Quantifier == Quantifier.Vague && q.Noun is null
            && (s.Says(q.Core, "several") && q.CoreEnd == q.Core + 1 || s.Says(q.Core, "a") && s.Says(q.Core + 1, "few") && q.CoreEnd == q.Core + 2);
        var none = q.Noun is null && (q.IsZero && !s.Is(q.CoreEnd, Tag.Unit) || s.Says(q.Core, "zero"));
        // "One of the IDPs said": a person as well.
        one |= q.Value == 1 && s.Says(q.Core, "one") && s.Says(q.CoreEnd, "of");
        if (!one && small && q.Core == 0 && Elliptic(q) is { } told) return told;
        if (one || small || few || none) q.Role = NumberRole.Other;
        return null;
    }

    private bool OnlyTold(Quantity q)
    {
        var i = q.End;
        while (s.Is(i, Tag.Helpers)) i++;
        return i > q.End && s.SaysAny(i, "told", "ordered", "advised", "warned", "asked") && s.Says(i + 1, "to");
    }

    private bool BehindName(Quantity q)
    {
        var name = q.Core - 1;
        // "took in 640 people, Khazir 310": as much as a number of the list.
        var first = name;
        while (s.IsWord(first - 1) && s[first - 1].Capital) first--;
        if (s.Is(first - 1, Tag.Preposition)) first--;
        if (q.Value > 20 && LastDraft is { Class: VerbClass.Move or VerbClass.Arrive or VerbClass.Back }
            && (s.IsMark(first - 1, ',') || s.Says(first - 1, "and"))
            && (Closes(q.End) || s.Is(q.End, Tag.Preposition) || s.Says(q.End, "and"))) return false;
        return q.Noun is null && name > 0 && s.IsWord(name) && s[name].Capital && s.IsNumber(q.Core) && !s[q.Core].Grouped && q.Value < 1000
            && !s.IsSmall(name) && !s.Is(name, Tag.Speech) && !s.Is(name, Tag.Approximately) && !s.Is(name, Tag.Further)
            && !s.Is(name, Tag.Month) && !s.Is(name, Tag.Weekday) && !s.Is(name, Tag.Predicate) && !IsSubjectAt(name, q);
    }

    // "in Dohuk 540 were put up in schools": so many, at that place; "in Hasansham 3 were" is one of some camps.
    private bool IsSubjectAt(int name, Quantity q) =>
        q.Value > 20 && s.Is(name - 1, Tag.Preposition) && !s.Is(name, Tag.PlaceNoun) && !s.Is(name, Tag.SettlementNoun)
            && s.Is(q.End, Tag.Helping);

    private NumberRole? AmongUncounted(Number n) =>
        n.Previous is { Noun: UnitClass.Staff or UnitClass.Occupation or UnitClass.Combatants or UnitClass.Animals or UnitClass.Cases, Role: { } kept }
        && kept != NumberRole.Figure
        && s.EndingAt(n.Q.First, Tag.Include, out _) is not null ? kept : null;

    private NumberRole? ByAdjective(Number n) =>
        n.Q.Adjective is { Class: VerbClass.Deaths or VerbClass.Injured or VerbClass.Trapped or VerbClass.Missing or VerbClass.Detained or VerbClass.Affected
            or VerbClass.InNeed } adjective
        && !(Chosen(n) is { } chosen && IsFlow(chosen)) ? adjective.Class.Role() : null;
}
