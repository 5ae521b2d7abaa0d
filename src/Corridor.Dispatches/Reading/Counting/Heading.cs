using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What stands over a list of numbers, in the same sentence or on a line before: "Arrivals by site", "Brought ashore", "In tents".</summary>
/// <param name="Class">The class of predicates.txt that its numbers have.</param>
/// <param name="Term">Their term.</param>
/// <param name="At">The token that tells it.</param>
internal sealed record Heading(VerbClass Class, Term Term, int At)
{
    /// <summary>The heading of a line or of what stands before a colon, or null when it tells no displacement, or of something else as well.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="end">The token after the heading.</param>
    /// <param name="driven">Whether the text tells of a war or disaster, so that who moves is driven.</param>
    public static Heading? Of(Sentence s, int end, bool driven)
    {
        var start = end;
        while (start > 0 && !s.IsMark(start - 1, '.') && !s.IsMark(start - 1, ';')) start--;
        Heading? found = null;
        for (var i = start; i < end; i++)
        {
            // "Displaced people: contact", "Aid arrivals, tonnes": of something else.
            if (s.Is(i, Tag.Modal | Tag.Negation | Tag.Planned | Tag.Possible | Tag.Ordered) || IsOther(s, i)) return null;
            // "Evacuation centres", "IDP camps": how many of those there are.
            if (i + 1 < end && s.Unit(i + 1) is { Class: UnitClass.Site }
                && (s.Is(i, Tag.Predicate) || s.Unit(i) is { } who && Roles.Kind(who.Class) is not null)) return null;
            if (found is not null) continue;
            // "Tents for evacuees", "Dead among those brought ashore": the first word that tells says what is counted.
            if (s.Unit(i) is { } unit && Roles.Kind(unit.Class) is { } kind) found = new Heading(kind, Term.Displaced, i);
            else if (s.Unit(i) is { Class: UnitClass.Deaths or UnitClass.Injured or UnitClass.Combatants or UnitClass.Staff }) return null;
            else if (s.Verb(i) is { } deed && !(s[i].Capital && i > start && deed.Form == VerbForm.Base))
            {
                if (deed.Class is VerbClass.Move or VerbClass.Arrive or VerbClass.Back or VerbClass.Onward or VerbClass.ForcedBack or VerbClass.Shelter)
                    found = new Heading(deed.Class, deed.FigureTerm, i);
                else if (deed.Class is not (VerbClass.Motion or VerbClass.Carry)) return null;
                else if (driven) found = new Heading(VerbClass.Move, Term.Displaced, i);
            }
            else if (IsRefuge(s, i) || i <= start + 1 && s.Has(i, Cue.Refuge))
                found = new Heading(VerbClass.Shelter, Term.Sheltered, i);
        }

        return found;
    }

    private static bool IsOther(Sentence s, int i) =>
        s.Has(i, Cue.Phone) || s.SaysAny(i, "contact", "contacts", "extension", "aid", "page", "pages")
        || s.Unit(i) is { Class: UnitClass.Animals or UnitClass.Money or UnitClass.Goods or UnitClass.Measure or UnitClass.AreaSize }
            && !s.Has(i, Cue.Vehicle) && !IsRefuge(s, i);

    /// <summary>Whether a line has no verb of its own, so that it may stand over what follows.</summary>
    public static bool IsLine(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Helping | Tag.Modal | Tag.Do | Tag.Speech | Tag.Pronoun)
                || s.Verb(i) is { Form: var form } && form.HasFlag(VerbForm.Past) && !form.HasFlag(VerbForm.Participle)) return false;
        return true;
    }

    /// <summary>Whether a line has nothing but the names and numbers of items.</summary>
    public static bool IsItem(Sentence s)
    {
        for (var i = 0; i < s.Count; i++)
            if (!s.IsNumber(i) && !IsItemMark(s, i) && !Names(s, i) && s.Unit(i) is not { Class: UnitClass.Household }) return false;
        return true;
    }

    /// <summary>What parts the items of a list, or a name from its number.</summary>
    public static bool IsItemMark(Sentence s, int i) =>
        s.IsMark(i, ',') || s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '|') || s.IsMark(i, '/') || s.IsMark(i, '•')
        || s.IsMark(i, '(') || s.IsMark(i, ')') || s.IsMark(i, '-') || s.IsDash(i) || s.Says(i, "and");

    /// <summary>A word of a name, a day, a place, a kind of people: nothing that is done, and nothing else that is counted.</summary>
    public static bool Names(Sentence s, int i) =>
        s[i].Kind is TokenKind.Code or TokenKind.Possessive || IsRefuge(s, i)
        || s.IsWord(i) && !s.Is(i, Tag.Finites | Tag.Do | Tag.Pronoun | Tag.Conjunction | Tag.Negation)
            && s.Unit(i) is null or { Class: UnitClass.Person or UnitClass.Site };

    /// <summary>Where people stay who have fled: "in | tents", "with | relatives".</summary>
    public static bool IsRefuge(Sentence s, int i) =>
        (s.Has(i, Cue.Refuge) || s.Has(i, Cue.Canvas)) && s.SaysAny(i - 1, "in", "under", "inside", "with");
}
