using Corridor.Scenarios;

namespace Corridor.Formats.Files;

/// <summary>One text out of a file, with its position: a cell of a CSV table or a scalar of a YAML document.</summary>
/// <param name="Text">The text; blanks around it are taken off unless it stands in quotes.</param>
/// <param name="Origin">Where it begins: at its quote when it has one.</param>
public sealed record Field(string Text, Origin Origin)
{
    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>A text that may be long or hold line breaks, made fit for a message of one line.</summary>
    internal static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "...";
    }
}
