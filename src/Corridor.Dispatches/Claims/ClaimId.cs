using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Claims;

/// <summary>Ids of texts and of what they claim: letters only, so that none can be mistaken for an age or a telephone number.</summary>
internal static class ClaimId
{
    /// <summary>The id of a dated text by a publisher: the same words of another week are other news.</summary>
    public static string Of(string text, DateOnly? published, string? publisher)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes($"|{published:yyyy-MM-dd}|{publisher}".AsSpan()));
        return Letters(hash.GetHashAndReset());
    }

    private static string Of(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return Letters(hash);
    }

    // 128 bits of it.
    private static string Letters(ReadOnlySpan<byte> hash)
    {
        Span<char> letters = stackalloc char[32];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + ((hash[i / 2] >> (4 * (i % 2))) & 15));
        return new string(letters);
    }

    /// <summary>The id of a claim: the same words of the same text have the same one in every reading.</summary>
    /// <param name="dispatch">The id of the text.</param>
    /// <param name="span">Where the words stand.</param>
    /// <param name="kind">"figure", or the feature of an access fact.</param>
    public static string Of(string dispatch, Span span, string kind)
    {
        Span<char> key = stackalloc char[256];
        return key.TryWrite($"{dispatch}|{span.Start}-{span.End}|{kind}", out var length) ? Of(key[..length])
            : Of($"{dispatch}|{span.Start}-{span.End}|{kind}");
    }
}
