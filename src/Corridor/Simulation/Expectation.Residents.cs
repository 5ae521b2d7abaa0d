using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>The people who have not left, and those who set out today.</summary>
internal sealed partial class Expectation
{
    private readonly Run ledger;
    private readonly double[] residents;
    private readonly double[] heldResidents;
    private readonly long[] forcedBack;
    private readonly Probabilities settingOut = new();
    private readonly Probabilities atHome = new();
    private readonly List<Home> homes = [];
    // Of residents and held residents who belong to no batch: not 0 where the number who left is Poisson.
    private readonly double[] residentVariance;
    private readonly double[] heldVariance;
    private bool residentsAreRandom;
    private bool decideForThemselves;
    private int? poisson;
    private double owed;
    private double missing;

    /// <summary>Residents of a place as far as they belong to a batch.</summary>
    private sealed record Home(int Place, int Batch)
    {
        /// <summary>Probability of being at home and free to leave.</summary>
        public double Free { get; set; } = 1;

        /// <summary>Probability of being at home and kept from leaving.</summary>
        public double Held { get; set; }
    }

    /// <summary>People whose departure was given for a day so far and who have not set out, on average.</summary>
    public double NotSetOut => missing + owed;

    /// <summary>People forced to the place since the start.</summary>
    public long ForcedBack(int place) => forcedBack[place];

    /// <summary>People of the place who have not left. Where several places give a stated total together, the variance is not known.</summary>
    public (double Mean, double Variance) Residents(int place)
    {
        var own = Moments(atHome[place]);
        return (own.Mean + residents[place], residentsAreRandom ? double.NaN : own.Variance + residentVariance[place]);
    }

    public (double Mean, double Variance) AllResidents
    {
        get
        {
            var own = Moments(totals[(int)Total.Residents]);
            return (own.Mean + residents.Sum(), residentsAreRandom ? double.NaN : own.Variance + residentVariance.Sum());
        }
    }

    public bool IsTrapped(int place) => model.Situation.IsTrapped(place);

    public (double Mean, double Variance) AllTrapped
    {
        get
        {
            var own = Moments(totals[(int)Total.Trapped]);
            var variance = residentVariance.Where((_, place) => IsTrapped(place)).Sum();
            return (own.Mean + residents.Where((_, place) => IsTrapped(place)).Sum(), residentsAreRandom ? double.NaN : own.Variance + variance);
        }
    }

    /// <summary>From now on each resident leaves by himself: those who are left are batches.</summary>
    private void ResidentsDecideForThemselves()
    {
        decideForThemselves = true;
        for (var place = 0; place < residents.Length; place++)
        {
            var free = residents[place] - heldResidents[place];
            if (free > 0) homes.Add(new Home(place, NewBatch(free, free)));
            if (heldResidents[place] > 0) homes.Add(new Home(place, NewBatch(heldResidents[place], heldResidents[place])) { Free = 0, Held = 1 });
            (residents[place], heldResidents[place]) = (0, 0);
        }
    }

    private void CountResidents()
    {
        atHome.Widen(batches.Count);
        atHome.Clear();
        foreach (var home in homes)
        {
            var share = home.Free + home.Held;
            if (share == 0 && home.Held == 0) continue;
            atHome.Of(home.Place)[home.Batch] += share;
            totals.Of((int)Total.Residents)[home.Batch] += share;
            if (IsTrapped(home.Place)) totals.Of((int)Total.Trapped)[home.Batch] += share;
            if (home.Held == 0) continue;
            held.Of(home.Place)[home.Batch] += home.Held;
            totals.Of((int)Total.Held)[home.Batch] += home.Held;
        }
    }

    /// <summary>Those who are held, those who are forced, and the batches that set out today.</summary>
    private void SendOut()
    {
        settingOut.Clear();
        foreach (var place in model.Situation.HoldChangedToday) Hold(place, model.Situation.Hold[place]);
        foreach (var move in model.Situation.ForcedToday) Force(move);
        for (var place = 0; place < residents.Length; place++)
            (ledger.Residents[place], ledger.HeldResidents[place]) = ((long)Math.Round(residents[place]), (long)Math.Round(heldResidents[place]));
        ledger.Today();
        switch (rules.Departures)
        {
            case DepartureMode.None:
                break;
            case DepartureMode.Given:
            case DepartureMode.GivenThenRate when model.Situation.Day <= model.LastGivenDay:
                foreach (var (place, people) in model.GivenAt(model.Situation.Day)) missing += people - SendFrom(place, people);
                SendGiven();
                break;
            case DepartureMode.Rate or DepartureMode.GivenThenRate:
                SendByRate();
                break;
            default:
                for (var place = 0; place < residents.Length; place++)
                    SendFrom(place, ledger.DepartureNumber(place), rules.Departures == DepartureMode.Poisson);
                break;
        }
        for (var place = 0; place < settingOut.Count; place++)
            if (settingOut[place] is { } people) Apply(laws.OfSettingOut(place), people);
    }

    private void SendByRate()
    {
        if (rules.TakeFromPopulation && !decideForThemselves) ResidentsDecideForThemselves();
        foreach (var home in homes)
        {
            if (home.Free == 0 || ledger.DepartureChance(home.Place) is not (> 0 and var chance)) continue;
            SetOut(home.Place, home.Batch, home.Free * chance);
            home.Free *= 1 - chance;
        }
        if (decideForThemselves) return;
        for (var place = 0; place < residents.Length; place++)
        {
            // The residents stay as many as they are, so each day has a batch of its own.
            var free = residents[place] - heldResidents[place];
            if (free > 0 && ledger.DepartureChance(place) is > 0 and var chance) SetOut(place, NewBatch(free, free), chance);
        }
    }

    /// <summary>Returns how many set out: no more than are free to.</summary>
    private double SendFrom(int place, double people, bool isPoisson = false)
    {
        if (rules.TakeFromPopulation)
        {
            var free = residents[place] - heldResidents[place];
            var most = isPoisson ? people + 6 * Math.Sqrt(people) + 6 * Math.Sqrt(model.Network.Places[place].Population) : people;
            if (people > 0 && most > free && (isPoisson || residentsAreRandom)) FirstShortage ??= (model.Situation.Day, place);
            people = Math.Min(people, free);
            residents[place] -= people;
            if (isPoisson) residentVariance[place] += people;
        }
        if (!(people > 0)) return 0;
        // Numbers that are Poisson add up to one that is.
        if (isPoisson) SetOut(place, poisson ??= NewBatch(1, 0), people);
        else SetOut(place, NewBatch(people, people), 1);
        return people;
    }

    private void SetOut(int place, int batch, double chance) => settingOut.Of(place)[batch] += chance;

    /// <summary>Each of the given people comes from a place with the probability of its weight.</summary>
    private void SendGiven()
    {
        var due = model.GivenEverywhere(model.Situation.Day) + owed;
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
            owed = Math.Max(0, due - (residents[only] - heldResidents[only]));
            SendFrom(only, due - owed);
            return;
        }
        owed = 0;
        var batch = NewBatch(due, due);
        for (var place = 0; place < weights.Length; place++)
        {
            if (weights[place] == 0) continue;
            SetOut(place, batch, weights[place] / total);
            if (!rules.TakeFromPopulation) continue;
            // The others' draws leave a random number of residents: the weights of later days are those of the means.
            FirstShortage ??= (model.Situation.Day, place);
            residentsAreRandom = true;
            residents[place] = Math.Max(0, residents[place] - due * weights[place] / total);
        }
    }

    /// <summary>
    /// So large a share of the residents is held from now on: a fixed number of them. If each were held by chance, the variance of what becomes of
    /// them would be larger by h (1 − h) (p(free) − p(held))² for every one; a batch of nobody takes that away. To the rounding of a person.
    /// </summary>
    private void Hold(int place, double share)
    {
        heldResidents[place] = Math.Round(share * residents[place], MidpointRounding.AwayFromZero);
        heldVariance[place] = share * share * residentVariance[place];
        var people = 0.0;
        foreach (var home in homes)
        {
            if (home.Place != place) continue;
            var both = home.Free + home.Held;
            people += batches.People(home.Batch) * both;
            (home.Free, home.Held) = (both * (1 - share), both * share);
        }
        if (people > 0 && share is > 0 and < 1) homes.Add(new Home(place, NewBatch(0, people * share * (1 - share))) { Free = 1, Held = -1 });
    }

    /// <summary>A fixed number of residents is moved by force.</summary>
    private void Force(ForcedMove move)
    {
        if (move.People == 0) return;
        if (!CanSpare(move.From, move.People))
        {
            var (date, place) = (model.Scenario.Date(model.Situation.Day), model.Network.Places[move.From].Id);
            throw new NoExpectationException(OriginOf(move) + string.Create(CultureInfo.InvariantCulture,
                $"expected values know residents who are forced to move, but on {date:yyyy-MM-dd} '{place}' may have fewer than {move.People:N0} "
                + $"who are free to leave; drop that row in an alternative, or run an ensemble"));
        }
        if (decideForThemselves) homes.Add(new Home(move.From, NewBatch(-move.People, -move.People)));
        else residents[move.From] -= move.People;
        forcedBack[move.To] += move.People;
        var people = new double[NewBatch(move.People, move.People) + 1];
        people[^1] = 1;
        Apply(laws.OfForced(move.From, move.To), people);
    }

    /// <summary>Whether a place has so many residents who are free to leave, six standard deviations below the mean.</summary>
    private bool CanSpare(int place, long people)
    {
        if (!decideForThemselves)
        {
            var isRandom = residentsAreRandom || rules.Departures == DepartureMode.Poisson && rules.TakeFromPopulation;
            var slack = isRandom ? 6 * Math.Sqrt(model.Network.Places[place].Population) : 0;
            return people <= residents[place] - heldResidents[place] - slack;
        }
        var chances = new double[batches.Count];
        foreach (var home in homes) if (home.Place == place) chances[home.Batch] += home.Free;
        var (mean, variance) = batches.Moments(chances);
        return people <= mean - 6 * Math.Sqrt(variance);
    }

    private string OriginOf(ForcedMove move)
    {
        var date = model.Scenario.Date(model.Situation.Day);
        var place = model.Network.Places[move.From].Id;
        var row = model.Scenario.Timeline.FirstOrDefault(e => e.Change == Change.ForceMove && e.Date == date && e.Subject.From == place);
        return row is null || row.Origin == Origin.None ? "" : row.Origin + ": ";
    }
}
