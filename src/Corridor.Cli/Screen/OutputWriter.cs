using System.Text;
using Corridor.Formats.Files;

namespace Corridor.Cli.Screen;

/// <summary>The standard output; when it cannot be written, as on a full disk, the message says that it was this and not a file.</summary>
internal sealed class OutputWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Guarded(value, static (inner, value) => inner.Write(value));
    public override void Write(char[] buffer, int index, int count) =>
        Guarded((buffer, index, count), static (inner, part) => inner.Write(part.buffer, part.index, part.count));
    public override void Write(string? value) => Guarded(value, static (inner, value) => inner.Write(value));
    public override void WriteLine(string? value) => Guarded(value, static (inner, value) => inner.WriteLine(value));
    public override void Flush() => Guarded(0, static (inner, _) => inner.Flush());

    private void Guarded<T>(T value, Action<TextWriter, T> write)
    {
        try
        {
            write(inner, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"cannot write to the standard output: {OutputException.Said(e)}; files that were written stay", e);
        }
    }
}
