using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>When a fact was, and whether it still is: its day, the day ahead, long ago, "is" and "remains".</summary>
internal sealed partial class AccessReader
{
    // The day of it: one told after, else before, else "now" and "since".
    private TimeExpression? TimeOf(int first, int end) =>
        times.Find(t => IsDay(t) && t.First >= first && !IsParted(end, t.First))
            ?? times.FindLast(t => IsDay(t) && t.End <= first && !(s.Any(t.End, first, static (s, i) => s.IsMark(i, ';')) && Holds(first, end)))
            ?? times.Find(static t => t.Kind == TimeKind.Now)
            ?? times.Find(t => t is { Kind: TimeKind.Since, Start: not null } && (t.First >= first || t.End <= first && !IsParted(t.End, first)));

    private bool IsDay(TimeExpression time) =>
        time.Kind == TimeKind.Point || time.Kind == TimeKind.By && time.Day <= context.Published && !IsUntil(time);

    // "closed until Friday": when it ends, and not when it began.
    private bool IsUntil(TimeExpression time) => s.AnyBefore(time.First, 3, static (s, i) => s.SaysAny(i, "until", "till", "before"));

    // What was taken or shut years ago is history; a siege that began then goes on.
    private bool IsLongPast(TimeExpression? time) =>
        time is { Kind: TimeKind.Point or TimeKind.By, Day: { } day } && day.Plus(400) < context.Published;

    // "cleared the road by Sunday": the last one.
    private TimeExpression? Deadline(int end) =>
        times.Find(t => t is { Kind: TimeKind.By, Accuracy: DateAccuracy.Day } && !IsUntil(t) && t.First >= end && !IsParted(end, t.First)
            && t.Day > context.Published) is { } by ? by with { Start = by.Day?.Plus(-7), Last = by.Day?.Plus(-7) } : null;

    // "will be closed on 10 March", "plans to reopen on Monday": the day to come from which on it is meant; null where none is told.
    private DateOnly? DayAhead(int first, int end)
    {
        if (context.Published is not { } today) return null;
        for (var i = 0; i < s.Count; i++)
            if (s.Says(i, "tomorrow") && (i < end || !IsParted(end, i))) return today.Plus(1);
        for (var i = 0; i < times.Count; i++)
        {
            var (time, after) = (times[i], times[i].First >= first);
            if (time is not { Accuracy: DateAccuracy.Day, Day: { } day } || after && IsParted(end, time.First)) continue;
            if (time.Kind is not (TimeKind.Point or TimeKind.Range or TimeKind.Since) && !(time.Kind == TimeKind.By && s.Says(time.First - 1, "by"))) continue;
            // "said on Tuesday that it will be closed", "will be closed, he said on Tuesday": the day of the speech.
            var said = !after;
            for (var k = end; k < time.First; k++) said |= s.IsMark(k) || s.Is(k, Tag.Speech);
            // A weekday alone is read as the last one.
            if (!said && day < today && time.Kind == TimeKind.Point && time.End == time.First + 1 && s.Is(time.First, Tag.Weekday)) day = day.Plus(7);
            if (said ? day > today : day >= today) return day;
        }

        return null;
    }

    // Another clause begins between: "took Athba, and two days later they were in Albu Saif".
    private bool IsParted(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ';') || s.SaysAny(i, "which", "who", "where")) return true;
            if (!s.SaysAny(i, "and", "but", "while") || s.Is(i + 1, Tag.Helping)) continue;
            // "fell to the army and its allies on Tuesday" is one clause: no verb follows, and no time at once.
            for (var k = i + 1; k < to; k++)
                if (s.Is(k, Tag.Verbs) && !s.Is(k - 1, Tag.Determiner)) return true;
            if (to - i < 3) return true;
        }

        return false;
    }

    // "In 1999 rebels captured it", "twice in recent years": long ago, and no news.
    private bool IsHistory(int first, int end)
    {
        var told = false;
        for (var i = Math.Max(0, first - 6); i < Math.Min(s.Count, end + 6); i++)
        {
            if (s.IsMark(i) || s.Is(i, Tag.Conjunction))
            {
                if (i >= end) break;
                // "The bridge, built in 1961, was destroyed"
                if ((i < first || s.IsMark(i, ',')) && !s.Says(i - 1, "ago")) told = false;
                continue;
            }
            // "Years ago the bridge was closed", "During the last war"
            if (s.SaysAny(i, "years", "decades", "generations") && s.Says(i + 1, "ago") || RealisReader.IsLongAgo(s, i)) told = true;
            if (s.SaysAny(i - 1, "in", "until", "by") && s[i].End - s[i].Start == 4 && context.Published is { } now
                && int.TryParse(s.Chars(i), out var year) && year > 1900 && year < now.Year - 1)
                told = true;
        }

        return told;
    }

    // "is closed", "remains open", "blocks the road": told of the day of publication.
    private bool Holds(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.SaysAny(i, "is", "are", "remains", "remain", "stays", "stay", "blocks", "block", "controls") && !s.SaysAny(i + 1, "being", "to"))
                return true;
        // "the bridge carries buses", "cars still crawl"
        if (s.Any(first, end, static (s, i) => s.Transit(i) is { Form: VerbForm.Third } or { Kind: TransitKind.Lets } && s.EndsWith(i, "s")
            || s.Says(i, "still"))) return true;
        // "Orna road: blocked", "Orna bridge NOT passable": a line of a list. "The frontier closed" is told of a day that is past.
        var label = s.Any(first, end, static (s, i) => s.IsMark(i, ':'));
        for (var i = first; i < end; i++)
            if (s.Is(i, Tag.Helping) || IsFinite(s.Act(i), VerbForm.Past | VerbForm.Base | VerbForm.Third, label)
                || IsFinite(s.Verb(i), VerbForm.Past, label) || IsFinite(s.Transit(i), VerbForm.Past, label))
                return false;
        return first == 0 || s.IsMark(first - 1);
    }

    // After a label, what may be a participle is one.
    private static bool IsFinite(Meaning? verb, VerbForm finite, bool label) => verb is { Form: var form } && (form & finite) != 0
        && !(label && form.HasFlag(VerbForm.Participle));

    // A token of a time, or one that leads to it: "on | Tuesday", "the | next day".
    private bool IsWhen(int i) => i < s.Count
        && (taken[i] || s.Says(i, "same") || s.Says(i, "the") && s.Says(i + 1, "same")
            || s.Says(i - 1, "same") && s.SaysAny(i, "evening", "night", "morning", "afternoon")
            || s.SaysAny(i, "on", "in", "at", "late", "early", "the", "a", "two") && (IsWhenAt(i + 1) || s.SaysAny(i + 1, "early", "late"))
            || s.SaysAny(i, "late", "early") && s.SaysAny(i + 1, "on", "in") && IsWhenAt(i + 2) || s.Is(i, Tag.TimeUnit)
            || s.SaysAny(s.SaysAny(i, "at", "by") ? i + 1 : i, "noon", "midday", "midnight", "dawn", "dusk", "nightfall", "sunrise", "sunset"));

    private int SkipWhen(int i)
    {
        while (IsWhen(i)) i++;
        return i;
    }

    private bool IsWhenAt(int i) => i < s.Count && (taken[i] || s.Is(i, Tag.TimeUnit));

    // "moved | on Monday | to block": back over a time.
    private int BackOver(int i)
    {
        while (i > 0 && (taken[i] || s.SaysAny(i, "on", "in", "at", "late", "early") && taken[i + 1])) i--;
        return i;
    }
}
