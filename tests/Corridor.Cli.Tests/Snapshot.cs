using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>
/// Compares a text with the file of that name under Snapshots. With the environment variable CORRIDOR_ACCEPT set, it writes the file instead:
/// look at the difference before committing it.
/// </summary>
internal static class Snapshot
{
    public static void Match(string name, string text, params (string Text, string Replacement)[] replacements)
    {
        foreach (var (from, to) in replacements) text = text.Replace(from, to, StringComparison.Ordinal);
        // Help pads its lines.
        text = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        var path = Repository.Path($"tests/Corridor.Cli.Tests/Snapshots/{name}.txt");
        if (Environment.GetEnvironmentVariable("CORRIDOR_ACCEPT") is { Length: > 0 }) File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"there is no snapshot {name}; CORRIDOR_ACCEPT=1 dotnet test writes it");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
