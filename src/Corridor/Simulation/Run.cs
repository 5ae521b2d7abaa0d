using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// One simulated future: the state at the end of its last day, and what that day brought. The rules of the reference program and of Corridor
/// are values of <see cref="Rules"/>; this one engine serves both.
/// </summary>
/// <remarks>
/// Conservation, to the person, every day: initial residents = residents + set out (where people are
/// taken from the population), and initial displaced + set out = stock + in transit + removed.
/// </remarks>
internal sealed partial class Run
{
    private readonly Model model;
    private readonly Network network;
    private readonly Situation situation;
    private readonly Plans plans;
    private readonly Rules rules;
    private readonly ulong seed;
    private readonly int number;
    private readonly Attraction[] attractions;
    private readonly bool ownAttraction;
    private readonly RunConditions? conditions;
    private readonly bool ownSpeeds;
    private Stages stages;
    private Leg[] legs;
    private readonly Courses? courses;
    private readonly LimitedNear limitedNear;

    private readonly GroupList[] atPlace;
    private readonly GroupList[] onLink;
    private readonly double[] variation;
    private readonly double[] room;
    private readonly double[] pull;
    private readonly int[] limited;
    private readonly bool[] isLimited;
    private readonly Way[][] waysOf;
    private long owed;
    private int day = -1;
    private long moment;
    private readonly Figures today;

    /// <summary>The moment at which the room that people at each place look at changed last, or the morning: no two of one thread are the same.</summary>
    private readonly long[] roomSeen;
    private readonly double fullDay;
    private readonly bool harvests;
    private readonly bool floodsMove;

    /// <summary>Whether people who come to the end of their plan decide no more on that day, hubs and markers apart.</summary>
    private readonly bool planEndsDay;

    /// <param name="model">The alternative.</param>
    /// <param name="rules">The rules of this run: the scenario's own, or a draw from its priors.</param>
    /// <param name="seed">The ensemble's seed.</param>
    /// <param name="number">The run's number; runs of the same number under two alternatives share their random numbers.</param>
    /// <param name="byPerson">Whether people are kept one by one instead of in groups.</param>
    /// <param name="isTracked">Whether the ways of people who are kept one by one are kept as well.</param>
    /// <param name="conditions">What this run alone believes of draws and departures; null: nothing of its own.</param>
    /// <param name="mean">Not null: the run is the law of one person, who is where
    /// <see cref="Begin"/> and its like say; what it needs to know of all the others.</param>
    public Run(
        Model model, Rules rules, ulong seed, int number,
        bool byPerson = false, bool isTracked = false, RunConditions? conditions = null, MeanStock? mean = null)
    {
        this.conditions = conditions;
        (this.model, network, situation, plans) = (model, model.Network, model.Situation, model.Plans);
        (this.rules, this.seed, this.number, this.mean) = (rules, seed, number, mean);
        fullDay = rules.TravelBudget == TravelBudget.OncePerDay ? 1 : rules.MaxMoveSpeed;
        grain = rules.AvoidShortStints ? Grain() : 1;
        (harvests, floodsMove) = (rules.HarvestMonths.Count > 0, rules.FloodMovechances.Count > 0);
        planEndsDay = !rules.DecideOnTheWay && !rules.AvoidShortStints && mean is null;
        sharesMemory = rules is { AvoidShortStints: true, MemorySharing: > 0 } && mean is null && !byPerson;
        var scenario = model.Scenario;
        // The weights are the run's own where its draw from the priors or its residents enter them; else one set serves all runs.
        ownAttraction = LooksAtPeople || scenario.Priors.Any(p => p.Parameter.IsChoice);
        attractions = ownAttraction ? [.. model.Profiles.All.Select(p => new Attraction(network, situation, model.Ways, rules, p))] : model.Attractions;
        ownSpeeds = rules.MaxMoveSpeed != scenario.Rules.MaxMoveSpeed || rules.MaxWalkSpeed != scenario.Rules.MaxWalkSpeed;
        (stages, legs) = (model.Stages, model.Legs);
        courses = byPerson || !ownSpeeds ? byPerson ? null : model.Courses : Courses.AreKnown(rules) ? new Courses(network, situation, plans, rules) : null;
        limitedNear = ownSpeeds ? new LimitedNear(network, situation, rules, model.Limited) : model.LimitedNear;
        if (MatchesPeople) byProfile = [.. model.Profiles.All.Select(_ => new long[network.PlaceCount])];

        atPlace = new GroupList[network.PlaceCount];
        onLink = new GroupList[network.LinkCount];
        variation = new double[network.PlaceCount];
        room = new double[network.PlaceCount];
        roomSeen = new long[network.PlaceCount];
        Array.Fill(room, 1);
        pull = new double[network.PlaceCount];
        for (var place = 0; place < pull.Length; place++) pull[place] = PullOf(place);
        (limited, isLimited, waysOf) = (model.Limited, model.IsLimited, model.Ways.Of);
        today = new Figures(network.PlaceCount, network.LinkCount);
        (Residents, HeldResidents, HeldDisplaced) = (today.Residents, today.HeldResidents, today.HeldDisplaced);
        (Stock, ForcedBack, Inflow, Outflow) = (today.Stock, today.ForcedBack, today.Inflow, today.Outflow);
        (Entered, InTransit) = (today.Entered, today.InTransit);
        if (mean is null)
            for (var place = 0; place < Residents.Length; place++) Residents[place] = network.Places[place].Population;
        removalChance = [.. network.Places.Select(RemovalChance)];
        RemovedAt = removalChance.Any(chance => chance > 0) ? new long[network.PlaceCount] : [];
        if (byPerson)
        {
            persons = new Persons(rules.AvoidShortStints, model.Profiles.TracksHome, isTracked);
            stops = new Stop[model.Profiles.All.Length * network.PlaceCount];
            Array.Fill(stops, new Stop { Chance = double.NaN });
        }
        if (mean is null) BeginWithInitialStock();
        // Who came to be first acts first. It matters where a place may be full.
        if (mean is null && !byPerson && limited.Length > 0 && rules.CapacitySlices > 1)
            cohorts = new Cohorts(Stock, rules.FirstMorningOrder == FirstMorningOrder.ByPlace);
    }

    public long[] Residents { get; }

    public long[] HeldResidents { get; }

    public long[] HeldDisplaced { get; }

    public long[] Stock { get; }

    public long[] Inflow { get; }

    public long[] Outflow { get; }

    public long[] ForcedBack { get; }

    public long[] Entered { get; }

    public long[] InTransit { get; }

    /// <summary>The figures of the day that was stepped through last.</summary>
    public Figures Shown => today;

    /// <summary>Groups handled so far: the work done, for benchmarks.</summary>
    public long GroupSteps { get; private set; }

    /// <summary>The day, in order (design.md, section 6; docs/model.md).</summary>
    /// <param name="scratch">Memory of this thread.</param>
    /// <param name="ahead">How many days lie between the day of the situation and this one:
    /// such on which nothing changes, each of which is stepped through.</param>
    public void Step(Scratch scratch, int ahead = 0)
    {
        day = situation.Day + ahead;
        if (ahead == 0 || LooksAtPeople) ForgetChoices(scratch);
        Array.Clear(Inflow);
        Array.Clear(Outflow);
        Array.Clear(Entered);
        if (ownAttraction && attractionsOf != day && (ahead == 0 || LooksAtPeople)) UpdateAttractions();
        persons?.Tracks?.BeginDay(day);

        if (ahead == 0) ApplyTimeline();
        var before = persons?.Count ?? 0;
        SendResidentsOut(scratch);
        SettlePersons(before);
        DecideAtPlaces(scratch);
        Travel(scratch);
        MixCohorts();
        RestOvernight();
        RemovePeople();
    }

    /// <summary>
    /// What was prepared to choose between is out of date: what draws people may have changed, or this thread has worked on another run meanwhile.
    /// </summary>
    private void ForgetChoices(Scratch scratch)
    {
        moment = ++scratch.Day << 32;
        Array.Fill(roomSeen, moment);
    }

    /// <summary>What changed this morning concerns people.</summary>
    private void ApplyTimeline()
    {
        if (!ownSpeeds) (stages, legs) = (model.Stages, model.Legs);
        else if (stages == model.Stages || situation.SpeedsChanged) (stages, legs) = (new Stages(network, situation, rules), Leg.Of(network, situation, rules));
        if (ownSpeeds && situation.ChangedToday) courses?.Update();
        if (ownSpeeds && situation.WaysChanged) limitedNear.Update();
        TurnBackOnClosedLinks();
        HoldPeople();
        ForcePeople();
    }

    /// <summary>People on a link that closed this morning turn round (or, as in Flee, will be put back at its end).</summary>
    private void TurnBackOnClosedLinks()
    {
        if (persons is not null)
        {
            TurnBackPersons();
            return;
        }
        foreach (var link in situation.ClosedToday)
        {
            if (onLink[link].Count == 0) continue;
            foreach (ref var group in onLink[link].Items)
            {
                if (group.Is(Condition.TurningBack)) continue;
                group.Condition |= Condition.TurningBack;
                group.Plan = 0;
                if (rules.OnClosure == ClosureRule.TurnBackAtOnce) group.Km = network.LinkKm[link] - group.Km;
            }
            onLink[link].Compact();
        }
    }

    /// <summary>Where the share of held people changed, so many of those who are there are held from now on.</summary>
    private void HoldPeople()
    {
        foreach (var place in situation.HoldChangedToday)
        {
            var share = situation.Hold[place];
            HeldResidents[place] = (long)Math.Round(share * Residents[place], MidpointRounding.AwayFromZero);
            if (persons is not null)
            {
                HoldPersons(place, share);
                continue;
            }
            foreach (ref var group in atPlace[place].Items)
            {
                group.Condition &= ~Condition.Held;
                if (share > 0) EndHarvest(place, ref group);
            }
            atPlace[place].Compact();
            HeldDisplaced[place] = 0;
            if (share > 0) Hold(place, share);
        }
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

    private void AddSplitByHold(int place, Group group, double share, int part)
    {
        var random = new Philox(seed, number, day, place, Purpose.Hold, part, group.StateHash(plans));
        var held = Draw(group.People, share, random.NextUniform());
        HeldDisplaced[place] += held;
        atPlace[place].Add(group with { People = group.People - held });
        atPlace[place].Add(group with { People = held, Condition = group.Condition | Condition.Held, Plan = 0 });
    }

    /// <summary>People who are forced from a place to another: its residents first, then displaced people who are there.</summary>
    private void ForcePeople()
    {
        if (mean is not null)
        {
            ForceMass();
            return;
        }
        var part = 0;
        foreach (var move in situation.ForcedToday)
        {
            part++;
            var fromResidents = Math.Min(move.People, Residents[move.From]);
            Residents[move.From] -= fromResidents;
            HeldResidents[move.From] = Math.Min(HeldResidents[move.From], Residents[move.From]);
            today.SetOut += fromResidents;
            var fromDisplaced = persons is not null ? ForcePersons(move, fromResidents, part) : ForceDisplaced(move, move.People - fromResidents, part);
            Stock[move.From] -= fromDisplaced;
            Outflow[move.From] += fromDisplaced;

            var people = fromResidents + fromDisplaced;
            cohorts?.SetOut(move.To, Stock[move.To], fromResidents, day);
            cohorts?.Begin(move.To, Stock[move.To] + fromResidents);
            cohorts?.Move(move.From, move.To, fromDisplaced);
            Stock[move.To] += people;
            Inflow[move.To] += people;
            ForcedBack[move.To] += people;
            if (persons is not null) continue;
            foreach (var group in ByProfile(move.From, new Group { People = fromResidents }, part))
                AddSplitByHold(move.To, group, situation.Hold[move.To], part);
        }
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

    /// <summary>People become displaced people of their own place.</summary>
    private void AddAt(int place, in Group group)
    {
        if (persons is null) atPlace[place].Add(group);
        else persons.Add(place, home: place, group, day);
    }
}
