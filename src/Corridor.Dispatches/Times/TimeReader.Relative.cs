using System.Globalization;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Times;

/// <summary>Times told from the publication day, or from the day that the text spoke of last.</summary>
internal sealed partial class TimeReader
{
    private TimeExpression? Relative(Sentence s, int i) =>
        s.Find(i, Tag.Weekday) is { } weekday && s[i].Capital ? Weekday(s, i, int.Parse(weekday.Name, CultureInfo.InvariantCulture) % 7)
        : Today(s, i) ?? UpToNow(s, i) ?? Calendar(s, i) ?? Compound(s, i) ?? Period(s, i) ?? Counted(s, i) ?? Chained(s, i);

    // "by Sunday" looks forward; "on Sunday" back, the publication day included.
    private TimeExpression Weekday(Sentence s, int i, int target)
    {
        if (published is not { } anchor) return Day(i, i + 1, null);
        // "Thursday last week", "Friday of last week"
        var lastWeek = s.Says(i + 1, "of") ? i + 2 : i + 1;
        if (s.Says(lastWeek, "last") && s.Says(lastWeek + 1, "week")) return Day(i, lastWeek + 2, Monday(anchor).Plus(-7 + (target + 6) % 7));
        if (Weekdays(s, i, target, anchor) is { } days) return days;
        var back = ((int)anchor.DayOfWeek - target + 7) % 7;
        // "the Monday before last", "Monday a week ago", "Monday last week"
        if (s.Says(i + 1, "before") && s.Says(i + 2, "last")) return Day(i, i + 3, anchor.Plus(-back - 7));
        if (s.SaysAny(i + 1, "a", "one") && s.Says(i + 2, "week") && s.Says(i + 3, "ago")) return Day(i, i + 4, anchor.Plus(-back - 7));
        return Day(i, i + 1, s.SaysAny(i - 1, "by", "until", "next", "till", "before") ? anchor.Plus((7 - back) % 7) : anchor.Plus(-back));
    }

    private static DateOnly Monday(DateOnly day) => day.Plus(-(((int)day.DayOfWeek + 6) % 7));

    // "between Sunday and Monday", "on Saturday and Sunday", "from Tuesday to Thursday": the last such days that are over.
    private static TimeExpression? Weekdays(Sentence s, int i, int target, DateOnly anchor)
    {
        var joined = s.SaysAny(i + 1, "to", "through", "until") || s.IsMark(i + 1, '-') || s.IsMark(i + 1, '–')
            || s.Says(i + 1, "and") && s.SaysAny(i - 1, "on", "between", "over", "both");
        if (!joined || s.Find(i + 2, Tag.Weekday) is not { } until || !s[i + 2].Capital) return null;
        var end = int.Parse(until.Name, CultureInfo.InvariantCulture) % 7;
        var last = anchor.Plus(-(((int)anchor.DayOfWeek - end + 7) % 7));
        return new TimeExpression(i, i + 3, TimeKind.Range, last.Plus(-((end - target + 7) % 7)), last, DateAccuracy.Day);
    }

    private TimeExpression? Today(Sentence s, int i)
    {
        var partOfDay = s.SaysAny(i + 1, "morning", "afternoon", "evening", "night");
        if (s.Says(i, "yesterday")) return Day(i, i + 1, published?.Plus(-1));
        if (s.Says(i, "last") && s.SaysAny(i + 1, "night", "evening")) return Day(i, i + 2, published?.Plus(-1));
        if (s.SaysAny(i, "today", "tonight", "overnight", "midday")) return Day(i, i + 1, published);
        if (s.Says(i, "dawn") && s.SaysAny(i - 1, "before", "at", "since", "after")) return Day(i, i + 1, published);
        if (s.Says(i, "this") && partOfDay) return Day(i, i + 2, published);
        if (!s.Says(i, "that")) return null;
        if (s.Says(i + 1, "week")) return new TimeExpression(i, i + 2, TimeKind.Point, null, null, DateAccuracy.Week);
        return partOfDay || s.Says(i + 1, "day") ? Day(i, i + 2, lastTold) : null;
    }

    // "now", "up to now", "so far", "so far this year"
    private TimeExpression? UpToNow(Sentence s, int i)
    {
        if (s.SaysAny(i, "now", "currently", "presently") && !s.SaysAny(i - 1, "until", "for"))
            return s.Says(i - 1, "to") && s.Says(i - 2, "up")
                ? new TimeExpression(i, i + 1, TimeKind.SoFar, null, published, DateAccuracy.Day)
                : new TimeExpression(i, i + 1, TimeKind.Now, published, published, DateAccuracy.Day);
        if (!(s.Says(i, "so") && s.Says(i + 1, "far") || s.Says(i, "to") && s.Says(i + 1, "date") || s.Says(i, "until") && s.Says(i + 1, "now"))) return null;
        if (s.Says(i + 2, "this") && s.SaysAny(i + 3, "year", "month", "week")) return Unit(s, i + 3, i, "this") with { Kind = TimeKind.Since };
        // "the biggest daily number so far": a record, no running total.
        for (var k = i - 1; k >= Math.Max(0, i - 6) && !s.IsMark(k); k--)
            if (s.SaysAny(k, "biggest", "largest", "highest", "heaviest", "greatest", "worst")) return null;
        return new TimeExpression(i, i + 2, TimeKind.SoFar, null, published, DateAccuracy.Day);
    }

    // "this week", "last month", "the past day", "the weekend", "in recent weeks", "last summer"
    private TimeExpression? Calendar(Sentence s, int i)
    {
        if (s.SaysAny(i, "this", "last", "past", "previous", "next"))
        {
            var unit = s.SaysAny(i + 1, "week", "month", "year", "weekend", "fortnight") || s.Says(i + 1, "day") && s.SaysAny(i, "past", "last");
            if (unit) return Unit(s, i + 1, i, s.Words(i, i + 1).ToLowerInvariant());
            return s.SaysAny(i, "this", "last") && s.Find(i + 1, Tag.Season) is { } season
                ? Season(i, int.Parse(season.Name, CultureInfo.InvariantCulture), s.Says(i, "last")) : null;
        }

        if (s.Says(i, "weekend") && s.Says(i - 1, "the")) return Unit(s, i, i, "this");
        if (!s.Says(i, "recent") || !s.SaysAny(i + 1, "days", "weeks", "months") || !s.SaysAny(i - 1, "in", "over", "during", "the")) return null;
        return new TimeExpression(i, i + 2, TimeKind.Range, null, published, Accuracy(Days(s, i + 1, 1) ?? 1));
    }

    private TimeExpression Unit(Sentence s, int unitAt, int first, string which)
    {
        var end = unitAt + 1;
        if (published is not { } day) return new TimeExpression(first, end, TimeKind.Point, null, null, DateAccuracy.Week);
        TimeExpression Range(DateOnly from, DateOnly to, DateAccuracy accuracy) => new(first, end, TimeKind.Range, from, to, accuracy);
        var last = which is "last" or "past" or "previous";
        if (s.Says(unitAt, "weekend"))
        {
            var saturday = Monday(day).Plus(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 5 : -2);
            return Range(saturday, saturday.Plus(1), DateAccuracy.Day);
        }

        // "in the past week" is the seven days to today, "last week" the calendar week before.
        if (s.SaysAny(unitAt, "day", "fortnight") || which == "past" || which == "last" && s.Says(first - 1, "the"))
            return Back(first, end, Days(s, unitAt, 1) ?? 1);
        if (s.Says(unitAt, "week"))
        {
            var monday = Monday(day).Plus(last ? -7 : which == "next" ? 7 : 0);
            return Range(monday, which == "this" ? day : monday.Plus(6), DateAccuracy.Week);
        }

        if (s.Says(unitAt, "month"))
        {
            var start = new DateOnly(day.Year, day.Month, 1);
            return last ? Range(start.PlusMonths(-1), start.Plus(-1), DateAccuracy.Month)
                : Range(start, which == "next" ? start.PlusMonths(2).Plus(-1) : day, DateAccuracy.Month);
        }

        return last ? Years(first, end, day.Year - 1, day.Year - 1) : Range(new DateOnly(day.Year, 1, 1), day, DateAccuracy.Year);
    }

    private TimeExpression Season(int first, int month, bool last)
    {
        DateOnly? start = published is { } day ? new DateOnly(last ? day.Year - 1 : day.Year, month, 1) : null;
        return new TimeExpression(first, first + 2, TimeKind.Point, start, start?.PlusMonths(3).Plus(-1), DateAccuracy.Month);
    }

    private TimeExpression Back(int first, int end, int days) => new(first, end, TimeKind.Range, published?.Plus(-days), published, Accuracy(days));

    private static DateAccuracy Accuracy(int days) =>
        days >= 365 ? DateAccuracy.Year : days >= 30 ? DateAccuracy.Month : days is 7 or 14 ? DateAccuracy.Week : DateAccuracy.Day;

    // Two centuries: what lasted longer is told of no displacement.
    private const int Longest = 73_000;

    // "the past 24 hours", "the last 13 days", "three weeks ago", "two days later", "within 24 hours"
    private TimeExpression? Counted(Sentence s, int i)
    {
        var past = s.SaysAny(i, "past", "last", "previous") && s.SaysAny(i - 1, "the", "these");
        var at = past ? i + 1 : i;
        if (past && s.SaysAny(at, "few", "several", "couple")) return Days(s, at + 1, 3) is { } some ? Back(i, at + 2, some) : null;
        if ((Amount(s, at) ?? (s.Says(at, "a") && !past ? 1 : null)) is not { } count) return null;
        if (s.IsMark(at + 1, '-') && s.IsNumber(at)) at++;
        if (count > 10000 || Days(s, at + 1, count) is not { } days || days > Longest) return null;
        if (past) return Back(i, at + 2, days);
        // "three weeks into the offensive", "in six years of war": everyone since it began.
        var within = s.SaysAny(i - 1, "in", "during", "over") && s.Says(at + 2, "of") && days > 28;
        if (s.Says(at + 2, "into") && s.Is(at + 3, Tag.Determiner) || within && s.Is(at + 3, Tag.Cause))
            return new TimeExpression(i, at + 2, TimeKind.Since, published?.Plus(-days), published, Accuracy(days));
        if (s.Says(at + 2, "ago"))
        {
            var day = published?.Plus(-days);
            return new TimeExpression(i, at + 3, TimeKind.Point, day, day, days < 14 ? DateAccuracy.Day : days < 30 ? DateAccuracy.Week : Accuracy(days));
        }

        // "against 2,905 in the two days before", "two days later", "three days before."
        var closes = !s.IsWord(at + 3);
        if (s.Says(i - 1, "the") && s.SaysAny(at + 2, "before", "earlier") && closes)
            return new TimeExpression(i, at + 3, TimeKind.Range, lastTold?.Plus(-days), lastTold?.Plus(-1), DateAccuracy.Day);
        if (s.SaysAny(at + 2, "later", "earlier") || s.SaysAny(at + 2, "before", "after") && closes)
            return Day(i, at + 3, lastTold?.Plus(s.SaysAny(at + 2, "later", "after") ? days : -days));
        // "within 24 hours", "in just two days", "over three weeks": a span up to the publication day; "for three weeks" only takes its number out of play.
        var of = i - 1;
        while (s.SaysAny(of, "just", "only", "barely", "under", "about", "around", "nearly", "almost")) of--;
        return s.SaysAny(of, "within", "in", "over") && days <= 366 && !s.SaysAny(at + 2, "of", "time") ? Back(i, at + 2, days) : null;
    }

    private static double? Amount(Sentence s, int i) =>
        s.IsNumber(i) ? s[i].Value : s.Find(i, Tag.Cardinal) is { } word ? double.Parse(word.Name, CultureInfo.InvariantCulture) : null;

    private static int? Days(Sentence s, int i, double count) => s.Find(i, Tag.TimeUnit) is { } unit ? Days(unit, count) : null;

    private static int Days(Meaning unit, double count) =>
        unit.Name == "0" ? (int)Math.Ceiling(count / 24) : (int)(count * int.Parse(unit.Name, CultureInfo.InvariantCulture));

    // "over a four-day period", "in a span of 3 days", "during the reporting period": up to the publication day.
    private TimeExpression? Period(Sentence s, int i)
    {
        if (!s.SaysAny(i - 1, "the", "a", "this") || !s.SaysAny(i - 2, "over", "in", "during", "within") || !s.IsWord(i)) return null;
        if (s.Says(i, "reporting") && s.SaysAny(i + 1, "period", "week", "month"))
            return new TimeExpression(i, i + 2, TimeKind.Range, null, published, DateAccuracy.Week);
        if (!s.SaysAny(i + 1, "period", "span", "stretch", "window") || s.Words(i, i + 1).Split('-') is not [var number, var unit]) return null;
        return Word(number, Tag.Cardinal) is { } count && Word(unit, Tag.TimeUnit) is { } days
            ? Back(i, i + 2, Days(days, double.Parse(count.Name, CultureInfo.InvariantCulture))) : null;
    }

    private static Meaning? Word(string word, Tag tag) => Lexicon.Default.Find(WordKey.Of(word))?.Lexeme?.Find(tag);

    // "the 13-day battle", "the two-week-old campaign", "its seven-year insurgency": since it began. "34-year-old" is an age.
    private TimeExpression? Compound(Sentence s, int i)
    {
        var digits = s.IsNumber(i) && s.IsMark(i + 1, '-') && s.IsWord(i + 2);
        if (!digits && !s.Chars(i).Contains('-') || s.SaysAny(s.BeforeArticle(i - 1), "after", "following")) return null;
        var end = digits ? i + 3 : i + 1;
        if (!s.Is(end, Tag.Cause) && !s.Is(end + 1, Tag.Cause)) return null;
        var parts = s.Words(digits ? i + 2 : i, end).Split('-');
        // "month-old", "two-week-old", "13 | day", "13 | day-old"
        var old = parts[^1] is "old" or "long";
        var unitAt = digits || old && parts.Length == 2 ? 0 : 1;
        if (unitAt >= parts.Length || Word(parts[unitAt], Tag.TimeUnit) is not { } unit) return null;
        var length = Days(unit, 1);
        if (length is not (1 or 7 or 30) && (old || length != 365) || !old && !s.Is(end, Tag.Cause)) return null;
        var count = digits ? s[i].Value : 1;
        if (unitAt > 0) count = Word(parts[0], Tag.Cardinal) is { } word ? double.Parse(word.Name, CultureInfo.InvariantCulture) : 0;
        if (count < 1 || length * count > Longest) return null;
        var nearly = s.SaysAny(i - 1, "nearly", "almost") ? 1 : 0;
        return new TimeExpression(i, end, TimeKind.Since, published?.Plus(nearly - length * (int)count), published, Accuracy(length));
    }

    // "the next day", "the following day", "the day before".
    private TimeExpression? Chained(Sentence s, int i)
    {
        if (!s.Says(i, "the")) return null;
        if (s.SaysAny(i + 1, "next", "following") && s.Says(i + 2, "day")) return Day(i, i + 3, lastTold?.Plus(1));
        var before = s.Says(i + 1, "previous") && s.Says(i + 2, "day") || s.Says(i + 1, "day") && s.Says(i + 2, "before") && !s.IsWord(i + 3);
        return before ? Day(i, i + 3, (lastTold ?? published)?.Plus(-1)) : null;
    }
}
