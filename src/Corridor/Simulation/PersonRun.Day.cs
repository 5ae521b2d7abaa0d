using System.Runtime.CompilerServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What one person does on a day on which it is awake.</summary>
/// <remarks>
/// Four things make it cheap: only who is awake is looked at; many of those are read at once; what is asked
/// at every step lies together (<see cref="Stop"/>, <see cref="Leg"/>, <see cref="Person"/>); and the prepared
/// <see cref="Choices"/> serve everybody at a place until the room that is seen from there changes.
/// </remarks>
internal sealed partial class PersonRun
{
    /// <summary>So many people are read at once, before they act one after the other: the memory of one is fetched while that of the others is.</summary>
    public const int Together = 128;

    private Philox chanceOfDay;

    protected override void DecideAtPlaces(Scratch scratch)
    {
        SetStops(scratch);
        var count = persons.Awake(day, ref scratch.Awake);
        if (scratch.Travellers.Length < count) scratch.Travellers = new Traveller[3 * count / 2];
        scratch.TravellerCount = 0;
        chanceOfDay = new Philox(seed, number, day, 0, Purpose.Decision);
        for (var first = 0; first < count; first += Together)
        {
            var some = scratch.Travellers.AsSpan(scratch.TravellerCount, Math.Min(Together, count - first));
            persons.Read(scratch.Awake.AsSpan(first, some.Length), some);
            PersonChance.Begin(chanceOfDay, some);
            var leaving = 0;
            for (var i = 0; i < some.Length; i++)
            {
                ref var traveller = ref some[i];
                var place = traveller.Where;
                if (place < 0) InTransit[traveller.Link = ~place]--;
                else traveller.Link = NextLink(ref traveller, place, isMorning: true, scratch);
                if (traveller.Link < 0) RestPerson(ref traveller, place);
                else if (leaving++ < i) some[leaving - 1] = traveller;
            }
            scratch.TravellerCount += leaving;
        }
    }

    protected override void Travel(Scratch scratch)
    {
        var travellers = scratch.Travellers.AsSpan(0, scratch.TravellerCount);
        while (!travellers.IsEmpty)
        {
            var some = travellers[..Math.Min(Together, travellers.Length)];
            persons.Tracks?.Read(some, scratch.Tracks);
            for (var i = 0; i < some.Length; i++) GoOn(ref some[i], ref scratch.Tracks[i], scratch);
            persons.Tracks?.Write(some, scratch.Tracks);
            travellers = travellers[some.Length..];
        }
        for (var link = 0; link < legs.Length; link++) Outflow[legs[link].From] += Entered[link];
    }

    /// <summary>A person on a link goes on, over as many links as the day allows.</summary>
    private void GoOn(ref Traveller traveller, ref Track track, Scratch scratch)
    {
        ref var me = ref traveller.Me;
        var link = traveller.Link;
        for (var round = 1; ; round++)
        {
            GroupSteps++;
            ref readonly var leg = ref legs[link];
            var onFoot = leg.WalkProbability > 0 && traveller.Chance.NextUniform(chanceOfDay, traveller.Person) < leg.WalkProbability;
            if (!Cover(ref me.Km, ref me.Spent, leg, onFoot || me.Is(Condition.FirstRoute) ? leg.SpeedOnFoot : leg.Speed, out var goesOn))
            {
                PutOnLink(ref traveller, link);
                return;
            }
            var back = me.Is(Condition.TurningBack);
            var place = back ? leg.From : leg.To;
            if (back) me.Plan = model.Ways.PlanFrom(place, me.Plan);
            EndLink(ref me);
            persons.Tracks?.Completes(ref track, link, leg.Km, back, goesOn);
            goesOn = goesOn && MayGoOn(place, me.Plan, back);
            if (round == LastRound) (goesOn, me.Plan) = (false, 0);
            Stock[place]++;
            Inflow[place]++;
            if (isLimited[place]) SetRoom(place);
            // Who arrives in the evening keeps the plan; who has some of the day left and stays has dropped it.
            link = goesOn ? NextLink(ref traveller, place, isMorning: false, scratch) : -1;
            if (link < 0)
            {
                RestPerson(ref traveller, place);
                return;
            }
        }
    }

    /// <summary>People have covered a link.</summary>
    private static void EndLink(ref Group group)
    {
        group.Km = 0;
        group.Condition &= ~(Condition.TurningBack | Condition.FirstRoute);
    }

    /// <summary>The link on which a person who is at a place goes on now, which is then entered; -1: it stays, without a plan but for a harvest.</summary>
    private int NextLink(ref Traveller traveller, int place, bool isMorning, Scratch scratch)
    {
        GroupSteps++;
        if (harvests && !traveller.Me.Is(Condition.Held) && StaysForHarvest(place, ref traveller.Me)) return -1;
        var link = traveller.Me.Plan == 0 ? Chosen(ref traveller, place, isMorning, scratch) : Planned(ref traveller, place);
        if (link < 0)
        {
            traveller.Me.Plan = 0;
            return -1;
        }
        Stock[place]--;
        Entered[link]++;
        persons.Tracks?.Enters(traveller.Person, link);
        if (isLimited[place]) SetRoom(place);
        return link;
    }

    /// <summary>The link on which a person without a plan leaves a place, with the plan of those who are on it; -1: it stays.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // Within the loop it would leave too few registers.
    private int Chosen(ref Traveller traveller, int place, bool isMorning, Scratch scratch)
    {
        ref var me = ref traveller.Me;
        if (me.Is(Condition.Held)) return -1;
        ref readonly var stop = ref StopAt(place, me.Profile);
        var uniform = traveller.Chance.NextUniform(chanceOfDay, traveller.Person);
        // A person who is awake in the morning leaves: that is when it was drawn to.
        if ((!isMorning || harvests)
            && !PersonChance.Happens(isMorning || !rules.AvoidShortStints ? stop.Chance : LeavingChance(place, me, onTheWay: true), ref uniform))
        {
            traveller.Chance.GiveBack(uniform);
            return -1;
        }
        var choices = stop.Choices;
        if (choices.MadeFor != roomSeen[place]) Prepare(choices, place, me.Profile, scratch);
        var ways = waysOf[place];
        var chosen = choices.Pick(0, uniform);
        if ((uint)chosen >= (uint)ways.Length) return -1;
        ref readonly var way = ref ways[chosen];
        if (choices.MayBeRefused && IsRefused(way.Destination)) return -1;
        me.Plan = way.Rest;
        return way.Link;
    }

    /// <summary>The link on which a person goes on by its plan; -1: it stays.</summary>
    private int Planned(ref Traveller traveller, int place)
    {
        ref var me = ref traveller.Me;
        if (me.Is(Condition.Held)) return -1;
        var link = LinkTo(place, me.Plan);
        if (link < 0 || IsRefused(plans.Last(me.Plan))) return -1;
        if (situation.Pass[link] < 1 && !(traveller.Chance.NextUniform(chanceOfDay, traveller.Person) < situation.Pass[link])) return -1;
        me.Plan = plans.Rest(me.Plan);
        return link;
    }

    /// <summary>The person stays at a place until it leaves: with a plan, tomorrow.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // As above.
    private void RestPerson(ref Traveller traveller, int place)
    {
        persons.Set(traveller.Person, place, traveller.Me);
        persons.Wake[traveller.Person] = DayOfLeaving(
            StopAt(place, traveller.Me.Profile), traveller.Me, day + 1, traveller.Chance.NextUniform(chanceOfDay, traveller.Person));
    }

    /// <summary>The person is on a link at the end of the day.</summary>
    private void PutOnLink(ref Traveller traveller, int link)
    {
        InTransit[link]++;
        persons.Set(traveller.Person, ~link, traveller.Me);
        persons.Wake[traveller.Person] = 0;
    }
}
