using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Corridor.Formats.Files;

/// <summary>Puts what was written onto the disk, or fails.</summary>
/// <remarks>
/// A full disk on the network or behind a thin volume, a quota and a broken disk are often told here and nowhere before. .NET 10 takes that for
/// success in <see cref="FileStream.Flush(bool)"/>, and a file of zeros took the place of the former one: the system is asked itself.
/// </remarks>
public static class DiskFlush
{
    private const int NotOfADisk = 22;

    /// <summary>Puts a file onto the disk.</summary>
    /// <exception cref="IOException">Not all of it can be stored.</exception>
    public static void Flush(FileStream file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Flush(flushToDisk: OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows()) Flush(file.SafeFileHandle, file.Name);
    }

    /// <summary>Puts a file onto the disk that somebody else has written.</summary>
    /// <exception cref="IOException">Not all of it can be stored.</exception>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        Flush(file);
    }

    /// <summary>Puts the names of what stands in a folder onto the disk: after a power cut a file that was renamed has the one name or the other.</summary>
    /// <exception cref="IOException">They cannot be stored.</exception>
    public static void FlushFolder(string path)
    {
        // Windows writes them with the files, and opens no folder.
        if (OperatingSystem.IsWindows()) return;
        using var folder = LibC.OpenFolder(path);
        // A folder that lets nobody list it lets nobody flush it, and takes renames all the same.
        if (!folder.IsInvalid) Flush(folder, path);
    }

    private static void Flush(SafeFileHandle handle, string name)
    {
        while (LibC.Sync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == NotOfADisk) return;
            if (error != LibC.Interrupted) throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{name}'");
        }
    }
}
