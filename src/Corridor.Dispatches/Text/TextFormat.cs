namespace Corridor.Dispatches.Text;

/// <summary>How a text is dressed. Offsets refer to the original characters whatever the dress.</summary>
public enum TextFormat
{
    /// <summary>Looked at: HTML when it has tags of a page, Markdown when it has headings, links or bold, else plain.</summary>
    Auto,
    /// <summary>Plain text.</summary>
    Plain,
    /// <summary>HTML: tags, scripts and styles are skipped, character references are read.</summary>
    Html,
    /// <summary>Markdown: marks and addresses are skipped.</summary>
    Markdown,
}
