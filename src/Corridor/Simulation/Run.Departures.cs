using System.Runtime.InteropServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>Who sets out from home.</summary>
internal abstract partial class Run
{
    private readonly double[] variation;
    private long owed;

    protected virtual void SendResidentsOut(Scratch scratch)
    {
        switch (rules.Departures)
        {
            case DepartureMode.Given:
            case DepartureMode.GivenThenRate when day <= model.LastGivenDay:
                SendGiven(scratch);
                break;
            case DepartureMode.Rate:
            case DepartureMode.GivenThenRate:
                for (var place = 0; place < Residents.Length; place++) SendByRate(place);
                break;
            case DepartureMode.None:
                break;
            default:
                for (var place = 0; place < Residents.Length; place++) SendByNumber(place);
                break;
        }
    }

    /// <summary>Sets the clock for <see cref="DepartureChance"/> and its like without stepping.</summary>
    public void Today() => day = situation.Day;

    /// <summary>Each resident who is free to leave does so with probability 1 − exp(−hazard).</summary>
    private void SendByRate(int place, long atLeast = 0)
    {
        if (rules.DepartureVariation > 0) Vary(place);
        var hazard = DepartureHazard(place);
        if (!(hazard > 0)) return;
        var spread = rules.DepartureVariation;
        var factor = spread > 0 ? Math.Exp(spread * variation[place] - spread * spread / 2) : 1;
        var random = new Philox(seed, number, day, place, Purpose.Departure);
        SetOutFrom(place, Math.Max(atLeast, Draw(Residents[place] - HeldResidents[place], 1 - Math.Exp(-hazard * factor), random.NextUniform())));
    }

    /// <summary>The mean hazard of a resident to set out today.</summary>
    private double DepartureHazard(int place) =>
        MayDepart(place) ? (rules.DepartureDriver == DepartureDriver.Flood ? 1 : rules.DepartureRate) * Drive(place, day) : 0;

    private bool MayDepart(int place) => situation.HasExit[place] || !rules.DepartByOpenRouteOnly;

    /// <summary>The chance of a resident to set out today, without waves.</summary>
    public double DepartureChance(int place) => 1 - Math.Exp(-DepartureHazard(place));

    /// <summary>A stationary autoregression of order one with standard normal margins: waves of flight.</summary>
    private void Vary(int place)
    {
        if (network.Places[place].Population == 0) return;
        var random = new Philox(seed, number, day, place, Purpose.DepartureVariation);
        var shock = NormalDistribution.Quantile(random.NextUniform());
        var memory = rules.DepartureMemory;
        // The first one of a place is drawn from the stationary law, on whatever day it comes.
        variation[place] = double.IsNaN(variation[place]) ? shock : memory * variation[place] + Math.Sqrt(1 - memory * memory) * shock;
    }

    /// <summary>A whole number a day and place (model.md, 2.4.2 and 2.4.3).</summary>
    private void SendByNumber(int place)
    {
        var people = DepartureNumber(place);
        if (!(people > 0)) return;
        var random = new Philox(seed, number, day, place, Purpose.Departure);
        SetOutFrom(place, rules.Departures == DepartureMode.Poisson ? Poisson.Quantile(people, random.NextUniform()) : (long)people);
    }

    /// <summary>How many set out today in the modes share and constant, a whole number; in the mode poisson, on average.</summary>
    public double DepartureNumber(int place)
    {
        var flood = rules.DepartureDriver == DepartureDriver.Flood;
        var drive = flood ? Drive(place, day) : situation.Conflict[place];
        return rules.Departures switch
        {
            DepartureMode.Share => (long)((flood ? 1 : rules.DepartureRate) * drive * Residents[place]),
            DepartureMode.Constant => (long)((flood ? 1 : rules.DeparturesPerDay) * drive),
            _ => flood ? Math.Floor(drive) : rules.DeparturesPerDay * drive,
        };
    }

    /// <summary>The given number of the day; what could not set out before, because nobody was left or no zone was active, is made up for.</summary>
    private void SendGiven(Scratch scratch)
    {
        if (conditions?.Departures is { } own)
        {
            foreach (var (place, people) in own(day).Index())
            {
                if (people >= 0) SetOutFrom(place, people);
                else SendByRate(place, ~people);
            }
            return;
        }
        foreach (var (place, people) in model.GivenAt(day)) today.NotSetOut += people - SetOutFrom(place, people);
        var (before, due) = (owed, model.GivenEverywhere(day) + owed);
        owed = due - (due > 0 ? ShareOut(due, scratch) : 0);
        today.NotSetOut += owed - before;
    }

    /// <summary>
    /// Shares people among the places by a multinomial draw on their weights. A place that has not enough residents gives what it has, and the rest
    /// is shared among the others, which are fewer each time: only a place that ran empty leaves a rest. Returns how many set out.
    /// </summary>
    private long ShareOut(long people, Scratch scratch)
    {
        var (places, weights) = (scratch.Sharing, scratch.Shares);
        places.Clear();
        for (var place = 0; place < Residents.Length; place++)
            if ((weights[place] = DepartureWeight(place)) > 0) places.Add(place);
        var sent = 0L;
        for (var attempt = 0; sent < people && places.Count > 0; attempt++)
        {
            var total = 0.0;
            foreach (var place in places) total += weights[place];
            var left = people - sent;
            foreach (var place in places)
            {
                if (left == 0) break;
                var random = new Philox(seed, number, day, place, Purpose.Share, attempt);
                var share = Draw(left, weights[place] / total, random.NextUniform());
                total -= weights[place];
                left -= share;
                sent += SetOutFrom(place, share);
                weights[place] = DepartureWeight(place);
            }
            var kept = 0;
            foreach (var place in CollectionsMarshal.AsSpan(places))
                if (weights[place] > 0) places[kept++] = place;
            places.RemoveRange(kept, places.Count - kept);
        }
        return sent;
    }

    /// <summary>The weight of the place in sharing the people who set out somewhere.</summary>
    public double DepartureWeight(int place)
    {
        if (!MayDepart(place) || rules.TakeFromPopulation && Residents[place] <= HeldResidents[place]) return 0;
        var weightsOf = rules.DeparturesLagOneDay && day > 0 && !(situation.ConflictChanged && day == situation.Day) ? day - 1 : day;
        return Residents[place] * Drive(place, weightsOf);
    }

    private double Drive(int place, int onDay) => situation.DepartureDrive(place, onDay);

    /// <summary>So many residents become displaced people at their own place. Returns how many there were.</summary>
    protected long SetOutFrom(int place, long people)
    {
        if (rules.TakeFromPopulation)
        {
            people = Math.Min(people, Residents[place] - HeldResidents[place]);
            Residents[place] -= people;
        }
        if (people <= 0) return 0;
        today.SetOut += people;
        SetsOut(place, people);
        Stock[place] += people;
        // Nearly always people are of one class: then nothing is made only to hand it over.
        if (AreAlike(place)) AddAt(place, OfHome(place, FromHome(people)));
        else foreach (var group in ByProfile(place, FromHome(people))) AddAt(place, group);
        return people;
    }

    /// <summary>So many residents are about to become displaced people at their own place, beside those who are there.</summary>
    protected virtual void SetsOut(int place, long people)
    {
    }
}
