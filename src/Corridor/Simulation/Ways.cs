using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>A way that people at a place weigh.</summary>
/// <param name="Destination">The place that it leads to.</param>
/// <param name="Km">Its whole length.</param>
/// <param name="Plan">The places on it, as a number of <see cref="Plans"/>.</param>
/// <param name="Ease">Factor on its softened length: below 1 for a way that includes a major route.</param>
internal readonly record struct Way(int Destination, double Km, int Plan, double Ease = 1)
{
    /// <summary>The link that it begins with.</summary>
    public int Link { get; init; }

    /// <summary>The plan of those who have entered that link: the places after the first.</summary>
    public int Rest { get; init; }
}

/// <summary>
/// The candidate ways of every place on the open links of the day. Prepared once per place and change of the network, for all runs.
/// </summary>
/// <remarks>
/// <para><see cref="WaysConsidered.ShortestPerDestination"/>: Dijkstra's algorithm on pairs (place, steps), where a step is a link that ends
/// in anything but a marker and at most <c>awareness</c> steps are taken. Guarantee: every destination within the awareness is found exactly once, with the
/// shortest way of at most that many steps; the cost is that of the neighbourhood, not of its simple paths.</para>
/// <para><see cref="WaysConsidered.EverySimplePath"/>: the depth-first enumeration of the reference program (model.md, 2.6), which grows
/// with the number of simple paths.</para>
/// <para>After a change only places within reach of it are prepared anew.</para>
/// </remarks>
internal sealed class Ways
{
    private readonly Network network;
    private readonly Situation situation;
    private readonly Plans plans;
    private readonly WaysConsidered considered;
    private readonly bool keepsPlan;
    private readonly int awareness;
    private readonly int[][] majorRoutes;
    private readonly List<Way> found = [];
    private readonly List<int> path = [];
    private readonly PriorityQueue<(int Place, int Steps, int Label), double> queue = new();
    private readonly List<(int Place, int Parent)> labels = [];
    private readonly Dictionary<int, int> fewestSteps = [];
    private readonly Dictionary<int, int> reached = [];

    public Ways(Network network, Situation situation, Plans plans, Rules rules, IReadOnlyList<IReadOnlyList<string>> majorRoutes)
    {
        (this.network, this.situation, this.plans) = (network, situation, plans);
        (considered, awareness, keepsPlan) = (rules.Ways, rules.AwarenessLevel, rules.OnClosure == ClosureRule.TurnBackAtEnd);
        this.majorRoutes = [.. majorRoutes.SelectMany(r => new[] { r, [.. r.Reverse()] }).Select(r => r.Select(network.Number).ToArray())];
        Of = new Way[network.PlaceCount][];
    }

    /// <summary>The ways of each place, in an order that depends on the network only.</summary>
    public Way[][] Of { get; }

    /// <summary>Prepares what the changes of the morning may have changed.</summary>
    public void Update()
    {
        if (!situation.WaysChanged) return;
        foreach (var place in WithinReachOfChange())
        {
            found.Clear();
            if (considered == WaysConsidered.EverySimplePath)
            {
                path.Add(place);
                foreach (var link in network.LinksFrom(place)) Visit(link, 0, 1);
                path.Clear();
            }
            else
            {
                Shortest(place);
            }
            Of[place] = [.. found.Select(way => way with { Link = LinkTowards(place, plans.Next(way.Plan)), Rest = plans.Rest(way.Plan) })];
        }
    }

    /// <summary>The plan with the same places ahead that begins at the start of a link, of those who are put back there: one for all of them.</summary>
    public int PlanFrom(int place, int plan) => plan == 0 ? 0 : plans.Of(plans.Next(plan), plans.Rest(plan), OnlyLink(place, plans.Next(plan)));

    /// <summary>The open link to a neighbouring place: the shortest, or as in Flee the first in the file; -1: none.</summary>
    public int LinkTowards(int place, int next)
    {
        var best = -1;
        foreach (var link in network.LinksFrom(place))
        {
            if (network.LinkTo[link] != next || !situation.LinkOpen[link]) continue;
            if (considered == WaysConsidered.EverySimplePath) return link;
            if (best < 0 || network.LinkKm[link] < network.LinkKm[best]) best = link;
        }
        return best;
    }

    /// <summary>Places from which a changed place can be reached within the awareness, by any link, open or not.</summary>
    private List<int> WithinReachOfChange()
    {
        var reach = new int[network.PlaceCount];
        Array.Fill(reach, int.MaxValue);
        var waiting = new PriorityQueue<int, int>();
        for (var place = 0; place < reach.Length; place++)
        {
            if (!situation.ChangedPlaces[place]) continue;
            reach[place] = 0;
            waiting.Enqueue(place, 0);
        }
        while (waiting.TryDequeue(out var place, out var steps))
        {
            if (steps > reach[place]) continue;
            // A marker costs no step, neither as it is now nor as it may have been before today.
            var next = steps + (situation.Kind[place] == PlaceKind.Marker || situation.ChangedPlaces[place] ? 0 : 1);
            if (next > awareness) continue;
            foreach (var link in network.LinksTo(place))
            {
                var from = network.LinkFrom[link];
                if (next >= reach[from]) continue;
                reach[from] = next;
                waiting.Enqueue(from, next);
            }
        }
        // A major route may pass a change far away.
        return [.. Enumerable.Range(0, reach.Length).Where(p => majorRoutes.Length > 0 || reach[p] != int.MaxValue || Of[p] is null)];
    }

    /// <summary>The reference program's enumeration, step by step (model.md, 2.6).</summary>
    private void Visit(int link, double before, int step)
    {
        if (!situation.LinkOpen[link]) return;
        var end = network.LinkTo[link];
        var km = before + network.LinkKm[link];
        path.Add(end);
        if (situation.Kind[end] == PlaceKind.Marker) step--;
        else found.Add(new Way(end, km, PlanOf(path)));
        if (awareness > step)
        {
            foreach (var further in network.LinksFrom(end))
                if (!path.Contains(network.LinkTo[further])) Visit(further, km, step + 1);
        }
        path.RemoveAt(path.Count - 1);
    }

    private void Shortest(int origin)
    {
        fewestSteps.Clear();
        reached.Clear();
        labels.Clear();
        labels.Add((origin, -1));
        queue.Enqueue((origin, 0, 0), 0);
        while (queue.TryDequeue(out var at, out var km))
        {
            // A shorter way has been here with no more steps.
            if (fewestSteps.TryGetValue(at.Place, out var fewest) && fewest <= at.Steps) continue;
            fewestSteps[at.Place] = at.Steps;
            if (at.Place != origin && situation.Kind[at.Place] != PlaceKind.Marker && reached.TryAdd(at.Place, found.Count))
            {
                path.Clear();
                for (var label = at.Label; label >= 0; label = labels[label].Parent) path.Add(labels[label].Place);
                path.Reverse();
                found.Add(new Way(at.Place, km, PlanOf(path)));
                path.Clear();
            }
            foreach (var link in network.LinksFrom(at.Place))
            {
                var to = network.LinkTo[link];
                if (!situation.LinkOpen[link] || to == origin) continue;
                var steps = at.Steps + (situation.Kind[to] == PlaceKind.Marker ? 0 : 1);
                if (steps > awareness || fewestSteps.TryGetValue(to, out var before) && before <= steps) continue;
                labels.Add((to, at.Label));
                queue.Enqueue((to, steps, labels.Count - 1), km + network.LinkKm[link]);
            }
        }
        AddMajorRoutes(origin);
        // By number, so that the order does not hang on distances.
        found.Sort((a, b) => a.Destination.CompareTo(b.Destination));
    }

    /// <summary>
    /// Major routes that begin at the origin or at a destination found, to ends that are not found otherwise; they weigh a quarter of their
    /// length (model.md, 2.9). Each way runs along all the places of the route, which the reference program forgets (model.md, Q37).
    /// </summary>
    private void AddMajorRoutes(int origin)
    {
        var near = found.ToList();
        foreach (var route in majorRoutes)
        {
            var end = route[^1];
            if (end == origin || near.Exists(w => w.Destination == end) || Length(route) is not { } km) continue;
            var hub = near.FindIndex(w => w.Destination == route[0]);
            if (route[0] != origin && hub < 0) continue;
            var plan = PlanOf([.. route]);
            if (route[0] != origin)
            {
                km += near[hub].Km;
                var stops = new List<int>();
                for (var p = near[hub].Plan; p != 0; p = plans.Rest(p)) stops.Add(plans.Next(p));
                for (var i = stops.Count - 1; i >= 0; i--) plan = Add(i == 0 ? origin : stops[i - 1], stops[i], plan);
            }
            var other = found.FindIndex(near.Count, w => w.Destination == end);
            if (other < 0) found.Add(new Way(end, km, plan, 0.25));
            else if (km < found[other].Km) found[other] = new Way(end, km, plan, 0.25);
        }
    }

    /// <summary>The length of a chain of places along the shortest open links; null when one is missing.</summary>
    private double? Length(int[] route)
    {
        var sum = 0.0;
        for (var i = 1; i < route.Length; i++)
        {
            var shortest = double.PositiveInfinity;
            foreach (var link in network.LinksFrom(route[i - 1]))
                if (network.LinkTo[link] == route[i] && situation.LinkOpen[link]) shortest = Math.Min(shortest, network.LinkKm[link]);
            sum += shortest;
        }
        return double.IsFinite(sum) ? sum : null;
    }

    private int PlanOf(List<int> places)
    {
        var plan = 0;
        for (var i = places.Count - 1; i >= 1; i--) plan = Add(places[i - 1], places[i], plan);
        return plan;
    }

    private int Add(int from, int place, int followedBy)
    {
        // Who is put back at the start of a link still has the rest of the plan before him, now from there.
        if (keepsPlan && followedBy != 0) Add(from, plans.Next(followedBy), plans.Rest(followedBy));
        return plans.Add(place, followedBy, OnlyLink(from, place));
    }

    /// <summary>The only link from a place to another, open or not; −1: there is none, or several.</summary>
    private int OnlyLink(int from, int to)
    {
        var only = -1;
        foreach (var link in network.LinksFrom(from))
        {
            if (network.LinkTo[link] != to) continue;
            if (only >= 0) return -1;
            only = link;
        }
        return only;
    }
}
