using System.Text.Json;
using Corridor.Cli.Screen;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Ctrl-C keeps what was finished, and says so.</summary>
public sealed class StopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Stopping_keeps_the_days_that_are_done_and_marks_the_run()
    {
        string[] options = ["compare", folder.NewScenario(), "--runs", "10", "--threads", "1"];
        using var stop = new CancellationTokenSource();
        // The progress line is written once a day: the tenth stops the run.
        using var watcher = new CallAt("day 10 of", stop.Cancel);
        var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true }, stop.Token, [.. options, "--out", folder["stopped"]]);
        Assert.Equal(130, stopped.ExitCode);
        using var record = JsonDocument.Parse(File.ReadAllText(folder["stopped/run.json"]));
        var done = record.RootElement.GetProperty("days_done").GetInt32();
        Assert.False(record.RootElement.GetProperty("complete").GetBoolean());
        Assert.InRange(done, 10, 12);
        Assert.Contains($"STOPPED after {done} of 45 days", stopped.Output, StringComparison.Ordinal);

        var shorter = Cli.Run([.. options, "--out", folder["shorter"], "--days", $"{done}"]);
        Assert.Equal(0, shorter.ExitCode);
        Assert.Equal(File.ReadAllText(folder["shorter/places.csv"]), File.ReadAllText(folder["stopped/places.csv"]));
    }

    [Fact]
    public void Stopped_before_the_first_day_nothing_is_written()
    {
        var scenario = folder.NewScenario();
        var result = Cli.Run(new CancellationToken(canceled: true), "run", scenario, "--out", folder["out"]);
        Assert.Equal(130, result.ExitCode);
        Assert.Equal("stopped before the first day was done: nothing was written\n", result.Error);
        Assert.Equal([scenario], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Calls back when a text is written. The bar is redrawn ten times a second at most, so the wait makes every day draw it.</summary>
    private sealed class CallAt(string text, Action action) : StringWriter
    {
        public override void Write(string? value)
        {
            Thread.Sleep(110);
            if (value?.Contains(text, StringComparison.Ordinal) == true) action();
        }
    }
}
