using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// One simulated future: the state at the end of its last day, and what that day brought. The rules of the reference program and of Corridor
/// are values of <see cref="Rules"/>; this one engine serves both. People are kept in groups (<see cref="GroupRun"/>) or one by one
/// (<see cref="PersonRun"/>); what decides about them stands here.
/// </summary>
/// <remarks>
/// Conservation, to the person, every day: initial residents = residents + set out (where people are
/// taken from the population), and initial displaced + set out = stock + in transit + removed.
/// </remarks>
internal abstract partial class Run
{
    protected readonly Model model;
    protected readonly Network network;
    protected readonly Situation situation;
    protected readonly Plans plans;
    protected readonly Rules rules;
    protected readonly ulong seed;
    protected readonly int number;
    protected readonly Figures today;
    protected readonly int[] limited;
    protected readonly bool[] isLimited;
    protected readonly bool ownSpeeds;
    private readonly bool removesPeople;
    protected int day = -1;
    protected Leg[] legs;
    private readonly RunConditions? conditions;

    /// <summary>Whether numbers of people are drawn; where they are parts of the probability of one person, it is split instead.</summary>
    protected readonly bool draws;

    /// <param name="model">The alternative.</param>
    /// <param name="rules">The rules of this run: the scenario's own, or a draw from its priors.</param>
    /// <param name="seed">The ensemble's seed.</param>
    /// <param name="number">The run's number; runs of the same number under two alternatives share their random numbers.</param>
    /// <param name="conditions">What this run alone believes of draws and departures; null: nothing of its own.</param>
    /// <param name="draws">Whether numbers of people are drawn; else the run is the law of one person.</param>
    protected Run(Model model, Rules rules, ulong seed, int number, RunConditions? conditions, bool draws)
    {
        (this.model, network, situation, plans) = (model, model.Network, model.Situation, model.Plans);
        (this.rules, this.seed, this.number, this.conditions, this.draws) = (rules, seed, number, conditions, draws);
        (harvests, floodsMove) = (rules.HarvestMonths.Count > 0, rules.FloodMovechances.Count > 0);
        fullDay = rules.TravelBudget == TravelBudget.OncePerDay ? 1 : rules.MaxMoveSpeed;
        var scenario = model.Scenario;
        // The weights are the run's own where its draw from the priors or its residents enter them; else one set serves all runs.
        ownAttraction = LooksAtPeople || scenario.Priors.Any(p => p.Parameter.IsChoice);
        attractions = ownAttraction ? [.. model.Profiles.All.Select(p => new Attraction(network, situation, model.Ways, rules, p))] : model.Attractions;
        ownSpeeds = rules.MaxMoveSpeed != scenario.Rules.MaxMoveSpeed || rules.MaxWalkSpeed != scenario.Rules.MaxWalkSpeed;
        legs = model.Legs;
        if (MatchesPeople) byProfile = [.. model.Profiles.All.Select(_ => new long[network.PlaceCount])];

        variation = new double[network.PlaceCount];
        Array.Fill(variation, double.NaN);
        room = new double[network.PlaceCount];
        roomSeen = new long[network.PlaceCount];
        Array.Fill(room, 1);
        pull = new double[network.PlaceCount];
        for (var place = 0; place < pull.Length; place++) pull[place] = PullOf(place);
        (limited, isLimited) = (model.Limited, model.IsLimited);
        today = new Figures(network.PlaceCount, network.LinkCount);
        (Residents, HeldResidents, HeldDisplaced) = (today.Residents, today.HeldResidents, today.HeldDisplaced);
        (Stock, ForcedBack, Inflow, Outflow) = (today.Stock, today.ForcedBack, today.Inflow, today.Outflow);
        (Entered, InTransit) = (today.Entered, today.InTransit);
        removalChance = [.. network.Places.Select(RemovalChance)];
        removesPeople = removalChance.Any(chance => chance > 0);
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
    public long GroupSteps { get; protected set; }

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
        BeginDay();

        if (ahead == 0) ApplyTimeline();
        SendResidentsOut(scratch);
        SetRoom();
        DecideAtPlaces(scratch);
        Travel(scratch);
        if (rules.AvoidShortStints) FadeMemories();
        if (removesPeople) RemovePeople();
    }

    /// <summary>A day begins.</summary>
    protected virtual void BeginDay()
    {
    }

    /// <summary>People decide where they are in the morning.</summary>
    protected abstract void DecideAtPlaces(Scratch scratch);

    /// <summary>People on links go on for what is left of their day, and decide again where they come to places.</summary>
    protected abstract void Travel(Scratch scratch);

    /// <summary>What is left of the day is gone, and the memory of distances fades (model.md, 2.10).</summary>
    protected abstract void FadeMemories();

    /// <summary>Camps as sinks: some of those in a camp no longer take part (model.md, 2.7, step 9).</summary>
    protected abstract void RemovePeople();

    /// <summary>People become displaced people of their own place.</summary>
    protected abstract void AddAt(int place, in Group group);

    /// <summary>What changed this morning concerns people.</summary>
    private void ApplyTimeline()
    {
        UpdateRoads();
        if (situation.ClosedToday.Count > 0) TurnBackOnClosedLinks();
        HoldPeople();
        ForcePeople();
    }

    /// <summary>How fast people are on each link, and what hangs on that.</summary>
    protected virtual void UpdateRoads()
    {
        if (!ownSpeeds) legs = model.Legs;
        else if (legs == model.Legs || situation.SpeedsChanged) legs = Leg.Of(network, situation, rules);
    }

    /// <summary>People on a link that closed this morning turn round (or, as in Flee, will be put back at its end).</summary>
    protected abstract void TurnBackOnClosedLinks();

    /// <summary>Where the share of held people changed, so many of those who are there are held from now on.</summary>
    private void HoldPeople()
    {
        foreach (var place in situation.HoldChangedToday)
        {
            var share = situation.Hold[place];
            HeldResidents[place] = (long)Math.Round(share * Residents[place], MidpointRounding.AwayFromZero);
            HeldDisplaced[place] = 0;
            HoldDisplaced(place, share);
        }
    }

    /// <summary>That share of the displaced people at a place is held, and nobody else there.</summary>
    protected abstract void HoldDisplaced(int place, double share);

    /// <summary>People who are forced from a place to another: its residents first, then displaced people who are there.</summary>
    protected virtual void ForcePeople()
    {
        var part = 0;
        foreach (var move in situation.ForcedToday)
        {
            part++;
            var fromResidents = Math.Min(move.People, Residents[move.From]);
            Residents[move.From] -= fromResidents;
            HeldResidents[move.From] = Math.Min(HeldResidents[move.From], Residents[move.From]);
            today.SetOut += fromResidents;
            var fromDisplaced = Force(move, fromResidents, part);
            Stock[move.From] -= fromDisplaced;
            Outflow[move.From] += fromDisplaced;

            var people = fromResidents + fromDisplaced;
            Stock[move.To] += people;
            Inflow[move.To] += people;
            ForcedBack[move.To] += people;
            today.ForcedAway[move.From] += people;
        }
    }

    /// <summary>Moves so many residents, and displaced people for the rest.</summary>
    /// <param name="move">The move.</param>
    /// <param name="fromResidents">How many of them are residents of the place, who are no longer counted there.</param>
    /// <param name="part">Which move of the day it is, from 1 on.</param>
    /// <returns>How many displaced people were moved.</returns>
    protected abstract long Force(ForcedMove move, long fromResidents, int part);

    /// <summary>How many of so many people: a binomial draw; of a probability, the share itself.</summary>
    protected long Draw(long people, double chance, double uniform) =>
        draws ? Binomial.Quantile(people, chance, uniform) : chance >= 1 ? people : chance > 0 ? (long)Math.Round(people * chance) : 0;
}
