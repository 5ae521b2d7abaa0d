using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>The way of groups through the day.</summary>
internal partial class GroupRun
{
    /// <summary>Whether those who arrive from where they were in the morning are kept until all are known: some place may turn people away today.</summary>
    private bool waitForAll;

    protected override void Travel(Scratch scratch)
    {
        TravelInGroups(scratch);
        MixCohorts();
    }

    /// <summary>
    /// Everybody on a link goes on; who arrives with some of the day left decides again. Where a camp may fill today, those whose decisions or
    /// arrivals meet it wait until it is known who comes, and are then cut into slices; the room is looked at anew before each: finely enough to
    /// agree with one-by-one arrival (model.md, 9.1, proposition 3). All others go on at once: when in the day they do so makes no difference.
    /// </summary>
    private void TravelInGroups(Scratch scratch)
    {
        scratch.Arrivals.Clear();
        waitForAll = MayMeetLimit(InTransit.Sum());
        for (var link = 0; link < onLink.Length; link++)
        {
            if (onLink[link].Count == 0) continue;
            onLink[link].MoveTo(ref scratch.AtHand);
            // The hash keys the draw of who goes on foot.
            var drawn = legs[link].WalkProbability > 0;
            foreach (ref readonly var group in scratch.AtHand.Items)
                Advance(link, group, group.People, group.Km, group.Plan, part: 0, drawn ? group.StateHash(plans) : 0, scratch);
            scratch.AtHand.Clear();
        }
        FindBinding(scratch);
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals)) Arrive(arrival, arrival.Group.People, scratch);
        DecideOnTheWay(moment: 0, scratch);
        if (scratch.Binding.Count == 0) return;

        scratch.CollectWaiting();
        var parts = CutArrivals(scratch);
        ForgetBinding(scratch);
        for (var slice = 0; slice < parts; slice++)
        {
            SetRoom();
            ArriveInSlice(slice, parts, scratch);
            // The same moment of the day has the same random numbers, however finely the day is cut elsewhere.
            DecideOnTheWay(1 + slice * (MostParts / parts), scratch);
        }
        scratch.Turns.Clear();
        GoElsewhere(scratch);
    }

    /// <summary>Those who have reached a place decide and go on, stage by stage of the day, until it is over for all of them.</summary>
    private void DecideOnTheWay(int moment, Scratch scratch)
    {
        // Where people who come to a place at different hours may decide together, they do;
        // else each round is of those who have reached a place by one more link.
        for (var round = 1; scratch.NextRound(); round++)
        {
            while (scratch.NextStage(stages.AreKnown || sharesMemory, out var stage))
            {
                var place = stages.Place(stage);
                var deciding = scratch.Deciding;
                // Whoever comes here again today is of the next round, so the list does not change meanwhile.
                if (round < LastRound) DecideAll(place, deciding, moment << 16 | round, scratch);
                else
                    foreach (ref readonly var group in deciding) Rest(place, group, group.People);
            }
        }
    }

    /// <summary>
    /// People go along a link for what is left of their day; on a link with a walk
    /// probability, some of them on foot. What else is true of them is as of a group.
    /// </summary>
    private void Advance(int link, in Group group, long people, double km, int plan, int part, ulong state, Scratch scratch)
    {
        GroupSteps++;
        ref readonly var leg = ref legs[link];
        if (leg.WalkProbability > 0)
        {
            var random = new Philox(seed, number, day, link, Purpose.Walk, part, state);
            var walking = Draw(people, leg.WalkProbability, random.NextUniform());
            if (walking > 0) Advance(link, leg, leg.SpeedOnFoot, group, walking, km, plan, part, scratch);
            people -= walking;
            if (people == 0) return;
        }
        Advance(link, leg, group.Is(Condition.FirstRoute) ? leg.SpeedOnFoot : leg.Speed, group, people, km, plan, part, scratch);
    }

    private void Advance(int link, in Leg leg, double speed, in Group group, long people, double km, int plan, int part, Scratch scratch)
    {
        var (spent, back) = (group.Spent, group.Is(Condition.TurningBack));
        var from = km > 0 || back ? ~link : leg.From;
        if (!Cover(ref km, ref spent, leg, speed, out var goesOn))
        {
            if (courses is not null && !back) km = courses.KmOnLink(link, speed, plan, km);
            Put(ref onLink[link], people, km, spent, plan, group.Condition, group);
            return;
        }
        InTransit[link] -= people;
        var place = back ? leg.From : leg.To;
        if (back) plan = model.Ways.PlanFrom(place, plan);
        var condition = group.Condition & ~(Condition.TurningBack | Condition.FirstRoute);
        goesOn = goesOn && MayGoOn(place, plan, back);
        // Whoever ends his day at a place that takes everybody concerns nobody else. Whoever goes
        // on along his plan must not come to a link before those on it have set out.
        if (part == 0 && (goesOn && plan != 0 || waitForAll && (goesOn || model.IsLimited[place])))
            scratch.AddArrival(place, goesOn, from).Set(people, km: 0, spent, plan, condition, group);
        else Arrive(place, from, people, spent, plan, condition, group, goesOn, scratch);
    }

    private void Arrive(in Arrival arrival, long people, Scratch scratch) =>
        Arrive(arrival.Place, arrival.From, people, arrival.Group.Spent, arrival.Group.Plan, arrival.Group.Condition, arrival.Group, arrival.GoesOn, scratch);

    private void Arrive(int place, int from, long people, double spent, int plan, Condition condition, in Group group, bool goesOn, Scratch scratch)
    {
        var stage = goesOn ? stages.Of(place, ref spent) : 0;
        if (!goesOn && !rules.AvoidShortStints) spent = 0;
        if (scratch.Binding.Count > 0 && Waits(place, plan, goesOn, scratch))
        {
            scratch.Waits(place, goesOn).Add(people, km: 0, spent, plan, condition, group);
            scratch.Turns.Add(place, people, cohorts!.At(from));
            return;
        }
        Stock[place] += people;
        Inflow[place] += people;
        if (!goesOn)
        {
            Put(ref atPlace[place], people, km: 0, spent, plan, condition, group);
            return;
        }
        if (plan != 0 && courses is not null)
        {
            spent = courses.First(plan, spent);
            if (courses.IsCertain(plan))
            {
                var arrived = new Group();
                arrived.Set(people, km: 0, spent, plan, condition, group);
                TakeNextStep(place, arrived, part: 1, scratch);
                return;
            }
        }
        Put(ref scratch.Decides(stage), people, km: 0, spent, plan, condition, group);
    }
}
