using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>Rows of location_changes.csv, and flood levels beside conflicts (docs/flee.md, what differs on purpose).</summary>
public class ChangesOfType
{
    [Fact]
    public void A_change_to_conflict_begins_a_new_conflict_where_there_was_one() =>
        Assert.Equal(
            ["4 conflict 0", "4 kind conflict-zone", "4 conflict 1"],
            Of("A", new FleeInput().With("location_changes.csv", "A,conflict_zone,4\n"), after: 1));

    [Fact]
    public void Closing_and_opening_a_camp_ends_a_conflict_that_a_change_of_type_began() =>
        Assert.Equal(
            [
                "2 conflict 0", "2 kind conflict-zone", "2 conflict 1",
                "4 kind town", "4 conflict 0", "6 kind camp", "6 conflict 0",
            ],
            Of("D", new FleeInput().With("location_changes.csv", "D,conflict_zone,2\n").Adding("input_csv/closures.csv", "camp,D,,4,6\n"), after: 0));

    [Theory]
    [InlineData("4294967301")]
    [InlineData("-4294967291")]
    [InlineData("8")]
    public void A_day_beyond_the_period_is_never_reached_and_warned_of(string day)
    {
        var input = new FleeInput().With("location_changes.csv", $"A,town,{day}\n");
        Assert.Empty(Of("A", input, after: 1));
        Assert.Contains(
            $"FOLDER/location_changes.csv:1:8: warning: the change of type is on day {day}, and the days are 0..7: it has no effect", input.Messages());
    }

    [Theory]
    [InlineData("location_changes.csv", "Nowhere,town,3\n", "location_changes.csv:1:1: warning: unknown location 'Nowhere': the row has no effect;")]
    [InlineData("input_csv/closures.csv", "link,A,DD,2,4\n", "closures.csv:1:8: warning: unknown location 'DD': the row has no effect;")]
    public void A_row_of_an_unknown_name_has_no_effect_and_is_warned_of(string file, string text, string expected)
    {
        var (read, _) = new FleeInput().With(file, text).Read();
        Assert.Equal(new FleeInput().Case().Scenario.Timeline.Select(Text), read.Scenario!.Timeline.Select(Text));
        Assert.Contains(read.Problems, p => p.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("spawn_rules:\n  insert_day0: False\n")]
    [InlineData("")]
    public void Flood_levels_weigh_without_chances_to_leave_and_without_floods_that_drive_people_out(string spawnRules)
    {
        var (read, flee) = new FleeInput()
            .With("simsetting.yml", spawnRules + "move_rules:\n  flood_rules:\n    flood_loc_weights: [1, 0.1, 0.1, 0.1]\n")
            .With("input_csv/flood_level.csv", "#Day,D\n0,0\n1,0\n2,2\n3,2\n4,2\n5,2\n6,2\n7,2\n")
            .Read();
        Assert.Contains(read.Problems, p => p.Message.Contains("flood levels are read and weigh", StringComparison.Ordinal));
        Assert.Equal("2 flood 2", Text(Assert.Single(flee!.Scenario.Timeline, e => e.Change == Change.Flood)));
    }

    private static IEnumerable<string> Of(string place, FleeInput input, int after) =>
        input.Case().Scenario.Timeline.Where(e => e.Subject.From == place && Day(e) >= after).Select(Text);

    private static int Day(TimelineEntry entry) => entry.Date.DayNumber - new DateOnly(2020, 1, 1).DayNumber;

    private static string Text(TimelineEntry entry) =>
        $"{Day(entry)} {Names.Of(entry.Change)} " +
            $"{(entry.NewKind is { } kind ? Names.Of(kind) : entry.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture))}";
}
