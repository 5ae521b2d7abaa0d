namespace Corridor.Dispatches.Text;

/// <summary>Turns characters of any dress into <see cref="CleanText"/>, one pass, a few characters of memory.</summary>
internal sealed class Normaliser(CleanText clean)
{
    private int lineStart;
    private int newlines;
    private int newlineAt;

    public void Push(char c, int origin, int width = 1)
    {
        c = Fold(c);
        if (c == '\0') return;
        if (c == '\n')
        {
            if (newlines++ == 0) newlineAt = origin;
            return;
        }

        if (c == ' ' && newlines > 0) return;
        if (newlines > 0) EndLine(c);
        if (c == ' ' && clean.Last is ' ' or '\n') return;
        clean.Append(c, origin, width);
    }

    /// <summary>A run of plain characters: no line break, no two spaces together, nothing to fold.</summary>
    public void Push(ReadOnlySpan<char> run, int origin)
    {
        Push(run[0], origin);
        clean.Append(run[1..], origin + 1);
    }

    /// <summary>A paragraph ends, whatever the characters say (a block of markup).</summary>
    public void Break(int origin)
    {
        if (newlines == 0) newlineAt = origin;
        newlines += 2;
    }

    private void EndLine(char next)
    {
        var breaks = newlines > 1 || next is '•' or '*' or '|' or '-' || IsHeading(next);
        if (!breaks && clean.Last == '-' && clean.Length > 1 && char.IsLetter(clean.Chars[clean.Length - 2]))
        {
            // A word broken at the end of a line: the hyphen goes unless a name goes on with a capital (Hammam al-/Alil).
            if (char.IsLower(next)) clean.RemoveLast();
        }
        else if (!breaks && clean.Last == ',' && clean.Length > 1 && char.IsAsciiDigit(clean.Chars[clean.Length - 2]) && char.IsAsciiDigit(next))
        {
            // Thousands broken by the end of a line: "21,/672" reads on without a space.
        }
        else
        {
            if (clean.Last == ' ') clean.ReplaceLast(breaks ? '\n' : ' ');
            else if (clean.Last != '\n') clean.Append(breaks ? '\n' : ' ', newlineAt);
        }

        newlines = 0;
        lineStart = clean.Length;
    }

    // A short line without an end, followed by a capital, is a heading or a cell and not a wrapped line.
    private bool IsHeading(char next) =>
        clean.Length - lineStart < 50 && !char.IsLower(next) && clean.Last is not (',' or '-')
        && (char.IsLetter(next) || next is '"' or '\n');

    private static char Fold(char c)
    {
        if (c < 128) return c is '\r' or '\n' or '\f' ? '\n' : c < ' ' || c == 127 ? ' ' : c == '`' ? '\'' : c;
        switch (c)
        {
            case '\u2018' or '\u2019' or '\u201A' or '\u02BC' or '\u2032': return '\'';
            case '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033': return '"';
            case '\u2010' or '\u2011' or '\u2212': return '-';
            case '\u2012' or '\u2013': return '–';
            case '\u2014' or '\u2015': return '—';
            case '\u2026': return '.';
            case '\u2028' or '\u2029' or '\u0085': return '\n';
            case '\u00A0' or '\u2007' or '\u202F' or '\u3000' or (>= '\u2000' and <= '\u200A'): return ' ';
            case '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069'): return '\0';
            case >= '\u0300' and <= '\u036F': return '\0';
            case >= '\u0660' and <= '\u0669': return (char)('0' + (c - '\u0660'));
            case >= '\u06F0' and <= '\u06F9': return (char)('0' + (c - '\u06F0'));
            case >= '\uFF10' and <= '\uFF19': return (char)('0' + (c - '\uFF10'));
            default: return c;
        }
    }
}
