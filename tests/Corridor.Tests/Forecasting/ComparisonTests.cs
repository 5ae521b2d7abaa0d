using Corridor.Forecasting;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>What a comparison keeps of an ensemble, against the draws themselves.</summary>
public sealed class ComparisonTests
{
    private const int Runs = 25;
    private static readonly DateOnly Start = new(2026, 3, 1);

    private static readonly Alternative Closed = new()
    {
        Name = "closed",
        Rows =
        [
            new AlternativeRow(
                new TimelineEntry { Date = new DateOnly(2026, 3, 8), Subject = Subject.Route("city", "town"), Change = Change.Close }, Drop: false),
        ],
    };

    private static readonly Alternative Same = new() { Name = "same" };

    private static readonly Scenario TwoRoads = new()
    {
        Name = "two roads",
        Start = Start,
        Days = 40,
        AsOf = new DateOnly(2026, 3, 5),
        Places =
        [
            new Place { Id = "city", Name = "City", Kind = PlaceKind.ConflictZone, Population = 10_000 },
            new Place { Id = "camp", Name = "Camp", Kind = PlaceKind.Camp, Capacity = 500 },
            new Place { Id = "town", Name = "Town" },
            new Place { Id = "empty-camp", Name = "Empty", Kind = PlaceKind.Camp, Capacity = 500 },
        ],
        Routes =
        [
            new Route { From = "city", To = "camp", Km = 100 },
            new Route { From = "city", To = "town", Km = 100 },
        ],
    };

    /// <summary>They are on the way nowhere, as those under conflict are: a flooded town is no destination of theirs.</summary>
    [Theory]
    [InlineData(DepartureDriver.Flood, 50)]
    [InlineData(DepartureDriver.Conflict, 0)]
    public void Displaced_people_in_a_flooded_town_are_in_danger_where_departures_follow_the_flood(DepartureDriver driver, double inDanger)
    {
        var given = Ladder.Given.Nothing.Town("town").Stock("town", 50).On(0, "town", Change.Flood, 1).Rule(r => r with { DepartureDriver = driver });
        var comparison = new Comparison(given.Scenario with { Days = 1 }, 1, runs: 2);
        new Ensemble(given.Scenario with { Days = 1 }, [Alternative.Base], new EnsembleOptions { Runs = 2, Threads = 1 })
            .Run(day => comparison.Observe(day, last: true), TestContext.Current.CancellationToken);
        Assert.Equal(inDanger, comparison.Horizons[0].Totals.UnderConflict.Under[0].Mean);
        Assert.Equal(inDanger == 0, comparison.Horizons[0].Destinations.Count == 1);
    }

    [Fact]
    public void Horizons_lie_7_14_and_30_days_after_the_as_of_day_and_at_the_end()
    {
        var comparison = Observe(TwoRoads).Comparison;
        Assert.Equal(
            [(7, Start.AddDays(11)), (14, Start.AddDays(18)), (30, Start.AddDays(34)), (null, Start.AddDays(39))],
            comparison.Horizons.Select(h => (h.DaysAhead, h.Date)));
        Assert.Equal(Start.AddDays(7), Observe(TwoRoads with { AsOf = null }).Comparison.Horizons[0].Date);
    }

    [Fact]
    public void A_horizon_that_is_the_last_day_is_the_end() =>
        Assert.Equal(
            [(7, Start.AddDays(11)), (null, Start.AddDays(18))],
            Observe(TwoRoads with { Days = 19 }).Comparison.Horizons.Select(h => (h.DaysAhead, h.Date)));

    [Fact]
    public void Figures_and_paired_differences_are_those_of_the_draws()
    {
        var (comparison, draws) = Observe(TwoRoads);
        var town = comparison.Horizons[0].Destinations.Single(d => d.Place == 2).Stock;
        var (reference, closed) = (draws[(11, 0)], draws[(11, 1)]);
        Assert.Equal(Summary.Of([.. reference]), town.Under[0]);
        Assert.Equal(Summary.Of([.. closed]), town.Under[1]);
        var differences = closed.Zip(reference, (c, r) => c - r).ToArray();
        Assert.Equal(Summary.Of([.. differences]), town.Differences[1]!.Value.Summary);
        Assert.Equal(differences.Count(d => d > 0) / (double)Runs, town.Differences[1]!.Value.ProbabilityMore);
        Assert.Equal(differences.Count(d => d == 0) / (double)Runs, town.Differences[1]!.Value.ProbabilityEqual);
        Assert.Null(town.Differences[0]);
    }

    [Fact]
    public void An_alternative_that_changes_nothing_is_the_same_as_the_base_in_every_run()
    {
        var comparison = Observe(TwoRoads).Comparison;
        Assert.False(comparison.IsSameAsFirst(1));
        Assert.True(comparison.IsSameAsFirst(2));
    }

    [Fact]
    public void A_siege_between_two_of_the_days_that_are_looked_at_is_no_alternative_that_changes_nothing()
    {
        AlternativeRow Row(int day, Change change) =>
            new(new TimelineEntry { Date = Start.AddDays(day), Subject = Subject.Route("city", "camp"), Change = change }, Drop: false);
        var siege = new Alternative { Name = "siege", Rows = [Row(20, Change.Close), Row(24, Change.Open)] };
        var held = TwoRoads with
        {
            Routes = [TwoRoads.Routes[0]],
            Timeline = [new TimelineEntry { Date = Start, Subject = Subject.Place("city"), Change = Change.Hold, Value = 1 }],
        };
        var comparison = new Comparison(held, alternatives: 2, Runs);
        new Ensemble(held, [Alternative.Base, siege], new EnsembleOptions { Runs = Runs, Threads = 1 }).Run(
            day => comparison.Observe(day, day.Day == held.Days - 1), TestContext.Current.CancellationToken);
        Assert.All(comparison.Horizons, h => Assert.True(h.Totals.Trapped.IsSameAsFirst(1)));
        Assert.False(comparison.IsSameAsFirst(1));
    }

    /// <summary>Those who are where fighting has come to are at no destination, and are told all the same.</summary>
    [Fact]
    public void Where_fighting_comes_to_a_place_of_refuge_those_there_stay_known()
    {
        var fighting = new TimelineEntry { Date = Start.AddDays(14), Subject = Subject.Place("town"), Change = Change.Conflict, Value = 1, Announced = Start };
        var (before, after) = Observe(TwoRoads with { Timeline = [fighting] }).Comparison.Horizons switch { var h => (h[0], h[1]) };
        Assert.Contains(before.Destinations, d => d.Place == 2);
        Assert.DoesNotContain(after.Destinations, d => d.Place == 2);
        Assert.True(after.UnderConflict[2].Under[0].Q50 > 0);
        Assert.Equal(after.Totals.UnderConflict.Under[0].Mean, after.UnderConflict.Values.Sum(f => f.Under[0].Mean), 6);
    }

    [Fact]
    public void Camps_and_places_of_refuge_are_destinations_and_places_under_conflict_are_a_total()
    {
        var end = Observe(TwoRoads).Comparison.Horizons[^1];
        Assert.Equal([(1, true), (2, false), (3, true)], end.Destinations.Select(d => (d.Place, d.IsCamp)));
        for (var alternative = 0; alternative < 3; alternative++)
        {
            var parts = end.Destinations.Select(d => d.Stock).Append(end.Totals.UnderConflict).Append(end.Totals.InTransit);
            Assert.Equal(end.Totals.Displaced.Under[alternative].Mean, parts.Sum(p => p.Under[alternative].Mean), 6);
        }
    }

    [Fact]
    public void The_first_day_over_capacity_is_the_first_day_with_more_people_than_room()
    {
        var (comparison, _) = Observe(TwoRoads with { Rules = Rules.Corridor with { NoRoom = NoRoomRule.IgnoreCapacity, CampWeight = 100 } });
        var over = comparison.OverCapacity.Single(c => c is { Place: 1, Alternative: 1 });
        Assert.InRange(over.Probability, 0.5, 1);
        Assert.True(over.Early <= over.Median && over.Median <= over.Late && over.Early > Start);
        Assert.DoesNotContain(comparison.OverCapacity, c => c.Place == 3);
    }

    [Fact]
    public void There_is_a_row_of_totals_for_every_day_and_alternative()
    {
        var comparison = Observe(TwoRoads).Comparison;
        Assert.All(comparison.Days, days => Assert.Equal(Enumerable.Range(0, 40).Select(Start.AddDays), days.Select(d => d.Date)));
        Assert.True(comparison.Days[0][0].Displaced.Mean > 0);
    }

    [Theory]
    [InlineData(Measure.InTransit)]
    [InlineData(Measure.Displaced)]
    public void What_only_the_whole_situation_has_is_refused_for_a_place(Measure measure)
    {
        var ensemble = new Ensemble(TwoRoads, [Alternative.Base], new EnsembleOptions { Runs = 2, Threads = 1, Days = 1 });

        ensemble.Run(day => Assert.Throws<ArgumentException>(nameof(measure), () => day.OfPlace(measure, 2, new double[2])),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, ensemble.DaysDone);
    }

    /// <summary>Runs the ensemble; also gives the people at the town by day and alternative.</summary>
    private static (Comparison Comparison, Dictionary<(int Day, int Alternative), double[]> Town) Observe(Scenario scenario)
    {
        var ensemble = new Ensemble(scenario, [Alternative.Base, Closed, Same], new EnsembleOptions { Runs = Runs, Threads = 1 });
        var comparison = new Comparison(scenario, 3, Runs);
        var town = new Dictionary<(int, int), double[]>();
        ensemble.Run(day =>
        {
            comparison.Observe(day, day.Day == scenario.Days - 1);
            var values = new double[Runs];
            day.OfPlace(Measure.Stock, 2, values);
            town.Add((day.Day, day.AlternativeNumber), values);
        });
        return (comparison, town);
    }
}
