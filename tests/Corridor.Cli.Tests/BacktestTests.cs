using Corridor.Cli.Forecasts;
using Corridor.Formats.Native;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>A backtest that is interrupted goes on where it was, and gives the same tables.</summary>
public sealed class BacktestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string village;

    public BacktestTests() => village = VillageFolder.Write(folder);

    [Fact]
    public void Its_tables_are_written_and_the_main_figures_printed()
    {
        var result = Run("out");
        Snapshot.Match("backtest", result.Output, (folder.Path + Path.DirectorySeparatorChar, ""));
        Snapshot.Match("backtest-file", File.ReadAllText(folder["out/skill.md"]));
        // The path of the file is as long as it is.
        Assert.All(result.Output.Split('\n').Where(line => !line.Contains("skill.md", StringComparison.Ordinal)), line => Assert.True(line.Length <= 80, line));
    }

    /// <summary>What is scored is what <c>corridor forecast</c> makes, unless the statistical forecast alone is asked for; the page says which.</summary>
    [Fact]
    public void Without_members_it_scores_the_statistical_forecast_and_says_so()
    {
        var (whole, statistical) = (Run("whole"), Run("out", "--members", "0"));
        Assert.Contains("corridor is the forecast of 'corridor forecast'", whole.Output, StringComparison.Ordinal);
        Assert.Contains("corridor is the statistical forecast alone (--members 0)", statistical.Output, StringComparison.Ordinal);
        string[] Row(string name, string method) => File.ReadAllLines(folder[$"{name}/skill.md"])
            .First(line => line.StartsWith($"| {method} |", StringComparison.Ordinal)).Split('|')[2..];
        Assert.Equal(Row("whole", "statistical"), Row("out", "corridor"));
        Assert.DoesNotContain("| statistical |", File.ReadAllText(folder["out/skill.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Killed_and_started_again_it_gives_the_same_tables_and_keeps_what_was_done()
    {
        Run("whole", "--members", "12");
        using (var process = Child.StartCorridor("backtest", village, "--threads", "1", "--members", "12", "--out", folder["out"]))
        {
            Child.WaitUntil(process, () => Origins("out").Count >= 2);
            process.Kill();
            process.WaitForExit();
        }
        Assert.False(File.Exists(folder["out/skill.md"]), "the process was done before it could be killed");
        // The file that the killed process may have been writing is not among them: an origin takes its name when it is whole.
        var kept = Origins("out").ToDictionary(f => f, f => File.GetLastWriteTimeUtc(f));
        Run("out", "--members", "12");
        Assert.Equal(File.ReadAllText(folder["whole/skill.md"]), File.ReadAllText(folder["out/skill.md"]));
        Assert.All(kept, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        Assert.Equal(Origins("whole").Select(f => File.ReadAllText(f)), Origins("out").Select(f => File.ReadAllText(f)));
    }

    [Fact]
    public void Names_with_commas_and_quotes_are_kept_and_read_back()
    {
        var file = Path.Combine(village, "scenario.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("name: Village", "name: 'Village, \"old\" part'", StringComparison.Ordinal));
        Run("out");
        var (page, origins) = (File.ReadAllText(folder["out/skill.md"]), Origins("out").ToDictionary(f => f, f => File.GetLastWriteTimeUtc(f)));
        Run("out");
        Assert.Equal(page, File.ReadAllText(folder["out/skill.md"]));
        Assert.All(origins, origin => Assert.Equal(origin.Value, File.GetLastWriteTimeUtc(origin.Key)));
    }

    [Fact]
    public void Cases_of_one_name_are_called_by_their_folders_and_a_folder_is_no_case_twice()
    {
        Directory.CreateDirectory(folder["copy"]);
        foreach (var file in Directory.EnumerateFiles(village)) File.Copy(file, Path.Combine(folder["copy"], Path.GetFileName(file)));
        Run("out");
        Assert.Equal(0, Cli.Run("backtest", village, folder["copy"], "--out", folder["out"]).ExitCode);
        var page = File.ReadAllText(folder["out/skill.md"]);
        Assert.Contains($"| {village} |", page, StringComparison.Ordinal);
        Assert.Contains($"| {folder["copy"]} |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("| Village |", page, StringComparison.Ordinal);

        Directory.CreateSymbolicLink(folder["link"], village);
        var twice = Cli.Run("backtest", village, folder["link"], "--out", folder["out"]);
        Assert.Equal((2, $"FOLDER: '{folder["link"]}' is given twice; expected each case once\n1 error, 0 warnings\n"), (twice.ExitCode, twice.Error));
    }

    [Theory]
    [InlineData("village/counts.csv")]
    [InlineData("link/places.csv")]
    [InlineData("link.csv")]
    public void A_file_of_the_scenario_is_not_written_over(string file)
    {
        Directory.CreateSymbolicLink(folder["link"], village);
        File.CreateSymbolicLink(folder["link.csv"], folder["village/counts.csv"]);
        var before = TemporaryFolder.Contents(village);
        var result = Cli.Run("backtest", village, "--out", folder["out"], "--markdown", folder[file]);
        Assert.Equal((2, $"--markdown: '{folder[file]}' is a file of the scenario; expected another file\n1 error, 0 warnings\n"),
            (result.ExitCode, result.Error));
        Assert.Equal(before, TemporaryFolder.Contents(village));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("cut in the middle of a row")]
    [InlineData("cut at the end of a row")]
    [InlineData("without its last line")]
    [InlineData("a digit changed")]
    [InlineData("empty")]
    public void An_origin_of_which_not_every_byte_is_right_is_forecast_again(string damage)
    {
        Run("out");
        var (page, file) = (File.ReadAllText(folder["out/skill.md"]), Origins("out")[3]);
        var text = File.ReadAllText(file);
        File.WriteAllText(file, damage switch
        {
            "cut in the middle of a row" => text[..(text.Length / 2)],
            "cut at the end of a row" => text[..(text.IndexOf('\n', text.Length / 2) + 1)],
            "without its last line" => text[..text.LastIndexOf('#')],
            "a digit changed" => text[..200].Replace('1', '2') + text[200..],
            _ => "",
        });
        Assert.NotEqual(text, File.ReadAllText(file));
        Run("out");
        Assert.Equal(page, File.ReadAllText(folder["out/skill.md"]));
        Assert.Equal(text, File.ReadAllText(file));
    }

    /// <summary>The version stays as it is between two builds of a checkout; the method may not.</summary>
    [Fact]
    public void Origins_are_kept_apart_by_the_build_of_the_method()
    {
        var request = new BacktestRequest([village], 14, [14], 0, "runs", null);
        string Name(Guid method) => KeptBacktest.NameOf(village, [new InputFile("places.csv", "0a", 1)], request, method);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(Name(one), Name(one));
        Assert.NotEqual(Name(one), Name(other));
    }

    [Fact]
    public void Stopped_it_says_how_far_it_came()
    {
        var result = Cli.Run(new CancellationToken(canceled: true), "backtest", village, "--out", folder["out"]);
        Assert.Equal(130, result.ExitCode);
        Assert.Matches(@"^stopped: 0 of \d+ origins are kept in ", result.Error);
    }

    [Fact]
    public void A_file_for_the_tables_that_cannot_be_written_is_found_before_the_work()
    {
        foreach (var (markdown, why) in new[] { (folder["no/such/folder/skill.md"], "there is no folder"), (folder.Path, "expected the name of a file") })
        {
            var result = Cli.Run("backtest", village, "--out", folder["out"], "--markdown", markdown);
            Assert.Equal((1, ""), (result.ExitCode, result.Output));
            Assert.StartsWith($"cannot write to '{markdown}': {why}", result.Error, StringComparison.Ordinal);
            Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
            Assert.False(Directory.Exists(folder["out"]));
        }
        File.WriteAllText(folder["taken"], "");
        var taken = Cli.Run("backtest", village, "--out", folder["taken"]);
        Assert.Equal((1, $"cannot write to '{folder["taken"]}': a file of that name is there; expected a folder\n"), (taken.ExitCode, taken.Error));
    }

    [Fact]
    public void What_fails_in_its_threads_is_one_clear_line()
    {
        Run("out");
        var file = Origins("out")[3];
        File.Delete(file);
        Directory.CreateDirectory(Path.Combine(file, "in the way"));
        var result = Cli.Run("backtest", village, "--out", folder["out"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"cannot write to '{file}'", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--every: '0'; expected a whole number 1..365", "--every", "0d")]
    [InlineData("--horizons: 'soon'; expected a whole number 1..365", "--horizons", "7,soon")]
    [InlineData("--members: '3'; expected a whole number 10..100000", "--members", "3")]
    public void Mistakes_are_named(string expected, params string[] args)
    {
        var result = Cli.Run(["backtest", village, "--out", folder["out"], .. args]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    public void Dispose() => folder.Dispose();

    private CliResult Run(string name, params string[] more)
    {
        var result = Cli.Run(["backtest", village, "--out", folder[name], .. more]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }

    private List<string> Origins(string name)
    {
        if (!Directory.Exists(folder[name])) return [];
        var files = Directory.EnumerateFiles(folder[name], "*.csv", SearchOption.AllDirectories);
        return [.. files.Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal)];
    }
}
