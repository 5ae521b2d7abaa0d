using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Times;

/// <summary>
/// Reads expressions of time and anchors them to the publication day; without one, only dates that carry their year are resolved.
/// Weeks begin on Monday.
/// </summary>
internal sealed partial class TimeReader(DateOnly? published)
{
    /// <summary>Starts of named campaigns, for "since the campaign began" (schema, pipeline step 7).</summary>
    private static readonly (string Name, DateOnly Start)[] Campaigns = [("Mosul", new DateOnly(2016, 10, 17))];

    /// <summary>The last day that the text spoke of, for "a day later".</summary>
    private DateOnly? lastTold;

    public List<TimeExpression> Read(Sentence s, bool[] taken)
    {
        var found = new List<TimeExpression>();
        for (var i = 0; i < s.Count; i++)
        {
            if (taken[i] || s[i].Kind is TokenKind.Mark or TokenKind.Quote) continue;
            if (!MayBegin(s, i) || (Absolute(s, i) ?? Relative(s, i)) is not { } core) continue;
            // "born in 1961": of one person's life, and private.
            if (s.Says(core.First - 1, "born") || s.Says(core.First - 2, "born") && s.SaysAny(core.First - 1, "in", "on")) continue;
            var expression = Introduced(s, core);
            for (var t = core.First; t < core.End; t++) taken[t] = true;
            found.Add(expression);
            if (expression.Last is { } day && expression.Accuracy == DateAccuracy.Day) lastTold = day;
            i = core.End - 1;
        }

        return found;
    }

    private static readonly WordSet Starts = new(
        "yesterday", "last", "today", "tonight", "overnight", "midday", "this", "dawn", "now", "currently", "presently", "until", "past", "previous", "next",
        "recent", "weekend", "reporting", "first", "second", "third", "fourth", "final");
    private static readonly WordSet SmallStarts = new("the", "a", "to", "so", "that");
    private static readonly WordSet AfterSmall = new("date", "far", "next", "following", "previous", "day", "morning", "afternoon", "evening", "night");
    private const Tag Dated = Tag.Month | Tag.Weekday | Tag.Cardinal;

    // Most words begin no expression of time, which one look settles.
    private static bool MayBegin(Sentence s, int i) =>
        s[i].Kind != TokenKind.Word || s.Is(i, Dated) || s.IsIn(i, Starts)
        || s.IsIn(i, SmallStarts) && (s.IsIn(i + 1, AfterSmall) || s.Is(i + 1, Tag.TimeUnit)) || s[i].Word is null && s.Chars(i).Contains('-');

    // What stands before the date makes it a start, an end, a day of reading.
    private TimeExpression Introduced(Sentence s, TimeExpression core)
    {
        if (core.Kind is TimeKind.SoFar or TimeKind.Now or TimeKind.Since) return core;
        var at = core.First - 1;
        while (s.IsIn(at, OfDate) && at > 0 && core.First - at < 5) at--;
        // "From 17 October, when the assault began, 730,000 have been displaced"
        var onward = s.Says(at, "since") || s.Says(at, "from") && (s.SaysAny(core.End, "onwards", "onward", "on")
            || at == 0 && s.IsMark(core.End, ',') && core.Kind == TimeKind.Point && s.Any(core.End, s.Count, static (s, i) => s.SaysAny(i, "have", "has")));
        if (onward || s.SaysAny(at, "on", "in") && (SinceEvent(s, at) || Began(s, at)) || Began(s, at + 1))
            return core with { Kind = TimeKind.Since, Last = published };
        if (s.Says(at, "as") || s.SaysAny(at, "of", "at") && s.Says(at - 1, "as")) return core with { Kind = TimeKind.AsOf };
        if (WeekTo(s, core) is { } range) return range;
        if (s.Says(core.First - 1, "of") && s.Says(core.First - 2, "as")) return core with { Kind = TimeKind.AsOf };
        if (s.SaysAny(core.First, "dawn", "midday")) return core;
        // "by nightfall on | Sunday"
        var until = s.Says(at, "by") || s.Says(at, "on") && s.Says(at - 2, "by") && s.IsIn(at - 1, DayParts)
            || s.SaysAny(at, "until", "till", "before") && core.Kind != TimeKind.Range || s.Says(at, "to") && s.Says(at - 1, "up");
        return until ? core with { Kind = TimeKind.By } : core;
    }

    private static readonly WordSet DayParts = new(
        "early", "late", "dawn", "noon", "midday", "dusk", "nightfall", "sunset", "midnight", "morning", "evening", "night");

    private static readonly WordSet OfDate = new(
        "the", "early", "late", "mid", "last", "this", "around", "about", "end", "of", "beginning", "start", "local", "time");

    // "fighting that | began on 14 August | has displaced 15,000"
    private static bool Began(Sentence s, int at)
    {
        var verb = s.Says(at - 1, "out") ? at - 2 : at - 1;
        return s.SaysAny(verb - 1, "that", "which") && s.SaysAny(verb, "began", "started", "erupted", "begun", "escalated", "broke");
    }

    // "since the assault on Odra opened on 3 May": since, an event, the day it began.
    private static bool SinceEvent(Sentence s, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 12 && !s.IsMark(i, ',') && !s.IsMark(i, ';'); i--)
            if (s.Says(i, "since")) return !s.Is(i - 1, Tag.Have);
        return false;
    }

    // "in the week to 24 October", "the ten days ending 3 May"
    private static TimeExpression? WeekTo(Sentence s, TimeExpression core)
    {
        var unit = core.First - 2;
        if (!s.SaysAny(core.First - 1, "to", "ending", "until", "through") || core.Last is not { } last) return null;
        if (!s.SaysAny(unit, "week", "fortnight", "days", "month")) return null;
        var count = s.Says(unit, "days") ? Amount(s, unit - 1) ?? 0 : 1;
        return Days(s, unit, count) is > 0 and < 400 and var days ? core with { Kind = TimeKind.Range, Start = last.Plus(1 - days) } : null;
    }

    /// <summary>"since" with an event and no date: the start is that of a named campaign, or not known.</summary>
    public TimeExpression? SinceWithoutDate(Sentence s, List<TimeExpression> found)
    {
        for (var i = 0; i + 1 < s.Count; i++)
        {
            if (!s.Says(i, "since") || s.Is(i - 1, Tag.Have) || s.Is(i + 1, Tag.Predicate) && !s.Is(i + 1, Tag.Cause)) continue;
            if (found.Exists(t => t.Kind == TimeKind.Since && t.First > i && t.First - i < 14)) continue;
            return new TimeExpression(i, i + 1, TimeKind.Since, StartAfter(s, i), published, DateAccuracy.Day);
        }

        return null;
    }

    // "since | the Mosul campaign began", "since | the start of the year"
    private DateOnly? StartAfter(Sentence s, int since)
    {
        if (published is not { } day) return null;
        var campaign = s.SaysAny(since + 2, "campaign", "offensive", "assault", "battle", "operation", "operations");
        for (var i = since; i < Math.Min(s.Count, since + 10); i++)
        {
            foreach (var (name, start) in Campaigns)
                if (campaign && s.Says(i, name) && day >= start) return start;
            if (!s.SaysAny(i, "start", "beginning", "outset") || !s.Says(i + 1, "of")) continue;
            var unit = s.SaysAny(i + 2, "the", "this") ? i + 3 : i + 2;
            if (s.Says(unit, "year")) return new DateOnly(day.Year, 1, 1);
            if (s.Says(unit, "month")) return new DateOnly(day.Year, day.Month, 1);
            if (s.Says(unit, "week")) return Monday(day);
        }

        return null;
    }
}
