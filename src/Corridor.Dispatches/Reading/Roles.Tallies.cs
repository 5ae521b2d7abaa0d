using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Numbers told of a count: "the number of displaced reached", "bringing the total to"; and numbers whose noun alone says that they are displaced.</summary>
internal sealed partial class Roles
{
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
            if (s.Find(i, Tag.Unit) is { Name: "idp" or "arrival" or "refugee" or "evacuee" or "returnee" } unit && role is null) role = new Governor(new Meaning(Tag.Predicate, unit.Name == "returnee" ? "back" : "move", "displaced"), i, 1);
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
            // The noun phrase "displaced people in X" is a stock; "the number of displaced" alone is told as a flow.
            if (role.Meaning.Name == "move" && s.Find(role.At, Tag.Unit) is { Name: "idp" or "refugee" } && InPlace(role.At, q.First)) role = role with { Meaning = role.Meaning with { Name = "shelter" } };
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

    // "the number of displaced people in Rivertown at 1,900": those who are there.
    private bool InPlace(int from, int to)
    {
        for (var i = from; i < to - 1; i++)
            if (s.SaysAny(i, "in", "inside", "within", "at") && s.IsWord(i + 1) && s[i + 1].Capital) return true;
        return false;
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
}
