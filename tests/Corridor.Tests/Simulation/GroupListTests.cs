using Corridor.Simulation;
using CsCheck;

namespace Corridor.Tests.Simulation;

public class GroupListTests
{
    private static readonly Gen<Group> Groups =
        from people in Gen.Long[0, 5]
        from km in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.5), Gen.Const(12.25))
        from spent in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.25))
        from recent in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.125))
        from plan in Gen.Int[0, 40]
        from condition in Gen.Int[0, 7]
        select new Group { People = people, Km = km, Spent = spent, Recent = recent, Plan = plan, Condition = (Condition)condition };

    [Fact]
    public void A_list_holds_every_state_once_with_all_its_people() =>
        Groups.Array[0, 400].EachOf(groups =>
        {
            var list = new GroupList();
            foreach (var group in groups) list.Add(group);
            AssertHolds(groups, list);
        }, seed: "0000000000001", iter: 300);

    [Fact]
    public void A_list_that_was_cleared_starts_anew() =>
        Gen.Select(Groups.Array[0, 100], Groups.Array[0, 100]).EachOf((before, after) =>
        {
            var list = new GroupList();
            foreach (var group in before) list.Add(group);
            list.Clear();
            Assert.Equal(0, list.Count);
            foreach (var group in after) list.Add(group);
            AssertHolds(after, list);
        }, seed: "0000000000002", iter: 300);

    [Fact]
    public void A_list_that_was_moved_to_another_starts_anew_and_leaves_the_other_alone() =>
        Gen.Select(Groups.Array[0, 100], Groups.Array[0, 100]).EachOf((before, after) =>
        {
            var (list, other) = (new GroupList(), new GroupList());
            foreach (var group in after) other.Add(group);
            other.Clear();
            foreach (var group in before) list.Add(group);
            list.MoveTo(ref other);
            Assert.Equal(0, list.Count);
            foreach (var group in after) list.Add(group);
            AssertHolds(before, other);
            AssertHolds(after, list);
            foreach (var group in after) other.Add(group);
            AssertHolds([.. before, .. after], other);
        }, seed: "0000000000004", iter: 300);

    [Fact]
    public void Compacting_drops_empty_groups_and_merges_those_that_have_become_equal() =>
        Groups.Array[0, 400].EachOf(groups =>
        {
            var list = new GroupList();
            foreach (var group in groups) list.Add(group);
            foreach (ref var group in list.Items)
            {
                group.Plan = 0;
                if (group.Km > 10) group.People = 0;
            }
            list.Compact();
            AssertHolds([.. groups.Where(g => g.Km <= 10).Select(g => g with { Plan = 0 })], list);
            list.Add(new Group { People = 3, Plan = 77 });
            Assert.Equal(3, list.Items[^1].People);
        }, seed: "0000000000003", iter: 300);

    private static void AssertHolds(Group[] groups, GroupList list)
    {
        var expected = groups.Where(g => g.People > 0).GroupBy(State).ToDictionary(g => g.Key, g => g.Sum(x => x.People));
        var actual = list.Items.ToArray();
        Assert.Equal(expected.Count, actual.Length);
        Assert.Equal(expected, actual.ToDictionary(State, g => g.People));
    }

    private static (double, double, double, int, Condition) State(Group group) => (group.Km, group.Spent, group.Recent, group.Plan, group.Condition);
}
