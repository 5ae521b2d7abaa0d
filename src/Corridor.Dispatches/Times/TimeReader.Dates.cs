using System.Globalization;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Times;

/// <summary>Days, months, years and decades of the calendar.</summary>
internal sealed partial class TimeReader
{
    private static TimeExpression Day(int first, int end, DateOnly? day) => new(first, end, TimeKind.Point, day, day, DateAccuracy.Day);

    private static TimeExpression Years(int first, int end, int from, int last) =>
        new(first, end, from == last ? TimeKind.Point : TimeKind.Range, new DateOnly(from, 1, 1), new DateOnly(last, 12, 31), DateAccuracy.Year);

    private TimeExpression? Absolute(Sentence s, int i)
    {
        if (Iso(s, i) is { } iso) return Day(i, i + 5, iso);
        if (s[i].Kind == TokenKind.Code && Slashed(s, i) is { } slashed) return slashed;
        if (DayOf(s, i) is { } day) return DayFirst(s, i, day);
        return Month(s, i) is { } month ? MonthFirst(s, i, month) : PartOfYear(s, i) ?? StretchOfMonth(s, i) ?? PartOfMonth(s, i) ?? YearsAt(s, i);
    }

    // 17 October 2016; 18-24 October; 18 to 24 October; the 18th and the 24th of October
    private TimeExpression? DayFirst(Sentence s, int i, int day)
    {
        var at = i + 1;
        var next = s.Says(at + 1, "the") ? at + 2 : at + 1;
        var until = Joins(s, at, i) ? DayOf(s, next) : null;
        if (until is not null) at = next + 1;
        if (s.Says(at, "of")) at++;
        if (Month(s, at) is not { } month) return null;
        var (year, end) = YearAfter(s, at + 1);
        return until is { } last
            ? Between(i, end, Resolve(day, month, year), Resolve(last, month, year))
            : Until(s, i, end, day, month, year) ?? Day(i, end, Resolve(day, month, year));
    }

    // October 4, 2016; October 4-9; October 4 and 9; October 28 to November 3; October 2016; October
    private TimeExpression? MonthFirst(Sentence s, int i, int month)
    {
        if (DayOf(s, i + 1) is { } first && !IsAmount(s, i + 1))
        {
            var (year, end) = YearAfter(s, i + 2);
            if (Joins(s, end, i) && DayOf(s, end + 1) is { } last && Month(s, s.Says(end + 2, "of") ? end + 3 : end + 2) is null
                && !IsAmount(s, end + 1) && !s.Is(end + 2, Tag.Predicate))
            {
                var (lastYear, e) = YearAfter(s, end + 2);
                return Between(i, e, Resolve(first, month, year ?? lastYear), Resolve(last, month, lastYear ?? year));
            }

            return Until(s, i, end, first, month, year) ?? Day(i, end, Resolve(first, month, year));
        }

        // "May" and "March" are names and verbs as well.
        if (s.Says(i, "may") && !s.IsIn(i - 1, BeforeMonth) || s.Says(i, "march") && s.SaysAny(i - 1, "to", "the", "a")) return null;
        var (monthYear, monthEnd) = Year(s, i + 1);
        return Months(s, i, monthEnd, month, monthYear) ?? Whole(i, monthEnd, monthYear ?? YearFor(month), month);
    }

    // "between January and June 2016", "from November to February": to the end of the second month.
    private TimeExpression? Months(Sentence s, int i, int at, int first, int? firstYear)
    {
        if (!Joins(s, at, i) || Month(s, at + 1) is not { } last || DayOf(s, at + 2) is not null && !IsAmount(s, at + 2)) return null;
        var (lastYear, end) = Year(s, at + 2);
        var year = lastYear ?? YearFor(last);
        var begin = Whole(i, end, firstYear ?? (first > last ? year - 1 : year), first);
        return begin with { Kind = TimeKind.Range, Last = Whole(i, end, year, last).Last };
    }

    // "the first half of 2016", "the last quarter of last year", "the first three months of the year"
    private TimeExpression? PartOfYear(Sentence s, int i)
    {
        if (Ordinal(s, i) is not { } which) return null;
        var months = s.Says(i + 1, "half") ? 6 : s.Says(i + 1, "quarter") ? 3 : 0;
        var of = i + 2;
        if (months == 0 && which is 1 or 0 && Amount(s, i + 1) is >= 2 and <= 11 and var count && s.Says(i + 2, "months")) (months, of) = ((int)count, i + 3);
        if (months == 0 || which * months > 12 || !s.Says(of, "of")) return null;
        var (year, end) = IsYear(s, of + 1) ? ((int?)s[of + 1].Value, of + 2)
            : s.SaysAny(of + 1, "the", "this") && s.Says(of + 2, "year") ? (published?.Year, of + 3)
            : s.Says(of + 1, "last") && s.Says(of + 2, "year") ? (published?.Year - 1, of + 3)
            : (null, 0);
        if (end == 0) return null;
        DateOnly? start = year is { } y ? new DateOnly(y, which == 0 ? 13 - months : (which - 1) * months + 1, 1) : null;
        return new TimeExpression(i, end, TimeKind.Range, start, start?.PlusMonths(months).Plus(-1), DateAccuracy.Month);
    }

    // "the first two weeks of June", "the last ten days of June", "the first half of June 2022"
    private TimeExpression? StretchOfMonth(Sentence s, int i)
    {
        if (Ordinal(s, i) is not { } which || which > 2) return null;
        var half = s.Says(i + 1, "half");
        var days = half ? 15 : which < 2 && Amount(s, i + 1) is { } count && s.Is(i + 2, Tag.TimeUnit) ? Days(s, i + 2, count) : null;
        var of = half ? i + 2 : i + 3;
        if (days is not (> 1 and < 28) || !s.Says(of, "of") || Month(s, of + 1) is not { } month) return null;
        var (year, end) = Year(s, of + 2);
        DateOnly? start = (year ?? YearFor(month)) is { } y ? new DateOnly(y, month, 1) : null;
        var last = start?.PlusMonths(1).Plus(-1);
        var first = which == 1 ? start : which == 2 ? start?.Plus(15) : last?.Plus(1 - days.Value);
        return new TimeExpression(i, end, TimeKind.Range, first, which == 1 ? start?.Plus(days.Value - 1) : last,
            half ? DateAccuracy.Week : DateAccuracy.Day);
    }

    // "mid-June" is its 15th; "the first week of June", "the last week of June 2022"
    private TimeExpression? PartOfMonth(Sentence s, int i)
    {
        var week = s.Says(i + 1, "week") && s.Says(i + 2, "of") ? Ordinal(s, i) : null;
        var half = s.Chars(i).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && Word(s.Words(i, i + 1)[4..], Tag.Month) is { } name
            ? int.Parse(name.Name, CultureInfo.InvariantCulture) : (int?)null;
        if ((half ?? (week is null ? null : Month(s, i + 3))) is not { } month) return null;
        var (year, end) = Year(s, half is null ? i + 4 : i + 1);
        DateOnly? start = (year ?? YearFor(month)) is { } y ? new DateOnly(y, month, 1) : null;
        var first = half is not null ? start?.Plus(14) : week == 0 ? start?.PlusMonths(1).Plus(-7) : start?.Plus(7 * (week!.Value - 1));
        return new TimeExpression(i, end, TimeKind.Range, first, first?.Plus(half is null ? 6 : 0), half is null ? DateAccuracy.Week : DateAccuracy.Month);
    }

    // Which part of a year: 0 for the last one.
    private static int? Ordinal(Sentence s, int i) =>
        s.Says(i, "first") ? 1 : s.Says(i, "second") ? 2 : s.Says(i, "third") ? 3 : s.Says(i, "fourth") ? 4 : s.SaysAny(i, "last", "final") ? 0 : null;

    private static readonly WordSet BeforeMonth = new(
        "in", "since", "last", "of", "early", "late", "mid", "until", "by", "this", "and", "to", "from", "between", "during");
    private static readonly WordSet BeforeYear = new(
        "in", "since", "of", "by", "until", "during", "early", "late", "mid", "year", "before", "after", "through", "from", "and", "for", "to", "end");

    private TimeExpression? YearsAt(Sentence s, int i)
    {
        if (HalfYear(s, i) is { } half) return half;
        if (Decade(s, i, out var decadeEnd) is { } decade) return Years(i, decadeEnd, decade, decade + 9);
        if (!IsYear(s, i)) return null;
        var year = (int)s[i].Value;
        if (LastYear(s, i, year) is { } last) return Years(i, i + 3, year, last);
        // "the 2002 eruption", "the 1999 Izmit earthquake", "the 2007 General Election", "the war of 2003"
        var named = s.IsWord(i + 1) && s[i + 1].Capital && !s.Is(i + 1, Tag.Demonym) && !s.Is(i + 2, Tag.Unit);
        var ofEvent = (s.Says(i - 1, "the") && (s.Is(i + 1, Tag.Cause) || named) || s.Says(i - 1, "of") && s.Is(i - 2, Tag.Cause)) && !IsAmount(s, i);
        var followed = !s.Is(i + 1, Tag.Predicate) || s.Says(i - 1, "since") || s.Is(i + 1, Tag.Helping);
        if (!ofEvent && !((s.IsIn(i - 1, BeforeYear) || s.IsMark(i - 1, '(') || s.IsMark(i - 1, '-')) && followed && !IsAmount(s, i))) return null;
        // "who fled after 2013": everyone since.
        return s.Says(i - 1, "after") && year < 2100
            ? new TimeExpression(i, i + 1, TimeKind.Since, new DateOnly(year + 1, 1, 1), published, DateAccuracy.Year)
            : Years(i, i + 1, year, year);
    }

    // "mid-2014", "early-2019"
    private static TimeExpression? HalfYear(Sentence s, int i)
    {
        if (s.Chars(i) is not [.., '-', _, _, _, _] || s.Words(i, i + 1).Split('-') is not [var part, { Length: 4 } digits]) return null;
        if (!int.TryParse(digits, out var year) || year is < 1900 or > 2100) return null;
        var (from, to) = part.ToLowerInvariant() switch { "early" => (1, 6), "mid" => (1, 12), "late" => (7, 12), _ => (0, 0) };
        if (from == 0) return null;
        return Years(i, i + 1, year, year) with { Start = new DateOnly(year, from, 1), Last = new DateOnly(year, to, 1).PlusMonths(1).Plus(-1) };
    }

    // "the 1990s", "the late 1980s": its first year.
    private static int? Decade(Sentence s, int i, out int end)
    {
        end = i + 1;
        var word = s.Chars(i);
        if (word is not ['1' or '2', _, _, '0', ..] || !(word is [_, _, _, _, 's'] || word.Length == 4 && s.Says(i + 1, "s"))) return null;
        if (word.Length == 4) end++;
        return s.SaysAny(i - 1, "the", "early", "late", "mid") ? int.Parse(word[..4], CultureInfo.InvariantCulture) : null;
    }

    // "the war of 1992-95", "the 1988-1994 war", "between 1988 and 1994"
    private static int? LastYear(Sentence s, int i, int year)
    {
        // "in 2019 and 2020": one year after the other.
        if (s.Says(i + 1, "and") && IsYear(s, i + 2) && s[i + 2].Value == year + 1 && !IsAmount(s, i + 2)) return year + 1;
        if (!Joins(s, i + 1, i) || !s.IsNumber(i + 2) || s.IsMark(i + 3, '-') || IsAmount(s, i + 2)) return null;
        if (IsYear(s, i + 2)) return s[i + 2].Value > year ? (int)s[i + 2].Value : null;
        var shortened = s.IsMark(i + 1) && !s[i + 2].Spaced && s.Chars(i + 2).Length == 2 && year % 100 < s[i + 2].Value;
        return shortened ? year / 100 * 100 + (int)s[i + 2].Value : null;
    }

    private static bool IsYear(Sentence s, int i) =>
        s.IsNumber(i) && !s[i].Grouped && s[i].Value is >= 1900 and <= 2100 && s[i].Value == Math.Floor(s[i].Value);

    // "2,000 people", "3 million"
    private static bool IsAmount(Sentence s, int number) => s.Is(number + 1, Tag.Unit | Tag.Scale);

    // 30, 30th
    private static int? DayOf(Sentence s, int i)
    {
        if (s.IsNumber(i)) return !s[i].Grouped && s[i].Value is >= 1 and <= 31 ? (int)s[i].Value : null;
        if ((uint)i >= (uint)s.Count || s[i].Kind != TokenKind.Code || s.Chars(i) is not { Length: 3 or 4 } word) return null;
        return word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31 ? day : null;
    }

    private static bool Joins(Sentence s, int at, int first) =>
        s.IsMark(at, '-') || s.IsMark(at, '–') || s.IsMark(at, '—') || s.SaysAny(at, "to", "through", "until")
        || s.Says(at, "and") && s.SaysAny(s.Says(first - 1, "the") ? first - 2 : first - 1, "between", "from", "on", "both", "of");

    private static TimeExpression Between(int first, int end, DateOnly? start, DateOnly? last) =>
        new(first, end, TimeKind.Range, start > last ? start?.PlusMonths(-12) : start, last, DateAccuracy.Day);

    // "1 October to 15 November", "January 1, 2022 - March 19, 2022", "30 August and the 5th of September": a second whole date.
    private TimeExpression? Until(Sentence s, int first, int end, int day, int month, int? year)
    {
        if (!Joins(s, end, first)) return null;
        var at = s.Says(end + 1, "the") ? end + 2 : end + 1;
        var named = s.Says(at + 1, "of") ? at + 2 : at + 1;
        int lastDay, lastMonth, after;
        if (DayOf(s, at) is { } d && Month(s, named) is { } m) (lastDay, lastMonth, after) = (d, m, named + 1);
        else if (Month(s, at) is { } m2 && DayOf(s, at + 1) is { } d2 && !s.Is(at + 2, Tag.Unit)) (lastDay, lastMonth, after) = (d2, m2, at + 2);
        else return null;
        var (lastYear, until) = YearAfter(s, after);
        return Between(first, until, Resolve(day, month, year ?? lastYear), Resolve(lastDay, lastMonth, lastYear));
    }

    private static (int? Year, int End) YearAfter(Sentence s, int i) =>
        s.IsMark(i, ',') && Year(s, i + 1) is { Year: < 2100 } late ? late : Year(s, i);

    private static (int? Year, int End) Year(Sentence s, int i) => IsYear(s, i) && !s.Is(i + 1, Tag.Unit) ? ((int)s[i].Value, i + 1) : (null, i);

    private static DateOnly? Iso(Sentence s, int i) =>
        IsYear(s, i) && s.IsMark(i + 1, '-') && s.IsNumber(i + 2) && s.IsMark(i + 3, '-') && s.IsNumber(i + 4) && !s[i + 1].Spaced
            ? Make((int)s[i].Value, (int)s[i + 2].Value, (int)s[i + 4].Value) : null;

    private static TimeExpression? Slashed(Sentence s, int i)
    {
        if (s.Words(i, i + 1).Split('/') is not [var first, var second, var third]) return null;
        if (!int.TryParse(first, out var day) || !int.TryParse(second, out var month) || !int.TryParse(third, out var year)) return null;
        if (year < 100) year += 2000;
        // Humanitarian reports write the day first; a second part over 12 can only be a day.
        return (month > 12 ? Make(year, day, month) : Make(year, month, day)) is { } date ? Day(i, i + 1, date) : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int? Month(Sentence s, int i) =>
        s.Find(i, Tag.Month) is { } month && s[i].Capital && !PartOfName(s, i) ? int.Parse(month.Name, CultureInfo.InvariantCulture) : null;

    // "Zinda Jan": a short form behind a name, with no number beside it, is the end of the name.
    private static bool PartOfName(Sentence s, int i) =>
        s[i].End - s[i].Start == 3 && !s.Says(i, "may") && s.IsWord(i - 1) && s[i - 1].Capital && !s.IsSmall(i - 1) && !s.IsNumber(i + 1);

    // Without a year: the last such day that is not after the publication day.
    private DateOnly? Resolve(int day, int month, int? year)
    {
        if (year is { } given) return Make(given, month, day);
        if (published is not { } anchor) return null;
        var date = Make(anchor.Year, month, day);
        return date > anchor.Plus(60) ? Make(anchor.Year - 1, month, day) : date;
    }

    private int? YearFor(int month) => published is { } anchor ? month > anchor.Month + 2 ? anchor.Year - 1 : anchor.Year : null;

    private static TimeExpression Whole(int first, int end, int? year, int month)
    {
        DateOnly? start = year is { } y ? new DateOnly(y, month, 1) : null;
        return new TimeExpression(first, end, TimeKind.Point, start, start?.PlusMonths(1).Plus(-1), DateAccuracy.Month);
    }
}
