using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The same rules on the probabilities of one person instead of on numbers of people (model.md, 9.5): a group's
/// number counts parts of <see cref="Certain"/>, and where people would be drawn, the probability is split.
/// </summary>
internal sealed class ProbabilityRun : GroupRun
{
    /// <summary>Probability 1; a part of it is about 10⁻¹⁵, as exact as a double.</summary>
    public const long Certain = 1L << 50;

    private readonly MeanStock mean;
    private int settingOut = -1;
    private (int From, int To) forced = (-1, -1);

    /// <param name="model">The alternative, whose scenario's rules are those of the person.</param>
    /// <param name="mean">What the person needs to know of all the others.</param>
    public ProbabilityRun(Model model, MeanStock mean)
        : base(model, model.Scenario.Rules, seed: 0, number: 0, conditions: null, draws: false) => this.mean = mean;

    /// <summary>What a full day spends: 1, or in Flee the km.</summary>
    public double FullDay => fullDay;

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
        foreach (var group in AtFirst(place, row, Certain)) AddAt(place, group);
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

    protected override double RoomAt(int place) =>
        situation.Limit[place] > 0 && !mean.Binds[place] ? 1 : RoomWith(place, mean.At[place]);

    /// <summary>A person by himself has those of the first day around him.</summary>
    protected override long ResidentsAround(int place) => network.Places[place].Population;

    protected override void ForcePeople()
    {
        if (forced.From < 0) return;
        Inflow[forced.To] += Certain;
        foreach (var group in ByProfile(forced.From, new Group { People = Certain })) AddSplitByHold(forced.To, group, situation.Hold[forced.To], part: 0);
        forced = (-1, -1);
    }

    protected override void SendResidentsOut(Scratch scratch)
    {
        if (settingOut < 0) return;
        Residents[settingOut] = Certain;
        SetOutFrom(settingOut, Certain);
        settingOut = -1;
    }
}
