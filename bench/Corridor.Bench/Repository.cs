namespace Corridor.Bench;

/// <summary>Where things lie on this machine.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Corridor.slnx.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory).First(d => File.Exists(Path.Combine(d, "Corridor.slnx")));

    public static string Mosul => Path.Combine(Root, "examples", "mosul-2016");

    /// <summary>What a user types; it builds the command line when a source is newer than what was built.</summary>
    public static string Launcher => Path.Combine(Root, OperatingSystem.IsWindows() ? "corridor.cmd" : "corridor");

    /// <summary>The published Flee cases, which are not part of the repository; null when they are not there.</summary>
    public static string? FleeCases(string? asked) =>
        asked ?? Above(Root).Select(d => Path.Combine(d, "shared", "flee", "cases")).FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
