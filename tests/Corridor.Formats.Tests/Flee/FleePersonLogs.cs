using Corridor.Formats.Flee;

namespace Corridor.Formats.Tests.Flee;

/// <summary>agents.out and links.out, the rows written out by hand from model.md, 5.2 and 5.3.</summary>
public class FleePersonLogs
{
    private static readonly string[] Attributes = ["age", "gender"];

    [Fact]
    public void A_row_for_each_person_has_the_columns_of_the_reference()
    {
        var text = new StringWriter();
        var log = new FleeAgents(text, Case("agent: 1"), Attributes);

        log.Add(0, new FleeAgent
        {
            Number = 0, Home = 0, Place = -1, Route = (0, false), Km = 0, Places = 1, KmToday = 87.5, Attributes = ["30", "female"], Passed = [(0, false)],
        });
        log.Add(0, new FleeAgent { Number = 12, Home = 0, Place = 1, Km = 100.25, Places = 2, KmToday = 100.25, Attributes = ["4", ""] });
        log.Add(1, new FleeAgent { Number = 0, Home = 0, Place = -1, Route = (0, true), Km = 100.25, Places = 2, KmToday = 0, Attributes = ["30", "a,b"] });

        Assert.Equal(
            """
            #time,rank-agentid,original_location,current_location,gps_x,gps_y,is_travelling,distance_travelled,places_travelled,distance_moved_this_timestep,age,gender,
            0,0-0,A,L:A:D,10.25,20.25,True,0.0,1,87.5,30,female,
            0,0-12,A,D,10.5,20.5,False,100.25,2,100.25,4,,
            1,0-0,A,L:D:A,10.25,20.25,True,100.25,2,0.0,30,"a,b",

            """, text.ToString());
    }

    [Theory]
    [InlineData(2, "3,", "3,")]
    [InlineData(3, "3-1,", "3-2,")]
    public void From_level_2_on_roads_that_were_passed_have_rows_too(int level, string first, string second)
    {
        var text = new StringWriter();
        new FleeAgents(text, Case($"agent: {level}"), []).Add(3, new FleeAgent
        {
            Number = 7, Home = 1, Place = 0, Km = 200, Places = 3, KmToday = 200, Attributes = [], Passed = [(0, true), (0, false)],
        });

        Assert.Equal(
            [
                "3,0-7,D,A,10.0,20.0,False,200.0,3,200.0,",
                first + "0-7,D,L:D:A,10.25,20.25,False,200.0,3,200.0,",
                second + "0-7,D,L:A:D,10.25,20.25,False,200.0,3,200.0,",
            ],
            text.ToString().Split('\n')[1..^1]);
    }

    [Fact]
    public void People_who_entered_links_are_added_up_and_closed_links_are_left_out()
    {
        var text = new StringWriter();
        var log = new FleeLinks(text, Case("link: 1"), Attributes);

        log.Enter((0, false), ["30", "female"]);
        log.Enter((0, false), ["4", "male"]);
        log.EndDay(0, (_, _) => true);
        log.Enter((0, true), ["4", "male"]);
        log.EndDay(1, (_, backward) => !backward);
        log.EndDay(2, (_, _) => true);

        Assert.Equal(
            "#time,start_location,end_location,cum_num_agents,attribute\n0,A,D,2,total\n0,D,A,0,total\n1,A,D,2,total\n2,A,D,2,total\n2,D,A,1,total\n",
            text.ToString());
    }

    [Fact]
    public void At_level_2_links_have_rows_for_the_values_of_attributes_and_regions_stand_for_places_where_asked_for()
    {
        var text = new StringWriter();
        var log = new FleeLinks(text, Case("link: 2, granularity: region"), Attributes);

        log.Enter((0, false), ["30", "female"]);
        log.Enter((0, false), ["4", "female"]);
        log.Enter((0, false), ["30", ""]);
        log.EndDay(0, (_, backward) => !backward);

        var rows = text.ToString()[(text.ToString().IndexOf('\n', StringComparison.Ordinal) + 1)..];
        Assert.Equal("0,North,South,3,total\n0,North,South,2,age:30\n0,North,South,1,age:4\n0,North,South,2,gender:female\n", rows);
    }

    [Fact]
    public void Log_levels_are_off_unless_the_settings_ask_and_a_granularity_that_is_none_is_a_warning()
    {
        Assert.Equal(new FleeLogs(), new FleeInput().Case().Logs);
        Assert.Equal(new FleeLogs { Agents = 1, Links = 2, ByRegion = true }, Case("agent: 1, link: 2, granularity: region").Logs);
        var messages = new FleeInput().Adding("simsetting.yml", "log_levels: {granularity: country}\n").Messages();
        Assert.Contains(messages, m => m.Contains("the granularity is 'country'; expected location or region", StringComparison.Ordinal));
    }

    private static FleeCase Case(string levels) => new FleeInput().Adding("simsetting.yml", $"log_levels: {{{levels}}}\n").Case();
}
