using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>How far the day goes.</summary>
internal sealed partial class Run
{
    /// <summary>Change of room from one slice to the next below which the slices grow.</summary>
    private const double RoomTolerance = 0.01;

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
            foreach (var group in scratch.Deciding) Advance(link, group, part: 0, scratch);
        }

        // One step when no room can change; else steps that grow while none does.
        var step = AnyCampMayFill(scratch) ? 1.0 / rules.CapacitySlices : 1;
        SetRoom();
        var slice = 0;
        for (var from = 0.0; from < 1; slice++)
        {
            var to = from + step > 1 - 1e-9 ? 1 : from + step;
            foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
            {
                var people = to - from >= 1 ? arrival.Group.People : InSlice(arrival, from, to);
                if (people > 0) Arrive(arrival.Place, arrival.Group with { People = people }, arrival.GoesOn, scratch);
            }
            DecideOnTheWay(slice, scratch);
            from = to;
            if (from < 1) step = SetRoom() < RoomTolerance ? 2 * step : Math.Max(step / 2, 1.0 / rules.CapacitySlices);
        }
    }

    /// <summary>Places reached by more and more links today; every round costs part of the day, so there is a last one.</summary>
    private void DecideOnTheWay(int slice, Scratch scratch)
    {
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

    /// <summary>People of a group who arrive in one of the slices: as if they came evenly over the day, from a random first moment.</summary>
    private static long InSlice(in Arrival arrival, double from, double to)
    {
        var people = arrival.Group.People;
        return (to >= 1 ? people : (long)(people * to + arrival.First)) - (long)(people * from + arrival.First);
    }

    /// <summary>Whether some place that is not full may pass its buffer through those who arrive today.</summary>
    private bool AnyCampMayFill(Scratch scratch)
    {
        if (limited.Length == 0) return false;
        foreach (var place in limited) scratch.Coming[place] = 0;
        var goingOn = 0L;
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
        {
            if (arrival.GoesOn) goingOn += arrival.Group.People;
            else scratch.Coming[arrival.Place] += arrival.Group.People;
        }
        // Nobody decides after an arrival, so nobody looks at the room.
        if (goingOn == 0) return false;
        foreach (var place in limited)
        {
            var capacity = situation.Capacity[place];
            if (Stock[place] < capacity && Stock[place] + scratch.Coming[place] + goingOn > rules.CapacityBuffer * capacity) return true;
        }
        return false;
    }

    /// <summary>When in the day the first of an arriving group comes: what spreads small groups over the slices.</summary>
    private double FirstMoment(int place, in Group group)
    {
        if (limited.Length == 0) return 0;
        var random = new Philox(seed, number, day, place, Purpose.Slice, 0, group.StateHash(plans));
        return random.NextUniform();
    }

    /// <summary>People go along a link for what is left of their day; on a link with a walk probability, some of them on foot.</summary>
    private void Advance(int link, in Group group, int part, Scratch scratch)
    {
        GroupSteps++;
        var speed = network.LinkSpeed[link] switch { 0 => rules.MaxMoveSpeed, Network.OnFoot => rules.MaxWalkSpeed, var stated => stated };
        if (group.Is(Condition.FirstRoute)) speed = rules.MaxWalkSpeed;
        var walking = 0L;
        if (network.LinkWalkProbability[link] > 0)
        {
            var random = new Philox(seed, number, day, link, Purpose.Walk, part, group.StateHash(plans));
            walking = Binomial.Quantile(group.People, network.LinkWalkProbability[link], random.NextUniform());
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
        goesOn = goesOn && (rules.DecideOnTheWay || group.Plan != 0 || situation.Kind[place] is PlaceKind.Hub or PlaceKind.Marker);
        if (part == 0) scratch.Arrivals.Add(new Arrival(place, group, goesOn, FirstMoment(place, group)));
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
        // In quarters of an hour, at least one, so that people who came by different roads are in the same state.
        const double quarters = 96;
        var spent = group.Spent + Math.Max(1, Math.Round((length - group.Km) / speed * quarters)) / quarters;
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
