using System.Text;

namespace Corridor.Formats.Files;

/// <summary>
/// A folder that comes to be whole or not at all: files are written into a temporary folder beside it, which takes its name at
/// <see cref="Commit"/>. Disposed of without that - a failure, Ctrl-C - the temporary folder is deleted.
/// </summary>
/// <remarks>
/// A killed process leaves a temporary folder <c>.NAME.tmp-xxxxxxxx</c> behind; it disturbs nothing and is hidden
/// from listings. The next folder of that name clears it away: whoever is at work holds a lock in it, which the
/// system lets go of with the process. Killed in the moment of replacing a folder it leaves that one
/// as <c>.NAME.old-xxxxxxxx</c>: whoever next asks for its place puts it back.
/// </remarks>
public sealed class OutputFolder : IDisposable
{
    private readonly string shown;
    private readonly string path;
    private readonly string temporary;
    private FileStream? held;
    private bool done;

    private OutputFolder(string shown, string path)
    {
        this.shown = shown;
        this.path = path;
        temporary = TemporaryName.Beside(path);
    }

    /// <summary>Where it will stand.</summary>
    public string Target => path;

    /// <summary>Begins a folder that will stand at <paramref name="path"/>; folders above it are made when missing.</summary>
    /// <exception cref="OutputException">Nothing can be written there.</exception>
    public static OutputFolder Create(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return OutputException.Guarded(path, () =>
        {
            var folder = new OutputFolder(path, OutputFile.FinalTarget(path));
            if (Path.GetFileName(folder.path).Length == 0) throw new OutputException($"cannot write to '{path}': expected the name of a folder");
            if (WhyFixed(folder.path) is { } why) throw new OutputException($"cannot write to '{path}': {why}; expected a folder inside it");
            Leftovers.EndChange(folder.path);
            Leftovers.ClearFolders(folder.path);
            Directory.CreateDirectory(folder.temporary);
            try
            {
                folder.held = Leftovers.Hold(folder.temporary);
            }
            catch
            {
                TryDelete(folder.temporary);
                throw;
            }
            return folder;
        });
    }

    /// <summary>Whether nothing stands at a path but, perhaps, an empty folder.</summary>
    public static bool IsFree(string path)
    {
        if (path.Length > 0) Leftovers.EndChange(OutputFile.FinalTarget(path));
        return WhyTaken(path) is null;
    }

    /// <summary>Refuses a path where something stands that a commit without replacing would refuse: to be asked before long work.</summary>
    /// <exception cref="OutputException">A file, or a folder that is not empty, stands there.</exception>
    public static void RequireFree(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        OutputException.Guarded(path, () =>
        {
            if (!IsFree(path)) throw new OutputException($"cannot write to '{path}': {WhyTaken(path)}");
        });
    }

    /// <summary>
    /// Makes a folder that grows file by file, unless it is there, and finds out whether files can be written in it: to be asked before long work.
    /// </summary>
    /// <exception cref="OutputException">They cannot.</exception>
    public static void MakeWritable(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        OutputException.Guarded(path, () =>
        {
            if (File.Exists(path)) throw new OutputException($"cannot write to '{path}': a file of that name is there; expected a folder");
            Directory.CreateDirectory(path);
        });
        OutputFile.RequireWritable(Path.Combine(path, "probe"));
    }

    /// <summary>Where a file of the folder is to be written now, for writers that want a path; its sub-folder is made.</summary>
    public string PathOf(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ObjectDisposedException.ThrowIf(done, this);
        return OutputException.Guarded(shown, () =>
        {
            var file = Path.GetFullPath(name, temporary);
            if (!file.StartsWith(temporary + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new ArgumentException($"'{name}' is not inside the folder", nameof(name));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return file;
        });
    }

    /// <summary>Writes one file.</summary>
    /// <exception cref="OutputException">It cannot be written, for instance because the disk is full.</exception>
    public void Write(string name, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var file = PathOf(name);
        OutputException.Guarded(Path.Combine(shown, name), () =>
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
            write(stream);
            // On the disk before the folder takes its name: after a power cut a result is whole or not there.
            DiskFlush.Flush(stream);
        });
    }

    /// <summary>Writes one file of text: UTF-8 without byte-order mark.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void WriteText(string name, string text) => Write(name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// Gives the folder its name. An empty folder of that name is taken over. One that is not empty is refused or, if <paramref name="whyKept"/>
    /// has nothing against it, deleted with all that is in it - after the new one has taken its place. The caller knows what it is
    /// that may be replaced: a run folder, never a folder of the user's own files.
    /// </summary>
    /// <param name="whyKept">
    /// Why what stands there now may not be replaced, null where it may be: asked in the last moment, when no other command can change it.
    /// </param>
    /// <param name="suffix">What is added to its name.</param>
    /// <returns>The name that it was given.</returns>
    /// <exception cref="OutputException">The name is taken, or the folder cannot be renamed.</exception>
    public string Commit(Func<string, string?>? whyKept = null, string suffix = "")
    {
        ObjectDisposedException.ThrowIf(done, this);
        var target = path + suffix;
        var name = suffix.Length == 0 ? shown : Path.TrimEndingDirectorySeparator(shown) + suffix;
        // Beside a link to a folder stands nothing, but beside the folder.
        if (OutputFile.FinalTarget(name) != target) name = target;
        return OutputException.Guarded(name, () =>
        {
            held?.Dispose();
            foreach (var folder in (string[])[temporary, .. Directory.EnumerateDirectories(temporary, "*", SearchOption.AllDirectories)])
                DiskFlush.FlushFolder(folder);
            Leftovers.EndChange(target);
            using var change = FolderLock.Take(Path.GetDirectoryName(target)!);
            var why = WhyTaken(target);
            if (why is not null && whyKept is not null && Directory.Exists(target)) why = whyKept(target);
            if (why is not null) throw new OutputException($"cannot write to '{name}': {why}");
            var old = Directory.Exists(target) ? TemporaryName.Beside(target, TemporaryName.Former) : null;
            if (old is not null) Directory.Move(target, old);
            try
            {
                Directory.Move(temporary, target);
            }
            catch when (old is not null)
            {
                Directory.Move(old, target);
                throw;
            }
            done = true;
            DiskFlush.FlushFolder(Path.GetDirectoryName(target)!);
            if (old is not null) TryDelete(old);
            return name;
        });
    }

    /// <summary>Deletes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        held?.Dispose();
        if (!done) TryDelete(temporary);
        done = true;
    }

    // What cannot be renamed, or not without pulling the ground from under somebody's feet.
    private static string? WhyFixed(string path)
    {
        if (!Directory.Exists(path)) return null;
        if ((Directory.GetCurrentDirectory() + Path.DirectorySeparatorChar).StartsWith(path + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return "the working directory is there, or inside it";
        return DriveInfo.GetDrives().Any(drive => Path.TrimEndingDirectorySeparator(drive.RootDirectory.FullName) == path)
            ? "it is the root of a drive or volume, which cannot be replaced" : null;
    }

    private static string? WhyTaken(string path)
    {
        if (File.Exists(path)) return "a file of that name is there; expected a new or empty folder";
        return Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() ? "the folder is there already and is not empty" : null;
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has a name that every later run ignores; that it stays is no reason to fail.
        }
    }
}
