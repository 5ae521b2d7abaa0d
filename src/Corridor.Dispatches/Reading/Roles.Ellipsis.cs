using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Numbers that leave out both noun and verb because the sentence has just said them: "militias say 3,000", "it had earlier given 11,300",
/// "four had gone by last night", "1,350 against 1,300".
/// </summary>
internal sealed partial class Roles
{
    private Draft? Elliptic(Quantity q)
    {
        if (q.Noun is not null || q.IsZero || q.IsMoney || q.MayBeYear || (DraftsBefore(q) ?? Before) is not { } told || told.Class is "housing_destroyed" or "housing_damaged") return null;
        // "3,845 dead; the Red Crescent had earlier spoken of 11,300": ellipsis takes up the nearest number, whatever it counts.
        if (DraftsBefore(q) is null && quantities.FindLast(x => x.First < q.First && x.Role is not null and not "date" and not "count_of_sites") is { Role: { } kept } && kept is "deaths" or "injured" or "combatants" or "missing" or "affected" or "in_need" or "goods" or "other") return null;
        // Nothing may stand behind it that could be its noun.
        var closed = q.End >= s.Count || s.IsMark(q.End) || s[q.End].Kind == TokenKind.Quote || s.Is(q.End, Tag.Preposition) || s.Is(q.End, Tag.Conjunction) || s.Is(q.End, Tag.Adverb) || taken[q.End] || s.SaysAny(q.End, "a", "last", "this", "earlier", "previously");
        if (closed && !(s.Is(q.End, Tag.Preposition) && s.Says(q.End, "of")) && s.SaysAny(q.First - 1, "said", "say", "says", "reported", "reports", "report", "claimed", "claim", "claims", "gave", "given", "gives", "give", "giving", "counted", "counts", "count", "recorded", "estimated", "estimate", "estimates", "listed", "logged", "cited", "quoted", "had", "against", "versus", "than"))
        {
            if (s.SaysAny(q.First - 1, "had") && !Prior(q)) return null;
            var draft = Inherit(q, told, part: false);
            draft.IsTally = true;
            if (!_drafts.Contains(told)) draft.PredicateAt = -1;
            draft.RoleScore = 0.7;
            draft.IsRetracted = Prior(q) && !s.SaysAny(q.First - 1, "against", "versus", "than");
            draft.IsComparison = s.SaysAny(q.First - 1, "against", "versus", "than");
            return draft;
        }

        // "double the 4,100 of the day before", "more than twice the 900 of Monday"
        var lead = q.First;
        while (s.Is(lead - 1, Tag.Determiner) || s.SaysAny(lead - 1, "some")) lead--;
        if (lead < q.First && s.SaysAny(lead - 1, "double", "twice", "triple", "quadruple", "half", "treble", "against", "than") && _drafts.Contains(told))
        {
            var compared = Inherit(q, told, part: false);
            compared.IsComparison = true;
            return compared;
        }

        // "220 came on Thursday; the day before there were 410"
        if (closed && s.Is(q.First - 1, Tag.Be) && s.Says(q.First - 2, "there") && _drafts.Contains(told) && told.Class is "move" or "arrive") return Inherit(q, told, part: false);
        // "The Kurdish administration's is 275,000", "its own figure is 900"
        if (closed && s.Is(q.First - 1, Tag.Be) && q.First >= 2 && s[q.First - 2].Kind == TokenKind.Possessive)
        {
            var other = Inherit(q, told, part: false);
            (other.IsTally, other.PredicateAt) = (true, -1);
            return other;
        }

        // "The ministry counts 55,000 displaced in Anbar, the UN 110,000": another who counts, and no verb.
        if (closed && _drafts.Contains(told) && s.IsWord(q.First - 1))
        {
            var body = q.First - 1;
            while (body > told.Quantity.End && s.IsWord(body) && (s.Is(body, Tag.Source) || s.Is(body, Tag.Body) || s.Is(body, Tag.Determiner) || s[body].Capital)) body--;
            if (s.IsMark(body, ',') && body < q.First - 1 && Enumerable.Range(body + 1, q.First - 1 - body).Any(i => s.Is(i, Tag.Source) || s.Is(i, Tag.Body)))
            {
                var counted = Inherit(q, told, part: false);
                (counted.IsTally, counted.PredicateAt) = (true, -1);
                return counted;
            }
        }

        // "Poland has taken in 281,000, Hungary 84,586 and Moldova 36,398": a place for each number.
        if (closed && _drafts.Contains(told) && told.Class is "arrive" or "shelter" && s.IsWord(q.First - 1) && s[q.First - 1].Capital && (s.IsMark(q.First - 2, ',') || s.Says(q.First - 2, "and")) && !s.Is(q.First - 1, Tag.Month) && !s.Is(q.First - 1, Tag.Weekday) && s.IsWord(told.PredicateAt - 2) && Enumerable.Range(Math.Max(0, told.PredicateAt - 3), Math.Min(3, Math.Max(0, told.PredicateAt))).Any(i => s[i].Capital))
            return Inherit(q, told, part: false);

        // ", close to the 6,940 that IOM has on its lists": another count of the same people.
        if (_drafts.Contains(told) && s.SaysAny(q.First, "close", "near", "similar", "nearer") && s.IsMark(q.First - 1, ',') && s.SaysAny(q.End, "that", "which", "counted", "given", "reported", "of", "recorded"))
        {
            var beside = Inherit(q, told, part: false);
            (beside.IsTally, beside.PredicateAt) = (true, -1);
            return beside;
        }

        // "Where it had spoken of 52,000, the ministry now speaks of 41,000"
        if (closed && s.Says(q.First - 1, "of") && s.SaysAny(q.First - 2, "speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked"))
        {
            var newer = Inherit(q, told, part: false);
            newer.IsTally = true;
            if (!_drafts.Contains(told)) newer.PredicateAt = -1;
            if (s.Says(q.First - 3, "now")) told.IsRetracted = true;
            return newer;
        }

        // "On Tuesday it had 190,000 in its shelters, on Friday, after the guns fell silent, 22,000": a day and a number, and nothing else.
        var gap = q.First - 1;
        while (s.SaysAny(gap, "only", "just", "some", "another", "about") || s.Is(gap, Tag.Weekday) && taken[gap] || s.Says(gap, "on") && s.Is(gap + 1, Tag.Weekday)) gap--;
        if ((s.IsMark(q.First - 1, ',') || gap < q.First - 1 && s.IsMark(gap, ',')) && (q.End >= s.Count || s.IsMark(q.End)) && _drafts.Contains(told) && DayBetween(told.Quantity.End, q.First))
            return Inherit(q, told, part: false);

        // "Four had gone by last night", "only 300 have done so", "another 200 did the same"
        var i = q.End;
        var perfect = false;
        while (s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb) || s.EndsWith(i, "ly")) perfect |= s.Is(i++, Tag.Have);
        if (told.Class is not ("move" or "arrive") || !(perfect && s.SaysAny(i, "gone", "complied", "obeyed", "followed", "done") || s.SaysAny(i, "complied", "obeyed", "followed", "did"))) return null;
        var done = Inherit(q, told, part: told.Realis == Realis.Asserted && !q.Further && q.Value < (told.Quantity.Value ?? told.Quantity.Max));
        (done.PredicateAt, done.Perfect, done.RoleScore) = (i, perfect, 0.7);
        return done;
    }

    // "three corridors worked on Friday and 6,665 people used them"
    private Draft? UsedWayOut(Quantity q)
    {
        if (!s.SaysAny(q.End, "used", "use", "using", "took") && !(s.Is(q.End, Tag.Have) && s.Says(q.End + 1, "used"))) return null;
        var verb = s.Is(q.End, Tag.Have) ? q.End + 1 : q.End;
        if (!s.SaysAny(verb + 1, "it", "them", "these", "the", "this", "that")) return null;
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "corridor", "corridors", "evacuation", "ceasefire", "exit", "exits") || s.SaysAny(i, "way", "ways") && s.Says(i + 1, "out")) return new Draft { Quantity = q, Class = "move", Term = "evacuated", PredicateAt = verb, RoleScore = 0.65 };
        return context.LastAccess is { Feature: Feature.Corridor } && s.SaysAny(verb + 1, "it", "them") ? new Draft { Quantity = q, Class = "move", Term = "evacuated", PredicateAt = verb, RoleScore = 0.6 } : null;
    }

    private bool DayBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (taken[i] && s.Is(i, Tag.Weekday)) return true;
        return false;
    }

    // "had earlier given", "previously put it at": an older state of the same count.
    private bool Prior(Quantity q)
    {
        for (var i = q.First - 1; i >= Math.Max(0, q.First - 6) && !s.IsMark(i, ';'); i--)
            if (s.SaysAny(i, "earlier", "previously", "initially", "originally", "first")) return true;
        return false;
    }

    // "At about 2,000 a day, the outflow from the east is twice what it was": the deed is the subject after the number.
    private Draft? AtRate(Quantity q)
    {
        if (q.Noun is not null || !s.Says(q.First - 1, "at") && !s.Says(q.First - 2, "at")) return null;
        var i = s.IsMark(q.End, ',') ? q.End + 1 : q.End;
        if (i == q.End) return null;
        for (var k = i; k < Math.Min(s.Count, i + 6) && !s.IsMark(k); k++)
            if (Predicate(k) is { Meaning.Form: var form } found && form.HasFlag(VerbForm.Noun) && IsFlow(found)) return new Draft { Quantity = q, Class = found.Meaning.Name, Term = found.Meaning.Detail, PredicateAt = k, RoleScore = 0.75 };
        return null;
    }
}
