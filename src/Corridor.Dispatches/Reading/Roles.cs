using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Gives every number of a sentence its role (pipeline step 5). A number becomes a figure only when a displacement word governs it;
/// every other number keeps the role that kept it out.
/// </summary>
internal sealed class Roles(Sentence s, List<Quantity> quantities, bool[] taken, Context context)
{
    private readonly List<Draft> _drafts = [];

    private sealed record Governor(Meaning Meaning, int At, int Length);

    public List<Draft> Read()
    {
        for (var n = 0; n < quantities.Count; n++)
        {
            var q = quantities[n];
            q.Role ??= Inherent(q);
            if (q.Role is not null) continue;
            var previous = n > 0 ? quantities[n - 1] : null;
            if (previous is not null && (IsWholeOf(previous, q) || (DraftOf(previous)?.Quantity.Whole == q && Near(q, out _) is null)))
            {
                q.Role = "population";
                continue;
            }

            var draft = q.IsPercent || q.Share is not null ? Share(q, n) : Person(q, previous);
            if (draft is null)
            {
                q.Role ??= "other";
                continue;
            }

            q.Role = "figure";
            _drafts.Add(draft);
        }

        return _drafts;
    }

    // "1.5 million of Gaza's 2.2 million people": the second is the population that the first is taken from.
    private bool IsWholeOf(Quantity part, Quantity whole) =>
        part.Share is null && !part.IsPercent && part.Value < whole.Value && s.Says(part.CoreEnd, "of") && whole.First - part.CoreEnd <= 5 && Near(whole, out _) is null && !s.IsMark(whole.First - 1);

    private Draft? DraftOf(Quantity? q) => q is null ? null : _drafts.Find(d => d.Quantity == q);

    private string? Inherent(Quantity q)
    {
        if (q.IsMoney || q.Noun == "money") return "money";
        var before = q.First - 1;
        if (q.Noun is null && !q.IsPercent && q.Share is null)
        {
            if (q.MayBeYear) return "date";
            if (s.Is(before, Tag.NameHead) && q.CoreEnd == q.Core + 1 && q.Value < 10000 && (s[before].Capital || s.SaysAny(before, "no", "number", "phase", "level", "route", "block", "sector", "highway", "tel", "phone", "magnitude", "category", "covid") || !s[q.Core].Spaced))
            {
                q.First = before;
                return "name_part";
            }

            if (s.IsMark(before, '.') && s.Says(before - 1, "no")) return "name_part";
            if (IsAge(q)) return "age";
            if (s.Is(before, Tag.Month) || (s.Is(q.CoreEnd, Tag.Month) && s[q.CoreEnd].Capital)) return "date";
        }

        return q.Noun switch
        {
            null => s.IsMark(q.CoreEnd, '-') && s.IsNumber(q.CoreEnd + 1) ? "other" : null,
            "site" => "count_of_sites",
            "combatants" or "deaths" or "injured" or "distance" or "duration" or "goods" => q.Noun,
            "staff" or "animals" or "cases" or "area_size" or "measure" => "other",
            _ => s.IsMark(q.End, '-') || (q.End < s.Count && s[q.End].Kind == TokenKind.Possessive && q.Noun != "person") ? "other" : null,
        };
    }

    private bool IsAge(Quantity q)
    {
        if (q.Value is not (> 0 and < 120) || q.CoreEnd != q.Core + 1) return false;
        if (s.SaysAny(q.First - 1, "aged", "age", "ages")) return true;
        if (s.SaysAny(q.Core - 1, "under", "over") && s.Find(q.Core - 2, Tag.Unit)?.Name == "person") return true;
        if (s.IsMark(q.Core - 1, '(') && s.IsMark(q.CoreEnd, ')') && q.Core >= 2 && s[q.Core - 2].Capital) return true;
        // ", 34," after a name
        return s.IsMark(q.Core - 1, ',') && q.Core >= 2 && s[q.Core - 2].Capital && (s.IsMark(q.CoreEnd, ',') || s.IsMark(q.CoreEnd, '.') || s.IsMark(q.CoreEnd, ')')) && !s.IsNumber(q.Core - 2);
    }

    private Draft? Person(Quantity q, Quantity? previous)
    {
        var human = Noun.IsHuman(q.Noun);
        var displacedNoun = q.Noun is "idp" or "refugee" or "evacuee" or "arrival" or "returnee" || q.Adjective is { Name: "move" or "shelter" };
        if (q.Noun is not null && !human && q.Noun != "housing") return null;
        // A small number word with no noun is mostly a pronoun: "one of", "the two".
        if (q.Noun is null && q.Value is < 10 && s.IsWord(q.Core)) return null;
        if (q.Quantifier == Quantifier.Vague && q.Noun is null && s.Says(q.Core, "several")) return null;
        if (q.IsZero && !s.Is(q.CoreEnd, Tag.Unit) && q.Noun is null) return null;
        if (s.Says(q.Core, "zero") && q.Noun is null) return null;
        if (q.Noun is null && s.IsWord(q.Core - 1) && s[q.Core - 1].Capital && q.Core - 1 > 0 && s.IsNumber(q.Core) && !s[q.Core].Grouped && !s.IsSmall(q.Core - 1) && !s.Is(q.Core - 1, Tag.Speech) && q.Value < 1000 && s.Find(q.Core - 1, Tag.Approximately) is null && !s.Is(q.Core - 1, Tag.Further) && !s.Is(q.Core - 1, Tag.Month) && !s.Is(q.Core - 1, Tag.Weekday) && !s.Is(q.Core - 1, Tag.Predicate))
        {
            q.Role = "name_part";
            return null;
        }

        var near = Near(q, out var viaRelative);
        var main = viaRelative || near is not null && IsAdjectival(q, near) ? Right(q, near!.At + near.Length) : Right(q, q.End);
        main ??= near;
        // "300 of the 2,000 people who tried to leave made it": the verb of the part stands after what all of them did.
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && quantities.Find(x => x.First > q.CoreEnd && x.First <= q.CoreEnd + 5) is { } all && Near(all, out var theirs) is { } done && theirs)
            main = Right(all, done.At + done.Length);
        var left = Left(q);
        // "up from 1,500 a day in February": the role of the number that it is set against.
        if (s.EndingAt(q.First, Tag.Rise, out _) is not null && DraftOf(previous) is { } compared && near is null)
            return new Draft { Quantity = q, Class = compared.Class, Term = compared.Term, Parent = compared, IsComparison = true, RoleScore = 0.7 };

        // "the death toll at 1,234 and the number of displaced at 61,000": a tally before a verb further on; "in 1,605 shelters" has no verb of its own.
        var bound = q.Noun is null && near is null && s.SaysAny(q.First - 1, "at", "to", "as", "of", "in", "into", "on", "from", "by", "with", "across");
        if (bound && Tally(q) is { } early) return early;
        if (q.Role is not null) return null;
        if (bound) main = null;

        Governor? chosen = null;
        if (near is not null && IsNegative(near) && !(near.Meaning.Name is "trapped" or "affected" or "in_need" && main is not null && main != near && IsFlow(main))) chosen = near;
        else if (left is not null && IsNegative(left)) chosen = left;
        else if (left is { Meaning.Name: "move", Meaning.Who: "object" } && near is { Meaning.Name: "move" } ) chosen = left.Meaning.Form == VerbForm.Noun ? left : near;
        else if (left is { Meaning.Name: "arrive" } && near is { Meaning.Name: "move" }) chosen = near;
        else if (left is { Meaning.Name: "move" } && main is { Meaning.Name: "move" } && main != near && s.Says(main.At - 1, "to")) chosen = main;
        // "buses carrying 951 evacuees left the city"
        else if (left is { Meaning.Name: "carry" } && main is not null && IsFlow(main)) chosen = main;
        else if (left is not null) chosen = left;
        else if (near is not null && viaRelative && main is { Meaning.Name: "back" or "forced_back" } && main != near) chosen = main;
        else if (near is not null && !viaRelative && near.Meaning.Detail == "displaced" && main is { Meaning.Name: "shelter" } && main != near && CampLike(main.At, 10)) chosen = main;
        else if (near is not null && viaRelative) chosen = near;
        else if (near is not null && IsFlow(near)) chosen = near;
        else chosen = main;
        if (chosen is not null && left is { Meaning.Name: "move", Meaning.Who: "object" } && chosen == left && BackAfter(q)) chosen = left with { Meaning = left.Meaning with { Name = "forced_back", Detail = "multiple_or_other" } };

        if (q.Adjective is { } adjective && adjective.Name is "deaths" or "injured" or "trapped" or "missing" or "detained" && !(chosen is not null && IsFlow(chosen)))
        {
            q.Role = q.Adjective!.Name;
            return null;
        }

        if (chosen is not null) return Governed(q, chosen, displacedNoun, previous);
        if (Coordinated(q, previous) is { } list) return list;
        if (q.Role is not null) return null;
        if (s.EndingAt(q.First, Tag.Exclude, out _) is not null && _drafts.Count > 0 && human) return Inherit(q, _drafts[^1], part: true);
        if (Tally(q) is { } tally) return tally;
        if (q.Role is not null) return null;
        if (displacedNoun && human) return Displaced(q);
        // No verb of its own and no noun: nothing says that these are people.
        q.Role = q.Noun == "person" && s.SaysAny(q.NounAt, "residents", "inhabitants", "population") ? "population" : "other";
        return null;
    }

    // "forced 550 families from the villages back into the town": the way they are driven is told after the number.
    private bool BackAfter(Quantity q)
    {
        if (s.Says(q.End, "back")) return true;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 14); i++)
        {
            if (s.IsMark(i) || s.Find(i, Tag.Predicate)?.Form.HasFlag(VerbForm.Past) == true) return false;
            if (s.Says(i, "back") && s.SaysAny(i + 1, "to", "into", "towards", "toward", "inside")) return true;
        }

        return false;
    }

    // The roles that predicates.txt tells apart only to decide whether they move people.
    private static string RoleName(string name) => name is "assisted" or "carry" or "motion" ? "other" : name;

    private static bool IsFlow(Governor g) => g.Meaning.Name is "move" or "arrive" or "back" or "onward" or "forced_back";

    private static bool IsNegative(Governor g) => g.Meaning.Name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged" or "carry" or "motion");

    private static bool IsAdjectival(Quantity q, Governor near) => near.Meaning.Form.HasFlag(VerbForm.Ing) || (near.Meaning.Form.HasFlag(VerbForm.Participle) && q.Noun is not null && near.At == q.End && near.Meaning.Who == "object");

    // The word right after the noun: "displaced", "who fled", "trapped in".
    private Governor? Near(Quantity q, out bool viaRelative)
    {
        viaRelative = false;
        var i = q.End;
        if (s.IsMark(i, ',') && s.SaysAny(i + 1, "who", "displaced", "fleeing")) i++;
        if (s.SaysAny(i, "who", "that", "whom"))
        {
            viaRelative = true;
            i++;
        }

        var steps = 0;
        while (steps++ < 5 && i < s.Count && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb) || s.Is(i, Tag.Get) || (viaRelative && (s.Is(i, Tag.Possible) || s.Is(i, Tag.Attempted) || s.Says(i, "to") || s.Says(i, "managed"))) || s.EndsWith(i, "ly")) && s.Find(i, Tag.Predicate) is null)
        {
            if (!viaRelative && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have))) return null;
            i++;
        }

        if (Predicate(i) is not { } found || !Fits(q, found)) { viaRelative = false; return null; }
        if (!viaRelative && found.Meaning.Form == VerbForm.Noun) return null;
        return found;
    }

    private Governor? Predicate(int i)
    {
        if (i >= s.Count || s.Find(i, Tag.Predicate, out var length) is not { } meaning || taken[i]) return null;
        return new Governor(meaning, i, length);
    }

    // "destroyed" governs houses, "displaced" people; "left" before a number or a person is not leaving.
    private bool Fits(Quantity q, Governor g)
    {
        var after = g.At + g.Length;
        // "went to camps", "in three shelters": a plural noun that is spelled like a verb.
        if (g.Meaning.Form == VerbForm.Third && (IsNominal(g.At) || s.Says(g.At - 1, "to"))) return false;
        // Who carries something is not carried; "were taken to" is.
        if (g.Meaning.Name == "carry" && !Passive(g)) return false;
        if (g.Meaning.Name is "housing_destroyed" or "housing_damaged") return q.Noun == "housing";
        if (q.Noun == "housing" && g.Meaning.Name is not ("move" or "population" or "in_need" or "assisted")) return false;
        if (s.SaysAny(g.At, "left", "leaving", "leave", "leaves") && g.At > q.End - 1 && (quantities.Exists(x => x.First >= after && x.First <= after + 1 && x.Role != "distance" && x.Noun is not "site") || s.SaysAny(after, "dead", "wounded", "without", "homeless", "stranded", "them", "behind"))) return false;
        if (s.SaysAny(g.At, "escaped", "escape") && s.SaysAny(after, "injury", "unhurt", "unharmed", "death", "uninjured")) return false;
        if (g.Meaning.Form == VerbForm.Noun && !s.Says(g.At - 1, "in") && g.At >= q.End) return false;
        if (s.SaysAny(g.At, "camp", "camps", "return", "house", "houses", "need", "needs", "support", "help", "target", "flight", "lives", "run", "running", "settlement") && IsNominal(g.At)) return false;
        if (s.SaysAny(g.At, "hit", "held", "hold", "contain", "contained", "gather", "gathered") && g.At >= q.End && q.Noun is null) return false;
        return true;
    }

    private bool IsNominal(int i) => s.Is(i - 1, Tag.Preposition) && !s.Says(i - 1, "to") || s.Is(i - 1, Tag.Determiner) || (s.IsWord(i - 1) && s[i - 1].Capital && s.Find(i - 1, Tag.Have) is null && s.Is(i - 1, Tag.Source)) || s.Is(i - 1, Tag.Direction) || s.IsMark(i - 1, '-');

    // The verb or "noun of" that takes the number as its object.
    private Governor? Left(Quantity q)
    {
        var end = q.First;
        for (var steps = 0; steps < 6 && end > 0; steps++)
        {
            if (s.EndingAt(end, Tag.Predicate, out var verbAt) is not null && end - verbAt > 1) break;
            if (s.EndingAt(end, Tag.Further, out var first) is not null) end = first;
            else if (s.EndingAt(end, Tag.Approximately, out first) is not null) end = first;
            else if (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "only", "just", "also", "already", "some", "out", "away", "now", "another", "\"")) end--;
            else break;
        }

        if (end <= 0) return null;
        if (s.Says(end - 1, "of") && s.SaysAny(end - 2, "number", "total") is var counted)
        {
            // "a total of 5,000", "the displacement of about 5,000"
            if (counted)
            {
                end -= 2;
                while (end > 0 && (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "estimated", "combined", "large", "grand"))) end--;
            }
            else if (s.EndingAt(end - 1, Tag.Predicate, out var nounAt) is { Form: VerbForm.Noun } noun) return new Governor(noun, nounAt, end - 1 - nounAt);
            else if (s.SaysAny(end - 2, "most", "all", "lives", "deaths", "bodies", "killing", "caseload") && s.EndingAt(end, Tag.Predicate, out var at2) is { } phrase2) return new Governor(phrase2, at2, end - at2);
        }

        if (s.EndingAt(end, Tag.Predicate, out var at) is { } found && !taken[at])
        {
            var governor = new Governor(found, at, end - at);
            if (found.Name is "move" or "motion" or "arrive" or "back" or "onward" && found.Who is "subject" || found.Form == VerbForm.Noun && !s.Says(end - 1, "of")) return null;
            if (found.Name == "arrive" && s.Is(at - 1, Tag.Be)) return null;
            if (found is { Name: "move", Form: VerbForm.Phrase } && s.Is(end - 1, Tag.Preposition)) return null;
            if (found.Name == "shelter")
            {
                if (found.Who == "subject" || found.Form == VerbForm.Phrase) return null;
                if (s.SaysAny(at - 1, "can", "could", "to", "will", "would", "may") || s.SaysAny(at - 2, "can", "could", "will")) return governor with { Meaning = found with { Name = "capacity" } };
            }

            if (found.Name == "population" && s.Is(end - 1, Tag.Preposition) is false && found.Form == VerbForm.Phrase && s.Says(end - 1, "lived")) return null;
            return FitsLeft(q, governor) ? governor : null;
        }

        // "tents for", "aid to", "food for", "support to": things for people.
        if (s.SaysAny(end - 1, "for", "to", "among", "with", "by", "between", "benefiting", "reaching"))
            for (var i = end - 2; i >= 0 && end - i < 8 && !s.IsMark(i); i--)
            {
                if (s.Find(i, Tag.Predicate) is { Name: "assisted" } assisted) return new Governor(assisted, i, 1);
                if (s.Find(i, Tag.Unit)?.Name == "goods" || s.SaysAny(i, "aid", "assistance", "food", "shelter", "accommodation", "relief", "water", "cash", "services", "supplies", "rations", "space", "room"))
                    return new Governor(new Meaning(Tag.Predicate, s.SaysAny(i, "tents", "space", "room", "accommodation", "plots", "beds") ? "capacity" : "assisted"), i, 1);
                if (s.Is(i, Tag.CountNoun) || s.Is(i, Tag.Be)) break;
            }

        return null;
    }

    private static bool FitsLeft(Quantity q, Governor g) => g.Meaning.Name switch
    {
        "housing_destroyed" or "housing_damaged" => q.Noun == "housing" || (q.Noun is null && q.Further),
        "affected" => true,
        _ => q.Noun != "housing" || g.Meaning.Name is "move" or "assisted" or "population",
    };

    /// <summary>The first predicate to the right in the clause, past insertions, lists and prepositional phrases.</summary>
    private Governor? Right(Quantity q, int from)
    {
        for (var i = from; i < s.Count && i - from < 60; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '?') || s[i].Kind == TokenKind.Quote) return null;
            if (s.IsMark(i, '('))
            {
                while (i < s.Count && !s.IsMark(i, ')')) i++;
                continue;
            }

            if (s.IsMark(i, ',') || s.IsMark(i, '—') || s.IsMark(i, '–'))
            {
                i = Insertion(i, q) - 1;
                if (i < 0) return null;
                continue;
            }

            if (s.SaysAny(i, "while", "whereas", "although", "though", "but", "because", "when", "if", "unless", "where", "which", "before", "amid") || (s.Says(i, "after") && !taken[Math.Min(i + 1, s.Count - 1)]) || (s.Says(i, "as") && !s.SaysAny(i + 1, "of", "well"))) return null;
            // "and the number of ...": another subject.
            if (s.Says(i, "and") && s.Is(i + 1, Tag.Determiner) && (q.Noun is null || s.Is(i + 2, Tag.CountNoun))) return null;
            if (s.Says(i, "and") && quantities.Find(x => x.First > i && x.First <= i + 3 && x.Role is null) is { } next && next != q)
            {
                // "110 wounded and 300 fled": the next number has its verb; "men and 300 women fled": the list shares one.
                if (q.Noun is null && next.Noun is null) continue;
                i = next.End - 1;
                continue;
            }

            if (s.SaysAny(i, "tried", "attempted") && (s.IsMark(i + 1) || i + 1 == s.Count)) return Carried(i);
            // "reported missing by local media had left": a word of the report, not of what happened.
            if (s.Is(i - 1, Tag.Speech) && !s.Is(i - 2, Tag.Be) && s.Says(i, "missing")) continue;
            if (Predicate(i) is { } found && Fits(q, found) && !(s.Says(i - 1, "by") && found.Meaning.Form == VerbForm.Noun)) return found;
            if (s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && i > q.End && !s.Is(i - 1, Tag.Have)) return null;
        }

        return null;
    }

    // "so far only a few dozen have tried": tried to do what the sentence before spoke of.
    private Governor? Carried(int at)
    {
        for (var i = 0; i < at; i++)
            if (s.Find(i, Tag.Predicate) is { Name: "move" } move && !taken[i]) return new Governor(move with { Form = VerbForm.Base }, at, 1);
        return context.LastFigure is { Class: "move" } last ? new Governor(new Meaning(Tag.Predicate, last.Class, last.Term, "subject", VerbForm.Base), at, 1) : null;
    }

    /// <summary>After a comma: the index where the clause goes on past an insertion, or 0 when it does not.</summary>
    private int Insertion(int comma, Quantity q)
    {
        // "5,000 men, 6,000 women and 3,000 children fled"
        if (quantities.Exists(x => x != q && x.First == comma + 1 && Noun.IsHuman(x.Noun))) return quantities.Find(x => x.First == comma + 1)!.End;
        // ", or about 75,000 people, has been displaced": the number itself was the insertion.
        if (GoesOn(comma + 1)) return comma + 1;
        var limit = Math.Min(s.Count, comma + 22);
        for (var i = comma + 1; i < limit; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, '.')) return 0;
            if (!s.IsMark(i, ',') && !s.IsMark(i, '—') && !s.IsMark(i, '–')) continue;
            if (GoesOn(i + 1)) return i + 1;
        }

        return 0;
    }

    private bool GoesOn(int next)
    {
        while (s.Is(next, Tag.Adverb)) next++;
        return s.Is(next, Tag.Be) || s.Is(next, Tag.Have) || s.Is(next, Tag.Possible) || s.Find(next, Tag.Predicate)?.Form.HasFlag(VerbForm.Past) == true;
    }

    private Draft? Governed(Quantity q, Governor g, bool displacedNoun, Quantity? previous)
    {
        var name = g.Meaning.Name;
        var term = g.Meaning.Detail;
        // "home to 500,000 IDPs": the noun says that they are displaced, whatever lives there otherwise.
        if (name == "population" && displacedNoun) (name, term) = ("shelter", "displaced");
        if (name == "shelter" && !displacedNoun && Neutral(g) && !CampLike(g.At, 10)) name = "population";
        if (name == "arrive" && !Displacing(q, g)) name = "other";
        if (name == "move" && q.Noun == "housing" && g.Meaning.Detail is not ("evacuated" or "homeless")) name = "other";
        if (name == "move" && IsState(q, g)) name = "shelter";
        if (name == "arrive" && g.Meaning.Who != "subject" && s.SaysAny(g.At - 1, "are", "is") && CampLike(g.At, 10)) (name, term) = ("shelter", "sheltered");
        if (name == "motion" && q.Noun != "housing" && DisplacingMove(q, g)) name = "move";
        if (name == "carry" && Carries(q, g, out var outward)) (name, term) = ("move", outward ? "evacuated" : "relocated");
        if (name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged"))
        {
            q.Role = RoleName(name);
            return null;
        }

        if (name == "move" && g.Meaning.Name == "move" && term != "forced_to_flee" && s.SaysAny(g.At, "move", "moved", "taken", "brought", "moving", "took", "shifted", "carried") && !DisplacingMove(q, g))
        {
            q.Role = "other";
            return null;
        }

        if (q.Noun == "returnee") name = "back";
        if (q.Noun == "evacuee" && name == "move") term = "evacuated";
        if (name is "move" && displacedNoun && g.Meaning is { Form: VerbForm.Phrase, Detail: "relocated" }) name = "move";
        var passive = Passive(g);
        var draft = new Draft
        {
            Quantity = q, Class = name, Term = term.Length > 0 ? term : "multiple_or_other", PredicateAt = g.At, Passive = passive,
            Perfect = s.Is(g.At - 1, Tag.Have) || s.Is(g.At - 2, Tag.Have) || s.Is(g.At - 3, Tag.Have),
        };
        if (name is "arrive" or "move" or "shelter" && term is "displaced" or "sheltered" or "relocated" && (name != "move" || term != "displaced") && CampLike(g.At, 10, campOnly: true)) draft.Term = "in_relief_camp";
        if (name == "move" && term == "multiple_or_other" && s.SaysAny(g.At + 1, "paths", "swords")) return null;
        // "among them 400 children", "including 300 women": a part of the number before.
        if (previous is not null && DraftOf(previous) is { } whole && (s.EndingAt(q.First, Tag.Include, out _) is not null || s.EndingAt(q.Core, Tag.Include, out _) is not null))
        {
            draft.Parent = whole;
            draft.IsPart = true;
        }

        if ((DraftOf(previous) ?? context.LastFigure) is { } those && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "these", "those", "which"))
        {
            draft.Parent = those;
            draft.IsPart = true;
        }

        if (_drafts.Count > 0 && q.Noun is null && s.Says(0, "of") && _drafts[0].Quantity.First <= 2)
        {
            draft.Parent = _drafts[0];
            draft.IsPart = true;
        }

        return draft;
    }

    // "are now displaced", "were already displaced": how many there are, not how many more.
    private bool IsState(Quantity q, Governor g)
    {
        if (q.Per is not null || q.NewlyMarked || !s.SaysAny(g.At, "displaced", "uprooted", "internally")) return false;
        var still = false;
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 5); i--)
        {
            if (s.SaysAny(i, "are", "is", "remain", "remains", "remained")) return true;
            if (s.SaysAny(i, "were", "was")) return still;
            if (s.SaysAny(i, "newly", "being")) return false;
            still |= s.SaysAny(i, "still", "already");
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly") && !s.SaysAny(i, "now", "still", "already", "estimated", "believed", "thought", "to", "be")) return false;
        }

        return false;
    }

    // "brought 3,400 people from A to B", "had taken 900 people out of C": people carried from somewhere to somewhere, in a text that speaks of displacement.
    private bool Carries(Quantity q, Governor g, out bool outward)
    {
        outward = false;
        if (!Noun.IsHuman(q.Noun) && q.Noun is not null) return false;
        var after = Math.Max(q.End, g.At + g.Length);
        for (var i = after; i < Math.Min(s.Count, after + 7); i++)
        {
            if (s.IsMark(i) || s.SaysAny(i, "hostage", "captive", "prisoner", "custody") || s.Find(i, Tag.Predicate)?.Form.HasFlag(VerbForm.Past) == true) return false;
            if (!s.SaysAny(i, "from", "to", "into", "out", "across")) continue;
            outward = s.Says(i, "out");
            return DisplacingMove(q, g) || (outward && s.Says(i + 1, "of") && s.IsWord(i + 2) && (s[i + 2].Capital || s.SaysAny(i + 2, "their", "homes"))) || s.SaysAny(i + 2, "homes", "houses", "villages");
        }

        return false;
    }

    private bool Neutral(Governor g) => s.SaysAny(g.At, "living", "live", "lives", "are", "is", "were", "was", "stay", "stayed", "staying", "stays", "reside", "resides", "resided", "residing", "camp", "settle", "settled", "sleep", "remain", "house", "houses", "hold", "holds", "held", "contains", "contain", "in", "crowded", "contained", "squeezed");

    private bool Passive(Governor g)
    {
        if (!g.Meaning.Form.HasFlag(VerbForm.Participle) && g.Meaning is not { Form: VerbForm.Phrase, Who: "object" }) return false;
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 4); i--)
        {
            if (s.Is(i, Tag.Be) || s.Is(i, Tag.Get)) return true;
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly")) return false;
        }

        return false;
    }

    private bool CampLike(int from, int reach, bool campOnly = false)
    {
        for (var i = Math.Max(0, from - 6); i < Math.Min(s.Count, from + reach); i++)
        {
            if (i > from && s.IsMark(i, ';')) return false;
            if (s.SaysAny(i, "camp", "camps") || (s.SaysAny(i, "site", "sites") && (!campOnly || !s.SaysAny(i - 1, "screening", "transit", "reception", "muster", "the")))) return true;
            if (!campOnly && s.SaysAny(i, "tent", "tents", "shelter", "shelters", "school", "schools", "mosque", "mosques", "church", "churches", "centre", "centres", "center", "centers", "displacement", "settlements", "host", "relatives", "stadium", "gymnasium", "gymnasiums", "sheltering", "makeshift", "open", "buildings", "displaced", "basements", "university", "collective", "airstrip", "hall", "halls", "hotels")) return true;
        }

        return false;
    }

    // People arrive at fairs as well as at camps: an arrival is displacement when a camp, a border or an origin is named, or the noun says it.
    private bool Displacing(Quantity q, Governor g)
    {
        if (q.Noun is "arrival" or "idp" or "refugee" or "household" or "evacuee" || q.NewlyMarked || q.Adjective is { Name: "move" }) return true;
        if (context.LastFigure is not null || _drafts.Count > 0 || (q.Further && context.LastPlaces.Exists(p => p.Role == Places.PlaceRole.Origin))) return true;
        if (s.SaysAny(q.NounAt, "survivors", "villagers", "civilians", "residents", "townspeople") && s.IsWord(g.At + g.Length) && s[g.At + g.Length].Capital) return true;
        if (CampLike(g.At, 12)) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "from", "border", "fleeing", "displaced", "screening", "reception", "safety", "government-held", "rebel-held", "government-controlled", "rebel-controlled") || (s.Says(i, "lines") && s.Is(i - 1, Tag.Source)) || AfterCause(i) || s.Find(i, Tag.Source) is { Name: "IOM" or "UNHCR" or "OCHA" } || (s.Find(i, Tag.Predicate) is { Name: "move" or "back" } && i != g.At)) return true;
        return s.Is(g.At + g.Length + (s.Is(g.At + g.Length, Tag.Preposition) ? 1 : 0), Tag.Country);
    }

    // "since armed groups attacked the town", "after the clashes": what they left for.
    private bool AfterCause(int i)
    {
        if (s.Find(i, Tag.Cause) is not { Name: "conflict" }) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (s.SaysAny(k, "since", "after", "as", "amid", "following", "escaping", "fled")) return true;
        return false;
    }

    private bool DisplacingMove(Quantity q, Governor g)
    {
        if (Displacing(q, g)) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "safer", "safety", "higher", "shelters") || s.Is(i, Tag.Ordered) || s.Is(i, Tag.Cause) || s.Is(i, Tag.Rose)) return true;
        return false;
    }

    // "7,000 and 2,500 people", "men, 300 women": the role of the number before. A comparison takes its role and nothing else.
    private Draft? Coordinated(Quantity q, Quantity? previous)
    {
        if (DraftOf(previous) is not { } parent)
        {
            if (previous is not null && s.EndingAt(q.First, Tag.Include, out _) is not null) q.Role = previous.Role;
            return null;
        }

        var i = q.First - 1;
        while (i > previous!.End && (s.Is(i, Tag.Determiner) || s.Is(i, Tag.Further))) i--;
        var include = s.EndingAt(q.First, Tag.Include, out _) is not null || (s.EndingAt(i + 1, Tag.Include, out _) is not null);
        if (include && (q.Noun is null || Noun.IsHuman(q.Noun))) return Inherit(q, parent, part: true);
        if (!(s.SaysAny(i, "and", "or", "plus") || (s.IsMark(i, ',') && Noun.IsHuman(q.Noun)))) return null;
        // Only a bare list: nothing but the connector between the two, and a verb that this number can have.
        var bare = i <= previous.End + 1;
        if (q.Noun == "housing" != (parent.Unit == "housing" || previous.Noun == "housing") && q.Noun is not null) return null;
        if (bare || (q.Further && q.Noun is null)) return Inherit(q, parent, part: false);
        return null;
    }

    private static Draft Inherit(Quantity q, Draft parent, bool part) => new()
    {
        Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = parent.PredicateAt, Passive = parent.Passive, Perfect = parent.Perfect, Parent = parent, IsPart = part, RoleScore = 0.85,
    };

    /// <summary>"put the number of displaced at 60,000", "bringing the total to 31,788", "the true figure was closer to 114,000", "an IOM count of 5,970", "it had been 1,100".</summary>
    private Draft? Tally(Quantity q)
    {
        var retracted = s.Says(q.First - 1, "from");
        var linked = retracted || s.SaysAny(q.First - 1, "at", "to", "of", "as", "is", "was", "were", "stood", "reached", "had", "been", "exceeds", "exceeded", "by", "total", "\"", "totalled", "totaled", "hit", "be", ":", "passed", "surpassed", "estimated", "are", "nearly", "now", "reach", "reaching", "exceed", "exceeding", "topping", "top", "stands", "totals", "totalling", "totaling", "hits", "near")
            || s.EndingAt(q.First, Tag.Approximately, out _) is not null;
        // "has verified only 541,000": a second count of what was spoken of.
        var counting = s.Is(q.First - 1, Tag.Counting) || (s.SaysAny(q.First - 1, "only", "just") && s.Is(q.First - 2, Tag.Counting));
        linked |= s.SaysAny(q.First, "passed", "passes", "surpassed", "topped", "exceeded", "exceeding", "exceeds", "exceed");
        linked |= counting && (q.Noun is null || q.Pair is not null);
        if (!linked) return null;
        var floor = Math.Max(0, q.First - 24);
        var seen = -1;
        Governor? role = null;
        for (var i = q.First - 1; i >= floor; i--)
        {
            if (s.IsMark(i, ';')) break;
            if (Predicate(i) is { } p && role is null && (p.Meaning.Form != VerbForm.Past || p.Meaning.Form.HasFlag(VerbForm.Participle)) && !(s.SaysAny(i, "reached", "hit", "put"))) role = p;
            if (s.Find(i, Tag.Unit) is { Name: "idp" or "arrival" or "refugee" or "evacuee" or "returnee" } unit && role is null) role = new Governor(new Meaning(Tag.Predicate, unit.Name == "returnee" ? "back" : "move", unit.Name == "arrival" ? "displaced" : "displaced"), i, 1);
            if (s.Find(i, Tag.Unit) is { Name: "deaths" or "injured" or "combatants" or "cases" or "goods" } negative && role is null) role = new Governor(new Meaning(Tag.Predicate, negative.Name), i, 1);
            if (s.Is(i, Tag.CountNoun) || (s.Is(i, Tag.DataNoun) && s.Says(q.First - 1, "of")))
            {
                seen = i;
                if (s.Says(i, "toll")) role = new Governor(new Meaning(Tag.Predicate, "deaths"), i, 1);
                if (role is null && i > 0 && Predicate(i - 1) is { } before) role = before;
                break;
            }
        }

        var pronoun = (counting && (q.Noun is null || q.Pair is not null) && _drafts.Count > 0) || s.SaysAny(q.First - 1, "been", "was", "is") && (s.Says(q.First - 2, "it") || s.Says(q.First - 3, "it"));
        if (seen < 0 && !pronoun)
        {
            if (!retracted && !(s.Says(q.First - 1, "to") && _drafts.Count > 0 && _drafts[^1].IsRetracted)) return null;
        }

        var parent = _drafts.Count > 0 ? _drafts[^1] : context.LastFigure;
        if (role is not null)
        {
            if (role.Meaning.Name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back"))
            {
                q.Role = RoleName(role.Meaning.Name);
                return null;
            }

            if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
            return new Draft { Quantity = q, Class = role.Meaning.Name, Term = role.Meaning.Detail is { Length: > 0 } term ? term : "displaced", PredicateAt = role.At, IsTally = true, Parent = parent, IsRetracted = retracted && Revised(q), RoleScore = 0.85 };
        }

        if (parent is null || parent.Class is "housing_destroyed" or "housing_damaged") return null;
        if (pronoun || _drafts.Count > 0 || seen >= 0)
            return new Draft { Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = -1, IsTally = !pronoun, Parent = parent, IsRetracted = retracted && Revised(q), RoleScore = 0.75 };
        return null;
    }

    // "cut its estimate from A to B": A no longer stands.
    private bool Revised(Quantity q)
    {
        for (var i = Math.Max(0, q.First - 14); i < q.First; i++)
            if (s.Is(i, Tag.Retract)) return true;
        return false;
    }

    // No verb governs it, but the noun says what they are: "5,000 IDPs in 12 camps".
    private Draft? Displaced(Quantity q)
    {
        var before = q.First - 1;
        while (before > 0 && (s.Is(before, Tag.Determiner) || s.Is(before, Tag.Further) || s.Is(before, Tag.Approximately))) before--;
        if (s.SaysAny(before, "for", "to", "by", "with", "among", "between", "reach", "reaching", "reached", "supporting") && before > 0)
        {
            q.Role = "other";
            return null;
        }

        if (q.Adjective is { Name: "move" } && !q.NewlyMarked && !s.SaysAny(q.CoreEnd, "displaced", "uprooted", "internally") && !q.Adjective.Form.HasFlag(VerbForm.Ing)) q.NewlyMarked = true;
        var (name, term) = q.Noun switch
        {
            "evacuee" => ("move", "evacuated"),
            "arrival" => ("arrive", "displaced"),
            "returnee" => ("back", "returns"),
            _ => q.NewlyMarked || q.Adjective?.Form.HasFlag(VerbForm.Ing) == true ? ("move", "displaced") : ("shelter", "displaced"),
        };
        return new Draft { Quantity = q, Class = name, Term = term, PredicateAt = q.NounAt, RoleScore = 0.7 };
    }

    /// <summary>A percentage or fraction is a figure only when the whole is known and a displacement word governs the part.</summary>
    private Draft? Share(Quantity q, int n)
    {
        Quantity? whole = null;
        var at = q.CoreEnd;
        if (s.Says(at, "of"))
        {
            at++;
            // "half of the town's 32,000 inhabitants"
            for (var i = at; i < Math.Min(s.Count, at + 6) && (s.IsWord(i) || s[i].Kind == TokenKind.Possessive); i++)
                if (s[i].Kind == TokenKind.Possessive) at = i + 1;
            while (s.Is(at, Tag.Determiner) || s.SaysAny(at, "about", "some", "estimated", "nearly", "over", "almost", "roughly", "around", "more", "than")) at++;
            whole = quantities.Find(x => x.Core == at && x != q);
        }

        var nested = whole is not null;
        whole ??= n > 0 && s.Says(0, "of") && quantities[0].First <= 2 && Noun.IsHuman(quantities[0].Noun) ? quantities[0] : null;
        // "about half have since gone back", "a third of them": the whole is the figure before.
        if (whole is null && (!s.Says(q.CoreEnd, "of") || s.SaysAny(q.CoreEnd + 1, "them", "those", "these", "whom")) && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is { Unit: not "housing" } last) whole = last.Quantity;
        q.Role = "percent";
        if (whole?.Value is not { } total || !Noun.IsHuman(whole.Noun)) return null;
        Governor? governor;
        if (nested)
        {
            var near = Near(whole, out var viaRelative);
            governor = Right(whole, near is not null && (viaRelative || IsAdjectival(whole, near)) ? near.At + near.Length : whole.End);
            q.End = q.CoreEnd;
        }
        else governor = Right(q, q.CoreEnd);
        if (governor is { Meaning.Name: "motion" } && (nested && s.SaysAny(whole.NounAt, "residents", "inhabitants", "population", "people") || DisplacingMove(whole, governor))) governor = governor with { Meaning = governor.Meaning with { Name = "move" } };
        if (governor is null || IsNegative(governor) || governor.Meaning.Name is "motion" or "carry") return null;
        q.Role = null;
        var value = Math.Round(total * q.Share!.Value);
        q.Value = value;
        q.Min = q.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : value;
        q.Max = q.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : value;
        if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
        q.Whole = whole;
        q.Noun = whole.Noun;
        // A fraction in words takes its whole into the span ("a third of the 45,000 people"), a percentage stands alone, as the cases have it.
        if (nested && !q.IsPercent) q.End = whole.End;
        return new Draft
        {
            Quantity = q, Class = governor.Meaning.Name, Term = governor.Meaning.Detail is { Length: > 0 } term ? governor.Meaning.Name == "arrive" ? "displaced" : term : "multiple_or_other", PredicateAt = governor.At,
            Perfect = s.Is(governor.At - 1, Tag.Have) || s.Is(governor.At - 2, Tag.Have), IsPart = !nested || Near(whole, out _) is not null || DraftOf(whole) is not null, RoleScore = 0.8,
        };
    }
}
