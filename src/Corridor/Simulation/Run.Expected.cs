namespace Corridor.Simulation;

/// <summary>What the rules need to know of all people while each batch of them is worked out by itself.</summary>
/// <param name="places">Number of places.</param>
internal sealed class MeanStock(int places)
{
    /// <summary>Expected displaced people at each place this morning, those who no longer take part included.</summary>
    public double[] At { get; } = new double[places];

    /// <summary>Whether the place may be full enough for people to be turned away; until then its room is whole.</summary>
    public bool[] Binds { get; } = new bool[places];
}

/// <summary>
/// The same rules on the probabilities of one person instead of on numbers of people (model.md, 9.5): a group's number counts parts of <see cref="Certain"/>, and where people
/// would be drawn, the probability is split.
/// </summary>
internal sealed partial class Run
{
    /// <summary>Probability 1; a part of it is about 10⁻¹⁵, as exact as a double.</summary>
    public const long Certain = 1L << 50;

    private readonly MeanStock? mean;
    private readonly List<(int Place, long Mass)> settingOut = [];
    private int residentOf = -1;

    /// <summary>The law of somebody who is at a place on the first morning.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">The row of the scenario's known people that says what is known of him; or <see cref="Profiles.Unknown"/>.</param>
    public void BeginAt(int place, int row)
    {
        Stock[place] = Certain;
        foreach (var group in ByProfile(place, FromHome(Certain), model.Profiles.SharesOf(place, row), part: 0)) AddAt(place, group);
    }

    /// <summary>The law of a resident who sets out when his day comes.</summary>
    public void BeginAtHome(int place)
    {
        Residents[place] = Certain;
        residentOf = place;
    }

    /// <summary>The law of somebody who sets out today from a place with that probability.</summary>
    public void SetsOutToday(int place, double probability) => settingOut.Add((place, (long)Math.Round(probability * Certain)));

    /// <summary>Sets the clock for <see cref="DepartureChance"/> and its like without stepping.</summary>
    public void Today() => day = situation.Day;

    private void SendMassOut()
    {
        foreach (var (place, mass) in settingOut)
        {
            Residents[place] += mass;
            SetOutFrom(place, mass);
        }
        settingOut.Clear();
        if (residentOf >= 0) SendByRate(residentOf);
    }

    /// <summary>How many of so many people: a binomial draw; of a probability, the share itself.</summary>
    private long Draw(long people, double chance, double uniform) =>
        mean is null ? Binomial.Quantile(people, chance, uniform) : chance >= 1 ? people : chance > 0 ? (long)Math.Round(people * chance) : 0;

    private Group FromHome(long people) => new() { People = people, Condition = rules.StartOnFoot ? Condition.FirstRoute : Condition.None };
}
