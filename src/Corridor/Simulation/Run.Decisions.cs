using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Who leaves a place, and where to.</summary>
internal sealed partial class Run
{
    private void DecideAt(int place, Scratch scratch)
    {
        if (atPlace[place].Count == 0) return;
        (scratch.AtHand, atPlace[place]) = (atPlace[place], scratch.AtHand);
        foreach (ref readonly var group in scratch.AtHand.Items) Decide(place, group, part: 0, scratch);
        scratch.AtHand.Clear();
    }

    /// <summary>The room of every limited place for those who decide now: 1 up to the buffer, then falling in a line to 0 (model.md, 2.6).</summary>
    private void SetRoom()
    {
        foreach (var place in limited) SetRoom(place);
    }

    private void SetRoom(int place)
    {
        var now = RoomAt(place);
        if (now == room[place]) return;
        room[place] = now;
        moment++;
    }

    private double RoomAt(int place)
    {
        if (mean is null) return RoomWith(place, There(place));
        return situation.Capacity[place] > 0 && !mean.Binds[place] ? 1 : RoomWith(place, mean.At[place]);
    }

    private double RoomWith(int place, double there)
    {
        var capacity = situation.Capacity[place] * rules.CapacityScaling;
        var free = rules.CapacityBuffer * capacity;
        return capacity <= 0 || there >= capacity ? 0
            : there <= free ? 1
            : 1 - (there - free) / (capacity - free);
    }

    /// <summary>
    /// People with a plan follow it. Of the others, how many leave (binomial), and by which ways (multinomial). Those who stay rest at the place. The part is 0 for the decisions
    /// of the morning, below 0 for those who leave in turns; for those on the way, it tells slice and round.
    /// </summary>
    private void Decide(int place, in Group group, int part, Scratch scratch)
    {
        GroupSteps++;
        if (group.Is(Condition.Held))
        {
            Rest(place, group, group.People);
            return;
        }
        if (group.Plan != 0)
        {
            if (part == 0 && TakesTurns(place, group.Plan, scratch)) scratch.Leavers.Add(new Leaver(place, group));
            else TakeNextStep(place, group, group.People, model.Ways.LinkTowards(place, plans.Next(group.Plan)), group.Plan, mayBeRefused: true, part, scratch);
            return;
        }
        var here = group;
        if (harvests && StaysForHarvest(place, ref here))
        {
            Rest(place, here, here.People);
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

    private double LeavingChance(int place, in Group group, bool onTheWay)
    {
        if (onTheWay && rules.AvoidShortStints && situation.IsTown(place))
        {
            // Both are whole multiples of the grain: no rounding makes a tie less than a day.
            if (group.Recent + group.Spent < fullDay * (1 - 1e-9)) return 1;
        }
        var chance = situation.Conflict[place] > 0 ? rules.ConflictMovechance : situation.Kind[place] switch
        {
            PlaceKind.Camp => rules.CampMovechance,
            PlaceKind.IdpCamp => rules.IdpcampMovechance,
            PlaceKind.Hub or PlaceKind.Marker => 1,
            _ => rules.DefaultMovechance,
        };
        if (rules.MovechancePopScaleFactor > 0)
        {
            var capacity = double.IsPositiveInfinity(situation.Capacity[place]) ? 0 : situation.Capacity[place];
            chance *= Math.Pow(Math.Max(ResidentsAround(place), capacity) / rules.MovechancePopBase, rules.MovechancePopScaleFactor);
        }
        if (rules.FleeWhenStarving) chance += situation.Food[place] / 100 * (1 - chance);
        return floodsMove ? FloodChance(place, group, chance) : chance;
    }

    /// <summary>A flood sets the chance to leave; a forecast changes it (model.md, 2.11).</summary>
    private double FloodChance(int place, in Group group, double chance)
    {
        if (situation.Flood[place] > 0) chance = Attraction.AtLevel(rules.FloodMovechances, situation.Flood[place]);
        // Where no flood is forecast, forecasts do not count; in Flee nobody leaves such a place (model.md, Q21).
        var forecast = situation.ForecastFlood(place);
        return forecast > 0 ? chance * forecast * Attraction.Awareness(rules, model.Profiles.All[group.Profile]) : chance;
    }

    /// <summary>
    /// Shares those who leave among the candidate ways: a multinomial draw, as a chain of binomial ones while they are many, and then one by one.
    /// </summary>
    private void Choose(int place, in Group group, long leaving, ref Philox random, int part, Scratch scratch)
    {
        var ways = model.Ways.Of[place];
        if (ways.Length == 0)
        {
            Rest(place, group, leaving);
            return;
        }
        var choices = ChoicesAt(place, group.Profile, scratch);
        var chances = choices.Chances;
        var mayBeRefused = choices.MayBeRefused;
        var left = leaving;
        for (var i = 0; i < chances.Length && left > 0; i++)
        {
            if (left <= FewPerWay * (chances.Length - i) && mean is null)
            {
                ChooseOneByOne(place, group, (int)left, i, ref random, part, scratch);
                return;
            }
            if (chances[i] == 0) continue;
            var people = Draw(left, chances[i], random.NextUniform());
            if (people == 0) continue;
            left -= people;
            TakeNextStep(place, group, people, ways[i].Link, ways[i].Plan, mayBeRefused, part, scratch);
        }
        // Rounding of the running total may leave somebody without a way.
        if (left > 0) Rest(place, group, left);
    }

    /// <summary>Up to so many people per way, it is faster to ask each of them than each way.</summary>
    private const int FewPerWay = 3;

    private void ChooseOneByOne(int place, in Group group, int people, int first, ref Philox random, int part, Scratch scratch)
    {
        var ways = model.Ways.Of[place];
        var choices = ChoicesAt(place, group.Profile, scratch);
        var mayBeRefused = choices.MayBeRefused;
        if (people == 1)
        {
            ref readonly var only = ref ways[choices.Pick(first, random.NextUniform())];
            TakeNextStep(place, group, 1, only.Link, only.Plan, mayBeRefused, part, scratch);
            return;
        }
        var counts = scratch.Counts(ways.Length);
        for (var person = 0; person < people; person++) counts[choices.Pick(first, random.NextUniform())]++;
        for (var i = first; i < counts.Length; i++)
            if (counts[i] > 0) TakeNextStep(place, group, counts[i], ways[i].Link, ways[i].Plan, mayBeRefused, part, scratch);
    }

    /// <summary>What people of a class at a place choose between now. Prepared anew only when the room has changed somewhere that they look at.</summary>
    private Choices ChoicesAt(int place, int profile, Scratch scratch)
    {
        var choices = scratch.ChoicesAt(place, profile);
        var now = (scratch.Day, model.LimitedSeen[place].Length == 0 ? 0 : moment);
        if (choices.MadeFor == now) return choices;
        choices.MadeFor = now;
        var ways = model.Ways.Of[place];
        var draw = choices.Open(ways.Length);
        var weights = attractions[profile].Weights[place];
        SetWeights(weights, ways, draw);
        choices.MayBeRefused = true;
        choices.Close();
        if (choices.Total > 0) return choices;
        choices.MayBeRefused = rules.NoRoom == NoRoomRule.AnyDestination;
        if (!choices.MayBeRefused)
        {
            weights.CopyTo(draw);
            choices.Close();
        }
        if (choices.Total > 0) return choices;
        draw.Fill(1);
        choices.Close();
        return choices;
    }

    /// <summary>The weights of the day times the room at the end of each way.</summary>
    private void SetWeights(double[] weights, Way[] ways, Span<double> draw)
    {
        var best = 0.0;
        for (var i = 0; i < draw.Length; i++)
        {
            var free = room[ways[i].Destination];
            if (conditions?.Draw is { } own) free *= own[ways[i].Destination];
            draw[i] = weights[i] * (free == 1 || rules.WeightPower == 1 ? free : Math.Pow(free, rules.WeightPower));
            best = Math.Max(best, draw[i]);
        }
        if (rules.PruningThreshold < 1.001) return;
        for (var i = 0; i < draw.Length; i++)
            if (draw[i] < best / rules.PruningThreshold) draw[i] = 0;
    }

    /// <summary>
    /// People set out on the first link of a plan. They stay, without a plan, if no open link leads on, if the camp at the plan's end has no room, or, on a link
    /// that only a fraction passes, if they do not get through today. The state of the group that decided
    /// and the plan key the draws, as people with different plans meet on the link.
    /// </summary>
    private void TakeNextStep(int place, in Group group, long people, int link, int plan, bool mayBeRefused, int part, Scratch scratch)
    {
        if (link < 0 || mayBeRefused && IsRefused(plan))
        {
            Rest(place, group, people);
            return;
        }
        // Hashed only where something is drawn on the link.
        var state = situation.Pass[link] < 1 || network.LinkWalkProbability[link] > 0 ? Mix.Of(group.StateHash(plans), plans.Hash(plan)) : 0;
        if (situation.Pass[link] < 1)
        {
            var random = new Philox(seed, number, day, link, Purpose.Pass, part, state);
            var through = Draw(people, situation.Pass[link], random.NextUniform());
            Rest(place, group, people - through);
            people = through;
            if (people == 0) return;
        }
        Leave(place, link, people);
        var onTheWay = group;
        (onTheWay.People, onTheWay.Plan, onTheWay.Km) = (people, plans.Rest(plan), 0);
        if (part <= 0) Put(ref onLink[link], onTheWay);
        else Advance(link, ref onTheWay, part, state, scratch);
    }

    /// <summary>Whether the camp at a plan's end has too little room for anybody to set out to it.</summary>
    private bool IsRefused(int plan)
    {
        var end = plans.Last(plan);
        return room[end] < rules.RefusalRoom && situation.IsCamp(end);
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
        var resting = group;
        (resting.People, resting.Plan, resting.Km) = (people, 0, 0);
        if (!rules.AvoidShortStints) resting.Spent = 0;
        Put(ref atPlace[place], resting);
    }
}
