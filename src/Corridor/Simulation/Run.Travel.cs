using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>How far the day goes.</summary>
internal sealed partial class Run
{
    /// <summary>
    /// Everybody on a link goes on; who arrives with some of the day left decides again. Where a camp may fill today, the arrivals are cut into
    /// slices, and the room is looked at anew before each: finely enough to agree with one-by-one arrival (model.md, 9.1, proposition 3).
    /// </summary>
    private void Travel(Scratch scratch)
    {
        scratch.Arrivals.Clear();
        for (var link = 0; link < onLink.Length; link++)
        {
            if (onLink[link].Count == 0) continue;
            scratch.Deciding.Clear();
            scratch.Deciding.AddRange(onLink[link].Items);
            onLink[link].Clear();
            foreach (var group in scratch.Deciding) Advance(link, group, part: 0, group.StateHash(plans), scratch);
        }

        var slices = AnyCampMayFill(scratch.Arrivals) ? rules.CapacitySlices : 1;
        for (var slice = 0; slice < slices; slice++)
        {
            SetRoom();
            foreach (var (place, group, goesOn) in scratch.Arrivals)
            {
                var people = slices == 1 ? group.People : InSlice(place, group, slice, slices);
                if (people > 0) Arrive(place, group with { People = people }, goesOn, scratch);
            }
            // Places reached by more and more links today; every round costs part of the day, so there is a last one.
            for (var round = 1; scratch.NextRound(); round++)
            {
                foreach (var place in scratch.Reached)
                {
                    scratch.Deciding.Clear();
                    scratch.Deciding.AddRange(scratch.Current(place).Items);
                    scratch.Current(place).Clear();
                    foreach (var group in scratch.Deciding) Decide(place, group, slice << 16 | round, scratch);
                }
            }
        }
    }

    /// <summary>People of a group who arrive in one of the slices: every k-th, from a random first one.</summary>
    private long InSlice(int place, in Group group, int slice, int slices)
    {
        var random = new Philox(seed, number, day, place, Purpose.Slice, 0, group.StateHash(plans));
        var first = (long)(random.NextUniform() * slices);
        return (group.People * (slice + 1) + first) / slices - (group.People * slice + first) / slices;
    }

    /// <summary>Whether some place that is not full may pass its buffer through those who arrive today.</summary>
    private bool AnyCampMayFill(List<Arrival> arrivals)
    {
        if (limited.Length == 0) return false;
        var goingOn = 0L;
        foreach (var arrival in arrivals)
            if (arrival.GoesOn) goingOn += arrival.Group.People;
        // Nobody decides after an arrival, so nobody looks at the room.
        if (goingOn == 0) return false;
        foreach (var place in limited)
        {
            var capacity = situation.Capacity[place];
            if (double.IsPositiveInfinity(capacity) || Stock[place] >= capacity) continue;
            var most = Stock[place] + goingOn;
            foreach (var arrival in arrivals)
                if (arrival.Place == place && !arrival.GoesOn) most += arrival.Group.People;
            if (most > rules.CapacityBuffer * capacity) return true;
        }
        return false;
    }

    /// <summary>People go along a link for what is left of their day; on a link with a walk probability, some of them on foot.</summary>
    private void Advance(int link, in Group group, int part, ulong state, Scratch scratch)
    {
        GroupSteps++;
        var route = network.Routes[network.LinkRoute[link]];
        var speed = route.SpeedKmPerDay ?? (route.OnFoot ? rules.MaxWalkSpeed : rules.MaxMoveSpeed);
        if (rules.StartOnFoot && group.Is(Condition.FirstRoute)) speed = rules.MaxWalkSpeed;
        var walking = 0L;
        if (route.WalkProbability > 0)
        {
            var random = new Philox(seed, number, day, link, Purpose.Walk, part, state);
            walking = Binomial.Quantile(group.People, route.WalkProbability, random.NextUniform());
            if (walking > 0) Advance(link, group with { People = walking }, rules.MaxWalkSpeed, part, scratch);
        }
        if (walking < group.People) Advance(link, group with { People = group.People - walking }, speed, part, scratch);
    }

    private void Advance(int link, Group group, double speed, int part, Scratch scratch)
    {
        if (situation.SpeedLimit[link] > 0) speed = Math.Min(speed, situation.SpeedLimit[link]);
        if (!Cover(ref group, network.LinkKm[link], speed, out var goesOn))
        {
            onLink[link].Add(group);
            return;
        }
        InTransit[link] -= group.People;
        var back = group.Is(Condition.TurningBack);
        group.Km = 0;
        group.Condition &= ~(Condition.TurningBack | Condition.FirstRoute);
        // In Flee, being put back at the start ends the day (model.md, 2.8).
        goesOn &= !back || rules.OnClosure == ClosureRule.TurnBackAtOnce;
        var place = back ? network.LinkFrom[link] : network.LinkTo[link];
        if (part == 0) scratch.Arrivals.Add(new Arrival(place, group, goesOn));
        else Arrive(place, group, goesOn, scratch);
    }

    /// <summary>Moves a group along its link. True when it arrives; then <paramref name="goesOn"/> tells whether some of the day is left.</summary>
    private bool Cover(ref Group group, double length, double speed, out bool goesOn)
    {
        if (rules.TravelBudget == TravelBudget.AnewOnEachRoute)
        {
            // Flee: a full day's km on each link, and a link of exactly that length takes two days (model.md, 2.8).
            group.Km += speed;
            group.Spent += speed;
            goesOn = false;
            if (!(group.Km > length))
            {
                if (!rules.AvoidShortStints) group.Spent = 0;
                return false;
            }
            group.Spent += length - group.Km;
            goesOn = group.Spent < speed;
            return true;
        }
        // On a grid of 2^-16 day (1.3 seconds), so that sums of the same parts in another order are the same state.
        const double grid = 1 << 16;
        var spent = group.Spent + Math.Round((length - group.Km) / speed * grid) / grid;
        goesOn = spent < 1;
        if (spent <= 1)
        {
            group.Spent = spent;
            return true;
        }
        group.Km += (1 - group.Spent) * speed;
        group.Spent = rules.AvoidShortStints ? 1 : 0;
        return false;
    }

    private void Arrive(int place, in Group group, bool goesOn, Scratch scratch)
    {
        Stock[place] += group.People;
        Inflow[place] += group.People;
        if (goesOn) scratch.Decides(place, group);
        else atPlace[place].Add(group with { Spent = rules.AvoidShortStints ? group.Spent : 0 });
    }
}
