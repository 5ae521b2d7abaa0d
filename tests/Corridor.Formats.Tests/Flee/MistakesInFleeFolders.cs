namespace Corridor.Formats.Tests.Flee;

public class MistakesInFleeFolders
{
    [Fact]
    public void All_mistakes_of_a_folder_are_listed_at_once_with_file_line_and_column()
    {
        var input = new FleeInput()
            .With("simsetting.yml", "spawn_rules:\n  take_from_populaton: True\nmove_rules:\n  max_move_speed: fast\n  camp_movechance: 2\n  two_system_decision_making: 1.0\n")
            .With("input_csv/sim_period.csv", "StartDate,2020-13-01\nLength,8\nEnd,3\n")
            .With("input_csv/locations.csv", "#name,region,country,lat,lon,location_type,conflict_date,population\nA,North,Home,ten,20,conflict_zone,soon,many\nD,South,Away,10,20,cmp,,5000\nX,Y\n")
            .With("input_csv/routes.csv", "#a,b,c,d\nA,D,far,0\nA,Dd,5,0\nA,D,-3,0\nA,D\n")
            .With("input_csv/conflicts.csv", "#Day,A,Bb\n0,1,1\n1,x,1\n")
            .With("input_csv/closures.csv", "#t,a,b,s,e\nlocation,Dd,,0,3\nlink,A,Nowhere,0,3\ncountry,Hme,Away,x,3\nlocatoin,D,,0,1\nlocation,D\n")
            .With("source_data/refugees.csv", "Date,people\n2020-01-01,100\n2020-02-30,100\n2020-01-09,lots\n")
            .With("source_data/data_layout.csv", "total,refugees.csv\nD,dd.csv\n");
        var expected = """
            FOLDER/simsetting.yml:2:3: warning: 'spawn_rules.take_from_populaton' is not a setting of Flee and has no effect; did you mean 'take_from_population'?
            FOLDER/simsetting.yml:4:19: 'max_move_speed' is 'fast'; expected a number
            FOLDER/simsetting.yml:5:20: the value '2' does not fit camp_movechance; expected a number 0..1 1/day
            FOLDER/simsetting.yml:6:3: warning: 'move_rules.two_system_decision_making' cannot be switched on in Flee and has no effect
            FOLDER/input_csv/sim_period.csv:1:11: StartDate: '2020-13-01' is not a date; expected year-month-day as in 2016-10-29
            FOLDER/input_csv/sim_period.csv:3:1: warning: 'End' is not known; expected StartDate or Length
            FOLDER/input_csv/locations.csv:2:14: coordinate: 'ten' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:2:35: conflict_date: 'soon' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:2:40: population: 'many' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/locations.csv:3:20: warning: the location type 'cmp' is not known; people always move on from such a place, as from a hub; did you mean 'camp'?
            FOLDER/input_csv/locations.csv:4:1: the location has 2 cells; expected name, region, country, x, y, location_type, conflict_date, population
            FOLDER/input_csv/routes.csv:2:5: distance: 'far' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/routes.csv:3:3: warning: a route to the unknown location 'Dd' is left out; expected a name of locations.csv; did you mean 'D'?
            FOLDER/input_csv/routes.csv:4:5: the distance is -3; expected more than 0 km
            FOLDER/input_csv/routes.csv:5:1: the route has 2 cells; expected name1, name2, distance
            FOLDER/input_csv/conflicts.csv: warning: the file has 2 days, the period 8; the last row holds for the rest
            FOLDER/input_csv/conflicts.csv:1:8: warning: conflict intensity of the unknown location 'Bb' has no effect; did you mean 'A'?
            FOLDER/input_csv/conflicts.csv:3:3: conflict intensity: 'x' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/closures.csv:2:10: warning: 'Dd' is no location: the closure has no effect (in Flee it would hit the first location of the file); did you mean 'D'?
            FOLDER/input_csv/closures.csv:3:8: unknown location 'Nowhere'; expected a name of locations.csv
            FOLDER/input_csv/closures.csv:4:9: warning: no location lies in 'Hme': the closure has no effect; did you mean 'Home'?
            FOLDER/input_csv/closures.csv:4:18: day of the closure: 'x' is not a number; expected digits, as in 17520 or 12.5
            FOLDER/input_csv/closures.csv:5:1: warning: the closure type 'locatoin' is not known and has no effect; did you mean 'location'?
            FOLDER/input_csv/closures.csv:6:1: the closure has 2 cells; expected closure_type, name1, name2, closure_start, closure_end
            FOLDER/source_data/data_layout.csv:2:3: warning: there is no file 'dd.csv' in source_data: the series counts as no data; did you mean 'd.csv'?
            FOLDER/source_data/refugees.csv:3:1: date: '2020-02-30' is not a date; expected year-month-day as in 2016-10-29
            FOLDER/source_data/refugees.csv:4:12: count: 'lots' is not a number; expected digits, as in 17520 or 12.5
            """;
        Assert.Equal(expected.Split('\n').Order(StringComparer.Ordinal), input.Messages().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_missing_file_is_named()
    {
        var messages = new FleeInput().Without("input_csv/routes.csv").Without("input_csv/sim_period.csv").Without("input_csv/closures.csv").Without("source_data/refugees.csv").Without("input_csv/conflicts.csv").Messages();
        foreach (var name in new[] { "routes.csv", "sim_period.csv", "closures.csv", "refugees.csv", "conflicts.csv" })
            Assert.Contains(messages, m => m.Contains(name, StringComparison.Ordinal));
        Assert.Contains(new FleeInput().Without("source_data/data_layout.csv").Messages(), m => m.Contains("data_layout.csv: there is no such file", StringComparison.Ordinal));
    }
}
