namespace Corridor.Dispatches.Text;

/// <summary>
/// The text as the grammar reads it (one kind of quote, hyphen, space and line break, no marks without width), and the way back:
/// every character knows where it stands in the original (schema, pipeline step 1).
/// </summary>
internal sealed class CleanText
{
    private char[] buffer;
    // Where stretches of the clean text begin that stand in the original as they are: nearly all of a text is a few of them.
    private readonly List<(int Clean, int Origin)> runs = [];
    private readonly Dictionary<int, int> wide = [];

    public CleanText(int capacity) => buffer = new char[capacity + 1];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => buffer.AsSpan(0, Length);

    /// <summary>The array under <see cref="Chars"/>, once the text is whole.</summary>
    public char[] Buffer => buffer;

    public char Last => Length == 0 ? '\n' : buffer[Length - 1];

    public void Append(char c, int origin, int width = 1)
    {
        if (Length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        if (width != 1) wide[Length] = width;
        Continue(origin);
        buffer[Length++] = c;
    }

    /// <summary>Characters that stand in the original as they are.</summary>
    public void Append(ReadOnlySpan<char> chars, int origin)
    {
        if (chars.IsEmpty) return;
        if (Length + chars.Length > buffer.Length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + chars.Length));
        Continue(origin);
        chars.CopyTo(buffer.AsSpan(Length));
        Length += chars.Length;
    }

    public void RemoveLast()
    {
        Length--;
        wide.Remove(Length);
        if (runs[^1].Clean == Length) runs.RemoveAt(runs.Count - 1);
    }

    public void ReplaceLast(char c) => buffer[Length - 1] = c;

    /// <summary>Where [start, end) of the clean text stands in the original.</summary>
    public Span Original(int start, int end)
    {
        if (end <= start) return new Span(Origin(start), Origin(start));
        var last = end - 1;
        return new Span(Origin(start), Origin(last) + wide.GetValueOrDefault(last, 1));
    }

    // A new stretch, unless the last one goes on here.
    private void Continue(int origin)
    {
        if (runs.Count == 0 || runs[^1] is var (clean, from) && from + Length - clean != origin) runs.Add((Length, origin));
    }

    private int Origin(int at)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Clean <= at) low = middle;
            else high = middle - 1;
        }

        return runs.Count == 0 ? 0 : runs[low].Origin + at - runs[low].Clean;
    }
}
