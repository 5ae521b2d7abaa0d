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
        var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true, ProgressPause = TimeSpan.Zero },
            stop.Token, [.. options, "--out", folder["stopped"]]);
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
    public void A_complete_run_is_not_replaced_by_the_first_days_of_its_repetition()
    {
        string[] run = ["run", folder.NewScenario(), "--runs", "10", "--threads", "1", "--out", folder["out"]];
        Assert.Equal(0, Cli.Run(run).ExitCode);
        var before = TemporaryFolder.Contents(folder["out"]);
        for (var again = 0; again < 2; again++)
        {
            using var stop = new CancellationTokenSource();
            using var watcher = new CallAt("day 3 of", stop.Cancel);
            var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true, ProgressPause = TimeSpan.Zero }, stop.Token, run);
            Assert.Equal(130, stopped.ExitCode);
            Assert.Contains($"stopped: what '{folder["out"]}' holds stays as it is", watcher.ToString(), StringComparison.Ordinal);
            Assert.Contains($"Written to {folder["out-stopped"]}\n", stopped.Output, StringComparison.Ordinal);
            Assert.Equal(before, TemporaryFolder.Contents(folder["out"]));
            Assert.Contains("\"complete\": false", File.ReadAllText(folder["out-stopped/run.json"]), StringComparison.Ordinal);
        }
        Assert.Equal(0, Cli.Run(run).ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_days_of_a_repetition_replace_nothing_that_stands_beside_it_either(bool isRun)
    {
        var scenario = folder.NewScenario();
        string[] Run(string name) => ["run", scenario, "--runs", "10", "--threads", "1", "--out", folder[name]];
        Assert.Equal(0, Cli.Run(Run("out")).ExitCode);
        if (isRun) Assert.Equal(0, Cli.Run(Run("out-stopped")).ExitCode);
        else
        {
            Directory.CreateDirectory(folder["out-stopped"]);
            File.WriteAllText(folder["out-stopped/notes.txt"], "mine");
        }
        var before = TemporaryFolder.Contents(folder["out-stopped"]);
        using var stop = new CancellationTokenSource();
        using var watcher = new CallAt("day 3 of", stop.Cancel);
        var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true, ProgressPause = TimeSpan.Zero }, stop.Token, Run("out"));
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains($"Written to {folder["out-stopped-2"]}\n", stopped.Output, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(folder["out-stopped"]));
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

    /// <summary>Four of ten days ahead: the tables hold these four as in a whole forecast, the files for forecast hubs end on the fourth.</summary>
    [Theory]
    [InlineData("forecast", "--members")]
    [InlineData("compare", "--runs")]
    public void A_forecast_that_is_stopped_keeps_the_days_ahead_that_are_done_and_marks_them(string command, string members)
    {
        string[] options = [command, VillageFolder.Write(folder), "--as-of", "2020-04-12", members, "12", "--threads", "1", "--days", "10"];
        using var stop = new CancellationTokenSource();
        using var watcher = new CallAt("day 3 of 10", stop.Cancel);
        var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true, ProgressPause = TimeSpan.Zero },
            stop.Token, [.. options, "--out", folder["stopped"]]);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("STOPPED after 4 of 10 days", stopped.Output, StringComparison.Ordinal);
        using var record = JsonDocument.Parse(File.ReadAllText(folder["stopped/run.json"]));
        Assert.False(record.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(4, record.RootElement.GetProperty("days_done").GetInt32());

        Assert.Equal(0, Cli.Run([.. options, "--out", folder["whole"]]).ExitCode);
        var done = File.ReadAllLines(folder["stopped/places.csv"]);
        Assert.Contains(done, line => line.StartsWith("2020-04-16", StringComparison.Ordinal));
        bool IsDone(string line) => string.CompareOrdinal(line[..10], "2020-04-17") < 0 || line.StartsWith("date", StringComparison.Ordinal);
        Assert.Equal(File.ReadAllLines(folder["whole/places.csv"]).Where(IsDone), done);
        Assert.All(File.ReadAllLines(folder["stopped/base/quantiles.csv"])[1..], row => Assert.Equal("4", row.Split(',')[2]));
    }

    [Theory]
    [InlineData("conditioning 2/3", "forecast")]
    [InlineData("as of 2020-03-15", "forecast")]
    [InlineData("] ahead", "compare")]
    [InlineData("conditioning 1/3", "fit")]
    public void Stopped_while_the_members_are_conditioned_nothing_is_written(string when, string command)
    {
        var village = VillageFolder.Write(folder);
        using var stop = new CancellationTokenSource();
        using var watcher = new CallAt(when, stop.Cancel);
        string[] output = command == "fit" ? [] : ["--out", folder["out"]];
        var stopped = Cli.Run(t => new Terminal(t.Out, watcher) { ShowsProgress = true, ProgressPause = TimeSpan.Zero },
            stop.Token, [command, village, "--as-of", "2020-04-12", "--threads", "1", .. output]);
        Assert.Equal((130, ""), (stopped.ExitCode, stopped.Output));
        Assert.Equal([village], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
