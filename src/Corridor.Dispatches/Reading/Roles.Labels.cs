using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Figures told as label and value: "Displaced since 6 August: 1,370", "New arrivals - Taiz: 61; Hodeidah: 37".</summary>
internal sealed partial class Roles
{
    // "Displacement (2,300 people) was reported", "the evacuation of Sanda (about 900)": the noun before the bracket says what is counted.
    private Draft? Bracketed(Quantity q)
    {
        var open = q.First - 1;
        while (s.Is(open, Tag.Approximately) || s.Is(open, Tag.Determiner)) open--;
        if (!s.IsMark(open, '(') || !s.IsMark(q.End, ')') || q.Value is not >= 2 && q.Quantifier != Quantifier.Vague) return null;
        for (var i = open - 1; i >= Math.Max(0, open - 7) && s.IsWord(i) && !s.Is(i, Tag.Be) && !s.Is(i, Tag.Have); i--)
            if (Predicate(i) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed)) return Label(q, i, deed.Meaning.Name, deed.Meaning.Detail);
            else if (s.IsNumber(i) || s.Is(i, Tag.Unit) && !s.Is(i, Tag.PlaceNoun)) return null;
        return null;
    }

    private Draft? Labelled(Quantity q)
    {
        if (Bracketed(q) is { } bracketed) return bracketed;
        var colon = q.First - 1;
        while (s.Is(colon, Tag.Approximately) || s.Is(colon, Tag.Determiner)) colon--;
        // "Mandatory evacuation: Vacaville east of the road, 8,900 people"
        if (s.IsMark(colon, ',') && q.Noun is not null && Noun.IsHuman(q.Noun))
            for (var i = 0; i < Math.Min(4, colon); i++)
                if (s.IsMark(i + 1, ':') && Predicate(i) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed))
                    return Label(q, i, deed.Meaning.Name, deed.Meaning.Detail);
        // "Out of Sumy, 5,000; out of Enerhodar, 1,500"
        if (s.IsMark(colon, ',') && q.Noun is null && (q.End >= s.Count || s.IsMark(q.End)))
            for (var i = colon - 2; i >= Math.Max(0, colon - 6) && !s.IsMark(i, ','); i--)
                if (Predicate(i) is { } past && IsFlow(past) && past.Meaning.Form.HasFlag(VerbForm.Participle) && (i == 0 || s.IsMark(i - 1, ';')))
                    return Label(q, i, past.Meaning.Name, past.Meaning.Detail);
                else if (s.Says(i, "out") && s.Says(i + 1, "of") && (i == 0 || s.IsMark(i - 1) || s.Says(i - 1, "and"))) return Label(q, i, "move", "displaced");
        if (!s.IsMark(colon, ':') && !s.IsMark(colon, '|') || (q.Noun is not null && !Noun.IsHuman(q.Noun))) return null;
        // "of these: 40,266 IDPs registered in camps": what a number says itself goes before what stands over the list.
        var participle = q.Noun is null && Near(q, out _) is { } beside && beside.At <= q.CoreEnd + 1 && IsFlow(beside);
        var own = participle || q.Noun is not null && Near(q, out _) is not null
            || Right(q, q.End) is { } verb && (IsFlow(verb) || verb.Meaning.Name is "motion" or "carry") && verb.At - q.End <= 2 && verb.Meaning.Form != VerbForm.Noun;
        var start = colon;
        while (start > 0 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, ':') && !s.IsMark(start - 1, '.') && !s.IsMark(start - 1, '|')
            && !s.IsMark(start - 1, '•') && colon - start < 16)
            start--;
        // "Out of Topzawa on Saturday: 413 women"
        if (s.Says(start, "out") && s.Says(start + 1, "of")) return Label(q, start, "move", "displaced");
        for (var i = start; i < colon; i++)
        {
            // A label has no finite verb: "the minister said:" is none.
            if (s.Is(i, Tag.Speech) || s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Modal)) return own ? null : ByDay(q, start, colon);
            if (!participle && s.Find(i, Tag.Unit) is { Name: "goods" or "animals" or "cases" or "combatants" or "deaths" or "injured" or "staff" } things)
            {
                q.Role = things.Name is "staff" or "animals" or "cases" ? "other" : things.Name;
                return null;
            }

            if (own) continue;
            // "Evacuees: 403 people in 8 schools": those who are there.
            if (s.Find(i, Tag.Unit) is { } unit && Kind(unit.Name) is { } kind)
                return Label(q, i, kind != "back" && s.SaysAny(q.End, "in", "at")
                    && s.Find(s.IsNumber(q.End + 1) ? q.End + 2 : q.End + 1, Tag.Unit) is { Name: "site" } ? "shelter" : kind, "displaced");
            if (Predicate(i) is not { } found) continue;
            if (IsFlow(found) && OfOwnWill()) return null;
            if (found.Meaning.Name.StartsWith("housing", StringComparison.Ordinal) && q.Noun != "housing") continue;
            if (!(IsFlow(found) || found.Meaning.Name is "shelter"))
            {
                q.Role = RoleName(found.Meaning.Name);
                return null;
            }

            return Label(q, i, found.Meaning.Name, found.Meaning.Detail);
        }

        // "...; Hodeidah: 37": the label before speaks for the list.
        if (own || _drafts.Count == 0 || !_drafts[^1].IsLabel || !(s.IsWord(start) && s[start].Capital)) return null;
        var draft = Inherit(q, _drafts[^1]);
        draft.IsLabel = true;
        return draft;
    }

    // "Families are fleeing: 2,100 on Monday, 1,800 on Tuesday": the clause before the colon speaks for each day.
    private Draft? ByDay(Quantity q, int start, int colon)
    {
        // "a quarter of the people have had to leave home in three weeks: 1.2 million, says the minister"
        var alone = DraftsBefore(q) is null && (q.End >= s.Count || s.IsMark(q.End) || taken[q.End]) && !s.Is(colon - 1, Tag.Speech) && q.Value >= 10;
        if (q.Noun is not null || !alone && !(s.Says(q.End, "on") && s.Is(q.End + 1, Tag.Weekday))) return null;
        for (var i = colon - 1; i >= start; i--)
            if (Predicate(i) is { } found && IsFlow(found) && (!alone || found.Meaning.Form != VerbForm.Noun))
                return new Draft { Quantity = q, Class = found.Meaning.Name, Term = found.Meaning.Detail, PredicateAt = i, RoleScore = 0.75 };
        return null;
    }

    private static string? Kind(string noun) =>
        noun switch { "idp" or "refugee" => "shelter", "arrival" => "arrive", "evacuee" => "move", "returnee" => "back", _ => null };

    private static Draft Label(Quantity q, int at, string name, string term) =>
        new() { Quantity = q, Class = name, Term = term, PredicateAt = at, IsLabel = true, RoleScore = 0.8 };
}
