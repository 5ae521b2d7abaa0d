using Corridor.Scenarios;
using Corridor.Simulation;
using CsCheck;

namespace Corridor.Tests.Simulation;

public class WaysTests
{
    private const int Days = 6;

    [Fact]
    public void The_search_finds_the_shortest_way_to_every_destination_within_the_awareness() =>
        Networks(WaysConsidered.ShortestPerDestination).EachOf(scenario =>
        {
            var prepared = Prepare(scenario, out var network, out var situation, out var plans);
            for (var day = 0; day < Days; day++)
            {
                situation.Advance();
                prepared.Update();
                for (var origin = 0; origin < network.PlaceCount; origin++)
                {
                    var shortest = SimplePaths(network, situation, origin, scenario.Rules.AwarenessLevel)
                        .GroupBy(path => path.Places[^1]).ToDictionary(g => g.Key, g => g.Min(path => path.Km));
                    var ways = prepared.Of[origin];
                    Assert.Equal(shortest.Keys.Order(), ways.Select(w => w.Destination));
                    foreach (var way in ways)
                    {
                        Assert.Equal(shortest[way.Destination], way.Km, 1e-9);
                        Assert.Equal(way.Destination, plans.Last(way.Plan));
                    }
                }
            }
        }, seed: "0000000000004", iter: 150);

    [Fact]
    public void The_enumeration_finds_every_simple_path_within_the_awareness() =>
        Networks(WaysConsidered.EverySimplePath).EachOf(scenario =>
        {
            var prepared = Prepare(scenario, out var network, out var situation, out var plans);
            for (var day = 0; day < Days; day++)
            {
                situation.Advance();
                prepared.Update();
                for (var origin = 0; origin < network.PlaceCount; origin++)
                {
                    var paths = SimplePaths(network, situation, origin, scenario.Rules.AwarenessLevel).Select(p => (string.Join(' ', p.Places), p.Km)).Order();
                    Assert.Equal(paths, prepared.Of[origin].Select(w => (string.Join(' ', PlacesOf(plans, w.Plan)), w.Km)).Order());
                }
            }
        }, seed: "0000000000005", iter: 150);

    [Theory]
    [InlineData(WaysConsidered.ShortestPerDestination)]
    [InlineData(WaysConsidered.EverySimplePath)]
    public void Preparing_only_what_a_change_can_reach_gives_what_preparing_all_anew_gives(WaysConsidered considered) =>
        Networks(considered).EachOf(scenario =>
        {
            var kept = Prepare(scenario, out var network, out var situation, out var plans);
            for (var day = 0; day < Days; day++)
            {
                situation.Advance();
                kept.Update();

                var fresh = Fresh(scenario, network, plans, day);
                for (var place = 0; place < network.PlaceCount; place++) Assert.Equal(fresh.Of[place], kept.Of[place]);
            }
        }, seed: "0000000000006", iter: 150);

    /// <summary>The ways on a day, prepared in one go: the whole timeline until then happens on the first day.</summary>
    private static Ways Fresh(Scenario scenario, Network network, Plans plans, int day)
    {
        var until = scenario.Timeline.Where(e => scenario.Day(e.Date) <= day).ToList();
        var situation = new Situation(scenario with { Start = scenario.Start.AddDays(day) }, network, until);
        var ways = new Ways(network, situation, plans, scenario.Rules, scenario.MajorRoutes);
        situation.Advance();
        ways.Update();
        return ways;
    }

    private static Ways Prepare(Scenario scenario, out Network network, out Situation situation, out Plans plans)
    {
        network = new Network(scenario);
        situation = new Situation(scenario, network, scenario.Timeline);
        plans = new Plans();
        return new Ways(network, situation, plans, scenario.Rules, scenario.MajorRoutes);
    }

    /// <summary>Brute force: every path without a repeated place, of at most so many places that are no markers, that does not end in a marker.</summary>
    private static List<(int[] Places, double Km)> SimplePaths(Network network, Situation situation, int origin, int awareness)
    {
        var paths = new List<(int[], double)>();
        Extend([origin], 0, 0);
        return paths;

        void Extend(int[] path, double km, int steps)
        {
            foreach (var link in network.LinksFrom(path[^1]))
            {
                var to = network.LinkTo[link];
                if (!situation.LinkOpen[link] || path.Contains(to)) continue;
                var marker = situation.Kind[to] == PlaceKind.Marker;
                var taken = steps + (marker ? 0 : 1);
                if (taken > awareness) continue;
                int[] longer = [.. path, to];
                if (!marker) paths.Add((longer[1..], km + network.LinkKm[link]));
                Extend(longer, km + network.LinkKm[link], taken);
            }
        }
    }

    private static List<int> PlacesOf(Plans plans, int plan)
    {
        var places = new List<int>();
        for (; plan != 0; plan = plans.Rest(plan)) places.Add(plans.Next(plan));
        return places;
    }

    /// <summary>Up to seven places, a few of them markers, with random roads that open and close and places that become markers or cease to be.</summary>
    private static Gen<Scenario> Networks(WaysConsidered considered) =>
        from places in Gen.Int[2, 7]
        from kinds in Gen.OneOf(Gen.Const(PlaceKind.Town), Gen.Const(PlaceKind.Camp), Gen.Const(PlaceKind.Marker)).Array[places]
        from roads in Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, places - 1], Gen.Int[1, 40], Gen.Bool).Array[1, 14]
        from changes in Gen.Select(Gen.Int[0, Days - 1], Gen.Int[0, 100], Gen.Int[0, 3]).Array[0, 12]
        from awareness in Gen.Int[1, 4]
        select Build(considered, kinds, roads, changes, awareness);

    private static Scenario Build(
        WaysConsidered considered, PlaceKind[] kinds, (int From, int To, int Km, bool OneWay)[] roads,
        (int Day, int Which, int What)[] changes, int awareness)
    {
        var routes = roads.Where(r => r.From != r.To).Select(r => new Route { From = $"p{r.From}", To = $"p{r.To}", Km = r.Km, OneWay = r.OneWay }).ToList();
        var timeline = changes.OrderBy(c => c.Day).Select(c =>
        {
            var place = Subject.Place($"p{c.Which % kinds.Length}");
            var route = routes.Count == 0 ? null : routes[c.Which % routes.Count];
            var road = route is null ? place : Subject.Route(route.From, route.To, route.OneWay);
            var entry = new TimelineEntry { Date = new DateOnly(2020, 1, 1).AddDays(c.Day), Subject = c.What == 3 ? place : road, Change = Change.Close };
            return c.What switch
            {
                0 => entry,
                1 => entry with { Change = Change.Open },
                2 => entry with { Subject = place, Change = Change.Kind, NewKind = c.Which % 2 == 0 ? PlaceKind.Marker : PlaceKind.Town },
                _ => entry with { Change = c.Which % 2 == 0 ? Change.Close : Change.Open },
            };
        }).ToList();
        return new Scenario
        {
            Name = "random",
            Start = new DateOnly(2020, 1, 1),
            Days = Days,
            Places = [.. kinds.Select((kind, i) => new Place { Id = $"p{i}", Name = $"p{i}", Kind = kind })],
            Routes = routes,
            Timeline = timeline,
            Rules = Rules.Corridor with { Ways = considered, AwarenessLevel = awareness },
        };
    }
}
