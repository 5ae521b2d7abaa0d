namespace Corridor.Formats.Flee;

/// <summary>The keys of <c>simsetting.yml</c> (model.md, section 3): which there are, which are one number or one switch, and which do nothing.</summary>
internal static class FleeKeys
{
    /// <summary>The keys of each section, which is named with those above it; of the file itself it is empty.</summary>
    public static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "log_levels", "spawn_rules", "move_rules", "optimisations", "number_of_steps", "conflict_input_file", "flood_level_input_file",
            "default_conflict_intensity",
        ],
        ["log_levels"] = ["agent", "link", "camp", "init", "conflict", "idp_totals", "granularity"],
        ["spawn_rules"] =
        [
            "take_from_population", "insert_day0", "empty_camps_on_day0", "conflict_zone_spawning_only", "flood_zone_spawning_only", "camps_are_sinks",
            "camps_are_sicks",
            "read_from_agents_csv_file", "sum_from_camps", "starvation_driven_spawning", "conflict_driven_spawning", "average_social_connectivity",
            "flood_driven_spawn_mode", "flood_driven_spawning", "conflict_spawn_decay", "conflict_spawn_decay_interval",
        ],
        ["spawn_rules.conflict_driven_spawning"] = ["spawn_mode", "displaced_per_conflict_day"],
        ["spawn_rules.flood_driven_spawn_mode"] = ["spawn_mode", "flood_spawn_mode", "displaced_per_flood_day"],
        ["spawn_rules.flood_driven_spawning"] = ["spawn_mode", "flood_spawn_mode", "displaced_per_flood_day"],
        ["move_rules"] =
        [
            "max_move_speed", "max_walk_speed", "max_crossing_speed", "foreign_weight", "camp_weight", "conflict_weight", "conflict_movechance",
            "camp_movechance", "idpcamp_movechance", "default_movechance", "awareness_level", "capacity_buffer", "capacity_scaling",
            "avoid_short_stints", "start_on_foot", "use_v1_rules", "softening", "weight_softening", "weight_power", "distance_power",
            "stay_close_to_home", "home_distance_power", "use_pop_for_loc_weight", "pop_power_for_loc_weight", "movechance_pop_base",
            "movechance_pop_scale_factor", "pruning_threshold", "WomenAvoidHazards", "ChildrenAvoidHazards", "ElderlyAvoidHazards",
            "BoysTakeRisk", "MatchCampReligion", "MatchCampEthnicity", "MatchTownEthnicity", "MatchConflictEthnicity", "avg_religion_fraction",
            "fixed_routes", "two_system_decision_making", "use_economic_pull", "harvest_months", "flee_when_starving",
            "avoid_food_deprived_locations", "flood_rules", "max_flood_level",
        ],
        ["move_rules.flood_rules"] =
        [
            "max_flood_level", "flood_movechances", "flood_loc_weights", "flood_link_weights", "flood_forecaster", "flood_forecaster_timescale",
            "flood_forecaster_end_time", "flood_forecaster_weights", "flood_awareness_weights",
        ],
        ["optimisations"] = ["hasten"],
    };

    /// <summary>Keys of <c>move_rules</c> that are one number, and are called the same here.</summary>
    public static readonly string[] Numbers =
    [
        "max_move_speed", "max_walk_speed", "foreign_weight", "camp_weight", "conflict_weight", "conflict_movechance", "camp_movechance", "idpcamp_movechance",
        "default_movechance", "capacity_buffer", "capacity_scaling", "softening", "weight_softening", "weight_power", "distance_power", "movechance_pop_base",
        "movechance_pop_scale_factor", "avg_religion_fraction",
    ];

    /// <summary>Keys of <c>move_rules</c> that are true or false, with the name they have here.</summary>
    public static readonly (string Key, string Name)[] Switches =
    [
        ("avoid_short_stints", "avoid_short_stints"), ("start_on_foot", "start_on_foot"), ("flee_when_starving", "flee_when_starving"),
        ("avoid_food_deprived_locations", "avoid_food_deprived_locations"), ("WomenAvoidHazards", "women_avoid_hazards"),
        ("ChildrenAvoidHazards", "children_avoid_hazards"), ("ElderlyAvoidHazards", "elderly_avoid_hazards"), ("BoysTakeRisk", "boys_take_risk"),
        ("MatchCampReligion", "match_camp_religion"), ("MatchCampEthnicity", "match_camp_ethnicity"), ("MatchTownEthnicity", "match_town_ethnicity"),
        ("MatchConflictEthnicity", "match_conflict_ethnicity"),
    ];

    /// <summary>Values of <c>spawn_mode</c>.</summary>
    public static readonly string[] SpawnModes = ["constant", "pop_ratio", "poisson"];

    /// <summary>Why a key that the reference program accepts does nothing, there or here.</summary>
    public static string? WhyDead(string path, bool isSection) => path switch
    {
        "number_of_steps" => "is not used: sim_period.csv or --days states the length",
        "conflict_input_file" or "flood_level_input_file" => "is not used: the files of the input folder are",
        "spawn_rules.flood_driven_spawning" when isSection
            => "is not read by Flee, whose key is flood_driven_spawn_mode; it is honoured here, as the manual means it",
        "spawn_rules.flood_driven_spawning" => "has no effect in Flee; flood_driven_spawn_mode switches floods on",
        "spawn_rules.average_social_connectivity" => "has no effect: no rule that can be switched on reads the connections",
        "spawn_rules.flood_driven_spawn_mode.flood_spawn_mode" or "spawn_rules.flood_driven_spawning.flood_spawn_mode"
            => "is not read by Flee, which always takes pop_ratio; the key that is read is spawn_mode",
        "spawn_rules.camps_are_sinks"
            => "is not read by Flee, which reads the misspelt camps_are_sicks and then fails; it is honoured here (docs/flee.md, Q15)",
        "move_rules.max_crossing_speed" => "has no effect in Flee",
        "move_rules.max_flood_level" or "move_rules.flood_rules.max_flood_level" => "has no effect in Flee",
        "move_rules.flood_rules.flood_link_weights" => "has no effect in Flee",
        "move_rules.two_system_decision_making" => "cannot be switched on in Flee and has no effect",
        _ => null,
    };
}
