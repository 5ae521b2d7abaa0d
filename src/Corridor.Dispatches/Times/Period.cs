using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Times;

/// <summary>The period of a rate: "a day", "each night", "weekly".</summary>
internal static class Period
{
    /// <summary>What the noun names ("night" is of a day), or null.</summary>
    public static string? Of(Sentence s, int i) =>
        s.SaysAny(i, "day", "night") ? "day" : s.SaysAny(i, "week", "month", "year", "hour") ? s.Words(i, i + 1).ToLowerInvariant() : null;

    /// <summary>What the adverb or adjective names ("daily", "annually"), or null.</summary>
    public static string? Each(Sentence s, int i) =>
        s.Says(i, "daily") ? "day" : s.Says(i, "weekly") ? "week" : s.Says(i, "monthly") ? "month" : s.SaysAny(i, "annually", "yearly") ? "year" : null;
}
