using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// Means and variances without sampling (model.md, 9.5). As long as no capacity binds, people are independent of one another: of a batch
/// of n people of whom each is counted with probability p, n p are counted on average, with variance n p (1 − p). A day is a linear map
/// of the probabilities: the law of one person's day, state by state (<see cref="DayLaws"/>), applied to all batches at once.
/// </summary>
internal sealed partial class Expectation
{
    /// <summary>Numbers that may be held at once: 0.8 GB.</summary>
    private const long MostNumbers = 100_000_000;

    /// <summary>Days of a person that may have to be worked out in all, if it goes on as it began: some minutes.</summary>
    private const long MostLaws = 3_000_000;

    /// <summary>As many tell how it will go on: some seconds.</summary>
    private const long TellingLaws = 10_000;

    /// <summary>States in which fewer people than that are expected are left out.</summary>
    private const double Nobody = 1e-12;

    /// <summary>
    /// In states of so few people the memory of distances is kept in so many parts only
    /// (<see cref="DayLaws.Coarser"/>): together they are a fraction of a person.
    /// </summary>
    private static readonly (double People, int Parts)[] Coarse = [(1e-6, 16), (1e-4, 256), (1e-2, 4096)];

    private readonly Model model;
    private readonly Rules rules;
    private readonly MeanStock around;
    private readonly DayLaws laws;
    private readonly Batches batches = new();
    private readonly double[] roomBefore;
    private readonly Probabilities stock = new();
    private readonly Probabilities held = new();
    private readonly Probabilities onRoute = new();
    private readonly Probabilities removed = new();
    private readonly Probabilities totals = new();
    private readonly double[] inflow;
    private readonly double[] outflow;
    private readonly double[] entered;
    private Probabilities now = new();
    private Probabilities next = new();

    public Expectation(Model model)
    {
        (this.model, rules) = (model, model.Scenario.Rules);
        var places = model.Network.PlaceCount;
        around = new MeanStock(places);
        laws = new DayLaws(model, around);
        (inflow, outflow, entered, roomBefore) = (new double[places], new double[places], new double[model.Network.LinkCount], new double[places]);
        residents = [.. model.Network.Places.Select(p => (double)p.Population)];
        (heldResidents, residentVariance, heldVariance, forcedBack) = (new double[places], new double[places], new double[places], new long[places]);
        ledger = new GroupRun(model, rules, 0, 0);
        foreach (var (id, people) in model.Scenario.InitialStock.OrderBy(s => model.Network.Number(s.Key)))
        {
            var place = model.Network.Number(id);
            foreach (var (some, row) in model.Profiles.Initial(place, people))
            {
                var batch = NewBatch(some, some);
                foreach (var (state, chance) in laws.AtFirst(place, row)) now.Of(state)[batch] += chance;
            }
            around.At[place] += people;
        }
        if (rules is { Departures: DepartureMode.Rate, TakeFromPopulation: true }) ResidentsDecideForThemselves();
    }

    private enum Total
    {
        Displaced,
        Stock,
        InTransit,
        UnderConflict,
        Held,
        Residents,
        Trapped,
    }

    /// <summary>The first day and place at which a capacity may turn people away.</summary>
    public (int Day, int Place)? FirstBinding { get; private set; }

    /// <summary>The first day and place at which residents may run short of those who are to set out.</summary>
    public (int Day, int Place)? FirstShortage { get; private set; }

    /// <summary>The first day at the end of which states of a small part of a person keep a coarser memory of distances.</summary>
    public int? FirstCoarse { get; private set; }

    /// <summary>States of a person that the last day knew.</summary>
    public int States => now.Count;

    /// <summary>Works out the day that the model has advanced to.</summary>
    public void Step()
    {
        Array.Clear(inflow);
        Array.Clear(outflow);
        Array.Clear(entered);
        foreach (var place in model.Limited) if (MayBind(place, around.At[place])) Bind(place);
        laws.BeginDay(RoomChanged());
        next.Clear();
        SendOut();
        for (var state = 0; state < now.Count; state++)
            if (now[state] is { } people) Apply(laws.Of(state), people);
        (now, next) = (next, now);
        RefuseTooMuch();
        LeaveOutNobody();
        Count();
        // Within the day a place holds at most those of the morning and all who come.
        foreach (var place in model.Limited) if (MayBind(place, around.At[place] + inflow[place])) Bind(place);
        for (var place = 0; place < inflow.Length; place++) around.At[place] = Stock(place).Mean;
    }

    /// <summary>Stock of the place tonight, those with it who no longer take part; people and people².</summary>
    public (double Mean, double Variance) Stock(int place) => Moments(stock[place]);

    /// <summary>People on a route tonight, both directions together.</summary>
    public (double Mean, double Variance) InTransit(int route) => Moments(onRoute[route]);

    /// <summary>People kept from leaving the place.</summary>
    public (double Mean, double Variance) Held(int place) => Plus(Moments(held[place]), heldResidents[place], heldVariance[place]);

    /// <summary>People who came to the place today, on average.</summary>
    public double Inflow(int place) => inflow[place];

    /// <summary>People who left the place today, on average.</summary>
    public double Outflow(int place) => outflow[place];

    /// <summary>People who entered the link today, on average.</summary>
    public double Entered(int link) => entered[link];

    /// <summary>All displaced people, those who no longer take part included.</summary>
    public (double Mean, double Variance) Displaced => Moments(totals[(int)Total.Displaced]);

    public (double Mean, double Variance) AllStock => Moments(totals[(int)Total.Stock]);

    public (double Mean, double Variance) AllInTransit => Moments(totals[(int)Total.InTransit]);

    /// <summary>The stock of all places under conflict.</summary>
    public (double Mean, double Variance) UnderConflict => Moments(totals[(int)Total.UnderConflict]);

    public (double Mean, double Variance) AllHeld => Plus(Moments(totals[(int)Total.Held]), heldResidents.Sum(), heldVariance.Sum());

    private (double Mean, double Variance) Moments(double[]? chances) => chances is null ? default : batches.Moments(chances);

    private (double Mean, double Variance) Plus((double Mean, double Variance) moments, double people, double variance) =>
        (moments.Mean + people, people > 0 && residentsAreRandom ? double.NaN : moments.Variance + variance);

    private int NewBatch(double people, double square)
    {
        var batch = batches.Add(people, square);
        foreach (var chances in new[] { now, next, stock, held, onRoute, removed, totals, settingOut }) chances.Widen(batches.Count);
        return batch;
    }

    private void Apply(DayLaw law, double[] people)
    {
        foreach (var (state, chance) in law.Next) next.Add(state, chance, people);
        foreach (var (place, chance) in law.Removed) removed.Add(place, chance, people);
        if (law.Entered.Length == 0 && law.Inflow.Length == 0) return;
        var number = batches.Mean(people);
        foreach (var (place, times) in law.Inflow) inflow[place] += number * times;
        foreach (var (place, times) in law.Outflow) outflow[place] += number * times;
        foreach (var (link, times) in law.Entered) entered[link] += number * times;
    }

    /// <summary>
    /// Where a person can be in very many states and what a day makes of them changes daily, as
    /// camps fill, there is no end: better said after seconds than found out after hours.
    /// </summary>
    private void RefuseTooMuch()
    {
        var (day, days) = (model.Situation.Day + 1, model.Scenario.Days);
        if (laws.WorkedOut <= TellingLaws || laws.WorkedOut / day * days <= MostLaws) return;
        throw new NoExpectationException(string.Create(CultureInfo.InvariantCulture,
            $"a person can be in one of {laws.States.Count:N0} states on {model.Scenario.Date(model.Situation.Day):yyyy-MM-dd}, "
            + $"and in {days:N0} days some {laws.WorkedOut / day * days / 1e6:0} million days of a person would have to be worked out, "
            + $"of which more than {MostLaws / 1e6:0} million take too long") + laws.WhatToDo);
    }

    private void LeaveOutNobody()
    {
        var alive = 0;
        for (var state = 0; state < now.Count; state++)
        {
            if (now[state] is not { } people) continue;
            var weight = batches.Weight(people);
            if (weight < Nobody)
            {
                now.Clear(state);
                continue;
            }
            alive++;
            if (!rules.AvoidShortStints) continue;
            foreach (var (most, parts) in Coarse)
            {
                if (weight >= most) continue;
                if (laws.Coarser(state, parts) is var coarser && coarser != state)
                {
                    FirstCoarse ??= model.Situation.Day;
                    now.Add(coarser, 1, people);
                    now.Clear(state);
                }
                break;
            }
        }
        if (laws.States.Count < 4 * alive + 1000) return;
        var number = laws.Forget(state => now[state] is null);
        now.Renumber(number);
        next.Renumber(number);
    }

    /// <summary>Adds up by place, by route and over all where everybody is tonight.</summary>
    private void Count()
    {
        foreach (var figures in new[] { stock, held, onRoute, totals }) figures.Clear();
        for (var state = 0; state < now.Count; state++)
        {
            if (now[state] is not { } people) continue;
            var where = laws.States[state];
            totals.Add((int)Total.Displaced, 1, people);
            if (where.IsOnLink)
            {
                onRoute.Add(model.Network.LinkRoute[where.Link], 1, people);
                totals.Add((int)Total.InTransit, 1, people);
                continue;
            }
            CountAt(where.CountsAt, people);
            if (!where.Group.Is(Condition.Held)) continue;
            held.Add(where.At, 1, people);
            totals.Add((int)Total.Held, 1, people);
        }
        for (var place = 0; place < removed.Count; place++)
        {
            if (removed[place] is not { } gone) continue;
            totals.Add((int)Total.Displaced, 1, gone);
            CountAt(place, gone);
        }
        CountResidents();
        if (now.Size > MostNumbers)
        {
            throw new NoExpectationException(string.Create(CultureInfo.InvariantCulture,
                $"expected values would need {laws.States.Count:N0} states times {batches.Count:N0} groups of people who set out together, "
                + $"on {model.Scenario.Date(model.Situation.Day):yyyy-MM-dd}: too many to hold; run an ensemble"));
        }
    }

    private void CountAt(int place, double[] people)
    {
        stock.Add(place, 1, people);
        totals.Add((int)Total.Stock, 1, people);
        if (model.Situation.IsInDanger(place)) totals.Add((int)Total.UnderConflict, 1, people);
    }

    /// <summary>
    /// Six standard deviations above the mean (of sums of independent people: at most √mean) reach the
    /// stretch on which a place draws less. A place without any room has none whoever comes.
    /// </summary>
    private bool MayBind(int place, double people)
    {
        var capacity = model.Situation.Limit[place] * rules.CapacityScaling;
        return capacity > 0 && people + 6 * Math.Sqrt(people) > rules.CapacityBuffer * capacity;
    }

    private void Bind(int place)
    {
        around.Binds[place] = true;
        FirstBinding ??= (model.Situation.Day, place);
    }

    private bool RoomChanged()
    {
        var changed = false;
        foreach (var place in model.Limited)
        {
            var people = around.Binds[place] ? around.At[place] : -1;
            changed |= people != roomBefore[place];
            roomBefore[place] = people;
        }
        return changed;
    }
}
