using Corridor.Forecasting.Conditioning;
using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Warnings;

/// <summary>The ways out of one place in danger (<see cref="Situation.IsInDanger"/>), under a timeline.</summary>
/// <param name="Place">Place id.</param>
/// <param name="Lost">The first day on which no open route to safety is left: since when, if none is on the as-of day; else the first
/// after it. Null: there is one on each of these days.</param>
/// <param name="IsTrapped">For each day ahead, whether no open route leads to safety.</param>
/// <param name="LostBy">The entries of that day that close ways or bring danger.</param>
/// <param name="LastRoute">On the as-of day, the two places between which every way to safety goes, as <c>a--b</c>; empty when there is no
/// such pair.</param>
internal sealed record WayOut(string Place, DateOnly? Lost, bool[] IsTrapped, IReadOnlyList<TimelineEntry> LostBy, string LastRoute)
{
    /// <summary>The inhabited places that are in danger on some day ahead, with what the timeline does to their ways out.</summary>
    /// <param name="scenario">The scenario from its first day.</param>
    /// <param name="timeline">What may be known of the timeline under the alternative.</param>
    /// <param name="asOf">The as-of day.</param>
    /// <param name="days">Days ahead.</param>
    public static IReadOnlyList<WayOut> Of(Scenario scenario, IReadOnlyList<TimelineEntry> timeline, DateOnly asOf, int days)
    {
        var network = new Network(scenario);
        var situation = new Situation(scenario, network, timeline);
        var (today, end) = (scenario.Day(asOf), scenario.Day(asOf) + days);
        var lost = new int?[network.PlaceCount];
        var trapped = new bool[network.PlaceCount][];
        for (var place = 0; place < trapped.Length; place++) trapped[place] = new bool[days];
        var inDanger = new bool[network.PlaceCount];
        var lastRoute = new string[network.PlaceCount];
        Array.Fill(lastRoute, "");
        for (var day = 0; day <= end; day++)
        {
            situation.Advance();
            for (var place = 0; place < network.PlaceCount; place++)
            {
                var isTrapped = situation.IsTrapped(place);
                if (isTrapped) lost[place] ??= day;
                else if (day <= today) lost[place] = null;
                if (day > today)
                {
                    trapped[place][day - today - 1] = isTrapped;
                    inDanger[place] |= situation.IsInDanger(place);
                }
                if (day == today && situation.IsInDanger(place) && situation.ReachesSafety[place] && network.Places[place].Population > 0)
                    lastRoute[place] = OnlyRoute(network, situation, place);
            }
        }
        bool IsOf(TimelineEntry entry, int day) => day > 0 ? entry.Date == scenario.Date(day) : entry.Date <= scenario.Start;
        return
        [
            .. Enumerable.Range(0, network.PlaceCount).Where(p => inDanger[p] && network.Places[p].Population > 0).Select(p => new WayOut(
                network.Places[p].Id,
                lost[p] is { } day ? scenario.Date(day) : null,
                trapped[p],
                lost[p] is { } at ? [.. timeline.Where(e => IsOf(e, at) && MayClose(e.Change, scenario.Rules))] : [],
                lastRoute[p])),
        ];
    }

    private static bool MayClose(Change change, Rules rules) => change is Change.Close or Change.Pass or Change.Conflict or Change.Kind
        || change == Change.Flood && rules.DepartureDriver == DepartureDriver.Flood;

    /// <summary>
    /// The one route in every way from the place to safety. A closure <c>a--b</c> closes every road between two places, so two ways that share
    /// no pair of neighbours are sought, as augmenting paths (L. R. Ford and D. R. Fulkerson, 1956); where the second fails, the step of the
    /// first that leaves what it reached is the one.
    /// </summary>
    private static string OnlyRoute(Network network, Situation situation, int from)
    {
        var taken = new HashSet<(int From, int To)>();
        if (!Augment(out _) || Augment(out var reached)) return "";
        var (near, far) = taken.Single(step => reached[step.From] && !reached[step.To]);
        return $"{network.Places[near].Id}--{network.Places[far].Id}";

        bool Augment(out bool[] seen)
        {
            seen = new bool[network.PlaceCount];
            var by = new int[network.PlaceCount];
            var queue = new Queue<int>([from]);
            seen[from] = true;
            while (queue.TryDequeue(out var place))
            {
                if (situation.IsSafe(place))
                {
                    // A step that is walked back frees the pair that the first way had taken.
                    for (var at = place; at != from; at = by[at])
                        if (!taken.Remove((at, by[at]))) taken.Add((by[at], at));
                    return true;
                }
                foreach (var link in network.LinksFrom(place)) Visit(place, network.LinkTo[link], situation.LinkOpen[link], seen);
                foreach (var link in network.LinksTo(place)) Visit(place, network.LinkFrom[link], isOpen: false, seen);
            }
            return false;

            void Visit(int place, int to, bool isOpen, bool[] seen)
            {
                if (seen[to] || !taken.Contains((to, place)) && !(isOpen && !taken.Contains((place, to)))) return;
                (seen[to], by[to]) = (true, place);
                queue.Enqueue(to);
            }
        }
    }
}
