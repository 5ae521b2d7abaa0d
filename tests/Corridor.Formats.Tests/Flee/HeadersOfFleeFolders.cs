using Corridor.Formats.Flee;

namespace Corridor.Formats.Tests.Flee;

public class HeadersOfFleeFolders
{
    private const string Locations = "input_csv/locations.csv";
    private const string Routes = "input_csv/routes.csv";
    private const string Closures = "input_csv/closures.csv";
    private const string Conflicts = "input_csv/conflicts.csv";
    private const string Layout = "source_data/data_layout.csv";
    private const string LocationsHeader = "#name,region,country,lat,lon,location_type,conflict_date,population";
    private const string ByPosition = "columns are read by position, in the order "
        + "name, region, country, latitude, longitude, location_type, conflict_date, population";

    /// <summary>Columns go by position, so a header in another order says that the data are read as something else.</summary>
    [Fact]
    public void A_header_in_another_order_is_an_error_at_each_column_that_stands_elsewhere() =>
        Assert.Equal(
            [
                "FOLDER/input_csv/locations.csv:1:22: 'lon' is column 4 of the header; expected it as column 5: " + ByPosition,
                "FOLDER/input_csv/locations.csv:1:26: 'lat' is column 5 of the header; expected it as column 4: " + ByPosition,
            ],
            new FleeInput().Replacing(Locations, LocationsHeader, "#name,region,country,lon,lat,location_type,conflict_date,population").Messages());

    [Theory]
    [InlineData(Routes, "#name1,name2,distance,forced_redirection", "#distance,name1,name2,forced_redirection",
        "1:1: 'distance' is column 1 of the header; expected it as column 3", "1:11: 'name1' is column 2",
        "1:17: 'name2' is column 3")]
    [InlineData(Closures, "#closure_type,name1,name2,closure_start,closure_end", "#name1,name2,closure_start,closure_end",
        "1:1: 'name1' is column 1 of the header; expected it as column 2")]
    [InlineData(Locations, LocationsHeader, "#name,region,country,lat,lon,location_type,conflict_date,size,population",
        "1:63: 'population' is column 9 of the header; expected it as column 8")]
    public void So_it_is_in_every_file_that_is_read_by_position(string file, string old, string header, params string[] expected)
    {
        var messages = new FleeInput().Replacing(file, old, header).Messages();
        Assert.All(expected, e => Assert.Contains(messages, m => m.StartsWith($"FOLDER/{file}:{e}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("#name,region,country,lat,lon,locaton_type,conflict_date,population",
        "1:30: warning: column 6 of the header is called 'locaton_type'; it is read as location_type, for columns are read by position; "
        + "did you mean 'location_type'?")]
    [InlineData("#name,#name,country,lat,lon,location_type,conflict_date,population",
        "1:7: warning: column 2 of the header is called 'name' as well; it is read as region, for columns are read by position")]
    [InlineData("#name,region,country,lat,lon,location_type",
        "1:30: warning: the header ends before conflict_date; columns are read by position, in the order name, region")]
    [InlineData("#name,region,country,lat,lon,location_type,conflict_date,population,conflict_intensty",
        "1:69: warning: no rule reads the attribute 'conflict_intensty'; did you mean 'conflict_intensity'?")]
    public void A_header_in_other_words_is_read_with_a_warning_and_the_nearest_known_word(string header, string expected)
    {
        var input = new FleeInput().Replacing(Locations, LocationsHeader, header);
        Assert.StartsWith($"FOLDER/{Locations}:{expected}", Assert.Single(input.Messages()), StringComparison.Ordinal);
        Assert.Equal(100, Course.Of(input).At("D")[0]);
    }

    /// <summary>Of the published instances and of Flee's manual.</summary>
    [Theory]
    [InlineData(Locations, LocationsHeader, "#name,region,country,latitude,longitude,location_type,conflict_date,population")]
    [InlineData(Locations, LocationsHeader,
        "\"#name\",\"region\",\"country\",\"latitude\",\"longitude\",\"location_type\",\"conflict_date\",\"population\",\"IPC\"")]
    [InlineData(Locations, LocationsHeader, "#\"name\",\"region\",\"country\",\"lat\",\"lon\",\"location_type\",\"conflict_date\",\"population\"")]
    [InlineData(Locations, LocationsHeader, "#name,region,country,lat,long,location_type,conflict_date,population/capacity")]
    [InlineData(Locations, LocationsHeader, "#name,region,country,gps_x,gps_y,location_type,conflict_date,pop/cap")]
    [InlineData(Locations, LocationsHeader, "#name,region,country,lat,lon,location_type,flood_time,population,")]
    [InlineData(Locations, LocationsHeader, "name,region,country,lat,lon,location_type,conflict_period,population")]
    [InlineData(Locations, LocationsHeader, "# Names after the census of 2009, with others' spellings")]
    [InlineData(Routes, "#name1,name2,distance,forced_redirection", "#\"name1\",\"name2\",\"distance\",forced_redirection")]
    [InlineData(Routes, "#name1,name2,distance,forced_redirection", "#name1,name2,distance,link_type")]
    [InlineData(Routes, "#name1,name2,distance,forced_redirection", "#name1,name2,distance[km],forced_redirection,max_move_speed")]
    [InlineData(Closures, "#closure_type,name1,name2,closure_start,closure_end", "closure_type,name1,name2,closure_start,closure_end")]
    [InlineData(Conflicts, "#Day,A", "\"#Day\",\" A\",")]
    public void Published_headers_are_read_without_a_word(string file, string old, string header)
    {
        var input = new FleeInput().Replacing(file, old, header);
        Assert.Equal([], input.Messages());
        Assert.Equal(100, Course.Of(input).At("D")[0]);
    }

    /// <summary>Without its # or after remarks it still names the attributes: a day's walk on this road is 50 km.</summary>
    [Theory]
    [InlineData("name1,name2,distance,forced_redirection,max_move_speed")]
    [InlineData("# from the survey of 2012\n# two roads were left out\n#name1,name2,distance,forced_redirection,max_move_speed")]
    public void Attributes_are_found_wherever_the_header_is(string header) =>
        Assert.Equal([0, 0, 100], Course.Of(new FleeInput().With(Routes, $"{header}\nA,D,100,0,50\n")).At("D")[..3]);

    [Theory]
    [InlineData(Locations, "A;North;Home;10.0;20.0;conflict_zone;0;10000\n", "semicolons")]
    [InlineData(Locations, "#\"name\";\"region\";\"country\"\n\"A\";\"North\";\"10,5\"\n", "semicolons")]
    [InlineData(Conflicts, "#Day\tA\n0\t1\n", "tabs")]
    [InlineData("input_csv/sim_period.csv", "StartDate;2020-01-01\nLength;8\n", "semicolons")]
    [InlineData("source_data/d.csv", "Date;people\n2020-01-01;0\n", "semicolons")]
    [InlineData(Layout, "total;refugees.csv\n", "semicolons")]
    public void Another_separator_is_one_error(string file, string text, string separator) =>
        Assert.Equal(
            $"FOLDER/{file}:1:1: the columns are separated by {separator}; expected commas (in Excel: save as 'CSV UTF-8 (comma delimited)')",
            Assert.Single(new FleeInput().With(file, text).Messages(), m => m.Contains(file, StringComparison.Ordinal)));

    [Fact]
    public void A_remark_with_a_semicolon_is_none() =>
        Assert.Empty(new FleeInput().With(Routes, "# surveyed in 2012; two roads were left out\nA,D,100,0\n").Messages());

    [Theory]
    [InlineData("0,1\n1,1\n", "FOLDER/input_csv/conflicts.csv:1:1: the first row holds numbers; expected a header, #Day and names of locations")]
    [InlineData("A,D\n1,0\n",
        "FOLDER/input_csv/conflicts.csv:1:1: the first column is called 'A'; expected #Day: it is the day of the row, and not read as values of a location")]
    [InlineData("#Day,A\n0,1\n2,1\n",
        "FOLDER/input_csv/conflicts.csv:3:1: warning: the row says day '2' and counts as day 1: rows are day after day, whatever their first column says")]
    public void The_first_row_of_conflicts_names_locations_and_the_first_column_days(string text, string expected) =>
        Assert.Contains(expected, new FleeInput().With(Conflicts, text).Messages());

    /// <summary>These files have no header in Flee, which would take one for the total or stop.</summary>
    [Theory]
    [InlineData(Layout, "name,file\ntotal,refugees.csv\nD,d.csv\n")]
    [InlineData(Layout, "#name,file\ntotal,refugees.csv\nD,d.csv\n")]
    [InlineData("input_csv/registration_corrections.csv", "camp,date\nD,2020-01-08\n")]
    public void A_header_where_Flee_has_none_is_no_row(string file, string text)
    {
        var input = new FleeInput().Replacing("source_data/d.csv", "2020-01-01,0", "2020-01-01,50").With(file, text);
        Assert.Equal([], input.Messages());
        Assert.Equal(100, Course.Of(input).At("D")[0]);
    }

    [Theory]
    [InlineData(Layout, "file,name\nrefugees.csv,total\nd.csv,D\n",
        "1:1: 'file' is column 1 of the header; expected it as column 2: columns are read by position, in the order name, file")]
    [InlineData("input_csv/registration_corrections.csv", "date,camp\n2020-01-08,D\n",
        "1:1: 'date' is column 1 of the header; expected it as column 2: columns are read by position, in the order camp, date")]
    [InlineData("source_data/d.csv", "people,Date\n2020-01-01,0\n",
        "1:8: 'Date' is column 2 of the header; expected it as column 1: columns are read by position, in the order date, count")]
    [InlineData("input_csv/demographics_age.csv", "age,default\n4,1\n", "1:5: warning: 'default' is no location; did you mean 'Default'?")]
    public void Of_records_and_demographics_as_well(string file, string text, string expected) =>
        Assert.Contains($"FOLDER/{file}:{expected}", new FleeInput().With(file, text).Messages());

    [Fact]
    public void Rows_of_the_layout_that_are_not_what_their_names_say_are_pointed_out()
    {
        Assert.Equal(
            [
                "FOLDER/input_csv/locations.csv:3:1: warning: 'D' has no recorded series in data_layout.csv; it is reported with no data",
                "FOLDER/source_data/data_layout.csv:2:1: warning: 'A' is no camp: its series adds to those who set out, and nothing is compared with it",
                "FOLDER/source_data/data_layout.csv:3:1: warning: 'd' is no location of locations.csv: its series adds to those who set out, "
                    + "and nothing is compared with it; did you mean 'D'?",
            ],
            new FleeInput().With(Layout, "total,refugees.csv\nA,d.csv\nd,d.csv\n").Messages());
        Assert.Contains(
            "FOLDER/source_data/data_layout.csv:1:1: warning: the first row is taken for the total, as in Flee: "
                + "the series of 'D' is not added to the others; expected total,FILE before it",
            new FleeInput().With(Layout, "D,d.csv\n").Messages());
    }

    /// <summary>Older folders (mali2022_2024, the floods): the same rows under another name.</summary>
    [Theory]
    [InlineData("conflict_period.csv")]
    [InlineData("flood_period.csv")]
    public void The_period_may_have_its_older_name(string name)
    {
        var input = new FleeInput();
        input.With($"input_csv/{name}", input["input_csv/sim_period.csv"]).Without("input_csv/sim_period.csv");
        Assert.Equal([], input.Messages());
        Assert.Equal(8, input.Case().Scenario.Days);
        Assert.Equal(
            "FOLDER/input_csv/sim_period.csv: there is no such file; "
                + "expected rows StartDate,year-month-day and Length,days, or the options --start DATE and --days N",
            Assert.Single(input.Without($"input_csv/{name}").Messages(new FleeOptions())));
    }

    [Fact]
    public void Rules_that_do_not_go_together_are_said_of_the_settings()
    {
        var messages = new FleeInput().With("simsetting.yml", "move_rules: {awareness_level: 11}\n").Messages();
        Assert.StartsWith("FOLDER/simsetting.yml: awareness_level 11 with ways every_simple_path", Assert.Single(messages), StringComparison.Ordinal);
    }

    /// <summary>What a network cannot be: car has a camp that no road reaches, mali2012 roads shorter than the crow flies.</summary>
    [Fact]
    public void Camps_that_no_road_reaches_and_impossible_distances_are_pointed_out()
    {
        var messages = new FleeInput()
            .Adding(Locations, "E,South,Away,10.6,20.5,camp,,5000\n")
            .Adding(Layout, "E,d.csv\n")
            .Replacing(Routes, "A,D,100", "A,D,30")
            .Messages();
        Assert.Equal(
            [
                "FOLDER/input_csv/locations.csv:4:1: warning: 'E' is an island: no route reaches it",
                "FOLDER/input_csv/routes.csv:2:1: warning: the route A--D is 30 km long, shorter than the great circle of 78 km",
            ],
            messages);
    }
}
