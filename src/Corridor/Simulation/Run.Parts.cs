using System.Numerics;
using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Into how many parts the arrivals of a day are cut, so that people see the places fill as if they came one by one.</summary>
internal sealed partial class Run
{
    private const int MostParts = 1024;

    /// <summary>
    /// Sets the number of parts of every arrival, a power of two, and returns the largest. It hangs only on the limited places that these people can still reach
    /// today: what happens elsewhere leaves their random numbers alone.
    /// </summary>
    private int CutArrivals(Scratch scratch)
    {
        scratch.Parts.Clear();
        var anybodyDecides = false;
        foreach (var arrival in scratch.Arrivals)
        {
            scratch.Parts.Add(1);
            anybodyDecides |= arrival.GoesOn;
        }
        // Nobody decides after an arrival, so nobody looks at the room.
        if (limited.Length == 0 || !anybodyDecides || rules.CapacitySlices == 1) return 1;
        SetRoom();
        CountComing(scratch);
        var most = 1;
        foreach (var place in limited) most = Math.Max(most, scratch.PartsAt[place] = PartsAt(place, scratch));
        for (var i = 0; most > 1 && i < scratch.Arrivals.Count; i++)
        {
            var arrival = scratch.Arrivals[i];
            if (!arrival.GoesOn) scratch.Parts[i] = Math.Max(1, scratch.PartsAt[arrival.Place]);
            else if (MeetsRoom(arrival.Place, arrival.Group.Plan))
                foreach (var place in LimitedAhead(arrival.Place, arrival.Group.Plan, scratch)) scratch.Parts[i] = Math.Max(scratch.Parts[i], scratch.PartsAt[place]);
        }
        foreach (var place in limited) (scratch.Coming[place], scratch.Drawn[place], scratch.PartsAt[place]) = (0, 0, 0);
        return most;
    }

    /// <summary>
    /// Whether the rest of the day of people who follow a plan may hang on the room somewhere, or on chance: a limited place is on the plan, something is drawn on a
    /// link, or they decide anew at its end. If not, it is all the same at which moment of the day they go on.
    /// </summary>
    private bool MeetsRoom(int place, int plan)
    {
        if (plan == 0 || rules.DecideOnTheWay || rules.AvoidShortStints) return true;
        for (; plan != 0; plan = plans.Rest(plan))
        {
            var next = plans.Next(plan);
            if (model.IsLimited[next]) return true;
            var link = LinkTowards(place, next);
            if (link < 0) return model.IsLimited[place];
            if (situation.Pass[link] < 1 || network.LinkWalkProbability[link] > 0) return true;
            place = next;
        }
        return situation.Kind[place] is PlaceKind.Hub or PlaceKind.Marker;
    }

    /// <summary>The limited places that people may still come to today: those on their plan or, if they may decide anew, all that are near.</summary>
    private ReadOnlySpan<int> LimitedAhead(int place, int plan, Scratch scratch)
    {
        if (plan == 0 || rules.DecideOnTheWay || rules.AvoidShortStints || situation.Kind[plans.Last(plan)] is PlaceKind.Hub or PlaceKind.Marker)
            return model.LimitedNear[place];
        var ahead = scratch.Ahead;
        ahead.Clear();
        if (model.IsLimited[place]) ahead.Add(place);
        for (; plan != 0; plan = plans.Rest(plan))
            if (model.IsLimited[plans.Next(plan)]) ahead.Add(plans.Next(plan));
        return CollectionsMarshal.AsSpan(ahead);
    }

    /// <summary>How many people may come to each limited place today, and how many of them it draws at first sight.</summary>
    private void CountComing(Scratch scratch)
    {
        foreach (var (place, group, goesOn) in scratch.Arrivals)
        {
            if (!goesOn)
            {
                if (model.IsLimited[place]) scratch.Coming[place] += group.People;
                continue;
            }
            var ahead = LimitedAhead(place, group.Plan, scratch);
            if (ahead.Length == 0) continue;
            foreach (var goal in ahead) scratch.Coming[goal] += group.People;
            var leaving = group.People * Math.Min(1, LeavingChance(place, group, onTheWay: true));
            if (group.Plan != 0)
            {
                if (model.IsLimited[plans.Last(group.Plan)]) scratch.Drawn[plans.Last(group.Plan)] += leaving;
                continue;
            }
            var ways = model.Ways.Of[place];
            var total = WeightsWithRoom(place, group.Profile, ways, scratch.Weights(ways.Length));
            for (var i = 0; total > 0 && i < ways.Length; i++)
                if (model.IsLimited[ways[i].Destination]) scratch.Drawn[ways[i].Destination] += leaving * scratch.Weights(ways.Length)[i] / total;
        }
        // Whoever is drawn to a place that is not near does not come today; the account must not outlive the day.
        foreach (var place in limited) scratch.Drawn[place] = Math.Min(scratch.Drawn[place], scratch.Coming[place]);
    }

    /// <summary>
    /// 1 while the place stays below its buffer whoever comes, or takes nobody; else as the rules say, and more where a part would be over a quarter of the
    /// last stretch between buffer and capacity.
    /// </summary>
    private int PartsAt(int place, Scratch scratch)
    {
        var capacity = situation.Capacity[place] * rules.CapacityScaling;
        if (room[place] == 0 || situation.IsCamp(place) && room[place] < rules.RefusalRoom) return 1;
        if (Stock[place] + scratch.Coming[place] <= rules.CapacityBuffer * capacity) return 1;
        var parts = (int)BitOperations.RoundUpToPowerOf2((uint)rules.CapacitySlices);
        while (parts < MostParts && scratch.Drawn[place] > parts * (1 - rules.CapacityBuffer) * capacity / 4) parts *= 2;
        return parts;
    }

    /// <summary>The people who arrive in one slice of the day. Those who are not cut all arrive in the first.</summary>
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
                    Arrive(arrival.Place, arrival.Group, arrival.GoesOn, scratch);
                    continue;
                }
                var cut = new Cut(i, parts / scratch.Parts[i], scratch.Parts[i], First(arrival.Place, arrival.Group, scratch.Parts[i]));
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
        // Every k-th person, from a random first one.
        var people = (arrival.Group.People * (part + 1) + cut.First) / cut.Parts - (arrival.Group.People * part + cut.First) / cut.Parts;
        if (people > 0) Arrive(arrival.Place, arrival.Group with { People = people }, arrival.GoesOn, scratch);
    }

    private long First(int place, in Group group, int parts) =>
        (long)(new Philox(seed, number, day, place, Purpose.Slice, 0, group.StateHash(plans)).NextUniform() * parts);
}
