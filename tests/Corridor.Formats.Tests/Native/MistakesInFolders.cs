using System.Text;
using Corridor.Formats.Native;

namespace Corridor.Formats.Tests.Native;

/// <summary>What a person gets to read after each of the mistakes that people make.</summary>
public class MistakesInFolders
{
    [Fact]
    public void The_sample_has_no_problem() => Assert.Empty(new SampleFolder().Messages());

    [Theory]
    [InlineData("places.csv", "36.38,", "36.38;", "FOLDER/places.csv:3:1: the row has 7 cells; expected 8, one for each column of the header")]
    [InlineData("places.csv", "camp,36.38", "cmap,36.38",
        "FOLDER/places.csv:3:11: kind: 'cmap' is not known; expected one of town, conflict-zone, camp, idp-camp, hub, marker, flood-zone; "
        + "did you mean 'camp'?")]
    [InlineData("places.csv", "Iraq,1000", "Iraq,\"1,000\"",
        "FOLDER/places.csv:2:42: population: '1,000' is not a whole number; thousands separators are not allowed: write 1000")]
    [InlineData("places.csv", "Iraq,1000", "Iraq,10 00",
        "FOLDER/places.csv:2:42: population: '10 00' is not a whole number; expected digits only, as in 17520")]
    [InlineData("places.csv", "Iraq,1000", "Iraq,-5", "FOLDER/places.csv:2:1: the population of 'town' is -5; expected 0 or more")]
    [InlineData("places.csv", "Iraq,1000", "Iraq,99999999999999",
        "FOLDER/places.csv:2:42: population: 99999999999999 is more than there can be; expected at most 1000000000000")]
    [InlineData("places.csv", "Iraq,1000", "Iraq,99999999999999999999",
        "FOLDER/places.csv:2:42: population: 99999999999999999999 is more than there can be; expected at most 1000000000000")]
    [InlineData("places.csv", "36.34,43.13", "143.13,36.34", "FOLDER/places.csv:2:1: the latitude of 'town' is 143.13; expected -90..90 degrees")]
    [InlineData("places.csv", "36.34,", "\"36,34\",", "FOLDER/places.csv:2:25: lat: '36,34' is not a number; the decimal mark is a point: write 36.34")]
    [InlineData("places.csv", ",capacity\n", ",Farmer_fraction\n", "FOLDER/places.csv:3:1: farmer_fraction of 'camp' is 500; expected 0..1")]
    [InlineData("places.csv", "population,capacity", "deactivation_probability,population",
        "FOLDER/places.csv:2:1: deactivation_probability of 'town' is 1000; expected 0..1")]
    [InlineData("places.csv", "lat,lon,country,population,capacity\ntown,Town,conflict-zone,36.34",
        "trade_volume,lon,country,population,capacity\ntown,Town,conflict-zone,\"0,05\"",
        "FOLDER/places.csv:2:25: trade_volume: '0,05' is not a number; the decimal mark is a point: write 0.05")]
    [InlineData("places.csv", "lat,lon,country,population,capacity\ntown,Town,conflict-zone,36.34",
        "TRADE_VOLUME,lon,country,population,capacity\ntown,Town,conflict-zone,-3",
        "FOLDER/places.csv:2:1: trade_volume of 'town' is -3; expected 0 or more")]
    [InlineData("places.csv", "far,Far", "camp,Far", "FOLDER/places.csv:4:1: the place id 'camp' is there already at FOLDER/places.csv:3:1; ids are unique")]
    [InlineData("places.csv", ",capacity", ",capcity", "warning: the column 'capcity' is not read; did you mean 'capacity'?")]
    [InlineData("places.csv", ",lat,lon", ",latitude,lon", "FOLDER/places.csv:1:14: warning: the column 'latitude' is not read; did you mean 'lat'?")]
    [InlineData("places.csv", "id,name", "Id,ID", "FOLDER/places.csv:1:4: the column 'ID' is there already as column 1; names of columns are unique")]
    [InlineData("routes.csv", ",km,", ",length,",
        "FOLDER/routes.csv:1:1: there is no column 'km'; expected from,to,km and, where known, mode,direction,speed,walk_probability")]
    [InlineData("routes.csv", "town,camp", "town,cmap",
        "FOLDER/routes.csv:2:1: a route to the unknown place 'cmap'; expected an id of the places; did you mean 'camp'?")]
    [InlineData("routes.csv", "70,road", ",road", "FOLDER/routes.csv:2:11: there is no value for 'km'")]
    [InlineData("routes.csv", "70,road", "NaN,road", "FOLDER/routes.csv:2:11: km: 'NaN' is not a number; expected digits only, as in 17520 or 12.5")]
    [InlineData("routes.csv", "70,road", "70,wlak",
        "FOLDER/routes.csv:2:14: warning: mode: 'wlak' is not one of road, track, river-crossing, border-crossing, frontline, walk; did you mean 'walk'?")]
    [InlineData("timeline.csv", "2016-10-20", "29/10/2016",
        "FOLDER/timeline.csv:2:1: date: '29/10/2016' is not a date; expected year-month-day as in 2016-10-29; did you mean 2016-10-29?")]
    [InlineData("timeline.csv", "2016-10-20", "05/10/2016",
        "FOLDER/timeline.csv:2:1: date: '05/10/2016' is not a date; expected year-month-day as in 2016-10-29; did you mean 2016-10-05 or 2016-05-10?")]
    [InlineData("timeline.csv", "town,conflict", "town–camp,close",
        "FOLDER/timeline.csv:2:12: 'town–camp' is joined by the character '–'; expected two hyphens or an arrow, as in town--camp")]
    [InlineData("timeline.csv", "town,conflict,1.5", "twon,conflict,1.5", "FOLDER/timeline.csv:2:12: subject: unknown place 'twon'; did you mean 'town'?")]
    [InlineData("timeline.csv", "town,conflict,1.5", "camp,capacity,9.500",
        "FOLDER/timeline.csv:2:26: value: '9.500' is not a whole number; expected digits only, as in 17520")]
    [InlineData("timeline.csv", "town,conflict,1.5", "town,force-move,1e3",
        "FOLDER/timeline.csv:2:28: value: '1e3' is not a whole number; expected digits only, as in 17520")]
    [InlineData("timeline.csv", "Syria,close,", "Syria,close,0.5",
        "FOLDER/timeline.csv:3:37: warning: the change close takes no value; for a fraction that gets through, write pass")]
    [InlineData("counts.csv", "about", "abuot",
        "FOLDER/counts.csv:2:37: qualifier: 'abuot' is not known; expected one of exact, about, at least, at most; did you mean 'about'?")]
    [InlineData("departures.csv", "*", "twon", "FOLDER/departures.csv:2:12: departures from the unknown place 'twon'; did you mean 'town'?")]
    [InlineData("scenario.yml", "start: 2016-10-17\n", "", "FOLDER/scenario.yml:1:1: there is no value for 'start'")]
    [InlineData("scenario.yml", "days: 30", "days: 0", "FOLDER/scenario.yml:3:7: days: 0; expected 1..36500")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ndyas: 3",
        "FOLDER/scenario.yml:4:1: warning: the key 'dyas' is not read; "
        + "expected one of name, description, start, days, as_of, home_country, rules, priors, major_routes, alternatives, triggers; did you mean 'days'?")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ndays: 31", "FOLDER/scenario.yml:4:1: the key 'days' is there already in line 3; keys are unique")]
    [InlineData("scenario.yml", "days: 30", "days: [30]", "FOLDER/scenario.yml:3:7: days: a list; expected a single value")]
    [InlineData("scenario.yml", "home_country: Iraq", "home_country: Irak",
        "FOLDER/scenario.yml:4:15: home_country: no place is in 'Irak'; expected one of Iraq, Syria; did you mean 'Iraq'?")]
    [InlineData("scenario.yml", "camp_weight", "camp_wieght", "FOLDER/scenario.yml:6:3: there is no rule 'camp_wieght'; did you mean 'camp_weight'?")]
    [InlineData("scenario.yml", "camp_weight: 3", "camp_weight: -3", "FOLDER/scenario.yml:6:16: camp_weight: '-3' does not fit; expected a number 0..1000000")]
    [InlineData("scenario.yml", "camp_weight: 3", "preset: flee",
        "FOLDER/scenario.yml:6:11: preset: 'flee' is not known; expected corridor or flee-3 or cold-start; did you mean 'flee-3'?")]
    [InlineData("scenario.yml", "lognormal(0.01, 0.5)", "lognormal(0.01)",
        "FOLDER/scenario.yml:9:19: departure_rate: 'lognormal(0.01)' is not a prior; "
        + "expected uniform(low, high), normal(mean, sd) or lognormal(median, sd of the logarithm)")]
    [InlineData("scenario.yml", "departure_rate:", "awareness_level:",
        "FOLDER/scenario.yml:9:3: 'awareness_level' takes a whole number 1..100 steps; a prior can only be stated for one real number")]
    [InlineData("scenario.yml", "town--camp", "town--far", "FOLDER/scenario.yml:12:35: no route joins the ends of 'town--far'; did you mean 'town--camp'?")]
    [InlineData("scenario.yml", "change: close}", "change: close, drop: true}",
        "FOLDER/scenario.yml:12:35: alternative 'west-sealed' drops '2016-10-29 town--camp close', which is not in the timeline")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ntriggers:\n  a: when P(people at cmap in 7 d > 10) > 0.5",
        "FOLDER/scenario.yml:5:6: a: unknown place 'cmap'; expected an id or name of the places; did you mean 'camp'?")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ntriggers:\n  a: when P(poeple at camp in 7 d > 10) > 0.5",
        "FOLDER/scenario.yml:5:6: a: 'poeple' is not a measure; "
        + "expected one of people, arrivals, departures, residents, trapped, held, forced_back, in_transit, displaced; did you mean 'people'?")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ntriggers:\n  a: when P(people at camp in 7 d > 10) > 5",
        "FOLDER/scenario.yml:5:6: a: '5' is not a probability; expected 0 or more and less than 1, as in 0.5")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ntriggers:\n  a: [1]",
        "FOLDER/scenario.yml:5:6: a: a list; expected when P(FIGURE in N d > PEOPLE) > PROBABILITY, as in 'when P(arrivals at khazer in 7 d > 10,000) > 0.5'")]
    [InlineData("scenario.yml", "days: 30", "days: 30\ntriggers: [a]",
        "FOLDER/scenario.yml:4:11: triggers: a list; expected names with their triggers, as in 'khazer-fills: "
        + "when P(arrivals at khazer in 7 d > 10,000) > 0.5'")]
    [InlineData("scenario.yml", "  camp_weight", "\tcamp_weight", "FOLDER/scenario.yml:6:1: a tab where blanks should be; YAML is indented with blanks only")]
    [InlineData("scenario.yml", "name: Sample", "name: &a Sample",
        "FOLDER/scenario.yml:1:7: this is not valid YAML: anchors (&) and aliases (*) are not read; write the value out, or in quotes if it is a text")]
    [InlineData("scenario.yml", "days: 30", "days: 30\nas_of: 2017-10-29",
        "FOLDER/scenario.yml:4:8: warning: as_of: 2017-10-29 is none of the 30 days from 2016-10-17 on; all that the timeline says is known to the runs")]
    [InlineData("scenario.yml", "days: 30", "days: 30\nas_of: 2015-10-29",
        "FOLDER/scenario.yml:4:8: warning: as_of: 2015-10-29 is none of the 30 days from 2016-10-17 on; what was announced later is not known to the runs")]
    [InlineData("scenario.yml", "change: close}\n", "change: close\n  east: []\n",
        "FOLDER/scenario.yml:12:5: this is not valid YAML from here on; expected every bracket, brace and quote that opens to be closed")]
    [InlineData("scenario.yml", "west-sealed", "'..\\x'",
        "FOLDER/scenario.yml:11:3: '..\\x' cannot be the name of an alternative, as files are named after it; "
        + "expected a short name as in west-sealed, without / \\ : * ? \" < > |")]
    [InlineData("places.csv", "id,name", "Places of the valley\nid,name",
        "FOLDER/places.csv:1:1: 'Places of the valley' stands alone in the first row; expected the names of the columns there")]
    [InlineData("scenario.yml", "start: 2016-10-17", "start: 9999-12-25", "FOLDER/scenario.yml:3:7: days: the scenario would end after the year 9999; "
        + "expected at most 6, or an earlier start")]
    [InlineData("scenario.yml", "departure_rate: lognormal(0.01, 0.5)", "default_movechance: lognormal(5, 0.5)",
        "FOLDER/scenario.yml:9:23: default_movechance: 'lognormal(5, 0.5)' begins or ends beyond the range; expected a number 0..1 1/day")]
    [InlineData("scenario.yml", "departure_rate: lognormal(0.01, 0.5)", "default_movechance: normal(0.3, 5)",
        "FOLDER/scenario.yml:9:23: warning: default_movechance: 92 % of the draws of normal(0.3, 5) lie beyond the range, and are taken for its end; "
        + "expected most of them within a number 0..1 1/day")]
    [InlineData("timeline.csv", "town,conflict,1.5", "town,flood,3",
        "FOLDER/timeline.csv:2:12: warning: no rule reads floods: such rows change nothing; "
        + "expected departure_driver: flood, flood_movechances or flood_loc_weights in the rules")]
    [InlineData("timeline.csv", "town,conflict,1.5,,\n", "camp,capacity,9,,\n2016-10-20,camp,capacity,8,,\n",
        "FOLDER/timeline.csv:3:12: warning: capacity 8 of 'camp' on 2016-10-20, and capacity 9 at FOLDER/timeline.csv:2:12: the later row holds; "
        + "expected one of them")]
    [InlineData("timeline.csv", "town,conflict,1.5,,\n", "town,close,,,\n2016-10-20,town,open,,,\n",
        "FOLDER/timeline.csv:3:12: warning: open of 'town' on 2016-10-20, and close at FOLDER/timeline.csv:2:12: the later row holds; expected one of them")]
    [InlineData("timeline.csv", "town,conflict,1.5,,\n", "town--camp,pass,0.5,,\n2016-10-20,camp--town,pass,0.5,,\n",
        "FOLDER/timeline.csv:3:12: warning: the change pass of 'camp--town' on 2016-10-20 is there already at FOLDER/timeline.csv:2:12; expected it once")]
    [InlineData("scenario.yml", "2016-10-29, subject: town--camp, change: close", "2016-10-29, subject: camp--far, change: open",
        "FOLDER/scenario.yml:12:35: warning: 'camp--far' is still closed by border:Iraq--Syria of 2016-10-21 at FOLDER/timeline.csv:3:12, and this opens "
        + "nothing; expected open of border:Iraq--Syria, as only the same subject lifts a closure")]
    [InlineData("timeline.csv", "town,conflict,1.5,,\n", "town,conflict,1.5,,\n2016-10-22,town,open,,,\n",
        "FOLDER/timeline.csv:3:12: warning: 'town' is open on 2016-10-22, as no row closes it before: this opens nothing; expected its closure before, "
        + "or no such row")]
    [InlineData("timeline.csv", "town,conflict,1.5,,\n", "town,conflict,1.5,,\n2016-10-22,town,kind,town,,\n",
        "FOLDER/timeline.csv:3:12: warning: 'town' is still under conflict on 2016-10-22, whatever its kind: a row 'conflict' with 0 ends it")]
    [InlineData("places.csv", "43.13,Iraq", "43.13,IR AQ",
        "FOLDER/places.csv:3:1: warning: the country 'Iraq' of 'camp' differs from 'IR AQ' at FOLDER/places.csv:2:1 only in how it is written: "
        + "they are two countries with a border between them; did you mean 'IR AQ'?")]
    [InlineData("places.csv", "36.38,42.45", "36.38,",
        "FOLDER/places.csv:3:1: warning: 'camp' has a latitude and no longitude: where it lies is not known; expected both or neither")]
    [InlineData("counts.csv", "measure,people,qualifier,source\n2016-10-20,2016-10-21,camp,stock,40,about,IOM",
        "measure,people,from\n2016-10-20,2016-10-21,camp,stock,40,2016-10-18",
        "FOLDER/counts.csv:2:23: warning: a count of stock has no period: it is of the day 2016-10-20, and 'from' 2016-10-18 is not read; "
        + "expected no 'from', or inflow where people came during those days")]
    [InlineData("routes.csv", "town,camp,70,road", "town", "FOLDER/routes.csv:2:1: the row has 1 cell; expected 4, one for each column of the header")]
    public void A_mistake_gets_a_message_that_says_where_and_what(string file, string old, string replacement, string expected) =>
        Assert.Contains(new SampleFolder().With(file, old, replacement).Messages(), m => m.EndsWith(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("maybe", "FOLDER/counts.csv:3:39: break: 'maybe' is not known; expected yes where the series counts otherwise from this figure on, or nothing")]
    [InlineData("yes", "")]
    [InlineData("no", "")]
    public void A_break_is_yes_or_nothing(string word, string expected)
    {
        var folder = new SampleFolder();
        folder["counts.csv"] = "date,published,place,measure,people,break\n"
            + $"2016-10-20,2016-10-21,camp,stock,40,\n2016-10-21,2016-10-22,camp,stock,9000,{word}\n";
        Assert.Equal(expected, string.Join('\n', folder.Messages()));
    }

    [Theory]
    [InlineData("demographics.csv", "attribute,value,place,weight\ngender,female,*,1\ngender,men,*,1\n", "FOLDER/demographics.csv:3:8: ", "men")]
    [InlineData("people.csv", "place,people,gender\ncamp,2,\ncamp,3,F\n", "FOLDER/people.csv:3:1: ", "F")]
    public void A_value_that_no_rule_can_read_is_named_where_it_stands(string file, string text, string origin, string value)
    {
        var folder = new SampleFolder().With("places.csv", "capacity", "capacity,initial_stock").With("places.csv", "1000,", "1000,,")
            .With("places.csv", ",,500", ",,500,9").With("places.csv", "Syria,,", "Syria,,,")
                .With("scenario.yml", "rules:", "rules:\n  women_avoid_hazards: true");
        folder[file] = text;
        Assert.Equal($"{origin}warning: the rule women_avoid_hazards asks for the attribute gender, and cannot read '{value}': "
            + "it tells nobody apart by that; expected female or male", folder.Message());
    }

    [Fact]
    public void A_break_at_the_first_count_of_a_series_is_named()
    {
        var folder = new SampleFolder();
        folder["counts.csv"] = "date,published,place,measure,people,break\n2016-10-20,2016-10-21,camp,stock,40,yes\n";
        Assert.EndsWith(
            "warning: a break at the first count of its series: there is nothing before it that was counted otherwise",
            folder.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void Semicolons_between_the_columns_are_named()
    {
        var folder = new SampleFolder();
        folder["places.csv"] = folder["places.csv"].Replace(',', ';');
        Assert.Equal(
            "FOLDER/places.csv:1:1: the columns are separated by semicolons; expected commas (in Excel: save as 'CSV UTF-8 (comma delimited)')",
            folder.Messages()[0]);
    }

    [Fact]
    public void A_file_saved_as_UTF_16_is_named_with_and_without_its_mark()
    {
        var folder = new SampleFolder();
        var text = folder["counts.csv"];
        folder.SetBytes("counts.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);
        Assert.StartsWith("FOLDER/counts.csv: the file is saved as UTF-16; expected text in UTF-8", folder.Message(), StringComparison.Ordinal);
        folder.SetBytes("counts.csv", Encoding.BigEndianUnicode.GetBytes(text));
        Assert.StartsWith("FOLDER/counts.csv: the file seems to be saved as UTF-16", folder.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_that_is_not_UTF_8_is_located()
    {
        var folder = new SampleFolder();
        folder.SetBytes("routes.csv", Encoding.Latin1.GetBytes("from,to,km\ntown,cämp,3\n"));
        Assert.StartsWith("FOLDER/routes.csv:2:7: the byte 0xE4 is not UTF-8 text", folder.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_Excel_workbook_with_the_name_of_a_table_is_named()
    {
        var folder = new SampleFolder();
        folder.SetBytes("routes.csv", "PK\u0003\u0004xyz"u8.ToArray());
        Assert.StartsWith("FOLDER/routes.csv: this is an Excel workbook", folder.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario.yml", "FOLDER/scenario.yml: the file is empty; expected keys with values")]
    [InlineData("places.csv", "FOLDER/places.csv: the file is empty; expected a header with the names of the columns")]
    [InlineData("timeline.csv", "FOLDER/timeline.csv: the file is empty; expected a header with the names of the columns")]
    public void An_empty_file_is_named(string file, string expected)
    {
        var folder = new SampleFolder();
        folder[file] = "";
        Assert.Equal(expected, folder.Message());
    }

    [Fact]
    public void A_table_of_places_with_a_header_only_is_named()
    {
        var folder = new SampleFolder();
        folder["places.csv"] = "id,kind,population\n";
        Assert.Contains("FOLDER/places.csv: there are no places in the file; expected one row per place", folder.Messages());
    }

    [Fact]
    public void A_missing_file_is_named_with_the_one_that_was_probably_meant()
    {
        var folder = new SampleFolder();
        folder["place.csv"] = folder["places.csv"];
        folder.Remove("places.csv");
        folder["count.csv"] = folder["counts.csv"];
        folder.Remove("counts.csv");
        Assert.Equal(
            ["FOLDER/count.csv: warning: the file is not read; did you mean 'counts.csv'?", "FOLDER/places.csv: the file is missing; is it 'place.csv'?"],
            folder.Messages());
    }

    [Fact]
    public void A_count_of_more_than_everybody_is_warned_of_where_no_departures_are_given()
    {
        var folder = new SampleFolder().With("counts.csv", "stock,40", "stock,1001");
        Assert.DoesNotContain(folder.Messages(), m => m.Contains("more than all", StringComparison.Ordinal));
        folder.Remove("departures.csv");
        Assert.Contains("FOLDER/counts.csv:2:23: warning: a count of 1001 people, more than all 1000 of the scenario, residents and initial_stock together; "
            + "expected fewer, or a larger population or initial_stock", folder.Messages());
    }

    [Theory]
    [InlineData("timeline.xlsx")]
    [InlineData("timeline.csv.bak")]
    public void A_file_with_another_ending_is_warned_of(string name)
    {
        var folder = new SampleFolder();
        folder[name] = folder["timeline.csv"];
        Assert.Empty(folder.Messages());
        folder.Remove("timeline.csv");
        Assert.Equal($"FOLDER/{name}: warning: the file is not read; did you mean 'timeline.csv'?", folder.Messages()[0]);
    }

    [Fact]
    public void A_file_whose_name_ends_in_capitals_is_warned_of()
    {
        var folder = new SampleFolder();
        folder["timeline.CSV"] = folder["timeline.csv"];
        folder.Remove("timeline.csv");
        Assert.Equal("FOLDER/timeline.CSV: warning: the file is not read; did you mean 'timeline.csv'?", folder.Messages()[0]);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_named()
    {
        using var folder = new TemporaryFolder();
        new SampleFolder().WriteTo(folder.Path);
        File.Delete(folder["counts.csv"]);
        Directory.CreateDirectory(folder["counts.csv"]);
        Assert.Equal($"{folder["counts.csv"]}: this is a folder; expected a file", Assert.Single(ScenarioFolder.Read(folder.Path).Problems).ToString());
    }

    [Fact]
    public void What_is_no_scenario_folder_gets_one_message()
    {
        using var folder = new TemporaryFolder();
        string Only(string path) => Assert.Single(ScenarioFolder.Read(path).Problems).ToString();
        Assert.Equal($"{folder.Path}: this is not a scenario folder; expected scenario.yml, places.csv, routes.csv in it", Only(folder.Path));
        Assert.Equal($"{folder["gone"]}: there is no such folder", Only(folder["gone"]));
        File.WriteAllText(folder["file"], "");
        Assert.Equal($"{folder["file"]}: this is a file; expected a scenario folder", Only(folder["file"]));
    }

    [Fact]
    public void All_problems_of_a_folder_come_at_once_in_the_order_of_files_and_lines()
    {
        var folder = new SampleFolder()
            .With("scenario.yml", "days: 30", "days: many")
            .With("routes.csv", "camp,far,140", "camp,fra,140")
            .With("timeline.csv", "1.5", "much")
            .With("counts.csv", "stock", "stok");
        Assert.Equal(
            ["FOLDER/scenario.yml:3:7", "FOLDER/routes.csv:3:1", "FOLDER/timeline.csv:2:26", "FOLDER/counts.csv:2:28"],
            folder.Read().Problems.Select(p => p.Origin.ToString()));
    }

    [Fact]
    public void A_row_that_cannot_be_read_does_not_make_other_rows_look_wrong()
    {
        var folder = new SampleFolder().With("places.csv", "36.38,42.45,Iraq,", "36.38,42.45,Iraq");
        Assert.Equal("FOLDER/places.csv:3:1: the row has 7 cells; expected 8, one for each column of the header", folder.Message());
    }
}
