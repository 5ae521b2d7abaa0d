using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Corridor.Scenarios;

namespace Corridor.Tests;

/// <summary>The rooms of design.md, section 4: the core library depends on nothing, and its namespaces point down only; and how code is laid out.</summary>
public class ArchitectureTests
{
    private static readonly string[] Rooms = ["Corridor.Scenarios", "Corridor.Simulation", "Corridor.Forecasting"];

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
        var core = Path.Combine(Root(), "src", "Corridor");
        for (var room = 0; room < Rooms.Length; room++)
        {
            var folder = Path.Combine(core, Rooms[room]["Corridor.".Length..]);
            var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories);
            Assert.NotEmpty(files);
            foreach (var file in files)
            {
                var text = File.ReadAllText(file);
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

    /// <summary>So that nobody has to scroll sideways.</summary>
    [Fact]
    public void No_line_of_the_code_is_longer_than_160_characters()
    {
        Assert.All(Code("src", "bench"), file => Assert.All(File.ReadLines(file), line => Assert.InRange(line.Length, 0, 160)));
    }

    [Fact]
    public void A_folder_is_a_namespace()
    {
        var source = Path.Combine(Root(), "src");
        foreach (var file in Code("src").Where(file => Path.GetFileName(file) != "Program.cs"))
        {
            var folder = Path.GetRelativePath(source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            Assert.True(File.ReadAllText(file).Contains($"namespace {folder};", StringComparison.Ordinal), $"{file}: expected namespace {folder}");
        }
    }

    [Fact]
    public void No_field_begins_with_an_underscore() =>
        Assert.All(Code("src", "bench"), file => Assert.All(File.ReadLines(file), line => Assert.DoesNotMatch(@"^\s*(private|internal)\b[^(=]* _\w", line)));

    private static List<string> Code(params string[] folders)
    {
        var files = folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories));
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

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Corridor.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
