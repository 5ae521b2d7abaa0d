using System.Diagnostics;
using System.Globalization;

namespace Corridor.Cli.Screen;

/// <summary>A bar on the error output that shows how much is done, until it is disposed of; nothing when nobody watches.</summary>
internal sealed class ProgressLine(Terminal terminal, bool quiet, string stopping = "Ctrl-C keeps it") : IDisposable
{
    // With this many the whole line stays below 80 columns: a line that wraps cannot be drawn over.
    private const int Cells = 24;

    private readonly bool shown = terminal.ShowsProgress && !quiet;
    private long last;

    public void Report(int done, int days, DateOnly date) =>
        Report(done, days, string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}, day {done} of {days}"));

    /// <summary>Draws how much is done, and says what.</summary>
    public void Report(int done, int all, string what)
    {
        if (!shown || done < all && last != 0 && Stopwatch.GetElapsedTime(last) < terminal.ProgressPause) return;
        last = Stopwatch.GetTimestamp();
        var filled = (int)((long)Cells * done / all);
        terminal.Error.Write($"\r[{new string('#', filled)}{new string('.', Cells - filled)}] {what} ({stopping})");
    }

    /// <summary>Takes the bar away, so that nothing of it stands between messages.</summary>
    public void Dispose()
    {
        if (shown && last != 0) terminal.Error.Write("\r\e[2K");
    }
}
