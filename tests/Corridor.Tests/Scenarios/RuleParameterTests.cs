using Corridor.Scenarios;

namespace Corridor.Tests.Scenarios;

public class RuleParameterTests
{
    public static TheoryData<string> Names => [.. RuleParameter.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_reads_the_text_that_it_writes(string name)
    {
        var parameter = RuleParameter.Find(name)!;
        foreach (var preset in Rules.Presets)
        {
            var text = parameter.Get(preset);
            Assert.Equal(text, parameter.Get(parameter.TrySet(Rules.Corridor, text)!));
            Assert.Equal(text, parameter.Get(parameter.TrySet(Rules.Flee3, $"  {text} ")!));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_parameter_states_a_range_that_holds_its_defaults_and_refuses_what_lies_outside(string name)
    {
        var parameter = RuleParameter.Find(name)!;
        Assert.Null(parameter.TrySet(Rules.Corridor, "nonsense"));
        Assert.NotEmpty(parameter.Why);
        if (!double.IsFinite(parameter.Min)) return;
        foreach (var outside in new[] { parameter.Min - 1, parameter.Max + 1 })
            Assert.Null(parameter.TrySet(Rules.Corridor, outside.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Null(parameter.TrySet(Rules.Corridor, "NaN"));
        Assert.NotNull(parameter.TrySet(Rules.Corridor, parameter.Get(Rules.Corridor)));
        Assert.NotNull(parameter.TrySet(Rules.Corridor, parameter.Get(Rules.Flee3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Setting_one_parameter_leaves_the_others_and_the_original_alone(string name)
    {
        var parameter = RuleParameter.Find(name)!;
        var before = RuleParameter.All.Select(p => p.Get(Rules.Corridor)).ToList();

        var set = parameter.TrySet(Rules.Corridor, parameter.Get(Rules.Flee3))!;

        Assert.Equal(before, RuleParameter.All.Select(p => p.Get(Rules.Corridor)));
        foreach (var other in RuleParameter.All.Where(p => p.Name != name)) Assert.Equal(other.Get(Rules.Corridor), other.Get(set));
    }

    [Fact]
    public void Names_are_in_snake_case_and_unique()
    {
        Assert.NotNull(RuleParameter.Find("max_move_speed"));
        Assert.Null(RuleParameter.Find("MaxMoveSpeed"));
        Assert.Equal(RuleParameter.All.Count, RuleParameter.All.Select(p => p.Name).Distinct().Count());
        Assert.All(RuleParameter.All, p => Assert.Matches("^[a-z0-9_]+$", p.Name));
    }

    [Theory]
    [InlineData("start_on_foot", "Yes", "true")]
    [InlineData("start_on_foot", "off", "false")]
    [InlineData("departures", "given-then-rate", "given_then_rate")]
    [InlineData("ways", "Every_Simple_Path", "every_simple_path")]
    [InlineData("conflict_decay", "1, 0.5,0.25", "[1, 0.5, 0.25]")]
    [InlineData("conflict_decay", "[]", "[]")]
    [InlineData("awareness_level", "3", "3")]
    [InlineData("max_move_speed", "2e2", "200")]
    public void Values_are_read_in_the_forms_that_people_write(string name, string text, string value)
    {
        var parameter = RuleParameter.Find(name)!;

        Assert.Equal(value, parameter.Get(parameter.TrySet(Rules.Corridor, text)!));
    }

    [Theory]
    [InlineData("awareness_level", "2.5")]
    [InlineData("awareness_level", "0")]
    [InlineData("departures", "0")]
    [InlineData("departures", "")]
    [InlineData("start_on_foot", "1")]
    [InlineData("conflict_decay", "1, x")]
    [InlineData("conflict_decay", "[1, -1]")]
    [InlineData("max_move_speed", "200 km")]
    [InlineData("max_move_speed", "1,5")]
    public void Values_that_are_none_are_refused(string name, string text) => Assert.Null(RuleParameter.Find(name)!.TrySet(Rules.Corridor, text));

    [Fact]
    public void A_number_is_clamped_into_the_range()
    {
        var parameter = RuleParameter.Find("camp_movechance")!;

        Assert.Equal(1, parameter.GetNumber(parameter.WithNumber(Rules.Corridor, 7)));
        Assert.Equal(0, parameter.GetNumber(parameter.WithNumber(Rules.Corridor, -7)));
        Assert.Equal("a number 0..1 1/day", parameter.Expected);
    }
}
