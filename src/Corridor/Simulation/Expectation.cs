using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>People who are independent and follow the same law.</summary>
/// <param name="People">How many they are; on average, if <paramref name="IsPoisson"/>.</param>
/// <param name="Law">Where each of them is, with which probability.</param>
/// <param name="IsPoisson">Whether their number is a Poisson number.</param>
internal sealed record Batch(double People, Run Law, bool IsPoisson);

/// <summary>
/// Means and variances without sampling (model.md, 9.5). As long as no capacity binds, people are independent of one another: a batch of n people of whom each is at a place with
/// probability p adds n p to its mean and n p (1 − p) to its variance; a batch whose number is Poisson adds n p to both.
/// </summary>
internal sealed class Expectation
{
    private readonly Model model;
    private readonly Rules rules;
    private readonly MeanStock mean;
    private readonly Run ledger;
    private readonly Scratch scratch;
    private readonly List<Batch> batches = [];
    private readonly double[] residents;
    private double owed;

    public Expectation(Model model)
    {
        (this.model, rules) = (model, model.Scenario.Rules);
        var places = model.Network.PlaceCount;
        (mean, scratch) = (new MeanStock(places), new Scratch(places));
        Mean = new double[places];
        Variance = new double[places];
        residents = [.. model.Network.Places.Select(p => (double)p.Population)];
        ledger = new Run(model, rules, 0, 0);
        foreach (var (id, people) in model.Scenario.InitialStock.OrderBy(s => model.Network.Number(s.Key)))
        {
            var place = model.Network.Number(id);
            foreach (var (some, row) in model.Profiles.Initial(place, people)) Add(some).BeginAt(place, row);
            mean.At[place] += people;
        }
        if (rules.Departures != DepartureMode.Rate || !rules.TakeFromPopulation) return;
        for (var place = 0; place < places; place++)
            if (residents[place] > 0) Add(residents[place]).BeginAtHome(place);
    }

    /// <summary>Mean stock of each place at the end of the day, people.</summary>
    public double[] Mean { get; }

    /// <summary>Variance of the stock of each place at the end of the day, people².</summary>
    public double[] Variance { get; }

    /// <summary>The first day and place at which a capacity may turn people away.</summary>
    public (int Day, int Place)? FirstBinding { get; private set; }

    /// <summary>The first day and place at which residents may run short of those who are to set out.</summary>
    public (int Day, int Place)? FirstShortage { get; private set; }

    /// <summary>Works out the day that the model has advanced to.</summary>
    public void Step()
    {
        SendOut();
        foreach (var place in model.Limited) if (MayBind(place, mean.At[place])) Bind(place);
        foreach (var batch in batches) batch.Law.Step(scratch);
        Array.Clear(Mean);
        Array.Clear(Variance);
        var arriving = new double[Mean.Length];
        var there = new double[Mean.Length];
        foreach (var batch in batches)
        {
            for (var place = 0; place < Mean.Length; place++)
            {
                var p = (double)batch.Law.Stock[place] / Run.Certain;
                Mean[place] += batch.People * p;
                Variance[place] += batch.People * p * (batch.IsPoisson ? 1 : 1 - p);
                arriving[place] += batch.People * batch.Law.Inflow[place] / Run.Certain;
                there[place] += batch.People * (p + (batch.Law.RemovedAt.Length > 0 ? (double)batch.Law.RemovedAt[place] / Run.Certain : 0));
            }
        }
        // Within the day a place holds at most those of the morning and all who come.
        foreach (var place in model.Limited) if (MayBind(place, mean.At[place] + arriving[place])) Bind(place);
        there.CopyTo(mean.At, 0);
    }

    private Run Add(double people, bool isPoisson = false)
    {
        var law = new Run(model, rules, 0, 0, mean: mean);
        batches.Add(new Batch(people, law, isPoisson));
        return law;
    }

    /// <summary>Six standard deviations above the mean (of sums of independent people: at most √mean) reach the stretch on which a place draws less. A place without any room has none whoever comes.</summary>
    private bool MayBind(int place, double people)
    {
        var capacity = model.Situation.Capacity[place] * rules.CapacityScaling;
        return capacity > 0 && people + 6 * Math.Sqrt(people) > rules.CapacityBuffer * capacity;
    }

    private void Bind(int place)
    {
        mean.Binds[place] = true;
        FirstBinding ??= (model.Situation.Day, place);
    }

    /// <summary>The batches that set out today.</summary>
    private void SendOut()
    {
        for (var place = 0; place < residents.Length; place++) ledger.Residents[place] = (long)Math.Round(residents[place]);
        ledger.Today();
        switch (rules.Departures)
        {
            case DepartureMode.None:
                break;
            case DepartureMode.Given:
                foreach (var (place, people) in model.GivenAt) SendFrom(place, people);
                SendGiven();
                break;
            case DepartureMode.Rate when rules.TakeFromPopulation:
                // Each resident is in a batch already.
                break;
            case DepartureMode.Rate:
                for (var place = 0; place < residents.Length; place++)
                    if (ledger.DepartureChance(place) is > 0 and var chance && residents[place] > 0) Add(residents[place]).SetsOutToday(place, chance);
                break;
            default:
                for (var place = 0; place < residents.Length; place++) SendFrom(place, ledger.DepartureNumber(place), rules.Departures == DepartureMode.Poisson);
                break;
        }
    }

    private void SendFrom(int place, double people, bool isPoisson = false)
    {
        if (rules.TakeFromPopulation)
        {
            if (isPoisson ? people + 6 * Math.Sqrt(people) > residents[place] - 6 * Math.Sqrt(model.Network.Places[place].Population) : people > residents[place]) FirstShortage ??= people > 0 ? (model.Situation.Day, place) : null;
            people = Math.Min(people, residents[place]);
            residents[place] -= people;
        }
        if (people > 0) Add(people, isPoisson).SetsOutToday(place, 1);
    }

    /// <summary>Each of the given people comes from a place with the probability of its weight.</summary>
    private void SendGiven()
    {
        var due = model.GivenEverywhere + owed;
        var weights = Enumerable.Range(0, residents.Length).Select(ledger.DepartureWeight).ToArray();
        var total = weights.Sum();
        if (!(due > 0) || !(total > 0))
        {
            owed = due;
            return;
        }
        if (rules.TakeFromPopulation && weights.Count(w => w > 0) == 1)
        {
            var only = Array.FindIndex(weights, w => w > 0);
            owed = Math.Max(0, due - residents[only]);
            SendFrom(only, due - owed);
            return;
        }
        owed = 0;
        var law = Add(due);
        for (var place = 0; place < weights.Length; place++)
        {
            if (weights[place] == 0) continue;
            law.SetsOutToday(place, weights[place] / total);
            if (!rules.TakeFromPopulation) continue;
            // The others' draws leave a random number of residents: the weights of later days are those of the means.
            FirstShortage ??= (model.Situation.Day, place);
            residents[place] = Math.Max(0, residents[place] - due * weights[place] / total);
        }
    }
}
