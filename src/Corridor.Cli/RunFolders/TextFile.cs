using Corridor.Formats.Files;

namespace Corridor.Cli.RunFolders;

/// <summary>A file of text that grows day by day: UTF-8 without byte-order mark, lines ended by a line feed.</summary>
internal sealed class TextFile : IDisposable
{
    private readonly FileStream file;

    public TextFile(string path)
    {
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        Writer = new StreamWriter(file, bufferSize: 1 << 16) { NewLine = "\n" };
    }

    public StreamWriter Writer { get; }

    /// <summary>Closes the file; from then on it is on the disk.</summary>
    public void Close()
    {
        Writer.Flush();
        DiskFlush.Flush(file);
        Writer.Dispose();
    }

    public void Dispose() => Writer.Dispose();
}
