using System.Text.Json;

namespace Corridor.Cli.RunFolders;

/// <summary>What the record of a run folder says that is to be replaced.</summary>
/// <param name="IsComplete">Whether every day of it was done.</param>
/// <param name="Alternatives">The names of its alternatives, after which files and folders in it are called.</param>
internal sealed record FormerRun(bool IsComplete, IReadOnlySet<string> Alternatives)
{
    /// <summary>Reads the record; null where there is none of Corridor's.</summary>
    public static FormerRun? Find(string folder)
    {
        var path = Path.Combine(folder, RunRecord.Name);
        if (!File.Exists(path)) return null;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var record = json.RootElement;
            if (!record.GetProperty("schema").GetString()!.StartsWith("corridor-run-", StringComparison.Ordinal)) return null;
            var alternatives = record.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("name").GetString()!);
            return new FormerRun(record.GetProperty("complete").GetBoolean(), alternatives.ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
