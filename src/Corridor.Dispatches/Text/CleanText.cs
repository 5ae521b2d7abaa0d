namespace Corridor.Dispatches.Text;

/// <summary>
/// The text as the grammar reads it (one kind of quote, hyphen, space and line break, no marks without width), and the way back:
/// every character knows where it stands in the original (schema, pipeline step 1).
/// </summary>
internal sealed class CleanText
{
    private char[] _chars;
    private int[] _origin;
    private readonly Dictionary<int, int> _wide = [];

    public CleanText(int capacity)
    {
        _chars = new char[capacity + 1];
        _origin = new int[capacity + 1];
    }

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>The array under <see cref="Chars"/>, once the text is whole.</summary>
    public char[] Buffer => _chars;

    public char Last => Length == 0 ? '\n' : _chars[Length - 1];

    public void Append(char c, int origin, int width = 1)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
            Array.Resize(ref _origin, _origin.Length * 2);
        }

        if (width != 1) _wide[Length] = width;
        _chars[Length] = c;
        _origin[Length++] = origin;
    }

    /// <summary>Characters that stand in the original as they are.</summary>
    public void Append(ReadOnlySpan<char> chars, int origin)
    {
        if (Length + chars.Length > _chars.Length)
        {
            var capacity = Math.Max(_chars.Length * 2, Length + chars.Length);
            Array.Resize(ref _chars, capacity);
            Array.Resize(ref _origin, capacity);
        }

        chars.CopyTo(_chars.AsSpan(Length));
        var origins = _origin.AsSpan(Length, chars.Length);
        for (var i = 0; i < origins.Length; i++) origins[i] = origin + i;
        Length += chars.Length;
    }

    public void RemoveLast()
    {
        Length--;
        _wide.Remove(Length);
    }

    public void ReplaceLast(char c) => _chars[Length - 1] = c;

    /// <summary>Where [start, end) of the clean text stands in the original.</summary>
    public Span Original(int start, int end)
    {
        if (end <= start) return new Span(_origin[start], _origin[start]);
        var last = end - 1;
        return new Span(_origin[start], _origin[last] + _wide.GetValueOrDefault(last, 1));
    }
}
