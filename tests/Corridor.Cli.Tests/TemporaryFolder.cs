using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>A folder of its own for a test, deleted afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("corridor-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The scenario that <c>corridor new</c> writes.</summary>
    public string NewScenario()
    {
        var folder = this["scenario"];
        Assert.Equal(0, Cli.Run("new", folder).ExitCode);
        return folder;
    }

    /// <summary>Every file by name, hidden ones too, with its bytes as text.</summary>
    public static SortedDictionary<string, string> Contents(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files.Add(System.IO.Path.GetRelativePath(folder, file), Convert.ToHexString(File.ReadAllBytes(file)));
        return files;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
