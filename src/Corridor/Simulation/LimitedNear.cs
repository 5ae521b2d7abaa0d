using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>For every place, the limited places that somebody who comes to it on a day may still reach on that day, at the speeds of a run.</summary>
/// <param name="network">The network.</param>
/// <param name="situation">The day.</param>
/// <param name="rules">The rules of a run.</param>
/// <param name="limited">The places that have a capacity on some day.</param>
internal sealed class LimitedNear(Network network, Situation situation, Rules rules, int[] limited)
{
    private readonly int[][] near = new int[network.PlaceCount][];

    /// <summary>The limited places near a place.</summary>
    public int[] this[int place] => near[place];

    /// <summary>
    /// Walks back from every limited place along the open links, as far as a day goes (almost twice that in Flee: model.md, 2.8). Limits
    /// of speed are left out: they only make it less.
    /// </summary>
    public void Update()
    {
        var goals = new List<int>[near.Length];
        var days = new double[near.Length];
        var waiting = new PriorityQueue<int, double>();
        var visited = new List<int>();
        Array.Fill(days, double.PositiveInfinity);
        var reach = rules.TravelBudget == TravelBudget.OncePerDay ? 1 : 2;
        foreach (var goal in limited)
        {
            // Only what the goal before this one has touched: a large network has many limited places.
            foreach (var place in visited) days[place] = double.PositiveInfinity;
            visited.Clear();
            days[goal] = 0;
            visited.Add(goal);
            waiting.Enqueue(goal, 0);
            while (waiting.TryDequeue(out var place, out var spent))
            {
                if (spent > days[place]) continue;
                (goals[place] ??= []).Add(goal);
                foreach (var link in network.LinksTo(place))
                {
                    var from = network.LinkFrom[link];
                    var before = spent + network.LinkKm[link] / network.Speed(link, rules);
                    if (!situation.LinkOpen[link] || before > reach || before >= days[from]) continue;
                    if (double.IsPositiveInfinity(days[from])) visited.Add(from);
                    days[from] = before;
                    waiting.Enqueue(from, before);
                }
            }
        }
        for (var place = 0; place < near.Length; place++) near[place] = goals[place] is { } found ? [.. found] : [];
    }
}
