using System.Security.Cryptography;
using System.Text;

namespace Corridor.Formats.Files;

/// <summary>
/// Held by a command while it reads a file of a folder, adds to it and writes it back, so that two commands on one machine do not overwrite
/// each other's rows. It leaves no file behind; who only reads needs none, as files are replaced whole.
/// </summary>
/// <remarks>Belongs to the thread that took it.</remarks>
public sealed class FolderLock : IDisposable
{
    private readonly Mutex mutex;

    private FolderLock(Mutex mutex) => this.mutex = mutex;

    /// <summary>Waits until no other command holds the folder.</summary>
    /// <param name="folder">The folder, however it is written; it need not exist.</param>
    public static FolderLock Take(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Directory.Exists(full) && Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target) full = target.FullName;
        var mutex = new Mutex(false, $"Global\\corridor-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(full)).AsSpan(0, 16))}");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Its holder was killed; files are written whole, so what it left is sound.
        }

        return new FolderLock(mutex);
    }

    /// <summary>Lets the next command in.</summary>
    public void Dispose()
    {
        mutex.ReleaseMutex();
        mutex.Dispose();
    }
}
