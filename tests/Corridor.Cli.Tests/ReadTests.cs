using System.Text;
using System.Text.Json;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary><c>corridor read</c>: texts in, claims out.</summary>
public sealed class ReadTests : IDisposable
{
    private const string Report = """
        RIVERTOWN, 5 March 2026 (OCHA) - About 2,600 people have arrived at North camp since Tuesday, UNHCR said on Thursday. The governor's office put the number of displaced people in North camp at 1,150 families.

        At least 9,000 people have fled City so far, excluding 400 people who were forced back, IOM said. Another 3,000 could leave if the bridge is closed. On Wednesday militia fighters closed the road between City and Rivertown.

        "We left with nothing," said Salma Haddad, 43, a teacher. Twelve people were killed and 30 trucks of aid reached the town, 46 km away.
        """;

    private static readonly string[] Private = ["Salma", "Haddad", "43"];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_report_is_a_page_of_figures_access_and_numbers_that_fits_into_80_columns()
    {
        var result = Cli.Run("read", Write("report.txt", Report), "--scenario", folder.NewScenario(), "--country", "IRQ");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match("read", result.Output, (folder.Path + Path.DirectorySeparatorChar, ""));
        Assert.All(result.Output.Replace(folder.Path, "", StringComparison.Ordinal).Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Json_has_one_object_a_dispatch_with_offsets_into_the_original_text()
    {
        var result = Cli.Run("read", Write("a.txt", Report), Write("b.txt", "Some 70 people fled Rivertown on Monday."),
            "--json", "--published", "2026-03-05", "--publisher", "Daily");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var lines = Lines(result.Output);
        Assert.Equal(2, lines.Count);
        Assert.Equal("Daily", lines[1].GetProperty("publisher").GetString());
        foreach (var figure in lines[0].GetProperty("figures").EnumerateArray())
        {
            var (start, end) = (figure.GetProperty("offset")[0].GetInt32(), figure.GetProperty("offset")[1].GetInt32());
            Assert.Equal(figure.GetProperty("span").GetString(), Report[start..end]);
        }
    }

    [Theory]
    [InlineData("published")]
    [InlineData("doc_date")]
    public void A_jsonl_file_holds_a_dispatch_a_line(string key)
    {
        const string first = "Around 1,200 families left the valley on Sunday, the mayor said.";
        const string second = "The bridge at Lower Ford was blown up.\nNobody fled.";
        var file = Write("cases.jsonl", Line("one", key, "2026-03-05", first) + "\n\n" + Line("two", key, "2026-03-06", second) + "\n");
        var lines = Lines(Cli.Run("read", file, "--json").Output);
        Assert.Equal(["one", "two"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal(["2026-03-05", "2026-03-06"], lines.Select(l => l.GetProperty("published").GetString()));
        var figure = lines[0].GetProperty("figures")[0];
        Assert.Equal("Around 1,200 families", first[figure.GetProperty("offset")[0].GetInt32()..figure.GetProperty("offset")[1].GetInt32()]);
        Assert.Equal("household", figure.GetProperty("unit").GetString());
    }

    [Fact]
    public void Standard_input_is_read_when_no_file_is_named_and_may_be_json_lines()
    {
        var text = ReadInput("Some 70 people fled Rivertown on Monday.", "--published", "2026-03-05", "--json");
        Assert.Equal(1, Lines(text.Output).Single().GetProperty("figures").GetArrayLength());
        var lines = ReadInput(Line("x", "doc_date", "2026-03-05", "Some 70 people fled."), "-", "--json");
        Assert.Equal("x", Lines(lines.Output).Single().GetProperty("id").GetString());
    }

    [Fact]
    public void The_publication_day_is_that_of_the_dateline_or_has_to_be_given()
    {
        Assert.Equal("2026-03-05", Lines(Cli.Run("read", Write("report.txt", Report), "--json").Output)[0].GetProperty("published").GetString());
        AssertError("expected --published DATE, as in --published 2016-10-29", "read", Write("bare.txt", "Some 70 people fled."));
    }

    [Fact]
    public void Csv_has_a_row_of_hashtags_and_one_of_each_figure()
    {
        var rows = Cli.Run("read", Write("report.txt", Report), "--csv").Output.TrimEnd('\n').Split('\n');
        Assert.StartsWith("dispatch,published,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("#meta+id,#date+published,", rows[1], StringComparison.Ordinal);
        Assert.Equal(7, rows.Length);
    }

    [Fact]
    public void Pages_are_read_without_their_markup_and_the_output_needs_nothing_else()
    {
        var html = Write("page.html", "<html><head><title>Five thousand fled</title></head>"
            + "<body><p>PORT, 5 March 2026 (AFP) - Some <b>70</b>&nbsp;people fled Rivertown.</p></body></html>");
        var markdown = Write("page.md", "# Update, 6 March 2026\n\nSome **80** people fled [Rivertown](http://example.org/900).\n");
        var result = Cli.Run("read", html, markdown, "--html", "--out", folder["claims.html"]);
        Assert.Equal((0, $"Written to {folder["claims.html"]}\n", ""), (result.ExitCode, result.Output, result.Error));
        var page = File.ReadAllText(folder["claims.html"]);
        Assert.Equal(1, Occurrences(page, "<!DOCTYPE html>"));
        Assert.Equal(2, Occurrences(page, "<h1>"));
        Assert.Equal(1, Occurrences(page, "</html>"));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_replaced_with_a_warning_and_offsets_still_hold()
    {
        File.WriteAllBytes(folder["latin.txt"], [.. "Caf"u8, 0xE9, .. " workers: some 70 people fled Rivertown."u8]);
        var result = Cli.Run("read", folder["latin.txt"], "--published", "2026-03-05", "--json");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("1 character is not UTF-8 and is read as U+FFFD", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning\n", result.Error, StringComparison.Ordinal);
        Assert.Equal("Caf\uFFFD workers: some ".Length, Lines(result.Output)[0].GetProperty("figures")[0].GetProperty("offset")[0].GetInt32());
    }

    [Fact]
    public void What_is_no_text_is_refused_and_an_empty_text_is_said_to_be_empty()
    {
        var bytes = new byte[400];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(128 + (i * 37 % 120));
        File.WriteAllBytes(folder["photo.dat"], bytes);
        var photo = Cli.Run("read", folder["photo.dat"], "--published", "2026-03-05");
        Assert.Equal((2, ""), (photo.ExitCode, photo.Output));
        Assert.Contains("this is no text", photo.Error, StringComparison.Ordinal);
        var empty = Cli.Run("read", Write("empty.txt", " \n"), "--published", "2026-03-05");
        Assert.Equal(0, empty.ExitCode);
        Assert.Contains("warning: there is no text in it", empty.Error, StringComparison.Ordinal);
        var number = Cli.Run("read", Write("number.jsonl", "{\"text\": 3}\n"), "--published", "2026-03-05");
        Assert.Equal(2, number.ExitCode);
        Assert.Contains("expected the key 'text' with a string", number.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_spellings_come_from_the_scenario()
    {
        var scenario = folder.NewScenario();
        var places = Path.Combine(scenario, "places.csv");
        var lines = File.ReadAllLines(places);
        string OtherNames(string line) => line.StartsWith("rivertown", StringComparison.Ordinal) ? ",Nahrabad; Nahr City" : ",";
        File.WriteAllLines(places, lines.Select((line, i) => line + (i == 0 ? ",alt_names" : OtherNames(line))));
        var result = Cli.Run("read", Write("a.txt", "Some 70 people fled to Nahrabad on Monday."),
            "--published", "2026-03-05", "--scenario", scenario, "--json");
        Assert.Contains("\"place_id\":\"rivertown\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_is_named_at_once_and_nothing_is_written()
    {
        File.WriteAllBytes(folder["report.pdf"], "%PDF-1.7 "u8.ToArray());
        var lines = Write("lines.jsonl", "{\"id\": \"a\"}\nnot json Salma Haddad\n{\"text\": \"x\", \"published\": \"5 March\"}\n");
        var result = Cli.Run("read", folder["missing.txt"], folder["report.pdf"], lines, "--out", folder["out.json"], "--json");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Snapshot.Match("read-bad-files", result.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
        Assert.False(File.Exists(folder["out.json"]));
        var options = Cli.Run("read", lines, "--published", "5 March", "--country", "Iraq", "--json", "--csv", "--out", lines, "--scenario", folder["nowhere"]);
        Assert.Equal(2, options.ExitCode);
        Snapshot.Match("read-bad-options", options.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_of_publication_that_no_report_can_have_is_refused(string day)
    {
        File.WriteAllText(folder["a.jsonl"], $$"""{"text": "Some 300 people fled on Sunday.", "published": "{{day}}"}""");
        File.WriteAllText(folder["b.txt"], "Some 300 people fled on Sunday.");
        var result = Cli.Run("read", folder["a.jsonl"], folder["b.txt"], "--published", day);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        var wrong = $"published on {day}; expected a year from 1900 to 2200";
        Assert.Equal($"{folder["a.jsonl"]}:1: {wrong}\n{folder["b.txt"]}: {wrong}\n2 errors, 0 warnings\n", result.Error);
    }

    [Fact]
    public void A_file_of_the_scenario_is_not_written_over()
    {
        var scenario = folder.NewScenario();
        var before = TemporaryFolder.Contents(scenario);
        foreach (var name in (string[])["places.csv", "proposals.csv"])
        {
            var file = Path.Combine(scenario, name);
            var result = Cli.Run("read", Repository.Path("examples/reports/rivertown.txt"), "--propose", scenario, "--out", file);
            Assert.Equal((2, $"--out: '{file}' is a file of the scenario; expected another file\n1 error, 0 warnings\n"), (result.ExitCode, result.Error));
            var other = Cli.Run(
                "read", Repository.Path("examples/reports/rivertown.txt"), "--scenario", Repository.Path("examples/mosul-2016"), "--propose",
                scenario, "--out", file);
            Assert.Equal((result.ExitCode, result.Error), (other.ExitCode, other.Error));
        }
        Assert.Equal(before, TemporaryFolder.Contents(scenario));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_one_clear_line()
    {
        var result = Cli.Run("read", Write("report.txt", Report), "--json", "--out", folder["no/such/folder.json"]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("cannot write to", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--csv")]
    [InlineData("--html")]
    public void No_private_person_is_in_any_form(params string[] form)
    {
        var scenario = folder.NewScenario();
        var result = Cli.Run(["read", Write("report.txt", Report), "--propose", scenario, .. form]);
        Assert.Equal(0, result.ExitCode);
        var listed = Cli.Run("accept", scenario);
        var reconciled = Cli.Run("reconcile", scenario, "--runs", "2");
        var written = Directory.EnumerateFiles(scenario).Select(File.ReadAllText);
        Assert.All([result.Output, result.Error, listed.Output, reconciled.Output, .. written],
            text => Assert.All(Private.Take(2), name => Assert.DoesNotContain(name, text, StringComparison.Ordinal)));
        Assert.DoesNotMatch(@"(?<![\d.:,])43(?![\d.])", result.Output);
    }

    [Fact]
    public void Readings_at_the_same_time_into_one_folder_lose_no_row()
    {
        var scenario = folder.NewScenario();
        var files = Enumerable.Range(1, 8).Select(n => Write($"report{n}.txt", $"Some {n * 110} people fled Rivertown on Monday, the mayor said.")).ToList();
        var codes = new int[files.Count];
        int Propose(string file) => Cli.Run("read", file, "--published", "2026-03-05", "--propose", scenario).ExitCode;
        var threads = files.Select((file, n) => new Thread(() => codes[n] = Propose(file))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.All(codes, code => Assert.Equal(0, code));
        var rows = File.ReadAllLines(Path.Combine(scenario, "proposals.csv"));
        Assert.All(Enumerable.Range(1, 8), n => Assert.Single(rows, row => row.Contains($",outflow,{n * 110},", StringComparison.Ordinal)));
    }

    public void Dispose() => folder.Dispose();

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static string Line(string id, string key, string day, string text) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id, [key] = day, ["text"] = text });

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static CliResult ReadInput(string text, params string[] args)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Cli.Run(t => t with { In = () => input }, CancellationToken.None, ["read", .. args]);
    }

    private static void AssertError(string expected, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(folder[name], text);
        return folder[name];
    }
}
