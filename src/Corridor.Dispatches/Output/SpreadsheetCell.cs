namespace Corridor.Dispatches.Output;

/// <summary>Words of a text as a cell: what a spreadsheet would run as a formula gets an apostrophe before it.</summary>
internal static class SpreadsheetCell
{
    public static string Of(string words) => words is ['=' or '@' or '+' or '-', ..] ? "'" + words : words;

    /// <summary>The same on one line.</summary>
    public static string OnOneLine(string words) => Of(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
