using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Corridor.Scenarios;

namespace Corridor.Formats.Files;

/// <summary>A text file that was read whole: its text, and the size and hash by which a run records what it was made from.</summary>
public sealed class SourceFile
{
    /// <summary>Files above this are refused: nothing that a person keeps in a spreadsheet is larger, and the text is held in memory.</summary>
    private const long MaxBytes = 256L << 20;

    private SourceFile(string path, string text, string sha256, long bytes) => (Path, Text, Sha256, Bytes) = (path, text, sha256, bytes);

    /// <summary>The path as messages show it.</summary>
    public string Path { get; }

    /// <summary>The text, without byte-order mark.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes { get; }

    /// <summary>Reads a UTF-8 file, with or without byte-order mark; null with one problem when that fails.</summary>
    public static SourceFile? Read(string path, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(problems);
        return Load(path, problems) is { } bytes ? Decode(path, bytes, problems) : null;
    }

    /// <summary>Takes bytes as the content of the file; null with one problem when they are not UTF-8 text.</summary>
    public static SourceFile? Decode(string path, ReadOnlySpan<byte> bytes, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (OtherKind(bytes) is { } kind)
        {
            problems.Add(Problem.Error(new Origin(path), $"{kind}; expected text in UTF-8 (in Excel: save as 'CSV UTF-8')"));
            return null;
        }
        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = new char[content.Length];
        Utf8.ToUtf16(content, text, out var read, out var written, replaceInvalidSequences: false);
        if (read < content.Length)
        {
            problems.Add(Problem.Error(PositionAfter(path, text.AsSpan(0, written)),
                $"the byte 0x{content[read]:X2} is not UTF-8 text; the file was probably saved in another encoding (in Excel: save as 'CSV UTF-8')"));
            return null;
        }
        var nul = text.AsSpan(0, written).IndexOf('\0');
        if (nul >= 0)
        {
            problems.Add(Problem.Error(PositionAfter(path, text.AsSpan(0, nul)), "a NUL character; expected text, so the file is damaged or no text file"));
            return null;
        }
        return new SourceFile(path, new string(text, 0, written), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }

    /// <summary>The bytes of a file; null with one problem when they cannot be read or are too many.</summary>
    public static byte[]? Load(string path, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string wrong;
        try
        {
            if (Directory.Exists(path))
            {
                wrong = "this is a folder; expected a file";
            }
            else
            {
                using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                if (Whole(stream) is { } bytes) return bytes;
                wrong = TooMuch;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            wrong = "there is no such file";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            wrong = $"the file cannot be read: {e.Message.ReplaceLineEndings(" ")}";
        }
        problems.Add(Problem.Error(new Origin(path), wrong));
        return null;
    }

    /// <summary>What is said of more bytes than are read.</summary>
    public static string TooMuch => $"there is too much to read; expected at most {MaxBytes >> 20} MiB";

    /// <summary>All bytes; null when they are too many. Of a pipe the length is not known, and /dev/zero has no end.</summary>
    public static byte[]? Whole(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, MaxBytes) : 0);
        var part = new byte[1 << 16];
        while (stream.Read(part) is > 0 and var read)
        {
            memory.Write(part, 0, read);
            if (memory.Length > MaxBytes) return null;
        }
        return memory.ToArray();
    }

    /// <summary>Says what a file is when its bytes tell that it is not UTF-8 text; null when they do not.</summary>
    public static string? OtherKind(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8)) return "this is a PDF file";
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return "the file is saved as UTF-16";
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return "this is an Excel workbook, a Word document or another zip file";
        // Without its mark, UTF-16 shows as text in which every second byte is NUL.
        return bytes.Length >= 4 && bytes.Count((byte)0) * 3 >= bytes.Length ? "the file seems to be saved as UTF-16" : null;
    }

    private static Origin PositionAfter(string path, ReadOnlySpan<char> before)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < before.Length; i++)
        {
            var ends = before[i] == '\n' || before[i] == '\r' && !(i + 1 < before.Length && before[i + 1] == '\n');
            if (ends) (line, start) = (line + 1, i + 1);
        }
        return new Origin(path, line, before.Length - start + 1);
    }
}
