namespace Corridor.Tests;

/// <summary>Where the sources are: the build is deterministic, so the compiler's own paths do not say.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Corridor.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
