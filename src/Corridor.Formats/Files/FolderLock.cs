using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Corridor.Scenarios;
using Microsoft.Win32.SafeHandles;

namespace Corridor.Formats.Files;

/// <summary>
/// Held by a command while it reads a file of a folder, adds to it and writes it back, so that two commands on one machine do not overwrite
/// each other's rows. It leaves no file behind; who only reads needs none, as files are replaced whole.
/// </summary>
/// <remarks>Belongs to the thread that took it.</remarks>
public sealed class FolderLock : IDisposable
{
    private const int Exclusive = 2;

    private readonly IDisposable held;

    private FolderLock(IDisposable held, IReadOnlyList<Problem> warnings) => (this.held, Warnings) = (held, warnings);

    /// <summary>That the folder could not be locked, as on some disks of a network; nothing where it is.</summary>
    public IReadOnlyList<Problem> Warnings { get; }

    /// <summary>Waits until no other command holds the folder.</summary>
    /// <param name="folder">The folder, however it is written; it need not exist.</param>
    public static FolderLock Take(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (OperatingSystem.IsWindows()) return new FolderLock(new Named(folder), []);
        var handle = Folder(folder, out var error);
        return new FolderLock(handle, error == 0 ? [] : [Problem.Warning(new Origin(folder), $"the folder cannot be locked "
            + $"({Marshal.GetPInvokeErrorMessage(error)}): what another command writes into it at the same time can be lost")]);
    }

    /// <summary>Lets the next command in.</summary>
    public void Dispose() => held.Dispose();

    /// <summary>
    /// The folder itself, locked by the system, which knows it under whatever name and lets go of it with the process. A named
    /// <see cref="Mutex"/> would be known to no other process in the native program.
    /// </summary>
    /// <remarks>A folder that is not there, or whose file system has no locks, is held by nobody.</remarks>
    private static SafeFileHandle Folder(string folder, out int error)
    {
        var handle = LibC.OpenFolder(folder);
        do error = handle.IsInvalid || LibC.Lock(handle, Exclusive) == 0 ? 0 : Marshal.GetLastPInvokeError();
        while (error == LibC.Interrupted);
        return handle;
    }

    private sealed class Named : IDisposable
    {
        private readonly Mutex mutex;

        public Named(string folder)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
            if (Directory.Exists(full) && Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target) full = target.FullName;
            mutex = new Mutex(false, $"Global\\corridor-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(full)).AsSpan(0, 16))}");
            try
            {
                mutex.WaitOne();
            }
            catch (AbandonedMutexException)
            {
                // Its holder was killed; files are written whole, so what it left is sound.
            }
        }

        public void Dispose()
        {
            mutex.ReleaseMutex();
            mutex.Dispose();
        }
    }
}
