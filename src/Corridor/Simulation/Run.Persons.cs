using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The same rules, person by person (design.md, section 6): what the morning does to people, and when each of them acts. Each decides in the order in which they came to be, and sees the room
/// that the ones before have left, as in the reference program.
/// </summary>
/// <remarks>
/// Somebody who rests at a place with a small chance to leave draws the day on which he leaves once, from the geometric law, instead of a chance each day; where the
/// chance changes, he draws anew. The law is the same, and a day on which nothing happens costs a comparison.
/// </remarks>
internal sealed partial class Run
{
    private readonly Persons? persons;

    /// <summary>The chance to leave each place today, where it is the same for all.</summary>
    private readonly double[] chanceAtRest = [];

    /// <summary>1 / ln(1 − chance): a uniform number's logarithm times this is a geometric number of days.</summary>
    private readonly double[] daysPerLog = [];

    /// <summary>Whether a rule must look at everybody each day.</summary>
    private bool DecidesEveryDay => rules.HarvestMonths.Count > 0;

    /// <summary>Whether the chance to leave hangs on the person: a flood forecast weighs differently for each class of people.</summary>
    private bool ChancesDiffer => rules.FloodForecastDays > 1;

    /// <summary>The people one by one, where asked for.</summary>
    public Persons? People => persons;

    /// <summary>
    /// Those who set out today are numbered in random order, whatever their homes and classes: in the reference program each draws his home in turn (model.md, 2.4.1), and who is first sees more room.
    /// </summary>
    private void SettlePersons(int first)
    {
        if (persons is null || persons.Count == first) return;
        persons.Settle(first, new Philox(seed, number, day, first, Purpose.Order));
        // Before the first morning nobody knows the chances to leave yet; days are drawn then.
        if (day < 0) return;
        for (var person = first; person < persons.Count; person++) Sleep(person, persons.Where[person], persons.Group(person));
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
            if (persons.Where[person] != move.From || persons.Wake[person] == Persons.Gone) continue;
            if ((persons.Condition[person] & Condition.Held) != 0) HeldDisplaced[move.From]--;
            EndHarvest(person, move.From);
            persons.Where[person] = move.To;
            persons.Plan[person] = 0;
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

    /// <summary>Where the chance to leave has changed since yesterday, everybody at rest draws his day anew: he has not left until now, and the law has no memory.</summary>
    private void RedrawWhereChancesChanged()
    {
        var changed = ChancesDiffer;
        for (var place = 0; place < chanceAtRest.Length; place++)
        {
            var chance = LeavingChance(place, default, onTheWay: false);
            if (!ChancesDiffer && chance == Math.Abs(chanceAtRest[place])) continue;
            changed = true;
            // Negative: changed this morning.
            chanceAtRest[place] = chance == 0 ? double.NegativeZero : -chance;
            daysPerLog[place] = 1 / Math.Log(1 - chance);
        }
        if (!changed) return;
        for (var person = 0; person < persons!.Count; person++)
        {
            var place = persons.Where[person];
            if (place >= 0 && double.IsNegative(chanceAtRest[place]) && persons.Plan[person] == 0 && persons.Wake[person] != Persons.Gone) Sleep(person, place, persons.Group(person));
        }
        for (var place = 0; place < chanceAtRest.Length; place++) chanceAtRest[place] = Math.Abs(chanceAtRest[place]);
    }

    /// <summary>Sets the day on which a person leaves a place, from today on.</summary>
    private void Sleep(int person, int place, in Group group)
    {
        var chance = group.Plan != 0 ? 1 : LeavingChance(place, group, onTheWay: false);
        persons!.Wake[person] = DayOfLeaving(place, group, day, chance, new Philox(seed, number, day, person, Purpose.Wake).NextUniform());
    }

    /// <summary>The day on which somebody leaves a place: the first success of a daily chance, tried from a day on, which is a geometric number of days later.</summary>
    private int DayOfLeaving(int place, in Group group, int from, double chance, double uniform)
    {
        if (group.Is(Condition.Held)) return Persons.Never;
        if (DecidesEveryDay || chance >= 1) return from;
        if (!(chance > 0)) return Persons.Never;
        var days = Math.Log(uniform) * (chance == chanceAtRest[place] ? daysPerLog[place] : 1 / Math.Log(1 - chance));
        return days < 1e8 ? from + (int)days : Persons.Never;
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
