using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

public class Conversions
{
    private const int Runs = 3;

    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void A_published_case_runs_the_same_as_a_scenario_folder_and_back_again_as_a_Flee_folder(string name)
    {
        var scenario = FleeFolder.Read(ReferenceFiles.Case(name), new FleeOptions { Hasten = ReferenceFiles.Index(name).Hasten }).Case!.Scenario;
        // A hundred days show every rule at work.
        RunsTheSameBothWays(scenario, days: Math.Min(100, scenario.Days));
    }

    [Fact]
    public void A_folder_with_every_file_runs_the_same_both_ways() => RunsTheSameBothWays(Everything().Case().Scenario, days: 8);

    [Fact]
    public void Demographics_known_people_and_major_routes_survive_the_scenario_folder()
    {
        var scenario = Everything().Case().Scenario;
        var again = ThroughNative(scenario);
        Assert.Equal(Native.ScenarioText.Of(scenario), Native.ScenarioText.Of(again with { Name = scenario.Name }));
        Assert.Equal(2, again.InitialPeople.Count);
        Assert.Equal(["male", "female"], again.Demographics.Single().Values);
        Assert.Equal(["A", "T", "D"], again.MajorRoutes.Single());
    }

    /// <summary>In a scenario folder capitals do not tell columns apart, and some names mean something already.</summary>
    [Fact]
    public void Attributes_that_are_called_like_a_column_are_renamed()
    {
        var scenario = Everything()
            .With("input_csv/locations.csv",
                "#name,region,country,lat,lon,location_type,conflict_date,population,capacity,HDI,hdi,pcode\n"
                + "A,North,Home,10.0,20.0,conflict_zone,0,10000,7,0.1,0.5,X1\nB,North,Home,10.0,20.0,town,,3000,,,,\nT,North,Home,10.0,20.0,town,,300,,,,\n"
                + "M,North,Home,10.0,20.0,marker,,0,,,,\nD,South,Away,10.5,20.5,camp,,500,,,0.6,\nI,South,Home,10.5,20.5,idpcamp,,200,,,,\n")
            .With("input_csv/agents.csv", "location,gender,people,Place\nT,male,1,north\n")
            .Case().Scenario;
        var again = ThroughNative(scenario);
        Assert.Equal(0.5, again.Places[0].HumanDevelopment);
        Assert.Equal(["capacity_2 7", "HDI_2 0.1", "pcode_2 X1"], again.Places[0].Extra.Select(e => $"{e.Key} {e.Value}"));
        var attributes = again.InitialPeople.Single().Attributes.Select(a => $"{a.Key} {a.Value}");
        Assert.Equal(["Place_2 north", "gender male", "people_2 1"], attributes.Order(StringComparer.Ordinal));
    }

    /// <summary>A row for each of a million million persons would fill any disk.</summary>
    [Fact]
    public void More_known_people_than_a_file_can_list_are_refused_before_anything_is_written()
    {
        var scenario = new FleeInput().Case().Scenario with
        {
            InitialPeople = [new InitialPeople("A", Count.MostPeople, new Dictionary<string, string> { ["age"] = "3" })],
        };
        using var folder = new TemporaryFolder();
        var refused = Assert.Throws<OutputException>(() => FleeWriter.Write(scenario, folder["flee"]));
        Assert.Contains("expected at most 10000000", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_Flee_cannot_say_is_listed()
    {
        var scenario = new FleeInput().Case().Scenario;
        var date = scenario.Start;
        scenario = scenario with
        {
            Timeline =
            [
                new TimelineEntry { Date = date, Subject = Subject.Route("A", "D"), Change = Change.Pass, Value = 0.5 },
                new TimelineEntry { Date = date, Subject = Subject.Route("A", "D", oneWay: true), Change = Change.Close },
                new TimelineEntry { Date = date, Subject = Subject.Place("A"), Change = Change.Hold, Value = 0.5 },
                new TimelineEntry { Date = date, Subject = Subject.Place("A"), Change = Change.Conflict, Value = 2 },
                new TimelineEntry { Date = date.AddDays(1), Subject = Subject.Place("A"), Change = Change.Conflict, Value = 1 },
            ],
            Routes = [scenario.Routes[0] with { OneWay = true }],
            Alternatives = [new Alternative { Name = "other" }],
            Rules = scenario.Rules with { TravelBudget = TravelBudget.OncePerDay },
        };
        using var folder = new TemporaryFolder();
        var losses = FleeWriter.Write(scenario, folder["out"]);
        string[] parts =
        [
            "alternatives", "one-way", "change pass", "change hold", "the intensity of the conflict at A from 2020-01-02 on, 1: in Flee it is 2",
            "travel_budget = once_per_day",
        ];
        foreach (var part in parts)
            Assert.Contains(losses, l => l.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void What_no_rule_reads_is_not_lost()
    {
        var scenario = new FleeInput().Case().Scenario;
        scenario = scenario with { Rules = scenario.Rules with { FloodZonesWeighTwice = !scenario.Rules.FloodZonesWeighTwice, FloodForecastDays = 1 } };
        using var folder = new TemporaryFolder();
        Assert.DoesNotContain(FleeWriter.Write(scenario, folder["one"]), l => l.Contains("the rule flood_", StringComparison.Ordinal));

        scenario = scenario with { Rules = scenario.Rules with { FloodLocWeights = [1, 0.5] } };
        Assert.Contains(FleeWriter.Write(scenario, folder["two"]), l => l.StartsWith("the rule flood_zones_weigh_twice = ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_stated_capacity_and_the_people_counted_twice_survive_both_ways()
    {
        var scenario = new FleeInput().With("simsetting.yml", "move_rules: {}\n").With("source_data/d.csv", "2020-01-01,300\n2020-01-02,310\n").Case().Scenario;
        using var folder = new TemporaryFolder();
        FleeWriter.Write(scenario, folder["flee"]);
        // Flee reads what the 300 leave.
        Assert.Contains("D,South,Away,10.5,20.5,camp,,4700,300,300", File.ReadLines(folder["flee/input_csv/locations.csv"]));
        foreach (var again in new[] { ThroughNative(scenario), ThroughFlee(scenario) })
        {
            var camp = again.Places.Single(p => p.Id == "D");
            Assert.Equal((5000, 300), (camp.Capacity, camp.CountedTwice));
        }
    }

    [Fact]
    public void A_closing_in_one_direction_is_listed_with_its_day()
    {
        var scenario = new FleeInput().Case().Scenario;
        using var folder = new TemporaryFolder();
        var closing = new TimelineEntry { Date = scenario.Start.AddDays(1), Subject = Subject.Route("A", "D", oneWay: true), Change = Change.Close };
        var losses = FleeWriter.Write(scenario with { Timeline = [.. scenario.Timeline, closing] }, folder["out"]);
        Assert.Contains("A->D, closed from 2020-01-02 on: in Flee it is open", losses);
    }

    [Fact]
    public void A_border_that_closes_is_written_as_one()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(FleeWriter.Write(new FleeInput().Adding("input_csv/closures.csv", "country,Home,Away,2,5\n").Case().Scenario, folder["out"]));
        Assert.Equal(
            ["#closure_type,name1,name2,closure_start,closure_end", "country,Home,Away,2,-1", "country,Home,Away,-1,5"],
            File.ReadLines(folder["out/input_csv/closures.csv"]));
    }

    /// <summary>Each of them runs otherwise in Flee, or as it is read back from there, and a sentence says so.</summary>
    [Theory]
    [InlineData("food", "the shortage of food at b from 2026-01-03 on, 0: in Flee it is 40 (and 1 more of this kind)")]
    [InlineData("kind under conflict", "the intensity of the conflict at b from 2026-01-06 on, 1: in Flee it is 0")]
    [InlineData("conflict beside floods", "the intensity of the conflict at b from 2026-01-04 on, 1: in Flee it is 0")]
    [InlineData("capacity by day", "the capacity at c from 2026-01-01 on, 9000: in Flee it is 9010")]
    [InlineData("a name", "the place #a: its name is not read back")]
    [InlineData("a trigger", "triggers (1): Flee has none")]
    [InlineData("an attribute", "the folder cannot be opened as it is: ")]
    public void What_is_read_back_otherwise_is_listed(string what, string expected)
    {
        var scenario = Village();
        TimelineEntry On(int day, string place, Change change, double? value = null, PlaceKind? kind = null) =>
            new() { Date = scenario.Date(day), Subject = Subject.Place(place), Change = change, Value = value, NewKind = kind };
        scenario = what switch
        {
            "food" => scenario with { Timeline = [On(2, "a", Change.Food, 40)] },
            "kind under conflict" => scenario with { Timeline = [On(3, "b", Change.Conflict, 1), On(5, "b", Change.Kind, kind: PlaceKind.Camp)] },
            "conflict beside floods" => scenario with
            {
                Timeline = [On(2, "b", Change.Flood, 1), On(3, "b", Change.Conflict, 1)],
                Rules = scenario.Rules with { DepartureDriver = DepartureDriver.Flood, Departures = DepartureMode.Share, FloodDepartures = [0, 0.1, 0.1] },
            },
            "capacity by day" => scenario with { Timeline = [On(4, "c", Change.Capacity, 50)], Places = WithExtra("c", "capacity_per_day", "10") },
            "a name" => Renamed(scenario, "a", "#a"),
            "a trigger" => scenario with { Triggers = [Trigger.Parse("full", "when P(people at c in 7 d > 10) > 0.5", Origin.None, out _)!] },
            _ => scenario with { Places = WithExtra("c", "conflict_intensity", "high") },
        };
        using var folder = new TemporaryFolder();
        Assert.Contains(FleeWriter.Write(scenario, folder["out"]), l => l.StartsWith(expected, StringComparison.Ordinal));

        IReadOnlyList<Place> WithExtra(string id, string name, string value) =>
            [.. scenario.Places.Select(p => p.Id == id ? p with { Extra = new Dictionary<string, string> { [name] = value } } : p)];
    }

    [Fact]
    public void Recorded_totals_are_kept_where_conflict_drives_people_out()
    {
        Count Total(int day, long people, Measure measure = Measure.Stock) =>
            new() { Date = new DateOnly(2026, 1, 1 + day), Published = new DateOnly(2026, 1, 1 + day), Place = Count.Everywhere, Measure = measure,
                People = people };
        var scenario = Village() with { Counts = [Total(4, 500, Measure.Displaced), Total(1, 200), Total(2, 30, Measure.Inflow)] };
        using var folder = new TemporaryFolder();
        var losses = FleeWriter.Write(scenario, folder["out"]);
        Assert.Equal(["Date,people", "2026-01-02,200", "2026-01-05,500"], File.ReadLines(folder["out/source_data/refugees.csv"]));
        Assert.Contains("counts of other measures or series (1)", losses);
        Assert.DoesNotContain(losses, l => l.Contains("drive departures", StringComparison.Ordinal));

        var given = scenario with { Rules = scenario.Rules with { Departures = DepartureMode.Given } };
        Assert.Contains("counts of the whole situation (3): in Flee they would drive departures", FleeWriter.Write(given, folder["given"]));
    }

    [Fact]
    public void A_route_on_foot_keeps_its_own_speed_and_rows_before_the_start_hold_in_the_order_of_their_days()
    {
        var scenario = Village();
        scenario = scenario with
        {
            Routes = [scenario.Routes[0] with { Mode = "walk", SpeedKmPerDay = 20 }, .. scenario.Routes.Skip(1)],
            Timeline =
            [
                new TimelineEntry { Date = scenario.Date(-2), Subject = Subject.Place("b"), Change = Change.Conflict, Value = 2 },
                new TimelineEntry { Date = scenario.Date(-5), Subject = Subject.Place("b"), Change = Change.Conflict, Value = 0.5 },
            ],
        };
        Assert.Equal(Course.Everything(scenario, Runs), Course.Everything(ThroughFlee(scenario), Runs));
    }

    private static Scenario Village()
    {
        Place Of(string id, PlaceKind kind, long people, long? capacity = null) =>
            new() { Id = id, Name = id, Kind = kind, Country = "X", Population = people, Capacity = capacity };
        return new Scenario
        {
            Name = "village", Start = new DateOnly(2026, 1, 1), Days = 10, HomeCountry = "X",
            Places = [Of("a", PlaceKind.ConflictZone, 10_000), Of("b", PlaceKind.Town, 5000), Of("c", PlaceKind.Camp, 0, 9000)],
            Routes = [new Route { From = "a", To = "b", Km = 50 }, new Route { From = "b", To = "c", Km = 60 }],
            Rules = Rules.Flee3 with { Departures = DepartureMode.Share, DepartureRate = 0.02 },
        };
    }

    private static Scenario Renamed(Scenario scenario, string id, string name)
    {
        string Of(string place) => place == id ? name : place;
        return scenario with
        {
            Places = [.. scenario.Places.Select(p => p with { Id = Of(p.Id), Name = Of(p.Id) })],
            Routes = [.. scenario.Routes.Select(r => r with { From = Of(r.From), To = Of(r.To) })],
        };
    }

    private static void RunsTheSameBothWays(Scenario scenario, int days)
    {
        var expected = Course.Everything(scenario with { Days = days }, Runs);
        var native = ThroughNative(scenario);
        Assert.Equal(expected, Course.Everything(native with { Days = days }, Runs));
        Assert.Equal(expected, Course.Everything(ThroughFlee(native) with { Days = days }, Runs));
    }

    private static Scenario ThroughNative(Scenario scenario)
    {
        using var folder = new TemporaryFolder();
        ScenarioFolder.Write(scenario, folder["native"]);
        var input = ScenarioFolder.Read(folder["native"]);
        Assert.Equal([], input.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        return input.Scenario!;
    }

    private static Scenario ThroughFlee(Scenario scenario)
    {
        using var folder = new TemporaryFolder();
        FleeWriter.Write(scenario, folder["flee"]);
        var input = FleeFolder.Read(folder["flee"], new FleeOptions()).Input;
        Assert.Equal([], input.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        return input.Scenario!;
    }

    private static FleeInput Everything() => new FleeInput()
        .With("simsetting.yml", """
            spawn_rules:
              take_from_population: True
              read_from_agents_csv_file: True
              conflict_spawn_decay: [1.0, 0.5]
              conflict_spawn_decay_interval: 2
              conflict_driven_spawning: {spawn_mode: poisson, displaced_per_conflict_day: 40}
            move_rules:
              max_move_speed: 200
              awareness_level: 2
              start_on_foot: True
              flee_when_starving: True

            """)
        .With("input_csv/locations.csv", """
            #name,region,country,lat,lon,location_type,conflict_date,population,capacity_per_day,initial_idps,colour
            A,North,Home,10.0,20.0,conflict_zone,0,10000,,,
            B,North,Home,10.0,20.0,conflict_zone,3,3000,,,red
            T,North,Home,10.0,20.0,town,,300,,12,
            M,North,Home,10.0,20.0,marker,,0,,,
            D,South,Away,10.5,20.5,camp,,500,5,30,
            I,South,Home,10.5,20.5,idpcamp,,200,,,

            """)
        .With("input_csv/routes.csv",
            "#name1,name2,distance,forced_redirection,max_move_speed,walk_probability\n"
            + "A,T,100,0,150,0.1\nT,M,60,0,200,0\nM,D,90,0,200,0\nB,T,40,0,200,0\nB,T,70,0,200,0\nT,I,30,0,90,0.5\n")
        .With("input_csv/conflicts.csv", "#Day,A,B\n0,1,0\n1,1,0\n2,0,0\n3,0,0.5\n4,1.5,0.5\n5,1.5,0.5\n6,1.5,0\n7,1.5,0\n")
        .With("input_csv/closures.csv", "#type,a,b,c,d\nlocation,I,,1,3\ncountry,Home,Away,2,4\nlink,B,T,4,6\ncamp,D,,5,6\n")
        .With("input_csv/region_attributes_IPC.csv", "#Day,North\n0,10\n7,45\n")
        .With("input_csv/demographics_gender.csv", "gender,Default,A\nmale,0.4,1\nfemale,0.6,3\n")
        .With("input_csv/agents.csv", "location,gender,age\nT,male,31\nT,male,31\nB,female,4\n")
        .With("input_csv/major_routes.csv", "A,T,D\n");
}
