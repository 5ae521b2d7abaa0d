namespace Corridor.Dispatches.Text;

/// <summary>How the text is dressed.</summary>
internal static class Markup
{
    /// <summary>Feeds the words of the text, without its markup, to a normaliser. Every branch moves forward: linear in the text.</summary>
    public static CleanText Strip(string text, TextFormat format)
    {
        var clean = new CleanText(text.Length);
        var normaliser = new Normaliser(clean);
        if (format == TextFormat.Auto) format = Guess(text);
        if (format == TextFormat.Html) Html(text, 0, text.Length, normaliser, withoutNotes: false);
        else if (format == TextFormat.Markdown) Markdown(text, normaliser);
        else Plain(text, normaliser);
        return clean;
    }

    // Needs no folding: ASCII but for the backtick.
    private static readonly System.Buffers.SearchValues<char> Printable =
        System.Buffers.SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~");

    // So that no run is looked through again and again.
    private const int LongestRun = 512;

    private static void Plain(string text, Normaliser normaliser)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i, Math.Min(LongestRun, text.Length - i));
            var length = text[i] == ' ' ? 0 : rest.IndexOfAnyExcept(Printable);
            if (length < 0) length = rest.Length;
            if (rest[..length].IndexOf("  ") is var spaces and >= 0) length = spaces + 1;
            if (length > 1)
            {
                normaliser.Push(rest[..length], i);
                i += length - 1;
            }
            else if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n') normaliser.Push(text[i], i);
        }
    }

    /// <summary>Whether a text of unknown dress is HTML.</summary>
    public static bool IsHtml(string text) => Guess(text) == TextFormat.Html;

    private static TextFormat Guess(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 2000)).TrimStart();
        if (head.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || head.IndexOf("<p>", StringComparison.OrdinalIgnoreCase) >= 0 || head.IndexOf("</p>", StringComparison.OrdinalIgnoreCase) >= 0
            || head.IndexOf("<div", StringComparison.OrdinalIgnoreCase) >= 0 || head.IndexOf("</li>", StringComparison.OrdinalIgnoreCase) >= 0
            || head.IndexOf("</td>", StringComparison.OrdinalIgnoreCase) >= 0 || head.IndexOf("<table", StringComparison.OrdinalIgnoreCase) >= 0
            || head.StartsWith("<h", StringComparison.OrdinalIgnoreCase))
            return TextFormat.Html;
        return head.StartsWith("# ", StringComparison.Ordinal) || head.IndexOf("\n#", StringComparison.Ordinal) >= 0
            || head.IndexOf("](http", StringComparison.Ordinal) >= 0 || head.IndexOf("**", StringComparison.Ordinal) >= 0
            ? TextFormat.Markdown
            : TextFormat.Plain;
    }

    /// <summary>A stretch of HTML.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="from">Where the stretch begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="normaliser">Takes the words.</param>
    /// <param name="withoutNotes">Whether superscript is left out: the mark of a footnote beside a number is no digit of it.</param>
    public static void Html(string text, int from, int to, Normaliser normaliser, bool withoutNotes)
    {
        for (var i = from; i < to; i++)
        {
            var c = text[i];
            if (withoutNotes && c == '<' && text.AsSpan(i, to - i).StartsWith("<sup", StringComparison.OrdinalIgnoreCase)
                && text.IndexOf("</sup>", i, Math.Min(60, to - i), StringComparison.OrdinalIgnoreCase) is var note && note > 0) i = note + 5;
            else if (c == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?')) i = Tag(text, i, normaliser);
            else if (c == '&' && Entity(text, i, out var decoded, out var length))
            {
                normaliser.Push(decoded, i, length);
                i += length - 1;
            }
            else normaliser.Push(char.IsWhiteSpace(c) ? ' ' : c, i);
        }
    }

    // Returns the index of the tag's last character.
    private static int Tag(string text, int open, Normaliser normaliser)
    {
        if (text.AsSpan(open).StartsWith("<!--"))
        {
            var end = text.IndexOf("-->", open + 4, StringComparison.Ordinal);
            return end < 0 ? text.Length - 1 : end + 2;
        }

        var nameStart = open + 1;
        while (nameStart < text.Length && text[nameStart] == '/') nameStart++;
        var nameEnd = nameStart;
        while (nameEnd < text.Length && char.IsAsciiLetterOrDigit(text[nameEnd])) nameEnd++;
        var name = text[nameStart..nameEnd].ToLowerInvariant();
        var close = text.IndexOf('>', nameEnd);
        if (close < 0) return text.Length - 1;
        if (name is "script" or "style" or "head" or "noscript" or "template" && text[open + 1] != '/')
        {
            var end = text.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase);
            if (end < 0) return text.Length - 1;
            close = text.IndexOf('>', end);
            if (close < 0) return text.Length - 1;
        }

        if (name is not ("a" or "b" or "i" or "u" or "em" or "strong" or "span" or "mark" or "sup" or "sub" or "small" or "abbr" or "time" or "font"
            or "q" or "cite" or "wbr"))
            normaliser.Break(open);
        return close;
    }

    private static bool Entity(string text, int at, out char decoded, out int length)
    {
        decoded = ' ';
        length = 0;
        var end = text.AsSpan(at, Math.Min(12, text.Length - at)).IndexOf(';');
        if (end < 2) return false;
        length = end + 1;
        var name = text.AsSpan(at + 1, end - 1);
        if (name[0] == '#')
        {
            var hexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
            var digits = hexadecimal ? name[2..] : name[1..];
            var style = hexadecimal ? System.Globalization.NumberStyles.AllowHexSpecifier : System.Globalization.NumberStyles.None;
            if (!int.TryParse(digits, style, null, out var code) || code is <= 0 or > 0xFFFF) return false;
            decoded = (char)code;
            return true;
        }

        decoded = name switch
        {
            "nbsp" or "thinsp" or "ensp" or "emsp" => ' ',
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" or "ldquo" or "rdquo" or "laquo" or "raquo" => '"',
            "apos" or "lsquo" or "rsquo" => '\'',
            "ndash" => '–',
            "mdash" => '—',
            "shy" or "zwnj" or "zwj" or "lrm" or "rlm" => '\u00AD',
            "hellip" => '…',
            "bull" or "middot" => '•',
            "eacute" => 'é',
            "egrave" => 'è',
            "uuml" => 'ü',
            "ouml" => 'ö',
            "ccedil" => 'ç',
            _ => '\0',
        };
        return decoded != '\0';
    }

    private static void Markdown(string text, Normaliser normaliser)
    {
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (lineStart && c is '#' or '>')
            {
                normaliser.Break(i);
                while (i + 1 < text.Length && text[i] is '#' or '>' or ' ' && text[i + 1] is '#' or '>' or ' ') i++;
                continue;
            }

            if (lineStart && c is '-' or '*' or '+' && i + 1 < text.Length && text[i + 1] == ' ')
            {
                normaliser.Break(i);
                continue;
            }

            lineStart = c == '\n' || (lineStart && c == ' ');
            switch (c)
            {
                case '*' or '[':
                case '_' when !InsideWord(text, i):
                    break;
                case '|':
                    normaliser.Break(i);
                    break;
                case '!' when i + 1 < text.Length && text[i + 1] == '[':
                    break;
                case ']' when i + 1 < text.Length && text[i + 1] == '(':
                    // The address of a link is not text. An address has no line break; without a ")" the bracket is skipped alone.
                    var end = text.AsSpan(i + 2, Math.Min(2000, text.Length - i - 2)).IndexOfAny(')', '\n');
                    if (end >= 0 && text[i + 2 + end] == ')') i += 2 + end;
                    break;
                case ']':
                    break;
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' when i + 1 < text.Length && text[i + 1] == '#':
                    normaliser.Break(i);
                    break;
                default:
                    normaliser.Push(c, i);
                    break;
            }
        }
    }

    private static bool InsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);
}
