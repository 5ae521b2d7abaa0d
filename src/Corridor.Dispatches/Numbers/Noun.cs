using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>Finds the noun that a number counts, where it stands in a set form; else past adjectives, by <see cref="NounSearch"/> (pipeline step 4).</summary>
internal static class Noun
{
    /// <summary>What a word that no table knows means where it must tell of people.</summary>
    public static readonly UnitMeaning Person = new(UnitClass.Person);

    public static void Attach(Sentence s, Quantity q, bool[] taken)
    {
        if (q.Role is not null) return;
        if (q.IsZero && (s.Says(q.Core, "nobody") || s.Says(q.Core + 1, "one") && s.Says(q.Core, "no")))
        {
            (q.Noun, q.NounAt) = (UnitClass.Person, q.Core);
            return;
        }

        var at = q.CoreEnd;
        // '"at least 4,000" people': the quotation ends inside the noun phrase.
        if (at < s.Count && s[at].Kind == TokenKind.Quote && s.Is(at + 1, Tag.Unit) && QuotedAlone(s, q.First)) at++;
        Rate(s, q, ref at);
        if (q.IsMoney) return;
        if (q.IsPercent || q.Share is not null)
        {
            q.End = q.CoreEnd;
            return;
        }

        if (IsTold(s, q, ref at)) return;
        var unknown = new NounSearch(s, q, at, taken).Unknown();
        if (unknown < 0 || !NounUnknown(s, q.Quantifier == Quantifier.Vague ? at : q.CoreEnd)) return;
        // "800 miners": a plural that no table knows is people where only people can do what its verb says (Roles.Uprooted).
        if (!s[unknown].Capital && (s.EndsWith(unknown, "s") || IsFolk(s, unknown)))
            Take(s, q, unknown, 1, IsFolk(s, unknown) ? Person : new UnitMeaning(UnitClass.Unknown));
        else q.Role = NumberRole.Other;
    }

    // Where the noun stands in a set form, or none can follow; "hundreds of | families": past what leads to it.
    private static bool IsTold(Sentence s, Quantity q, ref int at)
    {
        if (TakesThose(s, q, at) || TakesOwned(s, q, at) || IsMarkPassed(s, q, at)) return true;
        if (PastOf(s, q, at) is not { } past) return true;
        at = PastShare(s, past);
        return IsAdjective(s, q, at) || TakesPut(s, q, at) || TakesSex(s, q, at) || TakesTwoPeoples(s, q, at);
    }

    // "twelve of | those families": the unit of those told before.
    private static bool TakesThose(Sentence s, Quantity q, int of) => s.Says(of, "of") && s.SaysAny(of + 1, "those", "these") && TakesHuman(s, q, of + 2);

    // "1,900 of | Nasib's people", "134 of | the town's civilians"
    private static bool TakesOwned(Sentence s, Quantity q, int of)
    {
        for (var i = of + 2; s.Says(of, "of") && i < Math.Min(s.Count, of + 5); i++)
            if (s[i].Kind == TokenKind.Possessive && TakesHuman(s, q, i + 1)) return true;
        return false;
    }

    private static bool TakesHuman(Sentence s, Quantity q, int at)
    {
        if (s.Unit(at, out var length) is not { } unit || !unit.Class.IsHuman()) return false;
        Take(s, q, at, length, unit);
        return true;
    }

    // "had passed the 40,000 | mark"
    private static bool IsMarkPassed(Sentence s, Quantity q, int at)
    {
        if (!s.Says(at, "mark") || !s.Says(q.First - 1, "the")) return false;
        (q.First, q.End) = (q.First - 1, at + 1);
        return true;
    }

    // "hundreds of | families", "400 of their | families"; null behind "400 | of Sanda": no noun is counted.
    private static int? PastOf(Sentence s, Quantity q, int at)
    {
        if (!s.Says(at, "of")) return at;
        if (q.Quantifier == Quantifier.Vague) return at + 1;
        if (s.SaysAny(at + 1, "the", "their", "its", "his", "our", "whose") && s.Unit(at + 2) is { Class: var theirs }
            && (theirs.IsHuman() || theirs == UnitClass.Housing)) return at + 2;
        // "400 | of them"
        return s.IsSmall(at + 1) && !s.SaysAny(at + 1, "its", "their") ? at : null;
    }

    // "36,089 (69%) | returnees": a share in brackets stands between the number and its noun.
    private static int PastShare(Sentence s, int at)
    {
        var past = !s.IsMark(at, '(') || !s.IsNumber(at + 1) ? 0 : s.IsMark(at + 3, ')') ? at + 4 : s.IsMark(at + 4, ')') ? at + 5 : 0;
        return past > 0 && s.Is(past, Tag.Unit) ? past : at;
    }

    // "24-hour", "34-year-old", "10-km": the number is an adjective, not a count.
    private static bool IsAdjective(Sentence s, Quantity q, int at)
    {
        if (!s.IsMark(at, '-') || !s.IsWord(at + 1)) return false;
        q.Role = s.Unit(at + 1) is { } unit ? unit.Class.Role() : HyphenRole(s, at + 1);
        q.NounAt = at + 1;
        return true;
    }

    // "puts at 720 | the households that": the noun is told after its article.
    private static bool TakesPut(Sentence s, Quantity q, int at) => s.Says(q.First - 1, "at") && s.Says(at, "the") && TakesHuman(s, q, at + 1);

    // "(139,400 | male; 135,100 | female)"
    private static bool TakesSex(Sentence s, Quantity q, int at)
    {
        if (!s.SaysAny(at, "male", "female") || at + 1 < s.Count && !s.IsMark(at + 1)) return false;
        Take(s, q, at, 1, Person);
        return true;
    }

    // "640 | Malian and 210 Nigerian refugees": one noun for two peoples.
    private static bool TakesTwoPeoples(Sentence s, Quantity q, int at)
    {
        if (s.Find(at, Tag.Demonym) is not { } people || !s.Says(at + 1, "and") || !s.IsNumber(at + 2) || !s.Is(at + 3, Tag.Demonym)
            || s.Unit(at + 4) is not { } both || !both.Class.IsHuman()) return false;
        Take(s, q, at, 1, both);
        q.NounCountry = people.Name;
        return true;
    }

    // "fisherfolk", "hillsmen", "valley-dwellers", "churchgoers": people by the end of the word.
    public static bool IsFolk(Sentence s, int i) =>
        s.EndsWith(i, "folk") || s.EndsWith(i, "people") || s.EndsWith(i, "men") || s.EndsWith(i, "dwellers") || s.EndsWith(i, "goers")
            || s.EndsWith(i, "inhabitants");

    private static bool QuotedAlone(Sentence s, int first) =>
        s.Any(first - 3, first + 1, static (s, i) => s[i].Kind == TokenKind.Quote);

    private static bool NounUnknown(Sentence s, int i) =>
        s.IsWord(i) && !s.IsSmall(i) && !s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Predicate) && !s.Is(i, Tag.Possible) && !s.Is(i, Tag.Attempted)
        && !s.Is(i, Tag.Get) && !s.Is(i, Tag.Include) && !s.Is(i, Tag.Exclude) && !s.EndsWith(i, "ly") && !s.Is(i, Tag.Rise) && !s.Is(i, Tag.Month)
        && !s.Is(i, Tag.Speech)
        && !s.SaysAny(i, "nearer", "closer", "managed", "remain", "remained", "remains", "more", "others", "later", "daily", "overall", "nationwide",
            "today", "yesterday", "countrywide", "elsewhere", "last", "this", "next");

    /// <summary>Takes a noun, with the others of its list.</summary>
    public static void Take(Sentence s, Quantity q, int i, int length, UnitMeaning unit)
    {
        q.Noun = unit.Class;
        q.NounCountry = unit.Country.Length > 0 ? unit.Country : unit.Class.IsHuman() && i > q.CoreEnd - 1
            ? s.Find(i - 1, Tag.Demonym)?.Name : null;
        q.NounAt = i;
        q.End = i + length;
        while (IsListed(s, unit, q.End) && s.Unit(q.End + 1, out var more) is not null) q.End += 1 + more;
        if (unit.Class is UnitClass.Occupation or UnitClass.Unknown) TakePeopleBeside(s, q);
        // "miners | and their families"
        if (unit.Class is not (UnitClass.Site or UnitClass.Goods or UnitClass.Money or UnitClass.Duration or UnitClass.Distance) && s.Says(q.End, "and")
            && s.SaysAny(q.End + 1, "their", "his", "her") && s.Unit(q.End + 2, out var with) is { Class: UnitClass.Person or UnitClass.Household })
            q.End += 2 + with;
        var at = q.End;
        Rate(s, q, ref at);
    }

    // "men, | women and children", "refugees | and asylum-seekers": the list is one noun.
    private static bool IsListed(Sentence s, UnitMeaning unit, int end) =>
        (unit.Class == UnitClass.Person && (s.IsMark(end, ',') || s.Says(end, "and")) || unit.Class == UnitClass.Refugee && s.Says(end, "and"))
            && s.Unit(end + 1)?.Class == unit.Class;

    // "tourists, | locals and workers", "patients | and relatives": with people beside them they are people.
    private static void TakePeopleBeside(Sentence s, Quantity q)
    {
        for (var and = q.End; and < Math.Min(s.Count, q.End + 4) && (s.IsWord(and) || s.IsMark(and, ',')); and++)
        {
            var beside = s.SaysAny(and + 1, "their", "his", "her") ? and + 2 : and + 1;
            if ((s.Says(and, "and") || s.IsMark(and, ',')) && s.Unit(beside, out var words) is { Class: UnitClass.Person or UnitClass.Household })
            {
                (q.Noun, q.NounAt, q.End) = (UnitClass.Person, beside, beside + words);
                while (s.Says(q.End, "and") && s.Unit(q.End + 1, out words) is { Class: UnitClass.Person or UnitClass.Occupation }) q.End += 1 + words;
                return;
            }

            if (s.IsSmall(and)) return;
        }
    }

    // "a day", "per day", "daily", "each week": a rate is stored with its period and is never a total.
    private static void Rate(Sentence s, Quantity q, ref int at)
    {
        var (per, words) = s.SaysAny(at, "a", "an", "per", "every", "each") && !s.SaysAny(at + 2, "ago", "earlier", "before", "later", "previously")
            ? (s.Says(at + 1, "night") ? null : Period.Of(s, at + 1), 2) : (Period.Each(s, at), 1);
        if (per is null) return;
        (q.Per, q.End) = (per, at += words);
    }

    private static NumberRole HyphenRole(Sentence s, int i) =>
        s.Words(i, i + 1).StartsWith("year", StringComparison.OrdinalIgnoreCase) ? NumberRole.Age
        : s.Words(i, i + 1).Split('-')[0] is var head && Lexicon.Default.Find(head.ToLowerInvariant())?.Lexeme?.Unit is { } unit
            ? unit.Class.Role() : NumberRole.Other;
}
