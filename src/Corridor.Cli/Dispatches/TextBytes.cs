using System.Text;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The text of a file or of the standard input.</summary>
internal static class TextBytes
{
    /// <summary>The bytes; null with a problem when they cannot be read.</summary>
    public static byte[]? Load(string file, Func<Stream> standardInput, List<Problem> problems)
    {
        if (file == "-") return StandardInput(standardInput, problems);
        try
        {
            if (Directory.Exists(file)) return Fail(file, "this is a folder; expected a text file", problems);
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Whole(stream) ?? Fail(file, TooMuch, problems);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(file, "there is no such file", problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fail(file, $"the file cannot be read: {e.Message.ReplaceLineEndings(" ")}", problems);
        }
    }

    /// <summary>
    /// The text without its byte-order mark. Bytes that are no UTF-8 become U+FFFD, with a warning; null with a problem when it is no text at all.
    /// </summary>
    public static string? Decode(string shown, ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        if (Kind(bytes) is { } kind)
        {
            problems.Add(Problem.Error(new Origin(shown), $"this is {kind}; expected text in UTF-8: plain, HTML or Markdown"));
            return null;
        }
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = Encoding.UTF8.GetString(bytes);
        var replaced = text.AsSpan().Count('\uFFFD') - bytes.Count(Encoding.UTF8.GetBytes("\uFFFD"));
        // A page of another encoding has a few such characters; a picture or a program has little else.
        if (replaced >= 20 && replaced > text.Length / 5)
        {
            problems.Add(Problem.Error(new Origin(shown),
                "this is no text, or text in an encoding that is not read; expected text in UTF-8: plain, HTML or Markdown"));
            return null;
        }
        if (string.IsNullOrWhiteSpace(text)) problems.Add(Problem.Warning(new Origin(shown), "there is no text in it"));
        if (replaced > 0)
        {
            var are = replaced == 1 ? "is" : "are";
            problems.Add(Problem.Warning(new Origin(shown), $"{replaced} character{(replaced == 1 ? "" : "s")} {are} not UTF-8 "
                + $"and {are} read as U+FFFD; the file was probably saved in another encoding"));
        }
        return text;
    }

    private static byte[]? StandardInput(Func<Stream> open, List<Problem> problems)
    {
        try
        {
            using var stream = open();
            return Whole(stream) ?? Fail("standard input", TooMuch, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail("standard input", $"nothing can be read: {e.Message.ReplaceLineEndings(" ")}", problems);
        }
    }

    // Null when it is too much. Of a pipe the length is not known, and /dev/zero has no end.
    private static byte[]? Whole(Stream stream)
    {
        using var memory = new MemoryStream();
        var part = new byte[1 << 16];
        while (stream.Read(part) is > 0 and var read)
        {
            memory.Write(part, 0, read);
            if (memory.Length > SourceFile.MaxBytes) return null;
        }
        return memory.ToArray();
    }

    private static string TooMuch => $"there is too much to read; expected at most {SourceFile.MaxBytes >> 20} MiB";

    private static string? Kind(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "a PDF file"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "a Word or Excel document or another zip file"
        : bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? "text in UTF-16"
        : bytes.Length >= 4 && bytes.Count((byte)0) * 3 >= bytes.Length ? "no text, or text in UTF-16"
        : null;

    private static byte[]? Fail(string file, string message, List<Problem> problems)
    {
        problems.Add(Problem.Error(new Origin(file), message));
        return null;
    }
}
