using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Who leaves a place, and where to.</summary>
internal partial class GroupRun
{
    private void DecideAt(int place, Scratch scratch)
    {
        if (atPlace[place].Count == 0) return;
        if (harvests && !IsHarvest()) EndHarvest(place);
        atPlace[place].MoveTo(ref scratch.AtHand);
        DecideAll(place, scratch.AtHand.Items, part: 0, scratch);
        scratch.AtHand.Clear();
    }

    /// <summary>All these people decide: by groups or, where they share memories, together.</summary>
    private void DecideAll(int place, ReadOnlySpan<Group> groups, int part, Scratch scratch)
    {
        if (sharesMemory) DecideTogether(place, groups, part, scratch);
        else
            foreach (ref readonly var group in groups) Decide(place, group, part, scratch);
    }

    /// <summary>
    /// People with a plan follow it. Of the others, how many leave (binomial), and by which ways (multinomial). Those who stay rest at the place.
    /// The part is 0 for the decisions of the morning, below 0 for those who leave in turns; for those on the way, it tells slice and round.
    /// </summary>
    private void Decide(int place, in Group group, int part, Scratch scratch)
    {
        GroupSteps++;
        if (group.Is(Condition.Held))
        {
            Rest(place, group, group.People);
            return;
        }
        if (harvests && RestsForHarvest(place, group)) return;
        if (group.Plan != 0)
        {
            if (part == 0 && TakesTurns(place, group.Plan, scratch)) scratch.Leavers.Add(new Leaver(place, group));
            else TakeNextStep(place, group, part, scratch);
            return;
        }
        var random = new Philox(seed, number, day, place, Purpose.Decision, part, group.StateHash(plans));
        var chance = LeavingChance(place, group, part > 0);
        var leaving = chance >= 1 ? group.People : Draw(group.People, chance, random.NextUniform());
        Rest(place, group, group.People - leaving);
        if (leaving == 0) return;
        if (part == 0 && TakesTurns(place, plan: 0, scratch)) scratch.Leavers.Add(new Leaver(place, group with { People = leaving }));
        else Choose(place, group, leaving, ref random, part, scratch);
    }

    /// <summary>Shares those who leave among the candidate ways.</summary>
    private void Choose(int place, in Group group, long leaving, ref Philox random, int part, Scratch scratch)
    {
        var ways = model.Ways.Of[place];
        var choices = ChoicesAt(place, group.Profile, scratch);
        if (leaving == 1 && draws)
        {
            var way = choices.Pick(0, random.NextUniform());
            if (way == ways.Length || IsRefused(choices, ways[way])) Rest(place, group, 1);
            else Embark(place, group, 1, ways[way].Link, ways[way].Plan, part, scratch);
            return;
        }
        var people = scratch.People(ways.Length);
        if (part >> 16 is > 0 and <= MostParts && planEndsDay && DrawsOthersLater(place, group.Profile, model.IsLimited[place], scratch))
        {
            var elsewhere = ShareWatched(leaving, place, group.Profile, choices, ref random, people);
            if (elsewhere > 0) scratch.Undecided(place).Add(elsewhere, km: 0, group.Spent, plan: 0, group.Condition, group);
        }
        else Share(leaving, choices, ref random, people);
        var staying = people[^1];
        for (var i = 0; i < ways.Length; i++)
        {
            if (people[i] == 0) continue;
            if (IsRefused(choices, ways[i])) staying += people[i];
            else Embark(place, group, people[i], ways[i].Link, ways[i].Plan, part, scratch);
        }
        Rest(place, group, staying);
    }

    /// <summary>Up to so many people per way, it is faster to ask each of them than each way.</summary>
    private const int FewPerWay = 3;

    /// <summary>
    /// A multinomial draw, as a chain of binomial ones while people are many, and then one by one. The last number is that of those who stay.
    /// </summary>
    private void Share(long leaving, Choices choices, ref Philox random, Span<long> people)
    {
        var left = leaving;
        for (var i = 0; i < people.Length - 1 && left > 0; i++)
        {
            if (left <= FewPerWay * (people.Length - 1 - i) && draws)
            {
                // A word is enough for two of them: 2⁻³² is less than anybody could tell.
                for (; left > 1; left -= 2)
                {
                    var word = random.NextWord();
                    people[choices.Pick(i, Philox.UniformOfHalf((uint)(word >> 32)))]++;
                    people[choices.Pick(i, Philox.UniformOfHalf((uint)word))]++;
                }
                if (left > 0) people[choices.Pick(i, random.NextUniform())]++;
                return;
            }
            if (i == choices.Last)
            {
                people[i] = left;
                return;
            }
            var chance = choices.Chances()[i];
            if (chance == 0) continue;
            people[i] = Draw(left, chance, random.NextUniform());
            left -= people[i];
        }
        // Rounding of the running total may also leave somebody without a way.
        people[^1] += left;
    }

    /// <summary>
    /// People with a plan go on to its next place. They stay, without a plan, if no open link leads on, if the camp at
    /// the plan's end has no room, or, on a link that only a fraction passes, if they do not get through today.
    /// </summary>
    private void TakeNextStep(int place, in Group group, int part, Scratch scratch)
    {
        var link = LinkTo(place, group.Plan);
        var through = GetThrough(group, group.People, link, part);
        Rest(place, group, group.People - through);
        if (through > 0) Embark(place, group, through, link, group.Plan, part, scratch);
    }

    /// <summary>How many of so many people with a plan go on over a link.</summary>
    private long GetThrough(in Group group, long people, int link, int part)
    {
        if (link < 0 || IsRefused(plans.Last(group.Plan))) return 0;
        if (situation.Pass[link] >= 1) return people;
        var random = new Philox(seed, number, day, link, Purpose.Pass, part, StateOn(group, group.Plan));
        return Draw(people, situation.Pass[link], random.NextUniform());
    }

    /// <summary>What keys the draws of people on a link: the state of the group that decided and the plan, as people with different plans meet there.</summary>
    private ulong StateOn(in Group group, int plan) => Mix.Of(group.StateHash(plans), plans.Hash(plan));

    /// <summary>People leave a place by the first link of a plan.</summary>
    private void Embark(int place, in Group group, long people, int link, int plan, int part, Scratch scratch)
    {
        Leave(place, link, people);
        if (part <= 0) Put(ref onLink[link], people, km: 0, group.Spent, plans.Rest(plan), group.Condition, group);
        else Advance(link, group, people, km: 0, plans.Rest(plan), part, legs[link].WalkProbability > 0 ? StateOn(group, plan) : 0, scratch);
    }

    private void Leave(int place, int link, long people)
    {
        Stock[place] -= people;
        Outflow[place] += people;
        InTransit[link] += people;
        Entered[link] += people;
    }

    /// <summary>People stay at a place, without a plan.</summary>
    private void Rest(int place, in Group group, long people)
    {
        if (people == 0) return;
        Put(ref atPlace[place], people, km: 0, rules.AvoidShortStints ? group.Spent : 0, plan: 0, group.Condition, group);
    }

    /// <summary>Whether people stay for the harvest; they then rest at the place, with their plan.</summary>
    private bool RestsForHarvest(int place, Group group)
    {
        if (!StaysForHarvest(place, ref group)) return false;
        Put(ref atPlace[place], group.People, km: 0, rules.AvoidShortStints ? group.Spent : 0, group.Plan, group.Condition, group);
        return true;
    }

    /// <summary>Who has harvested counts here again, and is as those who have not.</summary>
    private void EndHarvest(int place)
    {
        foreach (ref var group in atPlace[place].Items) EndHarvest(place, ref group);
        atPlace[place].Compact();
    }
}
