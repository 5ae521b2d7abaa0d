using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// The published instances that the reference program cannot run (model.md, appendix A), each imitated by a
/// folder of our own with the same defect: it loads, with a warning that says what was made of it.
/// </summary>
public class PublishedDefects
{
    private const string Locations = "input_csv/locations.csv";
    private const string Routes = "input_csv/routes.csv";
    private const string Conflicts = "input_csv/conflicts.csv";

    private static void LoadsWith(string warning, FleeInput input, FleeOptions? options = null)
    {
        var problems = input.Read(options).Input.Problems;
        Assert.Equal([], problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        Assert.Contains(problems, p => p.ToString().Contains(warning, StringComparison.Ordinal));
        // It also runs.
        var course = Course.Of(input.Case(options).Scenario);
        Assert.True(course[7, "D"] >= 0);
    }

    /// <summary>Mozambique_dflee, Nigeria_dflee, bangladesh, clustered_*; syria2017_adm1 lacks files that its layout names.</summary>
    [Fact]
    public void A_place_without_a_series_is_reported_without_data()
    {
        LoadsWith("'D' has no recorded series", new FleeInput().With("source_data/data_layout.csv", "total,refugees.csv\n"));
        LoadsWith("there is no file 'd.csv' in source_data", new FleeInput().Without("source_data/d.csv"));
        LoadsWith("the series is empty", new FleeInput().With("source_data/d.csv", "Date,people\n"));
    }

    /// <summary>dflee_bangladesh_khulna_dist.</summary>
    [Fact]
    public void A_blank_row_is_nothing_and_a_name_that_occurs_twice_is_two_places()
    {
        var input = new FleeInput().Adding(Routes, ",,,\n\n").Adding(Locations, "D,South,Away,10.5,20.5,camp,,700\n");
        LoadsWith("the name 'D' is there already; this one is called 'D#2'", input);
        var scenario = input.Case().Scenario;
        Assert.Equal(("A", "D#2"), (scenario.Routes.Single().From, scenario.Routes.Single().To));
    }

    /// <summary>dflee_bangladesh_khulna_dist: flood zones and camps of the same names.</summary>
    [Fact]
    public void A_flood_hits_all_places_of_a_name_and_a_series_is_that_of_the_last()
    {
        var input = new FleeInput().With("input_csv/flood_level.csv", "#Day,D\n0,2\n1,2\n2,2\n3,0\n4,0\n5,0\n6,0\n7,0\n").With("simsetting.yml", """
            spawn_rules:
              flood_zone_spawning_only: True
              conflict_zone_spawning_only: False
              take_from_population: True
              flood_driven_spawn_mode:
                displaced_per_flood_day: [0.0, 0.1, 0.25]
            move_rules:
              flood_rules:
                flood_loc_weights: [1.0, 1.0, 1.0]

            """)
            .Replacing(Locations, "D,South,Away", "D,North,Home,10.0,20.0,flood_zone,,2000\nD,South,Away")
            .With("input_csv/demographics_gender.csv", "gender,Default,D\nfemale,1,3\nmale,1,1\n")
            .Replacing("source_data/d.csv", "2020-01-01,0", "2020-01-01,40");
        LoadsWith("this one is called 'D#2': routes lead to the last of the name, its series counts the last one, conflicts begin at the first, "
            + "floods and the ends of conflicts hit all", input);
        var flee = input.Case();
        Assert.Equal(["D 2", "D#2 2", "D 0", "D#2 0"],
            flee.Scenario.Timeline.Where(e => e.Change == Change.Flood).Select(e => $"{e.Subject.From} {e.Value}"));
        Assert.Equal(["A: False", "D: False", "D#2: True"], flee.OutputPlaces.Zip(flee.Recorded, (place, record) => $"{place}: {record is not null}"));
        Assert.Equal([0, 0, 2], flee.Reports.Select(r => r.Count));
        Assert.Equal(["D#2 40"], flee.Scenario.InitialStock.Select(s => $"{s.Key} {s.Value}"));
        Assert.Equal(["*", "D", "D#2"], flee.Scenario.Demographics.Single().Weights.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>A town after a camp of its name takes neither the people nor the record of the camp.</summary>
    [Fact]
    public void A_series_is_that_of_the_last_camp_of_its_name()
    {
        var input = new FleeInput().Adding(Locations, "D,South,Away,10.5,20.5,town,,700\n")
            .Replacing("simsetting.yml", "insert_day0: False", "insert_day0: True").Replacing("source_data/d.csv", "2020-01-01,0", "2020-01-01,40");
        LoadsWith("its series counts the last camp, conflicts begin", input);
        var flee = input.Case();
        Assert.Equal(["D 40"], flee.Scenario.InitialStock.Select(s => $"{s.Key} {s.Value}"));
        Assert.Equal(["D: True"], flee.OutputPlaces.Zip(flee.Recorded, (place, record) => $"{place}: {record is not null}"));
        Assert.Equal(["*", "D"], flee.Scenario.Counts.Select(c => c.Place).Distinct());
        Assert.DoesNotContain(input.Messages(), m => m.Contains("is no camp", StringComparison.Ordinal) || m.Contains("no recorded", StringComparison.Ordinal));
    }

    /// <summary>Two figures of a day contradict wherever they are: apart in a file, or in two rows of the layout; those of one file are said once.</summary>
    [Fact]
    public void Figures_of_one_day_that_differ_are_said_and_days_after_the_last_are_all_counted()
    {
        var input = new FleeInput().With("source_data/d.csv", "Date,people\n2020-01-01,0\n2020-01-08,100\n2020-01-09,90\n2020-01-08,110\n2020-01-09,90\n");
        var said = input.Messages();
        Assert.Contains(said, m => m.Contains("d.csv:5:12: warning: 2020-01-08 is there already with another figure; a forecast", StringComparison.Ordinal));
        Assert.DoesNotContain(said, m => m.Contains("two counts of", StringComparison.Ordinal));
        Assert.Contains(said, m => m.Contains("2 counts are of days after the last day", StringComparison.Ordinal));
        var two = new FleeInput().Adding("source_data/data_layout.csv", "D,e.csv\n").With("source_data/e.csv", "Date,people\n2020-01-08,70\n");
        Assert.Contains(two.Messages(), m => m.Contains("two counts of 'D' on 2020-01-08", StringComparison.Ordinal));
    }

    /// <summary>Older instances of Flee's own repository: the series are in a folder beside, which its run.py takes as an argument.</summary>
    [Theory]
    [InlineData(true, "valley2013")]
    [InlineData(false, "hill2013")]
    [InlineData(false, "valleys2013")]
    [InlineData(false, "valley2013", "valley2016")]
    public void The_series_of_an_old_pair_of_folders_are_found(bool areFound, params string[] validation)
    {
        using var folder = new TemporaryFolder();
        var input = Path.Combine(folder.Path, "conflict_input", "valley");
        new FleeInput().WriteTo(input);
        foreach (var name in validation)
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, "conflict_validation", name));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(input, "source_data")))
                File.Copy(file, Path.Combine(folder.Path, "conflict_validation", name, Path.GetFileName(file)));
        }
        Directory.Delete(Path.Combine(input, "source_data"), recursive: true);
        var (read, flee) = FleeFolder.Read(input, new FleeOptions());
        Assert.Equal(areFound, flee!.Recorded.Single() is not null);
        Assert.Equal(areFound, read.Problems.Any(p => p.Message.StartsWith("the recorded series are taken from this folder", StringComparison.Ordinal)));
    }

    /// <summary>dflee_bauchi and others: the settings in simsettings.yml.</summary>
    [Fact]
    public void Settings_are_found_under_the_plural_and_floods_that_they_do_not_ask_for_are_pointed_out()
    {
        var input = new FleeInput().With("input_csv/flood_level.csv", "#Day,A\n0,2\n");
        LoadsWith("FOLDER/input_csv/flood_level.csv: warning: the file is not read: the settings neither let floods drive people out", input);
        input.With("simsettings.yml", input["simsetting.yml"]).Without("simsetting.yml");
        LoadsWith("FOLDER/simsettings.yml: warning: taken for the settings, which Flee looks for in simsetting.yml", input);
        Assert.Equal(1, input.Case().Scenario.Rules.DefaultMovechance);
    }

    /// <summary>
    /// dflee_bangladesh_khulna_dist: the key of the flood mode is the manual's, and it is there twice; Flee takes the last and reads neither.
    /// </summary>
    [Fact]
    public void The_flood_mode_is_read_under_the_name_that_the_manual_gives_it_and_of_a_repeated_key_the_last_holds()
    {
        var input = new FleeInput().With("input_csv/flood_level.csv", "#Day,A\n0,2\n1,0\n2,0\n3,0\n4,0\n5,0\n6,0\n7,0\n").With("simsetting.yml", """
            spawn_rules:
              flood_driven_spawning: True
              flood_zone_spawning_only: True
              conflict_zone_spawning_only: False
              take_from_population: True
              insert_day0: False
              flood_driven_spawning:
                displaced_per_flood_day: [0.0, 0.1, 0.25]
            move_rules:
              camp_movechance: 0
              default_movechance: 1.0
              flood_rules:
                flood_loc_weights: [1.0, 1.0, 1.0]

            """).Replacing(Locations, "conflict_zone,0", "flood_zone,0");
        LoadsWith("FOLDER/simsetting.yml:7:3: warning: the key 'flood_driven_spawning' is there already in line 2; this one holds", input);
        LoadsWith("FOLDER/simsetting.yml:7:3: warning: 'spawn_rules.flood_driven_spawning' is not read by Flee, "
            + "whose key is flood_driven_spawn_mode; it is honoured here", input);
        Assert.Equal(2500, Course.Of(input)[7, "D"]);
        // Towns are output places there, too; that none of them is counted takes one line.
        input.Adding(Locations, "B,North,Home,10.1,20.1,town,,10\nC,North,Home,10.2,20.2,town,,10\n");
        LoadsWith("FOLDER/input_csv/locations.csv:2:1: warning: no recorded series in data_layout.csv: "
            + "'A' and 2 further places that are no camps; reported with no data", input);
    }

    /// <summary>nigeria2016, ukraine2022: 2018 for 2019, August among January.</summary>
    [Fact]
    public void A_series_whose_dates_go_back_is_pointed_out_once() =>
        Assert.Equal(
            [
                "FOLDER/source_data/d.csv:4:1: warning: 2020-01-03 comes after 2020-01-06: a date is wrong or rows are out of order; "
                    + "a score looks days up in the order of the file, as Flee does, a forecast takes each date as it stands",
            ],
            new FleeInput().With("source_data/d.csv", "Date,people\n2020-01-01,0\n2020-01-06,60\n2020-01-03,30\n2020-01-02,20\n2020-01-08,100\n").Messages());

    /// <summary>mali2017_adm2.</summary>
    [Fact]
    public void A_route_to_a_location_that_is_not_there_is_left_out() =>
        LoadsWith(
            "FOLDER/input_csv/routes.csv:3:3: warning: a route to the unknown location 'Nowhere' is left out",
            new FleeInput().Adding(Routes, "A,Nowhere,70,0\n"));

    /// <summary>mali2017_adm2, syria2017.</summary>
    [Fact]
    public void Blanks_around_a_name_do_not_matter()
    {
        var input = new FleeInput().Replacing(Locations, "D,South", " D ,South").Replacing("source_data/data_layout.csv", "D,", "D ,");
        Assert.Equal(100, Course.Of(input)[0, "D"]);
    }

    /// <summary>nigeria2016, syria2017: the run stops at the first missing day there.</summary>
    [Fact]
    public void The_last_row_of_a_short_conflicts_file_holds() =>
        LoadsWith("the file has 2 of the 8 days; the last row holds for the rest", new FleeInput().With(Conflicts, "#Day,A\n0,1\n1,1\n"));

    /// <summary>nigeria2019.</summary>
    [Fact]
    public void Byte_order_marks_thousands_separators_and_a_column_called_name_are_read_over()
    {
        var input = new FleeInput().Replacing(Locations, "#name", "\uFEFF#name").Replacing(Locations, "conflict_zone,0,10000", "conflict_zone,0,\"22,849\"")
            .With(Conflicts, "#Day,#name,A,,\n" + string.Concat(Enumerable.Range(0, 8).Select(d => $"{d},0,1\n"))).Without("simsetting.yml");
        LoadsWith("conflict intensity of the unknown location 'name' has no effect", input);
        LoadsWith("there is no simsetting.yml", input);
        Assert.Equal(22849, input.Case().Scenario.Places[0].Population);
    }

    [Fact]
    public void Settings_under_a_name_that_is_nearly_right_are_pointed_at()
    {
        var input = new FleeInput();
        LoadsWith("did you mean 'simseting.yml'?", input.With("simseting.yml", input["simsetting.yml"]).Without("simsetting.yml"));
    }

    /// <summary>syria2022_2024: the reference stops; what could not set out is made up for when a zone is there again.</summary>
    [Fact]
    public void Without_any_zone_nobody_sets_out_until_there_is_one()
    {
        var input = new FleeInput()
            .With(Conflicts, "#Day,A\n0,0\n1,0\n2,0\n3,1\n4,1\n5,1\n6,1\n7,1\n")
            .Replacing(Locations, "conflict_zone,0", "conflict_zone,3");
        Assert.Equal([0, 0, 0, 100, 100, 100, 100, 100], Course.Of(input).At("D"));
    }

    /// <summary>flee_ssudan, mali-freek, mali_vis and others.</summary>
    [Fact]
    public void Without_a_period_the_first_day_and_the_length_are_asked_for()
    {
        var input = new FleeInput().Without("input_csv/sim_period.csv");
        Assert.Equal(
            [
                "FOLDER/input_csv/sim_period.csv: there is no such file; "
                    + "expected rows StartDate,year-month-day and Length,days, or the options --start DATE and --days N",
            ],
            input.Messages());
        LoadsWith("the first day and the length of the command line are taken", input, new FleeOptions { Start = new DateOnly(2020, 1, 1), Days = 8 });
    }

    /// <summary>ssudan_food.</summary>
    [Fact]
    public void Without_a_conflicts_file_the_dates_of_the_locations_say_when_a_conflict_begins()
    {
        var input = new FleeInput().Without(Conflicts).Replacing(Locations, "conflict_zone,0", "conflict_zone,2");
        LoadsWith("conflicts begin on the conflict_date of locations.csv", input);
        Assert.Equal([0, 0, 100], Course.Of(input).At("D")[..3]);
    }

    /// <summary>mscalecity, ssudan-mscale: of a multiscale instance the large-scale model is read; its routes have a type in the fourth column.</summary>
    [Fact]
    public void Of_a_multiscale_instance_the_large_scale_model_is_read()
    {
        var input = new FleeInput();
        foreach (var name in new[] { "locations", "routes", "closures", "conflicts" })
        {
            input.With($"input_csv/{name}-0.csv", input[$"input_csv/{name}.csv"]);
            input.Without($"input_csv/{name}.csv");
        }
        LoadsWith("only its large-scale model", input.With("input_csv/routes-0.csv", "#name1,name2,distance,link_type\nA,D,100,drive\n"));
    }

    /// <summary>small_test, the grids, netherlands: a graph without records.</summary>
    [Fact]
    public void A_graph_without_records_loads_and_nobody_sets_out()
    {
        var input = new FleeInput()
            .Without("source_data/data_layout.csv").Without("source_data/refugees.csv").Without("source_data/d.csv").Without("simsetting.yml");
        LoadsWith("no recorded series say how many set out", input);
        Assert.Equal(0, Course.Of(input)[7, "D"]);
    }

    /// <summary>
    /// validation/mali2017_adm1 and others: where everything is scaled down first,
    /// the figure before the correction falls below 1 and the run exits.
    /// </summary>
    [Fact]
    public void Corrections_are_made_before_scaling_down()
    {
        var input = new FleeInput()
            .With("source_data/d.csv", "2020-01-01,40\n2020-01-04,50\n2020-01-05,100\n")
            .With("input_csv/registration_corrections.csv", "D,2020-01-05\n");
        Assert.Equal(0, input.Case(new FleeOptions { Hasten = 100 }).Recorded[0]![0]);
        Assert.Equal(80, input.Case().Recorded[0]![0]);
        LoadsWith("has no value on 2020-01-03", input.With("input_csv/registration_corrections.csv", "D,2020-01-03\n\"\"\n"));
    }

    [Fact]
    public void Headers_vary()
    {
        LoadsAsUsual(new FleeInput().Replacing(Locations, "#name,", "\"#name\",").Replacing(Routes, "#name1,", "#\"name1\","));
        LoadsAsUsual(new FleeInput().Replacing(Locations, "#name,", "name,").Replacing(Routes, "#name1,", "name1,"));
        LoadsAsUsual(new FleeInput()
            .Replacing(Locations,
                "#name,region,country,lat,lon,location_type,conflict_date,population",
                "#name,region,country,lat,lon,location_type,flood_time,population,,population,")
            .Replacing(Conflicts, "#Day,A", "Day, A,"));
        LoadsAsUsual(new FleeInput()
            .With("input_csv/sim_period.csv", "\"startdate\",2020-01-01\n\nLENGTH,8\n")
            .With("source_data/refugees.csv", ",\n2020-01-01,100\n\n# a remark\n2020-01-03,\n2020-01-08,100\n"));

        static void LoadsAsUsual(FleeInput input) => Assert.Equal(100, Course.Of(input).At("D")[0]);
    }

    [Fact]
    public void A_route_to_itself_is_left_out() => LoadsWith("to itself leads nowhere", new FleeInput().Adding(Routes, "D,D,5,0\n"));

    [Fact]
    public void Settings_are_read_as_Python_reads_them()
    {
        var rules = new FleeInput().With("simsetting.yml", """
            log_levels: {Flood: 1}
            spawn_rules:
              take_from_population: yes
              insert_day0:
              conflict_spawn_decay: None
            move_rules:
              avoid_short_stints: "False"
              start_on_foot: 0
              awareness_level: 1.5
              use_v1_rules: off

            """).Case().Scenario.Rules;
        Assert.True(rules.TakeFromPopulation);
        Assert.True(rules.AvoidShortStints);
        Assert.False(rules.StartOnFoot);
        Assert.Equal(1, rules.AwarenessLevel);
        Assert.Equal(360, rules.MaxMoveSpeed);
        Assert.Empty(rules.ConflictDecay);
    }
}
