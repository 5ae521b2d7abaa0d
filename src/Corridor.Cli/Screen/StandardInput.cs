namespace Corridor.Cli.Screen;

/// <summary>The standard input of this process.</summary>
internal static class StandardInput
{
    /// <summary>Opens it.</summary>
    /// <exception cref="IOException">The process was started without one.</exception>
    public static Stream Open() => IsClosed()
        ? throw new IOException("it is closed; expected text in it, or the name of a FILE")
        : Console.OpenStandardInput();

    /// <summary>
    /// Whether the process was started without (<c>&lt;&amp;-</c>). The number of the standard input then goes to what the runtime opens first,
    /// a pipe from the process to itself: who reads it waits for ever.
    /// </summary>
    private static bool IsClosed()
    {
        const string Ends = "/proc/self/fd";
        if (!OperatingSystem.IsLinux() || new FileInfo($"{Ends}/0").LinkTarget is not { } pipe || !pipe.StartsWith("pipe:", StringComparison.Ordinal))
            return false;
        return Directory.EnumerateFiles(Ends).Any(end => new FileInfo(end).LinkTarget == pipe && IsWrittenTo(Path.GetFileName(end)));
    }

    // The last octal digit of the flags is O_WRONLY.
    private static bool IsWrittenTo(string end) => File.ReadLines($"/proc/self/fdinfo/{end}")
        .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line.EndsWith('1'));
}
