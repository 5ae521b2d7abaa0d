using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

public class MistakesInFleeFolders
{
    [Fact]
    public void All_mistakes_of_a_folder_are_listed_at_once_with_file_line_and_column()
    {
        var input = new FleeInput()
            .With("simsetting.yml",
                "spawn_rules:\n  take_from_populaton: True\nmove_rules:\n  max_move_speed: fast\n  camp_movechance: -2\n  two_system_decision_making: 1.0\n")
            .With("input_csv/sim_period.csv", "StartDate,2020-13-01\nLength,8\nEnd,3\n")
            .With("input_csv/locations.csv",
                "#name,region,country,lat,lon,location_type,conflict_date,population\n"
                + "A,North,Home,ten,20,conflict_zone,soon,many\nD,South,Away,10,20,cmp,,5000\nX,Y\n")
            .With("input_csv/routes.csv", "#a,b,c,d\nA,D,far,0\nA,Dd,5,0\nA,D,-3,0\nA,D\n")
            .With("input_csv/conflicts.csv", "#Day,A,Bb\n0,1,1\n1,x,1\n")
            .With("input_csv/closures.csv",
                "#closure_typ,name1,name2,closure_start,closure_end\n"
                + "location,Dd,,0,3\nlink,A,Nowhere,0,3\ncountry,Hme,Away,x,3\nlocatoin,D,,0,1\nlocation,D,0,3\n"
                + "camp,Dd,,0,\n")
            .With("source_data/refugees.csv", "Date,people\n2020-01-01,100\n2020-02-30,100\n2020-01-09,lots\n")
            .With("source_data/data_layout.csv", "total,refugees.csv\nD,dd.csv\n");
        var expected = """
            FOLDER/simsetting.yml:2:3: warning: 'spawn_rules.take_from_populaton' is not a setting of Flee and has no effect; did you mean 'take_from_population'?
            FOLDER/simsetting.yml:4:19: 'max_move_speed' is 'fast'; expected a number
            FOLDER/simsetting.yml:5:20: the value '-2' does not fit camp_movechance; expected a number 0..1 1/day
            FOLDER/simsetting.yml:6:3: warning: 'move_rules.two_system_decision_making' cannot be switched on in Flee and has no effect
            FOLDER/input_csv/sim_period.csv:1:11: StartDate: '2020-13-01' is not a date; expected year-month-day as in 2016-10-29
            FOLDER/input_csv/sim_period.csv:3:1: warning: 'End' is not known; expected StartDate or Length
            FOLDER/input_csv/locations.csv:2:14: coordinate: 'ten' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:2:35: conflict_date: 'soon' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:2:40: population: 'many' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:3:20: warning: the location type 'cmp' is not known; people always move on from such a place, as from a hub; did you mean 'camp'?
            FOLDER/input_csv/locations.csv:4:1: the location has too few cells (2); expected name, region, country, latitude, longitude, location_type, conflict_date, population
            FOLDER/input_csv/routes.csv:1:1: warning: column 1 of the header is called 'a'; it is read as name1, for columns are read by position
            FOLDER/input_csv/routes.csv:1:4: warning: column 2 of the header is called 'b'; it is read as name2, for columns are read by position
            FOLDER/input_csv/routes.csv:1:6: warning: column 3 of the header is called 'c'; it is read as distance, for columns are read by position
            FOLDER/input_csv/routes.csv:2:5: distance: 'far' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/routes.csv:3:3: warning: a route to the unknown location 'Dd' is left out; expected a name of locations.csv; did you mean 'D'?
            FOLDER/input_csv/routes.csv:4:5: the distance is -3; expected more than 0 km
            FOLDER/input_csv/routes.csv:5:1: the route has too few cells (2); expected name1, name2, distance
            FOLDER/input_csv/conflicts.csv: warning: the file has 2 of the 8 days; the last row holds for the rest
            FOLDER/input_csv/conflicts.csv:1:8: warning: conflict intensity of the unknown location 'Bb' has no effect; did you mean 'A'?
            FOLDER/input_csv/conflicts.csv:3:3: conflict intensity: 'x' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/closures.csv:1:1: warning: column 1 of the header is called 'closure_typ'; it is read as closure_type, for columns are read by position; did you mean 'closure_type'?
            FOLDER/input_csv/closures.csv:2:10: warning: 'Dd' is no location: the closure has no effect; did you mean 'D'?
            FOLDER/input_csv/closures.csv:3:8: warning: unknown location 'Nowhere': the row has no effect; expected a name of locations.csv
            FOLDER/input_csv/closures.csv:4:9: warning: no location lies in 'Hme': the closure has no effect; did you mean 'Home'?
            FOLDER/input_csv/closures.csv:4:18: day of the closure, in days since the start: 'x' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/closures.csv:5:1: warning: the closure type 'locatoin' is not known and has no effect; did you mean 'location'?
            FOLDER/input_csv/closures.csv:6:1: the closure has too few cells (4); expected closure_type, name1, name2, closure_start, closure_end
            FOLDER/input_csv/closures.csv:7:6: warning: 'Dd' is no location: the closure has no effect (in Flee it would hit the first location of the file); did you mean 'D'?
            FOLDER/input_csv/closures.csv:7:12: the day of the closure is missing; expected days since the start, or -1 for an end that never comes
            FOLDER/source_data/data_layout.csv:2:1: warning: 'D' is no camp: its series adds to those who set out, and nothing is compared with it
            FOLDER/source_data/data_layout.csv:2:3: warning: there is no file 'dd.csv' in source_data: the series counts as no data; did you mean 'd.csv'?
            FOLDER/source_data/refugees.csv:3:1: date: '2020-02-30' is not a date; expected year-month-day as in 2016-10-29
            FOLDER/source_data/refugees.csv:4:12: count: 'lots' is not a number; expected digits, as in 17520 or 12.5
            """;
        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), input.Messages().Order(StringComparer.Ordinal));
    }

    /// <summary>It would be dropped without a word, and nothing would close.</summary>
    [Theory]
    [InlineData(",Home,Away,1,2", "2:1: the closure has no type; expected country, location, link, camp or idpcamp")]
    [InlineData("location,,,1,2", "2:10: the closure of a location lacks name1; expected a location")]
    [InlineData("link,A,,1,2", "2:8: the closure of a link lacks name2; expected two locations")]
    [InlineData("country,Home,,1,2", "2:14: the closure of a country lacks name2; expected two countries")]
    public void A_closure_without_its_type_or_a_name_is_an_error(string row, string expected) =>
        Assert.Equal(["FOLDER/input_csv/closures.csv:" + expected],
            new FleeInput().Adding("input_csv/closures.csv", row + "\n").Read().Input.Problems.Where(p => p.IsError).Select(p => p.ToString()));

    [Theory]
    [InlineData("move_rules: 5\n", "FOLDER/simsetting.yml:1:13: 'move_rules' is '5'; expected keys with values")]
    [InlineData("spawn_rules: [1]\n", "FOLDER/simsetting.yml:1:14: 'spawn_rules' is a list; expected keys with values")]
    public void A_section_that_is_none_is_one_mistake(string settings, string expected) =>
        Assert.Equal([expected], new FleeInput().With("simsetting.yml", settings).Read().Input.Problems.Where(p => p.IsError).Select(p => p.ToString()));

    /// <summary>Where the file lies makes no difference to the runs, so that it makes none to their record.</summary>
    [Fact]
    public void A_settings_file_elsewhere_is_recorded_by_its_name()
    {
        using var folder = new TemporaryFolder();
        new FleeInput().WriteTo(folder["case"]);
        List<InputFile> Recorded(string at)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[at])!);
            File.Copy(folder["case/simsetting.yml"], folder[at]);
            return [.. FleeFolder.Read(folder["case"], new FleeOptions { Settings = folder[at] }).Input.Files];
        }
        var near = Recorded("elsewhere/s.yml");
        Assert.Equal("s.yml", near[0].Path);
        Assert.Equal(near, Recorded("deep/er/s.yml"));
    }

    [Fact]
    public void Mistakes_are_listed_by_file_in_the_order_of_reading_also_where_files_are_numbered()
    {
        var input = new FleeInput().With("simsetting.yml", "move_rules:\n  speed: 1\n").Adding("source_data/d.csv", "soon,1\n")
            .With("input_csv/demographics_age.csv", "age,Default,Nowhere\n4,1,1\n").Adding("input_csv/closures.csv", "loc,A,,0,1\n");
        foreach (var name in new[] { "locations", "routes", "conflicts", "closures" })
        {
            input.With($"input_csv/{name}-0.csv", input[$"input_csv/{name}.csv"]).Without($"input_csv/{name}.csv");
        }
        string[] expected = ["simsetting.yml", "locations-0.csv", "closures-0.csv", "demographics_age.csv", "d.csv"];
        Assert.Equal(expected, input.Read().Input.Problems.Select(p => Path.GetFileName(p.Origin.File)).Distinct());
    }

    [Fact]
    public void Every_missing_file_is_named()
    {
        var messages = new FleeInput()
            .Without("input_csv/routes.csv").Without("input_csv/sim_period.csv").Without("input_csv/closures.csv")
            .Without("source_data/refugees.csv").Without("input_csv/conflicts.csv")
            .Messages();
        foreach (var name in new[] { "routes.csv", "sim_period.csv", "closures.csv", "refugees.csv", "conflicts.csv" })
            Assert.Contains(messages, m => m.Contains(name, StringComparison.Ordinal));
        Assert.Contains(
            new FleeInput().Without("source_data/data_layout.csv").Messages(),
            m => m.Contains("data_layout.csv: there is no such file", StringComparison.Ordinal));
    }

    /// <summary>
    /// With nothing that says where the folder's network is, the other mistakes are still found, and names are not called unknown one by one.
    /// </summary>
    [Theory]
    [InlineData(null, "there is no such file")]
    [InlineData("", "there are no locations in the file; expected one row per location")]
    [InlineData("#name,region\n", "there are no locations in the file; expected one row per location")]
    public void Without_locations_that_is_said_once_and_other_mistakes_too(string? locations, string expected)
    {
        var input = new FleeInput()
            .With("input_csv/sim_period.csv", "StartDate,2020-01-01\nLength,0\n")
            .With("input_csv/closures.csv", "country,Home,Away,20,30\nlink,A,D,1,2\n")
            .With("input_csv/major_routes.csv", "A,D\n")
            .With("input_csv/demographics_age.csv", "age,A\n4,1\n")
            .With("input_csv/region_attributes_IPC.csv", "#Day,North\n0,10\n");
        if (locations is null) input.Without("input_csv/locations.csv");
        else input.With("input_csv/locations.csv", locations);
        Assert.Equal(
            ["FOLDER/input_csv/sim_period.csv:2:8: Length is 0; expected 1..36500 days", $"FOLDER/input_csv/locations.csv: {expected}"],
            input.Messages().Where(m => !m.Contains("warning: the header", StringComparison.Ordinal)));
        using var folder = new TemporaryFolder();
        input.WriteTo(folder.Path);
        Assert.True(FleeFolder.Is(folder.Path));
    }

    /// <summary>A row that cannot be read is one mistake; other names are still looked up.</summary>
    [Theory]
    [InlineData("D,South", "\"D,South",
        "FOLDER/input_csv/locations.csv:3:1: the quote that opens here is never closed; a quote inside a quoted cell is written twice")]
    [InlineData(",camp,,5000", "",
        "FOLDER/input_csv/locations.csv:3:1: the location has too few cells (5); "
        + "expected name, region, country, latitude, longitude, location_type, conflict_date, population")]
    public void A_name_in_a_row_of_locations_that_cannot_be_read_is_not_called_unknown(string old, string text, string expected) =>
        Assert.Equal(
            [expected, "FOLDER/input_csv/routes.csv:3:3: warning: a route to the unknown location 'Elsewhere' is left out; expected a name of locations.csv"],
            new FleeInput()
                .Replacing("input_csv/locations.csv", old, text)
                .Replacing("input_csv/routes.csv", "A,D,100,0\n", "A,D,100,0\nA,Elsewhere,100,0\n")
                .Messages());

    [Theory]
    [InlineData("Start Date,2020-01-01\nLength,8\n", "FOLDER/input_csv/sim_period.csv: there is no StartDate; expected a row StartDate,year-month-day")]
    [InlineData("StartDate,2020-01-01\n", "FOLDER/input_csv/sim_period.csv: there is no Length; expected a row Length,days")]
    [InlineData("StartDate,2020-01-01\nLength,-1\n", "FOLDER/input_csv/sim_period.csv:2:8: Length is -1; expected 1..36500 days")]
    [InlineData("StartDate,2020-01-01\nLength,1000000000\n", "FOLDER/input_csv/sim_period.csv:2:8: Length is 1000000000; expected 1..36500 days")]
    [InlineData("StartDate,9999-12-30\nLength,8\n", "FOLDER/input_csv/sim_period.csv: the period would end after the year 9999")]
    [InlineData("StartDate,2020-01-01\nLength,8.5\n",
        "FOLDER/input_csv/sim_period.csv:2:8: warning: Length 8.5 is no whole number; 8 is taken; expected whole days")]
    [InlineData("StartDate,2020-01-01\nLength,8\nLength,9\n", "FOLDER/input_csv/sim_period.csv:3:1: warning: Length is there already; this one holds")]
    public void The_period_is_never_guessed(string text, string expected)
    {
        var (read, _) = new FleeInput().With("input_csv/sim_period.csv", text).Read();
        Assert.Contains(expected, read.Problems.Select(p => p.ToString()));
        Assert.Equal(expected.Contains("warning", StringComparison.Ordinal), read.Scenario is not null);
    }

    /// <summary>A decimal comma, and points between thousands, would change a figure a hundred or a thousand times without a word.</summary>
    [Theory]
    [InlineData("input_csv/routes.csv", "100,0", "\"40,5\",0", "routes.csv:2:5: distance: '40,5' is not a number; expected digits, as in 17520 or 12.5")]
    [InlineData("input_csv/routes.csv", "100,0", "\"1,00,000\",0",
        "routes.csv:2:5: distance: '1,00,000' is not a number; expected digits, as in 17520 or 12.5")]
    [InlineData("input_csv/locations.csv", "10000", "10.000",
        "locations.csv:2:40: population: '10.000' is read as a fraction of a person; expected digits without points, as in 10000")]
    [InlineData("source_data/d.csv", ",100", ",1.234.567",
        "d.csv:3:12: count: '1.234.567' is read as a fraction of a person; expected digits without points, as in 1234567")]
    public void Separators_that_could_be_misread_are_errors(string file, string old, string text, string expected) =>
        Assert.Contains(new FleeInput().Replacing(file, old, text).Messages(), m => m.EndsWith(expected, StringComparison.Ordinal));

    /// <summary>A comma inside a number parts a cell, and what stands before it would be read for the whole.</summary>
    [Theory]
    [InlineData("input_csv/locations.csv", "0,10000", "0,10,000",
        "locations.csv:2:43: the row has 9 cells, with '000' behind the last of 8 columns; commas part cells: a number or text that holds one stands " +
            "in quotes")]
    [InlineData("input_csv/routes.csv", "100,0", "1,200,0", "routes.csv:2:11: the row has 5 cells, with '0' behind the last of 4 columns;")]
    [InlineData("input_csv/routes.csv", "#name1,name2,distance,forced_redirection\nA,D,100,0", "A,D,1,200,0",
        "routes.csv:1:11: the row has 5 cells, with '0' behind the last of 4 columns;")]
    [InlineData("input_csv/conflicts.csv", "3,1", "3,0,75", "conflicts.csv:5:5: the row has 3 cells, with '75' behind the last of 2 columns;")]
    [InlineData("input_csv/closures.csv", "closure_end\n", "closure_end\nlocation,D,,2,5,9\n", "closures.csv:2:17: the row has 6 cells, with '9'")]
    [InlineData("input_csv/sim_period.csv", "Length,8", "Length,1,200", "sim_period.csv:2:10: the row has 3 cells, with '200' behind the last of 2 columns;")]
    [InlineData("source_data/d.csv", "2020-01-08,100", "2020-01-08,1,200", "d.csv:3:14: the row has 3 cells, with '200' behind the last of 2 columns;")]
    [InlineData("input_csv/conflicts.csv", "3,1", "3,\"0,750\"", "conflicts.csv:5:3: conflict intensity: '0,750' is not a number;")]
    public void A_comma_inside_a_number_is_an_error(string file, string old, string text, string expected)
    {
        var (read, _) = new FleeInput().Replacing(file, old, text).Read();
        Assert.Null(read.Scenario);
        Assert.Contains(read.Problems, p => p.IsError && p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void What_more_columns_of_a_series_hold_is_not_read()
    {
        var input = new FleeInput().With("source_data/d.csv", "Date,people,families,source\n2020-01-01,0,0,UN\n2020-01-08,100,20,UN\n");
        Assert.Empty(input.Messages());
        Assert.Equal(100, input.Case().Recorded.Single()![7]);
    }

    [Theory]
    [InlineData("input_csv/locations.csv", "camp,,5000", "camp,5000,",
        "locations.csv:3:29: warning: 'D' has a conflict_date and no capacity, so no limit; expected the capacity in column 8")]
    [InlineData("input_csv/conflicts.csv", "3,1", "3,-1",
        "conflicts.csv:5:3: warning: the conflict intensity is -1; expected 0 or more, and it counts as none")]
    [InlineData("input_csv/conflicts.csv", "3,1\n4,1", "3,\n4",
        "conflicts.csv:5:1: warning: there is no conflict intensity of 'A' in this row; it counts as 0, as in 2 rows in all")]
    [InlineData("source_data/data_layout.csv", "total,refugees.csv\n", "total,refugees.csv\nD\n",
        "data_layout.csv:2:1: warning: 'D' has no file and is left out; expected rows name,file")]
    [InlineData("input_csv/closures.csv", "closure_end\n", "closure_end\nlink,A,A,2,5\n",
        "closures.csv:2:6: warning: no route joins 'A' and 'A': the closure has no effect")]
    [InlineData("input_csv/closures.csv", "closure_end\n", "closure_end\nlocation,D,,200,500\n",
        "closures.csv:2:13: warning: the closure starts on day 200, after the last day 7, and has no effect")]
    [InlineData("input_csv/closures.csv", "closure_end\n", "closure_end\nlocation,D,,5,2\n",
        "closures.csv:2:15: warning: the closure ends on day 2, before it starts on day 5: it stays closed from then on")]
    [InlineData("source_data/d.csv", ",100", ",-100", "d.csv:3:12: warning: the count is -100; expected 0 or more")]
    [InlineData("source_data/d.csv", "2020-01-08,100", "2020-01-08,100\n2020-01-08,110",
        "d.csv:4:12: warning: 2020-01-08 is there already with another figure; the record jumps that day, as in Flee; a forecast takes the larger")]
    [InlineData("source_data/data_layout.csv", "D,d.csv", "D,d.csv\nD,refugees.csv",
        "data_layout.csv:3:1: warning: 'D' is there already; each series adds to those who set out, the last one is compared")]
    public void What_is_probably_a_slip_is_pointed_out(string file, string old, string text, string expected)
    {
        var (read, _) = new FleeInput().Replacing(file, old, text).Read();
        Assert.NotNull(read.Scenario);
        Assert.Contains(read.Problems, p => p.ToString().EndsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_closure_whose_start_cannot_be_read_is_not_said_to_end_on_its_day()
    {
        var input = new FleeInput().Adding("input_csv/closures.csv", "location,D,,soon,-1\n");
        var said = Assert.Single(input.Messages(), m => m.Contains("closures.csv", StringComparison.Ordinal));
        Assert.Contains("closures.csv:2:13: day of the closure, in days since the start: 'soon' is not a number", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_longitude_before_the_latitude_is_one_warning()
    {
        var input = new FleeInput().With("input_csv/locations.csv", """
            #name,region,country,gps_x,gps_y,location_type,conflict_date,population
            A,North,Home,141.0,37.0,conflict_zone,0,10000
            D,South,Away,141.5,37.5,camp,,5000

            """);
        Assert.Equal("FOLDER/input_csv/locations.csv:2:14: warning: the coordinate 141.0 is no latitude in degrees and is left out, and so are 1 more; "
            + "columns 4 and 5 seem to be swapped: expected the latitude before the longitude",
            Assert.Single(input.Messages(), m => m.Contains("coordinate", StringComparison.Ordinal)));
        Assert.DoesNotContain(input.Replacing("input_csv/locations.csv", "141.5,37.5", "37.5,41.5").Messages(), m =>
            m.Contains("swapped", StringComparison.Ordinal));
        input.Replacing("input_csv/locations.csv", "37.5,41.5", "141.5,37.5");
        input.Replacing("input_csv/locations.csv", "37.0", "237.0").Replacing("input_csv/locations.csv", "141.5", "14.5");
        Assert.Equal(["latitude in degrees and is left out", "longitude in degrees and is left out"],
            input.Messages().Where(m => m.Contains("coordinate", StringComparison.Ordinal)).Select(m => m.Split(" no ")[1]));
    }

    [Theory]
    [InlineData("closure.csv", "; did you mean 'closures.csv'?")]
    [InlineData("registration_correction.csv", "; did you mean 'registration_corrections.csv'?")]
    [InlineData("demographic_gender.csv", "; did you mean 'demographics_gender.csv'?")]
    [InlineData("floods.csv", "; did you mean 'flood_level.csv'?")]
    [InlineData("conflict.csv", "")]
    [InlineData("location_attributes_IPC.csv", "; attributes of locations are further columns of locations.csv")]
    public void A_table_that_nobody_reads_is_pointed_out(string name, string hint)
    {
        var input = new FleeInput().Without("input_csv/closures.csv").With($"input_csv/{name}", "#a,b\n");
        Assert.Contains($"FOLDER/input_csv/{name}: warning: the file is not read: no file of input_csv is called so{hint}", input.Messages());
    }

    [Theory]
    [InlineData("agents.csv")]
    [InlineData("routes-1.csv")]
    [InlineData("conflict_period.csv")]
    public void A_table_that_a_setting_leaves_out_or_another_model_reads_is_none_of_those(string name) =>
        Assert.DoesNotContain(new FleeInput().With($"input_csv/{name}", "#a,b\n").Messages(), m => m.Contains(name, StringComparison.Ordinal));

    /// <summary>
    /// It is not, besides, a contradiction of counts: no row of data_layout.csv states them, and a series of that folder has no name to be given.
    /// </summary>
    [Fact]
    public void A_day_that_is_in_a_series_twice_is_said_once_where_it_is_and_the_last_figure_is_compared()
    {
        var input = new FleeInput().Replacing("source_data/d.csv", "2020-01-08,100", "2020-01-05,90\n2020-01-05,60\n2020-01-08,100");
        Assert.Single(input.Messages(), m => m.Contains("2020-01-05", StringComparison.Ordinal));
        Assert.Equal(60, input.Case().Recorded[0]![4]);
    }

    /// <summary>Between 80 % and 80 % it is 80 %, whatever the row between them leaves out.</summary>
    [Theory]
    [InlineData("#Day,North\n0,80\n3,\n7,80\n", "IPC.csv:3:1: warning: there is no share of hungry people of 'North' in this row;")]
    [InlineData("#Day,North\n0,80\n3,180\n7,80\n", "IPC.csv:3:3: warning: the share of hungry people is 180; expected 0..100 per cent")]
    public void A_gap_in_the_shares_of_hungry_people_is_filled_and_pointed_out(string text, string expected)
    {
        var (read, _) = new FleeInput().With("input_csv/region_attributes_IPC.csv", text).Read();
        Assert.Contains(read.Problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
        Assert.All(read.Scenario!.Timeline.Where(e => e.Change == Change.Food), e => Assert.InRange(e.Value!.Value, 80, 100));
    }

    [Theory]
    [InlineData("WomenAvoidHazards: True", "the rule women_avoid_hazards asks for the attribute gender, and nobody's is known")]
    [InlineData("BoysTakeRisk: True", "the rule boys_take_risk asks for the attribute age, and nobody's is known", "demographics_gender.csv",
        "gender,Default\nmale,1\n")]
    [InlineData("flee_when_starving: True", "the rule flee_when_starving asks for the change food of the timeline, and there is none: nobody is hungry;")]
    [InlineData("flood_rules: {flood_loc_weights: [1, 0.5]}", "the rule flood_loc_weights asks for the change flood of the timeline, and there is none:")]
    [InlineData("harvest_months: [2]", "the rule harvest_months asks for farmers, and there are none: nobody harvests")]
    public void Rules_without_their_data_are_pointed_out(string rule, string expected, string file = "demographics_age.csv",
        string text = "age,Default\n30,1\n") =>
        Assert.Contains(
            new FleeInput().With("simsetting.yml", $"move_rules:\n  {rule}\n").With($"input_csv/{file}", text).Messages(),
            m => m.StartsWith($"FOLDER/simsetting.yml: warning: {expected}", StringComparison.Ordinal));

    [Fact]
    public void An_economic_pull_without_data_of_a_place_abroad_is_pointed_out_there() =>
        Assert.Contains(
            "FOLDER/input_csv/locations.csv:3:1: warning: the rule use_economic_pull asks for trade_volume and hdi of places abroad, "
            + "and 'D' lacks one of them: the rule changes nothing there",
            new FleeInput().With("simsetting.yml", "move_rules:\n  use_economic_pull: 1\n").Messages());

    [Theory]
    [InlineData("input_csv/conflicts.csv", "#Day,A,D,A\n0,1,0,0\n", "conflicts.csv:1:10: the column 'A' is there already as column 2; expected each name once")]
    [InlineData("input_csv/demographics_age.csv", "age,Default,Default\n3,1,1\n", "age.csv:1:13: the column 'Default' is there already as column 2;")]
    public void A_column_that_is_there_twice_is_an_error(string file, string text, string expected)
    {
        var (read, _) = new FleeInput().With(file, text).Read();
        Assert.Null(read.Scenario);
        Assert.Contains(read.Problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("input_csv/locations.csv")]
    [InlineData("input_csv/conflicts.csv")]
    [InlineData("input_csv/closures.csv")]
    [InlineData("input_csv/sim_period.csv")]
    [InlineData("input_csv/registration_corrections.csv")]
    [InlineData("source_data/d.csv")]
    [InlineData("simsetting.yml")]
    public void A_folder_in_place_of_a_file_is_named(string file)
    {
        var input = new FleeInput();
        if (input.Files.ContainsKey(file)) input.Without(file);
        var messages = input.With($"{file}/inside", "").Messages();
        Assert.Equal(
            $"FOLDER/{file}: this is a folder; expected a file",
            Assert.Single(messages, m => !m.Contains("warning", StringComparison.Ordinal)));
    }
}
