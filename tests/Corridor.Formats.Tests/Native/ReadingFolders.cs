using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Native;

public class ReadingFolders
{
    [Fact]
    public void Places_routes_and_what_happens_become_a_scenario()
    {
        var scenario = new SampleFolder().Scenario();
        Assert.Equal("Sample", scenario.Name);
        Assert.Equal(new DateOnly(2016, 10, 17), scenario.Start);
        Assert.Equal(["town", "camp", "far"], scenario.Places.Select(p => p.Id));
        var town = scenario.Places[0];
        Assert.Equal((PlaceKind.ConflictZone, 36.34, 43.13, 1000L, null), (town.Kind, town.Latitude, town.Longitude, town.Population, town.Capacity));
        Assert.Equal([70.0, 140.0], scenario.Routes.Select(r => r.Km));
        Assert.Equal([Change.Conflict, Change.Close], scenario.Timeline.Select(e => e.Change));
        Assert.Equal(Qualifier.About, scenario.Counts[0].Qualifier);
        Assert.Equal(3, scenario.Rules.CampWeight);
        Assert.Equal("lognormal(0.01, 0.5)", scenario.Priors[0].ToString());
        Assert.Equal("west-sealed", scenario.Alternatives[0].Name);
    }

    [Fact]
    public void Byte_order_mark_and_CRLF_change_nothing()
    {
        var folder = new SampleFolder();
        foreach (var name in folder.Files.Keys.ToList())
            folder.SetBytes(name, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(folder[name].Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Assert.Equal(ScenarioText.Of(new SampleFolder().Scenario()), ScenarioText.Of(folder.Scenario()));
    }

    [Fact]
    public void The_order_and_the_capitals_of_columns_do_not_matter()
    {
        var folder = new SampleFolder();
        folder["routes.csv"] = "KM, To ,mode,FROM\n70,camp,road,town\n140,far,track,camp\n";
        Assert.Equal(ScenarioText.Of(new SampleFolder().Scenario()), ScenarioText.Of(folder.Scenario()));
    }

    [Fact]
    public void A_row_of_HXL_hashtags_is_skipped()
    {
        var folder = new SampleFolder().With("counts.csv", "source\n", "source\n#date,,#loc +id,#indicator,#affected,,#meta\n");
        Assert.Single(folder.Scenario().Counts);
    }

    [Fact]
    public void Columns_of_ones_own_are_kept()
    {
        var folder = new SampleFolder();
        folder["routes.csv"] = "from,to,km,surface,lanes\ntown,camp,70,asphalt,2\ncamp,far,140,,1\n";
        var routes = folder.Scenario().Routes;
        Assert.Equal(new Dictionary<string, string> { ["surface"] = "asphalt", ["lanes"] = "2" }, routes[0].Extra);
        Assert.Equal(new Dictionary<string, string> { ["lanes"] = "1" }, routes[1].Extra);
    }

    [Fact]
    public void Everything_knows_where_it_was_read()
    {
        var scenario = new SampleFolder().Scenario();
        static string Spot(Origin origin) => Path.GetFileName(origin.File) + string.Create(CultureInfo.InvariantCulture, $":{origin.Line}:{origin.Column}");
        Assert.Equal("places.csv:4:1", Spot(scenario.Places[2].Origin));
        Assert.Equal("routes.csv:3:1", Spot(scenario.Routes[1].Origin));
        Assert.Equal("timeline.csv:3:12", Spot(scenario.Timeline[1].Origin));
        Assert.Equal("counts.csv:2:23", Spot(scenario.Counts[0].Origin));
        Assert.Equal("departures.csv:2:12", Spot(scenario.Departures[0].Origin));
        Assert.Equal("scenario.yml:9:19", Spot(scenario.Priors[0].Origin));
        Assert.Equal("scenario.yml:11:3", Spot(scenario.Alternatives[0].Origin));
        Assert.Equal("scenario.yml:12:35", Spot(scenario.Alternatives[0].Rows[0].Entry.Origin));
    }

    [Fact]
    public void The_files_are_listed_in_a_fixed_order_with_size_and_hash()
    {
        var folder = new SampleFolder();
        var files = folder.Read().Files;
        Assert.Equal(["scenario.yml", "places.csv", "routes.csv", "timeline.csv", "counts.csv", "departures.csv"], files.Select(f => f.Path));
        Assert.Equal(folder.Files["places.csv"].Length, files[1].Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(folder.Files["places.csv"])), files[1].Sha256);
    }

    [Fact]
    public void A_preset_holds_wherever_it_stands_among_the_rules()
    {
        const string More = "  camp_weight: 3\n  conflict_decay:\n    - 1\n    - 0.5\n  preset: flee-3\n";
        var folder = new SampleFolder().With("scenario.yml", "  camp_weight: 3\n", More);
        var rules = folder.Scenario().Rules;
        Assert.Equal(("flee-3", 3.0, 360.0), (rules.Preset, rules.CampWeight, rules.MaxMoveSpeed));
        Assert.Equal([1, 0.5], rules.ConflictDecay);
    }

    [Fact]
    public void A_warning_leaves_the_scenario_and_an_error_does_not()
    {
        Assert.NotNull(new SampleFolder().With("scenario.yml", "days: 30", "days: 30\ncolour: red").Read().Scenario);
        Assert.Null(new SampleFolder().With("scenario.yml", "days: 30", "days: red").Read().Scenario);
    }
}
