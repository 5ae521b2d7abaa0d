using System.Text.RegularExpressions;

namespace Corridor.Formats.Files;

/// <summary>Under which name something is written before it takes its own: <c>.NAME.tmp-xxxxxxxx</c> beside it, hidden from listings.</summary>
internal static partial class TemporaryName
{
    private const string Mark = ".tmp-";

    /// <summary>A new one for what will stand at a path.</summary>
    public static string Beside(string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $".{Path.GetFileName(path)}{Mark}{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>Whether a name is one of those for what will be called otherwise.</summary>
    public static bool IsOf(string name, string own)
    {
        var prefix = $".{name}{Mark}";
        return own.StartsWith(prefix, StringComparison.Ordinal) && Suffix().IsMatch(own[prefix.Length..]);
    }

    /// <summary>A message with the names that files will have.</summary>
    public static string Resolved(string message) => InPath().Replace(message, "${name}");

    [GeneratedRegex("^[0-9a-f]{8}$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"(?<=[/\\])\.(?<name>[^/\\]+)\.tmp-[0-9a-f]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex InPath();
}
