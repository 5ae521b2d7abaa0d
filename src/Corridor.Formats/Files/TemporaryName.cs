using System.Text.RegularExpressions;

namespace Corridor.Formats.Files;

/// <summary>
/// Under which name something is written before it takes its own: <c>.NAME.tmp-xxxxxxxx</c> beside it, hidden from listings;
/// and what it replaces, for the moment of the change: <c>.NAME.old-xxxxxxxx</c>.
/// </summary>
internal static partial class TemporaryName
{
    /// <summary>The mark of what is being written.</summary>
    public const string New = ".tmp-";

    /// <summary>The mark of what is being replaced.</summary>
    public const string Former = ".old-";

    /// <summary>A new one for what will stand at a path, or stood there.</summary>
    public static string Beside(string path, string mark = New) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}{mark}{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>Whether a name is one of those for what is called otherwise.</summary>
    public static bool IsOf(string name, string own, string mark)
    {
        var prefix = $".{name}{mark}";
        return own.StartsWith(prefix, StringComparison.Ordinal) && Suffix().IsMatch(own[prefix.Length..]);
    }

    /// <summary>A message with the names that files will have.</summary>
    public static string Resolved(string message) => InPath().Replace(message, "${name}");

    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(?<=[/\\])\.(?<name>[^/\\]+)\.(tmp|old)-[0-9a-f]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
