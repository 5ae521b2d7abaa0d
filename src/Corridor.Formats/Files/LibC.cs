using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Corridor.Formats.Files;

/// <summary>What Unix is asked itself, because .NET has no question for it.</summary>
internal static class LibC
{
    /// <summary>A signal came while the system was waiting: to be asked again.</summary>
    public const int Interrupted = 4;

    private const int ReadOnly = 0;

    /// <summary>A folder, held open; invalid where it may not be read.</summary>
    public static SafeFileHandle OpenFolder(string path) => new(Open(path, ReadOnly), ownsHandle: true);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    /// <summary>Puts a file or folder onto the disk; 0: done.</summary>
    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Sync(SafeFileHandle file);

    /// <summary>Locks a file or folder; 0: done.</summary>
    [DllImport("libc", EntryPoint = "flock", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Lock(SafeFileHandle file, int operation);
}
