using System.Globalization;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Times;

/// <summary>
/// Reads expressions of time and anchors them to the publication day; without one, only dates that carry their year are resolved.
/// Weeks begin on Monday.
/// </summary>
internal sealed class TimeReader(DateOnly? published)
{
    /// <summary>Starts of named campaigns, for "since the campaign began" (schema, pipeline step 7).</summary>
    private static readonly (string Name, DateOnly Start)[] Campaigns = [("Mosul", new DateOnly(2016, 10, 17))];

    /// <summary>The last day that the text spoke of, for "a day later".</summary>
    private DateOnly? _last;

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
            if (expression.Last is { } day && expression.Accuracy == DateAccuracy.Day) _last = day;
            i = core.End - 1;
        }

        return found;
    }

    private static readonly WordSet Starts = new("yesterday", "last", "today", "tonight", "overnight", "midday", "this", "dawn", "now", "currently", "presently", "until", "past", "previous", "next", "recent", "weekend", "reporting");
    private static readonly WordSet SmallStarts = new("the", "a", "to", "so", "that");
    private static readonly WordSet AfterSmall = new("date", "far", "next", "following", "previous", "day", "morning", "afternoon", "evening", "night");
    private const ulong Dated = (1UL << (int)Tag.Month) | (1UL << (int)Tag.Weekday) | (1UL << (int)Tag.Cardinal);

    // Most words begin no expression of time, which one look settles.
    private static bool MayBegin(Sentence s, int i) =>
        s[i].Kind != TokenKind.Word || s.MayBe(i, Dated) || s.IsIn(i, Starts) || s.IsIn(i, SmallStarts) && (s.IsIn(i + 1, AfterSmall) || s.Is(i + 1, Tag.TimeUnit)) || s[i].Word is null && s.Chars(i).Contains('-');

    private static TimeExpression Day(int first, int end, DateOnly? day) => new(first, end, TimeKind.Point, day, day, DateAccuracy.Day);

    private TimeExpression? Absolute(Sentence s, int i)
    {
        if (Iso(s, i) is { } iso) return Day(i, i + 5, iso);
        if (s[i].Kind == TokenKind.Code && Slashed(s, i) is { } slashed) return slashed;
        if (DayOf(s, i) is { } day)
        {
            // 17 October 2016; 18-24 October; 18 to 24 October; the 18th and the 24th of October
            var at = i + 1;
            int? until = null;
            var next = s.Says(at + 1, "the") ? at + 2 : at + 1;
            if (DayOf(s, next) is { } second && Joins(s, at, i))
            {
                until = second;
                at = next + 1;
            }

            if (s.Says(at, "of")) at++;
            if (Month(s, at) is not { } month) return null;
            var (year, end) = YearAfter(s, at + 1);
            if (until is { } last) return Between(i, end, Resolve(day, month, year), Resolve(last, month, year));
            return Until(s, i, end, day, month, year) ?? Day(i, end, Resolve(day, month, year));
        }

        if (Month(s, i) is { } named && (s[i].Capital || !s.Says(i, "may")))
        {
            if (DayOf(s, i + 1) is { } first && !s.Is(i + 2, Tag.Unit) && !s.Is(i + 2, Tag.Scale))
            {
                var after = i + 2;
                var (year, end) = YearAfter(s, after);
                // October 4-9; October 4 and 9; October 28 to November 3
                if (Joins(s, end, i) && DayOf(s, end + 1) is { } last && Month(s, s.Says(end + 2, "of") ? end + 3 : end + 2) is null && !s.Is(end + 2, Tag.Unit) && !s.Is(end + 2, Tag.Scale) && !s.Is(end + 2, Tag.Predicate))
                {
                    var (lastYear, e) = YearAfter(s, end + 2);
                    return Between(i, e, Resolve(first, named, year ?? lastYear), Resolve(last, named, lastYear ?? year));
                }

                return Until(s, i, end, first, named, year) ?? Day(i, end, Resolve(first, named, year));
            }

            if (s.Says(i, "may") && !s.SaysAny(i - 1, "in", "since", "last", "of", "early", "late", "mid", "until", "by", "this", "and", "to", "from", "during")) return null;
            if (s.Says(i, "march") && s.SaysAny(i - 1, "to", "the", "a")) return null;
            var (monthYear, monthEnd) = Year(s, i + 1);
            return Whole(i, monthEnd, monthYear ?? YearFor(named), named);
        }

        // "in mid-2014", "since early-2019"
        if (s[i].Kind is TokenKind.Code or TokenKind.Word && s.Chars(i) is [.., '-', _, _, _, _] && s.Words(i, i + 1).Split('-') is [var part, { Length: 4 } yearText] && part.ToLowerInvariant() is "mid" or "early" or "late" && int.TryParse(yearText, out var spoken) && spoken is >= 1900 and <= 2100)
            return new TimeExpression(i, i + 1, TimeKind.Point, new DateOnly(spoken, part.StartsWith('l') ? 7 : 1, 1), new DateOnly(spoken, part.StartsWith('e') ? 6 : 12, part.StartsWith('e') ? 30 : 31), DateAccuracy.Year);
        // "the 2002 eruption", "the 1999 Izmit earthquake"
        if (s.IsNumber(i) && !s[i].Grouped && s[i].Value is >= 1900 and <= 2100 && s.Says(i - 1, "the") && (s.Is(i + 1, Tag.Cause) || s.Is(i + 2, Tag.Cause) && s.IsWord(i + 1) && s[i + 1].Capital))
            return new TimeExpression(i, i + 1, TimeKind.Point, new DateOnly((int)s[i].Value, 1, 1), new DateOnly((int)s[i].Value, 12, 31), DateAccuracy.Year);
        // "the war of 1992-95"
        if (s.IsNumber(i) && s[i].Value is >= 1900 and <= 2100 && !s[i].Grouped && s.IsMark(i + 1, '-') | s.IsMark(i + 1, '–') && s.IsNumber(i + 2) && !s[i + 2].Spaced && s[i + 2].End - s[i + 2].Start == 2 && !s.IsMark(i + 3, '-'))
            return new TimeExpression(i, i + 3, TimeKind.Range, new DateOnly((int)s[i].Value, 1, 1), new DateOnly((int)s[i].Value / 100 * 100 + (int)s[i + 2].Value, 12, 31), DateAccuracy.Year);

        if (s.IsNumber(i) && !s[i].Grouped && s[i].Value is >= 1900 and <= 2100 && s[i].Value == Math.Floor(s[i].Value)
            && (s.SaysAny(i - 1, "in", "since", "of", "by", "until", "during", "early", "late", "mid", "year", "before", "after", "through", "from", "and", "for", "to", "end")
                || s.IsMark(i - 1, '(') || s.IsMark(i - 1, '-')) && !s.Is(i + 1, Tag.Unit) && !s.Is(i + 1, Tag.Scale) && (!s.Is(i + 1, Tag.Predicate) || s.Says(i - 1, "since") || s.Is(i + 1, Tag.Be) || s.Is(i + 1, Tag.Have)))
        {
            var year = (int)s[i].Value;
            // "who fled after 2013": everyone since.
            if (s.Says(i - 1, "after") && year < 2100) return new TimeExpression(i, i + 1, TimeKind.Since, new DateOnly(year + 1, 1, 1), published, DateAccuracy.Year);
            return new TimeExpression(i, i + 1, TimeKind.Point, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DateAccuracy.Year);
        }

        return null;
    }

    // 30, 30th
    private static int? DayOf(Sentence s, int i)
    {
        if (s.IsNumber(i)) return !s[i].Grouped && s[i].Value is >= 1 and <= 31 ? (int)s[i].Value : null;
        if ((uint)i >= (uint)s.Count || s[i].Kind != TokenKind.Code || s[i].End - s[i].Start is < 3 or > 4) return null;
        var word = s.Words(i, i + 1);
        return word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static bool Joins(Sentence s, int at, int first) =>
        s.IsMark(at, '-') || s.IsMark(at, '–') || s.IsMark(at, '—') || s.SaysAny(at, "to", "through", "until") || (s.Says(at, "and") && s.SaysAny(s.Says(first - 1, "the") ? first - 2 : first - 1, "between", "from", "on", "both", "of"));

    private static TimeExpression Between(int first, int end, DateOnly? start, DateOnly? last) => new(first, end, TimeKind.Range, start > last ? start?.AddYears(-1) : start, last, DateAccuracy.Day);

    // "1 October to 15 November", "January 1, 2022 - March 19, 2022", "30 August and the 5th of September": a second whole date.
    private TimeExpression? Until(Sentence s, int first, int end, int day, int month, int? year)
    {
        if (!Joins(s, end, first)) return null;
        var at = s.Says(end + 1, "the") ? end + 2 : end + 1;
        int day2, at2;
        int month2;
        if (DayOf(s, at) is { } d && Month(s, s.Says(at + 1, "of") ? at + 2 : at + 1) is { } m) (day2, month2, at2) = (d, m, s.Says(at + 1, "of") ? at + 3 : at + 2);
        else if (Month(s, at) is { } m2 && DayOf(s, at + 1) is { } d2 && !s.Is(at + 2, Tag.Unit)) (day2, month2, at2) = (d2, m2, at + 2);
        else return null;
        var (year2, end2) = YearAfter(s, at2);
        return Between(first, end2, Resolve(day, month, year ?? year2), Resolve(day2, month2, year2));
    }

    private static (int? Year, int End) YearAfter(Sentence s, int i) => s.IsMark(i, ',') && Year(s, i + 1).Year is { } year && s[i + 1].Value < 2100 ? (year, i + 2) : Year(s, i);

    private static DateOnly? Iso(Sentence s, int i) =>
        s.IsNumber(i) && s.IsMark(i + 1, '-') && s.IsNumber(i + 2) && s.IsMark(i + 3, '-') && s.IsNumber(i + 4) && s[i].Value is >= 1900 and <= 2100
        && !s[i + 1].Spaced ? Make((int)s[i].Value, (int)s[i + 2].Value, (int)s[i + 4].Value) : null;

    private static TimeExpression? Slashed(Sentence s, int i)
    {
        var parts = s.Words(i, i + 1).Split('/');
        if (parts.Length != 3 || !int.TryParse(parts[0], out var day) || !int.TryParse(parts[1], out var month) || !int.TryParse(parts[2], out var year)) return null;
        if (year < 100) year += 2000;
        // Humanitarian reports write the day first; a second part over 12 can only be a day.
        return (month > 12 ? Make(year, day, month) : Make(year, month, day)) is { } date ? Day(i, i + 1, date) : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // "Zinda Jan": a short form behind a name, with no number beside it, is the end of the name.
    private static bool PartOfName(Sentence s, int i) =>
        s[i].End - s[i].Start == 3 && !s.Says(i, "may") && i > 0 && s.IsWord(i - 1) && s[i - 1].Capital && !s.IsSmall(i - 1) && !s.Is(i - 1, Tag.Preposition) && !s.IsNumber(i + 1);

    private static int? Month(Sentence s, int i) => s.Find(i, Tag.Month) is { } month && s[i].Capital && !PartOfName(s, i) ? int.Parse(month.Name, CultureInfo.InvariantCulture) : null;

    private static (int? Year, int End) Year(Sentence s, int i) =>
        s.IsNumber(i) && !s[i].Grouped && s[i].Value is >= 1900 and <= 2100 && !s.Is(i + 1, Tag.Unit) ? ((int)s[i].Value, i + 1) : (null, i);

    // Without a year: the last such day that is not after the publication day.
    private DateOnly? Resolve(int day, int month, int? year)
    {
        if (year is { } given) return Make(given, month, day);
        if (published is not { } anchor) return null;
        var date = Make(anchor.Year, month, day);
        return date > anchor.AddDays(60) ? Make(anchor.Year - 1, month, day) : date;
    }

    private int? YearFor(int month) => published is { } anchor ? month > anchor.Month + 2 ? anchor.Year - 1 : anchor.Year : null;

    private static TimeExpression Whole(int first, int end, int? year, int month) =>
        year is { } y
            ? new TimeExpression(first, end, TimeKind.Point, new DateOnly(y, month, 1), new DateOnly(y, month, DateTime.DaysInMonth(y, month)), DateAccuracy.Month)
            : new TimeExpression(first, end, TimeKind.Point, null, null, DateAccuracy.Month);

    private TimeExpression? Relative(Sentence s, int i)
    {
        if (s.Find(i, Tag.Weekday) is { } weekday && s[i].Capital)
        {
            // "by Sunday" looks forward; "on Sunday" back, the publication day included.
            var target = int.Parse(weekday.Name, CultureInfo.InvariantCulture) % 7;
            if (published is not { } anchor) return Day(i, i + 1, null);
            // "Thursday last week", "Friday of last week"
            var lastWeek = s.Says(i + 1, "of") ? i + 2 : i + 1;
            if (s.Says(lastWeek, "last") && s.Says(lastWeek + 1, "week")) return Day(i, lastWeek + 2, anchor.AddDays(-7 - (((int)anchor.DayOfWeek + 6) % 7) + ((target + 6) % 7)));
            if (Weekdays(s, i, target, anchor) is { } days) return days;
            var back = ((int)anchor.DayOfWeek - target + 7) % 7;
            var forward = s.SaysAny(i - 1, "by", "until", "next", "till", "before") && !s.Says(i - 1, "since");
            return Day(i, i + 1, forward ? anchor.AddDays((7 - back) % 7) : anchor.AddDays(-back));
        }

        if (s.SaysAny(i, "yesterday")) return Day(i, i + 1, published?.AddDays(-1));
        if (s.Says(i, "last") && s.SaysAny(i + 1, "night", "evening")) return Day(i, i + 2, published?.AddDays(-1));
        if (s.SaysAny(i, "today", "tonight", "overnight", "midday") || (s.Says(i, "this") && s.SaysAny(i + 1, "morning", "afternoon", "evening"))) return Day(i, s.Says(i, "this") ? i + 2 : i + 1, published);
        if (s.Says(i, "that") && s.SaysAny(i + 1, "morning", "afternoon", "evening", "night", "day", "week")) return s.Says(i + 1, "week") ? new TimeExpression(i, i + 2, TimeKind.Point, null, null, DateAccuracy.Week) : Day(i, i + 2, _last);
        if (s.SaysAny(i, "dawn") && s.SaysAny(i - 1, "before", "at", "since", "after")) return Day(i, i + 1, published);
        if (s.Says(i, "now") && s.Says(i - 1, "to") && s.Says(i - 2, "up")) return new TimeExpression(i, i + 1, TimeKind.SoFar, null, published, DateAccuracy.Day);
        if (s.SaysAny(i, "now", "currently", "presently") && !s.Says(i - 1, "until") && !s.Says(i - 1, "for"))
            return new TimeExpression(i, i + 1, TimeKind.Now, published, published, DateAccuracy.Day);
        if ((s.Says(i, "so") && s.Says(i + 1, "far")) || (s.Says(i, "to") && s.Says(i + 1, "date")) || (s.Says(i, "until") && s.Says(i + 1, "now")))
        {
            if (s.Says(i + 2, "this") && s.SaysAny(i + 3, "year", "month", "week") && Unit(s, i + 3, i + 2, "this") is { } period) return period with { First = i, Kind = TimeKind.Since };
            // "the biggest daily number so far": a record, no running total.
            for (var k = i - 1; k >= Math.Max(0, i - 6) && !s.IsMark(k); k--)
                if (s.SaysAny(k, "biggest", "largest", "highest", "heaviest", "greatest", "worst")) return null;
            return new TimeExpression(i, i + 2, TimeKind.SoFar, null, published, DateAccuracy.Day);
        }

        if (s.SaysAny(i, "this", "last", "past", "previous", "next") && (s.SaysAny(i + 1, "week", "month", "year", "weekend", "fortnight") || (s.Says(i + 1, "day") && s.SaysAny(i, "past", "last")))) return Unit(s, i + 1, i, s.Words(i, i + 1).ToLowerInvariant());
        // "in recent weeks": lately, from no day that is told.
        if (s.Says(i, "recent") && s.SaysAny(i + 1, "days", "weeks", "months") && s.SaysAny(i - 1, "in", "over", "during", "the")) return new TimeExpression(i, i + 2, TimeKind.Range, null, published, s.Says(i + 1, "days") ? DateAccuracy.Day : s.Says(i + 1, "weeks") ? DateAccuracy.Week : DateAccuracy.Month);
        if (s.SaysAny(i, "weekend") && s.Says(i - 1, "the")) return Unit(s, i, i, "this");
        if (s.SaysAny(i, "this", "last") && s.Find(i + 1, Tag.Season) is { } season) return Season(i, int.Parse(season.Name, CultureInfo.InvariantCulture), s.Says(i, "last"));
        if (Span(s, i) is { } span) return span;
        return Chained(s, i);
    }

    // "between Sunday and Monday", "on Saturday and Sunday", "from Tuesday to Thursday": the last such days that are over.
    private static TimeExpression? Weekdays(Sentence s, int i, int target, DateOnly anchor)
    {
        var joined = s.SaysAny(i + 1, "to", "through", "until") || s.IsMark(i + 1, '-') || s.IsMark(i + 1, '–') || (s.Says(i + 1, "and") && s.SaysAny(i - 1, "on", "between", "over", "both"));
        if (!joined || s.Find(i + 2, Tag.Weekday) is not { } until || !s[i + 2].Capital) return null;
        var end = int.Parse(until.Name, CultureInfo.InvariantCulture) % 7;
        var last = anchor.AddDays(-(((int)anchor.DayOfWeek - end + 7) % 7));
        return new TimeExpression(i, i + 3, TimeKind.Range, last.AddDays(-((end - target + 7) % 7)), last, DateAccuracy.Day);
    }

    private TimeExpression? Unit(Sentence s, int unitAt, int first, string which)
    {
        var end = unitAt + 1;
        if (published is not { } day) return new TimeExpression(first, end, TimeKind.Point, null, null, DateAccuracy.Week);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var last = which is "last" or "past" or "previous";
        if (s.Says(unitAt, "weekend"))
        {
            var saturday = monday.AddDays(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 5 : -2);
            return new TimeExpression(first, end, TimeKind.Range, saturday, saturday.AddDays(1), DateAccuracy.Day);
        }

        // "in the past week" is the seven days to today, "last week" the calendar week before.
        if (s.Says(unitAt, "day")) return Back(first, end, 1);
        if (which == "past" || (s.Says(first - 1, "the") && which == "last")) return Back(first, end, s.Says(unitAt, "week") ? 7 : s.Says(unitAt, "month") ? 30 : s.Says(unitAt, "fortnight") ? 14 : 365);
        if (s.Says(unitAt, "week"))
            return which == "next" ? new TimeExpression(first, end, TimeKind.Range, monday.AddDays(7), monday.AddDays(13), DateAccuracy.Week)
                : last ? new TimeExpression(first, end, TimeKind.Range, monday.AddDays(-7), monday.AddDays(-1), DateAccuracy.Week)
                : new TimeExpression(first, end, TimeKind.Range, monday, day, DateAccuracy.Week);
        if (s.Says(unitAt, "month"))
        {
            var start = new DateOnly(day.Year, day.Month, 1);
            return last ? new TimeExpression(first, end, TimeKind.Range, start.AddMonths(-1), start.AddDays(-1), DateAccuracy.Month)
                : new TimeExpression(first, end, TimeKind.Range, start, which == "next" ? start.AddMonths(2).AddDays(-1) : day, DateAccuracy.Month);
        }

        var january = new DateOnly(day.Year, 1, 1);
        return last ? new TimeExpression(first, end, TimeKind.Point, january.AddYears(-1), january.AddDays(-1), DateAccuracy.Year)
            : new TimeExpression(first, end, TimeKind.Range, january, day, DateAccuracy.Year);
    }

    private TimeExpression Season(int first, int month, bool last)
    {
        if (published is not { } day) return new TimeExpression(first, first + 2, TimeKind.Point, null, null, DateAccuracy.Month);
        var year = last ? day.Year - 1 : day.Year;
        var start = new DateOnly(year, month, 1);
        return new TimeExpression(first, first + 2, TimeKind.Point, start, start.AddMonths(3).AddDays(-1), DateAccuracy.Month);
    }

    private TimeExpression Back(int first, int end, int days) =>
        new(first, end, TimeKind.Range, published?.AddDays(-days), published, days >= 365 ? DateAccuracy.Year : days >= 30 ? DateAccuracy.Month : days is 7 or 14 ? DateAccuracy.Week : DateAccuracy.Day);

    // "the past 24 hours", "the last 13 days", "three weeks ago", "two-week-old", "the 13-day battle".
    private TimeExpression? Span(Sentence s, int i)
    {
        if (Old(s, i) is { } old) return old;
        if (Period(s, i) is { } period) return period;
        var past = s.SaysAny(i, "past", "last", "previous") && s.SaysAny(i - 1, "the", "these");
        var at = past ? i + 1 : i;
        if (s.SaysAny(at, "few", "several", "couple")) return past && Days(s, at + 1, 1) is { } some ? Back(i, at + 2, some * 3) : null;
        double count;
        if (s.IsNumber(at)) count = s[at].Value;
        else if (s.Find(at, Tag.Cardinal) is { } word) count = double.Parse(word.Name, CultureInfo.InvariantCulture);
        else if (s.Says(at, "a") && !past) count = 1;
        else return null;
        if (s.IsMark(at + 1, '-') && s.IsNumber(at)) at++;
        if (count > 10000 || Days(s, at + 1, count) is not { } days) return null;
        if (past) return Back(i, at + 2, days);
        if (s.Says(at + 2, "ago"))
        {
            var day = published?.AddDays(-days);
            return days < 14 ? Day(i, at + 3, day) : new TimeExpression(i, at + 3, TimeKind.Point, day, day, days >= 365 ? DateAccuracy.Year : days >= 30 ? DateAccuracy.Month : DateAccuracy.Week);
        }

        // "against 2,905 in the two days before"
        if (s.Says(i - 1, "the") && s.SaysAny(at + 2, "before", "earlier") && !s.IsWord(at + 3)) return new TimeExpression(i, at + 3, TimeKind.Range, _last?.AddDays(-days), _last?.AddDays(-1), DateAccuracy.Day);

        if (s.SaysAny(at + 2, "later", "earlier", "before", "after") && !s.IsWord(at + 3) | s.SaysAny(at + 2, "later", "earlier"))
        {
            var sign = s.SaysAny(at + 2, "later", "after") ? 1 : -1;
            var day = _last?.AddDays(sign * days);
            return Day(i, at + 3, day);
        }

        // "within 24 hours", "in two days", "over three weeks": a span up to the publication day; "for three weeks" only takes its number out of play.
        if (s.SaysAny(i - 1, "within", "in", "over") && days <= 366 && !s.SaysAny(at + 2, "of", "time") && s.Is(at + 1, Tag.TimeUnit)) return Back(i, at + 2, days);
        return null;
    }

    // "over a four-day period", "in a span of 3 days", "during the reporting period": up to the publication day.
    private TimeExpression? Period(Sentence s, int i)
    {
        var named = s.SaysAny(i - 1, "the", "a", "this") && s.SaysAny(i - 2, "over", "in", "during", "within");
        if (s.SaysAny(i, "reporting") && s.SaysAny(i + 1, "period", "week", "month") && named) return new TimeExpression(i, i + 2, TimeKind.Range, null, published, DateAccuracy.Week);
        if (!named || !s.IsWord(i) || s[i].Word is not null || !s.SaysAny(i + 1, "period", "span", "stretch", "window")) return null;
        var word = s.Chars(i);
        var dash = word.IndexOf('-');
        if (dash <= 0 || Lexicon.Default.Find(WordKey.Of(word[..dash].ToString()))?.Lexeme?.Find(Tag.Cardinal) is not { } number || Lexicon.Default.Find(WordKey.Of(word[(dash + 1)..].ToString()))?.Lexeme?.Find(Tag.TimeUnit) is not { } unit) return null;
        return Back(i, i + 2, Math.Max(1, int.Parse(unit.Name, CultureInfo.InvariantCulture)) * (int)double.Parse(number.Name, CultureInfo.InvariantCulture));
    }

    private static int? Days(Sentence s, int i, double count) => s.Find(i, Tag.TimeUnit) is { } unit
        ? unit.Name == "0" ? (int)Math.Ceiling(count / 24) : (int)(count * int.Parse(unit.Name, CultureInfo.InvariantCulture))
        : null;

    private TimeExpression? Old(Sentence s, int i)
    {
        string[] parts;
        var end = i + 1;
        if (s.IsNumber(i) && s.IsMark(i + 1, '-') && s.IsWord(i + 2)) (parts, end) = ([s[i].Value.ToString(CultureInfo.InvariantCulture), .. s.Words(i + 2, i + 3).Split('-')], i + 3);
        else if (s.IsWord(i) && s.EndsWith(i, "-old")) parts = s.Words(i, i + 1).Split('-');
        else return null;
        if (parts.Length < 2) return null;
        var old = parts[^1] == "old";
        if (!double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
            count = Lexicon.Default.Find(parts[0].ToLowerInvariant())?.Lexeme?.Find(Tag.Cardinal) is { } cardinal ? double.Parse(cardinal.Name, CultureInfo.InvariantCulture) : parts[0] is "a" or "month" or "week" ? 1 : 0;
        var unit = parts[0] is "month" or "week" ? parts[0] : parts[1];
        var days = unit switch { "day" => 1, "week" => 7, "month" => 30, _ => 0 } * (int)count;
        // "34-year-old" is an age; "the 13-day battle" and "two-week-old campaign" are windows.
        if (days == 0 || !(old || s.Is(end, Tag.Cause))) return null;
        if (!s.Is(end, Tag.Cause) && !s.Is(end + 1, Tag.Cause)) return null;
        var nearly = s.SaysAny(i - 1, "nearly", "almost") ? 1 : 0;
        return new TimeExpression(i, end, TimeKind.Since, published?.AddDays(nearly - days), published, unit == "day" ? DateAccuracy.Day : unit == "week" ? DateAccuracy.Week : DateAccuracy.Month);
    }

    // "a day later" is read by Span; "the next day", "the following day", "the day before".
    private TimeExpression? Chained(Sentence s, int i)
    {
        if (!s.Says(i, "the")) return null;
        if (s.SaysAny(i + 1, "next", "following") && s.Says(i + 2, "day")) return Day(i, i + 3, _last?.AddDays(1));
        if (s.SaysAny(i + 1, "previous") && s.Says(i + 2, "day")) return Day(i, i + 3, (_last ?? published)?.AddDays(-1));
        return s.Says(i + 1, "day") && s.Says(i + 2, "before") && !s.IsWord(i + 3) ? Day(i, i + 3, (_last ?? published)?.AddDays(-1)) : null;
    }

    // What stands before the date makes it a start, an end, a day of reading.
    private TimeExpression Introduced(Sentence s, TimeExpression core)
    {
        if (core.Kind is TimeKind.SoFar or TimeKind.Now or TimeKind.Since) return core;
        var at = core.First - 1;
        while (s.SaysAny(at, "the", "early", "late", "mid", "last", "this", "around", "about", "end", "of", "beginning", "start", "local", "time") && at > 0 && core.First - at < 5) at--;
        if (s.SaysAny(at, "since") || (s.Says(at, "from") && s.SaysAny(core.End, "onwards", "onward")) || (s.Says(at, "on") && SinceEvent(s, at)) || (s.Says(at, "in") && SinceEvent(s, at)))
            return core with { Kind = TimeKind.Since, Last = published };
        // "fighting that began on 14 August has displaced 15,000"
        if (s.SaysAny(at, "on", "in") && (s.SaysAny(at - 1, "began", "started", "erupted", "begun", "escalated") && s.SaysAny(at - 2, "that", "which") || s.Says(at - 1, "out") && s.Says(at - 2, "broke") && s.SaysAny(at - 3, "that", "which"))) return core with { Kind = TimeKind.Since, Last = published };
        if ((s.Says(at, "of") && s.Says(at - 1, "as")) || s.Says(at, "as") || (s.Says(at, "at") && s.Says(at - 1, "as"))) return core with { Kind = TimeKind.AsOf };
        // "in the week to 24 October", "the ten days ending 3 May"
        if (s.SaysAny(core.First - 1, "to", "ending", "until", "through") && s.SaysAny(core.First - 2, "week", "fortnight", "days", "month") && core.Last is { } until)
        {
            var count = s.Says(core.First - 2, "days") ? s.IsNumber(core.First - 3) ? (int)s[core.First - 3].Value : s.Find(core.First - 3, Tag.Cardinal) is { } word ? int.Parse(word.Name, CultureInfo.InvariantCulture) : 0 : s.Says(core.First - 2, "week") ? 7 : s.Says(core.First - 2, "fortnight") ? 14 : 30;
            if (count is > 0 and < 400) return core with { Kind = TimeKind.Range, Start = until.AddDays(1 - count) };
        }

        if (s.Says(core.First - 1, "of") && s.Says(core.First - 2, "as")) return core with { Kind = TimeKind.AsOf };
        if (s.SaysAny(core.First, "dawn", "midday")) return core;
        if (s.SaysAny(at, "by", "until", "till", "before")) return core.Kind == TimeKind.Range && !s.Says(at, "by") ? core : core with { Kind = TimeKind.By };
        if (s.Says(at, "to") && s.Says(at - 1, "up")) return core with { Kind = TimeKind.By };
        return core;
    }

    // "since the assault on Mosul opened on 17 October": since, an event, the day it began.
    private static bool SinceEvent(Sentence s, int at)
    {
        for (var i = at - 1; i >= 0 && at - i < 12; i--)
        {
            if (s.IsMark(i, ',') || s.IsMark(i, ';')) return false;
            if (s.Says(i, "since")) return !s.Is(i - 1, Tag.Have);
        }

        return false;
    }

    /// <summary>"since" with an event and no date: the start is that of a named campaign, or not known.</summary>
    public TimeExpression? SinceWithoutDate(Sentence s, List<TimeExpression> found)
    {
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.Says(i, "since") || s.Is(i - 1, Tag.Have) || i + 1 >= s.Count || s.Is(i + 1, Tag.Predicate) && !s.Is(i + 1, Tag.Cause)) continue;
            if (found.Exists(t => t.Kind == TimeKind.Since && t.First > i && t.First - i < 14)) continue;
            DateOnly? start = null;
            for (var j = i; j < s.Count && j < i + 10; j++)
            {
                foreach (var (name, day) in Campaigns)
                    if (s.Says(j, name) && published >= day && s.SaysAny(i + 2, "campaign", "offensive", "assault", "battle", "operation", "operations")) start = day;
                if (s.SaysAny(j - 2, "start", "beginning", "outset") && s.SaysAny(j - 1, "the", "this", "of") && published is { } p) start ??= s.Says(j, "year") ? new DateOnly(p.Year, 1, 1) : s.Says(j, "month") ? new DateOnly(p.Year, p.Month, 1) : null;
                if (s.SaysAny(j - 3, "start", "beginning") && s.Says(j - 2, "of") && s.SaysAny(j - 1, "the", "this") && published is { } q) start ??= s.Says(j, "year") ? new DateOnly(q.Year, 1, 1) : s.Says(j, "month") ? new DateOnly(q.Year, q.Month, 1) : s.Says(j, "week") ? q.AddDays(-(((int)q.DayOfWeek + 6) % 7)) : null;
            }

            return new TimeExpression(i, i + 1, TimeKind.Since, start, published, DateAccuracy.Day);
        }

        return null;
    }
}
