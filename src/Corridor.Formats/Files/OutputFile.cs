using System.Runtime.InteropServices;

namespace Corridor.Formats.Files;

/// <summary>A file that is written whole or not at all: under a temporary name beside it, then renamed.</summary>
/// <remarks>Several files of one change are first all written aside, then renamed one after the other: a full disk leaves every one as it was.</remarks>
public static class OutputFile
{
    private const int LongestStatus = 256;
    private const int KindOfFile = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

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
            foreach (var folder in aside.Select(a => Path.GetDirectoryName(a.Path)!).Distinct())
                OutputException.Guarded(folder, () => DiskFlush.FlushFolder(folder));
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
            if (IsStandardOutput(path) || IsDevice(path)) return;
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

    /// <summary>Whether a path is the standard output of this process: what is written there follows what was printed, and nothing is replaced.</summary>
    public static bool IsStandardOutput(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path) is "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1";

    /// <summary>A pipe or /dev/null is written to, never replaced.</summary>
    private static bool IsDevice(string path)
    {
        if (OperatingSystem.IsWindows()) return false;
        var status = new byte[LongestStatus];
        return Status(path, status) == 0 && (BitConverter.ToInt32(status, sizeof(int)) & KindOfFile) is not (RegularFile or Folder);
    }

    // Of what kind a file is, .NET tells nobody; its own way of asking is the same on every Unix. Whether a stream can seek is no answer: /dev/null can.
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status([MarshalAs(UnmanagedType.LPUTF8Str)] string path, byte[] status);

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
