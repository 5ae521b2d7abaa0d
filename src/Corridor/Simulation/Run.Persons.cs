using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The same rules, person by person (design.md, section 6): each decides in the order in which they came to be, and sees the room that the ones before have left,
/// as in the reference program.
/// </summary>
/// <remarks>
/// Somebody who rests at a place with a small chance to leave draws the day on which he leaves once, from the geometric law, instead of a chance each day; where the
/// chance changes, he draws anew. The law is the same, and a day on which nothing happens costs nothing.
/// </remarks>
internal sealed partial class Run
{
    private readonly Persons? persons;
    private readonly double[] chanceAtRest = [];
    private int acting;
    private (int Place, Group Group)? undecided;

    /// <summary>Whether a rule must look at everybody each day.</summary>
    private bool DecidesEveryDay => rules.HarvestMonths.Count > 0;

    /// <summary>The people one by one, where asked for.</summary>
    public Persons? People => persons;

    private void AddPersons(int place, in Group group)
    {
        for (var i = 0L; i < group.People; i++)
        {
            var person = persons!.Add(place, group.Condition, group.Profile, day);
            Sleep(person, place, group, from: Math.Max(day, 0));
        }
    }

    private void TurnBackPersons()
    {
        if (situation.ClosedToday.Count == 0) return;
        var closed = situation.ClosedToday.ToHashSet();
        for (var person = 0; person < persons!.Count; person++)
        {
            var link = ~persons.Where[person];
            if (link < 0 || !closed.Contains(link) || (persons.Condition[person] & Condition.TurningBack) != 0) continue;
            persons.Condition[person] |= Condition.TurningBack;
            persons.Plan[person] = 0;
            if (rules.OnClosure == ClosureRule.TurnBackAtOnce) persons.Km[person] = network.LinkKm[link] - persons.Km[person];
        }
    }

    /// <summary>Everybody at the place is held with the probability that the share states.</summary>
    private void HoldPersons(int place, double share)
    {
        HeldDisplaced[place] = 0;
        for (var person = 0; person < persons!.Count; person++)
        {
            if (persons.Where[person] != place || persons.Wake[person] == Persons.Gone) continue;
            if (share > 0) EndHarvest(person, place);
            HoldPerson(person, place, share);
        }
    }

    private void EndHarvest(int person, int place)
    {
        var group = persons!.Group(person);
        EndHarvest(place, ref group);
        persons.Condition[person] = group.Condition;
    }

    private void HoldPerson(int person, int place, double share)
    {
        var random = new Philox(seed, number, day, place, Purpose.Hold, 0, (ulong)person);
        var held = share > 0 && random.NextUniform() < share;
        persons!.Condition[person] = persons.Condition[person] & ~Condition.Held | (held ? Condition.Held : Condition.None);
        if (held)
        {
            HeldDisplaced[place]++;
            persons.Plan[person] = 0;
        }
        Sleep(person, place, persons.Group(person), from: day);
    }

    /// <summary>Takes so many displaced people from a place to another, those first who came to be first.</summary>
    private long ForcePersons(ForcedMove move, long fromResidents, int part)
    {
        var first = persons!.Count;
        foreach (var group in ByProfile(move.From, new Group { People = fromResidents }, part))
        {
            for (var i = 0L; i < group.People; i++)
            {
                // Adding may move the arrays, so it comes first.
                var person = persons.Add(move.To, Condition.None, group.Profile, day);
                persons.Home[person] = move.From;
            }
        }
        for (var person = first; person < persons.Count; person++) HoldPerson(person, move.To, situation.Hold[move.To]);
        var taken = 0L;
        for (var person = 0; person < first && fromResidents + taken < move.People; person++)
        {
            if (persons.Where[person] != move.From || persons.Wake[person] == Persons.Gone) continue;
            if ((persons.Condition[person] & Condition.Held) != 0) HeldDisplaced[move.From]--;
            EndHarvest(person, move.From);
            persons.Where[person] = move.To;
            persons.Plan[person] = 0;
            HoldPerson(person, move.To, situation.Hold[move.To]);
            taken++;
        }
        return taken;
    }

    private void DecideOneByOne(Scratch scratch)
    {
        SetRoom();
        RedrawWhereChancesChanged();
        var people = persons!;
        for (acting = 0; acting < people.Count; acting++)
        {
            if (people.Wake[acting] > day || people.Where[acting] < 0) continue;
            Decide(people.Where[acting], people.Group(acting), part: 0, scratch);
        }
    }

    private void TravelOneByOne(Scratch scratch)
    {
        var people = persons!;
        for (acting = 0; acting < people.Count; acting++)
        {
            if (people.Where[acting] >= 0) continue;
            Advance(~people.Where[acting], people.Group(acting), part: 1, (ulong)acting, scratch);
            for (var round = 2; undecided is { } next; round++)
            {
                undecided = null;
                if (round == LastRound) Rest(next.Place, next.Group, 1);
                else Decide(next.Place, next.Group, round, scratch);
            }
        }
    }

    /// <summary>Where the chance to leave has changed since yesterday, everybody at rest draws his day anew: he has not left until now, and the law has no memory.</summary>
    private void RedrawWhereChancesChanged()
    {
        // A forecast weighs differently for each class of people, so nobody's chance is taken for another's.
        var always = rules.FloodForecastDays > 1;
        var changed = always;
        for (var place = 0; place < chanceAtRest.Length; place++)
        {
            var chance = LeavingChance(place, default, onTheWay: false);
            if (!always && chance == Math.Abs(chanceAtRest[place])) continue;
            changed = true;
            // Negative: changed this morning.
            chanceAtRest[place] = chance == 0 ? double.NegativeZero : -chance;
        }
        if (!changed) return;
        for (var person = 0; person < persons!.Count; person++)
        {
            var place = persons.Where[person];
            if (place >= 0 && double.IsNegative(chanceAtRest[place]) && persons.Plan[person] == 0 && persons.Wake[person] != Persons.Gone) Sleep(person, place, persons.Group(person), from: day);
        }
        for (var place = 0; place < chanceAtRest.Length; place++) chanceAtRest[place] = Math.Abs(chanceAtRest[place]);
    }

    /// <summary>Sets the day on which a person leaves a place, from the given day on.</summary>
    private void Sleep(int person, int place, in Group group, int from)
    {
        if (group.Is(Condition.Held) || DecidesEveryDay)
        {
            persons!.Wake[person] = group.Is(Condition.Held) ? Persons.Never : from;
            return;
        }
        var chance = group.Plan != 0 ? 1 : LeavingChance(place, group, onTheWay: false);
        if (chance >= 1) persons!.Wake[person] = from;
        else if (chance <= 0) persons!.Wake[person] = Persons.Never;
        else
        {
            var random = new Philox(seed, number, day, place, Purpose.Wake, from, (ulong)person);
            var days = Math.Log(random.NextUniform()) / Math.Log(1 - chance);
            persons!.Wake[person] = days < 1e8 ? from + (int)days : Persons.Never;
        }
    }

    /// <summary>The acting person stays at a place until it leaves.</summary>
    private void RestPerson(int place, in Group group)
    {
        persons!.Set(acting, place, group);
        Sleep(acting, place, group, from: day + 1);
    }

    /// <summary>The acting person is on a link at the end of the day, or of the morning.</summary>
    private void PutOnLink(int link, in Group group)
    {
        persons!.Set(acting, ~link, group);
        persons.Wake[acting] = 0;
    }

    private void ArrivePerson(int place, in Group group, bool goesOn)
    {
        persons!.Visited[acting]++;
        if (goesOn) undecided = (place, group);
        else RestPerson(place, group with { Spent = rules.AvoidShortStints ? group.Spent : 0 });
    }

    private void FadePersons()
    {
        for (var person = 0; person < persons!.Count; person++)
        {
            persons.Recent[person] = (persons.Recent[person] + persons.Spent[person]) / 2;
            persons.Spent[person] = 0;
        }
    }
}
