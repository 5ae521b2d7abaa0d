using System.Globalization;
using System.Text;

namespace Corridor.Cli.Screen;

/// <summary>How many columns of a terminal a text takes: a letter with its marks one, Chinese, Japanese and Korean characters and emoji two.</summary>
internal static class TextWidth
{
    /// <summary>Blocks of wide characters (Unicode Standard Annex 11), first and last.</summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            width += OfElement(text, at);
            at += length;
        }
        return width;
    }

    /// <summary>As much of the text as takes at most so many columns; no character is cut in two.</summary>
    public static string Start(string text, int width)
    {
        var at = 0;
        while (at < text.Length && (width -= OfElement(text, at)) >= 0) at += StringInfo.GetNextTextElementLength(text, at);
        return text[..at];
    }

    private static int OfElement(string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune)) return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        return Array.Exists(Wide, block => rune.Value >= block.First && rune.Value <= block.Last) ? 2 : 1;
    }
}
