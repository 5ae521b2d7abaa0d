namespace Corridor.Simulation;

/// <summary>What the rules need to know of all people while one of them is worked out by himself.</summary>
/// <param name="places">Number of places.</param>
internal sealed class MeanStock(int places)
{
    /// <summary>Expected displaced people at each place this morning, those who no longer take part included.</summary>
    public double[] At { get; } = new double[places];

    /// <summary>Whether the place may be full enough for people to be turned away; until then its room is whole.</summary>
    public bool[] Binds { get; } = new bool[places];
}

/// <summary>Where somebody spends a night, and in which state.</summary>
/// <param name="At">Number of a place, or −1 − number of a link.</param>
/// <param name="Group">The state; its number of people means nothing.</param>
internal readonly record struct Whereabouts(int At, Group Group)
{
    public bool IsOnLink => At < 0;

    public int Link => -1 - At;

    /// <summary>The place at which people count: who harvests counts at home.</summary>
    public int CountsAt => Group.Is(Condition.Harvesting) ? Group.Home : At;

    public bool Equals(Whereabouts other) => At == other.At && Group.SameState(other.Group);

    public override int GetHashCode() => HashCode.Combine(At, Group.Plan, Group.Condition, Group.Profile, Group.Home, Group.Km, Group.Recent);
}

/// <summary>
/// The same rules on the probabilities of one person instead of on numbers of people (model.md, 9.5): a group's
/// number counts parts of <see cref="Certain"/>, and where people would be drawn, the probability is split.
/// </summary>
internal sealed partial class Run
{
    /// <summary>Probability 1; a part of it is about 10⁻¹⁵, as exact as a double.</summary>
    public const long Certain = 1L << 50;

    private readonly MeanStock? mean;
    private int settingOut = -1;
    private (int From, int To) forced = (-1, -1);
    private int attractionsOf = -1;

    /// <summary>Somebody is in that state this morning.</summary>
    public void Begin(in Whereabouts state)
    {
        var group = state.Group with { People = Certain };
        if (state.IsOnLink) onLink[state.Link].Add(group);
        else atPlace[state.At].Add(group);
    }

    /// <summary>Somebody is at a place on the morning of the first day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">The row of the scenario's known people that says what is known of him; or <see cref="Profiles.Unknown"/>.</param>
    public void BeginAt(int place, int row)
    {
        foreach (var group in ByProfile(place, FromHome(Certain), model.Profiles.SharesOf(place, row), part: 0)) AddAt(place, group);
    }

    /// <summary>A resident of the place sets out today.</summary>
    public void SetsOutToday(int place) => settingOut = place;

    /// <summary>A resident of a place is forced to another today.</summary>
    public void IsForcedToday(int from, int to) => forced = (from, to);

    /// <summary>Hands over where that person is tonight, with which probabilities in parts of <see cref="Certain"/>, and forgets him.</summary>
    public void TakeOut(List<Whereabouts> states)
    {
        for (var place = 0; place < atPlace.Length; place++) TakeOut(ref atPlace[place], place, states);
        for (var link = 0; link < onLink.Length; link++) TakeOut(ref onLink[link], -1 - link, states);
        Array.Clear(Stock);
        Array.Clear(Residents);
        Array.Clear(HeldDisplaced);
        Array.Clear(InTransit);
        Array.Clear(ForcedBack);
    }

    private static void TakeOut(ref GroupList groups, int at, List<Whereabouts> states)
    {
        if (groups.Count == 0) return;
        foreach (ref readonly var group in groups.Items)
            if (group.People > 0) states.Add(new Whereabouts(at, group));
        groups.Clear();
    }

    /// <summary>Sets the clock for <see cref="DepartureChance"/> and its like without stepping.</summary>
    public void Today() => day = situation.Day;

    private void ForceMass()
    {
        if (forced.From < 0) return;
        Inflow[forced.To] += Certain;
        foreach (var group in ByProfile(forced.From, new Group { People = Certain })) AddSplitByHold(forced.To, group, situation.Hold[forced.To], part: 0);
        forced = (-1, -1);
    }

    private void SendMassOut()
    {
        if (settingOut < 0) return;
        Residents[settingOut] = Certain;
        SetOutFrom(settingOut, Certain);
        settingOut = -1;
    }

    /// <summary>How many of so many people: a binomial draw; of a probability, the share itself.</summary>
    private long Draw(long people, double chance, double uniform) =>
        mean is null ? Binomial.Quantile(people, chance, uniform) : chance >= 1 ? people : chance > 0 ? (long)Math.Round(people * chance) : 0;

    private Group FromHome(long people) => new() { People = people, Condition = rules.StartOnFoot ? Condition.FirstRoute : Condition.None };
}
