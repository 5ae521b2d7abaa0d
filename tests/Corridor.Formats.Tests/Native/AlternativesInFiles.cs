using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Native;

public class AlternativesInFiles
{
    private static AlternativeInput Read(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["ferry.yml"], text);
        var input = AlternativeFile.Read(folder["ferry.yml"], new SampleFolder().Scenario());
        return input with { Problems = [.. input.Problems.Select(p => p with { Origin = p.Origin with { File = Path.GetFileName(p.Origin.File) } })] };
    }

    [Fact]
    public void A_file_gives_one_alternative_named_as_it_says_or_as_the_file()
    {
        var named = Read(
            "name: boats\ndescription: by boat\nrows:\n"
            + "- {date: 2016-11-01, subject: town->camp, change: pass, value: 0.5, announced: 2016-10-30, note: n, source: s}\n").Alternative!;
        Assert.Equal(("boats", "by boat"), (named.Name, named.Description));
        var entry = Assert.Single(named.Rows).Entry;
        Assert.Equal(
            (0.5, new DateOnly(2016, 10, 30), "n", "s", true),
            (entry.Value!.Value, entry.Announced!.Value, entry.Note, entry.Source, entry.Subject.OneWay));
        Assert.Equal("ferry", Read("rows: []").Alternative!.Name);
    }

    [Fact]
    public void A_row_that_drops_names_a_row_of_the_timeline() =>
        Assert.True(Assert.Single(Read("rows: [{date: 2016-10-20, subject: town, change: conflict, drop: true}]").Alternative!.Rows).Drop);

    [Theory]
    [InlineData("name: west-sealed\nrows: []",
        "ferry.yml:1:7: the alternative 'west-sealed' is there already; names are unique, and 'base' is the timeline as it stands")]
    [InlineData("name: base\nrows: []", "ferry.yml:1:7: the alternative 'base' is there already; names are unique, and 'base' is the timeline as it stands")]
    [InlineData("name: West-Sealed\nrows: []",
        "ferry.yml:1:7: the alternative 'West-Sealed' is there already; names are unique, and 'base' is the timeline as it stands")]
    [InlineData("name: ../../runs\nrows: []",
        "ferry.yml:1:7: '../../runs' cannot be the name of an alternative, as files are named after it; "
        + "expected a short name as in west-sealed, without / \\ : * ? \" < > |")]
    [InlineData("- a", "ferry.yml:1:1: the file holds a list; expected name, description and rows")]
    [InlineData("ferry: [{date: 2016-10-20, subject: town, change: close}]",
        "ferry.yml:1:1: the file has no rows, so nothing would change; expected 'rows:' and a list under it, beside name and description")]
    [InlineData("rows: close", "ferry.yml:1:7: 'close'; expected a list of rows, as in '- {date: 2016-10-29, subject: a--b, change: close}'")]
    [InlineData("rows: [close]", "ferry.yml:1:8: 'close'; expected a row with date, subject, change, value, to, announced, source, note, drop")]
    [InlineData("rows: [{date: 2016-10-20, subject: twon, change: close}]", "ferry.yml:1:36: subject: unknown place 'twon'; did you mean 'town'?")]
    [InlineData("rows: [{date: 2016-10-20, subject: town, change: clsoe}]",
        "ferry.yml:1:50: change: 'clsoe' is not known; expected one of close, open, pass, speed, conflict, kind, capacity, hold, force-move, flood, food; "
        + "did you mean 'close'?")]
    [InlineData("rows: [{date: 2016-10-20, subject: town, change: close, drop: perhaps}]", "ferry.yml:1:63: drop: 'perhaps'; expected true or false")]
    [InlineData("rows: [{date: 2016-10-20, change: close}]", "ferry.yml:1:8: there is no value for 'subject'")]
    [InlineData("a: b\n---\nc: d", "ferry.yml:2:1: this is not valid YAML: a second document begins here; expected one")]
    public void What_is_wrong_is_said_with_its_place(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(text).Problems, p => p.Severity == Severity.Error).ToString());

    [Fact]
    public void A_file_that_is_not_there_is_one_problem()
    {
        var input = AlternativeFile.Read("/nowhere/x.yml", new SampleFolder().Scenario());
        Assert.Equal("/nowhere/x.yml: there is no such file", Assert.Single(input.Problems).ToString());
        Assert.Null(input.Alternative);
    }
}
