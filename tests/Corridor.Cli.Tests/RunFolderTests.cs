using System.Globalization;
using System.Text.Json;
using Corridor.Cli.Screen;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>What stands in a run folder, and that it is the same whenever and wherever it is made.</summary>
public sealed class RunFolderTests : IDisposable
{
    private static readonly string[] CsvFiles = ["places.csv", "places.geojson", "routes.csv", "run.json", "summary.json"];
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_same_command_gives_the_same_bytes_on_any_number_of_threads()
    {
        var first = Make("a", "--threads", "1");
        Assert.Equal(CsvFiles, first.Keys);
        Assert.Equal(first, Make("b", "--threads", "1"));
        Assert.Equal(first, Make("c", "--threads", "2"));
        Assert.Equal(first, Make("d", "--threads", "7"));
        Assert.NotEqual(first["places.csv"], Make("e", "--seed", "2")["places.csv"]);
    }

    [Fact]
    public void Parquet_has_the_same_bytes_twice_and_the_same_rows_as_csv()
    {
        var parquet = Make("a", "--format", "parquet");
        Assert.Equal(["places.geojson", "places.parquet", "routes.parquet", "run.json", "summary.json"], parquet.Keys);
        Assert.Equal(parquet, Make("b", "--format", "parquet", "--threads", "1"));
        Make("csv");
        Assert.Equal(File.ReadLines(folder["csv/places.csv"]).Skip(1).Count(), Query($"SELECT count(*) FROM '{folder["a/places.parquet"]}'"));
        foreach (var name in new[] { "places", "routes" })
        {
            var (inParquet, inCsv) = ($"'{folder[$"a/{name}.parquet"]}'", $"read_csv('{folder[$"csv/{name}.csv"]}')");
            Assert.Equal(0, Query($"SELECT count(*) FROM (SELECT * FROM {inParquet} EXCEPT SELECT * FROM {inCsv})"));
        }
    }

    [Fact]
    public void A_row_has_names_and_a_summary_and_rows_of_nothing_are_left_out()
    {
        Make("a");
        var lines = File.ReadAllLines(folder["a/places.csv"]);
        Assert.Equal("date,alternative,place,measure,mean,q05,q25,q50,q75,q95", lines[0]);
        Assert.Contains(lines, l => l.StartsWith("2026-03-01,base,*,displaced,", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("2026-03-12,second-camp,south-camp,stock,", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.EndsWith(",0,0,0,0,0,0", StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line =>
        {
            var numbers = line.Split(',')[5..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(numbers.Order(), numbers);
        });
        Assert.Equal("date,alternative,from,to,measure,mean,q05,q25,q50,q75,q95", File.ReadLines(folder["a/routes.csv"]).First());
    }

    [Fact]
    public void The_record_tells_how_to_make_the_run_again()
    {
        Make("a", "--set", "rules.camp_weight=3");
        using var record = JsonDocument.Parse(File.ReadAllText(folder["a/run.json"]));
        var root = record.RootElement;
        Assert.Equal("3", root.GetProperty("rules").GetProperty("camp_weight").GetString());
        Assert.False(root.GetProperty("priors").TryGetProperty("camp_weight", out _), "a rule that is set is not drawn from its prior");
        Assert.True(root.GetProperty("complete").GetBoolean());
        var file = root.GetProperty("inputs")[0];
        var bytes = File.ReadAllBytes(Path.Combine(folder["scenario"], file.GetProperty("file").GetString()!));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
        Assert.DoesNotContain(folder.Path, root.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_record_has_all_of_a_row_of_an_alternative_that_a_run_hangs_on()
    {
        File.WriteAllText(folder["late.yml"],
            "name: late\nrows:\n  - {date: 2026-03-10, subject: city--junction, change: pass, value: 0.5, announced: 2026-03-08}\n");
        Make("a", "--alternative", folder["late.yml"]);
        using var record = JsonDocument.Parse(File.ReadAllText(folder["a/run.json"]));
        var row = record.RootElement.GetProperty("alternatives")[1].GetProperty("rows")[0];
        Assert.Equal(
            ["date 2026-03-10", "subject city--junction", "change pass", "value 0.5", "announced 2026-03-08"],
            row.EnumerateObject().Select(p => $"{p.Name} {p.Value}"));
    }

    [Fact]
    public void Small_figures_are_rounded_in_every_file()
    {
        const int n = 50;
        Make("a", "--round-below", "50");
        foreach (var name in new[] { "places.csv", "routes.csv" })
        {
            var texts = File.ReadLines(folder[$"a/{name}"]).Skip(1).SelectMany(line => line.Split(',')[^6..]);
            Assert.DoesNotContain(texts.Select(t => Math.Abs(double.Parse(t, CultureInfo.InvariantCulture))), v => v is > 0 and < n);
        }
        foreach (var name in new[] { "summary.json", "places.geojson" })
        {
            using var json = JsonDocument.Parse(File.ReadAllText(folder[$"a/{name}"]));
            Assert.DoesNotContain(Figures(json.RootElement).Select(Math.Abs), v => v is > 0 and < n);
        }
    }

    [Fact]
    public void A_run_folder_is_replaced_and_nothing_else_stays_beside_it()
    {
        Make("a", "--seed", "1");
        var second = Make("a", "--seed", "2");
        Assert.Equal(second, Make("b", "--seed", "2"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, ".*"));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData(".notes")]
    [InlineData("out-of-town.csv")]
    [InlineData("persons-my-interviews.csv")]
    [InlineData("mine/quantiles.csv", "mine/samples.csv")]
    [InlineData("base/notes.csv")]
    public void What_somebody_put_into_a_run_folder_is_not_lost_with_it(params string[] files)
    {
        var scenario = folder.NewScenario();
        string[] run = ["compare", scenario, "--runs", "2", "--days", "5", "--resolution", "person", "--draws", "--quiet", "--out", folder["a"]];
        Assert.Equal(0, Cli.Run(run).ExitCode);
        File.WriteAllText(folder["a/.DS_Store"], "of the system");
        Assert.Equal(0, Cli.Run(run).ExitCode);
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[$"a/{file}"])!);
            File.WriteAllText(folder[$"a/{file}"], "for the meeting");
        }
        var before = TemporaryFolder.Contents(folder["a"]);
        var refused = Cli.Run(run);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.StartsWith($"'{folder[$"a/{files[0].Split('/')[0]}"]}' is no file of this run", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(folder["a"]));
    }

    [Fact]
    public void What_comes_to_stand_there_while_a_run_is_at_work_is_not_lost()
    {
        var scenario = folder.NewScenario();
        using var error = new CallAt("day 3 of", () =>
        {
            if (!Directory.Exists(folder["a"])) Assert.Equal(0, Cli.Run("new", folder["a"]).ExitCode);
        });
        var result = Cli.Run(t => new Terminal(t.Out, error) { ShowsProgress = true, ProgressPause = TimeSpan.Zero },
            CancellationToken.None, "run", scenario, "--runs", "2", "--days", "9", "--out", folder["a"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"'{folder["a"]}' came to hold other files meanwhile and stays as it is; this run is in '{folder["a-new"]}'",
            error.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(folder["a/scenario.yml"]));
        Assert.Contains("\"complete\": true", File.ReadAllText(folder["a-new/run.json"]), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, ".*"));
    }

    [Fact]
    public void The_map_has_every_place_with_the_medians_of_the_end()
    {
        Make("a");
        using var map = JsonDocument.Parse(File.ReadAllText(folder["a/places.geojson"]));
        var features = map.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")).ToList();
        Assert.Equal(["city", "junction", "north-camp", "rivertown", "south-camp"], features.Select(f => f.GetProperty("id").GetString()));
        Assert.True(features[2].GetProperty("stock_base").GetDouble() > 0);
        Assert.True(features[4].GetProperty("difference_second-camp").GetDouble() > 0);
    }

    public void Dispose() => folder.Dispose();

    private SortedDictionary<string, string> Make(string name, params string[] more)
    {
        var scenario = Directory.Exists(folder["scenario"]) ? folder["scenario"] : folder.NewScenario();
        var result = Cli.Run(["compare", scenario, "--runs", "12", "--days", "25", "--out", folder[name], .. more]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return TemporaryFolder.Contents(folder[name]);
    }

    private static IEnumerable<double> Figures(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [element.GetDouble()],
        JsonValueKind.Object => element.EnumerateObject()
            .Where(p => p.Name is not ("days" or "days_done" or "days_ahead" or "runs" or "seed" or "warnings" or "timeline_rows_not_known" or "geometry")
                && !p.Name.StartsWith("probability", StringComparison.Ordinal)).SelectMany(p => Figures(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Figures),
        _ => [],
    };

    private static long Query(string sql)
    {
        using var connection = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
