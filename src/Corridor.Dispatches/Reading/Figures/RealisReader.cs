using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>
/// Whether the clause says that it happened (pipeline step 6): what is said of the number first, then the verbs that lead to the predicate, then the
/// words of its clause, then what follows, and at last how long ago it was.
/// </summary>
internal static partial class RealisReader
{
    public static Realis Of(Sentence s, Draft draft, bool denied, Context context, bool[] taken, List<TimeExpression> times)
    {
        if (OfNumber(s, draft, denied, taken) is { } told) return told;
        var q = draft.Quantity;
        var predicate = draft.PredicateAt;
        // "may displace 900 people, including 200 children"
        if (draft is { IsPart: true, Parent: { Realis: Realis.Possible or Realis.Planned } all } && all.PredicateAt == predicate && all != context.Earlier)
            return all.Realis;
        if (predicate < 0)
            return draft.Parent is { Realis: Realis.Possible or Realis.Planned } parent && parent != context.Earlier ? parent.Realis
                : Framed(s, draft, context, times) ?? Realis.Asserted;
        // "70,000 would be displaced; in the event 21,000 were"
        if (predicate == q.End && s.SaysAny(predicate, "were", "was") && s.IsMark(predicate + 1)) return Realis.Asserted;
        // "310 evictions": the deed is what is counted, however its noun is spelled.
        var form = s.Verb(predicate)?.Form ?? VerbForm.None;
        if (predicate == q.NounAt && form.HasFlag(VerbForm.Noun)) form = VerbForm.Noun;
        if (Told(s, draft, predicate, form) || OrderedOut(s, predicate)) return Realis.Planned;
        // "did not leave 900 people homeless": the verb before the number is that of its clause.
        var before = s.Lead(q.First) - 1;
        var chain = VerbChain.Of(s, predicate >= q.End && s.SaysAny(before, "leave", "make", "render") ? before : predicate, taken);
        // "have still not returned": that they are away is asserted.
        if (draft.Class == VerbClass.Shelter && chain.Realis == Realis.Negated && s.Verb(predicate) is { Class: VerbClass.Back }) return Realis.Asserted;
        if (chain.Realis == Realis.Asserted && Framed(s, draft, context, times) is { } framed) return framed;
        if (chain.Realis == Realis.Possible && Arranged(s, chain.First, predicate)) return Realis.Planned;
        if (chain.Realis != Realis.Asserted) return chain.Realis;
        if (predicate < q.First && Purpose(s, predicate, form, chain)) return Realis.Planned;
        var result = OfClause(s, draft, form, chain, taken);
        if (result == Realis.Asserted && Expected(s, draft, chain, taken)) return Realis.Possible;
        if (form == VerbForm.Noun && OfNoun(s, q, predicate, result) is { } noun) return noun;
        if (result == Realis.Asserted && Named(s, q, predicate, form)) return Realis.Planned;
        if (s.SaysAny(predicate, "tried", "attempted")) return Realis.Attempted;
        if (result != Realis.Asserted) return result;
        if (draft.Class == VerbClass.Back && SentBack(s, predicate)) return Realis.Attempted;
        return draft.Class is VerbClass.Move or VerbClass.Arrive && TurnedBack(s, predicate) ? Realis.Attempted : Past(s, draft, context, times);
    }

    // What is said of the number, whatever its verb.
    private static Realis? OfNumber(Sentence s, Draft draft, bool denied, bool[] taken)
    {
        var (q, predicate) = (draft.Quantity, draft.PredicateAt);
        if (draft.IsRetracted || PriorFigure(s, q) || EarlierVersion(s, q)) return Realis.Retracted;
        // "15,000, not 50,000, had fled"
        if (q.IsNone || s.Says(q.First - 1, "not") && !s.Has(q.First, Cue.Limiting)) return Realis.Negated;
        // "3,000 people fled and 5,000 tried to."
        if (s.Says(q.End + 1, "to") && (q.End + 2 >= s.Count || s.IsMark(q.End + 2)) && s.Find(q.End, Tag.Catenative) is { Name: not "asserted" } led)
            return Claims.Spelling.Parse<Realis>(led.Name);
        // "26,500 people, rather than 21,000, had fled"
        var than = s.Lead(q.First) - 1;
        if (s.SaysAny(than, "than", "of") && s.SaysAny(than - 1, "rather", "instead")) return Realis.Negated;
        if (Denied(s, draft, denied)) return Realis.Denied;
        if (Withdrawn(s, draft)) return Realis.Retracted;
        if (Doubted(s, draft) is { } doubted) return doubted;
        if (s.SaysAny(q.End, "will", "would") && s.Says(q.End + 1, "follow") && draft.Term is Term.Evacuated or Term.Relocated) return Realis.Planned;
        if (predicate < q.End && Outlook(s, q, taken)) return Realis.Possible;
        if (s.Says(q.End, "to") && s.Says(q.End + 1, "follow")) return Realis.Planned;
        // "should the 900 who remain manage to leave": a condition.
        if (s.Says(s.Lead(q.First) - 1, "should")) return Realis.Possible;
        // "and officials fear up to 90,000"
        if (predicate < q.First && s.EndingAt(q.First, Tag.Control, out var lead) is { Name: "possible" } && !s.Is(lead - 1, Tag.Be)) return Realis.Possible;
        return draft.IsTally && Tallied(s, draft, taken) ? Realis.Possible : null;
    }

    // "and 9,000 more are expected to follow": the modal stands right after the number.
    private static bool Outlook(Sentence s, Quantity q, bool[] taken)
    {
        for (var i = q.End; i < Math.Min(s.Count, q.End + 4) && !s.IsMark(i); i++)
        {
            if (s.Has(i, Cue.Foreseen) && !taken[i]) return true;
            if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb)) return false;
        }

        return false;
    }

    // "the number could swell to 1.5 million": the modal stands just before the number.
    private static bool Tallied(Sentence s, Draft draft, bool[] taken)
    {
        for (var i = draft.Quantity.First - 1; i >= Math.Max(draft.ZoneStart, draft.Quantity.First - 6) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.Foreseen) && !taken[i]) return true;
        return false;
    }

    // The verbs that lead to the predicate have settled nothing: a verb without a finite one, a noun or a fixed phrase is touched by all that leads to them.
    private static Realis OfClause(Sentence s, Draft draft, VerbForm form, VerbChain chain, bool[] taken)
    {
        var (q, predicate) = (draft.Quantity, draft.PredicateAt);
        var open = !chain.Finite;
        var from = open ? draft.ZoneStart : predicate >= q.End ? Math.Max(q.End, chain.First - 1) : Math.Max(draft.ZoneStart, chain.First - 1);
        if (form == VerbForm.Noun && predicate < q.First && LedTo(s, draft, predicate) is var led and > 0) from = led;
        var result = Realis.Asserted;
        for (var i = from; i < Math.Max(predicate, q.First); i++)
        {
            // "prevented from leaving and | driven back": what was done in the end has its own verb.
            if (draft.Class == VerbClass.ForcedBack && s.SaysAny(i, "and", "but") && i + 1 == predicate) result = Realis.Asserted;
            else if (s.Is(i, Tag.Ordered) && open) result = Realis.Planned;
            else if (s.Is(i, Tag.Planned) && !(s.Says(i, "to") && (s.SaysAny(i - 1, "had", "having") || SaidOf(s, i - 1)))) result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i] && !OfOther(s, i, open)) result = Future(s, i) ?? Realis.Possible;
        }

        return result;
    }

    /// <summary>"ordered their departure | and | forced the relocation of 900": what follows "and" was done, and is no order.</summary>
    public static bool DoneAsWell(Sentence s, int and) =>
        s.Says(and, "and") && s.Find(and + 1, Tag.Control) is { Name: "asserted" } made && made.Form.HasFlag(VerbForm.Past);

    // "were said | to be moved": that it is so.
    private static bool SaidOf(Sentence s, int i) => s.Is(i - 1, Tag.Be) && s.Find(i, Tag.Catenative) is { Name: "asserted" };

    // Words of what may come that are said of something else.
    private static bool OfOther(Sentence s, int i, bool open) =>
        s.Says(i, "may") && s[i].Capital && i > 0 || s.Says(i + 1, "dead")
        // "9,000 villagers, possibly as many as 14,000, have fled": said of the number.
        || s.SaysAny(i, "possibly", "potentially") && s.SaysAny(i + 1, "more", "as", "up")
        // "in fear of air strikes", "out of fear": why they left.
        || s.Has(i, Cue.Fearing) && !open || s.SaysAny(i, "fear", "fears") && s.SaysAny(i - 1, "in", "of", "for", "from", "with");

    private static Realis? Future(Sentence s, int i) =>
        s.SaysAny(i, "will", "shall") && s.Says(i + 1, "be") && s.Verb(i + 2) is { Term: Term.Evacuated or Term.Relocated } ? Realis.Planned : null;

    // "had been expected to hit the coast, | prompting the evacuation of 9,000": what was expected is not what it has led to; what would be is.
    private static int LedTo(Sentence s, Draft draft, int noun)
    {
        var verb = noun - 1;
        while (s.Is(verb, Tag.Determiner)) verb--;
        if (DoneAsWell(s, verb - 1)) return verb;
        // "evacuation orders have resulted in | the displacement of 900"
        if (s.SaysAny(verb, "in", "to") && s.SaysAny(verb - 1, "resulted", "led") && !s.Any(verb - 5, verb, static (s, i) => s.Is(i, Tag.Modal))) return verb;
        if (!s.EndsWith(verb, "ing") || !s.IsMark(verb - 1, ',')) return 0;
        for (var i = draft.ZoneStart; i < verb; i++)
            if (s.Is(i, Tag.Modal)) return 0;
        return verb;
    }

    // "plans assume 900 people displaced", "forecasts see 900 people uprooted", "900 displaced in the worst case"
    private static bool Expected(Sentence s, Draft draft, VerbChain chain, bool[] taken)
    {
        var (q, predicate) = (draft.Quantity, draft.PredicateAt);
        var head = chain.First == q.End ? s.Lead(q.First) - 1 : chain.First - 1;
        if (chain.First == q.End && s.SaysAny(head, "see", "sees", "saw", "put")) head--;
        if (head >= draft.ZoneStart && s.Is(head, Tag.Possible) && !taken[head] && !OfOther(s, head, open: true)) return true;
        for (var i = Math.Max(q.End, predicate + 1); i < s.Count && !s.IsMark(i, ';') && !s.Is(i, Tag.Modal); i++)
            if (s.SaysAny(i, "worst-case", "worst") && s.SaysAny(i - 2, "in", "under")
                && s.SaysAny(s.Says(i, "worst") ? i + 2 : i + 1, "scenario", "case")) return true;
        return false;
    }

    // "had set out and | turned back under fire": they did not get away.
    private static bool TurnedBack(Sentence s, int predicate)
    {
        for (var i = predicate + 2; i < Math.Min(s.Count - 1, predicate + 12); i++)
            // "but were stopped at a roadblock and sent home"
            if (s.SaysAny(i, "stopped", "halted", "intercepted", "blocked") && s.Is(i - 1, Tag.Be) && s.SaysAny(i - 2, "but", "only", "and")
                || i < predicate + 9 && s.SaysAny(i, "turned", "turning", "turn") && s.SaysAny(i + 1, "back", "around")
                && s.SaysAny(i - 1, "and", "but", "before", "only", "then", "later", "soon", "to")) return true;
        return false;
    }

    // "were halted at a checkpoint and | went back | to their camps"
    private static bool SentBack(Sentence s, int predicate) =>
        s.Any(predicate + 1, predicate + 6, static (s, i) => s.Has(i, Cue.Camp) || s.Has(i, Cue.Canvas))
            && s.Any(predicate - 16, predicate, static (s, i) =>
                s.SaysAny(i, "stopped", "halted", "intercepted", "blocked", "turned", "barred", "refused") && s.Is(i - 1, Tag.Be));

    private static Realis? OfNoun(Sentence s, Quantity q, int noun, Realis result)
    {
        // "blocked the deportation of 30 families"
        for (var i = noun - 1; noun < q.First && i >= Math.Max(0, noun - 4) && !s.IsMark(i); i--)
            if (s.Find(i, Tag.Control) is { Name: "negated" }) return Realis.Negated;
        // "have eviction cases pending against them"
        if (s.Has(noun + 1, Cue.Suits)) return Realis.Possible;
        // "face eviction", "await relocation"
        for (var i = q.End; i < noun; i++)
        {
            if (s.Has(i, Cue.DueFor) && s.Says(i + 1, "for") && i + 2 == noun) return Realis.Planned;
            if (s.SaysAny(i, "face", "faces", "facing", "await", "awaits", "awaiting")) return Realis.Possible;
        }

        // "18,000 residents under an evacuation order", "the evacuation of 20,000 people was announced": said, not done.
        return result == Realis.Asserted && (s.Has(noun + 1, Cue.Orders) || Later(s, noun)) ? Realis.Planned : null;
    }

    private static bool Later(Sentence s, int noun)
    {
        for (var i = noun + 1; i < Math.Min(s.Count, noun + 14); i++)
            if (i < noun + 8 && s.Is(i, Tag.Ordered | Tag.Planned) || s.Has(i, Cue.Announced)
                || s.SaysAny(i, "put", "called") && s.Says(i + 1, "off")) return true;
        return false;
    }

    // "were ordered out"; "were ordered out at dawn and had gone by noon" has happened.
    private static bool OrderedOut(Sentence s, int predicate)
    {
        if (!s.SaysAny(predicate, "ordered", "order", "orders")) return false;
        for (var i = predicate + 1; i < Math.Min(s.Count, predicate + 12); i++)
            if (s.Says(i, "and") && (s.Is(i + 1, Tag.Have) || s.SaysAny(i + 1, "left", "went", "fled"))) return false;
        return true;
    }

    // "told the 1.1 million people of the north to leave": asked of those counted.
    private static bool Told(Sentence s, Draft draft, int predicate, VerbForm form)
    {
        var q = draft.Quantity;
        if (form == VerbForm.Phrase && s.Says(predicate, "to") && s.Says(predicate + 1, "be"))
        {
            // "told 8,000 islanders to be gone by noon", "8,000 islanders were told to be gone"
            for (var i = Math.Max(0, q.First - 4); i < predicate; i++)
                if (s.Has(i, Cue.Telling)) return true;
            return false;
        }

        // "wants 60,000 people | gone by Friday"
        var wanted = predicate == q.End && (form.HasFlag(VerbForm.Participle) || s.SaysAny(predicate, "out", "off", "away"));
        for (var i = q.First - 1; wanted && i >= Math.Max(0, q.First - 4); i--)
            if (s.Has(i, Cue.Wanting)) return true;
        if (!form.HasFlag(VerbForm.Base) || !s.Says(predicate - 1, "to") || predicate < q.End) return false;
        // "have until Sunday to leave"
        if (s.Is(q.End, Tag.Have) && s.SaysAny(q.End + 1, "until", "till")) return true;
        var beside = s.IsMark(q.First - 1, ',') && s.IsMark(q.End, ',');
        for (var i = q.First - (beside ? 2 : 1); i >= Math.Max(0, q.First - (beside ? 16 : 5)) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "gave", "gives", "give", "given") || s.Has(i, Cue.Telling)) return true;
        return false;
    }

    // "is working with the UN to receive 9,000 people", "buses came to evacuate 900": what is done is meant for it.
    private static bool Purpose(Sentence s, int predicate, VerbForm form, VerbChain chain)
    {
        // "the decision to forcibly evacuate 900 people"
        var to = s.EndsWith(predicate - 1, "ly") ? predicate - 1 : predicate;
        if (!form.HasFlag(VerbForm.Base) || !s.Says(to - 1, "to") || chain.Finite || s.Verb(predicate) is not { Who: Who.Object }) return false;
        for (var i = to - 2; i >= Math.Max(0, to - 8) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.NoPurpose)) return false;
        return true;
    }

    // "will be evacuated": what those who do it have arranged.
    private static bool Arranged(Sentence s, int from, int predicate)
    {
        var verb = s.Verb(predicate);
        for (var i = from; i < predicate; i++)
            if (s.Says(i, "must") || s.Says(i, "should") && verb is { Class: VerbClass.Move }
                || s.SaysAny(i, "will", "shall")
                    && (verb is { Term: Term.Evacuated or Term.Relocated } || verb is { Class: VerbClass.Back } && !Hoped(s, from)))
                return true;
        return false;
    }

    // "It is hoped that 900 families | will return"
    private static bool Hoped(Sentence s, int verb) => s.Any(Math.Max(0, verb - 16), verb, static (s, i) =>
        s.SaysAny(i, "hope", "hopes", "hoped", "hoping", "believe", "believes", "think", "thinks", "if", "unless", "until"));

    // An event that ended more than half a year before publication belongs to an earlier crisis; so does the background of a share.
    private static Realis Past(Sentence s, Draft draft, Context context, List<TimeExpression> times)
    {
        var moved = draft.Class is VerbClass.Move or VerbClass.Arrive;
        for (var i = draft.ZoneStart; i < Math.Max(draft.Quantity.First, draft.PredicateAt); i++)
        {
            // "The exercise simulated the evacuation of 4,000 people"
            if (moved && s.Has(i, Cue.Rehearsal) && !s.Any(i + 1, draft.Quantity.First, static (s, k) => s.IsMark(k, ':'))) return Realis.Possible;
            if (moved && (IsYearsAgo(s, draft, i) || IsOfPastEvent(s, draft, i) || IsOnce(s, draft, i)) || IsFirstYear(s, draft, i)) return Realis.Historical;
        }

        // "fled here in the nineties", "in the days of the empire", "during the Second World War"
        if (moved && context is { Before.Rehearsed: true, LastFigure: null } && !s.Says(0, "instead")) return Realis.Possible;
        if (moved && s.Any(draft.ZoneStart, draft.ZoneEnd, IsLongAgo)) return Realis.Historical;
        // "in 2004, when 6,100 still lived in displacement"
        if (draft is { Class: VerbClass.Shelter, HasTime: true } && draft.Window.AsOf < context.Published?.PlusMonths(-12)) return Realis.Historical;
        if (!moved || context.Published is not { } published) return Realis.Asserted;
        // What goes on telling of a time that is over: in the same sentence, in the next, in a clause about the event.
        var goesOn = !draft.HasTime
            && (!draft.IsPart && context is { Distance: 0, LastFigure.Realis: Realis.Historical } || context.Before.LongOver && times.Count == 0);
        return Old(draft, published) || !draft.Perfect && (goesOn || OfPastEvent(s, draft, times, published)) ? Realis.Historical : Realis.Asserted;
    }

    // "a hundred | years ago 60,000 fled", "Fifty | years after 900 families were driven out"
    private static bool IsYearsAgo(Sentence s, Draft draft, int i)
    {
        if (s.SaysAny(i, "years", "decades", "century", "centuries", "generation", "generations", "long") && s.Says(i + 1, "ago")) return true;
        var passed = s.Is(i + 1, Tag.Have) && s.Says(i + 2, "passed") ? i + 3 : i + 1;
        return s.SaysAny(i, "years", "decades", "century") && s.SaysAny(passed, "after", "since") && passed + 1 == s.Lead(draft.Quantity.First);
    }

    // "| Past floods displaced 900"
    private static bool IsOfPastEvent(Sentence s, Draft draft, int i) =>
        s.SaysAny(i, "past", "previous", "earlier") && i + 2 == draft.PredicateAt && (s.Is(i + 1, Tag.Cause) || s.Says(i + 1, "conflicts"));

    // "900 people | once fled here", "were | once driven out"; "at once", "once the road opened" are none.
    private static bool IsOnce(Sentence s, Draft draft, int i) =>
        s.Says(i, "once")
            && (i == draft.Quantity.End && i + 1 == draft.PredicateAt
                || i > draft.Quantity.First && !s.SaysAny(i + 1, "again", "more") && s.Is(i - 1, Tag.Helping));

    // "| In the first year of the war 90,000 left": told of a time that is over.
    private static bool IsFirstYear(Sentence s, Draft draft, int i) =>
        i < draft.Quantity.First && s.Says(i, "in") && s.SaysAny(i + 2, "first", "early", "opening") && s.SaysAny(i + 3, "year", "years", "months")
            && s.Says(i + 4, "of");

    /// <summary>Whether a word names a time that is long over: "in the nineties", "during the last war", "under the old empire".</summary>
    public static bool IsLongAgo(Sentence s, int i) => s.SaysAny(i, "nineties", "eighties", "seventies", "sixties", "fifties")
        || s.SaysAny(i, "century", "regime", "empire", "dynasty") && s.SaysAny(i - 1, "last", "19th", "20th", "old", "colonial", "former", "ottoman")
        || s.Says(i, "war") && s.SaysAny(i - 1, "last", "first", "previous") && s.Says(i - 2, "the") && s.SaysAny(i - 3, "during", "in")
        || s.Says(i, "world") && s.Says(i + 1, "war") && s.SaysAny(i - 1, "first", "second") && s.SaysAny(i - 3, "during", "in")
        || s.SaysAny(i, "ago", "earlier") && s.SaysAny(i - 1, "generation", "generations", "decades", "centuries");

    private static bool Old(Draft draft, DateOnly published)
    {
        var window = draft.Window;
        if (draft.Aggregation is not (Aggregation.Cumulative or Aggregation.Snapshot)) return window.End < published.Plus(-183);
        var over = published.PlusMonths(-12);
        return draft.ExcludedFrom == "whole" && window.Start < over || draft.Aggregation == Aggregation.Cumulative && window.AsOf is null && window.End < over;
    }

    /// <summary>"The valley was hit by floods in 2008.": an event of years ago, of which the next sentence may go on telling.</summary>
    public static bool TellsOfPast(Sentence s, List<TimeExpression> times, DateOnly? published)
    {
        if (times.Count == 0 || published is not { } day) return false;
        foreach (var t in times)
            if (t.Kind is not (TimeKind.Point or TimeKind.Range) || !LongOver(t, day)) return false;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, OfEvent)) return true;
        return false;
    }

    private const Tag OfEvent = Tag.Cause | Tag.Actor;

    private static bool LongOver(TimeExpression t, DateOnly published) =>
        t.Accuracy is DateAccuracy.Day or DateAccuracy.Month or DateAccuracy.Year && (t.Kind == TimeKind.Since ? t.Start : t.Last) < published.PlusMonths(-12);

    // "the 2010 earthquake, which displaced 1.5 million", "violence in 2012 that displaced thousands": told of the event.
    private static bool OfPastEvent(Sentence s, Draft draft, List<TimeExpression> times, DateOnly published)
    {
        var deed = Math.Min(draft.Quantity.First, draft.PredicateAt);
        if (times.Count == 0 || times[^1].End > deed || !LongOver(times[^1], published)) return false;
        var t = times[^1];
        var named = s.Says(t.First - 1, "the") && s.IsWord(t.End);
        // "the flood in 2011 | displaced 900", "not since 2011, | when 900 fled"
        if (t.End == draft.PredicateAt && s.Any(t.First - 3, t.First, static (s, k) => s.Is(k, Tag.Cause))) return true;
        if (s.IsMark(t.End, ',') && s.Says(t.End + 1, "when") && t.End + 2 == s.Lead(draft.Quantity.First)) return true;
        for (var i = t.First - 4; i < Math.Min(deed, t.End + 5); i++)
        {
            named |= s.Is(i, Tag.Cause);
            if (i >= t.End && named && s.SaysAny(i, "that", "which", "where", "when")) return true;
        }

        return false;
    }
}
