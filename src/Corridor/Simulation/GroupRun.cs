using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>A run whose people are kept in groups of the same state: how many of a group do something is one draw.</summary>
internal partial class GroupRun : Run
{
    protected readonly GroupList[] atPlace;
    protected readonly GroupList[] onLink;
    private readonly Courses? courses;
    private readonly LimitedNear limitedNear;
    private Stages stages;

    /// <summary>Whether people who come to the end of their plan decide no more on that day, hubs and markers apart.</summary>
    private readonly bool planEndsDay;

    /// <summary>Whether people of one day see the room that those before them have left.</summary>
    private readonly bool inOrder;

    /// <param name="model">The alternative.</param>
    /// <param name="rules">The rules of this run: the scenario's own, or a draw from its priors.</param>
    /// <param name="seed">The ensemble's seed.</param>
    /// <param name="number">The run's number; runs of the same number under two alternatives share their random numbers.</param>
    /// <param name="conditions">What this run alone believes of draws and departures; null: nothing of its own.</param>
    public GroupRun(Model model, Rules rules, ulong seed, int number, RunConditions? conditions = null)
        : this(model, rules, seed, number, conditions, draws: true)
    {
        BeginWithInitialStock();
        // Who came to be first acts first. It matters where a place may be full.
        if (!inOrder || limited.Length == 0) return;
        cohorts = new Cohorts(Stock, network.LinkCount, rules.FirstMorningOrder == FirstMorningOrder.ByPlace);
        overnight = new long[network.LinkCount];
    }

    /// <summary>A run in which nobody is anywhere yet.</summary>
    protected GroupRun(Model model, Rules rules, ulong seed, int number, RunConditions? conditions, bool draws)
        : base(model, rules, seed, number, conditions, draws)
    {
        (atPlace, onLink) = (new GroupList[network.PlaceCount], new GroupList[network.LinkCount]);
        grain = rules.AvoidShortStints ? Grain() : 1;
        planEndsDay = draws && !rules.DecideOnTheWay && !rules.AvoidShortStints;
        sharesMemory = draws && rules is { AvoidShortStints: true, MemorySharing: > 0 };
        inOrder = draws && rules.CapacitySlices > 1;
        stages = model.Stages;
        courses = !ownSpeeds ? model.Courses : Courses.AreKnown(rules) ? new Courses(network, situation, plans, rules) : null;
        limitedNear = ownSpeeds ? new LimitedNear(network, situation, rules, model.Limited) : model.LimitedNear;
    }

    protected override void UpdateRoads()
    {
        base.UpdateRoads();
        if (!ownSpeeds) stages = model.Stages;
        else if (stages == model.Stages || situation.SpeedsChanged) stages = new Stages(network, situation, rules);
        if (ownSpeeds && situation.ChangedToday) courses?.Update();
        if (ownSpeeds && situation.WaysChanged) limitedNear.Update();
    }

    protected override void AddAt(int place, in Group group) => atPlace[place].Add(group);

    protected override void AddInitial(int place, int row, IEnumerable<Group> people)
    {
        foreach (var group in people) AddAt(place, group);
    }

    protected override void SetsOut(int place, long people) => cohorts?.SetOut(place, Stock[place], people, day);

    protected override void TurnBackOnClosedLinks()
    {
        foreach (var link in situation.ClosedToday)
        {
            if (onLink[link].Count == 0) continue;
            foreach (ref var group in onLink[link].Items)
            {
                if (group.Is(Condition.TurningBack)) continue;
                group.Condition |= Condition.TurningBack;
                if (rules.OnClosure != ClosureRule.TurnBackAtOnce) continue;
                group.Plan = 0;
                group.Km = network.LinkKm[link] - group.Km;
            }
            onLink[link].Compact();
        }
    }

    protected override void HoldDisplaced(int place, double share)
    {
        foreach (ref var group in atPlace[place].Items)
        {
            group.Condition &= ~Condition.Held;
            if (share > 0) EndHarvest(place, ref group);
        }
        atPlace[place].Compact();
        if (share > 0) Hold(place, share);
    }

    /// <summary>Takes a share of every group at the place that is free to leave.</summary>
    private void Hold(int place, double share)
    {
        var free = atPlace[place].Items.ToArray();
        foreach (ref var group in atPlace[place].Items)
            if (!group.Is(Condition.Held)) group.People = 0;
        foreach (var group in free)
        {
            if (!group.Is(Condition.Held)) AddSplitByHold(place, group, share, part: 0);
        }
        atPlace[place].Compact();
    }

    protected void AddSplitByHold(int place, Group group, double share, int part)
    {
        var random = new Philox(seed, number, day, place, Purpose.Hold, part, group.StateHash(plans));
        var held = Draw(group.People, share, random.NextUniform());
        HeldDisplaced[place] += held;
        atPlace[place].Add(group with { People = group.People - held });
        atPlace[place].Add(group with { People = held, Condition = group.Condition | Condition.Held, Plan = 0 });
    }

    protected override long Force(ForcedMove move, long fromResidents, int part)
    {
        var fromDisplaced = ForceDisplaced(move, move.People - fromResidents, part);
        cohorts?.SetOut(move.To, Stock[move.To], fromResidents, day);
        cohorts?.Begin(move.To, Stock[move.To] + fromResidents);
        cohorts?.Move(move.From, move.To, fromDisplaced);
        foreach (var group in ByProfile(move.From, new Group { People = fromResidents }, part))
            AddSplitByHold(move.To, group, situation.Hold[move.To], part);
        return fromDisplaced;
    }

    private long ForceDisplaced(ForcedMove move, long wanted, int part)
    {
        var forced = new List<Group>();
        var taken = 0L;
        atPlace[move.From].Compact();
        foreach (ref var group in atPlace[move.From].Items)
        {
            var people = Math.Min(group.People, wanted - taken);
            group.People -= people;
            taken += people;
            if (people == 0) continue;
            if (group.Is(Condition.Held)) HeldDisplaced[move.From] -= people;
            var some = group with { People = people, Plan = 0, Condition = group.Condition & ~Condition.Held };
            EndHarvest(move.From, ref some);
            forced.Add(some);
        }
        atPlace[move.From].Compact();
        foreach (var group in forced) AddSplitByHold(move.To, group, situation.Hold[move.To], part);
        return taken;
    }

    protected override void CountByProfile(long[][] counts)
    {
        for (var place = 0; place < atPlace.Length; place++)
            foreach (ref readonly var group in atPlace[place].Items) counts[group.Profile][place] += group.People;
    }

    protected override void RemovePeople()
    {
        for (var place = 0; place < atPlace.Length; place++)
            if (removalChance[place] > 0 && situation.IsCamp(place)) RemoveFrom(place, removalChance[place]);
    }

    private void RemoveFrom(int place, double chance)
    {
        // Those in the same state draw together.
        if (sharesMemory) atPlace[place].Compact();
        foreach (ref var group in atPlace[place].Items)
        {
            // Who harvests counts at home, not in the camp.
            if (group.Is(Condition.Harvesting)) continue;
            var random = new Philox(seed, number, day, place, Purpose.Removal, 0, group.StateHash(plans));
            var gone = Draw(group.People, chance, random.NextUniform());
            group.People -= gone;
            if (group.Is(Condition.Held)) HeldDisplaced[place] -= gone;
            Remove(place, gone);
        }
        atPlace[place].Compact();
    }
}
