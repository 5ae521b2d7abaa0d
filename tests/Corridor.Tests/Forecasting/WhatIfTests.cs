using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>What an alternative may change of the forecast: no more than its people, and nothing before its day.</summary>
public sealed class WhatIfTests
{
    private const int Days = 28;
    private static readonly DateOnly LastReport = Village.Day(98);
    private static readonly ConditionedOptions Options = new() { Members = 20, Threads = 1 };

    /// <summary>A city by a border, and three camps beyond it that grow by as many: the total is their sum.</summary>
    private static readonly Scenario Strip = Village.Scenario with
    {
        Places =
        [
            Village.Scenario.Places[0] with { Population = 100_000 },
            new Place { Id = "hill", Name = "Hill", Kind = PlaceKind.Town, Country = "A" },
            .. Camps.Select(camp => new Place { Id = camp, Name = camp, Kind = PlaceKind.Camp, Country = "B" }),
            new Place { Id = "site", Name = "Site", Kind = PlaceKind.Marker, Country = "A" },
        ],
        Routes =
        [
            .. Camps.Select(camp => new Route { From = "town", To = camp, Km = 60 }),
            new Route { From = "town", To = "hill", Km = 40 },
            new Route { From = "town", To = "site", Km = 30 },
        ],
        Counts =
        [
            .. Enumerable.Range(0, 15).SelectMany(week => Camps.Append(Count.Everywhere)
                .Select(at => Village.Of(at, 7 * week, (at == Count.Everywhere ? 3 : 1) * (500 + 1_000L * week)))),
        ],
    };

    private static string[] Camps => ["north", "south", "east"];

    private static CorridorForecast Forecast(Scenario scenario, DateOnly asOf) => new(scenario, Knowledge.Of(scenario, asOf), Days, Options);

    private static int Target(Scenario scenario, string place) =>
        Knowledge.Of(scenario, LastReport).Series.ToList().FindIndex(s => s.Target.Place == place);

    private static Alternative Of(string name, params TimelineEntry[] rows) =>
        new() { Name = name, Rows = [.. rows.Select(r => new AlternativeRow(r, Drop: false))] };

    private static TimelineEntry At(DateOnly date, string place, Change change, double? value = null, string to = "") =>
        new() { Date = date, Subject = Subject.Place(place), Change = change, Value = value, To = to };

    [Fact]
    public void A_camp_that_all_are_forced_from_empties_and_its_people_are_counted_once()
    {
        var (asOf, then) = (LastReport.AddDays(2), LastReport.AddDays(4));
        var forecast = Forecast(Strip, asOf);
        var emptied = Of("emptied", At(then, "north", Change.ForceMove, 1_000_000, "south"), At(then, "north", Change.Close));
        double[] Effect(string place) => forecast.Difference(emptied, Alternative.Base, Target(Strip, place), asOf.AddDays(Days));
        Assert.All(forecast.Members(emptied, Target(Strip, "north"), asOf.AddDays(Days)), people => Assert.InRange(people, 0, 1));
        Assert.All(Effect(Count.Everywhere), people => Assert.Equal(0, people, 6));
        // Some are on the way at the end; the reported camp and the simulated one are not the same to the person.
        Assert.InRange((Effect("south").Average() + Effect("east").Average()) / -Effect("north").Average(), 0.85, 1.1);
    }

    [Theory]
    [InlineData(10, 0.0)]
    [InlineData(20, 0.0)]
    [InlineData(30, 0.0)]
    [InlineData(20, 3.0)]
    public void What_changes_of_the_displaced_after_the_last_report_is_what_changes_of_those_who_set_out(int silent, double conflict)
    {
        var asOf = LastReport.AddDays(silent);
        var (forecast, total) = (Forecast(Strip, asOf), Target(Strip, Count.Everywhere));
        var changed = Of("changed", At(asOf.AddDays(2), "town", Change.Conflict, conflict));
        var residents = new double[2][];
        forecast.Ensemble.RunAhead([Alternative.Base, changed], _ => null, day =>
        {
            day.OfAll(Measure.Residents, residents[day.AlternativeNumber] = new double[Options.Members]);
            if (day.AlternativeNumber == 0) return;
            var difference = forecast.Difference(changed, Alternative.Base, total, asOf.AddDays(day.Day + 1));
            for (var m = 0; m < Options.Members; m++)
            {
                var stayed = residents[1][m] - residents[0][m];
                Assert.InRange(difference[m], Math.Min(0, -stayed) - 1e-6, Math.Max(0, -stayed) + 1e-6);
            }
        }, TestContext.Current.CancellationToken);
        // It is no small thing.
        Assert.True(Math.Abs(forecast.Difference(changed, Alternative.Base, total, asOf.AddDays(Days)).Average()) > 3_000);
        var last = asOf.AddDays(Days);
        var most = Strip.Places[0].Population + 1_500.0;
        double[] usual = [.. forecast.WithoutSimulation(total, last).Values.ToArray().Select(people => Math.Min(people, most))];
        Assert.Equal(usual, forecast.Of(Alternative.Base, total, last).Values.ToArray());
    }

    /// <summary>Who finds the border closed waits on the hill, or goes to the new site: displaced all the same.</summary>
    [Fact]
    public void A_camp_that_opens_and_a_border_that_closes_change_where_people_are_and_not_how_many()
    {
        var (asOf, then) = (LastReport.AddDays(2), LastReport.AddDays(4));
        var forecast = Forecast(Strip, asOf);
        var closed = Of("closed", new TimelineEntry { Date = then, Subject = Subject.Border("A", "B"), Change = Change.Close });
        var opened = Of("opened", At(then, "site", Change.Kind) with { NewKind = PlaceKind.Camp });
        foreach (var alternative in new[] { closed, opened })
        {
            double[] Effect(string place) => forecast.Difference(alternative, Alternative.Base, Target(Strip, place), asOf.AddDays(Days));
            Assert.All(Effect(Count.Everywhere), people => Assert.Equal(0, people, 6));
            Assert.True(Effect("north").Average() < -300);
        }
    }

    private static Scenario Limited(double capacity, params string[] camps) =>
        Strip with { Places = [.. Strip.Places.Select(p => camps.Contains(p.Id) ? p with { Capacity = (int)capacity } : p)] };

    [Fact]
    public void A_capacity_holds_where_a_report_is_of_a_full_camp_and_not_where_it_is_far_beyond()
    {
        var (asOf, highest) = (LastReport.AddDays(2), 14_500);
        double Growth(CorridorForecast forecast, Alternative alternative) =>
            forecast.FactorOf(alternative, Target(Strip, "north"), asOf.AddDays(Days)).Average();
        var (full, far) = (Forecast(Limited(highest / 1.04, "north"), asOf), Forecast(Limited(highest / 1.2, "north"), asOf));
        Assert.Empty(full.Ensemble.Refuted);
        Assert.InRange(Growth(full, Alternative.Base), 0, 0.5);
        Assert.InRange(Growth(full, Of("larger", At(asOf.AddDays(1), "north", Change.Capacity, 100_000))), 0.9, 1.1);
        var refuted = Assert.Single(far.Ensemble.Refuted);
        Assert.Equal(("north", highest), (refuted.Place, (int)refuted.Report.People));
        Assert.InRange(Growth(far, Alternative.Base), 0.99, 1.01);
    }

    /// <summary>Two camps have been full for six weeks, and all others go to the third: that is their trend, and room changes it.</summary>
    [Fact]
    public void Camps_that_have_been_full_take_in_more_when_they_are_enlarged()
    {
        var asOf = LastReport.AddDays(2);
        var scenario = Limited(8_000, "north", "south") with
        {
            Counts = [.. Strip.Counts.Select(c => c.Place is "north" or "south" ? c with { People = Math.Min(c.People, 8_000 + c.Date.Day * 10) } : c)],
        };
        var forecast = Forecast(scenario, asOf);
        var larger = Of("larger", At(asOf.AddDays(1), "north", Change.Capacity, 100_000), At(asOf.AddDays(1), "south", Change.Capacity, 100_000));
        double Effect(string place) => forecast.Difference(larger, Alternative.Base, Target(scenario, place), asOf.AddDays(Days)).Average();
        Assert.True(Effect("north") > 1_000);
        Assert.True(Effect("south") > 1_000);
        Assert.True(Effect("east") < -1_000);
        Assert.Equal(0, Effect(Count.Everywhere), 6);
    }

    [Fact]
    public void Nobody_is_forecast_who_cannot_be_there()
    {
        var (asOf, end) = (LastReport.AddDays(2), LastReport.AddDays(2 + Days));
        Scenario City(long population, bool endless = false) => Strip with
        {
            Places = [.. Strip.Places.Select(p => p.Id == "town" ? p with { Population = population } : p)],
            Rules = Strip.Rules with { TakeFromPopulation = !endless },
        };
        double Highest(Scenario scenario, string place) => Forecast(scenario, asOf).Of(Alternative.Base, Target(Strip, place), end).Values[^1];
        // 42,000 have left, and 1,500 were there before that; 12,000 more would come at the rate of the reports.
        Assert.InRange(Highest(City(43_000), Count.Everywhere), 43_500, 44_500);
        Assert.True(Highest(City(100_000), Count.Everywhere) > 50_000);
        // Where more have come than there were people, the population does not bound the reports.
        Assert.True(Highest(City(30_000), Count.Everywhere) > 50_000);
        Assert.True(Highest(City(43_000, endless: true), Count.Everywhere) > 50_000);
    }
}
