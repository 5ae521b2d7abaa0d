namespace Corridor.Dispatches.Numbers;

/// <summary>A number of the text as a count.</summary>
internal static class Rounded
{
    /// <summary>To the next whole number; null where there is none that a count holds.</summary>
    public static long? Of(double? value) => value is { } v && Math.Abs(v) < 9e15 ? (long)Math.Round(v) : null;
}
