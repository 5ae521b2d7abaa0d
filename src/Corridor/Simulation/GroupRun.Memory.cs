using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// What people remember of the days before, while short stints are avoided, and how groups share a memory (docs/model.md, "What people remember").
/// </summary>
internal partial class GroupRun
{
    /// <summary>The unit of <see cref="Group.Recent"/>.</summary>
    private readonly double grain;

    /// <summary>
    /// Whether lists of groups are only added to, and those who decide together share memories: nearly everybody
    /// remembers something else, so looking for the same state at each arrival would be in vain.
    /// </summary>
    private readonly bool sharesMemory;

    /// <summary>People are at a place or on a link tonight; what else is true of them is as of others.</summary>
    private void Put(ref GroupList groups, long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        if (sharesMemory) groups.Append(people, km, spent, plan, condition, others);
        else groups.Add(people, km, spent, plan, condition, others);
    }

    protected override void FadeMemories()
    {
        for (var place = 0; place < atPlace.Length; place++) Fade(ref atPlace[place], merge: !sharesMemory);
        for (var link = 0; link < onLink.Length; link++) Fade(ref onLink[link], merge: true);
    }

    /// <param name="groups">The groups.</param>
    /// <param name="merge">Whether those whose states have become equal are made one now; else when they decide together.</param>
    private void Fade(ref GroupList groups, bool merge)
    {
        if (groups.Count == 0) return;
        foreach (ref var group in groups.Items)
        {
            group.Recent = Math.Floor((group.Recent + group.Spent) / (2 * grain) + 1e-6) * grain;
            group.Spent = 0;
        }
        if (merge && groups.Count > 1) groups.Compact();
    }

    /// <summary>
    /// The unit in which days are remembered while short stints are avoided. If every speed and length of a route is a multiple of
    /// it, so is all that the memory is compared with; halving a memory that was rounded down and rounding down half a memory give
    /// the same; so rounding down changes nothing, and histories merge (model.md, 9.3). Else a millionth of a day.
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
}
