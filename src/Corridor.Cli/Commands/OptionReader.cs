using System.CommandLine;
using System.Globalization;
using Corridor.Formats;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>
/// Reads the values of options; what does not fit is added to the problems, so that
/// all are told at once. Null where nothing is given, or nothing that fits.
/// </summary>
internal sealed class OptionReader(ParseResult parsed, List<Problem> problems)
{
    /// <summary>A whole number of a range.</summary>
    public int? Number(Option<string> option, int least, int most) => parsed.GetValue(option) is { } text ? Number(option, text, least, most) : null;

    /// <summary>A whole number of a range, in a text that was taken out of the value of the option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">The text.</param>
    /// <param name="least">The least that fits.</param>
    /// <param name="most">The most that fits.</param>
    /// <param name="orElse">What fits besides, for the message.</param>
    public int? Number(Option<string> option, string text, int least, int most, string orElse = "")
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        return Wrong<int>(option, $"'{text}'; expected a whole number {least}..{most}{orElse}");
    }

    /// <summary>The seed of all chance, 1 where none is given.</summary>
    public ulong Seed(Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text) return 1;
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return seed;
        return Wrong<ulong>(option, $"'{text}'; expected a whole number 0..{ulong.MaxValue}") ?? 1;
    }

    /// <summary>How many threads, one per core where nothing is said.</summary>
    public int Threads(Option<string> option) => Number(option, 1, 1024) ?? Environment.ProcessorCount;

    /// <summary>Below what figures are hidden; 0 where nothing is said.</summary>
    public int RoundBelow(Option<string> option) => Number(option, 0, 1_000_000) ?? 0;

    /// <summary>A day.</summary>
    public DateOnly? Date(Option<string> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return IsoDate.TryParse(text, out var date) ? date : Wrong<DateOnly>(option, $"'{text}' {IsoDate.Wrong(text)}");
    }

    /// <summary>One of several words.</summary>
    public string? OneOf(Option<string> option, params string[] words)
    {
        var text = parsed.GetValue(option);
        if (text is not null && !words.Contains(text)) Wrong<int>(option, $"'{text}'; expected {string.Join(", ", words)}{NearestName.Hint(text, words)}");
        return text;
    }

    /// <summary>The name of a folder or file.</summary>
    public string? Path(Option<string> option, string what)
    {
        var text = parsed.GetValue(option);
        if (text is not null && string.IsNullOrWhiteSpace(text)) Wrong<int>(option, $"an empty name; expected a {what}");
        return text;
    }

    private T? Wrong<T>(Option option, string message) where T : struct
    {
        problems.Add(Problem.Error(Origin.None, $"{option.Name}: {message}"));
        return null;
    }
}
