using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>
/// Person by person, the rules give the same law as in groups. Every place and day of each small situation: means and variances over 500 runs each agree within
/// five standard errors, with different seeds on the two sides.
/// </summary>
public class ByPersonTests
{
    private const int Runs = 500;
    private const int Days = 8;

    private static readonly Dictionary<string, Given> Situations = new()
    {
        ["chain"] = Chain,
        ["fork"] = Given.Nothing.City("a").Hub("fork").Camp("near").Camp("far").Town("town")
            .Route("a", "fork", 120).Route("fork", "near", 40).Route("fork", "far", 290).Route("fork", "town", 20).Stock("a", 200),
        ["a road closes under way"] = Long.On(2, "b--camp", Change.Close),
        ["a road closes under way, back at its end"] = Long.On(2, "b--camp", Change.Close).Rule(r => r with { OnClosure = ClosureRule.TurnBackAtEnd }),
        ["some get through"] = Chain.On(1, "b--camp", Change.Pass, 0.3),
        ["some are held"] = Chain.On(1, "b", Change.Hold, 0.5).On(4, "b", Change.Hold, 0.2).On(6, "b", Change.Hold, 0),
        ["people are forced back"] = Chain.On(3, "b", Change.ForceMove, 30, to: "a"),
        ["people are forced where others are held"] = Chain.On(2, "a", Change.Hold, 0.5).On(3, "b", Change.ForceMove, 30, to: "a"),
        ["the first road is walked"] = Chain.Rule(r => r with { StartOnFoot = true, MaxWalkSpeed = 35 }),
        ["short stints are avoided"] = Given.Nothing.Town("a").Town("b").Town("c").Camp("camp")
            .Route("a", "b", 30).Route("b", "c", 60).Route("c", "camp", 150).Stock("a", 200)
            .Rule(r => r with { AvoidShortStints = true, AwarenessLevel = 1 }),
        ["markers, two steps known"] = Given.Nothing.Town("a").Marker("m").Town("b").Camp("camp").Camp("other")
            .Route("a", "m", 50).Route("m", "b", 90).Route("b", "camp", 130).Route("m", "other", 200).Stock("a", 200),
        ["a conflict starts and ends"] = Chain.On(2, "b", Change.Conflict, 0.7).On(4, "b", Change.Conflict, 0),
        ["a camp opens later"] = Chain.On(3, "b--camp", Change.Open).On(0, "b--camp", Change.Close),
        ["a town becomes a camp and a town again"] = Chain
            .On(2, "b", Change.Kind, kind: PlaceKind.IdpCamp).On(5, "b", Change.Kind, kind: PlaceKind.Town)
            .Rule(r => r with { IdpcampMovechance = 0.05 }),
        ["some walk"] = Given.Nothing.Town("a").Town("b").Camp("camp").Route("a", "b", 150, walk: 0.4).Route("b", "camp", 100, walk: 0.7).Stock("a", 200),
        ["residents set out at a rate"] = Given.Nothing.City("a", 300).Town("b").Camp("camp").Route("a", "b", 100).Route("b", "camp", 250)
            .Rule(r => r with { Departures = DepartureMode.Rate, DepartureRate = 0.1 }),
        ["the rules of Flee"] = Given.Nothing.Flee3().Town("a").Town("b").Town("c").Camp("camp")
            .Route("a", "b", 50).Route("b", "c", 120).Route("c", "camp", 300).Stock("a", 200),
        ["hunger changes every chance"] = Chain.Rule(r => r with { FleeWhenStarving = true }).On(2, "b", Change.Food, 60).On(4, "b", Change.Food, 10),
        ["camps let people go"] = Chain.Rule(r => r with { CampsAreSinks = true, DeactivationProbability = 0.2, CampMovechance = 0.1 }),
        ["people differ"] = Chain.With(s => s with
        {
            Demographics = [new("gender", ["female", "male"], new Dictionary<string, IReadOnlyList<double>> { [Count.Everywhere] = [0.4, 0.6] })],
        }).Camp("second").Route("b", "second", 100).Rule(r => r with { WomenAvoidHazards = true }),
        ["some are known"] = Chain.Camp("second").Route("b", "second", 100)
            .People("gender", ("female", 1), ("male", 3))
            .Rule(r => r with { WomenAvoidHazards = true, CampWeight = 3 })
            .With(s => s with { InitialPeople = [new("a", 80, new Dictionary<string, string> { ["gender"] = "female" })] }),
        ["a camp fills"] = Filling,
        ["a camp draws less the more are there, the rules of Flee"] = Sloping.Rule(_ => Rules.Flee3 with
        {
            CampMovechance = 0.05, CapacitySlices = 1024, CapacityBuffer = 0.2, Departures = DepartureMode.Given,
        }),
        ["a camp draws less the more are there, and some leave it again"] = Sloping.Rule(r => r with { CampMovechance = 0.2 }),
        ["attributes, conflict, awareness and room at once"] = Sloping.Town("far").Route("fork", "far", 70).Camp("last").Route("far", "last", 60)
            .People("gender", ("female", 0.5), ("male", 0.5)).People("age", ("10", 0.4), ("30", 0.4), ("70", 0.2))
            .Rule(r => r with
            {
                WomenAvoidHazards = true, ChildrenAvoidHazards = true, BoysTakeRisk = true, AwarenessLevel = 3, ConflictWeight = 0.3,
                CampWeight = 2, DecideOnTheWay = true,
            })
            .On(2, "far", Change.Conflict, 0.8).On(5, "far", Change.Conflict, 0).On(4, "fork--big", Change.Close),
        ["the rules of Flee, two steps known, attributes and a conflict"] = Given.Nothing.Flee3().City("a", 1000).Town("b").Town("c").Camp("near").Camp("far")
            .Route("a", "b", 60).Route("b", "c", 80).Route("a", "c", 150).Route("b", "near", 90).Route("c", "far", 120)
            .SetOut(0, "a", 120).SetOut(2, "a", 80).People("gender", ("female", 0.5), ("male", 0.5)).People("age", ("10", 0.4), ("30", 0.4), ("70", 0.2))
            .Rule(r => r with
            {
                AwarenessLevel = 2, WomenAvoidHazards = true, ElderlyAvoidHazards = true, CampWeight = 2, CampMovechance = 0.05,
                StartOnFoot = true, PruningThreshold = 20,
            })
            .On(2, "c", Change.Conflict, 1).On(5, "c", Change.Conflict, 0),
        ["farmers harvest"] = Given.Nothing.Farm("a", 0.5).Town("b").Camp("camp").Route("a", "b", 100).Route("b", "camp", 100).Stock("a", 200)
            .With(s => s with { Start = new DateOnly(2020, 1, 28) }).Rule(r => r with { HarvestMonths = [2] }),
    };

    /// <summary>
    /// Forty people a day; the small camp is full after some days. Groups are cut to
    /// single persons, so both laws are the same (docs/model.md, "Capacity").
    /// </summary>
    private static Given Filling => Fork(60);

    /// <summary>
    /// From 40 people on the camp draws less, and it never comes near its 200: the room matters to everybody, and in whose order
    /// people look at it to nobody. At a camp held at its limit the order shows, by design (docs/model.md, "One by one").
    /// </summary>
    private static Given Sloping => Fork(200).Rule(r => r with { CapacityBuffer = 0.2 });

    private static Given Fork(long capacity) => Given.Nothing.City("a", 1000).Hub("fork").Camp("small", capacity).Camp("big")
        .Route("a", "fork", 50).Route("fork", "small", 60).Route("fork", "big", 120)
        .SetOut(0, "a", 40).SetOut(1, "a", 40).SetOut(2, "a", 40).SetOut(3, "a", 40).SetOut(4, "a", 40).Rule(r => r with { CapacitySlices = 1024 });

    private static Given Chain => Given.Nothing.Town("a").Town("b").Camp("camp").Route("a", "b", 120).Route("b", "camp", 150).Stock("a", 200);

    private static Given Long => Given.Nothing.Town("a").Town("b").Camp("camp").Camp("other")
        .Route("a", "b", 180).Route("b", "camp", 700).Route("a", "other", 900).Stock("a", 200);

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Groups_and_persons_agree_in_distribution(string situation)
    {
        var given = Situations[situation];
        var groups = given.Run(Days, Runs, seed: 11);
        var persons = given.Run(Days, Runs, seed: 12, byPerson: true);

        foreach (var place in given.Scenario.Places)
        {
            for (var day = 0; day < Days; day++)
            {
                foreach (var measure in new[] { Measure.Stock, Measure.Residents, Measure.Inflow, Measure.Held })
                {
                    var (one, other) = (groups.Draws(measure, place.Id, day), persons.Draws(measure, place.Id, day));
                    Statistical.MeansAgree(one, other);
                    Statistical.VariancesAgree(one, other);
                }
            }
        }
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(200, 150)]
    public void A_camp_that_fills_takes_as_many_as_when_people_arrive_one_by_one(int capacity, int stock) =>
        Statistical.MeansAgree(
            C_CapacityTests.TwoCamps(capacity, stock).Run(days: 1, runs: 1000, byPerson: true).Draws(Measure.Stock, "small", 0),
            C_CapacityTests.OneByOne(capacity, stock, people: 500, runs: 2000));

    [Theory]
    [MemberData(nameof(Names))]
    public void Persons_give_the_same_bytes_on_one_thread_and_on_two(string situation) =>
        Assert.Equal(
            Situations[situation].Run(Days, 4, byPerson: true).Everything(),
            Situations[situation].Run(Days, 4, threads: 2, byPerson: true).Everything());
}
