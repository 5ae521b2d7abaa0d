using System.Globalization;
using System.Text;

namespace Corridor.Cli.Screen;

/// <summary>
/// How many columns of a terminal a text takes: a letter with the marks over and under it one, Chinese, Japanese and Korean characters and emoji two.
/// </summary>
internal static class TextWidth
{
    /// <summary>Blocks of wide characters (Unicode Standard Annex 11), first and last.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>Signs of Korean that join the letter before them.</summary>
    private static readonly (int First, int Last)[] Joining = [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)];

    public static int Of(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += Of(rune);
        return width;
    }

    /// <summary>As much of the text as takes at most so many columns; no character is cut in two.</summary>
    public static string Start(string text, int width)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if ((width -= Of(text.AsSpan(at, length))) < 0) break;
            at += length;
        }
        return text[..at];
    }

    // As terminals do: a vowel sign that takes room of its own has a column of its own.
    private static int Of(Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        bool IsIn((int First, int Last) block) => rune.Value >= block.First && rune.Value <= block.Last;
        return Array.Exists(Joining, IsIn) ? 0 : Array.Exists(Wide, IsIn) ? 2 : 1;
    }
}
