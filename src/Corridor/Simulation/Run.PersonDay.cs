using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What one person does on a day on which it is awake.</summary>
/// <remarks>
/// Three things make it cheap: only who is awake is looked at; the first random numbers of all of them are made together; and the running sums of the ways' weights serve everybody at a place until the room
/// changes somewhere.
/// </remarks>
internal sealed partial class Run
{
    // By class and place: the running sums, the number of room changes at which they were made, and whether a full camp refuses those who choose by them.
    private readonly double[]?[] sums = [];
    private readonly long[] sumsSeen = [];
    private readonly bool[] sumsMayBeRefused = [];
    private long roomChanges;
    private Philox chanceOfDay;

    private void DecideOneByOne(Scratch scratch)
    {
        SetRoom();
        // What the room was yesterday says nothing of today's weights.
        roomChanges++;
        RedrawWhereChancesChanged();
        var count = persons!.Awake(day, ref scratch.Awake);
        var awake = scratch.Awake.AsSpan(0, count);
        if (scratch.Words.Length < 4 * count) scratch.Words = new ulong[6 * count];
        chanceOfDay = new Philox(seed, number, day, 0, Purpose.Decision);
        chanceOfDay.FirstBlocks(awake, scratch.Words);
        scratch.Travellers.Clear();
        for (var i = 0; i < awake.Length; i++)
        {
            var person = awake[i];
            var place = persons.Where[person];
            var me = persons.Group(person);
            var chance = new PersonChance(scratch.Words, i);
            var link = place < 0 ? ~place : NextLink(person, place, ref me, isMorning: true, ref chance);
            if (link >= 0) scratch.Travellers.Add(new Traveller { Person = person, Link = link, Me = me, Chance = chance });
            else RestPerson(person, place, me, ref chance);
        }
    }

    private void TravelOneByOne(Scratch scratch)
    {
        foreach (ref var traveller in CollectionsMarshal.AsSpan(scratch.Travellers)) GoOn(traveller.Person, traveller.Link, ref traveller.Me, ref traveller.Chance);
    }

    /// <summary>A person on a link goes on, over as many links as the day allows.</summary>
    private void GoOn(int person, int link, ref Group me, ref PersonChance chance)
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
            var next = goesOn ? NextLink(person, place, ref me, isMorning: false, ref chance) : -1;
            if (next < 0)
            {
                RestPerson(person, place, me, ref chance);
                return;
            }
            link = next;
        }
    }

    /// <summary>The link on which a person who is at a place goes on now, which is then entered; -1: the person stays, without a plan.</summary>
    private int NextLink(int person, int place, ref Group me, bool isMorning, ref PersonChance chance)
    {
        var link = Decided(person, place, ref me, isMorning, ref chance);
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
    private int Decided(int person, int place, ref Group me, bool isMorning, ref PersonChance chance)
    {
        GroupSteps++;
        if (me.Is(Condition.Held)) return -1;
        var mayBeRefused = true;
        if (me.Plan == 0)
        {
            if (StaysForHarvest(place, ref me)) return -1;
            // A person who is awake in the morning leaves: that is when it was drawn to.
            if ((!isMorning || DecidesEveryDay) && !(chance.NextUniform(chanceOfDay, person) < ChanceNow(place, me, isMorning))) return -1;
            me.Plan = PlanOf(place, me.Profile, chance.NextUniform(chanceOfDay, person), out mayBeRefused);
            if (me.Plan == 0) return -1;
        }
        var link = LinkTowards(place, plans.Next(me.Plan));
        if (link < 0 || mayBeRefused && IsRefused(me.Plan)) return -1;
        return situation.Pass[link] < 1 && !(chance.NextUniform(chanceOfDay, person) < situation.Pass[link]) ? -1 : link;
    }

    private double ChanceNow(int place, in Group me, bool isMorning) =>
        ChancesDiffer || rules.AvoidShortStints && !isMorning ? LeavingChance(place, me, onTheWay: !isMorning) : chanceAtRest[place];

    /// <summary>The plan that a person chooses, by one uniform number; 0: there is none.</summary>
    private int PlanOf(int place, int profile, double uniform, out bool mayBeRefused)
    {
        var ways = model.Ways.Of[place];
        var key = profile * network.PlaceCount + place;
        var upTo = sums[key];
        if (sumsSeen[key] != roomChanges || upTo is null) upTo = SumUp(key, place, profile, ways);
        mayBeRefused = sumsMayBeRefused[key];
        if (ways.Length == 0) return 0;
        var (low, high) = (0, ways.Length - 1);
        var target = uniform * upTo[high];
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (target < upTo[middle]) high = middle;
            else low = middle + 1;
        }
        // Where the product was rounded up to the sum of all: the last one that draws at all.
        while (low > 0 && upTo[low] == upTo[low - 1] && target >= upTo[low]) low--;
        return ways[low].Plan;
    }

    /// <summary>The running sums of how strongly the ways draw; they hold until the room somewhere changes.</summary>
    private double[] SumUp(int key, int place, int profile, Way[] ways)
    {
        if (sums[key] is not { } upTo || upTo.Length < ways.Length) sums[key] = upTo = new double[ways.Length];
        var draw = upTo.AsSpan(0, ways.Length);
        Weigh(place, profile, ways, draw, out sumsMayBeRefused[key]);
        for (var i = 1; i < draw.Length; i++) draw[i] += draw[i - 1];
        sumsSeen[key] = roomChanges;
        return upTo;
    }

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
