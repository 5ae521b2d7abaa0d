using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>What kinds of places do, and places that change their kind.</summary>
public class G_KindTests
{
    [Fact]
    public void G01_The_chance_to_leave_follows_the_kind_of_the_place()
    {
        var seen = Given.Nothing.Town("town").City("city").Camp("camp").IdpCamp("idp").Hub("hub").Marker("marker").Camp("far")
            .Route("town", "far", 500, oneWay: true).Route("city", "far", 500, oneWay: true).Route("camp", "far", 500, oneWay: true)
            .Route("idp", "far", 500, oneWay: true).Route("hub", "far", 500, oneWay: true).Route("marker", "far", 500, oneWay: true)
            .Stock("town", 1000).Stock("city", 1000).Stock("camp", 1000).Stock("idp", 1000).Stock("hub", 1000).Stock("marker", 1000)
            .Rule(r => r with { DefaultMovechance = 0.3, ConflictMovechance = 0.8, CampMovechance = 0.01, IdpcampMovechance = 0.05 }).Run(days: 1, runs: 1000);

        foreach (var (place, chance) in new[] { ("town", 0.3), ("city", 0.8), ("camp", 0.01), ("idp", 0.05), ("hub", 1), ("marker", 1) })
            Statistical.MeanIs(1000 * (1 - chance), 1000 * chance * (1 - chance), seen.Draws(Measure.Stock, place, 0));
    }

    [Fact]
    public void G02_A_camp_that_opens_later_is_passed_before_and_stayed_in_after()
    {
        var seen = Given.Nothing.City("city", 1000).Marker("site").Town("town").Route("city", "site", 100, oneWay: true).Route("site", "town", 50, oneWay: true)
            .SetOut(0, "city", 10).SetOut(1, "city", 10).SetOut(2, "city", 10).SetOut(3, "city", 10)
            .Rule(r => r with { DefaultMovechance = 0, AwarenessLevel = 1 }).On(2, "site", Change.Kind, kind: PlaceKind.IdpCamp).Run(days: 4);

        Assert.Equal([0, 0, 10, 20], Enumerable.Range(0, 4).Select(day => seen.Stock("site", day)));
        Assert.Equal([10, 20, 20, 20], Enumerable.Range(0, 4).Select(day => seen.Stock("town", day)));
    }

    [Fact]
    public void G03_A_camp_that_becomes_a_town_is_left_like_one()
    {
        var seen = Given.Nothing.Camp("camp").Camp("other").Route("camp", "other", 50, oneWay: true).Stock("camp", 100)
            .Rule(r => r with { DefaultMovechance = 1 }).On(2, "camp", Change.Kind, kind: PlaceKind.Town).Run(days: 4);

        Assert.Equal(100, seen.Stock("camp", 1));
        Assert.Equal(100, seen.Stock("other", 2));
    }

    [Fact]
    public void G04_A_camp_that_becomes_a_marker_is_no_goal_any_more()
    {
        var seen = Given.Nothing.City("city", 1000).Camp("camp").Town("town").Route("city", "camp", 100, oneWay: true).Route("camp", "town", 50, oneWay: true)
            .SetOut(0, "city", 10).SetOut(1, "city", 10)
            .Rule(r => r with { DefaultMovechance = 0, AwarenessLevel = 1 }).On(1, "camp", Change.Kind, kind: PlaceKind.Marker).Run(days: 2);

        Assert.Equal(10, seen.Stock("camp", 0));
        Assert.Equal(20, seen.Stock("town", 1)); // those who were there go on, too
    }

    [Fact]
    public void G05_A_town_that_becomes_a_conflict_zone_sends_its_residents_out_and_a_conflict_that_ends_makes_a_town_of_it()
    {
        var seen = Given.Nothing.Town("a", 1000).Camp("b").Route("a", "b", 50).Rule(r => r with { Departures = DepartureMode.Constant, DeparturesPerDay = 10 })
            .On(1, "a", Change.Kind, kind: PlaceKind.ConflictZone).On(3, "a", Change.Conflict, 0).Run(days: 5);

        Assert.Equal([0, 10, 20, 20, 20], Enumerable.Range(0, 5).Select(day => seen.Displaced(day)));
    }

    [Fact]
    public void G06_A_conflict_empties_a_camp()
    {
        var seen = Given.Nothing.Camp("camp").Town("safe").Route("camp", "safe", 50, oneWay: true).Stock("camp", 100).On(1, "camp", Change.Conflict, 1)
            .Rule(r => r with { DefaultMovechance = 0 }).Run(days: 2);

        Assert.Equal([100, 0], [seen.Stock("camp", 0), seen.Stock("camp", 1)]);
    }

    [Fact]
    public void G07_The_leaving_chance_can_follow_the_size_of_the_place()
    {
        var seen = Given.Nothing.Town("a", 2500).Camp("b").Route("a", "b", 50, oneWay: true).Stock("a", 1000)
            .Rule(r => r with { MovechancePopBase = 10_000, MovechancePopScaleFactor = 0.5, DefaultMovechance = 0.4 }).Run(days: 1, runs: 1000);

        Statistical.MeanIs(800, 1000 * 0.2 * 0.8, seen.Draws(Measure.Stock, "a", 0));
    }

    [Fact]
    public void G08_Hunger_adds_to_the_chance_to_leave()
    {
        var seen = Given.Nothing.Town("a").Camp("b").Route("a", "b", 50, oneWay: true).Stock("a", 1000).On(0, "a", Change.Food, 50)
            .Rule(r => r with { FleeWhenStarving = true, DefaultMovechance = 0.2 }).Run(days: 1, runs: 1000);

        Statistical.MeanIs(400, 240, seen.Draws(Measure.Stock, "a", 0));
    }

    [Fact]
    public void G09_A_flood_sets_the_chance_to_leave_by_its_level()
    {
        var seen = Given.Nothing.Place("a", PlaceKind.FloodZone, 0, "", null).Camp("b").Route("a", "b", 50, oneWay: true)
            .Stock("a", 1000).On(0, "a", Change.Flood, 3)
            .Rule(r => r with { FloodMovechances = [0, 0.2, 0.5, 0.9] }).Run(days: 1, runs: 1000);

        Statistical.MeanIs(100, 90, seen.Draws(Measure.Stock, "a", 0));
    }
}
