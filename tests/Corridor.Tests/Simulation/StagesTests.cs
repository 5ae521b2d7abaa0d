using Corridor.Scenarios;
using Corridor.Simulation;
using CsCheck;

namespace Corridor.Tests.Simulation;

/// <summary>Stages of the day on random networks: nobody can tell people of one stage apart, and going on leads to a later one.</summary>
public class StagesTests
{
    private const double FullDay = 100;

    [Fact]
    public void Whoever_is_in_the_same_stage_can_go_equally_far() =>
        Networks.EachOf(scenario =>
        {
            var (stages, network, situation) = Prepare(scenario);
            for (var place = 0; place < network.PlaceCount; place++)
            {
                var byStage = Enumerable.Range(0, 2 * (int)FullDay).Select(half =>
                {
                    var spent = half / 2.0;
                    var reach = Reach(network, situation, scenario.Rules, place, spent);
                    var stage = stages.Of(place, ref spent);
                    // Whoever takes the place of all in the stage goes equally far as well, and stays in it.
                    Assert.Equal(reach, Reach(network, situation, scenario.Rules, place, spent));
                    Assert.Equal(place, stages.Place(stage));
                    var again = spent;
                    Assert.Equal(stage, stages.Of(place, ref again));
                    Assert.Equal(spent, again);
                    return (Stage: stage, Reach: reach);
                }).GroupBy(half => half.Stage).ToList();
                foreach (var stage in byStage) Assert.Single(stage.Select(half => half.Reach).Distinct());
                // And no more stages than there are ways to go on.
                Assert.Equal(byStage.Count, byStage.Select(stage => stage.First().Reach).Distinct().Count());
            }
        }, seed: "0000000000007", iter: 100);

    [Fact]
    public void Going_on_leads_to_a_later_stage() =>
        Networks.EachOf(scenario =>
        {
            var (stages, network, situation) = Prepare(scenario);
            for (var link = 0; link < network.LinkCount; link++)
            {
                for (var half = 0; half < 2 * (int)FullDay; half++)
                {
                    var spent = half / 2.0;
                    var from = stages.Of(network.LinkFrom[link], ref spent);
                    spent += network.LinkKm[link];
                    if (spent >= situation.SpeedOn(link, onFoot: false, scenario.Rules)) continue;
                    Assert.True(stages.Of(network.LinkTo[link], ref spent) > from);
                }
            }
        }, seed: "0000000000008", iter: 100);

    [Fact]
    public void Short_routes_without_round_lengths_have_one_stage_a_place()
    {
        var places = Enumerable.Range(0, 6).Select(i => new Place { Id = $"p{i}", Name = $"p{i}", Kind = PlaceKind.Town }).ToArray();
        var routes = from a in places
                     from b in places
                     where string.CompareOrdinal(a.Id, b.Id) < 0
                     select new Route { From = a.Id, To = b.Id, Km = 1 + Math.Sqrt(2 + a.Id[1] * 7 + b.Id[1]) % 1 };
        var (stages, _, _) = Prepare(Scenario(places, [.. routes], []));

        var spent = 12.3;

        Assert.Equal((6, 4, 12.3), (stages.Count, stages.Of(4, ref spent), spent));
    }

    private static (Stages, Network, Situation) Prepare(Scenario scenario)
    {
        var network = new Network(scenario);
        var situation = new Situation(scenario, network, scenario.Timeline);
        situation.Advance();
        return (new Stages(network, situation, scenario.Rules), network, situation);
    }

    /// <summary>
    /// Every walk that somebody can still take today, by brute force: for each link
    /// whether it is completed, and what comes after if some of the day is left.
    /// </summary>
    private static string Reach(Network network, Situation situation, Rules rules, int place, double spent)
    {
        var reach = "";
        foreach (var link in network.LinksFrom(place))
        {
            var (km, speed) = (network.LinkKm[link], situation.SpeedOn(link, onFoot: false, rules));
            if (speed > km && spent + km < speed) reach += $"{link}({Reach(network, situation, rules, network.LinkTo[link], spent + km)})";
        }
        return reach;
    }

    /// <summary>Up to six places; roads that are as long as a third of a day or more, some of them with a speed of their own or a limit.</summary>
    private static readonly Gen<Scenario> Networks =
        from places in Gen.Int[2, 6]
        from roads in Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, places - 1], Gen.Int[30, 130], Gen.Int[0, 3]).Array[1, 9]
        select Scenario(
            [.. Enumerable.Range(0, places).Select(i => new Place { Id = $"p{i}", Name = $"p{i}", Kind = PlaceKind.Town })],
            [.. Apart(roads).Select(r => new Route { From = $"p{r.Item1}", To = $"p{r.Item2}", Km = r.Item3, SpeedKmPerDay = r.Item4 == 1 ? 80 : null })],
            [
                .. Apart(roads).Where(r => r.Item4 == 2).Select(r => new TimelineEntry
                {
                    Date = Start, Subject = Subject.Route($"p{r.Item1}", $"p{r.Item2}", false), Change = Change.Speed, Value = 60,
                }),
            ]);

    private static IEnumerable<(int, int, int, int)> Apart((int, int, int, int)[] roads) =>
        roads.Where(r => r.Item1 != r.Item2).DistinctBy(r => (Math.Min(r.Item1, r.Item2), Math.Max(r.Item1, r.Item2)));

    private static DateOnly Start => new(2020, 1, 1);

    private static Scenario Scenario(Place[] places, Route[] routes, TimelineEntry[] timeline) => new()
    {
        Name = "random",
        Start = Start,
        Days = 1,
        Places = places,
        Routes = routes,
        Timeline = timeline,
        Rules = Rules.Flee3 with { MaxMoveSpeed = FullDay, AvoidShortStints = false },
    };
}
