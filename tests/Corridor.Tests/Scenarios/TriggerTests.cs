using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Scenarios;

/// <summary>Triggers as users write them.</summary>
public sealed class TriggerTests
{
    [Theory]
    [InlineData("when P(arrivals at khazer in 7 d > 10,000) > 0.5", "when P(arrivals at khazer in 7 d > 10000) > 0.5")]
    [InlineData("  when  P( people at Khazer M1 camp in 14 d<1000000 )>0 ", "when P(people at Khazer M1 camp in 14 d < 1000000) > 0")]
    [InlineData("when P(trapped in 28d > 0) > 0.05", "when P(trapped in 28 d > 0) > 0.05")]
    [InlineData("WHEN p(Displaced in 3 d > 5) > .25", "when P(displaced in 3 d > 5) > 0.25")]
    [InlineData("when P(held at khazer in 3 d > 5) > 0.25", "when P(held at khazer in 3 d > 5) > 0.25")]
    [InlineData("when P(departures from khazer in 3 d > 5) > 0.25", "when P(departures at khazer in 3 d > 5) > 0.25")]
    [InlineData("when P(people at South camp (planned) in 3 d > 5) > 0.25", "when P(people at South camp (planned) in 3 d > 5) > 0.25")]
    public void A_trigger_is_read_and_written(string text, string written)
    {
        var trigger = Trigger.Parse("t", text, Origin.None, out var wrong);
        Assert.Equal("", wrong);
        Assert.Equal(written, trigger!.ToString());
        Assert.Equal(trigger, Trigger.Parse("t", written, Origin.None, out _));
    }

    [Theory]
    [InlineData("P(arrivals at khazer in 7 d > 10) > 0.5", "is not a trigger; expected when P(FIGURE in N d > PEOPLE) > PROBABILITY")]
    [InlineData("when P(arrivals at khazer in 7 d >= 10) > 0.5", "'= 10' is not a number of people")]
    [InlineData("when P(arrivals at khazer in 7 d > 10) < 0.5", "is not a trigger")]
    [InlineData("when P(arivals at khazer in 7 d > 10) > 0.5", "'arivals' is not a measure; expected one of people, arrivals")]
    [InlineData("when P(arivals at khazer in 7 d > 10) > 0.5", "did you mean 'arrivals'?")]
    [InlineData("when P(people in 7 d > 10) > 0.5", "'people' needs a place, as in 'people at PLACE in 7 d'")]
    [InlineData("when P(displaced at khazer in 7 d > 10) > 0.5", "'displaced' is of the whole situation; expected no place")]
    [InlineData("when P(displaced > 10) > 0.5", "says no day; expected for instance 'displaced in 7 d'")]
    [InlineData("when P(displaced in a week d > 10) > 0.5", "is not a figure")]
    [InlineData("when P(displaced in 0 d > 10) > 0.5", "expected whole days 1..36500")]
    [InlineData("when P(displaced in 7 d > 10,00) > 0.5", "'10,00' is not a number of people; expected digits, as in 10000 or 10,000")]
    [InlineData("when P(displaced in 7 d > ten) > 0.5", "'ten' is not a number of people")]
    [InlineData("when P(displaced in 7 d > 10) > 50", "'50' is not a probability; expected 0 or more and less than 1, as in 0.5")]
    [InlineData("when P(displaced in 7 d > 10) > 50%", "'50%' is not a probability")]
    [InlineData("when P(displaced in 7 d > 10) > -0.1", "'-0.1' is not a probability")]
    [InlineData("", "is not a trigger")]
    public void A_mistake_is_named_with_what_was_expected(string text, string expected)
    {
        Assert.Null(Trigger.Parse("t", text, Origin.None, out var wrong));
        Assert.Contains(expected, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_may_be_given_by_its_id_or_by_its_name()
    {
        Place[] places =
        [
            new Place { Id = "khazer-m1", Name = "Khazer M1 camp" },
            new Place { Id = "b", Name = "Twin" },
            new Place { Id = "c", Name = "Twin" },
        ];
        Quantity Read(string text) => Quantity.Parse(text, out _)!.At(places);
        Assert.Equal("khazer-m1", Read("people at khazer m1 CAMP in 7 d").Place);
        Assert.Equal("khazer-m1", Read("people at khazer-m1").Place);
        Assert.Null(Read("people at khazer-m1").WrongPlace(places));
        // Two places of that name: the id has to be given.
        Assert.StartsWith("unknown place 'Twin'", Read("people at Twin").WrongPlace(places), StringComparison.Ordinal);
        Assert.EndsWith("did you mean 'khazer-m1'?", Read("people at khazer-m2").WrongPlace(places), StringComparison.Ordinal);
        Assert.Null(Read("trapped").WrongPlace(places));
    }
}
