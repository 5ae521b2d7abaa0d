using System.Text.Json;
using Corridor.Dispatches.Text;
using Corridor.Formats;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>
/// JSON Lines with a dispatch on each: <c>text</c>, and where known <c>id</c>, <c>published</c> (or <c>doc_date</c>), <c>publisher</c>, <c>country</c>.
/// </summary>
internal static class TextLines
{
    /// <summary>Whether a file, or what is piped in, holds one dispatch a line.</summary>
    public static bool Are(string file, string text)
    {
        if (Path.GetExtension(file).ToLowerInvariant() is ".jsonl" or ".ndjson") return true;
        if (!text.AsSpan().TrimStart().StartsWith("{")) return false;
        return Parse(text.AsSpan().TrimStart().ToString().Split('\n', 2)[0]) is { } first && Text(first, "text") is not null;
    }

    public static IEnumerable<SourceText> Read(string shown, string text, List<Problem> problems)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var origin = new Origin(shown, number);
            // The message does not repeat the line: what is in it may be private.
            if (Parse(line) is not { } element)
            {
                problems.Add(Problem.Error(origin,
                    "the line is not a JSON object; expected one as in {\"id\": \"a\", \"published\": \"2016-10-29\", \"text\": \"...\"}"));
            }
            else if (!element.TryGetProperty("text", out var value) || value.ValueKind != JsonValueKind.String || Text(element, "text") is not { } body)
            {
                problems.Add(Problem.Error(origin, "there is no text; expected the key 'text' with a string"));
            }
            else
            {
                yield return Dispatch(shown, element, body, origin, problems);
            }
        }
    }

    private static SourceText Dispatch(string shown, JsonElement element, string body, Origin origin, List<Problem> problems)
    {
        var id = Text(element, "id");
        var day = Text(element, "published") ?? Text(element, "doc_date");
        DateOnly? published = null;
        if (day is not null)
        {
            if (IsoDate.TryParse(day[..Math.Min(10, day.Length)], out var date)) published = date;
            else problems.Add(Problem.Error(origin, $"'published' {IsoDate.Wrong(day)}"));
        }
        var title = id is null ? $"{shown}, line {origin.Line}" : $"{shown}, {id}";
        return new SourceText(title, body, origin, TextFormat.Auto)
        {
            Id = id, Published = published, Publisher = Text(element, "publisher"), Country = Text(element, "country"),
        };
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string key)
    {
        if (!element.TryGetProperty(key, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which no text holds.
            return null;
        }
    }
}
