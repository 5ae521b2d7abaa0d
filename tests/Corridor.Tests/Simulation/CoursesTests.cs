using Corridor.Scenarios;
using Corridor.Tests.Ladder;
using CsCheck;

namespace Corridor.Tests.Simulation;

/// <summary>
/// People of a group who follow a plan share the hour. Everybody here goes to the one camp, so nothing is
/// left to chance, and people one by one, who keep their own hours, tell where groups must be.
/// </summary>
public class CoursesTests
{
    private const int Days = 9;

    [Fact]
    public void Groups_are_at_the_same_places_on_the_same_days_as_people_one_by_one() =>
        Networks.Sample(given =>
        {
            var (groups, persons) = (given.Run(Days), given.Run(Days, byPerson: true));
            foreach (var day in Enumerable.Range(0, Days))
            {
                foreach (var place in given.Scenario.Places)
                    foreach (var measure in new[] { Measure.Stock, Measure.Inflow, Measure.Outflow })
                        Assert.Equal(persons.Draws(measure, place.Id, day), groups.Draws(measure, place.Id, day));
                foreach (var route in given.Scenario.Routes)
                {
                    Assert.Equal(persons.DrawsEntered(route.From, route.To, day), groups.DrawsEntered(route.From, route.To, day));
                    Assert.Equal(persons.DrawsEntered(route.To, route.From, day), groups.DrawsEntered(route.To, route.From, day));
                }
            }
        }, seed: "0000000000021", iter: 150, threads: 1);

    /// <summary>
    /// Eight villages before a road of more than five days. All come to it on the
    /// first day, at eight different hours, and to its end on the same day.
    /// </summary>
    [Fact]
    public void Those_who_come_to_the_end_of_a_road_on_the_same_day_are_one_group()
    {
        var given = Given.Nothing.Marker("fork").Camp("camp").Route("fork", "camp", 1020);
        for (var village = 0; village < 8; village++) given = given.City($"v{village}").Stock($"v{village}", 10).Route($"v{village}", "fork", 10 + 7 * village);
        var steps = Steps(given);

        // Each village by itself on the first day: it decides, and goes along two roads. Then one group on five more days, and one in the camp.
        Assert.Equal(8 * 3 + 5 + 1, steps);
        // Whoever is on a road that closes one day turns back from where he is: then each keeps to his own hour, at the fork as well.
        Assert.Equal(8 * 4 + 8 * 5 + 1, Steps(given.On(7, "fork--camp", Change.Close)));
    }

    /// <summary>
    /// Half get through on a road behind the fork. Where it closes one day under an alternative, each keeps to
    /// his own hour; so it must be under the other as well, or other groups would draw who gets through.
    /// </summary>
    [Fact]
    public void A_road_that_closes_under_an_alternative_changes_nothing_before()
    {
        var given = Quiet(Given.Nothing.Marker("fork").City("gate").Camp("camp").Route("fork", "gate", 20).Route("gate", "camp", 300))
            .On(0, "gate--camp", Change.Pass, 0.5);
        for (var village = 0; village < 4; village++) given = given.City($"v{village}").Stock($"v{village}", 50).Route($"v{village}", "fork", 10 + 7 * village);
        var seen = given.Alternative("closed", Given.Also(4, "gate--camp", Change.Close)).Run(days: 6, runs: 10);

        Assert.Equal(seen.Everything(0, untilDay: 4), seen.Everything(1, untilDay: 4));
        Assert.NotEqual(seen.Everything(0), seen.Everything(1));
    }

    private static long Steps(Given given)
    {
        var ensemble = new Corridor.Forecasting.Ensemble(Quiet(given).Scenario with { Days = 7 }, [Alternative.Base], new() { Runs = 1 });
        ensemble.Run(_ => { });
        return ensemble.GroupSteps;
    }

    /// <summary>Nobody goes to a place under conflict: only the camp draws.</summary>
    private static Given Quiet(Given given) => given.Rule(r => r with { ConflictWeight = 0, AwarenessLevel = 6 });

    /// <summary>
    /// Four cities in a row before a camp, and roads between them that go the shorter way; one of those closes,
    /// opens or slows down while people are on it. The row stays open, so everybody finds a way.
    /// </summary>
    private static readonly Gen<Given> Networks =
        from row in Gen.Int[5, 330].Array[4]
        from speeds in Gen.Int[0, 5].Array[4]
        from shortcuts in Gen.Select(Gen.Int[0, 2], Gen.Int[2, 4], Gen.Int[5, 500], Gen.Int[0, 6]).Array[0, 3]
        from changes in Gen.Select(Gen.Int[0, 2], Gen.Int[0, Days - 1], Gen.Int[0, 3]).Array[0, 3]
        from people in Gen.Int[0, 3].Array[12]
        select Told(row, speeds, [.. shortcuts.Where(s => s.Item2 > s.Item1 + 1).DistinctBy(s => (s.Item1, s.Item2))], changes, people);

    private static Given Told(
        int[] row, int[] speeds, (int From, int To, int Km, int Speed)[] shortcuts,
        (int Shortcut, int Day, int Change)[] changes, int[] people)
    {
        var given = Quiet(Given.Nothing.City("p0", 100).City("p1", 100).City("p2", 100).City("p3", 100).Camp("p4"));
        for (var i = 0; i < row.Length; i++) given = given.Route($"p{i}", $"p{i + 1}", row[i], speed: speeds[i] == 0 ? 37 : null);
        foreach (var way in shortcuts) given = given.Route($"p{way.From}", $"p{way.To}", way.Km, speed: way.Speed == 0 ? 90 : null);
        foreach (var (number, day, change) in changes.Where(c => c.Shortcut < shortcuts.Length).DistinctBy(c => (c.Shortcut, c.Day)))
        {
            var road = $"p{shortcuts[number].From}--p{shortcuts[number].To}";
            given = change switch
            {
                0 => given.On(day, road, Change.Close),
                1 => given.On(day, road, Change.Open),
                2 => given.On(day, road, Change.Speed, 45),
                _ => given.On(day, road, Change.Pass, 0),
            };
        }
        for (var i = 0; i < people.Length; i++)
            if (people[i] > 0) given = given.SetOut(i / 4, $"p{i % 4}", people[i]);
        return given;
    }
}
