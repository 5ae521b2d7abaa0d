using System.Globalization;
using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// What a <c>simsetting.yml</c> says (model.md, section 3): the rules, and how the input files are to be read. Numbers and truth values are taken as the
/// reference program takes them; an unknown key, or one that it accepts but cannot switch on, is a warning.
/// </summary>
internal sealed class FleeSettings
{
    private readonly FleeFiles files;
    private bool unlimited;

    private FleeSettings(FleeFiles files, string file) => (this.files, File) = (files, file);

    /// <summary>The settings file.</summary>
    public string File { get; }

    public Rules Rules { get; private set; } = Rules.Flee3;
    public bool InsertDay0 { get; private set; } = true;
    public bool EmptyCampsOnDay0 { get; private set; }
    public bool SumFromCamps { get; private set; } = true;
    public bool ReadAgents { get; private set; }
    public bool IdpTotals { get; private set; }
    public FleeLogs Logs { get; private set; } = new();

    /// <summary>The capacity of a place that states so much; null: below 1 there is no limit (docs/flee.md, Q18).</summary>
    public long? Limit(long capacity) => !unlimited && capacity * Rules.CapacityScaling >= 1 ? capacity : null;

    /// <summary>Whether floods instead of conflicts drive people from home, and every place is an output location.</summary>
    public bool FloodMode { get; private set; }

    /// <summary>Whether the number of people who set out is taken from the recorded series.</summary>
    public bool FromData => !FloodMode && Rules.Departures == DepartureMode.Given;

    /// <summary>Intensity of a place that a row of location_changes.csv makes a conflict zone.</summary>
    public double DefaultConflictIntensity { get; private set; } = 1;

    public static FleeSettings Read(FleeFiles files, string? path)
    {
        var named = path ?? Path.Combine(files.Folder, "simsetting.yml");
        if (path is null && !Path.Exists(named) && Path.Combine(files.Folder, "simsettings.yml") is var plural && Path.Exists(plural))
        {
            files.Warn(new Origin(plural), "taken for the settings, which Flee looks for in simsetting.yml");
            named = plural;
        }
        var settings = new FleeSettings(files, named);
        if (path is null && !Path.Exists(named))
        {
            var others = Directory.EnumerateFiles(files.Folder, "*.y*ml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
            files.Warn(new Origin(named), "there is no simsetting.yml; the reference program's defaults are taken (--settings FILE names another)"
                + NearestName.Hint("simsetting.yml", others));
            return settings;
        }
        if (files.Source(named, required: true) is not { } source) return settings;
        if (YamlDocument.Parse(source, files.Problems, lastHolds: true) is not { } root) return settings;
        if (root is not YamlMap map)
        {
            files.Error(root.Origin, $"the settings are {root.What}; expected keys with values");
            return settings;
        }
        CheckKeys(files, map, "");
        settings.DefaultConflictIntensity = settings.Whole(map, "default_conflict_intensity", 1);
        var (move, spawn) = (settings.Section(map, "move_rules"), settings.Section(map, "spawn_rules"));
        settings.ReadLogLevels(settings.Section(map, "log_levels"));
        settings.ReadMoveRules(move);
        settings.ReadSpawnRules(spawn, move);
        if (!settings.FloodMode && move?["flood_rules"] is { } rules)
        {
            files.Warn(rules.Origin,
                "there are flood_rules, but floods do not drive people out (flood_zone_spawning_only and flood_driven_spawn_mode): "
                + "Flee stops at the first step; here flood levels are read and weigh");
        }
        var optimisations = settings.Section(map, "optimisations");
        // The scale-down of the file is checked and not followed: only --hasten scales down.
        if (settings.Whole(optimisations, "hasten", 1) is < 1 and var hasten)
            files.Error(At(optimisations!, "hasten"), $"the value '{hasten}' does not fit hasten; expected a whole number, 1 or more");
        return settings;
    }

    private void ReadLogLevels(YamlMap? levels)
    {
        if (levels is null) return;
        IdpTotals = Whole(levels, "idp_totals", 0) > 0;
        foreach (var unused in new[] { "camp", "init", "conflict" }) Whole(levels, unused, 0);
        var granularity = TextOf(levels, "granularity", "location");
        if (granularity is not ("location" or "region"))
        {
            files.Warn(At(levels, "granularity"),
                $"the granularity is '{Field.Short(granularity)}'; expected location or region, location is taken");
        }
        Logs = new FleeLogs { Agents = Whole(levels, "agent", 0), Links = Whole(levels, "link", 0), ByRegion = granularity == "region" };
    }

    private static void CheckKeys(FleeFiles files, YamlMap map, string section)
    {
        var known = FleeKeys.Known[section];
        foreach (var (key, value) in map.Entries)
        {
            var path = section.Length == 0 ? key.Text : $"{section}.{key.Text}";
            if (!known.Contains(key.Text))
            {
                string[] sections = [.. FleeKeys.Known.Where(s => s.Value.Contains(key.Text)).Select(s => s.Key.Length > 0 ? s.Key : "no section")];
                files.Warn(key.Origin, sections.Length > 0
                    ? $"'{path}' has no effect there: the key belongs under {string.Join(" or ", sections)}"
                    : $"'{path}' is not a setting of Flee and has no effect{NearestName.Hint(key.Text, known)}");
            }
            else if (FleeKeys.Known.ContainsKey(path) && value is YamlMap inner)
                CheckKeys(files, inner, path);
            if (FleeKeys.WhyDead(path, value is YamlMap) is { } reason) files.Warn(key.Origin, $"'{path}' {reason}");
        }
    }

    private void ReadMoveRules(YamlMap? move)
    {
        if (move is null) return;
        foreach (var key in FleeKeys.Numbers)
            if (Number(move, key) is { } number && AsInFlee(move, key, number) is { } taken) Set(key, Text(taken), At(move, key));
        foreach (var (key, name) in FleeKeys.Switches)
            if (Switch(move, key, false)) Set(name, "true", move.Origin);
        if (Number(move, "awareness_level") is { } stated)
        {
            var level = Cut(stated);
            if (stated != Math.Floor(stated))
            {
                files.Warn(At(move, "awareness_level"),
                    $"awareness_level {Text(stated)} is no whole number; {level} is taken, as in Flee; expected whole steps");
            }
            if (level < 1)
            {
                files.Warn(At(move, "awareness_level"),
                    $"awareness_level {level}: at 0 nobody moves in Flee, and below it people do not see past markers; 1 is taken");
            }
            Set("awareness_level", Text(Math.Max(1, level)), At(move, "awareness_level"));
        }
        // Below 1.001 it is off (model.md, 2.6), so 0 and 1 say the same.
        if (Number(move, "pruning_threshold", 1) is > 1 and var threshold) Set("pruning_threshold", Text(threshold), At(move, "pruning_threshold"));
        // Read whether they are switched on or not: a value that is no number is one in either case.
        var (popPower, homePower) = (Number(move, "pop_power_for_loc_weight", 0.1), Number(move, "home_distance_power", 0.5));
        foreach (var unused in new[] { "max_crossing_speed", "two_system_decision_making", "max_flood_level" }) Number(move, unused);
        if (Switch(move, "use_pop_for_loc_weight", false)) Set("pop_power_for_loc_weight", Text(popPower), At(move, "use_pop_for_loc_weight"));
        if (Switch(move, "stay_close_to_home", false)) Set("home_distance_power", Text(homePower), At(move, "stay_close_to_home"));
        if (Switch(move, "fixed_routes", false)) Rules = Rules with { Ways = WaysConsidered.ShortestPerDestination };
        if (Number(move, "use_economic_pull", 0) > 0 || Switch(move, "use_economic_pull", false)) Rules = Rules with { UseEconomicPull = true };
        SetList(move, "harvest_months", "harvest_months");
        if (Section(move, "flood_rules") is { } flood) ReadFloodRules(flood);
        if (Switch(move, "use_v1_rules", false))
            Rules = Rules with { MaxMoveSpeed = 200, StartOnFoot = false, AvoidShortStints = false, CampWeight = 2, ConflictWeight = 0.25 };
    }

    /// <summary>
    /// The number that a rule gets; null where it needs none. Beyond the rule's range the meaning in Flee is plain (model.md, 2.6 and 2.8), and is taken.
    /// </summary>
    private double? AsInFlee(YamlMap move, string key, double number)
    {
        if (key == "capacity_scaling" && number <= 0)
        {
            unlimited = true;
            files.Warn(At(move, key), $"{key} {Text(number)}: no camp has a limit, as in Flee, where a scaled capacity below 1 is none");
            return null;
        }
        if (number <= 1 || !key.EndsWith("_movechance", StringComparison.Ordinal)) return number;
        files.Warn(At(move, key), $"{key} {Text(number)} is no chance; everybody leaves, as in Flee, and 1 is taken");
        return 1;
    }

    private void ReadFloodRules(YamlMap flood)
    {
        SetList(flood, "flood_movechances", "flood_movechances");
        SetList(flood, "flood_loc_weights", "flood_loc_weights");
        if (!Switch(flood, "flood_forecaster", false)) return;
        var days = Whole(flood, "flood_forecaster_timescale", 0);
        Rules = Rules with
        {
            // A forecast of a single day is not looked at (model.md, 2.11).
            FloodForecastDays = days == 1 ? 0 : days,
            FloodForecastEnd = Whole(flood, "flood_forecaster_end_time", 0),
        };
        SetList(flood, "flood_forecaster_weights", "flood_forecast_weights");
        SetList(flood, "flood_awareness_weights", "flood_awareness_weights");
    }

    private void ReadSpawnRules(YamlMap? spawn, YamlMap? move)
    {
        if (spawn is null) return;
        Rules = Rules with
        {
            TakeFromPopulation = Switch(spawn, "take_from_population", false),
            DepartUnderConflictOnly = Switch(spawn, "conflict_zone_spawning_only", true),
            StarvationDrivenDepartures = Switch(spawn, "starvation_driven_spawning", false),
            CampsAreSinks = Switch(spawn, "camps_are_sinks", false) || Switch(spawn, "camps_are_sicks", false),
        };
        InsertDay0 = Switch(spawn, "insert_day0", true);
        EmptyCampsOnDay0 = Switch(spawn, "empty_camps_on_day0", false);
        SumFromCamps = Switch(spawn, "sum_from_camps", true);
        ReadAgents = Switch(spawn, "read_from_agents_csv_file", false);
        SetList(spawn, "conflict_spawn_decay", "conflict_decay");
        if (Number(spawn, "conflict_spawn_decay_interval") is { } interval)
            Set("conflict_decay_interval", Text(Cut(interval)), At(spawn, "conflict_spawn_decay_interval"));

        var floodZonesOnly = Switch(spawn, "flood_zone_spawning_only", false);
        if (floodZonesOnly && Rules.DepartUnderConflictOnly)
        {
            files.Error(At(spawn, "flood_zone_spawning_only"), "flood_zone_spawning_only and conflict_zone_spawning_only are both true; "
                + "expected conflict_zone_spawning_only: False where floods drive people out");
        }
        // As a switch, flood_driven_spawning says no more than flood_zone_spawning_only; as a section it is the manual's name of flood_driven_spawn_mode.
        if (floodZonesOnly && (Section(spawn, "flood_driven_spawn_mode") ?? spawn["flood_driven_spawning"] as YamlMap) is { } mode)
        {
            FloodMode = true;
            ReadFloodSpawning(mode);
            if (!Rules.TakeFromPopulation)
                files.Warn(mode.Origin, "floods drive people out without take_from_population; Flee refuses that, here it is switched on");
            Rules = Rules with { TakeFromPopulation = true };
            if (move?["flood_rules"] is null)
                files.Warn(mode.Origin, "floods drive people out, but there are no flood_rules: flood levels do not matter to those under way");
        }
        if (!FloodMode && Section(spawn, "conflict_driven_spawning") is { } driven) ReadConflictSpawning(driven);
    }

    private void ReadConflictSpawning(YamlMap driven)
    {
        var mode = TextOf(driven, "spawn_mode", "constant");
        switch (mode.ToLowerInvariant())
        {
            case "constant" or "poisson":
                var isConstant = mode.Equals("constant", StringComparison.OrdinalIgnoreCase);
                Rules = Rules with { Departures = isConstant ? DepartureMode.Constant : DepartureMode.Poisson };
                Set("departures_per_day", Text(Whole(driven, "displaced_per_conflict_day", 500)), At(driven, "displaced_per_conflict_day"));
                break;
            case "pop_ratio":
                Rules = Rules with { Departures = DepartureMode.Share };
                Set("departure_rate", Text(Number(driven, "displaced_per_conflict_day", 0.01)), At(driven, "displaced_per_conflict_day"));
                break;
            default:
                files.Error(At(driven, "spawn_mode"), UnknownMode(mode));
                break;
        }
    }

    private static string UnknownMode(string mode) =>
        $"spawn_mode '{mode}' is not known; expected constant, pop_ratio or poisson{NearestName.Hint(mode, FleeKeys.SpawnModes)}";

    private void ReadFloodSpawning(YamlMap mode)
    {
        var name = TextOf(mode, "spawn_mode", "pop_ratio");
        if (!FleeKeys.SpawnModes.Contains(name.ToLowerInvariant())) files.Error(At(mode, "spawn_mode"), UnknownMode(name));
        Rules = Rules with
        {
            DepartureDriver = DepartureDriver.Flood,
            Departures = name.ToLowerInvariant() switch { "constant" => DepartureMode.Constant, "poisson" => DepartureMode.Poisson, _ => DepartureMode.Share },
        };
        if (Rules.Departures != DepartureMode.Share) Rules = Rules with { FloodDepartures = [0, 100, 200, 300, 500] };
        SetList(mode, "displaced_per_flood_day", "flood_departures");
    }

    private YamlMap? Section(YamlMap map, string key)
    {
        var value = map[key];
        if (value is null or YamlMap) return value as YamlMap;
        files.Error(value.Origin, $"'{key}' is {value.What}; expected keys with values");
        return null;
    }

    private void SetList(YamlMap map, string key, string name)
    {
        if (map[key] is not { } value) return;
        // Python's word for nothing, which YAML takes for a text.
        if (value is YamlScalar { Field.Text: "None" or "" }) return;
        if (value is YamlList list && list.Items.All(i => i is YamlScalar))
            Set(name, string.Join(", ", list.Items.Select(i => ((YamlScalar)i).Field.Text)), value.Origin);
        else
            files.Error(value.Origin, $"'{key}' is {value.What}; expected a list of numbers");
    }

    private void Set(string name, string value, Origin origin)
    {
        var parameter = RuleParameter.Find(name)!;
        if (parameter.TrySet(Rules, value) is { } rules) Rules = rules;
        else files.Error(origin, $"the value '{Field.Short(value)}' does not fit {name}; expected {parameter.Expected}");
    }

    /// <summary>Truth as Python takes it: any text that is not empty is true, and so is any number but 0; a key without a value is false.</summary>
    private bool Switch(YamlMap? map, string key, bool otherwise) => map?[key] switch
    {
        null => otherwise && map?.Entries.Any(e => e.Key.Text == key) != true,
        YamlScalar { Plain: true } scalar => scalar.Field.Text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" or "" => false,
            var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number != 0 : AnyWord(scalar, key),
        },
        YamlScalar scalar => scalar.Field.Text.Length > 0,
        YamlList list => list.Items.Count > 0,
        YamlMap inner => inner.Entries.Count > 0,
        _ => otherwise,
    };

    private bool AnyWord(YamlScalar word, string key)
    {
        files.Warn(word.Origin,
            $"'{key}' is '{Field.Short(word.Field.Text)}', which counts as true, as in Flee; expected true or false"
            + NearestName.Hint(word.Field.Text, ["True", "False"]));
        return true;
    }

    private double Number(YamlMap? map, string key, double otherwise) => Number(map, key) ?? otherwise;

    /// <summary>Null when there is no such key, and with a problem when its value is no number, or is left out: Flee stops there.</summary>
    private double? Number(YamlMap? map, string key)
    {
        if (map?.Entries.FirstOrDefault(e => e.Key.Text == key)?.Value is not { } value) return null;
        if (value is YamlScalar scalar)
        {
            if (double.TryParse(scalar.Field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
            if (scalar.Field.Text.ToLowerInvariant() is "true" or "yes" or "on") return 1;
            if (scalar.Field.Text.ToLowerInvariant() is "false" or "no" or "off") return 0;
        }
        files.Error(value.Origin, $"'{key}' is {value.What}; expected a number");
        return null;
    }

    private int Whole(YamlMap? map, string key, int otherwise) => Cut(Number(map, key, otherwise));

    private static int Cut(double number) => (int)Math.Clamp(number, -1e9, 1e9);

    private static string TextOf(YamlMap map, string key, string otherwise) => map[key] is YamlScalar scalar ? scalar.Field.Text : otherwise;

    private static Origin At(YamlMap map, string key) => map[key]?.Origin ?? map.Origin;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
