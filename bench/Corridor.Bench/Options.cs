using System.Globalization;

namespace Corridor.Bench;

/// <summary>The options of a command: <c>--name value</c>.</summary>
internal sealed class Options(string[] args)
{
    /// <summary>The word after the command, when it is not an option.</summary>
    public string? Word => args.Length > 1 && !args[1].StartsWith('-') ? args[1] : null;

    public string? Text(string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>The options as they were given, after the command and its word.</summary>
    public IEnumerable<string> Rest => args.Skip(Word is null ? 1 : 2);

    public int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
