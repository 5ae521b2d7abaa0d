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
            var at = i + length;
            if (Noun(s, at, i, role, taken) is not { } phrase) continue;
            found.Add(phrase);
            // "from A, B and C": the role goes on through the list.
            var end = phrase.End;
            while ((s.IsMark(end, ',') || s.Says(end, "and") || s.Says(end, "or")) && found.Count < 40)
            {
                var next = s.IsMark(end, ',') && s.Says(end + 1, "and") ? end + 2 : end + 1;
                if (!s.IsWord(next) || !s[next].Capital || Noun(s, next, i, role, taken) is not { Named: true } more || IsSubject(s, more.End)
                    || s.Is(next, Tag.Source)) break;
                found.Add(more);
                end = more.End;
            }
        }

        return found;
    }

    // "..., and Amerli was emptied": a name followed by a verb begins a clause.
    private static bool IsSubject(Sentence s, int end) => s.IsNumber(end) && s.Is(end + 1, Tag.Be) || s.Is(end, Tag.Be) && !s.Says(end, "are")
        || s.SaysAny(end, "has", "had") || s.Is(end, Tag.Speech) || (s.Is(end, Tag.Predicate) && s.Find(end, Tag.Predicate)!.Form == VerbForm.Past);

    private static PlaceRole? RoleAt(Sentence s, int i, out int length)
    {
        length = 1;
        if (!s.IsWord(i) || s[i].Capital && i > 0 || !s.Is(i, Tag.Preposition) && !s.Is(i, Tag.Predicate)) return null;
        // "the camp, 3 km from the frontier": how far, and none who came from there.
        if (s.Says(i, "from"))
            return s.Find(i - 1, Tag.Unit) is { Name: "distance" } && s.IsNumber(i - 2) && s.IsMark(i - 3, ',') ? PlaceRole.Near : PlaceRole.Origin;
        if (s.Says(i, "of")) return s.Says(i - 1, "out") ? PlaceRole.Origin : PlaceRole.Of;
        if (s.Says(i, "to"))
            return s.SaysAny(i - 1, "according", "due", "thanks", "owing", "belonging")
                || s.Find(i + 1, Tag.Predicate)?.Form.HasFlag(VerbForm.Base) == true ? null : PlaceRole.Destination;
        // "the Organization for Migration": a name goes on.
        if (s.Says(i, "for")) return s.Is(i - 1, Tag.Body) && s[i - 1].Capital ? null : PlaceRole.Destination;
        if (s.SaysAny(i, "into", "towards", "toward", "onto")) return PlaceRole.Destination;
        if (s.SaysAny(i, "via", "across", "through", "along", "over")) return PlaceRole.Route;
        if (s.SaysAny(i, "in", "at", "inside", "within", "around", "on")) return PlaceRole.In;
        if (s.SaysAny(i, "near", "outside")) return PlaceRole.Near;
        if (s.Find(i, Tag.Predicate, out length) is not { } verb || verb.Form is VerbForm.Noun or VerbForm.Phrase) return null;
        // Verbs of motion with a place as object: "fled Mosul", "reached Debaga", "crossed the river".
        if (verb.Who is "subject" && verb.Name == "move")
            return verb.Detail == "multiple_or_other" || s.SaysAny(i + length - 1, "through", "across", "over", "past") ? PlaceRole.Route : PlaceRole.Origin;
        return verb is { Name: "arrive", Who: "subject" } ? PlaceRole.Destination : null;
    }

    private static PlacePhrase? Noun(Sentence s, int at, int anchor, PlaceRole role, bool[] taken)
    {
        if (at >= s.Count || taken[at]) return null;
        if (Relative(s, at, anchor, role, taken) is { } relative) return relative;
        var first = at;
        var definite = s.Says(at, "the");
        while (s.Is(first, Tag.Determiner) || s.SaysAny(first, "neighbouring", "neighboring", "nearby", "surrounding")) first++;
        var article = first > at && s.Says(first - 1, "the");
        // "Block 4 of Gogjali": the place is Gogjali.
        if (s.Is(first, Tag.NameHead) && s.IsNumber(first + 1) && s.Says(first + 2, "of")) first += 3;
        var start = first;
        if ((s.IsNumber(first) || s.Is(first, Tag.Cardinal) && !s[first].Capital)
            && (s.Find(first + 1, Tag.Unit)?.Name == "site" || s.Is(first + 1, Tag.PlaceNoun) || s.Is(first + 2, Tag.PlaceNoun)))
        {
            first++;
            if (!definite) start = first;
        }

        var end = first;
        var named = false;
        var generic = false;
        var modifiers = 0;
        string? country = null;
        while (end < s.Count && end - first < 7 && (!taken[end]) && (s.IsWord(end) || (s[end].Kind == TokenKind.Code && named)))
        {
            if (s[end].Kind == TokenKind.Code) { end++; continue; }
            // "Protection of | Civilians sites": witnesses are people, and here a name.
            if (s.Find(end, Tag.Country, out var words) is { } c && s[end].Capital)
            {
                country = c.Name;
                named = true;
                end += words;
                continue;
            }

            if (s.Find(end, Tag.PlaceNoun, out words) is not null && !s.Is(end, Tag.Direction))
            {
                generic = true;
                end += words;
                // "Mosul district", "camp Hasansham"; a second generic noun belongs to the name as in "airstrip site".
                // "site PK3"
                if (!named && end < s.Count && s[end].Kind == TokenKind.Code) (named, end) = (true, end + 1);
                if (!s.Is(end, Tag.PlaceNoun) && !(s.IsWord(end) && s[end].Capital && !named)) break;
                continue;
            }

            if (s[end].Capital && !s.Is(end, Tag.Month) && !s.Is(end, Tag.Weekday) && !(s.IsSmall(end) && !Particle(s, end))
                && (s.Find(end, Tag.Source) is null or { Detail: "witness" } || end > first && Particle(s, end - 1)))
            {
                // A demonym is an adjective here: "the Syrian border".
                named = true;
                end++;
                continue;
            }

            if (Particle(s, end) && named && s.IsWord(end + 1) && s[end + 1].Capital) { end++; continue; }
            if (s.Is(end, Tag.Direction) && s.IsWord(end + 1) && !s.Says(end + 1, "of")) { modifiers++; end++; continue; }
            if (Article(s, end)) { named = true; end++; continue; }
            if (named || s.IsSmall(end) || s.Is(end, Tag.Unit | Tag.Speech | Tag.Predicate) || modifiers > 1
                || !(s.Is(end + 1, Tag.PlaceNoun) || s.Is(end + 2, Tag.PlaceNoun))) break;
            modifiers++;
            end++;
        }

        // "in line with", "in part", "on side": idioms, where a bare noun is no place.
        if (generic && !named && end == at + 1 && s.SaysAny(at, "line", "part", "side", "state", "base", "post", "block", "bank")
            || s.SaysAny(end - 1, "line", "lines") && s.Says(end, "of") && s.SaysAny(end + 1, "fire", "duty", "work", "defence")) return null;
        // A direction left alone ("fled north") is no place.
        if (!named && !generic) return null;
        // "camp at Hasansham": the name is what follows. "villages near Gwer", "school in Bartella": noun and name together.
        // "in 38 districts", "across eight states": how many, and none by name.
        if (generic && !named && !definite && s.IsCount(at)
            && s.Has(end - 1, Cue.AreasCounted) && !s.SaysAny(end, "of", "in")) return null;
        if (generic && !named && (s.SaysAny(end, "near", "in", "outside", "around", "at") || s.Says(end, "of"))
            && (s.IsWord(end + 1) && (s[end + 1].Capital || Article(s, end + 1))
                || s.Says(end + 1, "the") && s.IsWord(end + 2) && s[end + 2].Capital && !s.Says(end, "at")) && !s.Is(end + 1, Tag.Month)
            && Noun(s, end + 1, anchor, role, taken) is { Named: true } inner)
        {
            // "northern districts of El Geneina", "transit centre at Magwi" are places of their own; "the town of Gwer", "the camp at Hasansham" are the name.
            var whole = s.SaysAny(end, "near", "in", "outside", "around")
                || s.Says(end, "at") && !s.SaysAny(end - 1, "camp", "camps", "post", "crossing")
                || s.Says(end, "of")
                    && s.Has(end - 1, Cue.TownParts) && !s.Says(inner.End, "and");
            return whole && s.Words(start, end) is not ("camp" or "camps" or "areas" or "parts" or "districts" or "locations" or "sites")
                ? inner with { First = start, Name = s.Words(start, inner.End) }
                : inner;
        }

        // "Cox's Bazar"
        if (end < s.Count && s[end].Kind == TokenKind.Possessive && s.IsWord(end + 1) && s[end + 1].Capital
            && Towns.Exact(s.Words(first, end + 2)) is not null) (end, named) = (end + 2, true);
        var possessive = end < s.Count && s[end].Kind == TokenKind.Possessive;
        // "Mali's northern Kidal region": the nearer place.
        if (possessive && country is not null && s.Find(first, Tag.Country, out var land) is not null && first + land == end
            && Within(s, end + 1) is var region and > 0 && Noun(s, region, anchor, role, taken) is { Named: true, Country: null } nearer) return nearer;
        if (possessive && country is not null) country = null;
        // A lone common noun keeps its article, as the cases have it: "the city".
        var lone = generic && !named && end - start == 1 && article;
        var name = s.Words(lone ? start - 1 : start, end);
        return new PlacePhrase(anchor, lone ? start - 1 : start, end, role, name, named, country);
    }

    // Where the name of a part of a country begins behind the country, or 0: "'s | Kidal region", "'s northern | Kidal", "'s restive | Kidal".
    private static int Within(Sentence s, int i)
    {
        var first = i;
        while (first < i + 2 && s.IsWord(first) && !s[first].Capital && !s.IsSmall(first)
            && (s.Is(first, Tag.Direction) || s[first].Word is null || s.SaysAny(first, "capital"))) first++;
        return s.IsCapital(first) && !s.Is(first, NoRegion) && (s.Is(first + 1, Tag.PlaceNoun) || s[first].Word is null) ? first : 0;
    }

    private const Tag NoRegion = Tag.Demonym | Tag.Source | Tag.Actor | Tag.Unit | Tag.Month | Tag.Weekday | Tag.Body | Tag.Occasion;

    private static bool Particle(Sentence s, int i) => s.Has(i, Cue.NameParticle) || s.Says(i, "of");

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
        if (s.IsNumber(i) && s.Find(i + 1, Tag.Unit)?.Name == "distance")
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
