namespace Corridor.Simulation;

/// <summary>
/// People who differ only in what they remember decide together: how many leave, and by which ways, is one draw for all of them, and
/// memories are dealt out to those on each way and to those who stay (<see cref="Crowd"/>; docs/model.md, "What people remember").
/// </summary>
internal partial class GroupRun
{
    /// <summary>The golden ratio: its multiples lie evenly between whole numbers.</summary>
    private const double Golden = 0.61803398874989485;

    /// <summary>A place that nobody leaves counts as one that few leave.</summary>
    private const double LeastChance = 1e-6;

    private const int MostMemories = 1 << 20;

    private void DecideTogether(int place, ReadOnlySpan<Group> groups, int part, Scratch scratch)
    {
        var crowd = scratch.Crowd;
        // On the way, who comes to a town is asked whether his day is short so far.
        crowd.Begin(groups, fullDay, isAsked: part > 0 && situation.IsTown(place));
        while (crowd.NextClass())
        {
            ref readonly var one = ref crowd.One;
            if (one.Plan != 0 || one.Is(Condition.Held))
                foreach (ref readonly var group in crowd.Class) Decide(place, group, part, scratch);
            else if (!harvests || !RestForHarvest(place, crowd.Class)) DecideTogether(place, one, crowd, part, scratch);
        }
    }

    private void DecideTogether(int place, in Group one, Crowd crowd, int part, Scratch scratch)
    {
        GroupSteps++;
        var random = new Philox(seed, number, day, place, Purpose.Decision, part, one.HashButMemory(plans) + (crowd.GoesOn ? 1UL : 0));
        var chance = LeavingChance(place, one, onTheWay: false);
        var leaving = crowd.GoesOn || chance >= 1 ? crowd.People : Draw(crowd.People, chance, random.NextUniform());
        var staying = crowd.People - leaving;
        var (start, round) = random.NextPair();
        if (leaving > 0 && part == 0 && TakesTurns(place, plan: 0, scratch))
        {
            foreach (ref readonly var share in crowd.Deal(leaving, MemoriesOf(leaving), start, round))
                scratch.Leavers.Add(new Leaver(place, crowd.Class[share.Group] with { People = share.People }));
        }
        else if (leaving > 0)
        {
            var ways = model.Ways.Of[place];
            var choices = ChoicesAt(place, one.Profile, scratch);
            var chosen = scratch.People(ways.Length);
            Share(leaving, choices, ref random, chosen);
            staying += chosen[^1];
            for (var i = 0; i < ways.Length; i++)
            {
                if (chosen[i] == 0) continue;
                // Each way begins somewhere else: a memory that one of them does not get is another's.
                (start, round) = (Fraction(start + Golden), Fraction(round + Golden));
                if (IsRefused(choices, ways[i])) staying += chosen[i];
                else Depart(place, ways[i], crowd, chosen[i], start, round, part, scratch);
            }
        }
        if (staying == 0) return;
        (start, round) = (Fraction(start + Golden), Fraction(round + Golden));
        foreach (ref readonly var share in crowd.Deal(staying, MemoriesOf(staying * Math.Clamp(chance, LeastChance, 1)), start, round))
            Rest(place, crowd.Class[share.Group], share.People);
    }

    /// <summary>Whether all of a class stay for the harvest, as they are farmers or not together.</summary>
    private bool RestForHarvest(int place, ReadOnlySpan<Group> groups)
    {
        var rest = false;
        foreach (ref readonly var group in groups) rest = RestsForHarvest(place, group);
        return rest;
    }

    /// <summary>Some people of a class leave by a way.</summary>
    private void Depart(int place, in Way way, Crowd crowd, long people, double start, double round, int part, Scratch scratch)
    {
        Leave(place, way.Link, people);
        ref readonly var leg = ref legs[way.Link];
        foreach (ref readonly var share in crowd.Deal(people, MemoriesOf(people), start, round))
        {
            ref readonly var group = ref crowd.Class[share.Group];
            if (part == 0) onLink[way.Link].Append(share.People, km: 0, group.Spent, way.Rest, group.Condition, group);
            else if (leg.WalkProbability > 0) Advance(way.Link, group, share.People, km: 0, way.Rest, part, StateOn(group, way.Plan), scratch);
            else
            {
                GroupSteps++;
                Advance(way.Link, leg, group.Is(Condition.FirstRoute) ? leg.SpeedOnFoot : leg.Speed, group, share.People, km: 0, way.Rest, part, scratch);
            }
        }
    }

    /// <summary>How many memories so many people keep among them, who are asked for them next.</summary>
    private int MemoriesOf(double people) => Math.Max(1, (int)Math.Min(Math.Sqrt(people) / rules.MemorySharing + 0.5, MostMemories));

    private static double Fraction(double number) => number >= 1 ? number - 1 : number;
}
