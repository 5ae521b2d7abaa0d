using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>How far the day goes.</summary>
internal sealed partial class Run
{
    /// <summary>Routes that anybody completes in a day, at most: who goes to and fro between two hubs a step apart stops somewhere. Moment and round share 32 bits.</summary>
    private const int LastRound = (1 << 16) - 1;

    /// <summary>A day is spent in whole thousandths (a minute and a half), so that people who came by different roads are in the same state.</summary>
    private const double PartsOfDay = 1000;

    /// <summary>Whether those who arrive from where they were in the morning are kept until all are known: some place may turn people away today.</summary>
    private bool waitForAll;

    /// <summary>
    /// Everybody on a link goes on; who arrives with some of the day left decides again. Where a camp may fill today, those whose decisions or arrivals meet it wait until
    /// it is known who comes, and are then cut into slices; the room is looked at anew before each: finely enough to agree with one-by-one arrival
    /// (model.md, 9.1, proposition 3). All others go on at once: when in the day they do so makes no difference.
    /// </summary>
    private void Travel(Scratch scratch)
    {
        if (persons is not null)
        {
            TravelOneByOne(scratch);
            return;
        }
        scratch.Arrivals.Clear();
        waitForAll = MayMeetLimit(InTransit.Sum());
        for (var link = 0; link < onLink.Length; link++)
        {
            if (onLink[link].Count == 0) continue;
            if (sharesMemory) LumpOnLink(ref onLink[link], link, scratch);
            onLink[link].MoveTo(ref scratch.AtHand);
            // The hash keys the draw of who goes on foot.
            var drawn = network.LinkWalkProbability[link] > 0;
            foreach (ref var group in scratch.AtHand.Items) Advance(link, ref group, part: 0, drawn ? group.StateHash(plans) : 0, scratch);
            scratch.AtHand.Clear();
        }
        FindBinding(scratch);
        foreach (ref var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals)) Arrive(arrival.Place, ref arrival.Group, arrival.GoesOn, scratch);
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
    }

    /// <summary>Those who have reached a place decide and go on, stage by stage of the day, until it is over for all of them.</summary>
    private void DecideOnTheWay(int moment, Scratch scratch)
    {
        // Where stages are not known, each round is of those who have reached a place by one more link.
        for (var round = 1; scratch.NextRound(); round++)
        {
            while (scratch.NextStage(stages.AreKnown, out var stage))
            {
                var place = stages.Place(stage);
                ref var deciding = ref scratch.Deciding;
                if (sharesMemory) LumpAtPlace(ref deciding, place, moment << 16 | round, scratch);
                // Whoever comes here again today is of the next round, so the list does not change meanwhile.
                foreach (ref readonly var group in deciding.Items)
                {
                    if (round == LastRound) Rest(place, group, group.People);
                    else Decide(place, group, moment << 16 | round, scratch);
                }
            }
        }
    }

    /// <summary>People go along a link for what is left of their day; on a link with a walk probability, some of them on foot.</summary>
    private void Advance(int link, ref Group group, int part, ulong state, Scratch scratch)
    {
        GroupSteps++;
        if (network.LinkWalkProbability[link] > 0)
        {
            var random = new Philox(seed, number, day, link, Purpose.Walk, part, state);
            var walking = Draw(group.People, network.LinkWalkProbability[link], random.NextUniform());
            if (walking > 0)
            {
                var walkers = group with { People = walking };
                Advance(link, ref walkers, SpeedOn(link, group, onFoot: true), part, scratch);
                group.People -= walking;
                if (group.People == 0) return;
            }
        }
        Advance(link, ref group, SpeedOn(link, group, onFoot: false), part, scratch);
    }

    /// <summary>Km a day on a link.</summary>
    private double SpeedOn(int link, in Group group, bool onFoot) => situation.SpeedOn(link, onFoot || group.Is(Condition.FirstRoute), rules);

    private void Advance(int link, ref Group group, double speed, int part, Scratch scratch)
    {
        if (!Cover(ref group, network.LinkKm[link], speed, out var goesOn))
        {
            Put(ref onLink[link], group);
            return;
        }
        var back = group.Is(Condition.TurningBack);
        // Who turned back is where the link began.
        var place = back ? network.LinkFrom[link] : network.LinkTo[link];
        InTransit[link] -= group.People;
        EndLink(ref group);
        goesOn = goesOn && MayGoOn(place, group, back);
        // Whoever ends his day at a place that takes everybody concerns nobody else.
        if (part == 0 && waitForAll && (goesOn || model.IsLimited[place])) scratch.Arrivals.Add(new Arrival(place, group, goesOn));
        else Arrive(place, ref group, goesOn, scratch);
    }

    /// <summary>People have covered a link.</summary>
    private static void EndLink(ref Group group)
    {
        group.Km = 0;
        group.Condition &= ~(Condition.TurningBack | Condition.FirstRoute);
    }

    /// <summary>Whether people who arrive with some of the day left go on or decide again. In Flee, being put back at the start of a link ends the day (model.md, 2.8).</summary>
    private bool MayGoOn(int place, in Group group, bool back) =>
        (!back || rules.OnClosure == ClosureRule.TurnBackAtOnce)
        && (group.Plan != 0 || rules.DecideOnTheWay || rules.AvoidShortStints && situation.IsTown(place) || situation.Kind[place] is PlaceKind.Hub or PlaceKind.Marker);

    /// <summary>Moves a group along its link. True when it arrives; then <paramref name="goesOn"/> tells whether some of the day is left.</summary>
    private bool Cover(ref Group group, double length, double speed, out bool goesOn)
    {
        if (rules.TravelBudget == TravelBudget.AnewOnEachRoute)
        {
            // Flee: a full day's km on each link, and a link of exactly that length takes two days (model.md, 2.8).
            var km = group.Km + speed;
            if (km > length)
            {
                var now = group.Spent + speed + (length - km);
                group.Spent = now;
                goesOn = now < speed;
                return true;
            }
            (group.Km, group.Spent, goesOn) = (km, rules.AvoidShortStints ? group.Spent + speed : 0, false);
            return false;
        }
        var spent = group.Spent + Math.Max(1, Math.Ceiling((length - group.Km) / speed * PartsOfDay - 1e-6)) / PartsOfDay;
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

    private void Arrive(int place, ref Group group, bool goesOn, Scratch scratch)
    {
        var stage = goesOn ? stages.Of(place, ref group.Spent) : 0;
        if (!goesOn && !rules.AvoidShortStints) group.Spent = 0;
        if (scratch.Binding.Count > 0 && Waits(place, group, goesOn, scratch))
        {
            scratch.Waits(place, group, goesOn);
            return;
        }
        Stock[place] += group.People;
        Inflow[place] += group.People;
        if (goesOn) scratch.Decides(stage, group, sharesMemory);
        else Put(ref atPlace[place], group);
    }
}
