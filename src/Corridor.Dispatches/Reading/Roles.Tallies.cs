using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Numbers told of a count: "the number of displaced reached", "bringing the total to"; and numbers whose noun alone says that they are
/// displaced.</summary>
internal sealed partial class Roles
{
    /// <summary>"put the number of displaced at 60,000", "bringing the total to 31,788", "the true figure was closer to 114,000", "an IOM count of
    /// 5,970", "it had been 1,100".</summary>
    private Draft? Tally(Quantity q)
    {
        var retracted = s.Says(q.First - 1, "from");
        var linked = retracted || s.Has(q.First - 1, Cue.Linking) || s.SaysAny(q.First - 1, "\"", ":")
            || s.EndingAt(q.First, Tag.Approximately, out _) is not null;
        // "has verified only 541,000": a second count of what was spoken of.
        var counting = s.Is(q.First - 1, Tag.Counting) || (s.SaysAny(q.First - 1, "only", "just") && s.Is(q.First - 2, Tag.Counting));
        linked |= s.Is(q.First, Tag.Do) || s.Has(q.First, Cue.Passing);
        // "...; the state's own agency says 2 million"
        var says = s.Is(q.First - 1, Tag.Speech) && q.Noun is null && _drafts.Count > 0 && _drafts[^1].IsTally && (q.End >= s.Count || s.IsMark(q.End));
        linked |= says;
        linked |= counting && (q.Noun is null || q.Pair is not null);
        if (!linked) return null;
        var floor = Math.Max(0, q.First - 24);
        var seen = -1;
        Governor? role = null;
        for (var i = q.First - 1; i >= floor; i--)
        {
            if (s.IsMark(i, ';')) break;
            // "the number displaced by the attack, in which 86 died, exceeds 21,000": what an insertion tells is not counted.
            if (s.IsMark(i, ',') && Relative(i) is var open and > 0)
            {
                i = open;
                continue;
            }

            // "IOM gives": who counts gives nothing to those counted.
            if (counting && i == q.First - 1) continue;
            // "put the exodus from Sinja at 60,000": the noun itself is counted.
            if (Predicate(i) is { Meaning.Form: VerbForm.Noun } noun && !OfSites(noun) && s.Says(q.First - 1, "at")
                && (s.Has(i - 1, Cue.Putting) || s.Has(i - 2, Cue.Putting)))
            {
                (seen, role) = (i, noun);
                break;
            }

            // "internally | displaced persons": the noun begins before.
            if (s.Says(i, "displaced") && s.Find(i - 1, Tag.Unit) is { Name: "idp" }) continue;
            // "those who live in displacement reached 3 million": those who are there.
            if (role is null && s.Says(i, "displacement")
                && (s.Says(i - 1, "in") || s.Says(i - 2, "in") && s.SaysAny(i - 1, "internal", "protracted", "forced")))
                role = new Governor(new Meaning(Tag.Predicate, "shelter", "displaced"), i, 1);
            if (Predicate(i) is { } p && !OfSites(p) && role is null
                && (p.Meaning.Form != VerbForm.Past || p.Meaning.Form.HasFlag(VerbForm.Participle)) && !(s.SaysAny(i, "reached", "hit", "put")))
                role = p;
            if (s.Find(i, Tag.Unit) is { Name: "idp" or "arrival" or "refugee" or "evacuee" or "returnee" } unit && role is null)
                role = new Governor(new Meaning(Tag.Predicate, unit.Name == "returnee" ? "back" : "move", "displaced"), i, 1);
            if (s.Find(i, Tag.Unit) is { Name: "deaths" or "injured" or "combatants" or "cases" or "goods" } negative && role is null)
                role = new Governor(new Meaning(Tag.Predicate, negative.Name), i, 1);
            // "puts the dead at 120 and the displaced at 9,400"
            if (s.Says(q.First - 1, "at") && i == q.First - 2 && s.Is(i - 1, Tag.Determiner)
                && (s.Has(i, Cue.Harm) || s.Find(i, Tag.Unit) is { Name: "idp" or "evacuee" or "refugee" or "deaths" or "injured" }) && Put(i))
            {
                seen = i;
                role ??= Predicate(i) ?? (s.Find(i, Tag.Unit) is { Name: "deaths" or "injured" } harmed
                    ? new Governor(new Meaning(Tag.Predicate, harmed.Name), i, 1)
                    : new Governor(new Meaning(Tag.Predicate, "move", "displaced"), i, 1));
                break;
            }

            // "Arrivals at the camp rose to 12,000 from 4,000": the deeds are the count.
            if (role is not null && role.At == i
                && (s.Find(i, Tag.Unit)?.Name is "arrival" or "returnee" or "evacuee"
                || role.Meaning.Form == VerbForm.Noun && (s.EndsWith(i, "s") || s.Has(i, Cue.Movement)))
                && (s.SaysAny(q.First - 1, "to", "from", "at", "by") || s.Has(q.First - 1, Cue.Totalling)) && Changes(i + 1, q.First))
            {
                seen = i;
                break;
            }

            // "the camp's population has grown by 6,000 to 31,000", "shelter populations fell to 10,400"
            if (s.SaysAny(i, "population", "populations") && (IsCamp(i - 1) || s.SaysAny(i - 1, "shelter", "camp") || i > 1 && s[i - 1].Kind == TokenKind.Possessive && IsCamp(i - 2)))
            {
                (seen, role) = (i, new Governor(new Meaning(Tag.Predicate, "shelter", "in_relief_camp"), i, 1));
                break;
            }

            // "the IDP population stands at 878,000"
            if (s.Says(i, "population") && s.Find(i - 1, Tag.Unit) is { Name: "idp" or "refugee" } || s.Says(i, "population") && s.Says(i - 1, "displaced"))
            {
                (seen, role) = (i, new Governor(new Meaning(Tag.Predicate, "shelter", "displaced"), i - 1, 1));
                break;
            }

            // "a fourfold increase of displaced people in the area to 355,000"
            if (role is not null && s.SaysAny(i, "increase", "rise", "growth", "jump", "surge", "fall", "drop", "decrease", "decline", "reduction") && s.SaysAny(i + 1, "of", "in")
                && s.SaysAny(q.First - 1, "to", "from"))
            {
                seen = i;
                if (s.Find(role.At, Tag.Unit) is { Name: "idp" or "refugee" }) role = role.As("shelter");
                break;
            }

            if (s.Is(i, Tag.CountNoun) || (s.Is(i, Tag.DataNoun) && s.Says(q.First - 1, "of")))
            {
                seen = i;
                if (s.SaysAny(i, "rate", "pace"))
                {
                    if (quantities.Exists(x => x.First > i && x.First < q.First)) break;
                    q.Per ??= (DraftsBefore(q) ?? Before)?.Quantity.Per ?? "day";
                    continue;
                }

                if (i == q.First - 1 && s.SaysAny(i, "number", "numbers", "total", "totals")) continue;
                if (s.Says(i, "toll")) role = new Governor(new Meaning(Tag.Predicate, "deaths"), i, 1);
                if (role is null && i > 0 && Predicate(i - 1) is { } before) role = before;
                // "the total number of civilians in the protection sites": those who are there.
                if (role is null && Camp(i, q.First)) role = new Governor(new Meaning(Tag.Predicate, "shelter", "in_relief_camp"), i, 1);
                break;
            }
        }

        // "put those who had got away at 3,300": between the verb and its number stands who is counted.
        for (var put = q.First - 2; seen < 0 && s.Says(q.First - 1, "at") && put >= Math.Max(0, q.First - 14) && !s.IsMark(put, ';'); put--)
            if (s.SaysAny(put, "put", "puts", "putting"))
                for (var i = put + 1; i < q.First - 1 && seen < 0; i++)
                    if (Predicate(i) is { } done && (IsFlow(done) || IsNegative(done) || done.Meaning.Name == "shelter")) (seen, role) = (i, done);
        if (seen < 0 && role is not null && Numbered(q.First - 1)) seen = q.First - 1;
        if (seen < 0 && Cataphora(q) is { } ahead) (seen, role) = (q.End, ahead);
        var pronoun = says || s.Says(q.First - 1, "at") && s.SaysAny(q.First - 2, "them", "it", "this", "that") && s.Has(q.First - 3, Cue.Putting)
            || (counting && (q.Noun is null || q.Pair is not null) && (_drafts.Count > 0 || SamePeople(q)))
            || s.SaysAny(q.First - 1, "been", "was", "is") && (s.Says(q.First - 2, "it") || s.Says(q.First - 3, "it"))
            || s.SaysAny(q.First - 1, "makes", "made") && s.SaysAny(q.First - 2, "that", "this", "which");
        if (seen < 0 && !pronoun)
        {
            if (!retracted && !(s.Says(q.First - 1, "to") && _drafts.Count > 0
                && (_drafts[^1].IsRetracted || _drafts[^1].IsTally && s.Says(_drafts[^1].Quantity.First - 1, "from"))))
                return null;
        }

        var parent = _drafts.Count > 0 ? _drafts[^1] : context.LastFigure;
        if (role is not null)
        {
            // The noun phrase "displaced people in X" is a stock; "the number of displaced" alone is told as a flow.
            if (role.Meaning.Name == "move" && (s.Find(role.At, Tag.Unit) ?? s.Find(role.At - 1, Tag.Unit)) is { Name: "idp" or "refugee" }
                && (InPlace(role.At, q.First) || AllThere(role.At, q)))
                role = role with { Meaning = role.Meaning with { Name = "shelter" } };
            // "the number of those taken away from the border"
            if (role.Meaning.Name is "carry" or "motion") role = role with { Meaning = role.Meaning with { Name = "move" } };
            if (role.Meaning.Name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back"))
            {
                q.Role = RoleName(role.Meaning.Name);
                return null;
            }

            if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
            return new Draft { Quantity = q, Class = role.Meaning.Name, Term = role.Meaning.Detail is { Length: > 0 } term ? term
                : "displaced", PredicateAt = role.At, IsTally = true, Parent = parent, IsRetracted = retracted
                && Revised(q), IsComparison = retracted && !Revised(q)
                && (Onward(q.End) || (_drafts.Count > 0 && _drafts[^1].IsTally && !IsDeed(role.At))), RoleScore = 0.85 };
        }

        if (parent is null || parent.Class is "housing_destroyed" or "housing_damaged") return null;
        // "900 cross each day; in spring it was a hundred": at the same rate.
        if (pronoun && !says) q.Per ??= parent.Quantity.Per;
        if (pronoun || _drafts.Count > 0 || seen >= 0)
            return new Draft { Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = -1, IsTally = !pronoun, Parent = parent,
                IsRetracted = retracted && Revised(q), RoleScore = 0.75 };
        return null;
    }

    // The comma that opens a relative clause which ends at this one, or 0.
    private int Relative(int close)
    {
        for (var i = close - 2; i > Math.Max(0, close - 16); i--)
            if (s.IsMark(i, ',')) return s.SaysAny(i + 1, "which", "who", "where", "whose") || s.SaysAny(i + 2, "which", "whom") ? i : 0;
        return 0;
    }

    // "from 2,200 on Monday | to 5,600"
    private bool Onward(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 8) && !s.IsMark(i); i++)
            if (s.Says(i, "to") && quantities.Exists(x => x.First > i && x.First <= i + 3)) return true;
        return false;
    }

    // Arrivals and departures of a day are not an older state of those of the next.
    private bool IsDeed(int i) => s.Find(i, Tag.Unit)?.Name is "arrival" || s.SaysAny(i, "arrivals", "departures", "evacuations", "crossings");

    private bool Put(int before)
    {
        for (var i = before; i >= Math.Max(0, before - 12); i--)
            if (s.Has(i, Cue.Putting)) return true;
        return false;
    }

    private bool Changes(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Has(i, Cue.Changing)) return true;
        return false;
    }

    // "IOM gives 12,276 families (73,656 people) for the same period": another count of those told of before.
    private bool SamePeople(Quantity q) =>
        context.LastFigure is not null && s.SaysAny(q.End, "for", "over", "in", "during") && s.Says(q.End + 1, "the") && s.Says(q.End + 2, "same");

    // "no new displacement", "no evacuations": none of it.
    private Draft? Nothing(Quantity q)
    {
        var i = q.CoreEnd;
        while (s.Has(i, Cue.Newly)) i++;
        if (Predicate(i) is not { Meaning.Form: var form } found || !form.HasFlag(VerbForm.Noun) || !IsFlow(found)) return null;
        q.End = i + 1;
        return new Draft { Quantity = q, Class = found.Meaning.Name, Term = found.Meaning.Detail, PredicateAt = i };
    }

    // "counted 2,930 departures", "1,200 new displacements": the deed itself is counted, one for each person.
    private Draft? Deeds(Quantity q)
    {
        var i = q.CoreEnd;
        // "14,000 facilitated returns"
        for (var steps = 0; steps < 3 && s.IsWord(i) && !s.IsSmall(i)
            && (s.Has(i, Cue.Newly) || Predicate(i) is not { Meaning.Form: VerbForm.Noun } && (s.EndsWith(i, "ed") || s[i].Word is null)); steps++)
            i++;
        if (Predicate(i) is not { Meaning.Form: VerbForm.Noun } found || !s.EndsWith(i + found.Length - 1, "s") || !IsFlow(found)
            || s.Is(i + found.Length, Tag.Unit))
            return null;
        if (s.Says(i, "departures") && !LeftBehind(i + 1)) return null;
        q.Noun = "person";
        (q.NounAt, q.End) = (i, i + found.Length);
        return new Draft { Quantity = q, Class = found.Meaning.Name, Term = found.Meaning.Detail, PredicateAt = i, RoleScore = 0.8 };
    }

    // Trains depart as well: departures count from a place that is named, in a text that has displacement or from someone who counts.
    private bool LeftBehind(int from)
    {
        // "nobody has left since the shelling began, he said, contradicting a report of 400 departures"
        var (left, cause) = (_drafts.Exists(d => d.Class == "move"), context.Conflict || context.Disaster);
        for (var i = 0; i < s.Count; i++)
        {
            left |= s.Find(i, Tag.Predicate) is { Name: "move", Who: "subject" } verb && verb.Form != VerbForm.Noun && !taken[i];
            cause |= s.Is(i, Tag.Cause);
        }

        if (left && cause) return true;
        // "900 arrivals and 200 departures": movements of whatever kind.
        if (quantities.Exists(x => x.Noun == "arrival")) return false;
        var counted = _drafts.Count > 0 || context.LastFigure is not null;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Cue.Travel)) return false;
            counted |= s.Is(i, Tag.Counting);
        }

        return counted;
    }

    // "the number of internally displaced persons stands at 83,000": how many there are, unless they are new or somebody only puts it so.
    private bool AllThere(int noun, Quantity q)
    {
        if (!s.SaysAny(noun - 1, "internally") && !s.SaysAny(noun, "idps", "internally")
            || s.Says(q.First - 1, "at") && !s.SaysAny(q.First - 2, "stands", "stood", "stand", "remains"))
            return false;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "since", "new", "newly")) return false;
        return true;
    }

    // "the number of displaced people in Rivertown at 1,900": those who are there.
    private bool InPlace(int from, int to)
    {
        for (var i = from; i < to - 1; i++)
            if (s.SaysAny(i, "worldwide", "globally", "nationwide", "countrywide")
                || (s.SaysAny(i, "in", "inside", "within", "at") && s.IsWord(i + 1) && s[i + 1].Capital))
                return true;
        return false;
    }

    // "bringing to 680,000 the number of people who have crossed": what is counted is told after the number.
    private Governor? Cataphora(Quantity q)
    {
        var i = q.End;
        while (s.Is(i, Tag.Determiner) || s.SaysAny(i, "total", "overall", "estimated", "as")) i++;
        if (!s.Has(q.First - 1, Cue.Naming) || !s.Is(i, Tag.CountNoun) && !s.Is(i - 1, Tag.CountNoun)) return null;
        for (var k = i; k < Math.Min(s.Count, i + 12) && !s.IsMark(k, ';'); k++)
            if (Predicate(k) is { } found && (IsFlow(found) || IsNegative(found) || found.Meaning.Name == "shelter")) return found;
        return null;
    }

    // "of whom 99,000 are still in Moldova": where those told of before are now.
    private Draft? Staying(Quantity q, Quantity? previous)
    {
        if (q.Noun is not null || (DraftOf(previous) ?? DraftsBefore(q) ?? context.LastFigure) is not { } those
            || those.Class is "housing_destroyed" or "housing_damaged")
            return null;
        var i = q.End;
        if (s.Says(i, "of") && s.SaysAny(i + 1, "them", "whom", "which", "these", "those")) i += 2;
        // "some 900 of these are from Herat": where a part of them came from.
        if (s.Has(i, Cue.Originate) && s.Says(i + 1, "from") && (i > q.End || DraftsBefore(q) is not null)) return Inherit(q, those, part: true);
        if (!s.SaysAny(i, "are", "is", "were", "remain", "remains", "remained", "stay", "stayed")) return null;
        var at = i++;
        while (s.Is(i, Tag.Adverb) || s.SaysAny(i, "left")) i++;
        var part = s.EndingAt(q.First, Tag.Include, out _) is not null || s.SaysAny(at - 1, "them", "whom", "these", "those");
        var there = s.SaysAny(i, "there", "here");
        if (!there && (!s.SaysAny(i, "in", "at", "inside", "with", "within", "on") || !s.IsWord(i + 1)) || s.Is(i, Tag.Predicate)
            || s.Is(at, Tag.Predicate) && !(part && s.Find(at, Tag.Predicate) is { Name: "population" or "shelter" or "trapped" }))
            return null;
        if (!there && !s[i + 1].Capital && !s.Is(i + 1, Tag.Determiner) && !s.Is(i + 1, Tag.PlaceNoun)) return null;
        return new Draft { Quantity = q, Class = "shelter", Term = "sheltered", PredicateAt = at, Parent = those,
            IsPart = s.EndingAt(q.First, Tag.Include, out _) is not null || s.Says(q.End, "of")
            || s.SaysAny(at - 1, "them", "whom", "these", "those"), RoleScore = 0.8 };
    }

    // "displacement sites": an adjective of the place.
    private bool OfSites(Governor g) =>
        g.Meaning.Form == VerbForm.Noun && (s.Is(g.At + g.Length, Tag.PlaceNoun) || s.Find(g.At + g.Length, Tag.Unit) is { Name: "site" });

    // "cut its estimate from A to B": A no longer stands.
    private bool Revised(Quantity q)
    {
        for (var i = Math.Max(0, q.First - 14); i < q.First; i++)
            if (s.Is(i, Tag.Retract)) return true;
        return false;
    }

    private bool NewlyDisplaced(Quantity q)
    {
        for (var i = q.NounAt; i < q.End; i++)
            if (s.Says(i, "displaced")) return true;
        return false;
    }

    // "1,500 evacuees | are now in the stadium": where they are.
    private bool AreAt(int be)
    {
        if (!s.Is(be, Tag.Be)) return false;
        var i = be + 1;
        while (s.Is(i, Tag.Adverb)) i++;
        return s.SaysAny(i, "in", "at", "inside", "with", "on", "there") && s.IsWord(i + 1) && !taken[i + 1];
    }

    // No verb governs it, but the noun says what they are: "5,000 IDPs in 12 camps".
    private Draft? Displaced(Quantity q)
    {
        var before = q.First - 1;
        while (before > 0 && (s.Is(before, Tag.Determiner) || s.Is(before, Tag.Further) || s.Is(before, Tag.Approximately))) before--;
        if (!(s.Says(before, "with") && s.IsMark(before - 1, ','))
            && !(s.Says(before, "for") && s.SaysAny(before - 1, "account", "accounts", "accounted", "accounting")) && s.Has(before, Cue.For)
            && before > 0 && !(s.Says(before, "to") && Changes(Math.Max(0, before - 3), before)))
        {
            q.Role = "other";
            return null;
        }

        // "up by 400 displaced people", "a rise of 900 IDPs": so many more since the last count.
        if (s.SaysAny(before, "by", "of") && s.Has(before - 1, Cue.Growth))
            return new Draft { Quantity = q, Class = "move", Term = "displaced", PredicateAt = q.NounAt, RoleScore = 0.7 };

        // "food to 22,000 people and 8,000 returnees": those who get something, once more.
        if (s.Says(before, "and") && quantities.FindLast(x => x.First < q.First) is { Role: "other" or "in_need" or "assisted", Noun: { } beside }
            && Noun.IsHuman(beside))
        {
            q.Role = "other";
            return null;
        }

        if (q.Adjective is { Name: "move" } && !q.NewlyMarked && !s.SaysAny(q.CoreEnd, "displaced", "uprooted", "internally")
            && !q.Adjective.Form.HasFlag(VerbForm.Ing))
            q.NewlyMarked = true;
        var (name, term) = q.Noun switch
        {
            // "the hall had 978 evacuees asleep": those who are there.
            "evacuee" => s.SaysAny(q.End, "asleep", "sleeping", "inside", "there") || AreAt(q.End) ? ("shelter", "sheltered") : ("move", "evacuated"),
            // "52,000 newly displaced in Masisi": driven out there, not come there.
            "arrival" => (NewlyDisplaced(q) ? "move" : "arrive", "displaced"),
            "returnee" => ("back", "returns"),
            _ => q.NewlyMarked || q.Further && !s.SaysAny(q.CoreEnd, "other")
                || q.Adjective?.Form.HasFlag(VerbForm.Ing) == true ? ("move", "displaced") : ("shelter", "displaced"),
        };
        return new Draft { Quantity = q, Class = name, Term = term, PredicateAt = q.NounAt, RoleScore = 0.7 };
    }
}
