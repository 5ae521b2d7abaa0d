namespace Corridor.Dispatches.Times;

/// <summary>Days before and after a day, whatever a text counts ("forty centuries later"): the calendar's first and last day are as far as it goes.</summary>
internal static class DayArithmetic
{
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var month = day.Year * 12L + day.Month - 1 + months;
        return month < DateOnly.MinValue.Year * 12 ? DateOnly.MinValue : month > DateOnly.MaxValue.Year * 12 + 11 ? DateOnly.MaxValue : day.AddMonths(months);
    }
}
