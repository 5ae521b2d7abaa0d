using System.Numerics;
using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Into how many parts the arrivals of a day are cut, so that people see the places fill as if they came one by one.</summary>
internal partial class GroupRun
{
    private const int MostParts = 1024;

    /// <summary>
    /// People act together as long as the room changes by no more than this meanwhile:
    /// what they choose changes by less than half of it, on average.
    /// </summary>
    private const double Finest = 1.0 / 64;

    /// <summary>
    /// Finds the limited places that may turn somebody away today while people come. It hangs only on the
    /// people who can still reach them: what happens elsewhere leaves their random numbers alone.
    /// </summary>
    private void FindBinding(Scratch scratch)
    {
        if (!waitForAll) return;
        var (underWay, anybodyDecides) = (0L, false);
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
        {
            underWay += arrival.Group.People;
            anybodyDecides |= arrival.GoesOn;
        }
        // Nobody decides after an arrival, so nobody looks at the room.
        if (!anybodyDecides) return;
        var any = false;
        foreach (var place in limited) any |= MayTurnAway(place, underWay);
        if (!any) return;
        CountComing(scratch);
        foreach (var place in limited)
        {
            if (MayTurnAway(place, scratch.Coming[place])) scratch.Binding.Add(place);
            scratch.Coming[place] = 0;
        }
        foreach (var place in scratch.Binding)
        {
            scratch.Binds[place] = true;
            foreach (var from in model.SeenFrom[place]) scratch.SeesBinding[from] = true;
        }
    }

    /// <summary>Whether so many people, if all of them came to the same place, could meet one that turns somebody away today.</summary>
    private bool MayMeetLimit(long underWay)
    {
        if (!inOrder) return false;
        foreach (var place in limited)
            if (MayTurnAway(place, underWay)) return true;
        return false;
    }

    private void ForgetBinding(Scratch scratch)
    {
        foreach (var place in scratch.Binding)
        {
            scratch.Binds[place] = false;
            foreach (var from in model.SeenFrom[place]) scratch.SeesBinding[from] = false;
        }
        scratch.Binding.Clear();
    }

    /// <summary>
    /// Whether the room at the place can change today for those who look: not while it
    /// stays below its buffer whoever comes, nor when it takes nobody any more.
    /// </summary>
    private bool MayTurnAway(int place, long coming) =>
        !(room[place] == 0 || situation.IsCamp(place) && room[place] < rules.RefusalRoom)
            && There(place) + coming > rules.CapacityBuffer * rules.CapacityScaling * situation.Limit[place];

    /// <summary>
    /// Whether the moment matters at which people come: they stay where the room is
    /// short, they decide where one looks at that, or their plan ends there.
    /// </summary>
    private bool Waits(int place, int plan, bool goesOn, Scratch scratch) =>
        scratch.Binds[place] || goesOn && (plan != 0 ? scratch.Binds[plans.Last(plan)] : scratch.SeesBinding[place]);

    /// <summary>Sets the number of parts of everybody who waits, a power of two, and returns the largest.</summary>
    private int CutArrivals(Scratch scratch)
    {
        scratch.Parts.Clear();
        CountDrawn(scratch);
        var most = 1;
        foreach (var place in scratch.Binding)
        {
            scratch.Turns.Begin(place);
            most = Math.Max(most, scratch.PartsAt[place] = PartsAt(place, scratch));
        }
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
            scratch.Parts.Add(PartsOf(arrival.Place, arrival.Group.Plan, arrival.GoesOn, scratch));
        foreach (var place in scratch.Binding) (scratch.Drawn[place], scratch.PartsAt[place]) = (0, 0);
        scratch.Turns.Deal(most);
        return most;
    }

    /// <summary>
    /// The parts or turns of people of a place: as many as the place has, or one at whose room they look.
    /// They are put in order together with those who look at it too.
    /// </summary>
    private int PartsOf(int place, int plan, bool decides, Scratch scratch)
    {
        var parts = Math.Max(1, scratch.PartsAt[place]);
        if (decides && plan != 0) LookAt(plans.Last(plan));
        else if (decides)
            foreach (var limited in model.LimitedSeen[place]) LookAt(limited);
        return parts;

        void LookAt(int limited)
        {
            if (scratch.PartsAt[limited] == 0) return;
            parts = Math.Max(parts, scratch.PartsAt[limited]);
            scratch.Turns.Join(place, limited);
        }
    }

    /// <summary>The limited places that people may still come to today: those on their plan or, if they may decide anew, all that are near.</summary>
    private ReadOnlySpan<int> LimitedAhead(int place, int plan, Scratch scratch)
    {
        if (plan == 0 || rules.DecideOnTheWay || rules.AvoidShortStints || situation.Kind[plans.Last(plan)].IsPassed())
            return limitedNear[place];
        var ahead = scratch.Ahead;
        ahead.Clear();
        if (model.IsLimited[place]) ahead.Add(place);
        for (; plan != 0; plan = plans.Rest(plan))
            if (model.IsLimited[plans.Next(plan)]) ahead.Add(plans.Next(plan));
        return CollectionsMarshal.AsSpan(ahead);
    }

    /// <summary>How many people may come to each limited place today.</summary>
    private void CountComing(Scratch scratch)
    {
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
        {
            if (arrival.GoesOn)
                foreach (var goal in LimitedAhead(arrival.Place, arrival.Group.Plan, scratch)) scratch.Coming[goal] += arrival.Group.People;
            else if (model.IsLimited[arrival.Place]) scratch.Coming[arrival.Place] += arrival.Group.People;
        }
    }

    /// <summary>How many of those who wait each binding place draws at first sight.</summary>
    private void CountDrawn(Scratch scratch)
    {
        foreach (ref readonly var arrival in CollectionsMarshal.AsSpan(scratch.Arrivals))
        {
            var (place, plan) = (arrival.Place, arrival.Group.Plan);
            if (!arrival.GoesOn || plan != 0)
            {
                var end = arrival.GoesOn ? plans.Last(plan) : place;
                if (scratch.Binds[end]) scratch.Drawn[end] += arrival.Group.People;
                continue;
            }
            var leaving = arrival.Group.People * Math.Min(1, LeavingChance(place, arrival.Group, onTheWay: true));
            var ways = model.Ways.Of[place];
            if (ways.Length == 0) continue;
            var choices = ChoicesAt(place, arrival.Group.Profile, scratch);
            for (var i = 0; i < ways.Length; i++)
                if (scratch.Binds[ways[i].Destination]) scratch.Drawn[ways[i].Destination] += leaving * choices.Weights[i] / choices.Total;
        }
    }

    /// <summary>
    /// As the rules say; fewer as long as a part changes the room by no more than <see cref="Finest"/> (less,
    /// if the rules ask for more than four times as many parts), or brings a sixteenth of a person; more
    /// where a part would be over a quarter of the last stretch between buffer and capacity.
    /// </summary>
    private int PartsAt(int place, Scratch scratch)
    {
        var stretch = (1 - rules.CapacityBuffer) * rules.CapacityScaling * situation.Limit[place];
        var parts = (int)BitOperations.RoundUpToPowerOf2((uint)rules.CapacitySlices);
        var small = Math.Max(1.0 / 16, Math.Min(Finest, 4.0 / parts) * stretch);
        while (parts > 1 && 2 * scratch.Drawn[place] <= parts * small) parts /= 2;
        while (parts < MostParts && scratch.Drawn[place] > parts * Math.Max(small, stretch / 4)) parts *= 2;
        return parts;
    }

    /// <summary>The people who arrive in one slice of the day, in the order in which they came to be. Those who are not cut all arrive in the first.</summary>
    private void ArriveInSlice(int slice, int parts, Scratch scratch)
    {
        var arrivals = CollectionsMarshal.AsSpan(scratch.Arrivals);
        if (slice == 0)
        {
            scratch.Cut.Clear();
            for (var i = 0; i < arrivals.Length; i++)
            {
                ref readonly var arrival = ref arrivals[i];
                if (scratch.Parts[i] == 1)
                {
                    Arrive(arrival, arrival.Group.People, scratch);
                    continue;
                }
                var cut = new Cut(i, parts / scratch.Parts[i], scratch.Parts[i], StartOf(arrival.Place, arrival.Group, Purpose.Slice));
                scratch.Cut.Add(cut);
                ArrivePart(arrival, cut, 0, scratch);
            }
            return;
        }
        foreach (ref readonly var cut in CollectionsMarshal.AsSpan(scratch.Cut))
            if ((slice & (cut.Every - 1)) == 0) ArrivePart(arrivals[cut.Arrival], cut, slice / cut.Every, scratch);
    }

    private void ArrivePart(in Arrival arrival, in Cut cut, int part, Scratch scratch)
    {
        var people = scratch.Turns.Between(arrival.Place, arrival.Group.People, cut.Start, cut.Parts, part, part);
        if (people > 0) Arrive(arrival, people, scratch);
    }

    private double StartOf(int place, in Group group, Purpose purpose) =>
        new Philox(seed, number, day, place, purpose, 0, group.StateHash(plans)).NextUniform();
}
