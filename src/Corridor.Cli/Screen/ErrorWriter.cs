using System.Text;

namespace Corridor.Cli.Screen;

/// <summary>The error output. Where it is closed or full nobody can be told anything, and the exit code alone says how it went.</summary>
internal sealed class ErrorWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(value, static (inner, value) => inner.Write(value));
    public override void Write(char[] buffer, int index, int count) =>
        Try((buffer, index, count), static (inner, part) => inner.Write(part.buffer, part.index, part.count));
    public override void Write(string? value) => Try(value, static (inner, value) => inner.Write(value));
    public override void WriteLine(string? value) => Try(value, static (inner, value) => inner.WriteLine(value));
    public override void Flush() => Try(0, static (inner, _) => inner.Flush());

    private void Try<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            write(inner, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }
}
