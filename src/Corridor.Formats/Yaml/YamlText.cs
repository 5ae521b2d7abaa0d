using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Corridor.Formats.Yaml;

/// <summary>Writes the part of YAML that <see cref="YamlDocument"/> reads.</summary>
internal sealed partial class YamlText
{
    private readonly StringBuilder text = new();
    private int depth;

    public override string ToString() => text.ToString();

    /// <summary>A key whose value follows, one level further in.</summary>
    public void Key(string key) => Line($"{Scalar(key)}:");

    /// <summary>A key with a text.</summary>
    public void Pair(string key, string value) => Raw(key, Scalar(value));

    /// <summary>A key with a value that is written as it is: a number, a list of numbers, a prior.</summary>
    public void Raw(string key, string value) => Line($"{Scalar(key)}: {value}");

    /// <summary>An item of a list: a mapping on one line.</summary>
    public void Item(IEnumerable<(string Key, string Value)> fields) =>
        Line($"- {{{string.Join(", ", fields.Select(f => $"{f.Key}: {Scalar(f.Value)}"))}}}");

    /// <summary>An item of a list: a list of texts on one line.</summary>
    public void Item(IEnumerable<string> texts) => Line($"- [{string.Join(", ", texts.Select(Scalar))}]");

    /// <summary>What follows stands one level further in, until the result is disposed of.</summary>
    public IDisposable Indent() => new Level(this);

    private void Line(string content) => text.Append(' ', 2 * depth).Append(content).Append('\n');

    /// <summary>Plain where no reader can take it for anything else, in double quotes otherwise.</summary>
    private static string Scalar(string value)
    {
        if (Plain().IsMatch(value) && !value.Equals("null", StringComparison.OrdinalIgnoreCase)) return value;
        var quoted = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append(rune);
            else if (rune.Value == '\n') quoted.Append("\\n");
            else if (IsShown(rune)) quoted.Append(rune);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>Whether a character may stand as it is: those that YAML takes for line ends, and those that nobody sees, may not.</summary>
    private static bool IsShown(Rune rune) =>
        rune.Value == ' ' || rune.Value <= 0xFFFF && (Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9_./-]| (?=\S))*\z")]
    private static partial Regex Plain();

    private sealed class Level : IDisposable
    {
        private readonly YamlText yaml;

        public Level(YamlText yaml) => (this.yaml, _) = (yaml, yaml.depth++);

        public void Dispose() => yaml.depth--;
    }
}
