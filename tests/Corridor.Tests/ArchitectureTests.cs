using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Corridor.Scenarios;

namespace Corridor.Tests;

/// <summary>The rooms of docs/dev/code-structure.md: who may know whom; how code is laid out; and that what comments cite is there.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] Rooms = ["Corridor.Scenarios", "Corridor.Simulation", "Corridor.Forecasting"];

    /// <summary>The rooms of the command line, the lowest first.</summary>
    private static readonly string[] RoomsOfCli =
        ["Screen", "Questions", "RunFolders", "Answers", "Forecasts", "Dispatches", "Pages", "Reconciling", "Commands"];

    /// <summary>Texts outside the repository that comments cite (CONTRIBUTING.md, "What comments cite").</summary>
    private static readonly string[] KeptElsewhere = ["model.md", "design.md", "schema.md"];

    [Theory]
    [InlineData("Corridor")]
    [InlineData("Corridor.Formats", "Corridor")]
    [InlineData("Corridor.Dispatches", "Corridor")]
    [InlineData("Corridor.Cli", "Corridor", "Corridor.Formats", "Corridor.Dispatches")]
    public void A_project_knows_none_but_those_below_it(string project, params string[] known) =>
        Assert.Equal(known, References().Matches(File.ReadAllText(Repository.Path($"src/{project}/{project}.csproj"))).Select(m => m.Groups[1].Value));

    [Fact]
    public void A_room_of_the_command_line_knows_none_above_it()
    {
        var folders = Directory.GetDirectories(Repository.Path("src/Corridor.Cli")).Where(folder => Directory.EnumerateFiles(folder, "*.cs").Any());
        Assert.Equal(RoomsOfCli.Order(), folders.Select(folder => Path.GetFileName(folder)).Order());
        foreach (var (number, room) in RoomsOfCli.Index())
        {
            foreach (var text in Code($"src/Corridor.Cli/{room}").Select(File.ReadAllText))
            {
                foreach (var above in RoomsOfCli.Skip(number + 1)) Assert.DoesNotContain($"Corridor.Cli.{above}", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_page_that_a_comment_cites_is_in_the_repository_or_said_to_be_elsewhere()
    {
        var comments = Code("src").SelectMany(file => File.ReadLines(file)
            .Where(line => line.Contains("//", StringComparison.Ordinal))
            .Select(line => (File: file, Text: line[line.IndexOf("//", StringComparison.Ordinal)..]))).ToList();
        Assert.All(comments.SelectMany(c => Pages().Matches(c.Text).Select(m => (c.File, Page: m.Value))), cited =>
            Assert.True(KeptElsewhere.Contains(cited.Page) || File.Exists(Repository.Path(cited.Page)), $"{cited.File} cites {cited.Page}"));

        var contributing = File.ReadAllText(Repository.Path("CONTRIBUTING.md"));
        Assert.All(KeptElsewhere, page => Assert.Contains($"`{page}`", contributing, StringComparison.Ordinal));
        var flee = File.ReadAllText(Repository.Path("docs/flee.md"));
        Assert.All(comments.SelectMany(c => QuestionsOfFlee().Matches(c.Text).Select(m => m.Groups[1].Value)), question =>
            Assert.Matches($@"\b{question}\b", flee));
    }

    [Fact]
    public void The_core_references_no_package_and_no_other_project()
    {
        using var file = Open(out var metadata);

        var references = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name));

        Assert.All(references, name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard", name));
    }

    [Fact]
    public void The_core_knows_neither_files_nor_the_console_nor_the_network()
    {
        using var file = Open(out var metadata);

        var types = metadata.TypeReferences
            .Select(r => metadata.GetTypeReference(r))
            .Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}");

        Assert.DoesNotContain(types, type => type is "System.Console"
            || type.StartsWith("System.IO.", StringComparison.Ordinal) || type.StartsWith("System.Net.", StringComparison.Ordinal));
    }

    /// <summary>Looks at the source, where also a constant or a comment's reference to a higher room would show.</summary>
    [Fact]
    public void Forecasting_knows_Simulation_and_Simulation_knows_Scenarios_and_not_the_other_way_round()
    {
        for (var room = 0; room < Rooms.Length; room++)
        {
            foreach (var text in Code($"src/Corridor/{Rooms[room]["Corridor.".Length..]}").Select(File.ReadAllText))
            {
                // A folder of a room is a namespace below it.
                Assert.Matches($@"namespace {Rooms[room]}(\.\w+)?;", text);
                foreach (var higher in Rooms.Skip(room + 1))
                {
                    Assert.DoesNotContain(higher, text, StringComparison.Ordinal);
                    Assert.DoesNotContain($"{higher["Corridor.".Length..]}.", text, StringComparison.Ordinal);
                }
            }
        }
    }

    /// <summary>So that nobody has to scroll sideways; a text that a test quotes stands as it is.</summary>
    [Fact]
    public void No_line_of_the_code_is_longer_than_160_characters() =>
        Assert.All(Code("src", "bench", "tests"), file => Assert.All(Unquoted(file), line => Assert.InRange(line.Length, 0, 160)));

    private static IEnumerable<string> Unquoted(string file)
    {
        var quoted = false;
        foreach (var line in File.ReadLines(file))
        {
            quoted ^= line.Split("\"\"\"").Length % 2 == 0;
            if (!quoted) yield return line;
        }
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var source = Repository.Path("src");
        foreach (var file in Code("src").Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.True(File.ReadAllText(file).Contains($"namespace {folder};", StringComparison.Ordinal), $"{file}: expected namespace {folder}");
        }
    }

    [Fact]
    public void No_field_begins_with_an_underscore() =>
        Assert.All(Code("src", "bench"), file => Assert.All(File.ReadLines(file), line => Assert.DoesNotMatch(@"^\s*(private|internal)\b[^(=]* _\w", line)));

    /// <summary>docs/model.md cites them: "C06" is the test whose name begins so.</summary>
    [Fact]
    public void Each_ladder_test_has_a_number_of_its_own_and_those_that_the_model_cites_are_there()
    {
        var numbers = Code("tests/Corridor.Tests/Ladder").SelectMany(file => LadderTests().Matches(File.ReadAllText(file))).Select(m =>
            m.Groups[1].Value).ToList();
        Assert.Equal(numbers.Distinct(), numbers);
        var cited = LadderNumbers().Matches(File.ReadAllText(Repository.Path("docs/model.md"))).Select(m => m.Value).ToList();
        Assert.NotEmpty(cited);
        Assert.All(cited, number => Assert.Contains(number, numbers));
    }

    /// <summary>The files of folders that somebody wrote.</summary>
    private static List<string> Code(params string[] folders)
    {
        var files = folders.SelectMany(folder => Directory.GetFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories));
        var ours = files.Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any()).ToList();
        Assert.NotEmpty(ours);
        return ours;
    }

    private static PEReader Open(out MetadataReader metadata)
    {
        var file = new PEReader(File.OpenRead(typeof(Scenario).Assembly.Location));
        metadata = file.GetMetadataReader();
        return file;
    }

    [GeneratedRegex(@"<ProjectReference Include=""[^""]*/([\w.]+)\.csproj""")]
    private static partial Regex References();

    [GeneratedRegex(@"public (?:static )?(?:async )?\w+ ([A-I]\d\d)_")]
    private static partial Regex LadderTests();

    [GeneratedRegex(@"\b[A-I]\d\d\b")]
    private static partial Regex LadderNumbers();

    [GeneratedRegex(@"[\w./-]+\.md\b")]
    private static partial Regex Pages();

    [GeneratedRegex(@"docs/flee\.md, (Q\d+)")]
    private static partial Regex QuestionsOfFlee();
}
