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
        foreach (var command in Commands().Skip(2))
        {
            string Here(string word) => word == "my-scenario" ? folder[word]
                : word.StartsWith("examples/", StringComparison.Ordinal) ? Repository.Path(word)
                : word;
            var args = command.Split(' ')[1..].Select(Here).ToList();
            if (args[0] is "run" or "compare" or "forecast" or "backtest") args.AddRange(["--out", folder[args[0]]]);
            // As they stand but for the number of runs: that they work does not hang on it, and the default takes a quarter of a minute.
            if (args[0] is "forecast" or "fit") args.AddRange(["--members", "20"]);
            if (args.Contains("--as-of") && args[0] == "compare") args.AddRange(["--runs", "20"]);
            if (args[0] == "sensitivity") args.AddRange(["--samples", "16"]);
            var result = Cli.Run([.. args]);
            Assert.True(result.ExitCode == 0, $"{command}: {result.Error}");
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

    private static IEnumerable<string> Commands() =>
        CodeBlock().Matches(File.ReadAllText(Readme)).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("<!-- excerpt.*?-->\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link();
}
