using Corridor.Scenarios;
using Corridor.Simulation;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>Groups that share a memory of the days before (docs/model.md, "What people remember"): means stay as they are, and what is added to chance is little.</summary>
public class MemorySharingTests
{
    private const double FullDay = 400;
    private const double Size = 20;
    private const int Draws = 4000;

    private static readonly Group[] Crowd = [.. Enumerable.Range(0, 300).Select(i => new Group { People = 1 + i * 7 % 8, Recent = i * 37 % 400, Spent = i * 11 % 90 })];

    [Fact]
    public void As_many_people_as_before_have_each_memory_on_average_and_never_many_more_or_fewer()
    {
        foreach (var below in new[] { 40.0, 100, 123, 200, 260, 300 }) AssertAsMany(group => Both(group) < below);
        // Who does not go on is a neighbour of those who have spent as much.
        foreach (var below in new[] { 20.0, 50, 77 }) AssertAsMany(group => Both(group) >= FullDay && group.Spent < below);
    }

    private static void AssertAsMany(Func<Group, bool> isBelow)
    {
        var before = Crowd.Where(isBelow).Sum(group => group.People);
        var after = Enumerable.Range(0, Draws).Select(run => (double)Merged(Crowd, run).Where(isBelow).Sum(group => group.People)).ToArray();
        Statistical.MeanIs(before, Statistical.Variance(after), after);
        // Neighbours share, so only the group across that line can be on the wrong side.
        Assert.All(after, people => Assert.InRange(people, before - 2 * Size, before + 2 * Size));
    }

    [Fact]
    public void Nobody_is_lost_and_few_groups_remain()
    {
        var merged = Merged(Crowd, run: 1);

        Assert.Equal(Crowd.Sum(group => group.People), merged.Sum(group => group.People));
        Assert.InRange(merged.Length, 1, 2 + (int)(Crowd.Sum(group => group.People) / Size));
        Assert.All(merged, group => Assert.Contains(Crowd, one => one.Recent == group.Recent && one.Spent == group.Spent));
    }

    [Fact]
    public void Many_people_of_one_memory_keep_it()
    {
        Group[] many = [.. Crowd, new Group { People = 1000, Recent = 77.5 }];

        for (var run = 0; run < 50; run++) Assert.Contains(Merged(many, run), group => group.Recent == 77.5 && group.Spent == 0 && group.People == 1000);
    }

    [Fact]
    public void Who_goes_on_now_shares_nothing_with_those_who_do_not()
    {
        for (var run = 0; run < 50; run++)
            Assert.Equal(Crowd.Where(group => Both(group) < FullDay).Sum(group => group.People), Merged(Crowd, run).Where(group => Both(group) < FullDay).Sum(group => group.People));
    }

    [Fact]
    public void Only_people_in_the_same_state_otherwise_share()
    {
        Group[] states = [.. Crowd.Select((group, i) => group with { Plan = i % 3, Km = i % 2 * 10 })];
        var merged = Merged(states, run: 1);

        foreach (var state in states.GroupBy(group => (group.Plan, group.Km)))
            Assert.Equal(state.Sum(group => group.People), merged.Where(group => (group.Plan, group.Km) == state.Key).Sum(group => group.People));
    }

    [Fact]
    public void Where_nobody_shares_only_equal_states_are_merged()
    {
        var merged = Merged([.. Crowd, .. Crowd], run: 1, size: 0);

        Assert.Equal(Crowd.Length, merged.Length);
        Assert.All(merged, group => Assert.Equal(2 * Crowd.Single(one => one.SameState(group with { People = one.People })).People, group.People));
    }

    /// <summary>Alternatives share random numbers: one person more changes the memories of few others.</summary>
    [Fact]
    public void One_person_more_leaves_nearly_all_shared_memories_as_they_are()
    {
        var (same, all) = (0L, 0L);
        for (var run = 0; run < 200; run++)
        {
            var before = Merged(Crowd, run).ToDictionary(group => (group.Recent, group.Spent), group => group.People);
            var after = Merged([.. Crowd, new Group { People = 1, Recent = run * 2 + 0.5 }], run).ToDictionary(group => (group.Recent, group.Spent), group => group.People);
            all += after.Values.Sum();
            same += after.Sum(group => Math.Min(group.Value, before.GetValueOrDefault(group.Key)));
        }

        Assert.InRange((double)same / all, 0.9, 1);
    }

    /// <summary>
    /// A dense country, where people pass several towns on one day: over 400 runs each, means with shared memories are those of people one by one within five standard errors; standard deviations are, averaged over
    /// all places and days, at most 6 % above those of groups that share nothing (their ratio is known to about 2 %).
    /// </summary>
    [Fact]
    public void Shared_memories_change_no_mean_and_hardly_a_standard_deviation()
    {
        const int days = 8, runs = 400;
        var shared = Dense.Run(days, runs, seed: 21);
        var persons = Dense.Run(days, runs, seed: 22, byPerson: true);
        var apart = Dense.Rule(r => r with { MemorySharing = 0 }).Run(days, runs, seed: 23);

        var growth = new List<double>();
        foreach (var place in Dense.Scenario.Places)
        {
            for (var day = 0; day < days; day++)
            {
                Statistical.MeansAgree(shared.Draws(Measure.Stock, place.Id, day), persons.Draws(Measure.Stock, place.Id, day));
                Statistical.MeansAgree(shared.Draws(Measure.Inflow, place.Id, day), persons.Draws(Measure.Inflow, place.Id, day));
                var before = Statistical.Variance(apart.Draws(Measure.Stock, place.Id, day));
                if (before > 1) growth.Add(Math.Log(Statistical.Variance(shared.Draws(Measure.Stock, place.Id, day)) / before) / 2);
            }
        }

        Assert.True(growth.Count > 50);
        Assert.InRange(Math.Exp(growth.Average()), 0.95, 1.06);
        Assert.True(shared.Ensemble.GroupSteps < apart.Ensemble.GroupSteps / 2);
    }

    [Fact]
    public void Shared_memories_are_the_same_on_one_thread_and_on_two() =>
        Assert.Equal(Dense.Run(6, 4).Everything(), Dense.Run(6, 4, threads: 2).Everything());

    private static Given Dense
    {
        get
        {
            var given = Given.Nothing.Flee3();
            for (var town = 0; town < 8; town++) given = given.Town("t" + town).Stock("t" + town, 200);
            given = given.Camp("north").Camp("south");
            for (var town = 0; town < 8; town++)
            {
                given = given.Route("t" + town, "t" + (town + 1) % 8, 61 + 7 * town);
                if (town < 4) given = given.Route("t" + town, "t" + (town + 4), 83 + 5 * town);
            }
            return given.Route("t0", "north", 130).Route("t3", "south", 170)
                .Rule(r => r with { AvoidShortStints = true, MaxMoveSpeed = 400, DefaultMovechance = 0.5, StartOnFoot = false });
        }
    }

    private static double Both(Group group) => group.Recent + group.Spent;

    private static Group[] Merged(Group[] groups, int run, double size = Size)
    {
        var list = new GroupList();
        foreach (var group in groups) list.Append(group);
        new Lumps().Merge(ref list, size, (FullDay, 1, 0), new Philox(1, run, 0, 0, Purpose.Memory));
        return list.Items.ToArray();
    }
}
