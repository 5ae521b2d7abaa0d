using System.Globalization;
using System.Text.Json;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;

namespace Corridor.Dispatches.Tests;

/// <summary>Sentences/*.txt: our own sentences, invented figures, of many crises and styles.</summary>
public sealed class SentenceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Sentences"), "*.txt").Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_sentence_of_our_own_set_is_read_as_its_lines_say(string name)
    {
        var (right, all) = (0, 0);
        var wrong = new List<string>();
        string[] head = [];
        var expected = new List<(int At, int Length)>();
        JsonElement read = default;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sentences", name)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line[1..].Split('|', StringSplitOptions.TrimEntries);
            if (line[0] == '>')
            {
                wrong.AddRange(Unexpected(head, read, expected));
                expected.Clear();
                cells[2] = cells[2].Replace("\\n", "\n", StringComparison.Ordinal);
                head = cells;
                var options = new ReadOptions { Published = DateOnly.Parse(cells[0], CultureInfo.InvariantCulture),
                    Country = cells[1].Length > 0 ? cells[1] : null };
                read = JsonDocument.Parse(DispatchJson.Line(DispatchReader.Read(cells[2], options))).RootElement;
                continue;
            }

            all++;
            if (line[0] == '=') expected.Add((head[2].IndexOf(cells[0], StringComparison.Ordinal), cells[0].Length));
            var complaint = line[0] switch { '=' => Figure(read, cells, head[2]), '-' => Uncounted(read, cells, head[2]), _ => Access(read, cells, head[2]) };
            if (complaint is null) right++;
            else wrong.Add($"{head[2]}\n    {complaint}");
        }

        wrong.AddRange(Unexpected(head, read, expected));
        output.WriteLine($"{right} of {all} lines right");
        foreach (var w in wrong) output.WriteLine(w);
        if (Environment.GetEnvironmentVariable("CORRIDOR_SENTENCES_OUT") is { } path)
            File.WriteAllText(path, $"{right} of {all}\n" + string.Join('\n', wrong) + "\n");
        Assert.True(wrong.Count == 0, $"{right} of {all} right\n{string.Join('\n', wrong)}");
    }

    // Every counted figure of a sentence must be one of its "=" lines.
    private static IEnumerable<string> Unexpected(string[] head, JsonElement read, List<(int At, int Length)> expected) =>
        head.Length == 0
            ? []
            : [.. read.GetProperty("figures").EnumerateArray().Where(f =>
                f.GetProperty("counted").GetBoolean() && !expected.Exists(e => Overlaps(f, e.At, e.At + e.Length)))
                .Select(f => $"{head[2]}\n    counts '{f.GetProperty("span")}', which no line expects")];

    private static string? Figure(JsonElement read, string[] cells, string text)
    {
        var at = text.IndexOf(cells[0], StringComparison.Ordinal);
        Assert.True(at >= 0, $"the words '{cells[0]}' do not stand in: {text}");
        var figure = read.GetProperty("figures").EnumerateArray().FirstOrDefault(f => Overlaps(f, at, at + cells[0].Length));
        if (figure.ValueKind == JsonValueKind.Undefined) return $"no figure at '{cells[0]}'";
        var value = figure.GetProperty("value");
        if (cells[1] == "vague" ? value.ValueKind != JsonValueKind.Null : value.ToString() != cells[1]) return $"'{cells[0]}' has value {value}";
        if (figure.GetProperty("category").GetString() != cells[2]) return $"'{cells[0]}' is {figure.GetProperty("category")}, expected {cells[2]}";
        if (figure.GetProperty("counted").GetBoolean() != (cells[3] == "yes"))
            return $"'{cells[0]}' counted is {figure.GetProperty("counted")} ({figure.GetProperty("counted_reason")})";
        if (cells.Length < 5) return null;
        foreach (var field in cells[4].Split(' '))
        {
            var (name, expected) = (field.Split('=')[0], field.Split('=')[1].Replace('_', ' '));
            var got = figure.GetProperty(name);
            var words = got.ValueKind == JsonValueKind.Array ? string.Join(",", got.EnumerateArray()) : got.ToString();
            if (words.Replace('_', ' ') != expected) return $"'{cells[0]}' {name} is '{words}', expected '{expected}'";
        }

        return null;
    }

    private static string? Uncounted(JsonElement read, string[] cells, string text)
    {
        var at = text.IndexOf(cells[0], StringComparison.Ordinal);
        Assert.True(at >= 0, $"the words '{cells[0]}' do not stand in: {text}");
        var counted = read.GetProperty("figures").EnumerateArray().FirstOrDefault(f => Overlaps(f, at, at + cells[0].Length));
        if (counted.ValueKind != JsonValueKind.Undefined) return $"'{cells[0]}' became a figure: {counted.GetProperty("category")}";
        var number = read.GetProperty("not_counted").EnumerateArray().FirstOrDefault(f => Overlaps(f, at, at + cells[0].Length));
        if (number.ValueKind == JsonValueKind.Undefined) return $"'{cells[0]}' is not listed";
        return number.GetProperty("why").GetString() == cells[1] ? null : $"'{cells[0]}' is {number.GetProperty("why")}, expected {cells[1]}";
    }

    private static string? Access(JsonElement read, string[] cells, string text)
    {
        var facts = read.GetProperty("access").EnumerateArray().ToList();
        if (cells[0] == "none") return facts.Count == 0 ? null
            : $"reads {facts[0].GetProperty("state")} '{facts[0].GetProperty("span")}', where nothing is told of access";
        var at = text.IndexOf(cells[2], StringComparison.Ordinal);
        Assert.True(at >= 0, $"the words '{cells[2]}' do not stand in: {text}");
        return facts.Exists(f => Overlaps(f, at, at + cells[2].Length) && f.GetProperty("feature").GetString() == cells[0]
            && f.GetProperty("state").GetString() == cells[1] && f.GetProperty("realis").GetString() == cells[3])
            ? null
            : $"no {cells[0]} {cells[1]} {cells[3]} at '{cells[2]}'; read "
                + string.Join("; ", from f in facts
                    select string.Join(' ', f.GetProperty("feature"), f.GetProperty("state"), f.GetProperty("realis"), f.GetProperty("span")));
    }

    private static bool Overlaps(JsonElement claim, int start, int end) =>
        claim.GetProperty("offset")[0].GetInt32() < end && start < claim.GetProperty("offset")[1].GetInt32();
}
