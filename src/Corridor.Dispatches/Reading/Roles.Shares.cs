using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Percentages and fractions of people told elsewhere.</summary>
internal sealed partial class Roles
{
    /// <summary>A percentage or fraction is a figure only when the whole is known and a displacement word governs the part.</summary>
    private Draft? Share(Quantity q, int n)
    {
        Quantity? whole = null;
        var at = q.CoreEnd;
        // "half of the 60,000", "half the town's 60,000 people"
        if (s.Says(at, "of") || s.SaysAny(at, "the", "its", "their"))
        {
            if (s.Says(at, "of")) at++;
            // "half of the town's 32,000 inhabitants"
            for (var i = at; i < Math.Min(s.Count, at + 6) && (s.IsWord(i) || s[i].Kind == TokenKind.Possessive); i++)
                if (s[i].Kind == TokenKind.Possessive) at = i + 1;
            while (s.Is(at, Tag.Determiner) || s.SaysAny(at, "about", "some", "estimated", "nearly", "over", "almost", "roughly", "around", "more",
                "than"))
                at++;
            whole = quantities.Find(x => x.Core == at && x != q);
        }

        var nested = whole is not null;
        whole ??= n > 0 && s.Says(0, "of") && quantities[0].First <= 2 && Noun.IsHuman(quantities[0].Noun) ? quantities[0] : null;
        // "about half have since gone back", "a third of them": the whole is the figure before.
        // "one in ten Yemenis": of all there are.
        if (whole is null && Noun.IsHuman(s.Find(q.CoreEnd, Tag.Unit)?.Name))
        {
            q.Role = "percent";
            return null;
        }

        if (whole is null && (!s.Says(q.CoreEnd, "of") || (s.Says(0, "of") && s.SaysAny(1, "those", "them", "these"))
            || s.SaysAny(q.CoreEnd + 1, "them", "those", "these", "whom"))
            && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is { Unit: not "housing" } last)
            whole = last.Quantity.Share is not null && _drafts.Count > 0 ? last.Quantity.Whole : last.Quantity;
        // "about half of them" after a population told since the last figure: of that population.
        if (whole is not null && _drafts.Count == 0 && context.People is { } people && whole == context.LastFigure?.Quantity && n == 0) whole = people;
        var referred = whole is null && s.Says(q.CoreEnd, "of") && Referred(q.CoreEnd + 1);
        if (referred && (DraftsBefore(q) ?? Before) is { Unit: not "housing" } spoken) whole = spoken.Quantity;
        // "212 million dollars, of which 9 per cent has come in": of the number just before, whatever it counts.
        if (n > 0 && s.SaysAny(q.First - 1, "which", "whom") && s.Says(q.First - 2, "of")) whole = quantities[n - 1];
        q.Role = "percent";
        // "1,100 (26 per cent) have been uprooted": the number before, told once more.
        if (s.IsMark(q.First - 1, '(') && n > 0 && quantities[n - 1].End == q.First - 1 && quantities[n - 1].Share is null) return null;
        // "82 per cent lower than in November": a change, no share.
        if (s.Has(q.CoreEnd, Cue.More)) return null;
        if (whole?.Value is not { } total || !(Noun.IsHuman(whole.Noun) || whole == context.People
            || whole.Noun is null && (whole.Role == "figure" || Near(whole, out var who) is { } theirs && (who || IsFlow(theirs)))))
            return null;
        Governor? governor;
        if (nested)
        {
            var near = Near(whole, out var viaRelative);
            governor = Right(whole, near is not null && (viaRelative || IsAdjectival(whole, near)) ? near.At + near.Length : whole.End);
            // "four in five of the 8,000 bused out are women": the part is told by who they are, and moved with all of them.
            if (near is not null && IsFlow(near) && (viaRelative || IsAdjectival(whole, near) || whole.Noun is null && near.At == whole.CoreEnd)
                && governor is null or { Meaning.Name: "shelter" or "population" } && AreKind(near.At + near.Length))
                governor = near;
            // "women make up 60 per cent of the 61,000 who have escaped"
            if (governor is null && near is not null && IsFlow(near) && s.Has(q.First - 1, Cue.MakeUp)) governor = near;
            // "more than half of the 138,000 who crossed are still at the border"
            for (var i = near?.At ?? whole.End; governor is null && i < Math.Min(s.Count, (near?.At ?? whole.End) + 14) && !s.IsMark(i, ';'); i++)
                if (s.Is(i, Tag.Be) && s.SaysAny(i + 1, "still", "now", "in", "at")
                    && (s.SaysAny(i + 1, "in", "at") || s.SaysAny(i + 2, "in", "at", "on", "with", "there")))
                    governor = new Governor(new Meaning(Tag.Predicate, "shelter", "sheltered"), i, 1);
            governor ??= Left(q) is { Meaning.Name: "move" or "arrive" } taking ? taking : null;
            q.End = q.CoreEnd;
        }
        else governor = Right(q, q.CoreEnd) ?? (Left(q) is { Meaning.Name: "shelter" or "move" } left ? left : null);
        if (governor is { Meaning.Name: "motion" }
            && (nested && s.SaysAny(whole.NounAt, "residents", "inhabitants", "population", "people") || !OfOwnWill()))
            governor = governor with { Meaning = governor.Meaning with { Name = "move" } };
        if (governor is { Meaning.Name: "move" } && OnceMore(governor)) governor = governor with { Meaning = governor.Meaning with { Name = "onward" } };
        if (governor is { Meaning.Name: "move" } && IsState(q, governor)) governor = governor with { Meaning = governor.Meaning with { Name = "shelter" } };
        // "half of the newly displaced are children", "children make up 40 per cent of those displaced"
        if (referred && governor is null or { Meaning.Name: not ("back" or "onward" or "move" or "arrive") }
            && ((DraftsBefore(q) ?? Before) is { } group && (AreKind(q.CoreEnd) || s.Has(q.First - 1, Cue.MakeUp))))
        {
            (q.Role, q.Value, q.Noun, q.Whole) = (null, Math.Round(total * q.Share!.Value), whole.Noun, whole);
            (q.Min, q.Max) = (q.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null
                : q.Value, q.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : q.Value);
            if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
            var shared = Inherit(q, group, part: true);
            if (!_drafts.Contains(group)) shared.PredicateAt = -1;
            return shared;
        }

        // "80 per cent are from Mosul itself": where all of them came from.
        if (governor is null or { Meaning.Name: "shelter" or "population" or "arrive" } && s.Has(q.CoreEnd, Cue.Originate)
            && s.Says(q.CoreEnd + 1, "from") && DraftOf(whole) is { } origin)
        {
            (q.Role, q.Value, q.Noun, q.Whole) = (null, Math.Round(total * q.Share!.Value), whole.Noun, whole);
            (q.Min, q.Max) = (q.Value, q.Value);
            if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
            return Inherit(q, origin, part: true);
        }

        if (governor is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "those", "these") && DraftOf(whole) is { } all)
        {
            (q.Role, q.Value, q.Noun, q.Whole) = (null, Math.Round(total * q.Share!.Value), whole.Noun, whole);
            (q.Min, q.Max) = (q.Value, q.Value);
            if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
            q.End = q.CoreEnd + 2;
            return Inherit(q, all, part: true);
        }

        if (governor is null || IsNegative(governor) || governor.Meaning.Name is "motion" or "carry") return null;
        q.Role = null;
        var value = Math.Round(total * q.Share!.Value);
        var (low, high) = q is { IsPercent: true, Min: { } least, Max: { } most } ? (least, most) : (0, 0);
        q.Value = value;
        q.Min = q.Quantifier is Quantifier.AtMost or Quantifier.LessThan ? null : value;
        q.Max = q.Quantifier is Quantifier.MoreThan or Quantifier.AtLeast ? null : value;
        // "60 to 70 per cent": both ends of the range, of the whole.
        if (low < high && high <= 100) (q.Min, q.Max) = (Math.Round(total * low / 100), Math.Round(total * high / 100));
        if (q.Quantifier == Quantifier.Exact) q.Quantifier = Quantifier.Approximately;
        q.Whole = whole;
        q.Noun = whole.Noun;
        // A fraction in words takes its whole into the span ("a third of the 45,000 people"), a percentage stands alone, as the cases have it.
        if (nested && !q.IsPercent) q.End = whole.End;
        return new Draft
        {
            Quantity = q, Class = governor.Meaning.Name, Term = governor.Meaning.Detail is { Length: > 0 } term ? governor.Meaning.Name == "arrive"
                ? "displaced" : term : "multiple_or_other", PredicateAt = governor.At,
            Perfect = s.Is(governor.At - 1, Tag.Have) || s.Is(governor.At - 2, Tag.Have), IsPart = !nested || Near(whole, out _) is not null
                || DraftOf(whole) is not null, RoleScore = 0.8,
        };
    }

    // "of the newly displaced", "of the evacuees", "of the people": those told before, without their number.
    private bool Referred(int at)
    {
        if (!s.Is(at, Tag.Determiner)) return false;
        at++;
        while (s.SaysAny(at, "newly", "new", "total", "internally", "remaining")) at++;
        return s.Has(at, Cue.Group) || s.Find(at, Tag.Unit) is { Name: "idp" or "refugee" or "evacuee" or "arrival" or "returnee" };
    }

    // "... are women and children", "were under 18"
    private bool AreKind(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 16) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "are", "were") && (s.Find(i + 1, Tag.Unit) is { Name: "person" } || s.Has(i + 1, Cue.Aged))) return true;
        return false;
    }
}
