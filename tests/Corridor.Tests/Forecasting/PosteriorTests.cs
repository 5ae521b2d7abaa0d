using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>What the counts of the village say about its unknowns.</summary>
public sealed class PosteriorTests
{
    [Fact]
    public void The_split_between_two_camps_tells_their_ratio_and_nothing_about_the_link_to_the_conflict()
    {
        var posterior = Of(Village.Scenario);
        Assert.True(posterior.IsConditioned);
        Assert.Equal(200, posterior.Members);
        // Only the split is counted, so the two draws move together: one must not be taken for known without the other.
        var names = posterior.Parameters.Select(p => p.Name).ToList();
        var pair = Assert.Single(posterior.Related, r => r.One == names.IndexOf("draw of north") && r.Other == names.IndexOf("draw of south"));
        Assert.True(pair.Correlation > Posterior.Apart);
        Assert.True(posterior.Parameters[names.IndexOf("draw of north")].IsLearnt);
        // Flight follows the conflict only after the last report; the counts cannot tell.
        // Five standard errors of a standard deviation of 200 members are a quarter.
        Assert.InRange(posterior.Parameters[names.IndexOf("conflict elasticity")].Contraction, -0.25, 0.25);
        Assert.InRange(posterior.EffectiveByWeighting, 1, 150);
    }

    [Fact]
    public void Without_growth_at_two_places_nothing_is_learnt_of_where_people_go_and_it_says_so()
    {
        var posterior = Of(Village.Scenario with { Counts = [.. Village.Scenario.Counts.Where(c => c.Place != "south")] });
        Assert.False(posterior.IsConditioned);
        Assert.True(posterior.KnowsDepartures);
        // After departures, elasticity, trend and the error of the only source.
        Assert.All(posterior.Parameters.Skip(4), p => Assert.Equal(0, p.Contraction, 9));
        Assert.All(posterior.Parameters.Skip(4), p => Assert.Equal(p.Prior, p.After));
        Assert.Equal(posterior.Members, posterior.EffectiveByWeighting);
    }

    /// <summary>From 400 a day to 1,600 when the conflict grows fourfold: flight follows it, and is known to.</summary>
    [Fact]
    public void Departures_that_rise_with_the_conflict_tell_how_they_follow_it()
    {
        long People(int week) => week * 7 <= 84 ? 2800L * week : 33_600 + 11_200L * (week - 12);
        var counts = Enumerable.Range(0, 28).Select(week => Village.Of(Count.Everywhere, week * 7, People(week))).ToList();
        var posterior = Of(Village.Scenario with
        {
            Counts = counts,
            Timeline = [new TimelineEntry { Date = Village.Day(84), Subject = Subject.Place("town"), Change = Change.Conflict, Value = 4 }],
        });
        PosteriorParameter Named(string name) => posterior.Parameters.Single(p => p.Name == name);
        // Two weeks of 1,600 and four of 400, and a week's number varies by 70 %.
        Assert.InRange(Named("departures a day").After.Q50, 800, 2000);
        Assert.True(Named("conflict elasticity").After.Q50 > 0.6);
        Assert.True(Named("conflict elasticity").Shift > 0.3);
        Assert.False(posterior.IsConditioned);
    }

    [Fact]
    public void The_effective_size_of_equal_weights_is_their_number_and_of_one_that_outweighs_all_others_one()
    {
        Assert.Equal(7, Posterior.EffectiveSize([3, 3, 3, 3, 3, 3, 3]), 9);
        Assert.Equal(1, Posterior.EffectiveSize([0, 1000, 2000]), 9);
        // Weights 1 and e^-1.
        Assert.Equal(Math.Pow(1 + Math.Exp(-1), 2) / (1 + Math.Exp(-2)), Posterior.EffectiveSize([10, 12]), 9);
    }

    private static Posterior Of(Scenario scenario)
    {
        var known = Knowledge.Of(scenario, Village.Day(100));
        return Posterior.Of(new ConditionedEnsemble(scenario, known, 7, total: null, new ConditionedOptions { Members = 200, Threads = 1 }));
    }
}
