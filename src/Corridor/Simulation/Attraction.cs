using Corridor.Scenarios;

namespace Corridor.Simulation;

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
    private readonly double[] score;
    private readonly double[][] nearness;
    private readonly double[][] closeness;
    private readonly Way[]?[] nearnessOf;

    public Attraction(Network network, Situation situation, Ways ways, Rules rules)
    {
        (this.network, this.situation, this.ways, this.rules) = (network, situation, ways, rules);
        score = new double[network.PlaceCount];
        nearness = new double[network.PlaceCount][];
        closeness = new double[network.PlaceCount][];
        nearnessOf = new Way[network.PlaceCount][];
        Weights = new double[network.PlaceCount][];
    }

    /// <summary>The weights of <see cref="Ways.Of"/>, place by place.</summary>
    public double[][] Weights { get; }

    /// <summary>Brings the weights up to date with the morning's changes.</summary>
    /// <param name="residents">The residents of each place, needed only where they add to a score.</param>
    public void Update(long[]? residents = null)
    {
        if (!situation.ScoresChanged && !situation.WaysChanged && (residents is null || rules.PopPowerForLocWeight == 0)) return;
        for (var place = 0; place < score.Length; place++) score[place] = Score(place, residents);
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
            var km = rules.Softening + candidates[i].Km;
            nearness[place][i] = 1 / (rules.DistancePower == 1 ? km : Math.Pow(km, rules.DistancePower));
        }
        if (rules.HomeDistancePower > 0) closeness[place] = [.. candidates.Select(way => Closeness(place, way.Destination))];
    }

    /// <summary>1 / distance^home_distance_power for the great circle from where people decide (model.md, 2.6, step 5); 1 where a point is not known.</summary>
    private double Closeness(int from, int to) =>
        Math.Pow(Math.Max(1, network.Places[from].GreatCircleKm(network.Places[to]) ?? 1), -rules.HomeDistancePower);

    private double Score(int place, long[]? residents)
    {
        var value = 1.0;
        if (network.Foreign[place])
        {
            value *= rules.ForeignWeight;
        }
        else if (rules.AvoidFoodDeprivedLocations && situation.Day > 0)
        {
            var hungry = situation.Food[place] / 100;
            value *= 1 - hungry * hungry;
        }
        if (situation.IsCamp(place)) value *= rules.CampWeight;
        if (situation.Conflict[place] > 0)
            value *= Math.Pow(rules.ConflictWeight, situation.Decay(place, situation.Day) * situation.Conflict[place]);
        if (rules.FloodLocWeights.Count > 0 && situation.Flood[place] > 0)
        {
            var flood = AtLevel(rules.FloodLocWeights, situation.Flood[place]);
            // Flee counts the level of a flood zone twice, at the place and at the end of the way (model.md, 2.11).
            value *= situation.Kind[place] == PlaceKind.FloodZone && rules.Ways == WaysConsidered.EverySimplePath ? flood * flood : flood;
        }
        if (rules.PopPowerForLocWeight > 0 && residents is not null && !situation.IsCamp(place))
            value *= Math.Pow(Math.Max(1, residents[place]), rules.PopPowerForLocWeight);
        return value;
    }

    /// <summary>The entry of a list by level; the last one holds for all higher levels.</summary>
    internal static double AtLevel(IReadOnlyList<double> list, int level) => list[Math.Clamp(level, 0, list.Count - 1)];
}
