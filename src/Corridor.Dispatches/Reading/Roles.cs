using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Gives every number of a sentence its role (pipeline step 5). A number becomes a figure only when a displacement word governs it;
/// every other number keeps the role that kept it out.
/// </summary>
internal sealed partial class Roles(Sentence s, List<Quantity> quantities, bool[] taken, Context context)
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
            if (PartOf(q))
            {
                q.Role = "population";
                continue;
            }

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

    // "some of the 35,000 inhabitants": how many there are, not how many of them.
    private bool PartOf(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Determiner) || s.SaysAny(i, "estimated", "some")) i--;
        return s.Says(i, "of") && i < q.First - 1 && s.SaysAny(i - 1, "some", "many", "most", "few", "part", "parts", "several", "majority", "much", "portion", "any", "fraction", "minority", "all") && !s.SaysAny(i - 1, "all");
    }

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
        // ", 34," after a name or "one woman"
        return s.IsMark(q.Core - 1, ',') && q.Core >= 2 && (s[q.Core - 2].Capital || s.SaysAny(q.Core - 2, "woman", "man", "boy", "girl", "mother", "father", "farmer", "teacher", "resident")) && (s.IsMark(q.CoreEnd, ',') || s.IsMark(q.CoreEnd, '.') || s.IsMark(q.CoreEnd, ')')) && !s.IsNumber(q.Core - 2);
    }

    private Draft? Person(Quantity q, Quantity? previous)
    {
        var human = Noun.IsHuman(q.Noun);
        var displacedNoun = q.Noun is "idp" or "refugee" or "evacuee" or "arrival" or "returnee" || q.Adjective is { Name: "move" or "shelter" or "arrive" };
        if (q.Noun is not null && !human && q.Noun != "housing") return null;
        if (q.IsZero && q.Noun is null && Nothing(q) is { } nothing) return nothing;
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

        if (Labelled(q) is { } labelled) return labelled;
        if (q.Role is not null) return null;
        var near = Near(q, out var viaRelative);
        var main = viaRelative || near is not null && IsAdjectival(q, near) ? Right(q, near!.At + near.Length) : Right(q, q.End);
        main ??= near;
        // "300 of the 2,000 people who tried to leave made it": the verb of the part stands after what all of them did.
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && quantities.Find(x => x.First > q.CoreEnd && x.First <= q.CoreEnd + 5) is { } all && Near(all, out var theirs) is { } done && (theirs || IsAdjectival(all, done)) && Right(all, done.At + done.Length) is { } what)
        {
            main = what;
            near = null;
            q.Noun = all.Noun;
            q.End = all.End;
            q.NounAt = all.NounAt;
        }
        var left = Left(q);
        // "up from 1,500 a day in February": the role of the number that it is set against.
        var start = q.First;
        while (s.Is(start - 1, Tag.Determiner)) start--;
        if (s.EndingAt(start, Tag.Rise, out _) is not null && (DraftOf(previous) ?? (s.Says(0, "that") || previous is null && s.SaysAny(0, "this", "it") ? context.LastFigure : null)) is { } compared && near is null)
            return new Draft { Quantity = q, Class = compared.Class, Term = compared.Term, Parent = compared, IsComparison = true, RoleScore = 0.7 };

        // "the death toll at 1,234 and the number of displaced at 61,000": a tally before a verb further on; "in 1,605 shelters" has no verb of its own.
        var bound = q.Noun is null && near is null && s.SaysAny(q.First - 1, "at", "to", "as", "of", "in", "into", "on", "from", "by", "with", "across");
        if (bound && Tally(q) is { } early) return early;
        if (q.Role is not null) return null;
        if (bound) main = null;

        // "100 of the 1,500 families who left have come back": the verb after the relative clause is that of the part.
        if (near is not null && previous is not null && s.Says(previous.CoreEnd, "of") && q.First - previous.CoreEnd <= 5) main = near;
        if (Outlook(q) is { } outlook) return outlook;
        if (Staying(q, previous) is { } staying) return staying;
        if (Complement(q) is { } complement) return Governed(q, complement, displacedNoun, previous);
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

    // "another 5,000 could follow": more of those told before, and not yet.
    private Draft? Outlook(Quantity q)
    {
        if (!q.Further && !s.SaysAny(q.First, "another", "further", "additional") && !s.SaysAny(q.CoreEnd, "more", "others")) return null;
        if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 5) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "follow", "followed") && !s.Is(i - 1, Tag.Be) && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is { } those)
            {
                var draft = Inherit(q, those, part: false);
                draft.PredicateAt = i;
                if (draft.Class is "shelter") draft.Class = "move";
                return draft;
            }

        return null;
    }

    // "4,000 fled to A, 2,500 to B and 800 to C": one verb for the list, a place for each number.
    private bool Shares(Quantity q, Quantity previous)
    {
        if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return false;
        if (!s.SaysAny(q.End, "to", "into", "from", "in", "towards", "for") || !(s.IsWord(q.End + 1) && (s[q.End + 1].Capital || s.Is(q.End + 1, Tag.Determiner)))) return false;
        var last = q.First - 1;
        if (!s.IsMark(last, ',') && !s.Says(last, "and")) return false;
        for (var i = previous.End; i < last; i++)
            if (!(s.IsWord(i) && (s[i].Capital || s.SaysAny(i, "to", "into", "from", "in", "towards", "the", "for", "and") || s.Is(i, Tag.PlaceNoun) || s.Is(i, Tag.Predicate) || s.Is(i, Tag.Have)) || s.IsMark(i, ','))) return false;
        return true;
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

    private bool AgentAfter(int at)
    {
        for (var i = at; i < Math.Min(s.Count, at + 9) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "by", "gunpoint", "back")) return true;
        return false;
    }

    // The roles that predicates.txt tells apart only to decide whether they move people.
    private static string RoleName(string name) => name is "assisted" or "carry" or "motion" ? "other" : name;

    private Draft? Governed(Quantity q, Governor g, bool displacedNoun, Quantity? previous)
    {
        var name = g.Meaning.Name;
        var term = g.Meaning.Detail;
        // "home to 500,000 IDPs": the noun says that they are displaced, whatever lives there otherwise.
        if (name is "assisted" or "capacity" or "in_need" && displacedNoun && g.At >= q.End) return Displaced(q);
        if (name == "population" && displacedNoun) (name, term) = ("shelter", "displaced");
        if (name == "shelter" && !displacedNoun && Neutral(g) && !CampLike(g.At, 10)) name = "population";
        // "9,700 still live in Kibati" after "2,000 of the displaced": the same people, and where they stay.
        if (name == "population" && q.Noun is null && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is not null && Stays(g)) (name, term) = ("shelter", "sheltered");
        if (name == "arrive" && !Displacing(q, g)) name = "other";
        if (name == "move" && q.Noun == "housing" && g.Meaning.Detail is not ("evacuated" or "homeless")) name = "other";
        // "40,000 runners left and 38,500 reached the finish": still runners.
        if (q.Noun is null && g.Meaning.Who == "subject" && quantities.FindLast(x => x.First < q.First && x.Noun is not null && x.Noun is not ("duration" or "distance" or "site")) is { Noun: "staff" or "combatants" or "goods" or "animals" or "cases", Role: not "figure" } crowd)
        {
            q.Role = crowd.Role;
            return null;
        }

        if (name == "carry" && displacedNoun && !Carries(q, g, out _)) return Displaced(q);
        if (name == "move" && (IsState(q, g) || IsStockNoun(q, g))) name = "shelter";
        // "has registered 73,000 IDPs": how many there are.
        if (name == "arrive" && q.Noun is "idp" or "refugee" && !q.NewlyMarked && s.SaysAny(g.At, "registered", "registers", "register", "registering") && q.First > g.At && !HasPeriod()) (name, term) = ("shelter", "displaced");
        if (name == "arrive" && g.Meaning.Who != "subject" && s.SaysAny(g.At - 1, "are", "is") && CampLike(g.At, 10)) (name, term) = ("shelter", "sheltered");
        if (name is "carry" or "move" or "motion" or "assisted" or "arrive" && Homeward(q, g)) (name, term) = ("back", "returns");
        if (name is "move" && OnceMore(g)) (name, term) = ("onward", "displaced");
        if (name == "motion" && q.Noun != "housing" && Path(g) && DisplacingMove(q, g)) name = "move";
        if (name == "carry" && Carries(q, g, out var outward)) (name, term) = ("move", outward ? "evacuated" : "relocated");
        if (name == "move" && term == "displaced" && g.Meaning.Who == "subject" && OfOwnWill()) name = "other";
        if (name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged"))
        {
            q.Role = RoleName(name);
            return null;
        }

        if (name == "move" && g.Meaning.Name == "move" && term != "forced_to_flee" && s.SaysAny(g.At, "move", "moved", "taken", "brought", "moving", "took", "shifted", "carried") && !Outward(q, g) && !DisplacingMove(q, g))
        {
            q.Role = "other";
            return null;
        }

        // "went on foot", and a crowd that marches of its own will.
        if (name == "onward" && s.Says(g.At + g.Length, "foot")) (name, term) = ("move", "displaced");
        if (name == "forced_back" && s.SaysAny(g.At, "marched", "march", "rallied") && g.At >= q.End && g.Length == 1 && !Passive(g) && !s.Says(g.At + 1, "back") && !AgentAfter(g.At))
        {
            q.Role = "other";
            return null;
        }

        if (q.Noun == "returnee") name = "back";
        if (name == "back" && Driven(g)) (name, term) = ("forced_back", "multiple_or_other");
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
        if (s.SaysAny(g.At - 1, "remain", "remains", "remained") || s.SaysAny(g.At - 2, "remain", "remains", "remained")) return true;
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

    // "the 6.1 million displaced inside the country": all there are, told as a noun.
    private bool IsStockNoun(Quantity q, Governor g) =>
        q.Noun is null && g.At == q.CoreEnd && s.Says(g.At, "displaced") && s.SaysAny(q.First - 1, "the", "these", "those") && (s.SaysAny(g.At + 1, "inside", "within", "across", "nationwide", "countrywide", "living"));

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

    private bool Outward(Quantity q, Governor g) => s.SaysAny(q.End, "out", "away") && s.SaysAny(q.End + 1, "of", "from") || s.SaysAny(g.At + g.Length - 1, "out", "away") || (s.SaysAny(g.At + g.Length, "out", "away") && s.SaysAny(g.At + g.Length + 1, "of", "from"));

    // "7,000 and 2,500 people", "men, 300 women": the role of the number before. A comparison takes its role and nothing else.
    private Draft? Coordinated(Quantity q, Quantity? previous)
    {
        if (DraftOf(previous) is not { } parent)
        {
            if (previous is not null && s.EndingAt(q.First, Tag.Include, out _) is not null) q.Role = previous.Role;
            return null;
        }

        // "62 of them children"
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "these")) return Inherit(q, parent, part: true);
        var i = q.First - 1;
        while (i > previous!.End && (s.Is(i, Tag.Determiner) || s.Is(i, Tag.Further))) i--;
        var include = s.EndingAt(q.First, Tag.Include, out _) is not null || (s.EndingAt(i + 1, Tag.Include, out _) is not null);
        if (include && (q.Noun is null || Noun.IsHuman(q.Noun))) return Inherit(q, parent, part: true);
        if (Shares(q, previous)) return Inherit(q, parent, part: false);
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

}
