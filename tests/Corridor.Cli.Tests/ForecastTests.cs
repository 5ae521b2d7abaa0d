using System.Globalization;
using System.Text.Json;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>The commands that forecast: what they print, what they write, and what they say to mistakes.</summary>
public sealed class ForecastTests : IDisposable
{
    private const string AsOf = "2020-04-12";
    private readonly TemporaryFolder folder = new();
    private readonly string village;

    public ForecastTests() => village = VillageFolder.Write(folder);

    [Fact]
    public void Who_is_held_or_forced_back_comes_first_and_counts_that_are_not_used_are_numbered()
    {
        File.AppendAllText(Path.Combine(village, "scenario.yml"), "as_of: 2020-04-10\n");
        File.WriteAllText(folder["kept.yml"], """
            name: kept
            rows:
              - {date: 2020-01-20, subject: town, change: hold, value: 1}
              - {date: 2020-02-20, subject: north, change: force-move, value: 300, to: town}

            """);
        var result = Cli.Run("compare", village, "--alternative", folder["kept.yml"], "--runs", "10", "--out", folder["out"]);
        Assert.Equal(0, result.ExitCode);
        var page = string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("45 counts published by then are not used; --as-of 2020-04-10 conditions the runs on them.", page, StringComparison.Ordinal);
        Assert.Matches(@"kept against base, on [-\d]+: [\d,]+ more people kept from leaving [^:]+: [\d,]+ to [\d,]+\) 300 more people forced back ", page);
    }

    [Fact]
    public void Forecast_shows_the_reported_places_and_the_warnings_in_80_columns() =>
        Match("forecast", Cli.Run("forecast", village,
            "--as-of", AsOf, "--days", "14", "--members", "20", "--alternative", "all-closed", "--out", folder["out"]));

    [Fact]
    public void Compare_as_of_a_day_runs_the_same_members_under_every_alternative() =>
        Match("compare-as-of", Cli.Run("compare", village, "--as-of", AsOf, "--days", "10", "--runs", "20", "--out", folder["out"]));

    [Fact]
    public void A_headline_below_the_reports_of_a_camp_says_that_it_is_simulated_and_why()
    {
        Directory.CreateDirectory(folder["calm"]);
        File.WriteAllText(folder["calm/scenario.yml"],
            "name: Calm\nstart: 2024-02-25\ndays: 20\nalternatives:\n  sealed: [{date: 2024-03-02, subject: town--west, change: close}]\n");
        File.WriteAllText(folder["calm/places.csv"], "id,name,kind,population\ntown,Town,town,10000\nwest,West Camp,camp,\neast,East Camp,camp,\n");
        File.WriteAllText(folder["calm/routes.csv"], "from,to,km\ntown,west,50\ntown,east,60\n");
        File.WriteAllText(folder["calm/counts.csv"],
            "date,published,place,measure,people\n2024-02-26,2024-02-27,west,stock,400\n"
            + "2024-02-27,2024-02-28,west,stock,600\n2024-02-28,2024-02-29,west,stock,800\n");
        var result = Cli.Run("compare", folder["calm"], "--as-of", "2024-03-01", "--runs", "10", "--out", folder["out"]);
        Assert.Equal(0, result.ExitCode);
        var page = string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@" base, on 2024-03-29: simulated: [\d,]+ people displaced, .*; the reports of West Camp alone are higher, "
            + "as people who came before are in no simulated figure ", page);
    }

    [Fact]
    public void One_day_ahead_is_one_day()
    {
        string[] args = [village, "--as-of", AsOf, "--days", "1", "--members", "20", "--out", folder["out"]];
        var page = Cli.Run(["forecast", .. args]).Output;
        Assert.Matches(@"last report +1 day\n", page);
        Assert.Contains("up to 1 day ahead", File.ReadAllText(Path.Combine(folder["out"], "model-card.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_shows_prior_and_posterior_and_what_cannot_be_told_apart() =>
        Match("fit", Cli.Run("fit", village, "--as-of", AsOf, "--members", "60"));

    [Fact]
    public void Every_table_has_as_many_cells_as_headers_whatever_a_place_is_called()
    {
        foreach (var name in new[] { "places.csv", "routes.csv", "counts.csv" })
            Replace(name, "south", "\"so,uth\"");
        Replace("scenario.yml", "town--south", "\"town--so,uth\"");
        Assert.Equal(0, Cli.Run("forecast", village, "--as-of", AsOf, "--days", "7", "--members", "10", "--out", folder["out"]).ExitCode);
        var tables = Directory.GetFiles(folder["out"], "*.csv", SearchOption.AllDirectories);
        Assert.Contains(tables, t => t.EndsWith("quantiles.csv", StringComparison.Ordinal));
        foreach (var path in tables)
        {
            var problems = new List<Problem>();
            var table = CsvTable.Parse(SourceFile.Read(path, problems)!, CsvLayout.Native, problems)!;
            Assert.Empty(problems);
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Cells.Count));
        }

        void Replace(string name, string old, string replacement)
        {
            var path = Path.Combine(village, name);
            File.WriteAllText(path, File.ReadAllText(path).Replace(old, replacement, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Capacities_are_no_people_that_small_figures_would_hide()
    {
        var result = Cli.Run("forecast", village, "--as-of", AsOf, "--days", "14", "--members", "20", "--round-below", "100000", "--out", folder["out"]);
        Assert.Contains("its capacity of 34,000:", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flood", "Trapped at home: residents under conflict or flooded with no open route to safety")]
    [InlineData("conflict", "Trapped at home: residents under conflict with no open route to safety")]
    public void What_people_flee_from_is_called_by_its_name(string driver, string expected)
    {
        File.AppendAllText(Path.Combine(village, "timeline.csv"), "2020-01-02,town,flood,1,,\n");
        var result = Cli.Run("compare", village, "--alternative", "north-closed", "--days", "3", "--runs", "2",
            "--set", $"rules.departure_driver={driver}", "--out", folder["out"]);
        Assert.Contains(expected, string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_card_is_no_JSON()
    {
        var result = Cli.Run("forecast", village, "--as-of", AsOf, "--model-card", "--json", "--out", folder["out"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--json: with --model-card the card is printed, which is a text; leave out one of the two", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("score", "--runs", "2")]
    [InlineData("sensitivity", "--samples", "16")]
    public void Rows_that_were_announced_later_are_left_out_and_said_to_be(string command, string option, string number)
    {
        File.AppendAllText(Path.Combine(village, "scenario.yml"), "as_of: 2020-03-10\n");
        string Page(params string[] more) => string.Join(' ', Cli.Run([command, village, "--days", "100", option, number, .. more]).Output
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        const string said = "left out: 1 timeline row announced later (--known-future lets it in).";
        Assert.Contains("Not known on 2020-03-10 and " + said, Page(), StringComparison.Ordinal);
        Assert.DoesNotContain(said, Page("--known-future"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivity_shows_the_indices_of_the_outputs_that_are_asked_for() =>
        Match("sensitivity", Cli.Run("sensitivity", folder.NewScenario(),
            "--samples", "32", "--output", "people at North camp in 14 d", "--output", "displaced"));

    [Fact]
    public void Sensitivity_without_outputs_takes_the_totals_that_vary_and_the_largest_camps()
    {
        var result = Cli.Run("sensitivity", folder.NewScenario(), "--samples", "16", "--days", "20", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var json = JsonDocument.Parse(result.Output);
        var outputs = json.RootElement.GetProperty("outputs").EnumerateArray().ToList();
        Assert.Equal(["displaced", "people at north-camp"], outputs.Select(o => o.GetProperty("output").GetString()));
        Assert.Equal(["departure_rate", "camp_weight", "chance"], outputs[0].GetProperty("indices").EnumerateObject().Select(i => i.Name));
        Assert.Equal(result.Output, Cli.Run("sensitivity", folder["scenario"], "--samples", "16", "--days", "20", "--json", "--threads", "3").Output);
    }

    [Fact]
    public void Three_reports_are_enough_for_a_forecast_and_two_are_not()
    {
        var counts = File.ReadAllLines(Path.Combine(village, "counts.csv"));
        string[] north = [counts[0], .. counts.Where(row => row.Contains(",north,", StringComparison.Ordinal))];
        CliResult With(int reports)
        {
            File.WriteAllLines(Path.Combine(village, "counts.csv"), north.Take(1 + reports));
            return Cli.Run("forecast", village, "--as-of", "2020-01-20", "--days", "7", "--members", "10", "--out", folder["out"]);
        }
        Assert.Equal((2, ""), (With(2).ExitCode, With(2).Output));
        Assert.Contains("three stocks of a place", With(2).Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (With(3).ExitCode, With(3).Error));
        // A fourth one, published later, changes nothing.
        Assert.Equal(Figures(3), Figures(4));

        string Figures(int reports)
        {
            var output = With(reports).Output;
            return output[..output.IndexOf("Warnings", StringComparison.Ordinal)];
        }
    }

    [Theory]
    [InlineData("forecast", "--members")]
    [InlineData("compare", "--runs")]
    public void That_the_last_report_is_old_is_said(string command, string members)
    {
        string Page(string asOf) =>
            Cli.Run(command, village, "--as-of", asOf, "--days", "7", members, "10", "--out", folder["out"]).Output.ReplaceLineEndings(" ");
        Assert.Contains("The last report of any series is of 2020-04-29, 63 days before that day", Page("2020-07-01"), StringComparison.Ordinal);
        Assert.DoesNotContain("The last report of any series", Page("2020-05-20"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_what_was_announced_later_a_forecast_lets_in_closures_and_no_conflicts_and_says_so()
    {
        File.AppendAllText(Path.Combine(village, "timeline.csv"), "2020-04-15,town--north,close,,radio,\n2020-04-16,town,conflict,9,radio,\n");
        (string Page, JsonElement Record) Asked(params string[] options)
        {
            var result = Cli.Run(["compare", village, "--as-of", AsOf, "--days", "7", "--runs", "10", "--out", folder["out"], .. options]);
            using var record = JsonDocument.Parse(File.ReadAllText(folder["out/run.json"]));
            return (result.Output.ReplaceLineEndings(" "), record.RootElement.Clone());
        }
        var (page, record) = Asked();
        Assert.Contains("2 timeline rows announced later (--known-future lets in closures, openings, kinds and capacities).", page, StringComparison.Ordinal);
        Assert.False(record.GetProperty("conditioned").GetProperty("known_closures").GetBoolean());
        (page, record) = Asked("--known-future");
        Assert.Contains("1 timeline row announced later (only closures, openings, kinds and capacities are let in).", page, StringComparison.Ordinal);
        Assert.True(record.GetProperty("conditioned").GetProperty("known_closures").GetBoolean());
        Assert.False(record.GetProperty("known_future").GetBoolean());
    }

    [Fact]
    public void Commands_that_write_no_run_folder_say_how_many_warnings_there_are()
    {
        string[][] commands =
        [
            ["fit", village, "--as-of", AsOf, "--members", "10"], ["sensitivity", village, "--samples", "16", "--days", "3"],
            ["reconcile", village, "--date", AsOf, "--runs", "3"], ["backtest", village, "--members", "0", "--out", folder["backtest"]],
        ];
        foreach (var command in commands) Assert.EndsWith("\nNo warnings\n", Cli.Run(command).Output, StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(village, "timeline.csv"), "2020-12-01,town,conflict,9,radio,\n");
        foreach (var command in commands)
            Assert.Contains($" 1 warning: 'corridor check {village}' lists it ", Cli.Run(command).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void That_nobody_can_tell_what_a_far_fiercer_conflict_brings_is_said_where_no_rate_is_known()
    {
        string Page(int intensity)
        {
            File.WriteAllText(folder["battle.yml"], $"rows:\n  - {{date: 2020-04-14, subject: town, change: conflict, value: {intensity}}}\n");
            var result = Cli.Run("forecast", village,
                "--as-of", AsOf, "--days", "7", "--members", "10", "--alternative", folder["battle.yml"], "--out", folder["out"]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            return string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        const string Warning = "Cannot be told: how many flee when so much more conflict comes to Town.";
        Assert.DoesNotContain("Cannot be told", Page(20), StringComparison.Ordinal);
        File.AppendAllText(Path.Combine(village, "scenario.yml"), "rules: {departures: given}\n");
        Assert.Equal(2, Page(20).Split(Warning).Length);
        Assert.DoesNotContain("Cannot be told", Page(9), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_card_says_what_it_was_made_from_and_how_good_it_has_been() =>
        Match("model-card", Cli.Run("forecast", village, "--as-of", AsOf, "--days", "14", "--members", "20", "--model-card", "--out", folder["out"]));

    [Theory]
    [InlineData("forecast", "--members")]
    [InlineData("compare", "--runs")]
    public void The_same_command_writes_the_same_bytes_on_any_number_of_threads(string command, string members)
    {
        string[] args = [command, village, "--as-of", AsOf, "--days", "8", members, "12"];
        SortedDictionary<string, string> Made(string name, string threads)
        {
            var result = Cli.Run([.. args, "--threads", threads, "--out", folder[name]]);
            Assert.Equal((0, ""), (result.ExitCode, result.Error));
            return TemporaryFolder.Contents(folder[name]);
        }
        var one = Made("one", "1");
        Assert.Equal(one, Made("three", "3"));
        var expected = new HashSet<string>
        {
            "base/quantiles.csv", "base/samples.csv", "model-card.md", "places.csv", "places.geojson", "routes.csv", "run.json",
            "summary.json", "warnings.csv",
        };
        Assert.Superset(expected, one.Keys.ToHashSet());
        Assert.Equal(one, Made("one", "2"));
    }

    [Fact]
    public void Hub_files_have_the_columns_of_the_hubs_and_quantiles_that_do_not_cross()
    {
        Assert.Equal(0, Cli.Run("forecast", village, "--as-of", AsOf, "--days", "14", "--members", "20", "--out", folder["out"]).ExitCode);
        var rows = File.ReadAllLines(folder["out/base/quantiles.csv"]);
        Assert.Equal("reference_date,target,horizon,location,output_type,output_type_id,value", rows[0]);
        // Three series, two horizons, 23 quantiles.
        Assert.Equal(3 * 2 * 23, rows.Length - 1);
        foreach (var forecast in rows.Skip(1).Select(r => r.Split(',')).GroupBy(r => (r[2], r[3])))
        {
            Assert.All(forecast, r => Assert.Equal((AsOf, "stock", "quantile"), (r[0], r[1], r[4])));
            Assert.Equal(forecast.Select(r => Number(r[5])).Order(), forecast.Select(r => Number(r[5])));
            Assert.Equal(forecast.Select(r => Number(r[6])).Order(), forecast.Select(r => Number(r[6])));
        }
        Assert.Equal(3 * 2 * 20, File.ReadAllLines(folder["out/base/samples.csv"]).Length - 1);
    }

    [Fact]
    public void Forecast_as_json_shows_no_small_figure_that_the_other_outputs_round()
    {
        using var json = JsonDocument.Parse(Cli.Run(["forecast", village, "--as-of", AsOf, "--days", "7", "--members", "20", "--json",
            "--round-below", "1000000"]).Output);
        var forecasts = json.RootElement.GetProperty("alternatives")[0].GetProperty("forecasts").EnumerateArray().ToList();
        Assert.All(forecasts, forecast => Assert.Equal(0, forecast.GetProperty("last").GetDouble()));
    }

    [Fact]
    public void Forecast_as_json_says_of_every_day_what_the_hub_files_say_of_their_horizons()
    {
        string[] args = ["forecast", village, "--as-of", AsOf, "--days", "14", "--members", "20", "--alternative", "north-closed", "--out", folder["out"]];
        using var json = JsonDocument.Parse(Cli.Run([.. args, "--json"]).Output);
        Assert.Equal(AsOf, json.RootElement.GetProperty("reference_date").GetString());
        var levels = json.RootElement.GetProperty("levels").EnumerateArray().Select(l => l.GetDouble()).ToList();
        foreach (var alternative in json.RootElement.GetProperty("alternatives").EnumerateArray())
        {
            var rows = File.ReadAllLines(folder[$"out/{alternative.GetProperty("name").GetString()}/quantiles.csv"]).Skip(1).Select(r => r.Split(',')).ToList();
            var forecasts = alternative.GetProperty("forecasts").EnumerateArray().ToList();
            Assert.Equal(rows.Select(r => (r[1], r[3])).Distinct().Count(), forecasts.Count);
            foreach (var forecast in forecasts)
            {
                Assert.True(forecast.GetProperty("last").GetDouble() >= 0);
                var of = (forecast.GetProperty("target").GetString(), forecast.GetProperty("location").GetString());
                var ofPlace = rows.Where(r => (r[1], r[3]) == of).ToList();
                Assert.Equal(2 * levels.Count, ofPlace.Count);
                var days = forecast.GetProperty("days").EnumerateArray().ToList();
                Assert.Equal(14, days.Count);
                foreach (var row in ofPlace)
                {
                    var value = days[int.Parse(row[2], CultureInfo.InvariantCulture) - 1][levels.IndexOf(Number(row[5]))].GetDouble();
                    Assert.Equal(Number(row[6]), value, 0.51);
                }
            }
        }
    }

    /// <summary>
    /// What the validation of a hub looks at (hubverse, model output): task ids and the three columns of outputs; ISO dates; whole horizons;
    /// no two rows for one output; quantile levels as plain numbers, the same for every task, and values that do not fall; sample ids that
    /// are whole numbers, the same for every task, so that a sample is one joint future; values that are numbers of people.
    /// </summary>
    [Fact]
    public void Hub_files_pass_what_a_hub_validates()
    {
        Assert.Equal(0, Cli.Run("compare", village, "--as-of", AsOf, "--days", "28", "--runs", "20", "--out", folder["out"], "--quiet").ExitCode);
        foreach (var alternative in new[] { "base", "north-closed", "all-closed" })
        {
            var rows = new[] { "quantiles.csv", "samples.csv" }
                .SelectMany(name => File.ReadAllLines(folder[$"out/{alternative}/{name}"]).Skip(1))
                .Select(line => line.Split(','))
                .ToList();
            Assert.All(rows, r => Assert.Equal(7, r.Length));
            Assert.Equal(rows.Count, rows.Select(r => string.Join(',', r[..6])).Distinct().Count());
            Assert.All(rows, r => Assert.True(DateOnly.TryParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
            Assert.Equal(["stock"], rows.Select(r => r[1]).Distinct());
            Assert.Equal(["7", "14", "28"], rows.Select(r => r[2]).Distinct());
            Assert.Equal(["all", "north", "south"], rows.Select(r => r[3]).Distinct().Order());
            Assert.All(rows, r => Assert.True(Number(r[6]) >= 0 && double.IsFinite(Number(r[6]))));
            var inner = Enumerable.Range(1, 19).Select(i => (i * 0.05).ToString("0.##", CultureInfo.InvariantCulture));
            string[] levels = ["0.01", "0.025", .. inner, "0.975", "0.99"];
            foreach (var task in rows.GroupBy(r => (r[2], r[3])))
            {
                var quantiles = task.Where(r => r[4] == "quantile").ToList();
                Assert.Equal(levels, quantiles.Select(r => r[5]));
                Assert.Equal(quantiles.Select(r => Number(r[6])).Order(), quantiles.Select(r => Number(r[6])));
                Assert.Equal(
                    Enumerable.Range(1, 20).Select(i => i.ToString(CultureInfo.InvariantCulture)),
                    task.Where(r => r[4] == "sample").Select(r => r[5]));
            }
        }
    }

    [Fact]
    public void The_stock_of_a_reported_place_in_the_run_folder_is_its_forecast()
    {
        Assert.Equal(0, Cli.Run("forecast", village, "--as-of", AsOf, "--days", "7", "--members", "25", "--out", folder["out"]).ExitCode);
        var rows = File.ReadAllLines(folder["out/base/samples.csv"]).Select(l => l.Split(','));
        double[] samples = [.. rows.Where(c => c[2] == "7" && c[3] == "north").Select(c => Number(c[6]))];
        var row = File.ReadAllLines(folder["out/places.csv"]).Select(l => l.Split(',')).Single(c => c[0] == "2020-04-19" && c[2] == "north" && c[3] == "stock");
        Assert.Equal(samples.Average(), Number(row[4]), 0.1);
    }

    [Fact]
    public void Every_column_of_the_warnings_and_every_key_of_the_record_is_documented()
    {
        Assert.Equal(0, Cli.Run("forecast", village, "--as-of", AsOf, "--days", "14", "--members", "12", "--out", folder["out"]).ExitCode);
        var page = File.ReadAllText(Repository.Path("docs/run-folder.md"));
        using var record = JsonDocument.Parse(File.ReadAllText(folder["out/run.json"]));
        IEnumerable<string> names =
        [
            .. File.ReadLines(folder["out/warnings.csv"]).First().Split(','),
            .. record.RootElement.EnumerateObject().Select(p => p.Name),
            .. record.RootElement.GetProperty("conditioned").EnumerateObject().Select(p => p.Name),
        ];
        foreach (var name in names) Assert.Contains($"`{name}`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Triggers_stand_in_the_table_of_warnings_with_their_count()
    {
        Assert.Equal(0, Cli.Run("compare", village, "--as-of", AsOf, "--days", "14", "--runs", "20", "--out", folder["out"], "--quiet").ExitCode);
        var rows = File.ReadAllLines(folder["out/warnings.csv"]).Select(l => l.Split(',')).ToList();
        Assert.Equal(
            [
                "base,north-fills", "base,south-rush", "north-closed,north-fills", "north-closed,south-rush",
                "all-closed,north-fills", "all-closed,south-rush",
            ],
            rows.Where(r => r[1] == "trigger").Select(r => $"{r[0]},{r[3]}"));
        Assert.All(rows.Where(r => r[1] == "trigger"), r => Assert.Equal(("2020-04-08", "2020-04-09", "UNHCR"), (r[12], r[13], r[14])));
        Assert.Equal(["all-closed"], rows.Where(r => r[1] == "last-route").Select(r => r[0]).Distinct());
    }

    [Theory]
    [InlineData(
        "--as-of: by 2020-01-02 only 3 counts had been published, and no series had 3 reports; the first day with a forecast is 2020-01-16",
        "--as-of", "2020-01-02")]
    [InlineData("--as-of: by 2020-01-01 no count had been published, and no series had 3 reports", "--as-of", "2020-01-01")]
    [InlineData("--as-of: 2019-12-31 lies before the first day of the scenario, 2020-01-01", "--as-of", "2019-12-31")]
    [InlineData("--as-of: '12.4.2020' is not a date; expected year-month-day as in 2016-10-29; did you mean 2020-04-12?", "--as-of", "12.4.2020")]
    [InlineData("--as-of: the scenario states no day; expected a date as in 2016-10-29")]
    [InlineData("--days: '0'; expected a whole number 1..365", "--as-of", AsOf, "--days", "0")]
    [InlineData("--members: '5'; expected a whole number 10..100000", "--as-of", AsOf, "--members", "5")]
    [InlineData(
        "--alternative: there is no 'noth-closed'; expected base, north-closed, all-closed or a file.yml; did you mean 'north-closed'?",
        "--as-of", AsOf, "--alternative", "noth-closed")]
    [InlineData("--known-future: 'all'; expected closures", "--as-of", AsOf, "--known-future", "all")]
    public void A_question_that_cannot_be_asked_is_answered_with_what_was_expected(string expected, params string[] args)
    {
        AssertBad(expected, ["forecast", village, "--out", folder["out"], .. args]);
        Assert.False(Directory.Exists(folder["out"]));
        if (!args.Contains("--alternative")) AssertBad(expected, ["fit", village, .. args]);
    }

    [Fact]
    public void Without_counts_there_is_nothing_to_forecast_from()
    {
        File.Delete(Path.Combine(village, "counts.csv"));
        AssertBad("the scenario has no counts: there is nothing to forecast from", "forecast", village, "--as-of", AsOf);
        AssertBad("the scenario has no counts: there is nothing to forecast from", "compare", village, "--as-of", AsOf);
        AssertBad("the scenario has no counts: there is nothing to forecast from", "fit", village, "--as-of", AsOf);
    }

    [Fact]
    public void Compare_as_of_a_day_refuses_what_it_cannot_do()
    {
        AssertBad("--resolution person: conditioned members are groups", "compare", village, "--as-of", AsOf, "--resolution", "person");
        AssertBad("--expected: conditioned members are drawn; leave it out with --as-of", "compare", village, "--as-of", AsOf, "--expected");
        AssertBad("5 members are too few to condition; expected 10 or more", "compare", village, "--as-of", AsOf, "--runs", "5");
        AssertBad("awareness_level 100 with ways every_simple_path", "compare", village, "--as-of", AsOf,
            "--set", "rules.ways=every_simple_path", "--set", "rules.awareness_level=100");
    }

    [Theory]
    [InlineData("unknown place 'north-cmp'; expected an id or name of the places; did you mean 'north-camp'?", "--output", "people at north-cmp")]
    [InlineData("'peple' is not a measure; expected one of people", "--output", "peple at north-camp")]
    [InlineData("the scenario has 40 days after the as-of day; expected at most that many, or a larger --days", "--output", "displaced in 41 d")]
    [InlineData("--samples: '2'; expected a whole number 16..1000000", "--samples", "2")]
    public void Sensitivity_names_what_is_wrong_with_an_output(string expected, params string[] args) =>
        AssertBad(expected, ["sensitivity", folder.NewScenario(), .. args]);

    [Fact]
    public void A_folder_that_cannot_be_written_or_holds_other_files_is_refused()
    {
        File.WriteAllText(folder["file"], "");
        AssertBad("is a file; expected a folder", "forecast", village, "--as-of", AsOf, "--out", folder["file"]);
        AssertBad("is no run folder", "forecast", village, "--as-of", AsOf, "--out", village);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc, where nobody can make a folder");
        // So many members would take hours: it is found before the work.
        var result = Cli.Run("forecast", village, "--as-of", AsOf, "--days", "365", "--members", "100000", "--out", "/proc/corridor/out");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("cannot write to '/proc/corridor/out'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("places.csv")]
    [InlineData("Run.json")]
    public void An_alternative_with_the_name_of_a_file_of_the_run_folder_is_refused(string name)
    {
        File.WriteAllText(folder["alternative.yml"], $"name: {name}\nrows:\n  - {{date: 2020-04-14, subject: town--north, change: close}}\n");
        foreach (var command in (string[])["forecast", "compare"])
            AssertBad($"'{name}' is a file of the run folder", command, village, "--as-of", AsOf, "--alternative", folder["alternative.yml"]);
        Assert.Equal(0, Cli.Run("run", village, "--alternative", folder["alternative.yml"], "--runs", "2", "--days", "3", "--out", folder["out"]).ExitCode);
    }

    [Fact]
    public void Stopped_it_writes_nothing_and_says_so()
    {
        var stopped = new CancellationToken(canceled: true);
        const string BeforeFirstDay = "stopped before the first day ahead was done: nothing was written\n";
        Assert.Equal((130, BeforeFirstDay), Ended(Cli.Run(stopped, "forecast", village, "--as-of", AsOf, "--out", folder["out"])));
        Assert.Equal((130, BeforeFirstDay), Ended(Cli.Run(stopped, "compare", village, "--as-of", AsOf, "--out", folder["out"])));
        Assert.Equal((130, "stopped before the members were conditioned\n"), Ended(Cli.Run(stopped, "fit", village, "--as-of", AsOf)));
        Assert.Equal((130, "stopped before 16 rows were done: nothing can be said yet\n"), Ended(Cli.Run(stopped, "sensitivity", folder.NewScenario())));
        Assert.Equal(["scenario", "village"], Directory.EnumerateFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)).Order());

        static (int, string) Ended(CliResult result) => (result.ExitCode, result.Error);
    }

    public void Dispose() => folder.Dispose();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertBad(string expected, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private void Match(string name, CliResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var text = result.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        if (name != "model-card") Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Snapshot.Match(name, text);
    }
}
