using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>
/// While a camp fills or empties people choose moment by moment, but those who go to places that take everybody are shared among these only
/// once. Their shares among themselves do not change, so whatever the camp has taken, of the n others each went to the first of two towns
/// with the same chance p: (n₁ − n p) / √(n p (1 − p)) has mean 0 and variance 1. And the camp itself has as many as one by one.
/// </summary>
public class ElsewhereTests
{
    private const int Runs = 2000;

    [Fact]
    public void On_the_way_the_towns_share_those_whom_the_camp_does_not_take() => AssertShared(Fork);

    [Fact]
    public void In_the_morning_they_share_those_who_leave_in_turns() => AssertShared(BesideACamp);

    [Fact]
    public void The_camp_takes_as_many_as_one_by_one()
    {
        foreach (var given in new[] { Fork, Fork.On(0, "fork--camp", Change.Pass, 0.6).On(0, "fork--near", Change.Pass, 0.5) })
        {
            var (groups, persons) = (given.Run(days: 2, runs: 500), given.Run(days: 2, runs: 500, seed: 2, byPerson: true));
            foreach (var day in new[] { 0, 1 })
                foreach (var place in given.Scenario.Places)
                {
                    Statistical.MeansAgree(groups.Draws(Measure.Stock, place.Id, day), persons.Draws(Measure.Stock, place.Id, day));
                    Statistical.VariancesAgree(groups.Draws(Measure.Stock, place.Id, day), persons.Draws(Measure.Stock, place.Id, day));
                }
        }
    }

    private static void AssertShared(Given given)
    {
        var seen = given.Run(days: 1, runs: Runs);
        var (near, far) = (seen.Draws(Measure.Inflow, "near", 0), seen.Draws(Measure.Inflow, "far", 0));
        // 1/(10 + 30) against 1/(10 + 60).
        const double p = 70 / 110.0;
        double[] standard = [.. near.Zip(far, (one, other) => (one - (one + other) * p) / Math.Sqrt((one + other) * p * (1 - p)))];
        Statistical.MeanIs(0, 1, standard);
        Statistical.VarianceIs(1, 0, standard);
    }

    /// <summary>
    /// A city that all leave at once, by a hub where one looks at the camp; it is full
    /// before all have come. They come one by one, so the law is that of persons.
    /// </summary>
    private static Given Fork => Given.Nothing.City("city").Hub("fork").Camp("camp", 150).Town("near").Town("far")
        .Route("city", "fork", 20).Route("fork", "camp", 20, oneWay: true).Route("fork", "near", 30, oneWay: true).Route("fork", "far", 60, oneWay: true)
        .Stock("city", 800).Rule(r => r with { AwarenessLevel = 1, DefaultMovechance = 0, CapacityBuffer = 0.2, CapacitySlices = 1024 });

    /// <summary>A camp beyond its limit that half leave each morning; who leaves the town beside it sees what room that makes.</summary>
    private static Given BesideACamp => Given.Nothing.Town("town").Camp("camp", 200).Camp("other").Town("near").Town("far")
        .Route("town", "camp", 20, oneWay: true).Route("camp", "other", 100, oneWay: true)
        .Route("town", "near", 30, oneWay: true).Route("town", "far", 60, oneWay: true)
        .Stock("town", 600).Stock("camp", 210).Rule(r => r with { AwarenessLevel = 1, DefaultMovechance = 0.5, CampMovechance = 0.5, CapacityBuffer = 0.2 });
}
