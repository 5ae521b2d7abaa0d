namespace Corridor.Formats.Files;

/// <summary>
/// Puts back or clears away what killed processes left beside an output: only what has the form of our names, and only what nobody is at work on.
/// </summary>
internal static class Leftovers
{
    private const string Lock = ".lock";

    // What holds no lock is by an older version or in the moment between two steps: it goes when no work can last so long.
    private static readonly TimeSpan Old = TimeSpan.FromDays(1);

    /// <summary>Marks a temporary folder as being worked on, until the result is disposed of or the process ends, however it ends.</summary>
    public static FileStream Hold(string temporary) =>
        new(Path.Combine(temporary, Lock), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);

    /// <summary>
    /// Ends a change that a killed process began: the folder that it was about to replace takes its place again, or goes where the new one has taken it.
    /// </summary>
    public static void EndChange(string path)
    {
        foreach (var former in Beside(path, TemporaryName.Former, Directory.EnumerateDirectories))
        {
            // Held by whoever is at it.
            using var change = FolderLock.Take(Path.GetDirectoryName(path)!);
            Try(() =>
            {
                if (Path.Exists(path)) Directory.Delete(former, recursive: true);
                else Directory.Move(former, path);
            });
        }
    }

    /// <summary>Deletes the abandoned temporary folders of an output folder.</summary>
    public static void ClearFolders(string path)
    {
        foreach (var folder in Beside(path, TemporaryName.New, Directory.EnumerateDirectories))
        {
            if (IsAbandoned(folder)) Try(() => Directory.Delete(folder, recursive: true));
        }
    }

    /// <summary>Deletes the abandoned temporary files of an output file.</summary>
    public static void ClearFiles(string path)
    {
        foreach (var file in Beside(path, TemporaryName.New, Directory.EnumerateFiles))
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Old) Try(() => File.Delete(file));
    }

    private static bool IsAbandoned(string folder)
    {
        var held = Path.Combine(folder, Lock);
        if (!File.Exists(held)) return DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Old;
        try
        {
            using var free = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static List<string> Beside(string path, string mark, Func<string, IEnumerable<string>> enumerate)
    {
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        if (folder is null || name.Length == 0 || !Directory.Exists(folder)) return [];
        try
        {
            return [.. enumerate(folder).Where(f => TemporaryName.IsOf(name, Path.GetFileName(f), mark))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed can still be written into.
            return [];
        }
    }

    private static void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way; that it stays is no reason to fail.
        }
    }
}
