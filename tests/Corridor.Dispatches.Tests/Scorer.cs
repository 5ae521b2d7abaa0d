using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Corridor.Dispatches.Tests;

/// <summary>
/// Scores the JSON of the reader against a case set. A figure matches an expected one when their spans overlap, the longest overlap first.
/// Precision and recall are over counted figures; the fields over all matched ones.
/// </summary>
internal sealed class Scorer
{
    private static readonly string[] Fields =
    [
        "category", "unit", "realis", "aggregation", "source", "source_type", "value", "value_min", "value_max", "quantifier", "term", "counted",
        "persons", "persons_inferred", "households", "start", "end", "as_of",
        "origin", "destination", "route", "cause", "trigger", "via", "per", "span",
    ];

    private readonly Dictionary<string, (int Right, int All)> _fields = Fields.ToDictionary(f => f, _ => (0, 0));
    public List<string> Misses { get; } = [];

    public int CountedExpected { get; private set; }
    public int CountedRead { get; private set; }
    public int CountedRight { get; private set; }
    public int FiguresExpected { get; private set; }
    public int FiguresMatched { get; private set; }
    public int FiguresRead { get; private set; }
    public int WronglyCounted { get; private set; }
    public int AccessExpected { get; private set; }
    public int AccessRead { get; private set; }
    public int AccessRight { get; private set; }
    public int PrivateStored { get; private set; }
    public int LinksExpected { get; private set; }
    public int LinksRight { get; private set; }

    public double Precision => CountedRead == 0 ? 1 : (double)CountedRight / CountedRead;
    public double Recall => CountedExpected == 0 ? 1 : (double)CountedRight / CountedExpected;
    public double Accuracy(string field) => _fields[field].All == 0 ? 1 : (double)_fields[field].Right / _fields[field].All;

    public void Score(CaseSet.Case c, string line)
    {
        var read = JsonDocument.Parse(line).RootElement;
        var figures = read.GetProperty("figures").EnumerateArray().ToList();
        var expected = c.Expect.GetProperty("figures").EnumerateArray().ToList();
        FiguresExpected += expected.Count;
        FiguresRead += figures.Count;
        var pairs = new Dictionary<string, string>();
        var free = new List<JsonElement>(figures);
        foreach (var e in expected)
        {
            var counted = e.GetProperty("counted").GetBoolean();
            if (counted) CountedExpected++;
            var match = free.Where(f => Overlap(f, e) > 0).OrderByDescending(f => Same(f, e, "value")).ThenByDescending(f => Overlap(f, e)).FirstOrDefault();
            if (match.ValueKind == JsonValueKind.Undefined)
            {
                Misses.Add($"{c.Id} missed: {e.GetProperty("span")}");
                continue;
            }

            free.Remove(match);
            FiguresMatched++;
            pairs[e.GetProperty("fid").GetString()!] = match.GetProperty("fid").GetString()!;
            foreach (var field in Fields)
            {
                if (!e.TryGetProperty(field, out _)) continue; // what a set leaves open is not scored
                var right = Same(match, e, field);
                var (r, all) = _fields[field];
                _fields[field] = (r + (right ? 1 : 0), all + 1);
                if (!right) Misses.Add($"{c.Id} {e.GetProperty("span")}: {field} is {match.GetProperty(field)}, expected {e.GetProperty(field)}");
            }

            if (match.GetProperty("counted").GetBoolean())
            {
                CountedRead++;
                if (counted && Same(match, e, "value")) CountedRight++;
                if (!counted) WronglyCounted++;
            }
        }

        foreach (var extra in free)
        {
            Misses.Add($"{c.Id} extra: {extra.GetProperty("span")} {extra.GetProperty("category")} counted={extra.GetProperty("counted")}");
            if (!extra.GetProperty("counted").GetBoolean()) continue;
            CountedRead++;
            WronglyCounted++;
        }

        Access(c, read);
        var links = read.GetProperty("links").EnumerateArray().ToList();
        foreach (var link in c.Expect.GetProperty("links").EnumerateArray())
        {
            LinksExpected++;
            if (links.Exists(l => l.GetProperty("type").GetString() == link.GetProperty("type").GetString()
                && l.GetProperty("from").GetString() == pairs.GetValueOrDefault(link.GetProperty("from").GetString()!) 
                && l.GetProperty("to").GetString() == pairs.GetValueOrDefault(link.GetProperty("to").GetString()!))) LinksRight++;
            else Misses.Add($"{c.Id} link missed: {link}");
        }

        foreach (var secret in c.Expect.GetProperty("must_not_store").EnumerateArray())
        {
            if (!Texts(read).Any(text => text.Contains(secret.GetString()!, StringComparison.Ordinal))) continue;
            PrivateStored++;
            Misses.Add($"{c.Id} stores {secret}");
        }
    }

    private void Access(CaseSet.Case c, JsonElement read)
    {
        var facts = read.GetProperty("access").EnumerateArray().ToList();
        AccessRead += facts.Count;
        foreach (var e in c.Expect.GetProperty("access").EnumerateArray())
        {
            AccessExpected++;
            var match = facts.FirstOrDefault(f => Overlap(f, e) > 0 && Same(f, e, "feature") && Same(f, e, "state"));
            if (match.ValueKind == JsonValueKind.Undefined)
            {
                Misses.Add($"{c.Id} access missed: {e.GetProperty("span")}");
                continue;
            }

            facts.Remove(match);
            AccessRight++;
            foreach (var field in new[] { "place", "ends", "realis", "effective_date", "actor", "source", "source_type", "span" })
                if (e.TryGetProperty(field, out _) && !Same(match, e, field))
                    Misses.Add($"{c.Id} access {e.GetProperty("span")}: {field} is {match.GetProperty(field)}, expected {e.GetProperty(field)}");
        }

        foreach (var extra in facts) Misses.Add($"{c.Id} access extra: {extra.GetProperty("span")} {extra.GetProperty("state")}");
    }

    // Every text of the line; an offset that happens to have the digits of an age stores nothing.
    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value).Append(p.Name)),
        _ => [],
    };

    private static int Overlap(JsonElement a, JsonElement b)
    {
        var (x, y) = (a.GetProperty("offset"), b.GetProperty("offset"));
        return Math.Min(x[1].GetInt32(), y[1].GetInt32()) - Math.Max(x[0].GetInt32(), y[0].GetInt32());
    }

    private static bool Same(JsonElement a, JsonElement b, string field) => Text(a.GetProperty(field)) == Text(b.GetProperty(field));

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        // A source is the same whichever apostrophe its text is set with.
        JsonValueKind.String => value.GetString()!.ToLowerInvariant().Replace('\u2019', '\''),
        JsonValueKind.Array => string.Join("|", value.EnumerateArray().Select(Text)),
        JsonValueKind.Number => value.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    /// <summary>The table, as docs/dispatches.md shows it.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine("| measure | value | |").AppendLine("| --- | ---: | --- |");
        Row("counted figures, precision", Precision, $"{CountedRight} of {CountedRead}");
        Row("counted figures, recall", Recall, $"{CountedRight} of {CountedExpected}");
        Row("all figures found", (double)FiguresMatched / Math.Max(1, FiguresExpected),
            $"{FiguresMatched} of {FiguresExpected}, {FiguresRead - FiguresMatched} more read");
        foreach (var field in Fields) Row($"field {field}", Accuracy(field), $"{_fields[field].Right} of {_fields[field].All}");
        Row("access facts, precision", AccessRead == 0 ? 1 : (double)AccessRight / AccessRead, $"{AccessRight} of {AccessRead}");
        Row("access facts, recall", AccessExpected == 0 ? 1 : (double)AccessRight / AccessExpected, $"{AccessRight} of {AccessExpected}");
        Row("links found", LinksExpected == 0 ? 1 : (double)LinksRight / LinksExpected, $"{LinksRight} of {LinksExpected}");
        table.AppendLine(CultureInfo.InvariantCulture, $"| counted that must not count | {WronglyCounted} | |");
        table.AppendLine(CultureInfo.InvariantCulture, $"| private words stored | {PrivateStored} | |");
        return table.ToString();

        void Row(string name, double value, string detail) => table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value:0.000} | {detail} |");
    }
}
