namespace Corridor.Dispatches.Text;

/// <summary>A stretch of the original text: <c>[Start, End)</c> in UTF-16 characters, whatever markup or marks lie inside.</summary>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="End">Index after the last character.</param>
public readonly record struct Span(int Start, int End)
{
    /// <summary>Number of characters of the original text.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two stretches share at least one character.</summary>
    /// <param name="other">The other stretch.</param>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The words of the original text at this stretch.</summary>
    /// <param name="text">The text that the span was read from.</param>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }
}
