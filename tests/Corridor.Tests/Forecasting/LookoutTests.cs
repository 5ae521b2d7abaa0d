using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Warnings;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>Warnings of the village: a town under attack with a road to a camp in the north and one to a camp in the south, reported every week.</summary>
public sealed class LookoutTests
{
    private static readonly DateOnly AsOf = Village.Day(100);
    private const int Days = 21;

    private static readonly Alternative Sealed = Closing("sealed", 104, "north", "south");
    private static readonly Alternative NorthClosed = Closing("north-closed", 104, "north");

    [Fact]
    public void A_camp_that_fills_is_warned_of_with_its_last_count_and_not_once_a_report_has_passed_the_mark()
    {
        var north = Village.Scenario.Counts.Last(c => c.Place == "north" && c.Published <= AsOf).People;
        IReadOnlyList<Warning> Capacities(long capacity) => [.. Of(With(capacity)).Where(w => w.Kind is WarningKind.Capacity90 or WarningKind.Capacity100)];
        var filling = Capacities(north + 2000).Single(w => w.Kind == WarningKind.Capacity100);
        Assert.Equal("north", filling.Place);
        Assert.True(filling.Probability > 0.5 && filling.First > AsOf);
        Assert.Equal(north, filling.Reason.Count!.Report.People);
        Assert.True(filling.Reason.IsForecast);
        // Its probability is the share of the members, day by day, and grows while the camp does.
        Assert.Equal(Days, filling.ByDay.Count);
        Assert.True(filling.ByDay[^1] > filling.ByDay[0]);
        Assert.Empty(Capacities(10 * north));
        Assert.Empty(Capacities(north - 100));

        static Scenario With(long capacity) => Village.Scenario with
        {
            Places = [.. Village.Scenario.Places.Select(p => p.Id == "north" ? p with { Capacity = capacity } : p)],
        };
    }

    [Fact]
    public void A_capacity_that_the_timeline_announces_counts_from_its_day_and_is_the_reason()
    {
        var north = Village.Scenario.Counts.Last(c => c.Place == "north" && c.Published <= AsOf).People;
        var row = new TimelineEntry
        {
            Date = AsOf.AddDays(8), Announced = AsOf, Subject = Subject.Place("north"), Change = Change.Capacity, Value = north + 100,
        };
        var warning = Of(Village.Scenario with { Timeline = [row] }).Single(w => w.Kind == WarningKind.Capacity100);
        Assert.All(warning.ByDay.Take(7), p => Assert.Equal(0, p));
        Assert.True(warning.ByDay[^1] > 0.5);
        Assert.Same(row, warning.Reason.CapacityBy);
        Assert.Empty(Of(Village.Scenario with { Timeline = [row with { Announced = null }] }));
    }

    /// <summary>Water in the places around a flooded town closes its ways as well as a closure does; where nobody flees from water it is no reason.</summary>
    [Theory]
    [InlineData(DepartureDriver.Flood)]
    [InlineData(DepartureDriver.Conflict)]
    public void Floods_that_take_the_last_way_are_its_reason_where_people_flee_from_them(DepartureDriver driver)
    {
        var given = Ladder.Given.Nothing.Town("town", 100).Camp("near").Camp("far").Route("town", "near", 9).Route("near", "far", 9)
            .On(1, "town", driver == DepartureDriver.Flood ? Change.Flood : Change.Conflict, 1)
            .On(5, "near", driver == DepartureDriver.Flood ? Change.Flood : Change.Conflict, 1).On(5, "far", Change.Flood, 1)
            .On(5, "far", Change.Close).Rule(r => r with { DepartureDriver = driver });
        var way = Assert.Single(WayOut.Of(given.Scenario, given.Scenario.Timeline, Ladder.Given.Start.AddDays(2), 6), w => w.Place == "town");
        Assert.Equal(Ladder.Given.Start.AddDays(5), way.Lost);
        Change[] expected = driver == DepartureDriver.Flood ? [Change.Flood, Change.Flood, Change.Close] : [Change.Conflict, Change.Close];
        Assert.Equal(expected, way.LostBy.Select(e => e.Change));
    }

    [Fact]
    public void Where_the_last_road_closes_the_day_the_people_and_the_rows_are_said()
    {
        var warnings = Of(Village.Scenario, Sealed);
        var lost = warnings.Single(w => w.Kind == WarningKind.LastRoute);
        Assert.Equal(("town", Village.Day(104)), (lost.Place, lost.First!.Value));
        Assert.Equal([0, 0, 0, 1], lost.ByDay.Take(4));
        Assert.Equal(Sealed.Rows.Select(r => r.Entry), lost.Reason.Changes);
        Assert.Equal(Sealed.Rows.Select(r => r.Entry), lost.Reason.Assumed);
        var trapped = warnings.Single(w => w.Kind == WarningKind.Trapped);
        Assert.Equal([0, 0, 0, 1], trapped.ByDay.Take(4));
        // Nobody leaves from then on: all who had not left are trapped, and no others.
        Assert.InRange(trapped.People!.Value.Q50, 900_000, 1_000_000);
        Assert.DoesNotContain(Of(Village.Scenario), w => w.Kind is WarningKind.LastRoute or WarningKind.Trapped);
    }

    [Fact]
    public void A_siege_that_ends_before_the_last_day_is_warned_of_with_the_people_of_its_last_day()
    {
        var opening = new TimelineEntry { Date = Village.Day(110), Subject = Subject.Route("town", "south"), Change = Change.Open };
        var again = Sealed with { Rows = [.. Sealed.Rows, new AlternativeRow(opening, Drop: false)] };
        var warnings = Of(Village.Scenario, again);
        var lost = warnings.Single(w => w.Kind == WarningKind.LastRoute);
        Assert.Equal(Village.Day(104), lost.First);
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0], lost.ByDay.Take(11));
        var trapped = warnings.Single(w => w.Kind == WarningKind.Trapped);
        Assert.Equal((Village.Day(109), false), (trapped.PeopleOn!.Value, trapped.IsAlready));
        Assert.InRange(trapped.People!.Value.Q50, 900_000, 1_000_000);
        Assert.DoesNotContain(warnings, w => w.Kind == WarningKind.OneRouteLeft);
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_place_that_is_sealed_the_day_after_was_not_sealed_on_the_as_of_day(int day, bool already) =>
        Assert.Equal(already, Of(Village.Scenario, Closing("sealed", day, "north", "south")).Single(w => w.Kind == WarningKind.Trapped).IsAlready);

    /// <summary>Closures come at (closures + 1/2) per day of a road: two roads for a hundred days, one closure known.</summary>
    [Fact]
    public void With_one_road_left_the_chance_of_another_closure_is_that_of_the_known_past()
    {
        var closing = new TimelineEntry { Date = Village.Day(90), Subject = Subject.Route("town", "north"), Change = Change.Close };
        var scenario = Village.Scenario with { Timeline = [closing] };
        var warning = Of(scenario).Single(w => w.Kind == WarningKind.OneRouteLeft);
        Assert.Equal(("town", "town--south"), (warning.Place, warning.Reason.Route));
        Assert.Equal((1, 200), warning.Reason.PastClosures);
        Assert.Equal(1 - Math.Exp(-1.5 / 200 * 21), warning.ByDay[^1], 12);
        Assert.DoesNotContain(Of(Village.Scenario), w => w.Kind == WarningKind.OneRouteLeft);

        // A closure that an alternative supposes of the past leaves one road as well, but is no experience.
        var supposed = Of(Village.Scenario, Closing("supposed", 90, "north")).Single(w => w.Kind == WarningKind.OneRouteLeft);
        Assert.Equal((0, 200), supposed.Reason.PastClosures);
    }

    /// <summary>A closure is of two places, so a second road between the same two is no second way; one through a village between them is.</summary>
    [Fact]
    public void Roads_side_by_side_are_one_route_and_a_detour_is_another()
    {
        var closing = new TimelineEntry { Date = Village.Day(90), Subject = Subject.Route("town", "north"), Change = Change.Close };
        var sideBySide = new Route { From = "south", To = "town", Km = 120 };
        var twoWays = Village.Scenario with { Timeline = [closing], Routes = [.. Village.Scenario.Routes, sideBySide] };
        var warning = Of(twoWays).Single(w => w.Kind == WarningKind.OneRouteLeft);
        Assert.Equal("town--south", warning.Reason.Route);
        Assert.Equal((1, 200), warning.Reason.PastClosures);

        var detour = twoWays with
        {
            Places = [.. twoWays.Places, new Place { Id = "hill", Name = "Hill", Kind = PlaceKind.Hub, Country = "A" }],
            Routes = [.. twoWays.Routes, new Route { From = "town", To = "hill", Km = 50 }, new Route { From = "hill", To = "south", Km = 60 }],
        };
        Assert.DoesNotContain(Of(detour), w => w.Kind == WarningKind.OneRouteLeft);
    }

    /// <summary>The shortest way takes a step of both others, which have to be walked back to find that they share nothing.</summary>
    [Fact]
    public void Two_ways_are_found_where_the_first_found_lies_across_them()
    {
        Place Hub(string id) => new() { Id = id, Name = id, Kind = PlaceKind.Hub, Country = "A" };
        Route Road(string from, string to) => new() { From = from, To = to, Km = 10 };
        TimelineEntry OnDay(int day, Change change) => new() { Date = Village.Day(day), Subject = Subject.Route("b", "north"), Change = change };
        var scenario = Village.Scenario with
        {
            // A closure in the past: with none, another within the days ahead is too rare to be warned of.
            Timeline = [OnDay(50, Change.Close), OnDay(51, Change.Open)],
            Places = [.. Village.Scenario.Places, Hub("a"), Hub("b"), Hub("c"), Hub("d"), Hub("e"), Hub("f")],
            Routes =
            [
                Road("town", "a"), Road("a", "b"), Road("b", "north"),
                Road("a", "c"), Road("c", "d"), Road("d", "south"), Road("town", "e"), Road("e", "f"), Road("f", "b"),
            ],
        };
        Assert.DoesNotContain(Of(scenario), w => w.Kind == WarningKind.OneRouteLeft);
        var cut = scenario with { Routes = [.. scenario.Routes.Where(r => r.From != "e")] };
        Assert.Equal("town--a", Of(cut).Single(w => w.Kind == WarningKind.OneRouteLeft).Reason.Route);
    }

    [Fact]
    public void A_trigger_fires_when_the_share_of_the_members_says_so()
    {
        var now = Village.Scenario.Counts.Last(c => c.Place == "north" && c.Published <= AsOf).People;
        string[] texts =
        [
            $"when P(people at north in 14 d > {now}) > 0.5",
            $"when P(people at north in 14 d < {now}) > 0.5",
            "when P(arrivals at north in 7 d > 1) > 0.9",
            "when P(trapped in 14 d > 0) > 0",
            "when P(displaced in 200 d > 0) > 0",
        ];
        var scenario = Village.Scenario with { Triggers = [.. texts.Select((t, i) => Trigger.Parse($"t{i}", t, Origin.None, out _)!)] };
        var triggers = Of(scenario, NorthClosed).Where(w => w.Kind == WarningKind.Trigger).ToList();
        Assert.Equal(["t0", "t1", "t2", "t3"], triggers.Select(t => t.Trigger!.Name));
        Assert.Equal(1, triggers[0].Probability + triggers[1].Probability, 9);
        Assert.Equal(triggers[0].Probability > 0.5, triggers[0].Fires);
        Assert.False(triggers[3].Fires);
        Assert.Equal(0, triggers[3].Probability);
        Assert.Equal(NorthClosed.Rows.Select(r => r.Entry), triggers[0].Reason.Assumed);
        // The road is closed from the fourth day on: the growth of the camp shrinks.
        Assert.InRange(triggers[0].Reason.Factor!.Value, 0, 0.9);
        Assert.Equal(1, Of(scenario).First(w => w.Kind == WarningKind.Trigger).Reason.Factor!.Value, 6);
    }

    private static IReadOnlyList<Warning> Of(Scenario scenario, Alternative? alternative = null)
    {
        var known = Knowledge.Of(scenario, AsOf);
        var forecast = new CorridorForecast(scenario, known, Days, new ConditionedOptions { Members = 20, Threads = 1 });
        var outlook = new Outlook(forecast, known, scenario, alternative ?? Alternative.Base, Days);
        forecast.Ensemble.RunAhead([outlook.Alternative], _ => null, outlook.Observe);
        return Lookout.Of(outlook);
    }

    private static Alternative Closing(string name, int day, params string[] camps) => new()
    {
        Name = name,
        Rows =
        [
            .. camps.Select(camp => new TimelineEntry { Date = Village.Day(day), Subject = Subject.Route("town", camp), Change = Change.Close })
                .Select(entry => new AlternativeRow(entry, Drop: false)),
        ],
    };
}
