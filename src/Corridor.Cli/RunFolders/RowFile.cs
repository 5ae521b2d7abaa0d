using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Corridor.Formats.Files;

namespace Corridor.Cli.RunFolders;

/// <summary>A file of many short rows, written straight as bytes: UTF-8 without byte-order mark. Nothing is allocated for a cell.</summary>
internal sealed class RowFile(string path) : IDisposable
{
    /// <summary>No number takes more bytes: a double is below 10³⁰⁹.</summary>
    private const int LongestNumber = 320;

    /// <summary>Up to this many hundredths, a number is written digit by digit: there, a double tells two decimals apart.</summary>
    private const double ExactHundredths = 1e15;

    private readonly FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private byte[] buffer = new byte[1 << 16];
    private int used;

    public void Write(string text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
    }

    public void Write(char ascii)
    {
        MakeRoom(1);
        buffer[used++] = (byte)ascii;
    }

    public void Write(int value)
    {
        MakeRoom(LongestNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var length);
        used += length;
    }

    /// <summary>A number that is rounded to two decimals, with as many of them as it needs (the format <c>0.##</c>).</summary>
    public void Write(double value)
    {
        MakeRoom(LongestNumber);
        var hundredths = Math.Round(value * 100);
        if (!(Math.Abs(hundredths) < ExactHundredths))
        {
            value.TryFormat(buffer.AsSpan(used), out var written, "0.##", CultureInfo.InvariantCulture);
            used += written;
            return;
        }
        if (hundredths < 0) buffer[used++] = (byte)'-';
        var (whole, rest) = Math.DivRem((long)Math.Abs(hundredths), 100);
        Utf8Formatter.TryFormat(whole, buffer.AsSpan(used), out var length);
        used += length;
        if (rest == 0) return;
        buffer[used++] = (byte)'.';
        buffer[used++] = (byte)('0' + rest / 10);
        if (rest % 10 != 0) buffer[used++] = (byte)('0' + rest % 10);
    }

    /// <summary>Closes the file; from then on it is on the disk.</summary>
    public void Close()
    {
        Flush();
        DiskFlush.Flush(file);
        file.Dispose();
    }

    public void Dispose() => file.Dispose();

    private void MakeRoom(int bytes)
    {
        if (buffer.Length - used >= bytes) return;
        Flush();
        if (buffer.Length < bytes) buffer = new byte[2 * bytes];
    }

    private void Flush()
    {
        file.Write(buffer, 0, used);
        used = 0;
    }
}
