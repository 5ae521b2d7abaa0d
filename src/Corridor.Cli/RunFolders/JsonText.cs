using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Corridor.Formats.Csv;

namespace Corridor.Cli.RunFolders;

/// <summary>Writes a JSON text: line feeds, letters of every script as they are.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = Indented with { Indented = false };

    /// <summary>The text of one object.</summary>
    public static string Of(Action<Utf8JsonWriter> write) => Of(write, Indented);

    /// <summary>All on one line, for long lists of numbers.</summary>
    public static string OnOneLine(Action<Utf8JsonWriter> write) => Of(write, Compact);

    /// <summary>Writes an object as an element of an array.</summary>
    public static void WriteObject(this Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    /// <summary>Writes an object under a name.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string name, Action write)
    {
        json.WritePropertyName(name);
        json.WriteObject(write);
    }

    /// <summary>Writes an array under a name, each of its elements by the action.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> elements, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var element in elements) write(element);
        json.WriteEndArray();
    }

    /// <summary>Writes an array of objects under a name.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> elements, Action<T> write) =>
        json.WriteArray(name, elements, element => json.WriteObject(() => write(element)));

    /// <summary>Writes a day, or null.</summary>
    public static void WriteDate(this Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day) json.WriteString(name, CsvText.Date(day));
        else json.WriteNull(name);
    }

    private static string Of(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options)) json.WriteObject(() => write(json));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
