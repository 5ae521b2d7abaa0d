using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What people remember of the days before, while short stints are avoided, and how groups share a memory (docs/model.md, "What people remember").</summary>
internal sealed partial class Run
{
    /// <summary>A place that nobody leaves counts as one that few leave.</summary>
    private const double LeastChance = 1e-6;

    /// <summary>The unit of <see cref="Group.Recent"/>.</summary>
    private readonly double grain;

    /// <summary>Whether lists of groups are only added to and then merged by <see cref="Lumps"/>: nearly everybody remembers something else, so looking for the same state at each arrival would be in vain.</summary>
    private readonly bool sharesMemory;

    /// <summary>What a full day spends: 1, or in Flee the km.</summary>
    public double FullDay => fullDay;

    private double SpentPerKm => rules.TravelBudget == TravelBudget.OncePerDay ? 1 / rules.MaxMoveSpeed : 1;

    /// <summary>People are at a place or on a link tonight; what else is true of them is as of others.</summary>
    private void Put(ref GroupList groups, long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        if (sharesMemory) groups.Append(people, km, spent, plan, condition, others);
        else groups.Add(people, km, spent, plan, condition, others);
    }

    /// <summary>Closes the day's account of each group: what was spent of the day is gone, and the memory of distances fades (model.md, 2.10).</summary>
    private void RestOvernight(Scratch scratch)
    {
        if (!rules.AvoidShortStints) return;
        if (persons is not null)
        {
            FadePersons();
            return;
        }
        for (var place = 0; place < atPlace.Length; place++)
        {
            Fade(ref atPlace[place]);
            if (sharesMemory && atPlace[place].Count > 1) LumpAtPlace(ref atPlace[place], place, part: 0, scratch);
        }
        // Those on a link are merged when it is known who else enters it.
        for (var link = 0; link < onLink.Length; link++) Fade(ref onLink[link]);
    }

    private void Fade(ref GroupList groups)
    {
        if (groups.Count == 0) return;
        foreach (ref var group in groups.Items)
        {
            group.Recent = Math.Floor((group.Recent + group.Spent) / (2 * grain) + 1e-6) * grain;
            group.Spent = 0;
        }
        if (groups.Count > 1 && !sharesMemory) groups.Compact();
    }

    /// <summary>
    /// The unit in which days are remembered while short stints are avoided. If every speed and length of a route is a multiple of it, so is all that the memory is compared with; halving a memory
    /// that was rounded down and rounding down half a memory give the same; so rounding down changes nothing, and histories merge (model.md, 9.3). Else a millionth of a day.
    /// </summary>
    private double Grain()
    {
        if (rules.TravelBudget == TravelBudget.OncePerDay) return 1 / PartsOfDay;
        double[] lengths = [rules.MaxMoveSpeed, rules.MaxWalkSpeed, .. network.LinkKm, .. network.LinkSpeed.Where(speed => speed > 0),
            .. model.Timeline.Where(e => e.Change == Change.Speed).Select(e => e.Value ?? 0)];
        foreach (var parts in (double[])[1, 2, 10, 100, 1000])
            if (Array.TrueForAll(lengths, km => Math.Abs(km * parts - Math.Round(km * parts)) < 1e-7)) return 1 / parts;
        return rules.MaxMoveSpeed / 1e6;
    }

    /// <summary>
    /// People at a place share memories. Memory is asked for when somebody has left and comes to a town; so where few leave, more may share one. On the way, those in a town are asked at once.
    /// </summary>
    private void LumpAtPlace(ref GroupList groups, int place, int part, Scratch scratch)
    {
        var chance = part > 0 && situation.IsTown(place) ? 1 : Math.Clamp(LeavingChance(place, default, onTheWay: false), LeastChance, 1);
        Lump(ref groups, place, part, chance, ahead: 0, scratch);
    }

    private void LumpOnLink(ref GroupList groups, int link, Scratch scratch) => Lump(ref groups, ~link, part: 0, chance: 1, network.LinkKm[link] * SpentPerKm, scratch);

    private void Lump(ref GroupList groups, int where, int part, double chance, double ahead, Scratch scratch)
    {
        var people = 0L;
        foreach (ref readonly var group in groups.Items) people += group.People;
        var size = rules.MemorySharing * Math.Sqrt(people / chance);
        scratch.Lumps.Merge(ref groups, size, (fullDay, SpentPerKm, ahead), new Philox(seed, number, day, where, Purpose.Memory, part));
    }
}
