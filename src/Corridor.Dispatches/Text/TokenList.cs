namespace Corridor.Dispatches.Text;

/// <summary>The tokens of a sentence in a list that is used again for the next.</summary>
internal sealed class TokenList
{
    private Token[] items = new Token[64];

    public int Count { get; private set; }

    public ref Token this[int i] => ref items[i];

    public ref Token this[Index i] => ref items[i.GetOffset(Count)];

    /// <summary>The array under the list, until it grows.</summary>
    public Token[] Items => items;

    public Span<Token> Span => items.AsSpan(0, Count);

    public void Add(in Token token)
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        items[Count++] = token;
    }

    /// <summary>One more token, empty.</summary>
    public ref Token Add()
    {
        if (Count == items.Length) Array.Resize(ref items, Count * 2);
        ref var token = ref items[Count++];
        token = default;
        return ref token;
    }

    public void RemoveRange(int first, int count)
    {
        Array.Copy(items, first + count, items, first, Count - first - count);
        Count -= count;
    }

    public void Clear() => Count = 0;
}
