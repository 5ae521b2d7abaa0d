using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// Numbers that leave out both noun and verb because the sentence has just said them: "militias say 3,000", "it had earlier given 11,300",
/// "four had gone by last night", "1,350 against 1,300".
/// </summary>
internal sealed partial class Roles
{
    /// <summary>A number without noun and verb, and the figure that it may take both from.</summary>
    /// <param name="Q">The number.</param>
    /// <param name="Told">The nearest figure, of this sentence or just before.</param>
    /// <param name="Here">It is of this sentence.</param>
    /// <param name="Closed">Nothing stands behind the number that could be its noun.</param>
    /// <param name="Lead">First token of the number with its article.</param>
    private sealed record Gap(Quantity Q, Draft Told, bool Here, bool Closed, int Lead);

    /// <summary>Ways to leave out what was just said; the first that holds decides.</summary>
    private static readonly Func<Roles, Gap, Draft?>[] Ellipses =
    [
        // "then corrected this to 7,890"
        static (r, g) => g.Here && (r.Corrects(g.Q) || r.InPlaceOf(g.Q)) ? OtherCount(g, -1) : null,
        // "militias say 3,000", "it had earlier given 11,300", "1,350 against 1,300": another count of the same.
        static (r, g) => r.Quoted(g),
        // "21,300 fled, not 31,200 as it first announced": no longer held.
        static (r, g) => g.Here && r.S.Says(g.Lead - 1, "not") && r.S.IsMark(g.Lead - 2, ',') ? r.NotAsFirst(g) : null,
        // "double the 4,100 of the day before": what the number before is set against.
        static (r, g) =>
            g.Lead < g.Q.First && g.Here && (r.S.Has(g.Lead - 1, Cue.Comparing) || r.S.Says(g.Lead - 1, "of") && r.S.Says(g.Lead - 2, "instead"))
                ? r.Comparison(g) : null,
        // "220 came on Thursday; the day before there were 410"
        static (r, g) =>
            g.Closed && r.S.Is(g.Q.First - 1, Tag.Be)
                && (r.S.Says(g.Q.First - 2, "there") || r.S.Is(g.Q.First - 2, Tag.Have) && r.S.Says(g.Q.First - 3, "there")) && g.Here
                && g.Told.Class is VerbClass.Move or VerbClass.Arrive
            ? Inherit(g.Q, g.Told) : null,
        // "The administration's is 275,000"
        static (r, g) =>
            g.Closed && r.S.Is(g.Q.First - 1, Tag.Be) && g.Q.First >= 2 && (r.S[g.Q.First - 2].Kind == TokenKind.Possessive || r.S.Says(g.Q.First - 2, "own"))
            ? OtherCount(g, -1) : null,
        // "against the mayor's 310", "the ministry's figure is 640, the mayor's 310"
        static (r, g) => g.Closed && g.Here && r.AgainstWhose(g) is var owner and > 0 ? OtherCount(g, owner) : null,
        // "60,000 by the government's count; that of the mission, 114,000", "114,000 according to the mission"
        static (r, g) => g.Here && g.Closed && r.S.IsMark(g.Q.First - 1, ',') && r.ThatOf(g.Q.First - 2) is var that and > 0 ? OtherCount(g, that) : null,
        static (r, g) => g.Here && r.S.Is(g.Q.End, Tag.According) ? OtherCount(g, g.Q.End) : null,
        // "6,000 are displaced, the group said; IOM has 5,970"
        static (r, g) =>
            g.Here && g.Closed && r.S.Is(g.Lead - 1, Tag.Have) && r.S.Is(g.Lead - 2, Tag.Source | Tag.Body)
                ? OtherCount(g, r.ClauseStart(g.Lead - 2)) : null,
        // ", close to the 6,940 that IOM has on its lists"
        static (r, g) => r.IsLike(g) ? OtherCount(g, r.OwnerOf(g.Lead) is var owner and > 0 ? owner : g.Q.End) : null,
        // "the UN says; the Red Crescent reckons with 200,000"
        static (r, g) => g.Closed && r.IsKnown(g.Q) ? OtherCount(g, r.ClauseStart(g.Q.First - 2)) : null,
        // "Where it had spoken of 52,000, the ministry now speaks of 41,000"
        static (r, g) => g.Closed && r.WordBefore(g.Q) is var of && r.S.Says(of, "of") && r.SpeakingAt(of - 1) is var at and >= 0 ? r.Spoken(g, at) : null,
        // "on Wednesday 1,650": another day, place or counter of the same deed.
        static (r, g) => r.Gapped(g.Q, g.Told),
        // "Four had gone by last night", "only 300 have done so"
        static (r, g) => r.Done(g),
    ];

    private Draft? Elliptic(Quantity q)
    {
        if (q.Noun is not null || q.IsZero || q.IsMoney || q.MayBeYear) return null;
        if (HowMany(q) is { } asked) return asked;
        var here = DraftsBefore(q);
        if ((here ?? Before) is not { } told) return Answer(q);
        if (told.Class is VerbClass.HousingDestroyed or VerbClass.HousingDamaged || here is null && CountsOthers(q)) return null;
        var closed = q.End >= s.Count || s.IsMark(q.End) || s[q.End].Kind == TokenKind.Quote
            || s.Is(q.End, Tag.Preposition | Tag.Conjunction | Tag.Adverb) || taken[q.End] || s.SaysAny(q.End, "nearer", "closer")
            || s.SaysAny(q.End, "a", "last", "this", "earlier", "previously");
        var lead = q.First;
        while (s.Is(lead - 1, Tag.Determiner) || s.Says(lead - 1, "some") || lead > 0 && s[lead - 1].Kind == TokenKind.Quote) lead--;
        var gap = new Gap(q, told, drafts.Contains(told), closed, lead);
        foreach (var ellipsis in Ellipses)
            if (ellipsis(this, gap) is { } draft) return draft;
        return null;
    }

    // "3,845 dead; the Red Crescent had earlier spoken of 11,300": ellipsis takes up the nearest number, whatever it counts.
    private bool CountsOthers(Quantity q) =>
        quantities.FindLast(x => x.First < q.First && x.Role is not null and not NumberRole.Date and not NumberRole.CountOfSites)
            is { Role: NumberRole.Deaths or NumberRole.Injured or NumberRole.Combatants or NumberRole.Missing or NumberRole.Affected or NumberRole.InNeed
                or NumberRole.Goods or NumberRole.Other };

    private Draft? Quoted(Gap g)
    {
        var q = g.Q;
        if (!g.Closed || s.Says(q.End, "of") || !s.Has(q.First - 1, Cue.Quoting) && !(s.Is(q.First - 1, Tag.Speech) && !s.Is(q.First - 2, Tag.Be))
            || s.Says(q.First - 1, "had") && !Prior(q)) return null;
        var draft = Inherit(q, g.Told);
        draft.IsTally = true;
        if (!g.Here) draft.PredicateAt = -1;
        draft.RoleScore = 0.7;
        draft.IsComparison = s.SaysAny(q.First - 1, "against", "versus", "than");
        draft.IsRetracted = (Prior(q) || s.Says(q.First - 2, "had") && Enumerable.Range(0, g.Told.Quantity.First).Any(i => s.Is(i, Tag.Retract)))
            && !draft.IsComparison;
        return draft;
    }

    private Draft NotAsFirst(Gap g)
    {
        var other = Inherit(g.Q, g.Told);
        // "now says that 900 fled, not 1,400", "not the 1,400 it had announced"
        other.IsRetracted = NowPut(g.Told.Quantity);
        for (var i = g.Q.End; i < Math.Min(s.Count, g.Q.End + 6); i++) other.IsRetracted |= s.Has(i, Cue.Earlier) || s.Says(i, "had");
        return other;
    }

    private Draft Comparison(Gap g)
    {
        var compared = Inherit(g.Q, g.Told);
        // "instead of the 160,000 announced before": no longer held.
        if (s.Says(g.Lead - 1, "of")) compared.IsRetracted = true;
        else compared.IsComparison = true;
        return compared;
    }

    // Another count of those told; who counts stands from the token on.
    private static Draft OtherCount(Gap g, int counter)
    {
        var other = Inherit(g.Q, g.Told);
        (other.IsTally, other.PredicateAt, other.Counter) = (true, -1, counter);
        return other;
    }

    // ", close to the 6,940 that IOM has", "which matches the 6,940 counted by IOM", "in line with IOM's 6,940".
    private bool IsLike(Gap g)
    {
        var definite = g.Lead < g.Q.First || g.Lead > 1 && s[g.Lead - 1].Kind == TokenKind.Possessive || s.Says(g.Lead - 1, "own");
        if (!definite || !g.Here || !g.Closed && !s.Says(g.Q.End, "that") && !s.EndsWith(g.Q.End, "ed") && !s.SaysAny(g.Q.End, "given", "counted"))
            return false;
        for (var i = g.Lead - 1; i > Math.Max(0, g.Lead - 6) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.Agreeing)) return true;
        return false;
    }

    // "agrees with | IOM's own 6,940"
    private int OwnerOf(int number)
    {
        var i = s.Says(number - 1, "own") ? number - 2 : number - 1;
        if (i < 1 || s[i].Kind != TokenKind.Possessive) return -1;
        while (s.IsWord(i - 1) && !s.Is(i - 1, Tag.Preposition) && number - i < 6) i--;
        return i;
    }

    private int ThatOf(int from)
    {
        for (var i = from; i > Math.Max(0, from - 8) && !s.IsMark(i); i--)
            if (s.Says(i, "of") && s.Says(i - 1, "that")) return i + 1;
        return -1;
    }

    private int AgainstWhose(Gap g)
    {
        var number = g.Q.First;
        if (number < 3 || s[number - 1].Kind != TokenKind.Possessive) return -1;
        for (var i = number - 2; i >= Math.Max(1, number - 5); i--)
            if (s.SaysAny(i - 1, "against", "versus", "than") || g.Told.IsTally && Parts(i - 1)) return i;
        return -1;
    }

    private bool IsKnown(Quantity q) =>
        s.Says(q.First - 1, "of") && s.SaysAny(q.First - 2, "knows", "know", "knew")
        || s.Says(q.First - 1, "with") && s.SaysAny(q.First - 2, "reckons", "reckon", "reckoned");

    private int ClauseStart(int from)
    {
        while (from > 0 && !Parts(from - 1)) from--;
        return from;
    }

    // "had spoken | of 52,000", "having spoken on Monday | of 52,000", or -1.
    private int SpeakingAt(int i)
    {
        while (i > 0 && (taken[i] || s.Is(i, Tag.Preposition) && taken[i + 1] || s.SaysAny(i, "only", "instead"))) i--;
        return s.Has(i, Cue.Speaking) ? i : -1;
    }

    private Draft Spoken(Gap g, int verb)
    {
        var other = Inherit(g.Q, g.Told);
        other.IsTally = true;
        if (!g.Here) other.PredicateAt = -1;
        // "brought its figure down to 30,000 after having spoken of 38,000": the older one.
        other.IsRetracted = g.Here && s.SaysAny(verb - 1, "having", "had") && !s.SaysAny(verb - 2, "it", "he", "she", "they");
        return other;
    }

    private Draft? Done(Gap g)
    {
        var (q, told) = (g.Q, g.Told);
        var i = q.End;
        var perfect = false;
        while (s.Is(i, Tag.Have | Tag.Adverb) || s.EndsWith(i, "ly")) perfect |= s.Is(i++, Tag.Have);
        if (told.Class is not (VerbClass.Move or VerbClass.Arrive)
            || !(perfect && s.Has(i, Cue.Obeying) || s.SaysAny(i, "complied", "obeyed", "followed", "did"))) return null;
        var part = told.Realis == Realis.Asserted && !q.Further && q.Value < (told.Quantity.Value ?? told.Quantity.Max);
        var done = Inherit(q, told);
        (done.IsPart, done.PredicateAt, done.Perfect, done.RoleScore) = (part, i, perfect, 0.7);
        return done;
    }

    // A number alone, or "people" alone, after what people did: told by who counts, by "there were", or at the head of its sentence.
    private Draft? TakesUp(Quantity q)
    {
        if ((context.Before.Deed ?? (context.Before.Moving is not null ? Ferried : null)) is not { } deed || quantities[0] != q
            || !MayBePeopleAlone(q) || !EndsWithNumber(q.End) || !IsToldAlone(q, out var verb) || HasOtherDeed(verb)) return null;
        return new Draft { Quantity = q, Class = deed.Class, Term = deed.FigureTerm, PredicateAt = -1, IsTally = true, RoleScore = 0.6 };
    }

    private bool MayBePeopleAlone(Quantity q) =>
        (q.Value is >= 10 || q.Quantifier == Quantifier.Vague) && !q.IsZero && !q.IsMoney && !q.MayBeYear && q.Per is null
            && q.Noun is null or UnitClass.Person or UnitClass.Household && (!s.Says(q.End, "of") || s.Says(q.End + 1, "them"));

    // "640.", "640 on Friday", "640 | of them"
    private bool EndsWithNumber(int end) =>
        end >= s.Count || s.IsMark(end) || taken[end] || s.Is(end, Tag.Preposition | Tag.Adverb) || s.SaysAny(end, "and", "so", "all", "of");

    // "the council counted | 640", "there were | 640", "they numbered | 640", "put them at | 640", "the tally stood at | 640", "| 640"
    private bool IsToldAlone(Quantity q, out int verb)
    {
        verb = q.First - 1;
        while (s.Is(verb, Tag.BeforeNumber) || s.SaysAny(verb, "perhaps", "some", "only")) verb--;
        return verb < 0 || taken[verb] && verb <= 3 || s.Is(verb, Tag.Counting) || s.Has(verb, Cue.Putting)
            || s.Is(verb, Tag.Speech) && !s.Is(verb - 1, Tag.Be)
            || s.SaysAny(verb, "number", "numbered") && s.Says(verb - 1, "they")
            || s.Is(verb, Tag.Be) && s.SaysAny(verb - 1, "there", "they", "total", "tally", "number", "count")
            || s.Says(verb, "at") && s.SaysAny(verb - 1, "them", "number", "total")
            || (s.Is(verb, Tag.Be) || s.SaysAny(verb, "at", "to", "reached", "stood", "passed", "hit")) && CountBefore(verb);
    }

    // Something that nobody did, or may do, or that is no flight, is told beside the number.
    private bool HasOtherDeed(int verb)
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Modal | Tag.Negation)
                || s.Verb(i) is { } other && !taken[i] && i != verb && IsNegative(new Governor(other, i, 1))) return true;
        return false;
    }

    // "Buses ferried families all week. On Tuesday there were 640".
    private static readonly VerbMeaning Ferried = new(VerbClass.Move, Term.Relocated, Who.Object, VerbForm.Past);

    // "the tally at the mosque stood | at", "the mayor's guess | is"
    private bool CountBefore(int to) =>
        s.Any(to - 10, to, static (s, i) => s.Is(i, Tag.CountNoun) || s.SaysAny(i, "guess", "reckoning", "tally", "headcount"));

    // "Seventeen hundred, said the elder when he was asked how many had fled": the question names the deed.
    private Draft? HowMany(Quantity q)
    {
        if (quantities.Count > 1 || q.Value is not >= 2) return null;
        for (var i = 0; i < s.Count; i++)
            if (s.Says(i, "how") && s.Says(i + 1, "many"))
                for (var k = i + 2; k < Math.Min(s.Count, i + 10) && !s.IsMark(k); k++)
                    if (Predicate(k) is { } deed && IsFlow(deed))
                        return Told(q, deed, k, 0.65);
        return null;
    }

    // "three corridors worked on Friday and 6,665 people used them"
    private Draft? UsedWayOut(Quantity q)
    {
        if (!s.SaysAny(q.End, "used", "use", "using", "took") && !(s.Is(q.End, Tag.Have) && s.Says(q.End + 1, "used"))) return null;
        var verb = s.Is(q.End, Tag.Have) ? q.End + 1 : q.End;
        if (!s.SaysAny(verb + 1, "it", "them", "these", "the", "this", "that")) return null;
        for (var i = 0; i < s.Count; i++)
            if (s.Has(i, Cue.WayOut) || s.SaysAny(i, "way", "ways") && s.Says(i + 1, "out"))
                return Told(q, VerbClass.Move, Term.Evacuated, verb, 0.65);
        return context.LastAccess is { Feature: Feature.Corridor } && s.SaysAny(verb + 1, "it", "them")
            ? Told(q, VerbClass.Move, Term.Evacuated, verb, 0.6) : null;
    }

    // "the commissioner said not a family had been displaced; elders counted 230": the deed was told without a number.
    private Draft? Answer(Quantity q)
    {
        if (!s.Is(q.First - 1, Tag.Speech | Tag.Counting) || s.IsMark(q.First - 2)
            || !(q.End >= s.Count || s.IsMark(q.End) || taken[q.End]))
            return null;
        for (var i = q.First - 3; i > Math.Max(0, q.First - 24); i--)
            if (Predicate(i) is { Meaning: { Class: VerbClass.Move or VerbClass.Arrive, Form: not VerbForm.Noun } } deed
                && !quantities.Exists(x => x.First < q.First && x.Noun.IsHuman()))
                return new Draft { Quantity = q, Class = deed.Meaning.Class, Term = deed.Meaning.FigureTerm, PredicateAt = -1, IsTally = true,
                    RoleScore = 0.65 };
        return null;
    }

    // "had earlier given", "previously put it at": an older state of the same count.
    private bool Prior(Quantity q)
    {
        for (var i = q.First - 1; i >= Math.Max(0, q.First - 6) && !s.IsMark(i, ';'); i--)
            if (s.Has(i, Cue.Earlier)) return true;
        return false;
    }

    // "At about 2,000 a day, the outflow from the east is twice what it was": the deed is the subject after the number.
    private Draft? AtRate(Quantity q)
    {
        if (q.Noun is not null || !s.Says(q.First - 1, "at") && !s.Says(q.First - 2, "at")) return null;
        var i = s.IsMark(q.End, ',') ? q.End + 1 : q.End;
        if (i == q.End) return null;
        for (var k = i; k < Math.Min(s.Count, i + 6) && !s.IsMark(k); k++)
            if (Predicate(k) is { Meaning.Form: var form } found && form.HasFlag(VerbForm.Noun) && IsFlow(found))
                return Told(q, found, k, 0.75);
        return null;
    }
}
