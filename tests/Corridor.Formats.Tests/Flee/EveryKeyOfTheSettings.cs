namespace Corridor.Formats.Tests.Flee;

/// <summary>Every key of model.md, section 3: known where it belongs, typed, and a letter too many is a warning that names it.</summary>
public class EveryKeyOfTheSettings
{
    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["log_levels number"] = ["agent", "link", "camp", "init", "conflict", "idp_totals"],
        ["spawn_rules switch"] =
        [
            "take_from_population", "insert_day0", "empty_camps_on_day0", "conflict_zone_spawning_only", "flood_zone_spawning_only", "camps_are_sicks",
            "read_from_agents_csv_file", "sum_from_camps", "starvation_driven_spawning",
        ],
        ["spawn_rules number"] = ["conflict_spawn_decay_interval"],
        ["spawn_rules list"] = ["conflict_spawn_decay"],
        ["spawn_rules mapping"] = ["conflict_driven_spawning"],
        ["move_rules number"] =
        [
            "max_move_speed", "max_walk_speed", "max_crossing_speed", "foreign_weight", "camp_weight", "conflict_weight", "conflict_movechance",
            "camp_movechance", "idpcamp_movechance", "default_movechance", "awareness_level", "capacity_buffer", "capacity_scaling", "softening",
            "weight_softening", "weight_power", "distance_power", "home_distance_power", "pop_power_for_loc_weight", "movechance_pop_base",
            "movechance_pop_scale_factor", "pruning_threshold", "avg_religion_fraction", "two_system_decision_making", "use_economic_pull",
        ],
        ["move_rules switch"] =
        [
            "avoid_short_stints", "start_on_foot", "use_v1_rules", "stay_close_to_home", "use_pop_for_loc_weight", "WomenAvoidHazards",
            "ChildrenAvoidHazards", "ElderlyAvoidHazards", "BoysTakeRisk", "MatchCampReligion", "MatchCampEthnicity", "MatchTownEthnicity",
            "MatchConflictEthnicity", "fixed_routes", "flee_when_starving", "avoid_food_deprived_locations",
        ],
        ["move_rules list"] = ["harvest_months"],
        ["move_rules mapping"] = ["flood_rules"],
        ["optimisations number"] = ["hasten"],
    };

    private static readonly string[] Dead =
    [
        "number_of_steps", "conflict_input_file", "flood_level_input_file", "spawn_rules.flood_driven_spawning",
        "spawn_rules.average_social_connectivity", "move_rules.max_crossing_speed", "move_rules.two_system_decision_making",
    ];

    public static TheoryData<string, string, string> All =>
        [.. Keys.SelectMany(k => k.Value.Select(key => new TheoryDataRow<string, string, string>(k.Key.Split(' ')[0], k.Key.Split(' ')[1], key)))];

    [Theory, MemberData(nameof(All))]
    public void A_value_of_the_wrong_type_is_an_error_on_its_line_and_a_misspelt_key_a_warning_with_the_right_one(string section, string type, string key)
    {
        var wrong = Read($"{section}:\n  {key}: fast\n")
            .Where(m => m.StartsWith("FOLDER/simsetting.yml:2:", StringComparison.Ordinal) && !m.Contains("warning", StringComparison.Ordinal))
            .ToList();
        var expected = type switch
        {
            "number" => "expected a number",
            "list" => "expected a list of numbers",
            _ => "expected keys with values",
        };
        // Any text is true, as in Python.
        if (type == "switch") Assert.DoesNotContain(wrong, m => m.Contains("expected a", StringComparison.Ordinal));
        else Assert.Contains(wrong, m => m.Contains(expected, StringComparison.Ordinal));
        Assert.Contains(Read($"{section}:\n  {key}x: 1\n"), m =>
            m.StartsWith("FOLDER/simsetting.yml:2:3: warning: ", StringComparison.Ordinal)
            && m.Contains("is not a setting of Flee and has no effect", StringComparison.Ordinal)
            && m.Contains($"did you mean '{key}'?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("spawn_rules:\n  take_from_population: Flase\n",
        "2:25: warning: 'take_from_population' is 'Flase', which counts as true, as in Flee; expected true or false; did you mean 'False'?")]
    [InlineData("move_rules:\n  awareness_level: 1.5\n",
        "2:20: warning: awareness_level 1.5 is no whole number; 1 is taken, as in Flee; expected whole steps")]
    public void A_value_that_is_taken_otherwise_than_written_is_warned_of(string settings, string expected) =>
        Assert.Contains($"FOLDER/simsetting.yml:{expected}", Read(settings));

    [Theory]
    [InlineData("max_move_speed: 200\n", "1:1: warning: 'max_move_speed' has no effect there: the key belongs under move_rules")]
    [InlineData("move_rules:\n  take_from_population: True\n",
        "2:3: warning: 'move_rules.take_from_population' has no effect there: the key belongs under spawn_rules")]
    [InlineData("spawn_rules:\n  number_of_steps: 9\n", "2:3: warning: 'spawn_rules.number_of_steps' has no effect there: the key belongs under no section")]
    public void A_key_of_another_section_is_told_where_it_belongs(string settings, string expected)
    {
        Assert.Contains($"FOLDER/simsetting.yml:{expected}", Read(settings));
        Assert.DoesNotContain(Read(settings), m => m.Contains("is not a setting of Flee", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("move_rules", "max_move_speed")]
    [InlineData("move_rules", "awareness_level")]
    [InlineData("spawn_rules", "conflict_spawn_decay_interval")]
    [InlineData("optimisations", "hasten")]
    public void A_number_that_is_left_out_is_an_error_on_its_line(string section, string key) =>
        Assert.Contains($"FOLDER/simsetting.yml:2:{key.Length + 4}: '{key}' is nothing; expected a number", Read($"{section}:\n  {key}:\n"));

    [Fact]
    public void A_key_that_Flee_accepts_and_cannot_switch_on_is_a_warning()
    {
        foreach (var path in Dead)
        {
            var text = path.Contains('.', StringComparison.Ordinal) ? $"{path.Split('.')[0]}:\n  {path.Split('.')[1]}: 1\n" : $"{path}: 1\n";
            Assert.Contains(Read(text), m =>
                m.Contains($"warning: '{path}' ", StringComparison.Ordinal) && !m.Contains("not a setting of Flee", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Values_out_of_range_name_the_range()
    {
        var messages = Read(
            "move_rules:\n  camp_movechance: -2\n  capacity_buffer: -1\n  max_move_speed: 0\n"
            + "optimisations:\n  hasten: 0\nlog_levels:\n  granularity: regoin\n");
        foreach (var line in new[] { 2, 3, 4, 6 })
        {
            Assert.Contains(messages, m => m.StartsWith($"FOLDER/simsetting.yml:{line}:", StringComparison.Ordinal)
                && m.Contains("does not fit", StringComparison.Ordinal) && m.Contains("expected", StringComparison.Ordinal));
        }
        Assert.Contains(messages, m => m.Contains("the granularity is 'regoin'; expected location or region, location is taken", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chance_above_1_and_a_scaling_of_0_mean_what_they_mean_in_Flee()
    {
        var input = new FleeInput().With("simsetting.yml", "move_rules:\n  conflict_movechance: 1.5\n  capacity_scaling: 0\n");
        Assert.Equal(
            ["2:24: warning: conflict_movechance 1.5 is no chance; everybody leaves, as in Flee, and 1 is taken",
                "3:21: warning: capacity_scaling 0: no camp has a limit, as in Flee, where a scaled capacity below 1 is none"],
            input.Messages().Where(m => m.Contains("simsetting.yml", StringComparison.Ordinal)).Select(m => m["FOLDER/simsetting.yml:".Length..]));
        var scenario = input.Case().Scenario;
        Assert.Equal(1, scenario.Rules.ConflictMovechance);
        Assert.Null(scenario.Places[1].Capacity);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    public void A_forecast_of_a_single_day_is_not_looked_at_as_in_Flee(int timescale, int days) =>
        Assert.Equal(days, new FleeInput().With("simsetting.yml",
            "move_rules:\n  flood_rules:\n    flood_forecaster: True\n    flood_forecaster_end_time: 5\n"
            + $"    flood_forecaster_timescale: {timescale}\n").Case().Scenario.Rules.FloodForecastDays);

    [Fact]
    public void An_unknown_way_to_set_out_is_an_error_with_the_nearest_one()
    {
        const string Wrong = "spawn_mode 'constnat' is not known; expected constant, pop_ratio or poisson; did you mean 'constant'?";
        Assert.Contains(Read("spawn_rules:\n  conflict_driven_spawning:\n    spawn_mode: constnat\n"), m => m.Contains(Wrong, StringComparison.Ordinal));
        Assert.Contains(
            Read("spawn_rules:\n  take_from_population: True\n  conflict_zone_spawning_only: False\n  flood_zone_spawning_only: True\n"
                + "  flood_driven_spawn_mode:\n    spawn_mode: poison\n"),
            m => m.Contains("spawn_mode 'poison' is not known", StringComparison.Ordinal) && m.Contains("did you mean 'poisson'?", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Read(string settings) => [.. new FleeInput().With("simsetting.yml", settings).Messages()];
}
