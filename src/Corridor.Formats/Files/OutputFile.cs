namespace Corridor.Formats.Files;

/// <summary>A file that is written whole or not at all: under a temporary name beside it, then renamed.</summary>
/// <remarks>Several files of one change are first all written aside, then renamed one after the other: a full disk leaves every one as it was.</remarks>
public static class OutputFile
{
    /// <summary>Writes files, each replacing what stands at its path; the last one is renamed last.</summary>
    /// <exception cref="OutputException">One cannot be written; none was replaced unless a rename itself failed.</exception>
    public static void Write(params IReadOnlyList<(string Path, byte[] Bytes)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var aside = new List<(string Temporary, string Path)>();
        try
        {
            foreach (var (path, bytes) in files)
            {
                OutputException.Guarded(path, () =>
                {
                    if (IsDevice(path))
                    {
                        using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
                        device.Write(bytes);
                        return;
                    }
                    var target = Writable(path);
                    Leftovers.ClearFiles(target);
                    var temporary = TemporaryName.Beside(target);
                    aside.Add((temporary, target));
                    using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                    stream.Write(bytes);
                    DiskFlush.Flush(stream);
                    if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
                });
            }
            foreach (var (temporary, path) in aside) OutputException.Guarded(path, () => File.Move(temporary, path, overwrite: true));
        }
        finally
        {
            foreach (var (temporary, _) in aside.Where(a => File.Exists(a.Temporary))) File.Delete(temporary);
        }
    }

    /// <summary>
    /// Finds out whether a file could be written at a path, by making an empty one
    /// beside it that is taken away again: to be asked before long work.
    /// </summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void RequireWritable(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        OutputException.Guarded(path, () =>
        {
            if (path.Length == 0 || Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
                throw new IOException("expected the name of a file, not of a folder");
            if (IsDevice(path)) return;
            var target = Writable(path);
            var folder = Path.GetDirectoryName(target)!;
            if (!Directory.Exists(folder)) throw new IOException($"there is no folder '{folder}'");
            var probe = TemporaryName.Beside(target);
            new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None).Dispose();
            File.Delete(probe);
        });
    }

    /// <summary>Whether two paths lead to the same file, over links of files and folders.</summary>
    public static bool IsSame(string path, string other)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(other);
        var comparison = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return FinalTarget(path).Equals(FinalTarget(other), comparison);
    }

    /// <summary>A pipe or /dev/null is written to, never replaced.</summary>
    private static bool IsDevice(string path) => !OperatingSystem.IsWindows() && Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)) && File.Exists(full);

    // A rename would replace what somebody made read-only.
    private static string Writable(string path)
    {
        var target = new FileInfo(FinalTarget(path));
        return target is { Exists: true, IsReadOnly: true } ? throw new IOException("the file is read-only") : target.FullName;
    }

    /// <summary>Where a path leads to in the end. A link keeps being one: the file or folder that it leads to is replaced.</summary>
    internal static string FinalTarget(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (new FileInfo(full).LinkTarget is not null) full = File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        return Path.GetDirectoryName(full) is { } folder ? Path.Combine(FinalTarget(folder), Path.GetFileName(full)) : full;
    }
}
