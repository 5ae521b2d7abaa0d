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
internal sealed partial class Run
{
    private readonly Persons? persons;

    /// <summary>What everybody of a class asks who is at a place, class by class.</summary>
    private readonly Stop[] stops = [];

    /// <summary>The people one by one, where asked for.</summary>
    public Persons? People => persons;

    /// <summary>
    /// Those who set out today are numbered in random order, whatever their homes and classes: in the reference
    /// program each draws his home in turn (model.md, 2.4.1), and who is first sees more room.
    /// </summary>
    private void SettlePersons(int first)
    {
        if (persons is null || persons.Count == first) return;
        persons.Settle(first, new Philox(seed, number, day, first, Purpose.Order));
        // Before the first morning nobody knows the chances to leave yet; days are drawn then.
        if (day < 0) return;
        for (var person = first; person < persons.Count; person++) Sleep(person, persons.Now[person].Where, persons.Group(person));
    }

    private void TurnBackPersons()
    {
        if (situation.ClosedToday.Count == 0) return;
        var closed = situation.ClosedToday.ToHashSet();
        for (var person = 0; person < persons!.Count; person++)
        {
            var link = ~persons.Now[person].Where;
            if (link < 0 || !closed.Contains(link) || (persons.Now[person].Condition & Condition.TurningBack) != 0) continue;
            persons.Now[person].Condition |= Condition.TurningBack;
            persons.Now[person].Plan = 0;
            if (rules.OnClosure != ClosureRule.TurnBackAtOnce) continue;
            persons.Tracks?.TurnsRound(person, persons.Km[person], network.LinkKm[link]);
            persons.Km[person] = network.LinkKm[link] - persons.Km[person];
        }
    }

    /// <summary>Everybody at the place is held with the probability that the share states.</summary>
    private void HoldPersons(int place, double share)
    {
        HeldDisplaced[place] = 0;
        for (var person = 0; person < persons!.Count; person++)
        {
            if (persons.Now[person].Where != place || persons.Wake[person] == Persons.Gone) continue;
            if (share > 0) EndHarvest(person, place);
            HoldPerson(person, place, share);
        }
    }

    private void EndHarvest(int person, int place)
    {
        var group = persons!.Group(person);
        EndHarvest(place, ref group);
        persons.Now[person].Condition = group.Condition;
    }

    private void HoldPerson(int person, int place, double share)
    {
        var random = new Philox(seed, number, day, place, Purpose.Hold, 0, (ulong)person);
        var held = share > 0 && random.NextUniform() < share;
        persons!.Now[person].Condition = persons.Now[person].Condition & ~Condition.Held | (held ? Condition.Held : Condition.None);
        if (held)
        {
            HeldDisplaced[place]++;
            persons.Now[person].Plan = 0;
        }
        Sleep(person, place, persons.Group(person));
    }

    /// <summary>Takes so many displaced people from a place to another, those first who came to be first.</summary>
    private long ForcePersons(ForcedMove move, long fromResidents, int part)
    {
        var first = persons!.Count;
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
        persons!.Tracks?.IsForced(person, place);
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
        for (var person = 0; person < persons!.Count; person++)
        {
            var now = persons.Now[person];
            if (now.Where >= 0 && now.Plan == 0 && persons.Wake[person] != Persons.Gone && StopAt(now.Where, now.Profile).HasChanged)
                Sleep(person, now.Where, persons.Group(person));
        }
    }

    private ref readonly Stop StopAt(int place, short profile) => ref stops[profile * network.PlaceCount + place];

    /// <summary>Sets the day on which a person leaves a place, from today on.</summary>
    private void Sleep(int person, int place, in Group group) =>
        persons!.Wake[person] = DayOfLeaving(StopAt(place, group.Profile), group, day, new Philox(seed, number, day, person, Purpose.Wake).NextUniform());

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

    private void FadePersons()
    {
        for (var person = 0; person < persons!.Count; person++)
        {
            persons.Recent[person] = (persons.Recent[person] + persons.Spent[person]) / 2;
            persons.Spent[person] = 0;
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
