namespace Corridor.Bench;

/// <summary>The lines of a Markdown file between two markers, which a benchmark writes.</summary>
internal static class MarkedLines
{
    /// <summary>Why the lines cannot be written, in one line; null when they can. A file that is not there can be: it is made.</summary>
    public static string? WhyNot(string file, string begin, string end)
    {
        if (Directory.Exists(file)) return $"'{file}' is a folder; expected a file";
        if (!File.Exists(file)) return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? null : $"'{file}': there is no such folder";
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        return from < 0 || to < from ? $"'{file}' has no lines '{begin}' and '{end}' to write between" : null;
    }

    public static void Replace(string file, string begin, string end, IEnumerable<string> lines)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : $"{begin}\n{end}\n";
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(file, text[..from] + string.Join('\n', [begin, "", .. lines, ""]) + "\n" + text[to..]);
    }

    /// <summary>A table row.</summary>
    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
}
