namespace Corridor.Scenarios;

/// <summary>
/// Rules that are switched on and ask for what the scenario does not say, or not so that they can read it: they change nothing, which is probably
/// not meant.
/// </summary>
public static class RulesWithoutData
{
    /// <summary>Which attributes of people a rule asks for.</summary>
    private static readonly (string Rule, Func<Rules, bool> IsOn, string[] Attributes)[] OfPeople =
    [
        ("women_avoid_hazards", r => r.WomenAvoidHazards, ["gender"]),
        ("children_avoid_hazards", r => r.ChildrenAvoidHazards, ["age"]),
        ("elderly_avoid_hazards", r => r.ElderlyAvoidHazards, ["age"]),
        ("boys_take_risk", r => r.BoysTakeRisk, ["gender", "age"]),
        ("match_camp_religion", r => r.MatchCampReligion, ["religion"]),
        ("match_camp_ethnicity", r => r.MatchCampEthnicity, ["ethnicity"]),
        ("match_town_ethnicity", r => r.MatchTownEthnicity, ["ethnicity"]),
        ("match_conflict_ethnicity", r => r.MatchConflictEthnicity, ["ethnicity"]),
        ("flood_awareness_weights", r => r.FloodForecastDays > 1 && r.FloodAwarenessWeights.Count > 1, ["floodawareness"]),
    ];

    /// <summary>Which changes of the timeline a rule asks for.</summary>
    private static readonly (string Rule, Func<Rules, bool> IsOn, Change Change)[] OfTheTimeline =
    [
        ("starvation_driven_departures", r => r.StarvationDrivenDepartures, Change.Food),
        ("flee_when_starving", r => r.FleeWhenStarving, Change.Food),
        ("avoid_food_deprived_locations", r => r.AvoidFoodDeprivedLocations, Change.Food),
        ("departure_driver", r => r.DepartureDriver == DepartureDriver.Flood, Change.Flood),
        ("flood_movechances", r => r.FloodMovechances.Count > 0, Change.Flood),
        ("flood_loc_weights", r => r.FloodLocWeights.Count > 0, Change.Flood),
    ];

    /// <summary>A warning for each, without an origin where it is of no row.</summary>
    public static IEnumerable<Problem> Find(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        foreach (var (rule, _, attributes) in OfPeople.Where(r => r.IsOn(scenario.Rules)))
        {
            if (attributes.FirstOrDefault(a => !IsKnown(scenario, a)) is not { } missing) continue;
            yield return Problem.Warning(Origin.None,
                $"the rule {rule} asks for the attribute {missing}, and nobody's is known: it tells nobody apart; expected demographics of {missing}");
        }
        foreach (var problem in Unreadable(scenario)) yield return problem;
        var changes = scenario.Timeline.Concat(scenario.Alternatives.SelectMany(a => a.Rows, (_, row) => row.Entry)).Select(e => e.Change).ToHashSet();
        foreach (var (rule, _, change) in OfTheTimeline.Where(r => r.IsOn(scenario.Rules) && !changes.Contains(r.Change)))
        {
            var (said, file) = change == Change.Food ? ("nobody is hungry", "region_attributes_IPC.csv") : ("nothing is flooded", "flood_level.csv");
            yield return Problem.Warning(Origin.None,
                $"the rule {rule} asks for the change {Names.Of(change)} of the timeline, and there is none: {said}; "
                + $"expected such rows, or in a Flee folder {file}");
        }
        if (scenario.Rules.HarvestMonths.Count > 0 && !scenario.Places.Any(p => p.FarmerFraction > 0) && !IsKnown(scenario, "farmer"))
        {
            yield return Problem.Warning(Origin.None,
                "the rule harvest_months asks for farmers, and there are none: nobody harvests; expected a farmer_fraction of places");
        }
        if (scenario.MajorRoutes.Count > 0 && scenario.Rules.Ways == WaysConsidered.EverySimplePath)
        {
            yield return Problem.Warning(Origin.None,
                "major routes are stated, and the rules do not read them (ways: every_simple_path); "
                + "expected ways: shortest_per_destination, or in a Flee folder fixed_routes");
        }
        if (!scenario.Rules.UseEconomicPull) yield break;
        var without = scenario.Places.Where(p => scenario.IsForeign(p) && (p.TradeVolume is null || p.HumanDevelopment is null)).ToList();
        if (without.Count == 0) yield break;
        var further = without.Count == 1 ? "" : $" (and {without.Count - 1} more)";
        yield return Problem.Warning(without[0].Origin,
            $"the rule use_economic_pull asks for trade_volume and hdi of places abroad, and '{without[0].Id}' lacks one of them{further}: "
            + "the rule changes nothing there");
    }

    /// <summary>Of each attribute that a rule asks for, the first value that it cannot read.</summary>
    private static IEnumerable<Problem> Unreadable(Scenario scenario)
    {
        var asked = OfPeople.Append(("harvest_months", r => r.HarvestMonths.Count > 0, ["farmer"])).Where(r => r.IsOn(scenario.Rules))
            .SelectMany(r => r.Attributes, (r, attribute) => (r.Rule, Attribute: attribute)).DistinctBy(r => r.Attribute);
        foreach (var (rule, attribute) in asked)
        {
            var unread = Stated(scenario, attribute).DistinctBy(v => v.Value)
                .Select(v => (v.Value, v.Origin, Expected: AttributeValues.ExpectedInsteadOf(v.Value, attribute))).Where(v => v.Expected is not null).ToList();
            if (unread is not [var (value, origin, expected), ..]) continue;
            var further = unread.Count == 1 ? "" : $" (and {unread.Count - 1} more)";
            yield return Problem.Warning(origin,
                $"the rule {rule} asks for the attribute {attribute}, and cannot read '{value}'{further}: it tells nobody apart by that; expected {expected}");
        }
    }

    private static IEnumerable<(string Value, Origin Origin)> Stated(Scenario scenario, string attribute)
    {
        foreach (var stated in scenario.Demographics.Where(d => d.Attribute == attribute))
            foreach (var (number, value) in stated.Values.Index()) yield return (value, number < stated.Origins.Count ? stated.Origins[number] : Origin.None);
        foreach (var people in scenario.InitialPeople)
            if (people.Attributes.TryGetValue(attribute, out var value)) yield return (value, people.Origin);
    }

    private static bool IsKnown(Scenario scenario, string attribute) =>
        scenario.Demographics.Any(d => d.Attribute == attribute) || scenario.InitialPeople.Any(p => p.Attributes.ContainsKey(attribute));
}
