using System.Text;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>The text of a file or of the standard input.</summary>
internal static class TextBytes
{
    /// <summary>The bytes; null with a problem when they cannot be read.</summary>
    public static byte[]? Load(string file, Func<Stream> standardInput, List<Problem> problems) =>
        file == "-" ? StandardInput(standardInput, problems) : SourceFile.Load(file, problems);

    /// <summary>
    /// The text without its byte-order mark. Bytes that are no UTF-8 become U+FFFD, with a warning; null with a problem when it is no text at all.
    /// </summary>
    public static string? Decode(string shown, ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        if (SourceFile.OtherKind(bytes) is { } kind)
        {
            problems.Add(Problem.Error(new Origin(shown), $"{kind}; expected text in UTF-8: plain, HTML or Markdown"));
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
            return SourceFile.Whole(stream) ?? Fail(SourceFile.TooMuch, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail($"nothing can be read: {e.Message.ReplaceLineEndings(" ")}", problems);
        }
    }

    private static byte[]? Fail(string message, List<Problem> problems)
    {
        problems.Add(Problem.Error(new Origin("standard input"), message));
        return null;
    }
}
