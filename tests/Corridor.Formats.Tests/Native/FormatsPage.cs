using System.Text.RegularExpressions;
using Corridor.Formats.Native;

namespace Corridor.Formats.Tests.Native;

/// <summary>Runs the examples of docs/formats.md.</summary>
public partial class FormatsPage
{
    private static readonly Dictionary<string, string> Examples = Example().Matches(Text())
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["text"].Value);

    private static void WriteFolder(string path)
    {
        Directory.CreateDirectory(path);
        string[] names =
            ["scenario.yml", "places.csv", "routes.csv", "timeline.csv", "counts.csv", "departures.csv", "demographics.csv", "people.csv"];
        foreach (var name in names) File.WriteAllText(Path.Combine(path, name), Examples[name]);
    }

    [Fact]
    public void The_examples_are_one_scenario_without_a_problem()
    {
        using var folder = new TemporaryFolder();
        WriteFolder(folder.Path);
        var input = ScenarioFolder.Read(folder.Path);
        Assert.Empty(input.Problems);
        File.WriteAllText(folder["alternative.yml"], Examples["alternative.yml"]);
        Assert.Empty(AlternativeFile.Read(folder["alternative.yml"], input.Scenario!).Problems);
    }

    [Fact]
    public void The_mistakes_get_the_messages_that_the_page_shows()
    {
        using var folder = new TemporaryFolder();
        WriteFolder(folder["valley"]);
        var broken = Examples["routes.csv with mistakes"];
        Assert.Equal(Examples["errors"].TrimEnd(), Messages(broken));
        var mended = broken.Replace("oneway", "one-way", StringComparison.Ordinal).Replace("\"1,070\"", "70", StringComparison.Ordinal);
        Assert.Equal(Examples["errors then"].TrimEnd(), Messages(mended));

        string Messages(string routes)
        {
            File.WriteAllText(folder["valley/routes.csv"], routes);
            var problems = ScenarioFolder.Read(folder["valley"]).Problems.Where(p => p.IsError);
            return string.Join('\n', problems).Replace(folder.Path + "/", "", StringComparison.Ordinal);
        }
    }

    private static string Text()
    {
        // The build gives deterministic paths, so the page is looked for upwards from the running test.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "docs", "formats.md") is var page && File.Exists(page)) return File.ReadAllText(page);
        throw new FileNotFoundException("docs/formats.md");
    }

    [GeneratedRegex(@"^```\w+ (?<name>[^\n]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
