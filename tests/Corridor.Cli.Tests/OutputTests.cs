using System.Text.Json;
using Corridor.Cli.Screen;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>What each command prints, looked at by a person and kept under Snapshots.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("compare")]
    [InlineData("forecast")]
    [InlineData("backtest")]
    [InlineData("fit")]
    [InlineData("sensitivity")]
    [InlineData("read")]
    [InlineData("accept")]
    [InlineData("reconcile")]
    [InlineData("check")]
    [InlineData("score")]
    [InlineData("convert")]
    [InlineData("new")]
    [InlineData("rules")]
    public void The_help_of_every_command_shows_an_example(string command)
    {
        var result = Cli.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Snapshot.Match($"help-{(command.Length == 0 ? "corridor" : command)}", result.Output);
    }

    [Fact]
    public void Without_a_command_the_help_is_shown() => Assert.Equal(Cli.Run("--help").Output, Cli.Run().Output);

    [Theory]
    [InlineData("مخيم الخازر")]
    [InlineData("難民キャンプ北側の大きな難民キャンプ北側")]
    [InlineData("🏕️ Camp 🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️🏕️")]
    [InlineData("Camp a\u0301\u0301\u0301\u0301 b\u0301\u0301")]
    public void Columns_stand_under_each_other_whatever_script_a_name_is_in(string name)
    {
        var scenario = folder.NewScenario();
        var places = Path.Combine(scenario, "places.csv");
        File.WriteAllText(places, File.ReadAllText(places).Replace("North camp", name, StringComparison.Ordinal));
        var lines = Cli.Run("run", scenario, "--runs", "2", "--out", folder["out"]).Output.Split('\n');
        var header = Array.FindIndex(lines, l => l.Contains("7 days", StringComparison.Ordinal));
        var row = Array.FindIndex(lines, header, l => l.StartsWith(name[..2], StringComparison.Ordinal));
        Assert.Equal(TextWidth.Of(lines[header]), TextWidth.Of(lines[row]));
        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 0, 80));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(lines[row])));
    }

    [Fact]
    public void A_header_of_wide_letters_is_whole()
    {
        var table = new TextTable("", " 北方道路全部封鎖");
        table.Add("stock", "1");
        Assert.All(table.Lines(80), line => Assert.Equal(TextWidth.Of("stock  北方道路全部封鎖"), line.Sum(cell => TextWidth.Of(cell.Text))));
        Assert.Contains(table.Lines(80).First(), cell => cell.Text.Contains("北方道路全部封鎖", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40, "a header that is long…")]
    [InlineData(20, "a header that is longer")]
    public void A_header_is_cut_only_where_the_table_fits_then(int width, string header)
    {
        var table = new TextTable("", " a header that is longer");
        table.Add("a name that gives way", "1");
        Assert.Contains(header, string.Concat(table.Lines(width).First().Select(cell => cell.Text)), StringComparison.Ordinal);
    }

    /// <summary>The columns that xterm, GNOME Terminal and the Linux console take (wcwidth).</summary>
    [Theory]
    [InlineData("\u0995\u09C1\u09A1\u09BC\u09BF", 3)]
    [InlineData("\u092E\u0947\u0932\u093E", 3)]
    [InlineData("\u1019\u103C\u102C", 3)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("e\u0301", 1)]
    public void A_vowel_sign_with_room_of_its_own_takes_a_column(string name, int columns)
    {
        Assert.Equal(columns, TextWidth.Of(name));
        Assert.Equal(name, TextWidth.Start(name + name, columns));
    }

    [Fact]
    public void A_long_name_of_an_alternative_is_shortened_and_no_change_is_a_line()
    {
        const string name = "the-bridge-and-the-road-are-closed-in-winter";
        File.WriteAllText(folder["long.yml"], $"name: {name}\nrows:\n  - {{date: 2026-03-30, subject: city--rivertown, change: close}}\n");
        var lines = Ensemble("compare", "--alternative", folder["long.yml"]).Output.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains($"no change in any run under {name}", lines);
        bool IsShortened(string line, string first) =>
            line.StartsWith(first, StringComparison.Ordinal) && line.Contains("the-bridge-and", StringComparison.Ordinal) && line.Contains('…');
        Assert.Contains(lines, line => IsShortened(line, "change"));
        Assert.Contains(lines, line => IsShortened(line, "North camp"));
    }

    [Fact]
    public void What_a_Flee_folder_cannot_say_is_listed_in_80_columns()
    {
        var result = Cli.Run("convert", folder.NewScenario(), folder["flee"], "--to", "flee");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\n  alternatives (2): Flee has one timeline\n", result.Output, StringComparison.Ordinal);
        Assert.All(result.Output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Rules_lists_every_parameter() => Match("rules", Cli.Run("rules"));

    [Fact]
    public void New_says_what_it_wrote_and_what_comes_next() => Match("new", Cli.Run("new", folder["scenario"]));

    [Fact]
    public void A_name_that_the_shell_would_take_apart_is_quoted_where_a_command_is_to_be_typed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has other quotes");
        Assert.Contains($"\nNext: corridor compare '{folder["two words"]}'\n", Cli.Run("new", folder["two words"]).Output, StringComparison.Ordinal);
        Assert.Contains($"\nNext: corridor compare {folder["難民"]}\n", Cli.Run("new", folder["難民"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_scenario_has_no_problems() => Match("check-new", Cli.Run("check", folder.NewScenario()));

    [Fact]
    public void Compare_begins_with_what_matters_and_fits_into_80_columns()
    {
        var result = Ensemble("compare");
        Match("compare", result);
        Assert.All(result.Output.Replace(folder.Path, "", StringComparison.Ordinal).Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Run_shows_one_alternative() => Match("run", Ensemble("run", "--alternative", "bridge-closed"));

    [Fact]
    public void Small_figures_are_hidden_in_tables() =>
        Match("compare-round-below", Ensemble("compare", "--round-below", "500", "--alternative", "bridge-closed"));

    [Fact]
    public void An_alternative_that_is_the_base_gets_a_line_and_no_column()
    {
        File.WriteAllText(folder["late.yml"], """
            name: late
            rows:
              - {date: 2026-03-20, subject: junction--north-camp, change: pass, drop: true}
            """);
        Match("compare-same-as-base", Ensemble("compare", "--alternative", folder["late.yml"]));
    }

    [Theory]
    [InlineData("[]", ": it has no rows.")]
    [InlineData("[{date: 2026-03-02, subject: rivertown--south-camp, change: pass, drop: true}]", ".")]
    [InlineData("[{date: 2026-06-01, subject: city--rivertown, change: close}]", ": its changes begin on 2026-06-01, after the last simulated day.")]
    public void Why_an_alternative_is_the_base_is_said_where_it_is_known(string rows, string why)
    {
        File.AppendAllText(Path.Combine(folder.NewScenario(), "timeline.csv"), "2026-03-02,rivertown--south-camp,pass,1,example,,2026-03-02\n");
        File.WriteAllText(folder["idle.yml"], $"name: idle\nrows: {rows}\n");
        var result = Cli.Run("compare", folder["scenario"], "--runs", "10", "--alternative", folder["idle.yml"], "--out", folder["out"]);
        Assert.Contains(
            $"idle is the same as base in every run{why} It has no column below.",
            string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-04-10", "2026-04-14, as its changes begin on 2026-04-10:")]
    [InlineData("2026-04-04", "2026-04-04:")]
    public void A_change_that_begins_late_is_judged_on_a_day_that_has_seen_it(string day, string judged)
    {
        File.WriteAllText(folder["late.yml"], $"name: late\nrows: [{{date: {day}, subject: city, change: hold, value: 1}}]\n");
        var page = OneLine(Ensemble("compare", "--alternative", folder["late.yml"]));
        Assert.Contains(" base, on 2026-04-04: ", page, StringComparison.Ordinal);
        Assert.Matches($" late against base, on {judged} [\\d,]+ more people kept from leaving ", page);
    }

    [Fact]
    public void Who_is_stuck_on_a_road_is_among_the_changes()
    {
        File.WriteAllText(folder["slow.yml"], "name: slow\nrows: [{date: 2026-03-06, subject: city--rivertown, change: speed, value: 1}]\n");
        var page = OneLine(Ensemble("compare", "--alternative", folder["slow.yml"]));
        Assert.Matches(@" slow against base, on 2026-04-04: [\d,]+ more people on the road ", page);
    }

    [Fact]
    public void A_page_without_anybody_displaced_says_so()
    {
        Directory.CreateDirectory(folder["calm"]);
        File.WriteAllText(folder["calm/scenario.yml"], "name: Calm\nstart: 2026-03-01\ndays: 10\n");
        File.WriteAllText(folder["calm/places.csv"], "id,kind,population\ntown,town,100\ncamp,camp,\n");
        File.WriteAllText(folder["calm/routes.csv"], "from,to,km\ntown,camp,40\n");
        var result = Cli.Run("run", folder["calm"], "--runs", "2", "--out", folder["out"]);
        Assert.Contains("\nPeople expected under base\nnobody is displaced on 2026-03-08 or 2026-03-10\n\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_people_may_be_more_than_a_camp_has_room_for()
    {
        var page = OfTwoCamps("shrunk", "{date: 2026-03-05, subject: camp, change: capacity, value: 500}");
        Assert.Contains(
            " shrunk has the same people everywhere as base in every run, but not the same camps over capacity. It has no column below. ",
            page, StringComparison.Ordinal);
        Assert.Contains(" camp base 0 % camp shrunk 100 % 2026-03-05 ", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_that_changes_no_capacity_has_no_row_of_one() =>
        Assert.DoesNotContain(" camp same ", OfTwoCamps("same", "{date: 2026-03-05, subject: full, change: hold, value: 0}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("full", "300", "")]
    [InlineData("empty", "0", ": those to be forced from empty are not there in the simulation")]
    public void Who_is_to_be_forced_away_and_is_not_there_is_said(string place, string there, string same)
    {
        var page = OfTwoCamps("pushback", $"{{date: 2026-03-05, subject: {place}, change: force-move, value: 5000, to: camp}}");
        Assert.Contains(
            $" Under pushback, of the 5,000 people to be forced from {place}, {there} (median) were there in the simulation: no more were moved. ",
            page, StringComparison.Ordinal);
        Assert.Equal(same.Length > 0, page.Contains($" pushback is the same as base in every run{same}. It has no column below. ", StringComparison.Ordinal));
        const string those = "{date: 2026-03-05, subject: full, change: force-move, value: 300, to: camp}";
        Assert.DoesNotContain("to be forced", OfTwoCamps("some", those), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_not_there_under_the_base_is_told_once()
    {
        const string forced = "2026-03-04,empty,force-move,50,camp\n2026-03-04,single,force-move,2,camp\n";
        var page = OfTwoCamps("close", "{date: 2026-03-05, subject: full--camp, change: close}", forced);
        Assert.Contains(" Under base, of the 50 people to be forced from empty, 0 (median) were there in the simulation", page, StringComparison.Ordinal);
        Assert.Contains(" Under base, of the 2 people to be forced from single, 1 (median) was there in the simulation", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Under close, of the", page, StringComparison.Ordinal);

        using var summary = System.Text.Json.JsonDocument.Parse(File.ReadAllText(folder["out/summary.json"]));
        var few = summary.RootElement.GetProperty("alternatives")[0].GetProperty("not_found").EnumerateArray().Select(f => (
            f.GetProperty("place").GetString(), f.GetProperty("asked").GetInt64(), f.GetProperty("forced").GetProperty("q50").GetDouble()));
        Assert.Equal([("empty", 50, 0), ("single", 2, 1)], few);
    }

    [Theory]
    [InlineData("20", "2026-03-20")]
    [InlineData("31", "2026-03-31")]
    [InlineData("40", "2026-04-04")]
    public void The_short_answer_is_of_a_month_ahead_or_of_the_last_day_before_it(string days, string date) =>
        Assert.Contains($"\n  base, on {date}: ", Ensemble("compare", "--days", days).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.5, 0.5, "0.50")]
    [InlineData(0.504, 0.5, "0.504")]
    [InlineData(0.5004, 0.5, "0.5004")]
    [InlineData(0.512, 0.5, "0.51")]
    [InlineData(0.999, 0.5, "0.999")]
    [InlineData(0.001, 0.5, "0.001")]
    [InlineData(1, 0.5, "1.00")]
    [InlineData(0, 0, "0.00")]
    public void A_probability_is_told_from_its_mark_and_from_none_and_all(double probability, double mark, string expected) =>
        Assert.Equal(expected, Figures.Probability(probability, mark));

    [Theory]
    [InlineData(1, "person", "1 person")]
    [InlineData(5000, "person", "5,000 people")]
    [InlineData(1, "family", "1 family")]
    [InlineData(0, "family", "0 families")]
    [InlineData(1, "more change", "1 more change")]
    [InlineData(3, "dispatch", "3 dispatches")]
    public void Things_are_counted_in_words(int number, string thing, string expected) => Assert.Equal(expected, Figures.Counted(number, thing));

    [Fact]
    public void One_person_more_is_one_person()
    {
        const string one = "{date: 2026-03-05, subject: full, change: force-move, value: 1, to: camp}";
        Assert.Contains(" 1 more person forced back ", OfTwoCamps("one", one), StringComparison.Ordinal);
    }

    [Fact]
    public void Expected_values_promise_a_range_for_the_days_before_a_capacity_binds()
    {
        string[] rules = [.. new[] { "departure_rate=0.02", "camp_weight=2", "departure_variation=0" }.SelectMany(r => new[] { "--set", "rules." + r })];
        var result = Cli.Run(["compare", folder.NewScenario(), "--expected", .. rules, "--out", folder["out"]]);
        var page = string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches("The first figure is the mean. Before 2026-03-[01][0-9] 8 of 10 futures lie within the range", page);
        Assert.Matches("From 2026-03-[01][0-9] on mean and range are an approximation: most futures may lie outside of the range.", page);
    }

    [Fact]
    public void Json_is_the_summary_of_the_run_folder()
    {
        var result = Ensemble("compare", "--json", "--days", "8", "--alternative", "bridge-closed");
        Assert.Equal(File.ReadAllText(folder["out/summary.json"]), result.Output);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("corridor-summary-1", json.RootElement.GetProperty("schema").GetString());
        Snapshot.Match("summary-json", result.Output);
    }

    [Fact]
    public void Every_key_of_the_summary_and_the_record_is_documented()
    {
        Ensemble("compare");
        var page = File.ReadAllText(Repository.Path("docs/run-folder.md"));
        var names = new HashSet<string> { "base", "bridge-closed", "second-camp" };
        foreach (var file in new[] { "summary.json", "run.json", "places.geojson" })
        {
            using var json = JsonDocument.Parse(File.ReadAllText(folder[$"out/{file}"]));
            bool IsNamed(string key) => names.Contains(key) || names.Any(n => key.EndsWith($"_{n}", StringComparison.Ordinal));
            foreach (var key in Keys(json.RootElement).Distinct().Where(k => !IsNamed(k)))
                Assert.True(page.Contains($"`{key}`", StringComparison.Ordinal), $"docs/run-folder.md does not explain `{key}` of {file}");
        }
    }

    [Fact]
    public void Quiet_prints_nothing()
    {
        var result = Ensemble("run", "--quiet");
        Assert.Equal(("", "", 0), (result.Output, result.Error, result.ExitCode));
    }

    [Fact]
    public void Colours_are_for_terminals_only()
    {
        var scenario = folder.NewScenario();
        string[] args = ["run", scenario, "--runs", "3", "--days", "9", "--out", folder["out"]];
        Assert.DoesNotContain('\e', Cli.Run(args).Output);
        Assert.Contains('\e', Cli.Run(t => t with { IsColoured = true }, CancellationToken.None, args).Output);
    }

    [Fact]
    public void Progress_is_drawn_on_the_error_output_of_a_terminal_and_taken_away_again()
    {
        string[] args = ["run", folder.NewScenario(), "--runs", "3", "--days", "9", "--out", folder["out"]];
        var result = Cli.Run(t => t with { ShowsProgress = true }, CancellationToken.None, args);
        Assert.Contains("day 9 of 9", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[2K", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("day 9 of 9", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static IEnumerable<string> Keys(JsonElement element) => element.ValueKind switch
    {
        // Rules and priors are named by 'corridor rules'.
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name is "rules" or "priors" ? [p.Name] : Keys(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
        _ => [],
    };

    /// <summary>What compare prints of a camp with people, an empty place and a camp with some room, in which nobody moves by himself.</summary>
    private string OfTwoCamps(string alternative, string row, string timeline = "")
    {
        Directory.CreateDirectory(folder["camps"]);
        File.WriteAllText(folder["camps/scenario.yml"],
            "name: Camps\nstart: 2026-03-01\ndays: 10\nrules: {departures: none, default_movechance: 0, camp_movechance: 0}\n");
        File.WriteAllText(folder["camps/places.csv"],
            "id,kind,population,initial_stock,capacity\nfull,camp,0,300,\nempty,town,0,,\ncamp,camp,0,700,900\n"
            + (timeline.Length > 0 ? "single,town,0,1,\n" : ""));
        File.WriteAllText(folder["camps/routes.csv"], "from,to,km\nfull,camp,40\nempty,camp,40\n" + (timeline.Length > 0 ? "single,camp,40\n" : ""));
        File.WriteAllText(folder["camps/timeline.csv"], "date,subject,change,value,to\n" + timeline);
        File.WriteAllText(folder["alternative.yml"], $"name: {alternative}\nrows:\n  - {row}\n");
        var result = Cli.Run("compare", folder["camps"], "--runs", "20", "--alternative", folder["alternative.yml"], "--out", folder["out"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return OneLine(result);
    }

    private static string OneLine(CliResult result) => string.Join(' ', result.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private CliResult Ensemble(string command, params string[] more)
    {
        var result = Cli.Run([command, folder.NewScenario(), "--runs", "40", "--out", folder["out"], .. more]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }

    private void Match(string name, CliResult result) => Snapshot.Match(name, result.Output + result.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
}
