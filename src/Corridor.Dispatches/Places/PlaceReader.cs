using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Places;

/// <summary>Finds place phrases: capitalised names, generic nouns ("the old city"), relative positions ("55 km west of Mosul").</summary>
internal static class PlaceReader
{
    public static List<PlacePhrase> Read(Sentence s, bool[] taken)
    {
        var found = new List<PlacePhrase>();
        for (var i = 0; i < s.Count; i++)
        {
            if (RoleAt(s, i, out var length) is not { } role) continue;
            if (found.Count > 0 && i > found[^1].First && i < found[^1].End) continue;
            if (Noun(s, i + length, i, role, taken) is not { } phrase) continue;
            found.Add(phrase);
            while (found.Count < MaxListed && NextOfList(s, found[^1], taken) is { } next) found.Add(next);
        }

        return found;
    }

    // "from A, | B and C": the role goes on through the list.
    private static PlacePhrase? NextOfList(Sentence s, PlacePhrase before, bool[] taken)
    {
        var end = before.End;
        if (!s.IsMark(end, ',') && !s.SaysAny(end, "and", "or")) return null;
        var next = s.IsMark(end, ',') && s.Says(end + 1, "and") ? end + 2 : end + 1;
        return s.IsCapital(next) && Noun(s, next, before.At, before.Role, taken) is { Named: true } more && !IsSubject(s, more.End) && !s.Is(next, Tag.Source)
            ? more : null;
    }

    private const int MaxListed = 40;

    // "..., and Amerli was emptied": a name followed by a verb begins a clause.
    private static bool IsSubject(Sentence s, int end) => s.IsNumber(end) && s.Is(end + 1, Tag.Be) || s.Is(end, Tag.Be) && !s.Says(end, "are")
        || s.SaysAny(end, "has", "had") || s.Is(end, Tag.Speech) || (s.Is(end, Tag.Predicate) && s.Verb(end)!.Form == VerbForm.Past);

    private static PlaceRole? RoleAt(Sentence s, int i, out int length)
    {
        length = 1;
        if (!s.IsWord(i) || s[i].Capital && i > 0 || !s.Is(i, Tag.Preposition) && !s.Is(i, Tag.Predicate)) return null;
        // "the camp, 3 km from the frontier": how far, and none who came from there.
        if (s.Says(i, "from"))
            return s.Unit(i - 1) is { Class: UnitClass.Distance } && s.IsNumber(i - 2) && s.IsMark(i - 3, ',') ? PlaceRole.Near : PlaceRole.Origin;
        if (s.Says(i, "of")) return s.Says(i - 1, "out") ? PlaceRole.Origin : PlaceRole.Of;
        if (s.Says(i, "to"))
            return s.SaysAny(i - 1, "according", "due", "thanks", "owing", "belonging")
                || s.Verb(i + 1)?.Form.HasFlag(VerbForm.Base) == true ? null : PlaceRole.Destination;
        // "the Organization for Migration": a name goes on.
        if (s.Says(i, "for")) return s.Is(i - 1, Tag.Body) && s[i - 1].Capital ? null : PlaceRole.Destination;
        if (s.SaysAny(i, "into", "towards", "toward", "onto")) return PlaceRole.Destination;
        if (s.SaysAny(i, "via", "across", "through", "along", "over")) return PlaceRole.Route;
        if (s.SaysAny(i, "in", "at", "inside", "within", "around", "on")) return PlaceRole.In;
        if (s.SaysAny(i, "near", "outside")) return PlaceRole.Near;
        if (s.Verb(i, out length) is not { } verb || verb.Form is VerbForm.Noun or VerbForm.Phrase) return null;
        // Verbs of motion with a place as object: "fled Mosul", "reached Debaga", "crossed the river".
        if (verb.Who is Who.Subject && verb.Class == VerbClass.Move)
            return verb.Term == Term.MultipleOrOther || s.SaysAny(i + length - 1, "through", "across", "over", "past") ? PlaceRole.Route : PlaceRole.Origin;
        return verb is { Class: VerbClass.Arrive, Who: Who.Subject } ? PlaceRole.Destination : null;
    }

    /// <summary>The place whose words begin at a token, or null.</summary>
    public static PlacePhrase? Noun(Sentence s, int at, int anchor, PlaceRole role, bool[] taken) =>
        at >= s.Count || taken[at] ? null : Relative(s, at, anchor, role, taken) ?? PlaceNoun.Read(s, at, anchor, role, taken);

    // "al-Hol", "el-Fasher": the article joined to the name, in lower case.
    internal static bool Article(Sentence s, int i)
    {
        if (!s.IsWord(i)) return false;
        var word = s.Chars(i);
        var dash = word.IndexOf('-');
        return dash is > 0 and <= 3 && dash + 1 < word.Length && char.IsUpper(word[dash + 1]);
    }

    // "55 km west of Mosul", "15 miles southeast of the city".
    private static PlacePhrase? Relative(Sentence s, int at, int anchor, PlaceRole role, bool[] taken)
    {
        var i = at;
        double? km = null;
        var generic = i;
        while (s.Is(i, Tag.Determiner) || (s.Is(i, Tag.PlaceNoun) && i - generic < 3) || s.SaysAny(i, "about", "some", "around")) i++;
        if (s.IsNumber(i) && s.Unit(i + 1)?.Class == UnitClass.Distance)
        {
            km = s[i].Value * (s.EndsWith(i + 1, "mile") || s.EndsWith(i + 1, "miles") ? 1.609 : s.Says(i + 1, "m") ? 0.001 : 1);
            i += 2;
        }

        if (s.Says(i, "to") && s.Says(i + 1, "the")) i += 2;
        if (Bearing(s, i) is not { } bearing || !s.Says(i + 1, "of") || Noun(s, i + 2, anchor, role, taken) is not { } from) return null;
        return new PlacePhrase(anchor, at, from.End, role, s.Words(at, from.End), from.Named, null, km, bearing, from.Name);
    }

    private static double? Bearing(Sentence s, int i)
    {
        if (!s.Is(i, Tag.Direction)) return null;
        return s.Words(i, i + 1).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() switch
        {
            "north" => 0, "northeast" => 45, "east" => 90, "southeast" => 135, "south" => 180, "southwest" => 225, "west" => 270, "northwest" => 315,
            _ => null,
        };
    }
}
