using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Who is at the places of a run, for the rules by which people look at that.</summary>
internal interface IPeopleThere
{
    /// <summary>People of the place who have not left.</summary>
    long Residents(int place);

    /// <summary>The factor by which a place draws people of a class because others of their religion or ethnicity are there (model.md, 2.6, step 7).</summary>
    double Likeness(int place, Profile profile);
}

/// <summary>
/// How strongly each candidate way draws, before capacity: w = ((weight_softening + score) / (softening + km)^distance_power)^weight_power
/// (model.md, 2.6 and 2.7; docs/model.md). Prepared once per place and day for one set of rules.
/// </summary>
internal sealed class Attraction
{
    private readonly Network network;
    private readonly Situation situation;
    private readonly Ways ways;
    private readonly Rules rules;
    private readonly Profile profile;
    private readonly double[] pull;
    private readonly double[] score;
    private readonly double[][] nearness;
    private readonly double[][] closeness;
    private readonly Way[]?[] nearnessOf;

    public Attraction(Network network, Situation situation, Ways ways, Rules rules, Profile profile)
    {
        (this.network, this.situation, this.ways, this.rules, this.profile) = (network, situation, ways, rules, profile);
        pull = [.. network.Places.Select(EconomicPull)];
        score = new double[network.PlaceCount];
        nearness = new double[network.PlaceCount][];
        closeness = new double[network.PlaceCount][];
        nearnessOf = new Way[network.PlaceCount][];
        Weights = new double[network.PlaceCount][];
    }

    /// <summary>The weights of <see cref="Ways.Of"/>, place by place.</summary>
    public double[][] Weights { get; }

    /// <summary>Brings the weights up to date with the morning's changes.</summary>
    /// <param name="people">Who is at each place, where that adds to a score.</param>
    public void Update(IPeopleThere? people = null)
    {
        if (!situation.ScoresChanged && !situation.WaysChanged && people is null) return;
        for (var place = 0; place < score.Length; place++) score[place] = Score(place, people);
        for (var place = 0; place < score.Length; place++)
        {
            var candidates = ways.Of[place];
            if (!ReferenceEquals(nearnessOf[place], candidates)) SetNearness(place, candidates);
            var weights = Weights[place];
            var near = nearness[place];
            for (var i = 0; i < weights.Length; i++)
            {
                var value = score[candidates[i].Destination];
                if (rules.HomeDistancePower > 0) value *= closeness[place][i];
                var weight = (rules.WeightSoftening + value) * near[i];
                weights[i] = rules.WeightPower == 1 ? weight : Math.Pow(weight, rules.WeightPower);
            }
        }
    }

    /// <summary>1 / (softening + km)^distance_power, which changes only with the ways.</summary>
    private void SetNearness(int place, Way[] candidates)
    {
        nearnessOf[place] = candidates;
        Weights[place] = new double[candidates.Length];
        nearness[place] = new double[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            var km = (rules.Softening + candidates[i].Km) * candidates[i].Ease;
            nearness[place][i] = 1 / (rules.DistancePower == 1 ? km : Math.Pow(km, rules.DistancePower));
        }
        if (rules.HomeDistancePower > 0) closeness[place] = [.. candidates.Select(way => Closeness(place, way.Destination))];
    }

    /// <summary>1 / distance^home_distance_power for the great circle from where people decide (model.md, 2.6, step 5); 1 where a point is not known.</summary>
    private double Closeness(int from, int to) =>
        Math.Pow(Math.Max(1, network.Places[from].GreatCircleKm(network.Places[to]) ?? 1), -rules.HomeDistancePower);

    /// <summary>The score of a place for this class of people, in the order of model.md, 2.7 step 2 and 2.6.</summary>
    private double Score(int place, IPeopleThere? people)
    {
        var value = Math.Pow(PlainScore(place), profile.HazardPower);
        if (rules.FloodLocWeights.Count > 0)
        {
            if (situation.Flood[place] > 0) value *= AtLevel(rules.FloodLocWeights, situation.Flood[place]);
            var forecast = situation.ForecastFlood(place, AtLevel(rules.FloodLocWeights, situation.Flood[place]));
            // Where no flood is forecast, forecasts do not count; in Flee such a place draws nobody (model.md, Q21).
            if (forecast > 0) value *= forecast * forecast * rules.FloodForecastDays * Awareness(rules, profile);
        }
        if (people is not null && Matches(place)) value *= people.Likeness(place, profile);
        if (rules.PopPowerForLocWeight > 0 && people is not null && !situation.IsCamp(place))
            value *= Math.Pow(Math.Max(1, people.Residents(place)), rules.PopPowerForLocWeight);
        return value;
    }

    private double PlainScore(int place)
    {
        var value = 1.0;
        if (network.Foreign[place])
        {
            if (rules.UseEconomicPull) value *= pull[place];
            value *= rules.ForeignWeight;
        }
        else if (rules.AvoidFoodDeprivedLocations && situation.Day > 0)
        {
            var hungry = situation.Food[place] / 100;
            value *= 1 - hungry * hungry;
        }
        if (situation.IsCamp(place)) value *= rules.CampWeight * Size(place);
        if (situation.Conflict[place] > 0)
            value *= Math.Pow(rules.ConflictWeight, situation.Decay(place, situation.Day) * situation.Conflict[place]);
        if (rules.FloodZonesWeighTwice && rules.FloodLocWeights.Count > 0 && situation.Kind[place] == PlaceKind.FloodZone)
            value *= AtLevel(rules.FloodLocWeights, situation.Flood[place]);
        return value;
    }

    /// <summary>What the capacity of a camp adds to its score.</summary>
    private double Size(int place) =>
        rules.CapacityPower == 0 || double.IsPositiveInfinity(situation.Capacity[place])
            ? 1
            : Math.Pow(situation.Capacity[place] / network.MeanCapacity, rules.CapacityPower);

    /// <summary>
    /// 1 + trade volume + human development index squared; 1 where one of them is not known (model.md, 2.7).
    /// </summary>
    private static double EconomicPull(Place place) =>
        place is { TradeVolume: { } trade, HumanDevelopment: { } development } ? 1 + trade + development * development : 1;

    private bool Matches(int place) => situation.IsCamp(place) ? rules.MatchCampEthnicity || rules.MatchCampReligion
        : situation.Conflict[place] > 0 ? rules.MatchConflictEthnicity : rules.MatchTownEthnicity;

    /// <summary>How much a class of people believes a flood forecast.</summary>
    internal static double Awareness(Rules rules, Profile profile) =>
        rules.FloodAwarenessWeights.Count > 0 ? AtLevel(rules.FloodAwarenessWeights, profile.FloodAwareness) : 1;

    /// <summary>The entry of a list by level; the last one holds for all higher levels.</summary>
    internal static double AtLevel(IReadOnlyList<double> list, int level) => list[Math.Clamp(level, 0, list.Count - 1)];
}
