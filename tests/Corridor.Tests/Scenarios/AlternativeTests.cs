using Corridor.Scenarios;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Scenarios;

public class AlternativeTests
{
    private static readonly Scenario Scenario = Given.Nothing.City("a").Camp("b").Route("a", "b", 50)
        .On(1, "a--b", Change.Close).On(2, "a--b", Change.Open).On(1, "a--b", Change.Close).Scenario;

    [Fact]
    public void Rows_are_added_after_the_timeline_which_stays_untouched()
    {
        var row = Given.Also(1, "a--b", Change.Open);

        var entries = Apply(out var problems, row);

        Assert.Empty(problems);
        Assert.Equal([.. Scenario.Timeline, row.Entry], entries);
        Assert.Equal(3, Scenario.Timeline.Count);
    }

    [Fact]
    public void A_drop_removes_every_entry_of_the_same_date_subject_and_change()
    {
        var entries = Apply(out var problems, Given.Without(1, "a--b", Change.Close));

        Assert.Empty(problems);
        Assert.Equal([Scenario.Timeline[1]], entries);
    }

    [Fact]
    public void A_drop_may_name_a_route_both_ways_from_its_other_end()
    {
        var entries = Apply(out var problems, Given.Without(1, "b--a", Change.Close));

        Assert.Empty(problems);
        Assert.Equal([Scenario.Timeline[1]], entries);
    }

    [Fact]
    public void A_drop_of_one_direction_does_not_remove_both()
    {
        Apply(out var problems, Given.Without(1, "b->a", Change.Close));

        Assert.Single(problems);
    }

    [Fact]
    public void A_drop_of_what_is_not_there_is_a_problem_with_the_nearest_entry()
    {
        Apply(out var problems, Given.Without(3, "a--b", Change.Open));

        Assert.Equal(
            "alternative 'x' drops '2020-01-04 a--b open', which is not in the timeline; did you mean '2020-01-03 a--b open'?",
            Assert.Single(problems).Message);
    }

    [Fact]
    public void Rows_are_checked_like_the_timeline()
    {
        Apply(out var problems, Given.Also(1, "a--c", Change.Close), Given.Also(1, "a", Change.Hold, 2));

        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void The_base_is_the_timeline_as_it_stands()
    {
        var problems = new List<Problem>();

        Assert.Equal(Scenario.Timeline, Alternative.Base.ApplyTo(Scenario, problems));
        Assert.Empty(problems);
    }

    private static IReadOnlyList<TimelineEntry> Apply(out List<Problem> problems, params AlternativeRow[] rows)
    {
        problems = [];
        return new Alternative { Name = "x", Rows = rows }.ApplyTo(Scenario, problems);
    }
}
