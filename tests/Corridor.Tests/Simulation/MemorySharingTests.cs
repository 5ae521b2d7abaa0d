using Corridor.Scenarios;
using Corridor.Simulation;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>
/// Groups that share a memory of the days before (docs/model.md, "What people
/// remember"): means stay as they are, and what is added to chance is little.
/// </summary>
public class MemorySharingTests
{
    private const double FullDay = 400;
    private const double Size = 20;
    private const int Draws = 4000;

    private static readonly Group[] People =
        [.. Enumerable.Range(0, 300).Select(i => new Group { People = 1 + i * 7 % 8, Recent = i * 37 % 400, Spent = i * 11 % 90 })];

    private static readonly long Everybody = People.Sum(group => group.People);

    [Fact]
    public void As_many_people_as_before_have_each_memory_on_average_and_never_many_more_or_fewer()
    {
        // All of them stay; or one in ten takes a way.
        foreach (var people in new[] { Everybody, Everybody / 10 })
        {
            foreach (var below in new[] { 40.0, 100, 123, 200, 260, 300, 380 })
            {
                var before = (double)people / Everybody * People.Where(group => Both(group) < below).Sum(group => group.People);
                var after = Enumerable.Range(0, Draws)
                    .Select(run => (double)Dealt(People, run, people).Where(group => Both(group) < below).Sum(group => group.People))
                    .ToArray();
                Statistical.MeanIs(before, Statistical.Variance(after), after);
                // Neighbours share, so only the group across that line can be on the wrong side; and numbers are whole.
                Assert.All(after, found => Assert.InRange(found, before - Size - 1, before + Size + 1));
            }
        }
    }

    [Fact]
    public void Nobody_is_lost_and_few_groups_remain()
    {
        for (var people = 1; people < Everybody; people += 7)
        {
            var dealt = Dealt(People, run: people, people);

            Assert.Equal(people, dealt.Sum(group => group.People));
            Assert.InRange(dealt.Length, 1, 1 + (int)(people / Size));
            Assert.All(dealt, group => Assert.Contains(People, one => one.Recent == group.Recent && one.Spent == group.Spent));
        }
    }

    [Fact]
    public void Many_people_of_one_memory_are_one_group_and_as_many_to_a_few()
    {
        Group[] many = [.. People, new Group { People = 1000, Recent = 77.5 }];

        for (var run = 0; run < 50; run++)
        {
            var large = Assert.Single(Dealt(many, run, Everybody + 1000), group => group.Recent == 77.5 && group.Spent == 0);
            Assert.InRange(large.People, 1000 - Size - 1, 1000 + Size + 1);
        }
    }

    [Fact]
    public void Only_people_in_the_same_state_otherwise_share_and_who_goes_on_nothing_with_who_does_not()
    {
        Group[] states = [.. People.Select((group, i) => group with { Plan = i % 3, Profile = (short)(i % 2), Recent = 2 * group.Recent })];
        foreach (var count in new[] { 1, 20, states.Length })
        {
            foreach (var isAsked in new[] { false, true })
            {
                var crowd = new Crowd();
                crowd.Begin(states.AsSpan(0, count), FullDay, isAsked);
                var (found, seen) = (new List<Group>(), new HashSet<(int, int, bool)>());
                while (crowd.NextClass())
                {
                    var one = crowd.Class.ToArray();
                    Assert.True(seen.Add((one[0].Plan, one[0].Profile, crowd.GoesOn)));
                    Assert.All(one, group => Assert.True(group.SameButMemory(one[0]) && crowd.GoesOn == (isAsked && Both(group) < FullDay)));
                    Assert.Equal(one.Sum(group => group.People), crowd.People);
                    var going = one.Where(group => Both(group) < FullDay).Select(Both).ToArray();
                    Assert.Equal(going.Order(), going);
                    found.AddRange(one);
                }

                Assert.Equal(states.Take(count).Select(Line).Order(), found.Select(Line).Order());
            }
        }

        static string Line(Group group) => FormattableString.Invariant($"{group.People} {group.Recent} {group.Spent} {group.Plan} {group.Profile}");
    }

    /// <summary>Alternatives share random numbers: one person more changes the memories of few others.</summary>
    [Fact]
    public void One_person_more_leaves_most_shared_memories_as_they_are()
    {
        var (same, all) = (0L, 0L);
        for (var run = 0; run < 200; run++)
        {
            var before = Dealt(People, run, Everybody).ToDictionary(group => (group.Recent, group.Spent), group => group.People);
            var after = Dealt([.. People, new Group { People = 1, Recent = run * 2 + 0.5 }], run, Everybody + 1)
                .ToDictionary(group => (group.Recent, group.Spent), group => group.People);
            all += after.Values.Sum();
            same += after.Sum(group => Math.Min(group.Value, before.GetValueOrDefault(group.Key)));
        }

        Assert.InRange((double)same / all, 0.9, 1);
    }

    /// <summary>
    /// A dense country, where people pass several towns on one day: over 400 runs each, means with shared memories
    /// are those of people one by one within five standard errors; standard deviations are, averaged over all places
    /// and days, at most 6 % above those of groups that share nothing (their ratio is known to about 2 %).
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

    private static Group[] Dealt(Group[] groups, int run, long people)
    {
        var crowd = new Crowd();
        crowd.Begin(groups, FullDay, isAsked: false);
        Assert.True(crowd.NextClass());
        var (start, round) = new Philox(1, run, 0, 0, Purpose.Decision).NextPair();
        var dealt = new List<Group>();
        var most = Math.Max(1, (int)(people / Size + 0.5));
        foreach (var share in crowd.Deal(people, most, start, round)) dealt.Add(crowd.Class[share.Group] with { People = share.People });
        Assert.False(crowd.NextClass());
        return [.. dealt];
    }
}
