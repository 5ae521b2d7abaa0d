using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>Finds the noun that a number counts, past adjectives; and joins two measures of the same people in brackets (pipeline step 4).</summary>
internal static class Noun
{
    private const int Reach = 6;

    public static bool IsHuman(string? noun) => noun is "person" or "household" or "idp" or "refugee" or "evacuee" or "arrival" or "returnee";

    public static void Attach(Sentence s, Quantity q, bool[] taken)
    {
        if (q.Role is not null) return;
        if (q.IsZero && (s.Says(q.Core, "nobody") || s.Says(q.Core + 1, "one") && s.Says(q.Core, "no")))
        {
            (q.Noun, q.NounAt) = ("person", q.Core);
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
        var unknown = Search(s, q, at, taken);
        if (unknown < 0 || !NounUnknown(s, q.Quantifier == Quantifier.Vague ? at : q.CoreEnd)) return;
        // "800 miners": a plural that no table knows is people where only people can do what its verb says (Roles.Uprooted).
        if (!s[unknown].Capital && (s.EndsWith(unknown, "s") || IsFolk(s, unknown)))
            Take(s, q, unknown, 1, new Meaning(Tag.Unit, IsFolk(s, unknown) ? "person" : "unknown"));
        else q.Role = "other";
    }

    // Where the noun stands in a set form, or none can follow; "hundreds of | families": past what leads to it.
    private static bool IsTold(Sentence s, Quantity q, ref int at)
    {
        // "twelve of those families": the unit of those told before.
        if (s.Says(at, "of") && s.SaysAny(at + 1, "those", "these") && IsHuman(s.Find(at + 2, Tag.Unit, out var told)?.Name))
        {
            Take(s, q, at + 2, told, s.Find(at + 2, Tag.Unit)!);
            return true;
        }

        // "1,900 of Nasib's people", "134 of the town's civilians"
        if (s.Says(at, "of"))
            for (var i = at + 2; i < Math.Min(s.Count, at + 5); i++)
                if (s[i].Kind == TokenKind.Possessive && IsHuman(s.Find(i + 1, Tag.Unit, out var own)?.Name))
                {
                    Take(s, q, i + 1, own, s.Find(i + 1, Tag.Unit)!);
                    return true;
                }

        // "had passed the 40,000 mark"
        if (s.Says(at, "mark") && s.Says(q.First - 1, "the"))
        {
            (q.First, q.End) = (q.First - 1, at + 1);
            return true;
        }

        // "hundreds of families", "dozens of the villagers"; "400 of them".
        if (s.Says(at, "of") && q.Quantifier == Quantifier.Vague) at++;
        else if (s.Says(at, "of") && s.SaysAny(at + 1, "the", "their", "its", "his", "our", "whose") && s.Find(at + 2, Tag.Unit)?.Name is var theirs
            && (IsHuman(theirs) || theirs == "housing")) at += 2;
        else if (s.Says(at, "of") && !(s.IsSmall(at + 1) && !s.SaysAny(at + 1, "its", "their"))) return true;
        // "36,089 (69%) returnees": a share in brackets stands between the number and its noun.
        if (s.IsMark(at, '(') && s.IsNumber(at + 1) && (s.IsMark(at + 3, ')') ? at + 4 : s.IsMark(at + 4, ')') ? at + 5 : 0) is var past and > 0
            && s.Is(past, Tag.Unit)) at = past;
        if (s.IsMark(at, '-') && s.IsWord(at + 1))
        {
            // "24-hour", "34-year-old", "10-km": the number is an adjective, not a count.
            q.Role = s.Find(at + 1, Tag.Unit)?.Name ?? HyphenRole(s, at + 1);
            q.NounAt = at + 1;
            return true;
        }

        // "puts at 720 the households that": the noun is told after its article.
        if (s.Says(q.First - 1, "at") && s.Says(at, "the") && IsHuman(s.Find(at + 1, Tag.Unit, out var put)?.Name))
        {
            Take(s, q, at + 1, put, s.Find(at + 1, Tag.Unit)!);
            return true;
        }

        // "(139,400 male; 135,100 female)"
        if (s.SaysAny(at, "male", "female") && (at + 1 >= s.Count || s.IsMark(at + 1)))
        {
            Take(s, q, at, 1, new Meaning(Tag.Unit, "person"));
            return true;
        }

        // "640 Malian and 210 Nigerian refugees": one noun for two peoples.
        if (s.Find(at, Tag.Demonym) is { } people && s.Says(at + 1, "and") && s.IsNumber(at + 2) && s.Is(at + 3, Tag.Demonym)
            && s.Find(at + 4, Tag.Unit) is { } both && IsHuman(both.Name))
        {
            Take(s, q, at, 1, both);
            q.NounCountry = people.Name;
            return true;
        }

        return false;
    }

    // The first noun behind a number is taken; else the token of a word that no table knows and that may be one, or -1.
    private static int Search(Sentence s, Quantity q, int at, bool[] taken)
    {
        var limit = Math.Min(s.Count, at + Reach);
        var unknown = -1;
        string? modifier = null;
        for (var i = at; i < limit; i++)
        {
            if (taken[i] || s[i].Kind is not TokenKind.Word || i > at && s.Is(i, Tag.Cardinal) && s.Is(i + 1, Tag.Scale)) break;
            if (s.Says(i, "more"))
            {
                q.Further = true;
                if (!NounFollows(s, i + 1, taken)) { q.NounAt = -1; q.End = i + 1; break; }
                continue;
            }

            // "50 new daily arrivals"
            if (Period.Each(s, i) is { } each && NounFollows(s, i + 1, taken))
            {
                q.Per = each;
                continue;
            }

            if (s.SaysAny(i, "newly", "new", "additional", "fresh", "freshly"))
            {
                q.NewlyMarked = true;
                if (s.Find(i, Tag.Unit, out _) is null) continue;
            }

            // "over 103,000 returned home": one home is no count of homes.
            if (s.Find(i, Tag.Unit, out var length) is { } unit && !(s.Says(i, "home") && q.Value != 1))
            {
                if (!Compound(s, i, length, unit, limit))
                {
                    Take(s, q, i, length, unit);
                    // "640 new IDP households": both nouns tell who they are.
                    if (modifier is not null && unit.Name is "household" or "person") q.Noun = modifier;
                    return -1;
                }

                if (unit.Name is "idp" or "returnee" or "evacuee") modifier = unit.Name;
                // "1,700 newly displaced families"
                if (unit.Name == "arrival" && s.Find(i + length - 1, Tag.Predicate) is { Form: var form } done && form.HasFlag(VerbForm.Participle))
                    (q.Adjective, q.NewlyMarked) = (done, true);
                // "14 internally displaced people camps"
                if (length > 1) i += length - 1;
            }

            // "36,000 fled camps near the line": the number's own verb.
            if (i == at && s.SaysAny(i, "fled", "reached", "left", "entered", "escaped", "crossed", "took", "boarded", "used", "sought")
                && s.Find(i + 1, Tag.Unit) is { Name: "site" or "goods" }) break;
            if (s.Find(i, Tag.Predicate, out var words) is { } predicate && !s.Is(i, Tag.Unit))
            {
                // "250,000 without homes": a phrase of its own, not an adjective of its last word.
                if (words > 1 && s.IsSmall(i)) break;
                // "5,000 displaced people": an adjective. "5,000 displaced by": the verb of the number.
                // "1,200 shelter kits": a verb's spelling before the goods it names.
                if (!s.IsSmall(i) && s.Find(i + 1, Tag.Unit) is { Name: "goods" } && i + 1 < limit) continue;
                if (!(predicate.Form.HasFlag(VerbForm.Noun) || predicate.Form.HasFlag(VerbForm.Participle) || predicate.Form.HasFlag(VerbForm.Ing)
                    || predicate.Form == VerbForm.Phrase) || !NounFollows(s, i + 1, taken))
                {
                    // "36,000 new internal displacements": the deed is counted.
                    if (unknown == i - 1 && predicate.Form == VerbForm.Noun && s.EndsWith(i, "s")) unknown = -1;
                    break;
                }

                if (predicate.Form != VerbForm.Noun) q.Adjective = predicate;
                continue;
            }

            // "27,000 Rakhine and Hindu villagers"
            if (i > at && s.Says(i, "and") && s.IsWord(i + 1)
                && (s[i - 1].Capital && s[i + 1].Capital || s[i + 1].Word is null && (s[i - 1].Capital || s[i - 1].Word is null))
                && IsHuman(s.Find(i + 2, Tag.Unit)?.Name)) continue;
            if (s.IsSmall(i) || s.Is(i, Tag.Adverb | Tag.Speech) || s.Says(i, "earlier"))
            {
                if (s.Is(i, Tag.Adverb) && NounFollows(s, i + 1, taken)) continue;
                break;
            }

            if (IsOwnVerb(s, q, i, at, taken)) break;
            if (TakePeople(s, q, i, at)) return -1;
            // Only an unknown word is tried as adjective or as an unknown noun.
            if (!s.EndsWith(i, "ly")) unknown = i;
        }

        return unknown;
    }

    // A capital without a common noun behind it may name a people, which is taken.
    private static bool TakePeople(Sentence s, Quantity q, int i, int at)
    {
        // "400 ethnic Khami"
        if (s.Says(i, "ethnic") && s.IsWord(i + 1) && s[i + 1].Capital && s.Find(i + 2, Tag.Unit) is null)
        {
            Take(s, q, i, 2, new Meaning(Tag.Unit, "person"));
            // "ethnic Rakhine Buddhists"
            if (s.IsWord(q.End) && s[q.End].Capital && s.EndsWith(q.End, "s")) q.End++;
            return true;
        }

        // "5,000 Floridians", "400 Kachin have fled", "drove out 900 Hutus": a capital that no table knows is a people by its ending or by its verb.
        // "3,000 Rengma Nagas"
        var second = i == at + 1 && (s.Is(at, Tag.Direction) || s[at].Capital && s[at].Word is null && s.EndsWith(i, "s"));
        if (i != at && !second || !s[i].Capital || s[i].Word is not null || !NamesPeople(s, q, i)) return false;
        Take(s, q, i, 1, new Meaning(Tag.Unit, "person"));
        return true;
    }

    // The number stands alone, and its verb or its clause goes on.
    private static bool IsOwnVerb(Sentence s, Quantity q, int i, int at, bool[] taken)
    {
        // "fled Sanda and 2,500 Karsa": a place at the end of its clause.
        if (i == at && s[i].Capital && s[i].Word is null && (i + 1 >= s.Count || s.IsMark(i + 1)) && !NamesPeople(s, q, i)) return true;
        // "6,278 rendered homeless", "350,000 sent scurrying"
        if (i == at && s.SaysAny(i, "made", "rendered", "left", "sent") && s.Is(i + 1, Tag.Predicate)) return true;
        if (s.SaysAny(i, "involving", "concerning", "regarding", "affecting", "out", "aboard", "ashore")) return true;
        // "3,248 stepped back into Afghanistan": an unknown verb.
        if (s.EndsWith(i, "ed") && s.SaysAny(i + 1, "out", "away", "back", "over", "across", "past", "through", "into", "down", "along")) return true;
        // "1,900 followed on Friday": a verb.
        return i == at && s.EndsWith(i, "ed")
            && (i + 1 >= s.Count || s.IsMark(i + 1) || taken[i + 1] || s.Is(i + 1, Tag.Preposition | Tag.Pronoun | Tag.Determiner));
    }

    private static bool NamesPeople(Sentence s, Quantity q, int i) =>
        s.Says(i + 1, "who") || s.EndsWith(i, "ans") || s.EndsWith(i, "is") || s.EndsWith(i, "ites") || s.EndsWith(i, "ese")
        || !q.MayBeYear && (q.Value is >= 10 || q.Quantifier == Quantifier.Vague)
            && (s.Is(i + 1, Tag.Have) || s.Is(i + 1, Tag.Predicate) && !s.Is(i + 1, Tag.Unit) || s.Is(i + 1, Tag.Be)
                || !(s.IsWord(i + 1) && !s.IsSmall(i + 1))
                    && Takes(s, s.Lead(q.First)));

    // "drove out | 900", "the expulsion of | 900"
    private static bool Takes(Sentence s, int lead) =>
        s.EndingAt(lead, Tag.Predicate, out var at) is { } verb
            && s.OfObject(at, lead - at, verb) is { Name: "move" or "arrive" or "carry" or "shelter", Who: "object" or "both" }
            || s.Says(lead - 1, "of") && s.EndingAt(lead - 1, Tag.Predicate, out _) is { Name: "move", Form: VerbForm.Noun };

    // "fisherfolk", "hillsmen", "valley-dwellers", "churchgoers": people by the end of the word.
    private static bool IsFolk(Sentence s, int i) =>
        s.EndsWith(i, "folk") || s.EndsWith(i, "people") || s.EndsWith(i, "men") || s.EndsWith(i, "dwellers") || s.EndsWith(i, "goers")
            || s.EndsWith(i, "inhabitants");

    private static bool QuotedAlone(Sentence s, int first) =>
        s.Any(first - 3, first + 1, static (s, i) => s[i].Kind == TokenKind.Quote);

    // A noun such as "camp" may only modify the next: "300 camp residents", "40 village elders".
    private static bool Compound(Sentence s, int i, int length, Meaning unit, int limit)
    {
        // "10 new refugee camps", "95 refugee centers": the singular is an adjective.
        if (length == 1 && i + 1 < limit && s.SaysAny(i, "refugee", "idp", "evacuee", "returnee", "arrival") && s.IsWord(i + 1) && !s.IsSmall(i + 1)
            && !s.Is(i + 1, Tag.Adverb) && !s.Is(i + 1, Tag.Speech)) return true;
        // "12,300 cattle owners", "90 boat builders": those who have or do something with it.
        if (unit.Name is "animals" or "goods" && i + length < limit && s[i + length].Word is null && (s.EndsWith(i + length, "ers") || IsFolk(s, i + length)))
            return true;
        // "5,400 family plots", "900 household kits", "300 individual shelter spaces"
        if (length == 1 && i + 1 < limit && s.SaysAny(i, "family", "household", "individual") && s.IsWord(i + 1) && !s.IsSmall(i + 1)
            && (s.EndsWith(i + 1, "s") || s.Find(i + 2, Tag.Unit) is { Name: "goods" })) return true;
        if (unit is { Name: "person", Detail.Length: > 0 } && s.Find(i + length, Tag.Unit) is not null && i + length < limit) return true;
        // "Rohingya Muslim refugees", "Karen Christian villagers": the head stands last.
        if (unit.Name == "person" && s[i].Capital && length == 1 && i + 2 < limit && s.IsWord(i + 1) && s[i + 1].Capital
            && IsHuman(s.Find(i + 2, Tag.Unit)?.Name)) return true;
        if (IsHuman(unit.Name) && unit.Name != "idp")
            return s.Find(i + length, Tag.Unit)?.Name == "household"
                || i + length < limit && unit.Name == "person" && s.Find(i + length, Tag.Unit)?.Name is "refugee" or "idp" or "returnee" or "evacuee"
                || s.SaysAny(i + length, "members") && unit.Name != "household";
        if (unit.Name == "idp") return s.Find(i + length, Tag.Unit) is { } next && (IsHuman(next.Name) || next.Name == "site") && i + length < limit;
        return i + length < limit && s.Find(i + length, Tag.Unit) is { } after && after.Name != unit.Name
            && after.Name is not "goods" and not "duration" and not "measure";
    }

    private static bool NounFollows(Sentence s, int i, bool[] taken)
    {
        for (var steps = 0; steps < 3 && i < s.Count && !taken[i]; steps++, i++)
        {
            if (s.Is(i, Tag.Unit)) return true;
            if (s[i].Kind != TokenKind.Word || s.IsSmall(i)) return false;
        }

        return false;
    }

    private static bool NounUnknown(Sentence s, int i) =>
        s.IsWord(i) && !s.IsSmall(i) && !s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Predicate) && !s.Is(i, Tag.Possible) && !s.Is(i, Tag.Attempted)
        && !s.Is(i, Tag.Get) && !s.Is(i, Tag.Include) && !s.Is(i, Tag.Exclude) && !s.EndsWith(i, "ly") && !s.Is(i, Tag.Rise) && !s.Is(i, Tag.Month)
        && !s.Is(i, Tag.Speech)
        && !s.SaysAny(i, "nearer", "closer", "managed", "remain", "remained", "remains", "more", "others", "later", "daily", "overall", "nationwide",
            "today", "yesterday", "countrywide", "elsewhere", "last", "this", "next");

    private static void Take(Sentence s, Quantity q, int i, int length, Meaning unit)
    {
        q.Noun = unit.Name;
        q.NounCountry = unit.Name == "person" && unit.Detail.Length > 0 ? unit.Detail : IsHuman(unit.Name) && i > q.CoreEnd - 1
            ? s.Find(i - 1, Tag.Demonym)?.Name : null;
        q.NounAt = i;
        q.End = i + length;
        // "men, women and children": the list is one noun.
        while (unit.Name == "person"
            && ((s.IsMark(q.End, ',') && s.Find(q.End + 1, Tag.Unit)?.Name == "person")
                || (s.Says(q.End, "and") && s.Find(q.End + 1, Tag.Unit)?.Name == "person"))
            // "refugees and asylum-seekers"
            || unit.Name == "refugee" && s.Says(q.End, "and") && s.Find(q.End + 1, Tag.Unit)?.Name == "refugee")
        {
            s.Find(q.End + 1, Tag.Unit, out var more);
            q.End += 1 + more;
        }

        // "tourists, locals and workers", "patients and relatives": with people beside them they are people.
        for (var and = q.End; unit.Name is "occupation" or "unknown" && and < Math.Min(s.Count, q.End + 4) && (s.IsWord(and) || s.IsMark(and, ',')); and++)
            if ((s.Says(and, "and") || s.IsMark(and, ',')) && (s.SaysAny(and + 1, "their", "his", "her") ? and + 2 : and + 1) is var beside
                && s.Find(beside, Tag.Unit, out var words) is { Name: "person" or "household" })
            {
                (q.Noun, q.NounAt, q.End) = ("person", beside, beside + words);
                while (s.Says(q.End, "and") && s.Find(q.End + 1, Tag.Unit, out words) is { Name: "person" or "occupation" }) q.End += 1 + words;
                break;
            }
            else if (s.IsSmall(and)) break;

        // "miners and their families"
        if (unit.Name is not ("site" or "goods" or "money" or "duration" or "distance") && s.Says(q.End, "and")
            && s.SaysAny(q.End + 1, "their", "his", "her") && s.Find(q.End + 2, Tag.Unit, out var with) is { Name: "person" or "household" }) q.End += 2 + with;
        var at = q.End;
        Rate(s, q, ref at);
    }

    // "a day", "per day", "daily", "each week": a rate is stored with its period and is never a total.
    private static void Rate(Sentence s, Quantity q, ref int at)
    {
        var (per, words) = s.SaysAny(at, "a", "an", "per", "every", "each") && !s.SaysAny(at + 2, "ago", "earlier", "before", "later", "previously")
            ? (s.Says(at + 1, "night") ? null : Period.Of(s, at + 1), 2) : (Period.Each(s, at), 1);
        if (per is null) return;
        (q.Per, q.End) = (per, at += words);
    }

    // "1,318 displaced households" are households, whatever else the noun says of them.
    private static bool OfHouseholds(Sentence s, Quantity q) =>
        q.Noun == "household" || (q.NounAt >= 0 && q.End > 0 && s.SaysAny(q.End - 1, "households", "families", "household", "family", "hhs"));

    private static string HyphenRole(Sentence s, int i) =>
        s.Words(i, i + 1).StartsWith("year", StringComparison.OrdinalIgnoreCase) ? "age"
        : s.Words(i, i + 1).Split('-')[0] is var head && Lexicon.Default.Find(head.ToLowerInvariant())?.Lexeme?.Find(Tag.Unit) is { } unit
            ? unit.Name : "other";

    // Words between two measures of one group: right behind the first, behind its comma, and before the second.
    private static readonly WordSet Equates = new("or", "comprising", "representing", "totalling", "totaling", "equivalent", "containing",
        "numbering", "composed", "belonging", "consisting", "made", "with", "of");
    private static readonly WordSet Restates = new("or", "equivalent", "representing", "comprising", "consisting", "composed", "made", "i.e.", "ie",
        "some", "about", "totalling", "totaling", "which", "accounting");
    private static readonly WordSet Between = new("of", "total", "or", "some", "estimated", "approximately", "roughly", "about", "around", "i.e.",
        "equivalent", "to", "equal", "belonging", "composed", "consisting", "made", "up",
        "with", "comprising", "totalling", "totaling", "containing", "numbering", "accounting", "for", "which", "is", "corresponds", "nearly",
            "almost", "over", "in", "all", "representing", "an", "a", "the", "ie");

    /// <summary>"1,230 households (7,380 individuals)", "6,900 people (1,150 families)", "2,000 families, or about 12,000 people": one fact, two
    /// measures.</summary>
    public static void Brackets(Sentence s, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (a, b) = (found[i], found[i + 1]);
            // "450,000, or 36,900 families": the first takes its noun from what the two have in common.
            if (a.Noun is null && b.Noun == "household" && a.Value > b.Value && s.Says(b.First - 1, "or"))
            {
                // "238,000 Maranaos, or 48,000 families": whom no table knows.
                if (s.IsWord(a.End) && s[a.End].Capital && s.IsMark(a.End + 1, ',')) (a.NounAt, a.End) = (a.End, a.End + 1);
                if (b.First - a.End <= 2) a.Noun = "person";
            }

            if (!IsHuman(a.Noun) || !IsHuman(b.Noun) || OfHouseholds(s, a) == OfHouseholds(s, b)) continue;
            var at = s.IsMark(a.End, ',') && s.IsMark(a.End + 1, '(') ? a.End + 1 : a.End;
            var bracket = s.IsMark(at, '(');
            var dash = s.IsMark(at, '—') || s.IsMark(at, '–') || s.IsMark(at, '/');
            var or = s.IsIn(at, Equates) || s.IsMark(at, ',') && s.IsIn(at + 1, Restates);
            // "45,230 IDPs in 7,538 households"
            or |= s.SaysAny(at, "in", "from") && OfHouseholds(s, b) && b.First == at + 1;
            // "hosting 31,400 individuals and 7,100 households": too many households to be others.
            or |= s.Says(at, "and") && OfHouseholds(s, b) && b.First == at + 1 && a.Noun is "person" or "idp" && b.Value >= 100
                && a.Value / b.Value is > 3 and < 8;
            // "9,252 people, 1,542 families in all,", "700 households - no fewer than 3,900 persons - have fled"
            var aside = (s.IsMark(at, ',') || s.IsMark(at, '-') && s[at].Spaced)
                && (s.IsMark(b.End) || s.Says(b.End, "in") && s.SaysAny(b.End + 1, "all", "total")) && (i + 2 >= found.Count || found[i + 2].First > b.End + 1);
            if (!bracket && !dash && !or && !aside) continue;
            // "(a total of 505,000 families)", "(or an estimated 6,900 people)"
            var lead = b.First;
            while (lead > at && (s.IsIn(lead - 1, Between) || s.IsMark(lead - 1, ','))) lead--;
            if (lead - at > (or ? 4 : 2)) continue;
            // "43 families with children, 71 in all": others stand between.
            if (Enumerable.Range(at, Math.Max(0, lead - at)).Any(k => IsHuman(s.Find(k, Tag.Unit)?.Name))) continue;
            var (household, person) = OfHouseholds(s, a) ? (a, b) : (b, a);
            if (household.Value is not { } h || person.Value is not { } p || h <= 0 || p / h is < 1.5 or > 15) continue;
            if (aside && !dash && !or && p / h is < 2 or > 12) continue;
            var end = b.End;
            if (bracket && s.IsMark(end, ')')) end++;
            if (aside && s.Says(end, "in")) end += 2;
            var joined = person;
            joined.Pair = household;
            // "at least 12,900 families (approximately 64,500 individuals)": the bound holds for both.
            if (household.Quantifier is Quantifier.AtLeast or Quantifier.MoreThan or Quantifier.AtMost or Quantifier.LessThan or Quantifier.Approximately
                && person.Quantifier is Quantifier.Exact or Quantifier.Approximately)
            {
                joined.Quantifier = household.Quantifier;
                joined.Min = joined.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : joined.Value;
                joined.Max = joined.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : joined.Value;
            }

            if (joined.Noun == "person" && household.Noun != "household") joined.Noun = household.Noun;
            joined.First = Math.Min(a.First, b.First);
            joined.Core = Math.Min(a.Core, b.Core);
            joined.CoreEnd = Math.Max(a.CoreEnd, b.CoreEnd);
            joined.NounAt = Math.Max(a.NounAt, b.NounAt);
            joined.End = end;
            joined.Adjective ??= household.Adjective;
            joined.NewlyMarked |= household.NewlyMarked;
            joined.Further |= household.Further;
            found[i] = joined;
            found.RemoveAt(i + 1);
        }
    }
}
