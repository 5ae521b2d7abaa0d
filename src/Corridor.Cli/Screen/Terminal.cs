using System.Text;

namespace Corridor.Cli.Screen;

/// <summary>Where a command prints, and what that place can show.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error)
{
    /// <summary>Columns to write in; 80 when the output is not a terminal, so that files look the same everywhere.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether <see cref="Out"/> shows colours.</summary>
    public bool IsColoured { get; init; }

    /// <summary>Whether <see cref="Error"/> is watched by a person, so that progress can be drawn on it.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Least time between two drawings of progress.</summary>
    public TimeSpan ProgressPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Opens what is piped in.</summary>
    public Func<Stream> In { get; init; } = () => Stream.Null;

    /// <summary>Whether a person types what is read from <see cref="In"/>.</summary>
    public bool IsTyped { get; init; }

    /// <summary>The terminal of this process. NO_COLOR (no-color.org) and TERM=dumb are honoured.</summary>
    public static Terminal OfProcess()
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var output = Console.IsOutputRedirected ? Redirected(Console.OpenStandardOutput()) : Console.Out;
        var error = Console.IsErrorRedirected ? Redirected(Console.OpenStandardError()) : Console.Error;
        return new Terminal(GuardedWriter.OfOutput(output), GuardedWriter.OfErrors(error))
        {
            In = StandardInput.Open,
            IsTyped = !Console.IsInputRedirected,
            Width = Console.IsOutputRedirected ? 80 : WidthOfWindow(),
            IsColoured = !Console.IsOutputRedirected && !noColour && !dumb,
            ShowsProgress = !Console.IsErrorRedirected && !dumb,
        };
    }

    // A locale says what a terminal can show. A file or another program gets UTF-8, like every file: names in it are not changed.
    private static TextWriter Redirected(Stream stream) => TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true });

    private static int WidthOfWindow()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 160);
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
