using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The stages of a day at each place: whoever comes to a place in the same stage can still go equally far on every way from there, so no
/// rule can tell such people apart, whatever each of them has spent of the day so far (docs/model.md, "How far a day goes").
/// </summary>
/// <remarks>
/// With <see cref="TravelBudget.AnewOnEachRoute"/> what somebody has spent is only asked whether it is less than a day's km, after each route.
/// So at a place it matters only between which of the values it lies that a day's km less the length of some walk from there can have. Stages are
/// numbered so that a route leads to a higher number: whoever decides in their order has seen all arrivals at a stage before it is its turn.
/// </remarks>
internal sealed class Stages
{
    /// <summary>
    /// More stages than this, and more than 64 a place, are met where lengths are no round numbers and routes
    /// are short against a day: there each place is one stage, and people keep what they have spent.
    /// </summary>
    private const int Most = 1 << 14;

    /// <summary>Lengths that differ by less than this share of a day's km are the same: they were summed up in another order.</summary>
    private const double Same = 1e-9;

    private readonly double[][]? ends;
    private readonly double[][] middles = [];
    private readonly int[][] numbers = [];
    private readonly int[] places;
    private readonly double same;

    /// <param name="network">The network.</param>
    /// <param name="situation">The day, which may limit speeds.</param>
    /// <param name="rules">The rules of a run.</param>
    public Stages(Network network, Situation situation, Rules rules)
    {
        if (rules is { TravelBudget: TravelBudget.AnewOnEachRoute, AvoidShortStints: false })
        {
            same = Same * rules.MaxMoveSpeed;
            ends = Ends(network, situation, rules);
        }
        if (ends is null)
        {
            places = [.. Enumerable.Range(0, network.PlaceCount)];
            return;
        }
        middles = [.. ends.Select(Middles)];
        numbers = [.. ends.Select(e => new int[e.Length])];
        var (placeOf, endOf) = (new List<int>(), new List<double>());
        for (var place = 0; place < ends.Length; place++)
        {
            foreach (var end in ends[place])
            {
                placeOf.Add(place);
                endOf.Add(end);
            }
        }
        // Whoever goes on from a stage comes to one that ends later.
        int[] ordered = [.. Enumerable.Range(0, placeOf.Count)];
        Array.Sort(ordered, (a, b) => endOf[a] != endOf[b] ? endOf[a].CompareTo(endOf[b]) : a.CompareTo(b));
        places = [.. ordered.Select(stage => placeOf[stage])];
        // In order, those of one place come one after the other.
        var begun = new int[ends.Length];
        for (var number = 0; number < places.Length; number++) numbers[places[number]][begun[places[number]]++] = number;
    }

    /// <summary>Number of stages of all places.</summary>
    public int Count => places.Length;

    /// <summary>Whether there are stages; else each place is one, in any order.</summary>
    public bool AreKnown => ends is not null;

    /// <summary>The place of a stage.</summary>
    public int Place(int stage) => places[stage];

    /// <summary>The stage of people who come to a place. What they have spent becomes the same for all in it.</summary>
    public int Of(int place, ref double spent)
    {
        if (ends is null) return place;
        var (stage, until, left) = (0, ends[place], ends[place].Length);
        while (left > 1)
        {
            var half = left >> 1;
            if (until[stage + half - 1] <= spent + same) stage += half;
            left -= half;
        }
        spent = middles[place][stage];
        return numbers[place][stage];
    }

    /// <summary>Where each stage ends, for every place, the last one nowhere; null where there are too many.</summary>
    private double[][]? Ends(Network network, Situation situation, Rules rules)
    {
        var ends = new List<double>[network.PlaceCount];
        var fastest = new double[network.LinkCount];
        for (var place = 0; place < ends.Length; place++) ends[place] = [];
        var waiting = new Queue<(int Place, double End)>();
        var (count, most) = (ends.Length, Math.Max(Most, 64 * ends.Length));
        for (var link = 0; link < network.LinkCount; link++)
        {
            fastest[link] = situation.SpeedOn(link, onFoot: false, rules);
            Add(link, fastest[link]);
            if (network.LinkWalkProbability[link] > 0) Add(link, situation.SpeedOn(link, onFoot: true, rules));
        }
        while (waiting.TryDequeue(out var next))
        {
            if (count > most) return null;
            // Where somebody has spent a day's km at the end of a link, it is over.
            foreach (var link in network.LinksTo(next.Place))
                if (next.End < fastest[link]) Add(link, next.End);
        }
        foreach (var each in ends) each.Add(double.PositiveInfinity);
        return [.. ends.Select(e => e.ToArray())];

        // Whoever has spent less where a link begins is before this value where it ends.
        void Add(int link, double value)
        {
            var (place, end) = (network.LinkFrom[link], value - network.LinkKm[link]);
            var others = ends[place];
            var at = others.BinarySearch(end);
            if (at < 0) at = ~at;
            if (end <= same || at > 0 && end - others[at - 1] <= same || at < others.Count && others[at] - end <= same) return;
            others.Insert(at, end);
            waiting.Enqueue((place, end));
            count++;
        }
    }

    /// <summary>A value within each stage, far from its ends.</summary>
    private static double[] Middles(double[] ends)
    {
        var middles = new double[ends.Length];
        for (var stage = 0; stage < middles.Length; stage++)
        {
            var begin = stage == 0 ? 0 : ends[stage - 1];
            middles[stage] = double.IsPositiveInfinity(ends[stage]) ? begin + 1 : (begin + ends[stage]) / 2;
        }
        return middles;
    }
}
