using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The same rules, person by person (design.md, section 6): what the morning does to people, and when each of them acts. Each decides
/// in the order in which they came to be, and sees the room that the ones before have left, as in the reference program.
/// </summary>
/// <remarks>
/// Somebody who rests at a place with a small chance to leave draws the day on which he leaves once, from the geometric law, instead of a chance
/// each day; where the chance changes, he draws anew. The law is the same, and a day on which nothing happens costs a comparison.
/// </remarks>
internal sealed partial class PersonRun : Run
{
    private readonly Persons persons;

    /// <summary>What everybody of a class asks who is at a place, class by class.</summary>
    private readonly Stop[] stops;
    private readonly Way[][] waysOf;

    /// <param name="model">The alternative.</param>
    /// <param name="rules">The rules of this run: the scenario's own, or a draw from its priors.</param>
    /// <param name="seed">The ensemble's seed.</param>
    /// <param name="number">The run's number; runs of the same number under two alternatives share their random numbers.</param>
    /// <param name="isTracked">Whether the ways of people are kept as well.</param>
    public PersonRun(Model model, Rules rules, ulong seed, int number, bool isTracked)
        : base(model, rules, seed, number, conditions: null, draws: true)
    {
        persons = new Persons(rules.AvoidShortStints, model.Profiles.TracksHome, isTracked);
        waysOf = model.Ways.Of;
        stops = new Stop[model.Profiles.All.Length * network.PlaceCount];
        Array.Fill(stops, new Stop { Chance = double.NaN });
        BeginWithInitialStock();
        if (rules.FirstMorningOrder == FirstMorningOrder.AtRandom) SettlePersons(0);
    }

    /// <summary>The people one by one.</summary>
    public Persons People => persons;

    protected override void BeginDay() => persons.Tracks?.BeginDay(day);

    protected override void AddAt(int place, in Group group) => persons.Add(place, home: place, group, day);

    protected override void AddInitial(int place, int row, IEnumerable<Group> people)
    {
        var before = persons.Count;
        foreach (var group in people) AddAt(place, group);
        persons.AreOfRow(before, row);
        if (rules.FirstMorningOrder == FirstMorningOrder.ByPlace) SettlePersons(before);
    }

    protected override void SendResidentsOut(Scratch scratch)
    {
        var before = persons.Count;
        base.SendResidentsOut(scratch);
        SettlePersons(before);
    }

    /// <summary>
    /// Those who set out today are numbered in random order, whatever their homes and classes: in the reference
    /// program each draws his home in turn (model.md, 2.4.1), and who is first sees more room.
    /// </summary>
    private void SettlePersons(int first)
    {
        if (persons.Count == first) return;
        persons.Settle(first, new Philox(seed, number, day, first, Purpose.Order));
        // Before the first morning nobody knows the chances to leave yet; days are drawn then.
        if (day < 0) return;
        for (var person = first; person < persons.Count; person++) Sleep(person, persons.Now[person].Where, persons.Group(person));
    }

    protected override void TurnBackOnClosedLinks()
    {
        var closed = situation.ClosedToday.ToHashSet();
        for (var person = 0; person < persons.Count; person++)
        {
            var link = ~persons.Now[person].Where;
            if (link < 0 || !closed.Contains(link) || (persons.Now[person].Condition & Condition.TurningBack) != 0) continue;
            persons.Now[person].Condition |= Condition.TurningBack;
            if (rules.OnClosure != ClosureRule.TurnBackAtOnce) continue;
            persons.Now[person].Plan = 0;
            persons.Tracks?.TurnsRound(person, persons.Km[person], network.LinkKm[link]);
            persons.Km[person] = network.LinkKm[link] - persons.Km[person];
        }
    }

    /// <summary>Everybody at the place is held with the probability that the share states.</summary>
    protected override void HoldDisplaced(int place, double share)
    {
        for (var person = 0; person < persons.Count; person++)
        {
            if (persons.Now[person].Where != place || persons.Wake[person] == Persons.Gone) continue;
            if (share > 0) EndHarvest(person, place);
            HoldPerson(person, place, share);
        }
    }

    private void EndHarvest(int person, int place)
    {
        var group = persons.Group(person);
        EndHarvest(place, ref group);
        persons.Now[person].Condition = group.Condition;
    }

    private void HoldPerson(int person, int place, double share)
    {
        var random = new Philox(seed, number, day, place, Purpose.Hold, 0, (ulong)person);
        var held = share > 0 && random.NextUniform() < share;
        persons.Now[person].Condition = persons.Now[person].Condition & ~Condition.Held | (held ? Condition.Held : Condition.None);
        if (held)
        {
            HeldDisplaced[place]++;
            persons.Now[person].Plan = 0;
        }
        Sleep(person, place, persons.Group(person));
    }

    /// <summary>Takes so many displaced people from a place to another, those first who came to be first.</summary>
    protected override long Force(ForcedMove move, long fromResidents, int part)
    {
        var first = persons.Count;
        foreach (var group in ByProfile(move.From, new Group { People = fromResidents }, part)) persons.Add(move.To, move.From, group, day);
        SettlePersons(first);
        for (var person = first; person < persons.Count; person++) ArriveByForce(person, move.To);
        var taken = 0L;
        for (var person = 0; person < first && fromResidents + taken < move.People; person++)
        {
            if (persons.Now[person].Where != move.From || persons.Wake[person] == Persons.Gone) continue;
            if ((persons.Now[person].Condition & Condition.Held) != 0) HeldDisplaced[move.From]--;
            EndHarvest(person, move.From);
            persons.Now[person].Where = move.To;
            persons.Now[person].Plan = 0;
            ArriveByForce(person, move.To);
            taken++;
        }
        return taken;
    }

    private void ArriveByForce(int person, int place)
    {
        persons.Tracks?.IsForced(person, place);
        HoldPerson(person, place, situation.Hold[place]);
    }

    /// <summary>
    /// Brings what people ask at places and on links up to date. Where the chance to leave has changed since
    /// yesterday, everybody at rest draws his day anew: he has not left until now, and the law has no memory.
    /// </summary>
    private void SetStops(Scratch scratch)
    {
        var changed = false;
        for (var at = 0; at < stops.Length; at++)
        {
            var (profile, place) = ((short)(at / network.PlaceCount), at % network.PlaceCount);
            ref var stop = ref stops[at];
            var chance = LeavingChance(place, new Group { Profile = profile }, onTheWay: false);
            stop.Choices = scratch.ChoicesAt(place, profile);
            stop.HasChanged = chance != stop.Chance;
            if (!stop.HasChanged) continue;
            changed = true;
            (stop.Chance, stop.DaysPerLog) = (chance, 1 / Binomial.Log1Minus(chance));
        }
        if (!changed) return;
        for (var person = 0; person < persons.Count; person++)
        {
            var now = persons.Now[person];
            if (now.Where >= 0 && now.Plan == 0 && persons.Wake[person] != Persons.Gone && StopAt(now.Where, now.Profile).HasChanged)
                Sleep(person, now.Where, persons.Group(person));
        }
    }

    private ref readonly Stop StopAt(int place, short profile) => ref stops[profile * network.PlaceCount + place];

    /// <summary>Sets the day on which a person leaves a place, from today on.</summary>
    private void Sleep(int person, int place, in Group group) =>
        persons.Wake[person] = DayOfLeaving(StopAt(place, group.Profile), group, day, new Philox(seed, number, day, person, Purpose.Wake).NextUniform());

    /// <summary>
    /// The day on which somebody leaves a place: with a plan, at once; else the first success of
    /// a daily chance, tried from a day on, which is a geometric number of days later.
    /// </summary>
    private int DayOfLeaving(in Stop stop, in Group group, int from, double uniform)
    {
        if (group.Is(Condition.Held)) return Persons.Never;
        if (group.Plan != 0 || harvests || stop.Chance >= 1) return from;
        if (!(stop.Chance > 0)) return Persons.Never;
        var days = Math.Log(uniform) * stop.DaysPerLog;
        return days < 1e8 ? from + double.ConvertToIntegerNative<int>(days) : Persons.Never;
    }

    protected override void FadeMemories()
    {
        for (var person = 0; person < persons.Count; person++)
        {
            persons.Recent[person] = (persons.Recent[person] + persons.Spent[person]) / 2;
            persons.Spent[person] = 0;
        }
    }

    protected override void CountByProfile(long[][] counts)
    {
        for (var person = 0; person < persons.Count; person++)
            if (persons.Now[person].Where >= 0 && persons.Wake[person] != Persons.Gone) counts[persons.Now[person].Profile][persons.Now[person].Where]++;
    }

    protected override void RemovePeople()
    {
        for (var person = 0; person < persons.Count; person++)
        {
            var place = persons.Now[person].Where;
            if (place < 0 || !(removalChance[place] > 0) || !situation.IsCamp(place) || persons.Wake[person] == Persons.Gone
                || (persons.Now[person].Condition & Condition.Harvesting) != 0) continue;
            var random = new Philox(seed, number, day, place, Purpose.Removal, 0, (ulong)person);
            if (random.NextUniform() >= removalChance[place]) continue;
            persons.Wake[person] = Persons.Gone;
            if ((persons.Now[person].Condition & Condition.Held) != 0) HeldDisplaced[place]--;
            Remove(place, 1);
        }
    }

    /// <summary>What everybody of a class asks who is at a place today; together, as it is asked at every step.</summary>
    private struct Stop
    {
        /// <summary>The chance to leave on any one day.</summary>
        public double Chance;

        /// <summary>1 / ln(1 − chance): a uniform number's logarithm times this is a geometric number of days.</summary>
        public double DaysPerLog;

        /// <summary>What people choose between, as last prepared.</summary>
        public Choices Choices;

        /// <summary>Whether the chance has changed this morning.</summary>
        public bool HasChanged;
    }
}
