using Corridor.Forecasting;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>How series become numbers of people, each worked out by hand from model.md, 4.10.</summary>
public class GoldenRecords
{
    private const string Series = "source_data/d.csv";
    private const string Total = "source_data/refugees.csv";
    private const string Layout = "source_data/data_layout.csv";

    private static IReadOnlyList<long> RecordOfD(string series, int days) =>
        new FleeInput().With(Series, series).With("input_csv/sim_period.csv", $"StartDate,2020-01-01\nLength,{days}\n").Case().Recorded[0]!;

    /// <summary>Days 0, 10, 5, 20: day 12 is first before day 20, whose predecessor in the file is day 5: 300 + 7/15 × 100.</summary>
    [Fact]
    public void An_unsorted_series_is_looked_up_in_the_order_of_the_file()
    {
        var record = RecordOfD("2020-01-01,100\n2020-01-11,200\n2020-01-06,300\n2020-01-21,400\n", 25);
        Assert.Equal(100, record[0]);
        Assert.Equal(130, record[3]);
        Assert.Equal(170, record[7]);
        Assert.Equal(346, record[12]);
        Assert.Equal(400, record[24]);
    }

    /// <summary>Day 5 occurs twice: up to it the first figure holds, from it on the second.</summary>
    [Fact]
    public void A_date_that_occurs_twice_steps_from_one_figure_to_the_other() =>
        Assert.Equal([0, 20, 40, 60, 80, 500, 500], RecordOfD("2020-01-01,0\n2020-01-06,100\n2020-01-06,500\n", 7));

    [Fact]
    public void Values_between_two_dates_are_cut_to_whole_people() =>
        Assert.Equal([10, 9, 8, 7, 6, 5, 5], RecordOfD("2020-01-01,10\n2020-01-07,5\n", 7).Select(v => v));

    /// <summary>
    /// (0,10) (10,20) (20,30) and (0,1) (5,2) (20,3) (30,4) give (0,11) (5,22) (10,22) (20,33) (20,33): nothing
    /// is interpolated, and what lies after the last date of the first series is lost (4.10.3).
    /// </summary>
    [Fact]
    public void Two_series_are_added_by_walking_through_both()
    {
        var record = new FleeInput()
            .With(Layout, "total,refugees.csv\nD,d.csv,outside.csv\n")
            .With(Series, "2020-01-01,10\n2020-01-11,20\n2020-01-21,30\n")
            .With("source_data/outside.csv", "2020-01-01,1\n2020-01-06,2\n2020-01-21,3\n2020-01-31,4\n")
            .With("input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,32\n").Case().Recorded[0]!;
        Assert.Equal([11, 22, 22, 22, 27, 33, 33, 33], new[] { 0, 5, 7, 10, 15, 20, 25, 31 }.Select(day => record[day]));
    }

    /// <summary>On day 20 the camp was counted anew: 100 instead of 200, so what was said before is halved.</summary>
    [Fact]
    public void A_change_of_registration_scales_what_was_recorded_before()
    {
        var input = new FleeInput()
            .With(Series, "2020-01-01,100\n2020-01-11,200\n2020-01-21,100\n")
            .With("input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,25\n");
        Assert.Equal([50, 75, 100, 100], Record("D,2020-01-21,normalize\n"));
        // One before the start is ignored.
        Assert.Equal([100, 150, 200, 100], Record("D,2019-01-21\n"));
        // Several apply one after the other: first all before day 10 double, then all before day 20 are halved.
        Assert.Equal([100, 100, 100, 100], Record("D,2020-01-11\nD,2020-01-21\n"));

        IEnumerable<long> Record(string corrections)
        {
            var record = input.With("input_csv/registration_corrections.csv", corrections).Case().Recorded[0]!;
            return new[] { 0, 5, 10, 20 }.Select(day => record[day]);
        }
    }

    /// <summary>100, 60, 120: the 40 that the record falls by are owed, and 60 - 40 set out on day 2 (2.4.1).</summary>
    [Fact]
    public void A_falling_record_leaves_a_debt()
    {
        var flee = new FleeInput().With(Total, "2020-01-01,100\n2020-01-02,60\n2020-01-03,120\n").Case();
        Assert.Equal([100, 20], flee.Scenario.Departures.Select(d => d.People));
        Assert.Equal([0, 2], flee.Scenario.Departures.Select(d => flee.Scenario.Day(d.Date)));
        Assert.Equal([0, 40, 0], flee.Debt.Take(3));
        Assert.Equal([100, 60, 120], flee.Raw.Take(3));
    }

    /// <summary>Whose camps are summed adds the total to them on the first day (Q12b), and the total is left out from then on.</summary>
    [Fact]
    public void The_first_day_counts_the_total_beside_the_camps()
    {
        var flee = new FleeInput().With("simsetting.yml", "spawn_rules:\n  insert_day0: False\n").With(Series, "2020-01-01,30\n2020-01-02,37\n").Case();
        Assert.Equal([130, 137], flee.Raw.Take(2));
        Assert.Equal([130, 7], flee.Scenario.Departures.Take(2).Select(d => d.People));
    }

    /// <summary>
    /// They are there, and the room for others is less by them as well (Q7); the capacity is the stated one. Nobody sets out on the first day.
    /// </summary>
    [Fact]
    public void People_of_the_first_day_take_their_room_twice()
    {
        var scenario = new FleeInput().With("simsetting.yml", "move_rules: {}\n").With(Series, "2020-01-01,300\n2020-01-02,310\n").Case().Scenario;
        var camp = scenario.Places.Single(p => p.Id == "D");
        Assert.Equal((5000, 300), (camp.Capacity, camp.CountedTwice));
        Assert.Equal(300, scenario.InitialStock["D"]);
        Assert.Equal(1, scenario.Day(scenario.Departures[0].Date));
        Assert.Equal(10, scenario.Departures[0].People);
    }

    [Fact]
    public void A_camp_whose_room_is_taken_twice_over_has_no_limit()
    {
        FleeInput With(int capacity) => new FleeInput()
            .With("simsetting.yml", "move_rules: {max_move_speed: 200, camp_movechance: 0, default_movechance: 1.0, conflict_weight: 0}\n")
            .Replacing("input_csv/locations.csv", "camp,,5000", $"camp,,{capacity}")
            .With(Series, "2020-01-01,200\n2020-01-02,400\n2020-01-03,500\n");
        Assert.Equal([200, 400, 500], Course.Of(With(200)).At("D")[..3]);
        // 100 are left, and 200 are there: it is full.
        Assert.Equal([200, 200, 200], Course.Of(With(300)).At("D")[..3]);
    }

    [Fact]
    public void A_daily_growth_of_capacity_begins_at_the_stated_one()
    {
        var input = new FleeInput().With("simsetting.yml", "move_rules: {}\n").With(Series, "2020-01-01,300\n2020-01-02,310\n");
        var scenario = input.With("input_csv/locations.csv", """
            #name,region,country,lat,lon,location_type,conflict_date,population,capacity_per_day
            A,North,Home,10.0,20.0,conflict_zone,0,10000
            D,South,Away,10.5,20.5,camp,,5000,10

            """).Case().Scenario;
        Assert.Equal([5010, 5020], scenario.Timeline.Where(e => e.Change == Change.Capacity).Take(2).Select(e => e.Value!.Value));
    }

    /// <summary>
    /// Weights are those of the day before (Q31): of a total, A gives half on the day on which hunger comes to it, and two thirds on the next.
    /// </summary>
    [Fact]
    public void Hunger_and_decay_reach_departures_a_day_late()
    {
        var scenario = new FleeInput()
            .With("simsetting.yml", """
                spawn_rules: {insert_day0: False, sum_from_camps: False, take_from_population: True, starvation_driven_spawning: True}

                """)
            .With("input_csv/locations.csv", """
                #name,region,country,lat,lon,location_type,conflict_date,population
                A,North,Home,10.0,20.0,conflict_zone,0,1000000000
                B,South,Home,10.0,20.0,conflict_zone,0,1000000000
                D,South,Away,10.5,20.5,camp,,5000

                """)
            .Adding("input_csv/routes.csv", "B,D,100,0\n")
            .With("input_csv/conflicts.csv", "#Day,A,B\n" + string.Concat(Enumerable.Range(0, 8).Select(d => $"{d},1,1\n")))
            .With("input_csv/region_attributes_IPC.csv", "#Day,North\n0,0\n4,0\n5,100\n7,100\n")
            .With(Total, "2020-01-01,100000\n2020-01-08,800000\n").Case().Scenario;
        var left = new double[8];
        var residents = new double[1];
        new Ensemble(scenario, [Alternative.Base], new EnsembleOptions { Runs = 1, Threads = 1 }).Run(day =>
        {
            day.OfPlace(Measure.Residents, 0, residents);
            left[day.Day] = 1e9 - residents[0];
        }, TestContext.Current.CancellationToken);
        Assert.InRange(left[5] - left[4], 49_000, 51_000);
        Assert.InRange(left[6] - left[5], 66_000, 67_400);
    }

    [Fact]
    public void Empty_camps_count_from_zero_and_keep_nobody()
    {
        var flee = new FleeInput().With("simsetting.yml", "spawn_rules: {empty_camps_on_day0: yes}\n").With(Series, "2020-01-01,300\n2020-01-02,310\n").Case();
        Assert.Equal([0, 10], flee.Recorded[0]!.Take(2));
        Assert.Empty(flee.Scenario.InitialStock);
        Assert.Equal(0, flee.Raw[0]);
    }

    [Fact]
    public void Hasten_divides_people_capacities_and_records()
    {
        var flee = new FleeInput().Case(new FleeOptions { Hasten = 7 });
        Assert.Equal(10000 / 7, flee.Scenario.Places[0].Population);
        Assert.Equal(5000 / 7, flee.Scenario.Places[1].Capacity);
        Assert.Equal(100 / 7, flee.Scenario.Departures[0].People);
        Assert.Equal(100 / 7, flee.Recorded[0]![7]);
    }

    /// <summary>191 people in camps and a total of 12,118 (model.md, 9.6).</summary>
    [Fact]
    public void The_raw_count_of_the_first_day_in_Burundi_is_12309() =>
        Assert.Equal(12309, FleeFolder.Read(ReferenceFiles.Case("burundi"), new FleeOptions()).Case!.Raw[0]);
}
