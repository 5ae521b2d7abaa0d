using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>Small networks of our own, each worked out by hand from model.md.</summary>
public class GoldenNetworks
{
    private const string Locations = "input_csv/locations.csv";
    private const string Routes = "input_csv/routes.csv";
    private const string Closures = "input_csv/closures.csv";
    private const string Settings = "simsetting.yml";

    /// <summary>A -50- B -120- C -300- D, where B and C are markers: from A there is one way.</summary>
    private static FleeInput Chain(params int[] km)
    {
        var input = new FleeInput().With(Routes, "#name1,name2,distance,forced_redirection\n");
        var names = new[] { "A" }.Concat(Enumerable.Range(1, km.Length - 1).Select(i => $"M{i}")).Append("D").ToList();
        for (var i = 0; i < km.Length; i++) input.Adding(Routes, $"{names[i]},{names[i + 1]},{km[i]},0\n");
        foreach (var marker in names.Skip(1).SkipLast(1)) input.Adding(Locations, $"{marker},South,Home,10,20,marker,,0\n");
        return input;
    }

    /// <summary>50 and 120 km are done with less than 200 km in all, so the third route gets a full day's 200 km: 370 km on the first day (Q4).</summary>
    [Fact]
    public void A_chain_of_50_120_and_300_km_is_covered_in_two_days_at_200_km_a_day()
    {
        var course = Course.Of(Chain(50, 120, 300));
        Assert.Equal(100, course.InTransit(0));
        Assert.Equal([0, 100, 100, 100, 100, 100, 100, 100], course.At("D"));
    }

    /// <summary>Arrival needs more than the length (model.md, 2.8).</summary>
    [Fact]
    public void A_link_of_exactly_one_days_distance_takes_two_days()
    {
        Assert.Equal([0, 100], Course.Of(Chain(200)).At("D")[..2]);
        Assert.Equal([100, 100], Course.Of(Chain(199)).At("D")[..2]);
    }

    /// <summary>On the second day they have moved 0 km when they arrive, so the day has a full distance left (model.md, 2.8).</summary>
    [Fact]
    public void Behind_a_link_of_exactly_one_days_distance_a_whole_day_is_left() =>
        Assert.Equal([0, 100], Course.Of(Chain(200, 199)).At("D")[..2]);

    /// <summary>
    /// 300 km: 200 on day 0; the place closes on day 1, on which they reach the end and are put back; it opens on day 3 and they arrive on day 4.
    /// </summary>
    [Fact]
    public void Who_reaches_the_end_of_a_closed_link_is_put_back_at_its_start()
    {
        var course = Course.Of(Chain(300).Adding(Closures, "location,D,,1,3\n"));
        Assert.Equal([0, 100, 100, 0, 0, 0, 0, 0], course.At("A"));
        Assert.Equal([0, 0, 0, 0, 100, 100, 100, 100], course.At("D"));
    }

    /// <summary>It is a camp under conflict then (1.2, Q30): people set out from it, and hardly anybody leaves it.</summary>
    [Fact]
    public void A_zone_that_becomes_a_camp_by_its_chance_to_be_left_keeps_its_conflict()
    {
        var input = new FleeInput().Replacing(Settings, "conflict_weight: 0", "conflict_movechance: 0.004").With("input_csv/conflicts.csv", "#Day,D\n0,0\n");
        var scenario = input.Case().Scenario;
        Assert.Equal(PlaceKind.Camp, scenario.Places[0].Kind);
        Assert.InRange(Course.Of(scenario)[7, "A"], 80, 100);
    }

    [Fact]
    public void A_closure_that_ends_on_the_day_on_which_it_starts_stops_nobody_and_is_pointed_out()
    {
        var input = Chain(300).Adding(Closures, "location,D,,1,1\n");
        Assert.Equal([0, 100], Course.Of(input).At("D")[..2]);
        Assert.Contains("FOLDER/input_csv/closures.csv:2:15: warning: the closure starts and ends on day 1 and stops nobody "
            + "(in Flee, who is under way is put back at the end of the link)", input.Messages());
    }

    /// <summary>All decide in the morning and see an empty camp (Q29).</summary>
    [Fact]
    public void Half_of_1000_people_overshoot_a_camp_for_100()
    {
        var course = Course.Of(TwoCamps("X,South,Away,10,20,camp,,100", "Y,South,Away,10,20,camp,,0", 1000), runs: 200);
        Assert.Equal(500, course[0, "X"], 4 * Math.Sqrt(250 / 200.0));
    }

    /// <summary>1 - (950 - 900) / 100 is 0.5, which is not below it; one person more is (model.md, 2.8).</summary>
    [Fact]
    public void A_route_is_dropped_when_its_camp_holds_more_than_95_of_100()
    {
        Assert.Equal(1050, Course.Of(Camp(950))[0, "D"]);
        var course = Course.Of(Camp(951));
        Assert.Equal(951, course[7, "D"]);
        Assert.Equal(100, course[7, "A"]);

        static FleeInput Camp(int people) => new FleeInput().With(Locations, $"""
            #name,region,country,lat,lon,location_type,conflict_date,population,initial_idps
            A,North,Home,10.0,20.0,conflict_zone,0,10000
            D,South,Away,10.5,20.5,camp,,1000,{people}

            """);
    }

    /// <summary>The opening of D on day 4 opens what the border closed until day 7 as well (Q10).</summary>
    [Fact]
    public void Closures_do_not_nest() =>
        Assert.Equal([0, 0, 0, 0, 100, 100, 100, 100], Course.Of(new FleeInput().Adding(Closures, "location,D,,0,4\ncountry,Home,Away,2,7\n")).At("D"));

    [Theory]
    [InlineData("country,Home,Away,0,3")]
    [InlineData("country,Away,Home,0,3")]
    [InlineData("location,D,,0,3")]
    [InlineData("location,A,,0,3")]
    [InlineData("link,A,D,0,3")]
    public void Nobody_passes_while_closed(string closure) =>
        Assert.Equal([0, 0, 0, 100, 100, 100, 100, 100], Course.Of(new FleeInput().Adding(Closures, closure + "\n")).At("D"));

    [Theory]
    [InlineData("remove_forced_redirection,A,D,0,3")]
    [InlineData("location,Nowhere,,0,3")]
    [InlineData("camp,Nowhere,,0,3")]
    [InlineData("country,Home,Atlantis,0,3")]
    [InlineData("bridge,A,D,0,3")]
    [InlineData("link,A,D,0,0")]
    public void What_closes_nothing_changes_nothing(string closure) =>
        Assert.Equal(100, Course.Of(new FleeInput().Adding(Closures, closure + "\n")).At("D")[0]);

    /// <summary>
    /// A -300- X -150- Y: they arrive at X on day 1 with 100 km left. In a camp they stay; where it is a town that
    /// day, or an IDP camp that everybody leaves, they go on to Y, since nothing draws them back to A.
    /// </summary>
    [Theory]
    [InlineData("", 100)]
    [InlineData("camp,X,,0,1", 100)]
    [InlineData("camp,X,,0,5", 0)]
    [InlineData("camp,X,,1,-1", 0)]
    [InlineData("idpcamp,X,,0,1", 0)]
    public void A_closed_camp_is_a_town_until_it_opens(string closure, int stay)
    {
        var input = new FleeInput().Replacing(Locations, "D,", "X,").Adding(Locations, "Y,South,Away,10,20,camp,,0\n")
            .With(Routes, "#a,b,c,d\nA,X,300,0\nX,Y,150,0\n").Adding(Settings, "  idpcamp_movechance: 1\n");
        if (closure.Length > 0) input.Adding(Closures, closure + "\n");
        var course = Course.Of(input);
        Assert.Equal(stay, course[1, "X"]);
        Assert.Equal(100 - stay, course[1, "Y"]);
    }

    /// <summary>Two of three candidates lead to X (model.md, 2.6).</summary>
    [Fact]
    public void A_second_road_doubles_the_draw_of_a_place()
    {
        var input = TwoCamps("X,South,Away,10,20,camp,,0", "Y,South,Away,10,20,camp,,0", 900).Adding(Routes, "A,X,100,0\n");
        Assert.Equal(600, Course.Of(input, runs: 200)[0, "X"], 4 * Math.Sqrt(200 / 200.0));
    }

    /// <summary>The reference makes it two roads (Q11); its manual means one with a flag that does nothing (Q2).</summary>
    [Fact]
    public void A_redirected_road_is_one_road()
    {
        var input = TwoCamps("X,South,Away,10,20,camp,,0", "Y,South,Away,10,20,camp,,0", 900).Replacing(Routes, "A,X,100,0", "A,X,100,1");
        Assert.Equal(450, Course.Of(input, runs: 200)[0, "X"], 4 * Math.Sqrt(225 / 200.0));
    }

    private static FleeInput TwoCamps(string one, string other, int people) => new FleeInput()
        .With(Locations, $"#name,region,country,lat,lon,location_type,conflict_date,population\nA,North,Home,10,20,conflict_zone,0,10000\n{one}\n{other}\n")
        .With(Routes, "#a,b,c,d\nA,X,100,0\nA,Y,100,0\n")
        .With("source_data/refugees.csv", $"2020-01-01,{people}\n2020-01-08,{people}\n")
        .With("source_data/data_layout.csv", "total,refugees.csv\n");
}
