using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What one person does on a day on which it is awake.</summary>
/// <remarks>
/// Three things make it cheap: only who is awake is looked at; the first random numbers of all of them are made together; and the prepared <see cref="Choices"/> serve everybody at a place until the room
/// changes somewhere.
/// </remarks>
internal sealed partial class Run
{
    private Philox chanceOfDay;

    private void DecideOneByOne(Scratch scratch)
    {
        SetRoom();
        RedrawWhereChancesChanged();
        var count = persons!.Awake(day, ref scratch.Awake);
        var awake = scratch.Awake.AsSpan(0, count);
        if (scratch.Words.Length < 4 * count) scratch.Words = new ulong[6 * count];
        chanceOfDay = new Philox(seed, number, day, 0, Purpose.Decision);
        chanceOfDay.FirstBlocks(awake, scratch.Words);
        if (scratch.Travellers.Length < count) scratch.Travellers = new Traveller[3 * count / 2];
        scratch.TravellerCount = 0;
        for (var i = 0; i < awake.Length; i++)
        {
            // In its place from the start: whoever stays leaves it to the next.
            ref var traveller = ref scratch.Travellers[scratch.TravellerCount];
            var person = traveller.Person = awake[i];
            var place = persons.Where[person];
            persons.Read(person, ref traveller.Me);
            traveller.Chance = new PersonChance(scratch.Words, i);
            traveller.Link = place < 0 ? ~place : NextLink(person, place, ref traveller.Me, isMorning: true, ref traveller.Chance, scratch);
            if (traveller.Link >= 0) scratch.TravellerCount++;
            else RestPerson(person, place, traveller.Me, ref traveller.Chance);
        }
    }

    private void TravelOneByOne(Scratch scratch)
    {
        foreach (ref var traveller in scratch.Travellers.AsSpan(0, scratch.TravellerCount)) GoOn(traveller.Person, traveller.Link, ref traveller.Me, ref traveller.Chance, scratch);
    }

    /// <summary>A person on a link goes on, over as many links as the day allows.</summary>
    private void GoOn(int person, int link, ref Group me, ref PersonChance chance, Scratch scratch)
    {
        for (var round = 1; ; round++)
        {
            GroupSteps++;
            var onFoot = network.LinkWalkProbability[link] > 0 && chance.NextUniform(chanceOfDay, person) < network.LinkWalkProbability[link];
            var (length, before) = (network.LinkKm[link], me.Km);
            var arrives = Cover(ref me, length, SpeedOn(link, me, onFoot), out var goesOn);
            persons!.Tracks?.Covers(person, (arrives ? length : me.Km) - before);
            if (!arrives)
            {
                PutOnLink(person, link, me);
                return;
            }
            var back = me.Is(Condition.TurningBack);
            var place = EndOf(link, ref me);
            persons.Tracks?.Completes(person, link, length, back, goesOn);
            goesOn = goesOn && MayGoOn(place, me, back);
            if (round == LastRound) (goesOn, me.Plan) = (false, 0);
            Stock[place]++;
            Inflow[place]++;
            if (model.IsLimited[place]) SetRoom(place);
            // Who arrives in the evening keeps the plan; who has some of the day left and stays has dropped it.
            var next = goesOn ? NextLink(person, place, ref me, isMorning: false, ref chance, scratch) : -1;
            if (next < 0)
            {
                RestPerson(person, place, me, ref chance);
                return;
            }
            link = next;
        }
    }

    /// <summary>The link on which a person who is at a place goes on now, which is then entered; -1: the person stays, without a plan.</summary>
    private int NextLink(int person, int place, ref Group me, bool isMorning, ref PersonChance chance, Scratch scratch)
    {
        var link = Decided(person, place, ref me, isMorning, ref chance, scratch);
        if (link < 0)
        {
            me.Plan = 0;
            return -1;
        }
        Leave(place, link, 1);
        persons!.Tracks?.Enters(person, link);
        if (model.IsLimited[place]) SetRoom(place);
        me.Plan = plans.Rest(me.Plan);
        me.Km = 0;
        return link;
    }

    /// <summary>The link that a person takes from a place; the person's plan then still begins with its end. -1: it stays.</summary>
    private int Decided(int person, int place, ref Group me, bool isMorning, ref PersonChance chance, Scratch scratch)
    {
        GroupSteps++;
        if (me.Is(Condition.Held)) return -1;
        if (me.Plan == 0)
        {
            if (StaysForHarvest(place, ref me)) return -1;
            // A person who is awake in the morning leaves: that is when it was drawn to.
            if ((!isMorning || DecidesEveryDay) && !(chance.NextUniform(chanceOfDay, person) < ChanceNow(place, me, isMorning))) return -1;
            var ways = model.Ways.Of[place];
            if (ways.Length == 0) return -1;
            var choices = ChoicesAt(place, me.Profile, scratch);
            var way = choices.Pick(0, chance.NextUniform(chanceOfDay, person));
            if (way == ways.Length || IsRefused(choices, ways[way])) return -1;
            me.Plan = ways[way].Plan;
            return ways[way].Link;
        }
        var link = model.Ways.LinkTowards(place, plans.Next(me.Plan));
        if (link < 0 || IsRefused(plans.Last(me.Plan))) return -1;
        return situation.Pass[link] < 1 && !(chance.NextUniform(chanceOfDay, person) < situation.Pass[link]) ? -1 : link;
    }

    private double ChanceNow(int place, in Group me, bool isMorning) =>
        ChancesDiffer || rules.AvoidShortStints && !isMorning ? LeavingChance(place, me, onTheWay: !isMorning) : chanceAtRest[place];

    /// <summary>The person stays at a place until it leaves: with a plan, tomorrow.</summary>
    private void RestPerson(int person, int place, in Group me, ref PersonChance chance)
    {
        persons!.Set(person, place, me);
        persons.Wake[person] = DayOfLeaving(place, me, day + 1, me.Plan != 0 ? 1 : ChanceNow(place, me, isMorning: true), chance.NextUniform(chanceOfDay, person));
    }

    /// <summary>The person is on a link at the end of the day.</summary>
    private void PutOnLink(int person, int link, in Group me)
    {
        persons!.Set(person, ~link, me);
        persons.Wake[person] = 0;
    }
}
