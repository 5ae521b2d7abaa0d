using Corridor.Cli.Forecasts;
using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Formats.Flee;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Commands on a Flee folder: 100 people set out from A on each of four days, and go to the camps D and E.</summary>
public sealed class FleeFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FleeFolderTests()
    {
        Directory.CreateDirectory(folder["valley/input_csv"]);
        Directory.CreateDirectory(folder["valley/source_data"]);
        Write("valley/simsetting.yml", "spawn_rules:\n  insert_day0: False\n  sum_from_camps: False\noptimisations:\n  hasten: 10\n");
        Write("valley/input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,40\n");
        Write("valley/input_csv/locations.csv",
            "#name,region,country,lat,lon,location_type,conflict_date,population\n"
            + "A,North,Home,10.0,20.0,conflict_zone,0,100000\nD,South,Away,10.5,20.5,camp,,5000\nE,South,Away,10.5,19.5,camp,,1000\n");
        Write("valley/input_csv/routes.csv", "#name1,name2,distance,forced_redirection\nA,D,80,0\nA,E,80,0\n");
        Write("valley/input_csv/closures.csv", "#type,name1,name2,start,end\nlocation,E,,2,4\n");
        Write("valley/input_csv/conflicts.csv", "#Day,A\n0,1\n");
        Write("valley/source_data/data_layout.csv", "total,refugees.csv\nD,d.csv\nE,e.csv\n");
        Write("valley/source_data/refugees.csv", "Date,people\n2020-01-01,100\n2020-01-04,400\n");
        Write("valley/source_data/d.csv", "Date,people\n2020-01-01,50\n2020-01-04,250\n2020-01-20,240\n");
        Write("valley/source_data/e.csv", "Date,people\n2020-01-01,50\n2020-01-04,150\n2020-01-20,160\n");
    }

    [Fact]
    public void Score_puts_the_naive_splits_next_to_the_simulation() => Match("score", Run("score", "--runs", "20"));

    [Fact]
    public void Score_shows_a_cold_start_when_asked() => Match("score-cold-start", Run("score", "--cold-start", "--runs", "20"));

    [Fact]
    public void A_converted_folder_has_the_same_score_where_every_day_is_counted()
    {
        Assert.Equal(0, Cli.Run("convert", folder["valley"], folder["native"]).ExitCode);
        var result = Cli.Run("score", folder["native"], "--runs", "20");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("20 days, 2 places, 20 runs", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_says_where_a_series_does_not_reach_over_all_days()
    {
        const string said = "warning: the series of 'D' does not reach over all days, nor those of 1 more place: this folder is scored against its " +
            "first figure";
        Assert.Contains(said, Cli.Run("convert", folder["valley"], folder["native"]).Error, StringComparison.Ordinal);
        foreach (var name in new[] { "valley/source_data/d.csv", "valley/source_data/e.csv" }) File.AppendAllText(folder[name], "2020-02-09,200\n");
        Assert.DoesNotContain("does not reach", Cli.Run("convert", folder["valley"], folder["whole"]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_says_where_a_place_has_no_series()
    {
        const string said = "there is no recorded series of 'E': in this folder their people are part of the simulated total";
        Assert.DoesNotContain(said, Cli.Run("convert", folder["valley"], folder["native"]).Error, StringComparison.Ordinal);
        File.Delete(folder["valley/source_data/e.csv"]);
        Assert.Contains(said, Cli.Run("convert", folder["valley"], folder["other"]).Error, StringComparison.Ordinal);
    }

    /// <summary>A registration correction rescales earlier figures by a later one: nobody could know that on their day.</summary>
    [Fact]
    public void Counts_of_a_converted_folder_are_those_that_were_published()
    {
        Write("valley/input_csv/registration_corrections.csv", "D,2020-01-20\n");
        var result = Cli.Run("convert", folder["valley"], folder["native"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains(
            "warning: counts.csv gets the figures as they were published; this folder is scored against figures that registration corrections rescale",
            result.Error, StringComparison.Ordinal);
        Assert.Contains("2020-01-04,2020-01-04,D,stock,250,", File.ReadAllText(folder["native/counts.csv"]), StringComparison.Ordinal);
        Assert.Matches(@"\nD +stock +2020-01-04 +250 ", Run("reconcile", "--date", "2020-01-05", "--runs", "2").Output);
    }

    [Fact]
    public void Convert_says_where_records_are_others_after_it()
    {
        Write("valley/simsetting.yml", "spawn_rules:\n  empty_camps_on_day0: True\n");
        var native = Cli.Run("convert", folder["valley"], folder["native"]);
        Assert.Contains("valley: warning: empty_camps_on_day0: this folder is scored against its records less those of the first day",
            native.Error, StringComparison.Ordinal);
        var back = Cli.Run("convert", folder["native"], folder["back"]).Output;
        Assert.Matches(@"totals\s+that\s+differ\s+from\s+the\s+sum\s+of\s+given\s+departures\s+\(2\):", back);
    }

    [Fact]
    public void A_folder_without_records_has_no_score()
    {
        var result = Cli.Run("score", Without("valley/source_data"));
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("nothing is recorded of", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_on_which_nobody_is_recorded_have_no_share_and_the_score_says_so()
    {
        string[] totals = ["refugees.csv", "d.csv", "e.csv"];
        foreach (var file in totals) Write($"valley/source_data/{file}", "Date,people\n2020-01-01,0\n2020-01-20,0\n");
        var result = Run("score", "--runs", "5");
        Assert.Matches(@"\nsimulation +0\.0000 +0\.0000 +- +- +\d+\n", result.Output);
        Assert.Matches(@"\nsplit equal +- +- ", result.Output);
        Assert.Contains("On all of the 40 days nobody is recorded, and there is no share", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_on_which_one_place_is_recorded_leave_a_split_nothing_to_get_wrong_and_the_score_says_so()
    {
        Write("valley/source_data/e.csv", "Date,people\n");
        var result = Run("score", "--runs", "5");
        Assert.Matches(@"\nsplit equal +- +- ", result.Output);
        Assert.Contains("a single place is recorded, and there is nothing to share", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_reports_for_a_backtest_are_named()
    {
        var result = Cli.Run("backtest", folder["valley"], "--out", folder["backtest"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("valley: left out, no series has 3 reports and a later one", result.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Expected_values_are_printed_without_runs() => Match("run-expected", Run("run", "--expected", "--out", folder["out"]));

    [Fact]
    public void Expected_values_fill_a_run_folder_that_says_how_far_they_are_exact()
    {
        Assert.Equal(0, Run("run", "--expected", "--format", "flee", "--quiet", "--out", folder["out"]).ExitCode);
        Assert.Equal("date,alternative,place,measure,mean,sd", File.ReadLines(folder["out/places.csv"]).First());
        // Of 400 people all but a few are in the two camps, and the mean need not be whole.
        Assert.Contains("2020-01-04,base,*,displaced,400,0", File.ReadAllText(folder["out/places.csv"]), StringComparison.Ordinal);
        Assert.StartsWith("Day,Date,D sim,D data,D error", File.ReadLines(folder["out/out.csv"]).First(), StringComparison.Ordinal);
        var summary = File.ReadAllText(folder["out/summary.json"]);
        Assert.Contains("\"exact\": true", summary, StringComparison.Ordinal);
        Assert.Contains("\"runs\": null", summary, StringComparison.Ordinal);
        Assert.Contains("\"resolution\": \"expected\"", File.ReadAllText(folder["out/run.json"]), StringComparison.Ordinal);
        Assert.Equal(0, Run("run", "--expected", "--format", "parquet", "--quiet", "--out", folder["out"]).ExitCode);
        Assert.True(File.Exists(folder["out/places.parquet"]));
    }

    [Fact]
    public void Alternatives_are_compared_by_expected_values()
    {
        Write("closed.yml", "rows:\n- {date: 2020-01-02, subject: A--E, change: close}\n");
        string[] options = ["--expected", "--alternative", folder["closed.yml"], "--out", folder["out"]];
        var page = Run("compare", options);
        Match("compare-expected", page with { Output = page.Output.Replace(folder.Path + "/", "", StringComparison.Ordinal) });
        // The difference that is printed is that of the means of the two.
        using var summary = System.Text.Json.JsonDocument.Parse(Run("compare", [.. options, "--json"]).Output);
        var camps = summary.RootElement.GetProperty("horizons")[0].GetProperty("destinations").EnumerateArray().Select(d => d.GetProperty("stock")).ToList();
        Assert.Equal(2, camps.Count);
        foreach (var stock in camps)
        {
            double Mean(System.Text.Json.JsonElement of) => of.GetProperty("mean").GetDouble();
            var (ofBase, closed) = (stock.GetProperty("base"), stock.GetProperty("closed"));
            Assert.Equal(Mean(closed) - Mean(ofBase), Mean(closed.GetProperty("difference")), 0.02);
            Assert.NotEqual(0, Mean(closed.GetProperty("difference")));
        }
    }

    [Fact]
    public void With_expected_values_nothing_is_drawn_and_what_cannot_be_worked_out_is_refused()
    {
        var drawn = Run("run", "--expected", "--runs", "10", "--seed", "2", "--out", folder["out"]);
        Assert.Equal(2, drawn.ExitCode);
        Assert.Contains("--runs: with --expected nothing is drawn", drawn.Error, StringComparison.Ordinal);
        Assert.Contains("--seed: with --expected nothing is drawn", drawn.Error, StringComparison.Ordinal);
        var refused = Run("run", "--expected", "--set", "rules.match_town_ethnicity=true", "--out", folder["out"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--set rules.match_town_ethnicity=false", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void Out_csv_holds_one_future_or_the_mean_over_all()
    {
        Assert.Equal(0, Run("run", "--runs", "3", "--format", "flee", "--quiet", "--out", folder["one"]).ExitCode);
        Assert.Equal(0, Run("run", "--runs", "3", "--format", "flee-mean", "--quiet", "--out", folder["mean"]).ExitCode);
        var (one, mean) = (File.ReadLines(folder["one/out.csv"]).ElementAt(1).Split(','), File.ReadLines(folder["mean/out.csv"]).ElementAt(1).Split(','));
        Assert.DoesNotContain('.', one[2]);
        var inPlaces = File.ReadLines(folder["mean/places.csv"]).Single(l => l.StartsWith("2020-01-01,base,D,stock,", StringComparison.Ordinal)).Split(',')[4];
        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Number(inPlaces), Number(mean[2]), 0.01);
    }

    /// <summary>The days that are asked for lie ahead: the history is whole, with what happened after so many days from its start.</summary>
    [Fact]
    public void Compare_as_of_a_day_makes_the_forecast_of_that_day()
    {
        Write("valley/input_csv/closures.csv", "#type,name1,name2,start,end\nlocation,E,,2,4\nlocation,D,,12,30\n");
        Write("closed.yml", "rows:\n- {date: 2020-01-22, subject: A--E, change: close}\n");
        string[] asked = ["--as-of", "2020-01-21", "--days", "10", "--alternative", folder["closed.yml"]];
        Assert.Equal((0, ""), Ended(Run("compare", [.. asked, "--runs", "20", "--out", folder["compared"], "--quiet"])));
        Assert.Equal((0, ""), Ended(Run("forecast", [.. asked, "--members", "20", "--out", folder["forecast"]])));
        foreach (var file in new[] { "places.csv", "base/quantiles.csv", "closed/quantiles.csv", "closed/samples.csv" })
            Assert.Equal(File.ReadAllText(folder[$"forecast/{file}"]), File.ReadAllText(folder[$"compared/{file}"]));
    }

    [Fact]
    public void Another_first_day_is_another_question_also_as_of_a_day()
    {
        Write("closed.yml", "rows:\n- {date: 2020-01-22, subject: A--E, change: close}\n");
        string[] asked = ["--as-of", "2020-01-21", "--days", "5", "--runs", "10", "--alternative", folder["closed.yml"]];
        Assert.Equal((0, ""), Ended(Run("compare", [.. asked, "--start", "2019-12-31", "--out", folder["out"], "--quiet"])));
        using var record = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder["out/run.json"]));
        Assert.Equal("2019-12-31", record.RootElement.GetProperty("start").GetString());
        Assert.NotEqual(Name(new FleeOptions()), Name(new FleeOptions { Start = new DateOnly(2019, 12, 31) }));

        string Name(FleeOptions options)
        {
            var request = new Request
            {
                Folder = folder["valley"], AsOf = new DateOnly(2020, 1, 21), Days = 5, Runs = 10, Seed = 1, Threads = 1,
                Alternatives = [folder["closed.yml"]], Settings = [], FleeOptions = options,
            };
            List<Problem> problems = [];
            return RunFolderName.Of(ForecastAnswer.Asked(ForecastQuestion.Read(request, everyAlternative: true, problems)!));
        }
    }

    /// <summary>Reports count everybody: a forecast, or a copy of the folder, of one person in twenty would state figures that nobody has reported.</summary>
    [Fact]
    public void A_scale_is_said_on_every_page_and_is_none_of_forecasts_and_conversions()
    {
        const string said = "One of 20 people is simulated (--hasten 20)";
        Write("closed.yml", "rows:\n- {date: 2020-01-22, subject: A--E, change: close}\n");
        string[] written = ["--out", folder["out"]];
        foreach (var (command, more) in new[] { ("compare", [.. written, "--alternative", folder["closed.yml"]]), ("run", written),
            ("score", Array.Empty<string>()) })
        {
            Assert.DoesNotContain("One of", Run(command, ["--runs", "2", .. more]).Output, StringComparison.Ordinal);
            Assert.Contains(said, OneLine(Run(command, ["--hasten", "20", "--runs", "2", .. more]).Output), StringComparison.Ordinal);
        }
        foreach (var file in (string[])["out/run.json", "out/summary.json"])
        {
            using var record = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder[file]));
            Assert.Equal(20, record.RootElement.GetProperty("hasten").GetInt32());
        }
        var forecast = Run("compare", "--hasten", "20", "--as-of", "2020-01-21", "--out", folder["forecast"]);
        Assert.Equal(2, forecast.ExitCode);
        Assert.Contains("--hasten: members are conditioned on the reports, which count everybody", forecast.Error, StringComparison.Ordinal);
        var native = Cli.Run("convert", folder["valley"], folder["native"], "--hasten", "20");
        Assert.Equal(2, native.ExitCode);
        Assert.Contains("unknown option '--hasten'", native.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scale_divides_the_people_of_an_alternative_as_those_of_the_folder()
    {
        // The first is what the folder states, where that binds: it changes nothing, at any scale.
        Write("valley/input_csv/locations.csv",
            File.ReadAllText(folder["valley/input_csv/locations.csv"]).Replace(",,1000\n", ",,100\n", StringComparison.Ordinal));
        Write("stated.yml", "rows:\n- {date: 2020-01-01, subject: E, change: capacity, value: 100}\n");
        Write("forced.yml", "rows:\n- {date: 2020-01-10, subject: D, change: force-move, value: 60, to: A}\n");
        foreach (var (scale, forced) in new[] { ("1", "60"), ("10", "6") })
        {
            var result = Run("compare", "--hasten", scale, "--runs", "20", "--out", folder["out"],
                "--alternative", folder["stated.yml"], "--alternative", folder["forced.yml"]);
            Assert.Equal(0, result.ExitCode);
            Assert.Contains("stated is the same as base in every run.", OneLine(result.Output), StringComparison.Ordinal);
            Assert.Contains($"{forced} more people forced back", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_scale_does_not_divide_is_a_warning_on_the_page()
    {
        const string warned = "warning: --hasten: not divided, as in Flee, though all else is: initial_idps, a stated number of departures a day";
        Write("valley/simsetting.yml", "spawn_rules:\n  conflict_driven_spawning:\n    spawn_mode: constant\n");
        Write("valley/input_csv/locations.csv",
            File.ReadAllText(folder["valley/input_csv/locations.csv"])
                .Replace("population\n", "population,initial_idps\n", StringComparison.Ordinal)
                .Replace(",5000\n", ",5000,300\n", StringComparison.Ordinal));
        Assert.Contains(warned, OneLine(Run("run", "--hasten", "20", "--runs", "2", "--out", folder["out"]).Output), StringComparison.Ordinal);
        Assert.DoesNotContain("not divided", OneLine(Run("run", "--runs", "2", "--out", folder["out"]).Output), StringComparison.Ordinal);
    }

    /// <summary>The column counts the camps of the day under the alternative, not those of the base.</summary>
    [Fact]
    public void Idp_totals_of_an_alternative_are_those_of_its_own_camps()
    {
        File.AppendAllText(folder["valley/simsetting.yml"], "log_levels:\n  idp_totals: 1\n");
        Write("idp.yml", "rows:\n- {date: 2020-01-03, subject: D, change: kind, value: idp-camp}\n");
        Assert.Equal((0, ""), Ended(Run("compare", "--runs", "2", "--format", "flee", "--alternative", folder["idp.yml"], "--out", folder["out"], "--quiet")));
        string[] Cells(string file, int day) => File.ReadLines(folder[$"out/{file}"]).ElementAt(day + 1).Split(',');
        Assert.Equal("total IDPs", Cells("out-idp.csv", -1)[^1]);
        Assert.Equal("0", Cells("out.csv", 20)[^1]);
        Assert.Equal("0", Cells("out-idp.csv", 1)[^1]);
        Assert.NotEqual("0", Cells("out-idp.csv", 20)[2]);
        Assert.Equal(Cells("out-idp.csv", 20)[2], Cells("out-idp.csv", 20)[^1]);
    }

    /// <summary>D opens on 2 January, so it has no columns of its own.</summary>
    [Theory]
    [InlineData("--runs", "1")]
    [InlineData("--expected")]
    public void Idp_totals_count_a_camp_that_opened_after_the_first_day(params string[] more)
    {
        File.AppendAllText(folder["valley/simsetting.yml"], "log_levels:\n  idp_totals: 1\n");
        File.WriteAllText(folder["valley/input_csv/locations.csv"],
            File.ReadAllText(folder["valley/input_csv/locations.csv"]).Replace("20.5,camp", "20.5,town", StringComparison.Ordinal));
        Write("valley/input_csv/closures.csv", "#closure_type,name1,name2,closure_start,closure_end\nidpcamp,D,,-1,1\n");
        Assert.Equal((0, ""), Ended(Run("run", ["--format", "flee", "--out", folder["out"], "--quiet", .. more])));
        string[] Cells(int day) => File.ReadLines(folder["out/out.csv"]).ElementAt(day + 1).Split(',');
        Assert.DoesNotContain("D sim", Cells(-1));
        Assert.Equal("0", Cells(0)[^1]);
        var stock = File.ReadLines(folder["out/places.csv"]).Single(l => l.StartsWith("2020-01-21,base,D,stock,", StringComparison.Ordinal)).Split(',')[4];
        Assert.NotEqual("0", stock);
        Assert.Equal(Number(stock), Number(Cells(20)[^1]), 0.1);

        static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("--runs", "2")]
    [InlineData("--expected")]
    public void People_who_never_set_out_as_no_place_is_under_conflict_are_missed(params string[] more)
    {
        Write("valley/input_csv/conflicts.csv", "#Day,A\n0,1\n1,0\n");
        var result = Run("run", ["--hasten", "1", "--out", folder["out"], .. more]);
        Assert.Equal(0, result.ExitCode);
        // Of 400 recorded by 4 January the 100 of the first day have set out.
        Assert.Contains("Under base, 300 people whose departure is given never set out: no place was under conflict then, nobody was left to leave, "
            + "or they were held.", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        using var summary = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder["out/summary.json"]));
        Assert.Equal(300, summary.RootElement.GetProperty("alternatives")[0].GetProperty("not_set_out").GetDouble());
    }

    [Fact]
    public void Who_stops_taking_part_in_a_camp_is_of_its_people_in_the_table_and_the_score()
    {
        string Total() => File.ReadLines(folder["out/out.csv"]).Last().Split(',')[^2];
        Assert.Equal(0, Run("run", "--runs", "2", "--format", "flee", "--out", folder["out"], "--quiet").ExitCode);
        var total = Total();
        File.AppendAllText(folder["valley/simsetting.yml"], "move_rules:\n  camps_are_sinks: True\n");
        Write("valley/input_csv/locations.csv",
            File.ReadAllText(folder["valley/input_csv/locations.csv"])
                .Replace("population\n", "population,deactivation_probability\n", StringComparison.Ordinal)
                .Replace(",5000\n", ",5000,1\n", StringComparison.Ordinal).Replace(",1000\n", ",1000,1\n", StringComparison.Ordinal));
        Assert.Equal(0, Run("run", "--runs", "2", "--format", "flee", "--out", folder["out"], "--quiet").ExitCode);
        Assert.Equal(total, Total());
        Assert.NotEqual("0", Total());
        Assert.DoesNotContain("1.0000", Run("score", "--runs", "5").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_says_of_how_many_places_there_are_records()
    {
        Write("valley/source_data/data_layout.csv", "total,refugees.csv\nD,d.csv\n");
        Assert.Contains("1 of 2 places (the others have no record)", Run("score", "--runs", "2").Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_lists_what_is_not_honoured() => Match("check-flee", Cli.Run("check", folder["valley"]));

    [Fact]
    public void The_full_population_runs_unless_a_scale_is_asked_for()
    {
        Assert.Equal("400", LastTotal());
        Assert.Equal("40", LastTotal("--hasten", "10"));
    }

    [Fact]
    public void The_output_of_Flee_stands_beside_the_run_folder()
    {
        Assert.Equal(0, Run("run", "--runs", "3", "--format", "flee", "--quiet", "--out", folder["out"]).ExitCode);
        Assert.True(File.Exists(folder["out/run.json"]));
        Assert.StartsWith("Day,Date,D sim,D data,D error,E sim,E data,E error,Total error,", File.ReadAllText(folder["out/out.csv"]), StringComparison.Ordinal);
        Assert.Equal(41, File.ReadAllLines(folder["out/out.csv"]).Length);
        Assert.False(File.Exists(folder["out/places.parquet"]));
    }

    [Fact]
    public void A_Flee_folder_converted_and_converted_back_runs_the_same()
    {
        Assert.Equal(0, Cli.Run("convert", folder["valley"], folder["native"]).ExitCode);
        var back = Cli.Run("convert", folder["native"], folder["back"], "--to", "flee");
        Assert.Equal(0, back.ExitCode);
        string[] tables = [.. new[] { "valley", "native", "back" }.Select(name =>
        {
            Assert.Equal(0, Cli.Run("run", folder[name], "--runs", "5", "--quiet", "--out", folder[$"{name}-out"]).ExitCode);
            return File.ReadAllText(folder[$"{name}-out/places.csv"]);
        })];
        Assert.Equal(tables[0], tables[1]);
        Assert.Equal(tables[0], tables[2]);
    }

    [Fact]
    public void Options_for_Flee_folders_are_refused_elsewhere()
    {
        Assert.Equal(0, Cli.Run("convert", folder["valley"], folder["native"]).ExitCode);
        var result = Cli.Run("run", folder["native"], "--hasten", "10", "--settings", "x.yml", "--start", "2020-02-01", "--format", "flee");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--settings, --hasten, --start: only for a Flee folder", result.Error, StringComparison.Ordinal);
        Assert.Contains("--format flee: only for a Flee folder", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_a_scenario_folder_cannot_hold_is_an_error_before_anything_is_written()
    {
        var locations = File.ReadAllText(folder["valley/input_csv/locations.csv"]);
        Write("valley/input_csv/locations.csv", locations + "North--South,South,Away,10.5,19.5,town,,0\nborder:X,South,Away,10.5,19.5,town,,0\n");
        var result = Cli.Run("convert", folder["valley"], folder["native"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("locations.csv:5:1: the place id 'North--South' holds -- or ->, which join the ends of a route;", result.Error,
            StringComparison.Ordinal);
        Assert.Contains("locations.csv:6:1: the place id 'border:X' means something else in a timeline", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["native"]));
        Assert.Equal(0, Cli.Run("convert", folder["valley"], folder["copy"], "--to", "flee").ExitCode);
    }

    /// <summary>What is wrong with a folder without a period tells how to give one.</summary>
    [Fact]
    public void Check_and_convert_take_the_days_that_a_folder_without_a_period_lacks()
    {
        File.Delete(folder["valley/input_csv/sim_period.csv"]);
        Assert.Contains("--start DATE and --days N", Run("check").Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("check", "--start", "2020-01-01", "--days", "12").ExitCode);
        Assert.Equal(0, Cli.Run("convert", folder["valley"], folder["native"], "--start", "2020-01-01", "--days", "12").ExitCode);
        Assert.Contains("days: 12\n", File.ReadAllText(folder["native/scenario.yml"]), StringComparison.Ordinal);
        var native = Cli.Run("check", folder["native"], "--days", "5");
        Assert.Equal(2, native.ExitCode);
        Assert.Contains("--days: only for a Flee folder", native.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hasten", "0")]
    [InlineData("--hasten", "ten")]
    [InlineData("--start", "yesterday")]
    [InlineData("--settings", "nowhere.yml")]
    public void An_option_out_of_its_range_is_refused(string option, string value)
    {
        var result = Run("run", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(value, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_writes_into_no_folder_that_has_files_in_it()
    {
        var result = Cli.Run("convert", folder["valley"], folder["valley"]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("expected a new or empty folder", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static (int ExitCode, string Error) Ended(CliResult result) => (result.ExitCode, result.Error);

    private static string OneLine(string page) => string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private CliResult Run(string command, params string[] more) => Cli.Run([command, folder["valley"], .. more]);

    private string LastTotal(params string[] more)
    {
        Assert.Equal(0, Run("run", ["--runs", "1", "--format", "flee", "--quiet", "--out", folder["out"], .. more]).ExitCode);
        return File.ReadLines(folder["out/out.csv"]).Last().Split(',')[10];
    }

    private string Without(string part)
    {
        Directory.Delete(folder[part], recursive: true);
        return folder["valley"];
    }

    private void Write(string name, string text) => File.WriteAllText(folder[name], text);

    private void Match(string name, CliResult result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match(name, result.Output, (folder.Path, "FOLDER"));
    }
}
