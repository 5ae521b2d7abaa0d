using System.Globalization;

namespace Corridor.Formats;

/// <summary>Days as people have to write them: ISO 8601, as in 2016-10-29.</summary>
public static class IsoDate
{
    private static readonly string[] Others = ["d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd"];

    /// <summary>Reads a day; false for anything else.</summary>
    public static bool TryParse(string text, out DateOnly date) => Is(text, "yyyy-MM-dd", out date);

    /// <summary>What is wrong with a text that is no day, and which days it may mean.</summary>
    public static string Wrong(string text)
    {
        var meant = Others.Select(format => Is(text, format, out var other) ? $"{other:yyyy-MM-dd}" : "").Where(iso => iso.Length > 0).Distinct().ToList();
        return $"is not a date; expected year-month-day as in 2016-10-29{(meant.Count == 0 ? "" : $"; did you mean {string.Join(" or ", meant)}?")}";
    }

    private static bool Is(string text, string format, out DateOnly date) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
