using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>The rules as a <c>simsetting.yml</c> that <see cref="FleeSettings"/> reads (model.md, section 3).</summary>
internal static class FleeSettingsText
{
    /// <summary>Whether in Flee, with these rules, the recorded total says how many set out: nothing else does.</summary>
    public static bool DepartsByRecords(Rules rules) => rules.DepartureDriver != DepartureDriver.Flood && Mode(rules).Length == 0;

    /// <param name="rules">The rules.</param>
    /// <param name="readsAgents">Whether agents.csv is to be read.</param>
    public static string Of(Rules rules, bool readsAgents)
    {
        var yaml = new YamlText();
        yaml.Key("spawn_rules");
        using (yaml.Indent()) Spawn(rules, readsAgents, yaml);
        yaml.Key("move_rules");
        using (yaml.Indent()) Move(rules, yaml);
        return yaml.ToString();
    }

    private static void Spawn(Rules rules, bool readsAgents, YamlText yaml)
    {
        void Parameter(string key, string name) => yaml.Raw(key, Get(name));
        string Get(string name) => RuleParameter.Find(name)!.Get(rules);
        Parameter("take_from_population", "take_from_population");
        // Who is there at the start stands in initial_idps, and who sets out in the total.
        yaml.Raw("insert_day0", "false");
        yaml.Raw("sum_from_camps", "false");
        if (readsAgents) yaml.Raw("read_from_agents_csv_file", "true");
        if (rules.CampsAreSinks) yaml.Raw("camps_are_sinks", "true");
        var flood = rules.DepartureDriver == DepartureDriver.Flood;
        yaml.Raw("conflict_zone_spawning_only", flood ? "false" : Get("depart_under_conflict_only"));
        Parameter("starvation_driven_spawning", "starvation_driven_departures");
        Parameter("conflict_spawn_decay", "conflict_decay");
        Parameter("conflict_spawn_decay_interval", "conflict_decay_interval");
        var mode = Mode(rules);
        if (flood)
        {
            yaml.Raw("flood_zone_spawning_only", "true");
            yaml.Key("flood_driven_spawn_mode");
            using var keys = yaml.Indent();
            yaml.Pair("spawn_mode", mode.Length == 0 ? "pop_ratio" : mode);
            Parameter("displaced_per_flood_day", "flood_departures");
        }
        else if (mode.Length > 0)
        {
            yaml.Key("conflict_driven_spawning");
            using var keys = yaml.Indent();
            yaml.Pair("spawn_mode", mode);
            Parameter("displaced_per_conflict_day", mode == "pop_ratio" ? "departure_rate" : "departures_per_day");
        }
    }

    /// <summary>How many a conflict or a flood drives out; empty: as many as are given.</summary>
    private static string Mode(Rules rules) => rules.Departures switch
    {
        DepartureMode.Constant => "constant",
        DepartureMode.Poisson => "poisson",
        DepartureMode.Share or DepartureMode.Rate => "pop_ratio",
        _ => "",
    };

    private static void Move(Rules rules, YamlText yaml)
    {
        string Get(string name) => RuleParameter.Find(name)!.Get(rules);
        foreach (var name in FleeKeys.Numbers) yaml.Raw(name, Get(name));
        foreach (var (key, name) in FleeKeys.Switches) yaml.Raw(key, Get(name));
        yaml.Raw("awareness_level", Get("awareness_level"));
        yaml.Raw("pruning_threshold", Get("pruning_threshold"));
        yaml.Raw("use_pop_for_loc_weight", rules.PopPowerForLocWeight > 0 ? "true" : "false");
        yaml.Raw("pop_power_for_loc_weight", Get("pop_power_for_loc_weight"));
        yaml.Raw("stay_close_to_home", rules.HomeDistancePower > 0 ? "true" : "false");
        yaml.Raw("home_distance_power", Get("home_distance_power"));
        yaml.Raw("fixed_routes", rules.Ways == WaysConsidered.ShortestPerDestination ? "true" : "false");
        yaml.Raw("use_economic_pull", rules.UseEconomicPull ? "1" : "0");
        yaml.Raw("harvest_months", Get("harvest_months"));
        var hasFloodRules = rules.FloodMovechances.Count > 0 || rules.FloodLocWeights.Count > 0 || rules.FloodForecastDays != 0;
        if (!hasFloodRules && rules.DepartureDriver != DepartureDriver.Flood) return;
        yaml.Key("flood_rules");
        using var flood = yaml.Indent();
        yaml.Raw("flood_movechances", Get("flood_movechances"));
        yaml.Raw("flood_loc_weights", Get("flood_loc_weights"));
        yaml.Raw("flood_forecaster", rules.FloodForecastDays > 0 ? "true" : "false");
        yaml.Raw("flood_forecaster_timescale", Get("flood_forecast_days"));
        yaml.Raw("flood_forecaster_end_time", Get("flood_forecast_end"));
        yaml.Raw("flood_forecaster_weights", Get("flood_forecast_weights"));
        yaml.Raw("flood_awareness_weights", Get("flood_awareness_weights"));
    }
}
