using System.Diagnostics;

namespace Corridor.Formats.Tests.Native;

public class HostileYaml
{
    public static TheoryData<string> Texts { get; } =
    [
        "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n",
        new string('[', 200_000),
        string.Concat(Enumerable.Repeat("{a: ", 100_000)),
        string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n")),
        string.Concat(Enumerable.Repeat("- ", 100_000)),
        "\"\\UFFFFFFFF\"",
        "\"never closed",
        "? [a, b]\n: c",
        "%YAML 9.9\n---\na: b",
        "!!binary x",
        "a: |\n  " + new string('x', 1_000_000),
        "- list",
        "just text",
        "\t",
        "}",
        "# only a comment",
        "--- \n...\n",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Damaged_or_hostile_text_gives_a_located_message_at_once(string text)
    {
        var folder = new SampleFolder();
        folder["scenario.yml"] = text;
        var clock = Stopwatch.StartNew();
        var input = folder.Read();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
        Assert.Null(input.Scenario);
        Assert.Contains(input.Problems, p => p.Origin.File == "FOLDER/scenario.yml");
        Assert.All(input.Problems, p => Assert.DoesNotContain('\n', p.ToString()));
    }
}
