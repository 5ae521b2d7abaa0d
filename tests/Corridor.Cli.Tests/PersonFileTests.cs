using System.Globalization;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>
/// The files of single persons, on a folder where nothing is left to chance: two known people at A go by the marker
/// B to the camp D, 50 + 300 km at 200 km a day. By Flee's rules the second road gets a full day's km although 50 are
/// spent, so they stand at km 200 of it on the first evening and arrive on the second day after 100 more.
/// </summary>
public sealed class PersonFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PersonFileTests()
    {
        Directory.CreateDirectory(folder["pass/input_csv"]);
        Directory.CreateDirectory(folder["pass/source_data"]);
        Settings(agent: 3, link: 2);
        Write("pass/input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,3\n");
        Write("pass/input_csv/locations.csv",
            "#name,region,country,lat,lon,location_type,conflict_date,population\n"
            + "A,North,Home,10,20,conflict_zone,0,1000\nB,North,Home,10.5,20.5,marker,,\nD,South,Away,11,21,camp,,5000\n");
        Write("pass/input_csv/routes.csv", "#name1,name2,distance,forced_redirection\nA,B,50,0\nB,D,300,0\n");
        Write("pass/input_csv/closures.csv", "#type,name1,name2,start,end\n");
        Write("pass/input_csv/conflicts.csv", "#Day,A\n0,1\n1,1\n2,1\n");
        Write("pass/input_csv/agents.csv", "location,age,gender\nA,30,female\nA,8,male\n");
        Write("pass/source_data/data_layout.csv", "total,refugees.csv\nD,d.csv\n");
        Write("pass/source_data/refugees.csv", "Date,people\n2020-01-01,0\n2020-01-04,0\n");
        Write("pass/source_data/d.csv", "Date,people\n2020-01-01,0\n2020-01-04,0\n");
    }

    [Fact]
    public void Agents_out_has_a_row_for_each_person_and_day_and_for_each_road_passed()
    {
        Run("--format", "flee", "--resolution", "person");

        Assert.Equal(
            """
            #time,rank-agentid,original_location,current_location,gps_x,gps_y,is_travelling,distance_travelled,places_travelled,distance_moved_this_timestep,age,gender,
            0,0-0,A,L:B:D,10.75,20.75,True,50.0,2,250.0,30,female,
            0-1,0-0,A,L:A:B,10.25,20.25,True,50.0,2,250.0,30,female,
            0,0-1,A,L:B:D,10.75,20.75,True,50.0,2,250.0,8,male,
            0-1,0-1,A,L:A:B,10.25,20.25,True,50.0,2,250.0,8,male,
            1,0-0,A,D,11.0,21.0,False,350.0,3,100.0,30,female,
            1-1,0-0,A,L:B:D,10.75,20.75,False,350.0,3,100.0,30,female,
            1,0-1,A,D,11.0,21.0,False,350.0,3,100.0,8,male,
            1-1,0-1,A,L:B:D,10.75,20.75,False,350.0,3,100.0,8,male,
            2,0-0,A,D,11.0,21.0,False,350.0,3,0.0,30,female,
            2,0-1,A,D,11.0,21.0,False,350.0,3,0.0,8,male,

            """, File.ReadAllText(folder["out/agents.out"]));
        Assert.True(File.Exists(folder["out/out.csv"]));
    }

    [Fact]
    public void Links_out_adds_up_who_entered_each_open_link_and_their_attributes()
    {
        Run("--format", "flee", "--resolution", "person");

        Assert.Equal(
            """
            #time,start_location,end_location,cum_num_agents,attribute
            0,A,B,2,total
            0,A,B,1,age:30
            0,A,B,1,age:8
            0,A,B,1,gender:female
            0,A,B,1,gender:male
            0,B,A,0,total
            0,B,D,2,total
            0,B,D,1,age:30
            0,B,D,1,age:8
            0,B,D,1,gender:female
            0,B,D,1,gender:male
            0,D,B,0,total
            """.Split('\n'), File.ReadAllLines(folder["out/links.out"])[..13]);
        Assert.Equal(1 + 3 * 12, File.ReadAllLines(folder["out/links.out"]).Length);
    }

    [Fact]
    public void A_closed_link_is_left_out_of_links_out_while_it_is_closed()
    {
        Settings(agent: 0, link: 1);
        Write("pass/input_csv/closures.csv", "#type,name1,name2,start,end\nlocation,B,,1,2\n");
        var said = Run("--format", "flee", "--resolution", "person");

        Assert.Equal(
            ["0,A,B", "0,B,A", "0,B,D", "0,D,B", "2,A,B", "2,B,A", "2,B,D", "2,D,B"],
            File.ReadAllLines(folder["out/links.out"])[1..].Select(l => string.Join(',', l.Split(',')[..3])));
        Assert.False(File.Exists(folder["out/agents.out"]));
        Assert.Contains("agents.out is not written: log_levels.agent is 0", said, StringComparison.Ordinal);
        Assert.DoesNotContain("links.out is not written", said, StringComparison.Ordinal);
    }

    [Fact]
    public void In_group_resolution_and_with_small_figures_hidden_it_is_said_that_they_are_not_written()
    {
        Assert.Contains("not written, add --resolution person", Run("--format", "flee"), StringComparison.Ordinal);
        Assert.Contains("not written with --round-below", Run("--format", "flee", "--resolution", "person", "--round-below", "5"), StringComparison.Ordinal);
        Assert.DoesNotContain("agents.out", Run("--resolution", "person"), StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out/agents.out"]));
        Assert.False(File.Exists(folder["out/links.out"]));
    }

    [Fact]
    public void Small_figures_are_hidden_in_out_csv_too()
    {
        double[] Simulated() => [.. File.ReadLines(folder["out/out.csv"]).Skip(1).Select(line =>
            double.Parse(line.Split(',')[2], CultureInfo.InvariantCulture))];
        Run("--format", "flee");
        Assert.Contains(Simulated(), people => people is > 0 and < 5);
        Run("--format", "flee", "--round-below", "5");
        Assert.DoesNotContain(Simulated(), people => people is > 0 and < 5);
    }

    [Fact]
    public void More_people_than_can_have_a_number_each_are_refused()
    {
        var village = VillageFolder.Write(folder);
        var places = Path.Combine(village, "places.csv");
        File.WriteAllText(places, File.ReadAllText(places).Replace(",1000000,", ",3000000000,", StringComparison.Ordinal));
        var result = Cli.Run("run", village, "--resolution", "person", "--out", folder["many"]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("--resolution person: up to 3,000,000,000 people may set out", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Who is not taken from the residents may set out again each day.</summary>
    [Theory]
    [InlineData("117,000,000,000", "departures=constant", "departures_per_day=450000000")]
    [InlineData("117,000,000,000", "departures=poisson", "departures_per_day=450000000")]
    [InlineData("26,000,000,000", "departures=share", "departure_rate=0.1")]
    [InlineData("2,600,000,000", "departures=rate", "departure_rate=0.01")]
    [InlineData("2,600,000,400", "departures=given_then_rate", "departure_rate=0.01")]
    public void What_departures_may_add_up_to_is_refused_in_every_mode(string people, params string[] rules)
    {
        var village = VillageFolder.Write(folder);
        var places = Path.Combine(village, "places.csv");
        File.WriteAllText(places, File.ReadAllText(places).Replace(",1000000,", ",1000000000,", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(village, "departures.csv"), "date,place,people\n2020-01-01,*,400\n");
        // 130 days, and an intensity of 2 from the 80th on.
        var settings = rules.Append("take_from_population=false").SelectMany(rule => new[] { "--set", $"rules.{rule}" });
        var result = Cli.Run(["run", village, "--resolution", "person", "--runs", "1", "--out", folder["many"], .. settings]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains($"--resolution person: up to {people} people may set out", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_alternative_has_files_of_its_own()
    {
        Write("closed.yml", "name: closed\nrows:\n- {date: 2020-01-01, subject: B--D, change: close}\n");
        Run("--format", "flee", "--resolution", "person", "--draws", "--alternative", "base", "--alternative", folder["closed.yml"]);

        Assert.StartsWith("2,0-1,A,D,", File.ReadAllLines(folder["out/agents.out"])[^1], StringComparison.Ordinal);
        Assert.StartsWith("2,0-1,A,A,", File.ReadAllLines(folder["out/agents-closed.out"])[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("B,D", File.ReadAllText(folder["out/links-closed.out"]), StringComparison.Ordinal);
        Assert.EndsWith(",0,0,A,8,male", File.ReadAllLines(folder["out/persons-closed.csv"])[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void With_draws_everybody_of_the_first_run_has_a_row_with_the_whole_path()
    {
        Run("--resolution", "person", "--draws");

        Assert.Equal(
            """
            person,home,set_out,days,where,takes_part,km,km_today,path,age,gender
            0,A,,3,D,true,350,0,A > B > D,30,female
            1,A,,3,D,true,350,0,A > B > D,8,male

            """, File.ReadAllText(folder["out/persons.csv"]));
    }

    public void Dispose() => folder.Dispose();

    private string Run(params string[] more)
    {
        var result = Cli.Run(["run", folder["pass"], "--runs", "2", "--out", folder["out"], .. more]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.ReplaceLineEndings(" ");
    }

    private void Settings(int agent, int link) => Write("pass/simsetting.yml", $$"""
        log_levels: {agent: {{agent}}, link: {{link}}}
        spawn_rules: {insert_day0: False, sum_from_camps: False, read_from_agents_csv_file: True}
        move_rules: {max_move_speed: 200, camp_movechance: 0}

        """);

    private void Write(string name, string text) => File.WriteAllText(folder[name], text);
}
