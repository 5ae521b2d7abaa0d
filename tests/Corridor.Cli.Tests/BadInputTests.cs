using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Mistakes as people make them: every problem is named at once, the exit code is 2, and nothing is written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("unknown command 'comapre'; expected run, compare, forecast, backtest, fit, sensitivity, read, accept, reconcile, "
        + "check, score, convert, new, rules; did you mean 'compare'?", "comapre", "x")]
    [InlineData("unknown command 'runn'; expected run, compare, forecast, backtest, fit, sensitivity, read, accept, reconcile, "
        + "check, score, convert, new, rules; did you mean 'run'?\n'corridor --help' shows what can be given", "runn", "x", "y")]
    [InlineData("unknown option '--rums'; did you mean '--runs'?", "run", "x", "--rums", "3")]
    [InlineData("unknown option '--altrnative'; did you mean '--alternative'?", "compare", "x", "--altrnative=west")]
    [InlineData("FOLDER is missing: the scenario folder", "run")]
    [InlineData("DIR: an empty name; expected the folder to make; it must not be there yet, or be empty", "new", "")]
    [InlineData("FOLDER: an empty name; expected the scenario folder", "check", " ")]
    [InlineData("-x: there is no such folder", "run", "--", "-x")]
    [InlineData("'y' is one argument too many", "check", "x", "y")]
    [InlineData("--runs: a value is missing; expected N", "run", "x", "--runs")]
    [InlineData("--runs: given 2 times; expected once", "run", "x", "--runs", "3", "--runs", "4")]
    public void A_mistyped_command_line_is_answered_with_the_nearest_valid_name(string expected, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.StartsWith(expected + "\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_of_options_and_alternatives_come_at_once()
    {
        var result = Cli.Run("compare", folder.NewScenario(),
            "--runs", "many", "--days", "0", "--threads", "-1", "--seed", "x", "--format", "cvs", "--round-below", "-3",
            "--set", "rules.camp_wieght=3", "--set", "camp_weight=3", "--set", "rules.camp_weight=heavy", "--set", "rules.softening",
            "--set", "rules.ways=5", "--alternative", "bridge-close", "--alternative", "missing.yml", "--out", folder["out"]);
        Assert.Equal(2, result.ExitCode);
        Snapshot.Match("bad-options", result.Error);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("--seed: '-1'; expected a whole number 0..18446744073709551615", "forecast", "--seed", "-1")]
    [InlineData("--out: an empty name; expected a folder", "forecast", "--out", "")]
    [InlineData("--as-of: '5/3/2026' is not a date; expected year-month-day as in 2016-10-29; did you mean 2026-03-05 or 2026-05-03?",
        "fit", "--as-of", "5/3/2026")]
    [InlineData("--start: 'spring' is not a date; expected year-month-day as in 2016-10-29", "check", "--start", "spring")]
    [InlineData("--members: '3'; expected a whole number 10..100000, or 0 for none", "backtest", "--members", "3")]
    [InlineData("--every: 'd'; expected a whole number 1..365, as in 14d", "backtest", "--every", "dd")]
    public void Options_are_read_alike_by_every_command(string expected, string command, params string[] options)
    {
        var result = Cli.Run([command, folder.NewScenario(), .. options]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected + "\n", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("sensitivity")]
    public void Days_may_be_as_many_as_a_scenario_may_have(string command) =>
        AssertError("--days: '36501'; expected a whole number 1..36500", command, folder.NewScenario(), "--days", "36501");

    [Fact]
    public void Days_end_with_the_calendar()
    {
        var scenario = folder.NewScenario();
        var file = Path.Combine(scenario, "scenario.yml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("start: 2026-", "start: 9998-", StringComparison.Ordinal));
        AssertError("--days: with 2000 days the scenario would end after the year 9999", "run", scenario, "--days", "2000");
        AssertError("--as-of: 28 days after 9999-12-20 are after the year 9999", "forecast", scenario, "--as-of", "9999-12-20");
        File.WriteAllText(file, File.ReadAllText(file).Replace("start: 9998-", "start: 9999-", StringComparison.Ordinal)
            .Replace("start: 9999-03-01", "start: 9999-12-31", StringComparison.Ordinal));
        AssertError("days: the scenario would end after the year 9999", "run", scenario);
    }

    [Fact]
    public void A_rule_cannot_be_set_twice() =>
        AssertError("rules.camp_weight is set twice", "run", folder.NewScenario(), "--set", "rules.camp_weight=3", "--set", "rules.camp_weight=4");

    [Fact]
    public void A_rule_that_is_set_and_lacks_its_data_is_warned_of()
    {
        var result = Cli.Run("run", folder.NewScenario(), "--runs", "2", "--set", "rules.boys_take_risk=true", "--out", folder["out"]);
        Assert.Equal(0, result.ExitCode);
        // 'check' does not know the options: it is said on the page.
        Assert.Contains("warning: the rule boys_take_risk asks for the attribute gender", result.Output, StringComparison.Ordinal);
        Assert.Contains("the rule boys_take_risk asks for the attribute gender", File.ReadAllText(folder["out/run.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_the_folder_and_of_the_command_line_are_listed_together()
    {
        var scenario = folder.NewScenario();
        File.AppendAllText(Path.Combine(scenario, "routes.csv"), "city,rivertwon,12,road\ncity,junction,-4,road\n");
        File.AppendAllText(Path.Combine(scenario, "timeline.csv"), "2026-13-40,city,conflict,1,,,\n2026-03-09,city,explode,1,,,\n");
        var result = Cli.Run("compare", scenario, "--runs", "0", "--out", folder["out"]);
        Assert.Equal(2, result.ExitCode);
        Snapshot.Match("bad-folder", result.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
        Assert.False(Directory.Exists(folder["out"]));
        Assert.Equal(2, Cli.Run("check", scenario).ExitCode);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing() => AssertError("there is no such folder", "run", folder["nowhere"]);

    [Fact]
    public void A_name_that_is_not_UTF_8_is_told_and_nothing_is_made_under_another()
    {
        var result = Cli.Run("new", folder["M\uFFFDnaka"]);
        Assert.Equal((2, $"'{folder["M\uFFFDnaka"]}' is not UTF-8; expected another name\n'corridor new --help' shows what can be given\n"),
            (result.ExitCode, result.Error));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(folder["file"], "");
        AssertError("expected a scenario folder", "run", folder["file"]);
        AssertError("is a file; expected a folder", "run", folder.NewScenario(), "--out", folder["file"]);
    }

    [Fact]
    public void A_folder_of_the_users_own_files_is_never_replaced()
    {
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(folder["mine/thesis.txt"], "years of work");
        AssertError("is no run folder", "run", folder.NewScenario(), "--out", folder["mine"]);
        AssertError("expected a new or empty folder", "new", folder["mine"]);
        Assert.Equal("years of work", File.ReadAllText(folder["mine/thesis.txt"]));
    }

    [Fact]
    public void A_cell_that_swallowed_a_file_does_not_fill_the_screen()
    {
        var scenario = folder.NewScenario();
        File.AppendAllText(Path.Combine(scenario, "routes.csv"), $"city,{new string('x', 200_000)},5,road\n");
        var result = Cli.Run("check", scenario);
        Assert.Equal(2, result.ExitCode);
        Assert.InRange(result.Output.Length, 1000, 3000);
        Assert.Contains("expected an id of the places", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_needs_something_to_compare()
    {
        AssertError("only 'base' is left to compare", "compare", folder.NewScenario(), "--alternative", "base");
    }

    [Fact]
    public void An_alternative_in_a_file_is_checked_against_the_scenario()
    {
        File.WriteAllText(folder["north.yml"], "rows:\n  - {date: 2026-03-09, subject: city--nroth-camp, change: close}\n");
        AssertError("north.yml:2:", "compare", folder.NewScenario(), "--alternative", folder["north.yml"]);
    }

    /// <summary>'check' reads the folder alone, so a warning about the file of an alternative is said where it is used.</summary>
    [Fact]
    public void What_is_not_read_of_the_file_of_an_alternative_is_said_on_the_page()
    {
        File.WriteAllText(folder["late.yml"], "name: late\nrows: []\ntimeline:\n  - {date: 2026-01-05, subject: a--b, change: close}\n");
        var result = Cli.Run("compare", folder.NewScenario(), "--alternative", folder["late.yml"], "--runs", "2", "--days", "3", "--out", folder["out"]);
        Assert.Equal(0, result.ExitCode);
        var output = string.Join(' ', result.Output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(
            "late.yml:3:1: warning: the key 'timeline' is not read; expected one of name, description, rows", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static void AssertError(string expected, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }
}
