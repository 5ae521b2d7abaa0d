using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>When it happened, and how the number adds up over time.</summary>
internal sealed partial class FigureReader
{
    // ", the most on one day since November", ", its biggest exodus since the war began": set against what was before, and no first day of a count.
    private bool Superlative(int since)
    {
        for (var i = since - 1; i > Math.Max(1, since - 10) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "most", "highest", "largest", "biggest", "worst", "heaviest", "fewest", "lowest", "sharpest", "busiest", "greatest")
                && (s.Is(i - 1, Tag.Determiner) || s[i - 1].Kind == TokenKind.Possessive)
                && (!s.Says(i, "most") || i + 1 == since || s.Is(i + 1, Tag.Preposition) && !s.Says(i + 1, "of") || s.Is(i + 1, Tag.Unit)))
                    return s.IsMark(i - 2) || s.Is(i - 2, Tag.Be) || s[i - 1].Kind == TokenKind.Possessive;
        return false;
    }

    private void Time(Draft d, int n, List<Draft> drafts)
    {
        var own = times.FindAll(t => Belongs(t, d));
        // A date that opens the sentence speaks for all of it.
        if (own.Count == 0 && n > 0 && times.Count > 0 && times[0].End <= drafts[0].Quantity.First && !OfSpeech(times[0])
            && SameSegment(times[0].First, d.Quantity.First) && !OfOtherClause(times[0], d)) own.Add(times[0]);
        if ((AsWhole(d, own) ?? AsList(d, own, drafts) ?? AsAnswered(d, own, drafts)) is { } like)
        {
            (d.Window, d.Aggregation, d.HasTime) = (like.Window, like.Aggregation, like.HasTime);
            return;
        }

        if (own.Count == 0) own = AtEndOfList(d, drafts);
        // "over the same period": when the figure before says.
        if (previous is { } before && SamePeriod(d))
        {
            (d.Window, d.Aggregation) = (before.Window, before.Aggregation == Aggregation.Snapshot ? Aggregation.Incremental : before.Aggregation);
            return;
        }

        LeaveOutOthers(d, own);
        // "After the outbreak of fighting on 26 August 900 have been displaced": all since then.
        if ((d.Perfect && !PastPerfect(d) || HasLeft(d)) && own.FindIndex(OfEvent) is var start and >= 0)
            own[start] = own[start] with { Kind = TimeKind.Since, Last = context.Published };
        d.HasTime = own.Count > 0;
        if (OtherSince(d, own) is { } other) own.Remove(other);
        Sum(d, new TimesTold(own, n, drafts, context.Published));
    }

    // "the council says 900 were expelled, the army 400": counts that answer each other are of one time; where none is told, the words leave it open.
    private Draft? AsAnswered(Draft d, List<TimeExpression> own, List<Draft> drafts)
    {
        if (own.Count > 0 || Answered(d) is not { } answered) return null;
        if (answered.HasTime) return answered;
        if (answered.Source.Type == SourceType.Publisher || !drafts.Contains(answered) && answered is not { Passive: true, Perfect: false }) return null;
        (answered.Window, answered.Aggregation) = (new Window(null, null, null, null, context.Published), Aggregation.Unknown);
        return answered;
    }

    private void Sum(Draft d, TimesTold told)
    {
        // "8,300 on Wednesday, double the 4,100 of the day before": another day's flow, and no older state of this one.
        if (d.IsComparison && d.Quantity.Per is null && d.Parent is { Aggregation: Aggregation.Incremental, IsTally: false, Quantity.Per: null }
            && told.Point is { Accuracy: DateAccuracy.Day }) d.IsComparison = false;
        foreach (var sum in Sums)
            if (sum(this, d, told) is { } adds)
            {
                (d.Aggregation, d.Window) = adds;
                return;
            }
    }

    // What other count, of another counter, this one answers: "the UN 110,000", "a priest spoke of 900", "the army puts it at 400".
    private Draft? Answered(Draft d) =>
        d is { Parent: { Realis: Realis.Asserted, IsPart: false, Quantity.Per: null, Aggregation: Aggregation.Incremental or Aggregation.Cumulative } other,
            IsPart: false, IsComparison: false, IsRetracted: false, Quantity: { Per: null, Share: null }, Source.Type: not SourceType.Publisher }
            && (d.PredicateAt < 0 || d.IsTally && d.PredicateAt == other.PredicateAt) && d.Source.Name != other.Source.Name
            && (IsFlowClass(other) || other.Class == VerbClass.Back)
            && !BroughtTo(d.Quantity.First) && !TotalSaid(d) ? other : null;

    // A part that has no day of its own is told of the time of its whole.
    private Draft? AsWhole(Draft d, List<TimeExpression> own) =>
        d is { IsPart: true, Parent: { Realis: not (Realis.Planned or Realis.Possible) } whole }
            && (whole.Class == d.Class || IsFlowClass(whole) && IsFlowClass(d)) && !IsEach(d)
        && !own.Exists(t => t.Kind is TimeKind.Since || s.Says(t.End, "alone")
            || t.Kind is TimeKind.Point or TimeKind.Range
                && (t.Accuracy == DateAccuracy.Day || t.First > d.Quantity.First && whole.PredicateAt < d.Quantity.First)) ? whole : null;

    // "with 350 | arriving each day": a rate beside a total.
    private bool IsEach(Draft d) => d.Quantity.Per is not null
        || s.EndsWith(d.Quantity.End, "ing") && s.SaysAny(d.Quantity.End + 1, "per", "each", "every", "a") && Period.Of(s, d.Quantity.End + 2) is not null;

    // A number of a list has the time of the one that its verb was told with.
    private static Draft? AsList(Draft d, List<TimeExpression> own, List<Draft> drafts) =>
        own.Count == 0 && d is { Parent: { } list, IsTally: false, IsComparison: false, PredicateAt: >= 0 } && d.PredicateAt == list.PredicateAt
            && drafts.Contains(list) ? list : null;

    // "1,212 on Monday, against 2,905 in the two days before": a count of what happened then, and no total of that day.
    private bool FlowOf(Draft d, TimeExpression point) =>
        IsFlowTally(d) || IsRise(d) || InDeed(d, point) || point.End < s.Count && s[point.End].Kind == TokenKind.Possessive
        || point.Accuracy == DateAccuracy.Day && d.Parent is { Aggregation: Aggregation.Incremental or Aggregation.Rate, IsTally: false };

    private bool LeftOpen(Draft d) =>
        d.Unit != CountUnit.Housing && d.Source.Type != SourceType.Publisher && !s.SaysAny(d.PredicateAt - 1, "being", "recently", "newly", "freshly")
        && (d.Passive && (d.Term == Term.InReliefCamp || s.Any(0, d.Quantity.First, static (s, i) => s.Is(i, Tag.Deny | Tag.Retract)))
            || Disputed(d))
        && !TellsWhen(d);

    // "..., a number that the governor disputes", "..., which nobody could check"; "Elders denied it. The UN said 900 were expelled".
    private bool Disputed(Draft d) =>
        context is { Distance: <= 1, LastFigure: { Realis: Realis.Negated or Realis.Denied, Quantity.Value: null } }
        || s.Any(d.Quantity.End, s.Count, static (s, i) =>
            s.SaysAny(i, "disputes", "disputed") || s.SaysAny(i, "check", "verify", "confirm", "checked", "verified", "confirmed")
                && s.Any(i - 4, i, static (s, i) => s.SaysAny(i, "not", "nobody", "never", "cannot", "unable")));

    // "the number of people who left Hrak on Tuesday at 4,000": the day is of their leaving, not of the count.
    private bool InDeed(Draft d, TimeExpression point) =>
        d.PredicateAt >= 0 && point.First > d.PredicateAt && point.End <= d.Quantity.First
            && s.Verb(d.PredicateAt) is { Form: not VerbForm.Noun } && s.Says(d.Quantity.First - 1, "at");

    // "had fled", "had been evacuated", "had to leave": done before what is told; those "who had fled", who "had already fled", are all of them.
    private bool PastPerfect(Draft d)
    {
        for (var i = d.PredicateAt - 1; i >= Math.Max(0, d.PredicateAt - 4) && !s.IsMark(i); i--)
            if (s.Is(i, Tag.Have))
                return s.Says(i, "had") && !(s.Says(i + 1, "by") && s.Says(i + 2, "then"))
                    && !s.SaysAny(i - 1, "who", "that", "have", "has") && !(s.Says(i + 1, "already") && d.PredicateAt < d.Quantity.First);
        return false;
    }

    // ", up from 16,800 a day earlier": a running count, whatever its tense.
    private bool NumberOver(int from) => s.Any(from, from + 12, static (s, i) => s.IsMark(i, ',') && s.SaysAny(i + 1, "up", "down") && s.Says(i + 2, "from"));

    // What happened once, in the night or after something: no count that goes on.
    private bool AtOnce(Draft d) =>
        d.Class is VerbClass.Move or VerbClass.Arrive && s.Any(d.PredicateAt, d.ZoneEnd, AfterEvent)
            || s.Any(d.ZoneStart, d.ZoneEnd, static (s, i) => IsHour(s, i) || IsShort(s, i) || IsDaysOf(s, i));

    // "after rebels attacked the town"; "three days after" is none.
    private static bool AfterEvent(Sentence s, int i) => s.Says(i, "after") && !s.Is(i - 1, Tag.TimeUnit);

    // "in the night", "before dawn"; "at night" is a habit.
    private static bool IsHour(Sentence s, int i) =>
        s.Says(i, "night") && !s.Says(i - 1, "at") || s.SaysAny(i, "nightfall", "midnight", "dawn", "daybreak", "dusk");

    // "in a single day", "within hours"
    private static bool IsShort(Sentence s, int i) => s.Says(i, "day") && s.SaysAny(i - 1, "single", "one") || s.Says(i, "hours") && !s.IsNumber(i - 1);

    // "five days of air raids have", "a week of fighting"; "in five days of" is so long.
    private static bool IsDaysOf(Sentence s, int i) =>
        s.SaysAny(i, "days", "nights", "hours", "week") && s.Says(i + 1, "of") && (s.IsCount(i - 1) || s.Says(i - 1, "a"))
            && !s.SaysAny(i - 2, "in", "over", "after");

    // "were evacuated when the creek rose", "were ferried off in the night": one event, whoever counts.
    private bool TellsWhen(Draft d) =>
        s.Any(d.ZoneStart, d.ZoneEnd,
            static (s, i) => s.SaysAny(i, "when", "after") || s.SaysAny(i, "night", "dawn", "daybreak", "dusk", "nightfall", "midnight"));

    // "a daily average of 300 people", "every day 300 people cross", "flee the region every year": no day, no total.
    private string? Every(Draft d)
    {
        var number = d.Quantity.First;
        for (var i = d.ZoneStart; i < number; i++)
            if ((s.SaysAny(i + 1, "average", "mean", "rate") && s.Says(i + 2, "of") && (BeginsWith(i + 3, number) || d.PredicateAt == i + 3) ? Period.Each(s, i)

                // "hit 31 million people each year, uprooting 6 million"
                : s.SaysAny(i, "every", "each") && d.PredicateAt > i && s.IsMark(d.PredicateAt - 1, ',') ? Period.Of(s, i + 1) : null) is { } before)
                    return before;
        // "76,000 have fled, and they arrive every day": a clause of its own.
        for (var i = d.IsTally ? d.ZoneStart : d.Quantity.End; i < d.ZoneEnd && !(i > d.Quantity.End && s.SaysAny(i, "they", "it")); i++)
        {
            if (i > d.PredicateAt && BeginsClause(i)) break;
            var behind = i - d.PredicateAt;
            if ((s.SaysAny(i, "every", "each") || behind > 0 && s.Says(i, "per")
                    // "640 people are walking to the border to escape the shelling | a day"
                    || behind > 0 && s.Says(i, "a") && (i + 2 >= s.Count || s.IsMark(i + 2)) && !taken[i]
                        && !s.Is(i - 1, Tag.Preposition) && !s.EndsWith(i - 1, "ing")
                ? Period.Of(s, i + 1)
                : s.SaysAny(i, "annually", "yearly") || s.Says(i + 1, "basis")
                    || behind is > 0 and < 14 && (i + 1 >= s.Count || s.IsMark(i + 1) || s.Is(i + 1, Tag.Preposition)) ? Period.Each(s, i)
                        : null) is { } after) return after;
        }

        return null;
    }

    // "has left 206,000 people displaced", "are thought to have fled": a perfect that does not stand beside the verb of displacement.
    private bool HasLeft(Draft d)
    {
        if (d.PredicateAt < 0) return false;
        var i = d.PredicateAt - 1;
        while (s.Is(i, Tag.Adverb)) i--;
        if (s.Is(i, Tag.Have) && s.Says(i - 1, "to")) return true;
        if (d.PredicateAt < d.Quantity.End || s.Verb(d.PredicateAt) is not { } verb
            || !verb.Form.HasFlag(VerbForm.Participle) && verb.Form != VerbForm.Phrase) return false;
        i = s.Lead(d.Quantity.First) - 1;
        return s.SaysAny(i, "left", "made", "rendered", "forced", "kept", "driven") && s.SaysAny(i - 1, "has", "have");
    }

    // "the 600,000 who are displaced out of Karsa": those of whom it is known, all of them so far. So are "aid for 900 people who fled" and "900 people
    // displaced by the war have found shelter".
    private bool AllOfThem(Draft d)
    {
        var q = d.Quantity;
        var before = s.Lead(q.First) - 1;
        if (s.SaysAny(q.End, "who", "that") && d.PredicateAt > q.End && (s.SaysAny(before, "to", "for", "among")
            // "of the 900 who left, a third have since come back"
            || s.Says(before, "of") && s.Any(d.PredicateAt + 1, s.Count, static (s, i) =>
                s.SaysAny(i, "have", "has") && (s.Says(i + 1, "since")
                    || s.Verb(i + 1) is { Class: VerbClass.Move or VerbClass.Onward or VerbClass.Back or VerbClass.Arrive }))))
            return true;
        if (d.PredicateAt == q.End && s.Verb(q.End) is { Who: Who.Object } done && done.Form.HasFlag(VerbForm.Participle)
            && s.Any(q.End + 1, d.ZoneEnd, static (s, i) =>
                s.SaysAny(i, "have", "has") && s.Verb(i + 1) is { Class: VerbClass.Move or VerbClass.Arrive or VerbClass.Shelter })) return true;
        return d.PredicateAt == q.End && !d.IsTally && s.Verb(q.End) is { Who: Who.Object } verb && verb.Form.HasFlag(VerbForm.Participle)
            && (s.Says(q.First - 1, "the") || s.Says(q.First, "the")) && s.SaysAny(q.End + 1, "from", "by", "in", "within", "across", "inside");
    }

    // "speaks of | 900 people", "a count of | 900 people", "help for | 900 people", "counts | 900 people".
    private bool ToldOf(Quantity q)
    {
        var lead = s.Lead(q.First) - 1;
        return s.Says(lead, "for") || s.Says(lead, "of") && s.SaysAny(lead - 1, "speak", "speaks", "talk", "talks", "count", "tally", "list", "register")
            || s.SaysAny(lead, "counts", "count", "lists", "list");
    }

    private bool SamePeriod(Draft d)
    {
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
            if (s.Says(i, "same") && s.SaysAny(i + 1, "period", "months", "month", "weeks", "week", "days", "time"))
                return !s.SaysAny(i + 2, "last", "of", "a") && !s.SaysAny(i + 3, "the", "last", "previous", "year")
                    && !s.SaysAny(i + 4, "previous", "last", "year");
        return false;
    }

    private static bool IsFlowClass(Draft d) => d.Class is VerbClass.Move or VerbClass.Arrive or VerbClass.Onward;

    // Arrivals, departures and returns are counted anew each day; other tallies are totals.
    private bool IsFlowTally(Draft d) =>
        d.Category is Category.Return
            || d.PredicateAt >= 0
                && (s.Unit(d.PredicateAt)?.Class is UnitClass.Arrival || s.SaysAny(d.PredicateAt, "arrivals", "departures", "evacuations", "displacements"));

    // "increased by 40,000 in the last month"
    private bool IsRise(Draft d)
    {
        for (var i = d.Quantity.First - 1; i >= Math.Max(0, d.Quantity.First - 4); i--)
            if (s.SaysAny(i, "by", "of") && s.SaysAny(i - 1, "increased", "rose", "risen", "grew", "grown", "up", "swelled", "climbed", "increase", "rise"))
                return true;
        return false;
    }

    // "bringing the number of IDPs | to 9,120", "raising to 135,000 the number": those told so far and the new ones.
    private bool BroughtTo(int number)
    {
        var to = number - 1;
        while (s.Is(to, Tag.Approximately | Tag.MoreThan | Tag.LessThan)) to--;
        for (var i = to - 1; s.Says(to, "to") && i >= Math.Max(0, to - 14) && !s.IsMark(i, ';'); i--)
            if (s.SaysAny(i, "bringing", "brings", "brought", "raising", "pushing", "increasing", "lifting", "swelling")) return true;
        return false;
    }

    // Nothing but a comma and quantifiers between "every day" and its number.
    private bool BeginsWith(int from, int number)
    {
        for (var i = from; i < number; i++)
            if (!(s.IsMark(i, ',') || s.Is(i, Tag.Approximately | Tag.Determiner | Tag.Further))) return false;
        return true;
    }

    // "the number of people who have left | has topped 60,000", "has risen to 60,000", "now stands at 60,000": a count that goes on.
    private bool Passed(Quantity q)
    {
        var way = s.SaysAny(q.First - 1, "to", "at") ? q.First - 2 : q.First - 1;
        for (var verb = q.First; verb >= way; verb--)
            if (s.SaysAny(verb, "topped", "passed", "exceeded", "surpassed", "reached", "risen", "climbed", "grown", "swelled", "swollen", "jumped", "soared"))
                return s.Is(verb - 1, Tag.Have) || s.Is(verb - 1, Tag.Adverb) && s.Is(verb - 2, Tag.Have);
        return s.Says(way, "stands") && s.Says(way - 1, "now");
    }

    private bool TotalSaid(Draft d)
    {
        // "which makes 8,300 households altogether"
        if (s.SaysAny(d.Quantity.First - 1, "makes", "making") && (s.IsMark(d.Quantity.End) || s.SaysAny(d.Quantity.End, "since", "so"))) return true;
        if (s.Says(d.Quantity.End, "in") && s.SaysAny(d.Quantity.End + 1, "total", "all") || s.SaysAny(d.Quantity.End, "overall", "altogether")) return true;
        for (var i = Math.Max(0, d.Quantity.First - 20); i < d.Quantity.First; i++)
            if (s.SaysAny(i, "total", "totals", "tally", "cumulative")) return true;
        return false;
    }
}
