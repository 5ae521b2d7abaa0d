using System.Text.Json;

namespace Corridor.Dispatches.Tests;

/// <summary>The published case set, read in place beside the repository; never copied into it.</summary>
internal static class CaseSet
{
    internal sealed record Case(string Id, DateOnly Day, string Text, JsonElement Expect, string? Country = null);

    /// <summary>The file, or null when this checkout has no ../shared beside it.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "..", "shared", "dispatches", "cases.jsonl");
            if (File.Exists(file)) return Path.GetFullPath(file);
        }

        // A worktree lies two folders deeper than the repository that it belongs to.
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "dispatches", "cases.jsonl");
            if (File.Exists(file)) return file;
        }

        return null;
    }

    public static List<Case> Read(string file) =>
    [
        .. File.ReadLines(file).Where(line => line.Length > 0).Select(line =>
        {
            var root = JsonDocument.Parse(line).RootElement;
            return new Case(root.GetProperty("id").GetString()!, DateOnly.Parse(root.GetProperty("doc_date").GetString()!,
                System.Globalization.CultureInfo.InvariantCulture), root.GetProperty("text").GetString()!, root.GetProperty("expect"),
                root.TryGetProperty("country", out var country) ? country.GetString() : null);
        }),
    ];
}
