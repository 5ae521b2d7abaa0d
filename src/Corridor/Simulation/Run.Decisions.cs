using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Who leaves a place, and where to.</summary>
internal sealed partial class Run
{
    /// <summary>
    /// The decisions of the morning. Who leaves a place with limited room goes first and makes room for the others, as in the reference program, where those who
    /// came first also decide first (docs/model.md, "Capacity").
    /// </summary>
    private void DecideAtPlaces(Scratch scratch)
    {
        if (persons is not null)
        {
            DecideOneByOne(scratch);
            return;
        }
        SetRoom();
        foreach (var place in limited) DecideAt(place, scratch);
        if (limited.Length > 0) SetRoom();
        for (var place = 0; place < atPlace.Length; place++)
            if (!model.IsLimited[place]) DecideAt(place, scratch);
    }

    private void DecideAt(int place, Scratch scratch)
    {
        if (atPlace[place].Count == 0) return;
        scratch.Deciding.Clear();
        scratch.Deciding.AddRange(atPlace[place].Items);
        atPlace[place].Clear();
        foreach (ref readonly var group in CollectionsMarshal.AsSpan(scratch.Deciding)) Decide(place, group, part: 0, scratch);
    }

    /// <summary>The room of every limited place for those who decide now: 1 up to the buffer, then falling in a line to 0 (model.md, 2.6).</summary>
    private void SetRoom()
    {
        foreach (var place in limited) SetRoom(place);
    }

    private void SetRoom(int place)
    {
        var capacity = situation.Capacity[place] * rules.CapacityScaling;
        var free = rules.CapacityBuffer * capacity;
        double there = mean is not null ? mean.At[place] : RemovedAt.Length > 0 ? Stock[place] + RemovedAt[place] : Stock[place];
        var now = mean is { } all && capacity > 0 && !all.Binds[place] ? 1
            : capacity <= 0 || there >= capacity ? 0
            : there <= free ? 1
            : 1 - (there - free) / (capacity - free);
        if (now == room[place]) return;
        room[place] = now;
        roomChanges++;
    }

    /// <summary>
    /// People with a plan follow it. Of the others, how many leave (binomial), and by which ways (multinomial). Those who stay rest at the place. The part is 0 for the decisions
    /// of the morning; for those on the way, it tells slice and round.
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
            TakeNextStep(place, group, group.People, group.Plan, mayBeRefused: true, part, scratch);
            return;
        }
        var here = group;
        if (StaysForHarvest(place, ref here))
        {
            Rest(place, here, here.People);
            return;
        }
        var random = new Philox(seed, number, day, place, Purpose.Decision, part, group.StateHash(plans));
        var leaving = Draw(group.People, LeavingChance(place, group, part > 0), random.NextUniform());
        Rest(place, group, group.People - leaving);
        if (leaving > 0) Choose(place, group, leaving, ref random, part, scratch);
    }

    private double LeavingChance(int place, in Group group, bool onTheWay)
    {
        if (onTheWay && rules.AvoidShortStints && situation.IsTown(place))
        {
            var full = rules.TravelBudget == TravelBudget.OncePerDay ? 1 : rules.MaxMoveSpeed;
            if ((group.Recent + group.Spent / full) / 2 < 0.5) return 1;
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
        return rules.FloodMovechances.Count > 0 ? FloodChance(place, group, chance) : chance;
    }

    /// <summary>A flood sets the chance to leave; a forecast changes it (model.md, 2.11).</summary>
    private double FloodChance(int place, in Group group, double chance)
    {
        if (situation.Flood[place] > 0) chance = Attraction.AtLevel(rules.FloodMovechances, situation.Flood[place]);
        // Where no flood is forecast, forecasts do not count; in Flee nobody leaves such a place (model.md, Q21).
        var forecast = situation.ForecastFlood(place);
        return forecast > 0 ? chance * forecast * Attraction.Awareness(rules, model.Profiles.All[group.Profile]) : chance;
    }

    /// <summary>Shares those who leave among the candidate ways: a multinomial draw, as a chain of binomial ones.</summary>
    private void Choose(int place, in Group group, long leaving, ref Philox random, int part, Scratch scratch)
    {
        var ways = model.Ways.Of[place];
        if (ways.Length == 0)
        {
            Rest(place, group, leaving);
            return;
        }
        var draw = scratch.Weights(ways.Length);
        var total = Weigh(place, group.Profile, ways, draw, out var mayBeRefused);
        var left = leaving;
        for (var i = 0; i < draw.Length && left > 0; i++)
        {
            if (draw[i] == 0) continue;
            var people = Draw(left, draw[i] / total, random.NextUniform());
            total -= draw[i];
            if (people == 0) continue;
            left -= people;
            TakeNextStep(place, group, people, ways[i].Plan, mayBeRefused, part, scratch);
        }
        // Rounding of the running total may leave somebody without a way.
        if (left > 0) Rest(place, group, left);
    }

    /// <summary>How strongly each way draws now, and the sum of all: where no destination has room, by the rule for that.</summary>
    private double Weigh(int place, int profile, Way[] ways, Span<double> draw, out bool mayBeRefused)
    {
        var total = WeightsWithRoom(place, profile, ways, draw);
        mayBeRefused = true;
        if (total > 0) return total;
        mayBeRefused = rules.NoRoom == NoRoomRule.AnyDestination;
        total = mayBeRefused ? 0 : Sum(attractions[profile].Weights[place], draw);
        if (total > 0) return total;
        draw.Fill(1);
        return draw.Length;
    }

    /// <summary>The weights of the day times the room at the end of each way, and their sum.</summary>
    private double WeightsWithRoom(int place, int profile, Way[] ways, Span<double> draw)
    {
        var weights = attractions[profile].Weights[place];
        var total = 0.0;
        var best = 0.0;
        for (var i = 0; i < draw.Length; i++)
        {
            var free = room[ways[i].Destination];
            if (conditions?.Draw is { } own) free *= own[ways[i].Destination];
            draw[i] = weights[i] * (free == 1 || rules.WeightPower == 1 ? free : Math.Pow(free, rules.WeightPower));
            total += draw[i];
            best = Math.Max(best, draw[i]);
        }
        if (rules.PruningThreshold < 1.001) return total;
        total = 0;
        for (var i = 0; i < draw.Length; i++)
        {
            if (draw[i] < best / rules.PruningThreshold) draw[i] = 0;
            total += draw[i];
        }
        return total;
    }

    private static double Sum(double[] weights, Span<double> draw)
    {
        weights.CopyTo(draw);
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        return total;
    }

    /// <summary>
    /// People set out on the first link of a plan. They stay, without a plan, if no open link leads on, if the camp at the plan's end has no room, or, on a link
    /// that only a fraction passes, if they do not get through today. The state of the group that decided
    /// and the plan key the draws, as people with different plans meet on the link.
    /// </summary>
    private void TakeNextStep(int place, in Group group, long people, int plan, bool mayBeRefused, int part, Scratch scratch)
    {
        var link = LinkTowards(place, plans.Next(plan));
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
        var onTheWay = group with { People = people, Plan = plans.Rest(plan), Km = 0 };
        if (part == 0) onLink[link].Add(onTheWay);
        else Advance(link, onTheWay, part, state, scratch);
    }

    /// <summary>Whether the camp at a plan's end has too little room for anybody to set out to it.</summary>
    private bool IsRefused(int plan)
    {
        var end = plans.Last(plan);
        return situation.IsCamp(end) && room[end] < rules.RefusalRoom;
    }

    private void Leave(int place, int link, long people)
    {
        Stock[place] -= people;
        Outflow[place] += people;
        InTransit[link] += people;
        Entered[link] += people;
    }

    /// <summary>The open link to a neighbouring place: the shortest, or as in Flee the first in the file; -1: none.</summary>
    private int LinkTowards(int place, int next)
    {
        var best = -1;
        foreach (var link in network.LinksFrom(place))
        {
            if (network.LinkTo[link] != next || !situation.LinkOpen[link]) continue;
            if (rules.Ways == WaysConsidered.EverySimplePath) return link;
            if (best < 0 || network.LinkKm[link] < network.LinkKm[best]) best = link;
        }
        return best;
    }

    /// <summary>People stay at a place, without a plan.</summary>
    private void Rest(int place, in Group group, long people)
    {
        if (people == 0) return;
        atPlace[place].Add(group with { People = people, Plan = 0, Km = 0, Spent = rules.AvoidShortStints ? group.Spent : 0 });
    }
}
