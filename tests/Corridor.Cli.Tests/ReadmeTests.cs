using System.Text.RegularExpressions;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>README.md shows what happens: its commands run, and its excerpt is their output.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string FirstCommand = "./corridor compare examples/mosul-2016";

    private readonly TemporaryFolder folder = new();
    private static string Readme => Repository.Path("README.md");

    [Fact]
    public void The_first_command_prints_what_the_readme_shows()
    {
        Assert.StartsWith(FirstCommand, Commands().First(), StringComparison.Ordinal);
        var result = Cli.Run("compare", Repository.Path("examples/mosul-2016"), "--out", folder["out"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var beginning = result.Output[..result.Output.IndexOf("\nIn 14 days", StringComparison.Ordinal)];
        var text = File.ReadAllText(Readme);
        var shown = Excerpt().Match(text).Groups[1];
        if (Environment.GetEnvironmentVariable("CORRIDOR_ACCEPT") is { Length: > 0 })
            File.WriteAllText(Readme, text[..shown.Index] + beginning + text[(shown.Index + shown.Length)..]);
        else
            Assert.Equal(beginning, shown.Value);
    }

    [Fact]
    public void The_second_command_is_the_one_of_continuous_integration()
    {
        Assert.Equal("dotnet test", Commands().ElementAt(1));
        Assert.Contains("\ndotnet test ", File.ReadAllText(Repository.Path(".ci/run")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_commands_run_as_they_stand()
    {
        foreach (var command in Commands().Skip(2)) Run(command);
    }

    [Fact]
    public void The_examples_of_every_help_run_as_they_stand_once_there_is_a_scenario()
    {
        Run("corridor new my-scenario");
        foreach (Match name in CommandName().Matches(Cli.Run("--help").Output))
        {
            var help = Cli.Run(name.Groups[1].Value, "--help").Output;
            foreach (var example in help[help.IndexOf("\nExample", StringComparison.Ordinal)..].Split('\n').Where(l =>
                l.StartsWith("  ", StringComparison.Ordinal)))
                Run(example.Trim());
        }
    }

    [Fact]
    public void Every_file_that_a_page_links_to_is_there()
    {
        foreach (var page in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.Path("docs"), "*.md")))
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
                Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page} links to {link.Groups[1].Value}");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>As it stands but for the number of runs: that it works does not hang on it, and the default takes a quarter of a minute.</summary>
    private void Run(string command)
    {
        List<string> args = [.. Word().Matches(command).Skip(1).SelectMany(word => Here(word.Value.Trim('"')))];
        var number = args[0] switch
        {
            "forecast" or "fit" => "--members",
            "sensitivity" => "--samples",
            "run" or "compare" or "score" or "reconcile" => "--runs",
            _ => null,
        };
        if (number is not null && args.IndexOf(number) is >= 0 and var given) args[given + 1] = "20";
        else if (number is not null) args.AddRange([number, "20"]);
        if (args[0] is "run" or "compare" or "forecast" or "backtest") args.AddRange(["--out", folder[args[0]]]);
        var result = Cli.Run([.. args]);
        Assert.True(result.ExitCode == 0, $"{command}: {result.Error}");
    }

    // What the shell makes of a word, in the folder of the repository or, for what is written, in that of the test.
    private string[] Here(string word)
    {
        if (word.StartsWith("examples/", StringComparison.Ordinal) && word.Contains('*', StringComparison.Ordinal))
            return Directory.GetFiles(Repository.Path(Path.GetDirectoryName(word)!), Path.GetFileName(word));
        if (word.StartsWith("examples/", StringComparison.Ordinal)) return [Repository.Path(word)];
        return [word.StartsWith("my-", StringComparison.Ordinal) || Path.GetExtension(word) is ".md" or ".html" ? folder[word] : word];
    }

    private static IEnumerable<string> Commands() =>
        CodeBlock().Matches(File.ReadAllText(Readme)).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("""(?<=^|\s)("[^"]*"|\S+)""")]
    private static partial Regex Word();

    [GeneratedRegex("(?<=Commands:\n(?:.*\n)*)  (?!corridor)([a-z]+) ")]
    private static partial Regex CommandName();

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("<!-- excerpt.*?-->\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link();
}
