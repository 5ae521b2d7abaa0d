namespace Corridor.Tests;

/// <summary>A folder of its own for one test, deleted at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("corridor-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

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
