using System.Numerics;
using System.Runtime.InteropServices;

namespace Corridor.Simulation;

/// <summary>The decisions of the morning, in turns where it matters who goes first.</summary>
internal partial class GroupRun
{
    /// <summary>Who came to be when; null where no order matters.</summary>
    private readonly Cohorts? cohorts;

    /// <summary>The people on each link last night; null where no order matters.</summary>
    private readonly long[]? overnight;

    /// <summary>Into so many turns people are dealt in the morning, at most.</summary>
    private const int MostTurns = 16;

    /// <summary>
    /// Everybody at a place decides. Whoever leaves a place that is nearly full makes room for those who decide later:
    /// there, those who leave are dealt into turns in the order in which they came to be (docs/model.md, "Capacity").
    /// </summary>
    protected override void DecideAtPlaces(Scratch scratch)
    {
        FindOpening(scratch);
        for (var place = 0; place < atPlace.Length; place++) DecideAt(place, scratch);
        LeaveInTurns(scratch);
    }

    /// <summary>Finds the limited places whose room, when people leave, changes by so much that it matters who goes first.</summary>
    private void FindOpening(Scratch scratch)
    {
        if (!inOrder) return;
        foreach (var place in limited)
        {
            if (atPlace[place].Count == 0 || There(place) <= rules.CapacityBuffer * rules.CapacityScaling * situation.Limit[place]) continue;
            var turns = TurnsAt(place);
            if (turns == 1) continue;
            scratch.PartsAt[place] = turns;
            scratch.Binding.Add(place);
            scratch.Binds[place] = true;
            foreach (var from in model.SeenFrom[place]) scratch.SeesBinding[from] = true;
        }
    }

    /// <summary>
    /// As many turns as the room may well change by <see cref="Finest"/> this morning, a power of two and not more
    /// than <see cref="MostTurns"/>, nor than moments at which somebody leaves; all of them where a camp begins
    /// to let people in, as it takes many turns to tell who is before and who after a single leaver.
    /// </summary>
    private int TurnsAt(int place)
    {
        var leaving = 0.0;
        foreach (ref readonly var group in atPlace[place].Items)
            if (!group.Is(Condition.Held)) leaving += group.Plan != 0 ? group.People : group.People * Math.Min(1, LeavingChance(place, group, onTheWay: false));
        // Hardly exceeded; and a single leaver of a small camp matters however seldom somebody leaves it.
        leaving += 1 + 2 * Math.Sqrt(leaving);
        var after = RoomWith(place, There(place) - leaving);
        var opens = situation.IsCamp(place) && room[place] < rules.RefusalRoom && after >= rules.RefusalRoom;
        var turns = opens ? MostTurns : Math.Min((after - room[place]) / Finest, leaving + 1);
        return turns <= 1 ? 1 : Math.Min(MostTurns, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(Math.Min(MostTurns, turns))));
    }

    /// <summary>Whether those who leave in the morning change the room that others look at, or look at it.</summary>
    private bool TakesTurns(int place, int plan, Scratch scratch) =>
        scratch.Binding.Count > 0 && (scratch.Binds[place] || (plan != 0 ? scratch.Binds[plans.Last(plan)] : scratch.SeesBinding[place]));

    private void LeaveInTurns(Scratch scratch)
    {
        if (scratch.Binding.Count == 0) return;
        var leavers = CollectionsMarshal.AsSpan(scratch.Leavers);
        var most = 1;
        foreach (var place in scratch.Binding) scratch.Turns.Begin(place);
        foreach (ref readonly var leaver in leavers) scratch.Turns.Add(leaver.Place, leaver.Group.People, cohorts!.At(leaver.Place));
        foreach (ref var leaver in leavers)
        {
            leaver = leaver with
            {
                Turns = PartsOf(leaver.Place, leaver.Group.Plan, decides: true, scratch),
                Start = StartOf(leaver.Place, leaver.Group, Purpose.Turn),
                MakesRoom = scratch.Binds[leaver.Place],
                Leaving = scratch.OpenLeaving(WaysOf(leaver)),
                DrawsOthersLater = leaver.Group.Plan == 0
                    && DrawsOthersLater(leaver.Place, leaver.Group.Profile, model.IsLimited[leaver.Place], scratch),
            };
            most = Math.Max(most, leaver.Turns);
        }
        foreach (var place in scratch.Binding) scratch.PartsAt[place] = 0;
        ForgetBinding(scratch);
        scratch.Turns.Deal(most);
        // Until somebody makes room, it is the same on every turn.
        for (int first = 0, last; first < most && leavers.Length > 0; first = last + 1)
        {
            for (last = first; last < most - 1 && !AnyMakesRoom(leavers, last, most, scratch); last++) { }
            if (first > 0) SetRoom();
            foreach (ref readonly var leaver in leavers)
            {
                var every = most / leaver.Turns;
                TakeTurns(leaver, (first + every - 1) / every, last / every, scratch);
            }
        }
        // Those who decide on the way see the room that the last turn has left.
        SetRoom();
        foreach (ref readonly var leaver in leavers) PutOnLinks(leaver, scratch);
        scratch.Leavers.Clear();
        scratch.CloseLeaving();
        scratch.Turns.Clear();
    }

    /// <summary>Number of ways that they may take, and one more for those of whom it is drawn later.</summary>
    private int WaysOf(in Leaver leaver) => leaver.Group.Plan != 0 ? 2 : model.Ways.Of[leaver.Place].Length + 1;

    /// <summary>Whether somebody leaves on a turn whose room others look at.</summary>
    private static bool AnyMakesRoom(ReadOnlySpan<Leaver> leavers, int turn, int most, Scratch scratch)
    {
        foreach (ref readonly var leaver in leavers)
        {
            if (!leaver.MakesRoom) continue;
            var every = most / leaver.Turns;
            if (turn % every == 0 && On(leaver, turn / every, turn / every, scratch) > 0) return true;
        }
        return false;
    }

    private static long On(in Leaver leaver, int first, int last, Scratch scratch) =>
        scratch.Turns.Between(leaver.Place, leaver.Group.People, leaver.Start, leaver.Turns, first, last);

    /// <summary>Those whose turn it is leave.</summary>
    private void TakeTurns(in Leaver leaver, int turn, int last, Scratch scratch)
    {
        var (place, group, turns) = (leaver.Place, leaver.Group, leaver.Turns);
        var people = last < turn ? 0 : On(leaver, turn, last, scratch);
        if (people == 0) return;
        // Below 0, as those above it are the parts of decisions on the way; the same moment has the same random numbers, however many turns there are.
        var part = -1 - turn * (MostTurns / turns);
        var leaving = scratch.Leaving(leaver.Leaving, WaysOf(leaver));
        if (group.Plan != 0)
        {
            var link = LinkTo(place, group.Plan);
            LeaveBy(place, link, GetThrough(group, people, link, part), ref leaving[0]);
            return;
        }
        var random = new Philox(seed, number, day, place, Purpose.Decision, part, group.StateHash(plans));
        var chosen = scratch.People(leaving.Length - 1);
        var choices = ChoicesAt(place, group.Profile, scratch);
        if (leaver.DrawsOthersLater)
        {
            // They make room where they were.
            var elsewhere = ShareWatched(people, place, group.Profile, choices, ref random, chosen);
            Stock[place] -= elsewhere;
            leaving[^1] += elsewhere;
        }
        else Share(people, choices, ref random, chosen);
        var ways = model.Ways.Of[place];
        for (var i = 0; i < ways.Length; i++)
            if (chosen[i] > 0 && !IsRefused(choices, ways[i])) LeaveBy(place, ways[i].Link, chosen[i], ref leaving[i]);
    }

    /// <summary>They make room at once, and are put on their link when all turns are over.</summary>
    private void LeaveBy(int place, int link, long people, ref long leaving)
    {
        if (people == 0) return;
        Leave(place, link, people);
        leaving += people;
    }

    /// <summary>Who enters a link is of the cohorts of the place that was left; who comes to its end, of those on the link.</summary>
    private void MixCohorts()
    {
        if (cohorts is null) return;
        for (var place = 0; place < Stock.Length; place++) cohorts.Begin(place, Stock[place] + Outflow[place] - Inflow[place]);
        for (var link = 0; link < Entered.Length; link++)
        {
            if (Entered[link] == 0) continue;
            cohorts.Begin(~link, overnight![link]);
            cohorts.Move(network.LinkFrom[link], ~link, Entered[link]);
        }
        for (var link = 0; link < Entered.Length; link++)
        {
            cohorts.Move(~link, network.LinkTo[link], overnight![link] + Entered[link] - InTransit[link]);
            overnight[link] = InTransit[link];
        }
    }

    /// <summary>Those who have left are on their links now; the others rest.</summary>
    private void PutOnLinks(in Leaver leaver, Scratch scratch)
    {
        var (place, group) = (leaver.Place, leaver.Group);
        var leaving = scratch.Leaving(leaver.Leaving, WaysOf(leaver));
        if (leaving[^1] > 0)
        {
            Stock[place] += leaving[^1];
            var chosen = ShareElsewhere(leaving[^1], place, group, AfterTurns, scratch);
            var ways = model.Ways.Of[place];
            for (var i = 0; i < ways.Length; i++) LeaveBy(place, ways[i].Link, chosen[i], ref leaving[i]);
        }
        var left = group.People;
        for (var i = 0; i < leaving.Length - 1; i++)
        {
            if (leaving[i] == 0) continue;
            left -= leaving[i];
            var (link, plan) = group.Plan != 0 ? (LinkTo(place, group.Plan), group.Plan) : (model.Ways.Of[place][i].Link, model.Ways.Of[place][i].Plan);
            Put(ref onLink[link], leaving[i], km: 0, group.Spent, plans.Rest(plan), group.Condition, group);
        }
        Rest(place, group, left);
    }
}
