using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Corridor.Cli.RunFolders;

/// <summary>Writes a JSON text: line feeds, letters of every script as they are.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = Indented with { Indented = false };

    public static string Of(Action<Utf8JsonWriter> write) => Of(write, Indented);

    /// <summary>All on one line, for long lists of numbers.</summary>
    public static string OnOneLine(Action<Utf8JsonWriter> write) => Of(write, Compact);

    private static string Of(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options)) write(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
