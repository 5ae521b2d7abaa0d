using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>Two measures of the same people are one number: "1,230 households (7,380 individuals)", "6,900 people (1,150 families)", "2,000 families, or
/// about 12,000 people".</summary>
internal static class Measures
{
    // What ties two measures; a comma before "or" does so in two ways.
    [Flags]
    private enum Tie { None = 0, Bracket = 1, Dash = 2, Or = 4, Aside = 8 }

    // Words between two measures of one group: right behind the first, behind its comma, and before the second.
    private static readonly WordSet Equates = new("or", "comprising", "representing", "totalling", "totaling", "equivalent", "containing",
        "numbering", "composed", "belonging", "consisting", "made", "with", "of");
    private static readonly WordSet Restates = new("or", "equivalent", "representing", "comprising", "consisting", "composed", "made", "i.e.", "ie",
        "some", "about", "totalling", "totaling", "which", "accounting");
    private static readonly WordSet Between = new("of", "total", "or", "some", "estimated", "approximately", "roughly", "about", "around", "i.e.",
        "equivalent", "to", "equal", "belonging", "composed", "consisting", "made", "up",
        "with", "comprising", "totalling", "totaling", "containing", "numbering", "accounting", "for", "which", "is", "corresponds", "nearly",
        "almost", "over", "in", "all", "representing", "an", "a", "the", "ie");

    /// <summary>Joins them, in order, in place of the first.</summary>
    public static void Join(Sentence s, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (a, b) = (found[i], found[i + 1]);
            TakeNoun(s, a, b);
            if (!a.Noun.IsHuman() || !b.Noun.IsHuman() || OfHouseholds(s, a) == OfHouseholds(s, b)) continue;
            var at = s.IsMark(a.End, ',') && s.IsMark(a.End + 1, '(') ? a.End + 1 : a.End;
            var tie = TieAt(s, at, a, b);
            if (IsAside(s, at, b) && (i + 2 >= found.Count || found[i + 2].First > b.End + 1)) tie |= Tie.Aside;
            if (tie == Tie.None || !StandsNext(s, at, b, tie)) continue;
            var (household, person) = OfHouseholds(s, a) ? (a, b) : (b, a);
            if (!MayBeSame(household, person, tie)) continue;
            var end = b.End;
            if (tie.HasFlag(Tie.Bracket) && s.IsMark(end, ')')) end++;
            if (tie.HasFlag(Tie.Aside) && s.Says(end, "in")) end += 2;
            found[i] = Joined(household, person, end);
            found.RemoveAt(i + 1);
        }
    }

    // "450,000, or 36,900 families": the first takes its noun from what the two have in common.
    private static void TakeNoun(Sentence s, Quantity a, Quantity b)
    {
        if (a.Noun is not null || b.Noun != UnitClass.Household || !(a.Value > b.Value) || !s.Says(b.First - 1, "or")) return;
        // "238,000 Maranaos, or 48,000 families": whom no table knows.
        if (s.IsCapital(a.End) && s.IsMark(a.End + 1, ',')) (a.NounAt, a.End) = (a.End, a.End + 1);
        if (b.First - a.End <= 2) a.Noun = UnitClass.Person;
    }

    // "1,318 displaced households" are households, whatever else the noun says of them.
    private static bool OfHouseholds(Sentence s, Quantity q) =>
        q.Noun == UnitClass.Household || (q.NounAt >= 0 && q.End > 0 && s.SaysAny(q.End - 1, "households", "families", "household", "family", "hhs"));

    private static Tie TieAt(Sentence s, int at, Quantity a, Quantity b)
    {
        if (s.IsMark(at, '(')) return Tie.Bracket;
        if (s.IsMark(at, '—') || s.IsMark(at, '–') || s.IsMark(at, '/')) return Tie.Dash;
        if (s.IsIn(at, Equates) || s.IsMark(at, ',') && s.IsIn(at + 1, Restates)) return Tie.Or;
        if (!OfHouseholds(s, b) || b.First != at + 1) return Tie.None;
        // "45,230 IDPs in 7,538 households"
        if (s.SaysAny(at, "in", "from")) return Tie.Or;
        // "hosting 31,400 individuals and 7,100 households": too many households to be others.
        return s.Says(at, "and") && a.Noun is UnitClass.Person or UnitClass.Idp && b.Value >= 100 && a.Value / b.Value is > 3 and < 8 ? Tie.Or : Tie.None;
    }

    // "9,252 people, 1,542 families in all,", "700 households - no fewer than 3,900 persons - have fled"
    private static bool IsAside(Sentence s, int at, Quantity b) =>
        (s.IsMark(at, ',') || s.IsMark(at, '-') && s[at].Spaced) && (s.IsMark(b.End) || s.Says(b.End, "in") && s.SaysAny(b.End + 1, "all", "total"));

    // "(a total of | 505,000 families)", "(or an estimated | 6,900 people)"
    private static bool StandsNext(Sentence s, int at, Quantity b, Tie tie)
    {
        var lead = b.First;
        while (lead > at && (s.IsIn(lead - 1, Between) || s.IsMark(lead - 1, ','))) lead--;
        // "43 families with children, 71 in all": others stand between.
        return lead - at <= (tie.HasFlag(Tie.Or) ? 4 : 2) && !s.Any(at, lead, static (s, k) => s.IsHuman(k));
    }

    // As many persons as so many households have.
    private static bool MayBeSame(Quantity household, Quantity person, Tie tie) =>
        household.Value is { } h and > 0 && person.Value is { } p && (tie == Tie.Aside ? p / h is >= 2 and <= 12 : p / h is >= 1.5 and <= 15);

    private static Quantity Joined(Quantity household, Quantity person, int end)
    {
        person.Pair = household;
        // "at least 12,900 families (approximately 64,500 individuals)": the bound holds for both.
        if (household.Quantifier is Quantifier.AtLeast or Quantifier.MoreThan or Quantifier.AtMost or Quantifier.LessThan or Quantifier.Approximately
            && person.Quantifier is Quantifier.Exact or Quantifier.Approximately)
        {
            person.Quantifier = household.Quantifier;
            person.Min = person.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : person.Value;
            person.Max = person.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : person.Value;
        }

        if (person.Noun == UnitClass.Person && household.Noun != UnitClass.Household) person.Noun = household.Noun;
        person.First = Math.Min(person.First, household.First);
        person.Core = Math.Min(person.Core, household.Core);
        person.CoreEnd = Math.Max(person.CoreEnd, household.CoreEnd);
        person.NounAt = Math.Max(person.NounAt, household.NounAt);
        person.End = end;
        person.Adjective ??= household.Adjective;
        person.NewlyMarked |= household.NewlyMarked;
        person.Further |= household.Further;
        return person;
    }
}
