using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>The way from a number to the first noun behind it, word by word, past adjectives: "5,000 newly displaced | families".</summary>
internal ref struct NounSearch
{
    private const int Reach = 6;

    // What a question says of a word: the noun stands behind it, the search ends before it, or the noun is found. Null: it is not so.
    private enum Answer { Past, End, Found }

    private readonly Sentence s;
    private readonly Quantity q;
    private readonly bool[] taken;
    private readonly int at;
    private readonly int limit;
    private int i;
    private int unknown = -1;
    private UnitClass? modifier;

    public NounSearch(Sentence s, Quantity q, int at, bool[] taken)
    {
        (this.s, this.q, this.taken, this.at, i) = (s, q, taken, at, at);
        limit = Math.Min(s.Count, at + Reach);
    }

    /// <summary>Takes the first noun; else gives the token of a word that no table knows and that may be one, or -1.</summary>
    public int Unknown()
    {
        for (; i < limit; i++)
        {
            switch (Ends() ?? More() ?? EachDay() ?? Newly() ?? Unit() ?? VerbOfSite() ?? Deed() ?? AndOthers() ?? Small() ?? OwnVerb() ?? People())
            {
                case Answer.Found: return -1;
                case Answer.End: return unknown;
                // Only an unknown word is tried as adjective or as an unknown noun.
                case null when !s.EndsWith(i, "ly"): unknown = i; break;
            }
        }

        return unknown;
    }

    // No words of a noun phrase: a date, a mark, the next number.
    private readonly Answer? Ends() =>
        taken[i] || !s.IsWord(i) || i > at && s.Is(i, Tag.Cardinal) && s.Is(i + 1, Tag.Scale) ? Answer.End : null;

    // "400 more | families", "400 more fled"
    private readonly Answer? More()
    {
        if (!s.Says(i, "more")) return null;
        q.Further = true;
        if (NounFollows()) return Answer.Past;
        (q.NounAt, q.End) = (-1, i + 1);
        return Answer.End;
    }

    // "50 new daily | arrivals"
    private readonly Answer? EachDay()
    {
        if (Period.Each(s, i) is not { } each || !NounFollows()) return null;
        q.Per = each;
        return Answer.Past;
    }

    // "900 newly | displaced", "900 new | arrivals"
    private readonly Answer? Newly()
    {
        if (!s.SaysAny(i, "newly", "new", "additional", "fresh", "freshly")) return null;
        q.NewlyMarked = true;
        return s.Is(i, Tag.Unit) ? null : Answer.Past;
    }

    // A noun of the tables, unless it only modifies the next.
    private Answer? Unit()
    {
        // "over 103,000 returned home": one home is no count of homes.
        if (s.Unit(i, out var length) is not { } unit || s.Says(i, "home") && q.Value != 1) return null;
        if (!IsModifier(unit, length))
        {
            Noun.Take(s, q, i, length, unit);
            // "640 new IDP households": both nouns tell who they are.
            if (modifier is not null && unit.Class is UnitClass.Household or UnitClass.Person) q.Noun = modifier;
            return Answer.Found;
        }

        if (unit.Class is UnitClass.Idp or UnitClass.Returnee or UnitClass.Evacuee) modifier = unit.Class;
        // "1,700 newly displaced families"
        if (unit.Class == UnitClass.Arrival && s.Verb(i + length - 1) is { Form: var form } done && form.HasFlag(VerbForm.Participle))
            (q.Adjective, q.NewlyMarked) = (done, true);
        // "14 internally displaced people camps"
        i += length - 1;
        return null;
    }

    // "36,000 fled camps near the line": the number's own verb.
    private readonly Answer? VerbOfSite() =>
        i == at && s.SaysAny(i, "fled", "reached", "left", "entered", "escaped", "crossed", "took", "boarded", "used", "sought")
            && s.Unit(i + 1) is { Class: UnitClass.Site or UnitClass.Goods } ? Answer.End : null;

    // "5,000 displaced | people": an adjective. "5,000 displaced by": the verb of the number.
    private Answer? Deed()
    {
        if (s.Verb(i, out var words) is not { } deed || s.Is(i, Tag.Unit)) return null;
        // "250,000 without homes": a phrase of its own, not an adjective of its last word.
        if (words > 1 && s.IsSmall(i)) return Answer.End;
        // "1,200 shelter kits": a verb's spelling before the goods it names.
        if (!s.IsSmall(i) && s.Unit(i + 1) is { Class: UnitClass.Goods } && i + 1 < limit) return Answer.Past;
        if (MayModify(deed.Form) && NounFollows())
        {
            if (deed.Form != VerbForm.Noun) q.Adjective = deed;
            return Answer.Past;
        }

        // "36,000 new internal displacements": the deed is counted.
        if (unknown == i - 1 && deed.Form == VerbForm.Noun && s.EndsWith(i, "s")) unknown = -1;
        return Answer.End;
    }

    private static bool MayModify(VerbForm form) => (form & (VerbForm.Noun | VerbForm.Participle | VerbForm.Ing)) != 0 || form == VerbForm.Phrase;

    // "27,000 Rakhine and | Hindu villagers"
    private readonly Answer? AndOthers() =>
        i > at && s.Says(i, "and") && s.IsWord(i + 1)
            && (s[i - 1].Capital && s[i + 1].Capital || s[i + 1].Word is null && (s[i - 1].Capital || s[i - 1].Word is null))
            && s.IsHuman(i + 2) ? Answer.Past : null;

    private readonly Answer? Small() =>
        !s.IsSmall(i) && !s.Is(i, Tag.Adverb | Tag.Speech) && !s.Says(i, "earlier") ? null
            : s.Is(i, Tag.Adverb) && NounFollows() ? Answer.Past : Answer.End;

    private readonly Answer? OwnVerb() => IsPlaceAtEnd() || IsOwnVerb() ? Answer.End : null;

    // "fled Sanda and 2,500 | Karsa": a place at the end of its clause.
    private readonly bool IsPlaceAtEnd() => i == at && s[i].Capital && s[i].Word is null && (i + 1 >= s.Count || s.IsMark(i + 1)) && !NamesPeople();

    // The number stands alone, and its verb or its clause goes on.
    private readonly bool IsOwnVerb()
    {
        // "6,278 rendered homeless", "350,000 sent scurrying"
        if (i == at && s.SaysAny(i, "made", "rendered", "left", "sent") && s.Is(i + 1, Tag.Predicate)) return true;
        if (s.SaysAny(i, "involving", "concerning", "regarding", "affecting", "out", "aboard", "ashore")) return true;
        // "3,248 stepped back into Afghanistan": an unknown verb.
        if (s.EndsWith(i, "ed") && s.SaysAny(i + 1, "out", "away", "back", "over", "across", "past", "through", "into", "down", "along")) return true;
        // "1,900 followed on Friday": a verb.
        return i == at && s.EndsWith(i, "ed")
            && (i + 1 >= s.Count || s.IsMark(i + 1) || taken[i + 1] || s.Is(i + 1, Tag.Preposition | Tag.Pronoun | Tag.Determiner));
    }

    // A capital without a common noun behind it may name a people, which is taken.
    private readonly Answer? People()
    {
        // "400 ethnic Khami", "ethnic Rakhine Buddhists"
        if (s.Says(i, "ethnic") && s.IsCapital(i + 1) && s.Unit(i + 2) is null)
        {
            Noun.Take(s, q, i, 2, Noun.Person);
            if (s.IsCapital(q.End) && s.EndsWith(q.End, "s")) q.End++;
            return Answer.Found;
        }

        // "5,000 Floridians", "400 Kachin have fled", "drove out 900 Hutus": a capital that no table knows is a people by its ending or by its verb.
        // "3,000 Rengma Nagas"
        var second = i == at + 1 && (s.Is(at, Tag.Direction) || s[at].Capital && s[at].Word is null && s.EndsWith(i, "s"));
        if (i != at && !second || !s[i].Capital || s[i].Word is not null || !NamesPeople()) return null;
        Noun.Take(s, q, i, 1, Noun.Person);
        return Answer.Found;
    }

    private readonly bool NamesPeople() =>
        s.Says(i + 1, "who") || EndsAsPeople() || IsCount() && (VerbFollows() || NoNounFollows() && IsObject());

    // "Floridians", "Yazidis", "Druzites", "Burmese"
    private readonly bool EndsAsPeople() => s.EndsWith(i, "ans") || s.EndsWith(i, "is") || s.EndsWith(i, "ites") || s.EndsWith(i, "ese");

    private readonly bool IsCount() => !q.MayBeYear && (q.Value is >= 10 || q.Quantifier == Quantifier.Vague);

    // "400 Kachin | have fled"
    private readonly bool VerbFollows() => s.Is(i + 1, Tag.Have | Tag.Be) || s.Is(i + 1, Tag.Predicate) && !s.Is(i + 1, Tag.Unit);

    private readonly bool NoNounFollows() => !s.IsWord(i + 1) || s.IsSmall(i + 1);

    // "drove out | 900", "the expulsion of | 900"
    private readonly bool IsObject()
    {
        var lead = s.Lead(q.First);
        return s.VerbEndingAt(lead, out var verbAt) is { } verb
                && s.OfObject(verbAt, lead - verbAt, verb) is { Class: VerbClass.Move or VerbClass.Arrive or VerbClass.Carry or VerbClass.Shelter,
                    Who: Who.Object or Who.Both }
            || s.Says(lead - 1, "of") && s.VerbEndingAt(lead - 1, out _) is { Class: VerbClass.Move, Form: VerbForm.Noun };
    }

    // A noun of the tables stands right behind the word, or behind one or two others.
    private readonly bool NounFollows()
    {
        for (var k = i + 1; k < i + 4 && k < s.Count && !taken[k]; k++)
        {
            if (s.Is(k, Tag.Unit)) return true;
            if (!s.IsWord(k) || s.IsSmall(k)) return false;
        }

        return false;
    }

    // A noun such as "camp" may only modify the next: "300 camp | residents", "40 village | elders".
    private readonly bool IsModifier(UnitMeaning unit, int length)
    {
        var next = i + length;
        var following = s.Unit(next);
        if (length == 1 && next < limit && ModifiesAnyNoun()) return true;
        // "12,300 cattle owners", "90 boat builders": those who have or do something with it.
        if (unit.Class is UnitClass.Animals or UnitClass.Goods && next < limit && s[next].Word is null && (s.EndsWith(next, "ers") || Noun.IsFolk(s, next)))
            return true;
        // "640 Syrian | refugees"
        if (unit.Country.Length > 0 && following is not null && next < limit) return true;
        // "Rohingya Muslim refugees", "Karen Christian villagers": the head stands last.
        if (unit.Class == UnitClass.Person && s[i].Capital && length == 1 && i + 2 < limit && s.IsCapital(i + 1) && s.IsHuman(i + 2))
            return true;
        if (unit.Class == UnitClass.Idp) return following is { } who && (who.Class.IsHuman() || who.Class == UnitClass.Site) && next < limit;
        if (unit.Class.IsHuman())
            return following?.Class == UnitClass.Household
                || next < limit && unit.Class == UnitClass.Person
                    && following?.Class is UnitClass.Refugee or UnitClass.Idp or UnitClass.Returnee or UnitClass.Evacuee
                || s.Says(next, "members") && unit.Class != UnitClass.Household;
        return next < limit && following is { } after && after.Class != unit.Class
            && after.Class is not (UnitClass.Goods or UnitClass.Duration or UnitClass.Measure);
    }

    private readonly bool ModifiesAnyNoun()
    {
        if (!s.IsWord(i + 1) || s.IsSmall(i + 1)) return false;
        // "10 new refugee camps", "95 refugee centers": the singular is an adjective.
        if (s.SaysAny(i, "refugee", "idp", "evacuee", "returnee", "arrival") && !s.Is(i + 1, Tag.Adverb | Tag.Speech)) return true;
        // "5,400 family plots", "900 household kits", "300 individual shelter spaces"
        return s.SaysAny(i, "family", "household", "individual") && (s.EndsWith(i + 1, "s") || s.Unit(i + 2) is { Class: UnitClass.Goods });
    }
}
