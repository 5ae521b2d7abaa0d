using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Which times of a sentence are those of a figure, and which are of its speaker, another clause or another deed.</summary>
internal sealed partial class FigureReader
{
    // Words of time in the stretch of this number that are of its deed.
    private bool Belongs(TimeExpression t, Draft d) =>
        (t.First >= d.ZoneStart || Opens(t, d.ZoneStart)) && t.First < d.ZoneEnd && !(t.First >= d.Quantity.Core && t.First < d.Quantity.CoreEnd)
        && !OfSpeech(t) && !(t.Kind == TimeKind.Since && Superlative(t.First)) && !OfOtherClause(t, d) && !OpensOther(t, d);

    // "on Monday 3,000 and | on Tuesday 2,500 people came": the day before a number is of that number.
    private bool OpensOther(TimeExpression t, Draft d) =>
        t.First > d.Quantity.End && s.SaysAny(t.First - 1, "on", "in", "by") && (s.SaysAny(t.First - 2, "and", "but") || s.IsMark(t.First - 2, ','))
            && quantities.Exists(q => q.Role == NumberRole.Figure && s.Lead(q.First) == t.End && q.First > d.Quantity.End);

    // "the agency said on Sunday", "told reporters late on Friday": the day of the speech, not of what it speaks of.
    private bool OfSpeech(TimeExpression t)
    {
        if (t.Kind is not TimeKind.Point) return false;
        if (s.Is(t.End, Tag.Speech)) return true;
        for (var i = t.First; i >= Math.Max(0, t.First - (s.IsMark(t.End) || t.End >= s.Count ? 12 : 6)); i--)
        {
            // "showed up", "put to sea": a deed that begins with such a word.
            if (s.Verb(i, out var words) is not null && words > 1 && i < t.First) return false;
            if (s.Is(i, Tag.Speech) && i < t.First) return !s.Is(i - 1, Tag.Be);
            if (i < t.First && (s.IsMark(i) || s.IsNumber(i) || s.Is(i, Tag.Predicate | Tag.Counting | Tag.Unit))) return false;
        }

        return false;
    }

    // "...; the day before, | it had been 900"
    private bool Opens(TimeExpression t, int comma)
    {
        if (t.End != comma || !s.IsMark(comma, ',')) return false;
        var before = s.Is(t.First - 1, Tag.Preposition) ? t.First - 2 : t.First - 1;
        return s.IsMark(before, ';') || s.SaysAny(before, "and", "but", "while");
    }

    // "With the bridge shut since Tuesday, | 870 people waded over", "60 families left on Friday, and | by Saturday nobody was there": a start or an end
    // that stands in a clause of its own.
    private bool OfOtherClause(TimeExpression t, Draft d)
    {
        if (t.Kind is not (TimeKind.Since or TimeKind.By or TimeKind.SoFar) || d.PredicateAt < 0 || d.Journey.Motion is Motion.Stay or Motion.Home)
            return false;
        var word = t.First;
        for (var i = t.First; i >= Math.Max(0, t.First - 12) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "since", "by", "until"))
            {
                word = i;
                break;
            }

        if (t.First >= Math.Max(d.Quantity.End, d.PredicateAt + 1))
            return s.SaysAny(word - 1, "and", "but", "yet") && s.IsWord(t.End) && !s.Is(t.End, Tag.Have);
        var first = Math.Min(d.Quantity.First, d.PredicateAt);
        if (t.End > first || !s.IsWord(word - 1) || s.Is(word - 1, Tag.Speech | Tag.Conjunction | Tag.TimeUnit)
            || s.SaysAny(word - 1, "that", "which", "who", "has", "have", "had")) return false;
        if (!s.Any(t.End, first, static (s, i) => s.IsMark(i, ',') || s.SaysAny(i, "and", "so", "but", "yet"))) return false;
        for (var i = word - 1; i >= 0 && !s.IsMark(i); i--)
            if (s.Is(i, Tag.Helping) || s.EndsWith(i, "ed") || s.SaysAny(i, "with", "cut", "shut", "held", "because", "although")) return true;
        return false;
    }

    // "76,000 have fled | and new arrivals are registered every day": another subject with a verb of its own.
    private bool BeginsClause(int i)
    {
        if (!s.Says(i, "and") || s.Is(i + 1, Tag.Helping)) return false;
        for (var verb = i + 2; verb < i + 5 && s.IsWord(verb); verb++)
            if (s.Is(verb, Tag.Helping)) return true;
        return false;
    }

    // "640 left on Friday from a town besieged since August": a start of something else, where the deed has its own day.
    private TimeExpression? OtherSince(Draft d, List<TimeExpression> own)
    {
        if (d.Perfect || d.IsTally || d.PredicateAt < 0 || s.Verb(d.PredicateAt) is not { Form: not VerbForm.Noun }) return null;
        return own.Find(t =>
            t.Kind is TimeKind.Since or TimeKind.SoFar
                && own.Exists(x =>
                    x.Kind is TimeKind.Point or TimeKind.Range && x.Accuracy == DateAccuracy.Day
                        && (x.First < t.First && x.First > Math.Min(d.Quantity.First, d.PredicateAt) - 6 || s.IsMark(d.ZoneStart, ':')
                            || s.Any(t.End, d.Quantity.First, static (s, i) => s.IsMark(i, ':')))));
    }

    // "after the onset of clashes | on 26 August", "the earthquake of | 12 November", "the storm, which hit the coast | on Friday": the day of what drove
    // people out.
    private bool OfEvent(TimeExpression t)
    {
        if (t.Kind != TimeKind.Point || t.Start is null) return false;
        if (s.Says(t.First - 1, "of") && s.EndingAt(t.First - 1, Tag.Cause, out _) is not null) return true;
        for (var i = t.First - 1; i > 0 && t.First - i < 12 && !s.IsMark(i); i--)
        {
            if (s.SaysAny(i, "that", "which") && s.EndingAt(s.IsMark(i - 1, ',') ? i - 1 : i, Tag.Cause, out _) is not null) return true;
            if (s.SaysAny(i, "onset", "outbreak", "start", "beginning", "eruption"))
                return s.SaysAny(s.BeforeArticle(i - 1), "after", "following");
        }

        return false;
    }

    // "fled the city, which was taken over the weekend", "at a post where people began to cross on Friday": told of the place.
    private bool OfRelative(TimeExpression t, Draft d)
    {
        for (var i = t.First - 1; i > Math.Max(d.Quantity.End, d.PredicateAt) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "which", "where", "whose")) return true;
        return false;
    }

    // The boundary to a clause after the one of the number and its verb, or 0.
    private int LaterClause(Draft d)
    {
        for (var i = Math.Max(d.Quantity.End, d.PredicateAt + 1); i < d.ZoneEnd; i++)
            if (s.IsMark(i, ',') && s.SaysAny(i + 1, "but", "while", "whereas", "although", "though")) return i;
        return 0;
    }

    // "On Monday 800 were let over, while by Thursday the ford was closed": the day of a later clause is not theirs when they have their own.
    // "640 have fled, the army said, although nothing was heard overnight": nor of those who are all so far.
    private void LeaveOutOthers(Draft d, List<TimeExpression> own)
    {
        if (own.Count > 0 && LaterClause(d) is var later and > 0 && (d.Perfect || own.Exists(t => t.First < later))) own.RemoveAll(t => t.First >= later);
        own.RemoveAll(t => OfRelative(t, d));
    }

    // "moved 900 families out of Sanda and 400 out of Karsa since March": what stands at the end of a list is told of all of it.
    private List<TimeExpression> AtEndOfList(Draft d, List<Draft> drafts) =>
        d.PredicateAt >= 0 && drafts.FindLast(x => x.Quantity.First > d.Quantity.First && x.PredicateAt == d.PredicateAt) is { } tail
            ? times.FindAll(t => (t.Kind is TimeKind.Since || IsByMeans(tail)) && t.First >= tail.Quantity.End && t.First < tail.ZoneEnd) : [];

    // "800 by bus and 1,200 | by boat on Sunday": one day for both.
    private bool IsByMeans(Draft d) => s.SaysAny(d.Quantity.End, "by", "on") && s.Has(d.Quantity.End + 1, Cue.Transport);
}
